"""The hazard log has a row for each rule, and every file and test that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOG = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in LOG.splitlines()
    if re.match(r"\| \d", line)
]
OWN = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in LOG.splitlines()
    if line.startswith("| own: ")
]
"""What could go wrong with lines that people keep of their own."""
PATH = re.compile(r"`([\w/.-]+\.(?:py|toml|md|tcss))(?:::(\w+))?`")


def test_every_rule_has_one_row_in_order() -> None:
    assert [int(row[0].split()[0]) for row in ROWS] == list(range(1, 21))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].split()[0])
def test_a_row_says_what_who_and_by_which_code_and_test(row: list[str]) -> None:
    rule, *told = row
    number = int(rule.split()[0])
    tests = named_in(*told)
    assert any(path.startswith(f"tests/care/test_rule_{number:02}_") for path, _ in tests)


@pytest.mark.parametrize("what", ["reads it", "tally", "against the person", "ties somebody down"])
def test_lines_of_ones_own_have_a_row_for_each_way_to_go_wrong(what: str) -> None:
    (row,) = (row for row in OWN if what in row[0])
    assert len(OWN) == 4
    assert named_in(*row)


def named_in(hazard: str, who: str, stops: str, shown: str) -> list[tuple[str, str]]:
    """The tests of a row, which says what could happen, to whom, and by which code it does not."""
    assert len(hazard.split()) >= 4
    assert len(who.split()) >= 2
    code = PATH.findall(stops)
    assert code
    assert all(name for path, name in code if path.endswith(".py")), (
        "code is named by its module and its name"
    )
    tests = PATH.findall(shown)
    assert len(tests) >= 2
    assert all(name for _, name in tests), "a test is named by its module and its function"
    return tests


@pytest.mark.parametrize(("path", "name"), sorted(set(PATH.findall(LOG))))
def test_every_file_and_test_is_there(path: str, name: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    where = rf"^\s*(?:async )?(?:def|class) {name}\b|^\s*{name}\b.* = "
    assert not name or re.search(where, text, re.MULTILINE)


def test_every_rule_has_a_test_module_that_is_named_after_it() -> None:
    numbers = {path.name[10:12] for path in (ROOT / "tests" / "care").glob("test_rule_*.py")}
    assert numbers == {f"{number:02}" for number in range(1, 21)}


def test_the_design_leads_here() -> None:
    design = (ROOT / "DESIGN.md").read_text(encoding="utf-8")
    assert "(docs/hazards.md)" in design
    assert "(docs/concepts.md)" in design
