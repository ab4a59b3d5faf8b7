"""Faults for unknown and missing keys; imported for faulty files only."""

from __future__ import annotations

from sessions.faults import Edit, Faults
from sessions.naming import listed, quoted
from sessions.reading.field_types import FieldSet
from sessions.reading.nodes import MapNode


def report_keys(faults: Faults, shape: FieldSet, node: MapNode) -> tuple[str, ...]:
    """Report unknown and missing keys; for each unknown one, the key that was meant, or an empty string."""
    meant = () if node.entries.keys() <= shape.keys else _unknown(faults, shape, node)
    if not (node.entries.keys() >= shape.required or node.lossy):
        _missing(faults, shape, meant, node)
    return meant


def _missing(faults: Faults, shape: FieldSet, meant: tuple[str, ...], node: MapNode) -> None:
    """Report all missing keys in one fault, since they have no places of their own.

    A key in `meant` is left out: it was misspelt, and has been reported.
    """
    absent = shape.required - node.entries.keys() - {*meant}
    rows = [row for row in shape.fields if row.name in absent]
    if not rows:
        return
    span = next((key.span for key, _ in node.entries.values()), node.span)
    message = f"{shape.label} has no {listed([row.name for row in rows])}"
    examples = [f"{row.name}: {row.example}".rstrip() for row in rows]
    doc = f": {_lower(rows[0].doc)}" if len(rows) == 1 else ""
    faults.add("E202", span, message, f"add {listed(examples, 'and')}{doc}")


def _unknown(faults: Faults, shape: FieldSet, node: MapNode) -> tuple[str, ...]:
    """Report unknown keys; for each, the key that was meant, or an empty string."""
    names, guesses, meant = shape.names, faults.guesses, []
    for name, (key, _) in node.entries.items():
        if name in shape.keys or faults.full:
            continue
        free = tuple(known for known in names if known not in node.entries)
        other = _OTHER_NAMES.get((shape.name, name.lower()), "")
        near = other or guesses.nearest(name, free) or guesses.nearest(name, names)
        meant.append(near)
        help_ = f"did you mean `{near}`?" if near else f"it knows {listed(names, 'and')}"
        hint = _HINTS.get((shape.name, name.lower()))
        sure = "" if hint else other or guesses.only_nearest(name, names)
        edit = Edit(key.span, sure) if sure in free and sure not in meant[:-1] else None
        faults.add("E201", key.span, f"{shape.label} has no key {quoted(name)}", hint or help_, edit)
    return tuple(meant) or ("",)


_OTHER_NAMES = {
    ("say", "duration"): "for",
    ("say", "time"): "for",
    ("say", "seconds"): "for",
    ("say", "length"): "for",
    ("session", "duration"): "length",
    ("session", "author"): "by",
    ("session", "description"): "about",
}
"""Keys of other formats, and ours with the same meaning."""

_HINTS = {
    ("pacer", "hold"): "a breath is never held; lengthen `out` instead",
    ("say", "reminder"): "`reminder` belongs to `quiet`",
    ("quiet", "for"): "the duration is the value of `quiet`: `quiet: 30s`",
    ("bell", "for"): "a bell takes no time; put `quiet: 10s` after it",
    ("say", "strikes"): "ring more than once with a step of its own: `bell: bowl`, `strikes: 2`",
    ("check_in", "for"): "a check-in waits as long as the person likes",
    ("notice", "for"): "a noticing pause waits as long as the person likes",
    ("choose", "for"): "a question waits as long as the person likes",
    ("check_in", "options"): "the answers of a check-in are the player's own; `choose` takes options",
    ("session", "steps"): "steps stand in `arriving`, `direct`, `indirect` and `landing`",
    ("use", "for"): "a part lasts as long as its steps; `repeat` plays it more than once",
}
"""Help for keys that are no misspelling."""


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
