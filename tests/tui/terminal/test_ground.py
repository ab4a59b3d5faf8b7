"""The colour of the terminal's ground: whole, in pieces, late, or none; it is never typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual import events

from tests.tui.terminal.test_parsing import ESC
from tui.terminal.ground import is_light, is_worth_asking
from tui.terminal.keyboards import Keyboard
from tui.terminal.parsing import Parsing

WHITE = f"{ESC}]11;rgb:ffff/fafa/f0f0{ESC}\\"


def told_and_typed(*parts: str, asked: bool = True) -> tuple[list[str], list[str]]:
    """What is told of the ground, and what is taken for typing; nothing comes for a while after each part."""
    parsing = Parsing(Keyboard(), lambda: False)
    told: list[str] = []
    typed: list[str] = []
    if asked:
        parsing.await_ground(told.append)
    for part in parts:
        found = list(parsing.feed(part))
        while parsing.looks:
            found += parsing.look(answer_due=False)
        typed += [message.key for message in found if isinstance(message, events.Key)]
    return told, typed


@pytest.mark.parametrize("cut", range(1, len(WHITE)))
def test_an_answer_in_two_pieces_far_apart_is_one_answer_and_no_typing(cut: int) -> None:
    told, typed = told_and_typed(WHITE[:cut], WHITE[cut:], "p")
    assert told == [WHITE]
    assert typed == (["escape", "p"] if cut == 1 else ["p"])


def test_in_three_pieces_too() -> None:
    for first, second in pairwise(range(2, len(WHITE) - 2, 3)):
        assert told_and_typed(WHITE[:first], WHITE[first:second], WHITE[second:]) == ([WHITE], [])


@pytest.mark.parametrize("key", ["q", "c", "f", "1"])
@pytest.mark.parametrize("begun", [WHITE[:2], WHITE[:12]])
def test_a_key_after_a_beginning_that_never_ends_is_a_key(begun: str, key: str) -> None:
    assert told_and_typed(begun, key) == ([], [key])


def test_an_answer_that_nobody_asked_for_or_a_second_one_is_nothing() -> None:
    assert told_and_typed(WHITE, asked=False) == ([], [])
    assert told_and_typed(WHITE, WHITE) == ([WHITE], [])


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:fd/f6/e3", True),
        ("rgba:f/f/f/f", True),
        ("rgb:0000/0000/0000", False),
        ("rgb:1e1e/1e1e/2e2e", False),
        ("rgb:0000/2b2b/3636", False),
        ("#ffffff", None),
        ("rgb:ffff/ffff", None),
    ],
)
def test_light_is_what_an_eye_calls_light(colour: str, *, light: bool | None) -> None:
    for end in ("\x07", f"{ESC}\\"):
        assert is_light(f"{ESC}]11;{colour}{end}") is light


def test_nobody_is_asked_where_a_look_was_chosen_or_colours_are_not_wanted() -> None:
    assert is_worth_asking({"TERM": "xterm"}, ())
    assert not is_worth_asking({"TERM": "xterm"}, ("theme",))
    assert not is_worth_asking({"TERM": "xterm", "NO_COLOR": "1"}, ())
    assert not is_worth_asking({"TERM": "linux"}, ())
