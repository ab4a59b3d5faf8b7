"""Reports characters of pasted text where YAML needs another one, or none, and puts the right ones in.

A word processor makes an en dash of a hyphen, a keyboard for Chinese types wide colons, a page brings spaces
that do not break, a chat puts a fence around a file. Only places where one thing can be meant are changed:
the dash of a list item, a key and its colon, a value that is not free text. Text stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sessions.faults import Edit, Faults, Span
from sessions.reading.characters import (
    BLOCK_MARKS,
    CLOSING,
    COLONS,
    DASHES,
    DOUBLE_ENDS,
    LETTERS,
    MARKS,
    NOTHING,
    OPENING,
    SIGNS,
    SINGLE_ENDS,
    SPACES,
    WIDE_QUOTE,
    WIDE_SPACE,
)
from sessions.reading.field_types import ValueKind
from sessions.reading.fields import FILE, KEYS, OPTION, PACER, STEPS

_SPACE = f" {SPACES}{WIDE_SPACE}"
_ITEM = rf"(?P<mark>[-{re.escape(DASHES)}])(?P<gap>[{_SPACE}{NOTHING}]*)"
_KEY = rf"(?P<key>[^:{COLONS}\s#][^:{COLONS}#]{{0,40}}?)(?P<space>[{_SPACE}{NOTHING}]*)(?P<colon>[:{COLONS}])"
_BLOCK = r"[:-]\s+[|>][-+0-9]{0,2}\s*(?:#.*)?$"
"""Compiled for the first suspect line, since most files have none and every start would wait for it."""
_LISTS = frozenset(
    row.name
    for shape in (*STEPS, OPTION, FILE)
    for row in shape.fields
    if row.kind
    in (
        ValueKind.TEXTS,
        ValueKind.WORDS,
        ValueKind.PATHS,
        ValueKind.STEPS,
        ValueKind.PLAIN_STEPS,
        ValueKind.OPTIONS,
    )
)
_NO_TEXT = frozenset(
    {
        ValueKind.DURATION,
        ValueKind.NUMBER,
        ValueKind.FORMAT,
        ValueKind.CHOICE,
        ValueKind.LANGUAGE,
    }
)
_TEXT = re.compile(
    r" *(?:- )?(?:(?:say|less|guide|reminder|about|title|text|or_else|check_in|notice|choose): )?"
    rf"(?:'(?:[^']|'')*'|\"[^\"]*\")$"
    r"| *(?:- )?(?:say|less|guide|reminder|about|title|text|or_else|check_in|notice|choose): [\w“]"
    rf"| *(?:- )?[A-Za-z“][^:{COLONS}]*$"
)
"""A line with strange characters in its text only, as have most lines with any."""
_BEGINNINGS = frozenset((*(shape.name for shape in STEPS), "text"))
"""The keys with which an item begins."""
_BRACKETED = frozenset({ValueKind.WORDS, ValueKind.PACER})


class Lookalikes:
    """Searches the lines of a file, and puts the right characters in."""

    def __init__(self, faults: Faults) -> None:
        """Reports to `faults`."""
        self._faults = faults
        self.known = True
        """False once an edit changes the length of a line, since later places would no longer be true."""

    def replaced(self, lines: list[str]) -> list[str]:
        """The same lines with the right characters in place of their lookalikes, one for one."""
        suspect = [
            number
            for number, line in enumerate(lines)
            if (not line.isascii() and not _TEXT.match(line)) or _has_markdown(line)
        ]
        if not suspect:
            return lines
        text = _in_blocks(lines)
        found = list(lines)
        for number in suspect:
            if number not in text and not self._faults.full:
                found[number] = self._line(number, lines[number], lines)
        return found

    def _line(self, number: int, line: str, lines: Sequence[str]) -> str:
        edits = list(self._edits(number, line, lines))
        for start, end, text in edits:
            self._report(number, line, start, end, text)
        self.known &= all(end - start == len(text) for start, end, text in edits)
        if self.known:
            for start, end, text in edits:
                line = line[:start] + text + line[end:]
        return line

    def _edits(self, number: int, line: str, lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The edits of a line: start and end in characters, and the new text."""
        body = len(line) - len(line.lstrip(_SPACE + NOTHING))
        if body == len(line):
            yield from ((0, body, "") for _ in range(not line.isascii()))
            return
        at = body
        if line[at] in SIGNS:
            yield at, at + 1, "#"
        while (match := _pattern(_ITEM).match(line, at)) and _is_item(match, number, line, lines):
            if match["mark"] == "-" and not match["gap"] and match.end() < len(line):
                yield at, at + 1, "- "
            elif match["mark"] != "-":
                yield at, at + 1, "-" if match["gap"] or match.end() == len(line) else "- "
            yield from _spaces(line, match.start("gap"), match.end("gap"))
            at = match.end()
        key = _pattern(_KEY).match(line, at)
        folded = _folded_key(key["key"]) if key else ""
        if key is None or not (folded in KEYS or _names_part(key, number, lines)):
            yield from _spaces(line, 0, body) if at > body else ()
            return
        yield from _spaces(line, 0, body)
        if folded in KEYS and folded != key["key"]:
            yield key.start("key"), key.end("key"), folded
        yield from _spaces(line, key.start("space"), key.end("space"))
        yield from _colon(line, key)
        if folded in KEYS:
            yield from _value(line, key.end(), _kinds()[folded])

    def _report(self, number: int, line: str, start: int, end: int, text: str) -> None:
        span = Span(number + 1, start + 1, number + 1, max(end, start + 1) + 1)
        found = line[start:end]
        if (found, text) == ("-", "- "):
            self._faults.add(
                "E122", span, "a space is missing after this dash", "write `- `", Edit(span, text)
            )
            return
        strange = next((char for char in found if not char.isascii()), found[:1])
        wide = WIDE_SPACE in found and not found.strip(_SPACE)
        if not text.strip():
            help_ = "indent with two spaces" if wide else "write a space" if text else "leave it out"
            message = f"{_named(strange)} stands where only spaces can"
        else:
            help_ = f"write `{text.strip()}`"
            markdown = f"`{found}` is Markdown, and means something else here"
            other = f"{_named(strange)} looks like what belongs here, and is another character"
            message = markdown if found.isascii() else other
        edit = None if wide else Edit(Span(number + 1, start + 1, number + 1, end + 1), text)
        self._faults.add("E123", span, message, help_, edit)


