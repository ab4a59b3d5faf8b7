"""Speaks what a run shows, with the next texts made ahead; engine and runner do not know about it.

To find out what may come next, a copy of the engine is given the events that time or a person could cause.
The event that asks for kind words again is never among them, so the engine guarantees that after closing no
direct text is made ahead.
"""

from __future__ import annotations

from collections.abc import Iterator

from sessions.engine import events as ev
from sessions.engine.effects import (
    Effect,
    HoldStill,
    OpenMenu,
    QuestionPassed,
    RingBell,
    ShowPaused,
    ShowResumed,
    TakeIn,
)
from sessions.engine.engine import Engine
from sessions.engine.events import Event
from sessions.engine.state import State
from sessions.engine.transitions import NotAllowedError
from tui.run.sound import Sound
from tui.words import aloud

KEEPS_ITS_WORDS = (ev.Pause, ev.Resume, ev.SetPace, ev.AskLess, ev.Tick, ev.Begin)
"""Events that leave the spoken words alone; a pause only interrupts them."""

ANSWERS: tuple[Event, ...] = (
    ev.Report(ev.Feeling.SKIP),
    ev.Report(ev.Feeling.OPENING),
    ev.Pick(ev.Way.GENTLER),
    ev.ChooseOption(0),
    ev.ChooseOption(1),
)
"""Events a person may cause at a question; the first prompt after each is made ahead."""

MOST_AHEAD = 4


class Voice:
    """Speaks what is shown and ticks, each if the person wants it."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._shown: Effect | None = None
        self._told: Effect | None = None
        self._rung = False
        self._taken_in: tuple[str, ...] = ()
        self._ahead: tuple[str, ...] = ()

    def show(self, effect: Effect) -> None:
        """Speak what was just shown."""
        match effect:
            case RingBell():
                self._rung = self._sound.hears(effect)
            case ShowPaused():
                self._sound.hold()
            case ShowResumed():
                self._sound.go_on()
            case TakeIn() | QuestionPassed():
                self._taken_in = aloud.spoken(effect)
            case _ if aloud.waits(effect):
                self._say(effect)

    def _say(self, effect: Effect) -> None:
        if isinstance(effect, OpenMenu | HoldStill):
            self._hush()  # its words belong to what the person has just left
        self._shown = effect
        self._sound.speak((*self._taken_in, *aloud.spoken(effect)))
        self._taken_in = ()
        if not self._rung:
            self._sound.tick()
        self._rung = False

    def pressed(self, event: Event) -> bool:
        """End the words that are being said if the event moves the run; whether it does."""
        ends = not isinstance(event, KEEPS_ITS_WORDS)
        if ends:
            self._shown = None
            self._hush()
        return ends

    def look_ahead(self, engine: Engine) -> None:
        """Have the texts made that may be said next."""
        if not self._sound.aloud or engine.run.state in (State.PAUSED, State.ENDED):
            return
        texts = tuple(coming(engine))
        if texts != self._ahead:
            self._ahead = texts
            self._sound.ahead(texts)

    def read_out(self) -> bool:
        """Speak the answers to a question, once for each question; False if nothing is left to say."""
        rest = () if self._shown is self._told else aloud.read_out(self._shown)
        self._told = self._shown
        if rest:
            self._sound.hush()
            self._sound.speak(rest)
        return bool(rest)

    def again(self) -> bool:
        """Speak again what is shown, a question with its answers; whether anything is said."""
        if self._shown is None or not self._sound.aloud:
            return False
        self._sound.hush()
        self._sound.speak((*aloud.spoken(self._shown), *aloud.read_out(self._shown)))
        return True

    def switched(self) -> None:
        """React to the voice being turned on or off: speak, or be silent."""
        if not self._sound.aloud:
            self._hush()
            return
        said = aloud.spoken(self._shown) if self._shown is not None else (aloud.THIS_IS_HOW,)
        self._sound.speak(said)

    def try_loudness(self) -> None:
        """Speak at the loudness that was just chosen, unless something is being said anyway."""
        self._sound.sample((aloud.LOUDNESS,))

    def aside(self) -> None:
        """Be silent while another page is read."""
        self._sound.hold()

    def back(self) -> None:
        """Go on with the interrupted sentence; while the run is paused, it goes on when the run does."""
        self._sound.go_on()

    def leave(self) -> None:
        """Stop, and discard all texts."""
        self._shown = None
        self._hush()

    def _hush(self) -> None:
        self._ahead = ()
        self._sound.hush()


def coming(engine: Engine) -> Iterator[str]:
    """The texts that may be said next, the likeliest first."""
    found: dict[str, None] = {}
    for event in _possible(engine):
        for effect in _tried(engine, event):
            found.update(dict.fromkeys(aloud.spoken(effect)))
            if aloud.waits(effect):
                break
    yield from list(found)[:MOST_AHEAD]


def _possible(engine: Engine) -> tuple[Event, ...]:
    match engine.run.state:
        case State.READY:
            return (ev.Begin(),)
        case State.BEAT:
            return (ev.Tick(),) if engine.due is not None else (ev.Next(),)
        case _:
            return ANSWERS


def _tried(engine: Engine, event: Event) -> tuple[Effect, ...]:
    """The effects that an event would have; none if it is not allowed."""
    trial = Engine(engine.repertoire, engine.run)
    at = engine.due if isinstance(event, ev.Tick) and engine.due is not None else engine.run.clock
    try:
        return trial.handle(event, max(at, engine.run.clock, 0.0))
    except NotAllowedError:
        return ()
