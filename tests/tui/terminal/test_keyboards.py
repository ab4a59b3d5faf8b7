# ruff: noqa: RUF001  # letters of other boards that look like Latin ones are what this is about
"""What a hand means that types on another board than a Latin one."""

from __future__ import annotations

import pytest
from textual.events import Key

from tests.fakes import boards
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import on_stage
from tui.terminal.key_events import STOPS, meant
from tui.terminal.keyboards import Keyboard, language_of
from tui.terminal.parsing import Parsing

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BOARDS = {
    "Russian": ("йцукенгшщз", "фывапролд", "ячсмить"),
    "Ukrainian": ("йцукенгшщз", "фівапролд", "ячсмить"),
    "Greek": (";ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"),
    "Hebrew": ("/'קראטוןםפ", "שדגכעיחלך", "זסבהנמצ"),
    "Arabic": ("ضصثقفغعهخح", "شسيبلاتنم", "ئءؤرﻻىة"),
    "full-width": ("ｑｗｅｒｔｙｕｉｏｐ", "ａｓｄｆｇｈｊｋｌ", "ｚｘｃｖｂｎｍ"),
    "Caps Lock": ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"),
    "Russian with Caps Lock": ("ЙЦУКЕНГШЩЗ", "ФЫВАПРОЛД", "ЯЧСМИТЬ"),
}


@pytest.mark.parametrize("board", BOARDS)
def test_each_letter_is_the_latin_one_in_its_place(board: str) -> None:
    keyboard = Keyboard()
    keyboard.key(BOARDS[board][1][0])  # a letter tells which board it is
    for row, latin in zip(BOARDS[board], ROWS, strict=True):
        found = "".join(map(keyboard.key, row))
        assert (found.replace("'", "w") if board == "Hebrew" else found) == latin


def test_a_character_of_a_latin_board_is_itself() -> None:
    for sign in "abcxyz0123456789+-=?,.<>/;' \tß":
        assert Keyboard().key(sign) == sign


@pytest.mark.parametrize(
    ("language", "sign", "other"), [("el_GR.UTF-8", ";", "/"), ("he_IL.UTF-8", "/", ";")]
)
def test_what_stands_on_the_key_of_q_stops_on_that_board_alone(language: str, sign: str, other: str) -> None:
    keyboard = Keyboard(language)
    assert keyboard.key(sign) == "q"
    assert keyboard.key(other) == other
    keyboard.key("x")
    assert keyboard.key(sign) == sign


def test_two_letters_of_one_arabic_key_are_one_key() -> None:
    assert Keyboard().keys("لا") == "b"


def test_digits_and_signs_of_an_input_method_are_those_that_are_meant() -> None:
    assert Keyboard().keys("１２＋？　٣۴") == "12+? 34"


def test_the_language_is_that_of_the_system_as_posix_has_it() -> None:
    assert language_of({"LANG": "ru_RU.UTF-8", "LC_ALL": "", "LC_CTYPE": "el_GR.UTF-8"}) == "el_GR.UTF-8"
    assert language_of({}) == ""


@pytest.mark.parametrize(
    ("key", "character", "name", "typed"),
    [
        ("й", "й", "q", "q"),
        ("Q", "Q", "q", "q"),
        ("shift+q", None, "q", "q"),
        ("alt+q", "q", "q", "q"),
        ("ctrl+с", None, "ctrl+c", None),
        ("ctrl+shift+й", None, "ctrl+shift+q", None),
        ("ю", "ю", "full_stop", "."),
        ("fullwidth_question_mark", "？", "question_mark", "?"),
        ("ideographic_space", "　", "space", " "),
    ],
)
def test_a_key_of_another_board_has_the_name_of_the_latin_one(
    key: str, character: str | None, name: str, typed: str | None
) -> None:
    found = meant(Key(key, character), Keyboard())
    assert (found.key, found.character) == (name, typed)


@pytest.mark.parametrize(
    ("key", "character"),
    [
        ("q", "q"),
        ("ctrl+c", "\x03"),
        ("up", None),
        ("enter", "\r"),
        ("alt+x", "x"),
        ("plus", "+"),
        ("f1", None),
    ],
)
def test_a_key_that_is_a_latin_one_already_stays(key: str, character: str | None) -> None:
    event = Key(key, character)
    assert meant(event, Keyboard()) is event


@pytest.mark.parametrize("said", boards.PROTOCOL)
def test_the_keyboard_protocol_stops_on_every_board(said: str) -> None:
    keyboard = Keyboard()
    (event,) = Parsing(keyboard, lambda: False).feed(boards.PROTOCOL[said])
    assert isinstance(event, Key)
    assert meant(event, keyboard).key in STOPS


@pytest.mark.parametrize("board", boards.BOARDS)
async def test_the_key_in_the_same_place_does_what_the_latin_letter_does(board: str) -> None:
    peek, stop = boards.BOARDS[board]
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press(peek)
        assert stage.shows("without the pauses")
        await stage.press(stop)
        assert not stage.app.is_running
