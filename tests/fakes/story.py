"""Tells a run step by step, so that a test reads as a story."""

from __future__ import annotations

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    Ended,
    OpenMenu,
    RingBell,
    ShowBeat,
)
from sessions.engine.engine import Engine
from sessions.engine.events import Begin, Event, Feeling, Next, Pick, Report, Tick, Way
from sessions.engine.state import SESSION_LEGS, Repertoire, State
from sessions.model import Session
from sessions.written import Track
from tests.fakes.small import TWO_TRACKS, repertoire

ENOUGH = 500
"""More beats than any test session has; a story that takes more never ends."""


class Story:
    """An engine, a clock, and all that was shown so far.

    Attributes:
        engine: the engine under test.
        now: the time; it only grows.
        effects: everything the engine asked for, in order.
        seconds: what the timed beats of the session's own legs have taken, on the person's clock.
    """

    def __init__(
        self,
        session: Session | Repertoire = TWO_TRACKS,
        track: Track | None = None,
        *,
        ask_less: bool = False,
    ) -> None:
        rep = session if isinstance(session, Repertoire) else repertoire(session)
        self.engine = Engine(rep)
        self.now = 1000.25
        self.effects: list[Effect] = []
        self.seconds = 0.0
        self.press(Begin(track, ask_less=ask_less))

    def press(self, event: Event) -> tuple[Effect, ...]:
        """Send an event now."""
        effects = self.engine.handle(event, self.now)
        self.effects += effects
        return effects

    def passes(self, seconds: float) -> tuple[Effect, ...]:
        """Let time pass, with a pulse at each due time and one at the end."""
        end = self.now + seconds
        effects: tuple[Effect, ...] = ()
        while self.now < end:
            due = self.engine.due
            step = min(end, due) if due is not None else end
            if self.engine.due is not None and self.engine.run.leg in SESSION_LEGS:
                self.seconds += step - self.now
            self.now = step
            effects += self.press(Tick())
        return effects

    def until_asked(self) -> tuple[Effect, ...]:
        """Let beats pass until the person is waited for."""
        effects: tuple[Effect, ...] = ()
        for _ in range(ENOUGH):
            if self.engine.due is None:
                return effects
            effects += self.passes(self.engine.due - self.now)
        raise AssertionError("this run never asks and never ends")

    def say(self, feeling: Feeling) -> tuple[Effect, ...]:
        """Report a feeling."""
        return self.press(Report(feeling))

    def pick(self, way: Way) -> tuple[Effect, ...]:
        """Take an entry of the open menu."""
        return self.press(Pick(way))

    def answer(self, *answers: Feeling | Way) -> None:
        """Give each answer when the person is next waited for."""
        for given in answers:
            self.until_asked()
            self.press(Report(given) if isinstance(given, Feeling) else Pick(given))

    def until_shown(self, text: str) -> None:
        """Move on, beat by beat, until a prompt is on."""
        for _ in range(ENOUGH):
            if self.shown == text and self.state is State.BEAT:
                return
            self.press(Next())
        raise AssertionError(f"{text!r} is never shown")

    @property
    def state(self) -> State:
        """The state of the run."""
        return self.engine.run.state

    @property
    def texts(self) -> list[str]:
        """Every prompt shown so far, in order; bare stillness left out."""
        return words(self.effects)

    @property
    def shown(self) -> str:
        """The prompt shown last."""
        return self.texts[-1]

    @property
    def menu(self) -> OpenMenu:
        """The open menu."""
        last = self.effects[-1]
        assert isinstance(last, OpenMenu), f"no menu is open, but {last}"
        return last

    @property
    def ended(self) -> Ended:
        """The ending."""
        last = self.effects[-1]
        assert isinstance(last, Ended), f"not ended, but {last}"
        return last


def words(effects: list[Effect] | tuple[Effect, ...]) -> list[str]:
    """The words that were shown, bare stillness left out."""
    return [effect.text for effect in effects if isinstance(effect, ShowBeat) and effect.text]


def outline(effects: list[Effect] | tuple[Effect, ...]) -> list[str]:
    """One word for each effect: prompts as they read, everything else by what it is."""
    return [_named(effect) for effect in effects]


def _named(effect: Effect) -> str:
    name = f"<{type(effect).__name__}>"
    match effect:
        case ShowBeat():
            name = effect.text
        case RingBell():
            name = f"<{effect.tone.value} {effect.strikes}>"
        case AskCheckIn():
            name = "<last check-in>" if effect.final else "<check-in>"
        case AskNotice():
            name = "<notice>"
        case AskFork():
            name = f"<{effect.text}>"
        case OpenMenu():
            name = f"<menu {effect.kind.value}>"
        case Ended():
            name = f"<{effect.ending.value}>"
    return name
