"""Pause, pace, late ticks, moving on, looking back and asking for less, on the engine's time axis."""

from __future__ import annotations

import pytest

from sessions.engine.effects import PaceChanged, ShowBeat, ShowPaused, ShowResumed
from sessions.engine.engine import Engine
from sessions.engine.events import Back, Begin, Feeling, Less, Next, Pause, Report, Resume, SetPace, Tick, Way
from sessions.engine.state import State
from sessions.engine.transitions import NotAllowedError
from sessions.written import Quiet, Say, Track
from tests.fakes.small import INDIRECT_ONLY, TWO_TRACKS, WAITING, WORDED, repertoire
from tests.fakes.story import Story

DAY = 86_400.0


def on_track(track: Track = Track.DIRECT) -> Story:
    """A run at the first beat of a track."""
    story = Story(track=track)
    story.answer(Feeling.SKIP)
    return story


def shown_beats(story: Story) -> list[ShowBeat]:
    return [effect for effect in story.effects if isinstance(effect, ShowBeat)]


def test_a_pause_of_a_day_keeps_the_beat_and_what_was_left_of_it() -> None:
    story = on_track()
    story.passes(7.5)
    assert story.press(Pause()) == (ShowPaused(),)
    assert story.passes(DAY) == ()
    assert story.press(Resume()) == (ShowResumed(),)
    assert story.shown == "d1"
    assert story.engine.due == story.now + 12.5
    story.answer(Feeling.SKIP, Feeling.SKIP)
    assert story.seconds == 160.0


def test_a_pause_says_when_nobody_asked_for_it() -> None:
    story = on_track()
    assert story.press(Pause(away=True)) == (ShowPaused(away=True),)


def test_many_pauses_within_a_beat_lose_nothing() -> None:
    story = on_track()
    for _ in range(79):
        story.passes(0.25)
        story.press(Pause())
        story.passes(1000.0)
        story.press(Resume())
    assert story.shown == "d1"
    assert story.engine.due == story.now + 0.25


@pytest.mark.parametrize("pace", [0.5, 2.0, 10.0])
def test_a_pace_stretches_every_beat_from_before_the_start(pace: float) -> None:
    engine = Engine(repertoire())
    assert engine.handle(SetPace(pace), 3.0) == (PaceChanged(pace),)
    story = Story()
    story.engine = engine
    story.press(Begin(Track.INDIRECT))
    story.answer(Feeling.SKIP, Feeling.SKIP, Feeling.SKIP)
    assert story.state is State.ENDED
    assert story.seconds == 160.0 * pace


@pytest.mark.parametrize(("pace", "left"), [(0.5, 7.5), (10.0, 150.0), (1.0, 15.0)])
def test_a_pace_changed_within_a_beat_counts_for_what_is_left(pace: float, left: float) -> None:
    story = on_track()
    story.passes(5.0)
    story.press(SetPace(pace))
    assert story.engine.due == story.now + left
    assert story.passes(left)
    assert story.engine.due == story.now + 10.0 * pace


def test_a_pace_set_in_a_pause_counts_after_it() -> None:
    story = on_track()
    story.passes(5.0)
    story.press(Pause())
    story.press(SetPace(2.0))
    assert story.state is State.PAUSED
    story.passes(DAY)
    story.press(Resume())
    assert story.engine.due == story.now + 30.0


def test_with_manual_pace_nothing_moves_by_itself() -> None:
    story = on_track()
    story.passes(5.0)
    story.press(SetPace(None))
    assert story.engine.due is None
    assert story.passes(DAY) == ()
    assert story.shown == "d1"
    story.press(Next())
    story.press(Next())
    assert story.shown == "d2"
    assert story.engine.due is None


def test_back_from_manual_pace_the_beat_has_what_was_left_before_it() -> None:
    story = on_track()
    story.passes(5.0)
    story.press(SetPace(None))
    story.passes(DAY)
    story.press(SetPace(1.0))
    assert story.engine.due == story.now + 15.0


def test_closing_in_manual_pace_enters_the_gentler_track_at_the_same_moment() -> None:
    story = on_track()
    story.passes(16.0)
    story.press(SetPace(None))
    story.passes(DAY)
    story.press(Report(Feeling.CLOSING))
    story.pick(Way.GENTLER)
    assert story.shown == "i2"
    assert story.engine.due is None


