"""Reads Advanced SubStation Alpha (.ass) and its predecessor (.ssa): the dialogue of a file, as subtitles."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import Cleaner, Source
from sessions.importing.subtitles import Cue, source_of

_TIME = re.compile(r"(-?)(\d{1,2}):(\d{1,2}):(\d{1,2}(?:[.,]\d{1,3})?)")
_OVERRIDE = re.compile(r"\{[^{}]*\}")
_PEN = re.compile(r"\\p(\d)")
"""The override that begins a drawing or, with 0, ends it."""
_USUAL = "layer, start, end, style, name, marginl, marginr, marginv, effect, text"


def read_ass(text: str, ledger: Ledger) -> Source:
    """The lines of `[Events]`, without styles, drawings and comments.

    Raises:
        UnusableError: there is no dialogue in it.
    """
    cues: list[Cue] = []
    cleaner, names, title = Cleaner(ledger, _OVERRIDE), _names(_USUAL), ""
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
                values = dict(zip(names, rest.split(",", len(names) - 1), strict=False))
                cues += _cue(values, cues[-1].start if cues else 0.0, number, ledger)
            case other if other.startswith("["):
                in_events = other == "[events]"
            case _:
                pass
    source = source_of(_once(cues, ledger), cleaner)
    return Source(source.passages, title)


def _names(written: str) -> list[str]:
    return [name.strip().lower() for name in written.split(",")]


def _cue(values: dict[str, str], before: float, number: int, ledger: Ledger) -> list[Cue]:
    times = [_TIME.fullmatch(values.get(name, "").strip()) for name in ("start", "end")]
    start, end = (_seconds(match) if match else before for match in times)
    words = _words(values.get("text", ""), number, ledger)
    if not words.strip():
        return []
    ledger.note(Thing.TIME, number, not all(times))
    ledger.note(Thing.EARLY, number, start < 0)
    ledger.note(Thing.SPEAKER, number, values.get("name", values.get("actor", "")).strip() not in ("", "NTP"))
    return [Cue(max(0.0, start), max(0.0, start, end), number, [words])]


def _words(text: str, number: int, ledger: Ledger) -> str:
    """The words of a line; drawings and notes in braces are counted."""
    text, drawings = _without_drawings(text)
    ledger.note(Thing.PICTURE, number, drawings)
    notes = [found for found in _OVERRIDE.findall(text) if "\\" not in found and found.strip("{} ")]
    ledger.note(Thing.COMMENT, number, len(notes))
    return re.sub(r"\\[Nn]|\\h", " ", text)


def _without_drawings(text: str) -> tuple[str, int]:
    """The text without its drawings, and how many there were."""
    kept, drawings, at, drawing = [], 0, 0, False
    for match in _OVERRIDE.finditer(text):
        before, drawing = drawing, _draws(match.group(), drawing)
        kept += [] if before else [text[at : match.start()]]
        kept += [] if drawing else [match.group()]
        drawings += drawing and not before
        at = match.end()
    return "".join(kept) + ("" if drawing else text[at:]), drawings


def _draws(override: str, before: bool) -> bool:  # noqa: FBT001  # what it goes on with
    pens = _PEN.findall(override)
    return pens[-1] != "0" if pens else before


def _once(cues: list[Cue], ledger: Ledger) -> list[Cue]:
    """The cues without repetitions at the same time, which draw shadows and outlines."""
    found: dict[tuple[float, float, str], Cue] = {}
    for cue in cues:
        key = (cue.start, cue.end, " ".join(_OVERRIDE.sub("", cue.lines[0]).split()))
        ledger.note(Thing.LAYER, cue.line, key in found)
        found.setdefault(key, cue)
    return list(found.values())


def _seconds(match: re.Match[str]) -> float:
    sign, hours, minutes, seconds = match.groups()
    value = int(hours) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
    return -value if sign else value
