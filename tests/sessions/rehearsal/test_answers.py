"""Answers from a list: what a word means, what it fits, and what is said when it fits nothing."""

from __future__ import annotations

import re

import pytest

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    HoldStill,
    MenuKind,
    OpenMenu,
    RingBell,
    ShowCompany,
)
from sessions.engine.events import (
    FORMS,
    RESTS,
    ChooseOption,
    Coat,
    Feeling,
    Leave,
    Next,
    Pick,
    Report,
    Way,
    Wear,
)
from sessions.rehearsal.answers import COATS, FEELINGS, WAYS, Answers, AnswersError
from sessions.written import Tone

CHECK_IN = AskCheckIn("and now?", 1)
NOTICE = AskNotice("", 1)
FORK = AskFork("which?", ("left", "right"))
CLOSING = OpenMenu(MenuKind.CLOSING, (Way.GENTLER, *RESTS, Way.STOP), 1, more=FORMS)
AFTER_COAT = OpenMenu(MenuKind.CLOSING, (Way.GENTLER, Way.AS_PLANNED, Way.STOP), 1, more=FORMS)
AFTER_FORM = OpenMenu(MenuKind.AFTER_FORM, (Way.GENTLER, *RESTS, Way.STOP), 1, more=(*FORMS, Way.DIRECT))
HALTED = OpenMenu(MenuKind.HALTED, (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP), 1)


@pytest.mark.parametrize(
    ("word", "feeling"),
    [
        ("opening", Feeling.OPENING),
        ("between", Feeling.BETWEEN),
        ("closing", Feeling.CLOSING),
        ("too much", Feeling.TOO_MUCH),
        ("Far_Away", Feeling.FAR_AWAY),
        ("skip", Feeling.SKIP),
    ],
)
def test_feelings_answer_check_ins_and_noticing_pauses(word: str, feeling: Feeling) -> None:
    assert Answers(word).next_for(CHECK_IN) == Report(feeling)
    assert Answers(word).next_for(NOTICE) == Report(feeling)


def test_every_coat_and_every_way_has_a_word() -> None:
    assert set(COATS.values()) == set(Coat)
    assert set(WAYS.values()) == set(Way)


def test_what_follows_a_colon_answers_what_opens_behind() -> None:
    answers = Answers("closing:green:direct, opening")
    asked = (CHECK_IN, CLOSING, AFTER_FORM, CHECK_IN)
    assert [answers.next_for(effect) for effect in asked] == [
        Report(Feeling.CLOSING),
        Pick(Way.NATURE),
        Pick(Way.DIRECT),
        Report(Feeling.OPENING),
    ]


def test_a_coat_is_followed_by_an_entry_of_the_page_on_the_same_item() -> None:
    answers = Answers("bored:touch,worn-out:as-planned,cross")
    asked = (NOTICE, AFTER_COAT, NOTICE, AFTER_COAT, NOTICE, AFTER_COAT)
    assert [answers.next_for(effect) for effect in asked] == [
        Wear(Coat.BORED),
        Pick(Way.TOUCH),
        Wear(Coat.WORN_OUT),
        Pick(Way.AS_PLANNED),
        Wear(Coat.CROSS),
        Pick(Way.GENTLER),
    ]


def test_menus_nobody_answered_for_go_on_gently_or_stop() -> None:
    answers = Answers("closing")
    answers.next_for(CHECK_IN)
    assert [answers.next_for(menu) for menu in (CLOSING, AFTER_FORM, HALTED)] == [
        Pick(Way.GENTLER),
        Pick(Way.GENTLER),
        Pick(Way.STOP),
    ]


def test_after_the_last_answer_everything_is_skipped() -> None:
    answers = Answers()
    asked = (CHECK_IN, NOTICE, FORK)
    skipped = Report(Feeling.SKIP)
    assert [answers.next_for(effect) for effect in asked] == [skipped] * 3


def test_options_are_numbers_from_one() -> None:
    assert Answers("2").next_for(FORK) == ChooseOption(1)


def test_people_to_talk_to_leave_the_menu_open_for_the_next_word() -> None:
    answers = Answers("too-much:company:floor")
    asked = (CHECK_IN, HALTED, ShowCompany())
    assert [answers.next_for(effect) for effect in asked][1:] == [Pick(Way.COMPANY), Pick(Way.FLOOR)]


def test_stop_leaves_and_a_rest_ends() -> None:
    assert Answers("stop").next_for(CHECK_IN) == Leave()
    assert Answers().next_for(HoldStill(Way.NOTHING, 1)) == Next()


def test_what_asks_nothing_gets_no_answer() -> None:
    answers = Answers("opening")
    assert answers.next_for(RingBell(Tone.BOWL, 1)) is None
    assert answers.left == ["opening"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("opening,closng", "answer 2: `closng` is no answer; did you mean `closing`? Known are: opening, "),
        ("opening,,skip", "answer 2: an empty one is no answer; Known are: "),
        ("closing:gren", "answer 1: `gren` is no answer; did you mean `green`? Known are: "),
        ("\x1b[2J", "answer 1: `\\x1b[2j` is no answer; Known are: "),
    ],
)
def test_an_unknown_word_is_told_before_anything_is_played(text: str, message: str) -> None:
    with pytest.raises(AnswersError, match="^" + re.escape(message)):
        Answers(text)


def test_an_answer_that_does_not_fit_says_which_where_and_what_fits() -> None:
    answers = Answers("opening,green")
    answers.next_for(CHECK_IN)
    message = (
        "answer 2, `green`, does not fit the question “and now?”; there it is one of: "
        f"{', '.join(FEELINGS)}, stop"
    )
    with pytest.raises(AnswersError, match=f"^{re.escape(message)}$"):
        answers.next_for(CHECK_IN)


def test_a_way_the_menu_does_not_offer_is_told() -> None:
    answers = Answers("closing:direct")
    answers.next_for(CHECK_IN)
    with pytest.raises(AnswersError, match=r"^answer 1, `direct`, does not fit the menu `closing`; "):
        answers.next_for(CLOSING)


def test_a_word_that_nothing_was_asked_for_is_told_at_the_next_question() -> None:
    answers = Answers("opening:green,skip")
    answers.next_for(CHECK_IN)
    with pytest.raises(AnswersError, match=r"^answer 1, `opening:green`: nothing was asked for `green`$"):
        answers.next_for(CHECK_IN)
