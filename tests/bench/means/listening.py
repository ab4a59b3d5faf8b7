"""A sound server without hardware, and a recorder at its null sink."""

from __future__ import annotations

import os
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from unittest.mock import patch

from tests.audio.listening import samples_of
from tests.audio.pulse import MISSING, RATE, PulseServer, Recorder
from tests.bench.means.burners import guarded
from tests.bench.means.program import now
from tests.bench.means.surroundings import surroundings

LOUD = 300
"""Sample units, of 32,768, that count as sound."""

PATIENCE = 2.0
"""Seconds after which a bell counts as lost."""

HOLE = 0.005
"""Seconds of digital silence in the middle of a tone that a person hears as a click."""


class Ear:
    """Records what the sink plays."""

    def __init__(self, recorder: Recorder, wait: Callable[[float], object] = time.sleep) -> None:
        """`wait` lets so many seconds pass; a caller may read its programs' output meanwhile."""
        self.wait = wait
        self._recorder = recorder
        self._from = 0

    def prick_up(self) -> None:
        """Listen from now on. Sound still in the recorder's buffer counts as later, never as earlier."""
        self._from = len(self._recorder._heard) // 2 * 2

    @property
    def heard(self) -> array[int]:
        """All samples since then."""
        return samples_of(bytes(self._recorder._heard[self._from :]))

    def onset(self, patience: float = PATIENCE) -> float | None:
        """Milliseconds until something is heard; None if nothing is in time."""
        end = now() + patience
        while now() < end:
            first = next((index for index, sample in enumerate(self.heard) if abs(sample) > LOUD), None)
            if first is not None:
                return first * 1000 / RATE
            self.wait(0.01)
        return None


@contextmanager
def sound_server() -> Iterator[tuple[PulseServer, dict[str, str]]]:
    """Run a server; yields the environment that finds it, which this process uses too meanwhile.

    Raises:
        RuntimeError: it is not installed.
    """
    if MISSING:
        raise RuntimeError(f"PulseAudio is not installed: no {', '.join(MISSING)}")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = PulseServer(Path(folder))
        try:
            server.start()
            assert server._process is not None
            env = surroundings(server.env)
            with guarded(server._process.pid), patch.dict(os.environ, env, clear=True):
                yield server, env
        finally:
            server.kill()


def holes(samples: Sequence[int]) -> int:
    """How often a tone is interrupted by digital silence; the silence before it does not count."""
    loud = next((index for index, sample in enumerate(samples) if abs(sample) > LOUD), len(samples))
    runs = (sum(1 for _ in run) for silent, run in groupby(samples[loud:], lambda s: s == 0) if silent)
    return sum(length >= HOLE * RATE for length in runs)


def rung(ear: Ear, ring: Callable[[], object]) -> float | None:
    """Ring, and wait until the bell has been heard and has died away; milliseconds until its onset."""
    ear.prick_up()
    ring()
    onset = ear.onset()
    ear.wait(0.6)
    return onset
