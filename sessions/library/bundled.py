"""The sessions that come with ajar."""

from __future__ import annotations

from pathlib import Path

SCRIPTS = Path(__file__).parents[1] / "scripts"
"""Their folder."""

FLOOR = "floor-under-you"
"""The session that is offered after too much or far away."""

SIGNS = "how-i-close"
"""The session in which one gets to know one's own signs of closing and opening."""
