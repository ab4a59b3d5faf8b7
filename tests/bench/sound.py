"""The bell on a real sound server with a null sink; needs PulseAudio."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from audio.player import Player
from tests.audio.pulse import MISSING, RATE, PulseServer, Recorder
from tests.bench.figures import Judge, Line, Reading
from tests.bench.program import now, pss_mib
from tests.bench.timing import busy_cores

RINGS = 20
LOUD = 300
"""Sample units, of 32,768, that count as sound."""


def onset(_rounds: int) -> Reading:
    """From asking for a bell to its first sample at the sink, in ms; also counts how many were heard."""
    heard, _ = _ring_many()
    return Reading(heard)


def lost(_rounds: int) -> Reading:
    """How many of 20 bells never arrived while every core was busy."""
    with busy_cores():
        heard, _ = _ring_many()
    return Reading([RINGS - len(heard)])


def helper_memory(_rounds: int) -> Reading:
    """PSS of the helper process in MiB."""
    _, memory = _ring_many(rings=1)
    return Reading([memory])


def _ring_many(rings: int = RINGS) -> tuple[list[float], float]:
    if MISSING:
        raise RuntimeError(f"the sound lines need {', '.join(MISSING)}")
    with tempfile.TemporaryDirectory() as folder:
        server = PulseServer(Path(folder)).start()
        os.environ.update(server.env)
        player = Player("miniaudio")
        try:
            player.start()
            player.wait_ready(20)
            with Recorder(server) as recorder:
                taken = [each for _ in range(rings) if (each := _ring(player, recorder)) is not None]
            return taken, pss_mib(_helper_pid())
        finally:
            player.close()
            server.kill()


def _ring(player: Player, recorder: Recorder) -> float | None:
    asked = now()
    before = len(recorder.samples)
    player.play("wood")
    while now() - asked < 2:
        new = recorder.samples[before:]
        first = next((index for index, sample in enumerate(new) if abs(sample) > LOUD), None)
        if first is not None:
            time.sleep(0.6)
            return first * 1000 / RATE
        time.sleep(0.01)
    return None


def _helper_pid() -> int:
    ours = str(os.getpid())
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (entry / "stat").exists():
            parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
            if parent == ours and b"audio.helper" in (entry / "cmdline").read_bytes():
                return int(entry.name)
    raise RuntimeError("the helper is gone")


LINES = (
    Line("onset", "bell onset on the null sink", "ms", 60.0, Judge.MEDIAN, "", onset),
    Line("dropouts", "bells lost of 20, cores busy", "", 0.0, Judge.WORST, "", lost),
    Line("helper", "memory of the helper, PSS", "MiB", 28.0, Judge.MEDIAN, "", helper_memory),
)
