"""From the text of a file to a tree of nodes, by way of YAML's events.

PyYAML's event stream is used and nothing above it: composing a hostile file with the C parser can end the
interpreter. The C parser reads every file; where it gives up, the pure one reads it again and has the last
word, so that a machine without libyaml shows the same faults at the same places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sessions.faults import Faults, Span, quoted
from sessions.reading.nodes import Broken, Entry, Mapping, Node, Scalar, Sequence
from sessions.reading.rawtext import prepare
from sessions.reading.syntax_faults import explain_syntax
from sessions.reading.unsafe_faults import report_escaped
from sessions.unsafe import REPLACEMENT, find_unsafe, is_plain

if TYPE_CHECKING:
    from types import ModuleType

MOST_NODES = 20_000
MOST_DEPTH = 12


class _GiveUpError(Exception):
    """The file is too large to go on; the reason has been reported."""


def read_tree(text: str, faults: Faults, *, pure: bool = False) -> Node | None:
    """The tree of the only document in `text`, or None with the reason in `faults`.

    `text` has unified line ends and `faults` knows its lines. `pure` leaves the C parser out.
    """
    import yaml  # noqa: PLC0415  # 13 ms that a start without a session file does not need

    prepared = prepare(text, faults)
    if prepared is None:
        return None
    found = len(faults)
    fast = None if pure else getattr(yaml, "CBaseLoader", None)
    if fast is not None:
        try:
            return _Builder(yaml, faults).build(fast(prepared))
        except _GiveUpError:
            return None
        except yaml.YAMLError:
            faults.back_to(found)
    parser = yaml.BaseLoader(prepared)
    try:
        return _Builder(yaml, faults).build(parser)
    except _GiveUpError:
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        explain_syntax(error, parser.get_mark(), faults)
        return None


class _Builder:
    """Builds the tree from events; says what a session file may not hold."""

    def __init__(self, yaml: ModuleType, faults: Faults) -> None:
        self.faults = faults
        self.events = yaml
        self.stack: list[Sequence | Mapping] = []
        self.keys: list[Scalar | Broken | None] = []
        """For each level of the stack, the key that waits for its value."""
        self.nodes = 0
        self.root: Node | None = None

    def build(self, parser: Any) -> Node | None:
        """The root of the first document."""
        yaml, documents = self.events, 0
        actions = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
        }
        try:
            while parser.check_event():
                event = parser.get_event()
                action = actions.get(type(event))
                if action is not None:
                    action(event)
                elif type(event) is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._second_document(event)
        finally:
            parser.dispose()
        if documents == 0 or self._is_nothing(self.root):
            self.faults.add(
                "E104", Span(1, 1, 1, 1), "the file is empty", "`ajar new` writes one to begin with"
            )
            return None
        return self.root

    def _scalar(self, event: Any) -> None:
        place = _place(event)
        self._count(place)
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        text = event.value
        if event.style in ("|", ">"):
            self._check_header(place)
        if event.style == '"' and not is_plain(text):
            found = list(find_unsafe(text))
            for unsafe in found:
                report_escaped(unsafe, Span(*place), self.faults)
            if found:
                self._attach(Broken(*place))
                return
        self._attach(Scalar(text, event.style is None or event.style == "", place))

    def _check_header(self, place: tuple[int, int, int, int]) -> None:
        """Leave a comment that touches the `|` of a block to the pure parser, which does not take it."""
        line, column, *_ = place
        header = self.faults.lines[line - 1][column - 1 :].split(" ", 1)[0]
        if "#" in header:
            raise self.events.YAMLError

    def _open(self, event: Any) -> None:
        place = _place(event)
        self._count(place)
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if len(self.stack) >= MOST_DEPTH:
            message = f"lists and keys are nested more than {MOST_DEPTH} deep"
            self.faults.add("E119", _first(place), message, "a session is a few flat lists of steps")
            raise _GiveUpError
        kind = Mapping if isinstance(event, self.events.MappingStartEvent) else Sequence
        node = kind((place[0], place[1], place[0], place[1] + 1))
        self._attach(node)
        self.stack.append(node)
        self.keys.append(None)

    def _close(self, _event: Any) -> None:
        self.stack.pop()
        self.keys.pop()

    def _alias(self, event: Any) -> None:
        place = _place(event)
        self._count(place)
        message = f"{quoted('*' + event.anchor)} is an alias, and a session file has none"
        self.faults.add(
            "E112",
            Span(*place),
            message,
            "write the steps as a part and play it with `use`, or quote the text",
        )
        self._attach(Broken(*place))

    def _decorated(self, event: Any) -> None:
        line, column, *_ = place = _place(event)
        source = self.faults.lines[line - 1] if line <= len(self.faults.lines) else ""
        word = source[column - 1 :].split(" ", 1)[0]
        span = Span(line, column, line, column + max(1, len(word)))
        if event.anchor is not None and not word.startswith("!"):
            message = f"{quoted('&' + event.anchor)} is an anchor, and a session file has none"
            self.faults.add(
                "E112", span, message, "write the steps as a part and play it with `use`, or quote the text"
            )
        else:
            self.faults.add(
                "E113",
                span,
                f"{quoted(word or str(place))} is a tag, and a session file has none",
                "leave it out, or put the text in quotes",
            )

    def _second_document(self, event: Any) -> None:
        place = _place(event)
        self.faults.add("E116", Span(*place), "a second document begins here", "keep one session to a file")
        raise _GiveUpError

    def _count(self, place: tuple[int, int, int, int]) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            message = f"the file holds more than {MOST_NODES:,} texts, lists and keys"
            self.faults.add(
                "E120", _first(place), message, "share it out over several files with `parts_from`"
            )
            raise _GiveUpError

    def _attach(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        holder = self.stack[-1]
        if isinstance(holder, Sequence):
            holder.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self._as_key(node, holder)
            return
        self.keys[-1] = None
        if isinstance(key, Scalar):
            if isinstance(node, Scalar) and node.plain and not node.text:
                node.move_to(key.end_line, key.end_column)  # the parsers do not agree on where nothing stands
            holder.entries[key.text] = Entry(key, node)

    def _as_key(self, node: Node, holder: Mapping) -> Scalar | Broken:
        """The node as a key, or a broken one with the reason reported."""
        broken = Broken(node.line, node.column, node.end_line, node.end_column)
        lossy, holder.lossy = holder.lossy, True
        if isinstance(node, Broken) or (isinstance(node, Scalar) and REPLACEMENT in node.text):
            return broken
        if not isinstance(node, Scalar) or not node.text:
            self.faults.add("E117", _first(node.span), "a key is a plain word followed by a colon")
        elif node.text == "<<" and node.plain:
            help_ = "write the keys out, or make the steps a part and play it with `use`"
            self.faults.add("E114", node.span, "`<<` merges keys, and a session file has none of that", help_)
        elif node.text in holder.entries:
            first = holder.entries[node.text].key.line
            message = f"the key {quoted(node.text)} stands here a second time"
            self.faults.add(
                "E115", node.span, message, f"it stands first on line {first}; keep one of the two"
            )
        else:
            holder.lossy = lossy
            return node
        return broken

    @staticmethod
    def _is_nothing(node: Node | None) -> bool:
        return node is None or (isinstance(node, Scalar) and node.plain and not node.text)


def _place(event: Any) -> tuple[int, int, int, int]:
    start, end = event.start_mark, event.end_mark
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1


def _first(place: tuple[int, int, int, int]) -> Span:
    """The first character of a place."""
    return Span(place[0], place[1], place[0], place[1] + 1)
