"""The command line as a test calls it."""

from __future__ import annotations

from typing import Protocol


class Ran(Protocol):
    """Runs `ajar` in this process: exit code, stdout, stderr."""

    def __call__(self, *args: str, stdin: bytes = b"") -> tuple[int, str, str]:
        """Run it with these arguments."""
