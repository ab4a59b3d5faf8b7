"""`ajar export`: a session as a handout, subtitles, a recording, data or sound."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from audio.encoding import FORMATS as SOUND_FILES
from sessions.library.catalogue import Entry
from sessions.unsafe import visible
from tui.beginning import track_of
from tui.exits import Exit
from tui.exports.new_file import STDOUT, put, refuse_existing
from tui.exports.texts import FORMATS
from tui.named import SessionName, session_of

if TYPE_CHECKING:
    from audio.mixdown import Mixdown
    from audio.voices.base import Wish
    from sessions.rehearsal.take import Take
    from tui.exports.chosen_path import ChosenPath

SOUNDS = tuple(ending.removeprefix(".") for ending in SOUND_FILES)
KINDS = (*FORMATS, *SOUNDS)


@click.command()
@click.argument("session", type=SessionName(), metavar="NAME|FILE")
@click.option(
    "--to",
    "kind",
    type=click.Choice(KINDS),
    help="What to write; without it, the ending of -o says.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to. Without it, text goes to stdout, and sound into a file called like the session.",
)
@click.option(
    "--track",
    type=click.Choice(("direct", "indirect", "ask")),
    default="ask",
    show_default=True,
    help="The track to begin on.",
)
@click.option(
    "--answers",
    default="",
    metavar="LIST",
    help="As for `ajar rehearse`, such as `opening,closing:green`. After the last: skip.",
)
@click.option("--no-speech", is_flag=True, help="In sound: bells only.")
@click.option("--voice", metavar="VOICE", help="In sound: whose voice, as `ajar voice` lists them.")
@click.option("--rate", type=click.IntRange(80, 250), metavar="WORDS", help="In sound: words a minute.")
@click.option(
    "--let-ring/--no-ring",
    default=True,
    help="In sound: go on until the last bell has died away, or end with the last beat.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def command(
    context: click.Context, /, session: Entry, kind: str | None, output: Path | None, **how: Any
) -> None:
    """Write a session in another form: a name from `ajar list`, or a file.

    md and html are a handout, yaml is the session in one file with all its parts, and json holds every beat.
    The others hold one path through the session: srt and vtt are subtitles, cast is a terminal recording for
    asciinema, and wav, mp3, ogg and flac hold bells and, where a voice is there, spoken prompts. Sound lasts
    as long as the path, and until the last bell has died away.
    """
    kind = kind or _kind_of(output)
    text = FORMATS.get(kind)
    if text and text.whole and how["answers"]:
        raise click.UsageError(f"--answers choose one path; {kind} holds the whole session")
    if text and text.both_tracks and how["track"] != "ask":
        raise click.UsageError(f"--track chooses one track; {kind} holds both")
    if output is None and kind in SOUNDS:
        output = Path(f"{session.path.name.removesuffix('.yaml').removesuffix('.session')}.{kind}")
    _look_at(output, kind)
    if output not in (None, STDOUT):
        refuse_existing(output, force=how["force"])
    checked = session_of(session)
    from tui.exports.chosen_path import ChosenPath  # noqa: PLC0415  # after the session was found

    track = track_of(checked, how["track"])
    path = ChosenPath(checked, session.name, track, how["answers"], str(session.path))
    if text:
        put(text.write(path), output, force=how["force"])
    elif output is not None:
        _write_sound(path, output, how)
    context.exit(Exit.FINE)


def _kind_of(output: Path | None) -> str:
    ending = output.suffix.lower().removeprefix(".") if output else ""
    if ending not in KINDS:
        raise click.UsageError(f"say what to write: --to, or -o with one of {', '.join(KINDS)}")
    return ending


def _look_at(output: Path | None, kind: str) -> None:
    if output is None or kind in FORMATS:
        return
    if output == STDOUT:
        raise click.UsageError("sound goes into a file; name one with -o")
    if output.suffix.lower() != f".{kind}":
        raise click.UsageError(f"-o {visible(str(output))} and --to {kind} do not agree; end it in .{kind}")


def _write_sound(path: ChosenPath, output: Path, how: Mapping[str, Any]) -> None:
    from tui.exports.chosen_path import take_of  # noqa: PLC0415  # after the session was found
    from tui.exports.sound import Hearing, write_sound  # noqa: PLC0415  # it brings pydub along

    take = take_of(path)
    progress = _progress()
    try:
        hearing = Hearing(
            _wish(path, how),
            speech=not how["no_speech"],
            let_ring=how["let_ring"],
            title=path.session.title,
            artist=path.session.by or "ajar",
        )
        done = write_sound(take, output, hearing, progress, force=how["force"])
    finally:
        progress(-1.0)
    for note in (*done.notes, *_which(path, take, done)):
        print(f"ajar: {visible(note)}", file=sys.stderr)
    click.echo(visible(str(done.path)))


def _wish(path: ChosenPath, how: Mapping[str, Any]) -> Wish:
    """The voice that was asked for, or the one in the settings."""
    from tui.locations import settings_file  # noqa: PLC0415  # only where something is spoken
    from tui.run.performance import recordings_beside  # noqa: PLC0415  # same
    from tui.run.sound import Spoken, wish_of  # noqa: PLC0415  # same
    from tui.settings import load_or_default  # noqa: PLC0415  # same

    settings, fault = load_or_default(settings_file())
    if fault:
        print(f"ajar: {fault}", file=sys.stderr)
    asked = {"voice": how["voice"], "voice_rate": how["rate"]}
    settings = settings.changed(**{key: value for key, value in asked.items() if value is not None})
    return wish_of(settings, Spoken(path.session.language, recordings_beside(path.file)))


def _which(path: ChosenPath, take: Take, done: Mixdown) -> Iterator[str]:
    """Say which track was taken, so that nobody misses the kind words without knowing why."""
    from sessions.engine.effects import ShowBeat  # noqa: PLC0415  # loaded with the take

    spoken = f", spoken by {done.voice}" if done.voice else ""
    if any(isinstance(moment.effect, ShowBeat) and moment.effect.beat.direct for moment in take.moments):
        yield f"This is the track with kind words{spoken}."
    elif path.session.direct:
        yield f"This is the track of the senses{spoken}. With --track direct it has kind words."
    elif spoken:
        yield f"This is the session{spoken}."


def _progress() -> Callable[[float], None]:
    """Show progress in place on a terminal's stderr; a negative share clears it."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return lambda _share: None

    def show(share: float) -> None:
        text = f"{share:4.0%}" if share >= 0 else "    "
        print(f"\r{text}\r", end="", file=sys.stderr, flush=True)

    return show
