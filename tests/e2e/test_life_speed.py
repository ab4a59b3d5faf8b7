"""One whole session at the speed of life, seen from outside: is each prompt there when it is due?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from sessions.check import check_file
from sessions.engine.events import Feeling
from sessions.library.bundled import SCRIPTS
from sessions.written import Say, Step
from tests.e2e.pty_app import PtyApp, now

LATE = 0.05
"""Seconds within which a prompt has to be on the terminal, and the drift at the end has to stay."""


def beats(steps: tuple[Step, ...]) -> list[tuple[tuple[str, ...], float]]:
    """The wordings and lengths of the prompts of a section."""
    return [((step.text, *step.wordings), step.length) for step in steps if isinstance(step, Say)]


def appears(app: PtyApp, wordings: tuple[str, ...], seconds: float) -> float:
    """When one of these wordings is on the screen."""
    return app.until(lambda seen: any(wording in seen.text for wording in wordings), seconds)


def follow(
    app: PtyApp, section: list[tuple[tuple[str, ...], float]], start: float, report: list[str]
) -> float:
    """Watch the prompts of a section come when they are due; returns when the last one ends."""
    due = start
    for wordings, length in section:
        late = appears(app, wordings, due - now() + 5) - due
        report.append(f"{late * 1000:+6.1f} ms  {wordings[0]}")
        assert abs(late) < LATE, "\n".join(report)
        due += length
    return due


@pytest.mark.life_speed
def test_one_breath_keeps_its_minute(tmp_path: Path) -> None:
    session = check_file(SCRIPTS / "one-breath.session.yaml").session
    assert session is not None
    arriving, direct, landing = beats(session.arriving), beats(session.direct), beats(session.landing)
    question = session.arriving[-1]
    report: list[str] = []
    with PtyApp("play", "one-breath", home=tmp_path) as app:
        app.until("Before you begin")
        app.press("\r")
        began = appears(app, arriving[0][0], 10)
        asked_due = follow(app, arriving, began, report)
        asked = app.until(getattr(question, "text"), 15)  # noqa: B009  # any check-point has a text
        assert abs(asked - asked_due) < LATE
        answered = app.press("o")
        end_due = follow(app, direct + landing, answered, report)
        ended = app.until(Feeling.SKIP.value, 15)
        drift = ended - end_due
        taken = (asked - began) + (ended - answered)
        assert abs(drift) < LATE, "\n".join(report)
        assert taken == pytest.approx(session.length, abs=LATE)
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
