"""Describes the machine that was measured, without anything that identifies its owner."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version

from tests.bench.means.burners import cores


def machine() -> dict[str, object]:
    """Python, Textual, system and cores, the day, and how busy it was when the bench began."""
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "textual": version("textual"),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": cores(),
        "load": round(os.getloadavg()[0], 2),
    }


def in_words(told: dict[str, object]) -> str:
    """The same as a line above the table."""
    return (
        f"{told['day']}, Python {told['python']}, Textual {told['textual']}, {told['system']}, "
        f"{told['cores']} cores, load {told['load']} when it began"
    )
