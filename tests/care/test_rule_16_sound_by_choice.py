"""Rule 16: the bell is off until switched on and heard; one a boundary; it always has a twin to be seen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.voices.texts import sentences
from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import RingBell, ShowBeat
from sessions.engine.events import Feeling
from sessions.engine.score import Beat, Fork
from sessions.engine.state import Leg, State
from sessions.written import Tone, Track
from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp
from tests.fakes.everywhere import NAMES, moves, played
from tests.fakes.stage import READ, on_stage
from tests.fakes.strategies import EVENTS
from tests.fakes.voice import SpokenRun
from tui.app import Opening
from tui.run.sound import Sound
from tui.settings import Settings

BEL = b"\x07"
SETTINGS = {
    "as installed": (),
    "off": ("--no-bell",),
    "on": ("--bell",),
    "on, gentle track too": ("--bell", "--bell-indirect"),
}


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("way", ["screen", "plain"])
def test_the_terminals_own_bell_never_sounds(setting: str, way: str, home: Path) -> None:
    """Not even with the bell on: it goes to the sound card, and here there is none to go to."""
    args = ("play", "one-breath", *SETTINGS[setting], *(("--plain",) if way == "plain" else ()))
    end = "\n" if way == "plain" else ""
    with PtyApp(*args, home=home, size=(100, 60)) as app:
        app.until("Enter begins" if way == "plain" else "Before you begin")
        app.press("\r" if way == "screen" else "\n")
        app.until(begun if way == "plain" else "space pause")
        for key in ("c", "2"):
            app.press(key + end)
            app.pass_time(0.5)
        app.press("q" + end)
        app.wait()
        assert BEL not in app.raw


class FakePlayer:
    """Notes what was rung."""

    def __init__(self) -> None:
        self.rung: list[tuple[str, int]] = []

    def play(self, tone: str, strikes: int) -> None:
        self.rung.append((tone, strikes))


def rung(*, on: bool, on_indirect: bool, indirect: bool) -> list[tuple[str, int]]:
    """What is heard of one bell."""
    sound, player = Sound(lambda _: None), FakePlayer()
    sound.on, sound.on_indirect = on, on_indirect
    sound._player = player  # type: ignore[assignment]
    sound.ring(RingBell(Tone.BOWL, 2, indirect=indirect))
    return player.rung


def test_nothing_is_heard_until_it_is_switched_on() -> None:
    assert not Settings().bell
    assert not Settings().bell_indirect
    assert not Sound(lambda _: None).on
    assert rung(on=False, on_indirect=True, indirect=False) == []
    assert rung(on=True, on_indirect=False, indirect=False) == [("bowl", 2)]


def test_the_gentle_track_has_a_switch_of_its_own() -> None:
    assert rung(on=True, on_indirect=False, indirect=True) == []
    assert rung(on=True, on_indirect=True, indirect=True) == [("bowl", 2)]


async def test_switching_it_on_lets_it_be_heard_and_off_stays_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    async with on_stage() as stage:
        monkeypatch.setattr(stage.app.sound, "preview", lambda: heard.append("bell"))
        await stage.press("1", "r")
        assert heard == ["bell"]
        await stage.press("r")
        assert len(heard) == 1


@pytest.mark.parametrize("name", NAMES)
def test_at_most_one_bell_rings_at_a_boundary(name: str) -> None:
    for move in moves(name):
        bells = [i for i, effect in enumerate(move.effects) if isinstance(effect, RingBell)]
        shown = [i for i, effect in enumerate(move.effects) if isinstance(effect, ShowBeat)]
        assert len(bells) <= max(1, len(shown) + 1)
        assert all(b - a > 1 for a, b in pairwise(bells))


@pytest.mark.parametrize("name", NAMES)
def test_every_bell_of_the_gentle_ways_is_marked_so(name: str) -> None:
    for move in moves(name):
        for effect in move.effects:
            if isinstance(effect, RingBell):
                gentle = move.after.leg in (Leg.FORM, Leg.FLOOR) or (
                    move.after.leg is Leg.TRACK and move.after.track is Track.INDIRECT
                )
                assert effect.indirect or not gentle


@pytest.mark.parametrize("name", NAMES)
async def test_every_bell_has_a_twin_to_be_seen(name: str) -> None:
    opening = Opening(settings=READ.changed(bell=True, bell_indirect=True, sound="silent"))
    async with on_stage(opening, size=(120, 40)) as stage:
        player = await stage.begin(name)
        first = next(item for item in played(name).score.arriving[0].items)
        if type(first).__name__ == "Ring":
            assert stage.shows("♪")
        player._perform(fx.RingBell(Tone.CHIME, 3))
        player._perform(fx.AskCheckIn("", 1))
        await stage.settle()
        assert stage.shows("♪ × 3")


GUARDING = (*(ev.Report(feeling) for feeling in (Feeling.CLOSING, Feeling.TOO_MUCH, Feeling.FAR_AWAY)),)
"""What a person can say in any beat, after which no kind words may come."""


@cache
def direct_texts(name: str) -> frozenset[str]:
    """Every text that is on the direct track and nowhere else."""
    rep = played(name)
    direct = [item for segment in rep.score.tracks.get(Track.DIRECT, ()) for item in segment.items]
    others = [*rep.score.arriving, *rep.score.tracks[Track.INDIRECT], rep.score.landing]
    elsewhere = [item for segment in others for item in segment.items]
    elsewhere += [item for form in rep.forms.values() for item in form] + list(rep.floor)
    return frozenset(texts_in(direct) - texts_in(elsewhere))


@cache
def direct_sentences(name: str) -> frozenset[str]:
    """Every sentence of them, as it is spoken."""
    return frozenset(sentence for text in direct_texts(name) for sentence in sentences(text))


def texts_in(items: Iterable[object]) -> set[str]:
    """Every text that these can show."""
    found: set[str] = set()
    for item in items:
        if isinstance(item, Beat):
            found |= {*item.wordings, item.less or ""} - {""}
        elif isinstance(item, Fork):
            found |= {item.text, *(text for branch in item.branches for text in texts_in(branch.items))}
    return found


def told_apart(run: SpokenRun, name: str, since: float) -> None:
    """Nothing direct is in the helper's memory, and nothing direct has begun to sound since then."""
    assert not run.helper.speaking.waiting & direct_texts(name)
    assert not [text for at, text in run.helper.heard if at > since and text in direct_sentences(name)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("event", GUARDING)
@pytest.mark.parametrize("slow", [False, True])
def test_closing_in_any_direct_beat_leaves_no_direct_word_to_be_spoken(
    name: str,
    event: ev.Event,
    slow: bool,  # noqa: FBT001  # given
) -> None:
    if not direct_texts(name):
        pytest.skip("this session has no direct track")
    closed = 0
    for beats in range(1, 40):
        run = SpokenRun(played(name), Track.DIRECT, slow=slow)
        for _ in range(beats):
            run.to_the_next()
        if run.runner.engine.run.state is State.ENDED:
            break
        run.passes(0.5)
        waiting = run.helper.speaking.waiting & direct_texts(name)
        if not run.press(event):
            continue
        closed += bool(waiting)
        since = run.clock.now()
        told_apart(run, name, since)
        run.helper.deliver()  # what was being made at that moment comes too late
        run.passes(5)
        told_apart(run, name, since)
    assert closed >= 1


MOVES = st.lists(
    st.tuples(
        st.sampled_from((*GUARDING, *GUARDING, *(e for e in EVENTS if not isinstance(e, ev.Begin)))),
        st.sampled_from((0.0, 0.3, 2.0, 20.0, 45.0)),
    ),
    max_size=20,
)


@given(st.sampled_from(NAMES), MOVES, st.booleans())
@settings(max_examples=150, deadline=None)
def test_whatever_is_answered_after_closing_no_direct_word_is_spoken_or_waits(
    name: str,
    moves: list[tuple[ev.Event, float]],
    slow: bool,  # noqa: FBT001  # given
) -> None:
    run = SpokenRun(played(name), None, slow=slow)
    since: float | None = None
    for event, wait in moves:
        run.press(event)
        run.passes(wait)
        if slow and wait > 1:
            run.helper.deliver()
        now = run.runner.engine.run
        guarded = (now.closings > 0 or now.halted is not None) and now.track is not Track.DIRECT
        since = (run.clock.now() if since is None else since) if guarded else None
        if since is not None:
            told_apart(run, name, since)
