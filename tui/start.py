"""Opens the app: reads settings, finds folders, and imports Textual as late and as fast as possible."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.exits import Exit
from tui.loading import hold, without_encryption
from tui.locations import mine_file, sessions_folder, settings_file
from tui.mine_file import load
from tui.plain.preferred import wants_lines
from tui.settings import Settings, load_or_default
from tui.shelves import Shelves
from tui.terminal.capabilities import both_are_terminals, is_hosted

NO_PAGES = "ajar: pages cannot be drawn here. `ajar play NAME` plays one of these line by line."

if TYPE_CHECKING:
    from tui.app import AjarApp
    from tui.run.performance import Performance
    from tui.run.sound import Sound


def open_library(
    listed: Callable[[], int],
    plain: bool | None = None,  # noqa: FBT001  # as click passes it
    width: int | None = None,
) -> int:
    """Open the library, drawn or in lines, or print the list into a pipe; returns the exit code."""
    in_lines, cause = wants_lines(plain)
    if not in_lines:
        hold()
        settings, fault = load_or_default(settings_file())
        _, own_fault = load(mine_file())
        return open_app(settings, " ".join(filter(None, (fault, own_fault))))
    if not both_are_terminals():
        print(NO_PAGES, file=sys.stderr)
        return listed()
    from tui.plain.library import PlainLibrary  # noqa: PLC0415  # only the one that is used

    return PlainLibrary(cause, width).open()


def open_app(settings: Settings, notice: str, play: Performance | None = None) -> int:
    """Open the library, or begin a session at once; returns the exit code.

    Args:
        settings: the settings of this run.
        notice: what is wrong with the person's own files, to be shown on the first page.
        play: the session to begin.
    """
    sound = _speaking_soon(play, settings)
    hold()  # until the first page is drawn
    with without_encryption():
        from tui.app import AjarApp, Opening  # noqa: PLC0415  # it brings Textual along

    opening = Opening(
        settings=settings,
        settings_file=settings_file(),
        mine_file=mine_file(),
        shelves=Shelves(own=sessions_folder()),
        play=play,
        notice=notice,
        sound=sound,
    )
    return run(AjarApp(opening))


def _speaking_soon(play: Performance | None, settings: Settings) -> Sound | None:
    """A sound that prepares the first words while the screens are loaded; None if nothing is spoken."""
    if play is None or not settings.aloud:
        return None
    from sessions.engine.engine import Engine  # noqa: PLC0415  # only where something is spoken
    from sessions.repertoire import repertoire  # noqa: PLC0415  # same
    from tui.run.sound import Sound  # noqa: PLC0415  # same
    from tui.run.voice import Voice  # noqa: PLC0415  # same

    sound = Sound()
    sound.use(settings)
    sound.speak_for(play.session.language, play.recordings)
    Voice(sound).look_ahead(Engine(repertoire(play.session, play.seed, mine=play.own)))
    return sound


def run(app: AjarApp) -> int:
    """Run an app until the person leaves, and print its last line; returns the exit code.

    Raises:
        Exception: what went wrong inside the app; the terminal has been given back by then.
    """
    from tui.terminal.colours import Depth, depth_of  # noqa: PLC0415  # it brings Textual along

    threading.excepthook = app.broken_in_thread
    app.draw_in(Depth.FULL if is_hosted() else depth_of(os.environ))
    try:
        line = app.run()
    finally:
        app.give_back()
        app.sound.close()
    if app.broken is not None:
        raise app.broken
    if line and not is_hosted():  # under a host, stdout is not for the person
        print(line)
    if app.return_code is None:  # a host may end the app without an exit code
        return Exit.FINE if is_hosted() else Exit.BROKEN
    return app.return_code
