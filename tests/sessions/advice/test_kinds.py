"""Negation, permission, condition, quotation, other senses: lines that pass, lines that stay errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.advice.word_lists import lists_for
from sessions.advice.wording import Text, TextKind, find
from sessions.check import check_text
from sessions.faults import Severity, severity_of
from tests.sessions.framed import framed

HERE = Path(__file__).parent
ENGLISH = lists_for("en")
ACTS = (
    *("try harder", "relax", "calm down", "let go", "push through", "force yourself"),
    *("close your eyes", "hold your breath", "take a deep breath", "be good at this, or fail"),
)
"""What no prompt orders."""
NEGATIONS = (
    *("You don't have to {}.", "You do not need to {}.", "You really don't have to {}.", "Nobody has to {}."),
    *("There is no need to {}.", "There's never any need to {}.", "No one here should {}."),
    *("Nothing asks you to {}.", "You never have to {}.", "You can stay without having to {}."),
)
PERMISSIONS = (
    *(
        "You are allowed to {}.",
        "You're free to {}.",
        "It is fine to {}.",
        "You're welcome to {}, or to leave.",
    ),
    "It's okay to {}.",
)
CONDITIONS = (
    *("If you want to {}, that is up to you.", "Whenever you {}, the cup is still there."),
    *(
        "Should you {}, the cup is still there.",
        "Whether you {} is up to you.",
        "Unless you {}, nothing changes.",
    ),
)
ORDERS = (
    *("Now {}.", "You must {}.", "You have to {}, and soon.", "You should {} by now.", "It is late, so {}."),
    *("This is no test, {}.", "You can stop, but {}.", "Nothing is wrong, you need to {}.", "Why not {}?"),
    *(
        "If you are tired, {}.",
        "Whatever comes, {}.",
        "You are free, and you must {}.",
        "Don't you need to {}?",
    ),
)


def finds(text: str, *, shared: bool = False) -> list[str]:
    return [each.id for each in find([Text(text, TextKind.PROMPT, shared)], ENGLISH)]


def errors(text: str) -> list[str]:
    return [id_ for id_ in finds(text) if severity_of(id_) is Severity.WORDING]


def lines(name: str, section: str) -> Iterator[str]:
    """The lines of a section of a file."""
    here = ""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            here = line.strip("[]")
        elif line and not line.startswith("#") and here == section:
            yield line


PASS = [*lines("permission-phrases", "pass"), *lines("kinds", "pass")]
REFUSE = [*lines("permission-phrases", "refuse"), *lines("kinds", "refuse")]


def test_there_are_many_of_each_kind() -> None:
    assert len(list(lines("kinds", "pass"))) > 80
    assert len(list(lines("kinds", "refuse"))) > 50


@pytest.mark.parametrize("line", PASS)
def test_a_line_that_asks_for_nothing_has_no_finding(line: str) -> None:
    assert finds(line) == []


@pytest.mark.parametrize("line", REFUSE)
def test_a_line_that_pushes_promises_or_vouches_stays_an_error(line: str) -> None:
    assert errors(line)


@pytest.mark.parametrize("line", lines("kinds", "advise"))
def test_a_line_that_strains_is_worth_a_second_look_and_no_error(line: str) -> None:
    assert finds(line)
    assert errors(line) == []


@pytest.mark.parametrize("line", PASS)
def test_a_line_that_passes_does_so_in_a_file(line: str) -> None:
    prompt = line.replace("'", "''")
    direct = f"direct:\n  - say: '{prompt}'\n    for: 30s\nindirect:\n  - use: settle"
    assert [fault for fault in check_text(framed(direct)).faults if fault.id.startswith("W6")] == []


@given(st.sampled_from((*NEGATIONS, *PERMISSIONS, *CONDITIONS)), st.sampled_from(ACTS))
def test_what_is_denied_allowed_or_conditional_is_no_order(frame: str, act: str) -> None:
    assert errors(frame.format(act)) == []


@given(st.sampled_from(ORDERS), st.sampled_from(ACTS))
def test_an_order_stays_one_whatever_stands_beside_it(frame: str, act: str) -> None:
    assert errors(frame.format(act))


@given(st.sampled_from(NEGATIONS), st.sampled_from(ACTS), st.sampled_from(ACTS))
def test_a_negation_ends_with_its_clause(frame: str, act: str, other: str) -> None:
    assert errors(f"{frame.format(act)} Now {other}.")
    assert errors(f"{frame.format(act)[:-1]}, but you must {other}.")


@given(
    st.sampled_from(ORDERS), st.sampled_from(("relax", "let go", "try harder", "calm down")), st.booleans()
)
def test_what_a_voice_is_quoted_to_say_is_not_said_by_the_prompt(frame: str, act: str, curly: bool) -> None:  # noqa: FBT001  # given by hypothesis
    opens, closes = "“”" if curly else '""'
    assert errors(f"Something may say {opens}{frame.format(act)}{closes} It can say so.") == []
    assert errors(f"Something may say {opens}not yet{closes} {frame.format(act)}")


@pytest.mark.parametrize("quote", ["“{}”", '"{}"', "\u2018{}\u2019", "«{}»", "„{}“"])
def test_the_first_person_is_offered_in_quotation_marks_where_care_may_be_named(quote: str) -> None:
    said = quote.format("I don't know what I need, and that is hard too.")
    assert finds(f"You could say: {said}") == []
    assert finds(f"You could say: {said}", shared=True) == ["W622"]
    assert finds("You could say that I don't know.") == ["W622"]
    assert finds(f"{said[:-1]} Or nothing.") == ["W622"], "a quotation that does not end is none"


@pytest.mark.parametrize(
    "claim", ["It's safe now.", "You will feel better.", "This heals.", "Take a deep breath."]
)
def test_a_quotation_promises_and_vouches_for_nothing(claim: str) -> None:
    assert errors(f"A friend might say: “{claim}”")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Have a look round.", []),
        ("Pick something soft and hold it.", []),
        ("Rest your hand on your chest.", ["W651"]),
        ("Rest a hand on your arm, or round a warm cup.", []),
        ("Feel your weight.", ["W652"]),
        ("Feel free to move.", []),
        ("Breathe out.", ["W652"]),
        ("You might say: “Breathe out.”", []),
        ("Look at the wall. Now soften your belly.", ["W652"]),
        ("Be still.", ["W651"]),
        ("Be at home here.", []),
    ],
)
def test_an_order_is_told_where_it_points_inward(text: str, expected: list[str]) -> None:
    assert finds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain falls on the roof. A tap drips somewhere.", 0),
        ("Rain falls on the roof. A tap drips somewhere. A clock is ticking.", 1),
        ("Rain falls on the roof. A tap, a clock. Which of them is nearest?", 0),
        ("It says “not yet”. You could answer: “I see you. You kept watch. Thank you.”", 0),
        ("It says “not yet”. It is tired. You could nod. It may nod back.", 1),
        ("雨落在屋顶上。水龙头在滴水。", 0),
        ("雨落在屋顶上。水龙头在滴水。窗外有风。", 1),
        ("雨の音がします。「もう十分です。ありがとう。」と言えます。", 0),
    ],
)
def test_a_prompt_has_two_sentences_or_three_where_one_is_quoted(text: str, expected: int) -> None:
    assert finds(text).count("W666") == expected


def test_of_a_language_without_a_list_sentences_are_counted_as_well() -> None:
    german = [Text("Regen fällt. Ein Hahn tropft. Was ist näher?", TextKind.PROMPT, shared=True)]
    assert [each.id for each in find(german, None)] == ["W666"]
