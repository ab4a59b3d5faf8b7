"""One line more or less, and everything else in the file as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.mine.changing import UnchangedError, with_line, without_line
from sessions.mine.fields import MOST_CHARACTERS, MOST_LINES
from sessions.mine.model import Mine
from sessions.mine.reading import read
from sessions.mine.template import TEMPLATE
from sessions.unsafe import find_unsafe
from tests.sessions.mine.test_reading import WHOLE

NAMES = st.sampled_from(Mine._fields)
LINES = st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(
    lambda line: line and not any(find_unsafe(line))
)  # fmt: skip
LAYOUTS = (
    "",
    TEMPLATE,
    WHOLE,
    WHOLE.replace("\n", "\r\n"),
    "# mine\n\nsigns:\n    opening:\n        - x\n\n# people\n\npeople:\n- a\n# b\n",
    "words: [a, 'b']  # two\nsigns:\nthe_end:\n".replace("the_end:\n", "people: []"),
    "words:\n  -\n  -\n",
    "words:\n  - |\n    a\n    # no comment\n\n# between\ncomforts:\n",
    '"words":\n   - "a\n      b"   # c\n',
)


def kept(text: str) -> Mine:
    found = read(text.encode(), "mine.yaml")
    assert not found.faults
    return found.mine


@given(st.sampled_from(LAYOUTS), NAMES, LINES)
def test_a_line_is_added_and_taken_away_and_all_else_stays(text: str, name: str, line: str) -> None:
    before = kept(text)
    longer = with_line(text, name, line)
    held = getattr(before, name)
    assert kept(longer) == before._replace(**{name: (*held, line)})
    for comment in ("# always", "# two", "# between", "# c", "# mine", "# b"):
        assert longer.count(comment) == text.count(comment)
    old = [each.strip() for each in text.splitlines() if "[" not in each]
    new = [each.strip() for each in longer.splitlines()]
    assert [each for each in old if each not in new] == []
    if "[" not in text:
        assert kept(without_line(longer, name, line)) == before


def test_a_line_comes_last_in_its_list_and_the_lines_around_it_stay() -> None:
    text = with_line(with_line(TEMPLATE, "closing", "Jokes: many"), "closing", "yawns #1")
    added = '  closing:\n    - "Jokes: many"\n    - "yawns #1"\n'
    assert text == TEMPLATE.replace("  closing:\n", added)
    assert without_line(text, "closing", "Jokes: many") == text.replace('    - "Jokes: many"\n', "")


def test_what_stands_below_a_block_of_text_is_kept_when_it_goes() -> None:
    text = "words:\n  - |\n    a\n    # b\n\n# between\ncomforts:\n"
    assert without_line(text, "words", "a # b") == "words:\n\n# between\ncomforts:\n"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", " \t ", "nothing in that line"),
        ("", "x" * (MOST_CHARACTERS + 1), "are the most"),
        ("", "a\x1b[2J", "a terminal would obey"),
        ("", "a\u202eb", "nobody can see"),
        ("words:\n" + "- x\n" * MOST_LINES, "y", "takes no more"),
        ("{words: }", "y", "in an editor"),
        ("...", "y", "in an editor"),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_reason(text: str, line: str, why: str) -> None:
    with pytest.raises(UnchangedError, match=why):
        with_line(text, "words", line)
