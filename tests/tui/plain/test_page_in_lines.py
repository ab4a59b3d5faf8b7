"""Numbers that are typed on a page in lines."""

from __future__ import annotations

import pytest

from tui.plain.page_in_lines import number_in


@pytest.mark.parametrize(
    ("said", "number"),
    [("1", 1), ("20", 20), ("07", 7), ("0", 0), ("21", 0), ("-1", 0), ("²", 0), ("", 0), ("9" * 5000, 0)],
)
def test_a_number_is_one_of_those_there_are_or_none(said: str, number: int) -> None:
    assert number_in(said, 20) == number
