"""Own lines in menus, hints and pages: whose they are, what they never are, and how long they get."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.engine import effects as fx
from sessions.engine.effects import MenuKind
from sessions.engine.engine import Engine
from sessions.engine.events import Begin, Feeling, Leave, Next, Pick, Report, Way
from sessions.mine.model import Mine
from tests.fakes.small import TWO_TRACKS, repertoire
from tui.choices import FEELINGS, WAYS, Choice, offer_for
from tui.plain.typed import meaning_of
from tui.words import aloud, lines
from tui.words.extras.paragraphs import company_entries
from tui.yours import ROOM_IN_A_HINT, ROOM_IN_A_MENU, ROOM_ON_A_PAGE, YOURS, cut, joined, on_a_page

MINE = Mine(comforts=("the dog", "a bath"), closing=("I tidy up", "my jaw"), opening=("I hum",))
CLOSING = fx.OpenMenu(
    MenuKind.CLOSING, (Way.GENTLER, Way.HOLD, Way.ORDINARY, Way.NOTHING, Way.STOP), 0, after=Feeling.CLOSING
)
KEPT = st.lists(st.text(min_size=1, max_size=200).filter(str.strip), min_size=1, max_size=5).map(tuple)


def closed(mine: Mine) -> fx.OpenMenu:
    """The closing page of a run."""
    engine = Engine(repertoire(TWO_TRACKS).changed(mine=mine))
    engine.handle(Begin(), 0.0)
    (menu,) = engine.handle(Report(Feeling.CLOSING), 1.0)
    assert isinstance(menu, fx.OpenMenu)
    return menu


def words_of(choices: tuple[Choice, ...]) -> int:
    return sum(len(f"{choice.label} {choice.hint}".split()) for choice in choices)


def test_own_comforts_stand_first_and_enter_still_carries_on_gently() -> None:
    offer = offer_for(closed(MINE))
    first, second, *_ = offer.choices
    assert (first.label, first.event) == ("yours: the dog, a bath", Pick(Way.ORDINARY))
    assert second.label == "carry on gently"
    assert offer.enter is second
    assert [choice.key for choice in offer.choices] == ["1", "2", "3", "4", "q"]
    assert len(offer.choices) == 5


def test_without_own_comforts_the_page_is_as_it_was() -> None:
    assert closed(Mine()) == closed(MINE).changed(comforts=())
    assert offer_for(CLOSING.changed(comforts=())) == offer_for(CLOSING)
    assert offer_for(CLOSING).choices[0].label == "carry on gently"


@given(comforts=KEPT)
def test_the_closing_page_keeps_its_word_count(comforts: tuple[str, ...]) -> None:
    menu = CLOSING.changed(comforts=comforts, backdraft=True)
    offer = offer_for(menu)
    entries = offer_for(menu.changed(comforts=())).choices
    assert words_of(offer.choices) <= words_of(entries)
    assert len(offer.choices[0].label) <= len(YOURS.format("")) + ROOM_IN_A_MENU


@given(items=KEPT, room=st.integers(10, 80))
def test_no_line_is_longer_than_its_room(items: tuple[str, ...], room: int) -> None:
    assert len(joined(items, room)) <= room
    assert len(cut(items[0], room)) <= room


def test_a_cut_falls_between_words() -> None:
    assert cut("the long walk by the river", 20) == "the long walk by…"
    assert cut("the dog", 20) == "the dog"


def test_the_page_of_something_ordinary_names_them() -> None:
    engine = Engine(repertoire(TWO_TRACKS).changed(mine=MINE))
    engine.handle(Begin(), 0.0)
    engine.handle(Report(Feeling.CLOSING), 1.0)
    (page,) = engine.handle(Pick(Way.ORDINARY), 2.0)
    assert lines.question(page) == "The dog, a bath. This page waits as long as you like."
    assert engine.allows(Next(), 3.0)


@given(comforts=KEPT, turn=st.integers(0, 9))
def test_that_page_is_short_whatever_is_kept(comforts: tuple[str, ...], turn: int) -> None:
    assert len(on_a_page(comforts, turn)) <= 2 * ROOM_ON_A_PAGE


def test_own_signs_are_hints_at_opening_and_closing_and_nowhere_else() -> None:
    asked = fx.AskCheckIn("", 0, signs=fx.Signs(MINE.opening, MINE.closing))
    hints = {choice.event: choice.hint for choice in offer_for(asked).choices}
    for feeling, choice in FEELINGS.items():
        own = {Feeling.OPENING: "I hum", Feeling.CLOSING: "I tidy up, my jaw"}.get(feeling, choice.hint)
        assert hints[Report(feeling)] == own


@given(signs=KEPT)
def test_a_hint_stays_one_line(signs: tuple[str, ...]) -> None:
    asked = fx.AskCheckIn("", 0, signs=fx.Signs(signs, signs))
    assert all(len(choice.hint) <= ROOM_IN_A_HINT for choice in offer_for(asked).choices)


def test_every_check_in_of_a_run_offers_them_the_last_one_too() -> None:
    engine = Engine(repertoire(TWO_TRACKS).changed(mine=MINE))
    shown = list(engine.handle(Begin(), 0.0))
    for _ in range(20):
        event = next((each for each in (Next(), Report(Feeling.SKIP)) if engine.allows(each, 0.0)), None)
        if event is None:
            break
        shown += engine.handle(event, 0.0)
    asked = [effect for effect in shown if isinstance(effect, fx.AskCheckIn)]
    assert asked[-1].final
    assert all(effect.signs == fx.Signs(MINE.opening, MINE.closing) for effect in asked)


def test_signs_are_read_out_where_the_answers_are() -> None:
    asked = fx.AskCheckIn("", 0, signs=fx.Signs(MINE.opening, ()))
    said = aloud.read_out(asked)
    assert said[:3] == ("o.", "opening.", "I hum.")
    assert len(said) == len(aloud.read_out(fx.AskCheckIn("", 0))) + 1


@pytest.mark.parametrize("word", ["q", "stop", "c", "closing", "t", "f", "h", "z", "0"])
def test_no_own_comfort_takes_the_place_of_a_key(word: str) -> None:
    """Whoever keeps a line such as `q` still stops with it."""
    offer = offer_for(CLOSING.changed(comforts=(word,)))
    assert meaning_of(word, offer) == meaning_of(word, offer_for(CLOSING))
    assert meaning_of("q", offer) in (Leave(), Pick(Way.STOP))


def test_people_of_ones_own_come_first() -> None:
    first, *others = company_entries(("Ada, after six", "the group on Tuesdays"))
    assert first.paragraphs == ("Ada, after six", "the group on Tuesdays")
    assert tuple(others) == company_entries()


def test_after_too_much_no_comfort_is_put_forward() -> None:
    engine = Engine(repertoire(TWO_TRACKS).changed(mine=MINE))
    engine.handle(Begin(), 0.0)
    (menu,) = engine.handle(Report(Feeling.TOO_MUCH), 1.0)
    assert isinstance(menu, fx.OpenMenu)
    assert menu.comforts == ()
    assert all(choice.label in {label for label, _ in WAYS.values()} for choice in offer_for(menu).choices)
