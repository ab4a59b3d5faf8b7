"""Advice on single steps: time to read, stillness, room on the screen, alternatives (W5xx).

The numbers are those of the care guide, rules 13 and 17. Advice never keeps a session from being played, and
`# allow: W501 reason`, on the same line or the one above, keeps it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sessions.durations import written
from sessions.faults import Faults, Span
from sessions.reading.decode import Draft
from sessions.reading.fields import CARE_TAGS
from sessions.reading.nodes import ListNode, Node, Scalar
from sessions.text_time import CHARACTERS_A_WORD, seconds_to_read, seconds_to_say, words_in
from sessions.written import Breathe, Mark, Quiet, Say, Step, Timed, steps_in

MOST_WORDS = 26
MOST_CHARACTERS = 150
"""In a prompt: one idea, read at a glance (rule 17)."""
LONGEST_BEAT = 45.0
"""Seconds (rule 17)."""


def advise_on_steps(draft: Draft, faults: Faults) -> None:
    """Check each step of the file, those of its parts and options included."""
    english = draft.language == "en"
    for step in every_step(draft):
        if isinstance(step, Timed):
            if step.length > LONGEST_BEAT:
                _long_beat(draft, step, faults)
            if isinstance(step, Quiet):
                _look_at_reminder(draft, step, faults)
            else:
                _look_at_texts(draft, step, faults)
            if isinstance(step, Say) and step.tags:
                _look_at_tags(draft, step, faults, english=english)


def every_step(draft: Draft) -> Iterator[Step]:
    """All steps that are written in the file."""
    for steps, _ in (*draft.sections.values(), *draft.parts.values()):
        yield from steps_in(steps)


def place(draft: Draft, at: Mark, *keys: str) -> Span:
    """The value of the first of these keys that the step has, or its verb."""
    entries = draft.places[at].entries
    for key in keys:
        if key in entries:
            return _narrow(entries[key].value, entries[key].key)
    return draft.verb(at)


def _narrow(node: Node, key: Scalar) -> Span:
    return node.span if isinstance(node, Scalar) else key.span


def _texts(step: Say | Breathe) -> tuple[str, ...]:
    """The wordings of a step."""
    return (step.text, *step.wordings) if isinstance(step, Say) else (step.or_else,)


def _place_of_text(draft: Draft, step: Say | Breathe, number: int) -> Span:
    """The place of a wording, numbered as in `_texts`."""
    if isinstance(step, Breathe) or not number:
        return place(draft, step.at, "or_else", "say")
    wordings = draft.places[step.at].entries["or"].value
    return wordings.items[number - 1].span if isinstance(wordings, ListNode) else wordings.span


def _look_at_texts(draft: Draft, step: Say | Breathe, faults: Faults) -> None:
    waits = isinstance(step, Say) and step.until_ready
    for number, text in enumerate(_texts(step)):
        words = words_in(text)
        least = seconds_to_read(text, words)
        if step.length < least and not waits:
            help_ = f"give it {written(-(-least // 1))}, or fewer words"
            span = _place_of_text(draft, step, number)
            if not _too_long_to_say(words, step.length, span, help_, faults):
                faults.add("W501", span, f"{written(step.length)} are not enough for this text", help_)
        if words > MOST_WORDS or len(text) > MOST_CHARACTERS:
            many = f"{len(text)} characters; {MOST_CHARACTERS}"
            if words > MOST_WORDS:
                spaced = words <= len(text.split())
                most = MOST_WORDS if spaced else MOST_WORDS * CHARACTERS_A_WORD
                many = f"{words} words; {most}" if spaced else f"{len(text)} characters; {most}"
            help_ = "keep one idea, and give the next a step of its own"
            span = _place_of_text(draft, step, number)
            faults.add("W510", span, f"this prompt has {many} are easy to take in", help_)


def _look_at_reminder(draft: Draft, step: Quiet, faults: Faults) -> None:
    if step.reminder:
        help_ = "make the stillness longer, or leave the reminder out"
        span = place(draft, step.at, "reminder")
        _too_long_to_say(words_in(step.reminder), step.length, span, help_, faults)


def _too_long_to_say(words: int, seconds: float, span: Span, help_: str, faults: Faults) -> bool:
    """W513; given instead of W501, since a text that cannot be said in time cannot be read in time either."""
    aloud = seconds_to_say(words)
    if aloud <= seconds:
        return False
    message = f"this takes about {written(-(-aloud // 1))} to say, and the beat lasts {written(seconds)}"
    faults.add("W513", span, message, help_)
    return True


def _long_beat(draft: Draft, step: Timed, faults: Faults) -> None:
    span = place(draft, step.at, "for", "quiet")
    help_ = "share it out over two steps; the second may be a `quiet` with a reminder"
    faults.add("W511", span, f"this lasts {written(step.length)}; beats are at most 45s", help_)


def _look_at_tags(draft: Draft, step: Say, faults: Faults, *, english: bool) -> None:
    tags = [tag for tag in step.tags if tag in CARE_TAGS]
    if not tags or (step.less and not english):
        return
    for number, text in enumerate(_texts(step)):
        if not english or _names_no_other_way(text):
            message = f"this prompt is about {tags[0]} and names no other way"
            help_ = (
                "add one, or none: `a hand on something warm, or not`" if english else "add one with `less`"
            )
            faults.add("W512", _place_of_text(draft, step, number), message, help_)


def _names_no_other_way(text: str) -> bool:
    low = text.lower()
    # Most such words stand between spaces; only where none does, punctuation has to be split off.
    return _WAYS_ROUND.isdisjoint(low.split()) and _WAYS_ROUND.isdisjoint(re.findall(r"\w+", low))


_WAYS_ROUND = frozenset(
    {
        "or",
        "none",
        "neither",
        "nor",
        "either",
        "nothing",
        "instead",
        "otherwise",
        "if",
        "without",
        "not",
        "no",
        "leave",
        "left",
        "skip",
        "else",
        "any",
    }
)
"""Words that leave a choice, or leave something out."""
