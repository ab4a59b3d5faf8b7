"""What a typed line may say: on another board, broken by a prompt, with keys that are no letters."""

from __future__ import annotations

import pytest

from sessions.engine.effects import AskCheckIn
from sessions.engine.events import Back, ChooseOption, Event, Feeling, Leave, Report
from tests.fakes.boards import BOARDS, PROTOCOL
from tui.choices import Choice, Offer, offer_for
from tui.plain.typed import Command, meaning_of, stops
from tui.plain.typed_line import Line, clean

CLOSING = Report(Feeling.CLOSING)


@pytest.mark.parametrize(
    ("before", "line", "meant"),
    [
        ("clos", "c", CLOSING),
        ("clos", "ing", CLOSING),
        ("c", "", CLOSING),
        ("x", "c", CLOSING),
        ("sto", "p", Leave()),
        ("hel", "p", Command.HELP),
        ("b", "ack", Back()),
        ("", "p", Command.TIME),
        ("x", "p", Command.TIME),
        ("anything", "q", Leave()),
        ("q", "", Leave()),
        ("", "", Command.ENTER),
        ("", " ", Command.PAUSE),
        ("  ", "", Command.PAUSE),
        ("x", "y", Command.UNKNOWN),
    ],
)
def test_a_line_that_was_broken_is_taken_for_what_is_likeliest(
    before: str, line: str, meant: Event | Command
) -> None:
    assert meaning_of(Line(line, before), Offer()) == meant


@pytest.mark.parametrize("line", [*(stop for _, stop in BOARDS.values()), "\uff31", "STOP", " quit "])
def test_q_stops_on_every_board(line: str) -> None:
    assert stops(line)
    assert meaning_of(line, offer_for(AskCheckIn("", 0))) == Leave()


@pytest.mark.parametrize("board", BOARDS)
def test_each_command_is_taken_in_its_place_on_every_board(board: str) -> None:
    peek, _ = BOARDS[board]
    assert meaning_of(peek, offer_for(AskCheckIn("", 0))) == Command.TIME


@pytest.mark.parametrize("said", PROTOCOL)
def test_the_keyboard_protocol_stops_on_every_board(said: str) -> None:
    assert stops(clean(PROTOCOL[said]))


def test_what_an_author_wrote_in_another_script_is_no_slip() -> None:
    own = Choice("1", "й", ChooseOption(0))
    assert meaning_of("й", Offer((own,))) == ChooseOption(0)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("\x1b[Ac", "c"),
        ("c\x1b[D\x1b[D", "c"),
        ("\x1b", ""),
        ("\x1bc", "c"),
        ("\x1b[113;;113u", "q"),
        ("\x1b[1089;5u", "q"),
        ("\x1b[4325::113;;4325u", "q"),
        ("\x1b[4330::99;5u", "q"),
        ("\x1b[4330::100;5u", ""),
        ("\x1b[1114112uc", "c"),
        ("\x1bOqc", "c"),
        ("\x0ec\x00", "c"),
        ("caf\u00e9 \u4e2d", "caf\u00e9 \u4e2d"),
    ],
)
def test_keys_that_are_no_letters_are_left_out_of_a_line(typed: str, said: str) -> None:
    assert clean(typed) == said
