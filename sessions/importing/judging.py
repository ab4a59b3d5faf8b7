"""Asks the checker about prompts: whether one has kind words, and whether its author has to reword it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from sessions.advice.word_lists import lists_for
from sessions.check import check_text
from sessions.yaml_text import scalar

_AT_A_TIME = 100
"""Prompts in one check; fewer than the steps of a session and the faults of a report may be."""


class Place(Enum):
    """Where a prompt may stand."""

    ANYWHERE = "anywhere"
    DIRECT = "direct"
    """It has kind words for the reader, or the language has no word lists."""
    NOWHERE = "nowhere"
    """Not before its author rewords it."""


class Verdict(NamedTuple):
    """What the checker says of a prompt."""

    place: Place
    reason: str = ""
    """The first fault that keeps it from every place, with its id; safe to print."""
    names_care: bool = False
    """The lists of kind words, or of the first person, match it."""


_CARE = ("W621", "W622")


def judge(texts: Sequence[str], language: str) -> dict[str, Verdict]:
    """The verdict on each text; in a language without word lists, all belong on the direct track."""
    listed = lists_for(language) is not None
    found: dict[str, Verdict] = {}
    unique = list(dict.fromkeys(texts))
    for start in range(0, len(unique), _AT_A_TIME):
        some = unique[start : start + _AT_A_TIME]
        direct, shared, care = _reasons(some, language)
        for text in some:
            if text in direct:
                found[text] = Verdict(Place.NOWHERE, direct[text], text in care)
            else:
                place = Place.DIRECT if text in shared or not listed else Place.ANYWHERE
                found[text] = Verdict(place, names_care=place is Place.DIRECT)
    return found


def _reasons(
    texts: Sequence[str], language: str
) -> tuple[Mapping[str, str], Mapping[str, str], Container[str]]:
    """The errors of texts on the direct track, and on the indirect one; and the texts that name care."""
    lines = list(_session(texts, language))
    direct: dict[str, str] = {}
    shared: dict[str, str] = {}
    care: set[str] = set()
    first = lines.index("indirect:") + 1
    places = dict(_numbered(texts, lines))
    for fault in check_text("".join(f"{line}\n" for line in lines)).faults:
        if fault.severity.fails and fault.span.line in places:
            kept = direct if fault.span.line < first else shared
            kept.setdefault(places[fault.span.line], f"{fault.message} ({fault.id})")
            if fault.id in _CARE:
                care.add(places[fault.span.line])
    return direct, shared, care


def _numbered(texts: Sequence[str], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    said = (number for number, line in enumerate(lines, 1) if line.startswith("  - say: "))
    return zip(said, (*texts, *texts), strict=True)


def _session(texts: Sequence[str], language: str) -> Iterator[str]:
    """A sound session that says each text on both tracks."""
    yield from ("format: 1", "title: a", f"length: {len(texts) + 10}s", f"language: {language}")
    yield from ("arriving:", "  - check_in:", "direct:")
    for text in texts:
        yield from (f"  - say: {scalar(text)}", "    for: 1s", "    tags: [direct]")
    yield "indirect:"
    for text in texts:
        yield from (f"  - say: {scalar(text)}", "    for: 1s")
    yield from ("landing:", "  - quiet: 10s")
