"""Own words are kind words: after closing none is shown, spoken or made ready, in any bundled session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.engine import events as ev
from sessions.engine.effects import ShowBeat
from sessions.engine.engine import Engine
from sessions.engine.events import Event, Feeling, Way
from sessions.engine.state import State
from sessions.mine.model import Mine
from sessions.repertoire import repertoire
from sessions.written import Track
from tests.fakes.everywhere import ANY_TIME, NAMES, session
from tests.fakes.watch import CHOOSING, TAKING_BACK
from tui.run.voice import coming
from tui.words import aloud

OWN = ("zarquon one", "zarquon two", "zarquon three")
LATER: tuple[Event, ...] = tuple(
    event
    for event in (*ANY_TIME, *map(ev.Pick, Way), ev.ChooseOption(0), ev.Tick(), ev.Next(), ev.Tick())
    if event not in (*CHOOSING, *TAKING_BACK, ev.Leave())
)
"""All that a person can do, but asking for kind words again, taking the closing back, and leaving."""

GOING_ON: tuple[Event, ...] = (
    ev.Next(),
    ev.ChooseOption(0),
    ev.Report(Feeling.SKIP),
    ev.Wear(ev.Coat.LATER),
)
"""What leads through a session without a closing; one of them can be done wherever it waits."""


@pytest.mark.parametrize("name", NAMES)
@given(
    seed=st.integers(0, 50),
    before=st.integers(0, 12),
    later=st.lists(st.sampled_from(LATER), max_size=25),
    how=st.sampled_from([Feeling.CLOSING, Feeling.TOO_MUCH, Feeling.FAR_AWAY]),
)
def test_no_own_word_after_closing(
    name: str, seed: int, before: int, later: list[Event], how: Feeling
) -> None:
    engine = Engine(repertoire(session(name), seed, mine=Mine(words=OWN)))
    now = 0.0
    engine.handle(ev.Begin(Track.DIRECT), now)
    for _ in range(before):
        going_on = (each for each in GOING_ON if engine.allows(each, now))
        engine.handle(next(going_on, ev.Tick()), now)
    if not engine.allows(ev.Report(how), now):
        return
    shown = list(engine.handle(ev.Report(how), now))
    ahead = [*coming(engine)]
    for event in later:
        now = max(now, engine.due or now) if isinstance(event, ev.Tick) else now
        if not engine.allows(event, now):
            continue
        shown += engine.handle(event, now)
        ahead += coming(engine)
    texts = [effect.text for effect in shown if isinstance(effect, ShowBeat)]
    texts += [text for effect in shown for text in aloud.spoken(effect)] + ahead
    assert not any("zarquon" in text for text in texts)


@pytest.mark.parametrize("name", NAMES)
def test_own_words_are_said_where_nobody_closes(name: str) -> None:
    """The test above does not hold because there are none."""
    engine = Engine(repertoire(session(name), 0, mine=Mine(words=OWN)))
    shown = list(engine.handle(ev.Begin(Track.DIRECT), 0.0))
    while engine.run.state is not State.ENDED:
        event = next(each for each in GOING_ON if engine.allows(each, 0.0))
        shown += engine.handle(event, 0.0)
    beats = [effect for effect in shown if isinstance(effect, ShowBeat) and "zarquon" in effect.text]
    assert beats
    assert all(effect.beat.direct for effect in beats)
