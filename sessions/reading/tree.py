"""Builds a tree of nodes from YAML's events, by recursive descent.

Imported with the first file only: `yaml` takes longer to load than a file takes to read.
"""

from __future__ import annotations

from typing import Any, TypeGuard

from yaml import YAMLError
from yaml.events import AliasEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent, ScalarEvent
from yaml.events import SequenceEndEvent as ListEndEvent

from sessions.faults import Faults
from sessions.reading import tree_faults as say
from sessions.reading.nodes import Broken, ListNode, MapNode, Node, Pair, Scalar
from sessions.unsafe import REPLACEMENT, find_unsafe, is_plain

MOST_NODES = 20_000
MOST_DEPTH = 12


class GiveUpError(Exception):
    """The file is too large to go on; the reason has been reported."""


class Builder:
    """Builds the tree of one file; reports what a session file may not hold."""

    def __init__(self, parser: Any, faults: Faults) -> None:
        """`parser` gives its events one by one, and None after the last."""
        self._parser = parser
        self._next = parser.get_event
        self._faults = faults
        self._nodes = 0
        self._depth = 0

    def build(self) -> Node | None:
        """The root of the only document; None for an empty file, which is reported.

        Raises:
            GiveUpError: the file is too large or too deep, or holds a second document.
            YAMLError: this is not YAML.
        """
        try:
            root = self._root()
        finally:
            self._parser.dispose()
        if root is None or _is_nothing(root):
            say.empty_file(self._faults)
            return None
        return root

    def _root(self) -> Node | None:
        root: Node | None = None
        for event in iter(self._next, None):
            if type(event) is DocumentStartEvent:
                if root is not None:
                    say.second_document(event, self._faults)
                    raise GiveUpError
                root = self._node(self._next())
        return root

    def _node(self, event: Any) -> Node:
        """The node that begins with an event."""
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event)
        node = self._open(event)
        self._fill(node)
        return node

    def _scalar(self, event: Any) -> Scalar | Broken:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            say.decorated(event, self._faults)
        text, style = event.value, event.style
        scalar = Scalar(text, not style, event.start_mark, event.end_mark)
        if style in ("|", ">"):
            self._check_header(scalar)
        elif style == '"' and not is_plain(text) and (found := list(find_unsafe(text))):
            say.escaped(found, scalar, self._faults)
            return Broken(event.start_mark)
        return scalar

    def _check_header(self, block: Scalar) -> None:
        """Leave a block whose `|` touches a comment to the pure Python parser, which refuses it."""
        header = self._faults.lines[block.line - 1][block.column - 1 :].split(" ", 1)[0]
        if "#" in header:
            raise YAMLError

    def _alias(self, event: Any) -> Broken:
        self._count(event)
        say.alias(event, self._faults)
        return Broken(event.start_mark)

    def _open(self, event: Any) -> ListNode | MapNode:
        """The list or map that begins with an event, still empty."""
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            say.decorated(event, self._faults)
        if self._depth >= MOST_DEPTH:
            say.too_deep(event, MOST_DEPTH, self._faults)
            raise GiveUpError
        return (MapNode if type(event) is MappingStartEvent else ListNode)(event.start_mark)

    def _fill(self, node: Node) -> None:
        """Put in what belongs to a list or map, up to its end; any other node holds nothing."""
        self._depth += 1
        if isinstance(node, MapNode):
            self._fill_map(node)
        elif isinstance(node, ListNode):
            while type(event := self._next()) is not ListEndEvent:
                node.items.append(self._node(event))
        self._depth -= 1

    def _fill_map(self, node: MapNode) -> None:
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, node)
            value = self._node(self._next())
            if key is not None:
                if _is_nothing(value):
                    value.start = value.end = key.end  # the parsers disagree on the place of an empty value
                node.entries[key.text] = Pair(key, value)

    def _key(self, event: Any, holder: MapNode) -> Scalar | None:
        """The key that begins with an event, or None with the reason reported."""
        if type(event) is ScalarEvent:
            node: Node = self._scalar(event)
            if isinstance(node, Scalar) and _is_key(node) and node.text not in holder.entries:
                return node
        else:
            node = self._alias(event) if type(event) is AliasEvent else self._open(event)
        holder.lossy = True
        say.refused_key(node, holder, self._faults)
        self._fill(node)
        return None

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            say.too_many(event, MOST_NODES, self._faults)
            raise GiveUpError


def _is_nothing(node: Node) -> TypeGuard[Scalar]:
    """Whether a value is left empty."""
    return isinstance(node, Scalar) and node.plain and not node.text


def _is_key(node: Scalar) -> bool:
    text = node.text
    return text != "" and REPLACEMENT not in text and (text != "<<" or not node.plain)
