"""The library in lines, on a real pseudo-terminal: a number, the page, a change, a sitting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.mine.model import Mine
from tests.e2e.begun import FIRST_PROMPTS, begun
from tests.tui.test_processes import Terminal
from tui.environment import ACCESSIBLE
from tui.mine_file import keep, load
from tui.plain import library, mine_page, preferred, session_page, sitting, stage
from tui.plain.preferred import wants_lines
from tui.plain.wrapping import wrapped
from tui.settings import Settings
from tui.words import own_page
from tui.words.mine_file import ASKS, KEPT, REMOVED, UNKEPT
from tui.words.own_page import EXAMPLES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def listed(home: Path) -> Iterator[Terminal]:
    """The library in lines, its list read."""
    assert home
    with Terminal("--plain") as terminal:
        terminal.wait_for(library.WHICH)
        yield terminal


def test_a_number_opens_a_page_and_enter_leads_by_way_of_the_notice_to_a_prompt(listed: Terminal) -> None:
    assert "\x1b" not in listed.text
    assert "1. Room for One Breath, 1 minute." in listed.text
    listed.type("1\n")
    listed.wait_for(session_page.BEGIN)
    listed.type("\n")
    listed.wait_for(sitting.BEGIN)
    listed.type("\n")
    listed.wait_for(begun)
    assert listed.text.partition(sitting.BEGIN)[2].strip() in FIRST_PROMPTS
    assert stage.BELL not in listed.text
    listed.type("q\n")
    assert listed.leaves() == 0


def test_a_page_is_heard_changed_kept_and_left(listed: Terminal, home: Path) -> None:
    listed.type("room\n")
    listed.wait_for(session_page.BEGIN)
    for typed, told in (
        ("i", "The senses"),
        ("+", "Pace: 1.25 times as long."),
        ("lines", session_page.LINES[True]),
        ("xyz", session_page.UNKNOWN),
        ("?", session_page.CHOICES[-1]),
        ("k", "which only you can read"),
    ):
        listed.type(f"{typed}\n")
        listed.wait_for(told)
    kept = (home / "config" / "ajar" / "settings.toml").read_text()
    assert "pace = 1.25" in kept
    assert "plain = true" in kept
    assert "aloud" not in kept  # only what was changed
    listed.type("back\n")
    listed.wait_for("2. ")
    listed.type("q\n")
    assert listed.leaves() == 0


def test_own_lines_are_heard_added_to_and_met(listed: Terminal, home: Path) -> None:
    listed.type("mine\n")
    listed.wait_for(mine_page.WHICH)
    assert mine_page.EMPTY in listed.text
    for typed, told in (
        ("9", mine_page.NO_SUCH),
        ("2", ASKS["comforts"]),
        ("", UNKEPT),
        ("2", EXAMPLES["comforts"]),
        ("the dog: old, and warm", KEPT),
        ("g", "the dog: old, and warm"),
    ):
        listed.type(f"{typed}\n")
        listed.wait_for(told)
    assert load(home / "config" / "ajar" / "mine.yaml")[0].comforts == ("the dog: old, and warm",)
    listed.type("back\n")
    listed.wait_for(library.BACK_HERE)
    listed.type("_\n")
    listed.wait_for(mine_page.WHICH)
    listed.type("1\n")
    listed.wait_for(ASKS["words"])
    listed.type("q\n")
    assert listed.leaves() == 0


def test_a_line_of_ones_own_is_taken_out_by_its_number(listed: Terminal, home: Path) -> None:
    path = home / "config" / "ajar" / "mine.yaml"
    listed.type("mine\n")
    listed.wait_for(mine_page.WHICH)
    listed.type("remove\n")
    listed.wait_for(own_page.NOTHING_TO_TAKE_OUT)
    keep(path, "words", "slowly", "gently")
    keep(path, "people", "Ada")
    for typed, told in (
        ("remove", "3. Ada"),
        ("", own_page.ALL_STAY),
        ("remove", own_page.WHICH_GOES),
        ("9" * 5000, own_page.NO_SUCH_NUMBER),
        ("remove", "2. gently"),
        ("2", REMOVED),
    ):
        listed.type(f"{typed}\n")
        listed.wait_for(told)
    assert load(path)[0] == Mine(("slowly",), people=("Ada",))
    path.write_text("words: [slowly]")
    for typed, told in (("remove", "1. slowly"), ("1", own_page.IN_AN_EDITOR)):
        listed.type(f"{typed}\n")
        listed.wait_for(told)
    assert path.read_text() == "words: [slowly]"
    listed.type("q\n")
    assert listed.leaves() == 0


def test_the_environment_is_named_in_the_first_line(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv(ACCESSIBLE, "1")
    assert home
    with Terminal() as terminal:
        terminal.wait_for(library.WHICH)
        assert terminal.text.startswith(preferred.BY_ENVIRONMENT[:40])
        terminal.type("q\n")
        assert terminal.leaves() == 0


@pytest.mark.parametrize(
    ("flag", "environment", "remembered", "answer"),
    [
        (None, "", False, (False, "")),
        (None, "1", False, (True, preferred.BY_ENVIRONMENT)),
        (None, "yes", True, (True, preferred.BY_ENVIRONMENT)),
        (None, "0", True, (False, "")),
        (None, "", True, (True, preferred.BY_SETTING)),
        (True, "0", False, (True, "")),
        (False, "1", True, (False, "")),
    ],
)
def test_a_flag_comes_before_the_environment_and_that_before_the_settings(
    monkeypatch: pytest.MonkeyPatch,
    *,
    flag: bool | None,
    environment: str,
    remembered: bool,
    answer: tuple[bool, str],
) -> None:
    monkeypatch.setattr(preferred, "can_draw", lambda: True)
    monkeypatch.setenv(ACCESSIBLE, environment)
    held = Settings(plain=remembered)
    monkeypatch.setattr(preferred, "load_or_default", lambda _: (held, ""))
    assert wants_lines(flag) == answer


def test_where_nothing_can_be_drawn_lines_are_all_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preferred, "can_draw", lambda: False)
    monkeypatch.setenv(ACCESSIBLE, "0")
    assert wants_lines(flag=False) == (True, "")


def test_lines_break_between_words_and_nowhere_else() -> None:
    text = "a line that is too long for this\n\n  and one further in that is\n" + "w" * 40 + "\nshort"
    broken = wrapped(text, 20)
    assert all(len(line) <= 20 or " " not in line for line in broken.split("\n"))
    assert broken.split() == text.split()
    assert wrapped(text, None) == text
    assert wrapped("Your answer: ", 20) == "Your answer: "
