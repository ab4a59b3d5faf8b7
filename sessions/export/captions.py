"""What stands under a picture, and when: a take as captions on a time axis.

A prompt stays until what comes after it, as in the player. Stillness shows its reminder, or nothing. A prompt
that waits for the person takes no time here, so it is shown together with what follows it. A bell or a
check-point that no prompt begins with gets a few seconds of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, Effect, RingBell, ShowBeat
from sessions.rehearsal.take import Take

ALONE_SECONDS = 4.0
"""The most that a mark without a prompt stays, and what a prompt gets that waits at the very end."""


@dataclass(frozen=True, slots=True)
class Words:
    """How a performer puts things."""

    beat: Callable[[ShowBeat], str]
    question: Callable[[Effect], str]
    bell: Callable[[RingBell], str]


@dataclass(frozen=True, slots=True)
class Caption:
    """What is seen from one moment to another; all of it on lines that hold something."""

    start: float
    end: float
    text: str = ""
    bells: tuple[str, ...] = ()
    """What rings as it begins."""
    asked: tuple[str, ...] = ()
    """The check-points that stand right before it."""


def captions(take: Take, words: Words) -> tuple[Caption, ...]:
    """The captions of a take, in order; none overlaps another, and what shows nothing is left out.

    Bells and check-points at the very end make a last one without a length.
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
    """Without empty lines: one of them ends a caption in every format."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
