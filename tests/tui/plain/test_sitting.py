"""A sitting in lines, from the notice to the first prompt."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from tests.fakes import small
from tests.fakes.clock import FakeClock
from tests.fakes.typist import Typist
from tui.plain.sitting import Place, sit
from tui.plain.typing_in import StdinLines
from tui.run.performance import Performance
from tui.settings import Settings
from tui.terminal.capabilities import write
from tui.words import phrases


class Interrupted(Typist):
    """Ctrl-C at the first question."""

    def read(self, seconds: float | None) -> str | None:
        raise KeyboardInterrupt(seconds)


def interrupts(at: int, print_: Callable[[str], None]) -> Callable[[str], None]:
    """`print_`, with Ctrl-C behind the text at `at`, counted from 0."""
    written = 0

    def interrupted(text: str) -> None:
        nonlocal written
        print_(text)
        written += 1
        if written == at + 1:
            raise KeyboardInterrupt

    return interrupted


@pytest.mark.parametrize("at", [0, 1, None], ids=["the notice", "how to begin", "the wait for Enter"])
def test_ctrl_c_before_the_run_ends_it_with_one_line(
    at: int | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if at is not None:
        monkeypatch.setattr("tui.plain.sitting.write", interrupts(at, write))
    source = cast("StdinLines", Interrupted(FakeClock(), interactive=True))
    assert sit(Performance(small.TWO_TRACKS, "small"), Settings(), place=Place(source, 80)) is None
    out = capsys.readouterr().out
    assert ("Enter begins" in out) == (at != 0)
    assert out.endswith("\n")
    assert out.splitlines()[-1] in phrases.STOP_LINES
