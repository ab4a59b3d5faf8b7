"""Decides whether plain lines are wanted: by the option, else the environment, else the settings."""

from __future__ import annotations

import os

from tui.environment import ACCESSIBLE
from tui.locations import settings_file
from tui.settings import load_or_default
from tui.terminal.capabilities import can_draw

OFF = ("0", "no", "false", "off")

BY_ENVIRONMENT = f"Line by line, because {ACCESSIBLE} is set. {ACCESSIBLE}=0 or --no-plain draws pages."
BY_SETTING = f"Line by line, because your settings say so. --no-plain or {ACCESSIBLE}=0 draws pages."


def asked_in_environment() -> bool | None:
    """What the environment asks for; None if it says nothing."""
    value = os.environ.get(ACCESSIBLE, "").strip().lower()
    return value not in OFF if value else None


def wants_lines(flag: bool | None = None) -> tuple[bool, str]:  # noqa: FBT001  # its only argument
    """Whether plain lines are wanted, or all that is possible; and why, unless an option asked for them."""
    if not can_draw():
        return True, ""
    if flag is not None:
        return flag, ""
    asked = asked_in_environment()
    if asked is not None:
        return asked, BY_ENVIRONMENT if asked else ""
    remembered, _ = load_or_default(settings_file())
    return remembered.plain, BY_SETTING if remembered.plain else ""
