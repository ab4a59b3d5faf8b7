"""Somebody who hears a plain run: a voice that says each text as it comes, at so many words a minute."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

DRAWN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a line has no use for: carriage returns, sequences, backspaces."""


class Ticking(Protocol):
    """Whatever knows the time."""

    def now(self) -> float:
        """Seconds."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was put out at one moment."""

    text: str
    begins: float
    """When it came."""
    ends: float
    """When a voice that says it at once is through."""


@dataclass
class Teletype:
    """Takes what is written, with its moment; a voice is cut off by whatever comes before it is through."""

    clock: Ticking
    words_a_minute: int
    heard: list[Heard] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Put this out: what comes at the same moment is said in one go."""
        now = self.clock.now()
        if self.heard and self.heard[-1].begins == now:
            text = self.heard.pop().text + text
        self.heard.append(Heard(text, now, now + len(text.split()) * 60 / self.words_a_minute))

    def cut_off(self) -> list[tuple[str, str]]:
        """Each text that was not through, and what came in between."""
        return [(first.text, then.text) for first, then in pairwise(self.heard) if first.ends > then.begins]

    def drawn(self) -> list[str]:
        """Texts with anything but words and line ends."""
        return [each.text for each in self.heard if DRAWN.search(each.text)]

    def split(self) -> list[str]:
        """Texts that end within a line without asking for an answer."""
        return [each.text for each in self.heard if not each.text.endswith(("\n", ": "))]
