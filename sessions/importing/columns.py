"""Reads tables of speech recognisers, audio editors and spreadsheets: rows of text with a time or a pause."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from sessions.importing.from_json import source_of_entries
from sessions.importing.json_entries import Entries
from sessions.importing.ledger import Ledger
from sessions.importing.source import Source, UnusableError

_NAMES = {"time": "start", "timestamp": "start", "script": "text", "words": "text", "seconds": "pause"}
"""Other names of columns, and the names they stand for unless another column has that name."""
_OFTEN_A_NUMBER = "words"
"""A column that holds the number of words, if another column holds the text."""
_LABEL = re.compile(r"\d+\.\d{3,}\t\d+\.\d{3,}\t.*")
"""A label of an audio editor: start, end and text."""
_LABELS = ("start", "end", "text")


def looks_like_labels(text: str) -> bool:
    """Whether each line is a label."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(map(_LABEL.fullmatch, lines))


def read_columns(text: str, ledger: Ledger) -> Source:
    """The rows of a table whose first row names its columns, or of labels.

    Raises:
        UnusableError: no column holds words, or it is no table.
    """
    ledger.unit = "row"
    try:
        rows = list(_rows(text))
    except csv.Error:
        raise UnusableError("this is no sound table") from None
    if looks_like_labels(text):
        rows.insert(0, list(_LABELS))
    names = _names(rows[0]) if rows else []
    if not {"say", "text"} & set(names):
        raise UnusableError("no column is called `text` or `say`; others are `start`, `end` and `pause`")
    entries = [_entry(names, row) for row in rows[1:]]
    return source_of_entries(Entries(entries), ledger)


def _rows(text: str) -> Iterator[list[str]]:
    head = text.lstrip().partition("\n")[0]
    mark = "\t" if "\t" in head else max(",;", key=head.count)
    lines = io.StringIO(text)
    if mark == "\t":
        reader = csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines, delimiter=mark)
    for row in reader:
        if any(cell.strip() for cell in row):
            yield row


def _names(head: Sequence[str]) -> list[str]:
    """A name for each column, no two alike, so that no cell takes the place of another."""
    written = [cell.strip(" \ufeff\"'").lower() for cell in head]
    taken = set(written)
    found: dict[str, None] = {}
    for number, name in enumerate(written, 1):
        usual = _NAMES.get(name, name)
        if usual in taken or (name == _OFTEN_A_NUMBER and taken & {"say", "script"}):
            usual = name
        taken.add(usual)
        while usual in found or not usual:
            usual = f"{usual or 'column'} ({number})"
        found[usual] = None
    return list(found)


def _entry(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells of a row by column; extra cells belong to the last one, which a comma may have split."""
    last = len(names) - 1
    cells = [*row[:last], ", ".join(cell.strip() for cell in row[last:])]
    return {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
