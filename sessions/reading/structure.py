"""The rules that hold between steps: check-points, lengths, bells, parts.

They are what the engine relies on: in a session that passes, a person can change tracks at any check-point,
and the promised length still holds.
"""

from __future__ import annotations

from typing import Any

from sessions.durations import written
from sessions.faults import Faults, Span
from sessions.naming import quoted
from sessions.reading.decode import Draft, Steps
from sessions.reading.fields import MOST_SECONDS, SECTIONS
from sessions.reading.measure import MOST_PLAYED, Measure, Measurer
from sessions.reading.own import check_own
from sessions.written import CheckIn, Choose, Mark, Notice, Step

_TRACKS = ("direct", "indirect")


def check_structure(
    draft: Draft, included: dict[str, Steps], faults: Faults, *, all_known: bool = True
) -> Measurer:
    """Report what is wrong between the steps of a draft; `included` are the parts of other files.

    Without `all_known`, some of those could not be read, and no name of a part is reported as unknown. Gives
    the measurer, which knows all parts.
    """
    measurer = Measurer(faults, draft.places, all_known=all_known and draft.all_parts_known)
    measurer.learn({**included, **draft.parts})
    check_own(draft, faults)
    if draft.is_parts_file:
        return measurer
    sections = _Sections(draft, measurer, faults)
    sections.measure()
    sections.check_top()
    sections.check_arriving()
    sections.check_options()
    sections.check_tracks()
    sections.check_promise()
    return measurer


class _Sections:
    def __init__(self, draft: Draft, measurer: Measurer, faults: Faults) -> None:
        self.draft = draft
        self.measurer = measurer
        self.faults = faults
        self.totals: dict[str, Measure] = {}

    def measure(self) -> None:
        """Measure each section; a bell that ends a track must not meet one that begins the landing."""
        rung = False
        for name in SECTIONS:
            if name in self.draft.sections:
                steps, whole = self.draft.sections[name]
                total = self.measurer.total(steps, whole=whole, rung=rung and name == "landing")
                self.totals[name] = total
                rung = rung or (total.bell_last and name in _TRACKS)
        played = sum(total.played for total in self.totals.values())
        if played > MOST_PLAYED:
            message = f"the session plays {played:,} steps; {MOST_PLAYED:,} are the most"
            self.faults.add("E315", self._key("arriving"), message, "repeat parts less often")

    def check_top(self) -> None:
        """Keys of the file agree with its sections."""
        draft = self.draft
        if draft.values.get("if_skipped") == "direct" and "direct" not in draft.root.entries:
            message = "`if_skipped` is `direct`, but the session has no direct track"
            self.faults.add("E314", self._value("if_skipped"), message, "leave `if_skipped` out")
        if draft.values.get("length", 0.0) > MOST_SECONDS:
            help_ = "write two sessions; short ones are easier to stop and to come back to"
            self.faults.add("E313", self._value("length"), "a session lasts at most 15m", help_)

    def check_arriving(self) -> None:
        """A check-point comes before the first direct prompt, on every path."""
        arriving = self.draft.sections.get("arriving")
        if arriving and arriving.whole and not _is_gate(arriving.steps[-1]):
            last = arriving.steps[-1].at
            help_ = "end it with `- check_in: And now?` or with `- notice: …`"
            self.faults.add(
                "E302", self.draft.verb(last), "`arriving` does not end with a check-point", help_
            )

    def check_options(self) -> None:
        """The options of a question last equally long."""
        for steps, _ in self.draft.sections.values():
            for step in steps:
                if isinstance(step, Choose):
                    self._check_options_of(step)

    def check_tracks(self) -> None:
        """As many check-points on both tracks, and as many seconds between them."""
        if not all(name in self.totals and self.draft.sections[name].whole for name in _TRACKS):
            return
        direct, indirect = (self._segments(name) for name in _TRACKS)
        if len(direct) != len(indirect):
            count = f"`direct` has {_points(len(direct) - 1)}, `indirect` has {_points(len(indirect) - 1)}"
            help_ = "with as many on both tracks, a person can change from one to the other at each"
            self.faults.add("E303", self._key("direct"), count, help_)
            return
        if not all(self.totals[name].whole for name in _TRACKS):
            return
        for number, ((own, at), (twin, other)) in enumerate(zip(direct, indirect, strict=True), 1):
            if own != twin:
                self._uneven(number, own, at, twin, other)

    def check_promise(self) -> None:
        """The length that is shown before the start is the length of a run."""
        promised = self.draft.values.get("length")
        shared = [self.totals.get(name) for name in ("arriving", "landing")]
        tracks = {name: self.totals[name] for name in _TRACKS if name in self.totals}
        if (
            promised is None
            or promised > MOST_SECONDS
            or "indirect" not in tracks
            or not all(part and part.whole for part in shared)
        ):
            return
        if not all(track.whole for track in tracks.values()):
            return
        arriving, landing = (part.seconds for part in shared if part)
        sums = {name: arriving + track.seconds + landing for name, track in tracks.items()}
        if promised in sums.values():
            return
        real, track = sums["indirect"], tracks["indirect"].seconds
        message = f"the length says {written(promised)}, but the steps last {written(real)}"
        sum_ = f"arriving {written(arriving)} + indirect {written(track)} + landing {written(landing)}"
        help_ = f"{sum_} = {written(real)}"
        if len(set(sums.values())) == 1 and real <= MOST_SECONDS:
            help_ += f"; write `length: {written(real)}`, or let `ajar fit` stretch the stillness"
        self.faults.add("E305", self._value("length"), message, help_)

    def _check_options_of(self, step: Choose) -> None:
        measures = self.measurer.options(step)
        if not all(measure.whole for measure in measures):
            return
        for option, measure in zip(step.options[1:], measures[1:], strict=False):
            if measure.seconds != measures[0].seconds:
                message = f"option {quoted(option.text)} lasts {written(measure.seconds)}"
                first = f"option {quoted(step.options[0].text)} {written(measures[0].seconds)}"
                help_ = "make all options equally long, so that the length of the session holds"
                span = self.measurer.place(option.at, "text", value=True)
                self.faults.add("E310", span, f"{message}, {first}", help_)

    def _segments(self, name: str) -> list[tuple[float, Mark]]:
        """Seconds of each segment, and the step that ends it."""
        segments: list[tuple[float, Mark]] = []
        held: list[Step] = []
        steps: tuple[Any, ...] = self.draft.sections[name].steps
        for step in steps:
            held.append(step)
            if _is_gate(step):
                segments.append((self.measurer.seconds(held), step.at))
                held = []
        return [*segments, (self.measurer.seconds(held), steps[-1].at)]

    def _uneven(self, number: int, own: float, at: Mark, twin: float, other: Mark) -> None:
        message = f"segment {number} lasts {written(own)} here and {written(twin)} in `indirect`"
        longer = "shorter" if own > twin else "longer"
        change = f"make this one {written(abs(own - twin))} {longer}"
        help_ = f"{change}, or change the one that ends on line {other.line}; `ajar fit` evens both out"
        self.faults.add("E304", self.draft.verb(at), message, help_)

    def _key(self, name: str) -> Span:
        return self.draft.root.entries[name].key.span

    def _value(self, name: str) -> Span:
        return self.draft.root.entries[name].value.span


def _is_gate(step: Step) -> bool:
    return isinstance(step, CheckIn | Notice)


def _points(count: int) -> str:
    return "1 check-point" if count == 1 else f"{count or 'no'} check-points"
