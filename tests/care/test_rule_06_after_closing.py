"""Rule 6: after closing no direct phrase until it is chosen, and nothing is asked by itself."""

from __future__ import annotations

import re

import pytest

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Ended,
    Ending,
    HoldStill,
    OpenMenu,
    ShowBeat,
)
from sessions.engine.events import FORMS, GUARDING, Begin, Feeling, Noticing, Report, TakeDirect, Way
from sessions.engine.score import Beat, Branch, Fork, Item, Segment
from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.everywhere import NAMES, SHAPES, moves, onward, played, session, situations
from tests.fakes.stage import MANY_PAGES, READ, on_stage
from tests.fakes.watch import BARRING, CHOOSING, TAKING_BACK
from tui.app import Opening
from tui.run.performance import Performance
from tui.screens.player import PlayerPage

BUNDLED = pytest.mark.parametrize("name", NAMES)
LEADING_BACK = (*CHOOSING, *TAKING_BACK)

DIRECT_WORDS = re.compile(
    r"\b(compassion\w*|kind|kindly|kinder|kindness|love|loved|loving|forgiv\w*|worthy|may i|i am|i'm|myself"
    r"|(?:wish|thank|forgive|tell|thanks to) yourself|to yourself)\b",
    re.IGNORECASE,
)
"""What a direct phrase is made of."""


@BUNDLED
def test_from_every_closing_no_way_leads_to_a_direct_beat_but_choosing_it(name: str) -> None:
    """Skip, pause, back, noticing, closing again, a short form, the end of a beat: none brings it back."""
    closed = [move.after for move in moves(name) if move.event in BARRING]
    assert len(closed) > 100
    barred = onward(name, closed, lambda move: move.event not in LEADING_BACK)
    later = [move for move in moves(name) if id(move.before) in barred and move.event not in LEADING_BACK]
    shown = [effect.beat for move in later for effect in move.effects if isinstance(effect, ShowBeat)]
    assert shown
    assert not any(beat.direct for beat in shown)
    assert not any(move.after.beat is not None and move.after.beat.direct for move in later)


@BUNDLED
def test_the_direct_track_can_be_chosen_again_after_closing(name: str) -> None:
    """The way back is open: it is not the test above that holds because nothing direct is left."""
    closed = [move.after for move in moves(name) if move.event == Report(Feeling.CLOSING)]
    later = onward(name, closed, lambda _: True)
    shown = [
        effect.beat
        for move in moves(name)
        if id(move.before) in later
        for effect in move.effects
        if isinstance(effect, ShowBeat)
    ]
    assert any(beat.direct for beat in shown)


@BUNDLED
def test_after_closing_the_rest_of_the_run_asks_nothing_by_itself(name: str) -> None:
    closed = [
        move.after
        for move in moves(name)
        if move.event == Report(Feeling.CLOSING) and not move.before.at_the_end
    ]
    by_itself = onward(name, closed, lambda move: move.event not in (*LEADING_BACK, Noticing()))
    later = [
        move
        for move in moves(name)
        if id(move.before) in by_itself and move.event not in (*TAKING_BACK, Noticing())
    ]
    effects = [effect for move in later for effect in move.effects]
    assert not any(isinstance(effect, AskCheckIn | AskNotice | AskFork) for effect in effects)
    assert any(isinstance(effect, Ended) and effect.ending is Ending.LANDED for effect in effects)


@BUNDLED
def test_the_way_back_is_a_key_and_an_entry_behind_more_and_never_a_question(name: str) -> None:
    menus = [effect for move in moves(name) for effect in move.effects if isinstance(effect, OpenMenu)]
    assert not any(Way.DIRECT in menu.ways for menu in menus)
    assert any(Way.DIRECT in menu.more for menu in menus)
    assert any(move.event == TakeDirect() and move.before.closings for move in moves(name))


@BUNDLED
def test_whoever_chose_the_senses_is_never_led_or_asked_out_of_them(name: str) -> None:
    (begun,) = (move.after for move in moves(name) if move.event == Begin(Track.INDIRECT))
    reached = onward(name, [begun], lambda move: move.event not in TAKING_BACK)
    later = [move for move in moves(name) if id(move.before) in reached and move.event not in TAKING_BACK]
    effects = [effect for move in later for effect in move.effects]
    assert not any(isinstance(effect, ShowBeat) and effect.beat.direct for effect in effects)
    menus = [effect for effect in effects if isinstance(effect, OpenMenu | HoldStill)]
    assert menus
    assert not any(Way.DIRECT in (*menu.ways, *menu.more) for menu in menus)


