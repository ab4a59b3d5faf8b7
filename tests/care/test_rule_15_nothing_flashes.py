"""Rule 15: nothing blinks, is inverted, types itself or spins; text changes by itself once in 4 s at most."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sessions.engine.score import Beat
from sessions.written import Track
from tests.care.output import BLINK, INVERTED, sequences
from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp
from tests.fakes.everywhere import NAMES, engine_in, situations
from tests.fakes.stage import on_stage
from tests.fakes.texts import every_beat

SLOWEST_FLASH = 4.0
"""Seconds from one change of the text to the next."""

LIBRARY = "just begin"
"""A word that stands on the list of sessions alone."""

KEYS = (
    *(("?", "Stop at once"), ("\x1b", LIBRARY), ("h", "emergency number"), ("\x1b", LIBRARY)),
    *(("v", ""), ("v", ""), ("v", ""), ("\x10", "a page, a session, a setting"), ("\x1b", LIBRARY)),
    *(("1", "ask me on the way"), *((key, "") for key in "rRww+-")),
    *(("\r", "Before you begin"), ("\r", "space pause"), (" ", "Paused"), (" ", ""), ("n", "worn out")),
    *(*((key, "") for key in "1slpb"), ("c", "something ordinary"), ("2", ""), ("\r", "")),
    *(("c", "something ordinary"), ("0", "something green"), ("6", ""), ("t", "people to talk to")),
    *(("2", ""), ("\x1b", ""), ("h", "emergency number"), ("\x1b", ""), ("1", ""), ("\r", "")),
)
"""From the library through its pages into a session; each with what is waited for, where it opens a page."""


def tour(home: Path, *args: str, size: tuple[int, int] = (80, 24), **env: str) -> bytes:
    """Every byte that is written on a walk through all pages."""
    with PtyApp(*args, home=home, size=size, env=env) as app:
        app.until(LIBRARY)
        for key, seen in KEYS:
            app.press(key)
            app.until(seen)
            app.pass_time(0.05 if seen else 0.15)
        app.press("q")
        app.wait()
        return app.raw


one_walk = pytest.mark.xdist_group("the walk through all pages")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return tour(tmp_path_factory.mktemp("home"))


@one_walk
def test_the_walk_comes_to_all_pages(walked: bytes) -> None:
    seen = walked.decode()
    for words in ("you begin", "Keys", "emergency number", "something green", "worn out", "has stopped"):
        assert words in seen


@one_walk
def test_no_byte_makes_anything_blink_or_inverts_it(walked: bytes) -> None:
    assert len(walked) > 20_000
    assert sequences(walked, BLINK) == []
    assert sequences(walked, INVERTED) == []


@pytest.mark.parametrize("bad", [b"\x1b[5m", b"\x1b[1;5;31m", b"\x1b[6m", b"\x1b[?12h", b"\x1b[1 q"])
def test_the_scan_finds_blinking(bad: bytes) -> None:
    assert sequences(b"before" + bad + b"after", BLINK)


@pytest.mark.parametrize("bad", [b"\x1b[?5h", b"\x1b[7mx", b"\x1b[0;7mwords"])
def test_the_scan_finds_inversion(bad: bytes) -> None:
    assert sequences(b"before" + bad + b"after", INVERTED)


@pytest.mark.parametrize(
    "good", [b"\x1b[38;5;7mx", b"\x1b[48;2;5;6;7mx", b"\x1b[0;1mx", b"\x1b[25mx", b"\x1b[27mx"]
)
def test_the_scan_leaves_colours_alone(good: bytes) -> None:
    assert sequences(good, BLINK) + sequences(good, INVERTED) == []


def test_without_colour_there_is_no_colour(home: Path) -> None:
    raw = tour(home, NO_COLOR="1")
    for red, green, blue in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", raw):
        assert red == green == blue


def test_within_a_beat_nothing_is_drawn(home: Path) -> None:
    with PtyApp("play", "one-breath", home=home) as app:
        app.until("Before you begin")
        app.press("\r")
        app.until("space pause")
        app.until_quiet()
        drawn = len(app.raw)
        app.pass_time(4.0)
        assert len(app.raw) == drawn


async def test_what_a_beat_shows_is_there_at_once_and_stays() -> None:
    """No typing effect, and no fade where motion is switched off."""
    async with on_stage() as stage:
        await stage.begin("hello-guard", Track.DIRECT)
        assert stage.app.animation_level == "none"
        at_once = stage.lines()
        await stage.passes(14.9)
        assert stage.lines() == at_once


@pytest.mark.parametrize("name", NAMES)
def test_nothing_changes_by_itself_within_four_seconds(name: str) -> None:
    """At the pace that was written; from any situation, and however late a beat was joined."""
    for run in situations(name):
        if run.due is not None and run.beat is not None and run.left == run.beat.length:
            engine = engine_in(name, run)
            assert engine.due is not None
            assert engine.due >= SLOWEST_FLASH


def test_every_beat_lasts_longer_than_that() -> None:
    beats: list[Beat] = [beat for _, beat in every_beat() if not beat.waits]
    assert min(beat.length for beat in beats) >= SLOWEST_FLASH


def test_the_plain_way_writes_no_sequence_at_all(home: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", home=home) as app:
        app.until("Enter begins")
        app.press("\n")
        app.until(begun)
        app.press("c\n")
        app.until("something ordinary")
        app.press("q\n")
        app.wait()
        assert b"\x1b" not in app.raw
