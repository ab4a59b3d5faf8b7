"""A file of one's own: what is read of it, and what is said of each fault."""

from __future__ import annotations

import pytest

from sessions.mine.fields import MOST_BYTES, MOST_CHARACTERS, MOST_LINES
from sessions.mine.model import Mine
from sessions.mine.reading import read
from sessions.mine.template import TEMPLATE
from sessions.unsafe import find_unsafe

WHOLE = """\
words:
  - “I'm allowed to go slowly.”
  - >
    One thing
    after the other.
comforts: [tea, "the dog, asleep"]
signs:
  closing:
  - jokes   # always
  opening:
people:
  - "Sam: 555 0100"
  -
"""


def test_everything_is_read_as_plain_lines_in_order() -> None:
    assert read(WHOLE.encode(), "mine.yaml")[:2] == (
        Mine(
            words=("“I'm allowed to go slowly.”", "One thing after the other."),
            comforts=("tea", "the dog, asleep"),
            closing=("jokes",),
            people=("Sam: 555 0100",),
        ),
        (),
    )


@pytest.mark.parametrize(
    "text", ["", "\n", "# nothing yet\n", "words:\n", "signs:\n", TEMPLATE, "words: []\n"]
)
def test_nobody_has_to_keep_anything(text: str) -> None:
    found = read(text.encode(), "mine.yaml")
    assert not found.faults
    assert not found.mine


def test_markup_types_and_dates_are_nothing_but_text() -> None:
    lines = ("[bold]x[/bold]", "<b>", "yes", "2026-11-28", "0x1F", "~", "$HOME", "{x}")
    text = "words:\n" + "".join(f"  - '{line}'\n" for line in lines)
    assert read(text.encode(), "mine.yaml").mine.words == lines


FAULTY = {
    "a colon": (b"people:\n  - Sam\n  - Ana: 555\n", 3, "put the whole line in double quotes"),
    "a slip": (b"words:\n  - a\n\ncomfort:\n  - b\n", 4, "did you mean `comforts`?"),
    "no dash": (b"words: I can go slowly\n", 1, "begin each line below it with a dash and a space"),
    "signs without a list": (
        b"signs:\n  - jokes\n",
        2,
        "put its lines below `closing:` or `opening:`",
    ),
    "twice": (b"words:\n  - a\nwords:\n  - b\n", 3, "it stands first on line 1; keep one of the two"),
    "a long line": (b"words:\n  - " + b"x" * (MOST_CHARACTERS + 1), 2, "make two lines of it"),
    "a long list": (b"words:\n" + b"  - x\n" * (MOST_LINES + 1), MOST_LINES + 2, "keep those that help most"),
    "no key": (b"- a\n- b\n", 1, "begin with `words:`, then the lines"),
    "a list in a list": (b"words:\n  - - a\n", 2, "write one dash, or put the whole line in quotes"),
    "a tab": (b"words:\n\t- a\n", 2, "indent with two spaces"),
    "an open quote": (b'words:\n  - "a\n', 2, "close it, or leave both out"),
    "two documents": (b"words:\n  - a\n---\nwords:\n", 3, "leave the line out"),
    "control": (b"words:\n  - a\x1b[2J\n", 2, "leave it out"),
    "control, as an escape": (b'words:\n  - a\n  - "\\e[2J"\n', 3, "leave it out"),
    "in a comment": (b"# \x07\nwords:\n", 1, "leave it out"),
    "bidi": ("words:\n  - a\u202eb\n".encode(), 2, "leave it out"),
    "bidi, as an escape": (b'words:\n  - "a\\u202eb"\n', 2, "leave it out"),
    "not UTF-8": (b"words:\n  - caf\xe9\n", 2, "save the file again as UTF-8"),
    "UTF-16": ("words:\n".encode("utf-16"), 1, "save it again as UTF-8"),
    "nested": (b"words: " + b"[" * 20_000, 1, "text that holds brackets goes in double quotes"),
    "braces": (b"{a: " * 10_000, 1, "text that holds brackets goes in double quotes"),
    "laughs": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nwords: [*b, *b]\n",
        1,
        "a line of a list begins with a dash; text that begins like this goes in double quotes",
    ),
    "a tag": (b"words: !!python/object/apply:os.system [id]\n", 1, "put the whole line in double quotes"),
    "a directive": (b"%YAML 1.1\n---\nwords:\n", 1, "leave it out"),
    "too large": (b"#" * (MOST_BYTES + 1), 1, "leave out what you no longer need"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_a_fault_has_its_line_and_how_to_mend_it_and_nothing_is_guessed(case: str) -> None:
    content, line, help_ = FAULTY[case]
    found = read(content, "mine.yaml")
    assert found.mine == Mine()
    assert (line, help_) in [(fault.span.line, fault.help) for fault in found.faults]
    for fault in found.faults:
        assert not any(find_unsafe(fault.message + fault.help))
        assert fault.help, fault.message
        assert "session" not in fault.message + fault.help
