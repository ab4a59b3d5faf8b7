from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import pytest

from sessions.check import load_parts
from sessions.engine.state import State
from sessions.library.bundled import SCRIPTS
from sessions.written import CheckIn, Choose, Notice, Say, Step
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import NAMES, Stage, bundled, on_stage, squeezed
from tui.screens.library import Library
from tui.screens.player import PlayerPage
from tui.widgets.choices import MARK
from tui.widgets.prompt import Prompt
from tui.words import page_lines

SIZES = [(40, 12), (60, 20), (80, 24), (120, 40), (250, 70), (30, 8)]


def texts(steps: tuple[Step, ...]) -> Iterator[str]:
    for step in steps:
        for name in ("text", "reminder", "or_else", "less"):
            yield getattr(step, name, None) or ""
        yield from getattr(step, "wordings", ())
        for option in getattr(step, "options", ()):
            yield from texts(option.steps)


def every_text() -> list[str]:
    """Every prompt, reminder and smaller ask of every bundled session and form."""
    found: set[str] = set()
    for name in NAMES:
        session = bundled(name)
        for section in (session.arriving, session.direct, session.indirect, session.landing):
            found.update(texts(section))
        for part in session.parts.values():
            found.update(texts(part))
    for file in (SCRIPTS / "care").glob("*.yaml"):
        for part in load_parts(file).values():
            found.update(texts(part))
    return sorted(found - {""})


def tallest(columns: int) -> list[str]:
    """Of all texts that need as many lines, the longest two: where these are whole, all are."""
    every = every_text()
    assert len(every) > 300
    by_lines: dict[int, list[str]] = {}
    for text in sorted(every, key=len):
        by_lines.setdefault(len(wrap(text, columns)), []).append(text)
    return [text for texts_ in by_lines.values() for text in texts_[-2:]]


def every_question() -> list[str]:
    found = {
        step.text
        for name in NAMES
        for section in (bundled(name).arriving, bundled(name).direct, bundled(name).indirect)
        for step in section
        if isinstance(step, CheckIn | Notice)
    }
    return sorted(found - {""})


def middle(stage: Stage) -> str:
    """What stands on the screen above the foot."""
    return squeezed(" ".join(stage.lines()[: -stage.app.screen.query_one("Foot").size.height]))


@pytest.mark.parametrize("size", [(40, 12), (30, 8)])
async def test_no_prompt_is_ever_cut_off(size: tuple[int, int]) -> None:
    longest = (
        "Whatever holds back tonight might be offered understanding, unhurriedly, as one would an old friend."
    )
    async with on_stage(size=size) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter")
        prompt = stage.player.query_one("#prompt", Prompt)
        for text in (*tallest(size[0] - 4), longest):
            prompt.text = text
            await stage.settle()
            if size == (40, 12) or len(text) < 80:
                assert text in middle(stage), f"cut at {size}: {text}"
        assert stage.shows("q stop")


@pytest.mark.parametrize("size", SIZES)
async def test_a_beat_can_be_read_and_left_at_any_size(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin("hello-guard")
        shown = stage.player.query_one("#prompt", Prompt)
        for _ in range(2):
            assert squeezed(shown.text) in middle(stage)
            for hint in ("space pause", "c ease off", "h help lines", "q stop"):
                assert stage.shows(hint), f"{hint} at {size}"
            assert stage.shows(page_lines.SMALL_WINDOW) == (size == (30, 8))
            await stage.press("enter")
        await stage.press("space")
        assert stage.shows("Paused") or size == (30, 8)


@pytest.mark.parametrize("size", SIZES[:-1])
async def test_every_answer_is_reached_with_the_arrows(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin(TWO_TRACKS)
        for key, step in (("n", "right"), ("7", "down"), ("0", "down"), ("t", "down")):
            await stage.press(key)
            labels = stage.labels
            for label in labels:
                await stage.press(step)
                (row,) = (line for line in stage.lines() if MARK in line)
                assert label[: size[0] - 12] in row, f"at {size}"
                assert stage.shows("q stop")
            await stage.press("home")
            (row,) = (line for line in stage.lines() if MARK in line)
            assert labels[0][: size[0] - 12] in row


@pytest.mark.parametrize("size", SIZES[:-1])
async def test_questions_and_the_lines_before_them_are_whole(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin(TWO_TRACKS)
        for keys in (("n",), ("7",), ("4",), ("c",), ("f",)):
            await stage.press(*keys)
            for place in ("#line", "#prompt"):
                prompt = stage.player.query_one(place, Prompt)
                if prompt.display:
                    assert squeezed(prompt.text) in middle(stage), f"{keys} at {size}"


@pytest.mark.parametrize("keys", [("n", "down"), ("t",), ("c",)])
async def test_in_the_smallest_window_every_answer_is_in_sight(keys: tuple[str, ...]) -> None:
    async with on_stage(size=(40, 12)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press(*keys)
        assert all(stage.shows(label) for label in stage.labels)
        assert stage.shows("another day would be better") == (keys[0] == "n")


async def test_every_question_of_the_sessions_fits_with_answers_below_it() -> None:
    async with on_stage(size=(40, 12)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter", "enter")
        prompt = stage.player.query_one("#prompt", Prompt)
        for question in every_question():
            prompt.text = question
            await stage.settle()
            assert question in middle(stage)
            assert "opening" in middle(stage)


@pytest.mark.parametrize("size", SIZES)
async def test_the_session_page_shows_what_can_be_chosen(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.press("1", "down", "up")
        for _ in range(3):
            (row,) = (line for line in stage.lines() if MARK in line)
            assert row.split()[1] in {"a", "d", "i"}
            await stage.press("down")
        assert stage.shows("q stop")
        assert stage.shows("enter begin")
        for key, name in (("+", "pace"), ("w", "wait for me")):
            if size in ((40, 12), (60, 20)):
                await stage.press(key)
            assert stage.shows(name) or size == (30, 8)


async def test_a_window_that_changes_keeps_the_place() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("n", "right", "right")
        for size in SIZES:
            await stage.resize(*size)
            (row,) = (line for line in stage.lines() if MARK in line)
            assert stage.labels[1] in row
        assert stage.is_in(State.NOTICE)


async def test_a_tiny_library_says_so_and_still_opens() -> None:
    async with on_stage(size=(30, 8)) as stage:
        assert stage.shows(page_lines.SMALL_WINDOW)
        assert stage.is_on(Library)
        await stage.press("1", "enter")
        assert stage.is_on(PlayerPage)


async def test_options_of_an_author_are_whole() -> None:
    session = bundled("rest-or-step")
    forks = [step for step in (*session.direct, *session.indirect) if isinstance(step, Choose)]
    assert forks
    async with on_stage(size=(40, 12)) as stage:
        for fork in forks:
            await stage.begin(TWO_TRACKS.changed(arriving=(fork, CheckIn("how?"))))
            assert fork.text in middle(stage)
            for option in fork.options:
                assert option.text in middle(stage)


async def test_long_words_are_folded_not_lost() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
    session = TWO_TRACKS.changed(arriving=(Say(f"{word} may rest.", 10.0), CheckIn("how?")))
    async with on_stage(size=(40, 12)) as stage:
        await stage.begin(session)
        assert word in "".join(stage.text.split())
