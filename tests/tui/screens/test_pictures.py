"""Pictures of a few screens in all three looks, compared with the ones that were looked at."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from textual.pilot import Pilot

from tests.fakes.alarm import HandAlarm
from tests.fakes.clock import FakeClock
from tests.fakes.stage import READ, Stage
from tui.app import AjarApp, Opening
from tui.locations import mine_file
from tui.mine_file import keep
from tui.themes import PALETTES

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="the pictures were made on Python 3.11; others draw the same text"
)


class Compare(Protocol):
    """What pytest-textual-snapshot hands to a test."""

    def __call__(
        self,
        app: AjarApp,
        *,
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[str]], Awaitable[None]],
    ) -> bool:
        """Whether the app looks as it did."""


SCENES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "library": ((100, 30), ("down", "down")),
    "session-page": ((80, 24), ("6", "d")),
    "beat": ((80, 24), ("6", "enter")),
    "quiet": ((80, 24), ("3", "i", "enter", "enter", "enter", "enter", "s", "enter", "space")),
    "check-in": ((80, 24), ("1", "enter", "enter", "enter", "down")),
    "menu-after-closing": ((80, 24), ("6", "enter", "c")),
    "noticing": ((80, 24), ("6", "enter", "n", "right", "down")),
    "too-much": ((80, 24), ("6", "enter", "t")),
    "own-lines": ((80, 24), ("underscore", "down", "delete")),
    "landing": ((80, 24), ("6", "enter", "c", "up", "up", "enter")),
}


@pytest.mark.parametrize("look", PALETTES)
@pytest.mark.parametrize("scene", SCENES)
def test_a_screen_looks_as_it_did(scene: str, look: str, snap_compare: Compare) -> None:
    if scene == "own-lines":
        keep(mine_file(), "words", "Slowly is allowed.", "One thing at a time.")
        keep(mine_file(), "comforts", "tea in the blue cup")
    size, keys = SCENES[scene]
    clock = FakeClock()
    alarm = HandAlarm(clock)
    app = AjarApp(Opening(settings=READ, seed=7, mine_file=mine_file()), clock=clock, alarm=alarm)

    async def walk(pilot: Pilot[str]) -> None:
        app.change(theme=look)
        await Stage(app, clock, alarm, pilot).press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=walk)
