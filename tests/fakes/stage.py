"""The app on a stage: keys are pressed, time passes by hand, and what is drawn can be read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from functools import cache
from typing import Any

import pytest
from rich.segment import Segment
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from sessions.check import check_file
from sessions.engine.state import State
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.model import Session
from sessions.written import Track
from tests.fakes.alarm import HandAlarm
from tests.fakes.clock import FakeClock
from tui.app import AjarApp, Opening
from tui.run.performance import Performance
from tui.screens.library import Library
from tui.screens.player import PlayerPage
from tui.settings import Settings
from tui.terminal.colours import Depth
from tui.widgets.choices import ChoiceList

DAY = 86_400.0

MANY_PAGES = 400
"""More pages than any session has, on any way through it."""

READ = Settings(notice_read=True, grow=False)

NAMES = tuple(entry.name for entry in scan(SCRIPTS))
"""The bundled sessions, shortest first."""


@cache
def bundled(name: str) -> Session:
    """A bundled session."""
    session = check_file(SCRIPTS / f"{name}.session.yaml").session
    assert session is not None
    return session


def as_long_as(holds: Callable[[], bool], most: int = MANY_PAGES) -> Iterator[None]:
    """Go on as long as this holds, and never for ever.

    Raises:
        AssertionError: it still held after so many turns.
    """
    for _ in range(most):
        if not holds():
            return
        yield
    raise AssertionError(f"it went on for more than {most} turns")


class Stage:
    """One run of the app under a test's hands.

    Attributes:
        app: the app under test.
        clock: its clock.
        alarm: its alarm.
        frames: what draws it, where Textual is kept from it.
    """

    frames: Frames | None = None

    def __init__(self, app: AjarApp, clock: FakeClock, alarm: HandAlarm, pilot: Pilot[str]) -> None:
        self.app = app
        self.clock = clock
        self.alarm = alarm
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until the app has nothing more to do, and draw it; sleeps only while a worker is at work."""
        await self._quiet()
        while self._lays_out():
            await self._quiet()
        if self.frames is not None and self.app.is_running:
            self.frames.of(self.app.screen)

    async def press(self, *keys: str) -> None:
        """Press keys, each after the one before has done its work; real keys, through the driver."""
        for key in keys:
            await self._one_key(key)
            await self.settle()

    async def press_unseen(self, key: str) -> None:
        """Press a key and let it do its work, without a look at the screen; quicker."""
        await self._one_key(key)
        await self._quiet()

    async def passes(self, seconds: float) -> None:
        """Let time pass."""
        for _ in self.alarm.moments(seconds):
            await self.settle()
        await self.settle()

    async def begin(
        self,
        session: Session | str,
        track: Track | None = None,
        *,
        pace: float | None = 1.0,
        seed: int = 0,
    ) -> PlayerPage:
        """Begin a session without its page, in place of one that is on."""
        while len(self.app.screen_stack) > 1 and not isinstance(self.app.screen, Library):
            await self.app.pop_screen()
        if isinstance(session, str):
            session = bundled(session)
        self.app.begin(Performance(session, "a-session", track, pace, seed))
        await self.settle()
        return self.player

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def until_asked(self) -> None:
        """Move on, beat by beat, until the person is waited for."""
        for _ in range(MANY_PAGES):
            if self.state is not State.BEAT:
                return
            await self.press("enter")
        raise AssertionError("nobody is asked anything")

    @property
    def player(self) -> PlayerPage:
        """The player, on top or below a page."""
        (player,) = (page for page in self.app.screen_stack if isinstance(page, PlayerPage))
        return player

    @property
    def state(self) -> State:
        """What the run is doing."""
        return self.player.runner.engine.run.state

    def is_in(self, state: State) -> bool:
        """Whether the run is in this state now."""
        return self.state is state

    def is_on(self, page: type[Screen[Any]]) -> bool:
        """Whether such a page lies on top now."""
        return isinstance(self.app.screen, page)

    @property
    def answers(self) -> ChoiceList:
        """The list of answers, sessions or tracks on the page: the one that is shown."""
        lists = list(self.app.screen.query(ChoiceList))
        return next((each for each in lists if each.display), lists[0])

    @property
    def labels(self) -> list[str]:
        """What is offered now, in order."""
        return [line.label for line in self.answers.offered]

    def strips(self) -> list[Strip]:
        """The screen as it is drawn, line by line."""
        screen = self.app.screen
        screen._on_timer_update()
        return self.frames.of(screen) if self.frames else screen._compositor.render_strips()

    def lines(self) -> list[str]:
        """The text of the screen, line by line."""
        return [strip.text for strip in self.strips()]

    def segments(self) -> list[Segment]:
        """Every run of text of the screen with its style."""
        return [segment for strip in self.strips() for segment in strip]

    @property
    def text(self) -> str:
        """All words on the screen, with single blanks between them."""
        return squeezed("\n".join(self.lines()))

    def shows(self, words: str) -> bool:
        """Whether these words are on the screen, however they are wrapped."""
        return squeezed(words) in self.text

    def _lays_out(self) -> bool:
        """Lay out what has changed, as a timer does after a moment; whether more follows from it."""
        if not self.app.is_running:
            return False
        screen = self.app.screen
        waiting = bool(screen._callbacks) or any(
            node._layout_required for node in screen.walk_children(Widget)
        )
        screen._on_timer_update()
        return waiting or bool(_turns_ahead())

    async def _quiet(self) -> None:
        """Let the app work until its event loop has nothing more to run but this."""
        await asyncio.sleep(0)
        while self.app.is_running:
            if _turns_ahead():
                await asyncio.sleep(0)
            elif any(not worker.is_finished for worker in self.app.workers) or self._moves_at_once():
                await asyncio.sleep(0.01)
            elif self._busy():
                await asyncio.sleep(0.001)
            else:
                return

    def _moves_at_once(self) -> bool:
        """Whether something jumps to another place, which takes one tick of a timer."""
        return self.app.animation_level == "none" and bool(self.app._animator._animations)

    def _busy(self) -> bool:
        pumps = [self.app, *(n for page in self.app.screen_stack for n in page.walk_children(with_self=True))]
        if any(pump.message_queue_size or pump._next_callbacks for pump in pumps):
            return True
        return any(not widget.is_attached for widget in pumps if isinstance(widget, Widget))

    async def _one_key(self, key: str) -> None:
        from textual import events  # noqa: PLC0415  # beside its only use
        from textual.keys import _character_to_key  # noqa: PLC0415  # beside its only use

        named = {"enter": "\r", "space": " ", "escape": None}
        character = key if len(key) == 1 else named.get(key)
        name = _character_to_key(key) if len(key) == 1 else key
        driver = self.app._driver
        assert driver is not None
        event = events.Key(name, character)
        event.set_sender(self.app)
        driver.send_message(event)


