"""Removes tags among words; unknown ones are counted, since they may be words in angle brackets."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)(?:[.\s/][^<>]*)?>")
_VOICE = "v"
"""The tag for a speaker in WebVTT."""
_PAUSE = "break"
"""The tag for a pause in speech markup (SSML), which is read later."""
_KNOWN = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "c", "center", "cite", "code", "dd"}
    | {"del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "hr", "html", "i", "ins", "kbd", "lang", "li", "mark", "nobr", "ol", "p", "pre", "q"}
    | {"rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary"}
    | {"sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr"}
)


def without_tags(text: str, ledger: Ledger, place: int) -> str:
    """A text without its tags, except pauses; a line break or an unknown tag becomes a space."""

    def left_out(match: re.Match[str]) -> str:
        end, name = match[1], match[2].lower()
        if name == _PAUSE:
            return match.group()
        if not end:
            ledger.note(Thing.SPEAKER, place, name == _VOICE)
            ledger.note(Thing.TAG, place, name != _VOICE and name not in _KNOWN)
        return "" if name in _KNOWN and name not in ("br", "p", "div", "li") else " "

    return _TAG.sub(left_out, text) if "<" in text else text
