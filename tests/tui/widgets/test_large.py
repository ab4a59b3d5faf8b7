"""Large letters: what is set, what is not, and that they can be read back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from tests.fakes.stage import bundled
from tests.tui.screens.test_sizes import every_text
from tui.large.accents import glyph
from tui.large.glyphs import GLYPHS, ROWS
from tui.large.lettering import LINES, large
from tui.windows import ROOM_FOR_LETTERS

PIXELS = {"█": "##", "▀": "#.", "▄": ".#", " ": ".."}
SENTENCES = st.text(st.sampled_from([*GLYPHS, " ", " "]), min_size=1, max_size=60)


def read_back(rows: tuple[str, ...]) -> str:
    """The text in large letters, read letter by letter from its pixels."""
    said = []
    for top in range(0, len(rows), LINES):
        pixels = [[PIXELS[cell] for cell in row] for row in rows[top : top + LINES]]
        columns = ["".join(row[x] for row in pixels) for x in range(len(pixels[0]))]
        said.append(_words(columns))
    return " ".join(said)


def _words(columns: list[str]) -> str:
    blank = "." * ROWS
    text, at = "", 0
    while at < len(columns):
        if columns[at] == blank and not any(_fits(columns, at, letter) for letter in GLYPHS):
            text += " " if text[-1:] not in ("", " ") else ""
            at += 1
            continue
        letter = max((each for each in GLYPHS if _fits(columns, at, each)), key=_weight)
        text += letter
        at += len(GLYPHS[letter][0]) + 1
    return re.sub(r" +", " ", text).strip()


def _fits(columns: list[str], at: int, letter: str) -> bool:
    drawn = ["".join(row[x] for row in GLYPHS[letter]) for x in range(len(GLYPHS[letter][0]))]
    after = columns[at + len(drawn)] if at + len(drawn) < len(columns) else "." * ROWS
    return columns[at : at + len(drawn)] == drawn and after == "." * ROWS


def _weight(letter: str) -> int:
    return len(GLYPHS[letter][0])


def test_every_letter_has_rows_of_equal_length_and_ink() -> None:
    for letter, rows in GLYPHS.items():
        assert len(rows) == ROWS, letter
        assert len({len(row) for row in rows}) == 1, letter
        assert "#" in "".join(rows), letter
        assert set(rows[-1]) == {"."}, f"{letter} leaves no air below"


def test_no_two_letters_look_the_same() -> None:
    by_look: dict[tuple[str, ...], list[str]] = {}
    for letter, rows in GLYPHS.items():
        by_look.setdefault(rows, []).append(letter)
    assert [letters for letters in by_look.values() if len(letters) > 1] == []


def test_latin_letters_digits_and_the_signs_of_prompts_are_drawn() -> None:
    wanted = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;?!'\"’“”-–…()"
    assert [sign for sign in wanted if sign not in GLYPHS] == []


@pytest.mark.parametrize("text", ["Eyes open, or not.", "It’s 10:45; 2 may do – or none…", "Quiet jazz?"])
def test_large_text_can_be_read_back(text: str) -> None:
    rows = large(text, 200, 60)
    assert rows is not None
    assert read_back(rows) == text


@given(SENTENCES, st.integers(20, 160), st.integers(4, 60))
def test_large_text_stays_within_its_room(text: str, columns: int, lines: int) -> None:
    rows = large(text, columns, lines)
    if rows is not None:
        assert {len(row) for row in rows} == {columns}
        assert len(rows) <= lines
        assert len(rows) % LINES == 0
        assert set("".join(rows)) <= set(PIXELS)


@pytest.mark.parametrize("text", ["один", "十", "", "  "])
def test_without_a_drawing_for_each_letter_there_is_no_large_text(text: str) -> None:
    assert large(text, 200, 60) is None


@pytest.mark.parametrize("letter", "áàâäåãéèêëíìîïñóòôöõúùûüýÿçčšžřěůőűğşąęłøæœßÁÉÖÜÅÑÇŠŽ")
def test_letters_with_accents_are_drawn_within_their_rows_and_like_no_other(letter: str) -> None:
    if letter == "ł":
        assert not glyph(letter)  # no letter and a sign, but one of its own
        return
    rows = glyph(letter)
    assert len(rows) == ROWS
    assert len({len(row) for row in rows}) == 1
    assert set(rows[-1]) == {"."}
    assert rows not in [glyph(other) for other in GLYPHS if other != letter]


@given(SENTENCES, st.integers(20, 160), st.integers(4, 60))
def test_narrow_letters_take_half_the_columns_and_stay_within_their_room(
    text: str, columns: int, lines: int
) -> None:
    rows = large(text, columns, lines, narrow=True)
    if rows is not None:
        assert {len(row) for row in rows} == {columns}
        assert len(rows) <= lines
    if large(text, columns, lines) is not None:
        assert rows is not None


def test_every_text_of_the_sessions_is_large_in_a_large_window() -> None:
    columns, lines = ROOM_FOR_LETTERS
    small = [text for text in every_text() if large(text, columns - 6, lines - 14, narrow=True) is None]
    assert small == []


def test_without_room_there_is_no_large_text() -> None:
    assert large("unhurriedly", 30, 60) is None
    assert large("one two three", 30, LINES) is None
    assert large("one two three", 30, 3 * LINES) is not None


def test_lines_are_about_equally_long() -> None:
    rows = large("one two six ten", 60, 60)
    assert rows is not None
    inked = [[row.rstrip() for row in rows[top : top + LINES]] for top in (0, LINES)]
    assert len(rows) == 2 * LINES
    widths = [
        max(map(len, line)) - min(len(row) - len(row.lstrip()) for row in line if row) for line in inked
    ]
    assert abs(widths[0] - widths[1]) < 12


def test_every_bundled_prompt_can_be_large_in_a_wide_window() -> None:
    for entry in scan(SCRIPTS):
        for step in bundled(entry.name).arriving:
            text = getattr(step, "text", "")
            assert not text or large(text, 160, 45) is not None, text
