"""The wording rules: each line broken and kept, whole words, exact places, tracks, languages, allowances."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.advice.word_lists import FOLDER, lists_for, split_words
from sessions.advice.wording import Text, TextKind, find
from sessions.advice.wording_pages import BESIDE, LINES, WORDING
from sessions.advice.wording_rules import RULES
from sessions.check import check_file, check_parts, check_text
from sessions.faults import Fault, Severity, severity_of
from sessions.library.bundled import SCRIPTS
from tests.sessions.framed import framed

ENGLISH = lists_for("en")

BROKEN = {
    1: ("Place your hand on your chest.", "You might rest a hand somewhere, or leave both where they are."),
    2: ("Feel your feet on the floor.", "Feet, seat or hands: any of these, or none."),
    3: ("Stay to the end.", "Stopping here would be fine."),
    4: ("You will feel calmer now.", "Something may shift, or nothing may."),
    5: ("You are safe here.", "If this spot is all right for the moment, you could lean back a little."),
    6: ("Feeling worse shows that it works.", "Plenty of people meet a wall at this point."),
    7: ("Well done, you did it right.", "That was one way of spending a minute."),
    8: ("Just breathe; simply let it be.", "One breath could be enough for now."),
    9: ("Relax. Let go of the tension.", "Shoulders can stay as they are, or drop a little."),
    10: ("Do you love yourself?", "What might a friend's tone sound like, if it turned up here?"),
    11: ("Why are you resisting?", "What might the hesitation be looking after?"),
    12: ("the block, self-sabotage, laziness", "the hesitation, the guard, the part that holds back"),
    13: ("This switches on your vagus nerve.", "Some people find this settling."),
    14: ("Your trauma is showing.", "Hard times, if there were any, need no story here."),
    15: ("In the next ten seconds.", "Whenever you like."),
    16: (
        "As awareness expands into the spaciousness of being…",
        "There is a sound nearby. You might follow it.",
    ),
    17: (
        "Plant both feet and look out of the window.",
        "whatever meets the chair or floor; what you see, hear or touch",
    ),
    18: ("Close your eyes.", "Eyes open works well."),
    19: ("Push through the anger.", "Anger may be around; it can stay or wait outside."),
    20: ("Your sacred journey continues tomorrow; don't break the chain.", "This can end here."),
}
"""For each line of the care guide a text that breaks it, and one that keeps it."""

FRESH = {
    1: ("You should sit by the lamp, or by the door.", "You could sit by the lamp, or by the door."),
    2: ("There is a lamp. Feel its warmth.", "There is a lamp. Feel its warmth, or look past it."),
    3: ("Whatever it is like, don't give up.", "Whatever it is like, it can be left."),
    4: ("This cures a bad day.", "A bad day may stay as it is."),
    5: ("Here is a completely safe corner.", "Here is a corner, if you like corners."),
    6: ("When it gets worse, it's working.", "When it gets worse, it may be time to stop."),
    7: ("A good job, this sitting.", "A chair, and somebody on it."),
    8: ("It's just a lamp.", "It is a lamp."),
    9: ("Your shoulders can calm down.", "Your shoulders can be as high as they are."),
    10: ("Are you at ease?", "How much ease is there, if any?"),
    11: ("Why do lamps bother you?", "What is it about lamps?"),
    12: ("A stubborn part may be here.", "A part that says no may be here."),
    13: ("Lamplight is good for the nervous system.", "Lamplight is good for reading."),
    14: ("It may be a symptom, or a mood.", "It may be a mood."),
    15: ("The lamp may hum for ten seconds.", "The lamp may hum."),
    16: ("You could look at the lamp, and also name a colour.", "You could look at the lamp, or name it."),
    17: ("A deep breath may come, or none.", "A breath may come, or none."),
    18: ("You might shut your eyes, or not.", "You might look down, or not."),
    19: ("You could try harder, or less.", "You could try less."),
    20: ("Don't miss the lamp.", "The lamp can be missed."),
}


def finds(
    text: str, kind: TextKind = TextKind.PROMPT, *, shared: bool = False, direct: bool = False
) -> list[str]:
    return [each.id for each in find([Text(text, kind, shared, direct)], ENGLISH)]


def marked(text: str) -> list[tuple[str, str]]:
    """What is under the carets."""
    written = [Text(text, TextKind.PROMPT, shared=True)]
    return sorted((each.id, text[each.start : each.end]) for each in find(written, ENGLISH))


def faults(example: str, path: str = "x.yaml") -> list[Fault]:
    return [fault for fault in check_text(framed(example), path).faults if fault.id.startswith("W6")]


def ids(example: str) -> list[str]:
    return [fault.id for fault in faults(example)]


def under(fault: Fault) -> str:
    line, start, end_line, end = fault.span
    assert line == end_line
    return fault.source[start - 1 : end - 1]


@pytest.mark.parametrize("table", [BROKEN, FRESH], ids=["guide", "fresh"])
@pytest.mark.parametrize("line", range(1, 21))
def test_each_line_has_a_text_that_breaks_it_and_one_that_keeps_it(
    line: int, table: dict[int, tuple[str, str]]
) -> None:
    bad, good = table[line]
    assert set(finds(bad)) & set(LINES[line - 1][1])
    assert finds(good, shared=True) == []


def test_every_rule_belongs_to_a_line_or_stands_beside_them_and_has_a_page() -> None:
    in_lines = [id_ for _, ids_ in (*LINES, *BESIDE) for id_ in ids_]
    assert len(LINES) == 20
    assert sorted(in_lines) == sorted(set(in_lines)) == sorted(RULES) == sorted(WORDING)


def test_an_id_tells_its_line_and_how_much_it_matters() -> None:
    for number, (_, ids_) in enumerate(LINES, 1):
        assert {int(id_[2:]) % 50 for id_ in ids_} <= {number, 22}
    errors = {id_ for id_ in RULES if severity_of(id_) is Severity.WORDING}
    assert errors == {id_ for id_ in RULES if id_ < "W650"}


@pytest.mark.parametrize(
    "words",
    [
        "must",
        "should",
        "have to",
        "need to",
        "try harder",
        "push through",
        "just",
        "simply",
        "relax",
        "calm down",
        "let go",
        "close your eyes",
        "hold your breath",
        "deep breath",
        "you are safe",
        "safe now",
        "you will feel",
        "heal",
        "cure",
        "fix",
        "detox",
        "trauma",
        "disorder",
        "symptom",
        "nervous system",
        "vagus",
        "fail",
        "failure",
        "lazy",
        "sabotage",
        "good job",
        "well done",
        "streak",
        "tomorrow",
        "don't miss",
        "why do",
        "why are you",
        "sacred",
    ],
)
def test_every_listed_word_is_a_wording_error(words: str) -> None:
    (found,) = {
        *marked(f"Perhaps {words} may be here."),
        *marked(f"Perhaps {words.upper()} may be here.".lower()),
    }
    assert found[1] == words
    assert severity_of(found[0]) is Severity.WORDING
    assert [id_ for id_, _ in marked(f"Perhaps {words.upper()}, or none.")] == [found[0]]


@pytest.mark.parametrize(
    "word", ["right", "wrong", "only", "always", "never", "deserve", "brave", "strong", "journey", "everyone"]
)
def test_every_word_for_a_second_look_is_advice(word: str) -> None:
    ((id_, found),) = marked(f"Perhaps {word} may be here.")
    assert (found, severity_of(id_)) == (word, Severity.ADVICE)


@pytest.mark.parametrize(
    "text",
    [
        "May you be well.",
        "May all beings be at ease.",
        "You matter.",
        "You’re enough.",
        "Gentle with yourself is fine.",
        "You’ve done your best.",
        "It isn’t your fault.",
        "Somebody cares about you.",
    ],
)
def test_wishes_and_words_of_comfort_name_care_as_well(text: str) -> None:
    assert finds(text, shared=True) == ["W621"]
    assert "W621" not in finds(text)


@pytest.mark.parametrize(
    "text",
    ["Which is your best cup?", "What may you see?", "May is warm.", "The fault in the glaze is blue."],
)
def test_like_words_in_another_sense_do_not(text: str) -> None:
    assert "W621" not in finds(text, shared=True)


@pytest.mark.parametrize("word", ["compassion", "kind", "kindness", "love", "forgive", "worthy"])
def test_care_goes_unnamed_outside_the_direct_track(word: str) -> None:
    text = f"Perhaps {word} may be here."
    assert finds(text, shared=True) == ["W621"]
    assert finds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Shoulders can drop, or stay.",
        "It has what it needs to grow, or not.",
        "A lump of mustard, or none.",
        "Something of that kind of blue may be near.",
        "The lamp is on the right, or left.",
        "It is all right as it is.",
        "The healthy plant, the fixture, the adjusted chair.",
        "It may have something to do with rain.",
        "Rest can be enough, and touch may help.",
        "An untrustworthy clock, a relaxed cat.",
    ],
)
def test_only_whole_words_in_their_own_meaning_count(text: str) -> None:
    assert finds(text, shared=True) == []


@pytest.mark.parametrize("text", ["Don't miss it.", "Don’t miss it.", "don't\n  miss it", "DON'T MISS IT"])
def test_letters_apostrophes_and_line_ends_make_no_difference(text: str) -> None:
    assert "W620" in finds(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Breathe.", ["W652"]),
        ("Gently breathe, if you like.", []),
        ("A lamp is on. Then look at it.", []),
        ("A lamp is on. Then hold your hands up to it.", ["W651"]),
        ("You breathe in with the lamp.", ["W652"]),
        ("You may breathe in with the lamp.", []),
        ("The lamp looks at the wall.", []),
        ("There is a chair under you.", []),
        ("Perhaps look at it.", []),
        ("Looking at it works.", []),
    ],
)
def test_an_ask_has_an_invitation(text: str, expected: list[str]) -> None:
    assert finds(text) == expected
    assert finds(text, TextKind.QUESTION) == finds(text, TextKind.HEAD) == []


@pytest.mark.parametrize(
    ("text", "direct", "expected"),
    [
        ("“May I be at ease.” Or your own words.", True, []),
        ("May I be at ease, or your own words.", True, ["W622"]),
        ("May I be at ease.", True, ["W622"]),
        ("May I be at ease, or your own words.", False, ["W622"]),
        ("I’m here with my lamp.", False, ["W622"]),
        ("i. a lamp", False, []),
    ],
)
def test_the_first_person_is_an_offer_in_quotation_marks(
    text: str, expected: list[str], *, direct: bool
) -> None:
    assert finds(text, direct=direct) == expected


def test_an_answer_is_in_the_persons_own_voice() -> None:
    assert finds("I will rest", TextKind.ANSWER) == []
    assert finds("I must rest", TextKind.ANSWER) == ["W601"]


@pytest.mark.parametrize(
    ("example", "id_", "found"),
    [
        ("- say: A lamp, just a lamp.\n  for: 30s", "W608", "just"),
        ("- say: 'It''s a lamp, it''s just a lamp.'\n  for: 30s", "W608", "just"),
        ('- say: "A \\"lamp\\", or just a lamp."\n  for: 30s', "W608", "just"),
        ("- say: |\n    A lamp,\n    or just a lamp.\n  for: 30s", "W608", "just"),
        ("- say: >\n    Adjusted, or\n    just a lamp.\n  for: 30s", "W608", "just"),
        ("- say: A lamp\n    or just\n    a lamp.\n  for: 30s", "W608", "just"),
        ("- say: A lamp.\n  or: [A light., 'Or, just a light.']\n  for: 30s", "W608", "just"),
        ("- say: A lamp.\n  less: A lamp that heals, or not.\n  for: 30s", "W604", "heals"),
        ("- quiet: 30s\n  reminder: the lamp never helps", "W654", "never"),
        ("- breathe: {in: 4s, out: 6s}\n  or_else: Or a lamp!\n  for: 30s", "W671", "!"),
        ("title: A Simply Lit Room", "W608", "Simply"),
        ("reflect:\n  - What was the lamp like?\n  - Did you like it?", "W660", "Did you"),
    ],
)
def test_the_carets_stand_under_the_word(example: str, id_: str, found: str) -> None:
    (fault,) = faults(example)
    assert (fault.id, under(fault)) == (id_, found)


def test_a_word_written_with_escapes_is_marked_as_the_whole_text() -> None:
    (fault,) = faults('- say: "A lamp, j\\u0075st a lamp."\n  for: 30s')
    assert under(fault) == '"A lamp, j\\u0075st a lamp."'


def test_each_of_several_places_is_told() -> None:
    found = faults("- say: Just a lamp, or just a light.\n  or:\n    - Just rain.\n  for: 30s")
    assert [fault.span.column for fault in found] == [10, 26, 9]


@pytest.mark.parametrize(
    "example",
    [
        "- say: A lamp, just a lamp.  # allow: W608 it is the name of the lamp\n  for: 30s",
        "# allow: W608, W671 a quotation\n- say: A lamp, just a lamp!\n  for: 30s",
        "- say:\n    # allow: W608 a quotation\n    A lamp, or\n    just a lamp.\n  for: 30s",
        "- say: |  # allow: W608 a quotation\n    A lamp, or\n    just a lamp.\n  for: 30s",
    ],
)
def test_an_author_may_allow_a_word(example: str) -> None:
    example = example.replace(
        "# allow: W608, W671 a quotation\n-", "- quiet: 5s\n# allow: W608, W671 a quotation\n-"
    )
    assert ids(example) == []


def test_an_allowance_is_for_one_rule_and_one_line() -> None:
    assert ids("- say: Just a lamp!  # allow: W608 a quotation\n  for: 30s\n- say: Just rain.") == [
        "W671",
        "W608",
    ]


@pytest.mark.parametrize(
    ("uses", "expected"),
    [("direct", []), ("indirect", ["W621"]), ("landing", ["W621"]), ("direct indirect", ["W621"])],
)
def test_a_part_is_read_as_what_plays_it_is_read(uses: str, expected: list[str]) -> None:
    played = {
        name: "- use: warm" if name in uses.split() else "- quiet: 5s"
        for name in ("direct", "indirect", "landing")
    }
    sections = "".join(f"{name}:\n  {steps}\n" for name, steps in played.items())
    part = "parts:\n  warm:\n    - say: A kind lamp.\n      for: 5s\n  settle:\n    - quiet: 5s\n"
    found = ids(f"{part}{sections}")
    assert found == expected


def test_a_file_of_parts_goes_by_its_own_flags(tmp_path: Path) -> None:
    file = tmp_path / "parts.yaml"
    file.write_text(
        "format: 1\nparts:\n  warm:\n    - say: A kind word, or none.\n      tags: [direct]\n"
        "    - say: A kind lamp.\n"
    )
    assert [(fault.id, fault.span.line) for fault in check_file(file).faults] == [("W621", 6)]


def test_wording_errors_of_a_file_of_parts_are_those_of_the_session(tmp_path: Path) -> None:
    (tmp_path / "lamp.yaml").write_text(
        "format: 1\nparts:\n  lamp:\n    - say: Just a lamp!\n      for: 30s\n"
    )
    text = framed("parts_from:\n  - lamp.yaml\nindirect:\n  - use: lamp\n")
    checked = check_text(text, str(tmp_path / "x.session.yaml"))
    assert checked.session is not None
    assert [(fault.id, Path(fault.path).name) for fault in checked.faults] == [("W608", "lamp.yaml")]
    german = check_text(f"language: de\n{text}", str(tmp_path / "x.session.yaml"))
    assert [fault.id for fault in german.faults if fault.id.startswith("W6")] == []
    assert [fault.id for fault in check_parts(tmp_path / "lamp.yaml", "de").faults] == ["W671"]


def test_without_a_list_for_a_language_only_what_needs_none_is_said() -> None:
    step = "- say: Das TextKind malt. Fix! Ein Haus. Ein Baum. Just so.\n  for: 30s"
    assert ids(f"language: de\nindirect:\n  {step.replace(chr(10), chr(10) + '  ')}") == ["W671", "W666"]
    assert lists_for("de") is None
    assert lists_for("../../en") is None
    assert lists_for("en-GB") is not None


def test_every_file_of_words_is_in_order() -> None:
    for file in Path(FOLDER).glob("*.txt"):
        lists = lists_for(file.stem)
        assert lists is not None
        assert lists.rules.keys() | {"W660"} <= RULES.keys()
        for id_, listed in lists.rules.items():
            assert len(set(listed.phrases)) == len(listed.phrases), id_
            for phrase in listed.phrases:
                assert phrase == phrase.lower() or id_ == "W622"
                shown = phrase.replace("*", "ten")
                assert id_ in lists.suspected(split_words(f"a lamp, {shown.lower()} a lamp"))
                assert listed.pattern.search(shown.lower())


def test_a_letter_that_grows_when_made_small_moves_nothing() -> None:
    assert marked("İİİ just, or none.") == [("W608", "just")]


def test_a_wording_error_fails_a_check_and_not_a_session() -> None:
    checked = check_text(framed("- say: A lamp, just a lamp.\n  for: 30s"))
    assert checked.session is not None
    assert checked.fails
    assert not checked.errors
    assert [fault.id for fault in checked.wording] == ["W608"]
    advised = check_text(framed("- say: A lamp!\n  for: 30s"))
    assert not advised.fails
    assert advised.wording == ()


@pytest.mark.parametrize("file", sorted(SCRIPTS.rglob("*.yaml")), ids=lambda file: file.stem)
def test_bundled_files_keep_every_line(file: Path) -> None:
    assert check_file(file).faults == ()
    assert "allow:" not in file.read_text(encoding="utf-8")
