"""Odd files that people have: each word is in the draft, or one line tells what was left out and where."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.importing.source import UnusableError
from tests.sessions.importing.drafted import CASES, drafted, drafted_case, texts

LAMP, CUP, ROOM = "The lamp is on.", "The cup is warm.", "Look round the room."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("karaoke.ass", [(1, LAMP), (20, f"{CUP} So is the saucer."), (40, ROOM)]),
        ("lecture.srt", [(1, LAMP), (20, f"[door closes] {CUP}"), (40, ROOM)]),
        ("named-cues.vtt", [(1, LAMP), (20, "NOTE that the cup is warm."), (40, ROOM)]),
        ("captions.sbv", [(1, LAMP), (20, CUP), (40, ROOM)]),
        ("wide-letters.srt", [(1, LAMP), (20, CUP), (40, ROOM)]),
        ("shifted.lrc", [(1, LAMP), (20, CUP), (40, ROOM)]),
        ("say-and-pause.json", [(0, LAMP), (20, CUP), (45, ROOM)]),
        ("stumbling.lrc", [(1, LAMP), (5, LAMP), (10, LAMP), (20, CUP), (40, ROOM)]),
        ("call.vtt", [(1, LAMP), (20, CUP), (30, "So is the saucer."), (36, "And the kettle."), (40, ROOM)]),
        ("meeting.txt", [(1, LAMP), (20, CUP), (40, ROOM)]),
        ("stamped.md", [(1, LAMP), (20, CUP), (40, ROOM)]),
        (
            "word.html",
            [(0, LAMP), (15, "The cup’s warm."), (30, "The door [a] is shut."), (55, ROOM)],
        ),
        ("phone-note.txt", [(0, "find a chair"), (5, "bring a cup"), (30, ROOM)]),
        ("spans.ttml", [(11, LAMP), (30, CUP), (50, "Look round 'this' room.")]),
        ("missing-keys.json", [(0, f"{LAMP} So is the radio."), (20, CUP), (40, ROOM)]),
        ("three-lists.json", [(0, LAMP), (15, CUP), (40, ROOM)]),
    ],
)
def test_times_of_odd_files(name: str, said: list[tuple[float, str]]) -> None:
    assert drafted_case(name).said == said


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "karaoke.ass",
            (
                "left out: 1 name of a speaker (line 11), "
                "1 line that a second layer shows as well (line 12), "
                "1 comment (line 14), 1 picture (line 13); "
                "not understood: 1 time, its words are with those before it (line 15)."
            ),
        ),
        (
            "lecture.srt",
            (
                "left out: 2 lines that belong to no cue (first in line 1), "
                "1 tag that is not known here (line 5)."
            ),
        ),
        (
            "named-cues.vtt",
            (
                "left out: 1 name of a speaker (line 12), 2 lines that belong to no cue (first in line 15), "
                "1 name of a cue (line 11), 1 comment (line 8), 1 line about the file itself (line 1)."
            ),
        ),
        (
            "spans.ttml",
            (
                "left out: 1 line that belongs to no cue (line 5), 1 comment (line 7), "
                "1 line about the file itself (line 3)."
            ),
        ),
        (
            "missing-keys.json",
            (
                "left out: 1 text under another key, `note` (entry 3); "
                "not understood: 2 times, their words are with those before (first in entry 1)."
            ),
        ),
        ("call.vtt", "left out: 5 names of speakers (first in line 4)."),
        (
            "meeting.txt",
            (
                "left out: 3 names of speakers (first in line 7), "
                "4 lines about the file itself (first in line 1)."
            ),
        ),
        ("stamped.md", "left out: 3 names of speakers (first in line 1)."),
        ("wide-letters.srt", "guessed: 1 encoding, as UTF-16."),
        ("stumbling.lrc", "worth a look: 1 line that comes three times or more in a row (line 1)."),
        ("arabic.txt", "guessed: 1 language, as `ar`."),
        ("three-lists.json", "left out: 1 text under another key, `author`."),
        (
            "vault-note.md",
            (
                "left out: 1 tag that is not known here (line 19), 1 comment (line 20), "
                "3 lines about the file itself (first in line 1), 1 picture (line 19), "
                "1 address of a link (line 22), 1 footnote (line 24); "
                "guessed: 1 list, made a sentence (line 8); "
                "not understood: 2 tables, kept as `# todo` (first in line 11)."
            ),
        ),
        (
            "note-app.html",
            (
                "left out: 1 script, style or menu of a page (line 4); "
                "guessed: 1 list, made a sentence (line 8); "
                "not understood: 1 table, kept as a `# todo` (line 16)."
            ),
        ),
        ("pasted-between.txt", "guessed: 1 line, as Windows-1252 among UTF-8 (line 3)."),
        ("word-script.txt", "guessed: 1 pause without an exact length (line 11)."),
    ],
)
def test_what_is_told_of_odd_files(name: str, told: str) -> None:
    assert drafted_case(name).notes[0] == told


@pytest.mark.parametrize("name", ["whisper.tsv", "spreadsheet.csv", "labels.txt"])
def test_tables_of_recognisers_editors_and_spreadsheets(name: str) -> None:
    made = drafted_case(name)
    assert made.said == [(1, LAMP), (20, 'The "cup" is warm.'), (40, ROOM)]
    told = {
        "whisper.tsv": ("guessed: 3 times, read as milliseconds (first in row 1).",),
        "spreadsheet.csv": ("left out: 1 text under another key, `notes` (row 2).",),
    }
    assert made.notes == told.get(name, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("say;pause\nThe lamp is on.;20s\nLook round.;\n", [(0, LAMP), (25, "Look round.")]),
        (
            "start,end,text\n0,10,The lamp, which is on.\n20,30,Look round.\n",
            [(0, "The lamp, which is on."), (20, "Look round.")],
        ),
    ],
)
def test_tables_with_pauses_or_whole_seconds(text: str, said: list[tuple[float, str]]) -> None:
    assert drafted(text, "a.csv").said == said


@pytest.mark.parametrize("name", ["long-stillness.txt", "long-stillness.csv", "long-stillness.json"])
def test_long_stillness_is_no_stillness_of_milliseconds(name: str) -> None:
    made = drafted_case(name)
    assert made.said == [(0, LAMP), (300, ROOM)]
    assert (made.session.length, made.notes) == (600, ())


def test_times_that_name_their_milliseconds_are_not_divided_again() -> None:
    text = (
        '{"events": [{"tStartMs": 0, "dDurationMs": 300000, "segs": [{"utf8": "A lamp."}]},'
        ' {"tStartMs": 300000, "dDurationMs": 601000, "segs": [{"utf8": "A room."}]}]}'
    )
    with pytest.raises(UnusableError, match="it lasts 15m1s"):
        drafted(text, "a.json")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("counted-words.csv", ()),
        ("two-texts.csv", ("left out: 1 text under another key, `script` (row 2).",)),
        ("same-names.csv", ("left out: 2 texts under other keys, such as `text (4)` (first in row 1).",)),
    ],
)
def test_no_column_takes_the_place_of_another(name: str, told: tuple[str, ...]) -> None:
    made = drafted_case(name)
    assert made.said == [(1, LAMP), (20, CUP), (40, ROOM)]
    assert made.notes == told


@pytest.mark.parametrize("head", ["start,words", "start,script", "time,say", "Timestamp,Text"])
def test_columns_have_other_names(head: str) -> None:
    assert drafted(f"{head}\n1,{LAMP}\n20,{CUP}\n", "a.csv").said == [(1, LAMP), (20, CUP)]


def test_a_decimal_comma_is_one() -> None:
    made = drafted_case("decimal-commas.csv")
    assert made.said == [(0, LAMP), (20, CUP), (40, ROOM)]
    assert made.notes == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"start,text\n1 o'clock,{LAMP}\n2 o'clock,{CUP}\n",
            "not understood: 2 times, written in ways that are not known here (first in row 1).",
        ),
        (
            f"start,end,text\n1,8 sec.,{LAMP}\n20,28,{CUP}\n",
            "not understood: 1 time, written in a way that is not known here (row 1).",
        ),
        (
            f"start,text\n1,{LAMP}\nlater,{CUP}\n",
            (
                "left out: 1 text under another key, `start` (row 2); "
                "not understood: 1 time, its words are with those before it (row 2)."
            ),
        ),
        (
            f"say,pause\n{LAMP},as you like\n{CUP},5\n",
            "left out: 1 text under another key, `pause` (row 1).",
        ),
    ],
)
def test_a_cell_that_is_no_time_is_told(text: str, told: str) -> None:
    assert drafted(text, "a.csv").notes[0] == told


@pytest.mark.parametrize("text", ["one,two\n1,2\n", "", "text\n", 'text\n"' + "a" * 200_000])
def test_a_table_without_words_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnusableError):
        drafted(text, "a.csv")


def test_wishes_and_words_of_comfort_stay_on_the_direct_track() -> None:
    session = drafted_case("wishes.txt").session
    assert texts(session.arriving + session.landing) == []
    assert len(texts(session.direct)) == 7


def test_a_list_from_a_word_processor_is_said_item_by_item() -> None:
    assert [text for _, text in drafted_case("word-script.txt").said] == [
        "Evening script",
        "Find a chair, or a step.",
        "Rest your bag on the floor.",
        "Look at the light.",
        "Look at its edge.",
        "That is the end of it.",
        ROOM,
    ]


def test_a_page_of_a_note_app_keeps_lists_in_lists_and_tables_that_only_lay_it_out() -> None:
    made = drafted_case("note-app.html")
    assert [text for _, text in made.said] == [
        LAMP,
        "Bring a cup, find a blanket, a woollen one, a plain one, close the door.",
        "The kettle may hum beside you.",
        "Rain on the roof.",
        "Steam above the cup.",
        ROOM,
    ]
    assert "# todo: say this table in sentences: Where to look / shelf | window / floor" in made.comments


def test_a_note_of_a_vault_is_read_without_its_marks() -> None:
    made = drafted_case("vault-note.md")
    assert [text for _, text in made.said] == [
        f"To begin with {LAMP}",
        "Find a chair, bring a cup.",
        f"{CUP} A kettle hums.",
        ROOM,
    ]
    assert "# todo: say this table in sentences: a | b / c | d" in made.comments


def test_brackets_side_by_side_are_links_only_where_an_address_is_given() -> None:
    made = drafted_case("brackets.md")
    assert made.said == [
        (0, LAMP),
        (65, CUP),
        (100, "A kettle hums, [a tap] drips, [rain][falls]."),
        (166, "Rest."),
        (191, "Rest again. here."),
        (206, ROOM),
    ]
    assert made.notes == (
        (
            "left out: 3 notes on sounds, such as [Music] (first in line 5), "
            "1 picture (line 11), 3 addresses of links (first in line 11)."
        ),
    )


def test_markdown_with_times_keeps_its_title_its_sections_and_its_headings() -> None:
    made = drafted_case("stamped-sections.md")
    assert made.said == [
        (0, "The lamp is on. the cup is warm"),
        (30, "A roof. Rain on it."),
        (60, "Look around."),
        (80, ROOM),
    ]
    assert made.session.title == "An evening"
    assert texts(made.session.arriving) == ["The lamp is on. the cup is warm"]
    assert texts(made.session.landing) == ["Look around.", ROOM]
    assert {"# By the window", "# Notes"} <= set(made.comments)
    assert made.notes == ("left out: 4 lines about the file itself (first in line 1).",)


def test_markdown_with_times_is_read_without_its_marks() -> None:
    made = drafted_case("stamped-marks.md")
    assert made.said == [(0, f"{LAMP} {CUP}"), (30, "A kettle hums."), (40, ROOM)]
    assert made.notes == ("left out: 1 comment (line 1), 2 addresses of links (first in line 1).",)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Можно сесть здесь.", "cp1251"),
        ("Можно сесть здесь.", "koi8-r"),
        ("Μπορείς, κάθισε εδώ.", "iso8859-7"),
        ("你可以坐在这里。也可以站着。", "gb18030"),
        ("ここに座ってもいいです。", "shift_jis"),
        ("여기 앉아도 좋습니다.", "cp949"),
    ],
)
def test_letters_of_another_encoding_are_no_words_of_windows(text: str, codec: str) -> None:
    with pytest.raises(UnusableError, match="save it as UTF-8"):
        drafted(f"1\n00:00:01,000 --> 00:00:08,000\n{text}\n".encode(codec), "a.srt")


def test_a_text_with_many_accents_is_windows() -> None:
    text = "Été à côté, où l’âme rêve déjà.\n\nÇa va ?\n"
    assert drafted(text.encode("cp1252")).said[0] == (0, "Été à côté, où l’âme rêve déjà.")


def test_one_line_in_another_encoding_spoils_no_other() -> None:
    assert drafted_case("pasted-between.txt").said[:2] == [(0, "A café – or “none”."), (15, "A café again.")]


@pytest.mark.parametrize(
    "text",
    [
        (
            '{"chunks": [{"timestamp": [1.0, 8.0], "text": "The lamp is on."},'
            ' {"timestamp": [20.0, null], "text": "The cup is warm."},'
            ' {"timestamp": [40.0, 50.0], "text": "Look round the room."}]}'
        ),
        (
            '{"segments": [{"start": "00:00:01,000", "end": "00:00:08,000", "text": "The lamp is on."},'
            ' {"start": "20s", "end": "28.5s", "text": "The cup is warm."},'
            ' {"start": "0:40", "end": "0:50", "text": "Look round the room."}]}'
        ),
        (
            '{"words": [{"word": "The", "start": 1.0, "end": 1.2}, '
            '{"word": "lamp", "start": 1.2, "end": 1.5},'
            ' {"word": "is", "start": 1.5, "end": 1.6}, {"word": "on.", "start": 1.6, "end": 8.0},'
            ' {"word": "The cup is", "start": 20, "end": 21}, {"word": "warm.", "start": 21, "end": 28},'
            ' {"word": "Look round the room.", "start": 40, "end": 50}]}'
        ),
        (
            '{"utterances": [{"start": 1000, "end": 8000, "text": "The lamp is on."},'
            ' {"start": 20000, "end": 28000, "text": "The cup is warm."},'
            ' {"start": 40000, "end": 50000, "text": "Look round the room."}]}'
        ),
        (
            '{"start": 1, "end": 8, "text": "The lamp is on."}\n'
            '{"start": 20, "text": "The cup is warm."}\n'
            '{"start": 40, "end": 50, "text": "Look round the room."}\n'
        ),
    ],
    ids=["chunks", "clock", "words", "thousandths", "lines"],
)
def test_more_ways_in_which_recognisers_write_times(text: str) -> None:
    assert drafted(text, "a.json").said == [(1, LAMP), (20, CUP), (40, ROOM)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Можно сесть здесь.", "ru"),
        ("Є вікно, ліс, пісня.", "uk"),
        ("می‌توانی کنار پنجره بنشینی، یا چراغ را ببینی، گاهی.", "fa"),
        ("आप खिड़की के पास बैठ सकते हैं।", "hi"),
    ],
)
def test_a_language_that_its_letters_tell(text: str, language: str) -> None:
    assert drafted(f"{text}\n\n{text}\n").session.language == language


def test_words_before_a_colon_that_are_said_stay() -> None:
    said = ["Notice: a lamp.", "Notice: a wall.", "Rest: here.", "A door."]
    text = "".join(f"[00:{n}0.00]{line}\n" for n, line in enumerate(said))
    srt = "".join(f"{n}\n00:00:{n}0,000 --> 00:00:{n}5,000\n{line}\n\n" for n, line in enumerate(said))
    assert [words for _, words in drafted(text, "a.lrc").said] == said
    assert [words for _, words in drafted(srt, "a.srt").said] == said


@pytest.mark.parametrize("name", ["hands.srt", "breath.srt", "places.srt"])
def test_a_part_of_the_body_or_a_place_before_a_colon_is_no_speaker(name: str) -> None:
    made = drafted_case(name)
    written = (CASES / name).read_text(encoding="utf-8").split("\n")[2::4]
    assert [words for _, words in made.said] == [line for line in written if line]
    assert made.notes == ()


def test_a_part_of_the_body_beside_a_time_is_said() -> None:
    made = drafted(
        "Left Hand [00:00] soften.\nRight Hand [00:20] soften.\nAnn [00:40] Look round.\n", "a.txt"
    )
    said = ["Left Hand: soften.", "Right Hand: soften.", "Look round."]
    assert [words for _, words in made.said] == said
    assert made.notes == ("left out: 1 name of a speaker (line 3).",)


def test_a_text_that_begins_with_a_link_of_a_wiki_is_no_json() -> None:
    assert [text for _, text in drafted("[[Evening]]\n\nLook round.\n").said] == [
        "[[Evening]]",
        "Look round.",
    ]


def test_steps_within_steps_are_read_where_they_are_and_words_beside_them_are_told() -> None:
    made = drafted_case("nested-steps.json")
    assert made.said == [(0, LAMP), (15, CUP), (50, ROOM), (55, "The lamp goes out.")]
    assert "# The cup" in made.comments
    assert made.notes == ("left out: 5 texts under other keys, such as `note`.",)


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        (
            '{"arriving": {"steps": ["The lamp is on."]}, "landing": ["Look round the room."]}',
            [LAMP, ROOM],
            (),
        ),
        (
            (
                '[{"title": "A", "note": "slowly", "steps": [{"say": "The lamp is on."}]},'
                ' "Look round the room."]'
            ),
            [LAMP, ROOM],
            ("left out: 1 text under another key, `note` (entry 2).",),
        ),
        (
            '[{"text": "Arriving", "steps": [{"say": "The lamp is on."}]}, {"say": "Look round the room."}]',
            ["Arriving", LAMP, ROOM],
            (),
        ),
        (
            (
                '[{"say": "The lamp is on.", "after": "rest here for some time"},'
                ' {"say": "Look round the room."}]'
            ),
            [LAMP, ROOM],
            ("left out: 1 text under another key, `after` (entry 1).",),
        ),
        (
            (
                '{"segments": [{"start": 0, "end": 9, "text": "The lamp is on.", "more": {"a": ["slowly"]}},'
                ' {"start": 20, "end": 30, "text": "Look round the room.", "words": [{"word": "Look"}]}],'
                ' "notes": [{"note": "hello there"}]}'
            ),
            [LAMP, ROOM],
            ("left out: 2 texts under other keys, such as `notes`.",),
        ),
    ],
    ids=["objects", "beside steps", "below words", "no pause", "notes"],
)
def test_no_words_of_json_go_untold(text: str, said: list[str], told: tuple[str, ...]) -> None:
    made = drafted(text, "a.json")
    assert [words for _, words in made.said] == said
    assert made.notes == told


@given(
    st.recursive(
        st.just("Zebra here."),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(
                st.sampled_from(["steps", "say", "note", "pause", "a", "tags"]), inner, min_size=1
            )
        ),
        max_leaves=8,
    )
)
def test_each_text_of_nested_json_is_said_or_told(value: object) -> None:
    written = json.dumps({"begin": [{"say": "A lamp."}], "more": value, "end": [{"say": "A room."}]})
    made = drafted(written, "a.json")
    assert "Zebra here." in made.text or any(note.startswith("left out: ") for note in made.notes)


def test_text_without_a_list_is_read_as_text() -> None:
    made = drafted('{"text": " The lamp is on.\\nLook round the room."}', "a.json")
    assert [text for _, text in made.said] == [LAMP, ROOM]


def test_numbers_that_are_none_lose_no_words() -> None:
    text = '[{"start": NaN, "text": "A."}, {"start": 1e999, "text": "B."}, {"start": 9, "text": "C."}]'
    assert [text for _, text in drafted(text, "a.json").said] == ["A. B.", "C."]


@pytest.mark.parametrize("title", ["An evening by the lamp, " * 4 + "and a morning", "You must sit"])
def test_a_title_that_gives_way_is_kept_as_a_comment(title: str) -> None:
    made = drafted(f"# {title}\n\nThe lamp is on.\n\nLook round the room.\n", "a.md")
    assert made.session.title != title
    assert f"# todo: the title of the file is: {title}" in made.comments


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttml", "<tt><head><title>{}</title></head><body><p begin='1s' end='8s'>A lamp.</p></body></tt>"),
        ("a.html", "<title>{}</title><p>A lamp.</p>"),
        ("a.md", "# {}\n\nA lamp.\n"),
        ("a.md", "---\ntitle: {}\n---\nA lamp.\n"),
        ("a.lrc", "[ti:{}]\n[00:01.00]A lamp.\n[00:09.00]\n"),
        ("a.json", '{{"title": "{}", "segments": [{{"start": 1.0, "end": 8.0, "text": "A lamp."}}]}}'),
        ("a.json", '{{"title": "{}", "steps": ["A lamp."]}}'),
        ("a.ass", "Title: {}\n[Events]\nDialogue: 0,0:00:01.00,0:00:08.00,D,,0,0,0,,A lamp.\n"),
    ],
)
def test_no_title_spoils_its_file(name: str, text: str) -> None:
    odd = drafted(text.format("An evening \x7f\u202e lamp"), name)
    assert odd.session.title == "An evening lamp"
    assert odd.notes[0].startswith("left out: 2 characters that no session may hold")
    long = drafted(text.format("lamp " * 60_000), name)
    assert [words for _, words in odd.said] == [words for _, words in long.said] == ["A lamp."]
    (comment,) = (line for line in long.comments if "title of the file" in line)
    assert comment.endswith("lamp…")
    assert len(comment) < 400


def test_words_after_a_name_in_brackets_are_no_address() -> None:
    made = drafted_case("guide-and-links.md")
    assert [words for _, words in made.said] == [
        "[Guide]: Breathe.",
        '[Guide]: Rest. "Or not."',
        "A lamp, a cup, a wall, a door, a [Floor].",
    ]
    assert made.notes[0].startswith("left out: 5 addresses of links (first in line 7)")


@pytest.mark.parametrize(
    "odd", ["<![ ", "<![x[", "<![if !x]>", "<!x", "<?x", "</", "<![CDATA[", "&#xffffff;"]
)
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>A lamp.</p><table><tr><td>{} A cup.</td></tr></table>"),
        ("a.ttml", "<tt><body><p begin='1s' end='8s'>A lamp.</p><p begin='9s'>{} A cup.</p></body></tt>"),
    ],
)
def test_odd_markup_stops_no_reader(odd: str, name: str, text: str) -> None:
    assert drafted(text.format(odd), name).said[0][1] == "A lamp."


@pytest.mark.parametrize("end", ["Less < more.", "A tag <b", "A name &lt;b"])
def test_a_page_may_end_with_a_tag_that_does_not(end: str) -> None:
    said = [words for _, words in drafted(f"<p>A lamp.</p>{end}", "a.html").said]
    assert said == ["A lamp.", end.replace("&lt;", "<")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Press &lt;Enter&gt; when you like.", "Press <Enter> when you like."),
        ("A &lt;b and a c&gt; d.", "A <b and a c> d."),
        ("A lamp &amp;amp; a cup.", "A lamp & a cup."),
    ],
)
def test_what_looks_like_a_tag_in_timed_text_is_said(written: str, said: str) -> None:
    made = drafted(f"<tt><body><p begin='1s' end='8s'>{written}</p></body></tt>", "a.ttml")
    assert [words for _, words in made.said] == [said]


def test_what_goes_from_a_caption_is_counted_once() -> None:
    text = "1\n00:00:00,000 --> 00:00:09,000\nThe \x01lamp is <b>on</b>. <not> this\n\n"
    made = drafted(text + "2\n00:00:20,000 --> 00:00:30,000\nLook round.\n", "a.srt")
    assert made.notes == (
        "left out: 1 character that no session may hold (line 2), 1 tag that is not known here (line 2).",
    )


def test_cues_right_below_the_first_line_are_read() -> None:
    text = (
        "WEBVTT\n00:01.000 --> 00:08.000\nThe lamp is on.\n\n00:40.000 --> 00:50.000\nLook round the room.\n"
    )
    assert drafted(text, "a.vtt").said == [(1, LAMP), (40, ROOM)]
