"""The Textual app: wires clock, settings, sound and pages; holds no session logic."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from sessions.clock import Clock, MachineClock
from sessions.library.bundled import FLOOR, SCRIPTS, SIGNS
from sessions.library.catalogue import Entry, as_checked, scan
from sessions.value import Value
from tui.ambient import seed_now
from tui.own_lines import OwnLines
from tui.run.alarm import Alarm, LoopAlarm
from tui.run.sound import Sound
from tui.screens.base import LIST, STAGE, Page
from tui.settings import Settings
from tui.settings_app import SettingsApp
from tui.shelves import Shelves
from tui.terminal.capabilities import selecting_key
from tui.terminal.outlet import Open, Outlet
from tui.words import page_lines, phrases
from tui.words.seeds import Seeds

if TYPE_CHECKING:  # whatever only a session or a list needs is imported with it
    from sessions.check import Checked
    from sessions.engine.effects import Ended
    from sessions.model import Session
    from tui.aside import Aside
    from tui.run.performance import Means, Performance
    from tui.screens.library import Library
    from tui.screens.palette import Found
    from tui.screens.player import PlayerPage
    from tui.screens.session import Start

KEY_NAMES = {
    "enter": "enter",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "space": "space",
    "ctrl+p": "ctrl-p",
}


class Opening(Value):
    """How the app is started."""

    settings: Settings = Settings()
    settings_file: Path | None = None
    """The settings file; None remembers nothing."""
    mine_file: Path | None = None
    """The file of the person's own lines; None keeps none."""
    shelves: Shelves = Shelves()
    """The folders with sessions."""
    play: Performance | None = None
    """A session to begin at once."""
    seed: int | None = None
    notice: str = ""
    """One line to show at the start, such as a fault in the settings file."""
    sound: Sound | None = None
    """A sound that was started while the screens were loaded."""


def _loudness(key: str, setting: str, step: int, tooltip: str) -> Binding:
    name = tooltip.lower()
    action = f"loudness('{setting}', {step})"
    return Binding(key, action, name, id=f"app.{name.replace(' ', '_')}", tooltip=tooltip, show=False)


