"""The terminal modes that are on while pages are drawn, and how to switch all of them off at once."""

from __future__ import annotations

from textual import constants

NO_KEYBOARD, KEYBOARD = "\x1b[<u", "" if constants.DISABLE_KITTY_KEY else "\x1b[>29u"
"""End and request kitty's keyboard protocol: distinct sequences, with each key's text and Latin place."""

KEYBOARD_ANEW = NO_KEYBOARD + KEYBOARD if KEYBOARD else ""
"""Replaces the mode requested before, so that it has to be given back only once."""

TAKE_AGAIN = f"\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l{KEYBOARD_ANEW}"
"""Alternate screen, no cursor, focus reports, bracketed paste, no line wrap: the modes that Textual sets."""

GIVE_BACK = (
    "\x1b\\"  # ends a sequence that was cut off
    "\x1b[0m\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1016l\x1b[?1006l\x1b[?1004l"
    f"{NO_KEYBOARD if KEYBOARD else ''}\x1b[?1049l\x1b[?25h"
)
"""Switches off every mode that may be on, for a program that has no time to do so one by one."""
