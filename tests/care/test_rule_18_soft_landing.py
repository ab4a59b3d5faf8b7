"""Rule 18: sessions are short, end by looking outward, and leaving early is met like staying to the end."""

from __future__ import annotations

import re

import pytest

from sessions.engine.effects import AskCheckIn, Ended, Ending
from sessions.engine.events import Leave
from sessions.engine.score import BeatKind, lay_out
from sessions.engine.state import State
from tests.fakes.everywhere import NAMES, engine_in, played, session, situations
from tests.fakes.stage import MANY_PAGES, Stage, on_stage
from tests.fakes.texts import beats_of, every_beat, texts_of
from tui.screens.landing import Landing
from tui.screens.player import PlayerPage
from tui.words import lines, phrases

MOST_MINUTES = 15
LOOKING_OUTWARD = 15.0
"""Seconds at the end."""
HALF_DONE = re.compile(
    r"\b(incomplete|unfinished|not finished|finished|complete[dr]?|early|already|only|halfway|partial\w*"
    r"|missed|gave up|quit|too soon|sorry|shame|pity|well done|good|great|success\w*|achiev\w*|made it)\b",
    re.IGNORECASE,
)
"""Words that would tell one ending from another, or grade it."""


@pytest.mark.parametrize("name", NAMES)
def test_a_session_is_short_and_as_long_as_it_says(name: str) -> None:
    assert 0 < session(name).length <= 60 * MOST_MINUTES
    assert played(name).score.length == session(name).length


@pytest.mark.parametrize("name", NAMES)
def test_the_last_seconds_look_outward(name: str) -> None:
    landing = list(beats_of(lay_out(session(name)).landing.items))
    left = LOOKING_OUTWARD
    while left > 0:
        beat = landing.pop()
        assert "outward" in beat.tags or beat.kind is BeatKind.QUIET
        assert not [text for text in beat.wordings if INWARD.search(text)]
        if beat.kind is not BeatKind.QUIET:
            assert [text for text in beat.wordings if not OUTWARD.search(text)] == []
        left -= beat.length


INWARD = re.compile(
    r"\b(inside|inner|breath\w*|scan|feeling|heart|chest|belly|notice in your|where in (?:you|your)"
    r"|clos\w+ (?:your )?eyes|eyes (?:can be |be )?closed)\b",
    re.IGNORECASE,
)
OUTWARD = re.compile(
    r"\b(look(s|ing)?(?! after)|see|sight|view|room|window|light|lamp|sky|colour|a?round|outside|floor|door"
    r"|wall|air|sounds?|hear|listen)\b",
    re.IGNORECASE,
)
"""Where eyes and ears can go; "day" or "thing" would be no help. Looking after somebody is something else."""


@pytest.mark.parametrize(
    ("text", "outward"),
    [("Have a look round.", True), ("Look after yourself.", False), ("Take the day slowly.", False)],
)
def test_the_measure_of_outward_knows_eyes_and_ears(text: str, outward: bool) -> None:  # noqa: FBT001  # a row of the table
    assert bool(OUTWARD.search(text)) is outward


def test_both_endings_have_lines_of_the_same_kind() -> None:
    stopped, landed = phrases.STOP_LINES, phrases.LANDED_LINES
    assert len(stopped) == len(landed)
    for line in (*stopped, *landed):
        assert len(line.split()) <= 12
        assert len(re.findall(r"[.]", line)) == 2
        assert not HALF_DONE.search(line)


@pytest.mark.parametrize("ending", Ending)
def test_a_line_for_each_ending(ending: Ending) -> None:
    said = {lines.ending(Ended(ending, 1), seed) for seed in range(6)}
    assert said == set(phrases.LANDED_LINES if ending is Ending.LANDED else phrases.STOP_LINES)


@pytest.mark.parametrize("name", NAMES)
def test_leaving_anywhere_ends_in_the_same_way(name: str) -> None:
    endings = set()
    for run in situations(name):
        (ended,) = engine_in(name, run).handle(Leave(), 0.0)
        assert isinstance(ended, Ended)
        endings.add(ended.ending)
    assert endings == {Ending.STOPPED}


async def test_the_page_after_stopping_looks_like_the_page_after_landing() -> None:
    """The same line and the same others in the same place; after a landing a quiet question stands below."""
    pages = []
    for keys in (("c", "up", "up", "enter"), ()):
        async with on_stage(size=(100, 30)) as stage:
            player = await stage.begin("one-breath", seed=3)
            await stage.press(*keys)
            for _ in range(MANY_PAGES):
                if player.landed or not stage.is_on(PlayerPage):
                    break
                await stage.press("enter" if stage.is_in(State.BEAT) else "s")
            assert player.landed or stage.is_on(Landing)
            line, *below = said(stage)
            pages.append(below)
            assert line in {" ".join(each.split()) for each in (*phrases.LANDED_LINES, *phrases.STOP_LINES)}
            assert not [line for line in stage.lines() if HALF_DONE.search(line.replace("Also here", ""))]
    stopped, landed = pages
    assert landed[: len(stopped)] == stopped
    assert landed[len(stopped) :][:1] == [lines.last_question(AskCheckIn("", 0, final=True))]


def said(stage: Stage) -> list[str]:
    """What stands on the page, by paragraphs, the foot left out."""
    paragraphs = "\n".join(line.strip() for line in stage.lines()).split("\n\n")
    return [" ".join(each.split()) for each in paragraphs if each.strip() and "? keys" not in each]


def test_nothing_is_called_half_done_anywhere() -> None:
    """Over all prompts; a few plain words of the list above have other uses there."""
    half_done = re.compile(
        r"\b(incomplete|unfinished|not finished|gave up|too soon|well done|made it)\b", re.IGNORECASE
    )
    said = [text for _, beat in every_beat() for text in texts_of(beat)]
    assert [text for text in said if half_done.search(text)] == []
