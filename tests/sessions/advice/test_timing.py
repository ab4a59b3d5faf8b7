"""When advice is given, when it is not, and how an author keeps it back."""

from __future__ import annotations

import pytest

from sessions.advice.allowances import KNOWN
from sessions.check import check_text
from sessions.reports.fault_pages import ELSEWHERE, PAGES
from sessions.text_time import reading_time, seconds_to_read
from tests.sessions.framed import framed


def ids(example: str) -> list[str]:
    return [fault.id for fault in check_text(framed(example), "x.yaml").faults]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("One.", 5),
        ("one two three four five six", 5),
        (" ".join(["word"] * 8), 6),
        ("w" * 110, 10),
        ("窗边的傍晚。雨声很近。" * 4, 11),
        ("ゆっくりでいい。" * 4, 9),
        (" ".join(["a"] * 20), 12),
    ],
)
def test_the_least_time_of_a_prompt_is_that_of_the_care_guide(text: str, seconds: float) -> None:
    assert seconds_to_read(text) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("窗边的傍晚", 5),
        ("雨" * 40, 12),
        ("한국어도 글자로 센다" * 4, 11),
        ("窗边的 lamp 很亮", 5),
        ("Ruhe. Nichts eilt.", 5),
    ],
)
def test_without_for_a_prompt_stays_as_long_as_its_script_takes(text: str, seconds: float) -> None:
    assert reading_time(text) == seconds


def test_a_text_that_just_fits_its_time_is_left_alone() -> None:
    text = " ".join(["word"] * 16)
    assert ids(f"- say: {text}\n  for: 10s\n- quiet: 20s") == []
    assert ids(f"- say: {text}\n  for: 9s\n- quiet: 21s") == ["W501"]


def test_a_long_text_without_spaces_is_counted_in_characters() -> None:
    steps = f"  - say: {'音' * 60}\n    for: 30s"
    faults = check_text(framed(f"language: ja\neyes: open\nindirect:\n{steps}")).faults
    assert [fault.message for fault in faults if fault.id == "W510"] == [
        "this prompt has 60 characters; 52 are easy to take in"
    ]


def test_a_prompt_that_waits_is_never_hurried() -> None:
    text = " ".join(["word"] * 18)
    assert ids(f"- say: {text}\n  until: ready\n- quiet: 30s") == []


def test_each_wording_is_read() -> None:
    text = " ".join(["word"] * 11)
    assert ids(f"- say: One word.\n  for: 6s\n  or:\n    - Two words.\n    - {text}\n- quiet: 24s") == [
        "W501"
    ]


def test_steps_in_options_and_parts_are_read_as_well() -> None:
    hurried = "say: There may be a sound nearby, and one behind it, or none at all."
    option = f"\n      do:\n        - {hurried}\n          for: 7s\n        - quiet: 23s\n"
    question = f"- choose: Which?\n  options:\n    - text: One{option}    - text: Two{option}"
    assert ids(question.rstrip()) == ["W501", "W501"]
    assert ids(f"parts:\n  settle:\n    - {hurried}\n      for: 7s\n    - quiet: 23s") == ["W501"]


@pytest.mark.parametrize(
    ("text", "tags", "advice"),
    [
        ("A hand could rest on the chest.", "[touch]", ["W512"]),
        ("A hand could rest on the chest, or not.", "[touch]", []),
        ("A hand could rest somewhere.", "[sight]", []),
        ("A breath could be longer.", "[sound, breath]", ["W512"]),
    ],
)
def test_body_and_breath_name_another_way(text: str, tags: str, advice: list[str]) -> None:
    assert ids(f"- say: {text}\n  for: 30s\n  tags: {tags}") == advice


def test_in_another_language_the_other_way_is_looked_for_in_less() -> None:
    step = "indirect:\n  - say: Une main sur la poitrine.\n    for: 30s\n    tags: [touch]\n"
    prompt = "  - say: Les yeux ouverts, ou non.\n    tags: [eyes]\n    for: 15s\n"
    eyes = f"arriving:\n{prompt}  - check_in: Et maintenant ?\n"
    assert ids(f"language: fr\n{eyes}{step}") == ["W512"]
    assert ids(f"language: fr\n{eyes}{step}    less: Ou rien.\n") == []


