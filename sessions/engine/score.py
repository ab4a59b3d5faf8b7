"""A session laid out on a time axis: segments of beats between gates.

`lay_out` expands parts and cuts each section at its check-points. The engine plays a score and never looks
at the session again, so a score is the one place where lengths are added up. All durations are seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from sessions.model import Session
from sessions.value import Kind, Value
from sessions.written import (
    START,
    Bell,
    Breathe,
    CheckIn,
    Choose,
    Mark,
    Notice,
    Option,
    PlainStep,
    Quiet,
    Say,
    Step,
    Tone,
    Track,
    Use,
)

Parts: TypeAlias = Mapping[str, tuple[PlainStep, ...]]


class BeatKind(Kind):
    """What a beat shows."""

    SAY = "say"
    """A prompt, then stillness."""
    QUIET = "quiet"
    """Stillness, with or without a reminder."""
    BREATHE = "breathe"
    """An optional pacer with its alternative."""


class Beat(Value):
    """One prompt plus the stillness after it; its seconds cover both."""

    kind: BeatKind
    wordings: tuple[str, ...]
    """At least one; a quiet beat without a reminder has an empty one."""
    length: float
    start: float
    """Seconds from the start of its segment."""
    direct: bool = False
    """Belongs to the direct track."""
    waits: bool = False
    """Ends only when the person moves on."""
    tags: tuple[str, ...] = ()
    less: str | None = None
    guide: str | None = None
    inhale: float = 0.0
    exhale: float = 0.0
    at: Mark = START


class Ring(Value):
    """A bell at a boundary; takes no time."""

    tone: Tone
    strikes: int = 1


class Branch(Value):
    """What one option of a fork plays."""

    text: str
    items: tuple[Beat | Ring, ...]


class Fork(Value):
    """A question whose options play different beats of the same length; waits for ever."""

    text: str
    branches: tuple[Branch, ...]
    start: float


Item: TypeAlias = Beat | Ring | Fork


class GateKind(Kind):
    """What is asked where a segment ends."""

    CHECK_IN = "check_in"
    NOTICE = "notice"


class Gate(Value):
    """A check-point at the end of a segment; waits for ever."""

    kind: GateKind
    text: str
    at: Mark = START


class Segment(Value):
    """A stretch of items up to and including its gate; the last of a section has none."""

    items: tuple[Item, ...]
    gate: Gate | None
    length: float


class Section(Value):
    """A section of a session, as its file names it."""

    name: str
    track: Track | None
    """None for arriving and landing."""
    onset: float
    """Seconds of beats from the start of the session."""
    segments: tuple[Segment, ...]


class Score(Value):
    """A whole session, ready to be played."""

    arriving: tuple[Segment, ...]
    """Every segment ends with a gate."""
    tracks: Mapping[Track, tuple[Segment, ...]]
    """As many segments on each track, each as long as its twin; the last has no gate."""
    landing: Segment
    if_skipped: Track
    pace: int = 120
    """Words a minute for the reading time of a smaller ask."""

    @property
    def has_direct(self) -> bool:
        """Whether there is a direct track to choose."""
        return Track.DIRECT in self.tracks

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in the order of a file; both tracks begin at the same onset."""
        start = sum(segment.length for segment in self.arriving)
        tracks = [track for track in (Track.DIRECT, Track.INDIRECT) if track in self.tracks]
        return (
            Section("arriving", None, 0.0, self.arriving),
            *(Section(track.value, track, start, self.tracks[track]) for track in tracks),
            Section("landing", None, self.length - self.landing.length, (self.landing,)),
        )

    @property
    def length(self) -> float:
        """Seconds of beats from arriving to the end of landing, on either track."""
        sections = (*self.arriving, *self.tracks[Track.INDIRECT], self.landing)
        return sum(segment.length for segment in sections)


def length_of(step: Step, parts: Parts) -> float:
    """Seconds of beats in a step; bells, gates and unknown parts take none.

    The options of a `choose` last equally long in a checked session; the longest counts.
    """
    match step:
        case Say() | Quiet() | Breathe():
            return step.length
        case Use():
            return step.repeat * duration(parts.get(step.part, ()), parts)
        case Choose():
            return max((duration(option.steps, parts) for option in step.options), default=0.0)
        case Bell() | CheckIn() | Notice():
            return 0.0
        case _:
            assert_never(step)


def duration(steps: Iterable[Step], parts: Parts) -> float:
    """Seconds of beats in a list of steps."""
    return sum(length_of(step, parts) for step in steps)


