"""A person keeps a word, a comfort and a sign, and finds each at its place in the next session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.pty_app import PtyApp
from tui.mine_file import load
from tui.words.mine_file import ASKS, KEPT
from tui.words.own_page import TITLE

WORD, COMFORT, SIGN = "I may go at my own pace.", "tea in the shed", "I make jokes"
MOST_LINES = 30
"""The most lines until the end of the kind words, with a question on the way."""


@pytest.fixture
def kept(home: Path) -> Path:
    """A home in which they are kept, each typed at the command's question."""
    for name, line in (("words", WORD), ("comforts", COMFORT), ("closing", SIGN)):
        with PtyApp("mine", "--add", name, home=home) as app:
            app.until(":")
            app.press(f"{line}\r")
            app.until("Kept.")
            assert app.wait() == 0
    return home


def test_they_are_met_in_the_next_session_and_no_word_after_closing(kept: Path) -> None:
    by_hand = ("--plain", "--pace", "manual", "--track", "direct")
    with PtyApp("play", "hello-guard", *by_hand, home=kept, size=(100, 200)) as app:
        app.until("Enter begins")
        lead_to(app, f"c. closing: {SIGN}")
        lead_to(app, WORD)
        app.press("c\r")
        app.until(f"yours: {COMFORT}")
        behind = len(app.raw)
        app.press("1\r")
        app.until(f"{COMFORT[:1].upper()}{COMFORT[1:]}. This page waits")
        for _ in range(3):
            go_on(app, "next\r")
        app.press("q\r")
        assert app.wait() == 0
        assert WORD.encode() not in app.raw[behind:]


def lead_to(app: PtyApp, seen: str) -> None:
    """Go on, line by line, until this is printed."""
    for _ in range(MOST_LINES):
        if seen in app.text:
            return
        go_on(app, "\r")
    raise AssertionError(f"never said: {seen}")


def go_on(app: PtyApp, keys: str) -> None:
    """Type this; wait for more than its echo."""
    before = len(app.raw) + len(keys) + 1
    app.press(keys)
    app.until(lambda app: len(app.raw) > before)
    app.read_what_is_left()


TYPED = "Be QUICK, or quiet; Чай_1?"


def test_on_its_page_a_line_is_typed_whole_and_in_its_own_letters(tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(80, 24)) as app:
        app.until("Room for One Breath")
        app.press("_")
        app.until(TITLE)
        app.press("1")
        app.until(ASKS["words"])
        app.press(TYPED)
        app.until(TYPED)
        app.press("\r")
        app.until(KEPT)
        app.press("q")
        assert app.wait() == 0
    (file,) = tmp_path.rglob("mine.yaml")
    assert load(file)[0].words == (TYPED,)