def test_eyes_can_be_spoken_of_in_three_ways() -> None:
    start, end = "arriving:\n  - say: ", "    for: 15s\n  - check_in: And now?"
    assert ids(f"{start}Arrive.\n{end}") == ["W508"]
    assert ids(f"eyes: open\n{start}Arrive.\n{end}") == []
    assert ids(f"{start}Arrive.\n    tags: [eyes]\n{end}") == []
    assert ids(f"{start}Arrive, eyes open or not.\n{end}") == []


def test_eyes_are_spoken_of_in_every_wording() -> None:
    start = "arriving:\n  - say: Eyes open, or lowered.\n    for: 15s\n    or:\n      - "
    assert ids(f"{start}Arrive.\n  - check_in: And now?") == ["W508"]
    assert ids(f"{start}Your eyes may stay open.\n  - check_in: And now?") == []


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("You might look at the #1", ["W509"]),
        ("You might look at the # one", ["W509"]),
        ("You might look at the door.  # the one on the left", []),
        ("You might look at the door. #1", ["W509"]),
        ('"You might look at the #1"', []),
        ("You might look at the #1 # allow: W509 said on purpose", []),
        ("You might look at the door#1", []),
    ],
)
def test_a_text_cut_by_a_comment_is_noticed(written: str, advice: list[str]) -> None:
    assert ids(f"- say: {written}\n  for: 30s") == advice


@pytest.mark.parametrize(
    ("example", "advice"),
    [
        ("length: 2m\nindirect:\n  - quiet: 90s  # allow: W511 a bell rings meanwhile", []),
        ("length: 2m\nindirect:\n  # allow: W511 a bell rings meanwhile\n  - quiet: 90s", []),
        ("length: 2m\nindirect:\n  # allow: W510, W511 both\n  - quiet: 90s", ["W514"]),
        ("length: 2m\nindirect:\n  # allow: W510, W511, W514 all\n  - quiet: 90s", []),
        ("length: 2m\nindirect:\n  # allow: W510 another one\n  - quiet: 90s", ["W514", "W511"]),
        ("length: 2m\nindirect:\n  # allow: W511 too far away\n\n  - quiet: 90s", ["W514", "W511"]),
        ("length: 2m\nindirect:\n  - quiet: 90s  # allow: W511", ["W514"]),
        ("- quiet: 30s  # allow: W999 unknown", ["W514"]),
        (
            "length: 2m\nindirect:\n  - bell: bowl # allow: W511 not for the next line\n  - quiet: 90s",
            ["W514", "W511"],
        ),
        ("- quiet: 30 # allow: E205 errors stay", ["E205", "W514"]),
        ("# allow-file: W511 long silences by the sea\nlength: 2m\nindirect:\n  - quiet: 90s", []),
        ("length: 2m\nindirect:\n  - quiet: 90s\n\n# allow-file: W511, W510 both", ["W514"]),
        ("length: 2m\nindirect:\n  - quiet: 90s  # allow-file: W511", ["W514"]),
        ("# allow-file: W999 unknown\nlength: 2m\nindirect:\n  - quiet: 45s\n  - quiet: 45s", ["W514"]),
        ("# allow-file: E205 errors stay\nlength: 2m\nindirect:\n  - quiet: 30", ["W514", "E205"]),
        (
            "length: 3m\nindirect:\n  - quiet: 90s  # allow: W507 not asked while there is an error",
            ["E305", "W511"],
        ),
    ],
)
def test_a_comment_keeps_advice_back(example: str, advice: list[str]) -> None:
    assert ids(example) == advice


def test_a_comment_for_the_file_keeps_a_word_back_wherever_it_stands() -> None:
    twice = "- say: You should see the lamp.\n  for: 15s\n- say: By now the rain should be here.\n  for: 15s"
    assert ids(twice) == ["W601", "W601"]
    assert ids(f"{twice}\n# allow-file: W601 it is a song") == []


