"""Recognizes that a session has begun in lines, whichever wording its first prompt has."""

from __future__ import annotations

from typing import Protocol

from sessions.check import check_file
from sessions.engine.score import Beat, lay_out
from sessions.library.bundled import SCRIPTS


class Shown(Protocol):
    """Something that reads a terminal."""

    @property
    def text(self) -> str:
        """The text on it."""


def _first_prompts(name: str) -> tuple[str, ...]:
    session = check_file(SCRIPTS / f"{name}.session.yaml").session
    assert session is not None
    return next(item.wordings for item in lay_out(session).arriving[0].items if isinstance(item, Beat))


FIRST_PROMPTS = _first_prompts("one-breath")


def begun(terminal: Shown) -> bool:
    """Whether a first prompt of `one-breath` is shown."""
    return any(text in terminal.text for text in FIRST_PROMPTS)
