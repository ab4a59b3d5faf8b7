"""What a terminal sends: keys come through, answers come through, and nothing else ends up as typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tui.terminal.keyboards import Keyboard
from tui.terminal.parsing import Parsing
from tui.terminal.sequences import LONGEST_PASTE, Sequences
from tui.terminal.typeahead import MOST

ESC = "\x1b"


def messages(*parts: str, full: bool = False, keyboard: Keyboard | None = None) -> list[Message]:
    """What these inputs mean, with nothing after each of them for a while."""
    parsing = Parsing(keyboard or Keyboard(), lambda: full)
    seen: list[Message] = []
    for part in parts:
        seen += parsing.feed(part)
        while parsing.looks:
            seen += parsing.look(answer_due=False)
    return seen


def keys(*parts: str, full: bool = False) -> list[str]:
    return [message.key for message in messages(*parts, full=full) if isinstance(message, events.Key)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("q", ["q"]),
        ("\x03", ["ctrl+c"]),
        (ESC, ["escape"]),
        (f"{ESC}[A", ["up"]),
        (f"{ESC}OA", ["up"]),
        (f"{ESC}[1;5A", ["ctrl+up"]),
        (f"{ESC}[3~", ["delete"]),
        (f"{ESC}[Z", ["shift+tab"]),
        (f"{ESC}[[A", ["f1"]),
        (f"{ESC}q", ["alt+q"]),
        (f"{ESC}{ESC}[A", ["escape", "up"]),
        (f"{ESC}\x03", ["ctrl+c"]),
        (f"{ESC}[113u", ["q"]),
        (f"{ESC}[113;;113u", ["q"]),
        (f"{ESC}[113:81;2;81u", ["Q"]),
        (f"{ESC}[113;65;81u", ["Q"]),
        (f"{ESC}[99;5u", ["ctrl+c"]),
        (f"{ESC}[13u", ["enter"]),
        (f"{ESC}[27u", ["escape"]),
        (f"{ESC}[27;5;113~", ["ctrl+q"]),
        (f"{ESC}[1089::99;5u", ["ctrl+c"]),
        (f"{ESC}[57400;;49u", ["1"]),
        (f"{ESC}[57413;;43u", ["plus"]),
        (f"{ESC}[57414u", ["enter"]),
        (f"{ESC}[57419u", ["up"]),
        (f"{ESC}Oq", ["1"]),
        (f"{ESC}Ok", ["plus"]),
        (f"{ESC}OM", ["enter"]),
        (f"{ESC}OX", ["equals_sign"]),
    ],
)
def test_a_key_comes_through(typed: str, meant: list[str]) -> None:
    assert keys(typed) == meant
    assert keys(typed, "x") == [*meant, "x"]
    if typed != ESC:
        assert keys(typed + "x") == [*meant, "x"]


MALFORMED = [
    "[1114112u", "[9999999u", "[55296u", "[0u", "[1u", "[u", "[;5u", "[97;0u", "[97;999u", "[97;5;1114112u",
    "[97;;0u", "[97;;55296:97u", "[97;1:3u", "[97;1:9u", "[97:1;2:3;4:5;6u", "[1;2;3;4;5;6u", "[63000u",
    "[999~", "[~", "[200;5~", "[5A", "[1;5;1114112A", "[99999999999999999999u", "[97;99999999999999999999u",
    "[" + "1;" * 400 + "u", "[" + "1" * 4000 + "u", "[?1;2c", "[>0;276;0c", "[8;24;80t",
    "[48;60000;60000;1;1t", "[48;0;0;0;0t", "[48;24;80;1;1;1t", "[<999999999999999999999;1;1M", "[<;;M",
    "[<0;1M", "[1;2;3M", "[M !!", "Ox", "]11;rgb:0000/0000/0000\x07", "]52;c;cQ==\x1b\\", "P1$r0m\x1b\\",
    "P>|xterm\x1b\\", "_Gi=1;OK\x1b\\", "[97 q", "[!p", "[?2026;99999$y",
]  # fmt: skip


@pytest.mark.parametrize("malformed", MALFORMED)
def test_what_no_key_can_be_is_nothing(malformed: str) -> None:
    allowed = ["8"] if malformed == "Ox" else []
    assert keys(ESC + malformed + "x") == [*allowed, "x"]
    assert not [seen for seen in messages(ESC + malformed) if isinstance(seen, events.Resize)]


@pytest.mark.parametrize("malformed", MALFORMED)
def test_what_is_cut_off_is_nothing_and_the_next_key_is_heard(malformed: str) -> None:
    for at in range(2, min(len(malformed), 40)):
        assert keys(ESC + malformed[:at], "q")[-1:] == ["q"], malformed[:at]


def test_a_sequence_may_come_in_any_parts() -> None:
    whole = f"{ESC}[1089::99;5u{ESC}[Aq{ESC}OM"
    for at in range(1, len(whole)):
        parsing = Parsing(Keyboard(), lambda: False)
        seen = [*parsing.feed(whole[:at]), *parsing.feed(whole[at:])]
        assert [key.key for key in seen if isinstance(key, events.Key)] == ["ctrl+c", "up", "q", "enter"]


def test_an_answer_may_come_late_where_one_is_due() -> None:
    parsing = Parsing(Keyboard(), lambda: False)
    assert not list(parsing.feed(f"{ESC}[5"))
    while parsing.looks:
        assert not list(parsing.look(answer_due=True))
    assert isinstance(next(iter(parsing.feed(";12R"))), events.CursorPosition)


def test_a_key_after_half_an_answer_is_that_key() -> None:
    parsing = Parsing(Keyboard(), lambda: False)
    list(parsing.feed(f"{ESC}[5"))
    while parsing.looks:
        list(parsing.look(answer_due=True))
    assert [key.key for key in parsing.feed("q") if isinstance(key, events.Key)] == ["q"]


def test_what_is_pasted_is_no_key_and_has_an_end() -> None:
    (paste,) = messages(f"{ESC}[200~quiet\x1b[A\x07 q{ESC}[201~")
    assert isinstance(paste, events.Paste)
    assert paste.text == "quiet[A q"
    (paste,) = messages(f"{ESC}[200~{'x' * 100_000}{ESC}[201~")
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == LONGEST_PASTE
    assert keys(f"{ESC}[200~never ended", "q") == ["q"]
    assert keys(f"{ESC}[200~never ended\x03") == ["ctrl+c"]
    assert keys(*f"{ESC}[200~", *"qqq")[-1:] == ["q"]


@pytest.mark.parametrize("stop", ["q", "Q", "й", "\x03", "\x11", f"{ESC}[113;;113u", f"{ESC}[1089::99;5u"])
def test_where_no_more_is_taken_in_only_what_stops_is_looked_at(stop: str) -> None:
    flood = f"xyz\r12 {ESC}[A{ESC}[<35;1;1M" * 400
    seen = messages(flood + stop + flood, full=True)
    assert len(seen) == 1


def test_a_terminal_tells_what_stands_where() -> None:
    keyboard = Keyboard()
    messages(f"{ESC}[4325::113;;4325u", keyboard=keyboard)
    assert keyboard.key("\u10e5") == "q"
    messages(f"{ESC}[223::45;2;63u", keyboard=keyboard)
    assert keyboard.key("?") == "?"
    messages(f"{ESC}[122::121;;122u", keyboard=keyboard)
    assert keyboard.key("z") == "z"
    messages(f"{ESC}[59::113;;59u", keyboard=keyboard)
    assert keyboard.key(";") == "q"
    messages(f"{ESC}[59;;59u", keyboard=keyboard)
    assert keyboard.key(";") == ";"


NUMBERS = st.one_of(st.just(""), st.integers(0, 1 << 80).map(str), st.integers(0, 70_000).map(str))
FIELDS = st.lists(st.lists(NUMBERS, max_size=4).map(":".join), max_size=6).map(";".join)
SEQUENCES = st.tuples(
    st.sampled_from([f"{ESC}[", f"{ESC}[<", f"{ESC}[?", f"{ESC}[48;", f"{ESC}O", ESC]),
    FIELDS,
    st.sampled_from([*"u~ABCDEFHPQRSMmtyIOZ", "$y", ""]),
).map("".join)
INPUT = st.lists(
    st.one_of(SEQUENCES, st.text(max_size=6), st.sampled_from([ESC, f"{ESC}[200~", f"{ESC}[201~"]))
)


@given(INPUT.map("".join), st.integers(1, 40))
def test_nothing_that_comes_breaks_anything_and_q_is_heard_after_it(come: str, step: int) -> None:
    parts = [come[at : at + step] for at in range(0, len(come), step)]
    assert keys(*parts, "q", "q")[-1:] == ["q"]


@given(SEQUENCES)
def test_a_control_sequence_is_never_typed_out(sequence: str) -> None:
    if not sequence.startswith(f"{ESC}[") or not sequence[-1].isalpha():
        return
    assert len(keys(sequence)) <= 8, "more keys than a sequence can carry"
    assert "circumflex_accent" not in keys(sequence)


@given(st.text(), st.integers(1, 7))
def test_plain_text_comes_through_as_it_is(text: str, step: int) -> None:
    plain = text.replace(ESC, "")
    sequences = Sequences()
    parts = [piece for at in range(0, len(plain), step) for piece in sequences.feed(plain[at : at + step])]
    assert "".join(parts) == plain


def test_long_input_is_parsed_in_parts_so_that_it_can_fill_up() -> None:
    taken: list[Message] = []
    parsing = Parsing(Keyboard(), lambda: len(taken) >= MOST)
    taken.extend(parsing.feed("x" * 4096))
    assert len(taken) < 2 * MOST


def test_a_window_without_dots_leaves_the_mouse_where_it_is() -> None:
    seen = messages(f"{ESC}[48;24;80;0;0t", f"{ESC}[<0;10;5M")
    (resized,) = (message for message in seen if isinstance(message, events.Resize))
    assert tuple(resized.size) == (80, 24)
    (pressed,) = (message for message in seen if isinstance(message, events.MouseDown))
    assert (pressed.x, pressed.y) == (9, 4)
