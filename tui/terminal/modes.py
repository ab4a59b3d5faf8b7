"""What is switched on in a terminal while pages are drawn, and how all of it is switched off at once."""

from __future__ import annotations

from textual import constants

NO_KEYBOARD, KEYBOARD = "\x1b[<u", "" if constants.DISABLE_KITTY_KEY else "\x1b[>29u"
"""Gives back the keyboard protocol (kitty's), and asks for it: sequences told apart, each key with its text
and with what stands in its place on a Latin board."""

KEYBOARD_ANEW = NO_KEYBOARD + KEYBOARD if KEYBOARD else ""
"""In place of what was asked for before, so that it has to be given back once."""

TAKE_AGAIN = f"\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l{KEYBOARD_ANEW}"
"""Alternate screen, no cursor, reports of focus and of what is pasted, no line wrap: as Textual has it."""

GIVE_BACK = (
    "\x1b\\"  # ends a sequence that was cut off
    "\x1b[0m\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1016l\x1b[?1006l\x1b[?1004l"
    f"{NO_KEYBOARD if KEYBOARD else ''}\x1b[?1049l\x1b[?25h"
)
"""Each mode off that was on, for a program that has no time to do so one by one."""
