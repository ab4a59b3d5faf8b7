"""The rehearsal on the screen: the transport bar, the menus, and a file that is written meanwhile."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest

from sessions.check import Checked, check_file
from sessions.engine.state import State
from sessions.rehearsal.answers import Answers
from sessions.rehearsal.playthrough import script
from sessions.repertoire import repertoire
from sessions.written import Track
from tests.fakes.alarm import HandAlarm
from tests.fakes.clock import FakeClock
from tests.fakes.stage import READ, Stage
from tests.patience import PATIENCE
from tui.app import Opening
from tui.rehearsal.alarms import ScaledAlarm
from tui.rehearsal.app import BenchApp
from tui.rehearsal.clocks import ScaledClock
from tui.rehearsal.faults import LAST_GOOD, FaultPanel
from tui.rehearsal.menus import AnswerMenu, JumpMenu, Rehearsed
from tui.rehearsal.saves import Saves
from tui.rehearsal.screen import FAULTY, LOOK, MISSING, NO_CHECK_POINT, NOTHING_TO_MEND, SPEEDS, Bench
from tui.run.performance import Performance
from tui.widgets.choices import MARK, ChoiceList
from tui.widgets.prompt import Prompt

TEXT = """\
format: 1
title: Short
about: For a test.
length: 2m20s
language: en
if_skipped: direct
arriving:
  - bell: bowl
  - say: Arriving may take a while, eyes open or lowered.
    for: 20s
  - say: It could be here, or there.
    for: 20s
  - check_in: How is it?
direct:
  - say: A kind word could be near, or not.
    for: 20s
  - say: It may stay, or go.
    for: 20s
  - check_in: And now?
  - say: Another word might come, or none.
    for: 20s
indirect:
  - say: There may be an edge to look at, or a sound.
    for: 20s
  - quiet: 20s
  - check_in: And now?
  - say: Hands might open, or rest.
    for: 20s
landing:
  - say: Is there a colour you like, perhaps?
    for: 20s
  - say: This was one way to spend two minutes, or so.
    for: 20s
