"""Whether what is shown arrives: one delivery, questions to a terminal, a writer that can be left behind."""

from __future__ import annotations

import os
import pty
import select
import threading
import time
from collections.abc import Iterator

import pytest

from sessions.clock import MachineClock
from tests import patience
from tests.fakes.clock import FakeClock
from tui.terminal import asking
from tui.terminal.asking import QUESTION, Asking
from tui.terminal.outlet import AWAY, Delivery, Open
from tui.terminal.writer import Writer

MUCH = b"x" * 100_000
"""More than a system keeps for a terminal that reads nothing."""


def test_an_open_outlet_loses_nobody() -> None:
    assert Open().lost() == 0.0


@pytest.mark.parametrize("seconds", [0.0, 0.5, AWAY])
def test_what_arrives_in_time_loses_nobody(seconds: float) -> None:
    clock = FakeClock()
    delivery = Delivery(clock.now)
    delivery.sent()
    clock.advance(seconds)
    assert delivery.lost() == 0.0
    assert not delivery.taken()
    clock.advance(60.0)
    assert delivery.lost() == 0.0


def test_what_is_still_out_is_told_at_each_look() -> None:
    clock = FakeClock()
    delivery = Delivery(clock.now)
    delivery.sent()
    clock.advance(60.0)
    assert delivery.lost() == 60.0
    clock.advance(1.0)
    assert (delivery.lost(), delivery.out) == (61.0, 61.0)


def test_what_arrived_late_is_told_once_with_when_it_was_sent() -> None:
    clock = FakeClock()
    delivery = Delivery(clock.now)
    delivery.sent()
    clock.advance(60.0)
    assert delivery.taken()
    clock.advance(5.0)
    assert delivery.lost() == 65.0
    assert delivery.lost() == 0.0


def test_of_two_that_were_late_the_first_is_told() -> None:
    clock = FakeClock()
    delivery = Delivery(clock.now)
    for _ in range(2):
        delivery.sent()
        clock.advance(10.0)
        delivery.taken()
    assert delivery.lost() == 20.0


