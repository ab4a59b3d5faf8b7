"""Where in a JSON file the entries are: a list with times, all lists one after the other, or bare text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sessions.importing.json_values import has_words, text_of, times_of, words_of
from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import UnusableError
from sessions.unsafe import visible

_FIRST = ("segments", "chunks", "transcription", "events", "results", "captions", "cues")
"""Lists with times by their usual names; the words of a recogniser come in another list as well."""
_SAME_WORDS = frozenset({"text", "transcript", "transcription", "words", "tokens"})
_HEAD = frozenset({"title", "name", "heading", "language", "lang"})
_UNKNOWN = "this JSON has no list of `start`, `end` and `text`, nor of `say` and `pause`"
_MOST_DEPTH = 20


class Heading(NamedTuple):
    """The name of what holds the entries behind it."""

    text: str


class Entries(NamedTuple):
    """What a file holds."""

    entries: Sequence[object]
    title: str = ""
    language: str = ""


def entries_in(text: str, ledger: Ledger) -> Entries:
    """The entries of a file; words under keys that nobody reads are counted.

    Raises:
        UnusableError: it is no JSON, or holds nothing of the kind.
    """
    found = _loaded(text)
    if isinstance(found, list):
        return Entries(list(_flat(found)))
    if not isinstance(found, dict):
        raise UnusableError(_UNKNOWN)
    if found.get("shape") == "ajar-score":
        raise UnusableError(
            "this is a session as data; `ajar export NAME --to yaml` writes it as a session file"
        )
    return Entries(_listed(found, ledger), text_of(found.get("title")), _language(found))


def _loaded(text: str) -> object:
    """One value, or one on each line."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f": line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
    lines = [line for line in text.split("\n") if line.strip()]
    try:
        values = [json.loads(line) for line in lines]
    except (ValueError, RecursionError):
        values = []
    if not values or not all(isinstance(value, dict) for value in values):
        raise UnusableError(f"this is no sound JSON{place}")
    return values


def _listed(found: Mapping[str, object], ledger: Ledger) -> Sequence[object]:
    lists = {name: value for name, value in found.items() if isinstance(value, list) and has_words(value)}
    timed = [name for name, value in lists.items() if any(map(times_of, value))]
    if timed:
        name = min(timed, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
        chosen, used = list(lists[name]), {name}
    else:
        chosen, used = [entry for value in lists.values() for entry in _flat(value)], set(lists)
    if not chosen:
        name = next((name for name in _SAME_WORDS if text_of(found.get(name)).strip()), "")
        chosen = [line for line in text_of(found.get(name)).split("\n") if line.strip()]
    if not chosen:
        raise UnusableError(_UNKNOWN)
    used |= _SAME_WORDS | _HEAD
    for name, value in found.items():
        if name not in used:
            words = value.strip().count(" ") if isinstance(value, str) else name in lists
            ledger.note(Thing.KEY, 0, bool(words), visible(name))
    return chosen


def _flat(entries: Sequence[object], depth: int = 0) -> Iterator[object]:
    """Entries that hold lists of entries give way to them."""
    for entry in entries:
        inner = (
            [value for value in entry.values() if isinstance(value, list)] if isinstance(entry, dict) else []
        )
        if (
            not isinstance(entry, dict)
            or words_of(entry)
            or depth > _MOST_DEPTH
            or not any(map(has_words, inner))
        ):
            yield entry
            continue
        yield from (
            Heading(text) for name in ("title", "name", "heading") if (text := text_of(entry.get(name)))
        )
        for value in inner:
            yield from _flat(value, depth + 1)


def _language(found: Mapping[str, object]) -> str:
    result = found.get("result")
    inner = result.get("language") if isinstance(result, dict) else None
    return text_of(found.get("language") or inner)
