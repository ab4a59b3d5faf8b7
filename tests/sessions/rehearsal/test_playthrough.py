"""Stops of a run, and ways back to them after a session was changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.engine.effects import ShowBeat
from sessions.engine.engine import Engine
from sessions.engine.events import (
    Back,
    Begin,
    Event,
    Feeling,
    Leave,
    Less,
    Next,
    Noticing,
    Pick,
    Report,
    Tick,
    Way,
)
from sessions.engine.score import lay_out
from sessions.engine.state import Leg, Repertoire, Run, State
from sessions.model import Session
from sessions.rehearsal.answers import Answers
from sessions.rehearsal.landmarks import Landmark, counted, is_at, landmarks, most_like, way_to
from sessions.rehearsal.playthrough import Said, Stop, course, said_after, script
from sessions.rehearsal.rehearsal import Playback
from sessions.written import CheckIn, Quiet, Say, Track
from tests.fakes.small import FORKED, INDIRECT_ONLY, NOTICING, TWO_TRACKS, WAITING, repertoire
from tests.fakes.strategies import ONGOING, moments, repertoires

REP = repertoire()


def words(stop: Stop) -> str:
    """The prompt of a beat, or what else the run is doing."""
    shown = [effect.text for effect in stop.effects if isinstance(effect, ShowBeat)]
    return shown[-1] if shown else stop.run.state.value


def told(stops: Sequence[Stop]) -> list[str]:
    return [words(stop) for stop in stops]


def answer(feeling: Feeling) -> Said:
    return Said(Report(feeling))


def test_without_answers_everything_is_skipped() -> None:
    on_direct = ["a1", "a2", "check_in", "d1", "", "d2", "check_in", "d3", "d4", "z1", "z2", "check_in"]
    assert told(course(REP, Track.DIRECT)) == on_direct
    assert told(course(REP, None))[3] == "i1"


def test_a_track_that_is_not_there_is_left_open() -> None:
    assert told(course(repertoire(INDIRECT_ONLY), Track.DIRECT))[3] == "i1"


def test_what_was_said_leads_the_way() -> None:
    said = (answer(Feeling.OPENING), Said(Report(Feeling.CLOSING), 1, 4.0), Said(Pick(Way.NATURE)))
    way = told(course(REP, None, said))
    assert way[3:] == [
        "d1", "", "menu", "nature 1", "nature 2", "menu", "i2", "i3", "i4", "i5", "z1", "z2",
    ]  # fmt: skip


def test_a_stop_knows_all_that_was_said_before_it() -> None:
    stops = course(REP, None, (answer(Feeling.OPENING),))
    assert stops[2].said == ()
    assert stops[3].said == (answer(Feeling.OPENING),)
    assert stops[-1].said == (answer(Feeling.OPENING), answer(Feeling.SKIP))


def test_a_script_holds_the_last_answer_as_well() -> None:
    skips = (answer(Feeling.SKIP),) * 3
    assert script(REP, None) == skips
    given = Answers("opening,stop")
    assert script(REP, None, answer=given.next_for) == (answer(Feeling.OPENING), Said(Leave()))
    assert script(REP, None, (answer(Feeling.OPENING),)) == (answer(Feeling.OPENING), *skips[1:])


def test_an_answer_that_does_not_fit_any_more_is_passed_over() -> None:
    said = (answer(Feeling.OPENING), Said(Pick(Way.FLOOR)), answer(Feeling.CLOSING))
    stops = course(REP, None, said)
    assert told(stops)[3:8] == ["d1", "", "d2", "check_in", "menu"]
    assert Said(Pick(Way.FLOOR)) not in stops[-1].said


def test_a_beat_that_waits_and_an_authors_question_are_stops() -> None:
    assert told(course(repertoire(WAITING), None))[:3] == ["a1", "ready?", "check_in"]
    assert told(course(repertoire(FORKED), Track.DIRECT))[3:6] == ["d1", "fork", "left 1"]


def test_a_run_taken_up_goes_on_as_if_it_had_come_that_way() -> None:
    stop = course(REP, Track.DIRECT)[3]
    engine = Engine(REP, stop.taken_up(1000.0, 2.0, into=5.0))
    assert engine.due == 1000.0 + (20.0 - 5.0) * 2.0
    assert engine.run.elapsed(1000.0) == 25.0
    assert engine.handle(Tick(), 1030.0) != ()


def test_a_run_is_not_taken_up_behind_its_beat() -> None:
    stop = course(REP, Track.DIRECT)[3]
    assert stop.taken_up(0.0, 1.0, into=90.0).left == 0.0


@pytest.mark.parametrize(
    ("event", "remembered"),
    [(Next(), False), (Less(), False), (Pick(Way.HELP), False), (Noticing(), True)],
)
def test_only_what_leads_somewhere_is_remembered(event: Event, remembered: bool) -> None:  # noqa: FBT001  # a table
    engine = Engine(REP)
    engine.handle(Begin(), 100.0)
    said = said_after((), engine.run, event, 104.0)
    assert said == ((Said(event, 0, 4.0),) if remembered else ())


def test_going_back_from_a_pause_that_was_asked_for_takes_it_back() -> None:
    engine = Engine(REP)
    engine.handle(Begin(), 5.0)
    said = said_after((), engine.run, Noticing(), 5.0)
    engine.handle(Noticing(), 5.0)
    assert len(said) == 1
    assert said_after(said, engine.run, Back(), 5.0) == ()


@pytest.mark.parametrize(
    "events", [(Report(Feeling.CLOSING),), (Report(Feeling.TOO_MUCH), Report(Feeling.FAR_AWAY))]
)
def test_a_slip_takes_back_what_was_said(events: tuple[Event, ...]) -> None:
    engine = Engine(REP)
    said: tuple[Said, ...] = ()
    for event in (Begin(), Noticing(), *events, Pick(Way.SLIP)):
        said = said_after(said, engine.run, event, 5.0)
        engine.handle(event, 5.0)
    assert [each.event for each in said] == [Noticing()]


@settings(max_examples=60)
@given(repertoires(), st.lists(st.tuples(moments, st.integers(0, 10_000)), max_size=16))
def test_a_run_led_by_hand_is_found_again_from_what_was_said(
    rep: Repertoire, presses: list[tuple[float, int]]
) -> None:
    run, playback = led(rep, presses)
    assert all(later.said[: len(stop.said)] == stop.said for stop, later in pairwise(playback.stops))
    if run.state is not State.ENDED:
        found = playback.stops[playback.number(run)]
        assert is_at(found, run, playback.said)
        assert (found.run.track, found.run.closings, found.run.ways) == (run.track, run.closings, run.ways)


def led(rep: Repertoire, presses: list[tuple[float, int]]) -> tuple[Run, Playback]:
    """Where somebody comes to who presses what is possible, and how that is told."""
    engine, playback, now = Engine(rep), Playback(rep, None), 50.0
    engine.handle(Begin(), now)
    for seconds, number in presses:
        now += seconds
        engine.handle(Tick(), now)
        possible = [event for event in ONGOING if engine.allows(event, now)]
        if not possible:
            break
        event = possible[number % len(possible)]
        playback.hear(engine.run, event, now)
        engine.handle(event, now)
    return engine.run, playback


def test_landmarks_stand_at_their_times() -> None:
    found = [(mark.section, mark.segment, mark.at) for mark in landmarks(lay_out(NOTICING))]
    assert found == [
        ("arriving", None, 0.0),
        ("arriving", 0, 10.0),
        ("arriving", 1, 20.0),
        ("direct", None, 20.0),
        ("direct", 0, 80.0),
        ("indirect", None, 20.0),
        ("indirect", 0, 80.0),
        ("landing", None, 140.0),
    ]


@pytest.mark.parametrize(
    "session", [TWO_TRACKS, NOTICING, FORKED, INDIRECT_ONLY], ids=lambda each: each.title
)
def test_every_landmark_can_be_come_to(session: Session) -> None:
    rep = repertoire(session)
    for mark in landmarks(rep.score):
        way = way_to(rep, None, (), mark)
        assert way is not None
        assert mark.is_at(way.stop)
        assert way.stop.run.spent == mark.at
        assert way.stop in course(rep, way.track)


def test_a_landmark_on_the_way_keeps_what_was_said() -> None:
    said = (answer(Feeling.OPENING), answer(Feeling.BETWEEN))
    landing = Landmark(Leg.LANDING, None, 140.0)
    way = way_to(REP, None, said, landing)
    assert way is not None
    assert way.stop.said == said
    direct = Landmark(Leg.TRACK, Track.DIRECT, 20.0)
    after_closing = (answer(Feeling.CLOSING),)
    way = way_to(REP, None, after_closing, direct)
    assert way is not None
    assert (way.track, words(way.stop)) == (Track.DIRECT, "d1")


def test_a_landmark_of_another_session_is_not_found() -> None:
    assert way_to(repertoire(INDIRECT_ONLY), None, (), Landmark(Leg.TRACK, Track.DIRECT, 20.0)) is None


def test_beats_and_check_points_are_counted() -> None:
    stops = course(REP, Track.DIRECT)
    counts = [counted(stops, number) for number in range(len(stops))]
    assert [(count.number, count.of) for count in counts if count] == [
        (1, 2), (2, 2), (1, 3), (1, 5), (2, 5), (3, 5), (2, 3), (4, 5), (5, 5), (1, 2), (2, 2), (3, 3),
    ]  # fmt: skip
    forked = course(repertoire(FORKED), Track.DIRECT)
    assert counted(forked, 4) is None


def changed(**sections: tuple[object, ...]) -> Repertoire:
    return repertoire(TWO_TRACKS.changed(**sections))


NEW = Say("new", 9.0)
REST = TWO_TRACKS.direct[3:]
CHANGES = {
    "nothing": (REP, "d2"),
    "a line before": (changed(direct=(NEW, *TWO_TRACKS.direct)), "d2"),
    "fewer beats": (changed(direct=(Say("d1", 20.0), Say("in other words", 40.0), *REST)), "in other words"),
    "words": (changed(direct=(Say("d1", 20.0), Quiet(10.0), Say("other", 30.0), *REST)), "other"),
    "place": (changed(direct=(Say("d2", 20.0), CheckIn("and now?"), Say("d1", 20.0))), "d2"),
    "a check-point": (changed(arriving=(Say("a1", 5.0), CheckIn("new?"), *TWO_TRACKS.arriving[1:])), "d2"),
    "no track": (changed(direct=()), "i3"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_place_is_found_again_in_a_changed_session(change: str) -> None:
    rep, expected = CHANGES[change]
    said = (answer(Feeling.OPENING),)
    before = course(REP, None, said)[5]
    assert words(before) == "d2"
    assert words(most_like(course(rep, None, said), before.run, said)) == expected


def test_a_question_is_found_again() -> None:
    said = (answer(Feeling.OPENING),)
    before = course(REP, None, said)[6]
    rep = changed(direct=(Say("new", 9.0), *TWO_TRACKS.direct))
    stop = most_like(course(rep, None, said), before.run, said)
    assert (words(stop), stop.run.segment) == ("check_in", 0)
    assert stop.run.leg is Leg.TRACK
