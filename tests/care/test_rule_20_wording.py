"""Rule 20: all that is shipped keeps to the wording lines; files from outside that do not are announced.

The lists below are those of the care guide, kept apart from the lint's own, so that neither can lose a word
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from sessions.advice.word_lists import lists_for
from sessions.advice.wording import Text, TextKind, find
from sessions.check import check_file, check_text
from sessions.engine.score import lay_out
from sessions.faults import Severity, severity_of
from sessions.library.bundled import SCRIPTS
from sessions.written import Track
from tests.care.told import app_texts, told
from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp
from tests.fakes.everywhere import NAMES, session
from tests.fakes.texts import CARE, beats_in_form, beats_of, questions_in, texts_of
from tui.words import phrases

ERRORS = (
    *("must", "should", "have to", "need to", "try harder", "push through", "just", "simply", "relax"),
    *(
        "calm down",
        "let go",
        "close your eyes",
        "hold your breath",
        "deep breath",
        "you are safe",
        "safe now",
    ),
    *("you will feel", "heal", "cure", "fix", "detox", "trauma", "disorder", "symptom", "nervous system"),
    *("vagus", "fail", "failure", "lazy", "sabotage", "good job", "well done", "streak", "tomorrow"),
    *("don't miss", "why do", "why are you", "sacred"),
)
SHARED_ERRORS = ("compassion", "kind", "kindness", "love", "forgive", "worthy")
"""Errors in beats that may be seen after closing."""

LINES = {
    1: "You must place a hand on your chest, or not.",
    2: "Feel your feet on the floor.",
    3: "Stay to the end.",
    4: "You will feel calmer, or not.",
    5: "You are safe here, whatever comes.",
    6: "Feeling worse shows that it works.",
    7: "Well done, whatever you did.",
    8: "One breath is simply enough, or none.",
    9: "Shoulders may relax, or not.",
    10: "Do you love yourself?",
    11: "Why are you resisting, if you are?",
    12: "There may be some laziness, or none.",
    13: "This may switch on the vagus nerve, or not.",
    14: "Your trauma may be showing, or not.",
    15: "In the next ten seconds, you might listen.",
    16: "As awareness expands into the spaciousness of being, you might rest.",
    17: "A deep breath could come, or none.",
    18: "You might close your eyes, or not.",
    19: "You might push through the anger, or not.",
    20: "Your sacred journey may continue, or not.",
}
"""For each wording line a text that breaks it."""

FILE = """\
format: 1
title: A minute with a sound
length: 1m
arriving:
  - say: Eyes open or lowered, either is fine.
    for: 15s
  - check_in: And now?
{direct}indirect:
  - say: {text}
    for: 30s
landing:
  - say: Looking around, is there a colour you like?
    for: 15s
