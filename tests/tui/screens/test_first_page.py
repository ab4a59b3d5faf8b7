"""The first page: what it takes until it is there, told by what is loaded and drawn, not by the clock."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.geometry import Size

from sessions.library.bundled import FLOOR
from tests.e2e.pty_app import PtyApp
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import on_stage
from tui import loading
from tui.app import AjarApp, Opening
from tui.run.performance import Performance
from tui.screens.base import LIST, SHEET, STAGE
from tui.screens.library import Library
from tui.screens.player import PlayerPage
from tui.settings import Settings
from tui.widgets.choices import ChoiceList
from tui.words import page_lines

READ, TWO = Settings(notice_read=True), Performance(TWO_TRACKS, "two-tracks")

BARS = " ▁▂▃▄▅▆▇█▔"
"""Ends of a scroll bar, which finds its place a moment later."""


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 30), (40, 12), (30, 8)])
async def test_the_first_picture_is_the_last_one(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures: list[list[str]] = []
    display = App._display

    def seen(app: App[object], screen: object, renderable: object) -> None:
        if isinstance(renderable, LayoutUpdate):
            pictures.append(["".join(segment.text for segment in strip) for strip in renderable.strips])
        display(app, screen, renderable)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(App, "_display", seen)
    async with on_stage(size=size, every_frame=True) as stage:
        assert pictures, "nothing was drawn"
        assert [line.rstrip(BARS) for line in pictures[0]] == [line.rstrip(BARS) for line in stage.lines()]


@pytest.fixture
def sheets_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each sheet of styles that was parsed, as often as it was."""
    read: list[str] = []
    parse = Stylesheet._parse_rules

    def counted(sheet: Stylesheet, css: str, *args: object, **kwargs: object) -> object:
        before = len(sheet._parse_cache)
        rules = parse(sheet, css, *args, **kwargs)  # type: ignore[arg-type]  # handed on as it came
        if len(sheet._parse_cache) > before:
            read.append(css)
        return rules

    monkeypatch.setattr(Stylesheet, "_parse_rules", counted)
    return read


async def test_no_sheet_is_read_twice_before_the_first_page_is_there(sheets_read: list[str]) -> None:
    async with on_stage() as stage:
        assert any("#shelf" in css for css in sheets_read)
        assert len(sheets_read) == len(set(sheets_read))
        before = stage.app.screen.styles.background
        stage.app.change(theme="ajar-day")
        await stage.settle()
        assert stage.app.screen.styles.background != before, "a look that is changed is not drawn"


async def test_a_first_prompt_reads_our_sheets_once_and_none_of_other_pages(sheets_read: list[str]) -> None:
    ours = [AjarApp.CSS_PATH, STAGE, LIST, SHEET]
    async with on_stage(Opening(settings=READ, play=TWO)) as stage:
        assert stage.shows("a1")
        counts = [sheets_read.count(sheet.read_text(encoding="utf-8")) for sheet in ours]
        assert counts == [1, 1, 0, 0]


async def test_a_first_prompt_mounts_what_it_shows_and_what_the_next_key_may_need() -> None:
    async with on_stage(Opening(settings=READ, play=TWO)) as stage:
        mounted = [widget.id or type(widget).__name__ for widget in stage.app.screen.query("*")]
        assert mounted == ["stage", "line", "prompt", "note", "Company", "Foot"]


async def test_a_new_page_is_told_its_size_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Size] = []
    monkeypatch.setattr(PlayerPage, "on_resize", lambda _page, event: told.append(event.size))
    async with on_stage(Opening(settings=READ, play=TWO)) as stage:
        assert told == [Size(80, 24)]
        await stage.resize(60, 20)
        assert told == [Size(80, 24), Size(60, 20)]


