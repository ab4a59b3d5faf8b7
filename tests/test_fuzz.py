"""The fuzzer runs, repeats itself, and tells what it finds; what it looks for is left to `make fuzz`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.__main__ import main, run
from tests.fuzz.kinds import KINDS, FuzzKind

FEW = 12


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_holds_for_a_few_cases(kind: FuzzKind, tmp_path: Path) -> None:
    assert run(kind, FEW, 60.0, 3, tmp_path).failed == 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_same_seed_gives_the_same_cases(kind: FuzzKind) -> None:
    one, other = (list(islice(kind.cases(Random(7)), FEW)) for _ in range(2))  # noqa: S311  # repeatable on purpose
    assert one == other


def test_a_case_that_fails_is_kept_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def cases(_chance: Random) -> Iterator[bytes]:
        yield from (b"fine", b"bad", b"fine")

    def holds(content: bytes) -> None:
        assert content != b"bad", "no"

    outcome = run(FuzzKind("odd", "odd", cases, holds), 10, 60.0, 1, tmp_path)
    assert (outcome.cases, outcome.failed) == (3, 1)
    assert (tmp_path / "odd-2-failed").read_bytes() == b"bad"
    assert "AssertionError: no" in capsys.readouterr().err


def test_a_table_says_what_was_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--cases", "3"]) == 0
    assert "| key sequences, cut anywhere | 3 |" in capsys.readouterr().out
