"""Writes captions as files that video players read: SubRip and WebVTT.

Bells stand in brackets on the first line of a caption. Check-points take no time. WebVTT has comments, so
there they are notes with their time. SubRip has none, so they are a line in brackets of the caption that
follows; one that no caption follows is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sessions.export.captions import Caption

_SRT_LOOK_ALIKES = str.maketrans({"<": "\u2039", ">": "\u203a", "{": "(", "}": ")", "\\": "/"})
"""Players take these for markup, and SubRip cannot escape them, so lookalikes are written instead."""

_VTT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def srt(found: Iterable[Caption]) -> str:
    """A SubRip file."""
    shown = [caption for caption in found if caption.end > caption.start]
    blocks = [
        f"{number}\n{_srt_time(each.start)} --> {_srt_time(each.end)}\n{_srt_text(each)}\n"
        for number, each in enumerate(shown, 1)
    ]
    return "\n".join(blocks)


def vtt(found: Iterable[Caption], title: str = "") -> str:
    """A WebVTT file; the title is a note at its head."""
    blocks = ["WEBVTT\n", *([_note(title)] if title else [])]
    for caption in found:
        blocks += _vtt_blocks(caption)
    return "\n".join(blocks)


def _vtt_blocks(caption: Caption) -> Iterator[str]:
    start = _vtt_time(caption.start)
    for asked in caption.asked:
        yield _note(f"{start} check-point: {asked}")
    if caption.end <= caption.start:
        yield from (_note(f"{start} {bell}") for bell in caption.bells)
    elif caption.bells or caption.text:
        text = "\n".join(_lines(caption, asked=False)).translate(_VTT_ESCAPES)
        yield f"{start} --> {_vtt_time(caption.end)}\n{text}\n"


def _srt_text(caption: Caption) -> str:
    text = "\n".join(_lines(caption, asked=True)).translate(_SRT_LOOK_ALIKES)
    return re.sub(r"&(?=#?\w+;)", "& ", text)


def _lines(caption: Caption, *, asked: bool) -> Iterator[str]:
    if asked:
        yield from (f"[check-point: {question}]" for question in caption.asked)
    yield from (f"[{bell}]" for bell in caption.bells)
    if caption.text:
        yield caption.text


def _note(text: str) -> str:
    """A comment; what would end it, or look like the time of a caption, is taken out."""
    return f"NOTE {' '.join(text.split()).replace('-->', '→')}\n"


def _srt_time(seconds: float) -> str:
    return _vtt_time(seconds).replace(".", ",")


def _vtt_time(seconds: float) -> str:
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}.{milliseconds:03}"
