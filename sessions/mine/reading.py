"""Reads a person's own file: from its bytes to its lines, or to every fault with its place.

It is read as sessions are: no aliases, tags or types, limited in size and depth, no character that a terminal
would obey. Its text is not examined beyond that: no advice, no counts, no dates.
"""

from __future__ import annotations

from typing import NamedTuple

from sessions.faults import WHOLE_FILE, Fault, Faults, Span
from sessions.mine.fields import KEYS, MOST_BYTES, MOST_CHARACTERS, MOST_LINES, SIGNS
from sessions.mine.model import Mine
from sessions.mine.plain_faults import EMPTY, TOO_LARGE, in_own_words
from sessions.reading.field_types import Field, ValueKind
from sessions.reading.files import decode
from sessions.reading.nodes import Broken, ListNode, MapNode, Node, Pair, Scalar
from sessions.reading.records import Context, read_record
from sessions.reading.syntax import read_tree


class Read(NamedTuple):
    """The result of reading a file."""

    mine: Mine
    """Empty if there is a fault, since a line that was read in part could say something else."""
    faults: tuple[Fault, ...]
    """In the order of the file."""
    root: MapNode | None
    """The tree of nodes with their places; None for an empty file or a faulty one."""


def read(content: bytes, path: str) -> Read:
    """Read these bytes as the content of a file called `path`, which need not exist."""
    faults = Faults(path, [])
    root = _tree(content, faults)
    mine = _mine(root, faults) if root is not None else Mine()
    faults.forget(lambda _line, id_: id_ == EMPTY)  # an empty file is fine
    if found := tuple(in_own_words(fault) for fault in faults.in_order()):
        return Read(Mine(), found, None)
    return Read(mine, (), root if isinstance(root, MapNode) else None)


def _tree(content: bytes, faults: Faults) -> Node | None:
    if len(content) > MOST_BYTES:
        faults.add(TOO_LARGE, WHOLE_FILE, f"it is larger than {MOST_BYTES // 1024} KiB")
        return None
    text = decode(content, faults)
    if text is None:
        return None
    faults.lines = text.split("\n")
    return read_tree(text, faults)


def _mine(root: Node, faults: Faults) -> Mine:
    context = Context(faults, {ValueKind.TEXTS: _lines, ValueKind.PARTS: _signs})
    if not isinstance(root, MapNode):
        if not isinstance(root, Broken):
            faults.add(
                "E203", root.span, "the lines stand under no key", "begin with `words:`, then the lines"
            )
        return Mine()
    values = read_record(context, KEYS, root).values
    return Mine(**values.pop("signs", {}), **values)


def _signs(context: Context, row: Field, entry: Pair) -> dict[str, tuple[str, ...]]:
    node = entry.value
    if isinstance(node, MapNode):
        return read_record(context, SIGNS, node).values
    if not (isinstance(node, Broken) or is_nothing(node)):
        message = f"`{row.name}` has two lists"
        context.faults.add("E203", node.span, message, "put its lines below `closing:` or `opening:`")
    return {}


def _lines(context: Context, row: Field, entry: Pair) -> tuple[str, ...]:
    node = entry.value
    if not isinstance(node, ListNode):
        if not (isinstance(node, Broken) or is_nothing(node)):
            message, help_ = f"`{row.name}` is a list", "begin each line below it with a dash and a space"
            context.faults.add("E203", node.span, message, help_)
        return ()
    if len(node.items) > row.high:
        message = f"`{row.name}` holds {len(node.items)} lines; it takes up to {MOST_LINES}"
        context.faults.add("E217", node.items[MOST_LINES].span, message, "keep those that help most")
        return ()
    return tuple(text for item in node.items if (text := _line(item, context.faults)))


def _line(node: Node, faults: Faults) -> str:
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        if len(text) <= MOST_CHARACTERS:
            return text
        faults.add("E211", first_of(node), _too_long(text), "make two lines of it")
    elif isinstance(node, MapNode):
        message = "a colon and a space inside a line read as a key"
        faults.add("E106", first_of(node), message, "put the whole line in double quotes")
    elif isinstance(node, ListNode):
        message, help_ = "this is a list inside a list", "write one dash, or put the whole line in quotes"
        faults.add("E203", first_of(node), message, help_)
    return ""


def _too_long(text: str) -> str:
    return f"this line has {len(text)} characters; {MOST_CHARACTERS} are the most"


def is_nothing(node: Node) -> bool:
    """Whether a value is left empty."""
    return isinstance(node, Scalar) and node.plain and not node.text


def first_of(node: Node) -> Span:
    """The first character of a node."""
    return Span(node.line, node.column, node.line, node.column + 1)
