"""Speaks through a sound helper of its own, and measures when words begin and end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from audio.player import Player
from audio.voices.base import Wish
from tests.audio.pulse import RATE, PulseServer, Recorder
from tests.bench.means.homes import AJAR, home
from tests.bench.means.listening import LOUD, Ear
from tests.bench.means.processes import child_running, pss_mib
from tests.bench.means.program import Program, now
from tests.bench.telling.taking import Samples

READY = 30.0
MADE = 3.0
"""Seconds allowed for making a text ahead; a beat gives more."""

TEXT = "Number {}. There is something cool in reach, or something soft."
FIRST = "in-no-hurry"
"""The session whose first prompt is measured."""


@contextlib.contextmanager
def speaker(voice: str) -> Iterator[Player]:
    """A player with a voice selected, but not started."""
    player = Player("miniaudio")
    player.use_voice(Wish(voice))
    try:
        yield player
    finally:
        player.close()


def first_words(server: PulseServer, voice: str) -> Samples:
    """The first prompt of a run: from its cue on the terminal to its first sound."""
    with home() as own, Recorder(server) as recorder:
        ear = Ear(recorder)
        argv = [AJAR, "play", FIRST, "--track", "indirect", "--aloud", "--voice", voice]
        with Program(argv, {**server.env, **own}) as session:
            session.until(b"pause")
            ear.prick_up()
            onset = ear.onset(6.0)
            return {"first": [] if onset is None else [onset]}


def ready(voice: str) -> Samples:
    """The time from a cold start until the voice can speak, and its memory then."""
    with speaker(voice) as player:
        asked = now()
        player.start()
        status = player.wait_voice(READY)
        took = now() - asked
        if not status.voice:
            raise RuntimeError(status.mute or status.fault or f"{voice} was not ready in time")
        renderer = child_running("audio.voices.renderer", child_running("audio.helper"))
        return {"ready": [took * 1000], "memory": [pss_mib(renderer)]}


def cues(server: PulseServer, voice: str, count: int) -> Samples:
    """Speak words that were made ahead, and stop each in the middle with a key."""
    onsets: list[float] = []
    silences: list[float] = []
    with speaker(voice) as player, Recorder(server) as recorder:
        ear = Ear(recorder)
        player.start()
        if not player.wait_voice(READY).voice:
            raise RuntimeError(player.status.mute or player.status.fault)
        for number in range(count):
            text = TEXT.format(number)
            player.ahead([text])
            ear.wait(MADE)
            ear.prick_up()
            player.speak([text])
            onset = ear.onset()
            onsets += [] if onset is None else [onset]
            ear.wait(0.6)
            silences.append(_silent_after(ear, player.hold if number % 2 else player.hush))
    return {"onset": onsets, "silent": silences, "unheard": [float(count - len(onsets))]}


def _silent_after(ear: Ear, end: Callable[[], object]) -> float:
    """Milliseconds until nothing sounds any more."""
    ear.prick_up()
    end()
    ear.wait(0.8)
    last = max((index for index, sample in enumerate(ear.heard) if abs(sample) > LOUD), default=0)
    return last * 1000 / RATE