@pytest.mark.parametrize("pace", [0.25, 0.0, -1.0, 10.5, float("nan"), float("inf")])
def test_a_pace_beyond_its_limits_is_refused(pace: float) -> None:
    story = on_track()
    with pytest.raises(NotAllowedError, match=r"^a pace is 0\.5 to 10, or manual$"):
        story.press(SetPace(pace))
    assert story.engine.run.pace == 1.0


def test_a_thousand_late_ticks_add_no_drift() -> None:
    beats = tuple(Say(f"i{i}", 1.0) for i in range(1000))
    engine = Engine(repertoire(INDIRECT_ONLY.changed(indirect=beats, length=1040.0)))
    engine.handle(Begin(Track.INDIRECT), 0.0)
    engine.handle(Tick(), 20.0)
    engine.handle(Report(Feeling.SKIP), 50.0)
    for count in range(1, 1000):
        assert engine.due == 50.0 + count
        engine.handle(Tick(), 50.0 + count + 0.1 + (count % 8) / 10)
    assert engine.due == 1050.0
    engine.handle(Tick(), 1050.9)
    assert engine.due == 1060.0


def test_a_tick_that_comes_very_late_shows_everything_on_the_way_and_stops_at_the_gate() -> None:
    story = on_track()
    effects = story.engine.handle(Tick(), story.now + DAY)
    assert [effect.text for effect in effects if isinstance(effect, ShowBeat)] == ["", "d2"]
    assert story.state is State.CHECK_IN


def test_what_is_left_of_a_beat_is_never_negative() -> None:
    story = on_track()
    run = story.engine.run
    assert [run.left_at(story.now + seconds) for seconds in (0.0, 5.0, 20.0, DAY)] == [20.0, 15.0, 0.0, 0.0]


def test_elapsed_counts_beats_alone() -> None:
    story = on_track()
    assert story.engine.run.elapsed(story.now) == 20.0
    story.passes(5.0)
    assert story.engine.run.elapsed(story.now + 1.0) == 26.0
    story.press(Pause())
    story.passes(DAY)
    assert story.engine.run.elapsed(story.now) == 25.0
    story.press(Resume())
    story.say(Feeling.CLOSING)
    story.passes(DAY)
    assert story.engine.run.elapsed(story.now) == 25.0


def test_next_moves_on_early_and_the_next_beat_has_its_whole_length() -> None:
    story = on_track(Track.INDIRECT)
    story.passes(3.0)
    story.press(Next())
    assert story.shown == "i2"
    assert story.engine.due == story.now + 15.0


def test_next_on_the_last_beat_asks() -> None:
    story = Story()
    story.press(Next())
    story.press(Next())
    assert story.state is State.CHECK_IN


def test_a_beat_that_waits_has_no_due_time_and_goes_on_by_next() -> None:
    story = Story(WAITING)
    story.passes(20.0)
    assert story.shown == "ready?"
    assert story.passes(DAY) == ()
    story.press(Pause())
    story.press(Resume())
    assert story.engine.due is None
    story.press(Next())
    assert story.state is State.CHECK_IN


def test_back_shows_the_prompt_before_and_goes_on_from_there() -> None:
    story = on_track(Track.INDIRECT)
    story.passes(16.0)
    assert story.shown == "i2"
    story.press(Back())
    assert (story.shown, shown_beats(story)[-1].again) == ("i1", True)
    assert story.engine.due == story.now + 15.0
    story.passes(15.0)
    assert (story.shown, shown_beats(story)[-1].again) == ("i2", False)


def test_back_at_the_first_prompt_since_a_gate_shows_it_from_its_start() -> None:
    story = on_track()
    story.passes(9.0)
    story.press(Back())
    assert story.shown == "d1"
    assert story.engine.due == story.now + 20.0


def test_back_goes_past_bare_stillness_to_the_last_words() -> None:
    story = on_track()
    story.passes(35.0)
    assert story.shown == "d2"
    story.press(Back())
    assert shown_beats(story)[-1].text == "d1"
    assert shown_beats(story)[-1].again
    story.passes(20.0)
    assert shown_beats(story)[-1].text == ""
    story.press(Back())
    assert shown_beats(story)[-1].text == "d1"


def test_back_from_a_check_in_shows_the_prompt_again_and_then_asks_again() -> None:
    story = on_track(Track.INDIRECT)
    story.until_asked()
    story.press(Back())
    assert story.shown == "i3"
    assert story.engine.run.bookmark is None
    story.passes(30.0)
    assert story.state is State.CHECK_IN
    story.say(Feeling.SKIP)
    assert story.shown == "i4"


