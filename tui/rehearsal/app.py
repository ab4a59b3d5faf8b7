"""The app in a rehearsal: under another clock, and with scripted answers if there are any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sessions.clock import Clock
from sessions.engine.effects import Effect, Ended
from sessions.engine.events import Event
from tui.app import AjarApp, Opening
from tui.rehearsal.menus import Rehearsed
from tui.rehearsal.screen import SHEETS, Bench, RehearsalPlayer
from tui.run.alarm import Alarm
from tui.run.performance import Means, Performance
from tui.run.speaker import Mute
from tui.screens.player import PlayerPage
from tui.words import lines


class RehearsalApp(AjarApp):
    """Plays a session through without a person, so that lateness does not mean absence."""

    def __init__(
        self, opening: Opening, *, clock: Clock, alarm: Alarm, answer: Callable[[Effect], Event | None]
    ) -> None:
        super().__init__(opening, clock=clock, alarm=alarm)
        self._answer = answer

    def means(self, performance: Performance) -> Means:
        """What a session is performed with."""
        return super().means(performance).changed(answer=self._answer, watched=False, voice=Mute())


class BenchApp(AjarApp):
    """A rehearsal that an author controls, while the file is open in an editor."""

    STAGE_SHEETS = SHEETS

    def __init__(self, opening: Opening, *, alarm: Alarm, bench: Bench) -> None:
        super().__init__(opening, clock=bench.clock, alarm=alarm)
        self._bench = bench

    def means(self, performance: Performance) -> Means:
        """What a session is performed with; nothing is spoken, since speech has only one speed."""
        return super().means(performance).changed(voice=Mute())

    def player(self, performance: Performance) -> PlayerPage:
        """The page on which a session is rehearsed."""
        current = performance.changed(session=self._bench.saves.session)
        return RehearsalPlayer(current, self.means(performance), self._bench)

    def action_keys(self) -> None:
        """Open the page of all keys, those of the transport bar included."""
        from tui.screens.help import keys_page  # noqa: PLC0415  # not on the first page

        self.read(keys_page(self.BINDINGS, rehearsal=RehearsalPlayer.BINDINGS))

    def _ended(self, performance: Performance, ended: Ended, *, landed: bool = False) -> None:  # noqa: ARG002  # the signature; an author goes on however a run ends
        page = Rehearsed(lines.ending(ended, performance.seed), self._bench.saves.session.reflect)
        self.push_screen(page, partial(self._again, performance))

    def _again(self, performance: Performance, _: None) -> None:
        self.begin(performance)
