"""A player of bells that writes down what it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from audio.status import Status


@dataclass
class Recorded:
    """In place of the player of bells."""

    backend: str
    on_fault: Callable[[str], None]
    asked: list[tuple[str, int]] = field(default_factory=list)
    started: int = 0
    faded: int = 0
    closed: bool = False
    told: list[tuple[Any, ...]] = field(default_factory=list)
    """What it was told about words and loudness, in order."""
    status: Status = field(default_factory=Status)

    def start(self) -> None:
        """Get ready."""
        self.started += 1

    def play(self, tone: str, strikes: int = 1) -> None:
        """Ring."""
        self.asked.append((tone, strikes))

    def fade_out(self) -> None:
        """Draw it to nothing."""
        self.faded += 1

    def tick(self) -> None:
        """A soft tick."""
        self.told.append(("tick",))

    def set_levels(self, bell: float = 1.0, voice: float = 1.0) -> None:
        """How loud."""
        self.told.append(("levels", bell, voice))

    def use_voice(self, wish: Any) -> None:
        """Which voice."""
        self.told.append(("voice", wish))

    def ahead(self, texts: Sequence[str]) -> None:
        """What may come."""
        self.told.append(("ahead", *texts))

    def speak(self, texts: Sequence[str]) -> None:
        """Say."""
        self.told.append(("speak", *texts))

    def sample(self, texts: Sequence[str]) -> None:
        """Say, if nothing is being said."""
        self.told.append(("sample", *texts))

    def hush(self) -> None:
        """Be silent and forget."""
        self.told.append(("hush",))

    def hold(self) -> None:
        """Be silent."""
        self.told.append(("hold",))

    def go_on(self) -> None:
        """Say it again."""
        self.told.append(("go on",))

    @property
    def said(self) -> list[tuple[str, ...]]:
        """What it was asked to say, in order."""
        return [tuple(texts) for name, *texts in self.told if name == "speak"]

    def close(self) -> None:
        """Let go."""
        self.closed = True
