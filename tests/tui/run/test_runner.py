"""A runner between a clock and a performer: late pulses, absence, one timer, refused keys."""

from __future__ import annotations

import pytest

from sessions.clock import MachineClock
from sessions.engine.effects import AskCheckIn, Effect, Ended, ShowBeat, ShowPaused, ShowResumed
from sessions.engine.events import (
    Event,
    Feeling,
    Leave,
    Less,
    Next,
    Noticing,
    Pause,
    Pick,
    Report,
    Resume,
    SetPace,
    Way,
)
from sessions.engine.state import State
from sessions.engine.transitions import NotAllowedError
from sessions.model import Session
from sessions.written import Track
from tests.fakes.clock import FakeClock
from tests.fakes.outlet import HeldOutlet
from tests.fakes.small import FORKED, TWO_TRACKS, WAITING, repertoire
from tests.fakes.story import words
from tui.run.runner import Runner
from tui.terminal.outlet import AWAY


class Sitting:
    """A runner with a fake clock, and all that it performed."""

    def __init__(self, session: Session = TWO_TRACKS, *, away: float | None = AWAY) -> None:
        self.clock = FakeClock()
        self.outlet = HeldOutlet(self.clock)
        self.performed: list[Effect] = []
        perform = self.performed.append
        self.runner = Runner(repertoire(session), self.clock, perform, away=away, outlet=self.outlet)
        self.runner.begin(Track.INDIRECT)

    def comes_back_after(self, seconds: float) -> list[Effect]:
        """Nothing pulses the runner for a while; then something does."""
        self.clock.advance(seconds)
        return self.pulse()

    def pulse(self) -> list[Effect]:
        """What one pulse performs."""
        before = len(self.performed)
        self.runner.pulse()
        return self.performed[before:]

    def to_the_question(self) -> None:
        """Follow the runner's own timer until the person is waited for."""
        while (wait := self.runner.wait) is not None:
            self.clock.advance(wait)
            self.runner.pulse()

    def state(self) -> State:
        return self.runner.engine.run.state


def test_one_timer_is_enough_to_come_to_the_end() -> None:
    sitting = Sitting()
    start = sitting.clock.now()
    for _ in range(3):
        sitting.to_the_question()
        assert sitting.runner.send(Report(Feeling.SKIP))
    assert isinstance(sitting.performed[-1], Ended)
    assert sitting.clock.now() - start == 160.0
    assert sitting.runner.elapsed == 160.0
    assert not any(isinstance(effect, ShowPaused) for effect in sitting.performed)


def test_the_wait_is_what_is_left_and_never_negative() -> None:
    sitting = Sitting()
    assert sitting.runner.wait == 10.0
    sitting.clock.advance(4.0)
    assert sitting.runner.wait == 6.0
    sitting.clock.advance(7.0)
    assert sitting.runner.wait == 0.0


@pytest.mark.parametrize("event", [Pause(), SetPace(None), Noticing(), Report(Feeling.CLOSING), Leave()])
def test_there_is_nothing_to_wait_for_while_the_person_is_waited_for(event: Event) -> None:
    sitting = Sitting()
    assert sitting.runner.send(event)
    assert sitting.runner.wait is None
    assert sitting.comes_back_after(86_400.0) == []


@pytest.mark.parametrize("late", [0.001, 0.5, 1.9, AWAY])
def test_a_late_pulse_adds_no_drift(late: float) -> None:
    sitting = Sitting()
    shown = sitting.comes_back_after(10.0 + late)
    assert words(shown) == ["a2"]
    assert sitting.runner.wait == pytest.approx(10.0 - late)


def test_an_early_pulse_does_nothing() -> None:
    sitting = Sitting()
    assert sitting.comes_back_after(9.999) == []


@pytest.mark.parametrize("late", [2.25, 60.0, 86_400.0])
def test_who_was_away_finds_the_next_prompt_paused_at_its_start(late: float) -> None:
    sitting = Sitting()
    shown = sitting.comes_back_after(10.0 + late)
    assert words(shown) == ["a2"]
    assert shown[-1] == ShowPaused(away=True)
    assert sitting.runner.wait is None
    assert sitting.runner.elapsed == 10.0
    sitting.clock.advance(500.0)
    assert sitting.runner.send(Resume())
    assert sitting.performed[-1] == ShowResumed()
    assert sitting.runner.wait == 10.0


def test_who_was_away_at_the_end_of_a_segment_finds_the_question() -> None:
    sitting = Sitting()
    sitting.comes_back_after(10.0)
    (asked,) = sitting.comes_back_after(3600.0)
    assert isinstance(asked, AskCheckIn)
    assert sitting.state() is State.CHECK_IN


def test_who_was_away_at_a_beat_that_waits_finds_it() -> None:
    sitting = Sitting(WAITING)
    shown = sitting.comes_back_after(3600.0)
    assert words(shown) == ["ready?"]
    assert sitting.runner.wait is None


