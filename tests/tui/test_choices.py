"""Answers, their keys and their words: the same for the screen and the plain performer."""

from __future__ import annotations

import pytest

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    Ended,
    Ending,
    HoldStill,
    MenuKind,
    OpenMenu,
)
from sessions.engine.events import (
    FORMS,
    HALTING,
    RESTS,
    ChooseOption,
    Coat,
    Event,
    Feeling,
    Leave,
    Noticing,
    Pick,
    Report,
    TakeDirect,
    Way,
    Wear,
)
from tui.choices import COATS, FEELINGS, MORE, WAYS, Offer, any_time, listed, offer_for
from tui.plain.typed import KEYS, Command, keys, meaning_of
from tui.words.phrases import ANSWER_LINES

MENUS: dict[MenuKind, tuple[tuple[Way, ...], tuple[Way, ...]]] = {
    MenuKind.CLOSING: (
        (Way.GENTLER, *RESTS, Way.AS_PLANNED, Way.STOP),
        (*FORMS, Way.TOO_MUCH, Way.FAR_AWAY, Way.DIRECT, Way.SLIP),
    ),
    MenuKind.AFTER_FORM: ((Way.GENTLER, *RESTS, Way.STOP), (*FORMS, Way.TOO_MUCH, Way.FAR_AWAY, Way.DIRECT)),
    MenuKind.HALTED: ((Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP, Way.SLIP), ()),
    MenuKind.CALM: ((Way.STOP, Way.NATURE, Way.FLOOR, Way.COMPANY, Way.HELP), ()),
}
ASKED: list[Effect] = [
    AskCheckIn("", 1),
    AskCheckIn("", 1, final=True),
    AskNotice("", 1),
    AskFork("which?", ("left", "right")),
    HoldStill(Way.NOTHING, 1, (Way.GENTLER, Way.STOP), FORMS),
    *(OpenMenu(kind, ways, 1, more=more) for kind, (ways, more) in MENUS.items()),
]


@pytest.mark.parametrize("effect", ASKED, ids=lambda effect: type(effect).__name__)
def test_no_key_stands_for_two_answers_of_one_question(effect: Effect) -> None:
    found = [choice.key for choice in offer_for(effect).all]
    assert len(found) == len(set(found))


def test_a_letter_means_the_same_everywhere() -> None:
    meanings: dict[str, set[Event]] = {}
    same: dict[Event, Event] = {
        Pick(Way.STOP): Leave(),
        Pick(Way.TOO_MUCH): Report(Feeling.TOO_MUCH),
        Pick(Way.FAR_AWAY): Report(Feeling.FAR_AWAY),
        Pick(Way.DIRECT): TakeDirect(),
        # One switch: it opens the noticing pause, and says there that nothing is to be noticed.
        Wear(Coat.NOTHING_PUSHING_BACK): Noticing(),
    }
    for effect in ASKED:
        for choice in offer_for(effect).all:
            if choice.key.isalpha() and choice.key != "h":
                meanings.setdefault(choice.key, set()).add(same.get(choice.event, choice.event))
    for typed in KEYS:
        if typed.names[0] in meanings and not isinstance(typed.does, Command):
            meanings[typed.names[0]].add(same.get(typed.does, typed.does))
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_no_digit_stops_and_the_first_carries_on_gently_wherever_that_is_offered() -> None:
    for effect in ASKED:
        offer = offer_for(effect)
        stops = [choice.key for choice in offer.all if choice.event in (Leave(), Pick(Way.STOP))]
        assert set(stops) <= {"q"}
        gentle = [choice for choice in offer.all if choice.event == Pick(Way.GENTLER)]
        assert [choice.key for choice in gentle] == ["1"] * len(gentle)
        assert not gentle or offer.enter is gentle[0]


def test_the_care_guide_s_keys_and_order() -> None:
    assert [choice.key for choice in offer_for(AskCheckIn("", 1)).choices] == list("omctfs")
    assert [choice.key for choice in offer_for(AskNotice("", 1)).choices] == list("1234567890uns")
    assert [choice.key for choice in offer_for(AskNotice("", 1)).more] == list("omctf")
    assert [choice.key for choice in any_time()] == list("ctfq")


