"""A rehearsal without its screen: the events so far, those planned, and every stop of that way."""

from __future__ import annotations

from sessions.engine.engine import Engine
from sessions.engine.events import Back, Event
from sessions.engine.state import Repertoire, Run
from sessions.rehearsal.landmarks import Count, Landmark, counted, is_at, most_like, position, way_to
from sessions.rehearsal.playthrough import Said, Stop, as_said, course, said_after, script
from sessions.written import Track


class Playback:
    """One way through a session: what has happened, and how it would go on.

    Attributes:
        repertoire: what can be played.
        track: the track it begins on; None is to be asked on the way.
        said: the person's events so far.
        stops: all beats and questions of the way: with the events so far, then the planned ones, then skips.
    """

    def __init__(self, repertoire: Repertoire, track: Track | None, told: tuple[Said, ...] = ()) -> None:
        """`told` are answers planned beforehand; they hold until another event happens."""
        self.repertoire = repertoire
        self.track = track
        self.said: tuple[Said, ...] = ()
        self._told = told
        self.stops = self._retold()

    @property
    def ahead(self) -> tuple[Said, ...]:
        """The planned answers that are still to come; none, once another event has happened."""
        count = len(self.said)
        return self._told[count:] if self._told[:count] == self.said else ()

    def hear(self, run: Run, event: Event, now: float) -> None:
        """Note an allowed event that is about to happen to the run."""
        said = said_after(self.said, run, event, now)
        if isinstance(event, Back) and not self._leads_back(said, run, event, now):
            said = (*said, as_said(run, event, now))
        if said != self.said:
            self.said = said
            self.stops = self._retold()

    def come_to(self, stop: Stop) -> None:
        """Take the way that leads to this stop."""
        self.said = stop.said
        self.stops = self._retold()

    def number(self, run: Run) -> int:
        """The number of the stop where a run is, counted from 0."""
        return position(self.stops, run, self.said)

    def count(self, run: Run) -> Count | None:
        """See `landmarks.counted`."""
        return counted(self.stops, self.number(run))

    def neighbour(self, run: Run, step: int) -> Stop | None:
        """The stop `step` stops further on, or back if negative; None beyond the ends."""
        number = self.number(run) + step
        return self.stops[number] if 0 <= number < len(self.stops) else None

    def check_point_from(self, run: Run) -> Stop | None:
        """The check-point a run is at, or the next one; None if none is ahead."""
        return next((stop for stop in self.stops[self.number(run) :] if stop.is_check_point), None)

    def reached(self, landmark: Landmark) -> Stop | None:
        """The stop at a landmark; if only another way leads there, it is taken from now on."""
        way = way_to(self.repertoire, self.track, (*self.said, *self.ahead), landmark)
        if way is None:
            return None
        self.track = way.track
        return way.stop

    def retell(self, repertoire: Repertoire, run: Run) -> Stop:
        """Play a changed session with the same events; gives the stop most like the one where a run is."""
        way, said = (*self.said, *self.ahead), self.said
        self.repertoire = repertoire
        self._told = script(repertoire, self.track, self._told) if self._told else ()
        return most_like(course(repertoire, self.track, way), run, said)

    def _leads_back(self, said: tuple[Said, ...], run: Run, event: Event, now: float) -> bool:
        """Whether these events lead to where the run goes back to; they do not over an author's question."""
        engine = Engine(self.repertoire, run)
        engine.handle(event, now)
        stops = course(self.repertoire, self.track, said)
        return is_at(stops[position(stops, engine.run, said)], engine.run, said)

    def _retold(self) -> tuple[Stop, ...]:
        return course(self.repertoire, self.track, (*self.said, *self.ahead))
