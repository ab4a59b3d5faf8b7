"""Speech on a real sound server with a null sink, and its cost for the app; needs PulseAudio."""

from __future__ import annotations

import importlib.util
import math
import shutil
from contextlib import ExitStack

from tests.bench.means.burners import busy_cores
from tests.bench.means.homes import AJAR, home
from tests.bench.means.listening import sound_server
from tests.bench.means.processes import pss_mib
from tests.bench.means.program import Program, attend
from tests.bench.means.speaking import cues, first_words, ready
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking
from tests.bench.trials import cues as on_screen
from tests.bench.trials.sitting import QUIET, SETTLED

SYSTEM, NEURAL = "espeak-ng", "piper"
CUES = 20
SILENT = "the same session, silent"
ALOUD = ("--aloud", "--voice", SYSTEM)


def system(taking: Taking) -> None:
    """The system's voice."""
    _spoken(taking, SYSTEM)


def neural(taking: Taking) -> None:
    """The neural voice of the extra."""
    _spoken(taking, NEURAL)


def _spoken(taking: Taking, voice: str) -> None:
    _needed(voice)
    each = math.ceil(CUES / taking.rounds)
    for _ in range(taking.rounds):
        with sound_server() as (server, _):
            taking.add({OURS: {**first_words(server, voice), **ready(voice), **cues(server, voice, each)}})


def app(taking: Taking) -> None:
    """A session that has spoken its first prompt, compared with the same one with the voice off."""
    _needed(SYSTEM)
    with sound_server() as (_, env):
        taking.in_turn({OURS: lambda: _held(env, ALOUD), SILENT: lambda: _held(env, ())})


def _held(sound: dict[str, str], options: tuple[str, ...]) -> Samples:
    with ExitStack() as stack:
        env = {**sound, **stack.enter_context(home())}
        program = stack.enter_context(Program([AJAR, *QUIET, *options], env))
        program.until(b"pause")
        attend([program], 2 * SETTLED)
        return {"memory-aloud": [pss_mib(program.pid)]}


def busy(taking: Taking) -> None:
    """Cues on the terminal, with every core busy and a voice speaking all the time."""
    _needed(SYSTEM)
    for _ in range(taking.rounds):
        with sound_server() as (_, env), busy_cores(on_screen.LASTS + 60):
            taking.add(on_screen.both(ALOUD, env))


def _needed(voice: str) -> None:
    there = importlib.util.find_spec("piper") if voice == NEURAL else shutil.which(voice)
    if not there:
        raise RuntimeError(f"{voice} is not installed")


def _lines(voice: str, first: float | None) -> tuple[Line, ...]:
    kind = "system voice" if voice == SYSTEM else "neural voice"
    name = "speech" if voice == SYSTEM else "neural"
    goal = Goal(Judge.WORST, first) if first is not None else None
    return (
        Line(f"{name}-onset", f"{kind}, words after their cue", "ms", Goal(Judge.P99, 150.0), (), "onset"),
        Line(f"{name}-silent", f"{kind}, silent after a key", "ms", Goal(Judge.WORST, 300.0), (), "silent"),
        Line(f"{name}-unheard", f"{kind}, cues without words", "", Goal(Judge.TOTAL, 0.0), (), "unheard"),
        Line(f"{name}-first", f"{kind}, first words of a run after their cue", "ms", goal, (), "first"),
        Line(f"{name}-ready", f"{kind}, ready", "ms", None, (), "ready"),
        Line(f"{name}-memory", f"{kind}, memory of the renderer, PSS", "MiB", None, (), "memory"),
    )


TRIALS = (
    Trial("voice", system, _lines(SYSTEM, None), once=2, a_round=30),
    Trial("voice-neural", neural, _lines(NEURAL, 1500.0), once=2, a_round=35),
    Trial(
        "voice-app",
        app,
        (Line("memory-aloud", "memory of a session with the voice on, PSS", "MiB", None, (SILENT,)),),
        once=20,
        a_round=20,
        most=3,
    ),
    Trial(
        "voice-cues",
        busy,
        (
            Line(
                "cue-aloud",
                "cue lateness, every core busy, a voice speaking",
                "ms",
                Goal(Judge.P99, 16.0),
                (on_screen.ASYNCIO,),
                "cue",
            ),
        ),
        once=0,
        a_round=on_screen.LASTS + 12,
        most=1,
    ),
)
