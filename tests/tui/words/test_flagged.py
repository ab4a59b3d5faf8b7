"""Sessions whose words push, promise or judge play after a plain notice, on the screen and in lines."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sessions.advice.word_lists import lists_for
from sessions.advice.wording import Text, TextKind, find
from sessions.check import check_text
from tests.fakes import small
from tests.fakes.stage import DAY, READ, on_stage
from tests.tui.test_processes import Terminal, ajar
from tui import choices
from tui.app import Opening
from tui.plain import performer as plain
from tui.plain import sitting
from tui.run.performance import Performance
from tui.screens.library import Library
from tui.screens.pages import NoticePage, WordsPage
from tui.screens.player import PlayerPage
from tui.shelves import Shelves
from tui.words import lines, page_lines, phrases
from tui.words.flagged import MOST_SHOWN, about_words, flagged_lines

PUSHING = """\
format: 1
title: Push
length: 30s
arriving:
  - say: "You must look at the lamp, eyes open."  # not kept back
    for: 10s
  - check_in: And now?
indirect:
  - say: Just a lamp.
    for: 5s
    or:
      - Simply a lamp.
      - It's just a lamp, just that.
landing:
  - say: The lamp is still there.
    for: 15s
"""
SHOWN = (
    "You must look at the lamp, eyes open.",
    "Just a lamp.",
    "Simply a lamp.",
    "It's just a lamp, just that.",
)


@pytest.fixture
def pushing(tmp_path: Path) -> Path:
    file = tmp_path / "mine" / "push.session.yaml"
    file.parent.mkdir()
    file.write_text(PUSHING, encoding="utf-8")
    return file


@pytest.fixture
def mild(pushing: Path) -> Path:
    text = PUSHING.replace("must", "could").replace("Just", "Here is").replace("Simply", "Maybe")
    pushing.write_text(text.replace("just ", ""), encoding="utf-8")
    return pushing


def test_the_lines_are_told_once_each_and_without_their_keys() -> None:
    assert flagged_lines(check_text(PUSHING).wording) == SHOWN


def test_the_notice_is_short_safe_and_judges_nobody() -> None:
    told = about_words(("a\x1b[31m", "b" * 400, "c", "d", "e"))
    assert len(told) == 2 + MOST_SHOWN + 1
    assert all(line.isprintable() and len(line) <= 115 for line in told)
    assert told[-2] == "There are 2 more lines like these."
    assert "more" not in " ".join(about_words(("a",)))
    own = [Text(line, TextKind.PROMPT, shared=True) for line in (told[0], told[-1])]
    assert list(find(own, lists_for("en"))) == []


async def test_on_the_screen_it_waits_for_enter_each_time(pushing: Path) -> None:
    async with on_stage(Opening(settings=READ, shelves=Shelves(bundled=pushing.parent))) as stage:
        assert stage.shows("Push")
        await stage.press("1", "enter")
        assert stage.is_on(WordsPage)
        for line in SHOWN[:MOST_SHOWN]:
            assert stage.shows(line)
        assert stage.shows("There is 1 more line like these.")
        before = stage.lines()
        await stage.passes(DAY)
        assert stage.lines() == before
        await stage.press("escape")
        assert stage.is_on(Library)
        await stage.press("1", "enter")
        assert stage.is_on(WordsPage)
        await stage.press("enter")
        assert stage.is_on(PlayerPage)


async def test_on_the_screen_it_comes_after_the_first_notice(pushing: Path) -> None:
    async with on_stage(Opening(shelves=Shelves(bundled=pushing.parent))) as stage:
        await stage.press("1", "enter")
        assert stage.is_on(NoticePage)
        await stage.press("enter")
        assert stage.is_on(WordsPage)


async def test_other_sessions_begin_without_it(mild: Path) -> None:
    async with on_stage(Opening(settings=READ, shelves=Shelves(bundled=mild.parent))) as stage:
        await stage.press("1", "enter")
        assert stage.is_on(PlayerPage)


@dataclass
class Typed:
    """What a person types, line by line; asking for more fails."""

    said: deque[str] = field(default_factory=deque)
    interactive: bool = True

    def read(self, wait: float | None) -> str | None:
        assert wait is None
        return self.said.popleft()


@pytest.mark.parametrize(
    ("said", "begins"), [([""], True), (["x", "h", ""], True), (["q"], False), (["x", "k"], True)]
)
def test_in_lines_nothing_but_enter_begins(
    said: list[str], *, begins: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Typed(deque(said))
    assert sitting._enter(source, sitting.Said(lambda: None), "auto", keeps=True) is begins
    assert not source.said
    assert capsys.readouterr().out.count(sitting.BEGIN) == len(said)


def test_all_there_is_to_read_comes_before_the_wait() -> None:
    performance = Performance(small.TWO_TRACKS, "small", pace=None, flagged=SHOWN)
    before = list(sitting._before(performance, READ, Typed()))
    assert SHOWN[0] in "".join(before)
    assert before[-2:] == [lines.MANUAL, sitting.TO_STOP]
    assert phrases.FIRST_NOTICE[0] not in before
    calm = performance.changed(pace=1.0, flagged=())
    assert len(list(sitting._before(calm, READ, Typed()))) == 2


def test_a_terminal_waits_once_and_q_ends_with_the_plain_line(pushing: Path) -> None:
    with Terminal("play", str(pushing), "--plain") as terminal:
        terminal.wait_for(sitting.BEGIN)
        assert "“Just a lamp.”" in terminal.text
        assert "Eyes open or lowered" not in terminal.text
        terminal.type("q\n")
        assert terminal.leaves() == 0
        assert any(line in terminal.text for line in phrases.STOP_LINES)


def test_a_check_fails_and_a_pipe_is_told(pushing: Path) -> None:
    checked = ajar("check", str(pushing))
    assert checked.returncode == 1
    assert re.search(r"^1 file, [0-9]+ wording errors$", checked.stdout, re.MULTILINE)
    pushing.write_text(PUSHING.replace("10s", "1s").replace("30s", "21s"), encoding="utf-8")
    played = ajar("play", str(pushing))
    assert played.returncode == 0
    assert about_words(SHOWN)[0] in played.stdout


def found(said: list[str], kind: TextKind) -> list[tuple[str, str]]:
    written = [Text(text, kind, shared=True) for text in said]
    return [
        (each.id, written[each.text].text[each.start : each.end]) for each in find(written, lists_for("en"))
    ]


@pytest.mark.parametrize("module", [lines, page_lines, plain, sitting], ids=lambda module: module.__name__)
def test_the_words_around_a_session_keep_every_line(module: object) -> None:
    """A command between backquotes is its name, whatever the word; so is a key that is to be pressed."""
    said = [text for name, text in vars(module).items() if name.isupper() and isinstance(text, str)]
    assert said
    assert found([re.sub(r"`[^`]*`|(?<=Press )\S+", "it", text) for text in said], TextKind.QUESTION) == []


def test_answers_keep_every_line() -> None:
    """Menu entries may name the track with kind words; none of them is such a word to the person."""
    listed = [*choices.FEELINGS.values(), *choices.COATS.values(), choices.STOP, choices.LEAVE_IT]
    said = [text for choice in listed for text in (choice.label, choice.hint)]
    assert {each for each in found(said, TextKind.ANSWER) if each != ("W654", "deserve")} == set()
    ways = [text for words in choices.WAYS.values() for text in words]
    assert found([text for text in ways if text != "kind words"], TextKind.ANSWER) == []