def test_advice_on_the_whole_waits_until_there_is_no_error() -> None:
    assert ids("length: 3m\nindirect:\n  - quiet: 90s") == ["E305", "W511"]
    assert "W505" in ids("parts:\n  settle:\n    - quiet: 30s\n  other:\n    - quiet: 10s")
    assert ids("parts:\n  settle:\n    - quiet: 30\n  other:\n    - quiet: 10s") == ["E205"]


def test_a_part_used_by_an_unused_part_is_unused_as_well() -> None:
    parts = "parts:\n  settle:\n    - quiet: 30s\n  one:\n    - use: two\n  two:\n    - quiet: 10s"
    assert ids(parts) == ["W505", "W505"]


def test_parts_in_a_file_of_parts_are_for_others_to_use() -> None:
    assert check_text("format: 1\nparts:\n  a:\n    - quiet: 5s\n").faults == ()


def test_ids_that_are_never_given_lead_to_the_page_that_says_it() -> None:
    assert not ELSEWHERE.keys() & PAGES.keys()
    assert set(ELSEWHERE.values()) <= PAGES.keys()


def test_a_comment_may_allow_what_has_a_page() -> None:
    assert {id_ for id_ in (*PAGES, *ELSEWHERE) if id_.startswith("W")} == KNOWN


_FOURTEEN = "There may be a sound nearby, and one behind it, or none at all."


@pytest.mark.parametrize(
    ("step", "advice"),
    [
        (f"- say: {_FOURTEEN}\n  for: 6s", ["W513"]),
        (f"- say: {_FOURTEEN}\n  for: 7s", ["W501"]),
        (f"- say: {_FOURTEEN}\n  for: 9s", []),
        (f"- say: {_FOURTEEN}\n  until: ready", []),
        ("- quiet: 2s\n  reminder: this chair has you, all evening", ["W513"]),
        ("- quiet: 3s\n  reminder: this chair has you, all evening", []),
    ],
)
def test_what_cannot_be_said_in_time_is_told_once(step: str, advice: list[str]) -> None:
    assert [id_ for id_ in ids(step) if id_ in ("W501", "W513")] == advice


def test_the_help_of_a_missing_check_point_leads_to_a_file_that_has_one() -> None:
    parts = "parts:\n  settle:\n    - quiet: 45s\n"
    track = "indirect:\n  - use: settle\n    repeat: 6\n"
    landing = "landing:\n  - use: settle\n    repeat: 3"
    (fault,) = check_text(framed(f"length: 7m\n{parts}{track}{landing}")).faults
    assert fault.id == "W507"
    assert "end `indirect` with a `check_in`" in fault.help
    assert ids(f"length: 7m\n{parts}{track}  - check_in: And now?\n{landing}") == []
    direct = track.replace("indirect", "direct")
    found = check_text(framed(f"length: 7m\n{parts}{direct}{track}{landing}")).faults
    assert {
        "end `direct` and `indirect` with a `check_in`" in each.help for each in found if each.id == "W507"
    } == {True}


@pytest.mark.parametrize(
    ("language", "text", "advice"),
    [
        ("zh", "眼睛睁着或者垂下都可以。", []),
        ("zh", "可以来到窗边。", ["W508"]),
        ("de-AT", "Die Augen sind offen oder gesenkt.", []),
        ("de", "Komm ans Fenster.", ["W508"]),
        ("fr", "Les yeux ouverts, ou baissés.", []),
        ("eo", "Venu al la fenestro.", []),
    ],
)
def test_eyes_are_looked_for_in_the_language_of_the_file(language: str, text: str, advice: list[str]) -> None:
    arriving = f"arriving:\n  - say: {text}\n    for: 15s\n  - check_in: '?'"
    assert ids(f"language: {language}\n{arriving}") == advice


def test_a_newer_format_is_for_a_newer_ajar() -> None:
    (newer,) = check_text(framed("format: 2")).faults
    assert "newer ajar" in newer.help
    (other,) = check_text(framed("format: one")).faults
    assert other.help == "write `format: 1`"
