"""Pauses in the forms in which people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.importing.pauses import Pause, pause_in, split_at_pauses
from tests.sessions.importing.drafted import drafted_case


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("[pause 5s]", 5),
        ("(pause for 10 seconds)", 10),
        ("(Pause – 1 minute)", 60),
        ("(Pause — 1 minute)", 60),
        ("*(pause 30 s)*", 30),
        ("**[pause 30 s]**", 30),
        ("_(pause for 20 seconds)_", 20),
        ("[30 sec pause]", 30),
        ("[a 30-second pause]", 30),
        ("Pause for 30 seconds.", 30),
        ("Pause 30 seconds.", 30),
        ("pause ten seconds", 10),
        ("[pause ten seconds]", 10),
        ("Pause for forty-five seconds", 45),
        ('<break time="8s" />', 8),
        ("<break time='500ms'></break>", 0.5),
        ('<break strength="weak" time="2.5s"/>', 2.5),
        ("[[slnc 5000]]", 5),
        ("[PAUSE: 8s]", 8),
        ("[Pause = 8 sec.]", 8),
        ("[1 min]", 60),
        ("(one minute)", 60),
        ("[1m30s]", 90),
        ("(1 minute 30 seconds)", 90),
        ("(1 minute and 30 seconds)", 90),
        ("(a minute and a half)", 90),
        ("(one and a half minutes)", 90),
        ("(pause for half a minute)", 30),
        ("(pause 1:30)", 90),
        ("[pause 1.5s]", 1.5),
        ("[pause 1,5 s]", 1.5),
        ("(30 seconds of silence)", 30),
        ("[silence, 2 minutes]", 120),
        ("30 seconds of silence", 30),
        ("{pause 12s}", 12),
        ("（pause 12s）", 12),  # noqa: RUF001  # what a keyboard for Chinese types
        ("【pause 12s】", 12),
        ("[pause for 1500 ms]", 1.5),
        ('[pause 20"]', 20),
        ("[pause about 20 seconds]", 20),
        ("Silence (20 seconds)", 20),
        ("Pause (1 min)", 60),
        ("Wait 10 seconds.", 10),
        ("⏸ 20s", 20),
        ("(wait for half a minute)", 30),
    ],
)
def test_a_pause_with_a_length(text: str, seconds: float) -> None:
    assert pause_in(text) == Pause(seconds)
    assert pause_in(f"  {text} ") == Pause(seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("[PAUSE]", 10),
        ("(pause)", 10),
        ("Pause.", 10),
        ("*pause*", 10),
        ("--- pause ---", 10),
        ("[silence]", 10),
        ("[beat]", 10),
        ("…", 10),
        ("...", 10),
        (". . .", 10),
        ("……", 10),
        ("(long pause)", 20),
        ("[short pause]", 5),
        ("(a brief pause)", 5),
        ('<break strength="strong"/>', 10),
        ("[pause 5]", 5),
        ("[0:20]", 20),
        ("⏸", 10),
        ("[pause 10-15 seconds]", 10),
        ("[pause 10 to 15 seconds]", 10),
        ("(pause for three breaths)", 15),
        ("(pause for a few breaths)", 15),
    ],
)
def test_a_pause_without_an_exact_length_is_a_guess(text: str, seconds: float) -> None:
    assert pause_in(text) == Pause(seconds, guessed=True)


@pytest.mark.parametrize(
    "text",
    [
        "You may pause.",
        "Pause here for a moment and look around.",
        "Silence is fine.",
        "quiet",
        "(a sound, or none)",
        "[Music]",
        "[30]",
        "(2)",
        "five minutes",
        "One breath",
        "—",
        "-",
        "",
        "Pause, or don't.",
        "A minute ago there was a sound.",
        "Wait.",
        "[a]",
        "(one)",
        "(half)",
        "[A1]",
        "Wait for the rain.",
        "Silence (or a sound)",
    ],
)
def test_what_is_no_pause(text: str) -> None:
    assert pause_in(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A floor. PAUSE", ["A floor.", Pause(10, guessed=True)]),
        ("A floor. PAUSE. A wall.", ["A floor.", Pause(10, guessed=True), "A wall."]),
        ("A floor. — pause —", ["A floor.", Pause(10, guessed=True)]),
        ("A floor. - Pause 20s - A wall.", ["A floor.", Pause(20), "A wall."]),
        ("A floor. // pause 20s // A wall.", ["A floor.", Pause(20), "A wall."]),
        ("A FLOOR. SILENCE. A WALL.", ["A FLOOR.", Pause(10, guessed=True), "A WALL."]),
        ("A FLOOR. PAUSE", ["A FLOOR.", Pause(10, guessed=True)]),
        ("A PAUSE button.", ["A PAUSE button."]),
        ("A floor — pause, if you like — and a wall.", ["A floor — pause, if you like — and a wall."]),
    ],
)
def test_a_pause_in_capitals_or_between_dashes(text: str, parts: list[str | Pause]) -> None:
    assert list(split_at_pauses(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "LISTEN TO THE SILENCE.",
        "A lamp. LISTEN TO THE SILENCE. A cup.",
        "REST IN SILENCE.",
        "SILENCE IS FINE.",
        "REST NOW. PAUSE WHERE YOU LIKE.",
        "YOU ARE SITTING IN THE SILENCE OF THIS ROOM TODAY.",
        "REST\nIN SILENCE\nOR NOT.",
        "Listen to the SILENCE.",
    ],
)
def test_a_word_of_a_sentence_in_capitals_is_said(text: str) -> None:
    assert list(split_at_pauses(text)) == [text]


@pytest.mark.parametrize("name", ["capitals.srt", "capitals.vtt", "capitals.txt"])
def test_a_file_in_capitals_keeps_its_words(name: str) -> None:
    assert [text for _, text in drafted_case(name).said] == ["LISTEN TO THE SILENCE.", "LOOK ROUND."]


def test_pauses_within_a_text() -> None:
    text = (
        "There is a sound. (pause for 10 seconds) And (not) more. Pause for ten seconds. "
        "A walk (ten minutes) or less <break time='2s'/> end [pause 5s]"
    )
    assert list(split_at_pauses(text)) == [
        "There is a sound.",
        Pause(10),
        "And (not) more.",
        Pause(10),
        "A walk (ten minutes) or less",
        Pause(2),
        "end",
        Pause(5),
    ]


@given(st.text(alphabet=st.sampled_from("ab .…[](){}<>*_0123456789smpause-–:"), max_size=120))
def test_what_is_no_pause_stays_as_it_is(text: str) -> None:
    parts = list(split_at_pauses(text))
    said = [part for part in parts if isinstance(part, str)]
    assert all(part in text for part in said)
    if said == parts:
        assert said == ([text.strip()] if text.strip() else [])
