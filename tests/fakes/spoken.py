"""How the bundled sessions speak, in numbers: what is said on each way through, and how it is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

from sessions.engine.score import Beat, BeatKind, Fork, Item, Segment, lay_out
from sessions.written import Track
from tests.fakes.everywhere import session
from tests.fakes.texts import texts_of

QUOTED = re.compile(r"“[^”]*”")
"""Words that somebody can say as they stand."""
MODAL = re.compile(r"\b(may|might|could|can|perhaps|if)\b", re.IGNORECASE)
TAIL = re.compile(
    r"\bor (not|none|neither|nothing|with none|without|not at all|leave (it|them|be))\b[^.]*[.?]?$",
    re.IGNORECASE,
)
"""A way out at the end of a prompt."""
FIRST_PERSON = re.compile(r"\b(I|I'm|I've|I'll|I'd|me|my|mine|myself)\b")

_TOLD = """
be breathe bring call carry choose collect come curl do find follow get give go have hold keep lean
leave let lie lift listen look lounge make move pick picture press pull push put rest roll say see
settle shift sit skip slouch start stay stop stretch sway take think touch try turn use walk watch
wiggle wish
"""
ORDERS = frozenset(_TOLD.split())
"""Verbs that tell somebody to do something where a sentence begins with them."""
NOUNS = re.compile(
    r"^(rest|stretch|look|sound|breath|start|walk) (is|can|will|works|may|and)\b", re.IGNORECASE
)


def unquoted(text: str) -> str:
    """A prompt without the words it lends."""
    return QUOTED.sub("", text)


def sentences(text: str) -> list[str]:
    """The sentences of a prompt; what it lends counts as one, whatever stands in it."""
    # A quote at the end of a sentence belongs to it when only a comma stands before.
    marked = re.sub(r"(?<=[.?]) (?:“[^”]*”)(?= |$)", " Quoted.", text)
    marked = QUOTED.sub("quoted", marked)
    return [part for part in re.split(r"(?<=[.?])\s+", marked.strip()) if part]


def tells(text: str) -> bool:
    """Whether a sentence of the prompt itself is in the imperative."""
    return any(_is_order(sentence) for sentence in re.split(r"(?<=[.?])\s+|\. ", unquoted(text).strip()))


def _is_order(sentence: str) -> bool:
    first = re.split(r"[ ,.]", sentence.strip().lower() + " ")[0]
    return first in ORDERS and not sentence.strip().endswith("?") and not NOUNS.match(sentence.strip())


@dataclass(frozen=True, slots=True)
class Prompt:
    """A beat with words, and how long it is until the next words or question, in seconds."""

    beat: Beat
    gap: float


def ways_through(name: str, track: Track) -> Iterator[list[Prompt]]:
    """What is said from arriving to landing, once for each choice of branches."""
    score = lay_out(session(name))
    segments = (*score.arriving, *score.tracks[track], score.landing)
    yield from _through(segments)


def of_track(name: str, track: Track) -> list[Beat]:
    """The prompts of a track; where it forks, those of every branch."""
    runs = _through(lay_out(session(name)).tracks[track])
    found = {prompt.beat.at: prompt.beat for run in runs for prompt in run}
    return list(found.values())


def _through(segments: Iterable[Segment]) -> Iterator[list[Prompt]]:
    runs: list[list[Prompt]] = [[]]
    for segment in segments:
        runs = [run + _prompts(beats) for run in runs for beats in _beats(segment.items)]
    yield from runs


def _beats(items: Iterable[Item]) -> list[list[Beat]]:
    runs: list[list[Beat]] = [[]]
    for item in items:
        if isinstance(item, Beat):
            runs = [[*run, item] for run in runs]
        elif isinstance(item, Fork):
            runs = [run + inner for run in runs for branch in item.branches for inner in _beats(branch.items)]
    return runs


def _prompts(beats: list[Beat]) -> list[Prompt]:
    found: list[Prompt] = []
    for beat in beats:
        if beat.kind is BeatKind.QUIET and found:
            found[-1] = Prompt(found[-1].beat, found[-1].gap + beat.length)
        else:
            found.append(Prompt(beat, beat.length))
    return found


def before_the_longest_stillness(name: str, track: Track) -> list[Beat]:
    """The prompt that is followed by the longest time without words, one for each way through."""
    found = []
    for run in ways_through(name, track):
        longest = max(prompt.gap for prompt in run)
        found += [prompt.beat for prompt in run if prompt.gap == longest]
    return found


def words_in(text: str) -> list[str]:
    """As the list of runs that are not ours counts them."""
    return re.findall(r"[a-z']+", text.lower().replace("’", "'"))


def runs_of_six(text: str) -> Iterator[tuple[str, str]]:
    """Every six words in a row, and the mark they have in the list."""
    words = words_in(text)
    for start in range(len(words) - 5):
        run = " ".join(words[start : start + 6])
        yield run, blake2b(run.encode(), digest_size=6).hexdigest()


def not_ours(file: Path) -> frozenset[str]:
    """The marks of a list."""
    return frozenset(
        line for line in file.read_text(encoding="utf-8").split("\n") if line[:1] not in ("", "#")
    )


def neighbours(run: list[Prompt]) -> Iterator[tuple[str, str]]:
    """The prompts of a way through, two by two, in their first wording."""
    return pairwise(prompt.beat.wordings[0] for prompt in run)


def count_of(texts: Iterable[str], trait: re.Pattern[str]) -> int:
    """How many prompts have a trait outside the words they lend."""
    return sum(trait.search(unquoted(text)) is not None for text in texts)


def all_words(beats: Iterable[Beat]) -> list[str]:
    """Every text of some beats with words."""
    return [text for beat in beats if beat.kind is not BeatKind.QUIET for text in texts_of(beat)]