def test_everything_that_can_be_answered_has_words() -> None:
    assert list(FEELINGS) == list(Feeling)
    assert list(COATS) == list(Coat)
    assert set(WAYS) == set(Way)
    assert [choice.event for choice in FEELINGS.values()] == [Report(feeling) for feeling in Feeling]
    assert [choice.event for choice in COATS.values()] == [Wear(coat) for coat in Coat]


@pytest.mark.parametrize(("kind", "ways"), MENUS.items())
def test_menus_are_in_the_engine_s_order(
    kind: MenuKind, ways: tuple[tuple[Way, ...], tuple[Way, ...]]
) -> None:
    shown, more = ways
    offer = offer_for(OpenMenu(kind, shown, 1, more=more))
    assert [choice.event for choice in offer.choices] == [Pick(way) for way in shown]
    assert [choice.event for choice in offer.more] == [Pick(way) for way in more]


def test_the_rest_of_a_menu_is_listed_behind_more() -> None:
    shown, more = MENUS[MenuKind.CLOSING]
    offer = offer_for(OpenMenu(MenuKind.CLOSING, shown, 1, more=more))
    assert listed(offer)[0].label == "carry on gently (Enter)"
    assert listed(offer)[-1] is MORE
    assert len(listed(offer)) == len(shown) + 1
    assert [choice.event for choice in listed(offer, more=True)] == [Pick(way) for way in (*shown, *more)]
    assert MORE not in listed(offer_for(AskNotice("", 1)))


def test_a_question_is_skipped_by_enter() -> None:
    for effect in (AskCheckIn("", 1), AskCheckIn("", 1, final=True), AskNotice("", 1)):
        enter = offer_for(effect).enter
        assert enter is not None
        assert enter.event == Report(Feeling.SKIP)


def test_options_of_an_author_count_from_the_first_and_can_be_skipped() -> None:
    offer = offer_for(AskFork("which?", ("left", "right")))
    assert [choice.event for choice in offer.choices] == [
        ChooseOption(0),
        ChooseOption(1),
        Report(Feeling.SKIP),
    ]
    assert offer.enter == offer.choices[-1]


def test_an_end_asks_nothing() -> None:
    assert offer_for(Ended(Ending.LANDED, 1)) == Offer()


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("C", Report(Feeling.CLOSING)),
        ("closing", Report(Feeling.CLOSING)),
        ("  in between,   can't tell ", Report(Feeling.BETWEEN)),
        ("3", Command.UNKNOWN),
        ("", Command.ENTER),
        (" ", Command.PAUSE),
        ("?", Command.KEYS),
        ("a", Command.ASK_LESS),
        ("z", Pick(Way.SLIP)),
    ],
)
def test_a_typed_line_is_a_letter_or_a_word(line: str, meaning: Event | Command) -> None:
    assert meaning_of(line, offer_for(AskCheckIn("", 1))) == meaning


@pytest.mark.parametrize(
    ("line", "meaning"),
    [("0", Command.MORE), ("more", Command.MORE), ("5", Pick(Way.AS_PLANNED)), ("8", Pick(Way.NATURE))],
)
def test_what_is_behind_more_can_be_typed_at_once(line: str, meaning: Event | Command) -> None:
    shown, more = MENUS[MenuKind.CLOSING]
    assert meaning_of(line, offer_for(OpenMenu(MenuKind.CLOSING, shown, 1, more=more))) == meaning


def test_whoever_chose_the_senses_reads_nothing_of_the_other_way_among_the_keys() -> None:
    assert "kind words" in str(keys(unnamed=False))
    assert "kind words" not in str(keys(unnamed=True))


def test_every_answer_that_is_taken_in_has_lines_that_do_so() -> None:
    taken_in = set(Feeling) - {Feeling.SKIP} - HALTING
    assert {feeling.value for feeling in taken_in} == set(ANSWER_LINES)