def _has_markdown(line: str) -> bool:
    """Whether a line holds Markdown's mark of a list, an escaped underscore, or a dash without its space."""
    start = line.lstrip()[:2]
    return (
        start in ("* ", "+ ") or (start[:1] == "-" and start[1:].isalpha()) or "\\_" in line.partition(":")[0]
    )


def _in_blocks(lines: Sequence[str]) -> set[int]:
    """The numbers of lines that are text after a `|` or a `>`."""
    found: set[int] = set()
    inside = -1
    for number, line in enumerate(lines):
        if inside >= 0 and (not line.strip() or len(line) - len(line.lstrip()) > inside):
            found.add(number)
            continue
        inside = len(line) - len(line.lstrip(" -")) if _pattern(_BLOCK).search(line) else -1
    return found


def _is_item(match: re.Match[str], number: int, line: str, lines: Sequence[str]) -> bool:
    """Whether a mark begins an item: a key follows it, or the lines above show that it is in a list."""
    if match["mark"] == "-" and (match["gap"] or match.end() == len(line)):
        return True
    key = _pattern(_KEY).match(line, match.end())
    folded = _folded_key(key["key"]) if key else ""
    if match["mark"] == "-":
        return bool(key) and folded in _BEGINNINGS and line[match.end() + len(folded) + 1 :][:1] in ("", " ")
    return folded in KEYS or (bool(match["gap"]) and _in_a_list(number, match.start(), lines))


