"""A screen reader at a real terminal: nothing of any session is cut off, repeated, redrawn or split."""

from __future__ import annotations

import json
import re
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from tests.e2e.pty_app import PtyApp, now
from tests.fakes.teletype import DRAWN, Teletype
from tui.plain.sitting import BEGIN
from tui.plain.stage import PROMPT

ROOT = Path(__file__).parents[2]
NAMES = [entry.name for entry in scan(SCRIPTS)]
SPEEDS = (180, 300)
MOST = 40
"""Answers, more than any session asks for."""

LATE = 2.0
"""Seconds that a busy machine may be late with a prompt."""


class Moment:
    """A clock that shows the time it is given."""

    at = 0.0

    def now(self) -> float:
        """Seconds."""
        return self.at


def answer_to(asked: str, wanted: str) -> str:
    """What to type: the wanted answer if it is offered."""
    if "Enter leaves it" in asked:
        return ""
    return "1" if "\n1. " in asked else wanted


def sat_through(app: PtyApp, wanted: str) -> list[str]:
    """Answer each question as it comes, to the end; returns what was typed."""
    typed: list[str] = []
    seen = 0
    for _ in range(MOST):
        app.until(partial(waits_or_ended, seen=seen))
        if app.code is not None:
            return typed
        asked = told(app)[seen:]
        typed.append(answer_to(asked, wanted))
        seen += len(asked)
        app.press(f"{typed[-1]}\n")
    raise AssertionError(f"it asked more than {MOST} times")


def waits_or_ended(app: PtyApp, seen: int) -> bool:
    """Whether something has been asked since then, or the session is over."""
    return app.code is not None or told(app)[seen:].endswith(PROMPT)


def told(app: PtyApp) -> str:
    """All output, with line ends as the program wrote them."""
    return app.raw.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("wanted", ["", "o"], ids=["skipped", "opening"])
@pytest.mark.parametrize("name", NAMES)
def test_every_session_is_heard_whole_at_a_real_terminal(name: str, wanted: str, tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    args = ("-m", "tests.e2e.quick_lines", name, str(record))
    with PtyApp(*args, home=tmp_path, command=sys.executable, env={"PYTHONPATH": str(ROOT)}) as app:
        typed = sat_through(app, wanted)
        assert app.code == 0
        heard = told(app)
    written = [(float(at), str(text)) for at, text in json.loads(record.read_text(encoding="utf-8"))]
    assert len(written) > len(typed) + 3
    answers = iter(typed)
    expected = "".join(text + (f"{next(answers)}\n" if text.endswith(PROMPT) else "") for _, text in written)
    assert heard == expected  # nothing came twice, over another text, or in the middle of one
    assert not re.search(DRAWN, heard)
    for speed in SPEEDS:
        assert spoken(written, speed).cut_off() == []


def spoken(written: list[tuple[float, str]], speed: int) -> Teletype:
    """The output, as a screen reader speaks it."""
    clock = Moment()
    teletype = Teletype(clock, speed)
    for clock.at, text in written:
        teletype.write(text)
    return teletype


@pytest.mark.life_speed
def test_a_minute_is_heard_whole_at_the_speed_of_life(tmp_path: Path) -> None:
    heard: list[tuple[float, str]] = []
    with PtyApp("play", "one-breath", "--plain", home=tmp_path) as app:
        app.until(BEGIN)
        seen = len(told(app))
        app.press("\n")
        waited_since = 0.0
        for _ in range(1000):
            before = len(told(app))
            app.pass_time(0.25)
            if app.code is not None:
                break
            if len(told(app)) > before:
                heard.append((now(), told(app)[max(before, seen) :]))
                waited_since = now()
            asked = heard[-1][1] if heard else ""
            if asked.endswith(PROMPT) and now() - waited_since > len(asked.split()) * 60 / min(SPEEDS):
                heard[-1] = (heard[-1][0], f"{asked}\n")
                app.press("\n")
        assert app.code == 0
    assert not re.search(DRAWN, "".join(text for _, text in heard))
    for speed in SPEEDS:
        lost = [
            (first.text, then.text)
            for first, then in pairwise(spoken(heard, speed).heard)
            if first.ends > then.begins + LATE
        ]
        assert lost == []