def test_a_sleep_within_a_beat_pauses_it_with_what_was_left() -> None:
    sitting = Sitting()
    sitting.clock.advance(4.0)
    sitting.clock.sleep(3600.0)
    assert sitting.pulse() == [ShowPaused(away=True)]
    assert sitting.runner.send(Resume())
    assert sitting.runner.wait == 6.0
    assert sitting.pulse() == []


@pytest.mark.parametrize("late", [0.0, 0.5, AWAY])
def test_a_sleep_that_ends_where_a_segment_ends_finds_the_question(late: float) -> None:
    sitting = Sitting()
    sitting.comes_back_after(10.0)
    sitting.clock.sleep(3600.0)
    (asked,) = sitting.comes_back_after(10.0 + late)
    assert isinstance(asked, AskCheckIn)
    assert sitting.runner.send(Report(Feeling.SKIP))
    assert words(sitting.performed)[-1] == "i1"


def test_a_sleep_that_ends_where_a_beat_ends_finds_the_next_one_paused() -> None:
    sitting = Sitting()
    sitting.clock.sleep(3600.0)
    shown = sitting.comes_back_after(10.5)
    assert words(shown) == ["a2"]
    assert shown[-1] == ShowPaused(away=True)


@pytest.mark.parametrize("seconds", [0.5, AWAY])
def test_a_nap_too_short_to_matter_changes_nothing(seconds: float) -> None:
    sitting = Sitting()
    sitting.clock.sleep(seconds)
    assert sitting.pulse() == []


def test_short_naps_do_not_add_up_to_an_absence() -> None:
    sitting = Sitting()
    for _ in range(8):
        sitting.clock.sleep(1.5)
        assert sitting.comes_back_after(1.0) == []


@pytest.mark.parametrize("event", [Pause(), Noticing(), Report(Feeling.CLOSING), SetPace(None)])
def test_a_sleep_while_the_person_is_waited_for_is_forgotten(event: Event) -> None:
    sitting = Sitting()
    sitting.runner.send(event)
    sitting.clock.sleep(3600.0)
    assert sitting.pulse() == []
    assert not any(isinstance(effect, ShowPaused) and effect.away for effect in sitting.performed)


def test_a_sleep_before_the_beginning_is_no_absence() -> None:
    clock = FakeClock()
    performed: list[Effect] = []
    runner = Runner(repertoire(), clock, performed.append)
    clock.sleep(3600.0)
    runner.begin(None)
    runner.pulse()
    assert words(performed) == ["a1"]
    assert not any(isinstance(effect, ShowPaused) for effect in performed)


def test_the_first_key_after_an_absence_finds_the_pause() -> None:
    sitting = Sitting()
    sitting.clock.advance(3600.0)
    assert not sitting.runner.send(Next())
    assert words(sitting.performed) == ["a1", "a2"]
    assert sitting.state() is State.PAUSED


def test_closing_and_leaving_work_at_once_after_an_absence() -> None:
    for event in (Report(Feeling.CLOSING), Report(Feeling.TOO_MUCH), Leave()):
        sitting = Sitting()
        sitting.clock.sleep(3600.0)
        assert sitting.runner.send(event)
        assert sitting.state() is not State.PAUSED


def test_who_was_not_reached_finds_the_prompt_paused_that_was_not_seen() -> None:
    sitting = Sitting()
    assert words(sitting.comes_back_after(10.0)) == ["a2"]
    sitting.outlet.hold()
    assert sitting.comes_back_after(10.0) == [ShowPaused(away=True)]
    assert sitting.runner.wait is None
    sitting.clock.advance(3600.0)
    sitting.outlet.let_go()
    assert sitting.pulse() == []
    assert sitting.runner.elapsed == 10.0
    assert sitting.runner.send(Resume())
    assert sitting.runner.wait == 10.0


def test_who_was_not_reached_within_a_beat_loses_none_of_it() -> None:
    sitting = Sitting()
    sitting.clock.advance(4.0)
    sitting.outlet.hold()
    sitting.clock.advance(AWAY + 1.0)
    sitting.outlet.let_go()
    assert sitting.comes_back_after(0.5) == [ShowPaused(away=True)]
    assert sitting.runner.send(Resume())
    assert sitting.runner.wait == 6.0


@pytest.mark.parametrize("seconds", [0.01, 0.5, AWAY])
def test_a_terminal_that_is_slow_for_a_moment_changes_nothing(seconds: float) -> None:
    sitting = Sitting()
    sitting.outlet.hold()
    sitting.clock.advance(seconds)
    sitting.outlet.let_go()
    assert sitting.pulse() == []
    assert sitting.runner.wait == pytest.approx(10.0 - seconds)


def test_who_goes_on_unseen_gets_no_further_than_that_beat() -> None:
    sitting = Sitting()
    sitting.outlet.hold()
    sitting.comes_back_after(10.0)
    assert sitting.runner.send(Resume())
    assert sitting.comes_back_after(10.0) == [ShowPaused(away=True)]
    assert words(sitting.performed) == ["a1"]


