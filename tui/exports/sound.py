"""Writes one path of a session as a sound file: its bells and, if there is a voice, its prompts.

A recording cannot wait for an answer, so check-points are not spoken; nor are reminders, which belong to
stillness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from audio import tones
from audio.encoding import Chapter, Tags
from audio.mixdown import Cue, How, Mixdown, MixdownError, mix_down
from audio.voices.base import Wish
from sessions.engine.effects import RingBell, ShowBeat
from sessions.engine.state import Leg
from sessions.rehearsal.take import Take
from sessions.unsafe import visible
from sessions.written import Track
from tui.exits import StopError
from tui.exports.new_file import new_file
from tui.words import aloud

HEARD_SECONDS = 1.0
"""A bell with less time than this before the end would hardly be heard, and is left out."""


SECTIONS = {
    (Leg.ARRIVING, None): "Arriving",
    (Leg.TRACK, Track.DIRECT): "Kind words",
    (Leg.TRACK, Track.INDIRECT): "Senses",
    (Leg.LANDING, None): "Landing",
    (Leg.FORM, None): "A short form",
    (Leg.FLOOR, None): "Floor Under You",
}
"""The names of the chapters, one for each section of the path."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Options of a sound export."""

    wish: Wish = field(default_factory=Wish)
    """The voice for the prompts."""
    speech: bool = True
    let_ring: bool = True
    """Whether the file lasts until the last bell has died away."""
    title: str = ""
    artist: str = ""


def write_sound(
    take: Take, path: Path, hearing: Hearing, progress: Callable[[float], None], *, force: bool = False
) -> Mixdown:
    """Write a take as a sound file of exactly its length, or longer if the last bell may ring on.

    Raises:
        StopError: the file could not be written.
    """
    cues = cues_of(take, speech=hearing.speech)
    over = max((ring_end(cue) for cue in cues if cue.tone), default=0.0)
    seconds = max(take.seconds, over) if hearing.let_ring else take.seconds
    try:
        how = How(
            hearing.wish,
            Tags(hearing.title, hearing.artist, hearing.wish.language, chapters_of(take)),
            opens=lambda place: new_file(place, force=force and place == path),
        )
        done = mix_down(cues, seconds, path, how=how, progress=progress)
    except MixdownError as error:
        raise StopError(visible(str(error)).removesuffix(".")) from None
    if any(cue.tone and cue.onset > seconds - HEARD_SECONDS for cue in cues):
        more = f"without --no-ring it would add {over - seconds:.0f} s"
        note = f"The last bell falls on the very end and is not heard; {more}."
        return Mixdown(done.path, seconds, (*done.notes, note))
    return done


def cues_of(take: Take, *, speech: bool) -> list[Cue]:
    """The cues of a take; each prompt is a text of its own, so that its recording is found."""
    cues = [
        Cue(moment.at, tone=moment.effect.tone.value, strikes=moment.effect.strikes)
        for moment in take.moments
        if isinstance(moment.effect, RingBell)
    ]
    if speech:
        cues += [
            Cue(moment.at, text=text)
            for moment in take.moments
            if isinstance(moment.effect, ShowBeat)
            for text in aloud.spoken(moment.effect)
        ]
    return sorted(cues, key=lambda cue: cue.onset)


def chapters_of(take: Take) -> tuple[Chapter, ...]:
    """A chapter for each section of the path, starting at its first beat."""
    found: list[Chapter] = []
    for moment in take.moments:
        title = SECTIONS[moment.leg, moment.track if moment.leg is Leg.TRACK else None]
        if isinstance(moment.effect, ShowBeat) and (not found or found[-1].title != title):
            found.append(Chapter(moment.at, title))
    return tuple(found)


def ring_end(cue: Cue) -> float:
    """When the last strike of a bell has died away, in seconds from the start."""
    return cue.onset + (cue.strikes - 1) * tones.spacing(cue.tone) + tones.seconds(cue.tone)
