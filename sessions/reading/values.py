"""Readers of single values: each takes a node and a row of the table, and gives a value or reports a fault.

A reader that gives None has reported the fault, or was given a node that had been reported before.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sessions.durations import likely_meant, only_meant, seconds_in, written
from sessions.faults import Edit
from sessions.naming import listed, quoted
from sessions.reading.field_types import Field, ValueKind
from sessions.reading.fields import MOST_CHARACTERS
from sessions.reading.nodes import Broken, ListNode, MapNode, Node, Pair, Scalar
from sessions.reading.records import Context, Reader


def read_text(context: Context, row: Field, entry: Pair) -> str | None:
    """Text that may go over several lines."""
    text = _filled(context, row, entry)
    return None if text is None else _not_longer(context, row, entry, text)


def read_line(context: Context, row: Field, entry: Pair) -> str | None:
    """Text on one line."""
    text = read_text(context, row, entry)
    if text is not None and "\n" in text:
        context.faults.add(
            "E212", entry.key.span, f"`{row.name}` is one line", "write it on the line of its key"
        )
        return None
    return text


def read_reminder(context: Context, row: Field, entry: Pair) -> str | None:
    """At most six words."""
    text = read_line(context, row, entry)
    if text is not None and len(text.split()) > 6:
        context.faults.add(
            "E213", entry.value.span, f"this reminder has {len(text.split())} words", "six words are the most"
        )
        return None
    return text


def read_question(context: Context, row: Field, entry: Pair) -> str | None:
    """One line, or nothing."""
    text = _scalar(context, row, entry)
    return text if not text else read_line(context, row, entry)


def read_duration(context: Context, row: Field, entry: Pair) -> float | None:
    """Seconds."""
    text = _filled(context, row, entry)
    if text is None:
        return None
    seconds = seconds_in(text)
    if seconds is None:
        help_ = likely_meant(text) or "durations look like `20s`, `1m30s` or `5m`"
        bare = "has no unit" if text.isdigit() else "is no duration"
        sure = only_meant(text)
        fits = sure and row.low <= (seconds_in(sure) or 0) <= row.high
        edit = Edit(entry.value.span, sure) if fits else None
        context.faults.add("E205", entry.value.span, f"{quoted(text)} {bare}", help_, edit)
    elif not row.low <= seconds <= row.high:
        message = f"`{row.name}` is between {written(row.low)} and {written(row.high)}"
        context.faults.add("E206", entry.value.span, message)
        return None
    return seconds


def read_number(context: Context, row: Field, entry: Pair) -> int | None:
    """A whole number in range."""
    text = _filled(context, row, entry)
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) < 6 and row.low <= int(text) <= row.high:
        return int(text)
    message = f"`{row.name}` is a whole number from {row.low} to {row.high}"
    context.faults.add("E208", entry.value.span, message)
    return None


def read_choice(context: Context, row: Field, entry: Pair) -> str | None:
    """One of the known words."""
    text = _filled(context, row, entry)
    return None if text is None else _one_of(context, row, entry.value, text)


def read_format(context: Context, row: Field, entry: Pair) -> str | None:
    """The version of the format; there is only one."""
    text = _scalar(context, row, entry)
    if text is not None and text != "1":
        newer = text.isascii() and text.isdigit() and int(text[:9]) > 1
        help_ = "a newer ajar wrote this file, and reads it; this one reads `format: 1`"
        context.faults.add(
            "E214",
            entry.value.span,
            f"format {quoted(text)} is not known here",
            help_ if newer else "write `format: 1`",
        )
        return None
    return text


_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}"


def read_language(context: Context, row: Field, entry: Pair) -> str | None:
    """A language tag by its form; whether such a language exists is not looked up."""
    text = _scalar(context, row, entry)
    if text is None or re.fullmatch(_LANGUAGE, text):
        return text
    help_ = "write two or three letters, such as `en` or `pt-BR`"
    context.faults.add("E215", entry.value.span, f"{quoted(text)} is no language tag", help_)
    return None


_NAME = r"\w[\w-]{0,39}"


def read_name(context: Context, row: Field, entry: Pair) -> str | None:
    """The name of a part."""
    text = _scalar(context, row, entry)
    return None if text is None else checked_name(context, entry.value, text)


def checked_name(context: Context, node: Node, text: str) -> str | None:
    """`text`, if a part may have that name."""
    if re.fullmatch(_NAME, text):
        return text
    help_ = "use up to 40 letters, digits, `-` and `_`"
    context.faults.add("E216", node.span, f"{quoted(text)} cannot be the name of a part", help_)
    return None


def read_texts(context: Context, row: Field, entry: Pair) -> tuple[str, ...] | None:
    """A list of texts."""
    return _items(context, row, entry, read_text)


def read_words(context: Context, row: Field, entry: Pair) -> tuple[str, ...] | None:
    """A list of known words."""
    return _items(context, row, entry, read_choice)


def items_of(context: Context, row: Field, entry: Pair) -> list[Node] | None:
    """The items of a list of the right length."""
    node = entry.value
    if isinstance(node, ListNode):
        if row.high and not row.low <= len(node.items) <= row.high:
            most = f"up to {row.high}" if row.low <= 1 else f"{row.low} to {row.high}"
            context.faults.add(
                "E217", entry.key.span, f"`{row.name}` holds {len(node.items)} items; it takes {most}"
            )
            return None
        return node.items
    if isinstance(node, Scalar) and not node.text:
        _empty(context, row, entry)
    elif not isinstance(node, Broken):
        help_ = f"begin each item on its own line with a dash: `- {row.example.removeprefix('- ')}`"
        edit = _as_list(row, node) if isinstance(node, Scalar) and node.plain else None
        wrong_kind(context, row.name, row.kind.value, node, help_ if row.example else "", edit=edit)
    return None


def _as_list(row: Field, node: Scalar) -> Edit | None:
    """Put brackets around known words that stand after the key on its line."""
    words = [word.strip() for word in node.text.split(",")]
    known = row.kind is ValueKind.WORDS and set(words) <= set(row.choices)
    return Edit(node.span, f"[{', '.join(words)}]") if known else None


def wrong_kind(  # noqa: PLR0913  # the fault's own fields
    context: Context,
    name: str,
    wanted: str,
    node: Node,
    help: str = "",  # noqa: A002  # the name of the fault's own field
    *,
    edit: Edit | None = None,
) -> None:
    """Report a value of the wrong kind, such as text where a list belongs."""
    found = {Scalar: "text", ListNode: "a list", MapNode: "keys and values"}.get(type(node))
    if found:
        context.faults.add("E203", node.span, f"`{name}` takes {wanted}, not {found}", help, edit)


def _items(
    context: Context, row: Field, entry: Pair, read: Callable[[Context, Field, Pair], str | None]
) -> tuple[str, ...] | None:
    nodes = items_of(context, row, entry)
    if nodes is None:
        return None
    texts = [read(context, row, Pair(entry.key, node)) for node in nodes]
    found = tuple(text for text in texts if text is not None)
    return found if len(found) == len(nodes) else None


def _scalar(context: Context, row: Field, entry: Pair) -> str | None:
    node = entry.value
    if isinstance(node, Scalar):
        return node.text.strip()
    wrong_kind(context, row.name, row.kind.value if row.kind.value.startswith("a") else "text", node)
    return None


def _filled(context: Context, row: Field, entry: Pair) -> str | None:
    """The text of a scalar that may not be empty."""
    text = _scalar(context, row, entry)
    if text == "":
        _empty(context, row, entry)
    return text or None


def _empty(context: Context, row: Field, entry: Pair) -> None:
    example = (
        f"such as `{row.name}: {row.example}`" if row.example and not row.example.startswith("-") else ""
    )
    context.faults.add("E204", entry.key.span, f"`{row.name}` has no value", example)


_LISTS = (ValueKind.TEXTS, ValueKind.PATHS)
"""In the rows of these, the limits are for the number of items, not for the length of one."""


def _not_longer(context: Context, row: Field, entry: Pair, text: str) -> str | None:
    most = MOST_CHARACTERS if row.kind in _LISTS else row.high
    if len(text) <= most:
        return text
    message = f"`{row.name}` has {len(text)} characters; {most} are the most"
    context.faults.add(
        "E211", entry.key.span, message, "share it out over more steps" if row.name == "say" else ""
    )
    return None


def _one_of(context: Context, row: Field, node: Node, text: str) -> str | None:
    if text in row.choices:
        return text
    guesses = context.faults.guesses
    near = guesses.nearest(text, row.choices)
    help_ = f"did you mean `{near}`?" if near else f"write {listed(row.choices)}"
    sure = guesses.only_nearest(text, row.choices)
    edit = Edit(node.span, sure) if sure else None
    context.faults.add("E207", node.span, f"`{row.name}` cannot be {quoted(text)}", help_, edit)
    return None


READERS: dict[ValueKind, Reader] = {
    ValueKind.LINE: read_line,
    ValueKind.REMINDER: read_reminder,
    ValueKind.TEXT: read_text,
    ValueKind.QUESTION: read_question,
    ValueKind.DURATION: read_duration,
    ValueKind.NUMBER: read_number,
    ValueKind.CHOICE: read_choice,
    ValueKind.FORMAT: read_format,
    ValueKind.WORDS: read_words,
    ValueKind.TEXTS: read_texts,
    ValueKind.PATHS: read_texts,
    ValueKind.LANGUAGE: read_language,
    ValueKind.NAME: read_name,
}
"""Readers of single values; `sessions.reading.decode` adds those of steps and parts."""
