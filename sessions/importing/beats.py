"""Turns passages into steps of whole seconds; none is too long, and their sum is the length of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from sessions.advice.steps import LONGEST_BEAT
from sessions.importing.prompts import prompts_in, reading_seconds
from sessions.importing.source import Passage, Source
from sessions.written import Bell, Quiet, Say

LEAST_QUIET = 5
"""Seconds; shorter stillness is added to the prompt before it."""

REMINDER_WORDS, REMINDER_CHARACTERS = 6, 60
"""The most words and characters of a reminder; see `sessions.reading.fields`."""

_LONGEST = int(LONGEST_BEAT)


@dataclass(frozen=True, slots=True)
class DraftBeat:
    """One step that takes time, and the bells that ring before it."""

    step: Say | Quiet
    bells: tuple[Bell, ...] = ()
    line: int = 0
    """The line of its words in the imported file, counted from 1; 0 if it is not known."""
    remarks: tuple[str, ...] = ()
    """Comments before it in the draft."""
    kind: bool = False
    """It belongs to the direct track."""
    section: str = ""
    """The section that a heading above it names; empty if none does."""

    @property
    def words(self) -> str:
        """The text it shows; empty for bare stillness."""
        return self.step.text if isinstance(self.step, Say) else self.step.reminder

    @property
    def seconds(self) -> int:
        """Its length."""
        return round(self.step.length)


@dataclass(frozen=True, slots=True)
class DraftBeats:
    """A file, cut into beats."""

    beats: tuple[DraftBeat, ...]
    added: int
    """Seconds by which the beats are longer than the file, because each prompt needs at least one."""

    @property
    def seconds(self) -> int:
        """The length of all beats."""
        return sum(beat.seconds for beat in self.beats)


def beats_of(source: Source) -> DraftBeats:
    """The beats of a file; each passage begins at its own second, unless those before it need longer."""
    passages = _by_second(source)
    if not passages:
        return DraftBeats((), 0)
    last = passages[-1]
    end = max(round(last.end), round(source.length), round(last.start) + 1)
    if last.end <= last.start and end <= last.start + 1:
        end = max(end, round(last.start) + sum(map(reading_seconds, prompts_in(last.text))))
    ends = [*(round(passage.start) for passage in passages[1:]), end]
    beats = [replace(beat, section=passages[0].section) for beat in _still(round(passages[0].start))]
    for passage, until in zip(passages, ends, strict=True):
        beats += _beats_in(passage, until - round(passage.start))
    return DraftBeats(tuple(beats), sum(beat.seconds for beat in beats) - end)


def pieces(seconds: int) -> list[int]:
    """Stillness in even pieces, none longer than a beat may be."""
    count = -(-seconds // _LONGEST)
    return [seconds * (i + 1) // count - seconds * i // count for i in range(count)]


def _by_second(source: Source) -> list[Passage]:
    """The passages, with those that begin in the same second merged into one."""
    found: list[Passage] = []
    for passage in source.passages:
        if found and round(found[-1].start) == round(passage.start):
            before = found[-1]
            found[-1] = replace(
                before,
                end=max(before.end, passage.end),
                remarks=(*before.remarks, *passage.remarks),
                text=f"{before.text} {passage.text}".strip(),
                bells=(*before.bells, *passage.bells),
            )
        else:
            found.append(passage)
    return found


def _beats_in(passage: Passage, seconds: int) -> list[DraftBeat]:
    """The beats of one passage; a second for each prompt at least."""
    reminder = _reminder(passage.text)
    prompts = [] if reminder else prompts_in(passage.text)
    if not prompts:
        beats = list(_still(seconds, reminder))
    else:
        weights = [reading_seconds(prompt) for prompt in prompts]
        seconds = max(seconds, len(prompts))
        said = min(seconds, max(round(passage.end) - round(passage.start), sum(weights)))
        said = seconds if seconds - said < LEAST_QUIET else said
        lengths = _shares(max(said, len(prompts)), weights)
        beats = [b for text, length in zip(prompts, lengths, strict=True) for b in _said(text, length)]
        beats += _still(seconds - said)
    beats = [replace(beat, line=passage.line, section=passage.section) for beat in beats]
    if beats:
        beats[0] = replace(beats[0], bells=passage.bells, remarks=passage.remarks)
    return beats


def _shares(seconds: int, weights: list[int]) -> list[int]:
    """Whole seconds by weight, at least one each."""
    spare, whole = seconds - len(weights), sum(weights)
    cuts = [spare * sum_ // whole for sum_ in accumulate(weights, initial=0)]
    return [1 + after - before for before, after in pairwise(cuts)]


def _said(text: str, seconds: int) -> Iterator[DraftBeat]:
    """A prompt; time beyond the longest beat becomes stillness."""
    rest = 0 if seconds <= _LONGEST else max(LEAST_QUIET, seconds - _LONGEST)
    yield DraftBeat(Say(text, float(seconds - rest)))
    yield from _still(rest)


def _still(seconds: int, reminder: str = "") -> Iterator[DraftBeat]:
    return (DraftBeat(Quiet(float(length), reminder)) for length in (pieces(seconds) if seconds > 0 else []))


def _reminder(text: str) -> str:
    """The words of a short text in parentheses, which is how `ajar export` writes a reminder; else empty."""
    inner = text[1:-1].strip()
    bare = text.startswith("(") and text.endswith(")") and not set(inner) & set("()")
    few = len(inner) <= REMINDER_CHARACTERS and len(inner.split()) <= REMINDER_WORDS
    return inner if bare and few else ""
