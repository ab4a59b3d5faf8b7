"""`ajar import`: a session draft from subtitles, timed lyrics or plain text."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sessions.authoring.names import near_name
from sessions.library.catalogue import ENDING
from sessions.reading.files import MOST_BYTES, UnreadableError, read_bytes
from sessions.unsafe import visible
from sessions.written import Track
from tui.exits import StopError
from tui.exports.new_file import refuse_existing, write_new
from tui.terminal.capabilities import write

STDOUT = Path("-")


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
def command(file: str, output: Path | None, track: str) -> None:
    """Make a session draft of FILE: subtitles (srt, vtt), timed lyrics (lrc) or plain text.

    Times are kept, in whole seconds. In plain text, each empty line is a pause of ten seconds, and `(pause 30
    s)` on a line of its own is one as well. What only an author can choose is marked `# todo`. A file that is
    there already is left as it is.
    """
    path = output or Path(f"{near_name(Path(file).name.partition('.')[0]) or 'imported'}{ENDING}")
    if path != STDOUT:
        refuse_existing(path)
    from sessions.importing.draft import draft_of  # noqa: PLC0415  # it brings the parser along
    from sessions.importing.source import UnusableError  # noqa: PLC0415  # same

    try:
        draft = draft_of(_content(file), Path(file).name, Track(track))
    except UnusableError as error:
        raise StopError(f"{visible(file)}: {error}") from None
    for note in draft.notes:
        print(f"ajar: {note}", file=sys.stderr)
    if path == STDOUT:
        write(draft.text)
        return
    write_new(path, draft.text)
    shown = visible(str(path))
    click.echo(shown)
    click.echo(f"Look for `# todo` in it. Then:\n  ajar check {shown}\n  ajar rehearse {shown}", err=True)


def _content(file: str) -> bytes:
    try:
        content = read_bytes(file)
    except UnreadableError as error:
        raise StopError(f"{visible(file)} cannot be read: {error}") from None
    if len(content) > MOST_BYTES:
        raise StopError(f"{visible(file)} is larger than 256 KiB; the words of a session take about 10")
    return content
