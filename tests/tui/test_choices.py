"""The one table of answers: keys that never clash, words for everything."""

from __future__ import annotations

from collections.abc import Sequence

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
from sessions.engine.events import FORMS, ChooseOption, Coat, Event, Feeling, Leave, Pick, Report, Way, Wear
from tui.choices import ANY_TIME, COATS, FEELINGS, WAYS, Choice, choices_for, way_words
from tui.plain.typed import KEYS, Command, meaning_of

MENUS = {
    MenuKind.INDIRECT: (Way.GENTLER, *FORMS, Way.NOTHING, Way.TOO_MUCH, Way.FAR_AWAY, Way.STOP),
    MenuKind.RETURN: (Way.GENTLER, Way.STOP, Way.DIRECT),
    MenuKind.BETWEEN: (Way.GENTLER, Way.DIRECT, Way.STOP),
    MenuKind.AFTER_FORM: (Way.ANOTHER, Way.GENTLER, Way.STOP, Way.DIRECT),
    MenuKind.HALTED: (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP),
}
ASKED: list[Effect] = [
    AskCheckIn("", 1),
    AskNotice("", 1),
    AskFork("which?", ("left", "right")),
    HoldStill(1),
    *(OpenMenu(kind, ways, 1) for kind, ways in MENUS.items()),
]


def keys(choices: Sequence[Choice]) -> list[str]:
    return [key for choice in choices for key in (choice.key, choice.also) if key]


@pytest.mark.parametrize("effect", ASKED, ids=lambda effect: type(effect).__name__)
def test_no_key_stands_for_two_answers_of_one_question(effect: AskCheckIn) -> None:
    found = keys(choices_for(effect))
    assert len(found) == len(set(found))
    assert "q" in found


def test_a_letter_means_the_same_everywhere() -> None:
    meanings: dict[str, set[Event]] = {}
    same: dict[Event, Event] = {
        Pick(Way.STOP): Leave(),
        Pick(Way.TOO_MUCH): Report(Feeling.TOO_MUCH),
        Pick(Way.FAR_AWAY): Report(Feeling.FAR_AWAY),
    }
    for effect in ASKED:
        for choice in choices_for(effect):
            for key in (choice.key, choice.also):
                if key.isalpha() and key != "h":
                    meanings.setdefault(key, set()).add(same.get(choice.event, choice.event))
    for typed in KEYS:
        if typed.names[0] in meanings and not isinstance(typed.does, Command):
            meanings[typed.names[0]].add(typed.does)
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_the_care_guide_s_keys_and_order() -> None:
    assert [choice.key for choice in choices_for(AskCheckIn("", 1))] == list("omctfsq")
    assert [choice.key for choice in choices_for(AskNotice("", 1))] == list("123456789u0sq")
    assert [choice.key for choice in ANY_TIME] == list("ctfq")


def test_everything_that_can_be_answered_has_words() -> None:
    assert list(FEELINGS) == list(Feeling)
    assert list(COATS) == list(Coat)
    assert set(WAYS) == set(Way)
    assert [choice.event for choice in FEELINGS.values()] == [Report(feeling) for feeling in Feeling]
    assert [choice.event for choice in COATS.values()] == [Wear(coat) for coat in Coat]


@pytest.mark.parametrize(("kind", "ways"), MENUS.items())
def test_menus_are_numbered_in_the_engine_s_order(kind: MenuKind, ways: tuple[Way, ...]) -> None:
    choices = choices_for(OpenMenu(kind, ways, 1))
    assert [choice.event for choice in choices] == [Pick(way) for way in ways]
    assert [choice.key for choice in choices] == [str(n) for n in range(1, len(ways) + 1)]


def test_on_the_gentler_track_one_stays_rather_than_goes() -> None:
    assert way_words(MenuKind.INDIRECT, Way.GENTLER)[0].startswith("go on")
    assert way_words(MenuKind.INDIRECT, Way.GENTLER, already_gentle=True)[0].startswith("stay")


def test_options_of_an_author_count_from_the_first() -> None:
    left, right, _stop = choices_for(AskFork("which?", ("left", "right")))
    assert (left.event, right.event) == (ChooseOption(0), ChooseOption(1))


def test_an_end_asks_nothing() -> None:
    assert choices_for(Ended(Ending.LANDED, 1)) == ()


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("3", Report(Feeling.CLOSING)),
        ("C", Report(Feeling.CLOSING)),
        ("  in between,   can't tell ", Report(Feeling.BETWEEN)),
        ("8", Command.UNKNOWN),
        ("", Command.ENTER),
        (" ", Command.PAUSE),
        ("?", Command.KEYS),
    ],
)
def test_a_typed_line_is_a_number_a_letter_or_a_word(line: str, meaning: Event | Command) -> None:
    assert meaning_of(line, choices_for(AskCheckIn("", 1))) == meaning
