"""How a session is laid out on a time axis."""

from __future__ import annotations

from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.engine.score import (
    Beat,
    BeatKind,
    Fork,
    Gate,
    GateKind,
    Item,
    Ring,
    lay_out,
    line_up,
    starting_at,
    straight,
)
from sessions.model import Session
from sessions.text_time import reading_time
from sessions.written import (
    Bell,
    Breathe,
    CheckIn,
    Choose,
    Mark,
    Notice,
    Option,
    Quiet,
    Say,
    Tone,
    Track,
    Use,
)
from tests.fakes.small import FORKED, INDIRECT_ONLY, NOTICING, TWO_TRACKS
from tests.fakes.strategies import sessions

T = TypeVar("T")


def only(kind: type[T], items: tuple[Item, ...]) -> list[T]:
    return [item for item in items if isinstance(item, kind)]


def texts(items: tuple[Item, ...]) -> list[str]:
    return [beat.wordings[0] for beat in only(Beat, items)]


def starts(items: tuple[Item, ...]) -> list[float]:
    return [item.start for item in items if not isinstance(item, Ring)]


def test_sections_are_cut_at_their_gates() -> None:
    score = lay_out(NOTICING)
    assert [segment.gate for segment in score.arriving] == [
        Gate(GateKind.CHECK_IN, "early?"),
        Gate(GateKind.NOTICE, "anything?"),
    ]
    assert [texts(segment.items) for segment in score.tracks[Track.DIRECT]] == [
        ["d1", "", "d2"],
        ["d3", "d4"],
    ]
    assert [texts(segment.items) for segment in score.tracks[Track.INDIRECT]] == [
        ["i1", "i2", "i3"],
        ["i4", "i5"],
    ]
    assert [segment.gate is None for segment in score.tracks[Track.DIRECT]] == [False, True]
    assert texts(score.landing.items) == ["z1", "z2"]


def test_beats_start_where_the_one_before_ends_and_each_segment_starts_at_nothing() -> None:
    first, second = lay_out(TWO_TRACKS).tracks[Track.DIRECT]
    assert starts(first.items) == [0.0, 20.0, 30.0]
    assert starts(second.items) == [0.0, 20.0]


def test_only_the_beats_of_the_direct_track_are_direct() -> None:
    score = lay_out(TWO_TRACKS)
    direct = [beat for segment in score.tracks[Track.DIRECT] for beat in only(Beat, segment.items)]
    shared = (*score.arriving, *score.tracks[Track.INDIRECT], score.landing)
    assert all(beat.direct for beat in direct)
    assert not any(beat.direct for segment in shared for beat in only(Beat, segment.items))


def test_a_say_keeps_what_its_author_wrote() -> None:
    step = Say(
        "text",
        12.0,
        wordings=("or",),
        bell=Tone.CHIME,
        tags=("touch",),
        less="less",
        guide="note",
        at=Mark(7, 5),
    )
    ring, beat = line_up((step,))
    assert ring == Ring(Tone.CHIME, 1)
    assert beat == Beat(
        BeatKind.SAY, ("text", "or"), 12.0, 0.0, tags=("touch",), less="less", guide="note", at=Mark(7, 5)
    )


def test_a_breathe_shows_its_alternative_and_counts_as_breath() -> None:
    (beat,) = line_up((Breathe(4.0, 6.0, 30.0, "or a sound"),))
    assert beat == Beat(
        BeatKind.BREATHE, ("or a sound",), 30.0, 0.0, tags=("breath",), inhale=4.0, exhale=6.0
    )


def test_a_wait_takes_no_time_of_the_score() -> None:
    items = line_up((Say("a", 5.0), Say("ready?", 0.0, until_ready=True), Say("b", 5.0)))
    assert starts(items) == [0.0, 5.0, 5.0]
    assert [beat.waits for beat in only(Beat, items)] == [False, True, False]


def test_a_part_is_played_as_often_as_it_is_repeated_and_may_hold_a_part() -> None:
    parts = {"inner": (Say("in", 2.0),), "outer": (Use("inner", 2), Bell(Tone.WOOD), Quiet(3.0))}
    items = line_up((Use("outer", 2), Say("after", 1.0)), parts)
    assert texts(items) == ["in", "in", "", "in", "in", "", "after"]
    assert starts(items) == [0.0, 2.0, 4.0, 7.0, 9.0, 11.0, 14.0]
    assert len(only(Ring, items)) == 2


