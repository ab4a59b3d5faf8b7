"""`ajar check --stats`: the figures that advice on the voice is drawn from."""

from __future__ import annotations

import re

import pytest

from sessions.advice.figures import figures
from sessions.check import check_text
from sessions.library.bundled import SCRIPTS
from tests.fakes.everywhere import NAMES, session
from tests.sessions.framed import framed

HARD = (SCRIPTS / "when-its-hard.session.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_bundled_session_has_figures_within_what_is_advised(name: str) -> None:
    said = figures(session(name))
    modals, tails, orders = (int(share) for share in re.findall(r"(\d+)% (?:with|ending|beginning)", said))
    assert modals <= 55
    assert orders <= 25
    assert tails <= 10  # two of twenty, in a session of a minute
    assert int(re.findall(r"(\d+) beats with", said)[0]) >= 2
    assert int(re.findall(r"has (\d+)%", said)[0]) <= 67
    assert int(re.findall(r"(\d+) images? on a track", said)[0]) <= 2


def test_the_share_is_the_one_that_is_advised_on() -> None:
    others = "".join(f"\n    - Lamp {number} may be on." for number in range(5))
    checked = check_text(framed(f"- say: A lamp may be on.\n  for: 30s\n  or:{others}"))
    (advice,) = (fault for fault in checked.faults if fault.id == "W516")
    count, of = map(int, re.findall(r"\d+", advice.message))
    assert checked.session is not None
    assert f"{of} prompts, {count / of:.0%} with may" in figures(checked.session)


def test_of_another_language_only_what_needs_no_words_is_counted() -> None:
    checked = check_text(HARD.replace("language: en", "language: fi"))
    assert checked.session is not None
    assert "%" not in figures(checked.session).partition("indirect has")[0]
    assert "sentence to say" in figures(checked.session)
