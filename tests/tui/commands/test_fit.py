"""`ajar fit` and the pictures of lengths that do not agree, as they are typed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sessions.check import check_file
from tests.fakes.command import Ran
from tests.sessions.framed import framed
from tui.exits import Exit

pytestmark = pytest.mark.usefixtures("here")

MISSED = framed("length: 1m15s")
UNEVEN = framed("direct:\n  - quiet: 20s\nindirect:\n  - quiet: 30s")
SHORT = framed("- quiet: 20s")


def test_the_change_is_shown_and_written_when_it_is_asked_for(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(SHORT)
    code, out, err = ajar("fit", "x.session.yaml")
    shown = "x.session.yaml, 1m on every way:\n  line 12, indirect: 20s → 30s\n"
    assert (code, out, err) == (Exit.FAULT, shown, "--yes writes this.\nnothing is written\n")
    assert (here / "x.session.yaml").read_text() == SHORT
    assert ajar("fit", "x.session.yaml", "--yes") == (0, shown, "")
    assert check_file(here / "x.session.yaml").faults == ()
    assert ajar("fit", "x.session.yaml")[:2] == (0, "x.session.yaml: all lengths agree, 1m on every way\n")


def test_another_length(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(framed("- quiet: 30s"))
    code, out, _ = ajar("fit", "x.session.yaml", "--length", "1m10s", "--yes")
    assert code == 0
    assert "length: 1m → 1m10s" in out
    checked = check_file(here / "x.session.yaml")
    assert checked.session is not None
    assert checked.session.length == 70


def test_a_terminal_is_asked(ajar: Ran, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "x.session.yaml").write_text(SHORT)
    monkeypatch.setattr("tui.commands.fit._agreed", lambda: False)
    assert ajar("fit", "x.session.yaml")[0] == Exit.FAULT
    assert (here / "x.session.yaml").read_text() == SHORT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "ajar: x.session.yaml cannot be read: there is no such file\n"),
        (framed("length: 5m"), "ajar: x.session.yaml: with all stillness stretched it lasts "),
        ("- [", "ajar: x.session.yaml: it cannot be read; `ajar check` says why\n"),
    ],
)
def test_what_cannot_be_fitted_is_one_line(ajar: Ran, here: Path, text: str | None, message: str) -> None:
    if text is not None:
        (here / "x.session.yaml").write_text(text)
    code, out, err = ajar("fit", "x.session.yaml", "--yes")
    assert (code, out) == (Exit.FAULT, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_a_file_that_may_not_be_written_stays(ajar: Ran, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "x.session.yaml").write_text(SHORT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    code, _, err = ajar("fit", "x.session.yaml", "--yes")
    assert (code, err) == (Exit.FAULT, "ajar: x.session.yaml could not be written: permission denied\n")
    assert (here / "x.session.yaml").read_text() == SHORT


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (UNEVEN, ["Segment 1 lasts 20 s in direct, and 30 s in indirect.", "`ajar fit` can even that out."]),
        (MISSED, ["The length says 1 min 15 s; the steps last 1 min. `ajar fit` can even that out."]),
    ],
)
def test_lengths_that_do_not_agree_are_drawn_and_told(
    ajar: Ran, here: Path, text: str, lines: list[str]
) -> None:
    (here / "x.session.yaml").write_text(text)
    for options in ((), ("--plain",)):
        code, out, err = ajar("timeline", "x.session.yaml", *options)
        assert (code, err) == (0, "")
        assert out.split("\n")[-len(lines) - 1 : -1] == lines
    svg = ajar("timeline", "x.session.yaml", "--to", "svg")[1]
    assert ('class="gap"' in svg) == (text == UNEVEN)
    assert lines[0] in svg


def test_a_length_that_is_missed_by_seconds(ajar: Ran, here: Path) -> None:
    case = Path(__file__).parent / "cases" / "timeline-refuses.session.yaml"
    (here / "x.session.yaml").write_bytes(case.read_bytes())
    assert "The length says 1 min; the steps last 55 s." in ajar("timeline", "x.session.yaml")[1]
    assert "write `length: 55s`" in ajar("check", "x.session.yaml")[1]
    assert ajar("fit", "x.session.yaml", "--yes")[0] == 0
    assert ajar("check", "x.session.yaml")[0] == 0


def test_a_gap_is_as_long_as_what_is_missing(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(UNEVEN)
    out = ajar("timeline", "x.session.yaml")[1]
    rows = {line.split(" ")[0]: line for line in out.split("\n") if line}
    assert len(rows["direct"]) == len(rows["indirect"])
    assert abs(2 * rows["direct"].count("×") - rows["direct"].count("▁")) <= 2
    assert "35 s: missing, 10 s." in ajar("timeline", "x.session.yaml", "--plain")[1]
    assert "missing :crit" in ajar("timeline", "x.session.yaml", "--to", "mermaid")[1]


def test_paths_say_by_how_much_they_miss(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(UNEVEN)
    code, out, _ = ajar("paths", "x.session.yaml")
    assert code == 0
    assert "The lengths do not agree" in out
    assert "50 seconds  lands, 10s too short" in out


def test_any_other_fault_is_told_as_before(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(framed("- quite: 30s"))
    for command in ("timeline", "paths"):
        code, out, err = ajar(command, "x.session.yaml")
        assert (code, out) == (Exit.FAULT, "")
        assert "error[E210]" in err or "error[E2" in err


def test_a_session_whose_lengths_are_faulty_is_not_played(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(MISSED)
    code, _, err = ajar("rehearse", "x.session.yaml", "--plain")
    assert code == Exit.FAULT
    assert "or let `ajar fit` stretch the stillness" in err


def test_a_rehearsal_has_the_clock_beside_each_step(ajar: Ran, here: Path) -> None:
    (here / "x.session.yaml").write_text(framed("- quiet: 30s"))
    out = ajar("rehearse", "x.session.yaml", "--plain")[1]
    for line in (
        "0:00  Eyes open or lowered, either is fine.",
        "0:15  And now?",
        "0:15  (quiet)",
        "0:45  Looking around, is there a colour you like?",
    ):
        assert f"\n{line}\n" in out
