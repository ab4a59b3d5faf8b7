"""What was typed and is not taken yet: no more than a person can mean, and a way out of it.

Textual queues each key for as long as it takes: 128 kilobytes of them, from a cat on the keyboard or a paste
into the wrong window, keep `q` waiting for twenty seconds.
"""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Generic, TypeVar

MOST = 32
"""Keys that somebody may have typed ahead; what comes while as many wait was not typed to be read."""

Input = TypeVar("Input")


class Typeahead(Generic[Input]):
    """Input in its order; any thread may put it in, one takes it out."""

    def __init__(self) -> None:
        self._waiting: deque[Input] = deque()
        self._lock = Lock()

    @property
    def is_full(self) -> bool:
        """Whether whatever comes now is dropped, unless it stops everything."""
        return len(self._waiting) >= MOST

    def put(self, given: Input, *, stops: bool = False) -> None:
        """Let it wait its turn; what stops everything takes the place of a full queue."""
        with self._lock:
            if self.is_full and not stops:
                return
            if self.is_full:
                self._waiting.clear()
            self._waiting.append(given)

    def replace_last(self, given: Input) -> None:
        """In place of what was put in last, such as an earlier place of the mouse; or after all others."""
        with self._lock:
            if self._waiting:
                self._waiting.pop()
            self._waiting.append(given)

    @property
    def last(self) -> Input | None:
        """What was put in last, if it still waits."""
        return self._waiting[-1] if self._waiting else None

    def take(self) -> Input | None:
        """The next; None where nothing waits."""
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def __bool__(self) -> bool:
        return bool(self._waiting)
