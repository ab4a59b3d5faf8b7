"""Rule 11: help is one key away, needs no network, and is current on the day of a release.

The list may be at most a year old on the day the version was released, not on the day a test is run: a test
that begins to fail by itself would say nothing about the code in hand. The day stands beside the version in
CHANGELOG.md; `make release-check` takes today instead, before a version gets its day.
"""

from __future__ import annotations

import os
import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from sessions.engine.effects import MenuKind, OpenMenu
from sessions.engine.events import Feeling, Report
from tests.fakes.everywhere import NAMES, moves
from tests.fakes.stage import on_stage
from tui.locations import help_lines_file
from tui.words import lines, phrases
from tui.words.help_lines import BUNDLED, FIELDS, STALE_AFTER, HelpLinesError, load

ROOT = Path(__file__).parents[2]
YEAR = timedelta(days=366)

ENTRY = """
[[line]]
name = "Somebody"
region = "any country"
reach = "call 1"
hours = "day and night"
checked = 2026-01-31
source = "a page"
"""


def release_day(changelog: str, version: str, newest: date, asked: str = "") -> date:
    """The day a list has to be current on; of a version without a day, the day it was last looked at."""
    if asked:
        return date.fromisoformat(asked)
    dated = re.search(rf"^## \[{re.escape(version)}\] - (\d{{4}}-\d\d-\d\d)$", changelog, re.MULTILINE)
    return date.fromisoformat(dated[1]) if dated else newest


def assert_fit_for_release(path: Path, day: date) -> None:
    """Complete, dated within a year of the release, and with something for every other country."""
    found = load(path)
    old = [line.name for line in found if day - line.checked > YEAR]
    assert not old, f"look at these again before a release: {old}"
    assert any(re.search(r"\b(?:any|other)\b", line.region) for line in found), "nothing for other countries"


def test_the_bundled_list_is_fit_for_the_release() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = max(line.checked for line in load(BUNDLED))
    day = release_day(changelog, version, newest, os.environ.get("AJAR_RELEASE_DAY", ""))
    assert_fit_for_release(BUNDLED, day)


def test_the_day_of_a_release_is_the_one_in_the_changelog() -> None:
    newest = date(2026, 1, 1)
    dated = "## [Unreleased]\n\n## [0.2.0] - 2027-03-04\n\n## [0.1.0] - 2026-12-01\n"
    assert release_day(dated, "0.2.0", newest) == date(2027, 3, 4)
    assert release_day(dated, "0.1.0", newest) == date(2026, 12, 1)
    assert release_day("## [0.3.0] - Unreleased\n" + dated, "0.3.0", newest) == newest
    assert release_day(dated, "0.2.0", newest, "2030-01-01") == date(2030, 1, 1)


def test_a_list_within_a_year_is_fit(tmp_path: Path) -> None:
    assert_fit_for_release(written(tmp_path, ENTRY), date(2027, 1, 31))


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", *(re.sub(rf"(?m)^{field} = .*$", "", ENTRY) for field in FIELDS)],
    ids=["empty", "no entry", *FIELDS],
)
def test_an_empty_list_or_a_missing_field_is_not(text: str, tmp_path: Path) -> None:
    with pytest.raises(HelpLinesError):
        assert_fit_for_release(written(tmp_path, text), date(2026, 2, 1))


def test_neither_is_a_date_over_a_year_old_nor_a_list_without_other_countries(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"^look at these again before a release"):
        assert_fit_for_release(written(tmp_path, ENTRY), date(2027, 2, 2))
    with pytest.raises(AssertionError, match="nothing for other countries"):
        assert_fit_for_release(written(tmp_path, ENTRY.replace("any country", "Here")), date(2026, 2, 1))


def written(folder: Path, text: str) -> Path:
    path = folder / "help-lines.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_app_marks_what_is_older_than_the_release_check_allows() -> None:
    assert STALE_AFTER == YEAR


@pytest.mark.parametrize("keys", [(), ("1",), ("1", "enter"), ("1", "enter", "enter"), ("1", "enter", "c")])
@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_h_shows_the_list_from_every_page(keys: tuple[str, ...], size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.press(*keys, "h")
        read = stage.text
        assert "emergency number" in read
        for _ in range(30):
            await stage.press("pagedown")
            read += " " + stage.text
        for line in load(BUNDLED):
            assert all(word in read for word in f"{line.name} {line.reach} {line.checked}".split())
        await stage.press("escape")
        assert not stage.shows("emergency number")


async def test_a_list_of_ones_own_stands_in_its_place(home: Path) -> None:
    own = help_lines_file()
    assert home in own.parents
    own.parent.mkdir(parents=True)
    own.write_text(ENTRY, encoding="utf-8")
    async with on_stage() as stage:
        await stage.press("h")
        assert stage.shows("Somebody")
        assert not stage.shows("Samaritans")


@pytest.mark.parametrize("name", NAMES)
def test_the_second_closing_mentions_help_in_one_line_and_no_other_does(name: str) -> None:
    told = 0
    for move in moves(name):
        for effect in move.effects:
            if isinstance(effect, OpenMenu):
                second = move.event == Report(Feeling.CLOSING) and move.before.closings == 1
                assert effect.mention_help == (second and effect.kind is MenuKind.CLOSING)
                shown = lines.before_question(effect)
                assert (phrases.SECOND_CLOSING_HELP_LINE in shown) == effect.mention_help
                told += effect.mention_help
    assert told > 20
    assert "\n" not in phrases.SECOND_CLOSING_HELP_LINE


def test_nobody_is_promised_anything() -> None:
    intro = " ".join(phrases.HELP_INTRO)
    assert "local emergency number comes first" in intro
    assert "Numbers change" in intro
    assert "cannot see or call anyone" in intro
