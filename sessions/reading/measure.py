"""Measures lists of steps: seconds, steps played, bells at both ends.

Every part is measured once, however often it is used, so that parts which use parts cannot make a small file
expensive to check. What cannot be played is reported at the `use` that leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, assert_never

from sessions.faults import Edit, Faults, Span
from sessions.naming import quoted
from sessions.reading.decode import Steps
from sessions.reading.nodes import MapNode
from sessions.written import Bell, Breathe, CheckIn, Choose, Mark, Notice, Quiet, Say, Step, Timed, Use

MOST_NESTED = 8
"""Parts within parts; deeper than this nobody can follow a session on paper."""
MOST_PLAYED = 2000
"""Steps in a part with everything it uses; fifteen minutes hold far fewer."""


class Measure(NamedTuple):
    """The measures of a list of steps."""

    seconds: float = 0.0
    played: int = 0
    """Steps, those of used parts included."""
    depth: int = 0
    """Parts within parts."""
    timed: bool = True
    """Holds anything that takes time or waits."""
    bell_first: bool = False
    bell_last: bool = False
    whole: bool = True
    """False where a length is not known, so that the sum means nothing."""


_UNKNOWN = Measure(whole=False)


class Measurer:
    """Measures lists of steps; knows the parts by name."""

    def __init__(self, faults: Faults, places: Mapping[Mark, MapNode], *, all_known: bool) -> None:
        """`places` are the nodes of this file's steps; without `all_known`, no name counts as unknown."""
        self._faults = faults
        self._places = places
        self._all_known = all_known
        self._parts: dict[str, Steps] = {}
        self._known: tuple[str, ...] = ()
        self._measured: dict[str, Measure] = {}
        self._open: list[str] = []
        """The parts being measured, outermost first."""

    def learn(self, parts: Mapping[str, Steps]) -> None:
        """Add parts and measure each of them."""
        self._parts.update(parts)
        self._known = tuple(self._parts)
        for name in parts:
            self._part(name)

    def place(self, at: Mark, key: str, *, value: bool = False) -> Span:
        """Where a key of a step stands, or its value; the verb where the key is not written."""
        node = self._places.get(at)
        entry = node.entries.get(key) if node is not None else None
        if entry is None:
            return Span(at.line, at.column, at.line, at.column + 1)
        return entry.value.span if value else entry.key.span

    def total(self, steps: Iterable[Step], *, whole: bool = True, rung: bool = False) -> Measure:
        """Measure a list; `rung` says that a bell has rung right before it."""
        seconds, played, depth = 0.0, 0, 0
        timed = bell_first = False
        for step in steps:
            one = self._step(step)
            if rung and one.bell_first:
                self._two_bells(step)
            bell_first = bell_first or (one.bell_first and not timed)
            rung = one.bell_last or (rung and not one.timed)
            seconds += one.seconds
            played += one.played
            depth = max(depth, one.depth)
            timed = timed or one.timed
            whole = whole and one.whole
        return Measure(seconds, played, depth, timed, bell_first, rung, whole)

    def seconds(self, steps: Iterable[Step]) -> float:
        """Seconds of a list that has been measured before; bells are not checked again."""
        return sum(self.length(step) for step in steps)

    def length(self, step: Step) -> float:
        """Seconds of a step that has been measured before."""
        return step.length if isinstance(step, Timed) else self._step(step).seconds

    def options(self, step: Choose) -> list[Measure]:
        """The measures of each option."""
        return [self.total(option.steps) for option in step.options]

    def _step(self, step: Step) -> Measure:
        match step:
            case Say():
                return Measure(step.length, 1, bell_first=step.bell is not None)
            case Quiet() | Breathe():
                return Measure(step.length, 1)
            case Bell():
                return Measure(0.0, 1, timed=False, bell_first=True, bell_last=True)
            case Use():
                return self._use(step)
            case Choose():
                return self._choose(step)
            case CheckIn() | Notice():
                return Measure(0.0, 1)
            case _:
                assert_never(step)

    def _choose(self, step: Choose) -> Measure:
        options = self.options(step)
        return Measure(
            max((option.seconds for option in options), default=0.0),
            1 + sum(option.played for option in options),
            max((option.depth for option in options), default=0),
            bell_last=any(option.bell_last for option in options),
            whole=all(option.whole for option in options),
        )

    def _use(self, step: Use) -> Measure:
        if step.part not in self._parts:
            self._unknown(step)
            return _UNKNOWN
        if step.part in self._open:
            self._round(step)
            return _UNKNOWN
        part = self._part(step.part)
        played = part.played * step.repeat
        if part.depth + 1 > MOST_NESTED or len(self._open) > MOST_NESTED:
            message = f"parts are used within parts more than {MOST_NESTED} deep"
            self._report("E309", step, message, "write some of the steps out")
            return _UNKNOWN
        if played > MOST_PLAYED:
            message = f"this plays {quoted(step.part)} with more than {MOST_PLAYED:,} steps"
            self._report("E315", step, message, "repeat it less often")
            return _UNKNOWN
        if step.repeat > 1 and part.bell_first and part.bell_last:
            message = "repeated, this part rings two bells at the same moment"
            self._report("E312", step, message, "leave out its first bell or its last", key="repeat")
        return part._replace(seconds=part.seconds * step.repeat, played=played, depth=part.depth + 1)

    def _part(self, name: str) -> Measure:
        known = self._measured.get(name)
        if known is not None:
            return known
        if len(self._open) > MOST_NESTED:
            return _UNKNOWN._replace(depth=MOST_NESTED)
        self._open.append(name)
        steps, whole = self._parts[name]
        measure = self.total(steps, whole=whole)
        self._open.pop()
        self._measured[name] = measure
        return measure

    def _unknown(self, step: Use) -> None:
        if not self._all_known:
            return
        guesses, known = self._faults.guesses, self._known
        near = guesses.nearest(step.part, known)
        help_ = (
            f"did you mean `{near}`?" if near else "name it under `parts`, or add its file to `parts_from`"
        )
        span = self.place(step.at, "use", value=True)
        sure = guesses.only_nearest(step.part, known) if step.at in self._places else ""
        edit = Edit(span, sure) if sure else None
        self._faults.add("E307", span, f"there is no part {quoted(step.part)}", help_, edit)

    def _round(self, step: Use) -> None:
        inner = self._open[self._open.index(step.part) + 1 :]
        by_way = f", by way of {', '.join(quoted(name) for name in inner[:3])}" if inner else ""
        self._report(
            "E308", step, f"the part {quoted(step.part)} plays itself{by_way}", "leave this step out"
        )

    def _two_bells(self, step: Step) -> None:
        key = "use" if isinstance(step, Use) else "bell"
        span = self.place(step.at, key)
        self._faults.add(
            "E312", span, "two bells ring at the same moment", "leave one out, or put a `quiet` between"
        )

    def _report(self, id: str, step: Use, message: str, help: str, key: str = "use") -> None:  # noqa: A002  # the names of the fault's own fields
        self._faults.add(id, self.place(step.at, key, value=True), message, help)
