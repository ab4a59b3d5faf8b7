"""The help list: complete, dated, and one's own where there is one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tui.words.help_lines import BUNDLED, FIELDS, HelpLinesError, help_lines, load, shown

ENTRY = """
[[line]]
name = "Somebody"
region = "Here"
reach = "call 1"
hours = "day and night"
checked = 2026-01-31
source = "a page"
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "help-lines.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bundled_list_has_a_directory_first_and_an_entry_for_other_countries() -> None:
    first, *others = load(BUNDLED)
    assert first.region.startswith("any country")
    assert "directory" in first.name
    assert len(others) >= 8


def test_an_entry_is_shown_with_its_date_and_its_source(tmp_path: Path) -> None:
    (line,) = load(write(tmp_path, ENTRY))
    assert shown(line, date(2026, 2, 1)) == (
        "Somebody (Here)",
        "  call 1",
        "  hours: day and night",
        "  read on 2026-01-31, in a page",
    )


def test_an_entry_nobody_looked_at_for_a_year_is_marked(tmp_path: Path) -> None:
    (line,) = load(write(tmp_path, ENTRY))
    assert not line.is_stale(date(2027, 1, 31))
    assert line.is_stale(date(2027, 2, 2))
    assert "read on 2026-01-31, more than a year ago, in a page" in shown(line, date(2027, 2, 2))[-1]


def test_a_list_of_ones_own_stands_in_place_of_the_bundled_one(tmp_path: Path) -> None:
    lines, fault = help_lines(write(tmp_path, ENTRY))
    assert [line.name for line in lines] == ["Somebody"]
    assert fault == ""


def test_without_a_list_of_ones_own_the_bundled_one_is_shown(tmp_path: Path) -> None:
    assert help_lines(tmp_path / "nowhere" / "help-lines.toml") == (load(BUNDLED), "")


@pytest.mark.parametrize("field", FIELDS)
def test_a_missing_field_is_told_with_an_example(tmp_path: Path, field: str) -> None:
    path = write(tmp_path, re.sub(rf"(?m)^{field} = .*$", "", ENTRY))
    lines, fault = help_lines(path)
    assert lines == load(BUNDLED)
    example = "2026-11-23" if field == "checked" else '"…"'
    assert fault == (f"{path} is not used: entry 1 needs `{field} = {example}`. The bundled list stands in.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it holds no `[[line]]`"),
        ("line = 1\n", "it holds no `[[line]]`"),
        ("line = [1]\n", "entry 1 is no `[[line]]`"),
        (ENTRY + ENTRY.replace('"Here"', '""'), 'entry 2 needs `region = "…"`'),
        (ENTRY.replace("2026-01-31", "2026-01-31T10:00:00"), "entry 1 needs `checked = 2026-11-23`"),
        ("[[line]\n", "Expected ']]' at the end of an array declaration (at line 1, column 7)"),
    ],
)
def test_a_faulty_list_is_told(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(HelpLinesError, match=re.escape(reason)):
        load(write(tmp_path, text))


def test_what_a_terminal_would_obey_is_written_out(tmp_path: Path) -> None:
    (line,) = load(write(tmp_path, ENTRY.replace("call 1", "\\u001b[2J")))
    assert line.reach == "\\x1b[2J"
