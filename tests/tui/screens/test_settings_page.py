"""The page of settings: all of them, changed at once, kept when the person says so and not before."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sessions.engine.state import State
from tests.fakes.bells import Recorded
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import READ, Stage, on_stage
from tui.app import Opening
from tui.environment import MOTION, STILL
from tui.keeping import Keeping
from tui.plain.settings_page import SettingsInLines
from tui.plain.sitting import Said
from tui.screens.settings import SettingsPage
from tui.setting_kinds import VOICES
from tui.setting_rows import GROUPS, SettingRow, rows, stepped
from tui.settings import Settings, held, keys, load, remember
from tui.words import setting_words

NAMES = Settings.__match_args__


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ajar" / "settings.toml"


async def stand_on(stage: Stage, name: str) -> None:
    await stage.press("comma")
    offered = stage.answers.offered
    at = next(n for n, line in enumerate(offered) if getattr(line, "name", "") == name)
    stage.answers.highlighted = at
    await stage.settle()


def value(stage: Stage, name: str) -> str:
    return next(line.hint for line in stage.answers.offered if getattr(line, "name", "") == name)


def test_every_setting_has_a_place_a_sentence_and_steps_that_it_takes() -> None:
    listed = list(rows(Settings(), Settings()))
    assert {row.name for row in listed} == set(NAMES)
    assert [row.head for row in listed if row.head] == list(GROUPS)
    assert set(setting_words.ABOUT) == set(NAMES)
    assert len({key.shown.label for key in keys().values()}) == len(NAMES)
    for name, key in keys().items():
        assert all(key.kind.fits(step) for step in key.kind.steps), name
    assert {name for name, key in keys().items() if not key.kind.steps} == {"voice_command"}


def test_the_voices_to_choose_from_are_those_there_are() -> None:
    from audio.voices.choose import KINDS  # noqa: PLC0415  # beside its only use

    assert set(VOICES) == {"auto", *KINDS}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "voice_command"])
def test_one_key_leads_to_every_value_and_round(name: str) -> None:
    settings, seen = Settings(), []
    for _ in keys()[name].kind.steps:
        settings = settings.changed(**stepped(settings, name, around=True))
        seen.append(getattr(settings, name))
    assert set(seen) == set(keys()[name].kind.steps)


def test_a_scale_ends_and_a_value_of_ones_own_has_neighbours() -> None:
    assert stepped(Settings(bell_volume=10), "bell_volume") == {}
    assert stepped(Settings(voice_rate=133), "voice_rate") == {"voice_rate": 140}
    assert stepped(Settings(voice_rate=133), "voice_rate", -1) == {"voice_rate": 130}
    assert stepped(Settings(voice="espeak-ng:de"), "voice") == {"voice": "auto"}
    assert stepped(Settings(pace=1.25, manual=True), "pace") == {"pace": 1.5, "manual": False}


async def test_a_change_holds_at_once_and_is_kept_only_once_that_was_said(path: Path) -> None:
    async with on_stage(Opening(settings=READ, settings_file=path), size=(80, 40)) as stage:
        await stage.press("comma", "right")
        assert stage.app.theme == "ajar-day"
        assert value(stage, "theme") == "day, this time"
        assert stage.shows("Now: day, this time.")
        assert not held(path)
        await stage.press("k")
        assert held(path) == {"theme": "ajar-day"}
        assert value(stage, "theme") == "day"
        await stage.press("right")
        assert held(path) == {"theme": "ajar-contrast"}
        await stage.press("escape", "v", "comma")
        assert held(path) == {"theme": "ajar-contrast"}  # changed elsewhere, which may be for now
        assert value(stage, "theme") == "night, this time"


async def test_it_says_where_the_file_lies_and_erases_it(path: Path) -> None:
    remember(path, bell_indirect=True)
    async with on_stage(Opening(settings=READ, settings_file=path), size=(120, 40)) as stage:
        await stage.press("comma", "end")
        assert stage.shows("settings.toml holds what you kept before.")
        await stage.press("enter")
        assert not held(path)
        assert stage.shows("settings.toml is erased.")
        await stage.press("k")
        assert held(path) == {"bell_indirect": True}  # meant once, and meant now


async def test_what_was_not_changed_by_hand_is_never_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MOTION, STILL)
    options = READ.changed(pace=2.0, bell=True)
    async with on_stage(Opening(settings=options, settings_file=path), size=(80, 40)) as stage:
        await stage.press("comma", "k")
        assert stage.shows(setting_words.NOTHING_TO_KEEP)
        await stage.press("right", "k")
        assert held(path) == {"theme": "ajar-day"}
        assert load(path).motion
        assert value(stage, "motion") == "off, this time"
        await stage.press("down", "left")
        assert held(path) == {"theme": "ajar-day", "motion": True}


@pytest.mark.parametrize("keys", [(), ("comma",), ("underscore",)])
async def test_a_row_can_be_stood_on_while_the_page_is_taken_away(keys: tuple[str, ...]) -> None:
    """The app may end between a key and what follows from it."""
    async with on_stage(size=(80, 40)) as stage:
        await stage.press(*keys)
        before = stage.answers.highlighted
        await stage.app.screen.query("#about").remove()
        await stage.press("down")
        assert stage.answers.highlighted != before


async def test_a_key_of_its_own_changes_a_row_on_the_page_as_well(players: list[Recorded]) -> None:
    async with on_stage(size=(80, 40)) as stage:
        await stage.press("comma", "r")
        assert value(stage, "bell") == "on, this time"
        assert players[0].asked == [("bowl", 1)]
        assert stage.shows("Now: on, this time.")
        await stage.press(":", ";")
        assert value(stage, "bell_volume") == "9 of 10, this time"


async def test_in_a_session_pace_and_questions_change_there_and_it_waits_meanwhile() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS, pace=2.0)
        await stand_on(stage, "pace")
        assert value(stage, "pace") == "2 times as long, this time"
        await stage.press("right")
        assert stage.player.runner.engine.run.pace == 3.0
        await stage.press("down", "down", "enter", "escape")
        assert stage.player.runner.engine.run.ask_less
        assert stage.is_in(State.PAUSED)


async def test_the_page_before_a_session_shows_what_was_changed() -> None:
    async with on_stage(size=(80, 30)) as stage:
        await stage.press("1")
        await stand_on(stage, "manual")
        await stage.press("right", "escape")
        assert stage.shows("wait for me on")


async def test_help_lines_of_another_country_come_first_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    async with on_stage(size=(80, 80)) as stage:
        stage.app._change_here({"region": "AU"})
        await stage.press("h")
        assert stage.text.index("Australia") < stage.text.index("Germany")
        stage.app._change_here({"region": "auto"})
        await stage.settle()
        assert stage.text.index("Germany") < stage.text.index("Australia")


async def test_a_written_setting_says_that_it_is_written() -> None:
    async with on_stage() as stage:
        await stand_on(stage, "voice_command")
        await stage.press("right", "enter")
        assert stage.shows("Write it into the settings file.")
        assert not stage.app.settings.voice_command


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_every_value_can_be_read_in_every_window(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.press("comma")
        assert stage.is_on(SettingsPage)
        for row in list(stage.answers.offered)[: len(NAMES)]:
            assert isinstance(row, SettingRow)
            assert stage.shows(f"Now: {row.hint}. {row.about}"), row
            assert stage.shows(row.label)
            await stage.press("down")


@dataclass
class Typed:
    """What a person types, line by line."""

    said: deque[str] = field(default_factory=deque)
    interactive: bool = True

    def read(self, wait: float | None) -> str | None:
        assert wait is None
        return self.said.popleft()


def in_lines(path: Path, *said: str) -> SettingsInLines:
    page = SettingsInLines(Settings(), Keeping(path), Typed(deque(said)), Said(lambda: None))
    page.open()
    return page


def test_in_lines_every_setting_has_a_number(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_lines(path, "back")
    said = capsys.readouterr().out
    for number, row in enumerate(rows(Settings(), Settings()), 1):
        assert f"\n{number}. {row.label}: {row.hint}.\n" in said
    assert "Nothing is kept on this computer." in said


def test_in_lines_a_number_changes_k_keeps_and_erase_erases(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = in_lines(path, "1", "-6", "99", "k", "2", "back")
    assert (page.settings.theme, page.settings.pace, page.settings.motion) == ("ajar-day", 0.75, False)
    assert held(path) == {"theme": "ajar-day", "pace": 0.75, "manual": False, "motion": False}
    said = capsys.readouterr().out
    assert "look: day, this time." in said
    assert "There is no such setting." in said
    page = in_lines(path, "erase", "q")
    assert page.left
    assert not path.exists()
