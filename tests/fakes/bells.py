"""A player of bells that writes down what it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Recorded:
    """In place of the player of bells."""

    backend: str
    on_fault: Callable[[str], None]
    asked: list[tuple[str, int]] = field(default_factory=list)
    started: int = 0
    faded: int = 0
    closed: bool = False

    def start(self) -> None:
        """Get ready."""
        self.started += 1

    def play(self, tone: str, strikes: int = 1) -> None:
        """Ring."""
        self.asked.append((tone, strikes))

    def fade_out(self) -> None:
        """Draw it to nothing."""
        self.faded += 1

    def close(self) -> None:
        """Let go."""
        self.closed = True
