"""The look follows a real light terminal; nothing waits for its answer, and no answer counts as typing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.pty_app import AJAR, PtyApp
from tui.settings import remember
from tui.terminal.ground import QUESTION
from tui.themes import DAY, NIGHT

WHITE = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
BLACK = "\x1b]11;rgb:0000/0000/0000\x07"


def drawn_in(app: PtyApp, ground: str) -> bool:
    """Whether the last row but one has this background."""
    return app.screen.buffer[app.screen.lines - 1][0].bg == ground.removeprefix("#")


def asked(app: PtyApp) -> bool:
    return QUESTION.encode() in app.raw


@pytest.mark.parametrize("parts", [(WHITE,), (WHITE[:9], WHITE[9:])], ids=["whole", "in two pieces"])
@pytest.mark.parametrize("late", [False, True], ids=["at once", "late"])
def test_a_light_terminal_has_the_day(parts: tuple[str, ...], tmp_path: Path, *, late: bool) -> None:
    # A terminal sends nothing in the middle of an answer, so the emulator gives no answers meanwhile.
    with PtyApp(home=tmp_path, answers=len(parts) == 1) as app:
        app.until(asked)
        if late:
            app.until(lambda app: drawn_in(app, NIGHT.ground))
        for part in parts:
            app.press(part)
            if len(parts) > 1:
                app.pass_time(0.7)
        app.until(lambda app: drawn_in(app, DAY.ground))
        assert app.text.count("rgb") == 0
        app.press("q")
        assert app.wait() == 0
        assert app.raw.count(QUESTION.encode()) == 1
        assert app.terminal_settings() == app.settings_before


@pytest.mark.parametrize("answer", [BLACK, ""])
def test_a_dark_terminal_or_one_that_says_nothing_has_the_night(answer: str, tmp_path: Path) -> None:
    with PtyApp(home=tmp_path) as app:
        app.until(asked)
        app.press(answer)
        app.until(lambda app: drawn_in(app, NIGHT.ground))
        app.press("q")
        assert app.wait() == 0


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "linux"}, {}])
def test_nobody_is_asked_without_colours_on_a_console_or_once_a_look_was_chosen(
    env: dict[str, str], tmp_path: Path
) -> None:
    if not env:
        remember(tmp_path / "config" / "ajar" / "settings.toml", theme=NIGHT.name)
    with PtyApp(home=tmp_path, env=env) as app:
        app.until("Room for One Breath")
        assert not asked(app)
        app.press("q")
        assert app.wait() == 0


def test_an_answer_on_its_way_at_the_end_is_not_typed_into_the_shell(tmp_path: Path) -> None:
    with PtyApp("-c", f"{AJAR}; printf 'left '; read -t 1 -n 9 typed; echo \"typed:$typed.\"",
                home=tmp_path, command="/bin/bash") as app:  # fmt: skip
        app.until(asked)
        app.press("q")
        app.press(WHITE)
        app.until("typed:.")
        assert app.wait() == 0
