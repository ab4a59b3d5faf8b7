"""The sessions that come with ajar."""

from __future__ import annotations

from pathlib import Path

SCRIPTS = Path(__file__).parent / "scripts"
"""Where they are."""

FLOOR = "floor-under-you"
"""The session that is offered after too much or far away."""
