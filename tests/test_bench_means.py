"""What the bench measures with: surroundings, bytecode, programs that must end."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.audio.pulse import RATE
from tests.bench.means.burners import BURNER, GUARD
from tests.bench.means.bytecode import compiled, has_bytecode
from tests.bench.means.deadlines import began
from tests.bench.means.listening import HOLE, holes
from tests.bench.means.surroundings import surroundings
from tests.bench.trials.cues import drift
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[1]


def test_a_measured_program_has_a_persons_surroundings() -> None:
    outer = {
        "PATH": "/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "x", "NO_COLOR": "1",
        "MAKEFLAGS": "k", "TEXTUAL": "debug", "AJAR_TRACEBACK": "1", "HOME": "elsewhere", "CI": "true",
    }  # fmt: skip
    kept = {"PATH": "/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    assert surroundings({"HOME": "here"}, outer) == {**kept, "HOME": "here"}


def test_bytecode_is_made_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "just_written" / "one.py"
    module.parent.mkdir()
    module.write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    assert not has_bytecode(module)
    assert compiled(["just_written"]) == ""
    assert has_bytecode(module)


def test_one_line_warns_where_bytecode_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "just_broken"
    package.mkdir()
    (package / "one.py").write_text("not a module")
    monkeypatch.syspath_prepend(tmp_path)
    assert compiled(["just_broken"]).startswith("bytecode is missing, so starts look slower than they are: ")


def test_a_burner_ends_without_its_parent() -> None:
    nobody = subprocess.run([sys.executable, "-c", BURNER, "0", "60"], timeout=PATIENCE, check=False)
    assert nobody.returncode == 0


def test_a_burner_ends_when_its_time_is_up() -> None:
    over = subprocess.run(
        [sys.executable, "-c", BURNER, str(os.getpid()), "0"], timeout=PATIENCE, check=False
    )
    assert over.returncode == 0


@pytest.mark.parametrize(("word", "code"), [(b"", -9), (b".", None)])
def test_a_guard_ends_what_it_guards_only_if_its_parent_is_gone(word: bytes, code: int | None) -> None:
    with subprocess.Popen(["sleep", "60"]) as guarded:
        subprocess.run(
            [sys.executable, "-c", GUARD, str(guarded.pid)], input=word, timeout=PATIENCE, check=True
        )
        assert (guarded.wait(30) if code else guarded.poll()) == code
        guarded.kill()


def test_a_hole_is_plain_nothing_within_a_tone() -> None:
    silence, crack, tone = [0] * RATE, [0] * round(HOLE * RATE), [5000, 0, -5000, 0] * 500
    assert holes([]) == holes(silence) == holes([*silence, *tone]) == 0
    assert holes([*silence, *tone, *crack, *tone, *crack, *tone]) == 2
    assert holes([*tone, *crack[1:], *tone]) == 0


def test_drift_is_what_lateness_grows_by_and_noise_is_no_drift() -> None:
    noise = [(number * 7) % 5 - 2.0 for number in range(200)]
    still, unsure = drift(noise)
    assert abs(still) <= unsure < 2
    grown, _ = drift([late + number * 1.7 for number, late in enumerate(noise)])
    assert grown == pytest.approx(340, abs=2)


def test_the_bench_is_no_part_of_the_wheel() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    wheel = build["targets"]["wheel"]
    assert wheel["packages"] == ["tui", "sessions", "audio"]
    assert "force-include" not in wheel
    assert not [path for name in wheel["packages"] for path in (ROOT / name).rglob("*bench*.py")]


APART, PRESSED, BEGAN = 0.5, 100.0, 100.003
ARRIVED = [BEGAN + number * APART + 0.006 for number in range(20)]
DUE = [BEGAN + number * APART for number in range(1, 20)]


def test_the_beginning_is_found_among_other_timers() -> None:
    others = [PRESSED + number * 0.07 for number in range(200)]
    assert began([*others, *DUE], PRESSED, ARRIVED, APART) == pytest.approx(BEGAN)


def test_one_deadline_that_was_set_late_does_not_move_the_beginning() -> None:
    assert began([DUE[0] + 0.004, *DUE[1:]], PRESSED, ARRIVED, APART) == pytest.approx(BEGAN)


def test_the_key_is_the_beginning_where_no_deadline_says_more() -> None:
    assert began([], PRESSED, ARRIVED, APART) == PRESSED
