"""The bell on a real sound server with a null sink; needs PulseAudio."""

from __future__ import annotations

import math

from tests.audio.pulse import Recorder
from tests.bench.means.baselines import RINGER
from tests.bench.means.burners import busy_cores
from tests.bench.means.listening import Ear, rung, sound_server
from tests.bench.means.program import Program, attend
from tests.bench.means.ringing import one_helper, told
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking
from tests.bench.trials.starting import PYTHON, python

RINGS = 20


def quiet(taking: Taking) -> None:
    """A new helper each round, compared with bare Python; the bells are divided among the rounds."""
    each = math.ceil(RINGS / taking.rounds)
    with sound_server() as (server, env):
        taking.in_turn({OURS: lambda: one_helper(server, each), PYTHON: lambda: _ready(python(env))})


def busy(taking: Taking) -> None:
    """With every core busy."""
    for _ in range(taking.rounds):
        with sound_server() as (server, _), busy_cores(120):
            taking.add({OURS: one_helper(server, RINGS)})


def busy_app(taking: Taking) -> None:
    """With an app that draws and computes all the time, and rings from its own event loop."""
    for _ in range(taking.rounds):
        with sound_server() as (server, env), Program(RINGER, env) as app, Recorder(server) as recorder:
            app.until(b"busy with")
            ear = Ear(recorder, lambda seconds: attend([app], seconds))
            taking.add({OURS: told([rung(ear, lambda: app.press(b"b")) for _ in range(RINGS)])})


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
            Line("helper-whole", "the same, shared pages counted whole", "MiB", None, (), "memory-whole"),
            Line("onset", "bell to its first sound", "ms", Goal(Judge.MEDIAN, 60.0), ()),
            Line("onset-first", "the same, first bell of a new helper", "ms", None, ()),
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
