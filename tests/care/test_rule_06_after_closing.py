"""Rule 6: after closing no direct phrase until it is chosen, in an untimed menu that lists it last."""

from __future__ import annotations

import re

import pytest

from sessions.engine.effects import MenuKind, OpenMenu, ShowBeat
from sessions.engine.events import FORMS, Feeling, Pick, Report, Way
from sessions.engine.score import Beat, Branch, Fork, Item, Segment
from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.everywhere import NAMES, Move, moves, onward, played, session, situations
from tests.fakes.stage import on_stage

BUNDLED = pytest.mark.parametrize("name", NAMES)
GUARDING = (
    *(Report(feeling) for feeling in (Feeling.CLOSING, Feeling.TOO_MUCH, Feeling.FAR_AWAY)),
    *(Pick(way) for way in (Way.TOO_MUCH, Way.FAR_AWAY)),
)
CHOSEN = Pick(Way.DIRECT)

DIRECT_WORDS = re.compile(
    r"\b(compassion\w*|kind|kindly|kinder|kindness|love|loved|loving|forgiv\w*|worthy|may i|i am|i'm|myself"
    r"|(?:wish|thank|forgive|tell|thanks to) yourself|to yourself)\b",
    re.IGNORECASE,
)
"""What a direct phrase is made of."""


@BUNDLED
def test_from_every_closing_no_way_leads_to_a_direct_beat_but_choosing_it(name: str) -> None:
    """Skip, pause, back, noticing, closing again, a short form, the end of a beat: none brings it back."""
    closed = [move.after for move in moves(name) if move.event in GUARDING]
    assert len(closed) > 100
    barred = onward(name, closed, lambda move: move.event != CHOSEN)
    later = [move for move in moves(name) if id(move.before) in barred and move.event != CHOSEN]
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
def test_direct_is_chosen_in_an_untimed_menu_after_stay_and_stop(name: str) -> None:
    chosen = [move for move in moves(name) if move.event == CHOSEN]
    assert chosen
    for move in chosen:
        ways = move.before.ways
        assert move.before.state is State.MENU
        assert move.before.due is None
        if move.before.menu is MenuKind.BETWEEN:
            assert move.before.closings == 0
            continue
        assert ways[-2:] == (Way.STOP, Way.DIRECT)
        assert Way.GENTLER in ways
    assert {move.before.menu for move in chosen} >= {MenuKind.RETURN, MenuKind.AFTER_FORM}


@BUNDLED
def test_opening_said_on_the_gentler_track_opens_that_menu(name: str) -> None:
    asked = [
        move for move in moves(name) if move.event == Report(Feeling.OPENING) and came_from_closing(move)
    ]
    assert asked
    for move in asked:
        (menu,) = move.effects
        assert isinstance(menu, OpenMenu)
        assert menu.ways == (Way.GENTLER, Way.STOP, Way.DIRECT)


def came_from_closing(move: Move) -> bool:
    """At a check-in with a direct track ahead, on the gentler track."""
    place = move.before.bookmark
    ahead = place is not None and place.leg.value in ("arriving", "track")
    return ahead and move.before.track is Track.INDIRECT


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


@pytest.mark.parametrize("name", NAMES)
async def test_on_the_screen_the_words_do_not_come_back(name: str) -> None:
    """Closing in the first direct beat, every key that could bring it back, then skipping to the end."""
    words = said_on(name, Track.DIRECT) - said_on(name, Track.INDIRECT)
    async with on_stage(size=(120, 40)) as stage:
        player = await stage.begin(name, Track.DIRECT)
        while not (player.runner.engine.run.beat and player.runner.engine.run.beat.direct):
            await stage.until_asked()
            await stage.press("s")
        await stage.press("c")
        seen = []
        for key in ("1", "b", "b", "space", "space", "n", "b", "n", "1", "s", "b", "l"):
            await stage.press(key)
            seen.append(stage.text)
        while stage.app.screen is player:
            await stage.press(ONWARD.get(stage.state, "s"))
            seen.append(stage.text)
        assert not [text for text in words for page in seen if text in page]


ONWARD = {State.BEAT: "right", State.FORK: "1"}


def said_on(name: str, track: Track) -> set[str]:
    """Every text of a track."""
    segments = played(name).score.tracks[track]
    return {text for segment in segments for item in segment.items for text in texts(item) if text}


def test_there_are_situations_with_and_without_closing() -> None:
    assert {run.closings for run in situations(NAMES[0])} == {0, 1, 2}
