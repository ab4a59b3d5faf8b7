"""The app in a rehearsal: another clock than life's, and answers by itself where there are some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sessions.clock import Clock
from sessions.effects import Effect
from sessions.events import Event
from tui.alarm import Alarm
from tui.app import AjarApp, Opening
from tui.performance import Means


class RehearsalApp(AjarApp):
    """Nobody is missed beside a clock that is not life's."""

    def __init__(
        self, opening: Opening, *, clock: Clock, alarm: Alarm, answer: Callable[[Effect], Event | None]
    ) -> None:
        super().__init__(opening, clock=clock, alarm=alarm)
        self._answer = answer

    def means(self) -> Means:
        """What a session is performed with."""
        return replace(super().means(), answer=self._answer, watched=False)
