"""The player: one quiet page on which a session is performed."""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from pathlib import PurePath
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect, Ended
from sessions.engine.events import Event
from sessions.engine.state import State
from sessions.library.bundled import SIGNS
from sessions.repertoire import repertoire
from sessions.written import Track
from tui.choices import MORE, Choice, offer_for
from tui.run.performance import FASTER, SLOWER, Means, Performance, next_pace
from tui.run.runner import Runner
from tui.screens.base import STAGE, Page
from tui.screens.player_keys import KEYS, event_of
from tui.terminal.outlet import AWAY
from tui.widgets.answers import Answers
from tui.widgets.choices import Line
from tui.widgets.company import Company
from tui.widgets.foot import Foot
from tui.widgets.prompt import AIRY_FROM, MEASURE, MEASURE_ASKED, MEASURE_BELOW, Prompt, room_below
from tui.windows import ROOM_FOR_COMPANY, ROOM_FOR_LETTERS, ROOMY, TALL, is_grand
from tui.words import lines, page_lines
from tui.words.guiding import guide_line

ROWS_AROUND, ROWS_FOR_GUIDE = 8, 4
"""Rows that large letters leave free: for the foot, the bell and a line, and for a note for the guide."""

ROWS_WITHOUT_HELP, IN_A_SHORT_WINDOW, MARGINS = 16, 10, 4
"""Rows that the page after far away needs besides its help lines, and columns that none of them has."""

ROWS_OF_A_LINE = 5
"""Rows of what stands beside answers in small letters: a line, a few help lines."""

FEW_LINES = 6
"""Help lines on that page, unless the window is tall: what is dense is not read."""

FADE_SECONDS, FADE_STEPS = 1.2, 12


def in_steps(share: float) -> float:
    """How far a prompt has come in, from 0 to 1, for the share of the time that has passed.

    Textual looks sixty times a second; drawn ten times, a fade looks the same and costs a fifth.
    """
    return floor(share * FADE_STEPS) / FADE_STEPS


