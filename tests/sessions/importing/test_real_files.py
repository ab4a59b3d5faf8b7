"""Drafts of files as people have them: each in `cases`, or one more of its kind written out."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.importing.draft import Wishes
from sessions.importing.source import UnusableError
from sessions.written import Quiet, Say, Track
from tests.sessions.importing.drafted import CASES, drafted, drafted_case, texts


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_every_file_gives_a_draft_with_advice_at_most(name: str) -> None:
    assert drafted_case(name).said


def test_rolling_captions_say_each_line_once() -> None:
    made = drafted_case("02-youtube-rolling.vtt")
    assert made.said == [
        (0, "you might sit down here"),
        (3, "or stand by the window"),
        (12, "there may be a sound"),
    ]
    (note,) = made.notes
    assert note.startswith("left out: 1 note on a sound, such as [Music] (line 21), ")
    assert note.endswith(" 6 lines of rolling captions that came again (first in line 9).")


def test_rolling_captions_without_word_times_do_too() -> None:
    cues = ["one", "one\ntwo", "two\nthree", "three\nfour", "four"]
    text = "".join(
        f"{n}\n00:00:{n * 5:02},000 --> 00:00:{n * 5 + 5:02},000\n{words}\n\n" for n, words in enumerate(cues)
    )
    assert [words for _, words in drafted(text, "a.srt").said] == ["one", "two", "three", "four"]


def test_a_line_that_is_meant_twice_stays() -> None:
    text = "".join(
        f"{n}\n00:00:{n * 5:02},000 --> 00:00:{n * 5 + 5:02},000\nA sound, or none.\n\n" for n in range(2)
    )
    made = drafted(text, "a.srt")
    assert (len(made.said), made.notes) == (2, ())


def test_a_line_that_a_recogniser_repeats_is_kept_and_told() -> None:
    text = "".join(f"[00:{n * 5:02}.00]A sound.\n" for n in range(4)) + "[00:30.00]And an end.\n"
    made = drafted(text, "a.lrc")
    assert len(made.said) == 5
    assert made.notes == ("worth a look: 1 line that comes three times or more in a row (line 1).",)


def test_empty_lines_around_a_pause_add_nothing() -> None:
    made = drafted_case("04-pause-marker-between-blank-lines.txt")
    assert made.said == [
        (0, "You may sit down..."),
        (13, "There may be a sound..."),
        (28, "This can end here..."),
    ]


def test_pauses_in_the_wild() -> None:
    made = drafted_case("05-pause-markers-in-the-wild.txt")
    assert made.said == [
        (0, "You may sit down."),
        (10, "There is a sound."),
        (45, "Here is a hand."),
        (58, "Or a cup."),
        (73, "Or a door."),
        (80, "A wall."),
        (140, "A chair."),
    ]
    assert made.notes == ("guessed: 1 pause without an exact length (line 7).",)


def test_pauses_of_every_kind() -> None:
    made = drafted_case("pauses.txt")
    assert made.said == [(0, "Welcome."), (245, "Look around, or not.")]


def test_a_pause_at_the_end_is_kept() -> None:
    made = drafted("A wall.\n\nLook round.\n\n[pause 20s]\n")
    assert (made.session.length, made.said[-1]) == (40, (15, "Look round."))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("06a-single-digit-times.srt", [(5, "You might sit"), (17, "or stand")]),
        ("06b-negative-time.srt", [(0, "You might sit."), (10, "Or stand.")]),
        ("06c-one-bad-cue-at-end.srt", [(0, "You might sit. By a website."), (10, "Or stand.")]),
        ("07-no-milliseconds.srt", [(0, "You might sit."), (10, "Or stand.")]),
        ("09-hours.lrc", [(6, "You might sit"), (20, "Or stand"), (30, "Here")]),
        ("09b-bracket-word-stamps.lrc", [(1, "You might sit"), (10, "Or stand")]),
        ("10-clip-from-1h12.srt", [(0, "You might sit."), (10, "Or stand.")]),
        ("11a-whisper-stdout.txt", [(0, "You might sit."), (10, "Or stand.")]),
        ("11b-whisper.json", [(0, "You might sit."), (10, "Or stand.")]),
        (
            "dropped.lrc",
            [
                (0, "Welcome."),
                (10, "You may arrive."),
                (20, "This line has hours, and goes missing."),
                (40, "End."),
            ],
        ),
        ("odd.srt", [(0, "Hi"), (65, "odd time, lost?"), (80, "single arrow"), (100, "End")]),
    ],
)
def test_times_in_their_forms(name: str, said: list[tuple[float, str]]) -> None:
    assert drafted_case(name).said == said


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("06b-negative-time.srt", ("guessed: 1 time before the start, taken as 0 (line 2).",)),
        ("06c-one-bad-cue-at-end.srt", ("guessed: 1 passage out of order, put at its time (line 10).",)),
        ("10-clip-from-1h12.srt", ("guessed: 1 beginning, moved from 72m to 0 (line 2).",)),
    ],
)
def test_what_was_guessed_is_told(name: str, notes: tuple[str, ...]) -> None:
    assert drafted_case(name).notes == notes


@pytest.mark.parametrize(
    "timing",
    [
        "00:00:10.000 --> 00:00:20.000",
        "0:10 --> 0:20",
        "00:00:10,0 -> 00:00:20,0",
        "00:10,000 → 00:20,000",
        "00:00:10,000 —> 00:00:20,000",
        "00:00:10:000 --> 00:00:20:000 X1:100 X2:200",
    ],
)
def test_timings_with_a_dot_an_arrow_or_without_hours(timing: str) -> None:
    text = f"1\n00:00:00,000 --> 00:00:05,000\nA wall.\n\n2\n{timing}\nA door.\n\n3\n"
    text += "00:00:30,000 --> 00:00:40,000\nEnd.\n"
    assert drafted(text, "a.srt").said == [(0, "A wall."), (10, "A door."), (30, "End.")]


def test_a_timing_that_cannot_be_read_is_no_prompt_and_loses_no_words() -> None:
    text = "1\n00:00:00,000 --> 00:00:05,000\nA wall.\n\n2\n00:0a:10,000 --> 00:00:20,000\nA door.\n\n"
    text += "3\n00:00:30,000 --> 00:00:40,000\nEnd.\n"
    made = drafted(text, "a.srt")
    assert made.said == [(0, "A wall. A door."), (30, "End.")]
    assert made.notes == ("not understood: 1 time, its words are with those before it (line 6).",)


def test_a_cue_that_ends_before_it_begins_is_told() -> None:
    text = "1\n00:00:05,000 --> 00:00:02,000\nA wall.\n\n2\n00:00:20,000 --> 00:00:30,000\nEnd.\n"
    made = drafted(text, "a.srt")
    assert made.said == [(5, "A wall."), (20, "End.")]
    assert made.notes == ("guessed: 1 end before its beginning (line 2).",)


def test_an_offset_and_hours_of_lyrics() -> None:
    text = "[offset:+5000]\n[00:00:05]Early\n[00:01:05]One\n[00:01:35]End\n"
    made = drafted(text, "a.lrc")
    assert made.said == [(0, "Early"), (60, "One"), (90, "End")]
    assert "3 times, read as hours, minutes and seconds" in made.notes[0]


def test_a_speaker_and_a_sound_are_left_out_and_counted() -> None:
    text = (
        "1\n00:00:00,000 --> 00:00:05,000\n>> ANNA: A wall.\n\n"
        "2\n00:00:10,000 --> 00:00:15,000\n[Applause]\n\n"
        "3\n00:00:20,000 --> 00:00:25,000\n(soft music playing)\nSpeaker 1: A door.\n\n"
        "4\n00:00:30,000 --> 00:00:40,000\n♪ End ♪\n"
    )
    made = drafted(text, "a.srt")
    assert made.said == [(0, "A wall."), (20, "A door."), (30, "End")]
    (note,) = made.notes
    assert "left out: 4 notes on sounds, such as [Music] (first in line 6)" in note
    assert "2 names of speakers (first in line 2)" in note


def test_a_pause_in_a_cue_is_stillness() -> None:
    text = "1\n00:00:00,000 --> 00:00:05,000\nA wall. [pause 5s]\n\n"
    text += "2\n00:00:10,000 --> 00:00:30,000\n(long pause)\n\n3\n00:00:30,000 --> 00:00:40,000\nEnd.\n"
    assert drafted(text, "a.srt").said == [(0, "A wall."), (30, "End.")]


def test_kind_words_neither_arrive_nor_land() -> None:
    lines = ["You might be kind to yourself.", "A wall, or a door.", "You are allowed some kindness."]
    made = drafted("\n\n".join(lines), "kind.txt")
    session = made.session
    assert texts(session.arriving) == []
    assert texts(session.direct) == lines
    assert texts(session.landing) == []
    assert [step.tags for step in session.direct if isinstance(step, Say)] == [("direct",), (), ("direct",)]
    assert made.notes == ("added at the end, to land with: 15 seconds of stillness.",)


def test_kind_words_leave_the_indirect_track_to_the_others() -> None:
    lines = ["A lamp.", "A wall.", "You might be kind to yourself.", "A door.", "A floor.", "A window."]
    made = drafted("\n\n".join(lines), "kind.txt", Wishes(Track.INDIRECT))
    assert "You might be kind to yourself." in texts(made.session.direct)
    assert "You might be kind to yourself." not in texts(made.session.indirect)
    assert "A door." in texts(made.session.indirect)


def test_an_order_becomes_a_comment_and_its_time_stays() -> None:
    made = drafted("A wall.\n\nYou must sit. A lamp is on.\n\nClose your eyes.\n\nA door.\n\nEnd.\n")
    assert made.said == [(0, "A wall."), (15, "A lamp is on."), (46, "A door."), (61, "End.")]
    at = made.comments.index("# You must sit.")
    assert made.comments[at - 1] == "# todo: word this anew; `must` is an order (W601):"
    assert "# Close your eyes." in made.comments
    assert (
        "kept as comments: 2 prompts that an author would have to word anew (first in line 3)"
        in made.notes[0]
    )


def test_a_comment_in_the_file_switches_no_rule_off() -> None:
    made = drafted("A wall.\n\nYou must sit. # allow: W601\n\nYou must stand.\n\nEnd.\n")
    assert "must" not in "".join(text for _, text in made.said)


def test_a_common_transcript() -> None:
    made = drafted_case("plain.srt")
    said = texts(made.session.direct)
    assert "And silently say to yourself: “May I be kind to myself.”" in said
    assert "“May I give myself some rest.”" in said
    assert "# You can close your eyes, or keep a soft gaze." in made.comments
    assert "3 sentences put in quotation marks (first in line 22)" in made.notes[0]
    assert made.session.length == 288
    assert "Feel the weight of your body on the chair." in texts(made.session.arriving)
    assert all("kind" not in text.lower() for text in texts(made.session.arriving + made.session.landing))


def test_a_page_of_markdown() -> None:
    made = drafted_case("transcript.md")
    assert made.session.title == "A soft evening"
    said = [text for _, text in made.said]
    assert "Welcome. You might arrive as you are." in said
    assert "Feet, seat, hands." in said
    assert "Link to more and code." in said
    assert "One breath, another." in said
    assert not any(sign in text for text in said for sign in "*#`|[]")
    assert "# todo: say this table in sentences: a | b / 1 | 2" in made.comments
    (note,) = made.notes
    for part in (
        "4 lines about the file itself (first in line 1)",
        "1 picture (line 27)",
        "1 address of a link (line 22)",
        "1 footnote (line 37)",
        "2 lists, made sentences (first in line 14)",
        "1 table, kept as a `# todo` (line 31)",
    ):
        assert part in note


SECTIONS = """\
# An evening

