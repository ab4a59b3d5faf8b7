"""The plain performer: a session line by line, for screen readers, pipes and simple terminals.

Nothing is drawn, coloured or moved: every effect becomes lines of text, `(bell)` is a word, and answers are
typed as a number, a letter or a word, followed by Enter.
"""

from __future__ import annotations

from collections import deque

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect, Ended
from sessions.engine.events import Event
from sessions.engine.state import State
from sessions.naming import quoted
from sessions.repertoire import repertoire
from sessions.written import Track
from tui.plain import typed
from tui.plain.help_page import help_text
from tui.plain.means import PlainMeans
from tui.plain.stage import PlainStage
from tui.plain.typed import Command, meaning_of
from tui.run.performance import FASTER, SLOWER, Performance, next_pace
from tui.run.runner import Runner
from tui.words import lines
from tui.words.aloud import waits
from tui.words.in_lines import in_lines

PAUSED = "Paused, for as long as you like. Enter goes on."
AWAY_LINE = "The computer was away for a while, and the session waited. Enter goes on from here."
OWN_TIME = "This one moves on by itself. To move on now, type next, then Enter."
NOTHING_BEFORE = "There's nothing to go back to from here."


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
        self._stage = PlainStage(performance, means, lambda: self._runner.elapsed)
        self._silent = False
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
            self._stage.say(self._means.notes.popleft())
        if self._answers:
            self._send(self._answers.popleft())
        elif self._stage.offer.choices and self._kept:
            self._take(self._kept.popleft())
        else:
            line = self._read()
            if line is None:
                self._runner.pulse()
            else:
                self._take(line)

    def _read(self) -> str | None:
        self._stage.ask_for_answer()
        self._voice.look_ahead(self._runner.engine)
        line = self._means.source.read(self._runner.wait)
        if line is not None:
            self._stage.was_answered()
        return line

    def _take(self, line: str) -> None:
        """Do what a typed line says."""
        meaning = meaning_of(line, self._stage.offer)
        match meaning:
            case Command.UNKNOWN:
                self._unknown(line)
            case Command():
                self._do(meaning)
            case ev.Back() if not self._runner.allows(meaning):
                self._stage.say(NOTHING_BEFORE)
                self._again()
            case _ if not self._send(meaning):
                self._stage.say("That does nothing here. ? lists what does.")
        self._runner.pulse()  # so that an absence is reported, whatever the line did

    def _do(self, command: Command) -> None:
        """Handle a command that has no event, or not always the same one."""
        match command:
            case Command.ENTER:
                self._enter()
            case Command.MORE:
                self._stage.list(more=True)
            case Command.TIME:
                self._stage.say(lines.elapsed(self._runner.elapsed, self._performance.session.length))
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
            self._read_on(*self._keys(), listed=bool(self._stage.offer.choices))

    def _enter(self) -> None:
        """Take the answer that asks least; without a question, go on."""
        run = self._runner.engine.run
        if self._stage.offer.enter is not None:
            self._send(self._stage.offer.enter.event)
        elif run.state is State.PAUSED:
            self._send(ev.Resume())
        elif run.state is State.BEAT and run.due is None:
            self._send(ev.Next())
        elif self._stage.offer.choices:
            self._again()
        else:
            self._stage.say(OWN_TIME)

    def _again(self) -> None:
        """Print the current text again; the run does not move."""
        self._voice.again()
        self._stage.say_again()
        if self._runner.engine.run.state is State.PAUSED:
            self._stage.say(PAUSED)
        self._stage.list()

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
        if not self._stage.offer.choices and not self._means.source.interactive:
            self._kept.append(line)  # from a pipe, where answers may come before their questions
            return
        self._stage.say(f"{quoted(line.strip())} is nothing known here. ? lists what is.")

    def _keys(self) -> tuple[str, ...]:
        keys = typed.keys(unnamed=self._runner.engine.run.begun_on is Track.INDIRECT)
        return (
            *self._stage.in_full,
            "At any time, each followed by Enter:",
            *(f"{key.names[0]}: {key.meaning}" for key in keys),
        )

    def _read_on(self, *texts: str, listed: bool = False) -> None:
        """Print a longer text while the session waits. `listed`: it includes the question already."""
        self._stage.say(*texts)
        if not self._send(ev.Pause()) and self._runner.engine.run.state is State.PAUSED:
            self._stage.say(PAUSED)
        if self._stage.offer.choices and not listed:
            self._stage.say_again()
            self._stage.list()

    def _send(self, event: Event) -> bool:
        self._runner.pulse()
        if self._runner.allows(event):
            self._voice.pressed(event)
        return self._runner.send(event)

    def _switch_voice(self) -> None:
        """Turn the voice on, starting with the current text, or off."""
        self._voice, line = self._means.switch_voice()
        self._stage.say(line)
        if self._last is not None:
            self._voice.show(self._last)

    def _perform(self, effect: Effect) -> None:
        match effect:
            case fx.ShowBeat():
                self._stage.show(effect)
            case fx.TakeIn() | fx.QuestionPassed():
                self._stage.say("", in_lines(lines.taken_in(effect)))
            case fx.RingBell():
                self._stage.ring(effect)
            case fx.AskCheckIn() | fx.AskNotice() | fx.AskFork() | fx.OpenMenu() | fx.HoldStill():
                self._stage.ask(effect)
            case fx.Ended():
                self._ended = effect
                self._stage.end(effect)
            case _:
                self._tell(effect)
        self._voice.show(effect)
        self._last = effect if waits(effect) else self._last
        self._answer(effect)

    def _tell(self, effect: Effect) -> None:
        """Print what accompanies the run: a line, or a page."""
        match effect:
            case fx.ShowPaused():
                self._stage.say(AWAY_LINE if effect.away else PAUSED)
            case fx.ShowResumed():
                self._stage.say_again()
            case fx.PaceChanged():
                self._stage.say(*(() if self._silent else (lines.pace(effect.pace),)))
            case fx.AskingChanged():
                self._stage.say(in_lines(lines.asking(less=effect.less)))
            case fx.ShowCompany():
                self._read_on("", *lines.company(self._performance.mine.people))
            case fx.ShowHelp():
                self._read_on("", *help_text(self._means.region))

    def _answer(self, effect: Effect) -> None:
        event = self._means.answer(effect)
        if event is None:
            return
        self._answers.append(event)
        self._stage.show_answer(event)
