"""Plays a session in plain lines: the notice, the opening line, the run, bell and voice."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sessions.clock import MachineClock
from sessions.engine.effects import Ended
from sessions.engine.events import Leave
from tui.choices import Offer
from tui.locations import settings_file
from tui.plain.help_page import help_text
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.plain.typed import meaning_of
from tui.plain.typed_line import readings
from tui.plain.typing_in import LineSource, StdinLines
from tui.plain.wrapping import Width, width_of, wrapped
from tui.run.performance import Performance
from tui.run.sound import Sound
from tui.run.speaker import Mute, Speaker
from tui.settings import Settings, SettingsError, remember
from tui.terminal.capabilities import write
from tui.terminal.line_outlet import way_out
from tui.terminal.thread_faults import thread_faults_told
from tui.words import lines, page_lines, phrases
from tui.words.in_lines import in_lines

BEGIN = "Enter begins. h, then Enter, lists people to call; q, then Enter, stops."
KEEP = "k, then Enter, begins too, and keeps on this computer that you have read this."
TO_STOP = "q, then Enter, stops at any moment; ? lists all keys, and g says again what is here."


class Place(NamedTuple):
    """The terminal or pipe in which a session is played in lines."""

    source: StdinLines | None = None
    """Where typed lines come from; None for standard input."""
    width: int | None = None
    """Columns of a line; None is the terminal's."""
    from_page: bool = False
    """The session was begun from its page, which has been read."""


def sit(
    performance: Performance,
    settings: Settings,
    fault: str = "",
    place: Place = Place(),  # noqa: B008  # it is immutable
) -> Ended | None:
    """Play a session from its notice to its end.

    Args:
        performance: what was chosen.
        settings: whether there is sound, and whether the notice has been read.
        fault: what is wrong with the settings file, if anything.
        place: the terminal or pipe.

    Returns:
        How it ended; None if it never began.
    """
    source, from_page = place.source or StdinLines(), place.from_page
    say = Said(width_of(place.width))
    if fault:
        print(fault, file=sys.stderr)
    notes: deque[str] = deque()
    sound = Sound(on_fault=notes.append)
    sound.use(settings)
    sound.speak_for(performance.session.language, performance.recordings)
    sound.prepare()
    try:
        if not from_page or not settings.notice_read or performance.flagged:
            before = tuple(_before(performance, settings, source, from_page=from_page))
            say(*before)
            if not _enter(source, say, settings.region, keeps=not settings.notice_read, before=before):
                say("", page_lines.pick(phrases.STOP_LINES, performance.seed))
                return None
        with thread_faults_told(), way_out(source.wake) as out:
            means = PlainMeans(
                MachineClock(),
                source,
                _aside(source, out.write, say.width),
                ring=sound.ring,
                hears=sound.hears,
                notes=notes,
                region=settings.region,
                outlet=out,
                voice=_voice(sound),
                switch_voice=lambda: _switched(sound),
            )
            return PlainRun(performance, means).play()
    except KeyboardInterrupt:  # anywhere before the run, also while a line is being printed
        say("", page_lines.pick(phrases.STOP_LINES, performance.seed))
        return None
    finally:
        sound.close()


def _before(
    performance: Performance, settings: Settings, source: LineSource, *, from_page: bool = False
) -> Iterator[str]:
    """Print what comes before the first prompt, and wait for Enter, so that no prompt is missed."""
    if performance.session.about and not from_page:
        yield from (performance.session.about, "")
    if not settings.notice_read:
        yield from (*map(in_lines, phrases.FIRST_NOTICE), "")
    if performance.flagged:
        from tui.words.flagged import about_words  # noqa: PLC0415  # seldom needed

        yield from (*about_words(performance.flagged), "")
    yield page_lines.pick(phrases.OPENING_LINES, performance.seed)
    if performance.pace != 1.0:
        yield lines.pace(performance.pace)
    if source.interactive:
        yield TO_STOP


class Said:
    """Prints lines at a width."""

    def __init__(self, width: Width) -> None:
        self.width = width

    def __call__(self, *texts: str) -> None:
        """Print lines at once."""
        write(wrapped("".join(f"{text}\n" for text in texts), self.width()))

    def asking(self, text: str) -> None:
        """Print a question, and leave the cursor right behind it."""
        write(wrapped(text, self.width()))


def _aside(source: StdinLines, write: Callable[[str], None], width: Width) -> Callable[[str], None]:
    """A writer of lines that first saves a half-typed line, which would otherwise spoil the next."""

    def written(text: str) -> None:
        source.interrupted()
        write(wrapped(text, width()))

    return written


def _switched(sound: Sound) -> tuple[Speaker, str]:
    """Turn the voice on or off from here; returns who speaks now, and a line on it."""
    sound.use(sound.settings.changed(aloud=not sound.aloud))
    if not sound.aloud:
        sound.hush()
    return _voice(sound), page_lines.aloud(on=sound.aloud)


def _voice(sound: Sound) -> Speaker:
    """The speaker: a mute one unless words or ticks are wanted."""
    if not (sound.aloud or sound.ticks):
        return Mute()
    from tui.run.voice import Voice  # noqa: PLC0415  # most people read, or use a screen reader

    return Voice(sound)


def _enter(
    source: LineSource,
    say: Callable[..., None],
    region: str,
    *,
    keeps: bool = False,
    before: Sequence[str] = (),
) -> bool:
    """Wait for Enter without limit, or not at all in a pipe; False if the person stopped.

    `before`: the lines printed before, to be repeated on request.
    """
    while source.interactive:
        say(*([KEEP] if keeps else []), BEGIN)
        try:
            line = line_from(source)
        except EOFError:
            return False
        if isinstance(meaning_of(line, Offer()), Leave):
            return False
        said = next((said.strip() for said in readings(line, "") if said.strip() in WORDS), line)
        if said == "h":
            say(*help_text(region))
        elif said == "g":
            say(*before)
        elif said == "k" and keeps:
            _remember(say)
            return True
        elif not said:
            return True
    return True


WORDS = ("", "h", "k", "g")
"""The words that are understood while the program waits for Enter."""


def line_from(source: LineSource) -> str:
    """Wait for the next line, even if the wait is woken early."""
    while (line := source.read(None)) is None:
        pass
    return line


def _remember(say: Callable[..., None]) -> None:
    try:
        remember(settings_file(), notice_read=True)
    except SettingsError as error:
        say(str(error))
