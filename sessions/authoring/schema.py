"""The table of fields as a JSON Schema (draft-07), for editors and for tools that know nothing of ajar.

A schema sees one value at a time: it checks keys, kinds and ranges. Sums, names of parts, the order of steps
and the way YAML is written are left to the checker.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from sessions.naming import listed
from sessions.reading.field_types import Field, FieldSet, ValueKind
from sessions.reading.fields import (
    CHECK_POINTS,
    FILE,
    MOST_CHARACTERS,
    OPTION,
    PACER,
    PARTS_FILE,
    PLAIN_VERBS,
    SECTIONS,
    STEPS,
)

NAME = "session-1.schema.json"
"""The name of the schema file beside session files; the number is that of the format."""
MODELINE = f"# yaml-language-server: $schema=./{NAME}"

Schema: TypeAlias = "dict[str, Any]"

_DURATION = r"^(?=.*[1-9])([0-9]{1,4}m)?([0-9]{1,5}s)?$"
_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$"
_PART = r"^[^\s!-/:-@\[-^`{-~][^\s!-,./:-@\[-^`{-~]{0,39}$"
"""Letters and digits of any script; the regex engines of editors agree on no more than this."""
_PATH = r"^(?!/)(?!(.*/)?\.\.(/|$)).*\S"
_NUMBER = "^[0-9]{1,5}$"
_SIX_WORDS = r"^\s*\S+(\s+\S+){0,5}\s*$"
_REFUSED = r"\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
"""The refused characters that are likely to occur; `sessions.unsafe` has all."""
_TEXT = rf"^[^{_REFUSED}]*[^\s{_REFUSED}][^{_REFUSED}]*$"
_LINE = rf"^[^\n{_REFUSED}]*[^\s{_REFUSED}][^\n{_REFUSED}]*$"
_MAYBE_LINE = rf"^[^\n{_REFUSED}]*$"
_SCALAR = ["string", "number", "boolean"]
"""Text is text, whatever YAML makes of it: a title may be 2026, a prompt may be `true`."""

_SAYS = {
    _DURATION: "durations look like `20s`, `1m30s` or `5m`",
    _LANGUAGE: "write two or three letters, such as `en` or `pt-BR`",
    _PART: "use up to 40 letters, digits, `-` and `_`",
    _PATH: "write a relative path without `..`, such as `care/senses.yaml`",
    _NUMBER: "a whole number",
    _SIX_WORDS: "six words are the most",
    _TEXT: "a text, without characters that cannot be seen",
    _LINE: "one line of text, without characters that cannot be seen",
    _MAYBE_LINE: "one line of text, without characters that cannot be seen",
}
"""The message an editor shows where a pattern does not match."""


def schema() -> Schema:
    """The schema of session files and of files with parts for them."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:ajar:{NAME.removesuffix('.schema.json')}",
        "title": "ajar session, format 1",
        "type": "object",
        "if": {"required": ["parts"], "not": _has_any((*SECTIONS, "title", "length"))},
        "then": {"$ref": "#/definitions/parts_file"},
        "else": {"$ref": "#/definitions/session"},
        "definitions": _definitions(),
    }


