"""`ajar play`: a session, begun at once, on the screen or in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sessions.durations import in_words
from sessions.library.catalogue import Entry
from sessions.pace import FASTEST, SLOWEST
from tui.commands.options import line_width, no_motion, plain_lines
from tui.loading import hold
from tui.named import SessionName, checked_session, todays
from tui.plain.preferred import wants_lines
from tui.terminal.capabilities import say

if TYPE_CHECKING:
    from sessions.check import Checked


class Pace(click.ParamType[float | str]):
    """A factor, or `manual`."""

    name = "factor|manual"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float | str:
        """The factor, or the word."""
        if value == "manual":
            return value
        try:
            factor = float(value)
        except ValueError:
            factor = 0.0
        if not FASTEST <= factor <= SLOWEST:
            self.fail(f"a pace is a number from {FASTEST:g} to {SLOWEST:g}, or `manual`", param, ctx)
        return factor


@click.command()
@click.argument("session", type=SessionName(), metavar="[NAME|FILE]", required=False)
@click.option(
    "--track",
    type=click.Choice(("direct", "indirect", "ask")),
    default="ask",
    show_default=True,
    help="Kind words; senses, touch and green things; or to be asked on the way.",
)
@click.option("--bell/--no-bell", default=None, help="Whether bells can be heard. Off unless remembered.")
@click.option(
    "--bell-indirect/--no-bell-indirect",
    default=None,
    help="With the bell on: whether it can be heard on the indirect track as well.",
)
@click.option(
    "--pace", type=Pace(), help=f"{FASTEST:g} to {SLOWEST:g} times the written length, or `manual`."
)
@click.option(
    "--ask-less/--ask-all",
    default=None,
    help="Fewer questions: only the one before kind words is put. All, unless remembered.",
)
@click.option(
    "--wording",
    type=click.Choice(("turns", "first")),
    default="turns",
    show_default=True,
    help="Wordings of a prompt take turns, or the first is kept, as on the handout.",
)
@click.option(
    "--guide",
    is_flag=True,
    help="To read aloud to others: notes for the guide, Enter for each prompt, large letters.",
)
@click.option(
    "--large/--no-large",
    default=None,
    help="Large letters, where the window has room. Off unless remembered, or with --guide.",
)
@no_motion
@click.option(
    "--aloud/--no-aloud",
    default=None,
    help="Whether words are spoken. Off unless remembered; in plain lines, off unless asked for here.",
)
@click.option("--voice", metavar="VOICE", help="Whose voice, as `ajar voice` lists them.")
@click.option("--rate", type=click.IntRange(80, 250), metavar="WORDS", help="Words a minute, 80 to 250.")
@plain_lines
@line_width
@click.pass_context
def command(
    context: click.Context, /, session: Entry | None, *, plain: bool | None, **wishes: object
) -> None:
    """Begin a session. It takes a name, a title, a number from `ajar list`, the beginning of one, or a file.

    Without any of these a session of up to five minutes begins, another one each day.

    q stops at once, at any moment. Where there is no terminal to draw on, the session is played line by line.
    """
    session = session or todays()
    in_lines, cause = wants_lines(plain)
    if not in_lines:
        hold()  # until the first page is drawn
    if cause:
        say(cause)
    if in_lines and session.bundled:
        # A bundled session is known to be valid, and loading the rest takes longer than a person should wait
        # for a first sign of life.
        _say_first(session.title, session.length)
    playable, checked = checked_session(session)
    from tui.beginning import Wishes, begin  # noqa: PLC0415  # after the first line

    if in_lines and not session.bundled:
        _say_first(playable.title, playable.length)
    wanted = Wishes(plain=in_lines, **wishes)  # type: ignore[arg-type]  # as click passes them
    context.exit(begin(playable, session.name, wanted, _flagged(checked), checked.path))


def _flagged(checked: Checked) -> tuple[str, ...]:
    if not checked.wording:
        return ()
    from tui.words.flagged import flagged_lines  # noqa: PLC0415  # few sessions have such lines

    return flagged_lines(checked.wording)


def _say_first(title: str, length: float | None) -> None:
    say(f"{title}, {in_words(length)}." if length else f"{title}.")