def test_a_fork_starts_its_branches_where_it_stands() -> None:
    (segment,) = lay_out(FORKED).tracks[Track.DIRECT]
    (fork,) = only(Fork, segment.items)
    assert fork.start == 10.0
    assert [starts(branch.items) for branch in fork.branches] == [[10.0, 30.0], [10.0, 40.0]]
    assert starts(segment.items) == [0.0, 10.0, 50.0]
    assert all(beat.direct for branch in fork.branches for beat in only(Beat, branch.items))


def test_a_session_without_a_direct_track_never_skips_to_it() -> None:
    score = lay_out(INDIRECT_ONLY.changed(if_skipped=Track.DIRECT))
    assert not score.has_direct
    assert score.if_skipped is Track.INDIRECT


def test_straight_asks_nothing_and_stays_off_the_direct_track() -> None:
    items = straight(lay_out(FORKED))
    assert texts(items) == ["a1", "a2", "i1", "i2", "z1", "z2"]
    assert not only(Fork, items)


@given(sessions())
def test_the_score_lasts_as_long_as_the_session_on_either_track(session: Session) -> None:
    score = lay_out(session)
    assert score.length == session.length
    twins = zip(*score.tracks.values(), strict=True)
    assert all(len({segment.length for segment in segments}) == 1 for segments in twins)


@given(sessions())
def test_beats_of_a_segment_leave_no_gap_and_do_not_overlap(session: Session) -> None:
    score = lay_out(session)
    for segment in (*score.arriving, *(s for track in score.tracks.values() for s in track), score.landing):
        at = 0.0
        for item in segment.items:
            if isinstance(item, Beat):
                assert item.start == at
                at += item.length
            elif isinstance(item, Fork):
                assert item.start == at
                ends = {starts(branch.items)[-1] + _last(branch.items).length for branch in item.branches}
                (at,) = ends
        assert at == segment.length


def _last(items: tuple[Item, ...]) -> Beat:
    return only(Beat, items)[-1]


ROW = line_up((Bell(Tone.BOWL), Say("a", 10.0), Bell(Tone.WOOD), Say("b", 5.0), Say("c", 15.0)))


@pytest.mark.parametrize(
    ("elapsed", "first"),
    [(0.5, "a"), (9.99, "a"), (10.0, "b"), (14.9, "b"), (15.0, "c"), (29.0, "c"), (400.0, "c")],
)
def test_a_track_is_entered_at_the_beat_that_starts_at_or_just_before(elapsed: float, first: str) -> None:
    entered = starting_at(ROW, elapsed)
    assert isinstance(entered[0], Beat)
    assert entered[0].wordings == (first,)


def test_a_track_entered_at_its_start_keeps_its_first_bell() -> None:
    assert starting_at(ROW, 0.0) == ROW


@given(sessions(), st.floats(0, 60))
def test_what_is_entered_is_a_tail_of_what_there_is(session: Session, elapsed: float) -> None:
    for segment in lay_out(session).tracks[Track.INDIRECT]:
        entered = starting_at(segment.items, elapsed)
        assert entered == segment.items[len(segment.items) - len(entered) :]
        assert all(start <= elapsed for start in starts(entered)[:1])
        assert all(start > elapsed for start in starts(entered)[1:] if elapsed > 0)


@pytest.mark.parametrize(
    ("words", "pace", "seconds"),
    [(1, 120, 5.0), (6, 120, 5.0), (7, 120, 6.0), (20, 120, 12.0), (10, 80, 10.0)],
)
def test_reading_time_is_half_a_second_a_word_and_two_to_find_the_text(
    words: int, pace: int, seconds: float
) -> None:
    assert reading_time(" ".join(["word"] * words), pace) == seconds


def test_gates_next_to_each_other_make_a_segment_without_beats() -> None:
    session = TWO_TRACKS.changed(arriving=(Say("a1", 20.0), CheckIn("one?"), Notice("two?")))
    assert [segment.length for segment in lay_out(session).arriving] == [20.0, 0.0]


def test_options_of_a_fork_may_use_parts() -> None:
    fork = Choose("which?", (Option("a", (Use("p", 2),)), Option("b", (Quiet(4.0),))))
    session = INDIRECT_ONLY.changed(indirect=(fork,), parts={"p": (Say("p", 2.0),)})
    (segment,) = lay_out(session).tracks[Track.INDIRECT]
    assert segment.length == 4.0
    (laid,) = only(Fork, segment.items)
    assert texts(laid.branches[0].items) == ["p", "p"]
