"""Comments: `# allow: W501 reason` keeps advice back (W514), and a ` #` meant as text cuts it off (W509)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sessions.faults import Faults, Span
from sessions.reading.decode import Draft
from sessions.reading.nodes import ListNode, MapNode, Node, Scalar

_ID = r"[A-Z]\d{3}"


@cache
def _allow() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)#\s*allow(-file)?:\s*({_ID}(?:[\s,]+{_ID})*)(?:\s|$)")


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"\s+#")


class Allowance:
    """An `# allow:` or `# allow-file:` comment; `unused` holds the ids that have kept nothing back so far."""

    def __init__(self, span: Span, ids: Iterable[str], reason: str) -> None:
        """`reason` is the text after the ids."""
        self.span = span
        self.unused = dict.fromkeys(ids)
        self.reason = reason


class Allowed:
    """The advice that a file's comments keep back.

    A comment holds for its own line, and alone on a line for the next one as well. `# allow-file:` holds for
    the whole file, wherever it stands.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` are those of a file."""
        self._by_line: dict[int, list[tuple[str, Allowance]]] = {}
        self._in_file: list[tuple[str, Allowance]] = []
        self.comments: list[Allowance] = []
        for number, line in enumerate(lines, 1):
            if "allow" in line and (match := _allow().search(line)):
                self._read(number, line, match)

    def _read(self, number: int, line: str, match: re.Match[str]) -> None:
        ids = re.findall(_ID, match.group(2))
        start = line.index("#", match.start()) + 1
        allow = Allowance(
            Span(number, start, number, len(line.rstrip()) + 1), ids, line[match.end() :].strip()
        )
        self.comments.append(allow)
        if match.group(1):
            self._in_file.extend((id_, allow) for id_ in ids)
            return
        for spoken_for in (number, number + 1) if line.lstrip().startswith("#") else (number,):
            self._by_line.setdefault(spoken_for, []).extend((id_, allow) for id_ in ids)

    def holds(self, line: int, id_: str) -> bool:
        """Whether a fault that begins on a line is kept back; marks the id of the comment as used."""
        speaking = (*self._by_line.get(line, ()), *self._in_file)
        allows = [allow for known, allow in speaking if known == id_ and known[0] == "W"]
        for allow in allows:
            allow.unused.pop(id_, None)
        return bool(allows)

    def __bool__(self) -> bool:
        return bool(self.comments)


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
    """Report what follows a text if it looks cut off: `#` touches a word, or several words end in no stop."""
    line = faults.lines[node.end_line - 1]
    match = _comment().match(line, node.end_column - 1)
    if match is None or _allow().match(line, match.end() - 1):
        return
    unfinished = " " in node.text and not node.text.endswith((".", "?", "!", "…", '"', "”", ")"))
    touching = line[match.end() : match.end() + 1].isalnum()
    if touching or unfinished:
        column = match.end()
        span = Span(node.end_line, column, node.end_line, column + 1)
        help_ = "if it belongs to the text, put the text in quotes; a comment after a full stop is left alone"
        faults.add("W509", span, "the text ends here: a space and `#` begin a comment", help_)