class AjarApp(SettingsApp):
    """The app; its result is the plain line that is printed once the terminal is restored."""

    TITLE = "ajar"
    CSS_PATH = Path(__file__).with_name("ajar.tcss")  # a relative path would depend on the subclass
    STAGE_SHEETS: ClassVar[tuple[Path, ...]] = (STAGE,)
    """The style sheets that the first page also needs if it is a session."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "keys", "keys", id="app.keys", tooltip="All keys and what they do"),
        Binding("h", "help", "help lines", id="app.help", tooltip="Help lines: people to call"),
        Binding("q", "stop", "stop", id="app.stop", tooltip="Stop at once", priority=True),
        Binding(
            "ctrl+q", "stop('always')", "stop", id="app.stop_too", show=False, tooltip="Stop at once",
            priority=True,
        ),
        Binding(
            "ctrl+c", "copy_or_stop", "stop", id="app.copy_or_stop", show=False, priority=True,
            tooltip="Stop at once; copy, where something is selected",
        ),
        Binding(
            "ctrl+z", "suspend_process", "aside", id="app.aside", show=False,
            tooltip="To the shell, and back with fg; the session waits",
        ),
        Binding("r", "ring", "bell", id="app.bell", tooltip="Bell on or off", show=False),
        Binding(
            "exclamation_mark", "aloud", "voice", id="app.voice", show=False,
            tooltip="Words spoken aloud, or not",
        ),
        _loudness("left_parenthesis", "voice_volume", -1, "Words softer"),
        _loudness("right_parenthesis", "voice_volume", 1, "Words louder"),
        _loudness("semicolon", "bell_volume", -1, "Bells softer"),
        _loudness("colon", "bell_volume", 1, "Bells louder"),
        Binding(
            "asterisk", "motion", "motion", id="app.motion", show=False,
            tooltip="Fading and the light in the door, on or off",
        ),
        Binding("v", "look", "look", id="app.look", tooltip="Night, day, or high contrast", show=False),
        Binding(
            "comma", "settings", "settings", id="app.settings", show=False,
            tooltip="All settings: change them, keep them, erase what is kept",
        ),
        Binding(
            "underscore", "mine", "your own lines", id="app.mine", show=False,
            tooltip="Your own words, comforts, signs and people: see them, add one, take one out",
        ),
    ]  # fmt: skip

    def __init__(
        self,
        opening: Opening | None = None,
        *,
        clock: Clock | None = None,
        alarm: Alarm | None = None,
    ) -> None:
        self.opening = opening or Opening()
        super().__init__(
            Seeds(seed_now() if self.opening.seed is None else self.opening.seed),
            OwnLines(self.opening.mine_file),
            self.opening.settings,
            self.opening.settings_file,
            self.opening.sound,
        )
        # Read with the first sheet; if it were added later, Textual would read all sheets again.
        self.css_path.extend(self.STAGE_SHEETS if self._plays_at_once() else (LIST,))
        self._clock = clock or MachineClock()
        self._alarm = alarm or LoopAlarm()
        self.outlet: Outlet = Open()
        self._halted = False
        self._begun = False
        self._notice_shown = False

    def on_mount(self) -> None:
        """Begin at once if a session was asked for, and prepare the sound meanwhile."""
        self.sound.tell_to(self._sound_fault)
        self.call_after_refresh(self.sound.prepare)
        if self.opening.notice:
            self.say(self.opening.notice)
        if self.opening.play is not None and not self._begun:
            self.begin(self.opening.play)

    def on_key(self, event: events.Key) -> None:
        """Let the page take an answer by its key.

        Handled here and not on the page, because bindings are handled here too, so that keys typed fast keep
        their order.
        """
        if isinstance(self.screen, Page) and self.screen.take(event.character or event.key):
            event.prevent_default()

    def watch_app_focus(self, focus: bool) -> None:  # noqa: FBT001  # Textual's signature
        """Tell the pages that the window has gained focus; pages that watched it would be kept alive."""
        if focus:
            for page in self.pages():
                page.turned_to()

    def get_default_screen(self) -> Screen[Any]:
        """The session that is begun at once, or else the library.

        There is no library below such a session, so that the first prompt does not wait for a list that
        nobody sees; one takes the session's place when it is left.
        """
        if self.opening.play is not None and self._plays_at_once():
            return self._page_for(self.opening.play)
        return self._library()

    def _plays_at_once(self) -> bool:
        """Whether the first page is a session: one was asked for, and no notice has to be shown before it."""
        play = self.opening.play
        said = self.settings.notice_read and not self.opening.notice
        return play is not None and said and not play.flagged

    def action_stop(self, _when: str = "") -> None:
        """End at once, without a question, and with one plain line if a session was begun."""
        self.sound.fade_out()
        halted = self._halted or self._halted_here()
        pool = phrases.HALTED_STOP_LINES if halted else phrases.STOP_LINES
        self.exit(page_lines.pick(pool, self.turns.current) if self._begun else "")

    def _halted_here(self) -> bool:
        return any(page.halted for page in self.pages())

    def action_sessions_aside(self) -> None:
        """Open the list over the session, which waits; after too much or far away, end the session first."""
        if any(page.halted for page in self.pages()):
            self._to_library()
        else:
            from tui.screens.library import Library  # noqa: PLC0415  # a first prompt needs no list

            self.push_screen(Library(self.opening.shelves, over_a_session=True))

    def action_copy_or_stop(self) -> None:
        """Copy the selected text, and clear the selection; without a selection, end."""
        selected = self.screen.get_selected_text()
        if not selected:
            self.action_stop()
            return
        self.screen.clear_selection()
        self.copy_to_clipboard(selected)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and say so; the terminal does not tell whether it did."""
        super().copy_to_clipboard(text)
        self.say(page_lines.copied(selecting_key(os.environ)))

    def action_keys(self) -> None:
        """Open the page of all keys; if a question is spoken, speak its answers first instead."""
        if not (self.settings.aloud and self._performs() and self.voice.read_out()):
            super().action_keys()

    def action_command_palette(self) -> None:
        """Open the command palette, which finds everything by name."""
        from tui.screens.palette import Palette  # noqa: PLC0415  # not on the first page

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self._everything()), lambda act: act() if act is not None else None)

    def _everything(self) -> list[Found]:
        """Pages, sessions and settings; no sessions while a halted run lies below (care guide rule 10)."""
        from tui.aside import UNNOTICED  # noqa: PLC0415  # same
        from tui.screens.palette import Found  # noqa: PLC0415  # not on the first page
        from tui.screens.session_rows import length_in_short  # noqa: PLC0415  # a first prompt needs no list
        from tui.setting_rows import rows  # noqa: PLC0415  # same

        pages = [
            Found(command.title, command.help, command.callback, "Pages")
            for command in self.get_system_commands(self.screen)
        ]
        halted = any(page.halted for page in self.pages())
        sessions = [
            Found(entry.title, length_in_short(entry), partial(self._open, entry), "Sessions")
            for entry in (() if halted else self._library().entries_within(UNNOTICED))
        ]
        settings = [
            Found(row.label, row.hint, partial(self.action_settings, row.name), "Settings")
            for row in rows(self._settings_here(), self.keeping.next_time())
        ]
        return [*pages, *sessions, *settings]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the comma to a rehearsal, where it is a step back.

        After too much or far away, own lines are not offered. While a line is being typed, `q` is a letter.
        """
        if action == "mine":
            return not self._halted_here()
        if action == "stop" and not parameters and isinstance(self.screen, Page):
            return not self.screen.types
        if action == "settings" and isinstance(self.screen, Page):
            return self.screen.COMMA_IS_SETTINGS
        return super().check_action(action, parameters)

    def get_key_display(self, binding: Binding) -> str:
        """Show keys by name: not every font has a symbol for Enter, and screen readers do not read it."""
        return KEY_NAMES.get(binding.key.split(",")[0]) or super().get_key_display(binding)

    def get_system_commands(self, _screen: Screen[object]) -> Iterable[SystemCommand]:
        """The pages that the command palette lists, in our own words only."""
        yield from self.extras_commands()
        for name, label, action in (
            ("Sessions", "back to the list", self._to_library),
            ("Help lines", "people to call", self.action_help),
            ("People to talk to", "who to tell, and what to say", self.action_company),
            ("Keys", "all keys, and what they do", self.action_keys),
            ("Notice", "what to know before a session", self.action_notice),
            ("Settings", "everything that can be changed", self.action_settings),
            ("Keep these", "the settings you changed", self.action_remember),
            ("Stop", "at once", self.action_stop),
        ):
            yield SystemCommand(name, label, action)

    def on_library_opened(self, message: Library.Opened) -> None:
        """Show the page of a session."""
        self._open(message.entry)

    def _open(self, entry: Entry) -> None:
        from sessions.check import check_file  # noqa: PLC0415  # the first page needs no parser
        from tui.aside import UNNOTICED, Aside  # noqa: PLC0415  # same

        reading = Aside(partial(check_file, entry.path, advised=not entry.bundled))
        if reading.done_within(UNNOTICED):
            self._show(entry, reading.result())
        else:
            self.run_worker(self._show_once_read(entry, reading), group="opening", exclusive=True)

    def on_library_just_begin(self) -> None:
        """Begin the session of the day; after too much or far away, the floor (care guide rule 10)."""
        from sessions.check import check_file  # noqa: PLC0415  # the first page needs no parser
        from sessions.library.of_the_day import of_the_day  # noqa: PLC0415  # same
        from tui.ambient import today  # noqa: PLC0415  # same
        from tui.screens.session import Start  # noqa: PLC0415  # same

        entries = scan(SCRIPTS)
        floor = next((entry for entry in entries if entry.name == FLOOR), None) if self._halted else None
        entry = floor or of_the_day(entries, today().toordinal())
        checked = check_file(entry.path, advised=False)
        self._chosen(checked, entry.name, Start(None))

    async def _show_once_read(self, entry: Entry, reading: Aside[Checked]) -> None:
        """Open a session whose file takes long to read, unless the person has left the list meanwhile."""
        from tui.aside import LONG  # noqa: PLC0415  # not on the first page

        if not await reading.done(LONG):
            self.say(page_lines.still_reading(entry))
            await reading.done()
        if self.screen is self._library():
            self._show(entry, reading.result())

    def _show(self, entry: Entry, checked: Checked) -> None:
        from tui.screens.session import SessionPage  # noqa: PLC0415  # not on the first page

        if checked.session is None:
            self.say(page_lines.cannot_play(as_checked(entry, checked)))
            return
        page = SessionPage(
            checked.session,
            self.settings,
            hide_direct=self._halted and entry.name == FLOOR,
            change=self.change,
        )
        self._speak_soon(checked.session, checked.path)
        self.push_screen(page, partial(self._chosen, checked, entry.name))

    def _speak_soon(self, session: Session, path: str) -> None:
        """While the person chooses a track, let the voice prepare its first words."""
        if not self.settings.aloud:
            return
        from sessions.engine.engine import Engine  # noqa: PLC0415  # most people never turn the voice on
        from sessions.repertoire import repertoire  # noqa: PLC0415  # same
        from tui.run.performance import recordings_beside  # noqa: PLC0415  # same

        self.sound.speak_for(session.language, recordings_beside(path))
        self.voice.look_ahead(Engine(repertoire(session, self.turns.next, mine=self.own.now())))

    def _chosen(self, checked: Checked, name: str, start: Start | None) -> None:
        session = checked.session
        if start is None or session is None:
            return
        from tui.run.performance import Performance, recordings_beside  # noqa: PLC0415  # not on the first page
        from tui.words.flagged import flagged_lines  # noqa: PLC0415  # not on the first page

        pace = None if self.settings.manual else self.settings.pace
        guide = self.opening.play is not None and self.opening.play.guide
        self.begin(
            Performance(
                session,
                name,
                start.track,
                pace,
                self.turns.take(),
                ask_less=self.settings.ask_less,
                guide=guide,
                flagged=flagged_lines(checked.wording),
                recordings=recordings_beside(checked.path),
                mine=self.own.now(),
            )
        )

    def begin(self, performance: Performance) -> None:
        """Perform a session, after the first notice unless that has been seen."""
        if self.settings.notice_read or self._notice_shown:
            self._tell_of_words(performance)
            return
        from tui.screens.pages import NoticePage  # noqa: PLC0415  # not on the first page

        self.push_screen(NoticePage(phrases.FIRST_NOTICE), partial(self._noticed, performance))

    def _noticed(self, performance: Performance, keep: bool | None) -> None:  # noqa: FBT001  # the page's result
        if keep is None:
            return
        self._notice_shown = True
        if keep:
            self.settings = self.settings.changed(notice_read=True)
            fault = self.keeping.write(notice_read=True)
            if fault:
                self.say(fault)
        self._tell_of_words(performance)

    def _tell_of_words(self, performance: Performance) -> None:
        """Perform a session, after a notice if its words may push, promise or judge."""
        if not performance.flagged:
            self._perform(performance)
            return
        from tui.screens.pages import WordsPage  # noqa: PLC0415  # same
        from tui.words.flagged import about_words  # noqa: PLC0415  # seldom needed

        page = WordsPage(about_words(performance.flagged))
        self.push_screen(page, lambda back: None if back is None else self._perform(performance))

    def _perform(self, performance: Performance) -> None:
        if any(page.performs for page in self.pages()):
            while len(self.screen_stack) > 1:  # end the session that waited
                self.pop_screen()
        player = self._page_for(performance)
        if isinstance(self.screen, Page) and self.screen.performs:
            self.put_away(lambda: player)
        else:
            self.push_screen(player)

    def _page_for(self, performance: Performance) -> PlayerPage:
        """Make the page of a session that begins now, and prepare the sound for it."""
        self.sound.speak_for(performance.session.language, performance.recordings)
        self.sound.prepare()
        self._begun = True
        return self.player(performance)

    def _performs(self) -> bool:
        """Whether the top page is a session."""
        from tui.screens.player import PlayerPage  # noqa: PLC0415  # not on the first page

        return isinstance(self.screen, PlayerPage)

    def player(self, performance: Performance) -> PlayerPage:
        """The page on which a session is performed."""
        from tui.screens.player import PlayerPage  # noqa: PLC0415  # not on the first page

        others = partial(self._others, performance)
        return PlayerPage(
            performance,
            self.means(performance),
            large=lambda: self.settings.large,
            grows=lambda: self.settings.grow,
            others=others,
        )

    def means(self, performance: Performance) -> Means:
        """The means to perform a session."""
        from tui.run.performance import Means  # noqa: PLC0415  # not on the first page

        return Means(
            self._clock,
            self._alarm,
            self.sound.ring,
            self.sound.hears,
            outlet=self.outlet,
            region=lambda: self.region,
            voice=self.voice,
            leave=partial(self._left, performance),
        )

    def _left(self, performance: Performance, ended: Ended, landed: bool) -> None:  # noqa: FBT001  # the signature of `Means.leave`
        """Remove the page of a session that has ended, and go on with what follows."""
        self.put_away(self._library)
        self.call_next(partial(self._ended, performance, ended, landed=landed))

    def _ended(self, performance: Performance, ended: Ended, *, landed: bool = False) -> None:
        """Show the landing page, unless `landed` says that it was shown already."""
        self._halted = ended.halted
        if landed:
            self._landed(None)
            return
        from tui.screens.landing import Landing  # noqa: PLC0415  # same
        from tui.words import lines  # noqa: PLC0415  # not on the first page

        line = lines.ending(ended, performance.seed)
        reflect = performance.session.reflect if lines.may_reflect(ended) else ()
        # After too much or far away no other session is offered: the list opens on Floor Under You (care
        # guide rule 10).
        others = () if ended.halted else self._others(performance)
        signs = performance.name == SIGNS and not (ended.halted or performance.guide)
        self.push_screen(Landing(line, reflect, others, signs=signs), self._landed)

    def _landed(self, _: None) -> None:
        self._library().mark(FLOOR if self._halted else "")

    def _others(self, performance: Performance) -> tuple[str, ...]:
        this = performance.session.title
        titles = [entry.title for entry in scan(SCRIPTS) if entry.title != this]
        start = performance.seed % max(1, len(titles))
        return tuple((titles[start:] + titles[:start])[:2])

    def _library(self) -> Library:
        """The topmost library on the stack, or a new one."""
        from tui.screens.library import Library  # noqa: PLC0415  # a first prompt needs no list

        open_lists = (page for page in reversed(self.screen_stack) if isinstance(page, Library))
        return next(open_lists, None) or self._first_list

    @cached_property
    def _first_list(self) -> Library:
        """The library at the bottom of the stack, made when it is first needed."""
        from tui.screens.library import Library  # noqa: PLC0415  # a first prompt needs no list

        return Library(self.opening.shelves)

    def _to_library(self) -> None:
        """Go back to the list; a session that is left this way has ended."""
        from tui.screens.player import PlayerPage  # noqa: PLC0415  # not on the first page

        library = self._library()
        while self.screen is not library:
            if isinstance(self.screen, PlayerPage):
                self._halted = self.screen.halted
                self.voice.leave()
            self.put_away(self._library)
        self._landed(None)
