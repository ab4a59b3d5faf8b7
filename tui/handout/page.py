"""A handout as an HTML page for browsers and printers: one file that loads nothing else.

It is made from the handout's Markdown, so that both say the same; only the Markdown that the handout uses is
supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from sessions.model import Session

STYLE = """\
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
ul { padding-left: 1.2rem; } li { margin: 0.35rem 0; } li li { color: GrayText; }
@media print {
  @page { margin: 18mm 20mm; }
  :root { color-scheme: light; }
  body { font-size: 11.5pt; max-width: none; margin: 0; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  li, p { break-inside: avoid; orphans: 3; widows: 3; }
  li li { color: #444; }
}"""
"""GrayText follows the reader's light or dark scheme; printed pages are dark on white."""

_ITEM = re.compile(r"( *)- (.*)")
_HEADING = re.compile(r"(#{1,3}) (.*)")
_INLINE = re.compile(r"\\(?P<sign>.)|\*\*(?P<strong>.+?)(?<!\\)\*\*|\*(?P<em>.+?)(?<!\\)\*|`(?P<code>[^`]+)`")


def page(markdown: str, session: Session) -> str:
    """The handout of a session, given as Markdown, as a page of HTML."""
    head = (
        "<!DOCTYPE html>",
        f'<html lang="{escape(session.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(session.title)}</title>",
        f"<style>\n{STYLE}\n</style>",
        "</head>",
        "<body>",
    )
    return "\n".join((*head, *_blocks(markdown), "</body>", "</html>", ""))


def _blocks(markdown: str) -> Iterator[str]:
    for block in markdown.strip().split("\n\n"):
        lines = block.split("\n")
        for is_list, some in groupby(lines, lambda line: _ITEM.fullmatch(line) is not None):
            if is_list:
                yield from _list(list(some))
            else:
                yield from _texts(list(some))


def _texts(lines: list[str]) -> Iterator[str]:
    if match := _HEADING.fullmatch(lines[0]):
        level = len(match[1])
        yield f"<h{level}>{_inline(match[2])}</h{level}>"
        lines = lines[1:]
    if lines:
        yield f"<p>{_inline(' '.join(lines))}</p>"


def _list(lines: list[str]) -> Iterator[str]:
    """Nested list items; each level is indented by two spaces."""
    deep = -1
    for line in lines:
        match = _ITEM.fullmatch(line)
        assert match is not None, "only list items are passed"  # noqa: S101
        depth = len(match[1]) // 2
        if depth > deep:
            yield "<ul>" * (depth - deep)
        else:
            yield "</li>" + "</ul></li>" * (deep - depth)
        yield f"<li>{_inline(match[2])}"
        deep = depth
    yield "</li></ul>" * (deep + 1)


def _inline(text: str) -> str:
    """Convert emphasis, code and escaped characters."""
    parts, at = [], 0
    for match in _INLINE.finditer(text):
        parts.append(escape(text[at : match.start()]))
        name = match.lastgroup or "sign"
        inner = match[name]
        if name == "sign":
            parts.append(escape(inner))
        elif name == "code":
            parts.append(f"<code>{escape(inner)}</code>")
        else:
            parts.append(f"<{name}>{_inline(inner)}</{name}>")
        at = match.end()
    return "".join((*parts, escape(text[at:])))
