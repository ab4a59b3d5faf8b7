"""For people who guide others: notes, by hand, large letters; and none of it without being asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    Ended,
    Ending,
    HoldStill,
    MenuKind,
    OpenMenu,
    RingBell,
    ShowBeat,
)
from sessions.engine.engine import Engine
from sessions.engine.events import Begin, Way
from sessions.engine.score import Beat, BeatKind
from sessions.engine.state import State
from sessions.model import Session
from sessions.written import CheckIn, Quiet, Say, Tone, Track
from tests.fakes.clock import FakeClock
from tests.fakes.small import TWO_TRACKS, repertoire
from tests.fakes.stage import NAMES, READ, Stage, as_long_as, bundled, on_stage
from tests.fakes.typist import Typist
from tui.app import Opening
from tui.beginning import Wishes, wished
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance
from tui.screens.landing import Landing
from tui.settings import Settings
from tui.widgets.company import Company
from tui.widgets.prompt import Prompt
from tui.words import guiding, lines

NOTED = TWO_TRACKS.changed(
    arriving=(Say("a1", 10.0, guide="sit by the door"), Say("a2", 10.0), CheckIn("how is it?")),
    direct=tuple(
        Say(step.text, step.length, less=step.less, guide="a direct note") if isinstance(step, Say) else step
        for step in TWO_TRACKS.direct
    ),
)
BLOCKS = set("█▀▄")


def said(*typed: str, guide: bool, session: Session = NOTED) -> str:
    """A plain run, its questions answered by what is typed; then it stops."""
    clock = FakeClock()
    out: list[str] = []
    typing = [(None, line) for line in (*typed, "q")]
    PlainRun(
        Performance(session, "small", pace=None, guide=guide),
        PlainMeans(clock, Typist(clock, *typing), out.append),
    ).play()
    return "".join(out)


def test_every_question_has_a_line_for_the_guide_and_nothing_else_has() -> None:
    asked: list[Effect] = [
        AskCheckIn("", 0),
        AskCheckIn("", 0, final=True),
    ]
    asked += [
        AskNotice("", 0),
        AskFork("", ()),
        HoldStill(Way.NOTHING, 0),
        *(OpenMenu(kind, (), 0) for kind in MenuKind),
    ]
    texts = [guiding.guide_line(effect) for effect in asked]
    assert all(texts)
    assert len(set(texts)) == len(texts)
    assert guiding.guide_line(RingBell(Tone.BOWL, 1)) == guiding.guide_line(Ended(Ending.LANDED, 0)) == ""


def test_a_beat_has_the_note_its_author_wrote() -> None:
    beat = Beat(BeatKind.SAY, ("a",), 10.0, 0.0, guide="slowly")
    assert guiding.guide_line(ShowBeat(beat, "a", 0)) == "slowly; then silence, about 10 s"
    assert guiding.guide_line(ShowBeat(beat.changed(guide=None, length=2.0), "a", 0)) == ""


def test_notes_are_written_line_by_line_for_a_guide() -> None:
    text = said("", "", "c", guide=True)
    first, second = "sit by the door; then silence, about 10 s", "then silence, about 10 s"
    assert f"a1\n(for the guide: {first})\n\na2\n(for the guide: {second})\n" in text
    assert "\nhow is it?\n(for the guide: " in text
    assert f"(for the guide: {guiding.MENUS[MenuKind.CLOSING]})" in text


def test_without_a_guide_no_note_is_written() -> None:
    text = said("", "", "c", guide=False)
    assert "guide" not in text
    assert "a1" in text


def test_after_closing_no_note_of_the_direct_track_is_written() -> None:
    assert "a direct note" in said("", "", "o", guide=True)
    assert "a direct note" not in said("", "", "c", "1", "", "", "", guide=True)


@pytest.mark.parametrize(
    ("wishes", "manual", "large", "pace"),
    [
        (Wishes(guide=True), True, True, 1.0),
        (Wishes(guide=True, pace=2.0), False, True, 2.0),
        (Wishes(guide=True, large=False), True, False, 1.0),
        (Wishes(large=True), False, True, 1.0),
        (Wishes(), False, False, 1.0),
    ],
    ids=str,
)
def test_a_guide_starts_by_hand_and_large_unless_asked_otherwise(
    wishes: Wishes,
    manual: bool,  # noqa: FBT001  # a table of values
    large: bool,  # noqa: FBT001  # same
    pace: float,
) -> None:
    settings = wished(Settings(), wishes)
    assert (settings.manual, settings.large, settings.pace) == (manual, large, pace)


def guided(*, large: bool = False, remember: Path | None = None) -> Opening:
    performance = Performance(NOTED, "noted", pace=None, guide=True)
    return Opening(settings=READ.changed(large=large), settings_file=remember, play=performance)


def has_blocks(stage: Stage) -> bool:
    """Whether letters are made of blocks; the door at the foot does not count."""
    doors = [door.region.y for door in stage.player.query(Company) if door.display]
    return bool(BLOCKS & set("".join(stage.lines()[: min(doors, default=None)])))


async def test_notes_stand_on_the_page_and_leave_with_their_beat() -> None:
    async with on_stage(guided()) as stage:
        assert stage.shows("(for the guide: sit by the door; then silence, about 10 s)")
        assert stage.alarm.due is None
        await stage.press("enter")
        assert not stage.shows("sit by the door")
        await stage.press("enter")
        assert stage.shows(guiding.CHECK_IN)
        await stage.press("o")
        assert stage.shows("a direct note")
        await stage.press("c")
        assert not stage.shows("a direct note")
        assert stage.shows(guiding.MENUS[MenuKind.CLOSING])
        await stage.press("1")
        assert not stage.shows(guiding.MENUS[MenuKind.CLOSING])


async def test_without_a_guide_no_note_stands_on_the_page() -> None:
    async with on_stage() as stage:
        await stage.begin(NOTED)
        for key in ("enter", "enter", "c"):
            assert not stage.shows("for the guide")
            await stage.press(key)
        assert not stage.shows("for the guide")


async def test_large_letters_come_and_go_with_the_room_there_is() -> None:
    async with on_stage(guided(large=True), size=(120, 36)) as stage:
        assert has_blocks(stage)
        assert not stage.shows("a1")
        await stage.resize(40, 12)
        assert not has_blocks(stage)
        assert stage.shows("a1")
        await stage.resize(120, 36)
        assert has_blocks(stage)


async def test_a_question_is_large_where_its_answers_have_room_beside_it() -> None:
    async with on_stage(guided(large=True), size=(120, 36)) as stage:
        await stage.press("enter", "enter")
        assert stage.state is State.CHECK_IN
        assert has_blocks(stage)
        assert all(stage.shows(label) for label in stage.labels)
        await stage.resize(80, 20)
        assert not has_blocks(stage)
        assert stage.shows("how is it?")
        assert all(stage.shows(label) for label in stage.labels)


async def test_the_switch_holds_at_once_and_back_again() -> None:
    async with on_stage(size=(120, 36), notifications=False) as stage:
        await stage.begin(TWO_TRACKS)
        assert not has_blocks(stage)
        stage.app.action_large()
        await stage.settle()
        assert has_blocks(stage)
        await stage.press("enter", "enter")
        stage.app.action_large()
        await stage.settle()
        assert not has_blocks(stage)
        await stage.press("o")
        assert stage.shows("d1")


async def test_a_text_without_drawings_is_shown_as_it_is() -> None:
    spoken = TWO_TRACKS.changed(arriving=(Say("Тут тихо.", 10.0), CheckIn("")))
    async with on_stage(Opening(settings=READ.changed(large=True)), size=(160, 45)) as stage:
        await stage.begin(spoken)
        assert stage.shows("Тут тихо.")


async def test_large_prompts_hold_nothing_that_moves_or_runs_over() -> None:
    async with on_stage(Opening(settings=READ.changed(large=True)), size=(100, 30)) as stage:
        for name in NAMES[:4]:
            await stage.begin(name, Track.INDIRECT)
            for _ in as_long_as(lambda: stage.is_in(State.BEAT)):
                assert all(len(line) == 100 for line in stage.lines())
                await stage.press("enter")


async def test_keeping_the_notice_keeps_nothing_of_a_guide(home: Path) -> None:
    file = home / "config" / "ajar" / "settings.toml"
    opening = guided(large=True, remember=file)
    async with on_stage(opening.changed(settings=opening.settings.changed(notice_read=False))) as stage:
        await stage.press("k")
        assert stage.app.settings.large
    text = file.read_text(encoding="utf-8")
    assert "notice_read = true" in text
    assert "large" not in text


async def test_an_authors_questions_come_after_landing_and_are_kept_nowhere(home: Path) -> None:
    name = "awkward-warmth"
    question = bundled(name).reflect[0]
    opening = Opening(settings=READ, settings_file=home / "settings.toml")
    async with on_stage(opening, size=(100, 30)) as stage:
        await stage.begin(name)
        for _ in as_long_as(lambda: not stage.player.landed):
            await stage.press("enter" if stage.state is State.BEAT else "s")
        assert stage.shows(question)
        await stage.begin(name)
        await stage.press("c", "up", "up", "enter")
        assert stage.is_on(Landing)
        assert not stage.shows(question)
    assert list(home.rglob("*")) == []  # noqa: ASYNC240  # the app is gone


STILL = TWO_TRACKS.changed(arriving=(Say("a1", 20.0), Quiet(35.0, "a reminder"), CheckIn("how is it?")))


async def test_silence_is_marked_with_its_seconds_and_never_looks_like_a_line() -> None:
    play = Performance(STILL, "still", pace=None, guide=True)
    async with on_stage(Opening(settings=READ, play=play)) as stage:
        assert stage.shows("a1")
        assert stage.shows("(for the guide: then silence, about 20 s)")
        await stage.press("enter")
        assert stage.player.query_one("#prompt", Prompt).text == "(silence, about 35 s)"
    text = said("", "", guide=True, session=STILL)
    assert "\n(silence, about 35 s)\n" in text
    assert "\na reminder\n" not in text


async def test_a_check_in_can_be_put_in_three_words() -> None:
    async with on_stage(guided()) as stage:
        await stage.press("enter", "enter")
        assert stage.labels == ["more", "less", "stop"]
        await stage.press("m")
        assert stage.is_in(State.BEAT)


def test_a_fixed_wording_is_the_first_everywhere() -> None:
    worded = TWO_TRACKS.changed(arriving=(Say("a1", 20.0, wordings=("other", "third")), CheckIn("how?")))
    for seed in range(6):
        engine = Engine(repertoire(worded, seed=seed).changed(first_wording=True))
        assert any(
            isinstance(effect, ShowBeat) and effect.text == "a1" for effect in engine.handle(Begin(), 0.0)
        )


async def test_large_letters_say_where_they_do_not_fit() -> None:
    long = TWO_TRACKS.changed(arriving=(Say("a long prompt " * 9, 20.0), *TWO_TRACKS.arriving[2:]))
    play = Performance(long, "long", pace=None, guide=True)
    async with on_stage(Opening(settings=READ.changed(large=True), play=play), size=(80, 24)) as stage:
        assert not has_blocks(stage)
        assert stage.shows(lines.TOO_LONG_FOR_LARGE)
