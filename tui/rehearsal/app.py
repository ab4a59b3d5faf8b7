"""The app in a rehearsal: another clock than life's, and answers by itself where there are some."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sessions.clock import Clock
from sessions.engine.effects import Effect, Ended
from sessions.engine.events import Event
from tui.app import AjarApp, Opening
from tui.rehearsal.menus import Rehearsed
from tui.rehearsal.screen import Bench, RehearsalPlayer
from tui.run.alarm import Alarm
from tui.run.performance import Means, Performance
from tui.run.speaker import Mute
from tui.screens.player import PlayerPage
from tui.words import lines


class RehearsalApp(AjarApp):
    """Plays through without a person; nobody is missed beside a clock that is not life's."""

    def __init__(
        self, opening: Opening, *, clock: Clock, alarm: Alarm, answer: Callable[[Effect], Event | None]
    ) -> None:
        super().__init__(opening, clock=clock, alarm=alarm)
        self._answer = answer

    def means(self) -> Means:
        """What a session is performed with."""
        return super().means().changed(answer=self._answer, watched=False, voice=Mute())


class BenchApp(AjarApp):
    """A rehearsal that an author moves, with the file open in an editor beside it."""

    def __init__(self, opening: Opening, *, alarm: Alarm, bench: Bench) -> None:
        super().__init__(opening, clock=bench.clock, alarm=alarm)
        self._bench = bench

    def means(self) -> Means:
        """What a session is performed with; nothing is said at another speed than life's."""
        return super().means().changed(voice=Mute())

    def player(self, performance: Performance) -> PlayerPage:
        """The page on which a session is rehearsed."""
        current = performance.changed(session=self._bench.saves.session)
        return RehearsalPlayer(current, self.means(), self._bench)

    def action_keys(self) -> None:
        """All keys, those of the bar included."""
        from tui.screens.help import keys_page  # noqa: PLC0415  # not on the first page

        self.read(keys_page(self.BINDINGS, rehearsal=RehearsalPlayer.BINDINGS))

    def _ended(self, performance: Performance, ended: Ended | None, *, landed: bool = False) -> None:  # noqa: ARG002  # an author goes on in any case
        if ended is None:
            return
        page = Rehearsed(lines.ending(ended, performance.seed), self._bench.saves.session.reflect)
        self.push_screen(page, partial(self._again, performance))

    def _again(self, performance: Performance, _: None) -> None:
        self.begin(performance)
