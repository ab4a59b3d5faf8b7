"""A session to be heard: the bells of one path and, where there is a voice, its prompts, in one sound file.

A recording cannot wait, so check-points are not spoken; neither are reminders, which belong to the stillness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audio import tones
from audio.mixdown import Cue, How, Mixdown, MixdownError, mix_down
from audio.voices.base import Wish
from sessions.engine.effects import RingBell, ShowBeat
from sessions.engine.score import BeatKind
from sessions.rehearsal.take import Take
from sessions.unsafe import visible
from tui.exits import StopError
from tui.exports.new_file import new_file
from tui.words import lines

HEARD_SECONDS = 1.0
"""A bell with less room than this before the end is as good as silent."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is to be heard."""

    language: str = "en"
    """BCP 47, for the voice."""
    speech: bool = True
    let_ring: bool = False
    """The file goes on until the last bell has died away."""


def write_sound(
    take: Take, path: Path, hearing: Hearing, progress: Callable[[float], None], *, force: bool = False
) -> Mixdown:
    """Write a take as a sound file that lasts exactly as long, unless the last bell shall ring on.

    Raises:
        StopError: it could not be written.
    """
    cues = cues_of(take, speech=hearing.speech)
    over = max((ring_end(cue) for cue in cues if cue.tone), default=0.0)
    seconds = max(take.seconds, over) if hearing.let_ring else take.seconds
    try:
        how = How(
            Wish(language=hearing.language),
            opens=lambda place: new_file(place, force=force and place == path),
        )
        done = mix_down(cues, seconds, path, how=how, progress=progress)
    except MixdownError as error:
        raise StopError(visible(str(error)).removesuffix(".")) from None
    if any(cue.tone and cue.onset > seconds - HEARD_SECONDS for cue in cues):
        note = (
            f"The last bell falls on the very end and is not heard; --let-ring adds {over - seconds:.0f} s."
        )
        return Mixdown(done.path, seconds, (*done.notes, note))
    return done


def cues_of(take: Take, *, speech: bool) -> list[Cue]:
    """What is heard of a take; prompts with the same onset are spoken as one."""
    cues = [
        Cue(moment.at, tone=moment.effect.tone.value, strikes=moment.effect.strikes)
        for moment in take.moments
        if isinstance(moment.effect, RingBell)
    ]
    spoken: dict[float, str] = {}
    for moment in take.moments:
        effect = moment.effect
        if speech and isinstance(effect, ShowBeat) and effect.beat.kind is not BeatKind.QUIET:
            before = f"{spoken[moment.at]}\n" if moment.at in spoken else ""
            spoken[moment.at] = before + lines.beat_text(effect)
    return sorted([*cues, *(Cue(at, text=text) for at, text in spoken.items())], key=lambda cue: cue.onset)


def ring_end(cue: Cue) -> float:
    """When the last strike of a bell has died away, in seconds from the start."""
    return cue.onset + (cue.strikes - 1) * tones.spacing(cue.tone) + tones.seconds(cue.tone)
