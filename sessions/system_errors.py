"""What the system said when it refused something, as a clause for a message."""

from __future__ import annotations

from sessions.unsafe import visible


def reason_of(error: OSError | ValueError) -> str:
    """The reason in lower case, safe to print; a ValueError means a path that no system accepts."""
    if isinstance(error, ValueError):
        return "the path holds a character that no path can hold"
    return visible(error.strerror or "the system gave no reason").lower()
