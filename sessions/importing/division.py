"""Beats divided over the sections of a session: by their places in time, unless headings say more.

The first fifth, at most a minute, arrives; the last part, at most a minute as well, lands. What lies between
is the track, with a check-point every two and a half minutes or so. Cuts fall before a prompt if one is near,
and never so that kind words arrive or land.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from sessions.importing.beats import DraftBeat
from sessions.written import Quiet, Say

ARRIVING_SHARE, LANDING_SHARE = 0.2, 0.15
MOST_SHARED = 60.0
"""Seconds of arriving, and of landing."""
LEAST_LANDING = 15
"""Seconds that look outward at the end (care guide rule 18)."""
SEGMENT_SECONDS = 150
"""Half of what may pass without a check-point, so that landing has room as well (care guide rule 5)."""
NEAR_SECONDS = 30
"""How far from its place a cut may be, to fall before a prompt."""
SHORTEST_SESSION = 10
"""Seconds; see the field `length` of `sessions.reading.fields`."""


@dataclass(frozen=True, slots=True)
class Division:
    """Which beats stand where."""

    arriving: tuple[DraftBeat, ...]
    track: tuple[tuple[DraftBeat, ...], ...]
    """Segment by segment, none empty."""
    landing: tuple[DraftBeat, ...]

    @property
    def seconds(self) -> int:
        """The length of the session."""
        return _seconds(
            (*self.arriving, *(beat for segment in self.track for beat in segment), *self.landing)
        )

    def untagged(self) -> Division:
        """The same, where nobody can tell which beats are kind."""
        plain = (tuple(replace(beat, kind=False) for beat in segment) for segment in self.track)
        return replace(self, track=tuple(plain))


def divide(beats: Sequence[DraftBeat]) -> Division:
    """Every beat in its order; kind words stay between arriving and landing, with stillness to land in."""
    beats = [*beats, *_room(beats)]
    low, high = _between(beats)
    if any(beat.section for beat in beats):
        one, other = _by_headings(beats)
    else:
        one, other = _by_time(beats)
    one, other = min(one, low), max(other, high)
    if one >= other:  # nothing was left for a track
        one = other - 1
    middle = beats[one:other]
    whole = _seconds(middle)
    count = min(-(-whole // SEGMENT_SECONDS), len(middle))
    wanted = [whole * number / count for number in range(1, count)]
    cuts = [0, *_cuts(middle, wanted), len(middle)]
    segments = tuple(tuple(middle[start:end]) for start, end in pairwise(cuts))
    return Division(tuple(beats[:one]), segments, tuple(beats[other:]))


def _between(beats: Sequence[DraftBeat]) -> tuple[int, int]:
    """From the first kind beat to behind the last one; where there is none, all cuts are free."""
    kind = [number for number, beat in enumerate(beats) if beat.kind]
    return (kind[0], kind[-1] + 1) if kind else (len(beats), 0)


def _by_time(beats: Sequence[DraftBeat]) -> tuple[int, int]:
    """Where arriving ends and landing begins."""
    if len(beats) == 2:  # one for the track, one to land with
        return 0, 1
    whole = _seconds(beats)
    arriving = min(MOST_SHARED, whole * ARRIVING_SHARE)
    landing = min(MOST_SHARED, max(LEAST_LANDING, whole * LANDING_SHARE))
    one, other = _cuts(beats, [arriving, whole - landing])
    return one, other


def _by_headings(beats: Sequence[DraftBeat]) -> tuple[int, int]:
    """What stands under `Arriving` arrives, up to the first other beat; the same from the end for landing."""
    one = next((at for at, beat in enumerate(beats) if beat.section != "arriving"), len(beats) - 2)
    last = next((at for at, beat in enumerate(reversed(beats)) if beat.section != "landing"), 1)
    return min(one, len(beats) - 2), min(len(beats) - last, len(beats) - 1)


def _room(beats: Sequence[DraftBeat]) -> list[DraftBeat]:
    """Stillness behind beats that are too few, too short, or kind up to the end."""
    if len(beats) == 1 or beats[-1].kind:
        return [DraftBeat(Quiet(float(LEAST_LANDING)), section="landing" if beats[-1].section else "")]
    missing = SHORTEST_SESSION - _seconds(beats)
    return [DraftBeat(Quiet(float(missing)))] if missing > 0 else []


def _cuts(beats: Sequence[DraftBeat], wanted: Sequence[float]) -> list[int]:
    """Where to cut near the wanted seconds, in order; nothing between two cuts or outside them is empty.

    There are more beats than cuts.
    """
    onsets = list(accumulate((beat.seconds for beat in beats), initial=0))
    cuts: list[int] = []
    for number, second in enumerate(wanted):
        low, high = (cuts[-1] if cuts else 0) + 1, len(beats) - (len(wanted) - number) + 1
        away = {at: abs(onsets[at] - second) for at in range(low, high)}
        near = [at for at in away if isinstance(beats[at].step, Say) and away[at] <= NEAR_SECONDS]
        cuts.append(min(near or away, key=away.__getitem__))
    return cuts


def _seconds(beats: Sequence[DraftBeat]) -> int:
    return sum(beat.seconds for beat in beats)
