"""Every way through a session, the small ones and all that are bundled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path as File

import pytest

from sessions.check import check_file
from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    Ended,
    Ending,
    OpenMenu,
    ShowBeat,
    ShowCompany,
    ShowHelp,
)
from sessions.engine.events import FORMS, Begin, ChooseOption, Coat, Event, Feeling, Pick, Report, Way, Wear
from sessions.library.bundled import SCRIPTS
from sessions.model import Session
from sessions.rehearsal.paths import Path, paths
from sessions.repertoire import repertoire as bundled_repertoire
from sessions.written import Track
from tests.fakes.replay import replay
from tests.fakes.small import FORKED, INDIRECT_ONLY, NOTICING, TWO_TRACKS, WAITING, repertoire
from tests.fakes.story import words
from tests.fakes.watch import BARRING, CHOOSING, TAKING_BACK

SMALL = pytest.mark.parametrize(
    "session", [TWO_TRACKS, INDIRECT_ONLY, NOTICING, FORKED, WAITING], ids=lambda session: session.title
)
BUNDLED = pytest.mark.parametrize(
    "file", sorted(SCRIPTS.glob("*.session.yaml")), ids=lambda file: file.name.partition(".")[0]
)
HALTS = {Report(Feeling.TOO_MUCH), Report(Feeling.FAR_AWAY), Pick(Way.TOO_MUCH), Pick(Way.FAR_AWAY)}


def play(file: File) -> Session:
    session = check_file(file).session
    assert session is not None
    return session


def taken(ways: list[Path]) -> set[Event]:
    return {answer for way in ways for answer in way.answers}


@SMALL
def test_every_landing_takes_the_promised_length(session: Session) -> None:
    landed = [path for path in paths(repertoire(session)) if path.ending is Ending.LANDED]
    assert landed
    assert {path.seconds for path in landed} == {session.length}


@SMALL
def test_a_path_played_again_comes_to_the_same_end(session: Session) -> None:
    rep = repertoire(session)
    for path in islice(paths(rep), 0, None, 23):
        shown = replay(rep, path.answers)
        assert isinstance(shown[-1], Ended)
        assert shown[-1].ending is path.ending
        assert seconds_of(shown) >= path.seconds
        assert not any(isinstance(effect, Ended) for effect in shown[:-1])


@SMALL
def test_no_path_comes_twice_and_each_begins_with_begin(session: Session) -> None:
    ways = [path.answers for path in paths(repertoire(session))]
    assert len(ways) == len(set(ways))
    assert all(isinstance(answers[0], Begin) for answers in ways)
    assert {answers[0] for answers in ways} == {
        Begin(None),
        Begin(Track.INDIRECT),
        *([Begin(Track.DIRECT)] if session.direct else []),
    }


def test_every_answer_there_is_is_taken() -> None:
    answers = taken(list(paths(repertoire(FORKED)))) | taken(list(paths(repertoire(NOTICING))))
    assert {answer.feeling for answer in answers if isinstance(answer, Report)} == set(Feeling)
    assert {answer.way for answer in answers if isinstance(answer, Pick)} == set(Way)
    assert len([answer for answer in answers if isinstance(answer, Wear)]) == len(Coat)
    assert {answer for answer in answers if isinstance(answer, ChooseOption)} == {
        ChooseOption(0),
        ChooseOption(1),
    }


def test_every_answer_of_a_question_is_taken_from_where_it_is_asked_first() -> None:
    ways = {path.answers[:2] for path in paths(repertoire())}
    assert {answers[1] for answers in ways if answers[0] == Begin(None)} == {
        Report(feeling) for feeling in Feeling
    }


@pytest.mark.parametrize("closings", [0, 1])
def test_closing_and_forms_are_bounded(closings: int) -> None:
    for path in paths(repertoire(), closings):
        meant = path.answers.count(Report(Feeling.CLOSING)) - path.answers.count(Pick(Way.SLIP))
        assert meant <= closings
        assert all(path.answers.count(Pick(way)) <= 1 for way in FORMS)
    assert any(
        path.answers.count(Report(Feeling.CLOSING)) == closings for path in paths(repertoire(), closings)
    )


def test_after_halting_a_path_only_stops() -> None:
    halted = [path for path in paths(repertoire()) if HALTS & set(path.answers)]
    assert halted
    meant = [path for path in halted if Pick(Way.SLIP) not in path.answers]
    assert {path.ending for path in meant} == {Ending.STOPPED}


def test_seconds_of_a_path_that_stops_are_those_that_were_played() -> None:
    answers = (Begin(None), Report(Feeling.OPENING), Report(Feeling.CLOSING), Pick(Way.STOP))
    (path,) = (path for path in paths(repertoire()) if path.answers == answers)
    assert (path.seconds, path.ending) == (80.0, Ending.STOPPED)


def test_a_replay_shows_what_a_run_shows() -> None:
    answers = (Begin(None), Report(Feeling.CLOSING), Pick(Way.TOUCH), Pick(Way.STOP))
    assert words(replay(repertoire(), answers)) == ["a1", "a2", "touch 1", "touch 2"]


@SMALL
def test_after_closing_no_path_is_asked_anything(session: Session) -> None:
    closed = [path for path in paths(repertoire(session)) if Report(Feeling.CLOSING) in path.answers]
    for path in closed:
        after = path.answers[path.answers.index(Report(Feeling.CLOSING)) + 1 :]
        if path.answers[-2:-1] != (Report(Feeling.CLOSING),) and Pick(Way.SLIP) not in after:
            assert all(isinstance(answer, Pick) for answer in after), path.answers


@SMALL
def test_on_no_path_a_direct_beat_follows_closing_before_it_is_picked(session: Session) -> None:
    rep = repertoire(session)
    for path in islice(paths(rep), 0, None, 17):
        assert_guarded(list(told(replay(rep, path.answers), path.answers)))


@BUNDLED
def test_every_path_of_a_bundled_session_has_the_promised_length(file: File) -> None:
    session = play(file)
    landed = [path for path in paths(bundled_repertoire(session)) if path.ending is Ending.LANDED]
    assert landed
    assert {path.seconds for path in landed} == {session.length}


@BUNDLED
def test_every_path_of_a_bundled_session_asks_before_direct_care_and_often_enough(file: File) -> None:
    rep = bundled_repertoire(play(file))
    for path in paths(rep, closings=0):
        asked, since = False, 0.0
        for effect in replay(rep, path.answers):
            if isinstance(effect, AskCheckIn | AskNotice | OpenMenu):
                asked, since = True, 0.0
            elif isinstance(effect, ShowBeat):
                since += effect.beat.length
                assert asked or not effect.beat.direct
                assert since <= 300.0


def seconds_of(shown: tuple[Effect, ...]) -> float:
    return sum(effect.beat.length for effect in shown if isinstance(effect, ShowBeat))


def told(shown: tuple[Effect, ...], answers: tuple[Event, ...]) -> Iterator[Effect | Event]:
    """Answers and what they brought, in turn: an answer is given where a question stands."""
    left = iter(answers)
    yield next(left)
    for effect in shown:
        yield effect
        if isinstance(effect, AskCheckIn | AskNotice | AskFork | OpenMenu | ShowCompany | ShowHelp):
            yield from islice(left, 1)


def assert_guarded(story: list[Effect | Event]) -> None:
    barred, before = False, []
    for item in story:
        if item in BARRING:
            before.append(barred)
            barred = True
        elif item in TAKING_BACK:
            barred = before.pop()
        elif item in CHOOSING:
            barred = False
        elif isinstance(item, ShowBeat):
            assert not (barred and item.beat.direct)
