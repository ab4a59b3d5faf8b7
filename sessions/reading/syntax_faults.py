"""Explains a YAML error to someone who has never seen YAML, at the place where it can be mended.

A parser reports where it stopped; the slip is often earlier. The explanation is chosen by the words of the
pure Python parser's message.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from sessions.faults import Edit, Faults, Span
from sessions.naming import quoted
from sessions.reading.fields import KEYS, STEPS
from sessions.unsafe import visible

_VERBS = frozenset((*(shape.name for shape in STEPS), "text"))
_KEY_WITHOUT_COLON = r"\s*(?:- +)?([a-z_]+)\s+[^\s:]"
_VERB_WITHOUT_COLON = r"\s*- +([a-z_]+)\s+[^\s:]"
_KEY_AND_TEXT = r"^\s*(?:- +)*([\w-]+): +(\S.*)$"
_KEY_TOUCHES_TEXT = r"^\s*(?:- +)*([\w-]+):(?=[^\s:/])"


def explain_syntax(error: Exception, stopped: Any, faults: Faults) -> None:
    """Report an error of the pure parser as one fault; `stopped` is the mark where it was reading."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        faults.add("E111", _at(faults, stopped), "this escape stands for no character", "leave it out")
        return
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    opened = getattr(error, "context_mark", None) or mark
    for sign, say in _SIGNS:
        if sign in f"{context}: {problem}":
            say(faults, mark, opened, problem)
            return
    _misplaced(faults, mark)


