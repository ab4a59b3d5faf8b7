"""How a terminal is left: its modes after all that a program wrote, read as a terminal reads it."""

from __future__ import annotations

import re

PRIVATE_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
KEYBOARD = re.compile(rb"\x1b\[([<>=])(\d*)(?:;\d+)?u")
SHOWN_AT_FIRST = {7, 25}
"""Line wrap and the cursor are on in a terminal at rest; every other mode is off."""

ALTERNATE = 1049


class TerminalState:
    """Modes, and for each of the two screens how often the keyboard protocol was asked for and given back."""

    def __init__(self, written: bytes) -> None:
        self.modes: dict[int, bool] = {}
        self.keyboards = {False: 0, True: 0}
        """Entries on the stack of the main screen, and of the alternate one."""
        self.lowest = 0
        """Below zero where more was given back than was asked for."""
        for match in re.finditer(PRIVATE_MODE.pattern + b"|" + KEYBOARD.pattern, written):
            modes, switch, sign, count = match.groups()
            if modes is not None:
                self._switch(modes, on=switch == b"h")
            elif sign in b"<>":
                self._stack(sign, int(count or b"1"))

    @property
    def left_on(self) -> list[str]:
        """Whatever is not as in a terminal at rest."""
        wrong = [str(mode) for mode, on in self.modes.items() if on != (mode in SHOWN_AT_FIRST)]
        wrong += [f"{count} keyboards" for count in self.keyboards.values() if count]
        return wrong + ["keyboards given back twice"] * (self.lowest < 0)

    def _switch(self, modes: bytes, *, on: bool) -> None:
        self.modes.update({int(mode): on for mode in modes.split(b";")})

    def _stack(self, sign: bytes, count: int) -> None:
        screen = self.modes.get(ALTERNATE, False)
        self.keyboards[screen] += 1 if sign == b">" else -count
        self.lowest = min(self.lowest, self.keyboards[screen])
