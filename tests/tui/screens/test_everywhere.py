"""Keys that hold everywhere, and what each key means."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice
from sessions.engine.state import State
from sessions.written import CheckIn, Choose, Option, Say, Track
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import Stage, on_stage
from tui import choices
from tui.app import AjarApp, Opening
from tui.choices import offer_for
from tui.rehearsal.menus import AnswerMenu, JumpMenu, Rehearsed
from tui.rehearsal.screen import RehearsalPlayer
from tui.screens.help_lines import HelpPage, HelpRow
from tui.screens.landing import Landing
from tui.screens.library import Library
from tui.screens.mine import MinePage
from tui.screens.pages import NoticePage, TextPage
from tui.screens.palette import Palette
from tui.screens.player import PlayerPage
from tui.screens.session import ASK, DIRECT, INDIRECT, SessionPage
from tui.screens.settings import SettingsPage
from tui.settings import Settings
from tui.terminal.colours import Depth
from tui.widgets.choices import ChoiceList
from tui.widgets.drawn import inks
from tui.widgets.word_block import WordBlock
from tui.words import phrases

FORKED = TWO_TRACKS.changed(
    arriving=(
        Choose("which?", (Option("left", (Say("left 1", 10.0),)), Option("right", (Say("right 1", 10.0),)))),
        CheckIn("how?"),
    ),
)


def keys(*names: str, track: Track | None = None) -> Callable[[Stage], Awaitable[object]]:
    """A place in a session, by the keys that lead there."""

    async def go(stage: Stage) -> None:
        await stage.begin(TWO_TRACKS, track)
        await stage.press(*names)

    return go


def from_library(*names: str) -> Callable[[Stage], Awaitable[object]]:
    """A place outside a session."""
    return lambda stage: stage.press(*names)


PLACES: dict[str, Callable[[Stage], Awaitable[object]]] = {
    "library": from_library(),
    "library, marked": from_library("down"),
    "session page": from_library("1"),
    "help": from_library("h"),
    "keys": from_library("question_mark"),
    "palette": from_library("ctrl+p"),
    "palette, typing": from_library("ctrl+p", "h", "e"),
    "beat": keys(),
    "quiet beat": keys("enter", "enter", "o", "enter"),
    "paused": keys("space"),
    "manual": keys("w"),
    "check-in": keys("enter", "enter"),
    "noticing": keys("n"),
    "after a coat": keys("n", "1"),
    "menu after closing": keys("c"),
    "more of it": keys("c", "0"),
    "after another coat": keys("n", "7"),
    "short form": keys("c", "5"),
    "after a short form": keys("c", "5", *["enter"] * 6),
    "nothing for a while": keys("c", "4"),
    "too much": keys("t"),
    "far away": keys("f"),
    "floor": keys("t", "1"),
    "people to talk to": keys("t", "2"),
    "landing": keys("c", "up", "up", "enter"),
    "help in a session": keys("h"),
    "question of the author": lambda stage: stage.begin(FORKED),
}


@pytest.mark.parametrize(
    "place", ["library", "session page", "palette, typing", "beat", "check-in", "landing"]
)
async def test_q_ends_the_app_at_once_without_a_question(place: str) -> None:
    async with on_stage() as stage:
        await PLACES[place](stage)
        await stage.press("q")
        assert not stage.app.is_running
    line = stage.app.return_value
    assert line is not None
    begun = place in ("beat", "check-in", "landing")
    assert (line in phrases.STOP_LINES) if begun else not line
    assert len(line.split()) <= 12
    assert stage.app.return_code == 0


async def test_q_and_ctrl_c_end_on_every_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[str] = []
    async with on_stage() as stage:
        monkeypatch.setattr(stage.app, "exit", ends.append)
        for place, go in PLACES.items():
            await go(stage)
            ends.clear()
            await stage.press("q", "ctrl+c", "ctrl+q")
            assert len(ends) == 3, place
            assert set(ends) <= {"", *phrases.STOP_LINES, *phrases.HALTED_STOP_LINES}
            await back_to_library(stage)


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_q_ends_the_notice_too(key: str) -> None:
    async with on_stage(Opening()) as stage:
        await stage.press("1", "enter")
        assert stage.is_on(NoticePage)
        await stage.press(key)
        assert stage.app.return_value == ""


PAGES = (("h", "Help lines"), ("question_mark", "Keys"), ("ctrl+p", "a page, a session, a setting"))
PALETTE_FROM = {"library", "help", "beat", "check-in"}
"""Where the palette is tried; it takes its time to open."""


async def test_help_keys_and_palette_open_everywhere_and_close_again() -> None:
    async with on_stage(size=(100, 40)) as stage:
        for place, go in PLACES.items():
            if place.startswith("palette"):
                continue
            await go(stage)
            was, before = stage.app.screen, stage.text
            running = isinstance(was, PlayerPage) and stage.state is State.BEAT
            for key, title in PAGES:
                if key == "ctrl+p" and place not in PALETTE_FROM:
                    continue
                await stage.press(key)
                assert stage.shows(title), f"{key} in {place}"
                assert stage.alarm.due is None
                await stage.press("escape")
                if isinstance(was, TextPage) and was.id in {"help", "keys"} and key != "ctrl+p":
                    await go(stage)
                    was = stage.app.screen
                    continue
                assert stage.app.screen is was, f"escape from {key} in {place}"
            if running:
                assert stage.is_in(State.PAUSED)
                assert stage.shows("Paused, for as long as you like.")
                await stage.press("space")
                assert stage.is_in(State.BEAT)
            elif isinstance(was, PlayerPage):
                assert stage.text == before
            await back_to_library(stage)


async def back_to_library(stage: Stage) -> None:
    stage.app._to_library()
    await stage.settle()
    assert stage.is_on(Library)


async def test_pages_do_not_pile_up() -> None:
    async with on_stage() as stage:
        await stage.press("h", "question_mark", "h", "question_mark", "h")
        assert len(stage.app.screen_stack) <= 3


async def test_a_second_palette_does_not_open() -> None:
    async with on_stage() as stage:
        await stage.press("ctrl+p", "ctrl+p")
        assert stage.is_on(Palette)
        await stage.press("escape")
        assert stage.is_on(Library)


async def test_v_goes_round_the_three_looks() -> None:
    async with on_stage() as stage:
        seen = [stage.app.theme]
        for _ in range(3):
            await stage.press("v")
            seen.append(stage.app.theme)
        assert seen == ["ajar-night", "ajar-day", "ajar-contrast", "ajar-night"]


async def test_a_session_named_at_the_start_begins_at_once_and_stops_from_there() -> None:
    from tui.run.performance import Performance  # noqa: PLC0415  # beside its only use

    play = Performance(TWO_TRACKS, "two-tracks")
    async with on_stage(Opening(settings=Settings(notice_read=True), play=play)) as stage:
        assert stage.shows("a1")
        await stage.press("c", "up", "up", "enter", "enter")
        assert stage.is_on(Library)


async def test_a_line_at_the_start_is_shown() -> None:
    async with on_stage(Opening(notice="settings.toml is not used: [bold]why[/bold].")) as stage:
        assert stage.shows("settings.toml is not used: [bold]why[/bold].")


OURS: tuple[type[DOMNode], ...] = (
    AjarApp, Library, SessionPage, PlayerPage, Landing, TextPage, NoticePage, ChoiceList, WordBlock,
    RehearsalPlayer, JumpMenu, AnswerMenu, Rehearsed, HelpPage, HelpRow, MinePage,
    Palette, SettingsPage,
)  # fmt: skip


def bindings(of: tuple[type[DOMNode], ...] = OURS) -> Iterator[tuple[type[DOMNode], Binding]]:
    for owner in of:
        for binding in owner.__dict__.get("BINDINGS", ()):
            assert isinstance(binding, Binding), f"{owner.__name__} binds {binding} without a name"
            yield owner, binding


def test_every_binding_has_a_name_of_its_own_and_a_tooltip() -> None:
    found = [binding for _, binding in bindings()]
    names = [binding.id for binding in found]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(binding.tooltip and binding.description for binding in found)


async def test_no_binding_of_ours_was_left_out_of_the_list() -> None:
    async with on_stage(Opening()) as stage:
        seen: set[type[DOMNode]] = {type(stage.app)}
        for names in (("1",), ("enter",), ("enter",), ("h",), ("escape", "c", "up", "up", "enter")):
            await stage.press(*names)
            seen |= {type(node) for node in stage.app.screen.walk_children(with_self=True)}
        ours = {kind for kind in seen if kind.__module__.startswith("tui.") and kind.__dict__.get("BINDINGS")}
        assert ours <= set(OURS)


MEANINGS = {
    "question_mark": {"keys"},
    "h": {"help lines"},
    "q": {"stop"},
    "ctrl+c": {"stop"},
    "ctrl+q": {"stop"},
    "ctrl+z": {"aside"},
    "v": {"look"},
    "space": {"pause", "carry on"},  # one switch: it stops the clock, and starts it
    "right": {"right", "change"},
    "enter": {"open", "go on", "begin", "choose", "sessions", "back"},
    "escape": {"all sessions", "your session", "to the sessions", "sessions", "back"},
    "b": {"back"},
    "c": {"closing", "ease off"},  # said as an answer, and done
    "asterisk": {"motion"},
    "ctrl+p": {"find"},
    "t": {"too much"},
    "f": {"far away"},
    "n": {"noticing", "nothing pushing back"},  # one switch: it opens the pause, and leaves it
    "l": {"less"},
    "p": {"time"},
    "plus": {"slower"},
    "equals_sign": {"slower"},
    "minus": {"faster"},
    "w": {"wait for me"},
    "up": {"up"},
    "down": {"down"},
    "home": {"first"},
    "end": {"last"},
    "pageup": {"page up"},
    "pagedown": {"page down"},
    "left": {"left", "value before"},
    "d": {"kind words"},
    "i": {"senses"},
    "a": {"ask me", "ask me on the way"},
    "number_sign": {"ask me less"},
    "z": {"that was a slip"},
    "r": {"bell"},
    "exclamation_mark": {"voice"},
    "left_parenthesis": {"words softer"},
    "right_parenthesis": {"words louder"},
    "semicolon": {"bells softer"},
    "colon": {"bells louder"},
    "k": {"don't show again", "up", "keep these"},
    "o": {"opening"},
    "m": {"in between, can't tell"},
    "s": {"skip"},
    "u": {"I don't know", "just begin"},
    "e": {"extras"},
    "g": {"again"},
    "comma": {"beat before", "settings"},
    "full_stop": {"next beat"},
    "less_than_sign": {"lower speed"},
    "greater_than_sign": {"higher speed"},
    "j": {"jump", "down"},
    "slash": {"search"},
    "underscore": {"your own lines", "keep a sign"},  # the same page
    "delete": {"take out"},
    "backspace": {"take out"},
    "x": {"faults"},
    "y": {"answer", "copy"},
}
"""Every key that is not a digit, with all the words that stand beside it anywhere.

