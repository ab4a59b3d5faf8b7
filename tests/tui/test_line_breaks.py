"""Lines end with sentences, then with clauses; nothing is lost and no word is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.screens.test_sizes import every_text
from tui.line_breaks import broken
from tui.widgets.prompt import MEASURE, balanced

WORDS = st.lists(st.text("abc.,", min_size=1, max_size=9), min_size=1, max_size=40)


@given(WORDS, st.integers(9, 50), st.integers(1, 12))
def test_no_word_is_lost_and_no_line_too_long(words: list[str], room: int, most: int) -> None:
    lines = broken(words, [len(word) for word in words], 1, room, most)
    if lines is not None:
        assert [word for line in lines for word in line] == words
        assert len(lines) <= most
        assert all(len(" ".join(line)) <= room for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "You can be curious here, or bored. All of it can be skipped, changed or stopped.",
            ("You can be curious here, or bored.", "All of it can be skipped,", "changed or stopped."),
        ),
        ("It can be there, like rain on a roof.", ("It can be there, like rain on a roof.",)),
        (
            "Yes. There is time, and nobody is counting it.",
            ("Yes. There is time,", "and nobody is counting it."),
        ),
    ],
)
def test_lines_end_with_sentences_and_then_with_clauses(text: str, lines: tuple[str, ...]) -> None:
    assert balanced(text, MEASURE) == lines


def test_no_prompt_leaves_a_word_alone() -> None:
    for text in every_text():
        lines = balanced(text, MEASURE)
        assert max(map(cell_len, lines)) <= MEASURE
        alone = [
            line for line in lines if " " not in line and not line.rstrip('”"’').endswith((".", "!", "?"))
        ]
        assert not alone or len(lines) == 1, lines


def test_a_word_that_is_too_wide_is_folded() -> None:
    assert broken(["unhurriedly"], [11], 1, 8, 9) is None
    assert "".join(balanced("unhurriedly", 8)) == "unhurriedly"