@pytest.mark.parametrize("event", [Pause(), Noticing(), Report(Feeling.CLOSING), SetPace(None)])
def test_what_is_held_while_the_person_is_waited_for_is_forgotten(event: Event) -> None:
    sitting = Sitting()
    sitting.runner.send(event)
    sitting.outlet.hold()
    sitting.clock.advance(3600.0)
    sitting.outlet.let_go()
    before = len(sitting.performed)
    assert sitting.pulse() == []
    sitting.clock.advance(1.0)
    sitting.pulse()
    assert len(sitting.performed) == before


def test_what_was_held_before_the_beginning_is_no_absence() -> None:
    clock = FakeClock()
    outlet = HeldOutlet(clock)
    performed: list[Effect] = []
    runner = Runner(repertoire(), clock, performed.append, outlet=outlet)
    outlet.hold()
    clock.advance(3600.0)
    outlet.let_go()
    runner.begin(None)
    runner.pulse()
    assert not any(isinstance(effect, ShowPaused) for effect in performed)


def test_of_several_absences_the_first_counts() -> None:
    sitting = Sitting()
    sitting.clock.advance(3.0)
    sitting.outlet.hold()
    sitting.clock.advance(1.0)
    sitting.clock.sleep(3600.0)
    assert sitting.comes_back_after(3600.0) == [ShowPaused(away=True)]
    assert sitting.runner.elapsed == 3.0


def test_closing_and_leaving_work_at_once_where_nothing_arrives() -> None:
    for event in (Report(Feeling.CLOSING), Report(Feeling.TOO_MUCH), Leave()):
        sitting = Sitting()
        sitting.outlet.hold()
        sitting.clock.advance(5.0)
        assert sitting.runner.send(event)
        assert sitting.state() is not State.PAUSED


def test_without_a_person_nobody_is_missed_at_the_outlet() -> None:
    sitting = Sitting(away=None)
    sitting.outlet.hold()
    assert words(sitting.comes_back_after(10.0)) == ["a2"]


def test_without_a_person_beside_the_clock_no_pulse_is_too_late() -> None:
    sitting = Sitting(away=None)
    shown = sitting.comes_back_after(86_400.0)
    assert [type(effect) for effect in shown] == [ShowBeat, AskCheckIn]


@pytest.mark.parametrize("event", [Resume(), Pick(Way.DIRECT), Report(Feeling.OPENING), SetPace(99.0)])
def test_a_key_that_means_nothing_here_does_nothing(event: Event) -> None:
    sitting = Sitting()
    before = sitting.runner.engine.run
    assert not sitting.runner.allows(event)
    assert not sitting.runner.send(event)
    assert sitting.performed[-1] is sitting.performed[1]
    assert sitting.runner.engine.run == before


def test_a_key_first_performs_what_is_due() -> None:
    sitting = Sitting()
    sitting.clock.advance(11.0)
    assert sitting.runner.allows(Less())
    assert sitting.runner.send(Less())
    last = sitting.performed[-1]
    assert isinstance(last, ShowBeat)
    assert (last.beat.wordings, last.smaller) == (("a2",), True)
    assert words(sitting.performed) == ["a1", "a2"]


def test_what_is_allowed_depends_on_what_is_due() -> None:
    sitting = Sitting(FORKED)
    sitting.clock.advance(20.0)
    assert not sitting.runner.allows(Less())
    assert sitting.runner.allows(Report(Feeling.SKIP))
    assert sitting.state() is State.BEAT


def test_a_run_begins_once() -> None:
    sitting = Sitting()
    with pytest.raises(NotAllowedError, match=r"^Begin is not allowed in state beat$"):
        sitting.runner.begin(None)


def test_after_the_end_nothing_is_taken_and_pulses_do_no_harm() -> None:
    sitting = Sitting()
    assert sitting.runner.send(Leave())
    assert not sitting.runner.send(Leave())
    assert not sitting.runner.send(Next())
    assert sitting.comes_back_after(3600.0) == []


def test_a_pace_may_be_set_before_the_beginning() -> None:
    clock = FakeClock()
    performed: list[Effect] = []
    runner = Runner(repertoire(), clock, performed.append)
    assert runner.send(SetPace(2.0))
    runner.begin(None)
    assert runner.wait == 20.0


def test_a_clock_of_the_tests_refuses_to_go_back() -> None:
    clock = FakeClock()
    with pytest.raises(ValueError, match=r"^time can't go backwards$"):
        clock.advance(-0.1)
    with pytest.raises(ValueError, match=r"^time can't go backwards$"):
        clock.sleep(-0.1)


def test_the_machines_clock_goes_on_and_remembers_its_sleeps() -> None:
    clock = MachineClock()
    first, asleep = clock.now(), clock.asleep()
    assert clock.now() >= first
    assert clock.asleep() == pytest.approx(asleep, abs=10.0)