class PlayerPage(Page[Ended]):
    """Performs one run; its result is how the run ended."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = STAGE
    # A hidden list of answers that had the focus would swallow Enter.
    AUTO_FOCUS = ""
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
        """`large`, `grows`: whether prompts are set in large letters now, always or in a large window.

        `others`: the names of other sessions.
        """
        super().__init__()
        self._large = large
        self._grows = grows
        self._others = others
        self._taken_in = ""
        self.landed = False
        """Whether the landing page was shown: nothing more has to follow."""
        self.performance = performance
        self._means = means
        self._rung = ""
        self._unsaid: list[Effect] = []
        played = repertoire(
            performance.session,
            performance.seed,
            first_wording=performance.first_wording,
            mine=performance.own,
        )
        away = AWAY if means.watched else None
        self.runner = Runner(played, means.clock, self._perform, away=away, outlet=means.outlet)

    def compose(self) -> ComposeResult:
        """A stage in the middle, a few words at the foot."""
        yield from self.stage()
        yield Company()
        yield Foot()

    def stage(self) -> ComposeResult:
        """Where the session is performed."""
        with VerticalScroll(id="stage", can_focus=False):
            yield Static(id="twin", markup=False)
            yield Prompt(id="line", measure=MEASURE_BELOW)
            yield Prompt(id="prompt")
            yield Prompt(id="note", measure=MEASURE_BELOW)
            yield Prompt(id="guide", measure=MEASURE_BELOW)
            yield Prompt(id="below", measure=MEASURE_BELOW)
            yield Answers(id="answers-box")
            with Center(id="beside-answers"):
                yield Static(id="help-lines", markup=False)

    def on_mount(self) -> None:
        """Begin at once: the person has already said so."""
        if self.performance.pace != 1.0:
            self.runner.send(ev.SetPace(self.performance.pace))
        self.runner.begin(self.performance.track, ask_less=self.performance.ask_less)
        self.app.app_resume_signal.subscribe(self, lambda _: self._pulse())
        self._settle()

    def take(self, key: str) -> bool:
        """Take an answer; after any key, also one that means nothing, look whether the person was away.

        After and not before, for a key that does something looks by itself.
        """
        self.app.call_later(self._pulse)
        return super().take(key)

    def on_resize(self, _event: Resize) -> None:
        """The door comes and goes with the room there is, and letters grow."""
        self.enlarge()

    def on_screen_suspend(self) -> None:
        """Another page lies on top: the session waits."""
        if self.runner.send(ev.Pause()):
            self._settle()
        self._means.voice.aside()

    def on_screen_resume(self) -> None:
        """The page on top is gone. A session that is paused stays so."""
        if self.runner.engine.run.state is not State.PAUSED:
            self._means.voice.back()

    def on_unmount(self) -> None:
        """No timer outlives the page, and no word."""
        self._unsaid.clear()
        self._means.alarm.set(None, self._pulse)
        if not any(isinstance(page, PlayerPage) for page in self.app.screen_stack):
            self._means.voice.leave()  # a page that follows this one speaks for itself
        self.app.app_resume_signal.unsubscribe(self)  # the app keeps whoever still listens

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing now are not shown and not taken."""
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
        """To one's own lines, where a sign that was met can be kept."""
        self.app.call_later(self.app.run_action, "mine('closing')")

    def action_aside(self) -> None:
        """To the list of sessions, while this one waits."""
        self.app.call_later(self.app.run_action, "sessions_aside")

    def action_pause(self) -> None:
        """Stop the clock."""
        self._do("pause")

    def action_resume(self) -> None:
        """Start the clock again."""
        self._do("resume")

    def action_next(self) -> None:
        """Move on early."""
        self._do("next")

    def action_back(self) -> None:
        """Show the last prompt again."""
        self._do("back")

    def action_report(self, feeling: str) -> None:
        """Closing, too much or far away."""
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
        """Kind words, from here."""
        self._do("direct")

    def action_ask_less(self) -> None:
        """Fewer questions, or all of them again."""
        self.send(ev.AskLess(less=not self.runner.engine.run.ask_less))

    def action_again(self) -> None:
        """Point to what is there, say it if the voice is on, and bring the cursor back to it.

        The words do not fade in anew: with the key held down they would flicker (care guide rule 15).
        """
        self.query_one(Answers).stand_on_none()
        self._light()
        if self._means.voice.again() or self.runner.engine.run.state is State.PAUSED:
            return
        shown = any(self.query_one(place, Prompt).text for place in ("#prompt", "#line"))
        said = lines.HERE_AGAIN if shown else lines.QUIET_HERE
        self._note(f"{said} {lines.HEAR_IT}" if shown and self.CAN_SPEAK else said)

    def action_peek(self) -> None:
        """Show how long it has been, once."""
        self._note(lines.elapsed(self.runner.elapsed, self.performance.session.length))

    def action_pace(self, change: str) -> None:
        """Longer beats, shorter beats, or none that move by themselves."""
        pace = self.runner.engine.run.pace
        if change == "manual":
            self.send(ev.SetPace(None if pace is not None else 1.0))
        else:
            self.send(ev.SetPace(next_pace(pace, SLOWER if change == "slower" else FASTER)))

    def perform_with(self, changes: dict[str, Any]) -> None:
        """Another pace, or fewer questions, from here on."""
        if {"pace", "manual"} & set(changes):
            now = {"pace": 1.0} | self.held() | changes
            self.send(ev.SetPace(None if now["manual"] else now["pace"]))
        if "ask_less" in changes:
            self.send(ev.AskLess(less=changes["ask_less"]))

    def held(self) -> dict[str, Any]:
        """The pace and the questions of this run."""
        run = self.runner.engine.run
        pace = {"manual": True} if run.pace is None else {"manual": False, "pace": run.pace}
        return {**pace, "ask_less": run.ask_less}

    @property
    def on_the_senses(self) -> bool:
        """Whether the person chose the senses beforehand: the other way goes unnamed then."""
        return self.runner.engine.run.begun_on is Track.INDIRECT

    @property
    def performs(self) -> bool:
        """A session is."""
        return True

    @property
    def closed(self) -> bool:
        """Whether closing was said in this run, and kind words have not been asked for since."""
        run = self.runner.engine.run
        return run.closings > 0 and run.track is not Track.DIRECT

    @property
    def halted(self) -> bool:
        """Whether too much or far away was said in this run."""
        return self.runner.engine.run.halted is not None

    def send(self, event: Event) -> None:
        """Hand an event to the run and arm the timer anew."""
        self.runner.pulse()
        if self.runner.allows(event) and self._means.voice.pressed(event):
            self._unsaid.clear()  # also what has just become due: it belongs to what the person leaves
        self.runner.send(event)
        self._settle()

    def chosen(self, line: Line) -> None:
        """Send what the answer stands for; stop leaves at once, and more shows more."""
        if line is MORE:
            self.query_one(Answers).show_more()
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
        """Look whether the person was away."""
        self._pulse()

    def _settle(self) -> None:
        """After anything that may have moved the run: one timer, and the keys that work now."""
        self._means.alarm.set(self.runner.wait, self._pulse)
        self.refresh_bindings()
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        """Say what was shown, once it is drawn: words can wait for a picture, and a picture not for words."""
        while self._unsaid:
            self._means.voice.show(self._unsaid.pop(0))
        self._means.voice.look_ahead(self.runner.engine)

    def _perform(self, effect: Effect) -> None:
        answer = self._means.answer(effect)
        if answer is not None:
            self.call_later(self.send, answer)
            if isinstance(effect, fx.ShowCompany | fx.ShowHelp):
                return  # a page that nobody reads would lie over the answer
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
                self.dismiss(effect)
            case _:
                self._tell(effect)

    def _tell(self, effect: Effect) -> None:
        """What changes nothing on the stage: a note, or a page over it."""
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

    def _show(self, text: str, *, quiet: bool) -> None:
        self._set_stage(asking=False)
        self._line(self._taken_in)
        self._taken_in = ""
        prompt = self.query_one("#prompt", Prompt)
        prompt.text = text
        prompt.airy = True
        prompt.measure = MEASURE
        self.enlarge()
        prompt.display = True
        prompt.set_class(quiet, "-quiet")
        self._come_in()

    def _come_in(self) -> None:
        """Let the prompt fade in, and the light with it; where nothing moves it is there at once."""
        styles = self.query_one("#prompt", Prompt).styles
        moves = self.app.animation_level != "none"
        styles.opacity = 0.0 if moves else 1.0
        if moves:
            styles.animate("opacity", 1.0, duration=FADE_SECONDS, easing=in_steps)
        self._light()

    def _light(self) -> None:
        """Let the light in the door swell, where anything may move."""
        if self.app.animation_level != "none":
            for company in self.query(Company):
                company.swell()

    def _ask(self, effect: Effect) -> None:
        self._set_stage(asking=True)
        self._head(lines.question(effect))
        self._line(lines.before_question(effect))
        self._note_for_guide(effect)
        self._help_lines(effect)
        self.query_one(Answers).offer(offer_for(effect, guide=self.performance.guide))
        self.enlarge()

    def _land(self, effect: fx.AskCheckIn) -> None:
        """The landing page, with the last question as one quiet line."""
        self.landed = True
        self._set_stage(asking=True)
        self._head(lines.landed(self.performance.seed))
        below = self.query_one("#below", Prompt)
        below.text = "\n".join(self._beside_landing(lines.last_question(effect)))
        below.display = True
        self._note_for_guide(effect)
        self.query_one(Answers).offer(offer_for(effect, guide=self.performance.guide))
        self.enlarge()

    def _beside_landing(self, question: str) -> list[str]:
        reflect = self.performance.session.reflect
        others = self._others() if self.app.size.height >= AIRY_FROM else ()
        said = [*page_lines.to_keep(reflect), ""] if reflect else []
        return [
            *said,
            *([page_lines.also_here(others, room_below(self.app)), ""] if others else []),
            question,
        ]

    def _head(self, text: str) -> None:
        prompt = self.query_one("#prompt", Prompt)
        prompt.text = text
        prompt.airy = False
        prompt.measure = MEASURE_ASKED
        prompt.display = bool(text)

    def _help_lines(self, effect: Effect) -> None:
        """After far away the help list stands on the page itself, as much of it as there is room for."""
        far_away = isinstance(effect, fx.OpenMenu) and effect.after is ev.Feeling.FAR_AWAY
        place = self.query_one("#help-lines", Static)
        place.display = far_away
        if far_away:
            from tui.words.help_in_short import GAP, help_in_short, in_table  # noqa: PLC0415  # not for a prompt

            rows, columns = self._room_for_help()
            few = help_in_short(rows, columns, region=self._means.region())
            table = in_table(few, columns)
            rows_of_it = [Content.assemble((line.name, "$soft"), " " * GAP, line.reach) for line in table]
            place.update(Content("\n").join(rows_of_it or [Content(str(line)) for line in few]))

    def _room_for_help(self) -> tuple[int, int]:
        """Rows and columns; in a short window nothing stands between the lines but a guide's."""
        columns, rows = self.app.size
        short = (self.has_class("-short") or self.has_class("-tiny-height")) and not self.performance.guide
        if short:
            return rows - IN_A_SHORT_WINDOW, columns
        most = FEW_LINES if rows < TALL else rows
        return min(most, rows - ROWS_WITHOUT_HELP), columns - MARGINS

    def _set_stage(self, *, asking: bool) -> None:
        twin = self.query_one("#twin", Static)
        twin.update(self._rung)
        twin.display = bool(self._rung)
        self._rung = ""
        self.set_class(asking, "-asking")
        self._line("")
        self._note("")
        for place in ("#below", "#help-lines"):
            self.query_one(place).display = False
        self.query_one("#prompt", Prompt).remove_class("-quiet")
        self._keep_company()
        if not asking:
            self.set_focus(None)
            self.query_one(Answers).clear()

    def _keep_company(self) -> int:
        """Show the door where there is room for it; how many rows it takes."""
        rows, taken = self.app.size.height, 0
        for company in self.query(Company):
            least = ROOMY if self.has_class("-asking") else ROOM_FOR_COMPANY
            company.display = rows >= least and not self.performance.guide
            taken += company.display * company.height_in(rows)
        return taken

    def tell(self, line: str) -> bool:
        """Below the prompt, until the next one comes: a notice over the page could lie on the words."""
        self._note(line)
        return True

    def move(self, *, moving: bool) -> None:
        """The light in the door may change, or rests; a prompt that is coming in is there at once."""
        if not moving:
            for company in self.query(Company):
                company.rest()

    def enlarge(self) -> None:
        """Set the prompt in large letters, or not; a question leaves to its answers all they want."""
        asking = self.has_class("-asking")
        prompt, line = self.query_one("#prompt", Prompt), self.query_one("#line", Prompt)
        guide = ROWS_FOR_GUIDE if self.performance.guide else 0
        spare = ROWS_AROUND + self._keep_company() + guide + (self._rows_of_answers() if asking else 0)
        columns, rows = ROOM_FOR_LETTERS
        grown = self._grows() and self.app.size.width >= columns and self.app.size.height >= rows
        for text in (prompt, line):
            text.spare = spare
        prompt.enlarged = self._large() or grown
        line.enlarged = prompt.enlarged and asking and not prompt.text and is_grand(self.app.size)
        if self._large() and prompt.text and not asking and not prompt.fits_large:
            self._note(lines.TOO_LONG_FOR_LARGE)

    def _rows_of_answers(self) -> int:
        """Rows of the answers, and of the lines that stand beside them."""
        beside = [self.query_one(place) for place in ("#line", "#below", "#help-lines")]
        lines_beside = sum(ROWS_OF_A_LINE for each in beside if each.display)
        return self.query_one(Answers).rows + lines_beside

    def _note_for_guide(self, effect: Effect) -> None:
        text = guide_line(effect) if self.performance.guide else ""
        guide = self.query_one("#guide", Prompt)
        guide.text = lines.for_the_guide(text) if text else ""
        guide.display = bool(text)

    def _line(self, text: str) -> None:
        line = self.query_one("#line", Prompt)
        line.text = text
        line.display = bool(text)

    def _note(self, text: str) -> None:
        note = self.query_one("#note", Prompt)
        note.text = text
        note.display = bool(text)