## Arriving

A lamp is on.

(pause 20 s)

## Direct

You might be kind to yourself.

## A heading of its own

A door.

## Landing

Look round. (pause 15 s)
"""


def test_headings_become_sections_and_remarks() -> None:
    session = (made := drafted(SECTIONS, "a.md")).session
    assert texts(session.arriving) == ["A lamp is on."]
    assert texts(session.direct) == ["You might be kind to yourself.", "A door."]
    assert texts(session.landing) == ["Look round."]
    assert "# A heading of its own" in made.comments


PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>An evening</title><style>p {}</style></head>
<body><nav><a href="/">Home</a></nav><h1>An evening</h1>
<p>A <b>lamp</b> is on &amp; a<br>door is near.</p><!-- no -->
<ul><li>feet</li><li>seat</li></ul>
<p>[pause 20s]</p><table><tr><td>a</td><td>b</td></tr></table>
<p>Look round.</p><script>no()</script></body></html>
"""


@pytest.mark.parametrize("name", ["a.html", "page"])
def test_a_page_of_html(name: str) -> None:
    made = drafted(PAGE, name)
    assert made.session.title == "An evening"
    assert made.said == [(0, "A lamp is on & a door is near."), (17, "Feet, seat."), (42, "Look round.")]
    assert "# todo: say this table in sentences: a | b" in made.comments
    assert "3 scripts, styles or menus of a page (first in line 1)" in made.notes[0]
    assert "1 comment (line 3)" in made.notes[0]


