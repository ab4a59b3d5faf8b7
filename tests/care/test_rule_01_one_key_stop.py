"""Rule 1: one key ends at once, from everywhere: no question, the terminal as it was, one plain line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sessions.engine.effects import Ended, Ending
from sessions.engine.events import Leave
from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp, now
from tests.fakes.everywhere import NAMES, engine_in, situations
from tests.patience import AT_ONCE
from tui.words import phrases

LONGEST_LINE = 12

LIBRARY = "just begin"
"""A word that stands on the list of sessions alone."""

SCREENS = {
    "library": ((LIBRARY,), ""),
    "session page": ((LIBRARY, "ask me on the way"), "1"),
    "notice": ((LIBRARY, "ask me on the way", "Before you begin"), "1\r"),
    "a beat": ((LIBRARY, "ask me on the way", "Before you begin", "space pause"), "1\r\r"),
    "help": ((LIBRARY, "emergency number"), "h"),
}
"""For each screen: what is seen on the way there, and the key pressed after each but the last."""

PLAIN_PLACES: dict[str, tuple[str, str | Callable[[PtyApp], bool]]] = {
    "notice": ("", "Enter begins"),
    "a beat": ("\n", begun),
    "noticing": ("\nn\n", "worn out"),
    "after closing": ("\nc\n", "something ordinary"),
    "halted": ("\nt\n", "Floor Under You"),
    "paused": ("\npause\n", "Paused"),
}
"""What is typed on the way to a place, and what is seen there."""


@pytest.mark.parametrize("name", NAMES)
def test_leaving_is_one_event_in_every_situation_of_every_session(name: str) -> None:
    for run in situations(name):
        (ended,) = engine_in(name, run).handle(Leave(), 0.0)
        assert isinstance(ended, Ended)
        assert ended.ending is Ending.STOPPED


@pytest.mark.parametrize("line", [*phrases.STOP_LINES, *phrases.HALTED_STOP_LINES])
def test_the_last_line_is_plain_and_short(line: str) -> None:
    assert len(line.split()) <= LONGEST_LINE
    assert "\n" not in line
    assert not set("?!") & set(line)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_terminal_is_as_it_was(screen: str, tmp_path: Path) -> None:
    """After Ctrl-C; after `q`, from these and other screens: tests/e2e/test_sitting.py."""
    seen, keys = SCREENS[screen]
    with PtyApp(home=tmp_path) as app:
        before = app.terminal_settings()
        for text, on in zip(seen, [*keys, ""], strict=True):
            app.until(text)
            if on:
                app.press(on)
        app.press("\x03")
        app.until(lambda seen: seen.raw.rfind(b"\x1b[?1049l") > seen.raw.rfind(b"\x1b[?1049h"))
        assert app.wait() == 0
        assert app.terminal_settings() == before
        said = app.raw.rpartition(b"\x1b[?1049l")[2].decode()
        # Where nothing was begun there is nothing to say.
        assert any(line in said for line in phrases.STOP_LINES) == (screen == "a beat")
        assert "?" not in said.replace("\x1b[?", "")


@pytest.mark.parametrize("typed", ["q\n", "\x03"], ids=["q", "ctrl-c"])
@pytest.mark.parametrize("place", PLAIN_PLACES)
def test_the_plain_way_waits_for_no_beat(place: str, typed: str, tmp_path: Path) -> None:
    on, seen = PLAIN_PLACES[place]
    with PtyApp("play", "one-breath", "--plain", "--pace", "10", home=tmp_path, size=(100, 90)) as app:
        app.until("Enter begins")
        for line in on.splitlines(keepends=True):
            app.press(line)
            if line == "\n":
                app.until(begun)
        app.until(seen)
        pressed = app.press(typed)
        pool = phrases.HALTED_STOP_LINES if place == "halted" else phrases.STOP_LINES
        app.until(lambda seen: any(line in seen.text for line in pool))
        assert now() - pressed < AT_ONCE
        assert app.wait() == 0