Enter confirms what the page is about; Escape goes back to where one was. A digit is the entry with
this number.
"""


def meanings() -> Iterator[tuple[str, str]]:
    for _, binding in bindings():
        for key in binding.key.split(","):
            yield key, binding.description
    for effect in (AskCheckIn("", 0), AskNotice("", 0), AskFork("which?", ("left", "right"))):
        for choice in offer_for(effect).all:
            yield choice.key, choice.label
    for row in (ASK, DIRECT, INDIRECT):
        yield row.key, row.label
    for way, letter in choices._LETTERS.items():
        yield letter, choices.WAYS[way][0]


def test_no_key_means_two_things() -> None:
    found: dict[str, set[str]] = {}
    for key, meaning in meanings():
        if not key.isdigit():
            found.setdefault(key, set()).add(meaning)
    assert found == MEANINGS


@pytest.mark.parametrize("unnamed", [False, True])
def test_every_key_is_listed_once_on_the_page_of_keys(*, unnamed: bool) -> None:
    from tui.screens.help import NAMES, keys_page  # noqa: PLC0415  # beside its only use

    listed = [key for row in keys_page(AjarApp.BINDINGS, unnamed=unnamed).rows for key in row.keys.split()]
    assert len(listed) == len(set(listed))
    assert {key for key in listed if len(key) > 1} <= {*NAMES.values(), "enter", "space", "home", "end"}
    bound = {
        NAMES.get(key, key)
        for _, binding in bindings(
            (AjarApp, PlayerPage, SessionPage, Library, HelpPage, SettingsPage, Palette, MinePage)
        )
        for key in binding.key.split(",")
    }
    assert bound - set(listed) == ({"d", "a"} if unnamed else set())


@pytest.mark.parametrize("width", [40, 80, 200])
async def test_what_a_key_does_never_stands_in_the_column_of_keys(width: int) -> None:
    from tui.screens.help import GAP, KeyTable  # noqa: PLC0415  # beside its only use

    async with on_stage(size=(width, 12)) as stage:
        await stage.press("question_mark")
        table = stage.app.screen.query_one(KeyTable)
        column = table._column + GAP
        for strip in table.rows(table.content_size.width):
            assert strip.cell_length <= table.content_size.width
            assert not strip.text[table._column : column].strip()
            assert not strip.text.strip() or strip.text[column:].strip()


async def test_the_ground_of_a_key_is_no_wider_than_the_key() -> None:
    from tui.screens.help import KeyTable  # noqa: PLC0415  # beside its only use

    async with on_stage(size=(80, 24), depth=Depth.FEW) as stage:
        stage.app.change(theme="ajar-day")
        await stage.press("question_mark")
        table = stage.app.screen.query_one(KeyTable)
        grounds = {inks(stage.app.palette).glow.bgcolor}
        keys = [
            part.text
            for row in table.rows(76)
            for part in row
            if part.style and part.style.bgcolor in grounds
        ]
        assert "q ctrl-q" in keys
        assert keys == [key.strip() for key in keys]


def test_no_capital_has_a_meaning_of_its_own() -> None:
    """With Caps Lock a letter comes as its capital."""
    assert not [key for key, _ in meanings() if key != key.lower()]


async def test_with_caps_lock_a_letter_means_what_it_means() -> None:
    async with on_stage() as stage:
        await stage.press("V")
        assert stage.app.theme == "ajar-day"
        await stage.press("1", "R")
        assert stage.app.settings.bell
        await stage.press("enter", "right", "right", "M")
        assert stage.shows("in between") or stage.is_in(State.BEAT)
        assert not stage.app.settings.motion
        await stage.press("C")
        assert stage.shows("carry on gently")
