"""Advanced SubStation Alpha (.ass) and its elder (.ssa): the dialogue of a file, as subtitles."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import Cleaner, Source
from sessions.importing.subtitles import Cue, source_of

_TIME = re.compile(r"(-?)(\d{1,2}):(\d{1,2}):(\d{1,2}(?:[.,]\d{1,3})?)")
_OVERRIDE = re.compile(r"\{[^{}]*\}")
_USUAL = "layer, start, end, style, name, marginl, marginr, marginv, effect, text"


def read_ass(text: str, ledger: Ledger) -> Source:
    """The lines of `[Events]`; styles and drawings go, and comments are left out.

    Raises:
        UnusableError: there is no dialogue in it.
    """
    cleaner, cues, names, title = Cleaner(ledger, _OVERRIDE), [], _names(_USUAL), ""
    in_events = False
    for number, line in enumerate(text.split("\n"), 1):
        head, _, rest = line.strip().partition(":")
        match head.lower():
            case "title":
                title = cleaner.text(rest, number)
            case "format" if in_events:
                names = _names(rest)
            case "comment":
                ledger.note(Thing.COMMENT, number)
            case "dialogue":
                cues += _cue(dict(zip(names, rest.split(",", len(names) - 1), strict=False)), number, ledger)
            case other if other.startswith("["):
                in_events = other == "[events]"
            case _:
                pass
    source = source_of(cues, cleaner)
    return Source(source.passages, title)


def _names(written: str) -> list[str]:
    return [name.strip().lower() for name in written.split(",")]


def _cue(values: dict[str, str], number: int, ledger: Ledger) -> list[Cue]:
    times = [_TIME.fullmatch(values.get(name, "").strip()) for name in ("start", "end")]
    start, end = (_seconds(match) if match else 0.0 for match in times)
    if not all(times):
        ledger.note(Thing.TIME, number)
    ledger.note(Thing.EARLY, number, start < 0)
    words = re.sub(r"\\[Nn]|\\h", " ", values.get("text", ""))
    return [Cue(max(0.0, start), max(0.0, start, end), number, [words])]


def _seconds(match: re.Match[str]) -> float:
    sign, hours, minutes, seconds = match.groups()
    value = int(hours) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
    return -value if sign else value
