"""One whole session in real time, seen from outside: is each prompt there when it is due?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from sessions.check import check_file
from sessions.engine.events import Feeling
from sessions.library.bundled import SCRIPTS
from sessions.written import Say, Step
from tests.e2e.pty_app import PtyApp

CLOSE = 2.0
"""Seconds by which a busy machine may be late. `make bench` measures how late a cue is."""


def beats(steps: tuple[Step, ...]) -> list[tuple[tuple[str, ...], float]]:
    """The wordings and lengths of the prompts of a section."""
    return [((step.text, *step.wordings), step.length) for step in steps if isinstance(step, Say)]


def appears(app: PtyApp, wordings: tuple[str, ...]) -> float:
    """When one of these wordings is on the screen."""
    return app.until(lambda seen: any(wording in seen.text for wording in wordings))


def follow(app: PtyApp, section: list[tuple[tuple[str, ...], float]], start: float) -> float:
    """Watch the prompts of a section come, one after the other; returns when the last one ends."""
    due = start
    for wordings, length in section:
        assert appears(app, wordings) > due - CLOSE, f"too early: {wordings[0]}"
        due += length
    return due


@pytest.mark.life_speed
def test_one_breath_is_sat_through_from_its_first_prompt_to_its_last(tmp_path: Path) -> None:
    session = check_file(SCRIPTS / "one-breath.session.yaml").session
    assert session is not None
    arriving, direct, landing = beats(session.arriving), beats(session.direct), beats(session.landing)
    question = session.arriving[-1]
    with PtyApp("play", "one-breath", home=tmp_path) as app:
        app.until("Before you begin")
        app.press("\r")
        began = appears(app, arriving[0][0])
        asked_due = follow(app, arriving, began)
        asked = app.until(getattr(question, "text"))  # noqa: B009  # any check-point has a text
        assert asked > asked_due - CLOSE
        answered = app.press("o")
        follow(app, direct + landing, answered)
        ended = app.until(Feeling.SKIP.value)
        assert (asked - began) + (ended - answered) > session.length - CLOSE
        app.press("s")
        app.until("sessions")
        app.press("q")
        assert app.wait() == 0


def test_the_lengths_used_above_add_up_to_the_promise() -> None:
    session = check_file(SCRIPTS / "one-breath.session.yaml").session
    assert session is not None
    told = [*beats(session.arriving), *beats(session.direct), *beats(session.landing)]
    assert sum(length for _, length in told) == session.length
    assert all(a != b for (a, _), (b, _) in pairwise(told))