def _in_a_list(number: int, column: int, lines: Sequence[str]) -> bool:
    for before in reversed(lines[:number]):
        bare = before.lstrip(_SPACE)
        if not bare or bare.startswith("#"):
            continue
        indent = len(before) - len(bare)
        if indent == column and bare[:1] in f"-{DASHES}":
            return True
        if indent > column:
            continue
        return bare.lstrip(f"-{DASHES}{_SPACE}").rstrip(f":{COLONS}{_SPACE}") in _LISTS
    return False


def _names_part(key: re.Match[str], number: int, lines: Sequence[str]) -> bool:
    """Whether a key names a part: nothing follows it but a list that is indented further."""
    if key.string[key.end() :].strip():
        return False
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    indent = len(following) - len(following.lstrip())
    return indent > key.start() and following.lstrip()[:1] in f"-{DASHES}"


def _spaces(line: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for at in range(start, end):
        if line[at] != " ":
            yield at, at + 1, "" if line[at] in NOTHING else "  " if line[at] == WIDE_SPACE else " "


def _colon(line: str, key: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    at = key.end()
    touching = at < len(line) and line[at] not in _SPACE + NOTHING
    if key["colon"] != ":":
        yield at - 1, at, ": " if touching else ":"
    value = len(line) - len(line[at:].lstrip(_SPACE + NOTHING))
    yield from _spaces(line, at, value)


def _value(line: str, at: int, kind: ValueKind) -> Iterator[tuple[int, int, str]]:
    """The edits of a value; in free text, only of the quotes around it."""
    start = len(line) - len(line[at:].lstrip(_SPACE + NOTHING))
    text = line[start:].partition(" #")[0].rstrip(_SPACE + NOTHING)
    if not text or (text.isascii() and kind not in _BRACKETED):
        return
    end = start + len(text)
    if text in BLOCK_MARKS:
        yield start, end, BLOCK_MARKS[text]
    elif kind in _NO_TEXT:
        folded = _folded(text).strip(f"{OPENING}{CLOSING}").translate(LETTERS)
        if folded.isascii() and folded != text:
            yield start, end, folded
    elif kind in _BRACKETED:
        folded = _folded_list(text)
        if folded.isascii() and folded != text and folded[:1] in "[{":
            yield start, end, folded
    else:
        yield from _quotes(text, start)


def _quotes(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """The edits of quotes: a straight one closed by a curly one, or full-width ones at both ends."""
    inner, last = text[1:-1], start + len(text) - 1
    if len(text) < 2:
        return
    if (text[0] == '"' and text[-1] in DOUBLE_ENDS and '"' not in inner) or (
        text[0] == "'" and text[-1] in SINGLE_ENDS and "'" not in inner
    ):
        yield last, last + 1, text[0]
    elif text[0] == text[-1] == WIDE_QUOTE and not set(inner) & set('"\\'):
        yield start, start + 1, '"'
        yield last, last + 1, '"'


def _folded_key(key: str) -> str:
    bare = key.strip(f"{OPENING}{CLOSING}{_SPACE}{NOTHING}").replace("\\_", "_")
    if bare.isascii():
        return bare if bare != key else key
    return _folded(bare).translate(LETTERS)


def _folded(text: str) -> str:
    """The text with full-width and other compatibility characters in their plain form."""
    from unicodedata import normalize  # noqa: PLC0415  # only where a character is strange

    return normalize("NFKC", text)


def _folded_list(text: str) -> str:
    marks = re.sub(r"\s*([,:])\s*", r"\1 ", text.translate(MARKS)).rstrip()
    return re.sub(f"[{OPENING}{CLOSING}]", '"', _folded(marks)).translate(LETTERS)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _kinds() -> Mapping[str, ValueKind]:
    return {row.name: row.kind for shape in (FILE, *STEPS, OPTION, PACER) for row in shape.fields}


def _named(char: str) -> str:
    """`—` (EM DASH, U+2014), or without the sign where it shows nothing."""
    from unicodedata import name  # noqa: PLC0415  # same

    words = name(char, "a character without a name")
    if char.isspace() or char in NOTHING:
        return f"{words} (U+{ord(char):04X})"
    return f"`{char}` ({words}, U+{ord(char):04X})" if not char.isascii() else f"`{char}`"
