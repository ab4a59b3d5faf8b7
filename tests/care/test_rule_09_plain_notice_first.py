"""Rule 9: before the first session a plain, untimed notice of at most 120 words; it can be read again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp
from tests.fakes.everywhere import NAMES
from tests.fakes.stage import DAY, on_stage
from tui.app import Opening
from tui.screens.pages import NoticePage, TextPage
from tui.screens.player import PlayerPage
from tui.words import phrases

MOST_WORDS = 120

HAS_TO_SAY = {
    "what this is": "short prompts",
    "what it is not": "not therapy",
    "that nobody studied it": "not been studied",
    "what may come up": "numbness",
    "how to stop": "The q key stops",
    "not while driving": "driving",
    "when company is wiser": "company may be wiser",
    "where help is": "lists people to call",
    "that it sees nobody": "cannot see or call anyone",
    "for whom it is": "for adults",
}


def test_it_is_short() -> None:
    words = " ".join(phrases.FIRST_NOTICE).split()
    assert 40 <= len(words) <= MOST_WORDS


@pytest.mark.parametrize("what", HAS_TO_SAY)
def test_it_says(what: str) -> None:
    assert HAS_TO_SAY[what] in " ".join(phrases.FIRST_NOTICE)


@pytest.mark.parametrize("name", NAMES)
async def test_a_fresh_profile_sees_it_before_any_session_and_it_waits(name: str) -> None:
    async with on_stage(Opening()) as stage:
        await stage.press("home", *["down"] * NAMES.index(name), "enter", "enter")
        assert isinstance(stage.app.screen, NoticePage)
        assert not any(isinstance(page, PlayerPage) for page in stage.app.screen_stack)
        before = stage.lines()
        await stage.passes(DAY)
        assert stage.lines() == before
        assert stage.alarm.due is None


async def test_at_the_usual_size_all_of_it_is_in_sight() -> None:
    async with on_stage(Opening(), size=(80, 24)) as stage:
        await stage.press("1", "enter")
        assert all(stage.shows(paragraph) for paragraph in phrases.FIRST_NOTICE)


async def test_no_session_is_performed_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr("tui.run.runner.Runner.begin", lambda *args, **_: begun.append(args))
    async with on_stage(Opening()) as stage:
        await stage.press("1", "enter")
        assert begun == []
        await stage.press("enter")
        assert len(begun) == 1


async def test_it_can_be_read_again_any_time() -> None:
    async with on_stage(size=(100, 40)) as stage:
        for begun in (False, True):
            if begun:
                await stage.begin("hello-guard")
            commands = {
                command.title: command.callback for command in stage.app.get_system_commands(stage.app.screen)
            }
            commands["Notice"]()
            await stage.settle()
            assert isinstance(stage.app.screen, TextPage)
            assert all(stage.shows(paragraph[:30]) for paragraph in phrases.FIRST_NOTICE)
            await stage.press("escape")


def test_the_plain_way_shows_it_whole_and_waits_for_enter(home: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", home=home, size=(120, 60)) as app:
        app.until("Enter begins")
        told = " ".join(app.text.split())
        assert all(paragraph in told for paragraph in phrases.FIRST_NOTICE if " key " not in paragraph)
        assert "q, then Enter, stops everything" in told
        assert "h, then Enter, lists people to call" in told
        app.until_quiet(0.5)
        before = app.raw
        app.pass_time(1.5)
        assert app.raw == before
        app.press("\n")
        app.until(begun)


def test_the_words_are_plain() -> None:
    longest = max(re.findall(r"[A-Za-z]+", " ".join(phrases.FIRST_NOTICE)), key=len)
    assert len(longest) <= 10
    assert "!" not in " ".join(phrases.FIRST_NOTICE)