def test_speech_markup() -> None:
    text = '<speak><p>A wall.</p><break time="20s"/><p><emphasis>A</emphasis> door.</p></speak>'
    assert drafted(text, "a.ssml").said == [(0, "A wall."), (25, "A door.")]
    assert drafted("<prosody rate='slow'>A wall.</prosody>\n<break time='20s'/>\nA door.").said == [
        (0, "A wall."),
        (25, "A door."),
    ]


ASS = """\
[Script Info]
Title: An evening
[V4+ Styles]
Format: Name, Fontname
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,no
Dialogue: 0,0:00:01.00,0:00:08.00,Default,,0,0,0,,{\\i1}A wall,{\\i0}\\Nor a door.
Dialogue: 0,0:00:20.50,0:00:30.00,Default,,0,0,0,,End.
"""
TTML = """\
<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><head>
<metadata><ttm:title>An evening</ttm:title></metadata>
</head><body><div><p begin="00:00:01.000" end="00:00:08.000">A wall,<br/>or <span>a door</span>.</p>
<p begin="20.5s" dur="9.5s">End.</p></div></body></tt>
"""
SBV = "0:00:01.000,0:00:08.000\nA wall,[br]or a door.\n\n0:00:20.500,0:00:30.000\nEnd.\n"
SRV3 = """\
<timedtext format="3"><body><p t="1000" d="7000">A wall, or a door.</p>
<p t="20500" d="9500">End.</p></body></timedtext>
"""
TRANSCRIPT = """\
<transcript><text start="1" dur="7">A wall, or a door.</text>
<text start="20.5" dur="9.5">End.</text></transcript>
"""
WHISPER_CPP = """\
{"transcription": [{"offsets": {"from": 1000, "to": 8000}, "text": " A wall, or a door."},
 {"offsets": {"from": 20500, "to": 30000}, "text": " End."}]}
"""
LIST = """\
[{"text": "A wall, or a door.", "start": 1, "duration": 7}, {"text": "End.", "start": 20.5, "duration": 9.5}]
"""
EVENTS = """\
{"events": [{"tStartMs": 1000, "dDurationMs": 7000, "segs": [{"utf8": "A wall, "}, {"utf8": "or a door."}]},
 {"tStartMs": 20500, "dDurationMs": 9500, "segs": [{"utf8": "End."}]}]}
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ASS, "a.ass"),
        (ASS, "a"),
        (TTML, "a.ttml"),
        (TTML, "a.dfxp"),
        (TTML, "a"),
        (SBV, "a.sbv"),
        (SBV, "a"),
        (SRV3, "a.srv3"),
        (TRANSCRIPT, "a"),
        (WHISPER_CPP, "a.json"),
        (LIST, "a.json"),
        (EVENTS, "a"),
        ("[00:01.000 --> 00:08.000]  A wall, or a door.\n[00:20.500 --> 00:30.000]  End.\n", "a.txt"),
        ("[00:01 --> 00:08] A wall,\nor a door.\n[00:20 --> 00:30] End.\n", "a.txt"),
    ],
)
def test_other_subtitles_and_what_recognisers_write(text: str, name: str) -> None:
    made = drafted(text, name)
    assert made.said == [(1, "A wall, or a door."), (20, "End.")]
    assert made.session.length == 30


@pytest.mark.parametrize(
    "text",
    [
        '[{"say": "A wall.", "pause": 20}, {"say": "A door.", "pause": "20s"}, {"say": "End."}]',
        '{"steps": [{"say": "A wall."}, {"pause": 20}, {"say": "A door."}, {"pause": "20 s"}, "End."]}',
        '["A wall. [pause 20s]", "A door.", "(pause 20 seconds)", "End."]',
    ],
)
def test_lists_of_what_to_say_and_how_long_to_wait(text: str) -> None:
    assert drafted(text, "a.json").said == [(0, "A wall."), (25, "A door."), (50, "End.")]


def test_an_entry_that_says_nothing_is_told() -> None:
    made = drafted('[{"say": "A wall."}, {"colour": 1}, {"say": "End."}]', "a.json")
    assert "not understood: 1 entry (entry 2)" in made.notes[0]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_other_encodings(codec: str) -> None:
    made = drafted("A café – or “none”.\r\n\r\nA door.\r\n".encode(codec), "a.txt")  # a dash of Windows
    assert made.said == [(0, "A café – or “none”."), (15, "A door.")]  # same
    if codec == "cp1252":
        assert made.notes == ("guessed: 1 encoding, as Windows-1252 (line 1).",)


LONG = "".join(f"[{n}:00.00]Line {n}.\n" for n in range(60))


def test_a_part_of_a_long_file() -> None:
    made = drafted(LONG, "a.lrc", Wishes(start=600.0, end=720.0))
    assert made.said == [(0, "Line 10."), (60, "Line 11.")]
    assert made.session.length == 120
    assert made.notes[0] == "left out: 58 passages outside `--from` and `--to` (first in line 1)."


def test_a_part_of_a_text_without_times() -> None:
    made = drafted("A wall.\n\nA door.\n\nA lamp.\n\nEnd.\n", "a.txt", Wishes(start=15.0, end=45.0))
    assert [text for _, text in made.said] == ["A door.", "A lamp."]


def test_a_language_that_the_script_tells() -> None:
    made = drafted_case("15b-chinese.txt")
    assert made.session.language == "zh"
    assert made.notes[0] == "guessed: 1 language, as `zh`."
    assert texts(made.session.arriving + made.session.landing) == []


def test_a_language_that_its_words_tell() -> None:
    text = "Du kannst dich setzen und die Hände ablegen.\n\nEs ist nicht nötig, etwas zu tun.\n\nEnde.\n"
    assert drafted(text).session.language == "de"


def test_words_of_an_unknown_language_stay_where_they_are_asked_for() -> None:
    text = '{"language": "fr", "segments": [{"start": 0, "end": 9, "text": "Un mur."}]}'
    assert texts(drafted(text, "a.json", Wishes(Track.INDIRECT)).session.indirect) == ["Un mur."]


def test_a_language_that_the_file_names() -> None:
    made = drafted('{"language": "fr", "segments": [{"start": 0, "end": 9, "text": "Un mur."}]}', "a.json")
    assert made.session.language == "fr"


def test_stillness_is_no_longer_than_a_beat() -> None:
    session = drafted("A wall.\n[pause 3 minutes]\nA door.\n").session
    steps = (*session.arriving, *session.direct, *session.landing)
    assert max(step.length for step in steps if isinstance(step, Quiet)) <= 45


@pytest.mark.parametrize(
    "text",
    [
        "0:00\nA wall.\n0:12\nA door,\nor none.\n1:30\nEnd.\n",
        "[00:00] A wall.\n[00:12] A door, or none.\n[01:30] End.\n",
        "00:00 - A wall.\n00:12 - A door, or none.\n01:30 - End.\n",
        "(0:00) A wall.\n\n(0:12) A door,\nor none.\n\n(1:30) End.\n",
        "Guide (0:00): A wall.\nGuide (0:12): A door, or none.\nGuide (1:30): End.\n",
        "0:00:00 – 0:00:10 A wall.\n0:00:12 – 0:00:20 A door, or none.\n0:01:30 – 0:01:40 End.\n",
    ],
)
def test_a_transcript_as_a_page_shows_it(text: str) -> None:
    assert drafted(text).said == [(0, "A wall."), (12, "A door, or none."), (90, "End.")]


def test_a_time_within_a_text_is_none_of_its_own() -> None:
    text = "At 10:30 a bell rings.\n\nA door.\n\n11:15 is late.\n\nA wall.\n\nA lamp.\n\nEnd.\n"
    assert len(drafted(text).said) == 6


def test_headings_of_plain_text_are_not_said() -> None:
    made = drafted(
        "ARRIVING\nA lamp is on.\n\nA HEADING OF ITS OWN\nA door.\n\nA wall.\n\nLanding:\nLook round.\n"
    )
    assert [text for _, text in made.said] == ["A lamp is on.", "A door.", "A wall.", "Look round."]
    assert texts(made.session.arriving) == ["A lamp is on."]
    assert texts(made.session.landing) == ["Look round."]
    assert "# A HEADING OF ITS OWN" in made.comments


def as_srt(lines: list[str]) -> str:
    starts = [f"00:{n // 6:02}:{n % 6}" for n in range(len(lines))]
    cues = zip(starts, lines, strict=True)
    return "".join(f"1\n{start}0,000 --> {start}9,000\n{line}\n\n" for start, line in cues)


def as_ass(lines: list[str]) -> str:
    said = enumerate(lines)
    return "[Events]\n" + "".join(
        f"Dialogue: 0,0:{n // 6:02}:{n % 6}0.00,0:{n // 6:02}:{n % 6}9.00,D,,0,0,0,,{line}\n"
        for n, line in said
    )


def as_csv(lines: list[str]) -> str:
    table = io.StringIO()
    csv.writer(table).writerows([("text", "pause"), *((line, 5) for line in lines)])
    return table.getvalue()


Form: TypeAlias = tuple[str, Callable[[list[str]], str]]
FORMS: list[Form] = [
    ("a.srt", as_srt),
    ("a.vtt", lambda lines: "WEBVTT\n\n" + as_srt(lines).replace(",000", ".000")),
    (
        "a.lrc",
        lambda lines: "".join(f"[{n // 6}:{n % 6 * 10:02}.00]{line}\n" for n, line in enumerate(lines)),
    ),
    ("a.txt", "\n\n".join),
    ("a.txt", "\n".join),
    ("a.md", lambda lines: "# A title\n\n" + "\n\n".join(lines)),
    ("a.md", lambda lines: "".join(f"- {line}\n" for line in lines)),
    ("a.html", lambda lines: "".join(f"<p>{line}</p>" for line in lines)),
    ("a.json", lambda lines: json.dumps([{"say": line, "pause": 5} for line in lines])),
    ("a.html", lambda lines: "<ul>" + "".join(f"<li>{line}<ul>" for line in lines)),
    (
        "a.html",
        lambda lines: "<table>" + "".join(f"<tr><td>{line}<td>and" for line in lines) + "</table><p>Or",
    ),
    ("a.html", lambda lines: "<table><td><table>" + "".join(f"<tr><td>{line}<br>" for line in lines)),
    ("a.md", lambda lines: "".join(f"> * [ ] {line}\n>   * too\n" for line in lines)),
    ("a.txt", lambda lines: "".join(f"\u2022\t{line}\r\n" for line in lines)),
    ("a.ass", as_ass),
    ("a.csv", as_csv),
    (
        "a.ttml",
        lambda lines: "".join(f"<p><span begin='{n}s'>{line}</span></p>" for n, line in enumerate(lines)),
    ),
    (
        "a.tsv",
        lambda lines: (
            "start\tend\ttext\n" + "".join(f"{n}000\t{n}900\t{line}\n" for n, line in enumerate(lines))
        ),
    ),
    ("a.json", lambda lines: json.dumps({"a": lines[:1], "b": [{"name": "c", "d": lines[1:]}]})),
    ("a.json", lambda lines: json.dumps([{"text": line, "start": n * 10} for n, line in enumerate(lines)])),
]
WORD = st.sampled_from(
    [
        "wall",
        "kind",
        "must",
        "I",
        "pause",
        "(pause)",
        "[Music]",
        "Close your eyes.",
        "**so**",
        "- PAUSE -",
        "<b>so</b>",
        "<so>",
        "&amp;",
        "==",
        "|",
        "1)",
        "\\",
        "{\\i1}",
        "{so}",
        "[[so]]",
        "%",
        "//",
    ]
)
LINE = st.lists(WORD | st.integers(100, 999).map("x{}y".format), min_size=1, max_size=6).map(" ".join)


@given(st.lists(LINE, min_size=1, max_size=20), st.sampled_from(FORMS), st.sampled_from(Track))
def test_no_word_is_lost(lines: list[str], form: Form, track: Track) -> None:
    name, write = form
    words = {word for line in lines for word in line.split() if word.startswith("x")}
    try:
        made = drafted(write([*lines, "end"]), name, Wishes(track))
    except UnusableError as refused:
        assert "lasts" in str(refused)  # noqa: PT017  # the length is the one reason here
        return
    assert [word for word in words if word not in made.text.lower()] == []
    assert [text for text in texts(made.session.arriving + made.session.landing) if "kind" in text] == []


@pytest.mark.parametrize(
    "text", ["*a " * 200_000, "~~a " * 60_000, "[a" * 60_000, "`" * 60_000], ids=lambda text: text[:3]
)
def test_a_large_page_takes_no_longer_than_its_size_asks_for(text: str) -> None:
    """Where the time grew with the square of the size, these took minutes."""
    start = time.monotonic()
    with pytest.raises(UnusableError):
        drafted(text, "a.md")
    assert time.monotonic() - start < 40


BITS = st.sampled_from(
    [
        *(
            "I see you.",
            "Thank you.",
            "You must go.",
            "“May I",
            "be kind.”",
            "to me: rest.",
            "Close your eyes.",
        ),
        *('"', "(me)", "{me.", "—", "me’", "or your own words"),
    ]
)
LINES = st.lists(st.lists(BITS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=4)


@given(LINES, st.sampled_from(Track))
def test_sentences_that_pass_one_by_one_pass_together_or_are_kept_back(
    lines: list[str], track: Track
) -> None:
    assert drafted("\n\n".join(["A wall.", *lines, "A lamp."]), "a.txt", Wishes(track)).said
