"""`ajar import`: a session draft from subtitles, timed lyrics or plain text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from sessions.authoring.names import near_name
from sessions.durations import seconds_in
from sessions.library.catalogue import ENDING
from sessions.reading.files import UnreadableError, read_bytes
from sessions.unsafe import visible
from sessions.written import Track
from tui.checks.check_input import STDIN
from tui.exits import StopError
from tui.exports.new_file import STDOUT, put, refuse_existing

MOST_IMPORTED = 8 * 1024 * 1024
"""Bytes; an hour of rolling captions takes about one million."""


class Moment(click.ParamType[float]):
    """A time in a file: `90s`, `1m30s`, `1:30` or `1:12:00`."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Seconds from the start of the file."""
        if isinstance(value, float):
            return value
        text = str(value)
        found = seconds_in(text)
        if found is None and (match := re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)", text)):
            hours, minutes, seconds = (int(group or 0) for group in match.groups())
            found = float(hours * 3600 + minutes * 60 + seconds)
        if found is None:
            self.fail(f"{visible(text)} is no time; write `90s`, `1m30s` or `1:30`", param, ctx)
        return found


@click.command()
@click.argument("file", type=click.Path(path_type=str))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to; `-` is stdout. Without it, a file beside you, called like FILE.",
)
@click.option(
    "--track",
    type=click.Choice([track.value for track in Track]),
    default=Track.DIRECT.value,
    show_default=True,
    help="Where the lines between arriving and landing go.",
)
@click.option(
    "--from",
    "start",
    type=Moment(),
    default=0.0,
    metavar="TIME",
    help="Begin at this moment of FILE: `12m30s` or `12:30`.",
)
@click.option("--to", "end", type=Moment(), metavar="TIME", help="End at this moment of FILE.")
def command(file: str, output: Path | None, track: str, start: float, end: float | None) -> None:
    """Make a session draft of FILE: subtitles, a transcript, timed lyrics, a page or plain text.

    Reads srt, vtt, sbv, ass, ttml, lrc, json, csv, tsv, md, html and txt; `-` is stdin. Times are kept, in
    whole seconds. Without times, each empty line is a pause of ten seconds, and `[pause 30 s]` in any of its
    forms is one as well. What only an author can choose is marked `# todo`, and one line tells what was left
    out, guessed or not understood. A file that is there already is left as it is.
    """
    if end is not None and end <= start:
        raise StopError("`--to` has to come after `--from`")
    name = "stdin" if file == STDIN else Path(file).name
    path = output or Path(f"{near_name(name.partition('.')[0]) or 'imported'}{ENDING}")
    if path != STDOUT:
        refuse_existing(path)
    from sessions.importing.draft import Wishes, draft_of  # noqa: PLC0415  # it loads the parser
    from sessions.importing.source import UnusableError  # noqa: PLC0415  # same

    try:
        draft = draft_of(_content(file), name, Wishes(Track(track), start, end))
    except UnusableError as error:
        raise StopError(f"{visible(file)}: {error}") from None
    for note in draft.notes:
        print(f"ajar: {note}", file=sys.stderr)
    if not put(draft.text, path):
        return
    shown = visible(str(path))
    click.echo(f"Look for `# todo` in it. Then:\n  ajar check {shown}\n  ajar rehearse {shown}", err=True)


def _content(file: str) -> bytes:
    try:
        content = (
            sys.stdin.buffer.read(MOST_IMPORTED + 1) if file == STDIN else read_bytes(file, MOST_IMPORTED)
        )
    except UnreadableError as error:
        raise StopError(f"{visible(file)} cannot be read: {error}") from None
    if len(content) > MOST_IMPORTED:
        raise StopError(f"{visible(file)} is larger than 8 MiB, more than the captions of a long day")
    return content
