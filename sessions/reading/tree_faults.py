"""Faults for valid YAML that a session file may not hold."""

from __future__ import annotations

from typing import Any

from sessions.faults import Faults, Span
from sessions.naming import quoted
from sessions.reading.nodes import Broken, MapNode, Node, Scalar
from sessions.unsafe import REPLACEMENT, Unsafe

_WRITE_A_PART = "write the steps as a part and play it with `use`, or quote the text"


def empty_file(faults: Faults) -> None:
    """Report a file without anything."""
    faults.add("E104", Span(1, 1, 1, 1), "the file is empty", "`ajar new` writes one to begin with")


def second_document(event: Any, faults: Faults) -> None:
    """Report the start of another document."""
    faults.add("E116", _span(event), "a second document begins here", "keep one session to a file")


def too_deep(event: Any, most: int, faults: Faults) -> None:
    """Report a list or map inside `most` others."""
    message = f"lists and keys are nested more than {most} deep"
    faults.add("E119", _first(event), message, "a session is a few flat lists of steps")


def too_many(event: Any, most: int, faults: Faults) -> None:
    """Report the first node after `most` others."""
    message = f"the file holds more than {most:,} texts, lists and keys"
    faults.add("E120", _first(event), message, "share it out over several files with `parts_from`")


def alias(event: Any, faults: Faults) -> None:
    """Report a reference to an anchor."""
    message = f"{quoted('*' + event.anchor)} is an alias, and a session file has none"
    faults.add("E112", _span(event), message, _WRITE_A_PART)


def decorated(event: Any, faults: Faults) -> None:
    """Report an anchor or a tag in front of a node."""
    line, column, *_ = place = _span(event)
    source = faults.lines[line - 1] if line <= len(faults.lines) else ""
    word = source[column - 1 : _end_of_word(source, column - 1)]
    span = Span(line, column, line, column + max(1, len(word)))
    if event.anchor is not None and not word.startswith("!"):
        message = f"{quoted('&' + event.anchor)} is an anchor, and a session file has none"
        faults.add("E112", span, message, _WRITE_A_PART)
    else:
        message = f"{quoted(word or str(tuple(place)))} is a tag, and a session file has none"
        faults.add("E113", span, message, "leave it out, or put the text in quotes")


def _end_of_word(source: str, start: int) -> int:
    """The index of the next space, or of the end; copies nothing: a line may hold thousands of words."""
    end = source.find(" ", start)
    return len(source) if end < 0 else end


def escaped(found: list[Unsafe], scalar: Scalar, faults: Faults) -> None:
    """Report what a text in double quotes may not hold, not even as an escape."""
    from sessions.reading.unsafe_faults import report_escaped  # noqa: PLC0415  # seldom needed

    report_escaped(found, scalar.span, faults)


def refused_key(node: Node, holder: MapNode, faults: Faults) -> None:
    """Report why a node cannot be a key of its map, unless that has been reported."""
    if isinstance(node, Broken) or (isinstance(node, Scalar) and REPLACEMENT in node.text):
        return
    if not isinstance(node, Scalar) or not node.text:
        span = node.span._replace(end_line=node.line, end_column=node.column + 1)
        faults.add("E117", span, "a key is a plain word followed by a colon")
    elif node.text == "<<" and node.plain:
        help_ = "write the keys out, or make the steps a part and play it with `use`"
        faults.add("E114", node.span, "`<<` merges keys, and a session file has none of that", help_)
    else:
        first = holder.entries[node.text].key.line
        message = f"the key {quoted(node.text)} stands here a second time"
        faults.add("E115", node.span, message, f"it stands first on line {first}; keep one of the two")


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _first(event: Any) -> Span:
    """The first character of a node."""
    line, column, *_ = _span(event)
    return Span(line, column, line, column + 1)