class Far:
    """Questions to a terminal at the other end of a test."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.put: list[str] = []
        self.asking = Asking(self.put.append, self.clock.now)

    def answers(self) -> bool:
        """The terminal answers all that is open."""
        return self.asking.answered()

    @property
    def asked(self) -> int:
        return "".join(self.put).count(QUESTION)


@pytest.fixture
def far() -> Far:
    """A terminal that has shown that it answers."""
    far = Far()
    far.asking.start()
    far.asking.write("a")
    far.answers()
    return far


def test_nothing_is_asked_before_the_terminal_is_ours_nor_after() -> None:
    far = Far()
    far.asking.write("a")
    far.asking.start()
    assert far.put == ["a"]
    far.asking.write("b")
    far.asking.stop()
    far.answers()
    far.asking.write("c")
    assert far.put == ["a", "b" + QUESTION, "c"]


def test_at_most_one_question_is_open(far: Far) -> None:
    for letter in "bcd":
        far.asking.write(letter)
    assert far.put[1:] == ["b" + QUESTION, "c", "d"]
    far.answers()
    assert far.asked == 2
    far.asking.write("e")
    assert far.put[-1] == "e" + QUESTION


def test_a_terminal_that_does_not_answer_was_lost_when_it_was_asked(far: Far) -> None:
    far.clock.advance(30.0)
    far.asking.write("b")
    far.clock.advance(45.0)
    far.asking.write("c")
    assert far.asking.lost() == 45.0


def test_a_late_answer_tells_of_it(far: Far) -> None:
    far.asking.write("b")
    far.clock.advance(AWAY + 1.0)
    assert far.answers()
    far.clock.advance(1.0)
    assert far.asking.lost() == AWAY + 2.0
    assert far.asking.lost() == 0.0


def test_an_answer_after_the_pause_tells_again_for_no_key_before_it_saw_the_pause(far: Far) -> None:
    far.asking.write("b")
    far.clock.advance(45.0)
    assert far.asking.lost() == 45.0
    far.clock.advance(15.0)
    assert far.answers()
    assert far.asking.lost() == 60.0


def test_a_terminal_that_never_answered_is_not_waited_for() -> None:
    far = Far()
    far.asking.start()
    far.asking.write("a")
    far.clock.advance(3600.0)
    assert far.asking.lost() == 0.0
    assert far.asked == 1


def test_a_terminal_that_falls_silent_is_missed_once(far: Far) -> None:
    far.asking.write("b")
    far.clock.advance(10.0)
    assert far.asking.lost() == 10.0
    for _ in range(5):
        far.clock.advance(10.0)
        far.asking.write("c")
        assert far.asking.lost() == 0.0
    far.answers()
    far.asking.lost()
    far.asking.write("d")
    far.clock.advance(10.0)
    assert far.asking.lost() == 10.0


def test_an_answer_that_nobody_asked_for_does_nothing(far: Far) -> None:
    before = list(far.put)
    assert not far.answers()
    assert far.put == before


def test_a_question_from_before_the_terminal_was_given_away_is_not_waited_for(far: Far) -> None:
    far.asking.write("b")
    far.asking.stop()
    far.asking.start()
    far.clock.advance(60.0)
    assert far.asking.lost() == 0.0
    far.asking.write("c")
    assert far.put[-1] == "c" + QUESTION


class Line:
    """A writer on a real terminal, and the end that reads it."""

    def __init__(self) -> None:
        self._main, self._side = pty.openpty()
        self.late = threading.Event()
        self.writer = Writer(self._side, MachineClock().now, self.late.set)

    def read(self, ending: bytes, seconds: float = patience.PATIENCE) -> bytes:
        """Read until this comes."""
        seen = b""
        end = time.perf_counter() + seconds
        while not seen.endswith(ending) and time.perf_counter() < end:
            if select.select([self._main], [], [], 0.1)[0]:
                seen += os.read(self._main, 1 << 16)
        return seen


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.writer.drop()


def test_all_is_written_in_order_and_nobody_waits(line: Line) -> None:
    for number in range(10):
        line.writer.write(bytes([48 + number]) * 10_000)
    assert line.read(b"9" * 10_000) == b"".join(bytes([48 + n]) * 10_000 for n in range(10))
    assert line.writer.settle()
    assert line.writer.lost() == 0.0


def test_a_terminal_that_reads_nothing_is_given_up_and_its_last_word_finds_room(line: Line) -> None:
    line.writer.write(MUCH)
    line.writer.write(MUCH)
    assert not line.writer.settle()
    line.writer.drop()
    line.writer.write(b"good-bye")
    assert line.writer.settle()
    seen = line.read(b"good-bye")
    assert seen.endswith(b"good-bye")
    assert len(seen) < len(MUCH)


def test_a_writer_says_for_how_long_nothing_was_taken_and_when_that_is_over(line: Line) -> None:
    line.writer.write(MUCH + b"end")
    assert patience.eventually(line.writer.lost)
    assert AWAY < line.writer.lost() < patience.PATIENCE
    assert not line.late.is_set()
    assert line.read(b"end").endswith(b"end")
    assert line.late.wait(patience.PATIENCE)
    assert line.writer.settle()
    assert line.writer.lost() > AWAY
    assert line.writer.lost() == 0.0


def test_a_terminal_that_is_gone_holds_nobody_up() -> None:
    reading, side = os.pipe()
    os.close(reading)
    writer = Writer(side, MachineClock().now, lambda: None)
    writer.write(MUCH)
    assert writer.settle()
    os.close(side)


def test_a_terminal_that_somebody_made_not_wait_is_waited_for(line: Line) -> None:
    os.set_blocking(line._side, False)
    line.writer.write(MUCH + b"end")
    assert len(line.read(b"end")) == len(MUCH) + 3


def answering(asking: Asking) -> threading.Thread:
    """A terminal that answers from another thread, as the driver's input does."""
    thread = threading.Thread(target=asking.answered)
    thread.start()
    return thread


def test_who_leaves_waits_for_the_answer_that_is_due() -> None:
    far = Far()
    far.asking.start()
    far.asking.write("a")
    far.asking.answered()
    far.asking.write("b")
    waits = threading.Thread(target=far.asking.stop)
    waits.start()
    answering(far.asking).join()
    waits.join()
    assert not far.asking.answered(), "it did not wait for the answer"


def test_who_leaves_waits_as_long_as_the_terminal_may_need(monkeypatch: pytest.MonkeyPatch) -> None:
    far = Far()
    waited: list[float] = []

    def wait(_: object, seconds: float) -> bool:
        waited.append(seconds)
        return False

    monkeypatch.setattr(far.asking._answered, "wait_for", wait)
    for slow in (0.0, 0.01, 0.3, 0.2, 9.0):
        far.asking.start()
        far.asking.write("a")
        far.clock.advance(slow)
        far.answers()
        far.asking.stop()
    assert waited == pytest.approx([asking.PATIENCE, asking.PATIENCE, 0.6, 0.6, asking.LONGEST_PATIENCE])
