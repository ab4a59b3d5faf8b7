"""Lays out a session as a picture: four lanes on one time axis, one for each section.

It is made from the score, so it shows the lengths that the engine plays. All times are seconds of beats from
the start of the session; check-points and bells take none. At an author's own question, the first option is
drawn. Where the tracks differ in length between two check-points, the shorter one has a gap, so that twins
begin at the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sessions.engine.score import Beat, BeatKind, Fork, GateKind, Item, Ring, Segment, lay_out
from sessions.model import Session
from sessions.text_time import words_in
from sessions.written import Tone, Track

GENTLE = 50.0
"""The most words a minute over a whole session (care guide rule 17)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A beat: a prompt and the stillness after it, or stillness alone."""

    start: float
    length: float
    """0 for a beat that waits for the person."""
    kind: BeatKind
    text: str
    """Its first wording; empty for bare stillness."""
    waits: bool = False

    @property
    def words(self) -> int:
        """Words of the prompt or the reminder."""
        return words_in(self.text)

    @property
    def density(self) -> float:
        """Words a minute; 0 where there are no words, and where the beat has no length."""
        return self.words * 60 / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True)
class BellMark:
    """A bell."""

    at: float
    tone: Tone
    strikes: int


@dataclass(frozen=True, slots=True)
class GateMark:
    """A check-point or, if it has options, an author's own question; waits without limit."""

    at: float
    text: str
    """Empty for the app's own words."""
    kind: GateKind | None = None
    """None for an author's own question."""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapMark:
    """Time that a segment lacks to be as long as its twin on the other track."""

    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One section."""

    name: str
    start: float
    end: float
    blocks: tuple[Block, ...]
    bells: tuple[BellMark, ...]
    gates: tuple[GateMark, ...]
    gaps: tuple[GapMark, ...] = ()

    def density_at(self, start: float, end: float) -> float | None:
        """Words a minute in a stretch of time; None where the lane has nothing there."""
        if end <= self.start or start >= self.end:
            return None
        shares = [
            (max(0.0, min(end, block.start + block.length) - max(start, block.start)), block.density)
            for block in self.blocks
        ]
        covered = sum(share for share, _ in shares)
        return sum(share * density for share, density in shares) / covered if covered else 0.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lanes of a session; the two tracks take the same stretch of time."""

    title: str
    length: float
    lanes: tuple[Lane, ...]
    promised: float
    """What the session says it lasts."""
    uneven: tuple[tuple[int, float, float], ...] = ()
    """Segments that are not as long as their twins: the number, the seconds on the direct track, and on the
    indirect one."""

    @property
    def sound(self) -> bool:
        """Whether all lengths add up as they must."""
        return not self.uneven and self.promised == self.length


def timeline(session: Session) -> Timeline:
    """The picture of a session; its lengths may be faulty, but nothing else."""
    score = lay_out(session)
    tracks = [track for track in (Track.DIRECT, Track.INDIRECT) if track in score.tracks]
    lengths = list(zip(*([part.length for part in score.tracks[track]] for track in tracks), strict=True))
    shared = [max(twins) for twins in lengths]
    track_start = sum(segment.length for segment in score.arriving)
    landing_start = track_start + sum(shared)
    lanes = (
        _lane("arriving", score.arriving, 0.0),
        *(_lane(track.value, score.tracks[track], track_start, shared) for track in tracks),
        _lane("landing", (score.landing,), landing_start),
    )
    uneven = tuple(
        (number, twins[0], twins[-1]) for number, twins in enumerate(lengths, 1) if min(twins) != max(twins)
    )
    return Timeline(session.title, landing_start + score.landing.length, lanes, session.length, uneven)


def _lane(name: str, segments: Sequence[Segment], start: float, shared: Sequence[float] = ()) -> Lane:
    """The lane of a section; `shared` has, for each segment, the length of the longer twin."""
    found: list[Block | BellMark | GateMark | GapMark] = []
    at = start
    for number, segment in enumerate(segments):
        found += _placed(segment.items, at)
        length = shared[number] if shared else segment.length
        if length > segment.length:
            found.append(GapMark(at + segment.length, length - segment.length))
        at += length
        if segment.gate is not None:
            found.append(GateMark(at, segment.gate.text, segment.gate.kind))
    return Lane(
        name,
        start,
        at,
        tuple(each for each in found if isinstance(each, Block)),
        tuple(each for each in found if isinstance(each, BellMark)),
        tuple(each for each in found if isinstance(each, GateMark)),
        tuple(each for each in found if isinstance(each, GapMark)),
    )


def _placed(
    items: Iterable[Item], start: float, at: float | None = None
) -> Iterator[Block | BellMark | GateMark]:
    """The items of a segment that starts at `start`, with their times; the first item begins at `at`."""
    at = start if at is None else at
    for item in items:
        match item:
            case Ring():
                yield BellMark(at, item.tone, item.strikes)
            case Beat():
                yield Block(start + item.start, item.length, item.kind, item.wordings[0], item.waits)
                at = start + item.start + item.length
            case Fork():
                yield GateMark(at, item.text, options=tuple(branch.text for branch in item.branches))
                placed = list(_placed(item.branches[0].items, start, at))
                yield from placed
                ends = [block.start + block.length for block in placed if isinstance(block, Block)]
                at = max(ends, default=at)