def _colon(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    line = _line(faults, mark.line)
    match = re.match(_KEY_AND_TEXT, line)
    if match and mark.column > match.start(2):
        text = match.group(2).rstrip()
        help_ = "put the whole text in double quotes"
        if len(text) <= 60 and not set(text) & set('\\"#'):
            help_ = f'put the text in quotes: `{match.group(1)}: "{visible(text)}"`'
        message = "a colon and a space inside text read as a second key"
        faults.add("E106", _at(faults, mark), message, help_, _in_quotes(faults, mark.line))
        return
    above = next((n for n in range(mark.line - 1, -1, -1) if _line(faults, n).strip()), None)
    touching = re.match(_KEY_TOUCHES_TEXT, _line(faults, above)) if above is not None else None
    if touching and above is not None:
        _no_space(faults, above, touching)
    else:
        _misplaced(faults, mark)


def _no_key(faults: Faults, _mark: Any, opened: Any, _problem: str) -> None:
    touching = re.match(_KEY_TOUCHES_TEXT, _line(faults, opened.line))
    if touching:
        _no_space(faults, opened.line, touching)
        return
    without = re.match(_KEY_WITHOUT_COLON, _line(faults, opened.line))
    if without and without.group(1) in KEYS:
        _no_colon(faults, opened.line, without)
        return
    help_ = "write `key: value`; text that goes on from the line above is indented further"
    faults.add("E122", _word(faults, opened.line), "this line has no key with a colon", help_)


def _no_space(faults: Faults, line: int, match: re.Match[str]) -> None:
    span = Span(line + 1, match.start(1) + 1, line + 1, match.end() + 1)
    help_ = f"write `{match.group(1)}: `, then the value"
    edit = Edit(span, f"{match.group(1)}: ") if match.group(1) in KEYS else None
    faults.add("E122", span, "a space is missing after the colon", help_, edit)


def _no_colon(faults: Faults, line: int, match: re.Match[str]) -> None:
    span = Span(line + 1, match.start(1) + 1, line + 1, match.end(1) + 1)
    key = match.group(1)
    begins_a_step = key in _VERBS and re.match(_VERB_WITHOUT_COLON, match.string)
    edit = Edit(span, f"{key}:") if begins_a_step else None  # another key may be there already
    faults.add("E122", span, f"a colon is missing after `{key}`", f"write `{key}: `, then the value", edit)


def _misplaced(faults: Faults, mark: Any) -> None:
    above = next((n for n in range(mark.line - 1, -1, -1) if _line(faults, n).strip()), None)
    without = re.match(_VERB_WITHOUT_COLON, _line(faults, above)) if above is not None else None
    if without and above is not None and without.group(1) in _VERBS:
        _no_colon(faults, above, without)
        return
    help_ = "keys of one step begin in the same column, and so do the dashes of one list"
    faults.add("E121", _word(faults, mark.line), "this line does not line up with the lines above", help_)


def _block(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    before = _line(faults, mark.line)[: mark.column].rstrip()
    if before.endswith(("'", '"')) and not before.endswith((": '", ': "')):
        help_ = "inside single quotes an apostrophe is written twice; or use double quotes outside"
        message = "the text goes on after its closing quote"
        faults.add("E107", _at(faults, mark, -1), message, help_, _in_other_quotes(faults, mark.line))
    elif before.endswith(("]", "}")):
        message = "the text goes on after its closing bracket"
        faults.add("E109", _at(faults, mark, -1), message, "put the whole text in quotes")
    else:
        _misplaced(faults, mark)


def _quote(faults: Faults, _mark: Any, opened: Any, _problem: str) -> None:
    faults.add(
        "E107",
        _at(faults, opened),
        "the quote that opens here is never closed",
        "close it, or leave both out",
    )


def _character(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    char = _line(faults, mark.line)[mark.column : mark.column + 1]
    if not char.strip() and (opened := _open_bracket(faults)):
        _bracket(faults, mark, opened, "stream end")
        return
    message = f"text cannot begin with {quoted(char)}" if char.strip() else "the text ends too early here"
    faults.add("E110", _at(faults, mark), message, "put the text in quotes", _in_quotes(faults, mark.line))


class _Mark(NamedTuple):
    """A place as the parser counts it."""

    line: int
    column: int


def _open_bracket(faults: Faults) -> _Mark | None:
    """The last bracket that nothing closes."""
    closed = 0
    for line in range(len(faults.lines) - 1, -1, -1):
        text = faults.lines[line]
        for column in range(len(text) - 1, -1, -1):
            closed += (text[column] in "]}") - (text[column] in "[{")
            if closed < 0:
                return _Mark(line, column)
    return None


def _block_text(faults: Faults, mark: Any, opened: Any, _problem: str) -> None:
    char = _line(faults, opened.line)[opened.column : opened.column + 1]
    message = f"after {quoted(char)} the text begins on the next line"
    faults.add("E105", _at(faults, mark), message, "break the line here, or put the text in quotes")


def _bracket(faults: Faults, mark: Any, opened: Any, problem: str) -> None:
    if mark.line == opened.line and "stream end" not in problem:
        message = "a comma or a closing bracket is missing before this"
        faults.add("E109", _at(faults, mark), message, "text that holds a bracket or a brace goes in quotes")
        return
    char = _line(faults, opened.line)[opened.column : opened.column + 1]
    message = f"the {quoted(char)} that opens here is never closed"
    faults.add("E109", _at(faults, opened), message, "close it on the same line, or put the text in quotes")


def _escape(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    help_ = "write `\\\\` for a backslash, or use single quotes"
    faults.add("E111", _at(faults, mark), "this escape is unknown in double quotes", help_)


def _anchor(faults: Faults, _mark: Any, opened: Any, _problem: str) -> None:
    char = _line(faults, opened.line)[opened.column : opened.column + 1]
    message = f"text that begins with {quoted(char)} reads as an anchor or an alias"
    faults.add("E112", _at(faults, opened), message, "put the text in quotes")


def _tag(faults: Faults, _mark: Any, opened: Any, _problem: str) -> None:
    faults.add(
        "E113", _at(faults, opened), "text that begins with `!` reads as a tag", "put the text in quotes"
    )


def _key_mark(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    message = "text that begins with `?` and a space reads as a key"
    faults.add("E117", _at(faults, mark), message, "put the text in quotes")


def _list_inline(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    message = "a list cannot begin on the line of its key"
    faults.add("E121", _at(faults, mark), message, "begin it on the next line, or put the text in quotes")


def _document(faults: Faults, mark: Any, _opened: Any, _problem: str) -> None:
    above = [_line(faults, n) for n in range(mark.line)]
    if any(line.startswith("...") for line in above):
        faults.add(
            "E116", _word(faults, mark.line), "a second document begins here", "keep one session to a file"
        )
    else:
        _misplaced(faults, mark)


_SIGNS = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_key),
    ("quoted scalar: found unexpected", _quote),
    ("double-quoted scalar", _escape),
    ("cannot start any token", _character),
    ("scanning a block scalar", _block_text),
    ("scanning an a", _anchor),
    ("tag", _tag),
    ("expected the node content", _character),
    ("while parsing a flow", _bracket),
    ("mapping keys are not allowed", _key_mark),
    ("sequence entries are not allowed", _list_inline),
    ("expected '<document start>'", _document),
    ("while parsing a block", _block),
)
"""Words of the parser's message, in the order in which they are looked for."""


def _in_quotes(faults: Faults, number: int) -> Edit | None:
    """Put the text after a key in double quotes; None where it goes on below, or holds marks of its own."""
    match = re.match(_KEY_AND_TEXT, _line(faults, number))
    text = match.group(2).rstrip() if match else ""
    if not match or set(text) & set('\\"#') or text[0] in "'[{|>" or _goes_on(faults, number, match.start(1)):
        return None
    return _instead_of(number, match.start(2), text, f'"{text}"')


def _in_other_quotes(faults: Faults, number: int) -> Edit | None:
    """Put a single-quoted text that holds an apostrophe in double quotes; None where that is not safe."""
    match = re.match(_KEY_AND_TEXT, _line(faults, number))
    text = match.group(2).rstrip() if match else ""
    inner = text[1:-1]
    whole = len(text) > 2 and text[0] == text[-1] == "'"
    if (
        not match
        or not whole
        or set(inner) & set('\\"#')
        or "''" in inner
        or _goes_on(faults, number, match.start(1))
    ):
        return None
    return _instead_of(number, match.start(2), text, f'"{inner}"')


def _goes_on(faults: Faults, number: int, column: int) -> bool:
    """Whether the next line that is not empty is indented beyond this column, and so continues the text."""
    following = next((line for line in faults.lines[number + 1 :] if line.strip()), "")
    return len(following) - len(following.lstrip()) > column


def _instead_of(number: int, start: int, text: str, other: str) -> Edit:
    return Edit(Span(number + 1, start + 1, number + 1, start + 1 + len(text)), other)


def _line(faults: Faults, number: int) -> str:
    """A line by its number, counted from 0 as the parser does."""
    return faults.lines[number] if 0 <= number < len(faults.lines) else ""


def _at(faults: Faults, mark: Any, shift: int = 0) -> Span:
    """One character; the end of the last line for a mark behind the end of the file."""
    if mark.line >= len(faults.lines):
        line = len(faults.lines)
        column = len(faults.lines[-1]) + 1
        return Span(line, column, line, column + 1)
    line, column = mark.line + 1, max(1, mark.column + 1 + shift)
    return Span(line, column, line, column + 1)


def _word(faults: Faults, number: int) -> Span:
    """The first word of a line."""
    line = _line(faults, number)
    start = len(line) - len(line.lstrip())
    word = line[start:].split(" ", 1)[0]
    if word == "-":
        word = line[start:].split(":", 1)[0]
    return Span(number + 1, start + 1, number + 1, start + 1 + max(1, len(word)))
