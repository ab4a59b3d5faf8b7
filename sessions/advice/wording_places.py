"""Applies the wording rules to a file: which texts a person reads, on which track, where finds are (W6xx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, assert_never

from sessions.advice.word_lists import lists_for
from sessions.advice.wording import Find, Text, TextKind, find
from sessions.faults import Faults, Span
from sessions.naming import quoted
from sessions.reading.comments import Allowed
from sessions.reading.decode import Draft, Steps
from sessions.reading.nodes import ListNode, Node, Scalar
from sessions.reading.project import own_words
from sessions.written import Bell, Breathe, CheckIn, Choose, Mark, Notice, Quiet, Say, Step, Use, steps_in


class _Place(NamedTuple):
    """Where a text comes from."""

    at: Mark | None
    """The step; None for a key of the file."""
    key: str
    number: int = 0
    """The index of the item, where the value is a list."""


_Found = tuple[Text, _Place]


def look_at_wording(
    draft: Draft, included: Mapping[str, Steps], faults: Faults, language: str, kept_back: Allowed
) -> None:
    """Check every text a person reads, in `language`; `included` has the parts of other files."""
    written = list(_texts(draft, included))
    finds = [
        *find([text for text, _ in written], lists_for(language, own_words(faults.path))),
        *_flagged(written),
    ]
    for each in finds:
        if faults.full:
            return
        text, place = written[each.text]
        node, span, found = _where(draft, place, text.text, each, faults.lines)
        # No comment can stand inside a text of several lines; one beside its first line holds for all.
        if node.line == span.line or not kept_back.holds(node.line, each.id):
            _say(each.id, span, found, faults)
    _foreign_direct(draft, included, faults)


def _texts(draft: Draft, included: Mapping[str, Steps]) -> Iterator[_Found]:
    values = draft.values
    for key in ("title", "about"):
        if key in values:
            yield Text(values[key], TextKind.HEAD, shared=True), _Place(None, key)
    for number, question in enumerate(values.get("reflect", ())):
        yield Text(question, TextKind.QUESTION, shared=True), _Place(None, "reflect", number)
    for name, steps in draft.sections.items():
        yield from _in_steps(steps.steps, shared=name != "direct")
    played = _played_by(draft, included)
    for name, steps in draft.parts.items():
        yield from _in_steps(steps.steps, shared=played.get(name))


def _in_steps(steps: Iterable[Step], *, shared: bool | None) -> Iterator[_Found]:
    """`shared` is None where it is not known which track plays the steps; then their own flags decide."""
    unnamed = shared is not False
    for step in steps:
        match step:
            case Say():
                yield from _in_say(step, shared=shared)
            case Quiet():
                if step.reminder:
                    yield Text(step.reminder, TextKind.PROMPT, unnamed), _Place(step.at, "reminder")
            case Breathe():
                yield Text(step.or_else, TextKind.PROMPT, unnamed), _Place(step.at, "or_else")
            case CheckIn() | Notice():
                if step.text:
                    key = "check_in" if isinstance(step, CheckIn) else "notice"
                    yield Text(step.text, TextKind.QUESTION, unnamed), _Place(step.at, key)
            case Choose():
                yield from _in_choose(step, shared=shared)
            case Bell() | Use():
                pass  # they show no text of their own
            case _:
                assert_never(step)


def _in_choose(step: Choose, *, shared: bool | None) -> Iterator[_Found]:
    unnamed = shared is not False
    yield Text(step.text, TextKind.QUESTION, unnamed), _Place(step.at, "choose")
    for option in step.options:
        yield Text(option.text, TextKind.ANSWER, unnamed), _Place(option.at, "text")
        yield from _in_steps(option.steps, shared=shared)


def _in_say(step: Say, *, shared: bool | None) -> Iterator[_Found]:
    at, kind, direct = step.at, TextKind.PROMPT, "direct" in step.tags
    goes_unnamed = not direct if shared is None else shared
    yield Text(step.text, kind, goes_unnamed, direct), _Place(at, "say")
    for number, wording in enumerate(step.wordings):
        yield Text(wording, kind, goes_unnamed, direct), _Place(at, "or", number)
    if step.less:
        yield Text(step.less, kind, goes_unnamed, direct), _Place(at, "less")


def _played_by(draft: Draft, included: Mapping[str, Steps]) -> dict[str, bool]:
    """For each part that is played, whether it is played outside the direct track."""
    if draft.is_parts_file:
        return {}
    known = {**included, **draft.parts}
    played: dict[str, bool] = {}
    for shared in (False, True):
        wanted = [use for name, use in _section_uses(draft) if (name != "direct") is shared]
        while wanted:
            part = wanted.pop().part
            if part in known and played.get(part) is not shared:
                played[part] = shared
                wanted += _uses(known[part].steps)
    return played


def _section_uses(draft: Draft) -> Iterator[tuple[str, Use]]:
    for name, steps in draft.sections.items():
        for use in _uses(steps.steps):
            yield name, use


def _uses(steps: Iterable[Step]) -> list[Use]:
    return [step for step in steps_in(steps) if isinstance(step, Use)]


def _flagged(written: list[_Found]) -> Iterator[Find]:
    """Finds beats that their author tagged direct, outside the direct track."""
    for number, (text, place) in enumerate(written):
        if text.direct and text.shared and place.key == "say":
            yield Find("W621", number, -1, -1)


def _foreign_direct(draft: Draft, included: Mapping[str, Steps], faults: Faults) -> None:
    """Report parts of other files with such beats, at the `use` that plays them."""
    flagged = {name for name, steps in included.items() if _has_direct(steps.steps)}
    if not flagged:
        return
    flagged &= {name for name, shared in _played_by(draft, included).items() if shared}
    for steps in (*draft.sections.values(), *draft.parts.values()):
        for use in _uses(steps.steps):
            if use.part in flagged:
                _say("W621", draft.places[use.at].entries["use"].value.span, use.part, faults)


def _has_direct(steps: Iterable[Step]) -> bool:
    return any(isinstance(step, Say) and "direct" in step.tags for step in steps)


def _where(draft: Draft, place: _Place, text: str, each: Find, lines: list[str]) -> tuple[Node, Span, str]:
    """The node a find is in, the span of the find, and the words that were found."""
    if each.start < 0:
        node = _tag(draft, place)
        return node, node.span, "direct"
    node = _node(draft, place)
    return node, _span(node, text, each, lines), text[each.start : each.end]


def _say(id_: str, span: Span, found: str, faults: Faults) -> None:
    from sessions.advice.wording_rules import RULES  # noqa: PLC0415  # most files break no rule

    rule = RULES[id_]
    faults.add(id_, span, rule.message.format(quoted(found)), rule.help)


def _node(draft: Draft, place: _Place) -> Node:
    entries = (draft.root if place.at is None else draft.places[place.at]).entries
    value = entries[place.key].value
    return value.items[place.number] if isinstance(value, ListNode) else value


def _tag(draft: Draft, place: _Place) -> Node:
    assert place.at is not None, "only beats have tags"  # noqa: S101
    tags = draft.places[place.at].entries["tags"].value
    items = tags.items if isinstance(tags, ListNode) else []
    return next(item for item in items if isinstance(item, Scalar) and item.text.strip() == "direct")


def _span(node: Node, text: str, each: Find, lines: list[str]) -> Span:
    """The exact place of a find, or its whole text where that is written with escapes."""
    if not isinstance(node, Scalar):
        return node.span
    found, before = text[each.start : each.end], node.text[: len(node.text) - len(node.text.lstrip())]
    start = len(before) + each.start
    column = node.column - 1 + (0 if node.plain else 1) + start
    if node.line == node.end_line and lines[node.line - 1][column : column + len(found)] == found:
        return Span(node.line, column + 1, node.line, column + 1 + len(found))
    pattern = _as_written(found)
    number = sum(1 for _ in pattern.finditer(node.text, 0, start))
    source = _source(node, lines)
    matches = list(pattern.finditer(source))
    if number >= len(matches):
        return node.span
    return _stretch(node, source, *matches[number].span())


@cache
def _as_written(found: str) -> re.Pattern[str]:
    """Finds the same words, however the text is quoted or folded over lines."""
    words = r"\s+".join(re.escape(word) for word in found.split()).replace("'", "''?")
    return re.compile(rf"(?<!\w){words}(?!\w)" if found[0].isalnum() else words)


def _source(node: Scalar, lines: list[str]) -> str:
    """The source of a text, from its first character in the file to its last."""
    last = min(node.end_line, len(lines))
    part = lines[node.line - 1 : last]
    if last == node.end_line:
        part[-1] = part[-1][: node.end_column - 1]
    part[0] = part[0][node.column - 1 :]
    return "\n".join(part)


def _stretch(node: Scalar, source: str, start: int, end: int) -> Span:
    places = []
    for at in (start, end):
        above = source.count("\n", 0, at)
        column = at - (source.rfind("\n", 0, at) + 1) + 1
        places += [node.line + above, column + (node.column - 1 if not above else 0)]
    line, column, end_line, end_column = places
    return Span(line, column, end_line, end_column)
