"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

from tui.environment import ACCESSIBLE, MOTION, NO_MOTION, STILL
from tui.plain.wrapping import NARROWEST, WIDEST


def _still(_context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's signature
    if value:
        os.environ[MOTION] = STILL


no_motion: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    NO_MOTION,
    is_flag=True,
    expose_value=False,
    callback=_still,
    help=f"Nothing fades or moves, as with {MOTION}={STILL}.",
)

plain_lines: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--plain/--no-plain",
    default=None,
    help=f"Line by line, for screen readers and simple terminals. As {ACCESSIBLE} or the settings say.",
)

line_width: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--width",
    type=click.IntRange(NARROWEST, WIDEST),
    help="In lines: columns before a line breaks between words. The terminal's, unless given.",
)
