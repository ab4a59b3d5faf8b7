"""Reads one map of a session file by its rows in the table of fields; `Context` is what readers share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from sessions.faults import Faults
from sessions.reading.field_types import Field, FieldSet, ValueKind
from sessions.reading.nodes import MapNode, Pair
from sessions.written import Mark


class Context:
    """What the readers of one file share."""

    def __init__(self, faults: Faults, readers: dict[ValueKind, Reader]) -> None:
        """`readers` has one for each kind of value."""
        self.faults = faults
        self.readers = readers
        self.pace = 120
        """Words a minute, once the file has said so."""
        self.places: dict[Mark, MapNode] = {}
        """The node of each step, by the mark of its verb."""


Reader: TypeAlias = "Callable[[Context, Field, Pair], Any]"


class Record:
    """The values of one map."""

    __slots__ = ("values", "whole")

    def __init__(self) -> None:
        """Starts empty."""
        self.values: dict[str, Any] = {}
        """Only those that could be read."""
        self.whole = True
        """Nothing was missing, unknown or unreadable."""


def read_record(context: Context, shape: FieldSet, node: MapNode) -> Record:
    """Read every key of a map by the table; unknown and missing keys are reported."""
    record, entries = Record(), node.entries
    for row in shape.fields:
        if row.name in entries:
            value = context.readers[row.kind](context, row, entries[row.name])
            if value is not None:
                record.values[row.name] = value
    complete = entries.keys() >= shape.required
    meant: tuple[str, ...] = ()
    if not (complete and entries.keys() <= shape.keys):
        from sessions.reading.key_faults import report_keys  # noqa: PLC0415  # for faulty files only

        meant = report_keys(context.faults, shape, node)
    record.whole = complete and not meant and not node.lossy and len(record.values) == len(entries)
    return record
