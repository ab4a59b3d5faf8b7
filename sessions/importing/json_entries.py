"""Finds the entries in a JSON file: a list with times, all lists one after the other, or bare text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sessions.importing.json_steps import flat, holds_words, steps_under
from sessions.importing.json_values import text_of, texts_in, times_of
from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import UnusableError
from sessions.unsafe import visible

_FIRST = ("segments", "chunks", "transcription", "events", "results", "captions", "cues")
"""The usual names of lists with times; a recogniser's file has its words in another list once more."""
_SAME_WORDS = frozenset({"text", "transcript", "transcription", "words", "tokens"})
_HEAD = frozenset({"title", "name", "heading", "language", "lang"})
_UNKNOWN = "this JSON has no list of `start`, `end` and `text`, nor of `say` and `pause`"


class Entries(NamedTuple):
    """The entries of a file."""

    entries: Sequence[object]
    title: str = ""
    language: str = ""


def entries_in(text: str, ledger: Ledger) -> Entries:
    """The entries of a file; words under keys that are not read are counted.

    Raises:
        UnusableError: it is no JSON, or holds nothing of the kind.
    """
    found = _loaded(text)
    if isinstance(found, list):
        return Entries(flat(found, ledger))
    if not isinstance(found, dict):
        raise UnusableError(_UNKNOWN)
    if found.get("shape") == "ajar-score":
        raise UnusableError(
            "this is a session as data; `ajar export NAME --to yaml` writes it as a session file"
        )
    return Entries(_listed(found, ledger), text_of(found.get("title")), _language(found))


def _loaded(text: str) -> object:
    """The value of a JSON file, or a list of the values of a file with one on each line."""
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
    lists = {
        name: value
        for name, value in found.items()
        if isinstance(value, list) and holds_words(value, bare=True)
    }
    timed = [name for name, value in lists.items() if any(map(times_of, value))]
    if timed:
        name = min(timed, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
        chosen, used = list(lists[name]), {name}
    else:
        steps = steps_under(found)
        chosen, used = flat([entry for inner in steps.values() for entry in inner], ledger), set(steps)
    if not chosen:
        name = next((name for name in _SAME_WORDS if text_of(found.get(name)).strip()), "")
        chosen = [line for line in text_of(found.get(name)).split("\n") if line.strip()]
    if not chosen:
        raise UnusableError(_UNKNOWN)
    used |= _SAME_WORDS | _HEAD
    for name, value in found.items():
        if name not in used:
            words = value.strip().count(" ") if isinstance(value, str) else texts_in(value)
            ledger.note(Thing.KEY, 0, bool(words), visible(name))
    return chosen


def _language(found: Mapping[str, object]) -> str:
    result = found.get("result")
    inner = result.get("language") if isinstance(result, dict) else None
    return text_of(found.get("language") or inner)
