"""The plain performer under a fake clock: what is written, and what a typed line does."""

from __future__ import annotations

import re

import pytest

from sessions.engine.effects import Ended, Ending, RingBell
from sessions.mine.model import Mine
from sessions.model import Session
from sessions.written import Track
from tests.fakes import small
from tests.fakes.clock import FakeClock
from tests.fakes.typist import Typist
from tui.plain import performer as plain
from tui.plain import stage
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance
from tui.words import lines, phrases
from tui.words.extras import company
from tui.words.in_lines import in_lines

CHECK_IN = [
    "o. opening",
    "m. in between, can't tell",
    "c. closing",
    "t. too much",
    "f. far away",
    "s. skip",
    "q. stop",
]


class Sitting:
    """One run in lines."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.text = ""
        self.rung: list[RingBell] = []
        self.ended: Ended | None = None

    @property
    def lines(self) -> list[str]:
        """What was written, without blank lines."""
        return [line for line in self.text.splitlines() if line]

    def write(self, text: str) -> None:
        """Keep what is written."""
        self.text += text


def sit(  # what a sitting can differ in
    *typed: tuple[float | None, str],
    session: Session = small.TWO_TRACKS,
    track: Track | None = None,
    pace: float | None = 1.0,
    interactive: bool = True,
) -> Sitting:
    sitting = Sitting()
    typist = Typist(sitting.clock, *typed, interactive=interactive)
    means = PlainMeans(sitting.clock, typist, sitting.write, ring=sitting.rung.append)
    sitting.ended = PlainRun(Performance(session, "small", track, pace), means).play()
    return sitting


def after(lines: list[str], line: str) -> list[str]:
    return lines[lines.index(line) + 1 :]


def test_a_whole_session_answered_by_letter_and_by_word() -> None:
    sitting = sit((None, "o"), (None, "opening"), (None, "skip"))
    said = [line for line in sitting.lines if re.fullmatch(r"[a-z]\d", line)]
    assert said == ["a1", "a2", "d1", "d2", "d3", "d4", "z1", "z2"]
    assert sitting.ended is not None
    assert sitting.ended.ending is Ending.LANDED
    assert any(line in phrases.LANDED_LINES for line in sitting.lines)


def test_a_check_in_is_a_question_and_a_list() -> None:
    sitting = sit((None, "q"))
    assert after(sitting.lines, "how is it?")[:7] == CHECK_IN


def test_own_signs_stand_beside_their_answers_in_a_check_in() -> None:
    sitting = Sitting()
    typist = Typist(sitting.clock, (None, "q"))
    own = Mine(opening=("I hum",), closing=("jokes", "yawns"))
    means = PlainMeans(sitting.clock, typist, sitting.write)
    PlainRun(Performance(small.TWO_TRACKS, "small", None, 1.0, mine=own), means).play()
    told = {"o. opening": "o. opening: I hum", "c. closing": "c. closing: jokes, yawns"}
    assert after(sitting.lines, "how is it?")[:7] == [told.get(line, line) for line in CHECK_IN]


def test_nothing_but_text_is_written() -> None:
    sitting = sit((None, "c"), (None, "2"), (None, "h"), (None, "?"), (None, "q"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f]", sitting.text)


def test_the_bell_is_a_word_and_rings_where_it_is_wanted() -> None:
    sitting = sit((None, "o"), (None, "o"), (None, "s"))
    assert [line for line in sitting.lines if stage.BELL in line] == ["(bell)", "(bell) 2 times"]
    assert [bell.strikes for bell in sitting.rung] == [1, 2]


def test_a_bell_that_is_off_is_no_word_either() -> None:
    sitting = Sitting()
    typist = Typist(sitting.clock, (None, "o"), (None, "o"), (None, "s"))
    means = PlainMeans(sitting.clock, typist, sitting.write, hears=lambda _: False)
    PlainRun(Performance(small.TWO_TRACKS, "small", None, 1.0), means).play()
    assert stage.BELL not in sitting.text
    assert sitting.lines[0] == "a1"


def test_a_pipe_is_told_what_enter_takes_in_the_list() -> None:
    assert "s. skip (Enter)" in sit((None, "q"), interactive=False).lines


def test_stillness_is_one_word_and_a_reminder_stands_in_brackets() -> None:
    assert "(quiet)" in sit((None, "o"), (None, "q")).lines
    assert "(i5)" in sit((None, "s"), (None, "s"), (None, "s"), track=Track.INDIRECT).lines


def test_enter_skips_a_question_also_one_of_the_author() -> None:
    sitting = sit((None, ""), (None, ""), (None, ""))
    assert sitting.lines.count("o. opening") == 2
    assert "i4" in sitting.lines
    assert sitting.ended is not None
    assert sitting.ended.ending is Ending.LANDED
    for typed in ("", "s", "skip"):
        forked = sit((None, "o"), (None, typed), (None, "q"), session=small.FORKED)
        assert "left 1" in forked.lines


def test_enter_does_not_hurry_a_beat_that_has_its_own_time() -> None:
    sitting = sit((3.0, ""), (25.0, "q"))
    assert sitting.lines.index("a2") < sitting.lines.index("how is it?")
    assert "a2" not in sit((3.0, ""), (9.0, "q")).lines


def test_enter_goes_on_at_manual_pace_and_nothing_else_does() -> None:
    slow = sit((86_400.0, "p"), (None, ""), (None, "q"), pace=None)
    assert slow.lines[:2] == [stage.BELL, "a1"]
    assert slow.lines[-2] == "a2"


def test_a_beat_that_waits_says_how_it_ends() -> None:
    sitting = sit((500.0, ""), (None, "q"), session=small.WAITING)
    assert after(sitting.lines, "ready?")[:2] == [stage.ENTER_GOES_ON, "how is it?"]


@pytest.mark.parametrize("key", ["pause", " ", "Pause", "space"])
def test_a_pause_of_a_day_keeps_the_beat(key: str) -> None:
    sitting = sit((4.0, key), (86_404.0, ""), (86_409.0, "p"), (86_411.0, "q"))
    assert after(sitting.lines, plain.PAUSED)[:3] == ["a1", "9 s of 2 min 40 s, without the pauses.", "a2"]


def test_closing_in_a_beat_brings_one_plain_line_and_the_menu() -> None:
    sitting = sit((None, "o"), (21.0, "c"), (None, "q"))
    assert after(sitting.lines, phrases.BACKDRAFT)[:6] == [
        "1. carry on gently",
        "2. something to look at or hold",
        "3. something ordinary",
        "4. nothing for a while",
        "q. stop",
        "0. more",
    ]
    assert "d2" not in sitting.lines


@pytest.mark.parametrize("key", ["t", "too much", "f", "far away"])
def test_too_much_and_far_away_put_stop_first(key: str) -> None:
    sitting = sit((5.0, key), (None, "q"))
    listed = [line for line in sitting.lines if re.match(r"\w\. ", line)]
    assert listed[:2] == ["q. stop", "1. Floor Under You"]
    assert listed[-1] == "z. that was a slip"
    assert any("findahelpline.com" in line for line in sitting.lines) == (key in ("f", "far away"))


def test_a_slip_is_taken_back_to_the_same_prompt_paused() -> None:
    sitting = sit((5.0, "t"), (90.0, "z"), (500.0, ""), (None, "q"))
    assert [line.removeprefix(stage.PROMPT) for line in after(sitting.lines, "z. that was a slip")][:3] == [
        "",
        "a1",
        plain.PAUSED,
    ]


def test_less_can_be_asked_on_the_way() -> None:
    sitting = sit((5.0, "a"), (None, "o"))
    assert sitting.lines.count(in_lines(lines.asking(less=True))) == 1
    assert sitting.lines.count(in_lines(phrases.QUESTION_PASSED)) == 1
    assert sitting.lines[-1] in phrases.LANDED_LINES


def test_people_to_talk_to_are_shown_and_the_menu_is_listed_again() -> None:
    sitting = sit((5.0, "t"), (None, "2"), (None, "q"))
    assert company.COMPANY[0].heading in sitting.lines
    assert sitting.lines.count("q. stop") == 2


def test_noticing_names_a_coat_and_goes_on() -> None:
    sitting = sit((5.0, "n"), (None, "u"), (40.0, "q"))
    coats = [line for line in sitting.lines if line in phrases.COAT_LINES["dont_know"]]
    assert len(coats) == 1
    assert sitting.lines.count("a1") == 2


def test_less_and_back_and_going_on_early() -> None:
    sitting = sit((None, "o"), (21.0, "l"), (22.0, "next"), (23.0, "b"), (24.0, "q"))
    assert after(sitting.lines, "less of d1")[0] == "(quiet)"


def test_the_help_list_stops_the_clock_until_enter() -> None:
    sitting = sit((3.0, "h"), (3600.0, ""), (3601.0, "q"))
    assert phrases.HELP_INTRO[0] in sitting.lines
    assert "a2" not in sitting.lines
    assert sitting.lines.count("a1") == 2


def test_the_keys_are_listed_with_the_hints_of_the_question() -> None:
    sitting = sit((None, "?"), (None, "q"))
    keys = after(sitting.lines, "q. stop")
    assert keys[:3] == [
        "Enter skips. Your answer: how is it?",
        "o. opening: at ease, interested, warm, moved, or tearful",
        "m. in between, can't tell: a bit of both, or no idea",
    ]
    assert "n: look at what holds back, if anything does" in sitting.lines


def test_pace_is_slower_by_a_quarter_up_to_ten_times() -> None:
    sitting = sit((1.0, "+"), (1.0, "-"), *((2.0, "slower") for _ in range(12)), (3.0, "w"), (4.0, "q"))
    assert "Everything lasts 1.25 times as long as usual." in sitting.lines
    assert "Everything goes at its usual pace again." in sitting.lines
    assert sitting.lines[-3] == "Everything lasts 10 times as long as usual."


def test_an_unknown_line_is_told_safely() -> None:
    sitting = sit((1.0, "\x1b[2Jxyzzy"), (2.0, "q"))
    assert "`\\x1b[2jxyzzy`" in sitting.text.lower()


def test_what_does_nothing_now_says_so() -> None:
    sitting = sit((None, "l"), (None, "q"), interactive=False)
    assert "That does nothing here. ? lists what does." in sitting.lines


@pytest.mark.parametrize("typed", ["q", "stop", "quit", "Q"])
def test_stop_is_one_plain_line_of_at_most_twelve_words(typed: str) -> None:
    sitting = sit((7.0, typed))
    assert sitting.lines[-1] in phrases.STOP_LINES
    assert len(sitting.lines[-1].split()) <= 12


def test_the_end_of_the_input_leaves_gracefully() -> None:
    sitting = sit(interactive=False)
    assert sitting.lines[-1] in phrases.STOP_LINES
    assert sitting.lines[-2] == "q. stop"


def test_answers_from_a_pipe_may_come_before_their_questions() -> None:
    sitting = sit((0.0, "o"), (0.0, "s"), (0.0, "s"), interactive=False)
    assert sitting.ended is not None
    assert sitting.ended.ending is Ending.LANDED
    assert "d4" in sitting.lines


def test_on_a_terminal_the_cursor_waits_behind_a_prompt() -> None:
    assert sit((None, "q")).text.count(stage.PROMPT) == 1
    assert stage.PROMPT not in sit((None, "q"), interactive=False).text


def test_a_wait_that_is_ended_early_says_the_prompt_no_second_time() -> None:
    class Woken(Typist):
        """A line source that has another reason to look at the time, three times."""

        times = 3

        def read(self, seconds: float | None) -> str | None:
            self.times -= seconds is None
            return None if seconds is None and self.times >= 0 else super().read(seconds)

    clock = FakeClock()
    text: list[str] = []
    PlainRun(
        Performance(small.TWO_TRACKS, "small"), PlainMeans(clock, Woken(clock, (None, "q")), text.append)
    ).play()
    assert "".join(text).count(stage.PROMPT) == 1


def test_an_author_s_question_lists_its_options() -> None:
    sitting = sit((None, "o"), (None, "2"), (None, "s"), session=small.FORKED)
    assert after(sitting.lines, "which?")[:3] == ["1. left", "2. right", "s. skip"]
    assert "right 1" in sitting.lines
    assert "left 1" not in sitting.lines


def test_questions_to_take_along_come_after_landing_and_not_after_stopping() -> None:
    session = small.TWO_TRACKS.changed(reflect=("what was it like?",))
    assert sit((None, "o"), (None, "o"), (None, "s"), session=session).lines.count("what was it like?") == 1
    assert "what was it like?" not in sit((None, "q"), session=session).lines


def test_a_computer_that_slept_finds_the_session_paused() -> None:
    clock = FakeClock()

    class Lid(Typist):
        def read(self, seconds: float | None) -> str | None:
            if seconds is not None and clock.asleep() < 100:
                clock.sleep(3600.0)
                return None
            return super().read(seconds)

    text: list[str] = []
    means = PlainMeans(clock, Lid(clock, (None, "q")), text.append)
    PlainRun(Performance(small.TWO_TRACKS, "small"), means).play()
    assert plain.AWAY_LINE in "".join(text)


ASKED = "Enter skips. Your answer: "


@pytest.mark.parametrize("key", ["g", "again", "Repeat"])
def test_what_is_there_now_is_said_again_with_one_key(key: str) -> None:
    prompt = sit((3.0, key), (4.0, "q")).lines
    assert prompt[:3] == [stage.BELL, "a1", "a1"]
    question = [line.removeprefix(ASKED) for line in sit((None, key), (None, "q")).lines]
    assert question.count("how is it?") == 2
    assert after(question[question.index("how is it?") + 1 :], "how is it?")[: len(CHECK_IN)] == CHECK_IN
    paused = sit((3.0, "pause"), (60.0, key), (61.0, "q")).lines
    assert paused[1:5] == ["a1", plain.PAUSED, "a1", plain.PAUSED]
    menu = sit((None, "o"), (21.0, "c"), (None, key), (None, "q"))
    assert menu.text.count(phrases.BACKDRAFT) == 2
    assert menu.lines.count("1. carry on gently") == 2


def test_saying_it_again_moves_nothing() -> None:
    clock = sit((3.0, "g"), (9.9, "g"), (10.5, "q")).lines
    assert clock[1:5] == ["a1", "a1", "a1", "a2"]


def test_enter_says_what_it_will_do_at_a_question() -> None:
    assert "Enter skips. Your answer: " in sit((None, "q")).text
    assert "Enter carries on gently. Your answer: " in sit((3.0, "c"), (None, "q")).text
    asked = sit((None, "o"), (None, "q"), session=small.FORKED)
    assert "Enter skips. Your answer: " in asked.text.partition("which?")[2]


def test_enter_at_a_prompt_with_its_own_time_says_which_key_moves_on() -> None:
    assert sit((3.0, ""), (9.0, "q")).lines[1:3] == ["a1", plain.OWN_TIME]


def test_back_where_there_is_no_way_back_keeps_what_is_asked() -> None:
    asked = sit((3.0, "c"), (None, "b"), (None, "q"))
    assert plain.NOTHING_BEFORE in asked.text
    assert asked.text.count("1. carry on gently") == 2


def test_back_at_a_question_of_the_author_says_the_prompt_before_it_and_asks_again() -> None:
    asked = sit((None, "o"), (None, "b"), (None, "q"), session=small.FORKED)
    assert [line for line in asked.lines if line in ("d1", "which?")] == ["d1", "which?", "d1", "which?"]


def test_the_keys_tell_what_a_skip_does_at_a_question_of_the_author() -> None:
    told = after(sit((None, "o"), (None, "?"), (None, "q"), session=small.FORKED).lines, "2. right")
    assert "s. skip: goes on with the first of these; Enter does the same" in told
    assert not [line for line in told if line in ("1. left: left", "2. right: right")]


def test_notices_name_the_keys_of_lines() -> None:
    said = " ".join(map(in_lines, phrases.FIRST_NOTICE))
    assert "q, then Enter, stops everything" in said
    assert " key" not in said
