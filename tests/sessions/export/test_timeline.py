"""The picture of a session: lanes, their times, and how much there is to read."""

from __future__ import annotations

import pytest

from sessions.check import check_file
from sessions.engine.score import GateKind, lay_out
from sessions.export.timeline import Lane, timeline
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import Entry, scan
from sessions.written import Bell, CheckIn, Quiet, Say, Tone
from tests.fakes.small import FORKED, INDIRECT_ONLY, NOTICING, TWO_TRACKS, WAITING


def lane(name: str, lanes: tuple[Lane, ...]) -> Lane:
    return next(each for each in lanes if each.name == name)


def test_lanes_stand_on_one_axis() -> None:
    picture = timeline(TWO_TRACKS)
    assert [(each.name, each.start, each.end) for each in picture.lanes] == [
        ("arriving", 0.0, 20.0),
        ("direct", 20.0, 140.0),
        ("indirect", 20.0, 140.0),
        ("landing", 140.0, 160.0),
    ]
    assert (picture.title, picture.length) == ("two tracks", 160.0)


def test_beats_gates_and_bells_stand_at_their_times() -> None:
    lanes = timeline(TWO_TRACKS).lanes
    direct = lane("direct", lanes)
    assert [(block.start, block.length, block.text) for block in direct.blocks] == [
        (20.0, 20.0, "d1"),
        (40.0, 10.0, ""),
        (50.0, 30.0, "d2"),
        (80.0, 20.0, "d3"),
        (100.0, 40.0, "d4"),
    ]
    assert [(gate.at, gate.kind, gate.text) for gate in direct.gates] == [
        (80.0, GateKind.CHECK_IN, "and now?")
    ]
    assert [(bell.at, bell.strikes) for bell in lane("landing", lanes).bells] == [(160.0, 2)]
    assert [bell.at for bell in lane("arriving", lanes).bells] == [0.0]


def test_a_session_without_direct_care_has_no_such_lane() -> None:
    assert [each.name for each in timeline(INDIRECT_ONLY).lanes] == ["arriving", "indirect", "landing"]


def test_both_kinds_of_check_points_are_told_apart() -> None:
    kinds = [gate.kind for gate in timeline(NOTICING).lanes[0].gates]
    assert kinds == [GateKind.CHECK_IN, GateKind.NOTICE]


def test_of_an_authors_question_the_first_option_is_drawn() -> None:
    direct = lane("direct", timeline(FORKED).lanes)
    assert [(block.start, block.text) for block in direct.blocks] == [
        (20.0, "d1"),
        (30.0, "left 1"),
        (50.0, "left 2"),
        (70.0, "d2"),
    ]
    (question,) = direct.gates
    assert (question.at, question.kind, question.options) == (30.0, None, ("left", "right"))


def test_a_bell_within_a_segment_stands_where_it_rings() -> None:
    session = TWO_TRACKS.changed(landing=(Say("z1", 10.0), Bell(Tone.WOOD), Quiet(10.0)))
    assert [(bell.at, bell.tone) for bell in timeline(session).lanes[-1].bells] == [(150.0, Tone.WOOD)]


def test_a_beat_that_waits_takes_no_time() -> None:
    waiting = timeline(WAITING).lanes[0].blocks[1]
    assert (waiting.start, waiting.length, waiting.waits, waiting.density) == (20.0, 0.0, True, 0.0)


def test_density_is_words_a_minute_by_time() -> None:
    session = TWO_TRACKS.changed(
        arriving=(Say("five words are in here", 10.0), Quiet(10.0), CheckIn("how is it?"))
    )
    arriving = timeline(session).lanes[0]
    assert arriving.blocks[0].density == 30.0
    assert arriving.density_at(0.0, 10.0) == 30.0
    assert arriving.density_at(5.0, 15.0) == 15.0
    assert arriving.density_at(12.0, 18.0) == 0.0
    assert arriving.density_at(20.0, 25.0) is None


@pytest.mark.parametrize("entry", scan(SCRIPTS), ids=lambda entry: entry.name)
def test_every_lane_of_a_bundled_session_is_filled_without_a_gap(entry: Entry) -> None:
    session = check_file(entry.path).session
    assert session is not None
    for each in timeline(session).lanes:
        at = each.start
        for block in each.blocks:
            assert block.start == at
            at += block.length
        assert at == each.end


def test_the_lengths_are_those_of_the_score() -> None:
    for session in (TWO_TRACKS, FORKED, NOTICING, INDIRECT_ONLY, WAITING):
        assert timeline(session).length == lay_out(session).length
