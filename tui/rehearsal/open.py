"""Opens the app for a rehearsal: played through under another clock, or controlled by an author."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.loading import hold, without_encryption
from tui.locations import settings_file
from tui.settings import Settings, load_or_default
from tui.start import run

if TYPE_CHECKING:
    from sessions.clock import Clock
    from sessions.engine.effects import Effect
    from sessions.engine.events import Event
    from sessions.rehearsal.playthrough import Said
    from tui.run.alarm import Alarm
    from tui.run.performance import Performance


def rehearse_app(
    play: Performance, clock: Clock, alarm: Alarm, answer: Callable[[Effect], Event | None]
) -> int:
    """Rehearse a session on the screen under another clock; nothing is saved."""
    hold()  # until the first page is drawn
    with without_encryption():
        from tui.app import Opening  # noqa: PLC0415  # it brings Textual along
        from tui.rehearsal.app import RehearsalApp  # noqa: PLC0415  # same

    opening = Opening(settings=Settings(notice_read=True), play=play, seed=play.seed)
    app = RehearsalApp(opening, clock=clock, alarm=alarm, answer=answer)
    return run(app)


def open_bench(play: Performance, path: str, speed: float, told: tuple[Said, ...]) -> int:
    """Rehearse a session file on the screen, and reload it whenever it is saved; nothing else is saved.

    Args:
        play: the session, and what was chosen for it.
        path: the file it was read from.
        speed: a multiple of real time.
        told: scripted answers.
    """
    remembered, fault = load_or_default(settings_file())
    hold()  # until the first page is drawn
    with without_encryption():
        from sessions.clock import MachineClock  # noqa: PLC0415  # for a rehearsal only
        from tui.app import Opening  # noqa: PLC0415  # it brings Textual along
        from tui.rehearsal.alarms import ScaledAlarm  # noqa: PLC0415  # same
        from tui.rehearsal.app import BenchApp  # noqa: PLC0415  # it brings Textual along
        from tui.rehearsal.clocks import ScaledClock  # noqa: PLC0415  # for a rehearsal only
        from tui.rehearsal.saves import Saves  # noqa: PLC0415  # for a rehearsal only
        from tui.rehearsal.screen import Bench  # noqa: PLC0415  # it brings Textual along
        from tui.run.alarm import LoopAlarm  # noqa: PLC0415  # it brings asyncio along

    settings = remembered.changed(notice_read=True)
    clock = ScaledClock(MachineClock(), speed)
    bench = Bench(clock, Saves(path, play.session), LoopAlarm(), told)
    opening = Opening(settings=settings, play=play, seed=play.seed, notice=fault)
    return run(BenchApp(opening, alarm=ScaledAlarm(clock), bench=bench))
