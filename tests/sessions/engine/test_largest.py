"""The largest session that is allowed plays like a small one: counted in bytes and calls, never in time."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from sessions.check import check_text
from sessions.engine.engine import Engine
from sessions.engine.events import Back, Begin, Event, Feeling, Less, Next, Noticing, Pause, Report, SetPace
from sessions.engine.stack import NOTHING, Stack, stack_of
from sessions.engine.state import Repertoire, State
from sessions.reading.fields import MOST_SECONDS
from sessions.reading.measure import MOST_PLAYED
from sessions.rehearsal.playthrough import course
from sessions.repertoire import repertoire
from tests.counting import calls_made

SMALL = 10
FRAME = 4
"""Steps beside the prompts of the track."""


def text(prompts: int, how: str, length: int) -> str:
    """A session with so many prompts between two check-points."""
    track = "".join(f"  - say: There may be sound {number}.\n    {how}\n" for number in range(prompts))
    return (
        f"format: 1\ntitle: large\nlength: {length}s\n"
        "arriving:\n  - say: Eyes may be open or lowered.\n    for: 5s\n  - check_in: And now?\n"
        f"indirect:\n{track}  - quiet: 5s\nlanding:\n  - say: This can end here.\n    for: 5s\n"
    )


def waiting(prompts: int) -> str:
    """Prompts that wait take no time, so that steps alone are what there can be too many of."""
    return text(prompts, "until: ready", 15)


def timed(prompts: int) -> str:
    return text(prompts, "for: 1s", prompts + 15)


LARGEST: dict[Callable[[int], str], int] = {waiting: MOST_PLAYED - FRAME, timed: MOST_SECONDS - 15}
"""The most prompts that a session of each kind can have."""


@cache
def prepared(session: str) -> Repertoire:
    checked = check_text(session)
    assert checked.session is not None, checked.errors
    return repertoire(checked.session)


@pytest.mark.parametrize("kind", LARGEST, ids=lambda kind: kind.__name__)
def test_one_prompt_more_is_too_many(kind: Callable[[int], str]) -> None:
    assert check_text(kind(LARGEST[kind])).errors == ()
    assert {fault.id for fault in check_text(kind(LARGEST[kind] + 1)).errors} & {"E313", "E315"}


def middle(rep: Repertoire, prompts: int) -> Engine:
    """An engine in the middle of the track."""
    engine = Engine(rep)
    engine.handle(Begin(), 0.0)
    while len(engine.run.played) < prompts // 2:
        engine.handle(Report(Feeling.SKIP) if engine.run.state is State.CHECK_IN else Next(), 0.0)
    return engine


def bytes_taken(act: Callable[[], object]) -> int:
    """What is allocated at most while something happens."""
    tracemalloc.start()
    act()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


EVENTS: tuple[Event, ...] = (
    Next(),
    Back(),
    Less(),
    Pause(),
    SetPace(2.0),
    Noticing(),
    Report(Feeling.CLOSING),
    Report(Feeling.TOO_MUCH),
)


@pytest.mark.parametrize("measure", [bytes_taken, calls_made])
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
@pytest.mark.parametrize("kind", LARGEST, ids=lambda kind: kind.__name__)
def test_no_event_costs_more_in_the_largest_session(
    kind: Callable[[int], str], event: Event, measure: Callable[[Callable[[], object]], int]
) -> None:
    costs = []
    for prompts in (SMALL, LARGEST[kind]):
        engine = middle(prepared(kind(prompts)), prompts)
        assert engine.allows(event, 0.0)
        costs.append(measure(lambda engine=engine: engine.handle(event, 0.0)))  # type: ignore[misc]
    small, large = costs
    assert 0 < large <= 1.5 * small


def test_the_count_of_bytes_finds_a_copy() -> None:
    stack = stack_of(range(MOST_PLAYED))
    assert bytes_taken(lambda: tuple(stack)) > 10 * bytes_taken(lambda: stack.taken()[1].with_top(0))


@pytest.mark.parametrize("kind", LARGEST, ids=lambda kind: kind.__name__)
def test_the_stops_of_a_rehearsal_share_what_they_can(kind: Callable[[int], str]) -> None:
    def each(prompts: int) -> float:
        rep = prepared(kind(prompts))
        return bytes_taken(lambda: course(rep, None)) / prompts

    assert each(LARGEST[kind]) <= 1.5 * each(SMALL)


def pushing(steps: int) -> str:
    """A session with two finds in each prompt, of several lines, and a comment beside each."""
    prompts = (
        f"  - say: >  # allow: W510 in this test\n      You must hear sound {number},\n"
        "      and you must stay.\n    until: ready\n"
        for number in range(steps)
    )
    return waiting(0).replace("indirect:\n", f"indirect:\n{''.join(prompts)}")


def test_a_check_takes_its_time_by_the_length_of_the_file() -> None:
    for kind in (waiting, timed, pushing):
        few, many = (calls_made(lambda steps=steps: check_text(kind(steps))) for steps in (100, 400))  # type: ignore[misc]  # noqa: B023  # called at once
        assert few < many <= 4.5 * few


def takes(stack: Stack[str]) -> Iterator[str]:
    while stack:
        top, stack = stack.taken()
        yield top


def test_a_pile_gives_back_what_was_put_on_it_and_stays_as_it_was() -> None:
    stack = stack_of("abc")
    more = stack_of("xy", stack).with_top("w")
    assert "".join(takes(more)) == "".join(more) == "wxyabc"
    assert (len(stack), "".join(stack), len(more)) == (3, "abc", 6)
    assert (stack_of("abc"), hash(stack_of("abc"))) == (stack, hash(stack))
    assert stack != more
    assert stack_of(()) == NOTHING
    with pytest.raises(IndexError):
        NOTHING.taken()
