"""The bench as a command, with trials made up; nothing here measures time."""

from __future__ import annotations

import json
import signal

import pytest

from tests.bench import __main__ as bench
from tests.bench.choosing import UnknownFigureError, chosen
from tests.bench.made_up import breaks, fills, line, never_called, trial
from tests.bench.means.limits import within
from tests.bench.running import run_all
from tests.bench.telling.line import AJAR
from tests.bench.telling.table import table
from tests.bench.telling.taking import Taking
from tests.bench.telling.verdict import Verdict, verdict

# -- running


def test_what_fails_says_why_and_the_others_go_on() -> None:
    broken, sound = trial(breaks, name="broken"), trial(fills, name="sound")
    outcomes, interrupted = run_all([broken, sound], 2, lambda _: None)
    assert [each.trouble for each in outcomes] == ["a wheel has come off", ""]
    assert not interrupted
    text = table([(each.trial.lines[0], each) for each in outcomes])
    assert "not measured: a wheel has come off" in text
    assert "no goal" in text


def test_an_error_without_words_is_told_by_its_name() -> None:
    def silent(_: Taking) -> None:
        raise ZeroDivisionError

    outcomes, _ = run_all([trial(silent)], 1, lambda _: None)
    assert outcomes[0].trouble == "ZeroDivisionError"


def test_what_hangs_is_given_up() -> None:
    with pytest.raises(TimeoutError, match=r"^given up after 0 s$"), within(0.01):
        signal.pause()


def test_an_interruption_keeps_what_is_there_and_begins_nothing_more() -> None:
    def interrupted_later(taking: Taking) -> None:
        taking.add({AJAR: {"speed": [7.0]}})
        raise KeyboardInterrupt

    trials = [trial(fills), trial(interrupted_later), trial(never_called)]
    outcomes, interrupted = run_all(trials, 2, lambda _: None)
    assert interrupted
    assert [verdict(line(), each) for each in outcomes] == [Verdict.NO_GOAL, Verdict.INCOMPLETE]
    assert outcomes[1].trouble == "interrupted"
    assert outcomes[1].taking.values(AJAR, "speed") == [7.0]


def test_a_trial_that_measures_too_little_is_not_whole() -> None:
    outcomes, _ = run_all([trial(lambda _: None)], 1, lambda _: None)
    assert outcomes[0].trouble == "it measured fewer rounds than asked for"


def test_what_takes_minutes_is_done_less_often_than_asked_for() -> None:
    assert [trial(most=2).rounds(asked) for asked in (1, 2, 9)] == [1, 2, 2]
    assert trial(most=2).seconds(9) == 1 + 2 * 2


# -- narrowing

START, LEAVE, KEY = (line(name=name) for name in ("start", "leave", "key"))
PAGES = trial(fills, START, LEAVE, name="pages")
KEYS = trial(never_called, KEY, name="keys")


def named(*names: str) -> list[list[str]]:
    return [[each.name for each in one.lines] for one in chosen([PAGES, KEYS], names)]


def test_all_is_measured_where_nothing_is_named() -> None:
    assert named() == [["start", "leave"], ["key"]]


def test_a_name_is_a_line_or_a_trial() -> None:
    assert named("leave") == [["leave"]]
    assert named("key", "start") == [["start"], ["key"]]
    assert named("pages") == [["start", "leave"]]
    assert named("keys", "start") == [["start"], ["key"]]


def test_a_name_that_is_not_there_gets_one_line_with_a_near_one() -> None:
    with pytest.raises(UnknownFigureError, match=r"^there is no figure `leaf`; did you mean `leave`\?$"):
        named("start", "leaf")
    with pytest.raises(UnknownFigureError, match=r"^there is no figure `xyz`; --list shows all$"):
        named("xyz")


def test_every_name_of_the_bench_is_there_once() -> None:
    names = [line.name for trial in bench.TRIALS for line in trial.lines]
    assert len(names) == len(set(names))
    trials = [trial.name for trial in bench.TRIALS]
    assert len(trials) == len(set(trials))


# -- the command


@pytest.fixture
def _nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "compiled", lambda: "bytecode is missing")
    monkeypatch.setattr(bench, "end_in_order", lambda: None)


@pytest.mark.usefixtures("_nothing_is_compiled")
def test_json_holds_the_machine_and_the_figures_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["start", "--json", "--rounds", "2"], [PAGES, KEYS]) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert {"python", "system", "cores", "load"} <= set(told["machine"])
    assert [figure["name"] for figure in told["figures"]] == ["start"]
    assert not told["interrupted"]
    assert err.splitlines() == [
        "bench: bytecode is missing",
        "bench: about 5 s in all; Ctrl-C shows what is there by then",
        "bench: 1 of 1: pages, about 5 s",
    ]


@pytest.mark.usefixtures("_nothing_is_compiled")
def test_an_interrupted_bench_shows_its_table_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: Taking) -> None:
        raise KeyboardInterrupt

    assert bench.main([], [PAGES, trial(interrupted, KEY), KEYS]) == 130
    out, err = capsys.readouterr()
    assert "how fast start is" in out
    assert "not measured: interrupted" in out
    assert err.endswith("bench: interrupted in trial 2 of 3\n")


def test_an_unknown_name_is_one_line_and_measures_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["strat"], [trial(never_called, START)]) == 2
    assert capsys.readouterr() == ("", "bench: there is no figure `strat`; did you mean `start`?\n")


@pytest.mark.parametrize("rounds", ["0", "-1", "51", "many"])
def test_rounds_have_bounds(rounds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main([f"--rounds={rounds}"], [KEYS])
    assert f"from 1 to 50, not {rounds}" in capsys.readouterr().err
