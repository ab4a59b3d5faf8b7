"""The player as an author's tool: it can be moved back and forth, and reloads the file when it is saved.

Only the engine decides what comes next. To move, a new run is led to the place, with the answers given so far
and under a clock that jumps (`sessions.rehearsal.playthrough`), and taken up there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize

from sessions.check import Checked
from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect
from sessions.engine.engine import Engine
from sessions.engine.events import Event
from sessions.engine.state import Run, State
from sessions.model import Session
from sessions.rehearsal.landmarks import Landmark, landmarks, section_name
from sessions.rehearsal.playthrough import CHECK_POINTS, Said, Stop
from sessions.rehearsal.rehearsal import Playback
from sessions.repertoire import repertoire
from tui.rehearsal.clocks import ScaledClock
from tui.rehearsal.faults import FaultPanel
from tui.rehearsal.menus import AnswerMenu, JumpMenu, Menu, Result
from tui.rehearsal.saves import Saves
from tui.rehearsal.transport import Standing, Transport
from tui.run.alarm import Alarm
from tui.run.performance import Means, Performance
from tui.screens.base import STAGE
from tui.screens.player import PlayerPage
from tui.widgets.foot import Foot

SHEETS = (STAGE, Path(__file__).with_name("rehearsal.tcss"))

SPEEDS = (1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 30.0, 60.0)
"""Multiples of real time; a key press goes to the next one."""
LOOK = 0.5
"""Seconds of real time between two polls of the file and the clock."""
ROOM_BESIDE = 110
"""Columns from which faults are shown beside the session instead of below it."""

KEYS = ((", .", "beat"), ("< >", "speed"), ("j", "jump"), ("y", "answer"), ("x", "faults"))
"""The keys of the transport bar, as they are shown there."""

NOTHING_TO_MEND = "There is nothing to mend in this file."
NO_CHECK_POINT = "There is no check-point ahead."
FAULTY, ADVISED = "faults to mend", "advice"
MISSING = "the file is gone; its last version is on"

_KINDS = {
    State.FORK: "question",
    State.MENU: "menu",
    State.STILL: "nothing for a while",
    State.NOTICE: "noticing",
    State.CHECK_IN: "check-in",
}


def _key(key: str, action: str, word: str, tooltip: str) -> Binding:
    return Binding(key, action, word, id=f"rehearsal.{word.replace(' ', '_')}", tooltip=tooltip, show=False)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a rehearsal needs besides the means of a player."""

    clock: ScaledClock
    saves: Saves
    looks: Alarm
    """Rings when the file is to be polled; in real time."""
    told: tuple[Said, ...] = ()
    """Scripted answers, used until the author gives others."""


