"""What README, help texts, docs and sessions must not claim (part 4 of the care standard)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.care.told import app_texts, texts_in
from tests.fakes.everywhere import NAMES, session
from tests.fakes.texts import CARE, beats_in, beats_in_form, questions_in, texts_of
from tui import cli
from tui.words import phrases

ROOT = Path(__file__).parents[2]
EXAMPLES = {"wording.md", "faults.md"}
"""Pages that quote what is not to be written."""

CLAIMS = re.compile(
    r"\b(treats?|treatment|cures?|heals?|healing|prevents?|diagnos\w+|monitors? (?:you|your)"
    r"|therapy|therapeutic|clinical\w*|proven|evidence|certified|approved|endorsed|trauma[- ]safe"
    r"|guarantee\w*|safe for everyone|scientific\w*|promises? that|effective|emergency|medical\w*)\b",
    re.IGNORECASE,
)
"""What may only be said with a no."""
DENIED = re.compile(
    r"\b(not|no|nor|never|nobody|nothing|neither|without|cannot|none|local emergency number)\b",
    re.IGNORECASE,
)
NEVER = re.compile(
    r"\b(depressi\w+|anxiety|ptsd|adhd|autis\w+|burn-?out|insomnia|bipolar|addiction|eating disorder"
    r"|borderline|cortisol|oxytocin|amygdala|dopamine|serotonin|parasympathetic|neuro\w+|brain"
    r"|streaks? of|unlock\w*|are you sure|mbsr|internal family systems|ifs"
    r"|mindful self-compassion program\w*|children|kids)\b",
    re.IGNORECASE,
)
"""Illnesses, workings of the body, hooks, names of programmes, and whom it is not for."""


def sentences(text: str) -> Iterator[str]:
    """Sentences, and cells of tables, without code."""
    text = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->", " ", text, flags=re.DOTALL)
    for block in re.split(r"\n\s*\n|\n(?=[#|*-])|\|", text):
        yield from re.split(r"(?<=[.;?!])\s+", " ".join(block.split()))


def claims(text: str) -> list[str]:
    """The sentences that claim something without denying it."""
    return [each for each in sentences(text) if CLAIMS.search(each) and not DENIED.search(each)]


DOCS = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")) if path.name not in EXAMPLES
)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_no_page_claims_what_it_must_not(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name in INSIDE:
        text = re.sub(INSIDE[path.name], "", text)
    assert claims(text) == []
    assert [each for each in sentences(text) if NEVER.search(each)] == []


INSIDE = {
    "hazards.md": r"(?i)taking it for therapy|emergency",
    "concepts.md": r"(?i)on the way of healing",
    "guiding.md": r"(?i)a therapist",
    "CONTRIBUTING.md": r"(?i)no talk of nerves, hormones or healing",
}
"""Words that stand there for what is to be kept out."""


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_no_help_text_does(command: str) -> None:
    call = cli.Commands().get_command(None, command) if command else cli.cli  # type: ignore[arg-type]  # looks at the name alone
    assert call is not None
    helps = [call.help or "", *(str(getattr(each, "help", "") or "") for each in call.params)]
    assert "".join(helps)
    for text in helps:
        assert claims(text) == []
        assert not NEVER.search(text)


@pytest.mark.parametrize("name", NAMES)
def test_no_session_does(name: str) -> None:
    found = session(name)
    said = [found.title, found.about, *questions_in(found)]
    said += [text for beat in beats_in(name) for text in texts_of(beat)]
    assert [text for text in said if CLAIMS.search(text) or NEVER.search(text)] == []


def test_neither_do_the_short_forms_nor_the_apps_own_lines() -> None:
    said = [text for file in CARE for beat in beats_in_form(file) for text in texts_of(beat)]
    said += [text for value in vars(phrases).values() for text in texts_in(value)]
    said += [text for place, texts in app_texts().items() if "reading" not in place for text in texts]
    assert len(said) > 200
    for text in said:
        assert claims(text) == []
        assert not NEVER.search(text)


def test_the_readme_says_what_nobody_knows() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for words in (
        "There is no research on this tool.",
        "small to medium gains on average",
        "high risk of bias",
        "not therapy",
        "not safe for everyone",
        "written for adults",
        "while driving",
    ):
        assert words in text


@pytest.mark.parametrize(
    "text",
    [
        "It heals.",
        "A proven method.",
        "Clinically tested, at last.",
        "It treats stress.",
        "Therapy in a terminal.",
    ],
)
def test_the_net_catches_a_claim(text: str) -> None:
    assert claims(text) == [text]


@pytest.mark.parametrize("text", ["It is not therapy.", "Nobody has certified it.", "It treats nothing."])
def test_and_lets_a_denial_pass(text: str) -> None:
    assert claims(text) == []
