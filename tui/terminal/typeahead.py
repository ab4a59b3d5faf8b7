"""The queue of typed input: limited, with a way for keys that stop to pass a full queue.

Textual's own queue has no limit: 128 kilobytes of keys, from a cat on the keyboard or a paste into the wrong
window, would keep `q` waiting for twenty seconds.
"""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Generic, TypeVar

MOST = 32
"""The most keys that are kept when typed ahead; further ones were hardly typed on purpose."""

Input = TypeVar("Input")


class Typeahead(Generic[Input]):
    """A queue of input; any thread may put, one thread takes."""

    def __init__(self) -> None:
        self._waiting: deque[Input] = deque()
        self._lock = Lock()

    @property
    def is_full(self) -> bool:
        """Whether it is full; then input is dropped, unless it stops everything."""
        return len(self._waiting) >= MOST

    def put(self, given: Input, *, stops: bool = False) -> None:
        """Add to the queue; input that stops everything replaces a full queue."""
        with self._lock:
            if self.is_full and not stops:
                return
            if self.is_full:
                self._waiting.clear()
            self._waiting.append(given)

    def replace_last(self, given: Input) -> None:
        """Replace the last input, such as an earlier mouse position; add it if the queue is empty."""
        with self._lock:
            if self._waiting:
                self._waiting.pop()
            self._waiting.append(given)

    @property
    def last(self) -> Input | None:
        """The last input, if it is still in the queue."""
        return self._waiting[-1] if self._waiting else None

    def take(self) -> Input | None:
        """Remove and return the next input; None if the queue is empty."""
        with self._lock:
            return self._waiting.popleft() if self._waiting else None

    def __bool__(self) -> bool:
        return bool(self._waiting)
