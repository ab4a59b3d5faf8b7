"""Opens the app: settings are read, folders named, and Textual is loaded as late and as fast as it can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.loading import hold, without_encryption
from tui.locations import index_file, sessions_folder, settings_file
from tui.settings import Settings, load_or_default
from tui.shelves import Shelves

if TYPE_CHECKING:
    from sessions.clock import Clock
    from sessions.course import Said
    from sessions.effects import Effect
    from sessions.events import Event
    from tui.alarm import Alarm
    from tui.app import AjarApp
    from tui.performance import Performance


def open_app(play: Performance | None = None, settings: Settings | None = None) -> int:
    """Open the library, or begin a session at once; returns the exit code.

    Args:
        play: the session to begin.
        settings: what holds for this run; None for what is remembered.
    """
    remembered, fault = load_or_default(settings_file())
    hold()  # until the first page is drawn
    with without_encryption():
        from tui.app import AjarApp, Opening  # noqa: PLC0415  # it brings Textual along

    opening = Opening(
        settings=settings or remembered,
        settings_file=settings_file(),
        shelves=Shelves(own=sessions_folder(), kept_in=index_file()),
        play=play,
        notice=fault,
    )
    return _run(AjarApp(opening))


def rehearse_app(
    play: Performance, clock: Clock, alarm: Alarm, answer: Callable[[Effect], Event | None]
) -> int:
    """Rehearse a session on the screen, on another clock than life's; nothing is remembered."""
    hold()  # until the first page is drawn
    with without_encryption():
        from tui.app import Opening  # noqa: PLC0415  # it brings Textual along
        from tui.rehearsal_app import RehearsalApp  # noqa: PLC0415  # same

    opening = Opening(settings=Settings(notice_read=True), play=play, seed=play.seed)
    app = RehearsalApp(opening, clock=clock, alarm=alarm, answer=answer)
    return _run(app)


def open_bench(play: Performance, path: str, speed: float, told: tuple[Said, ...]) -> int:
    """Rehearse a session file on the screen, and follow it while it is written; nothing is remembered.

    Args:
        play: the session, and what was chosen for it.
        path: the file it was read from.
        speed: times life.
        told: answers given beforehand.
    """
    remembered, fault = load_or_default(settings_file())
    hold()  # until the first page is drawn
    with without_encryption():
        from sessions.clock import MachineClock  # noqa: PLC0415  # for a rehearsal only
        from tui.alarm import LoopAlarm  # noqa: PLC0415  # it brings asyncio along
        from tui.app import Opening  # noqa: PLC0415  # it brings Textual along
        from tui.rehearsal import ScaledClock  # noqa: PLC0415  # for a rehearsal only
        from tui.rehearsal_alarms import ScaledAlarm  # noqa: PLC0415  # same
        from tui.rehearsal_app import BenchApp  # noqa: PLC0415  # it brings Textual along
        from tui.saves import Saves  # noqa: PLC0415  # for a rehearsal only
        from tui.screens.rehearsal import Bench  # noqa: PLC0415  # it brings Textual along

    settings = remembered._replace(notice_read=True)
    clock = ScaledClock(MachineClock(), speed)
    bench = Bench(clock, Saves(path, play.session), LoopAlarm(), told)
    opening = Opening(settings=settings, play=play, seed=play.seed, notice=fault)
    return _run(BenchApp(opening, alarm=ScaledAlarm(clock), bench=bench))


def _run(app: AjarApp) -> int:
    """Run an app until the person leaves; prints the plain last line, returns the exit code."""
    try:
        line = app.run()
    finally:
        app.sound.close()
    if line:
        print(line)
    return app.return_code or 0
