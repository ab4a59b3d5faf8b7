"""Generates valid sessions, and everything a person may press.

Lengths are whole seconds, as they nearly always are in files, and paces are chosen so that sums stay exact.
"""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from sessions.engine import events as ev
from sessions.engine.state import Repertoire
from sessions.model import Session
from sessions.written import (
    Bell,
    Breathe,
    CheckIn,
    Choose,
    Mark,
    Notice,
    Option,
    PlainStep,
    Quiet,
    Say,
    Step,
    Tone,
    Track,
    Use,
)
from tests.fakes.small import repertoire

PARTS: dict[str, tuple[PlainStep, ...]] = {
    "short": (Say("short part", 3.0), Bell(Tone.WOOD)),
    "long": (Say("long part", 4.0), Use("short"), Quiet(2.0)),
}
PART_LENGTHS = {"short": 3, "long": 9}

PACES = (0.5, 1.0, 2.0, 8.0, 10.0, None)


@st.composite
def plain_steps(draw: st.DrawFn, length: int) -> tuple[PlainStep, ...]:
    """Steps without questions that last `length` seconds together, with bells and waits among them."""
    steps: list[PlainStep] = [*draw(_UNTIMED)]
    left = length
    while left:
        step, took = draw(_timed_step(left))
        steps += (step, *draw(_UNTIMED))
        left -= took
    return tuple(steps)


_UNTIMED: st.SearchStrategy[tuple[PlainStep, ...]] = st.sampled_from(
    ((), (), (Bell(Tone.BOWL, 2),), (Say("whenever you like", 0.0, until_ready=True),))
)


@st.composite
def _timed_step(draw: st.DrawFn, left: int) -> tuple[PlainStep, int]:
    fitting = [name for name, length in PART_LENGTHS.items() if length <= left]
    kind = draw(st.sampled_from(["say", "quiet", "say", "breathe", *(["use"] if fitting else [])]))
    if kind == "use":
        part = draw(st.sampled_from(fitting))
        repeat = draw(st.integers(1, left // PART_LENGTHS[part]))
        return Use(part, repeat), repeat * PART_LENGTHS[part]
    took = draw(st.integers(1, left))
    mark = Mark(draw(st.integers(1, 90)), 5)
    if kind == "quiet":
        return Quiet(float(took), draw(st.sampled_from(["", "a reminder"])), mark), took
    if kind == "breathe":
        return Breathe(4.0, 6.0, float(took), "or a sound", mark), took
    wordings = draw(st.sampled_from([(), ("other",), ("other", "third")]))
    tone = draw(st.sampled_from([None, Tone.CHIME]))
    less = draw(st.sampled_from([None, "a smaller ask"]))
    return Say("words", float(took), wordings=wordings, bell=tone, less=less, at=mark), took


@st.composite
def segments(draw: st.DrawFn, length: int) -> tuple[Step, ...]:
    """A segment that lasts `length` seconds; it may hold a fork."""
    if not length or not draw(st.booleans()):
        return draw(plain_steps(length))
    before = draw(st.integers(0, length - 1))
    inside = draw(st.integers(1, length - before))
    options = draw(st.lists(plain_steps(inside), min_size=2, max_size=3))
    fork = Choose("which?", tuple(Option(f"option {i}", steps) for i, steps in enumerate(options)))
    return (*draw(plain_steps(before)), fork, *draw(plain_steps(length - before - inside)))


_GATES: st.SearchStrategy[Step] = st.sampled_from((CheckIn("how is it?"), Notice("anything?")))
_LENGTHS = st.integers(0, 40)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session as the checker would let it pass."""
    arriving: list[Step] = []
    for length in draw(st.lists(_LENGTHS, min_size=1, max_size=2)):
        arriving += (*draw(segments(length)), draw(_GATES))
    lengths = draw(st.lists(_LENGTHS, min_size=1, max_size=3))
    indirect = draw(_track(lengths))
    direct = draw(_track(lengths)) if draw(st.integers(0, 3)) else ()
    landing = draw(plain_steps(draw(_LENGTHS)))
    return Session(
        title="generated",
        length=_seconds(arriving) + sum(lengths) + _seconds(landing),
        arriving=tuple(arriving),
        direct=direct,
        indirect=indirect,
        landing=landing,
        parts=PARTS,
        if_skipped=draw(st.sampled_from(Track)) if direct else Track.INDIRECT,
    )


@st.composite
def _track(draw: st.DrawFn, lengths: list[int]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for number, length in enumerate(lengths):
        if number:
            steps.append(draw(_GATES))
        steps += draw(segments(length))
    return tuple(steps)


def _seconds(steps: Iterable[Step]) -> float:
    """The length of a list of steps, added up by another hand than the score's."""
    total = 0.0
    for step in steps:
        if isinstance(step, Use):
            total += step.repeat * PART_LENGTHS[step.part]
        elif isinstance(step, Choose):
            total += _seconds(step.options[0].steps)
        elif isinstance(step, Say | Quiet | Breathe):
            total += step.length
    return total


@st.composite
def repertoires(draw: st.DrawFn) -> Repertoire:
    """Everything one run can play."""
    return repertoire(draw(sessions()), seed=draw(st.integers(0, 5)))


EVENTS: tuple[ev.Event, ...] = (
    *(ev.Begin(track) for track in (None, Track.DIRECT, Track.INDIRECT)),
    ev.Begin(ask_less=True),
    ev.Tick(),
    ev.Next(),
    ev.Back(),
    ev.Less(),
    ev.Pause(),
    ev.Pause(away=True),
    ev.Resume(),
    *(ev.SetPace(pace) for pace in (*PACES, 0.25, 40.0)),
    ev.Noticing(),
    ev.AskLess(),
    ev.AskLess(less=False),
    ev.TakeDirect(),
    *(ev.Report(feeling) for feeling in ev.Feeling),
    *(ev.Wear(coat) for coat in (ev.Coat.LATER, ev.Coat.BORED)),
    *(ev.ChooseOption(index) for index in (-1, 0, 1, 2, 7)),
    *(ev.Pick(way) for way in ev.Way),
    ev.Leave(),
)
"""One of each event there is, with every value that makes a difference."""

ONGOING: tuple[ev.Event, ...] = tuple(
    event
    for event in EVENTS
    if not isinstance(event, ev.Leave)
    and event != ev.Pick(ev.Way.STOP)
    and event not in {ev.Report(ev.Feeling.TOO_MUCH), ev.Report(ev.Feeling.FAR_AWAY)}
    and event not in {ev.Pick(ev.Way.TOO_MUCH), ev.Pick(ev.Way.FAR_AWAY)}
)
"""The events after which the session itself may still go on."""

moments = st.sampled_from((0.0, 0.25, 1.0, 3.0, 7.5, 30.0, 86_400.0))
"""How long a person waits before the next key."""
