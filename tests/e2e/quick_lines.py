"""Plays a bundled session in lines on its terminal, and records what was printed when.

Terminal, output and input are real, but the clock jumps from prompt to prompt. At a question it waits for a
typed line, after the time that a voice at `WORDS_A_MINUTE` needs to read the question. Run it as a program,
with the name of a session and of the file for the record.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from tests.fakes.clock import FakeClock
from tui.named import session_of
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.plain.sitting import _aside, line_from
from tui.plain.typing_in import StdinLines
from tui.plain.wrapping import width_of
from tui.run.performance import Performance
from tui.terminal.line_outlet import way_out

WORDS_A_MINUTE = 180


class QuickLines:
    """A line source for a terminal on which lines are typed only when waited for."""

    interactive = True

    def __init__(self, clock: FakeClock, lines: StdinLines, written: list[tuple[float, str]]) -> None:
        self._clock, self._lines, self._written = clock, lines, written

    def read(self, seconds: float | None) -> str | None:
        """A typed line, or None at once for a wait with a time limit."""
        if seconds is not None:
            self._clock.advance(seconds)
            return None
        now = self._clock.now()
        words = sum(len(text.split()) for moment, text in self._written if moment == now)
        self._clock.advance(words * 60 / WORDS_A_MINUTE)
        return line_from(self._lines)


def main(name: str, record: str) -> None:
    """Play it to its end."""
    clock, lines = FakeClock(), StdinLines()
    written: list[tuple[float, str]] = []
    entry = next(entry for entry in scan(SCRIPTS) if entry.name == name)
    with way_out(lines.wake) as out:

        def write(text: str) -> None:
            written.append((clock.now(), text))
            out.write(text)

        means = PlainMeans(clock, QuickLines(clock, lines, written), _aside(lines, write, width_of(None)))
        PlainRun(Performance(session_of(entry), name), means).play()
    Path(record).write_text(json.dumps(written), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
