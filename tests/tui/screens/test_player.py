from __future__ import annotations

from collections.abc import Iterator

import pytest

from sessions.engine.events import CLOSING_COATS, Coat, Feeling, Report
from sessions.engine.score import Beat, Segment, lay_out
from sessions.engine.state import State
from sessions.written import CheckIn, Choose, Option, Quiet, Say, Track
from tests.fakes.small import TWO_TRACKS, WAITING
from tests.fakes.stage import DAY, NAMES, Stage, as_long_as, bundled, on_stage, squeezed
from tui import choices
from tui.screens.landing import Landing
from tui.screens.library import Library
from tui.screens.player import PlayerPage
from tui.widgets.choices import MARK
from tui.words import lines, phrases

TWO = ("say-whats-here", "hello-guard")


def written(name: str, track: Track) -> Iterator[tuple[float, set[str]]]:
    """Every beat as the file has it: seconds of beats before it, and its wordings."""
    score = lay_out(bundled(name))
    segments: tuple[Segment, ...] = (*score.arriving, *score.tracks[track], score.landing)
    before = 0.0
    for segment in segments:
        for item in segment.items:
            if isinstance(item, Beat):
                yield before, {squeezed(text) for text in item.wordings}
                before += item.length


@pytest.mark.parametrize("track", list(Track))
@pytest.mark.parametrize("name", TWO)
async def test_every_prompt_appears_at_its_due_time(name: str, track: Track) -> None:
    async with on_stage(size=(120, 30)) as stage:
        player = await stage.begin(name, track)
        began = stage.clock.now()
        expected = list(written(name, track))
        for due, wordings in expected:
            for _ in as_long_as(lambda: not stage.is_in(State.BEAT)):
                assert stage.alarm.due is None
                player.send(Report(Feeling.SKIP))
                await stage.settle()
            assert stage.clock.now() - began == pytest.approx(due, abs=1e-6)
            shown = stage.player.query_one("#prompt").render()
            assert squeezed(str(shown)) in wordings
            assert all(word in stage.text for word in squeezed(str(shown)).split())
            assert stage.alarm.due is not None
            for _ in stage.alarm.moments(stage.alarm.due - stage.clock.now()):
                await stage.settle()
        assert stage.is_in(State.CHECK_IN)
        assert stage.clock.now() - began == pytest.approx(bundled(name).length)


async def test_late_alarms_add_no_drift() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        began = stage.clock.now()
        stage.clock.advance(10.4)
        await stage.passes(0)
        assert stage.shows("a2")
        assert stage.alarm.due == pytest.approx(began + 20)


async def test_the_last_question_is_one_quiet_line_on_the_landing_page() -> None:
    async with on_stage() as stage:
        await stage.begin("awkward-warmth", Track.INDIRECT)
        for _ in as_long_as(lambda: not stage.player.landed):
            await stage.passes(400)
            if not stage.player.landed:
                await stage.press("s")
        assert any(stage.shows(line) for line in phrases.LAST_QUESTIONS)
        assert any(stage.shows(line) for line in phrases.LANDED_LINES)
        assert all(stage.shows(question) for question in bundled("awkward-warmth").reflect)
        before = stage.lines()
        await stage.passes(DAY)
        assert stage.lines() == before
        await stage.press("m")
        assert any(stage.shows(line) for line in phrases.ANSWER_LINES["between"])
        assert not any(stage.shows(line) for line in phrases.LAST_QUESTIONS)
        await stage.press("enter")
        assert stage.is_on(Library)


async def test_after_closing_the_landing_asks_nothing() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("c", "enter")
        await stage.passes(400)
        assert stage.is_on(Landing)
        assert any(stage.shows(line) for line in phrases.LANDED_LINES)
        assert not any(stage.shows(line) for line in phrases.LAST_QUESTIONS)


