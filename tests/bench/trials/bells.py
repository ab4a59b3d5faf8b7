"""The bell on a real sound server with a null sink; needs PulseAudio."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from audio.player import Player, State
from tests.audio.pulse import PulseServer, Recorder
from tests.bench.means.baselines import RINGER
from tests.bench.means.burners import busy_cores
from tests.bench.means.listening import Ear, holes, rung, sound_server
from tests.bench.means.processes import child_running, pss_mib
from tests.bench.means.program import Program, attend, now
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking
from tests.bench.trials.starting import PYTHON, python

RINGS = 20
LISTENS = 1.5
"""Seconds of a chime that are listened to for holes; it is loud for longer."""


def quiet(taking: Taking) -> None:
    """A new helper each round, beside the start of bare Python; the bells are shared among the rounds."""
    each = math.ceil(RINGS / taking.rounds)
    with sound_server() as (server, env):
        taking.in_turn({OURS: lambda: _one_helper(server, each), PYTHON: lambda: _ready(python(env))})


def busy(taking: Taking) -> None:
    """With every core busy."""
    for _ in range(taking.rounds):
        with sound_server() as (server, _), busy_cores(120):
            taking.add({OURS: _one_helper(server, RINGS)})


def busy_app(taking: Taking) -> None:
    """With an app that draws and computes all the time, and rings from its own loop."""
    for _ in range(taking.rounds):
        with sound_server() as (server, env), Program(RINGER, env) as app, Recorder(server) as recorder:
            app.until(b"busy with")
            ear = Ear(recorder)
            taking.add({OURS: _told([_rung_by(app, ear) for _ in range(RINGS)])})


@contextmanager
def helper() -> Iterator[tuple[Player, float, float]]:
    """A player that is ready, the milliseconds its caller was held up, and those until it was ready."""
    player = Player("miniaudio")
    try:
        asked = now()
        player.start()
        held = now() - asked
        status = player.wait_ready(20)
        if status.state is not State.READY:
            raise RuntimeError(status.fault or "the helper was not ready in time")
        yield player, held * 1000, (now() - asked) * 1000
    finally:
        player.close()


def _one_helper(server: PulseServer, rings: int) -> Samples:
    with helper() as (player, held, ready), Recorder(server) as recorder:
        ear = Ear(recorder)
        heard = [rung(ear, lambda: player.play("wood")) for _ in range(rings)]
        broken = _holes(ear, lambda: player.play("chime"))
        memory = pss_mib(child_running("audio.helper"))
    return {"held": [held], "ready": [ready], "memory": [memory], "holes": [broken], **_told(heard)}


def _holes(ear: Ear, ring: Callable[[], object]) -> int:
    ear.prick_up()
    ring()
    ear.onset()
    time.sleep(LISTENS)
    return holes(ear.heard)


def _rung_by(app: Program, ear: Ear) -> float | None:
    def press() -> None:
        app.press(b"b")

    onset = rung(ear, press)
    attend([app], 0.05)
    return onset


def _told(heard: list[float | None]) -> Samples:
    return {
        "onset": [onset for onset in heard if onset is not None],
        "lost": [float(onset is None) for onset in heard],
    }


def _ready(started: Samples) -> Samples:
    return {"ready": started["start"]}


NONE = Goal(Judge.TOTAL, 0.0)
TRIALS = (
    Trial(
        "bells",
        quiet,
        (
            Line(
                "helper-held",
                "sound helper, what asking for it holds up",
                "ms",
                Goal(Judge.WORST, 16.0),
                (),
                "held",
            ),
            Line("helper-ready", "sound helper, ready in the background", "ms", None, (PYTHON,), "ready"),
            Line("helper", "sound helper, memory, PSS", "MiB", Goal(Judge.MEDIAN, 28.0), (), "memory"),
            Line("onset", "bell to its first sound", "ms", Goal(Judge.MEDIAN, 60.0), ()),
            Line("lost", "bells lost, of 20", "", NONE),
            Line("holes", "holes in a chime", "", NONE),
        ),
        once=6,
        a_round=5,
    ),
    Trial(
        "bells-busy",
        busy,
        (
            Line("onset-busy", "bell to its first sound, every core busy", "ms", None, (), "onset"),
            Line("lost-busy", "bells lost, of 20, every core busy", "", NONE, (), "lost"),
            Line("holes-busy", "holes in a chime, every core busy", "", NONE, (), "holes"),
        ),
        once=0,
        a_round=22,
        most=1,
    ),
    Trial(
        "bells-app",
        busy_app,
        (
            Line("onset-app", "bell to its first sound, the app busy", "ms", None, (), "onset"),
            Line("lost-app", "bells lost, of 20, the app busy", "", NONE, (), "lost"),
        ),
        once=0,
        a_round=20,
        most=1,
    ),
)
