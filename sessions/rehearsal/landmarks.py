"""The places in a session that a rehearsal can go to, and how one is found again after the file changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sessions.engine.score import Score, Section, Segment
from sessions.engine.state import Leg, Repertoire, Run, State
from sessions.rehearsal.playthrough import Said, Stop, course
from sessions.written import Track


@dataclass(frozen=True, slots=True)
class Landmark:
    """The beginning of a section, or a check-point in it."""

    leg: Leg
    track: Track | None
    """The track, if the place is on one."""
    at: float
    """Seconds of beats from the start of the session."""
    segment: int | None = None
    """The segment whose end is the check-point; None for the beginning of the section."""
    text: str = ""
    """The question there; empty for the app's own words."""

    @property
    def section(self) -> str:
        """The name of its section, as in the file."""
        return section_name(self.leg, self.track)

    def is_at(self, stop: Stop) -> bool:
        """Whether a stop is at this place."""
        run = stop.run
        if run.leg is not self.leg or (self.leg is Leg.TRACK and run.track is not self.track):
            return False
        return self.segment is None or (stop.is_check_point and run.segment == self.segment)


@dataclass(frozen=True, slots=True)
class Route:
    """A stop, and the track to begin on to reach it."""

    track: Track | None
    stop: Stop


@dataclass(frozen=True, slots=True)
class Count:
    """The number of a stop among those of its kind, counted from 1."""

    number: int
    of: int


def section_name(leg: Leg, track: Track | None) -> str:
    """The section of the file that a leg plays; a short form and Floor Under You have names of their own."""
    if leg is Leg.TRACK and track is not None:
        return track.value
    return {Leg.FORM: "short form", Leg.FLOOR: "floor under you"}.get(leg, leg.value)


def landmarks(score: Score) -> tuple[Landmark, ...]:
    """All sections with their check-points, in the order of a file."""
    return tuple(
        mark
        for section in score.sections
        for mark in _in_section(section.segments, _leg_of(section), section.track, section.onset)
    )


def _leg_of(section: Section) -> Leg:
    return Leg.TRACK if section.track is not None else Leg(section.name)


def way_to(rep: Repertoire, track: Track | None, said: Sequence[Said], landmark: Landmark) -> Route | None:
    """A way to a landmark: the one taken so far, if it leads there, or else a plain one.

    On the plain way, which is on the landmark's own track, every question is skipped.
    """
    for begun_on, told in ((track, said), (landmark.track or track, ())):
        for stop in course(rep, begun_on, told):
            if landmark.is_at(stop):
                return Route(begun_on, stop)
    return None


def is_at(stop: Stop, run: Run, said: tuple[Said, ...]) -> bool:
    """Whether a run with these events is at a stop."""
    other = stop.run
    here = (other.leg, other.segment, other.state, len(other.played))
    return stop.said == said and here == (run.leg, run.segment, _state(run), len(run.played))


def position(stops: Sequence[Stop], run: Run, said: tuple[Said, ...]) -> int:
    """The number of the stop a run is at, counted from 0; 0 if it is at none of them."""
    return next((number for number, stop in enumerate(stops) if is_at(stop, run, said)), 0)


def counted(stops: Sequence[Stop], number: int) -> Count | None:
    """Which beat of its section a stop is, or which check-point of the way; None for other questions."""
    stop = stops[number]
    if stop.is_beat:
        section = _section(stop)
        alike = [at for at, each in enumerate(stops) if each.is_beat and _section(each) == section]
    else:
        alike = [at for at, each in enumerate(stops) if each.is_check_point]
    return Count(alike.index(number) + 1, len(alike)) if number in alike else None


def most_like(stops: Sequence[Stop], run: Run, said: tuple[Said, ...]) -> Stop:
    """The stop of a changed session that is most like the one a run was at.

    The section counts most, then the kind (a beat or which question), then the words, then the segment, then
    the number in it. So a prompt is found again after lines were added before it, or its words were changed.
    """

    def likeness(stop: Stop) -> tuple[bool, bool, bool, bool, int, bool]:
        other = stop.run
        return (
            (other.leg, other.track) == (run.leg, run.track),
            other.state is _state(run),
            _words(other) == _words(run),
            other.segment == run.segment,
            -abs(len(other.played) - len(run.played)),
            stop.said == said,
        )

    return max(stops, key=likeness)


def _in_section(
    segments: Sequence[Segment], leg: Leg, track: Track | None, start: float
) -> Iterator[Landmark]:
    yield Landmark(leg, track, start)
    for number, segment in enumerate(segments):
        start += segment.length
        if segment.gate is not None:
            yield Landmark(leg, track, start, number, segment.gate.text)


def _section(stop: Stop) -> tuple[Leg, Track | None]:
    return stop.run.leg, stop.run.track if stop.run.leg is Leg.TRACK else None


def _state(run: Run) -> State:
    return State.BEAT if run.state is State.PAUSED else run.state


def _words(run: Run) -> str:
    """The words by which a beat or an author's question is recognised."""
    if run.beat is not None:
        return run.beat.wordings[0]
    return run.fork.text if run.fork is not None else ""
