"""Lengths in words, for places that load next to nothing."""

from __future__ import annotations


def length_in_words(seconds: float) -> str:
    """`300.0` as `5 minutes`, `90.0` as `1 minute 30 seconds`."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [_counted(minutes, "minute")] * bool(minutes) + [_counted(rest, "second")] * bool(
        rest or not minutes
    )
    return " ".join(parts)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
