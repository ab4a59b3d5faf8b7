"""What is left of a page once it is gone: nothing that adds up over many sessions."""

from __future__ import annotations

import gc
from weakref import ref

from tests.fakes.stage import on_stage
from tui.screens.player import PlayerPage
from tui.widgets.foot import Foot


async def test_a_session_that_was_left_is_not_kept() -> None:
    players: list[ref[PlayerPage]] = []
    feet: list[ref[Foot]] = []
    async with on_stage() as stage:
        for _ in range(4):
            await stage.press("1", "enter")
            assert isinstance(stage.app.screen, PlayerPage)
            players.append(ref(stage.app.screen))
            feet.append(ref(stage.app.screen.query_one(Foot)))
            stage.app._to_library()
            await stage.settle()
            assert not isinstance(stage.app.screen, PlayerPage)
        gc.collect()
        assert len([each for each in players if each() is not None]) <= 1
        assert len([each for each in feet if each() is not None]) <= 1