"""


PLAIN = "A sound may be near, or none."


def holds(text: str, words: tuple[str, ...]) -> list[str]:
    """The words of a list that stand in a text."""
    low = text.lower().replace("’", "'")
    return [word for word in words if re.search(rf"\b{re.escape(word)}\b", low)]


def gentle_texts(name: str) -> Iterator[str]:
    """Everything a person may read after closing."""
    score = lay_out(session(name))
    for segment in (*score.arriving, *score.tracks[Track.INDIRECT], score.landing):
        for beat in beats_of(segment.items):
            yield from texts_of(beat)


def direct_texts(name: str) -> Iterator[str]:
    for segment in lay_out(session(name)).tracks.get(Track.DIRECT, ()):
        for beat in beats_of(segment.items):
            yield from texts_of(beat)


def turned_round(text: str) -> bool:
    """Whether the lint finds that a listed word is denied, allowed or quoted: "there is nothing to fix"."""
    found = find([Text(text, TextKind.HEAD, shared=True)], lists_for("en"))
    return all(severity_of(each.id) is not Severity.WORDING for each in found)


@pytest.mark.parametrize("name", NAMES)
def test_no_bundled_session_holds_a_word_of_the_lists(name: str) -> None:
    found = session(name)
    everything = [*gentle_texts(name), *direct_texts(name), *questions_in(found), found.title, found.about]
    assert len(everything) > 15
    for text in everything:
        assert holds(text, ERRORS) == [], text
        assert "!" not in text
    for text in (*gentle_texts(name), *questions_in(found)):
        assert holds(text, SHARED_ERRORS) == [], text


@pytest.mark.parametrize("file", CARE, ids=lambda file: file.stem)
def test_no_short_form_does(file: Path) -> None:
    for beat in beats_in_form(file):
        for text in texts_of(beat):
            assert holds(text, (*ERRORS, *SHARED_ERRORS)) == [], text


def test_none_of_the_apps_own_lines_does() -> None:
    said = list(told(vars(phrases)))
    assert len(said) > 60
    for text in said:
        assert holds(text, ERRORS) == [] or turned_round(text), text
        assert "!" not in text


@pytest.mark.parametrize("place", app_texts())
def test_neither_does_what_the_app_says_elsewhere(place: str) -> None:
    texts = app_texts()[place]
    assert texts
    for text in texts:
        assert [word for word in holds(text, ERRORS) if (place, word) not in ALLOWED] == [], text


ALLOWED: Mapping[tuple[str, str], str] = {
    ("tui.words.extras.books", "nervous system"): "the title of a book",
    ("tui.words.extras.books", "vagus"): "the title of a deck of cards",
    ("tui.words.extras.books", "trauma"): "the title of a book",
}
"""Words with another meaning where they stand, each with its reason."""


@pytest.mark.parametrize("word", ERRORS)
def test_the_lint_finds_each_word_as_an_error_on_every_track(word: str) -> None:
    text = f"You might hear {word} as a sound, or not."
    direct = f"direct:\n  - say: {text}\n    for: 30s\n"
    for given in (FILE.format(direct="", text=text), FILE.format(direct=direct, text=PLAIN)):
        checked = check_text(given, "outside.session.yaml")
        assert checked.wording, word


@pytest.mark.parametrize("word", SHARED_ERRORS)
def test_it_finds_named_care_where_closing_may_have_been_said_and_allows_it_in_direct(word: str) -> None:
    text = f"You might hear {word} as a sound, or not."
    assert check_text(FILE.format(direct="", text=text), "outside.session.yaml").wording
    direct = f"direct:\n  - say: {text}\n    for: 30s\n    tags: [direct]\n"
    allowed = check_text(FILE.format(direct=direct, text=PLAIN), "outside.session.yaml")
    assert not allowed.wording


@pytest.mark.parametrize("line", LINES)
def test_each_line_has_a_text_that_fails(line: int) -> None:
    checked = check_text(FILE.format(direct="", text=LINES[line]), "outside.session.yaml")
    found = {fault.id for fault in (*checked.faults, *checked.wording) if fault.id.startswith("W6")}
    assert found


def test_what_is_bundled_has_no_wording_error_by_the_lint_either() -> None:
    files = [SCRIPTS / f"{name}.session.yaml" for name in NAMES]
    assert [fault for file in files for fault in check_file(file).wording] == []
    assert [fault for file in CARE for fault in check_file(file).faults if fault.id.startswith("W6")] == []


@pytest.fixture
def outside(home: Path) -> Path:
    file = home / "outside.session.yaml"
    file.write_text(FILE.format(direct="", text="You must relax, or not."), encoding="utf-8")
    return file


def test_a_file_from_outside_is_announced_before_it_plays_in_lines(outside: Path, home: Path) -> None:
    with PtyApp("play", str(outside), "--plain", home=home, size=(120, 40)) as app:
        app.until("Enter begins")
        app.press("\n")
        app.until("may push, promise or judge")
        app.until("You must relax, or not.")
        assert "Eyes open or lowered" not in app.text
        app.press("\n")
        app.until("Eyes open or lowered")
        app.press("q\n")
        assert app.wait() == 0


def test_and_before_it_plays_on_the_screen(outside: Path, home: Path) -> None:
    with PtyApp("play", str(outside), home=home, size=(100, 40)) as app:
        app.until("Before you begin")
        app.press("\r")
        app.until("may push, promise or judge")
        app.until("You must relax, or not.")
        app.pass_time(1.0)
        assert "Eyes open or lowered" not in app.text
        app.press("\r")
        app.until("Eyes open or lowered")
        app.press("q")
        assert app.wait() == 0


def test_a_bundled_session_is_not_announced(home: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", home=home, size=(120, 40)) as app:
        app.until("Enter begins")
        app.press("\n")
        app.until(begun)
        assert "may push" not in app.text
        app.press("q\n")
        app.wait()
