"""The transport bar of a rehearsal: where it is, how fast it goes, and the keys that move it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sessions.durations import in_short
from tui.windows import MIDDLING

GAP = "   "
"""Between two entries."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a rehearsal stands."""

    section: str = ""
    stop: str = ""
    """Such as `beat 2 of 5`."""
    elapsed: float = 0.0
    """Seconds of beats so far."""
    length: float = 0.0
    speed: float = 1.0
    paused: bool = False
    file: str = ""
    """What there is to say of the file; empty where all is well."""


class Transport(Widget):
    """Two lines at the foot; a clock is fine here, as nobody sits."""

    DEFAULT_CSS = """
    Transport { width: 1fr; height: auto; padding: 0 2; content-align: center middle; text-align: center;
                color: $raised-ink; background: $raised; }
    """

    standing: reactive[Standing] = reactive(Standing(), layout=True)

    def __init__(self, keys: Iterable[tuple[str, str]], *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """`keys` are the keys as they are shown, each with a word."""
        super().__init__(id=id)
        self._keys = tuple(keys)

    def render(self) -> RenderResult:
        """Where it is; below that, in a window with rows to spare, the keys, broken between entries."""
        width = max(20, self.app.size.width - 4)
        keys = [Content.assemble((key, "bold"), f" {word}") for key, word in self._keys]
        shown = [Content(part) for part in _parts(self.standing)]
        named = _wrapped(keys, GAP, width) if self.app.size.height >= MIDDLING else []
        return Content("\n").join([*_wrapped(shown, " · ", width), *named])


def _parts(standing: Standing) -> list[str]:
    time = f"{in_short(standing.elapsed)} of {in_short(standing.length)}"
    parts = (standing.section, standing.stop, time, f"×{standing.speed:g}")
    return [*filter(None, parts), *(["paused"] if standing.paused else []), *filter(None, [standing.file])]


def _wrapped(entries: Iterable[Content], gap: str, width: int) -> list[Content]:
    rows: list[Content] = []
    for entry in entries:
        longer = Content(gap).join([*rows[-1:], entry])
        if rows and longer.cell_length <= width:
            rows[-1] = longer
        else:
            rows.append(entry)
    return rows
