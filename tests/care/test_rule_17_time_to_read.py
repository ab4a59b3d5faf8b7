"""Rule 17: prompts are short and stay long enough to be read; a session leaves room between them."""

from __future__ import annotations

import pytest

from sessions.engine.events import Less
from sessions.engine.score import Beat, BeatKind, Fork, Segment, lay_out
from sessions.engine.transitions import NotAllowedError
from sessions.model import Session
from sessions.written import Track
from tests.fakes.everywhere import NAMES, engine_in, session, situations
from tests.fakes.stage import MANY_PAGES, on_stage
from tests.fakes.texts import every_beat, texts_of
from tui.widgets.prompt import Prompt
from tui.words import lines, phrases

MOST_WORDS, MOST_CHARACTERS = 26, 150
LONGEST_BEAT = 45.0
CHARACTERS_A_SECOND = 12
WORDS_A_MINUTE = 50
MOST_WORDS_OF_A_REMINDER = 6

SPOKEN = [(name, beat) for name, beat in every_beat() if beat.kind is not BeatKind.QUIET]


def least(text: str) -> float:
    """Seconds that a prompt has to stay."""
    return max(5.0, 2 + 0.5 * len(text.split()), len(text) / CHARACTERS_A_SECOND)


def test_every_prompt_is_short_and_stays_long_enough_in_every_wording() -> None:
    assert len(SPOKEN) > 200
    for name, beat in SPOKEN:
        for text in texts_of(beat):
            assert len(text.split()) <= MOST_WORDS, f"{name}: {text}"
            assert len(text) <= MOST_CHARACTERS, f"{name}: {text}"
        for text in beat.wordings:
            assert beat.waits or beat.length >= least(text), f"{name}: {text}"


def test_no_beat_is_too_long_and_reminders_are_few_words() -> None:
    for name, beat in every_beat():
        assert beat.length <= LONGEST_BEAT, name
        if beat.kind is BeatKind.QUIET:
            assert len(beat.wordings[0].split()) <= MOST_WORDS_OF_A_REMINDER, f"{name}: {beat.wordings[0]}"


@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("name", NAMES)
def test_a_session_leaves_room_between_its_words(name: str, track: Track) -> None:
    found = session(name)
    assert words_of(found, track) / (found.length / 60) <= WORDS_A_MINUTE


def words_of(found: Session, track: Track) -> int:
    """The words of a run with the longest wording of each beat and the longest branch of each fork."""
    score = lay_out(found)
    segments: tuple[Segment, ...] = (*score.arriving, *score.tracks[track], score.landing)
    total = 0
    for segment in segments:
        for item in segment.items:
            if isinstance(item, Beat):
                total += longest(item)
            elif isinstance(item, Fork):
                branches = (
                    [longest(inner) for inner in branch.items if isinstance(inner, Beat)]
                    for branch in item.branches
                )
                total += max(sum(branch) for branch in branches)
    return total


def longest(beat: Beat) -> int:
    return max(len(text.split()) for text in beat.wordings) if beat.kind is not BeatKind.QUIET else 0


@pytest.mark.parametrize("name", NAMES)
def test_a_smaller_ask_stays_long_enough_even_at_the_end_of_a_beat(name: str) -> None:
    asked = 0
    for run in situations(name):
        if run.beat is None or run.due is None:
            continue
        engine = engine_in(name, run)
        late = run.due - 0.25
        try:
            (shown,) = engine.handle(Less(), late)
        except NotAllowedError:
            continue
        asked += 1
        texts = [run.beat.less] if run.beat.less else phrases.LESS_LINES
        assert engine.due is not None
        assert engine.due - late >= max(least(text) for text in texts)
        assert lines.beat_text(shown)  # type: ignore[arg-type]  # a beat is all that can be shown here
    assert asked > 20


@pytest.mark.parametrize("name", NAMES)
async def test_on_the_screen_a_prompt_remains_until_the_next(name: str) -> None:
    async with on_stage(size=(120, 40)) as stage:
        player = await stage.begin(name, Track.INDIRECT)
        prompt = player.query_one("#prompt", Prompt)
        for _ in range(3):
            for _ in range(MANY_PAGES):
                if stage.alarm.due is not None:
                    break
                await stage.press("s")
            assert stage.alarm.due is not None
            text = prompt.text
            await stage.passes(stage.alarm.due - stage.clock.now() - 0.01)
            assert prompt.text == text
            assert not text or stage.shows(text)
            await stage.passes(0.01)
