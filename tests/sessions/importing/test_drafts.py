"""Drafts from files that were written for other programs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.advice.steps import MOST_CHARACTERS, MOST_WORDS
from sessions.check import check_text
from sessions.engine.effects import AskCheckIn
from sessions.engine.score import BeatKind, lay_out
from sessions.export.captions import Words, captions
from sessions.export.subtitles import srt, vtt
from sessions.importing.draft import ImportedDraft, Wishes, draft_of
from sessions.importing.prompts import prompts_in
from sessions.importing.source import UnusableError, without_unsafe
from sessions.model import Session
from sessions.rehearsal.answers import Answers
from sessions.rehearsal.take import record
from sessions.text_time import words_in
from sessions.unsafe import find_unsafe
from sessions.written import Bell, CheckIn, Quiet, Say, Step, Tone, Track
from sessions.yaml_text import scalar
from tests.fakes.small import repertoire

SRT = """\
1
00:00:00,000 --> 00:00:10,400
<i>You might</i> sit down,
or stand.

2
00:00:10,400 --> 00:00:20,000
{\\an8}Eyes may be open.

3
00:00:40,000 --> 00:01:00,000
A sound may be near.

4
00:01:00,000 --> 00:01:10,000
This can end here.
"""


def draft(text: str, name: str = "words.srt", track: Track = Track.DIRECT) -> ImportedDraft:
    return draft_of(text.encode(), name, Wishes(track))


def session_in(text: str) -> Session:
    checked = check_text(text)
    assert checked.session is not None, checked.errors
    return checked.session


def drafted(text: str, name: str = "words.srt", track: Track = Track.DIRECT) -> Session:
    return session_in(draft(text, name, track).text)


def timed(session: Session) -> list[tuple[float, str]]:
    """What is said on the way through the direct track, and the second at which it begins."""
    now, said = 0.0, []
    for step in (*session.arriving, *(session.direct or session.indirect), *session.landing):
        if isinstance(step, Say):
            said.append((now, step.text))
        if isinstance(step, Say | Quiet):
            now += step.length
    return said


def refusal(text: str | bytes, name: str = "words.txt") -> str:
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(UnusableError) as refused:
        draft_of(content, name)
    return str(refused.value)


def test_subtitles_keep_their_seconds_and_lose_their_markup() -> None:
    session = drafted(SRT)
    assert timed(session) == [
        (0, "You might sit down, or stand."),
        (10, "Eyes may be open."),
        (40, "A sound may be near."),
        (60, "This can end here."),
    ]
    assert (session.length, session.title) == (70, "Words")


def test_every_choice_of_the_author_is_marked() -> None:
    text = draft(SRT).text
    assert text.count("# todo") >= 5
    for key in ("arriving", "direct", "indirect", "landing"):
        before = text[: text.index(f"\n{key}:")]
        assert "# todo" in before.rsplit("\n\n", 1)[-1]
    assert "made by `ajar import` from words.srt" in text


def test_all_lines_are_on_the_direct_track_so_that_closing_never_meets_them() -> None:
    session = drafted(SRT)
    assert [type(step) for step in session.indirect] == [Quiet] * len(session.indirect)
    assert {step.text for step in session.direct if isinstance(step, Say)} <= {
        text for _, text in timed(session)
    }
    assert session.direct


def test_they_can_be_put_on_the_indirect_track() -> None:
    session = drafted(SRT, track=Track.INDIRECT)
    assert session.direct == ()
    assert timed(session) == timed(drafted(SRT))


def test_web_subtitles() -> None:
    text = (
        "WEBVTT - a talk\n\nSTYLE\n::cue { color: red }\n\nNOTE a comment\n\nintro\n"
        "00:05.000 --> 00:15.000 align:start\n"
        "<v Ann>Sit &amp; <c.low>rest</c>, <00:06.000>or not &lt;b&gt;.\n\n"
        "00:15.000 --> 00:25.000\nMore.\n"
    )
    session = drafted(text, "talk.en.vtt")
    assert timed(session) == [(5, "Sit & rest, or not <b>."), (15, "More.")]
    assert session.title == "Talk"


def test_timed_lyrics() -> None:
    text = (
        "[ti: A walk: home ]\n[length: 01:00]\n[offset:+1000]\n"
        "[00:31.00][00:01.00]Here <00:02.00>again\n[00:11.00]\n[00:21]There\n"
    )
    session = drafted(text, "walk.lrc")
    assert timed(session) == [(0, "Here again"), (20, "There"), (30, "Here again")]
    assert (session.title, session.length) == ("A walk: home", 60)


def test_plain_text_pauses_at_empty_lines() -> None:
    text = "\n\nYou might\nsit down.\n\n\nThere may be a sound.\n(pause 1 min)\nAnd\n[30 s]\nthat is all.\n\n"
    session = drafted(text, "plain.txt")
    assert timed(session) == [
        (0, "You might sit down."),
        (5 + 20, "There may be a sound."),
        (25 + 5 + 60, "And"),
        (90 + 5 + 30, "that is all."),
    ]
    assert session.length == 130


@pytest.mark.parametrize(
    ("name", "first"), [("a.txt", SRT), ("a", f"\ufeff{SRT}"), ("a.srt", SRT.replace("\n", "\r\n"))]
)
def test_the_format_is_seen_by_what_stands_in_a_file(name: str, first: str) -> None:
    assert timed(drafted(first, name)) == timed(drafted(SRT))


@pytest.mark.parametrize(
    "text",
    [
        SRT.replace("\n\n", "\n"),
        SRT.replace("sit down,\n", "sit down,\n\n"),
        "\n\n".join(reversed(SRT.strip().split("\n\n"))),
        SRT.replace("00:00:", "0:00:").replace(",", ".", 2),
    ],
    ids=["no empty lines", "empty line in a cue", "out of order", "loose times"],
)
def test_subtitles_are_read_with_patience(text: str) -> None:
    assert timed(drafted(text)) == timed(drafted(SRT))


def test_a_long_cue_becomes_several_prompts_at_its_own_seconds() -> None:
    words = "One two three four five six seven eight nine ten. " * 3
    text = f"1\n00:00:10,000 --> 00:00:40,000\n{words}\n\n2\n00:00:40,000 --> 00:00:50,000\nEnd.\n"
    assert [(at, len(said.split())) for at, said in timed(drafted(text))] == [(10, 20), (28, 10), (40, 1)]
    assert not {"W510", "W511"} & {fault.id for fault in check_text(draft(text).text).faults}


def test_no_beat_is_long() -> None:
    text = "00:00:00,000 --> 00:01:40,000\nA.\n\n00:05:00,000 --> 00:05:20,000\nB.\n"
    session = drafted(text)
    assert session.length == 320
    assert {fault.id for fault in check_text(draft(text).text).faults} <= {"W508", "W517"}


def test_check_points_come_often_enough() -> None:
    text = "".join(f"[{second // 60:02}:{second % 60:02}]Line {second}.\n" for second in range(0, 880, 20))
    session = drafted(text, "long.lrc")
    assert sum(isinstance(step, CheckIn) for step in session.direct) >= 4
    assert not {"W507"} & {fault.id for fault in check_text(draft(text, "long.lrc").text).faults}
    assert isinstance(session.arriving[-1], CheckIn)


def test_a_file_of_one_line_gets_a_landing_and_says_so() -> None:
    made = draft("Sit a while.", "one.txt")
    assert made.notes == ("added at the end, to land with: 15 seconds of stillness.",)
    assert session_in(made.text).length == 20


def test_words_that_come_too_fast_get_a_second_each_and_it_is_said() -> None:
    words = " ".join(["word"] * 100)
    made = draft(f"00:00:00,000 --> 00:00:01,000\n{words}\n\n00:00:01,000 --> 00:00:20,000\nEnd.\n")
    assert made.notes == ("added, as the words come faster than prompts can: 3 seconds.",)
    assert timed(session_in(made.text))[-1] == (4, "End.")


def test_what_no_session_may_hold_is_left_out_and_counted() -> None:
    made = draft("You \x1b[2Jmight\u202e\u200b sit.\n\nOr not.\n\nOr.", "a.txt")
    assert made.notes == ("left out: 3 characters that no session may hold (first in line 1).",)
    assert timed(session_in(made.text))[0] == (0, "You [2Jmight sit.")


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        ("", "a.txt", "there are no words in it"),
        ("\u200b \n", "a.txt", "there are no words in it"),
        ("words", "a.srt", "there is no cue in it, with a line such as 00:00:05,000 --> 00:00:10,000"),
        ("format: 1", "a.session.yaml", "this looks like a session already; `ajar check` reads it"),
        (b"PK\xff", "a.docx", "this is a page, not text; save its words as .txt first"),
        (
            "[Script Info]",
            "a.ass",
            "there is no cue in it, with a line such as 00:00:05,000 --> 00:00:10,000",
        ),
        (b"RIFF", "a.wav", "this is a recording; let a recogniser write its words as .srt first"),
        (b"%PDF-1.7", "a", "this is a PDF, not text; save its words as .txt first"),
        (
            '{"a": 1}',
            "a.json",
            "this JSON has no list of `start`, `end` and `text`, nor of `say` and `pause`",
        ),
        ("{\n,", "a.json", "this is no sound JSON: line 2"),
        (
            '{"shape": "ajar-score", "items": []}',
            "a.json",
            "this is a session as data; `ajar export NAME --to yaml` writes it as a session file",
        ),
        (bytes(range(256)), "a.txt", "this is not text"),
        ("words", "a.vtt", "there is no cue in it, with a line such as 00:00:05,000 --> 00:00:10,000"),
        ("words", "a.lrc", "there is no timed line in it, such as [00:12.00] and words"),
        (
            "[00:00.00]Now.\n[20:00.00]Late.",
            "a.lrc",
            "it lasts 20m, and a session at most 15m; choose a part with --from and --to",
        ),
        pytest.param(
            "a.\n\n" * 80,
            "a.txt",
            "it lasts 19m50s, and a session at most 15m; choose a part with --from and --to",
            id="long",
        ),
    ],
)
def test_what_cannot_be_used_is_one_clear_message(content: str | bytes, name: str, message: str) -> None:
    assert refusal(content, name) == message


def cues(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    times = st.builds(
        "00:{:02}:{:02},{:03}".format, st.integers(0, 15), st.integers(0, 59), st.integers(0, 999)
    )
    return st.builds("1\n{} --> {}\n{}\n\n".format, times, times, words)


WORDS = st.text(max_size=200) | st.sampled_from(
    ["# not a comment", "- a: b", "'", '"\\', "no", "<b>", "\u200d" * 9]
)
STAMPED = st.builds("[{:02}:{:02}.5]{}\n".format, st.integers(0, 15), st.integers(0, 59), WORDS)
FILES = st.text() | st.lists(cues(WORDS) | WORDS).map("".join) | st.lists(STAMPED | WORDS).map("".join)


@given(FILES, st.sampled_from(["a.srt", "b.vtt", "c.lrc", "d.txt", "\x1b"]), st.sampled_from(Track))
def test_any_text_gives_a_draft_that_passes_or_one_message(text: str, name: str, track: Track) -> None:
    assert_draft_or_message(text.encode("utf-8", "replace"), name, track)


@given(st.binary(), st.sampled_from(["a.srt", "b.txt"]))
def test_any_bytes_do_too(content: bytes, name: str) -> None:
    assert_draft_or_message(content, name, Track.DIRECT)


def assert_draft_or_message(content: bytes, name: str, track: Track) -> None:
    try:
        made = draft_of(content, name, Wishes(track))
    except UnusableError as refused:
        message = str(refused)
        assert "\n" not in message
        assert "no sound draft" not in message
        assert not list(find_unsafe(message))
        return
    assert not [fault for fault in check_text(made.text).faults if fault.severity.fails]
    lay_out(session_in(made.text))


@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.sampled_from(["Sit.", "Or stand.", "(a sound)"])),
        min_size=3,
        max_size=12,
    )
)
def test_lengths_are_kept_to_the_second(lines: list[tuple[int, str]]) -> None:
    now, text, expected = 0, "", []
    for seconds, words in lines:
        start, end = (f"00:{at // 60:02}:{at % 60:02},200" for at in (now, now + seconds))
        text += f"{start} --> {end}\n{words}\n\n"
        if not words.startswith("("):
            expected.append((float(now), words))
        now += seconds
    session = drafted(text)
    assert timed(session) == expected
    assert session.length == max(now, 10)


@given(st.text())
def test_text_without_what_is_refused(text: str) -> None:
    clean, removed = without_unsafe(text)
    assert not list(find_unsafe(clean))
    assert (removed == 0) == (clean == " ".join(text.split()))


@given(st.text(alphabet=st.sampled_from("ab. ,!\u4e00"), max_size=2000))
def test_prompts_hold_all_words_and_are_easy_to_take_in(text: str) -> None:
    text = " ".join(text.split())
    found = prompts_in(text)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(len(prompt) <= MOST_CHARACTERS and words_in(prompt) <= MOST_WORDS for prompt in found)


def test_chinese_is_cut_between_sentences_and_put_together_without_spaces() -> None:
    one, two = (
        "也许附近有一个声音。可以听一听也可以不听。",
        "手放在哪里都可以。杯子上衣袖里或者什么也不碰都没有关系。",
    )
    assert prompts_in(one + two) == [one + two]
    assert prompts_in(one + one + two) == [one + one + two[:9], two[9:]]
    assert all(words_in(prompt) <= MOST_WORDS for prompt in prompts_in("你好" * 60))


def test_prompts_are_cut_between_sentences_first() -> None:
    one, two = "This is the first of two. " * 4, "And this is the second, with a clause."
    assert prompts_in(one + two) == [one.strip(), two]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("You might sit.", "You might sit."),
        ("no", "no"),
        ("1e3", "1e3"),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('"so"', '"\\"so\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ("(a)", '"(a)"'),
        ("…", '"…"'),
    ],
)
def test_text_is_quoted_where_yaml_would_read_something_else(text: str, written: str) -> None:
    assert scalar(text) == written


ROUND = Session(
    title="there and back",
    length=120.0,
    arriving=(
        Bell(Tone.CHIME, 2),
        Say("You might sit: or stand.", 12.0),
        Say("Eyes are free.", 12.0),
        CheckIn("how?"),
    ),
    direct=(Say("A & <b> word.", 44.0), Quiet(26.0, "the word may rest")),
    indirect=(Quiet(70.0),),
    landing=(Say("Look around. This can end here.", 26.0),),
)


@pytest.mark.parametrize("ending", ["srt", "vtt"])
def test_what_was_exported_comes_back(ending: str) -> None:
    words = Words(
        lambda effect: f"({effect.text})" if effect.beat.kind is BeatKind.QUIET else effect.text,
        lambda effect: effect.text if isinstance(effect, AskCheckIn) else "",
        lambda bell: f"bell · {bell.tone.value} × {bell.strikes}",
    )
    taken = record(repertoire(ROUND), Track.DIRECT, Answers().next_for)
    found = captions(taken, words)
    session = drafted(srt(found) if ending == "srt" else vtt(found), f"a.{ending}")
    word = "A & \u2039b\u203a word." if ending == "srt" else "A & <b> word."
    assert flat(session.arriving) == flat(ROUND.arriving)
    assert flat(session.direct) == [Say(word, 44.0), Quiet(26.0, "the word may rest")]
    assert flat(session.landing) == flat(ROUND.landing)


def flat(steps: tuple[Step, ...]) -> list[Step]:
    return [step for step in steps if not isinstance(step, CheckIn)]