def test_one_set_says_which_answers_close() -> None:
    """A new answer has to be thought about here; every test and the engine read the same set."""
    assert {Feeling.CLOSING, Feeling.TOO_MUCH, Feeling.FAR_AWAY} == GUARDING
    assert set(Feeling) - GUARDING == {Feeling.OPENING, Feeling.BETWEEN, Feeling.SKIP}
    assert {Report(feeling) for feeling in GUARDING} <= BARRING


@BUNDLED
def test_shared_and_gentler_beats_and_forms_carry_no_direct_phrase(name: str) -> None:
    score = played(name).score
    gentle: list[Segment] = [*score.arriving, *score.tracks[Track.INDIRECT], score.landing]
    items = [item for segment in gentle for item in segment.items]
    items += [item for form in FORMS for item in played(name).forms[form]] + list(played(name).floor)
    said = [text for item in items for text in texts(item)]
    assert len(said) > 30
    for text in said:
        assert not DIRECT_WORDS.search(text), text


@BUNDLED
def test_the_direct_track_does_carry_one(name: str) -> None:
    """So the list of words above is no empty net."""
    segments = played(name).score.tracks[Track.DIRECT]
    said = " ".join(text for segment in segments for item in segment.items for text in texts(item))
    tagged = [step for step in session(name).direct if "direct" in getattr(step, "tags", ())]
    assert DIRECT_WORDS.search(said) or tagged


def texts(item: Item | Branch) -> list[str]:
    """Everything that an item can show."""
    match item:
        case Beat():
            return [*item.wordings, item.less or ""]
        case Fork():
            return [item.text, *(text for branch in item.branches for text in texts(branch))]
        case Branch():
            return [item.text, *(text for inner in item.items for text in texts(inner))]
        case _:
            return []


@pytest.mark.parametrize("name", SHAPES)
async def test_on_the_screen_the_words_do_not_come_back(name: str) -> None:
    """Closing in the first direct beat, every key that could bring it back, then on to the end."""
    words = said_on(name, Track.DIRECT) - said_on(name, Track.INDIRECT)
    async with on_stage(size=(120, 40)) as stage:
        player = await stage.begin(name, Track.DIRECT)
        for _ in range(MANY_PAGES):
            if (beat := player.runner.engine.run.beat) and beat.direct:
                break
            await stage.until_asked()
            await stage.press("s")
        await stage.press("c")
        seen = []
        for key in ("enter", "b", "b", "space", "space", "n", "b", "n", "1", "n", "s", "b", "l"):
            await stage.press(key)
            seen.append(stage.text)
        for _ in range(MANY_PAGES):
            if not stage.is_on(PlayerPage):
                break
            await stage.press(ONWARD.get(stage.state, "s"))
            seen.append(stage.text)
        assert not stage.is_on(PlayerPage)
        assert not [text for text in words for page in seen if text in page]


UNSAID = ("kind word", "warmth", "direct", "back to the words")


@pytest.mark.parametrize("name", ["one-breath", "hello-guard"])
async def test_whoever_chose_the_senses_reads_nothing_of_the_other_way(name: str) -> None:
    """Every page of the frame that a run on the senses can show, the notice and the keys included."""
    async with on_stage(Opening(settings=READ.changed(notice_read=False)), size=(100, 48)) as stage:
        stage.app.begin(Performance(session(name), name, Track.INDIRECT))
        await stage.settle()
        seen = [stage.text]
        for keys in (
            ("enter",), ("question_mark",), ("escape", "c"), ("0",), ("2",), ("0",), ("6",),
            ("enter", "enter", "enter", "enter", "enter", "enter"), ("0",), ("1",), ("n",), ("7",), ("0",),
            ("z", "s", "t"), ("2",), ("escape", "1"),
        ):  # fmt: skip
            await stage.press(*keys)
            seen.append(stage.text)
        assert not [(word, page) for word in UNSAID for page in seen if word in page.lower()]


ONWARD = {State.BEAT: "enter", State.FORK: "1"}


def said_on(name: str, track: Track) -> set[str]:
    """Every text of a track."""
    segments = played(name).score.tracks[track]
    return {text for segment in segments for item in segment.items for text in texts(item) if text}


def test_there_are_situations_with_and_without_closing() -> None:
    assert {run.closings for run in situations(NAMES[0])} == {0, 1, 2}
