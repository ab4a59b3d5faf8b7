"""Time in lines: sleeps, stalls, stops and a pause of a day neither jump a session nor hurry it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest

from tests.fakes import small
from tests.fakes.clock import FakeClock
from tests.fakes.outlet import HeldOutlet
from tests.fakes.typist import Typist
from tui.plain import performer as plain
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.plain.typing_in import StdinLines
from tui.run.performance import Performance

Happening = Callable[[FakeClock, HeldOutlet], object]


class Eventful(Typist):
    """Somebody who types, and to whom things happen while a line is waited for."""

    def __init__(self, clock: FakeClock, outlet: HeldOutlet, *typed: tuple[float | None, str]) -> None:
        super().__init__(clock, *typed)
        self.happenings: list[Happening] = []
        self._world = clock, outlet

    def read(self, seconds: float | None) -> str | None:
        """As a typist; the next happening comes first, and may end the wait."""
        if self.happenings and self.happenings.pop(0)(*self._world):
            return None
        return super().read(seconds)


def sit(*happenings: Happening, typed: tuple[tuple[float | None, str], ...] = ()) -> list[str]:
    """What a sitting writes, to which these things happen, one at each wait."""
    clock = FakeClock()
    outlet = HeldOutlet(clock)
    source = Eventful(clock, outlet, *typed, (None, "q"))
    source.happenings = list(happenings)
    text: list[str] = []
    means = PlainMeans(clock, source, text.append, outlet=outlet)
    PlainRun(Performance(small.TWO_TRACKS, "small"), means).play()
    return [line for line in "".join(text).splitlines() if line]


def sleeps(clock: FakeClock, _outlet: HeldOutlet) -> None:
    clock.advance(4.0)
    clock.sleep(3600.0)


def is_stopped(clock: FakeClock, _outlet: HeldOutlet) -> None:
    clock.advance(3600.0)


def is_held(_clock: FakeClock, outlet: HeldOutlet) -> None:
    outlet.hold()


def is_held_and_let_go(clock: FakeClock, outlet: HeldOutlet) -> bool:
    clock.advance(4.0)
    outlet.hold()
    clock.advance(3.0)
    return outlet.let_go()


def nothing(_clock: FakeClock, _outlet: HeldOutlet) -> None:
    pass


def test_nothing_happens_and_nothing_is_told() -> None:
    assert plain.AWAY_LINE not in sit(nothing)


@pytest.mark.parametrize("line", ["", "p", "xyzzy", "g", "pause"])
def test_the_first_line_after_a_sleep_finds_the_pause_and_does_not_lift_it(line: str) -> None:
    said = sit(sleeps, typed=((5.0, line), (3600.0, "p")))
    assert plain.AWAY_LINE in said
    assert "a2" not in said
    assert [told for told in said if "of 2 min 40 s" in told][-1].startswith("5 s")


def test_a_program_that_was_stopped_finds_the_next_prompt_paused() -> None:
    said = sit(is_stopped)
    assert said[said.index("a2") + 1] == plain.AWAY_LINE
    assert "how is it?" not in said


def test_lines_that_are_held_stop_at_the_prompt_that_was_not_seen() -> None:
    said = sit(nothing, is_held)
    assert said[said.index("a2") + 1] == plain.AWAY_LINE
    assert "how is it?" not in said


def test_lines_that_are_let_go_within_a_beat_are_told_of_it_at_once() -> None:
    said = sit(is_held_and_let_go, typed=((3600.0, ""), (3605.9, "p")))
    assert said[said.index(plain.AWAY_LINE) + 1 :][:3] == [
        "a1",
        "10 s of 2 min 40 s, without the pauses.",
        "a2",
    ]


def test_a_pause_of_a_day_in_which_the_computer_slept_leaves_the_beat_the_rest_of_its_time() -> None:
    typed = ((4.0, "pause"), (86_404.0, ""), (86_409.9, "p"))
    said = sit(nothing, lambda clock, _: clock.sleep(3600.0), typed=typed)
    assert plain.AWAY_LINE not in said
    assert said[said.index(plain.PAUSED) + 1 :][:2] == ["a1", "10 s of 2 min 40 s, without the pauses."]


def test_a_wait_for_a_line_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    typed, typing = os.pipe()
    with os.fdopen(typed) as stdin, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", stdin)
        source = StdinLines()
        before = time.perf_counter()
        source.wake()
        assert source.read(60.0) is None
        assert time.perf_counter() - before < 30.0
        os.write(typing, b"a line\n")
        source.wake()
        assert source.read(60.0) is None
        assert source.read(60.0) == "a line"
        os.close(typing)
