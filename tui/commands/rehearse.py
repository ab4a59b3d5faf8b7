"""`ajar rehearse`: a session faster than life, its questions answered from a list."""

from __future__ import annotations

import sys

import click

from sessions.durations import in_words
from sessions.library.catalogue import Entry
from tui.named import SessionName, session_of
from tui.terminal.capabilities import can_draw, say


class Speed(click.ParamType[float]):
    """How many times as fast as life, or `max`."""

    name = "number|max"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The factor; infinity for `max`."""
        if value == "max":
            return float("inf")
        try:
            speed = float(value)
        except ValueError:
            speed = 0.0
        if not 0.1 <= speed <= 10_000:
            self.fail("a speed is a number from 0.1 to 10000, or `max`", param, ctx)
        return speed


@click.command()
@click.argument("session", type=SessionName(), metavar="NAME|FILE")
@click.option(
    "--answers",
    default="",
    metavar="LIST",
    help="Such as `opening,closing:green,skip`. After the last: skip.",
)
@click.option(
    "--speed",
    type=Speed(),
    help="2 is twice as fast as life, `max` does not wait at all. Line by line it is `max`, on the screen 1.",
)
@click.option(
    "--track",
    type=click.Choice(("direct", "indirect", "ask")),
    default="ask",
    show_default=True,
    help="The track to begin on.",
)
@click.option("--plain", is_flag=True, help="Line by line.")
@click.pass_context
def command(context: click.Context, /, session: Entry, *, plain: bool, **how: object) -> None:
    """Try a session out: a name from `ajar list`, or a file.

    On the screen, keys step from beat to beat, jump, and change the speed; each time the file is saved, the
    rehearsal goes on from the same place in the new version. See docs/rehearsing.md.

    LIST answers the check-points, one item each: opening, between, closing, too-much, far-away, skip, stop; a
    coat such as worn-out; a number for an author's own question. What follows a colon answers what opens
    behind it: closing:green, closing:touch:direct, bored:opening, between:stop.
    """
    checked = session_of(session)
    from tui.rehearsal.start import Rehearsal, rehearse  # noqa: PLC0415  # after the session was found

    rehearsal = Rehearsal(plain=plain or not can_draw(), **how)  # type: ignore[arg-type]  # as click passes them
    if rehearsal.plain:
        say(f"{checked.title}, {in_words(checked.length)}.")
    if left := rehearse(checked, session, rehearsal):
        print(f"ajar: no question came for: {', '.join(left)}", file=sys.stderr)
    context.exit(0)
