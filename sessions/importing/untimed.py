"""Puts words without times on a time axis: each text takes its reading time, with pauses between."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.pauses import Pause, split_at_pauses
from sessions.importing.prompts import prompts_in, reading_seconds
from sessions.importing.source import Cleaner, Passage, Source

EMPTY_LINE_SECONDS = 10.0
"""The pause for one empty line."""


@dataclass(slots=True)
class Untimed:
    """Puts words and pauses one after the other."""

    ledger: Ledger
    cleaner: Cleaner
    title: str = ""
    language: str = ""
    section: str = ""
    _passages: list[Passage] = field(default_factory=list)
    _remarks: list[str] = field(default_factory=list)
    _now: float = 0.0
    _asked: float = 0.0
    _empty: float = 0.0

    def say(self, text: str, line: int) -> None:
        """Add words, with the pauses that are written among them."""
        for part in split_at_pauses(text):
            if isinstance(part, Pause):
                self.pause(part, line)
            else:
                self._said(part, line)

    def pause(self, pause: Pause, line: int) -> None:
        """Add a pause that the file asks for; empty lines around it add nothing."""
        self.ledger.note(Thing.PAUSE, line, pause.guessed)
        self._asked += pause.seconds

    def empty_line(self) -> None:
        """Add the pause of an empty line, which counts only if no other pause is written there."""
        self._empty += EMPTY_LINE_SECONDS

    def remark(self, text: str) -> None:
        """Add a remark for the author of the draft, before the next words."""
        if clean := self.cleaner.text(text):
            self._remarks.append(clean)

    def source(self) -> Source:
        """Everything added; a written pause at the end stays."""
        end = self._now + self._asked
        passages = self._passages
        if self._remarks and passages:
            passages[-1] = replace(passages[-1], remarks=(*passages[-1].remarks, *self._remarks))
        return Source(tuple(passages), self.title, end, self.language, timed=False)

    def _said(self, text: str, line: int) -> None:
        start = self._now + (self._asked or (self._empty if self._passages else 0.0))
        passage = self.cleaner.passage(start, start, [text], line)
        if not passage.text and not passage.bells:
            return
        end = start + sum(reading_seconds(prompt) for prompt in prompts_in(passage.text))
        self._passages.append(replace(passage, end=end, remarks=tuple(self._remarks), section=self.section))
        self._remarks.clear()
        self._now, self._asked, self._empty = end, 0.0, 0.0
