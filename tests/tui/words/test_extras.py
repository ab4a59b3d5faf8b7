"""The untimed pages: printed by commands, read in the app, and never kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import READ, Stage, on_stage, squeezed
from tests.patience import PATIENCE
from tui import main
from tui.app import Opening
from tui.screens.extras import ExtrasPage, SmallPage
from tui.screens.library import Library
from tui.screens.pages import TextPage
from tui.screens.player import PlayerPage
from tui.words.extras import books as reading
from tui.words.extras import glossary as words
from tui.words.extras import one, questions, week
from tui.words.extras.paragraphs import Passage
from tui.words.extras.printing import lines
from tui.words.extras.titles import TITLES, Extra

Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What a command prints."""

    def run(*args: str) -> str:
        assert main.run(args) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


def test_one_shows_one_small_thing_less_of_it_and_nothing_more(said: Said) -> None:
    prompt, less, after = said("one").strip().split("\n\n")
    assert one.Small(prompt, less.removeprefix("Or less than that: ")) in one.POOL
    assert after == one.AFTER


def test_one_is_chosen_by_chance(said: Said) -> None:
    assert len({said("one") for _ in range(24)}) > 5


def test_week_asks_two_questions_and_keeps_nothing(said: Said, home: Path) -> None:
    text = said("week")
    assert any(question in text for question in week.FIRST)
    assert any(question in text for question in week.SECOND)
    assert week.AFTER in text
    assert list(home.rglob("*")) == []


def test_words_lists_eight_words(said: Said) -> None:
    text = said("words")
    headings = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert headings == [word.word for word in words.WORDS]
    assert all(sentence in text for word in words.WORDS for sentence in word.meaning)


def test_questions_answers_three_and_says_how_little_is_known(said: Said) -> None:
    text = said("questions")
    headings = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert headings == [*(each.question for each in questions.QUESTIONS), questions.AFTERWORD]


def test_reading_names_each_with_its_why(said: Said) -> None:
    text = said("reading")
    for each in reading.READING:
        assert f"{each.title}\n  {each.author}, {each.year}.\n  {each.why}\n" in text


@pytest.mark.parametrize("command", ["one", "company", "signs", "week", "words", "questions", "reading"])
def test_these_commands_take_nothing_and_explain_themselves(
    command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main.run([command, "--help"]) == 0
    assert len(capfd.readouterr().out.split("Options:")[0].split()) > 8
    assert main.run([command, "more"]) == 2


def test_long_lines_are_wrapped_for_a_terminal_and_left_whole_for_a_pipe() -> None:
    entry = Passage("a heading", ("word " * 30,))
    assert list(lines([entry], None))[1] == "  " + "word " * 30
    wrapped = list(lines([entry], 40))
    assert all(len(line) <= 40 for line in wrapped)
    assert all(line.startswith("  ") for line in wrapped[1:])
    assert squeezed(" ".join(wrapped)) == squeezed("a heading " + "word " * 30)


PAGES = {
    Extra.WEEK: week.AFTER,
    Extra.WORDS: words.WORDS[0].meaning[1],
    Extra.QUESTIONS: questions.QUESTIONS[0].question,
    Extra.READING: reading.READING[0].title,
}


@pytest.mark.parametrize("what", PAGES)
async def test_each_page_is_two_keys_from_the_library(what: Extra) -> None:
    async with on_stage(size=(100, 60)) as stage:
        await stage.press("e", str(list(TITLES).index(what) + 1))
        assert isinstance(stage.app.screen, TextPage)
        assert stage.shows(TITLES[what].label)
        assert stage.shows(PAGES[what])
        assert stage.alarm.due is None
        await stage.press("escape")
        assert isinstance(stage.app.screen, Library)


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 12)])
async def test_the_list_of_pages_fits_and_enter_alone_opens_nothing(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.press("e")
        assert isinstance(stage.app.screen, ExtrasPage)
        assert stage.answers.highlighted is None
        assert all(stage.shows(title.label) for title in TITLES.values())
        await stage.press("enter")
        assert isinstance(stage.app.screen, ExtrasPage)
        await stage.press("escape")
        assert isinstance(stage.app.screen, Library)


async def test_one_small_thing_can_be_less_and_another_and_has_no_time() -> None:
    async with on_stage() as stage:
        await stage.press("e", "1")
        page = small_page(stage)
        first = page.small
        assert stage.shows(first.prompt)
        assert stage.answers.highlighted is None
        before = stage.lines()
        await stage.passes(86_400.0)
        await stage.press("enter")
        assert stage.lines() == before
        await stage.press("l")
        assert stage.shows(first.less)
        assert not stage.shows(first.prompt)
        assert stage.labels == ["another one"]
        await stage.press("1")
        assert page.small != first
        assert stage.shows(page.small.prompt)
        await stage.press("escape")
        assert isinstance(stage.app.screen, Library)


def small_page(stage: Stage) -> SmallPage:
    page = stage.app.screen
    assert isinstance(page, SmallPage)
    return page


def palette(stage: Stage) -> list[str]:
    return [command.title for command in stage.app.get_system_commands(stage.app.screen)]


async def test_the_palette_lists_them_and_a_session_waits_meanwhile() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        assert {title.label for title in TITLES.values()} <= set(palette(stage))
        stage.app.open_extra(Extra.WORDS)
        await stage.settle()
        assert stage.shows("resistance")
        await stage.passes(86_400.0)
        await stage.press("escape")
        assert isinstance(stage.app.screen, PlayerPage)
        assert stage.shows("Paused")
        assert stage.shows("a1")


@pytest.mark.parametrize("key", ["t", "f"])
async def test_a_halted_run_offers_nothing_to_ponder(key: str) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press(key)
        offered = set(palette(stage))
        assert {title.label for title in TITLES.values()} & offered == {"People to talk to"}
        assert "Help lines" in offered


async def test_reading_these_pages_writes_nothing(home: Path) -> None:
    kept = partial(home.rglob, "*")
    opening = Opening(settings=READ, settings_file=home / "config" / "ajar" / "settings.toml")
    async with on_stage(opening) as stage:
        for number in range(1, len(TITLES) + 1):
            await stage.press("e", str(number), "escape")
    assert list(kept()) == []


@pytest.mark.parametrize("command", ["one", "company", "signs", "week", "words", "questions", "reading"])
def test_these_commands_read_no_session(command: str) -> None:
    script = f"import sys; from tui.main import run; run([{command!r}]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "tui.words.extras.one" in loaded
    assert (
        loaded & {"yaml", "textual", "rich", "sessions.check", "sessions.engine.engine", "asyncio"} == set()
    )
