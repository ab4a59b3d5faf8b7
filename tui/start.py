"""Opens the app: settings are read, folders named, and Textual is loaded as late and as fast as it can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sessions.catalogue import SCRIPTS
from tui.loading import Loading
from tui.locations import sessions_folder, settings_file
from tui.settings import Settings, load_or_default

if TYPE_CHECKING:
    from sessions.clock import Clock
    from sessions.effects import Effect
    from sessions.events import Event
    from tui.alarm import Alarm
    from tui.performance import Performance


def open_app(play: Performance | None = None, settings: Settings | None = None) -> int:
    """Open the library, or begin a session at once; returns the exit code.

    Args:
        play: the session to begin.
        settings: what holds for this run; None for what is remembered.
    """
    remembered, fault = load_or_default(settings_file())
    with Loading():
        from tui.app import Opening, run_app  # noqa: PLC0415  # it brings Textual along

    return run_app(
        Opening(
            settings=settings or remembered,
            settings_file=settings_file(),
            folders=(SCRIPTS, sessions_folder()),
            play=play,
            notice=fault,
        )
    )


def rehearse_app(
    play: Performance, clock: Clock, alarm: Alarm, answer: Callable[[Effect], Event | None]
) -> int:
    """Rehearse a session on the screen, on another clock than life's; nothing is remembered."""
    with Loading():
        from tui.app import Opening  # noqa: PLC0415  # it brings Textual along
        from tui.rehearsal_app import RehearsalApp  # noqa: PLC0415  # same

    opening = Opening(settings=Settings(notice_read=True), play=play, seed=play.seed)
    app = RehearsalApp(opening, clock=clock, alarm=alarm, answer=answer)
    line = app.run()
    if line:
        print(line)
    return app.return_code or 0
