"""Every idea the project came from has a row in docs/concepts.md, and every place it names is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sessions.advice.wording_rules import RULES
from sessions.engine.events import Coat, Feeling, Way
from sessions.engine.score import Segment, lay_out
from sessions.written import Choose
from tests.care.told import texts_in
from tests.fakes.everywhere import NAMES, session
from tests.fakes.texts import CARE, beats_in_form, beats_of, questions_in, texts_of
from tui import choices, cli
from tui.app import AjarApp
from tui.screens.landing import Landing
from tui.screens.player import PlayerPage
from tui.words import phrases
from tui.words.extras import books as reading
from tui.words.extras import glossary as words
from tui.words.extras import questions, week

ROOT = Path(__file__).parents[1]
MAP = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
IDS = [*(f"R{n}" for n in range(1, 47)), *(f"L{n}" for n in range(1, 44))]

ROW = re.compile(r"^\| ([RL]\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PLACE = re.compile(r"`([a-z]+):([^`~#]+)(?:#([^`~]+))?(?:~([^`]+))?`")

ROWS = {id_: (idea, places) for id_, idea, places, _ in ROW.findall(MAP)}
SHOWN = {id_: shown for id_, _, _, shown in ROW.findall(MAP)}
PLACES = sorted({match[0] for _, places in ROWS.values() for match in PLACE.finditer(places)})


class NowhereError(LookupError):
    """A place leads nowhere."""


def texts_at(place: str) -> list[str]:
    """What a place says.

    Raises:
        NowhereError: there is no such place, or it says nothing.
    """
    match = PLACE.fullmatch(place)
    if match is None or match[1] not in KINDS:
        raise NowhereError(place)
    try:
        texts = list(KINDS[match[1]](match[2], match[3] or ""))
    except (LookupError, ValueError, AttributeError, StopIteration) as error:
        raise NowhereError(place) from error
    word = match[4] or ""
    if not any(re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for text in texts):
        raise NowhereError(place)
    return texts


def _of_session(name: str, section: str) -> Iterable[str]:
    found = session(NAMES[NAMES.index(name)])
    score = lay_out(found)
    if section == "reflect":
        return found.reflect
    if section == "questions":
        forks = (step for step in (*found.arriving, *found.direct) if isinstance(step, Choose))
        return [*questions_in(found), *(option.text for fork in forks for option in fork.options)]
    sections: Mapping[str, tuple[Segment, ...]] = {
        "arriving": score.arriving,
        "landing": (score.landing,),
        **{track.value: segments for track, segments in score.tracks.items()},
    }
    return [text for part in sections[section] for beat in beats_of(part.items) for text in texts_of(beat)]


def _of_form(name: str, _: str) -> Iterable[str]:
    (file,) = (file for file in CARE if file.stem == name)
    return [text for beat in beats_in_form(file) for text in texts_of(beat)]


def _of_phrases(name: str, _: str) -> Iterable[str]:
    pool, _, key = name.partition(".")
    value = getattr(phrases, pool)
    return texts_in(value[key] if key else value)


def _of_answer(name: str, _: str) -> Iterable[str]:
    return _said_of(choices.FEELINGS[Feeling(name)])


def _of_coat(name: str, _: str) -> Iterable[str]:
    return _said_of(choices.COATS[Coat(name)])


def _said_of(choice: choices.Choice) -> Iterable[str]:
    return (choice.label, choice.hint)


def _of_way(name: str, _: str) -> Iterable[str]:
    return choices.WAYS[Way(name)]


def _of_key(name: str, _: str) -> Iterable[str]:
    bindings: list[Any] = [*AjarApp.BINDINGS, *PlayerPage.BINDINGS]
    return [next(each.tooltip for each in bindings if name in each.key.split(","))]


def _of_page(name: str, _: str) -> Iterable[str]:
    pages: Mapping[str, Any] = {
        "landing": Landing,
        **{page: getattr(AjarApp, f"action_{page}") for page in ("help", "keys", "company", "notice")},
    }
    return [pages[name].__doc__]


def _of_command(call: str, _: str) -> Iterable[str]:
    name, *options = call.split()
    command = cli.Commands().get_command(None, name)  # type: ignore[arg-type]  # it looks at the name alone
    if command is None or not command.help:
        raise KeyError(name)
    known = {option for parameter in command.params for option in parameter.opts}
    if not known.issuperset(options):
        raise KeyError(call)
    return [command.help]


def _of_words(word: str, _: str) -> Iterable[str]:
    return next(each.meaning for each in words.WORDS if each.word == word)


def _of_questions(number: str, _: str) -> Iterable[str]:
    if number == "afterword":
        return [questions.AFTERWORD]
    return texts_in(questions.QUESTIONS[int(number) - 1])


def _of_week(which: str, _: str) -> Iterable[str]:
    return {"first": week.FIRST, "second": week.SECOND}[which]


def _of_reading(author: str, _: str) -> Iterable[str]:
    if author == "afterword":
        return [reading.AFTERWORD]
    return [text for each in reading.READING if author in each.author for text in texts_in(each)]


def _of_rule(number: str, _: str) -> Iterable[str]:
    file = min((ROOT / "tests" / "care").glob(f"test_rule_{int(number):02}_*.py"))
    return [file.read_text(encoding="utf-8").partition("\n")[0]]


def _of_lint(id_: str, _: str) -> Iterable[str]:
    return RULES[id_]


def _of_doc(name: str, heading: str) -> Iterable[str]:
    file = next(path for path in (ROOT / "docs" / f"{name}.md", ROOT / f"{name}.md") if path.exists())
    headings: list[str] = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return [each for each in headings if not heading or each == heading]


KINDS: Mapping[str, Callable[[str, str], Iterable[str]]] = {
    "session": _of_session,
    "form": _of_form,
    "phrases": _of_phrases,
    "answer": _of_answer,
    "coat": _of_coat,
    "way": _of_way,
    "key": _of_key,
    "page": _of_page,
    "command": _of_command,
    "words": _of_words,
    "questions": _of_questions,
    "week": _of_week,
    "reading": _of_reading,
    "rule": _of_rule,
    "lint": _of_lint,
    "doc": _of_doc,
}


def test_every_idea_has_a_row_and_none_has_two() -> None:
    assert [id_ for id_, *_ in ROW.findall(MAP)] == IDS


@pytest.mark.parametrize("id_", IDS)
def test_every_row_quotes_a_line_of_its_places_or_names_a_test_or_says_that_it_does_not(id_: str) -> None:
    shown = SHOWN[id_]
    if quoted := re.fullmatch("“(.+)”", shown):
        texts = [text for match in PLACE.finditer(ROWS[id_][1]) for text in texts_at(match[0])]
        assert any(quoted[1] in text for text in texts)
    elif named := re.fullmatch(r"`(tests/[\w/]+\.py)::(\w+)`", shown):
        assert re.search(rf"^(?:async )?def {named[2]}\(", (ROOT / named[1]).read_text("utf-8"), re.MULTILINE)
    else:
        assert shown == "in name only"


def test_few_rows_stand_there_in_name_only() -> None:
    assert len([id_ for id_, shown in SHOWN.items() if shown == "in name only"]) < len(IDS) / 4


@pytest.mark.parametrize("id_", IDS)
def test_every_row_says_the_idea_and_names_at_least_one_place(id_: str) -> None:
    idea, places = ROWS[id_]
    assert 2 <= len(idea.split()) <= 20
    assert PLACE.search(places)
    assert PLACE.sub("", places).strip() == "", "something here cannot be followed"


@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_there_and_says_what_the_row_says(place: str) -> None:
    assert texts_at(place)


@pytest.mark.parametrize(
    "place",
    [
        "`session:no-such#direct`",
        "`session:one-breath#middle`",
        "`session:one-breath#direct~elephant`",
        "`session:one-breath#reflect`",
        "`form:dance`",
        "`phrases:NO_LINES`",
        "`phrases:COAT_LINES.hat`",
        "`phrases:FIRST_NOTICE~elephant`",
        "`answer:sideways`",
        "`coat:hat`",
        "`way:out`",
        "`key:f12`",
        "`page:attic`",
        "`command:fly`",
        "`command:play --fly`",
        "`words:elephant`",
        "`questions:9`",
        "`week:third`",
        "`reading:Nobody`",
        "`rule:21`",
        "`lint:W699`",
        "`doc:nowhere`",
        "`doc:guiding#Elephants`",
        "`elephant:1`",
        "no place at all",
    ],
)
def test_a_place_that_is_nowhere_is_noticed(place: str) -> None:
    with pytest.raises(NowhereError):
        texts_at(place)


def test_every_session_form_coat_answer_and_rule_realises_something() -> None:
    named = " ".join(places for _, places in ROWS.values())
    wanted = [
        *(f"`session:{name}#" for name in NAMES),
        *(f"`form:{file.stem}" for file in CARE),
        *(f"`coat:{coat.value}" for coat in Coat if coat is not Coat.NOTHING_PUSHING_BACK),
        *(f"`answer:{feeling.value}" for feeling in Feeling if feeling is not Feeling.SKIP),
    ]
    assert [each for each in wanted if each not in named] == []
