"""No file costs more than its size, however odd: each construct is long enough to take too long otherwise."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from sessions.importing.formats import reader_for
from sessions.importing.ledger import Ledger
from sessions.importing.source import UnusableError

SOON = 6.0
"""Seconds of this process alone, however busy the machine is; a slow one takes a third of them."""
LONG, MANY = 60_000, 20_000
WORD = "a" * 2_000_000
"""So long that it must not be copied for each piece that follows."""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.txt", "Sit down now.\n\n# a" + " " * 4096 + "x", id="blanks in a heading"),
        pytest.param("a.md", "a|b\n-" + " " * LONG + "x|", id="blanks below the head of a table"),
        pytest.param("a.md", "|a|b|\n" + " " * LONG + "|x", id="blanks in a row"),
        pytest.param("a.md", "a" + "`" * LONG, id="marks of code"),
        pytest.param("a.md", "a\n" + "<!-- " * LONG, id="comments without an end"),
        pytest.param("a.md", f"- {WORD}\n" + "  a\n" * MANY, id="lines of an item"),
        pytest.param(
            "a.ass",
            "[Events]\nDialogue: 0,0:00:01.00,0:00:05.00,D,,0,0,0,,Hi {" + r"\p1" * LONG,
            id="pens",
        ),
        pytest.param("a.html", "<table>" * LONG + "a", id="tables in tables"),
        pytest.param("a.html", "<table><tr><td>a<td>b<tr>" + "<td>a" * 2 * LONG, id="cells"),
        pytest.param("a.html", f"<p>{WORD}" + "<b>a" * 3 * MANY, id="words of a paragraph"),
        pytest.param("a.html", "a" + "<nav>" * LONG + "</form>" * LONG, id="menus in menus"),
        pytest.param("a.ttml", f'<tt><p begin="1s">{WORD}' + "<br/>a" * 2 * MANY, id="words of a caption"),
        pytest.param("a.lrc", f"[00:01.00]{WORD}\n" + "a\n" * 2 * MANY, id="lines of a verse"),
        pytest.param("a.html", "<p>a" + " <a" * LONG, id="tags without an end"),
        pytest.param("a.html", "<p>a" + " <!--" * LONG, id="comments of a page without an end"),
        pytest.param("a.ttml", "<tt><p begin='1s'>a" + " <p" * LONG, id="paragraphs without an end"),
        pytest.param("a.csv", "text," + "a," * LONG + "\nb", id="columns"),
        pytest.param(
            "a.json", '{"text": "a"' + "".join(f', "k{n}": ["a b"]' for n in range(MANY)) + "}", id="keys"
        ),
    ],
)
def test_a_long_file_is_read_soon(name: str, text: str) -> None:
    started = time.process_time()
    with suppress(UnusableError):
        reader_for(name, text)(text, Ledger())
    assert time.process_time() - started < SOON
