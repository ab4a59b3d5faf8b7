"""How the bench reckons, with figures made up; nothing here measures time."""

from __future__ import annotations

import json

import pytest

from tests.bench.made_up import OTHER, THIRD, line, outcome, taken
from tests.bench.telling.line import AJAR, Judge
from tests.bench.telling.record import record
from tests.bench.telling.spread import percentile, spread
from tests.bench.telling.table import number, table
from tests.bench.telling.taking import Samples, Taking, in_order
from tests.bench.telling.verdict import Verdict, judged, verdict

# -- the middle and the spread


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.25, 25), (0.5, 50), (0.99, 99), (1.0, 100)])
def test_a_percentile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert percentile([*range(100, 0, -1)], share) == value


def test_the_99th_of_few_values_is_the_worst() -> None:
    assert percentile([3, 1, 2], 0.99) == 3


def test_a_spread_tells_the_middle_and_both_ends() -> None:
    told = spread([4.0, 1.0, 2.0, 9.0])
    assert told is not None
    assert (told.median, told.low, told.high, told.lower_quarter, told.upper_quarter, told.count) == (
        3.0, 1.0, 9.0, 1.0, 4.0, 4,
    )  # fmt: skip
    assert spread([]) is None


# -- turns


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_each_side_goes_first_equally_often(count: int) -> None:
    names = [*"abcd"[:count]]
    orders = [in_order(names, number) for number in range(2 * count)]
    assert sorted(order[0] for order in orders) == sorted(names * 2)
    assert all(sorted(order) == names for order in orders)


def test_of_two_sides_neither_always_follows_the_other() -> None:
    assert [in_order("ab", number) for number in range(4)] == [["a", "b"], ["b", "a"], ["b", "a"], ["a", "b"]]


def test_a_warm_up_of_each_side_is_not_counted() -> None:
    calls: list[str] = []

    def run(side: str) -> Samples:
        calls.append(side)
        return {"speed": [float(len(calls))]}

    taking = Taking(2)
    taking.in_turn({"a": lambda: run("a"), "b": lambda: run("b")})
    assert calls == ["a", "b", "a", "b", "b", "a"]
    assert taking.values("a", "speed") == [3.0, 6.0]
    assert taking.whole


def test_a_round_that_breaks_off_leaves_nothing_behind() -> None:
    calls: list[int] = []

    def breaks_later() -> Samples:
        calls.append(0)
        if len(calls) == 3:
            raise RuntimeError
        return {"speed": [1.0]}

    taking = Taking(5)
    with pytest.raises(RuntimeError):
        taking.in_turn({AJAR: lambda: {"speed": [1.0]}, OTHER: breaks_later})
    assert (taking.taken, taking.values(AJAR, "speed"), taking.whole) == (1, [1.0], False)


def test_a_ratio_is_taken_within_each_round() -> None:
    slowing = taken((1, 1), (20, 10), (90, 30))
    assert slowing.ratios(AJAR, OTHER, "speed") == [1, 2, 3]


def test_many_samples_in_a_round_stand_for_one_ratio() -> None:
    taking = Taking(1)
    taking.add({AJAR: {"speed": [1, 4, 100]}, OTHER: {"speed": [1, 2, 3]}})
    assert taking.ratios(AJAR, OTHER, "speed") == [2]


def test_nothing_is_divided_by_nothing() -> None:
    assert taken((1, 0)).ratios(AJAR, OTHER, "speed") == []
    assert taken((1, 1)).ratios(AJAR, THIRD, "speed") == []


# -- judging


@pytest.mark.parametrize(
    ("judge", "figure"),
    [
        (Judge.RATIO, 2),
        (Judge.MEDIAN, 20),
        (Judge.P99, 90),
        (Judge.WORST, 90),
        (Judge.TOTAL, 111),
    ],
)
def test_a_goal_is_about_one_figure_and_reached_by_it_exactly(judge: Judge, figure: float) -> None:
    taking = taken((1, 1), (20, 10), (90, 30))
    assert judged(line(judge, figure), taking) == figure
    assert verdict(line(judge, figure), outcome(taking)) is Verdict.MET
    assert verdict(line(judge, figure - 0.01), outcome(taking)) is Verdict.MISSED


def test_without_a_goal_nothing_is_reached_or_missed() -> None:
    assert verdict(line(), outcome(taken((1, 1)))) is Verdict.NO_GOAL


def test_nothing_is_concluded_from_a_part_of_the_rounds() -> None:
    some = taken((1, 1), asked=3)
    assert verdict(line(Judge.WORST, 5), outcome(some, "interrupted")) is Verdict.INCOMPLETE
    assert verdict(line(Judge.WORST, 5), outcome(some)) is Verdict.INCOMPLETE


def test_nothing_at_all_is_not_a_goal_reached() -> None:
    assert verdict(line(Judge.TOTAL, 0), outcome(Taking(3), "no sound")) is Verdict.NOT_MEASURED


def test_a_ratio_to_nothing_is_not_a_goal_reached() -> None:
    assert verdict(line(Judge.RATIO, 5), outcome(taken((1, 0)))) is Verdict.NOT_MEASURED


# -- telling


def test_the_table_has_a_row_for_each_baseline_and_a_verdict_for_each_line() -> None:
    text = table([(line(Judge.RATIO, 1.5), outcome(taken((3, 2), (4, 2), (5, 2))))])
    head, first, second = text.splitlines()
    assert (
        " ".join(head.split()) == "name figure unit median (range) beside median (range) ratio (range) goal"
    )
    expected = "speed how fast speed is ms 4 (3 to 5) another 2 (2 to 2) 2 (1.5 to 2.5) ratio 2 <= 1.5 missed"
    assert first.split() == expected.split()
    assert second.split() == ["a", "third"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.00012, "0.0001"), (1.239, "1.24"), (1234.5, "1234"), (11760.0, "11760")],
)
def test_numbers_are_short_and_plain(value: float, text: str) -> None:
    assert number(value) == text


def test_a_record_holds_every_sample_and_can_be_read_back() -> None:
    told = json.loads(json.dumps(record(line(Judge.RATIO, 1.5), outcome(taken((3, 2), (4, 2))))))
    assert told["sides"][AJAR]["samples"] == [3, 4]
    assert told["sides"][THIRD] is None
    assert told["ratios"][OTHER]["median"] == 1.75
    assert told["goal"] == {"judge": "ratio", "most": 1.5}
    assert (told["judged"], told["verdict"], told["trouble"]) == (1.75, "missed", "")


def test_a_record_of_nothing_says_why() -> None:
    told = record(line(Judge.P99, 1), outcome(Taking(2), "no sound"))
    assert (told["sides"], told["judged"], told["verdict"], told["trouble"]) == (
        {AJAR: None, OTHER: None, THIRD: None}, None, "not measured", "no sound",
    )  # fmt: skip
