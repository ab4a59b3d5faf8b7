"""`ajar sheet`: every text of a session that a voice may say, to be recorded by somebody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessions.library.catalogue import Entry
from sessions.unsafe import visible
from tui.exits import Exit, StopError
from tui.named import SessionName, session_of

if TYPE_CHECKING:
    from tui.exports.recording_sheet import Group


@click.command()
@click.argument("session", type=SessionName(), metavar="NAME|FILE")
@click.option("--missing", is_flag=True, help="Only what is not recorded, and recordings that fit no text.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_context
def command(context: click.Context, /, session: Entry, *, missing: bool, as_json: bool) -> None:
    """List every text to record for a session: a name from `ajar list`, or a file.

    Each has a short id. A recording is a wav, ogg, mp3 or flac file in a folder called NAME.voice beside the
    session file, and its name begins with the id. What is not recorded is spoken by another voice.
    With --missing, exit code 1 says that something is left to record or to mend.
    """
    checked = session_of(session)
    from tui.exports.recording_sheet import sheet  # noqa: PLC0415  # after the session was found
    from tui.run.performance import recordings_beside  # noqa: PLC0415  # same

    groups = sheet(checked)
    folder = Path(recordings_beside(str(session.path)))
    if missing:
        context.exit(_missing(groups, folder))
    if as_json:
        click.echo(
            json.dumps([row for group in groups for row in _rows(group)], indent=2, ensure_ascii=False)
        )
        return
    count = sum(len(group.texts) for group in groups)
    click.echo(f"{checked.title}: {count} texts. Recordings belong into {visible(str(folder))}")
    for group in groups:
        click.echo(f"\n{group.name}")
        for row in _rows(group):
            click.echo(f"  {row['id']}  {row['seconds']:>2} s  {row['text']}")


def _rows(group: Group) -> list[dict[str, str | int]]:
    from audio.voices.base import RATE_WORDS  # noqa: PLC0415  # after the session was found
    from audio.voices.texts import seconds_to_say, text_id  # noqa: PLC0415  # same

    return [
        {
            "id": text_id(text),
            "seconds": max(1, round(seconds_to_say(text, RATE_WORDS))),
            "text": visible(" ".join(text.split())),
            "section": group.name,
        }
        for text in group.texts
    ]


def _missing(groups: list[Group], folder: Path) -> Exit:
    from audio.voices.base import VoiceError  # noqa: PLC0415  # only where it is asked for
    from audio.voices.recordings import gaps  # noqa: PLC0415  # same
    from tui.exports.recording_sheet import Group  # noqa: PLC0415  # same

    try:
        found = gaps(folder, (text for group in groups for text in group.texts))
    except VoiceError as error:
        raise StopError(str(error)) from None
    for row in _rows(Group("not recorded", found.missing)):
        click.echo(f"  {row['id']}  {row['seconds']:>2} s  {row['text']}")
    for path in found.left_over:
        click.echo(f"{visible(path.name)}: fits no text any more")
    for path in found.unusable:
        click.echo(f"{visible(path.name)}: cannot be used: no sound, silent, or far too long")
    return Exit.FAULT if found.missing or found.left_over or found.unusable else Exit.FINE
