"""docs/wording.md says what the rules do."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from sessions.advice.wording_rules import RULES
from sessions.check import check_text
from tests.sessions.framed import framed

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "wording.md").read_text(encoding="utf-8")


def test_the_page_is_the_one_the_table_makes() -> None:
    assert runpy.run_path(str(DOCS / "make_wording.py"))["wording_page"]() == PAGE


def test_the_page_has_a_row_for_every_id_and_twenty_lines() -> None:
    assert sorted(re.findall(r"\| \**(W\d+)\** \|$", PAGE, re.MULTILINE)) == sorted(RULES)
    assert re.findall(r"^\| (\d+) ", PAGE, re.MULTILINE) == [str(number) for number in range(1, 21)]


def test_the_allowances_on_the_page_hold() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    steps = framed(example.rstrip())
    assert check_text(steps).faults == ()
    bare = re.sub(r" *# allow.*", "", steps)
    assert [fault.id for fault in check_text(bare).faults] == ["W609", "W657"]
