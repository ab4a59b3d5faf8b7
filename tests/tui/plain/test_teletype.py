"""Every bundled session as a voice says it in lines: nothing is cut off, repeated, redrawn or split."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.written import Track
from tests.fakes.clock import FakeClock
from tests.fakes.teletype import Teletype
from tests.fakes.typist import Typist
from tui.named import session_of
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance

NAMES = [entry.name for entry in scan(SCRIPTS)]
ENTRIES = {entry.name: entry for entry in scan(SCRIPTS)}
ENOUGH = 30
"""Answers, more than any session asks for."""


class Answering(Typist):
    """Answers once the question has been heard: a kind of question that lacks this answer gets its own."""

    teletype: Teletype

    def read(self, seconds: float | None) -> str | None:
        if seconds is not None or not self.teletype.heard:
            return super().read(seconds)
        asked = self.teletype.heard[-1]
        self._clock.advance(max(0.0, asked.ends - self._clock.now()))
        answer = super().read(None)
        if "Enter leaves it" in asked.text:
            return ""
        return "1" if "\n1. " in asked.text else answer


def heard(name: str, speed: int, track: Track | None, answer: str) -> Teletype:
    clock = FakeClock()
    teletype = Teletype(clock, speed)
    typist = Answering(clock, *((None, answer) for _ in range(ENOUGH)))
    typist.teletype = teletype
    performance = Performance(session_of(ENTRIES[name]), name, track)
    PlainRun(performance, PlainMeans(clock, typist, teletype.write)).play()
    return teletype


@pytest.mark.parametrize("speed", [180, 300])
@pytest.mark.parametrize(("track", "answer"), [(None, "o"), (Track.INDIRECT, ""), (None, "m")])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_on_the_way(name: str, track: Track | None, answer: str, speed: int) -> None:
    teletype = heard(name, speed, track, answer)
    assert len(teletype.heard) > 3
    assert teletype.cut_off() == []
    assert teletype.drawn() == []
    assert teletype.split() == []
    texts = [each.text for each in teletype.heard]
    assert not [text for text, after in pairwise(texts) if text == after != "\n(quiet)\n"]


def test_the_teletype_tells_what_was_lost() -> None:
    clock = FakeClock()
    teletype = Teletype(clock, 180)
    teletype.write("\nfour words are said\n")
    clock.advance(1.0)
    teletype.write("\nnext\r")
    assert teletype.cut_off() == [("\nfour words are said\n", "\nnext\r")]
    assert teletype.drawn() == teletype.split() == ["\nnext\r"]
