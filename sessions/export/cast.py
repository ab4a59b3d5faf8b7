"""Writes timed output as an asciinema recording, format version 2.

https://docs.asciinema.org/manual/asciicast/v2/
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sessions.unsafe import blanked

WIDTH, HEIGHT = 80, 24


class Put(NamedTuple):
    """A piece of output."""

    at: float
    """Seconds from the start."""
    text: str
    """Whole lines, each ended by a line feed."""


def cast(output: Iterable[Put], title: str, seconds: float) -> Iterator[str]:
    """The lines of the recording, each of them JSON: a header, then the output at its times.

    Output is wrapped between words, since a terminal would break it anywhere. A last, empty output makes the
    recording as long as the performance.
    """
    head = {"version": 2, "width": WIDTH, "height": HEIGHT, "duration": round(seconds, 6), "title": title}
    yield json.dumps(head | {"env": {"TERM": "xterm-256color"}}, ensure_ascii=False)
    last = 0.0
    for at, text in output:
        last = round(at, 6)
        yield json.dumps([last, "o", _wrapped(text)], ensure_ascii=False)
    if last < seconds:
        yield json.dumps([round(seconds, 6), "o", ""])


def _wrapped(text: str) -> str:
    """The text wrapped, with the line ends that a terminal in raw mode needs."""
    rows = [row for line in text.removesuffix("\n").split("\n") for row in textwrap.wrap(line, WIDTH) or [""]]
    return "".join(f"{blanked(row)}\r\n" for row in rows)
