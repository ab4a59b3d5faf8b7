from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.events import MouseScrollDown

from sessions.check import Checked, check_file
from sessions.engine.state import State
from sessions.library.catalogue import Entry, settled
from tests.fakes.stage import NAMES, READ, Stage, as_long_as, bundled, on_stage, started
from tests.patience import PATIENCE
from tui.app import Opening
from tui.screens.library import Library
from tui.screens.session import SessionPage
from tui.shelves import Shelves
from tui.themes import NIGHT
from tui.widgets.choices import MARK
from tui.widgets.drawn import inks

OWN = """\
format: 1
title: {title}
about: Two minutes of one's own.
length: {length}
arriving:
  - say: You may arrive, eyes open or lowered.
    for: 10s
  - check_in: How is it?
indirect:
  - say: There may be a sound nearby.
    for: 10s
landing:
  - say: Looking around, or not.
    for: 20s
"""


def own_folder(path: Path, **files: str) -> Opening:
    for name, text in files.items():
        file = path / f"{name}.session.yaml"
        file.write_text(text, encoding="utf-8")
        os.utime(file, (1e9, 1e9))
    return Opening(settings=READ, shelves=Shelves(own=path))


async def test_sessions_stand_in_order_of_length_and_the_first_row_is_under_the_cursor() -> None:
    async with on_stage(size=(120, 40)) as stage:
        assert stage.labels == [bundled(name).title for name in NAMES]
        lengths = [bundled(name).length for name in NAMES]
        assert lengths == sorted(lengths)
        assert NAMES[0] == "one-breath"
        assert stage.answers.highlighted == 0
        (row,) = (line for line in stage.lines() if MARK in line)
        assert bundled(NAMES[0]).title in row
        assert stage.shows("one to three minutes")
        await stage.press("end")
        assert stage.shows("ten minutes and more")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
