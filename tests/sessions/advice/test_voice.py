"""Advice on the voice of a session: shares, sentences to say, fewer words after closing; once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.advice.voice import (
    ENOUGH_PROMPTS,
    ENOUGH_WORDS,
    LEAST_TAILS_TOLD,
    LONG_ENOUGH_FOR_THEM,
    MOST_IMPERATIVES,
    MOST_MODALS,
    MOST_OF_DIRECT,
    MOST_TAILS,
    begins_with_an_order,
)
from sessions.advice.word_lists import lists_for
from sessions.check import check_file, check_text
from sessions.durations import written
from tests.sessions.framed import framed

VOICE = {"W515", "W516", "W517", "W518", "W519", "W520", "W521"}


def ids(example: str) -> list[str]:
    return [fault.id for fault in check_text(framed(example), "x.yaml").faults if fault.id in VOICE]


def wordings(*texts: str) -> str:
    """One prompt with these wordings; the frame around it holds two plain prompts."""
    first, *others = texts
    rest = "".join(f"\n    - {text}" for text in others)
    return f"- say: {first}\n  for: 30s" + (f"\n  or:{rest}" if others else "")


def test_the_figures_are_those_of_the_voice() -> None:
    assert (MOST_TAILS, MOST_MODALS, MOST_IMPERATIVES) == (0.08, 0.55, 0.25)
    assert pytest.approx(2 / 3) == MOST_OF_DIRECT
    assert (LEAST_TAILS_TOLD, ENOUGH_PROMPTS, ENOUGH_WORDS, LONG_ENOUGH_FOR_THEM) == (3, 8, 30, 180.0)


@pytest.mark.parametrize(("tails", "plain", "expected"), [(2, 0, 0), (3, 0, 1), (3, 32, 1), (3, 33, 0)])
def test_tails_are_told_from_three_on_and_eight_in_a_hundred(tails: int, plain: int, expected: int) -> None:
    texts = [f"Thing {number}, or not." for number in range(tails)]
    texts += [f"A lamp {number} is on." if number % 2 else f"Rain {number}." for number in range(plain)]
    steps = "\n".join(f"- say: {text}\n  for: 5s" for text in texts)
    length = written(30 + 5 * len(texts))
    assert ids(f"length: {length}\n{_in_indirect(steps)}").count("W515") == expected


def _in_indirect(steps: str) -> str:
    return "indirect:\n" + "\n".join(f"  {line}" for line in steps.split("\n"))


@pytest.mark.parametrize(("modals", "expected"), [(4, 0), (5, 1)])
def test_modals_are_told_above_their_share(modals: int, expected: int) -> None:
    texts = [f"Lamp {number} may be on." for number in range(modals)]
    texts += [f"Lamp {number} is off." for number in range(6 - modals)]
    assert ids(wordings(*texts)).count("W516") == expected


def test_of_a_few_prompts_no_share_is_told() -> None:
    assert (
        ids(wordings("It may rain.", "It might rain.", "Perhaps it rains.", "If it rains, it rains.")) == []
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("You could say “I can go slowly.”", "Or “This is plenty.”", []),
        ("You could say “I can go slowly.”", "Or something like it.", ["W517"]),
        ("You could say “yes”.", "Or “no”.", ["W517"]),
        ("Say what you like.", "Or nothing.", ["W517"]),
    ],
)
def test_a_direct_track_gives_two_sentences_to_say(first: str, second: str, expected: list[str]) -> None:
    direct = f"direct:\n  - say: {first}\n    for: 45s\n  - say: {second}\n    for: 45s\n"
    rest = "  - use: settle\n    repeat: 2\nindirect:\n  - use: settle\n    repeat: 5"
    assert ids(f"length: 3m\n{direct}{rest}") == expected


def test_a_sentence_in_another_wording_counts_and_a_short_session_owes_none() -> None:
    said = "    or:\n      - “I can go slowly.”\n"
    beat = "  - say: Slowly is a way to go.\n    for: 45s\n"
    rest = "  - use: settle\n    repeat: 2\nindirect:\n  - use: settle\n    repeat: 5"
    second = "  - say: A lamp.\n    for: 45s\n"
    assert ids(f"length: 3m\ndirect:\n{beat}{said}{second}{said}{rest}") == []
    assert ids("direct:\n  - say: A lamp.\n    for: 30s\nindirect:\n  - use: settle") == []


@pytest.mark.parametrize(("words", "expected"), [(20, []), (21, ["W518"])])
def test_the_indirect_track_has_two_thirds_of_the_words(words: int, expected: list[str]) -> None:
    direct = (
        f"direct:\n  - say: {' '.join(['rain'] * 15)}\n    for: 15s\n  - say: {' '.join(['lamp'] * 15)}\n"
    )
    indirect = f"    for: 15s\nindirect:\n  - say: {' '.join(['sound'] * words)}\n    for: 30s"
    assert ids(direct + indirect) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Look round.", True),
        ("Listen, and then look round.", True),
        ("Take a cup.", True),
        ("Thank you for coming.", False),
        ("Welcome, whoever you are today.", False),
        ("Feel free to move.", False),
        ("Take your time.", False),
        ("Take what you need from this.", False),
        ("Stay as long as you like.", False),
        ("Come back whenever you like. Look round.", False),
        ("Should anything come up, you can stop.", False),
        ("Rest is allowed.", False),
        ("Look round. You can stay as you are.", True),
    ],
)
def test_a_greeting_or_a_permission_tells_nobody_what_to_do(text: str, *, expected: bool) -> None:
    lists = lists_for("en")
    assert lists is not None
    assert begins_with_an_order(text, lists) is expected


def test_what_tells_the_reader_what_to_do_is_named() -> None:
    texts = ["Look round.", "Listen to the rain.", "Look up.", "Rain.", "A lamp.", "A wall."]
    (fault,) = (
        fault for fault in check_text(framed(wordings(*texts)), "x.yaml").faults if fault.id == "W520"
    )
    assert fault.message == "3 of 8 prompts begin by telling the reader what to do: `Look`, `Listen`"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("There is rain.", "There is a lamp.", ["W519"]),
        ("There is rain.", "There was a lamp.", []),
        ("Rain.", "Rain.", []),
    ],
)
def test_neighbours_begin_in_different_ways(first: str, second: str, expected: list[str]) -> None:
    assert ids(f"- say: {first}\n  for: 15s\n- say: {second}\n  for: 15s") == expected


def test_it_is_told_once_and_can_be_kept_back() -> None:
    three = "".join(f"  - say: There is a lamp, number {number}.\n    for: 10s\n" for number in range(3))
    assert ids(f"indirect:\n{three}") == ["W519"]
    allowed = three.replace("number 1.", "number 1.  # allow: W519 a refrain")
    assert ids(f"indirect:\n{allowed}") == []
    titled = "title: A lamp  # allow: W516 a poem made of maybes\n"
    texts = [f"Lamp {number} may be on." for number in range(6)]
    assert ids(titled + _in_indirect(wordings(*texts))) == []


def test_of_another_language_only_what_needs_no_words_is_told() -> None:
    eyes = "  - say: Die Augen sind offen.\n    for: 15s\n"
    words = ("Regen", "Licht", "Tee")
    steps = "".join(f"  - say: {word} may be here, or not.\n    for: 10s\n" for word in words)
    assert ids(f"language: de\narriving:\n{eyes}  - check_in: Und?\nindirect:\n{steps}") == []


WRITTEN = sorted((Path(__file__).parent / "written").iterdir())


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_a_warm_session_of_permission_phrases_is_told_nothing(path: Path) -> None:
    """Written by an author from nothing, with the phrases of `permission-phrases.txt`."""
    assert check_file(path).faults == ()


def test_without_an_error_only() -> None:
    steps = "- say: There is rain.\n  for: 15s\n- say: There is a lamp.\n  for: 15"
    assert ids(steps) == []
