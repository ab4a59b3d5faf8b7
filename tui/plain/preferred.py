"""Whether plain lines are wanted: a flag says so first, then the environment, then what is remembered."""

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
    """What the environment asks for; None where it says nothing."""
    value = os.environ.get(ACCESSIBLE, "").strip().lower()
    return value not in OFF if value else None


def wants_lines(flag: bool | None = None) -> tuple[bool, str]:  # noqa: FBT001  # the only thing it is asked with
    """Whether lines are wanted, or are all there is; and why, where the person did not just say so."""
    if not can_draw():
        return True, ""
    if flag is not None:
        return flag, ""
    asked = asked_in_environment()
    if asked is not None:
        return asked, BY_ENVIRONMENT if asked else ""
    remembered, _ = load_or_default(settings_file())
    return remembered.plain, BY_SETTING if remembered.plain else ""