class RehearsalPlayer(PlayerPage):
    """The player, with a transport bar and the faults of the file."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [*SHEETS]
    OVER_SESSIONS = False
    CAN_SPEAK = False
    COMMA_IS_SETTINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        _key("comma", "step(-1)", "beat before", "Rehearsal: to the beat or question before"),
        _key("full_stop", "step(1)", "next beat", "Rehearsal: to the next beat or question"),
        _key("less_than_sign", "speed(-1)", "lower speed", "Rehearsal: nearer to the speed of life"),
        _key("greater_than_sign", "speed(1)", "higher speed", "Rehearsal: faster than life"),
        _key("j", "jump", "jump", "Rehearsal: jump to a section or a check-point"),
        _key("y", "answer", "answer", "Rehearsal: give an answer at the next check-point"),
        _key("x", "faults", "faults", "Rehearsal: to the faults of the file, and back"),
    ]

    def __init__(self, performance: Performance, means: Means, bench: Bench) -> None:
        super().__init__(
            performance, means.changed(answer=self._told_before, hears=lambda _: True, watched=False)
        )
        self._bench = bench
        self._playback = Playback(self.runner.engine.repertoire, performance.track, bench.told)
        self._held = False
        self._was_running = False
        self._checked: Checked | None = None

    def compose(self) -> ComposeResult:
        """The stage, the faults beside or below it, the bar."""
        with Container(id="bench"):
            yield from self.stage()
            yield FaultPanel(id="faults")
        yield Transport(KEYS, id="transport")
        yield Foot()

    def on_mount(self) -> None:
        """Poll the file from now on; the base class begins the run."""
        self._look()

    def on_resize(self, event: Resize) -> None:
        """Put the faults beside the session if there is room."""
        self.set_class(event.size.width >= ROOM_BESIDE, "-beside")

    def on_unmount(self) -> None:
        """No timer outlives the page."""
        self._bench.looks.set(None, self._look)

    def send(self, event: Event) -> None:
        """Send an event to the run, and record it if it leads somewhere."""
        self.runner.pulse()
        if self.runner.allows(event):
            self._playback.hear(self._run, event, max(self._run.clock, self._bench.clock.now()))
        super().send(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable keys that would do nothing now."""
        if action == "step" and isinstance(parameters[0], int):
            return self._playback.neighbour(self._run, parameters[0]) is not None
        return super().check_action(action, parameters)

    def action_step(self, step: int) -> None:
        """Go to the previous or the next beat or question."""
        stop = self._playback.neighbour(self._run, step)
        if stop is not None:
            self._go_to(stop)

    def action_speed(self, step: int) -> None:
        """One speed slower or faster."""
        speed = self._bench.clock.speed
        slower, faster = ([s for s in SPEEDS if s < speed], [s for s in SPEEDS if s > speed])
        beside = slower[-1:] if step < 0 else faster[:1]
        if beside:
            self._bench.clock.speed = beside[0]
            self._settle()

    def action_jump(self) -> None:
        """Choose a section or a check-point."""
        self._open(JumpMenu(landmarks(self._playback.repertoire.score)), self._jump)

    def action_answer(self) -> None:
        """Choose an answer for the next check-point."""
        self._open(AnswerMenu(), self._answer)

    def action_faults(self) -> None:
        """Move the focus to the faults of the file, and back to the session."""
        panel = self.query_one(FaultPanel)
        if self._checked is None or not self._checked.faults:
            self._note(NOTHING_TO_MEND)
        elif panel.list.has_focus:
            self.set_focus(self.query_one("#answers") if self.has_class("-asking") else None)
            panel.display = bool(self._checked.errors)
        else:
            panel.display = True
            panel.list.focus()
            panel.list.highlighted = 0

    @property
    def _run(self) -> Run:
        return self.runner.engine.run

    def _told_before(self, effect: Effect) -> Event | None:
        """The scripted answer, unless the author jumped here to see the question."""
        ahead = self._playback.ahead
        if self._held or not ahead:
            return None
        match effect:
            case fx.AskCheckIn() | fx.AskNotice() | fx.AskFork() | fx.OpenMenu():
                return ahead[0].event
            case fx.ShowBeat() if effect.beat.waits:
                return ev.Next()
            case fx.HoldStill():
                return ev.Next()
        return None

    def _go_to(self, stop: Stop, *, into: float = 0.0, ring: bool = True) -> None:
        run = self._run
        self._playback.come_to(stop)
        engine = Engine(self._playback.repertoire, stop.taken_up(self._bench.clock.now(), run.pace, into))
        self._held = True
        self.runner.take_up(engine, [e for e in stop.effects if ring or not isinstance(e, fx.RingBell)])
        self._held = False
        if run.state is State.PAUSED:
            self.runner.send(ev.Pause())
        self._settle()

    def _open(self, menu: Menu[Result], then: Callable[[Result], None]) -> None:
        """Open a menu; the session waits meanwhile."""
        was_running = self._run.state is State.BEAT

        def closed(result: Result | None) -> None:
            if was_running:
                self.send(ev.Resume())
            if result is not None:
                then(result)

        self.app.push_screen(menu, closed)

    def _jump(self, landmark: Landmark) -> None:
        stop = self._playback.reached(landmark)
        if stop is not None:
            self._go_to(stop)

    def _answer(self, event: Event) -> None:
        if self._run.state not in CHECK_POINTS:
            stop = self._playback.check_point_from(self._run)
            if stop is None:
                self._note(NO_CHECK_POINT)
                return
            self._go_to(stop)
        self.send(event)

    def _look(self) -> None:
        checked = self._bench.saves.look()
        if checked is not None:
            self._take_in(checked)
        self._show_standing()
        self._bench.looks.set(LOOK, self._look)

    def _take_in(self, checked: Checked) -> None:
        """A version was saved: play it from the same place, or say why that is not possible."""
        self._checked = checked
        panel = self.query_one(FaultPanel)
        panel.show(checked.faults, playable=checked.session is not None)
        if checked.session is not None:
            panel.display = panel.display and panel.list.has_focus
            if checked.session != self.performance.session:
                self._reload(checked.session)

    def _reload(self, session: Session) -> None:
        run = self._run
        into = 0.0 if run.beat is None else max(0.0, run.beat.length - run.left_at(self._bench.clock.now()))
        self.performance = self.performance.changed(session=session)
        stop = self._playback.retell(repertoire(session, self.performance.seed), run)
        self._go_to(stop, into=into if stop.is_beat else 0.0, ring=False)

    def _settle(self) -> None:
        super()._settle()
        self._show_standing()

    def _show_standing(self) -> None:
        """Show the current place in the bar."""
        if self._run.state in (State.READY, State.ENDED):
            return
        self.query_one(Transport).standing = Standing(
            section_name(self._run.leg, self._run.track),
            self._stop_in_words(),
            self.runner.elapsed,
            self.performance.session.length,
            self._bench.clock.speed,
            self._run.state is State.PAUSED,
            self._file_in_words(),
        )

    def _stop_in_words(self) -> str:
        stop = self._playback.stops[self._playback.number(self._run)]
        count = self._playback.count(self._run)
        if count is None:
            return _KINDS.get(stop.run.state, "")
        return f"{'beat' if stop.is_beat else 'check-point'} {count.number} of {count.of}"

    def _file_in_words(self) -> str:
        if self._bench.saves.missing:
            return MISSING
        if self._checked is None or not self._checked.faults:
            return ""
        return FAULTY if self._checked.errors else ADVISED
