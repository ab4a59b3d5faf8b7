"""Decodes the nodes of a file into the values of a session, by the table in `sessions.reading.fields`.

What cannot be read is reported and left out. A list that lost a step is marked as not whole, and its lengths
are not added up.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sessions.faults import Faults, Span
from sessions.naming import quoted
from sessions.reading.constructors import CONSTRUCTORS
from sessions.reading.field_types import Field, FieldSet, ValueKind
from sessions.reading.fields import (
    CHECK_POINTS,
    FILE,
    OPTION,
    PACER,
    PARTS_FILE,
    PLAIN_VERBS,
    SECTIONS,
    VERBS,
)
from sessions.reading.nodes import Broken, MapNode, Node, Pair, Scalar
from sessions.reading.records import Context, Record, read_record
from sessions.reading.values import READERS, checked_name, items_of, wrong_kind
from sessions.value import Value
from sessions.written import Mark, Option, Step


class Steps(NamedTuple):
    """A list of steps as far as it could be read."""

    steps: tuple[Any, ...]
    whole: bool
    """No step was lost, so that lengths can be added up."""


class Draft(Value):
    """A file as far as it could be read; `structure` looks at it before it becomes a session."""

    root: MapNode
    is_parts_file: bool
    values: dict[str, Any]
    sections: dict[str, Steps]
    parts: dict[str, Steps]
    places: dict[Mark, MapNode]
    """The node of each step, by its mark."""
    all_parts_known: bool
    """False where a list of parts could not be read, so that an unknown name may be a known one."""
    part_marks: dict[str, Scalar]
    """Where each part of this file is named."""

    def verb(self, at: Mark) -> Span:
        """Where the verb of the step at a mark stands."""
        return next(pair.key.span for pair in self.places[at].entries.values() if pair.key.mark == at)

    @property
    def language(self) -> str:
        """The first part of its language tag, in small letters; English where it names none."""
        return str(self.values.get("language", "en")).lower().partition("-")[0]


_ANYWHERE = tuple(VERBS)
_IN_LANDING = tuple(verb for verb in VERBS if verb not in CHECK_POINTS)


def decode_file(root: Node, faults: Faults) -> Draft | None:
    """The draft of a session or parts file, or None where the file is no map of keys."""
    if not isinstance(root, MapNode):
        context = Context(faults, {})
        wrong_kind(context, "the file", "keys and values", root, "begin with `format: 1`")
        return None
    shape = PARTS_FILE if _holds_parts_only(root) else FILE
    context = Context(faults, _READERS)
    record = read_record(context, shape, root)
    values = record.values
    parts: dict[str, Steps] = values.pop("parts", {})
    named = root.entries.get("parts")
    marks: dict[str, Scalar] = {}
    if named is not None and isinstance(named.value, MapNode):
        marks = {name: entry.key for name, entry in named.value.entries.items()}
    return Draft(
        root=root,
        is_parts_file=shape is PARTS_FILE,
        values=values,
        sections={name: values.pop(name) for name in SECTIONS if name in values},
        parts=parts,
        places=context.places,
        all_parts_known=named is None or len(parts) == len(marks) > 0,
        part_marks=marks,
    )


def _holds_parts_only(root: MapNode) -> bool:
    return "parts" in root.entries and not {*SECTIONS, "title", "length"} & root.entries.keys()


def _read_pace(context: Context, row: Field, entry: Pair) -> int | None:
    number: int | None = READERS[ValueKind.NUMBER](context, row, entry)
    if row.name == "pace" and number is not None:
        context.pace = number
    return number


def _read_parts(context: Context, row: Field, entry: Pair) -> dict[str, Steps] | None:
    node = entry.value
    if not isinstance(node, MapNode) or not node.entries:
        if isinstance(node, MapNode) or (isinstance(node, Scalar) and not node.text):
            context.faults.add(
                "E204", entry.key.span, "`parts` has no value", "give each part a name, then its steps"
            )
        else:
            wrong_kind(context, row.name, row.kind.value, node, "give each part a name, then its steps")
        return None
    parts = {}
    for name, part in node.entries.items():
        if checked_name(context, part.key, name) is not None:
            steps = _read_steps(context, f"part {quoted(name)}", part, PLAIN_VERBS)
            parts[name] = steps if steps is not None else Steps((), whole=False)
    return parts


def _read_section(context: Context, row: Field, entry: Pair) -> Steps:
    steps = _read_steps(context, f"`{row.name}`", entry, _IN_LANDING if row.name == "landing" else _ANYWHERE)
    return steps if steps is not None else Steps((), whole=False)


def _read_plain_steps(context: Context, _row: Field, entry: Pair) -> Steps | None:
    return _read_steps(context, "an option", entry, PLAIN_VERBS)


_LIST = Field("", ValueKind.STEPS, "", "- say: A sound is near.")


def _read_steps(context: Context, place: str, entry: Pair, allowed: tuple[str, ...]) -> Steps | None:
    """The steps of a list, which has to hold at least one."""
    named = Field(entry.key.text, _LIST.kind, "", _LIST.example)
    nodes = items_of(context, named, entry)
    if nodes is None:
        return None
    if not nodes:
        context.faults.add(
            "E301", entry.key.span, f"{place} holds no steps", "add a step, or leave the key out"
        )
        return None
    steps = [_read_step(context, place, node, allowed, before=at > 0) for at, node in enumerate(nodes)]
    kept = tuple(step for step, _ in steps if step is not None)
    return Steps(kept, all(step is not None and whole for step, whole in steps))


def _read_step(
    context: Context, place: str, node: Node, allowed: tuple[str, ...], *, before: bool
) -> tuple[Step | None, bool]:
    """A step, or None with the reason reported; and whether all of it could be read."""
    if not isinstance(node, MapNode):
        if not isinstance(node, Broken):
            from sessions.reading.step_faults import not_a_step  # noqa: PLC0415  # for faulty files only

            not_a_step(context, node)
        return None, False
    shape = _shape_of(context, node, before=before)
    if shape is None:
        return None, False
    key = node.entries[shape.name].key
    if shape.name not in allowed:
        from sessions.reading.step_faults import out_of_place  # noqa: PLC0415  # for faulty files only

        out_of_place(context.faults, place, shape, key, allowed)
        return None, False
    mark = key.mark
    context.places[mark] = node
    record = read_record(context, shape, node)
    step = CONSTRUCTORS[shape.name](context, record, node, mark) if _enough(shape, record) else None
    return step, record.whole and _options_whole(record)


def _enough(shape: FieldSet, record: Record) -> bool:
    return record.values.keys() >= shape.required


def _options_whole(record: Record) -> bool:
    options = record.values.get("options")
    return options is None or bool(options.whole)


def _shape_of(context: Context, node: MapNode, *, before: bool) -> FieldSet | None:
    """The fields of a step, by its verb; a second verb is allowed only as a key of the first, as in `say`."""
    verbs = [name for name in node.entries if name in VERBS]
    for name in verbs:
        shape = VERBS[name]
        if shape.keys.issuperset(verbs):
            return shape
    from sessions.reading.step_faults import no_verb, two_verbs  # noqa: PLC0415  # for faulty files only

    if verbs:
        two_verbs(context.faults, node, verbs)
    else:
        no_verb(context.faults, node, before=before)
    return None


def _read_pacer(context: Context, row: Field, entry: Pair) -> tuple[float, float] | None:
    if not isinstance(entry.value, MapNode):
        wrong_kind(context, row.name, row.kind.value, entry.value, f"write `{row.name}: {row.example}`")
        return None
    lengths = read_record(context, PACER, entry.value).values
    return (lengths["in"], lengths["out"]) if len(lengths) == 2 else None


def _read_options(context: Context, row: Field, entry: Pair) -> Steps | None:
    nodes = items_of(context, row, entry)
    if nodes is None:
        return None
    options, whole = [], True
    for node in nodes:
        if not isinstance(node, MapNode):
            wrong_kind(context, "an option", "`text` and `do`", node)
            whole = False
            continue
        record = read_record(context, OPTION, node)
        _answer_in_words(context, node, record.values.get("text"))
        whole = whole and record.whole and record.values["do"].whole
        if _enough(OPTION, record):
            at = node.entries["text"].key.mark
            context.places[at] = node
            options.append(Option(record.values["text"], record.values["do"].steps, at))
    return Steps(tuple(options), whole)


def _answer_in_words(context: Context, node: MapNode, text: str | None) -> None:
    """Report an answer without a word: numbers and faces would make it a scale (care guide rule 4)."""
    if text and not any(character.isalpha() for character in text):
        message = f"{quoted(text)} has no word in it"
        help_ = "an answer is a word or a few: numbers, signs and faces would make it a score"
        context.faults.add("E219", node.entries["text"].value.span, message, help_)


_READERS = {
    **READERS,
    ValueKind.NUMBER: _read_pace,
    ValueKind.PACER: _read_pacer,
    ValueKind.OPTIONS: _read_options,
    ValueKind.PLAIN_STEPS: _read_plain_steps,
    ValueKind.STEPS: _read_section,
    ValueKind.PARTS: _read_parts,
}
