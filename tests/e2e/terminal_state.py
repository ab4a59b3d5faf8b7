"""The modes in which a program has left a terminal, interpreted from all its output."""

from __future__ import annotations

import re

PRIVATE_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
KEYBOARD = re.compile(rb"\x1b\[([<>=])(\d*)(?:;\d+)?u")
SHOWN_AT_FIRST = {7, 25}
"""Line wrap and cursor are on in a terminal's initial state; every other mode is off."""

ALTERNATE = 1049


class TerminalState:
    """The modes, and for each of the two screens the stack of the keyboard protocol."""

    def __init__(self, written: bytes) -> None:
        self.modes: dict[int, bool] = {}
        self.keyboards = {False: 0, True: 0}
        """Entries on the stack of the main screen, and of the alternate one."""
        self.lowest = 0
        """Below zero if the protocol was ended more often than it was requested."""
        for match in re.finditer(PRIVATE_MODE.pattern + b"|" + KEYBOARD.pattern, written):
            modes, switch, sign, count = match.groups()
            if modes is not None:
                self._switch(modes, on=switch == b"h")
            elif sign in b"<>":
                self._stack(sign, int(count or b"1"))

    @property
    def left_on(self) -> list[str]:
        """Everything that differs from a terminal's initial state."""
        wrong = [str(mode) for mode, on in self.modes.items() if on != (mode in SHOWN_AT_FIRST)]
        wrong += [f"{count} keyboards" for count in self.keyboards.values() if count]
        return wrong + ["keyboards given back twice"] * (self.lowest < 0)

    def _switch(self, modes: bytes, *, on: bool) -> None:
        self.modes.update({int(mode): on for mode in modes.split(b";")})

    def _stack(self, sign: bytes, count: int) -> None:
        screen = self.modes.get(ALTERNATE, False)
        self.keyboards[screen] += 1 if sign == b">" else -count
        self.lowest = min(self.lowest, self.keyboards[screen])
