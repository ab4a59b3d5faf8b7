"""Turns a take into captions on a time axis.

A prompt stays until the next beat, as in the player. Stillness shows its reminder, or nothing. A prompt that
waits for the person takes no time in a take, so it is shown together with what follows it. A bell or a
check-point without a prompt at the same moment gets a few seconds of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, Effect, RingBell, ShowBeat
from sessions.rehearsal.take import Take

ALONE_SECONDS = 4.0
"""The most that a bell or check-point without a prompt stays; also the time of a last prompt that waits."""


@dataclass(frozen=True, slots=True)
class Words:
    """Functions that put effects into a performer's words."""

    beat: Callable[[ShowBeat], str]
    question: Callable[[Effect], str]
    bell: Callable[[RingBell], str]


@dataclass(frozen=True, slots=True)
class Caption:
    """What is seen from one moment to another; no line of it is empty."""

    start: float
    end: float
    text: str = ""
    bells: tuple[str, ...] = ()
    """The bells that ring as it begins."""
    asked: tuple[str, ...] = ()
    """The questions of the check-points right before it."""


def captions(take: Take, words: Words) -> tuple[Caption, ...]:
    """The captions of a take, in order; none overlaps another, and empty ones are left out.

    Bells and check-points at the very end make a last caption without a length.
    """
    onsets = list(dict.fromkeys(moment.at for moment in take.moments))
    ends = (*onsets[1:], take.seconds)
    drawn = {start: Caption(start, end) for start, end in zip(onsets, ends, strict=True)}
    for moment in take.moments:
        drawn[moment.at] = _with(drawn[moment.at], moment.effect, words)
    return tuple(_fitted(each) for each in drawn.values() if each.text or each.bells or each.asked)


def _with(caption: Caption, effect: Effect, words: Words) -> Caption:
    match effect:
        case ShowBeat():
            texts = (caption.text, _one_block(words.beat(effect)))
            return replace(caption, text="\n".join(text for text in texts if text))
        case RingBell():
            return replace(caption, bells=(*caption.bells, words.bell(effect)))
        case AskCheckIn() | AskNotice() | AskFork():
            return replace(caption, asked=(*caption.asked, " ".join(words.question(effect).split())))
        case _:
            return caption


def _fitted(caption: Caption) -> Caption:
    if not caption.text:
        return replace(caption, end=min(caption.end, caption.start + ALONE_SECONDS))
    if caption.end <= caption.start:
        return replace(caption, end=caption.start + ALONE_SECONDS)
    return caption


def _one_block(text: str) -> str:
    """The text without empty lines, since an empty line ends a caption in every format."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