async def test_a_session_begun_at_once_leads_to_a_list_that_is_made_once_it_is_seen() -> None:
    async with on_stage(Opening(settings=READ, play=TWO)) as stage:
        (only,) = stage.app.screen_stack
        assert isinstance(only, PlayerPage)
        await stage.resize(60, 20)
        await stage.press("c", "up", "up", "enter", "enter")
        (library,) = stage.app.screen_stack
        assert isinstance(library, Library)
        assert stage.labels == [entry.title for entry in library.entries]
        assert library.query_one(ChoiceList).highlighted == 0
        assert library.query_one(ChoiceList).has_focus


async def test_after_too_much_the_list_after_a_session_opens_on_the_floor() -> None:
    async with on_stage(Opening(settings=READ, play=TWO)) as stage:
        await stage.press("t")
        stage.app._to_library()
        await stage.settle()
        at = stage.app.screen.query_one(ChoiceList).highlighted
        assert at is not None
        assert stage.app._library().entries[at].name == FLOOR


async def test_a_list_that_was_made_late_says_that_its_window_is_small() -> None:
    async with on_stage(Opening(settings=READ, play=TWO), size=(30, 8)) as stage:
        stage.app._to_library()
        await stage.settle()
        assert stage.shows(page_lines.SMALL_WINDOW)


PLAY = """
import sys
from pathlib import Path
from tui.main import main
main()
Path("loaded").write_text("\\n".join(sys.modules))
"""
MOST_MODULES = 122
"""Our own modules that a first prompt may wait for; each takes 0.1 ms at the least."""
NOT_FOR_A_PROMPT = (
    "sessions.advice",
    "sessions.reports",
    "sessions.importing",
    "sessions.rehearsal",
    "audio",
    "tui.rehearsal",
    "tui.words.help_lines",
    "tui.words.regions",
    "tui.screens.help",
    "tui.screens.landing",
    "tui.screens.library",
    "tui.screens.pages",
    "tui.screens.palette",
    "tui.screens.session",
    "tui.screens.settings",
    "tui.widgets.answers",
    "tui.widgets.choices",
    "tui.widgets.masthead",
)


def test_a_first_prompt_loads_little_and_nothing_of_other_pages(tmp_path: Path) -> None:
    (tmp_path / "config" / "ajar").mkdir(parents=True)
    (tmp_path / "config" / "ajar" / "settings.toml").write_text("notice_read = true\n", encoding="utf-8")
    root = str(Path(loading.__file__).parents[1])
    arguments = ("-c", PLAY, "play", "one-breath")
    with PtyApp(*arguments, home=tmp_path, command=sys.executable, env={"PYTHONPATH": root}) as app:
        app.until("q stop")
        app.press("q")
        app.until(lambda app: app.code is not None)
    loaded = (tmp_path / "loaded").read_text(encoding="utf-8").split()
    ours = [name for name in loaded if name.split(".")[0] in ("tui", "sessions", "audio")]
    assert "tui.screens.player" in ours
    needless = [name for name in ours if name.startswith(NOT_FOR_A_PROMPT)]
    assert needless == [], "import these where they are needed first, inside a function"
    assert len(ours) <= MOST_MODULES


@pytest.mark.skipif(sys.platform != "linux", reason="looks into the process as Linux shows it")
@pytest.mark.parametrize("command", [(), ("play", "one-breath")], ids=("library", "play"))
def test_no_encryption_is_loaded(command: tuple[str, ...], tmp_path: Path) -> None:
    with PtyApp(*command, home=tmp_path) as app:
        app.until("q stop")
        assert "/python" in (loaded := Path(f"/proc/{app.pid}/maps").read_text(encoding="utf-8"))
        assert [line for line in loaded.splitlines() if "libssl" in line or "libcrypto" in line] == []


def test_asyncio_without_encryption_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ssl", raising=False)
    with loading.without_encryption(), pytest.raises(ImportError):
        __import__("ssl")
    assert "ssl" not in sys.modules
    assert __import__("ssl").OPENSSL_VERSION


def test_what_was_held_is_collected_again() -> None:
    with loading.held():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


async def test_once_the_page_is_drawn_the_collector_works_again() -> None:
    loading.hold()
    try:
        async with on_stage():
            assert gc.isenabled()
    finally:
        loading.settle()
        gc.unfreeze()
