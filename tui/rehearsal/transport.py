"""The transport bar of a rehearsal: the place, the speed, and the keys."""

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
"""The space between two entries."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a rehearsal, as the bar shows it."""

    section: str = ""
    stop: str = ""
    """Such as `beat 2 of 5`."""
    elapsed: float = 0.0
    """Seconds of beats so far."""
    length: float = 0.0
    speed: float = 1.0
    paused: bool = False
    file: str = ""
    """A message about the file; empty if all is well."""


class Transport(Widget):
    """Two lines at the foot; they may show the time, since nobody practises here."""

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
        """The state, and below it, in a tall window, the keys, wrapped between entries."""
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