@pytest.mark.parametrize("leave", ["landed", "stopped"])
async def test_the_landing_judges_nothing_and_names_at_most_two_others(leave: str) -> None:
    async with on_stage(size=(100, 30)) as stage:
        await stage.begin("one-breath", Track.INDIRECT)
        if leave == "stopped":
            await stage.press("c", "up", "up", "enter")
            assert stage.is_on(Landing)
        else:
            await stage.passes(900)
            await stage.press("s")
            await stage.passes(900)
            assert stage.player.landed
        others = [name for name in NAMES if stage.shows(bundled(name).title)]
        assert len(others) <= 2
        assert "one-breath" not in others
        assert stage.alarm.due is None
        for word in ("complete", "unfinished", "well done", "good job", "great", "early", "%", "!", "again"):
            assert word not in stage.text.lower()
        assert MARK not in stage.text
        await stage.press("escape")
        assert stage.is_on(Library)
        assert stage.answers.highlighted == 0


async def until(stage: Stage, state: State) -> None:
    """Bring a session of the small kind into a state."""
    keys = {
        State.CHECK_IN: ["enter", "enter"],
        State.NOTICE: ["n"],
        State.MENU: ["c"],
        State.STILL: ["c", "4"],
        State.PAUSED: ["space"],
    }
    await stage.press(*keys[state])
    assert stage.is_in(state)


@pytest.mark.parametrize("state", [State.CHECK_IN, State.NOTICE, State.MENU, State.STILL, State.PAUSED])
async def test_whatever_waits_for_the_person_waits_for_ever(state: State) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await until(stage, state)
        assert stage.alarm.due is None
        before = stage.lines()
        rung = len(stage.alarm.rung)
        await stage.passes(DAY)
        assert stage.lines() == before
        assert len(stage.alarm.rung) == rung


async def test_a_beat_that_waits_waits_for_ever() -> None:
    async with on_stage() as stage:
        await stage.begin(WAITING)
        await stage.passes(DAY)
        assert stage.shows("ready?")
        assert stage.alarm.due is None
        await stage.press("enter")
        assert stage.is_in(State.CHECK_IN)


@pytest.mark.parametrize("key", ["s", "enter"])
async def test_a_question_of_the_author_can_be_skipped(key: str) -> None:
    options = (Option("left", (Say("left 1", 10.0),)), Option("right", (Say("right 1", 10.0),)))
    session = TWO_TRACKS.changed(arriving=(Choose("which?", options), Say("a2", 10.0), CheckIn("how?")))
    async with on_stage() as stage:
        await stage.begin(session)
        await stage.press(key)
        assert stage.shows("left 1")


async def test_a_question_of_the_author_waits_and_plays_what_is_chosen() -> None:
    options = (Option("[b]left[/b]", (Say("left 1", 10.0),)), Option("right", (Quiet(10.0, "right 1"),)))
    session = TWO_TRACKS.changed(arriving=(Choose("which?", options), Say("a2", 10.0), CheckIn("how?")))
    async with on_stage() as stage:
        await stage.begin(session)
        assert stage.labels == ["[b]left[/b]", "right", "skip (Enter)"]
        before = stage.lines()
        await stage.passes(DAY)
        assert stage.lines() == before
        await stage.press("2")
        assert stage.shows("right 1")


async def test_pause_holds_the_beat_and_its_rest() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(4)
        await stage.press("space")
        assert stage.shows(f"a1 {lines.PAUSED}")
        await stage.passes(DAY)
        await stage.press("space")
        assert not stage.shows("Paused")
        await stage.passes(5.9)
        assert stage.shows("a1")
        await stage.passes(0.2)
        assert stage.shows("a2")


async def test_what_the_routing_of_a_cursor_sends_skips_no_prompt() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("right", "left", "down", "up", "right", "right", "home", "end", "pagedown")
        assert stage.shows("a1")
        assert stage.is_in(State.BEAT)


async def test_enter_moves_on_early() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter")
        assert stage.shows("a2")
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 10)


async def test_back_shows_the_last_prompt_again() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter", "b")
        assert stage.shows("a1")
        await stage.press("enter", "enter", "b")
        assert stage.shows("a2")
        assert stage.is_in(State.BEAT)