"""
FIRST, SECOND, KIND, STAYS, ANOTHER, COLOUR = (
    "Arriving may take a while, eyes open or lowered.",
    "It could be here, or there.",
    "A kind word could be near, or not.",
    "It may stay, or go.",
    "Another word might come, or none.",
    "Is there a colour you like, perhaps?",
)


class Rehearsal(Stage):
    """The stage with a file and a second alarm, on which looks at the file are taken."""

    file: Path
    looks: HandAlarm
    speed: ScaledClock

    async def save(self, text: str) -> None:
        """Save as many editors do: another file takes the place of the first."""
        other = self.file.with_name("other")
        other.write_text(text, encoding="utf-8")
        other.replace(self.file)

    async def look(self, times: int = 1) -> None:
        """Let the player look at the file."""
        for _ in range(times):
            self.looks._ring()
            await self.settle()

    @property
    def bar(self) -> str:
        """What the bar says of the place."""
        (line,) = (line for line in self.lines() if " · ×" in line)
        return line.strip()

    @property
    def answers(self) -> ChoiceList:
        """The answers of the session, or the lines of a menu; not the faults."""
        return self.app.screen.query(ChoiceList).first()

    @property
    def panel(self) -> FaultPanel:
        """The panel of faults."""
        return self.app.screen.query_one(FaultPanel)

    def is_told(self) -> bool:
        """Whether the panel of faults is shown."""
        return bool(self.panel.display)

    async def passes(self, seconds: float) -> None:
        """Let time pass, and a moment more: scaled alarms ring a little late."""
        await super().passes(seconds + 0.001)


@asynccontextmanager
async def on_bench(
    folder: Path,
    *,
    text: str = TEXT,
    answers: str = "",
    track: Track | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Rehearsal]:
    file = folder / "short.session.yaml"
    file.write_text(text, encoding="utf-8")
    session = check_file(file).session
    assert session is not None
    base = FakeClock()
    clock, alarm, looks = ScaledClock(base, 1.0), HandAlarm(base), HandAlarm(base)
    told = script(repertoire(session), track, answer=Answers(answers).next_for) if answers else ()
    bench = Bench(clock, Saves(str(file), session), looks, told)
    opening = Opening(settings=READ, play=Performance(session, "short", track), seed=0)
    app = BenchApp(opening, alarm=ScaledAlarm(clock, alarm), bench=bench)
    async with app.run_test(size=size) as pilot:
        stage = Rehearsal(app, base, alarm, pilot)
        stage.file, stage.looks, stage.speed = file, looks, clock
        await stage.settle()
        yield stage


@pytest.mark.parametrize("size", [(80, 24), (200, 50), (40, 20)])
async def test_the_bar_says_where_it_is_and_which_keys_there_are(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_bench(tmp_path, size=size) as stage:
        for words in ("arriving", "beat 1 of 2", "0 s of 2 min 20 s", "×1", ", . beat", "< > speed"):
            assert stage.shows(words)
        for words in ("j jump", "y answer", "x faults", "space pause", "q stop", FIRST):
            assert stage.shows(words)


async def test_in_the_smallest_window_a_fault_is_shown_with_its_line_and_caret(tmp_path: Path) -> None:
    async with on_bench(tmp_path, size=(40, 12)) as stage:
        await stage.save(TEXT.replace("for: 20s", "for: 20 apples", 1))
        await stage.look(3)
        assert stage.shows("line 10: E205")
        assert stage.shows("10 | for: 20 apples")
        assert stage.shows("^^^^^^^^^")
        assert stage.shows("arriving · beat 1 of 2")


async def test_the_cursor_stands_at_the_prompt_and_on_a_row_of_a_menu(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        at = stage.app.cursor_position
        assert stage.lines()[at.y][at.x :].startswith(FIRST.split(maxsplit=1)[0])
        await stage.press("j", "down")
        at = stage.app.cursor_position
        assert stage.lines()[at.y][at.x :].startswith(MARK)


async def test_time_passes_in_the_bar_and_a_pause_is_told(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        stage.clock.advance(5.0)
        await stage.look()
        assert stage.bar == "arriving · beat 1 of 2 · 5 s of 2 min 20 s · ×1"
        await stage.press("space")
        assert stage.bar.endswith("×1 · paused")
        assert stage.looks.due == stage.clock.now() + LOOK


async def test_speed_goes_up_and_down_within_its_bounds(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.passes(4.0)
        await stage.press("greater_than_sign", "greater_than_sign", "greater_than_sign")
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 16.0 / 5.0, abs=0.01)
        await stage.passes(3.25)
        assert stage.shows(SECOND)
        await stage.press(*["greater_than_sign"] * 9)
        assert stage.bar.endswith(f"×{SPEEDS[-1]:g}")
        await stage.press(*["less_than_sign"] * 12)
        assert stage.bar.endswith("×1")


async def test_steps_go_from_stop_to_stop_and_back(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("comma")
        assert stage.shows(FIRST)  # there is nothing before, and no settings either
        await stage.press("full_stop")
        assert stage.shows(SECOND)
        assert "20 s of" in stage.bar
        await stage.press("full_stop")
        assert stage.bar.startswith("arriving · check-point 1 of 3 · 40 s")
        assert "opening" in stage.labels
        await stage.press("full_stop")
        assert stage.is_in(State.BEAT)
        await stage.press("comma", "comma", "comma")
        assert stage.shows(FIRST)
        assert stage.shows("♪")
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 20.0, abs=0.01)


async def test_steps_end_at_the_last_question(tmp_path: Path) -> None:
    async with on_bench(tmp_path, track=Track.DIRECT) as stage:
        await stage.press(*["full_stop"] * 20)
        assert stage.bar.startswith("landing · check-point 3 of 3 · 2 min 20 s")
        await stage.press("comma", "comma")
        assert stage.shows(COLOUR)


async def test_a_paused_rehearsal_stays_paused_while_it_is_moved(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("space", "full_stop")
        assert stage.shows(SECOND)
        assert stage.is_in(State.PAUSED)
        assert stage.alarm.due is None
        await stage.press("j", "3")
        assert stage.is_in(State.PAUSED)


async def test_answers_on_the_way_are_kept(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("full_stop", "full_stop", "o", "full_stop")
        assert stage.shows(STAYS)
        await stage.press("comma", "comma", "full_stop")
        assert stage.shows(KIND)
        await stage.press("c")
        assert stage.bar.startswith("indirect · menu")
        await stage.press("comma")
        assert stage.shows(KIND)


async def test_the_jump_menu_lists_sections_and_check_points(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("j")
        assert isinstance(stage.app.screen, JumpMenu)
        assert [label.strip() for label in stage.labels] == [
            "arriving", "check-point: How is it?", "direct", "check-point: And now?", "indirect",
            "check-point: And now?", "landing",
        ]  # fmt: skip
        await stage.press("4")
        assert stage.bar.startswith("direct · check-point 2 of 3 · 1 min 20 s")
        await stage.press("j", "down", "down", "down", "down", "down", "enter")
        assert stage.bar.startswith("indirect · beat 1 of 3 · 40 s")


async def test_a_menu_that_is_closed_changes_nothing(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.passes(5.0)
        for key in ("j", "y"):
            await stage.press(key)
            assert stage.alarm.due is None
            stage.clock.advance(100.0)
            await stage.press("escape")
            assert stage.alarm.due == pytest.approx(stage.clock.now() + 15.0, abs=0.01)
            assert stage.shows(FIRST)


async def test_an_answer_is_given_at_the_next_check_point(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("y")
        assert isinstance(stage.app.screen, AnswerMenu)
        await stage.press("o")
        assert stage.shows(KIND)
        await stage.press("y", "c")
        assert stage.bar.startswith("indirect · menu · 1 min 20 s")
        await stage.press("comma", "y", "s")
        assert stage.shows(ANOTHER)


async def test_the_last_check_point_can_be_answered_too(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("j", "7", "y", "s")
        assert isinstance(stage.app.screen, Rehearsed)
        await stage.press("enter")
        assert stage.shows(FIRST)
        assert stage.bar.startswith("arriving · beat 1 of 2 · 0 s")


async def test_without_a_check_point_ahead_nothing_is_answered(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("t", "1", "y", "o")
        assert stage.shows(NO_CHECK_POINT)
        assert stage.bar.startswith("floor under you · beat 1")


async def test_answers_given_beforehand_hold_until_something_else_is_said(tmp_path: Path) -> None:
    async with on_bench(tmp_path, answers="opening,closing:touch:gentler") as stage:
        await stage.passes(40.0)
        assert stage.shows(KIND)
        await stage.press("full_stop", "full_stop")
        assert stage.bar.startswith("direct · check-point 2 of 2")
        await stage.press("full_stop")
        assert stage.bar.startswith("indirect · menu")
        await stage.press("comma", "s")
        assert stage.shows(ANOTHER)
        await stage.passes(60.0)
        assert stage.bar.startswith("landing · check-point 3 of 3")


async def test_a_whole_rehearsal_runs_by_itself_on_answers(tmp_path: Path) -> None:
    async with on_bench(tmp_path, answers="opening,closing:touch:gentler") as stage:
        await stage.passes(600.0)
        assert isinstance(stage.app.screen, Rehearsed)


async def test_a_saved_version_goes_on_from_the_same_place(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("full_stop", "full_stop", "o", "full_stop")
        await stage.passes(6.0)
        await stage.save(TEXT.replace(STAYS, "It could stay a bit, or go."))
        await stage.look()
        assert stage.shows("It could stay a bit, or go.")
        assert stage.bar.startswith("direct · beat 2 of 3 · 1 min 6 s")
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 14.0, abs=0.01)
        assert not stage.shows("bell")


async def test_a_line_put_in_before_does_not_move_it(tmp_path: Path) -> None:
    more = TEXT.replace("  - say: A kind", "  - say: Here is something new.\n    for: 5s\n  - say: A kind")
    async with on_bench(tmp_path) as stage:
        await stage.press("full_stop", "full_stop", "o", "space")
        await stage.save(more.replace("length: 2m20s", "length: 2m25s").replace("quiet: 20s", "quiet: 25s"))
        await stage.look()
        assert stage.shows(KIND)
        assert stage.bar.startswith("direct · beat 2 of 4 · 45 s of 2 min 25 s · ×1 · paused")


async def test_a_question_stays_a_question(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("full_stop", "full_stop")
        await stage.save(TEXT.replace("How is it?", "How is it there?"))
        await stage.look()
        assert stage.shows("How is it there?")
        await stage.press("o")
        assert stage.shows(KIND)


async def test_a_faulty_version_is_told_while_the_last_good_one_stays(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.save(TEXT.replace("direct:\n", "drect:\n", 1))
        await stage.look()
        assert not stage.is_told()
        await stage.look()
        assert stage.shows(LAST_GOOD)
        assert stage.shows(FIRST)
        assert stage.bar.endswith(FAULTY)
        assert stage.shows("did you mean `direct`?") or stage.shows("leave `if_skipped` out")
        await stage.passes(20.0)
        assert stage.shows(SECOND)
        await stage.save(TEXT.replace(SECOND, "Back again, or nearly."))
        await stage.look()
        assert not stage.is_told()
        assert stage.shows("Back again, or nearly.")


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((140, 40), True)])
async def test_faults_stand_beside_or_below_and_show_their_line(
    tmp_path: Path,
    size: tuple[int, int],
    beside: bool,  # noqa: FBT001  # a table
) -> None:
    async with on_bench(tmp_path, size=size) as stage:
        await stage.save(TEXT.replace("direct:\n", "drect:\n", 1).replace("quiet: 20s", "quiet: 20"))
        await stage.look(2)
        stage_region = stage.app.screen.query_one("#stage").region
        assert (stage.panel.region.x >= stage_region.right) == beside
        assert (stage.panel.region.y >= stage_region.bottom) != beside
        faults = stage.panel.query_one(ChoiceList)
        assert len(faults.offered) == 3
        await stage.press("x", "end", "enter")
        assert stage.shows("- quiet: 20")
        assert stage.shows("^^")
        await stage.pilot.click(faults, offset=(10, 0))
        await stage.settle()
        assert stage.shows("if_skipped: direct")
        assert stage.player.query_one("#prompt", Prompt).text == FIRST
        await stage.press("x", "enter")
        assert stage.shows(SECOND)


async def test_advice_keeps_to_the_bar_until_it_is_asked_for(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        await stage.press("x")
        assert stage.shows(NOTHING_TO_MEND)
        await stage.save(f"{TEXT}parts:\n  unused:\n    - quiet: 5s\n")
        await stage.look()
        assert stage.bar.endswith("advice")
        assert not stage.is_told()
        await stage.press("x")
        assert stage.is_told()
        assert stage.shows("W505")
        await stage.press("x")
        assert not stage.is_told()


async def test_a_file_that_vanishes_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        stage.file.unlink()
        await stage.look()
        assert MISSING not in stage.text
        await stage.look()
        assert stage.shows(MISSING)
        assert stage.shows(FIRST)
        stage.file.write_text(TEXT.replace(FIRST, "Here again, eyes open or lowered."), encoding="utf-8")
        await stage.look()
        assert stage.shows("Here again")
        assert MISSING not in stage.text


def test_parts_in_other_files_are_followed_as_well(tmp_path: Path) -> None:
    parts = tmp_path / "parts.yaml"
    parts.write_text("format: 1\nparts:\n  end:\n    - quiet: 20s\n", encoding="utf-8")
    file = tmp_path / "short.session.yaml"
    more = TEXT.replace("landing:", "parts_from: [parts.yaml]\nlanding:\n  - use: end", 1)
    file.write_text(more.replace("2m20s", "2m40s"), encoding="utf-8")
    session = check_file(file).session
    assert session is not None
    saves = Saves(str(file), session)
    assert saves.look() is None
    parts.write_text(
        "format: 1\nparts:\n  end:\n    - quiet: 20s\n      reminder: nearly there\n", encoding="utf-8"
    )
    os.utime(parts, ns=(1, 1))
    found = saves.look()
    assert found is not None
    assert saves.session != session
    assert saves.look() is None


def test_a_file_that_takes_long_to_read_is_told_at_a_later_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "short.session.yaml"
    file.write_text(TEXT, encoding="utf-8")
    session = check_file(file).session
    assert session is not None
    saves = Saves(str(file), session)
    free = Event()

    def slow(path: str) -> Checked:
        assert free.wait(PATIENCE)
        return check_file(path)

    monkeypatch.setattr("tui.rehearsal.saves.check_file", slow)
    monkeypatch.setattr("tui.rehearsal.saves.UNNOTICED", 0.0)
    file.write_text(TEXT.replace("title: ", "title: Another "), encoding="utf-8")
    assert (saves.look(), saves.look()) == (None, None)
    file.write_text(TEXT.replace("title: ", "title: Third "), encoding="utf-8")
    free.set()
    monkeypatch.setattr("tui.rehearsal.saves.UNNOTICED", PATIENCE)
    first = saves.look()
    assert first is not None
    assert saves.look() is not None or saves.session.title.startswith("Third"), "nothing is missed"


async def test_the_page_of_keys_lists_those_of_the_bar(tmp_path: Path) -> None:
    async with on_bench(tmp_path, size=(100, 80)) as stage:
        await stage.press("question_mark")
        for key, words in (
            (",", "to the beat or question before"),
            (">", "faster than life"),
            ("j", "jump to a"),
        ):
            assert any(line.split()[:1] == [key] and words in line for line in stage.lines()), key


async def test_nobody_is_missed(tmp_path: Path) -> None:
    async with on_bench(tmp_path) as stage:
        stage.clock.advance(25.0)
        stage.player._pulse()
        await stage.settle()
        assert stage.is_in(State.BEAT)
        assert stage.shows(SECOND)
