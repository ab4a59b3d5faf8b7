"""A good file becomes the session it says; text is text; any text gives a session or faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sessions.check import Checked, FaultyFileError, check_file, check_text, load_parts
from sessions.engine.score import lay_out
from sessions.faults import Faults
from sessions.model import Session
from sessions.naming import nearest
from sessions.reading.fields import FILE, OPTION, PACER, PARTS_FILE, STEPS
from sessions.reading.nodes import ListNode, MapNode, Node, Scalar
from sessions.reading.syntax import read_tree
from sessions.unsafe import visible
from sessions.written import (
    Bell,
    Breathe,
    CheckIn,
    Choose,
    Eyes,
    Mark,
    Notice,
    Option,
    Own,
    Quiet,
    Say,
    Tone,
    Track,
    Use,
)
from tests.sessions.framed import framed

HERE = Path(__file__).parents[1]
GOOD = HERE / "good"
MANY = 23
"""Faults in many/many.session.yaml."""
EVERYTHING = (GOOD / "everything.session.yaml").read_text(encoding="utf-8")
SCRIPTS = HERE.parents[1] / "sessions" / "scripts"

THE_SESSION = Session(
    title="Every key there is",
    length=240.0,
    about="Nothing is left out.\nNot even a second line.",
    by="A friend",
    license="CC0-1.0",
    language="pt-BR",
    pace=100,
    if_skipped=Track.DIRECT,
    eyes=Eyes.OPEN,
    reflect=("What was it like?", "And what else?"),
    parts={
        "around": (Quiet(30.0, "colours, or none"), Say("Any colour at all.", 15.0)),
        "settle": (Bell(Tone.CHIME), Quiet(10.0), Use("nested")),
        "nested": (Say("no", 5.0),),
    },
    arriving=(
        Bell(Tone.BOWL, 3),
        Say(
            "yes", 5.0, wordings=("1:30", "017"), tags=("posture", "eyes"), less="~", guide="slowly: a pause"
        ),
        Quiet(25.0, "nothing to do yet"),
        Notice("Is anything in you holding back?"),
        CheckIn(""),
    ),
    direct=(
        Say("A kind word # or “one of mine”", 20.0, bell=Tone.WOOD, own=Own.WORDS),
        Breathe(4.0, 6.0, 30.0, "Or follow a sound."),
        Quiet(10.0),
        CheckIn("And now?"),
        Say("“Whenever I like.”", 0.0, until_ready=True),
        Quiet(90.0),
    ),
    indirect=(
        Choose(
            "Eyes or hands?",
            (
                Option("Eyes", (Say("A long look.\nOr a short one.", 20.0), Use("settle", 2))),
                Option("Hands", (Quiet(50.0),)),
            ),
        ),
        Breathe(3.0, 4.0, 10.0, "Or a sound."),
        CheckIn("And now?"),
        Use("around", 2),
    ),
    landing=(
        Say("Thank you for the visit of these minutes, or do not mention it at all.", 11.0),
        Quiet(49.0),
    ),
)
"""What good/everything.session.yaml says."""


def shape_of(tree: Node | None) -> object:
    """A tree as plain values, with all its places."""
    match tree:
        case Scalar():
            return tree.text, tree.plain, tree.span
        case ListNode():
            return [tree.mark, *(shape_of(item) for item in tree.items)]
        case MapNode():
            return {key: (entry.key.span, shape_of(entry.value)) for key, entry in tree.entries.items()}
        case _:
            return tree and tree.span


def test_a_session_with_every_key_is_read_as_written() -> None:
    checked = check_text(EVERYTHING, str(GOOD / "everything.session.yaml"))
    assert checked.errors == ()
    assert checked.session == THE_SESSION
    assert checked.parts == THE_SESSION.parts


def test_the_sample_holds_every_key_of_the_table() -> None:
    for shape in (*STEPS, FILE, OPTION, PACER):
        for field in shape.fields:
            assert f"{field.name}:" in EVERYTHING, field.name


def test_steps_know_their_place() -> None:
    session = check_text(EVERYTHING, str(GOOD / "everything.session.yaml")).session
    assert session is not None
    lines = EVERYTHING.split("\n")
    for verb, step in (
        ("bell", session.arriving[0]),
        ("notice", session.arriving[3]),
        ("use", session.indirect[3]),
    ):
        line, column = step.at.line, step.at.column
        assert lines[line - 1][column - 1 :].startswith(f"{verb}:")


def test_steps_of_parts_know_their_place() -> None:
    parts = load_parts(GOOD / "care" / "around.yaml")
    assert [step.at for step in parts["around"]] == [Mark(4, 7), Mark(6, 7)]


@pytest.mark.parametrize("path", sorted(SCRIPTS.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_bundled_file_has_no_fault(path: Path) -> None:
    assert check_file(path).faults == ()


def test_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    plain = check_text(framed("by: x")).session
    assert plain is not None
    for text in (
        framed("by: x").replace("\n", "\r\n"),
        framed("by: x").replace("\n", "\r"),
        "\ufeff" + framed("by: x"),
    ):
        assert check_text(text).session == plain


@pytest.mark.parametrize(
    "title", ["no", "1:30", "017", "null", "~", "2024-01-01", "1_000", ".inf", "0x1F", "yes", "=", "<<"]
)
def test_text_is_text(title: str) -> None:
    session = check_text(framed(f"title: {title}")).session
    assert session is not None
    assert session.title == title


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم بنشینم",
        "\u05e7\u05d5\u05dc \u200f\u05dc\u05d0",
        "ကောင်း",
        "👩‍👩‍👧 near",
        "Tiếng đâu đó",
        "क्‍ष",
        "e\u0301\u0302",
    ],
)
def test_letters_of_all_scripts_are_welcome(text: str) -> None:
    session = check_text(framed(f'title: "{text}"')).session
    assert session is not None
    assert session.title == text


def test_a_file_of_parts_is_known_by_having_nothing_else() -> None:
    checked = check_text("format: 1\nparts:\n  a:\n    - quiet: 5s\n  b:\n    - use: a\n")
    assert checked.faults == ()
    assert checked.session is None
    assert checked.parts == {"a": (Quiet(5.0),), "b": (Use("a"),)}


def test_a_parts_file_keeps_to_its_two_keys() -> None:
    assert PARTS_FILE.names == ("format", "parts")
    (fault,) = check_text("format: 1\nparts:\n  a:\n    - quiet: 5s\nby: x\n").faults
    assert (fault.id, fault.message) == ("E201", "the file has no key `by`")


def test_loading_parts_from_a_faulty_file_raises_its_first_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("format: 1\nparts:\n  a:\n    - quiet: 5\n")
    with pytest.raises(FaultyFileError, match=r"x\.yaml:4: `5` has no unit$"):
        load_parts(path)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fro", "for"),
        ("remindr", "reminder"),
        ("tag", "tags"),
        ("chekc_in", "check_in"),
        ("Say", "say"),
        ("zzz", ""),
        ("x" * 5000, ""),
        ("", ""),
    ],
)
def test_the_word_that_was_meant_is_found(written: str, meant: str) -> None:
    known = tuple(key for shape in STEPS for key in shape.names)
    assert nearest(written, known) == meant


def test_a_misspelt_key_is_not_also_called_missing() -> None:
    (fault,) = check_text(framed("lenght: 1m").replace("length: 1m\n", "", 1)).faults
    assert (fault.id, fault.help) == ("E201", "did you mean `length`?")


def test_all_faults_of_a_file_come_in_one_run_and_in_its_order() -> None:
    faults = check_file(HERE / "many" / "many.session.yaml").faults
    marks = [(fault.span, fault.id) for fault in faults]
    assert marks == sorted(marks)
    assert len(faults) == MANY


@pytest.mark.parametrize("path", sorted((HERE / "bad").glob("*.yaml")), ids=lambda path: path.stem)
def test_both_parsers_say_the_same_of_a_sample(path: Path) -> None:
    if path.is_file() and not path.stem.startswith("E103"):
        text = path.read_text(encoding="utf-8")
        assert _reading(text, pure=False) == _reading(text, pure=True)


def _reading(text: str, *, pure: bool) -> tuple[object, object]:
    faults = Faults("x", text.split("\n"))
    return shape_of(read_tree(text, faults, pure=pure)), faults.in_order()


def _sound(checked: Checked) -> bool:
    """Whether there is a result or an error, and everything to be printed can be."""
    for fault in checked.faults:
        assert fault.message == visible(fault.message)
        assert fault.help == visible(fault.help)
        assert fault.span.line >= 1
        assert fault.span.column >= 1
    if checked.session is not None:
        _playable(checked.session)
    return (checked.parts is None) == bool(checked.errors)


def _playable(session: Session) -> None:
    """What the engine relies on."""
    score = lay_out(session)
    assert score.length == session.length
    assert all(segment.gate for segment in score.arriving)
    lengths = {tuple(segment.length for segment in segments) for segments in score.tracks.values()}
    assert len(lengths) == 1


MARKS = (
    "|\n|\n  |\n    |'|\"|[|]|{|}|, |,|#| #|:|-|- "
    "|&x |*y|!t |!<|>|? |---\n|...\n|%Y |\\|\\x|@|`|<<: |\\u12|=|~"
)
ODD = ("\x85", "\u2028", "é", "\t", "\x00", "\ud800", "\ufeff", "\r", "|", "|2", "|-")
BITS = (
    'a|b: |1:2|a:b|[]: |"a":b|say: |quiet: |for: |use: settle|  - |parts:|direct:|5s|1m|until: ready|or:|do:'
)
WORDS = st.sampled_from([*MARKS.split("|"), *ODD, *BITS.split("|")])


@settings(max_examples=400)
@given(st.lists(WORDS, max_size=16).map("".join))
@example("? a\n: b")
@example("say: |# x")
def test_any_text_gives_faults_and_both_parsers_agree(text: str) -> None:
    text = text.replace("\r", "\n").removeprefix("\ufeff")
    assert _sound(check_text(text))
    assert _reading(text, pure=False) == _reading(text, pure=True)


@given(st.text(max_size=40))
def test_any_characters_give_faults(text: str) -> None:
    assert _sound(check_text(text))


@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(EVERYTHING)), st.integers(0, 6), WORDS | st.just("")),
        min_size=1,
        max_size=4,
    )
)
def test_any_change_to_a_good_file_gives_a_session_or_faults(cuts: list[tuple[int, int, str]]) -> None:
    text = EVERYTHING
    for at, length, word in cuts:
        text = text[:at] + word + text[at + length :]
    assert _sound(check_text(text, str(GOOD / "everything.session.yaml")))
    unified = text.replace("\r", "\n").removeprefix("\ufeff")
    assert _reading(unified, pure=False) == _reading(unified, pure=True)


@given(
    line=st.integers(0, EVERYTHING.count("\n") - 1),
    other=st.integers(0, EVERYTHING.count("\n") - 1),
    how=st.sampled_from(["drop", "twice", "swap", "indent", "outdent"]),
)
def test_any_shuffled_line_gives_a_session_or_faults(line: int, other: int, how: str) -> None:
    lines = EVERYTHING.split("\n")
    match how:
        case "drop":
            del lines[line]
        case "twice":
            lines.insert(other, lines[line])
        case "swap":
            lines[line], lines[other] = lines[other], lines[line]
        case "indent":
            lines[line] = "  " + lines[line]
        case _:
            lines[line] = lines[line].removeprefix("  ")
    assert _sound(check_text("\n".join(lines), str(GOOD / "everything.session.yaml")))


@given(st.binary(max_size=60))
def test_any_bytes_give_faults(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(content)
    assert _sound(check_file(path))