def test_back_from_the_last_check_in_leads_to_the_last_check_in_again() -> None:
    story = on_track(Track.INDIRECT)
    story.answer(Feeling.SKIP)
    story.until_asked()
    story.press(Back())
    assert story.shown == "z2"
    story.until_asked()
    story.say(Feeling.SKIP)
    assert story.state is State.ENDED


def test_back_several_times_walks_back_through_the_segment() -> None:
    story = on_track(Track.INDIRECT)
    story.until_asked()
    for prompt in ("i3", "i2", "i1", "i1"):
        story.press(Back())
        assert story.shown == prompt


def test_where_a_segment_had_no_words_there_is_nothing_to_go_back_to() -> None:
    still = (Quiet(60.0), *TWO_TRACKS.indirect[3:])
    story = Story(INDIRECT_ONLY.changed(indirect=still))
    story.answer(Feeling.SKIP)
    story.until_asked()
    with pytest.raises(NotAllowedError, match=r"^there is no prompt to go back to$"):
        story.press(Back())
    assert story.state is State.CHECK_IN


def test_back_after_changing_the_track_stays_on_the_new_one() -> None:
    story = on_track()
    story.passes(35.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "i3"
    story.press(Back())
    assert story.shown == "i3"


def test_a_prompt_keeps_its_wording_when_it_is_shown_again() -> None:
    story = Story(WORDED)
    first = [story.shown]
    for _ in range(3):
        story.press(Next())
        first.append(story.shown)
    for wording in reversed(first[:-1]):
        story.press(Back())
        assert story.shown == wording


def test_the_seed_alone_chooses_among_wordings() -> None:
    def told(seed: int) -> list[str]:
        story = Story(repertoire(WORDED, seed=seed))
        story.until_asked()
        return story.texts

    assert told(1) == told(1)
    assert len({tuple(told(seed)) for seed in range(3)}) == 3
    assert {text for seed in range(3) for text in told(seed)} == {
        *(f"a{i}{end}" for i in range(4) for end in ("", " or", " else"))
    }


def test_less_shows_the_authors_smaller_ask_and_keeps_the_time() -> None:
    story = on_track()
    story.passes(4.0)
    (shown,) = story.press(Less())
    assert isinstance(shown, ShowBeat)
    assert (shown.text, shown.smaller) == ("less of d1", True)
    assert story.engine.due == story.now + 16.0


def test_less_near_the_end_of_a_beat_stays_long_enough_to_be_read() -> None:
    story = on_track()
    story.passes(19.0)
    story.press(Less())
    assert story.engine.due == story.now + 5.0


def test_less_without_an_authors_line_leaves_the_words_to_the_performer() -> None:
    story = on_track()
    story.until_shown("d2")
    story.passes(29.0)
    (shown,) = story.press(Less())
    assert isinstance(shown, ShowBeat)
    assert (shown.text, shown.smaller) == ("", True)
    assert story.engine.due == story.now + 8.0


def test_less_in_a_beat_that_waits_keeps_it_waiting() -> None:
    story = Story(WAITING)
    story.passes(20.0)
    story.press(Less())
    assert story.engine.due is None


def test_less_in_stillness_has_nothing_to_make_smaller() -> None:
    story = on_track()
    story.passes(21.0)
    with pytest.raises(NotAllowedError, match=r"^nothing is asked in this beat$"):
        story.press(Less())


def test_no_pool_of_lines_says_the_same_twice_running() -> None:
    story = on_track()
    closings, smaller = [], []
    for _ in range(3):
        story.press(Less())
        smaller.append(story.effects[-1])
        story.say(Feeling.CLOSING)
        closings.append(story.menu.turn)
        story.pick(Way.SLIP)
        story.press(Resume())
    assert closings == [0, 1, 2]
    assert [effect.turn for effect in smaller if isinstance(effect, ShowBeat)] == [0, 1, 2]


def test_a_smaller_ask_is_read_at_the_session_s_pace() -> None:
    slow = TWO_TRACKS.changed(pace=80, direct=(Say("d1", 20.0, less=" ".join(["word"] * 12)),))
    story = Story(slow.changed(indirect=(Say("i1", 20.0),)), Track.DIRECT)
    story.answer(Feeling.SKIP)
    story.passes(19.0)
    story.press(Less())
    assert story.engine.due == story.now + 11.0


def test_an_earlier_time_is_not_allowed() -> None:
    story = on_track()
    story.passes(5.0)
    assert not story.engine.allows(Less(), story.now - 1.0)
    assert story.engine.allows(Less(), story.now)
