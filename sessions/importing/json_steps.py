"""Flattens entries of a JSON file that contain entries of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sessions.importing.json_values import ONE_BY_ONE, others_of, pause_of, text_of, texts_in, words_of
from sessions.importing.ledger import Ledger, Thing
from sessions.unsafe import visible

_STEPS = frozenset(
    {"steps", "lines", "items", "entries", "prompts", "script", "content", "children", "sections", "parts"}
)
"""Keys under which bare texts are steps, even beside words; under other keys they may be tags."""
_NO_STEPS = frozenset({"tags", "keywords"})
_TITLES = ("title", "name", "heading")
_LENGTHS = ("seconds", "for")
"""Keys that give the length of a section, if it contains steps, and not a pause after it."""
_MOST_DEPTH = 40


class Heading(NamedTuple):
    """The title of an entry whose own entries follow."""

    text: str


def flat(entries: Sequence[object], ledger: Ledger) -> list[object]:
    """Entries, each followed by the entries in it; words that are dropped are counted."""
    found: list[object] = []
    _lay(entries, found, ledger)
    return found


def steps_under(entry: object, *, beside_words: bool = False) -> Mapping[str, Sequence[object]]:
    """The entries in an entry, by key; with `beside_words`, a recogniser's single words are no entries."""
    if not isinstance(entry, dict):
        return {}
    passed = _NO_STEPS | ONE_BY_ONE if beside_words else _NO_STEPS
    return {
        name: value if isinstance(value, list) else [value]
        for name, value in entry.items()
        if name not in passed
        and holds_words(value, bare=name in _STEPS or (isinstance(value, list) and not beside_words))
    }


def holds_words(value: object, *, bare: bool, depth: int = 0) -> bool:
    """Whether a list or an object contains an entry with words; with `bare`, a text alone counts as one."""
    if depth > _MOST_DEPTH:
        return False
    if isinstance(value, dict):
        return bool(text_of(value.get("say")).strip()) or any(
            holds_words(inner, bare=bare or name in _STEPS, depth=depth + 1)
            for name, inner in value.items()
            if name not in _NO_STEPS
        )
    return isinstance(value, list) and any(
        bare and bool(entry.strip())
        if isinstance(entry, str)
        else isinstance(entry, dict)
        and (bool(words_of(entry).strip()) or holds_words(entry, bare=bare, depth=depth + 1))
        for entry in value
    )


def _lay(entries: Sequence[object], found: list[object], ledger: Ledger, depth: int = 0) -> None:
    for entry in entries:
        said = bool(words_of(entry).strip())
        steps = steps_under(entry, beside_words=said) if depth < _MOST_DEPTH else {}
        if not steps or not isinstance(entry, dict):
            found.append(entry)
            continue
        rest = {name: value for name, value in entry.items() if name not in steps}
        if said:
            found.append(rest)
        else:
            titles = [name for name in _TITLES if text_of(rest.get(name))]
            found += [Heading(text_of(rest.pop(name))) for name in titles]
            _count_lost(rest, len(found) + 1, ledger)
        for inner in steps.values():
            _lay(inner, found, ledger, depth + 1)
        behind = {name: value for name, value in rest.items() if name not in _LENGTHS}
        if not said and pause_of(behind):
            found.append({name: value for name, value in behind.items() if pause_of({name: value})})


def _count_lost(rest: Mapping[str, object], place: int, ledger: Ledger) -> None:
    lengths = (name for name in _LENGTHS if texts_in(rest.get(name)))
    for name in dict.fromkeys((*others_of(rest), *lengths)):
        ledger.note(Thing.KEY, place, detail=visible(name))