def schema_text() -> str:
    """The schema as it is written to a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _definitions() -> dict[str, Schema]:
    steps = {f"step_{shape.name}": _step(shape) for shape in STEPS}
    verbs = tuple(shape.name for shape in STEPS)
    asks_nothing = tuple(verb for verb in verbs if verb not in CHECK_POINTS)
    return {
        "session": _session(),
        "parts_file": _object(PARTS_FILE),
        "steps": _list_of(verbs),
        "landing_steps": _list_of(asks_nothing),
        "plain_steps": _list_of(PLAIN_VERBS),
        **steps,
    }


def _session() -> Schema:
    found = _object(FILE)
    arriving, landing = (found["properties"][name] for name in ("arriving", "landing"))
    asks = "`arriving` ends with a check-point, such as `- check_in: And now?`"
    arriving["allOf"].append({"contains": _has_any(CHECK_POINTS), "errorMessage": asks})
    landing["allOf"] = [{"$ref": "#/definitions/landing_steps"}]
    skips = {"properties": {"if_skipped": {"const": "direct"}}, "required": ["if_skipped"]}
    return found | {"if": skips, "then": {"required": ["direct"]}}


def _step(shape: FieldSet) -> Schema:
    found = {"title": f"{shape.name} step", **_object(shape)}
    if {"for", "until"} <= shape.keys:
        found["dependencies"] = {"until": {"not": {"required": ["for"]}}}
    if found["required"] != [shape.name]:
        found["required"] = [shape.name, *(name for name in found["required"] if name != shape.name)]
    return found


def _object(shape: FieldSet) -> Schema:
    required = [row.name for row in shape.fields if row.required]
    return {
        "type": "object",
        "description": shape.doc,
        "properties": {row.name: _property(row) for row in shape.fields},
        "required": required or [shape.name],
        "additionalProperties": False,
    }


def _property(row: Field) -> Schema:
    found: Schema = {**_KINDS[row.kind](row), "description": _described(row)}
    if "pattern" in found:
        found["patternErrorMessage"] = _SAYS[found["pattern"]]
    if row.example and row.kind in _ONE_VALUE:
        found["examples"] = [row.example]
    return found


def _described(row: Field) -> str:
    default = f" Without it: {row.default}." if row.default else ""
    example = f" Such as `{row.example}`." if row.example else ""
    return f"{row.doc}{default}{example}"


def _list_of(verbs: Sequence[str]) -> Schema:
    """A list of steps, each chosen by its verb, so that an editor's messages are about the right step.

    Verbs come in the order of the table: `bell` is a step, and a key of `say`.
    """
    item = _no_step_yet(verbs)
    for verb in reversed(verbs):
        has_verb = {"type": "object", "required": [verb]}
        item = {"if": has_verb, "then": {"$ref": f"#/definitions/step_{verb}"}, "else": item}
    return {"type": "array", "minItems": 1, "items": item}


def _no_step_yet(verbs: Sequence[str]) -> Schema:
    """The schema of a step without a verb: it offers the verbs, and never matches."""
    return {
        "title": "step",
        "type": "object",
        "properties": {shape.name: _property(shape.fields[0]) for shape in STEPS if shape.name in verbs},
        "additionalProperties": False,
        "minProperties": 1,
        "errorMessage": f"a step here begins with {listed(tuple(verbs))}",
    }


def _has_any(names: Iterable[str]) -> Schema:
    return {"anyOf": [{"required": [name]} for name in names]}


def _text(pattern: str) -> Callable[[Field], Schema]:
    return lambda row: {"type": _SCALAR, "pattern": pattern, "maxLength": row.high or MOST_CHARACTERS}


def _question(row: Field) -> Schema:
    return {"type": [*_SCALAR, "null"], "pattern": _MAYBE_LINE, "maxLength": row.high}


def _written(pattern: str) -> Callable[[Field], Schema]:
    return lambda _: {"type": "string", "pattern": pattern, "errorMessage": _SAYS[pattern]}


def _number(row: Field) -> Schema:
    return {"type": ["integer", "string"], "minimum": row.low, "maximum": row.high, "pattern": _NUMBER}


def _choice(row: Field) -> Schema:
    return {"enum": list(row.choices)}


def _version(row: Field) -> Schema:
    return {"enum": [*(int(choice) for choice in row.choices), *row.choices]}


def _items(item: Schema) -> Callable[[Field], Schema]:
    return lambda row: {"type": "array", "items": item, "minItems": row.low, "maxItems": row.high}


def _words(row: Field) -> Schema:
    return _items(_choice(row))(row)


def _steps(name: str) -> Callable[[Field], Schema]:
    return lambda _: {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def _parts(_row: Field) -> Schema:
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": _PART},
        "additionalProperties": {"$ref": "#/definitions/plain_steps"},
    }


def _options(row: Field) -> Schema:
    return _items(_object(OPTION))(row)


_KINDS: dict[ValueKind, Callable[[Field], Schema]] = {
    ValueKind.LINE: _text(_LINE),
    ValueKind.TEXT: _text(_TEXT),
    ValueKind.REMINDER: _text(_SIX_WORDS),
    ValueKind.QUESTION: _question,
    ValueKind.FORMAT: _version,
    ValueKind.DURATION: _written(_DURATION),
    ValueKind.NUMBER: _number,
    ValueKind.CHOICE: _choice,
    ValueKind.WORDS: _words,
    ValueKind.TEXTS: _items({"type": _SCALAR, "pattern": _TEXT, "maxLength": MOST_CHARACTERS}),
    ValueKind.PATHS: _items({"type": "string", "pattern": _PATH, "patternErrorMessage": _SAYS[_PATH]}),
    ValueKind.LANGUAGE: _written(_LANGUAGE),
    ValueKind.NAME: _written(_PART),
    ValueKind.PACER: lambda _: _object(PACER),
    ValueKind.OPTIONS: _options,
    ValueKind.PLAIN_STEPS: _steps("plain_steps"),
    ValueKind.STEPS: _steps("steps"),
    ValueKind.PARTS: _parts,
}
_ONE_VALUE = {
    ValueKind.LINE,
    ValueKind.TEXT,
    ValueKind.REMINDER,
    ValueKind.QUESTION,
    ValueKind.DURATION,
    ValueKind.CHOICE,
    ValueKind.LANGUAGE,
    ValueKind.NAME,
}
"""Kinds whose example is a value that an editor can insert as it is."""
