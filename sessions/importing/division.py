"""Divides beats into the sections of a session: by time, unless headings name the sections.

The first fifth, at most a minute, becomes arriving; the last part, at most a minute as well, becomes landing.
The rest is the track, with a check-point about every two and a half minutes. Cuts are made before a prompt if
one is near, and never so that kind words get into arriving or landing.
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
"""Half of the longest time without a check-point, so that landing fits in too (care guide rule 5)."""
NEAR_SECONDS = 30
"""How many seconds a cut may be moved, to be before a prompt."""
SHORTEST_SESSION = 10
"""Seconds; see the field `length` of `sessions.reading.fields`."""


@dataclass(frozen=True, slots=True)
class Division:
    """The beats of each section."""

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
        """The same with no beat marked as kind, for a language without word lists."""
        plain = (tuple(replace(beat, kind=False) for beat in segment) for segment in self.track)
        return replace(self, track=tuple(plain))


def divide(beats: Sequence[DraftBeat]) -> Division:
    """Divide beats in their order; kind words stay on the track, and landing may get extra stillness."""
    beats = [*beats, *_room(beats)]
    low, high = _between(beats)
    if any(beat.section for beat in beats):
        one, other = _by_headings(beats)
    else:
        one, other = _by_time(beats)
    one, other = min(one, low), max(other, high)
    if one >= other:  # nothing is left for a track
        one = other - 1
    middle = beats[one:other]
    whole = _seconds(middle)
    count = min(-(-whole // SEGMENT_SECONDS), len(middle))
    wanted = [whole * number / count for number in range(1, count)]
    cuts = [0, *_cuts(middle, wanted), len(middle)]
    segments = tuple(tuple(middle[start:end]) for start, end in pairwise(cuts))
    return Division(tuple(beats[:one]), segments, tuple(beats[other:]))


def _between(beats: Sequence[DraftBeat]) -> tuple[int, int]:
    """The indices of the first kind beat and after the last one; without any, all cuts are allowed."""
    kind = [number for number, beat in enumerate(beats) if beat.kind]
    return (kind[0], kind[-1] + 1) if kind else (len(beats), 0)


def _by_time(beats: Sequence[DraftBeat]) -> tuple[int, int]:
    """The indices where arriving ends and landing begins."""
    if len(beats) == 2:  # one for the track, one to land with
        return 0, 1
    whole = _seconds(beats)
    arriving = min(MOST_SHARED, whole * ARRIVING_SHARE)
    landing = min(MOST_SHARED, max(LEAST_LANDING, whole * LANDING_SHARE))
    one, other = _cuts(beats, [arriving, whole - landing])
    return one, other


def _by_headings(beats: Sequence[DraftBeat]) -> tuple[int, int]:
    """The same indices by headings: beats under `Arriving` at the start, under `Landing` at the end."""
    one = next((at for at, beat in enumerate(beats) if beat.section != "arriving"), len(beats) - 2)
    last = next((at for at, beat in enumerate(reversed(beats)) if beat.section != "landing"), 1)
    return min(one, len(beats) - 2), min(len(beats) - last, len(beats) - 1)


def _room(beats: Sequence[DraftBeat]) -> list[DraftBeat]:
    """Stillness to add if there is only one beat, too little time, or a kind beat at the end."""
    if len(beats) == 1 or beats[-1].kind:
        return [DraftBeat(Quiet(float(LEAST_LANDING)), section="landing" if beats[-1].section else "")]
    missing = SHORTEST_SESSION - _seconds(beats)
    return [DraftBeat(Quiet(float(missing)))] if missing > 0 else []


def _cuts(beats: Sequence[DraftBeat], wanted: Sequence[float]) -> list[int]:
    """The indices at which to cut, near the wanted seconds and in order; no piece is empty.

    There must be more beats than cuts.
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
