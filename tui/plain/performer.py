"""The plain performer: a session line by line, for screen readers, pipes and simple terminals.

Nothing is drawn, coloured or moved: every effect becomes lines of text, `(bell)` is a word, and answers are
typed as a number, a letter or a word, followed by Enter.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sessions.clock import Clock
from sessions.durations import clock_face
from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect, Ended
from sessions.engine.events import Event
from sessions.engine.state import State
from sessions.library.bundled import SIGNS
from sessions.naming import quoted
from sessions.repertoire import repertoire
from sessions.written import Track
from tui.choices import STOP, Choice, Offer, listed, offer_for
from tui.plain import typed
from tui.plain.help_page import help_text
from tui.plain.typed import Command, meaning_of
from tui.plain.typing_in import LineSource
from tui.run.performance import FASTER, SLOWER, Performance, next_pace
from tui.run.runner import Runner
from tui.run.speaker import Mute, Speaker
from tui.terminal.outlet import AWAY, Open, Outlet
from tui.words import lines, page_lines
from tui.words.aloud import waits
from tui.words.guiding import guide_line
from tui.words.help_in_short import help_in_short
from tui.words.in_lines import in_lines
from tui.words.own_page import SIGN_IN_LINES

PAUSED = "Paused, for as long as you like. Enter goes on."
AWAY_LINE = "The computer was away for a while, and the session waited. Enter goes on from here."
ENTER_GOES_ON = "Enter goes on."
ENTER_TAKES = {"skip": "Enter skips.", "leave it here": "Enter leaves it here."}
"""What Enter does at a question, by the label of the answer it takes."""
CARRIES_ON = "Enter carries on gently."
OWN_TIME = "This one moves on by itself. To move on now, type next, then Enter."
NOTHING_BEFORE = "There's nothing to go back to from here."
QUIET = "(quiet)"
BELL = "(bell)"
PROMPT = "Your answer: "
HELP_LINES = 3
"""Entries of the help list that are printed at once after far away; `h` prints all."""


@dataclass(frozen=True, slots=True)
class PlainMeans:
    """The means of a performance in lines; tests pass their own."""

    clock: Clock
    source: LineSource
    write: Callable[[str], None]
    """Writes text at once, unchanged."""
    ring: Callable[[fx.RingBell], None] = lambda _: None
    """Rings the bell if the person wants sound."""
    hears: Callable[[fx.RingBell], bool] = lambda _: True
    """Whether the person wants to hear this bell; it is written only then."""
    answer: Callable[[Effect], Event | None] = lambda _: None
    """Gives the next answer in a rehearsal; None leaves it to the person."""
    away: float | None = AWAY
    """See `Runner`."""
    clocked: bool = False
    """Whether to print the session time before each beat and question, as in a rehearsal."""
    region: str | None = None
    """The country whose help lines come first; None takes it from the settings."""
    notes: deque[str] = field(default_factory=deque)
    """Lines to print from elsewhere, such as a fault of the sound."""
    outlet: Outlet = field(default_factory=Open)
    """Tells whether what is written arrives."""
    voice: Speaker = field(default_factory=Mute)
    """Speaks what is written, if the person asked for that."""
    switch_voice: Callable[[], tuple[Speaker, str]] = lambda: (Mute(), "Nothing can be spoken here.")
    """Turns the voice on or off; returns who speaks now, and a line on it."""


class PlainRun:
    """A run, performed in lines."""

    def __init__(self, performance: Performance, means: PlainMeans) -> None:
        self._performance = performance
        self._voice = means.voice
        self._last: Effect | None = None
        self._means = means
        rep = repertoire(
            performance.session,
            performance.seed,
            first_wording=performance.first_wording,
            mine=performance.own,
        )
        self._runner = Runner(rep, means.clock, self._perform, away=means.away, outlet=means.outlet)
        self._offer = Offer()
        self._landed = False
        self._silent = False
        self._prompted = False
        """Whether the last output was the prompt for an answer."""
        self._here: tuple[str, ...] = ()
        """The current prompt or question."""
        self._answers: deque[Event] = deque()
        self._kept: deque[str] = deque()
        self._ended: Ended | None = None

    def play(self) -> Ended:
        """Perform the run to its end; Ctrl-C and the end of the input stop it like `q`."""
        try:
            self._begin_at(self._performance.pace)
            self._runner.begin(self._performance.track, ask_less=self._performance.ask_less)
            while self._ended is None:
                self._step()
        except (KeyboardInterrupt, EOFError):
            self._means.write("\n")
            self._send(ev.Leave())
        assert self._ended is not None, "a run that is left has ended"  # noqa: S101
        return self._ended

    def _begin_at(self, pace: float | None) -> None:
        """Set the pace without a line on it: it was stated before, and the first line should be a prompt."""
        if pace != 1.0:
            self._silent = True
            self._send(ev.SetPace(pace))
            self._silent = False

    def _step(self) -> None:
        while self._means.notes:
            self._say(self._means.notes.popleft())
        if self._answers:
            self._send(self._answers.popleft())
        elif self._offer.choices and self._kept:
            self._take(self._kept.popleft())
        else:
            line = self._read()
            if line is None:
                self._runner.pulse()
            else:
                self._take(line)

    def _read(self) -> str | None:
        if self._offer.choices and self._means.source.interactive and not self._prompted:
            self._means.write(_enter_takes(self._offer) + PROMPT)
            self._prompted = True
        self._voice.look_ahead(self._runner.engine)
        line = self._means.source.read(self._runner.wait)
        self._prompted = self._prompted and line is None
        return line

    def _take(self, line: str) -> None:
        """Do what a typed line says."""
        meaning = meaning_of(line, self._offer)
        match meaning:
            case Command.UNKNOWN:
                self._unknown(line)
            case Command():
                self._do(meaning)
            case ev.Back() if not self._runner.allows(meaning):
                self._say(NOTHING_BEFORE)
                self._again()
            case _ if not self._send(meaning):
                self._say("That does nothing here. ? lists what does.")
        self._runner.pulse()  # so that an absence is reported, whatever the line did

    def _do(self, command: Command) -> None:
        """Handle a command that has no event, or not always the same one."""
        match command:
            case Command.ENTER:
                self._enter()
            case Command.MORE:
                self._list(more=True)
            case Command.TIME:
                self._say(lines.elapsed(self._runner.elapsed, self._performance.session.length))
            case Command.HELP:
                self._read_on(*help_text(self._means.region))
            case Command.AGAIN:
                self._again()
            case Command.KEYS:
                self._tell_keys()
            case Command.ALOUD:
                self._switch_voice()
            case _:
                self._send(self._event_of(command))

    def _tell_keys(self) -> None:
        """List all keys; if a question is spoken, speak its answers first instead."""
        if not self._voice.read_out():
            self._read_on(*self._keys(), listed=bool(self._offer.choices))

    def _enter(self) -> None:
        """Take the answer that asks least; without a question, go on."""
        run = self._runner.engine.run
        if self._offer.enter is not None:
            self._send(self._offer.enter.event)
        elif run.state is State.PAUSED:
            self._send(ev.Resume())
        elif run.state is State.BEAT and run.due is None:
            self._send(ev.Next())
        elif self._offer.choices:
            self._again()
        else:
            self._say(OWN_TIME)

    def _again(self) -> None:
        """Print the current text again; the run does not move."""
        self._voice.again()
        self._say("", *self._here)
        if self._runner.engine.run.state is State.PAUSED:
            self._say(PAUSED)
        self._list()

    def _event_of(self, word: Command) -> Event:
        """The event of a switch, which depends on the state."""
        if word is Command.PAUSE:
            resume = ev.Resume()
            return resume if self._runner.allows(resume) else ev.Pause()
        if word is Command.ASK_LESS:
            return ev.AskLess(less=not self._runner.engine.run.ask_less)
        return ev.SetPace(self._new_pace(word))

    def _new_pace(self, word: Command) -> float | None:
        pace = self._runner.engine.run.pace
        if word is Command.MANUAL:
            return None if pace is not None else 1.0
        return next_pace(pace, SLOWER if word is Command.SLOWER else FASTER)

    def _unknown(self, line: str) -> None:
        if not self._offer.choices and not self._means.source.interactive:
            self._kept.append(line)  # from a pipe, where answers may come before their questions
            return
        self._say(f"{quoted(line.strip())} is nothing known here. ? lists what is.")

    def _keys(self) -> tuple[str, ...]:
        asked = self._here if self._offer.choices else ()
        keys = typed.keys(unnamed=self._runner.engine.run.begun_on is Track.INDIRECT)
        return (
            *asked,
            *(_in_full(choice) for choice in self._offer.all),
            "At any time, each followed by Enter:",
            *(f"{key.names[0]}: {key.meaning}" for key in keys),
        )

    def _read_on(self, *texts: str, listed: bool = False) -> None:
        """Print a longer text while the session waits. `listed`: it includes the question already."""
        self._say(*texts)
        if not self._send(ev.Pause()) and self._runner.engine.run.state is State.PAUSED:
            self._say(PAUSED)
        if self._offer.choices and not listed:
            self._say("", *self._here)
            self._list()

    def _send(self, event: Event) -> bool:
        self._runner.pulse()
        if self._runner.allows(event):
            self._voice.pressed(event)
        return self._runner.send(event)

    def _say(self, *texts: str) -> None:
        self._prompted = False
        self._means.write("".join(f"{text}\n" for text in texts))

    def _switch_voice(self) -> None:
        """Turn the voice on, starting with the current text, or off."""
        self._voice, line = self._means.switch_voice()
        self._say(line)
        if self._last is not None:
            self._voice.show(self._last)

    def _perform(self, effect: Effect) -> None:
        match effect:
            case fx.ShowBeat():
                self._show(effect)
            case fx.TakeIn() | fx.QuestionPassed():
                self._say("", in_lines(lines.taken_in(effect)))
            case fx.RingBell():
                self._ring(effect)
            case fx.AskCheckIn() | fx.AskNotice() | fx.AskFork() | fx.OpenMenu() | fx.HoldStill():
                self._ask(effect)
            case fx.Ended():
                self._end(effect)
            case _:
                self._tell(effect)
        self._voice.show(effect)
        self._last = effect if waits(effect) else self._last
        self._answer(effect)

    def _ring(self, effect: fx.RingBell) -> None:
        if self._means.hears(effect):
            self._say("", BELL if effect.strikes == 1 else f"{BELL} {effect.strikes} times")
        self._means.ring(effect)

    def _tell(self, effect: Effect) -> None:
        """Print what accompanies the run: a line, or a page."""
        match effect:
            case fx.ShowPaused():
                self._say(AWAY_LINE if effect.away else PAUSED)
            case fx.ShowResumed():
                self._say("", *self._here)
            case fx.PaceChanged():
                self._say(*(() if self._silent else (lines.pace(effect.pace),)))
            case fx.AskingChanged():
                self._say(in_lines(lines.asking(less=effect.less)))
            case fx.ShowCompany():
                self._read_on("", *lines.company(self._performance.mine.people))
            case fx.ShowHelp():
                self._read_on("", *help_text(self._means.region))

    def _show(self, effect: fx.ShowBeat) -> None:
        self._offer = Offer()
        guide = self._performance.guide
        text = lines.for_reading_aloud(effect) if guide else lines.beat_text(effect)
        if lines.is_quiet(effect) and not guide:
            text = f"({text})" if text else QUIET
        self._here = (text, ENTER_GOES_ON) if effect.beat.waits else (text,)
        self._say("", self._at() + text, *self._here[1:], *self._for_the_guide(effect))

    def _at(self) -> str:
        return f"{clock_face(self._runner.elapsed)}  " if self._means.clocked else ""

    def _ask(self, effect: Effect) -> None:
        self._offer = offer_for(effect, guide=self._performance.guide)
        asked: tuple[str, ...] = (in_lines(lines.before_question(effect)), lines.question(effect))
        if isinstance(effect, fx.AskCheckIn) and effect.final:
            asked = self._landing(effect)
        far_away = isinstance(effect, fx.OpenMenu) and effect.after is ev.Feeling.FAR_AWAY
        said = [text for text in asked if text]
        last = isinstance(effect, fx.AskCheckIn) and effect.final
        self._here = tuple(said[-1:] if last else said)
        self._say("", *(self._at() + text for text in said[:1]), *said[1:], *self._for_the_guide(effect))
        self._list()
        self._say(*(map(str, help_in_short(HELP_LINES, region=self._means.region)) if far_away else ()))

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

    def _list(self, *, more: bool = False) -> None:
        """List the answers, one per line; those of a block on one line, as they are many."""
        # On a terminal, the prompt for an answer says what Enter does.
        choices = listed(self._offer, more=more, enter=not self._means.source.interactive)
        if choices and not any(choice.key == STOP.key for choice in choices):
            choices = (*choices, STOP)
        entries = [_in_full(choice) if choice.own else _in_short(choice) for choice in choices]
        if self._offer.block:
            entries = [" · ".join(entries)]
        self._say(*entries)

    def _answer(self, effect: Effect) -> None:
        event = self._means.answer(effect)
        if event is None:
            return
        self._answers.append(event)
        said = [choice.label for choice in self._offer.all if choice.event == event]
        self._say(*(f"{PROMPT}{label}" for label in said))

    def _end(self, effect: Ended) -> None:
        self._ended = effect
        self._offer = Offer()
        if self._landed:
            return
        self._say("", lines.ending(effect, self._performance.seed))
        reflect = self._performance.session.reflect
        if reflect and lines.may_reflect(effect):
            self._say("", *page_lines.to_keep(reflect))
        if self._on_signs and not effect.halted:
            self._say(SIGN_IN_LINES)


def _in_short(choice: Choice) -> str:
    return f"{choice.key}. {choice.label}"


def _in_full(choice: Choice) -> str:
    return _in_short(choice) + (f": {choice.hint}" if choice.hint else "")


def _enter_takes(offer: Offer) -> str:
    """What Enter would do at a question."""
    if offer.enter is None:
        return ""
    return f"{ENTER_TAKES.get(offer.enter.label, CARRIES_ON)} "
