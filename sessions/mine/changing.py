"""Adds a line to the text of a person's own file, or removes one; all other lines and comments stay.

The changed text is read again before it is returned: a file laid out in an odd way is refused, never spoilt.
"""

from __future__ import annotations

from typing import NamedTuple

from sessions.mine.fields import MOST_CHARACTERS, MOST_LINES, SIGNS
from sessions.mine.model import Mine
from sessions.mine.reading import is_nothing, read
from sessions.reading.nodes import ListNode, MapNode, Node, Pair, Scalar
from sessions.unsafe import find_unsafe
from sessions.yaml_text import in_quotes, scalar


class UnchangedError(Exception):
    """The change cannot be made; the message is a clause that says why, safe to print."""


def with_line(text: str, name: str, line: str) -> str:
    """The text of a file with a line at the end of one of its lists.

    Args:
        text: a file without faults.
        name: a field of `Mine`.
        line: what somebody typed.

    Raises:
        UnchangedError: the line or the list is too long, or the file is laid out in an odd way.
    """
    line = _fit(line)
    before = read(text.encode(), "").mine
    held = getattr(before, name)
    if len(held) >= MOST_LINES:
        raise UnchangedError(f"the list has {MOST_LINES} lines, and takes no more")
    page = _Page(text)
    page.put(name, line)
    return _sound(page.text, before._replace(**{name: (*held, line)}))


def without_line(text: str, name: str, line: str) -> str:
    """The text of a file without a line of one of its lists; of two equal lines, the last one is removed.

    Raises:
        UnchangedError: there is no such line, or the file is laid out in an odd way.
    """
    before = read(text.encode(), "").mine
    held = getattr(before, name)
    if line not in held:
        raise UnchangedError("that line is not there any more")
    number = len(held) - 1 - held[::-1].index(line)
    page = _Page(text)
    page.take(name, number)
    return _sound(page.text, before._replace(**{name: held[:number] + held[number + 1 :]}))


def _fit(line: str) -> str:
    line = " ".join(line.split())
    if not line:
        raise UnchangedError("there is nothing in that line")
    if len(line) > MOST_CHARACTERS:
        raise UnchangedError(f"it has {len(line)} characters, and {MOST_CHARACTERS} are the most")
    if any(find_unsafe(line)):
        raise UnchangedError("it holds a character that nobody can see, or that a terminal would obey")
    return line


def _sound(text: str, wanted: Mine) -> str:
    found = read(text.encode(), "")
    if found.faults or found.mine != wanted:
        raise UnchangedError("the file is laid out in a way that is safer changed in an editor")
    return text


class _Stretch(NamedTuple):
    """A range of lines, counted from 0; `last` is the first line after it."""

    first: int
    last: int


class _Page:
    """The lines of a file, and its tree of nodes with their places."""

    def __init__(self, text: str) -> None:
        self._root = read(text.encode(), "").root
        self._lines = text.splitlines(keepends=True)
        self._end = "\r\n" if "\r\n" in text else "\n"

    @property
    def text(self) -> str:
        return "".join(self._lines)

    def put(self, name: str, line: str) -> None:
        pair = self._pair(name)
        if pair is None:
            self._put_key(name, line)
        elif isinstance(pair.value, ListNode):
            self._put_item(pair.value, line)
        else:
            self._insert(pair.key.line, _item(pair.key.column + 1, line))

    def take(self, name: str, number: int) -> None:
        pair = self._pair(name)
        items = pair.value.items if pair and isinstance(pair.value, ListNode) else []
        written = [item for item in items if isinstance(item, Scalar) and item.text.strip()]
        if pair is None or self._is_inline(pair.value):
            raise UnchangedError("a list in brackets is safer changed in an editor")
        if number < len(written):
            stretch = self._stretch(written[number], pair.value.column - 1)
            del self._lines[stretch.first : stretch.last]

    def _pair(self, name: str) -> Pair | None:
        holder: Node | None = self._root
        if name in SIGNS.keys and isinstance(holder, MapNode):
            signs = holder.entries.get(SIGNS.name)
            holder = signs.value if signs else None
        return holder.entries.get(name) if isinstance(holder, MapNode) else None

    def _put_key(self, name: str, line: str) -> None:
        """Add a key that is not there yet: at the end of the file, or below the key it belongs to."""
        signs = self._root.entries.get(SIGNS.name) if self._root and name in SIGNS.keys else None
        if signs is None:
            below = [f"{SIGNS.name}:", f"  {name}:", _item(4, line)] if name in SIGNS.keys else None
            self._insert(len(self._lines), "", *(below or (f"{name}:", _item(2, line))))
            return
        known = signs.value.entries.values() if isinstance(signs.value, MapNode) else ()
        column = next((key.column - 1 for key, _ in known), signs.key.column + 1)
        self._insert(signs.key.line, " " * column + f"{name}:", _item(column + 2, line))

    def _put_item(self, node: ListNode, line: str) -> None:
        last = next((item for item in reversed(node.items) if not is_nothing(item)), None)
        if self._is_inline(node):
            self._put_inline(node, last, line)
        elif isinstance(last, Scalar):
            self._insert(self._stretch(last, node.column - 1).last, _item(node.column - 1, line))
        else:
            self._insert(node.line - 1, _item(node.column - 1, line))

    def _put_inline(self, node: ListNode, last: Node | None, line: str) -> None:
        """Add to a list in brackets: after its last text, or after the opening bracket."""
        at, column, comma = node.line - 1, node.column, ""
        if isinstance(last, Scalar):
            at, column, comma = last.end.line, last.end.column, ", "
        there = self._lines[at]
        self._lines[at] = f"{there[:column]}{comma}{in_quotes(line)}{there[column:]}"

    def _stretch(self, item: Scalar, dash: int) -> _Stretch:
        """The lines of an item, without empty lines and comments below a block of text."""
        last = item.end.line + (item.end.column > 0)
        while last > item.line and self._is_between(self._lines[last - 1], dash):
            last -= 1
        return _Stretch(item.line - 1, max(last, item.line))

    @staticmethod
    def _is_between(line: str, dash: int) -> bool:
        text = line.lstrip(" ")
        return not text.strip() or (text.startswith("#") and len(line) - len(text) <= dash)

    def _is_inline(self, node: Node) -> bool:
        return self._lines[node.line - 1][node.column - 1] == "["

    def _insert(self, at: int, *lines: str) -> None:
        if at and self._lines and not self._lines[at - 1].endswith(("\n", "\r")):
            self._lines[at - 1] += self._end
        self._lines[at:at] = [f"{line}{self._end}" for line in lines]


def _item(column: int, line: str) -> str:
    return f"{' ' * column}- {scalar(line)}"
