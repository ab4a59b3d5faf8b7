"""The text of a file before YAML sees it: unsafe characters, tabs, directives.

Refused characters are replaced one for one, so that the places after them stay true and the rest of the file
can be read in the same run.
"""

from __future__ import annotations

import re

from sessions.faults import Edit, Faults, Span
from sessions.reading.wrapping import FENCES, WRAPPED, unwrapped
from sessions.unsafe import blanked, find_unsafe, is_plain

MARKDOWN = ("* ", "+ ", "\\_")
"""Traces of Markdown in ASCII text: marks of a list, an escaped underscore in a key."""

_GLUED = re.compile(r"^ *-[a-z]", re.MULTILINE)
"""A dash without its space."""


def prepare(text: str, faults: Faults) -> str | None:
    """`text` with refused characters replaced and reported, or None where YAML would be read wrongly."""
    if text.lstrip().startswith(WRAPPED) or any(fence in text for fence in FENCES):
        text = "\n".join(unwrapped(text.split("\n"), faults))
    if _has_directive(text, faults):
        return None
    plain = is_plain(text.replace("\n", ""))
    if not plain and _tabs(text.split("\n"), faults):
        return None
    text = text.replace("\t", " ")
    if not plain or any(mark in text for mark in MARKDOWN) or _GLUED.search(text):
        from sessions.reading.lookalikes import Lookalikes  # noqa: PLC0415  # not for plain text

        looked = Lookalikes(faults)
        text = "\n".join(looked.replaced(text.split("\n")))
        if not looked.known:
            return None
    if plain or not _report_unsafe(text.split("\n"), faults):
        return text
    return blanked(text)


def _report_unsafe(lines: list[str], faults: Faults) -> bool:
    """Report unsafe characters; gives whether there are any."""
    found = False
    for at, line in enumerate(lines, 1):
        if not is_plain(line):
            for unsafe in find_unsafe(line):
                from sessions.reading.unsafe_faults import report_raw  # noqa: PLC0415  # for faulty files only

                found = True
                if faults.full:
                    return found
                report_raw(unsafe, at, faults)
    return found


def _has_directive(text: str, faults: Faults) -> bool:
    """Report a leading `%` line, on which the two parsers disagree; gives whether there is one."""
    if "%" not in text:
        return False
    for at, line in enumerate(text.split("\n"), 1):
        if line.startswith("%"):
            span = Span(at, 1, at, len(line.split(" ", 1)[0]) + 1)
            faults.add(
                "E118", span, "a line with `%` is a directive, and a session file has none", "leave it out"
            )
            return True
        if line.strip() and not line.lstrip().startswith("#"):
            return False
    return False


def _tabs(lines: list[str], faults: Faults) -> bool:
    """Report tabs; gives whether one is in an indentation, which leaves the tree below it unknown."""
    indented: list[Span] = []
    for at, line in enumerate(lines, 1):
        if "\t" not in line:
            continue
        column = line.index("\t") + 1
        before = line[: column - 1]
        if not before.strip(" -") and line.strip():
            if not line.lstrip().startswith("#"):
                indented.append(Span(at, column, at, column + 1))
        elif line[column - 1 :].strip() and " #" not in before:
            span = Span(at, column, at, column + 1)
            faults.add("E108", span, "a tab inside a line", "write a space instead", Edit(span, " "))
    if indented:
        more = len(indented) - 1
        also = f", and so {'is 1 more line' if more == 1 else f'are {more} more lines'}" if more else ""
        faults.add("E108", indented[0], f"this line is indented with a tab{also}", "indent with two spaces")
    return bool(indented)
