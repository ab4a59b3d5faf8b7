"""Prose leaves no word alone at the end, and is drawn and copied with plain blanks."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.selection import SELECT_ALL

from tui.widgets.prose import TIE, Prose, tied

TEXT = "In the body: shoulders up, a tight jaw, yawns, heavy eyes, cold hands."


class OneText(App[None]):
    """A page with one text on it."""

    def compose(self) -> ComposeResult:
        """The text, its first words in bold."""
        yield Prose(Content.styled(TEXT, "bold"))


@pytest.mark.parametrize("width", range(20, 80))
async def test_no_word_stands_alone_on_the_last_line(width: int) -> None:
    app = OneText()
    async with app.run_test(size=(width, 12)):
        prose = app.query_one(Prose)
        rows = [prose.render_line(y).text.rstrip() for y in range(prose.size.height)]
        assert " ".join(rows) == TEXT
        assert rows[-1].endswith("cold hands.")
        found = prose.get_selection(SELECT_ALL)
        assert found is not None
        assert found[0] == TEXT


def test_short_lines_and_long_words_stay_as_they_are() -> None:
    assert tied("Deb Dana, 2021.") == "Deb Dana, 2021."
    assert tied("one two three four self-compassionately unhurriedly").count(TIE) == 0
    assert tied("one two three four five") == f"one two three four{TIE}five"
    assert tied("") == ""
