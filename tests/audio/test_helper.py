"""The helper in this process: what it does first when there is more than one thing to do."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from audio import tones
from audio.backends.base import Backend
from audio.channel import Channel
from audio.clock import now
from audio.helper import Helper
from audio.wire import line


class Played(Backend):
    """A backend that notes which tones had been made when one was played."""

    name = "noted"
    open_limit = 1.0
    detail = ""

    def __init__(self) -> None:
        self.made: list[int] = []

    @property
    def busy(self) -> bool:
        return False

    @property
    def sounding(self) -> bool:
        return False

    def open(self) -> None: ...

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:  # noqa: ARG002  # silent
        self.made.append(tones.strike.cache_info().currsize)

    def fade_out(self, channel: Channel | None = None) -> None: ...

    def set_level(self, channel: Channel, level: float) -> None: ...

    def tend(self) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def fresh_tones() -> Iterator[None]:
    """No tone has been made yet, as in a new process."""
    tones.strike.cache_clear()
    yield
    tones.strike.cache_clear()


def run(*commands: dict[str, object]) -> Played:
    """A helper that finds these commands, and then the end of its input."""
    backend = Played()
    reading, writing = os.pipe()
    answers = os.open(os.devnull, os.O_WRONLY)
    os.write(writing, b"".join(line(**command) for command in commands))
    os.close(writing)
    Helper(backend, reading, answers).run()
    os.close(reading)
    os.close(answers)
    return backend


@pytest.mark.usefixtures("fresh_tones")
def test_a_bell_that_is_asked_for_at_once_waits_for_no_other_tone() -> None:
    backend = run({"do": "play", "tone": "wood", "strikes": 1, "at": now(), "id": 1})
    assert backend.made == [1]


@pytest.mark.usefixtures("fresh_tones")
def test_between_commands_all_tones_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    reads = iter((True,) * len(tones.TONES))
    monkeypatch.setattr(Helper, "_read", lambda _helper, _patience: next(reads, False))
    run()
    assert tones.strike.cache_info().currsize == len(tones.TONES)
