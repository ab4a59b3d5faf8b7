"""What comments do: `# allow: W501 reason` keeps advice back; ` #` inside text cuts it off (W509)."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from sessions.faults import Faults, Span
from sessions.reading.decode import Draft
from sessions.reading.nodes import ListNode, MapNode, Node, Scalar

Allowed: TypeAlias = dict[int, set[str]]
"""Ids by the number of the line they are allowed on."""


@cache
def _allow() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)#\s*allow:\s*(W\d{3}(?:[\s,]+W\d{3})*)(?:\s|$)")


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"\s+#")


def allowed(lines: list[str]) -> Allowed:
    """Ids that are allowed: a comment speaks for its own line, alone on a line for the next one as well."""
    found: Allowed = {}
    for number, line in enumerate(lines, 1):
        if "allow:" in line and (match := _allow().search(line)):
            ids = set(re.findall(r"W\d{3}", match.group(1)))
            for spoken_for in (number, number + 1) if line.lstrip().startswith("#") else (number,):
                found.setdefault(spoken_for, set()).update(ids)
    return found


def advise_on_comments(draft: Draft, faults: Faults) -> None:
    """W509: report text without quotes that is followed by something that looks like more of it."""
    if any(" #" in line for line in faults.lines):
        _look(draft.root, faults)


def _look(node: Node, faults: Faults) -> None:
    if isinstance(node, MapNode):
        for _, value in node.entries.values():
            _look(value, faults)
    elif isinstance(node, ListNode):
        for item in node.items:
            _look(item, faults)
    elif isinstance(node, Scalar) and node.plain and node.text:
        _look_behind(node, faults)


def _look_behind(node: Scalar, faults: Faults) -> None:
    """After a finished sentence, or a single word, a comment is a comment; `#1` is more likely text."""
    line = faults.lines[node.end_line - 1]
    match = _comment().match(line, node.end_column - 1)
    if match is None or _allow().search(line, match.start()):
        return
    unfinished = " " in node.text and not node.text.endswith((".", "?", "!", "…", '"', "”", ")"))
    touching = line[match.end() : match.end() + 1].isalnum()
    if touching or unfinished:
        column = match.end()
        span = Span(node.end_line, column, node.end_line, column + 1)
        help_ = "if it belongs to the text, put the text in quotes; a comment after a full stop is left alone"
        faults.add("W509", span, "the text ends here: a space and `#` begin a comment", help_)