async def test_all_bundled_sessions_are_seen_at_once_and_lengths_group_them(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        assert stage.answers.in_sight == slice(0, len(NAMES))
        assert stage.shows("ten minutes and more") == (size[1] >= 40)
        leading = [
            segment.text.strip()
            for segment in stage.segments()
            if re.fullmatch(r" *\d+ min *", segment.text) and segment.style == inks(NIGHT).ink
        ]
        # The first is marked, which has a style of its own.
        assert leading == ([] if size[1] >= 40 else ["3 min", "5 min", "10 min", "15 min"])


async def test_a_window_that_grows_brings_the_heads_of_the_groups() -> None:
    async with on_stage(size=(80, 24)) as stage:
        assert not stage.shows("about five minutes")
        await stage.resize(120, 40)
        assert stage.shows("about five minutes")


@pytest.mark.parametrize("keys", [("enter", "enter"), ("u",)])
async def test_two_keys_lead_from_the_library_to_the_first_prompt(keys: tuple[str, ...]) -> None:
    async with on_stage() as stage:
        await stage.press(*keys)
        assert stage.is_in(State.BEAT)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_the_session_one_is_on_is_described_from_80_by_24_on(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        for name in NAMES:
            assert stage.shows(bundled(name).title)
            words = bundled(name).about.split()
            assert all(word in stage.text for word in words), name
            await stage.press("j")


async def test_j_k_and_page_keys_move_as_arrows_do() -> None:
    async with on_stage() as stage:
        await stage.press("j", "j", "k")
        assert stage.answers.highlighted == 1
        await stage.press("pagedown")
        assert (stage.answers.highlighted or 0) > 5
        await stage.press("home", "k")
        assert stage.answers.highlighted == len(NAMES) - 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [("hurry", ["In No Hurry"]), ("15 min", ["Staying Nearby"]), ("dog friend", ["Good Company"])],
)
async def test_a_search_looks_in_titles_descriptions_and_lengths(typed: str, found: list[str]) -> None:
    async with on_stage() as stage:
        await stage.press("slash", *["space" if letter == " " else letter for letter in typed])
        assert stage.labels == found
        await stage.press("enter")
        assert stage.is_on(SessionPage)
        await stage.press("escape")
        assert len(stage.labels) == len(NAMES)
        (row,) = (line for line in stage.lines() if MARK in line)
        assert found[0] in row


async def test_a_search_that_finds_nothing_says_so_and_how_it_ends() -> None:
    async with on_stage(size=(70, 24)) as stage:
        await stage.press("down", "slash", "z", "z", "enter", "down")
        assert stage.is_on(Library)
        assert stage.shows("Nothing here has all of these words. Esc shows every session again.")
        await stage.press("escape", "e")
        assert not stage.is_on(Library), "letters are keys again"


async def test_q_stops_from_within_a_search_too() -> None:
    async with on_stage() as stage:
        await stage.press("slash", "h", "q")
        assert not stage.app.is_running


async def test_a_click_selects_and_a_click_on_the_selected_one_opens() -> None:
    async with on_stage() as stage:
        row = next(number for number, line in enumerate(stage.lines()) if "Hello, Guard" in line)
        await stage.pilot.click(offset=(42, row))
        await stage.settle()
        assert stage.is_on(Library)
        assert stage.shows("says “not yet”")
        await stage.pilot.click(offset=(42, row))
        await stage.settle()
        assert stage.is_on(SessionPage)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_click_on_a_key_at_the_foot_is_that_key(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        row, line = next((number, line) for number, line in enumerate(stage.lines()) if "? keys" in line)
        await stage.pilot.click(offset=(line.index("? keys") + 3, row))
        await stage.settle()
        assert stage.shows("Keys")
        assert not stage.is_on(Library)


async def test_the_wheel_scrolls_and_leaves_the_mark_where_it_is() -> None:
    async with on_stage(size=(40, 12)) as stage:
        await stage.pilot._post_mouse_events([MouseScrollDown], stage.answers, button=0)
        await stage.settle()
        assert stage.answers.scroll_offset.y > 0
        assert stage.answers.highlighted == 0


def on_shelves(folder: Path) -> Opening:
    """A folder of one's own with a session in it, and two in folders below."""
    for name in ("evening/rain", "evening/soft/snow"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        own_folder(folder, **{name: OWN.format(title=name.split("/")[-1].title(), length="40s")})
    return own_folder(folder, mine=OWN.format(title="Mine", length="40s"))


async def test_folders_are_shelves_behind_the_sessions_that_lie_on_none(tmp_path: Path) -> None:
    async with on_stage(on_shelves(tmp_path), size=(100, 50)) as stage:
        assert stage.labels[0] == "Mine"
        assert stage.labels[-2:] == ["Rain", "Snow"]
        rows = [line.strip() for line in stage.lines() if line.strip()]
        at = next(number for number, row in enumerate(rows) if row == "evening")
        assert "Rain" in rows[at + 1]
        assert (rows[at + 2], "Snow" in rows[at + 3]) == ("evening / soft", True)
        await stage.press("end", "enter")
        assert "Snow" in stage.text


async def test_a_click_on_the_name_of_a_shelf_takes_nothing(tmp_path: Path) -> None:
    async with on_stage(on_shelves(tmp_path), size=(100, 50)) as stage:
        row = next(number for number, line in enumerate(stage.lines()) if line.strip() == "evening")
        await stage.pilot.click(offset=(20, row))
        assert stage.is_on(Library)
        assert stage.answers.highlighted == 0


async def test_keys_that_mean_nothing_change_nothing() -> None:
    async with on_stage() as stage:
        before = stage.lines()
        await stage.press("space", "escape", "x")
        assert stage.is_on(Library)
        assert stage.lines() == before


@pytest.mark.parametrize("number", [1, 4, 9])
async def test_a_digit_opens_the_page_of_that_session(number: int) -> None:
    async with on_stage() as stage:
        await stage.press(str(number))
        assert stage.is_on(SessionPage)
        assert stage.shows(bundled(NAMES[number - 1]).title)
        assert stage.shows(bundled(NAMES[number - 1]).about)
        await stage.press("escape")
        assert stage.is_on(Library)


async def test_arrows_and_enter_reach_every_session() -> None:
    async with on_stage(size=(40, 12)) as stage:
        for name in NAMES:
            await stage.press("enter")
            assert stage.is_on(SessionPage)
            assert stage.shows(bundled(name).title)
            await stage.press("escape")
            (row,) = (line for line in stage.lines() if MARK in line)
            assert bundled(name).title[:20] in row
            await stage.press("down")


async def test_sessions_of_ones_own_stand_beside_the_bundled_ones(tmp_path: Path) -> None:
    opening = own_folder(tmp_path, mine=OWN.format(title="Mine", length="40s"))
    async with on_stage(opening) as stage:
        assert stage.labels[:2] == ["Mine", "Room for One Breath"]
        await stage.press("1", "enter")
        assert stage.shows("You may arrive")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_a_faulty_file_is_shown_with_its_first_fault_and_does_not_open(
    size: tuple[int, int], tmp_path: Path
) -> None:
    opening = own_folder(tmp_path, mine=OWN.format(title="Mine", length="soon"))
    async with on_stage(opening, size=size) as stage:
        await stage.press("end")
        (row,) = (line for line in stage.lines() if "Mine" in line)
        assert row.split() == [MARK, "Mine", "fault"]
        assert stage.shows("line 4: `soon` is no duration")
        await stage.press("enter")
        assert stage.is_on(Library)
        assert stage.shows("Mine can't be played yet: line 4")
        assert stage.shows("`ajar check` shows the place.")
        assert stage.shows("q stop"), "the line lies over the keys"


async def test_a_file_that_became_faulty_does_not_open(tmp_path: Path) -> None:
    opening = own_folder(tmp_path, mine=OWN.format(title="Mine", length="40s"))
    async with on_stage(opening) as stage:
        (tmp_path / "mine.session.yaml").unlink()
        await stage.press("1")
        assert stage.is_on(Library)
        assert stage.shows("Mine can't be played yet")


async def test_the_place_in_the_list_is_kept_when_ones_own_files_turn_out_longer(tmp_path: Path) -> None:
    text = OWN.format(title="Mine", length='"4\\u0030s"')
    async with on_stage(own_folder(tmp_path, mine=text)) as stage:
        assert stage.labels[0] == "Mine"
        library = stage.app.screen
        assert isinstance(library, Library)
        library.mark("one-breath")
        library.show_entries(library._entries[1:])
        assert stage.answers.highlighted == 0
        assert stage.labels[0] == "Room for One Breath"


async def test_files_are_looked_into_as_they_come_in_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(entry: Entry) -> Entry:
        looked.append(entry.name)
        return settled(entry)

    monkeypatch.setattr("tui.screens.library.settled", look)
    files = {f"own-{number:03}": OWN.format(title=f"Own {number}", length="40s") for number in range(120)}
    files["own-119"] = files["own-119"].replace("arriving:", "ariving:")
    files["own-000"] = files["own-000"].replace("length: 40s", 'length: "4\\u0030s"')
    async with on_stage(own_folder(tmp_path, **files)) as stage:
        in_sight = stage.answers.in_sight
        assert 5 < in_sight.stop < 30
        assert {"own-000", *sorted(files)[in_sight]} >= set(looked) - {sorted(files)[in_sight.stop]}
        assert len(looked) >= in_sight.stop
        assert stage.labels[0] == "Own 0", "a length that only the whole file shows"
        assert "own-119" not in looked
        assert not stage.shows("fault")
        await stage.press("end")
        for _ in NAMES:
            if "own-119" in looked:
                break
            await stage.press("up")
        assert "own-119" in looked
        assert stage.shows("fault")
        assert len(looked) == len(set(looked)) < 60


async def test_what_is_found_does_not_move_a_list_that_was_scrolled(tmp_path: Path) -> None:
    files = {f"own-{number:03}": OWN.format(title=f"Own {number}", length="40s") for number in range(60)}
    files["own-030"] = files["own-030"].replace("arriving:", "ariving:")
    async with on_stage(own_folder(tmp_path, **files)) as stage:
        library = stage.app.screen
        assert isinstance(library, Library)
        stage.answers.scroll_to(y=25, animate=False)
        await stage.settle()
        assert stage.shows("fault")
        assert stage.answers.scroll_offset.y == 25


async def test_what_is_found_does_not_move_the_line_one_is_on(tmp_path: Path) -> None:
    files = {f"own-{number:03}": OWN.format(title=f"Own {number}", length="40s") for number in range(60)}
    files["own-030"] = files["own-030"].replace("arriving:", "ariving:")
    async with on_stage(own_folder(tmp_path, **files)) as stage:
        await stage.press("end", "pageup")
        for _ in as_long_as(lambda: not stage.shows("Own 31")):
            await stage.press("up")
        before = stage.answers.scroll_offset.y
        await stage.press("up")
        assert stage.shows("Own 30")
        assert stage.answers.scroll_offset.y == before - 1


async def test_a_larger_window_has_more_files_looked_into(tmp_path: Path) -> None:
    files = {f"own-{number:03}": OWN.format(title=f"Own {number}", length="40s") for number in range(60)}
    files["own-025"] = files["own-025"].replace("arriving:", "ariving:")
    async with on_stage(own_folder(tmp_path, **files), size=(80, 12)) as stage:
        assert not stage.shows("fault")
        await stage.resize(80, 50)
        assert stage.shows("fault")


class Held:
    """Checks files; one of them takes until it is let go."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.free = Event()

    def check(self, path: str | Path, *, advised: bool = True) -> Checked:
        if Path(path).name.startswith(self.name):
            assert self.free.wait(30)
        return check_file(path, advised=advised)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Files called `slow` are not read to their end; what takes long takes next to none here."""
    held = Held("slow")
    monkeypatch.setattr("sessions.check.check_file", held.check)
    monkeypatch.setattr("tui.screens.library.LONG", 0.01)
    monkeypatch.setattr("tui.aside.LONG", 0.0)
    monkeypatch.setattr("tui.aside.UNNOTICED", 0.0)
    yield held
    held.free.set()


async def until(stage: Stage, words: str) -> None:
    """Wait for what a thread brings to the screen."""
    end = time.perf_counter() + PATIENCE
    while not stage.shows(words):
        assert time.perf_counter() < end, stage.text
        await stage.pilot.pause()


def slow_and_faulty(path: Path) -> Opening:
    return own_folder(
        path,
        aaa=OWN.format(title="First", length="soon"),
        slow=OWN.format(title="Slow", length="40s"),
        zzz=OWN.format(title="Last", length="soon"),
    )


async def test_a_file_that_takes_long_to_read_is_shown_as_such(tmp_path: Path, held: Held) -> None:
    async with started(slow_and_faulty(tmp_path)) as stage:
        await until(stage, "Slow loading")
        assert stage.labels[0] == "Slow"
        assert stage.labels.count("First") == 1
        held.free.set()
        await stage.settle()
        assert not stage.shows("loading")
        assert stage.shows("Slow 40 s")


async def test_the_app_is_left_at_once_while_a_file_is_read(tmp_path: Path, held: Held) -> None:
    async with started(slow_and_faulty(tmp_path)) as stage:
        await until(stage, "Slow loading")
        await stage.pilot.press("q")
        await stage.pilot.pause()
        assert not stage.app.is_running
        assert not held.free.is_set()


async def test_a_session_that_takes_long_to_read_opens_when_it_is_read(tmp_path: Path, held: Held) -> None:
    async with started(slow_and_faulty(tmp_path)) as stage:
        await stage.pilot.press("1")
        await until(stage, "Slow is taking a while to read")
        assert stage.is_on(Library)
        held.free.set()
        await stage.settle()
        assert stage.is_on(SessionPage)


async def test_a_session_that_is_read_late_opens_over_no_other_page(tmp_path: Path, held: Held) -> None:
    async with started(slow_and_faulty(tmp_path)) as stage:
        await stage.pilot.press("1")
        await until(stage, "Slow is taking a while to read")
        await stage.pilot.press("h")
        await stage.pilot.pause()
        page = stage.app.screen
        assert not isinstance(page, Library)
        held.free.set()
        await stage.settle()
        assert stage.app.screen is page
