"""Advice on a session as a whole: its words, its tracks, its check-points, its parts (W5xx).

The numbers are those of the care guide, rules 5, 12 and 17. This advice depends on sums over the session, so
it is given only for sessions without errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import assert_never

from sessions.advice.voice import Prompts, advise_on_voice
from sessions.durations import written
from sessions.faults import Faults, Span
from sessions.naming import quoted
from sessions.reading.decode import Draft, Steps
from sessions.reading.fields import SECTIONS
from sessions.reading.measure import Measurer
from sessions.text_time import words_in
from sessions.written import Bell, Breathe, CheckIn, Choose, Notice, Quiet, Say, Step, Use, steps_in

WORDS_A_MINUTE = 50
"""Words of prompts a minute, over a whole session (rule 17)."""
LONGEST_WITHOUT_ASKING = 300.0
"""Seconds of beats between check-points (rule 5)."""
EYES_WITHIN = 60.0
"""Seconds within which a session says that eyes may stay open; 15 in a session of a minute (rule 12)."""
SAME_AGAIN = 2 / 3
"""Share of equal prompts from which on one track repeats the other."""


def advise_on_whole(draft: Draft, included: Mapping[str, Steps], measurer: Measurer, faults: Faults) -> None:
    """Check a session without errors."""
    if draft.is_parts_file:
        return
    whole = _Whole(draft, included, measurer, faults)
    whole.same_again()
    whole.many_words()
    whole.unused_parts()
    whole.long_without_asking()
    whole.eyes()
    advise_on_voice(draft, whole.prompts(), faults)


class _Whole:
    def __init__(
        self, draft: Draft, included: Mapping[str, Steps], measurer: Measurer, faults: Faults
    ) -> None:
        self.draft = draft
        self.measurer = measurer
        self.faults = faults
        self.included = included
        self.parts = {name: steps.steps for name, steps in {**included, **draft.parts}.items()}
        self.sections: dict[str, tuple[Step, ...]] = {
            name: draft.sections[name].steps for name in SECTIONS if name in draft.sections
        }
        self.words = {name: sum(self._words(step) for step in steps) for name, steps in self.sections.items()}
        self.says = {
            name: [step for step in self._beats(steps) if isinstance(step, Say)]
            for name, steps in self.sections.items()
        }
        self.tracks = [name for name in ("direct", "indirect") if name in self.sections]

    def same_again(self) -> None:
        """W502: after closing, the person would read the same words again."""
        if len(self.tracks) < 2:
            return
        if not self._may_be_the_same():
            return
        direct, indirect = (
            {_plain(say) for say in self._prompts(self.sections[name])} for name in self.tracks
        )
        shared = direct & indirect
        if len(shared) >= 2 and len(shared) >= SAME_AGAIN * len(indirect):
            message = f"{len(shared)} of {len(indirect)} prompts of `indirect` are those of `direct`"
            help_ = "someone who is closing gets this track: senses, touch, nature or breath, in other words"
            self.faults.add("W502", self._key("indirect"), message, help_)

    def _may_be_the_same(self) -> bool:
        """Whether enough prompts begin with the same word; a quick test before the full comparison."""
        direct, indirect = (
            [text.partition(" ")[0].strip(",.?").lower() for text in self._prompts(self.sections[name])]
            for name in self.tracks
        )
        known = set(direct)
        alike = sum(word in known for word in indirect)
        return alike >= SAME_AGAIN * len(set(indirect))

    def prompts(self) -> Prompts:
        """All prompts, for advice on the voice."""
        return Prompts(self.says, self.words)

    def many_words(self) -> None:
        """W503: too many words for the length of the session."""
        seconds_in = {name: self.measurer.seconds(steps) for name, steps in self.sections.items()}
        for name in self.tracks:
            minutes = sum(seconds_in[each] for each in ("arriving", name, "landing")) / 60
            words = sum(self.words[each] for each in ("arriving", name, "landing"))
            if minutes and words / minutes > WORDS_A_MINUTE:
                rate = f"{words / minutes:.0f} words a minute with `{name}`"
                help_ = "leave out prompts, or make the stillness after them longer"
                self.faults.add("W503", self._key(name), f"{rate}; {WORDS_A_MINUTE} leave room", help_)

    def unused_parts(self) -> None:
        """W505: a part, or a file of parts, that nothing plays."""
        used: set[str] = set()
        wanted = [name for steps in self.sections.values() for name in _uses(steps)]
        while wanted:
            name = wanted.pop()
            if name not in used:
                used.add(name)
                wanted += _uses(self.parts[name])
        for name, key in self.draft.part_marks.items():
            if name not in used:
                help_ = "play it with `use`, or leave it out"
                self.faults.add("W505", key.span, f"no step uses the part {quoted(name)}", help_)
        if self.included and not used & self.included.keys():
            help_ = "play one of their parts with `use`, or leave them out"
            self.faults.add("W505", self._key("parts_from"), "no step uses a part of these files", help_)

    def long_without_asking(self) -> None:
        """W507: the player asks after landing, so the last segment of a track and landing count as one."""
        runs: list[tuple[str, ...]] = [("arriving",), *((name, "landing") for name in self.tracks)]
        for run in runs:
            sum_ = 0.0
            for name, step in ((each, step) for each in run for step in self.sections[each]):
                if isinstance(step, CheckIn | Notice):
                    sum_ = 0.0
                    continue
                before, sum_ = sum_, sum_ + self.measurer.length(step)
                if before <= LONGEST_WITHOUT_ASKING < sum_:
                    message = f"by the end of this step {written(sum_)} have passed without a check-point"
                    self.faults.add("W507", self.draft.verb(step.at), message, self._where_to_ask(name, step))

    def _where_to_ask(self, section: str, step: Step) -> str:
        """The help for W507: landing and parts may hold no check-point, and both tracks need equally many."""
        both = " on both tracks" if len(self.tracks) > 1 and section != "arriving" else ""
        most = written(LONGEST_WITHOUT_ASKING)
        if section == "landing":
            if self.measurer.seconds(self.sections["landing"]) > LONGEST_WITHOUT_ASKING:
                return f"make landing shorter than {most}: it holds no question, the player asks after it"
            ends = "`direct` and `indirect`" if both else "`indirect`"
            return f"landing holds no question: end {ends} with a `check_in`, so that one comes in {most}"
        if self.measurer.length(step) > LONGEST_WITHOUT_ASKING:
            return f"play it in two steps{both}, with a `check_in` between them, so that one comes in {most}"
        return f"put a `check_in` before it{both}, so that nobody goes longer than {most} without being asked"

    def eyes(self) -> None:
        """W508: a session says early that eyes can stay open."""
        values = self.draft.values
        eyes = _eyes(self.draft.language)
        if values.get("eyes") == "open" or eyes is None:
            return
        within = 15.0 if values["length"] <= 60 else EYES_WITHIN
        start = 0.0
        for step in self._beats(self.sections["arriving"]):
            if start < within and isinstance(step, Say) and _offers_eyes(step, eyes):
                return
            start += self.measurer.length(step)
        message = f"nothing says in the first {written(within)} that eyes can stay open"
        help_ = "say so, tag the prompt that does with `eyes`, or write `eyes: open` where they stay open"
        self.faults.add("W508", self._key("arriving"), message, help_)

    def _beats(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Steps with parts written out, each part once."""
        for step in steps:
            if isinstance(step, Use):
                yield from self._beats(self.parts[step.part])
            else:
                yield step

    def _prompts(self, steps: Iterable[Step]) -> Iterator[str]:
        for step in self._beats(steps):
            if isinstance(step, Say):
                yield step.text
            elif isinstance(step, Choose):
                for option in step.options:
                    yield from self._prompts(option.steps)

    def _words(self, step: Step) -> int:
        match step:
            case Say():
                return max([words_in(text) for text in (step.text, *step.wordings)])
            case Breathe():
                return words_in(step.or_else)
            case Use():
                return step.repeat * sum(self._words(inner) for inner in self.parts[step.part])
            case Choose():
                return max(sum(self._words(inner) for inner in option.steps) for option in step.options)
            case Quiet() | Bell() | CheckIn() | Notice():
                return 0
            case _:
                assert_never(step)

    def _key(self, name: str) -> Span:
        return self.draft.root.entries[name].key.span