def _turns_ahead() -> int:
    """How many callbacks the event loop is about to run."""
    return len(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]  # the loops of asyncio have it


class Frames:
    """Draws a page once it has settled, in place of each update on the way there.

    A headless app writes nothing, and a key changes a page several times before it rests.
    """

    def __init__(self) -> None:
        self._page: Screen[Any] | None = None
        self._drawn: list[Strip] = []

    @contextmanager
    def kept_back(self) -> Iterator[None]:
        """Nothing is drawn but by `of`, and by who asks for the whole page."""
        update = Compositor.render_update

        def kept(compositor: Compositor, *, full: bool = False, **more: Any) -> object:
            return update(compositor, full=full, **more) if full else self._owe(compositor, **more)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Compositor, "render_update", kept)
            yield

    def of(self, page: Screen[Any]) -> list[Strip]:
        """The page as a terminal would show it: drawn anew where it has said that it changed."""
        if self._page is not page:
            self._drawn = page._compositor.render_strips()
            self._page = page
        return self._drawn

    def _owe(self, compositor: Compositor, screen_stack: list[Screen[Any]]) -> str | None:
        """What stands for the update, if there is one."""
        visible_screen_stack.set(screen_stack)
        changed = bool(compositor._dirty_regions)
        compositor._dirty_regions.clear()
        if changed:
            self._page = None
        return "an update" if changed else None


@contextmanager
def rules_kept() -> Iterator[None]:
    """The same style sheet in the same colours is parsed once in a worker, unless a test looks at parsing."""
    with pytest.MonkeyPatch.context() as patch:
        if Stylesheet._parse_rules is _parse:
            patch.setattr(Stylesheet, "_parse_rules", _rules)
        yield


_parse = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def _rules(sheet: Stylesheet, css: str, read_from: CSSLocation, *how: Any, **named: Any) -> list[RuleSet]:
    key = (frozenset(sheet._variables.items()), css, read_from, how, *named.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, read_from, *how, **named)
    return _parsed[key]


def squeezed(text: str) -> str:
    """The text with single blanks only."""
    return " ".join(text.split())


@asynccontextmanager
async def on_stage(
    opening: Opening | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    notifications: bool = True,
    depth: Depth = Depth.FULL,
    every_frame: bool = False,
) -> AsyncIterator[Stage]:
    """The app, started; the notice counts as read unless the opening says otherwise.

    `every_frame`: drawn as in life, and not once it has settled.
    """
    async with started(
        opening, size=size, notifications=notifications, depth=depth, every_frame=every_frame
    ) as stage:
        await stage.settle()
        yield stage


@asynccontextmanager
async def started(
    opening: Opening | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    notifications: bool = True,
    depth: Depth = Depth.FULL,
    every_frame: bool = False,
) -> AsyncIterator[Stage]:
    """The same, while it may still be busy."""
    clock = FakeClock()
    alarm = HandAlarm(clock)
    opening = opening or Opening(settings=READ)
    if opening.seed is None:
        opening = opening.changed(seed=7)
    app = AjarApp(opening, clock=clock, alarm=alarm)
    app.draw_in(depth)
    frames = None if every_frame else Frames()
    with rules_kept(), frames.kept_back() if frames else nullcontext():
        async with app.run_test(size=size, notifications=notifications) as pilot:
            stage = Stage(app, clock, alarm, pilot)
            stage.frames = frames
            yield stage