async def test_less_shows_a_smaller_ask_of_the_author_or_of_the_app() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS, Track.DIRECT)
        await stage.press("l")
        assert any(stage.shows(line) for line in phrases.LESS_LINES)
        await stage.press("enter", "enter", "s", "l")
        assert stage.shows("less of d1")


async def test_the_time_is_told_on_request_alone() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(4)
        assert not stage.shows("4 s")
        await stage.press("p")
        assert stage.shows("4 s of 2 min 40 s, without the pauses.")
        await stage.passes(7)
        assert not stage.shows("without the pauses")


async def test_pace_changes_at_once_and_is_told_in_words() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("+")
        assert stage.shows(lines.pace(1.25))
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 12.5)
        await stage.press("-")
        assert stage.shows(lines.pace(1.0))
        await stage.press(*"+++++++++++++")
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 100)


async def test_nothing_moves_by_itself_once_asked_to_wait() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("w")
        assert stage.shows(lines.MANUAL)
        assert stage.alarm.due is None
        await stage.passes(DAY)
        assert stage.shows("a1")
        await stage.press("enter")
        assert stage.shows("a2")
        await stage.press("w")
        assert stage.alarm.due == pytest.approx(stage.clock.now() + 10)


@pytest.mark.parametrize("coat", list(Coat))
async def test_each_coat_gets_its_line_and_one_page_at_most(coat: Coat) -> None:
    key = choices.COATS[coat].key
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("n")
        await stage.press(key)
        assert any(stage.shows(line) for line in phrases.COAT_LINES[coat.value])
        if coat in CLOSING_COATS:
            assert "carry on as planned" in stage.labels
            await stage.press("5")
        assert stage.shows("a1")


async def test_the_words_of_a_noticing_pause_stand_in_a_block_with_one_hint() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("n")
        hints = [choice.hint for choice in choices.COATS.values()]
        assert not any(stage.shows(hint) for hint in hints)
        await stage.press("right", "right")
        assert stage.shows(choices.COATS[Coat.TOO_MUCH_TO_START].hint)
        assert sum(stage.shows(hint) for hint in hints) == 1
        await stage.press("down")
        assert sum(stage.shows(hint) for hint in hints) == 1
        await stage.press("enter")
        assert not stage.is_in(State.NOTICE)


async def test_a_sleeping_computer_pauses_the_session_and_asks() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(3)
        stage.clock.sleep(3600)
        await stage.passes(8)
        assert stage.shows(lines.AWAY)
        assert stage.is_in(State.PAUSED)
        assert stage.alarm.due is None
        await stage.press("space")
        assert stage.is_in(State.BEAT)


async def test_a_stopped_program_finds_its_session_paused() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(3)
        stage.clock.advance(3600)
        stage.app.app_resume_signal.publish(stage.app)
        await stage.settle()
        assert stage.shows(lines.AWAY)
        assert stage.shows("a2"), "what was due then is what one comes back to"
        assert stage.alarm.due is None


async def test_texts_are_shown_as_they_are_written() -> None:
    marked = "[bold]x[/bold] [link=https://a.b]c[/link] [@click=app.quit]d[/]"
    session = TWO_TRACKS.changed(
        title=marked,
        about=marked,
        reflect=(marked,),
        arriving=(Say(marked, 10.0), Quiet(5.0, marked), CheckIn(marked)),
    )
    async with on_stage(size=(120, 40)) as stage:
        await stage.begin(session)
        for _ in range(3):
            assert stage.shows(marked)
            await stage.passes(stage.alarm.due - stage.clock.now() if stage.alarm.due else 0)
        for _ in as_long_as(lambda: not stage.player.landed):
            await stage.press("enter" if stage.state is State.BEAT else "s")
        assert stage.shows(marked)


async def test_the_timer_ends_with_the_page() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        due = stage.alarm.due
        assert due is not None
        await stage.press("ctrl+p", *"sessions", "enter")
        await stage.settle()
        assert stage.is_on(Library)
        assert stage.alarm.due is None
        assert not any(isinstance(page, PlayerPage) for page in stage.app.screen_stack)