def lay_out(session: Session) -> Score:
    """The score of a checked session."""
    parts = session.parts
    tracks = {Track.INDIRECT: _segments(session.indirect, parts, direct=False)}
    if session.direct:
        tracks[Track.DIRECT] = _segments(session.direct, parts, direct=True)
    arriving = _segments(session.arriving, parts, direct=False)
    if arriving and arriving[-1].gate is None and not arriving[-1].items:
        arriving = arriving[:-1]
    (landing,) = _segments(session.landing, parts, direct=False)
    if_skipped = session.if_skipped if session.direct else Track.INDIRECT
    return Score(arriving, tracks, landing, if_skipped, session.pace)


def line_up(steps: Iterable[PlainStep], parts: Parts = {}, *, direct: bool = False) -> tuple[Item, ...]:  # noqa: B006  # never written to
    """The items of a list of steps without check-points, as a short form or a part is played."""
    return tuple(_items(steps, parts, 0.0, direct=direct))


def straight(score: Score) -> tuple[Item, ...]:
    """Arriving, the indirect track and landing as one list of items, with no gate and no fork in between.

    This is how Floor Under You is offered after *too much* or *far away*: nothing is asked on the way.
    """
    sections = (*score.arriving, *score.tracks[Track.INDIRECT], score.landing)
    return tuple(item for segment in sections for item in segment.items if not isinstance(item, Fork))


def starting_at(items: tuple[Item, ...], elapsed: float) -> tuple[Item, ...]:
    """The items from the beat or fork that starts at, or just before, `elapsed` seconds.

    Bells that stand before that beat are left out: they belong to a moment that has passed. At the very
    start nothing has passed, and everything is kept.
    """
    if elapsed <= 0:
        return items
    timed = [i for i, item in enumerate(items) if not isinstance(item, Ring) and item.start <= elapsed]
    return items[timed[-1] :] if timed else items


def _segments(steps: Iterable[Step], parts: Parts, *, direct: bool) -> tuple[Segment, ...]:
    groups: list[tuple[list[PlainStep | Choose], Gate | None]] = [([], None)]
    for step in steps:
        held, _ = groups[-1]
        if isinstance(step, CheckIn | Notice):
            kind = GateKind.NOTICE if isinstance(step, Notice) else GateKind.CHECK_IN
            groups[-1] = (held, Gate(kind, step.text, step.at))
            groups.append(([], None))
        else:
            held.append(step)
    return tuple(
        Segment(tuple(_items(held, parts, 0.0, direct=direct)), gate, duration(held, parts))
        for held, gate in groups
    )


def _items(
    steps: Iterable[PlainStep | Choose], parts: Parts, start: float, *, direct: bool
) -> Iterator[Item]:
    for step in steps:
        match step:
            case Say():
                if step.bell is not None:
                    yield Ring(step.bell)
                yield _say(step, start, direct=direct)
            case Quiet():
                yield Beat(BeatKind.QUIET, (step.reminder,), step.length, start, direct=direct, at=step.at)
            case Breathe():
                yield _breathe(step, start, direct=direct)
            case Bell():
                yield Ring(step.tone, step.strikes)
            case Choose():
                yield _fork(step, parts, start, direct=direct)
            case Use():
                once = parts[step.part]
                yield from _items(once * step.repeat, parts, start, direct=direct)
            case _:
                assert_never(step)
        start += length_of(step, parts)


def _say(step: Say, start: float, *, direct: bool) -> Beat:
    return Beat(
        BeatKind.SAY,
        (step.text, *step.wordings),
        step.length,
        start,
        direct=direct,
        waits=step.until_ready,
        tags=step.tags,
        less=step.less,
        guide=step.guide,
        at=step.at,
    )


def _breathe(step: Breathe, start: float, *, direct: bool) -> Beat:
    return Beat(
        BeatKind.BREATHE,
        (step.or_else,),
        step.length,
        start,
        direct=direct,
        tags=("breath",),
        inhale=step.inhale,
        exhale=step.exhale,
        at=step.at,
    )


def _fork(step: Choose, parts: Parts, start: float, *, direct: bool) -> Fork:
    def branch(option: Option) -> Branch:
        items = _items(option.steps, parts, start, direct=direct)
        return Branch(option.text, tuple(item for item in items if not isinstance(item, Fork)))

    return Fork(step.text, tuple(branch(option) for option in step.options), start)
