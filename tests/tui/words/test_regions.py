"""Which help lines come first: danger now and one's own country, the rest after that; nothing is lost."""

from __future__ import annotations

import pytest

from tui.plain.help_page import help_text
from tui.words.help_in_short import GAP, help_in_short, in_table
from tui.words.help_lines import BUNDLED, load
from tui.words.regions import country_of, nearest_first


@pytest.mark.parametrize(
    ("locale", "country"),
    [("de_CH.UTF-8", "CH"), ("en_US", "US"), ("C", ""), ("", ""), ("C.UTF-8", ""), ("en_001", "")],
)
def test_a_locale_names_a_country_or_none(locale: str, country: str) -> None:
    assert country_of(locale) == country


@pytest.mark.parametrize(
    ("country", "first"),
    [
        ("US", ("United States and Canada", "United States")),
        ("DE", ("European Union", "Germany")),
        ("CH", ("Switzerland",)),
        ("AU", ("Australia",)),
        ("JP", ("any country, those not listed here included", "many countries")),
        ("", ("European Union", "United States and Canada")),
    ],
)
def test_danger_now_comes_first_then_the_own_country(country: str, first: tuple[str, ...]) -> None:
    lines = nearest_first(load(BUNDLED), country)
    assert tuple(line.region for line in lines[: len(first)]) == first
    assert sorted(map(str, lines)) == sorted(map(str, load(BUNDLED)))


def test_the_first_number_comes_within_ten_seconds_of_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    before, _, _ = " ".join(help_text()).partition("112")
    assert len(before.split()) <= 30  # at 180 words a minute


def said(*room: int) -> list[str]:
    return [str(line) for line in help_in_short(*room)]


def test_in_short_a_number_for_here_stands_alone_and_several_share_a_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_IE.UTF-8")
    assert said(2) == ["Emergency number: call 112", "Samaritans: call 116 123, free of charge"]
    monkeypatch.setenv("LC_ALL", "de_CH.UTF-8")
    assert said(1) == ["Die Dargebotene Hand: call 143"]
    monkeypatch.setenv("LC_ALL", "C")
    assert said(1) == ["In danger now: call 112 in the EU, 911 in the US and Canada"]
    assert said(1, 40) == ["In danger now: EU 112, US and Canada 911"]


def test_in_short_a_line_says_for_whom_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert said(9)[1:5] == [
        "Find a Helpline: findahelpline.com",
        "Befrienders Worldwide: befrienders.org",
        "United States: call or text 988, or chat at 988lifeline.org",
        "UK and Ireland: call 116 123, free of charge",
    ]


def test_a_table_in_short_is_as_wide_in_every_row_and_is_none_without_room() -> None:
    few = help_in_short(9, region="")
    rows = [f"{line.name}{' ' * GAP}{line.reach}" for line in in_table(few, 76)]
    assert len(rows) == len(few)
    assert len({len(row) for row in rows}) == 1
    assert max(map(len, rows)) <= 76
    assert in_table(few, 60) == ()


def test_in_short_a_line_that_breaks_counts_for_as_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_IE.UTF-8")
    assert len(help_in_short(2, 80)) == 2
    assert said(2, 30) == ["Emergency number: call 112"]
    assert len(help_in_short(0, 5)) == 1
