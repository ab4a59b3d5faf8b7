"""One path through a session as captions, a recording and data."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from sessions.check import check_file
from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, Effect, Ended, Ending, RingBell, ShowBeat
from sessions.engine.score import lay_out
from sessions.export.captions import ALONE_SECONDS, Caption, Words, captions
from sessions.export.cast import WIDTH, Put, cast
from sessions.export.compiled import compiled
from sessions.export.subtitles import srt, vtt
from sessions.library.bundled import SCRIPTS
from sessions.model import Session
from sessions.rehearsal.answers import Answers, AnswersError
from sessions.rehearsal.take import Take, UnansweredError, record
from sessions.written import Bell, CheckIn, Quiet, Say, Tone, Track
from tests.fakes.small import FORKED, INDIRECT_ONLY, TWO_TRACKS, WAITING, repertoire
from tests.fakes.strategies import sessions


def question(effect: Effect) -> str:
    return effect.text if isinstance(effect, AskCheckIn | AskNotice | AskFork) else ""


WORDS = Words(lambda beat: beat.text, question, lambda bell: f"bell · {bell.tone.value}")


def take(session: Session = TWO_TRACKS, answers: str = "", track: Track | None = None) -> Take:
    return record(repertoire(session), track, Answers(answers).next_for)


def shown(session: Session = TWO_TRACKS, answers: str = "", track: Track | None = None) -> list[Caption]:
    return list(captions(take(session, answers, track), WORDS))


def test_a_take_holds_every_effect_at_its_time() -> None:
    beats = [
        (moment.at, effect.text)
        for moment in take(track=Track.DIRECT).moments
        if (effect := beat_of(moment.effect))
    ]
    assert beats == [
        (0, "a1"), (10, "a2"), (20, "d1"), (40, ""), (50, "d2"), (80, "d3"),
        (100, "d4"), (140, "z1"), (150, "z2"),
    ]  # fmt: skip
    bells = [
        (moment.at, moment.effect.strikes) for moment in take().moments if isinstance(moment.effect, RingBell)
    ]
    assert bells == [(0, 1), (160, 2)]


def beat_of(effect: Effect) -> ShowBeat | None:
    return effect if isinstance(effect, ShowBeat) else None


@given(sessions())
def test_a_take_of_the_session_alone_lasts_as_long_as_promised(session: Session) -> None:
    for track in (None, *lay_out(session).tracks):
        performed = take(session, track=track)
        assert performed.seconds == session.length
        assert performed.moments[-1].effect == Ended(Ending.LANDED, performed.moments[-1].effect.turn)  # type: ignore[union-attr]


def test_a_detour_is_in_the_take_as_well() -> None:
    assert take(answers="closing:green:gentler").seconds == 160 + 12
    assert take(answers="stop").seconds == 20


def test_a_question_nobody_answers_ends_the_taking() -> None:
    with pytest.raises(UnansweredError, match=r"^nothing was answered at 20 s$"):
        record(repertoire(), None, lambda _: None)
    with pytest.raises(AnswersError, match="does not fit"):
        take(answers="green")


def test_captions_stand_from_a_prompt_to_what_comes_after_it() -> None:
    assert shown(track=Track.INDIRECT) == [
        Caption(0, 10, "a1", bells=("bell · bowl",)),
        Caption(10, 20, "a2"),
        Caption(20, 35, "i1", asked=("how is it?",)),
        Caption(35, 50, "i2"),
        Caption(50, 80, "i3"),
        Caption(80, 110, "i4", asked=("and now?",)),
        Caption(110, 140, "i5"),
        Caption(140, 150, "z1"),
        Caption(150, 160, "z2"),
        Caption(160, 160, bells=("bell · bowl",), asked=("",)),
    ]


def test_bare_stillness_is_a_gap() -> None:
    assert [
        (one.end, other.start) for one, other in pairwise(shown(track=Track.DIRECT)) if one.end < other.start
    ] == [(40, 50)]


def test_a_prompt_that_waits_is_shown_with_what_follows() -> None:
    assert Caption(20, 35, "ready?\ni1", asked=("how is it?",)) in shown(WAITING)


def test_a_prompt_that_waits_at_the_very_end_gets_some_seconds() -> None:
    session = TWO_TRACKS.changed(landing=(Say("z1", 20.0), Say("whenever", 0.0, until_ready=True)))
    assert shown(session)[-1] == Caption(160, 160 + ALONE_SECONDS, "whenever", asked=("",))


def test_a_bell_in_stillness_does_not_stay() -> None:
    session = TWO_TRACKS.changed(landing=(Quiet(17.0), Bell(Tone.WOOD), Quiet(3.0)))
    assert shown(session)[-2:] == [
        Caption(157, 160, bells=("bell · wood",)),
        Caption(160, 160, asked=("",)),
    ]


def test_empty_lines_would_end_a_caption_and_are_left_out() -> None:
    session = INDIRECT_ONLY.changed(arriving=(Say(" one \n\n\n two", 20.0), CheckIn("\na\nb ")))
    first, second = shown(session)[:2]
    assert (first.text, second.asked) == ("one\ntwo", ("a b",))


@given(sessions())
def test_no_caption_overlaps_another(session: Session) -> None:
    found = shown(session)
    assert all(one.start <= one.end <= other.start for one, other in pairwise(found))
    assert all(one.start < one.end for one in found if one.text)


CAPTIONS = [
    Caption(0, 10, "first", bells=("bell · bowl × 2",)),
    Caption(62.5, 3661.0004, "a <b>& --> {\\an8}c\\N &lt;", asked=("how?", "-->?")),
    Caption(3700, 3700, bells=("bell · wood",), asked=("last?",)),
]


def test_srt() -> None:
    assert srt(CAPTIONS) == (
        "1\n00:00:00,000 --> 00:00:10,000\n[bell · bowl × 2]\nfirst\n"
        "\n2\n00:01:02,500 --> 01:01:01,000\n[check-point: how?]\n[check-point: --\u203a?]\n"
        "a \u2039b\u203a& --\u203a (/an8)c/N & lt;\n"
    )


def test_vtt() -> None:
    assert vtt(CAPTIONS, "A\ntitle -->") == (
        "WEBVTT\n\nNOTE A title →\n"
        "\n00:00:00.000 --> 00:00:10.000\n[bell · bowl × 2]\nfirst\n"
        "\nNOTE 00:01:02.500 check-point: how?\n\nNOTE 00:01:02.500 check-point: →?\n"
        "\n00:01:02.500 --> 01:01:01.000\na &lt;b&gt;&amp; --&gt; {\\an8}c\\N &amp;lt;\n"
        "\nNOTE 01:01:40.000 check-point: last?\n\nNOTE 01:01:40.000 bell · wood\n"
    )


def test_a_check_point_before_stillness_is_a_note_alone() -> None:
    assert vtt([Caption(5, 9, asked=("how?",))]) == "WEBVTT\n\nNOTE 00:00:05.000 check-point: how?\n"


def test_a_recording_is_json_lines_with_a_head() -> None:
    put = [Put(0.0, "\nhello\n"), Put(2.5, f"{'word ' * 20}\nüber \x1b[2J\n")]
    head, *events = map(json.loads, cast(put, "A title", 9.0))
    assert head == {
        "version": 2,
        "width": 80,
        "height": 24,
        "duration": 9.0,
        "title": "A title",
        "env": {"TERM": "xterm-256color"},
    }
    wrapped = f"{('word ' * 16).strip()}\r\n{('word ' * 4).strip()}"
    assert events == [
        [0.0, "o", "\r\nhello\r\n"],
        [2.5, "o", f"{wrapped}\r\nüber \ufffd[2J\r\n"],
        [9.0, "o", ""],
    ]
    assert all(len(row) <= WIDTH for row in wrapped.split("\r\n"))


def items(session: Session, *sections: str) -> list[dict[str, Any]]:
    return [item for item in compiled(session)["items"] if item["section"] in sections]


def test_data_hold_every_item_with_its_onset() -> None:
    told = [
        (item["what"], item["onset"], item["length"], item["text"])
        for item in items(TWO_TRACKS, "arriving", "direct")
    ]
    assert told == [
        ("bell", 0, 0, ""),
        ("say", 0, 10, "a1"),
        ("say", 10, 10, "a2"),
        ("check_in", 20, 0, "how is it?"),
        ("say", 20, 20, "d1"),
        ("quiet", 40, 10, ""),
        ("say", 50, 30, "d2"),
        ("check_in", 80, 0, "and now?"),
        ("say", 80, 20, "d3"),
        ("say", 100, 40, "d4"),
    ]
    assert [item["segment"] for item in items(TWO_TRACKS, "direct")] == [1, 1, 1, 1, 2, 2]


def test_data_of_a_question_hold_its_options() -> None:
    asked = next(item for item in items(FORKED, "direct") if item["what"] == "choose")
    left, right = asked["options"]
    assert (asked["onset"], asked["text"]) == (30, "which?")
    assert [(item["onset"], item["text"]) for item in left["items"]] == [(30, "left 1"), (50, "left 2")]
    assert [(item["what"], item["onset"]) for item in right["items"]] == [
        ("say", 30),
        ("bell", 60),
        ("quiet", 60),
    ]
    assert [item["onset"] for item in items(FORKED, "direct")] == [20, 30, 70]


@given(sessions())
def test_data_follow_each_other_without_a_gap(session: Session) -> None:
    data = json.loads(json.dumps(compiled(session)))
    for track in data["tracks"]:
        now = 0.0
        for item in data["items"]:
            if item["section"] in ("arriving", track, "landing"):
                assert item["onset"] == now
                options = item.get("options", [])
                now += item["length"] + (
                    sum(each["length"] for each in options[0]["items"]) if options else 0
                )
        assert now == data["length"] == session.length


def test_data_of_one_track_leave_the_other_out() -> None:
    data = compiled(TWO_TRACKS, Track.INDIRECT)
    assert data["tracks"] == ["indirect"]
    assert {item["section"] for item in data["items"]} == {"arriving", "indirect", "landing"}
    assert not any(item.get("direct") for item in data["items"])


def test_data_are_what_a_bundled_session_plays() -> None:
    session = check_file(SCRIPTS / "hello-guard.session.yaml").session
    assert session is not None
    data = compiled(session)
    greeted = next(item for item in data["items"] if item["section"] == "direct" and item["what"] == "say")
    assert greeted["onset"] == 60
    assert greeted["direct"] is True
    assert greeted["tags"] == ["direct"]
    assert greeted["or"]
    assert greeted["less"]
