"""The cursor of a real terminal is on what the person is at, and right behind a question in lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.pty_app import PtyApp
from tests.e2e.test_sitting import SCREENS, go
from tui.plain.sitting import BEGIN
from tui.plain.stage import PROMPT
from tui.widgets.rows import MARK

READ = {"notice": "Before you begin", "keys": "Keys", "help": MARK}


def at_the_cursor(app: PtyApp) -> str:
    """The rest of the row, from where the cursor is."""
    return app.screen.display[app.screen.cursor.y][app.screen.cursor.x :]


@pytest.mark.parametrize("screen", ["library", "session page"])
def test_it_stands_on_the_marked_row(screen: str, tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        go(app, *SCREENS[screen])
        app.until(lambda seen: at_the_cursor(seen).startswith(MARK))
        row = app.screen.cursor.y
        app.press("\x1b[B")
        app.until(lambda seen: seen.screen.cursor.y > row and at_the_cursor(seen).startswith(MARK))
        app.press("q")
        assert app.wait() == 0


@pytest.mark.parametrize("screen", READ)
def test_it_stands_at_what_is_read_first(screen: str, tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        go(app, *SCREENS[screen])
        app.until(lambda seen: at_the_cursor(seen).startswith(READ[screen]))
        app.press("q")
        assert app.wait() == 0


def test_it_stands_at_the_prompt_and_on_the_answer_the_arrows_lead_to(tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        go(app, *SCREENS["player"])
        app.until(lambda seen: at_the_cursor(seen).strip().count(" ") > 1)
        app.press("\x1b[C")
        app.press("c")
        app.until("something to look at or hold")
        app.press("\x1b[B\x1b[B")
        app.until(lambda seen: at_the_cursor(seen).startswith(f"{MARK} 2"))
        app.press("q")
        assert app.wait() == 0


def test_it_stands_right_behind_the_question_in_lines(tmp_path: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", home=tmp_path, size=(100, 40)) as app:
        app.until(BEGIN)
        app.press("\n")
        app.press("closing\n")
        app.until(PROMPT.strip())
        row = app.screen.display[app.screen.cursor.y]
        assert row.rstrip().endswith(PROMPT.strip())
        assert app.screen.cursor.x == len(row.rstrip()) + 1
        app.press("q\n")
        assert app.wait() == 0