def _uses(steps: Iterable[Step]) -> list[str]:
    return [step.part for step in steps_in(steps) if isinstance(step, Use)]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", text).lower().split())


def _offers_eyes(say: Say, eyes: re.Pattern[str]) -> bool:
    return "eyes" in say.tags or all(eyes.search(text) for text in (say.text, *say.wordings))


@cache
def _eyes(language: str) -> re.Pattern[str] | None:
    """Finds words for eyes; None for a language whose words are not listed here."""
    beginnings = _EYES.get(language)
    if beginnings is None:
        return None
    inside = language in {"zh", "ja", "ko"}  # scripts without spaces between words
    return re.compile(f"(?:{beginnings})" if inside else rf"\b(?:{beginnings})", re.IGNORECASE)


_EYES = {
    "cs": "oči|očí",
    "da": "øjne|øjn",
    "de": "auge|lider|blick",
    "el": "μάτι",
    "en": r"eye(?:s|lids)?\b",
    "es": "ojo|mirada|párpado",
    "fi": "silm",
    "fr": "yeux|œil|paupière|regard",
    "hu": "szem",
    "id": "mata",
    "it": "occhi|sguardo|palpebr",
    "ja": "目|眼|まぶた|瞼",
    "ko": "눈",
    "nl": "ogen|oog|blik",
    "no": "øye|øyne|auge",
    "nb": "øye|øyne",
    "pl": "oczy|oczu|oczami|powiek",
    "pt": "olho|olhar|pálpebra",
    "ro": "ochi",
    "ru": "глаз|взгляд",
    "sv": "ögon",
    "tr": "göz",
    "uk": "очі|очей|очима|погляд",
    "vi": "mắt",
    "zh": "眼|目光",
}
"""By language: the beginnings of words for eyes, lids or a look."""
