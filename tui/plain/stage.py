"""The stage of a plain run: writes prompts, questions and their answers as lines."""

from __future__ import annotations

from collections.abc import Callable

from sessions.durations import clock_face
from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect, Ended
from sessions.library.bundled import SIGNS
from tui.choices import STOP, Choice, Offer, listed, offer_for
from tui.plain.means import PlainMeans
from tui.run.performance import Performance
from tui.words import lines, page_lines
from tui.words.guiding import guide_line
from tui.words.help_in_short import help_in_short
from tui.words.in_lines import in_lines
from tui.words.own_page import SIGN_IN_LINES

ENTER_GOES_ON = "Enter goes on."
ENTER_TAKES = {"skip": "Enter skips.", "leave it here": "Enter leaves it here."}
"""What Enter does at a question, by the label of the answer it takes."""
CARRIES_ON = "Enter carries on gently."
QUIET = "(quiet)"
BELL = "(bell)"
PROMPT = "Your answer: "
HELP_LINES = 3
"""Entries of the help list that are printed at once after far away; `h` prints all."""


class PlainStage:
    """Writes what a run has to show; the performer decides what is shown, and when.

    Attributes:
        offer: the current answers; none while no question is shown.
        here: the current prompt or question.
    """

    def __init__(self, performance: Performance, means: PlainMeans, elapsed: Callable[[], float]) -> None:
        """`elapsed` tells the seconds of beats so far."""
        self._performance = performance
        self._means = means
        self._elapsed = elapsed
        self.offer = Offer()
        self.here: tuple[str, ...] = ()
        self._landed = False
        self._asked = False
        """Whether the last output was the prompt for an answer."""

    def say(self, *texts: str) -> None:
        """Write lines."""
        self._asked = False
        self._means.write("".join(f"{text}\n" for text in texts))

    def say_again(self) -> None:
        """Write the current prompt or question again."""
        self.say("", *self.here)

    def ask_for_answer(self) -> None:
        """Write the prompt for an answer, if a question is shown to a person and it is not there yet."""
        if self.offer.choices and self._means.source.interactive and not self._asked:
            self._means.write(_enter_takes(self.offer) + PROMPT)
            self._asked = True

    def was_answered(self) -> None:
        """Note that a line was typed behind the prompt for an answer."""
        self._asked = False

    def show_answer(self, event: ev.Event) -> None:
        """Write the answer that causes this event, as if it had been typed."""
        labels = [choice.label for choice in self.offer.all if choice.event == event]
        self.say(*(f"{PROMPT}{label}" for label in labels))

    def ring(self, effect: fx.RingBell) -> None:
        """Write a bell, if the person wants to hear it, and ring it."""
        if self._means.hears(effect):
            self.say("", BELL if effect.strikes == 1 else f"{BELL} {effect.strikes} times")
        self._means.ring(effect)

    def show(self, effect: fx.ShowBeat) -> None:
        """Write a beat."""
        self.offer = Offer()
        guide = self._performance.guide
        text = lines.for_reading_aloud(effect) if guide else lines.beat_text(effect)
        if lines.is_quiet(effect) and not guide:
            text = f"({text})" if text else QUIET
        self.here = (text, ENTER_GOES_ON) if effect.beat.waits else (text,)
        self.say("", self._at() + text, *self.here[1:], *self._for_the_guide(effect))

    def _at(self) -> str:
        return f"{clock_face(self._elapsed())}  " if self._means.clocked else ""

    def ask(self, effect: Effect) -> None:
        """Write a question or a menu, and list its answers."""
        self.offer = offer_for(effect, guide=self._performance.guide)
        asked: tuple[str, ...] = (in_lines(lines.before_question(effect)), lines.question(effect))
        if last := isinstance(effect, fx.AskCheckIn) and effect.final:
            asked = self._landing(effect)
        far_away = isinstance(effect, fx.OpenMenu) and effect.after is ev.Feeling.FAR_AWAY
        said = [text for text in asked if text]
        self.here = tuple(said[-1:] if last else said)
        self.say("", *(self._at() + text for text in said[:1]), *said[1:], *self._for_the_guide(effect))
        self.list()
        self.say(*(map(str, help_in_short(HELP_LINES, region=self._means.region)) if far_away else ()))

    def end(self, effect: Ended) -> None:
        """Write the line at the end, unless the landing line was written already."""
        self.offer = Offer()
        if self._landed:
            return
        self.say("", lines.ending(effect, self._performance.seed))
        reflect = self._performance.session.reflect
        if reflect and lines.may_reflect(effect):
            self.say("", *page_lines.to_keep(reflect))
        if self._on_signs and not effect.halted:
            self.say(SIGN_IN_LINES)

    def _landing(self, effect: fx.AskCheckIn) -> tuple[str, ...]:
        """The landing line, the author's questions to keep, and the last question."""
        if effect.answered is not None:
            return (lines.last_question(effect),)
        self._landed = True
        reflect = self._performance.session.reflect
        kept = ("", *page_lines.to_keep(reflect), "") if reflect else ()
        sign = (SIGN_IN_LINES,) if self._on_signs else ()
        return (lines.landed(self._performance.seed), *kept, *sign, lines.last_question(effect))

    @property
    def _on_signs(self) -> bool:
        """Whether the session is the one on signs, after which a sign can be kept."""
        return self._performance.name == SIGNS and not self._performance.guide

    def _for_the_guide(self, effect: Effect) -> tuple[str, ...]:
        """The note for somebody who reads aloud to others."""
        note = guide_line(effect) if self._performance.guide else ""
        return (lines.for_the_guide(note),) if note else ()

    def list(self, *, more: bool = False) -> None:
        """List the answers, one per line; those of a block on one line, as they are many."""
        # On a terminal, the prompt for an answer says what Enter does.
        choices = listed(self.offer, more=more, enter=not self._means.source.interactive)
        if choices and not any(choice.key == STOP.key for choice in choices):
            choices = (*choices, STOP)
        entries = [_in_full(choice) if choice.own else _in_short(choice) for choice in choices]
        if self.offer.block:
            entries = [" · ".join(entries)]
        self.say(*entries)

    @property
    def in_full(self) -> tuple[str, ...]:
        """The current question, if any, and all its answers with their hints."""
        asked = self.here if self.offer.choices else ()
        return (*asked, *(_in_full(choice) for choice in self.offer.all))


def _in_short(choice: Choice) -> str:
    return f"{choice.key}. {choice.label}"


def _in_full(choice: Choice) -> str:
    return _in_short(choice) + (f": {choice.hint}" if choice.hint else "")


def _enter_takes(offer: Offer) -> str:
    """What Enter would do at a question."""
    if offer.enter is None:
        return ""
    return f"{ENTER_TAKES.get(offer.enter.label, CARRIES_ON)} "
