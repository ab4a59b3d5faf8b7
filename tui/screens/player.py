"""The player: sends keys to the run as events, and decides what its stage shows for each effect."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect
from sessions.engine.events import Event
from sessions.engine.state import State
from sessions.library.bundled import SIGNS
from sessions.repertoire import repertoire
from sessions.written import Track
from tui.run.performance import FASTER, SLOWER, Means, Performance, next_pace
from tui.run.runner import Runner
from tui.screens.player_keys import KEYS, event_of
from tui.screens.stage import StagePage
from tui.terminal.outlet import AWAY
from tui.widgets.prompt import Prompt
from tui.words import lines

if TYPE_CHECKING:
    from tui.widgets.choices import Line


class PlayerPage(StagePage):
    """Performs one run; when it has ended, `Means.leave` removes the page."""

    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    OVER_SESSIONS: ClassVar[bool] = True
    """Whether Esc leads to the list of sessions."""
    CAN_SPEAK: ClassVar[bool] = True
    """Whether the voice can be turned on here."""

    def __init__(
        self,
        performance: Performance,
        means: Means,
        *,
        large: Callable[[], bool] = lambda: False,
        grows: Callable[[], bool] = lambda: False,
        others: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        """`large`, `grows`: whether the settings ask for large letters, always or in a large window.

        `others`: the titles of other sessions.
        """
        super().__init__(performance, means.region, large=large, grows=grows, others=others)
        self._means = means
        self._unsaid: list[Effect] = []
        played = repertoire(
            performance.session,
            performance.seed,
            first_wording=performance.first_wording,
            mine=performance.own,
        )
        away = AWAY if means.watched else None
        self.runner = Runner(played, means.clock, self._perform, away=away, outlet=means.outlet)

    def on_mount(self) -> None:
        """Begin at once, as the person has asked for it already."""
        if self.performance.pace != 1.0:
            self.runner.send(ev.SetPace(self.performance.pace))
        self.runner.begin(self.performance.track, ask_less=self.performance.ask_less)
        self.app.app_resume_signal.subscribe(self, lambda _: self._pulse())
        self._settle()

    def take(self, key: str) -> bool:
        """Take an answer; after any key, even one without a meaning, check whether the person was away.

        The check comes afterwards, since a key with a meaning makes its own.
        """
        self.app.call_later(self._pulse)
        return super().take(key)

    def on_screen_suspend(self) -> None:
        """Pause, since another page is on top."""
        if self.runner.send(ev.Pause()):
            self._settle()
        self._means.voice.aside()

    def on_screen_resume(self) -> None:
        """Go on speaking, unless the session is paused, which it stays."""
        if self.runner.engine.run.state is not State.PAUSED:
            self._means.voice.back()

    def on_unmount(self) -> None:
        """Stop the timer and the voice."""
        self._unsaid.clear()
        self._means.alarm.set(None, self._pulse)
        if not any(isinstance(page, PlayerPage) for page in self.app.screen_stack):
            self._means.voice.leave()  # else the player that follows uses the voice already
        self.app.app_resume_signal.unsubscribe(self)  # the app would keep the page alive

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable and hide keys that would do nothing now."""
        if action == "sessions":
            return self.landed and self.runner.engine.run.at_the_end
        if action == "keep_sign":
            return self.landed and self.performance.name == SIGNS and not self.performance.guide
        if action == "aside":
            return self.OVER_SESSIONS and not self.landed
        event = event_of(action, parameters)
        return event is None or self.runner.allows(event)

    def action_sessions(self) -> None:
        """Leave the landing page."""
        self.send(ev.Report(ev.Feeling.SKIP))

    def action_keep_sign(self) -> None:
        """Open the person's own lines, to add a sign."""
        self.app.call_later(self.app.run_action, "mine('closing')")

    def action_aside(self) -> None:
        """Open the list of sessions, while this one waits."""
        self.app.call_later(self.app.run_action, "sessions_aside")

    def action_pause(self) -> None:
        """Pause."""
        self._do("pause")

    def action_resume(self) -> None:
        """Resume."""
        self._do("resume")

    def action_next(self) -> None:
        """Move on early."""
        self._do("next")

    def action_back(self) -> None:
        """Show the last prompt again."""
        self._do("back")

    def action_report(self, feeling: str) -> None:
        """Report closing, too much or far away."""
        self._do("report", feeling)

    def action_notice(self) -> None:
        """Open a noticing pause."""
        self._do("notice")

    def action_less(self) -> None:
        """Ask for less."""
        self._do("less")

    def action_slip(self) -> None:
        """Take back what was pressed by mistake."""
        self._do("slip")

    def action_direct(self) -> None:
        """Change to kind words from here on."""
        self._do("direct")

    def action_ask_less(self) -> None:
        """Ask fewer questions, or all of them again."""
        self.send(ev.AskLess(less=not self.runner.engine.run.ask_less))

    def action_again(self) -> None:
        """Bring the cursor back to the current text, and speak it if the voice is on.

        The text does not fade in again: with the key held down it would flicker (care guide rule 15).
        """
        if self._answers is not None:
            self._answers.stand_on_none()
        self._light()
        if self._means.voice.again() or self.runner.engine.run.state is State.PAUSED:
            return
        shown = any(self.query_one(place, Prompt).text for place in ("#prompt", "#line"))
        said = lines.HERE_AGAIN if shown else lines.QUIET_HERE
        self._note(f"{said} {lines.HEAR_IT}" if shown and self.CAN_SPEAK else said)

    def action_peek(self) -> None:
        """Show the elapsed time once."""
        self._note(lines.elapsed(self.runner.elapsed, self.performance.session.length))

    def action_pace(self, change: str) -> None:
        """Make beats longer, shorter or manual."""
        pace = self.runner.engine.run.pace
        if change == "manual":
            self.send(ev.SetPace(None if pace is not None else 1.0))
        else:
            self.send(ev.SetPace(next_pace(pace, SLOWER if change == "slower" else FASTER)))

    def perform_with(self, changes: dict[str, Any]) -> None:
        """Apply another pace, or fewer questions, from here on."""
        if {"pace", "manual"} & set(changes):
            now = {"pace": 1.0} | self.held() | changes
            self.send(ev.SetPace(None if now["manual"] else now["pace"]))
        if "ask_less" in changes:
            self.send(ev.AskLess(less=changes["ask_less"]))

    def held(self) -> dict[str, Any]:
        """The pace of this run, and whether it asks less."""
        run = self.runner.engine.run
        pace = {"manual": True} if run.pace is None else {"manual": False, "pace": run.pace}
        return {**pace, "ask_less": run.ask_less}

    @property
    def on_the_senses(self) -> bool:
        """Whether the person chose the senses track beforehand; then the direct track is not mentioned."""
        return self.runner.engine.run.begun_on is Track.INDIRECT

    @property
    def performs(self) -> bool:
        """Always: it is a session."""
        return True

    @property
    def closed(self) -> bool:
        """Whether closing was reported in this run, and kind words have not been asked for since."""
        run = self.runner.engine.run
        return run.closings > 0 and run.track is not Track.DIRECT

    @property
    def halted(self) -> bool:
        """Whether too much or far away was reported in this run."""
        return self.runner.engine.run.halted is not None

    def send(self, event: Event) -> None:
        """Send an event to the run, and set the timer again."""
        self.runner.pulse()
        if self.runner.allows(event) and self._means.voice.pressed(event):
            self._unsaid.clear()  # including what has just become due: the person is leaving it
        self.runner.send(event)
        self._settle()

    def chosen(self, line: Line) -> None:
        """Send the event of an answer; *stop* leaves at once, and *more* lists more."""
        from tui.choices import MORE, Choice  # noqa: PLC0415  # a first prompt asks nothing

        if line is MORE:
            self._the_answers().show_more()
            self.enlarge()
        elif isinstance(line, Choice) and isinstance(line.event, ev.Leave):
            self.app.call_later(self.app.run_action, "stop")
        elif isinstance(line, Choice):
            self.send(line.event)

    def _do(self, action: str, *parameters: object) -> None:
        event = event_of(action, parameters)
        if event is not None:
            self.send(event)

    def _pulse(self) -> None:
        self.runner.pulse()
        self._settle()

    def turned_to(self) -> None:
        """Check whether the person was away."""
        self._pulse()

    def _settle(self) -> None:
        """Set the timer and refresh the keys, after anything that may have moved the run."""
        self._means.alarm.set(self.runner.wait, self._pulse)
        self.refresh_bindings()
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        """Speak what was shown, once it is drawn, so that speech never delays the drawing."""
        while self._unsaid:
            self._means.voice.show(self._unsaid.pop(0))
        self._means.voice.look_ahead(self.runner.engine)

    def _perform(self, effect: Effect) -> None:
        answer = self._means.answer(effect)
        if answer is not None:
            self.call_later(self.send, answer)
            if isinstance(effect, fx.ShowCompany | fx.ShowHelp):
                return  # without a person, the page would cover the answer
        self._show_effect(effect)
        self._unsaid.append(effect)

    def _show_effect(self, effect: Effect) -> None:
        match effect:
            case fx.ShowBeat():
                text = lines.for_reading_aloud(effect) if self.performance.guide else lines.beat_text(effect)
                self._show(text, quiet=lines.is_quiet(effect))
                self._note_for_guide(effect)
            case fx.TakeIn() | fx.QuestionPassed():
                self._taken_in = lines.taken_in(effect)
            case fx.RingBell():
                self._rung = lines.bell_sign(effect) if self._means.hears(effect) else ""
                self._means.ring(effect)
            case fx.AskCheckIn(final=True):
                self._land(effect)
            case fx.AskCheckIn() | fx.AskNotice() | fx.AskFork() | fx.OpenMenu() | fx.HoldStill():
                self._ask(effect)
            case fx.Ended():
                self._means.alarm.set(None, self._pulse)
                self._means.leave(effect, self.landed)
            case _:
                self._tell(effect)

    def _tell(self, effect: Effect) -> None:
        """Show what leaves the stage as it is: a note, or a page on top."""
        match effect:
            case fx.ShowPaused():
                self._note(lines.AWAY if effect.away else lines.PAUSED)
            case fx.ShowResumed():
                self._note("")
            case fx.PaceChanged():
                self._note(lines.pace(effect.pace))
            case fx.AskingChanged():
                self._note(lines.asking(less=effect.less))
            case fx.ShowCompany():
                self.app.call_later(self.app.run_action, "company")
            case fx.ShowHelp():
                self.app.call_later(self.app.run_action, "help")
