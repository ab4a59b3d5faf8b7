"""`ajar fit`: stretches the stillness of a session until both tracks are as long as promised.

Only the lengths of prompts and of stillness change, within the limits of the advice: no beat gets longer than
45 s, no prompt shorter than its reading time; a prompt without a length gets one. Steps in parts and options
keep theirs, since a part may be played more than once and options must stay equally long. All lengths are
whole seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from sessions.advice.steps import LONGEST_BEAT
from sessions.authoring.fix import Mended, applied
from sessions.check import ABOUT_LENGTHS, Opened, check_bytes, open_draft
from sessions.durations import written
from sessions.faults import Edit, Fault, Severity, Span
from sessions.reading.fields import MOST_SECONDS
from sessions.reading.files import unified
from sessions.text_time import seconds_to_read
from sessions.written import CheckIn, Notice, Quiet, Say, Step

LEAST_QUIET = 5.0
"""Seconds; stillness is not made shorter than this."""
TRACKS = ("direct", "indirect")
FITTED = frozenset({"E304", "E305"})
"""The faults that a fit mends."""


class CannotFitError(Exception):
    """No change of lengths within the rules is enough; the message is one sentence, safe to print."""


class Change(NamedTuple):
    """A length before and after."""

    section: str
    line: int
    before: float
    after: float


class Fit(NamedTuple):
    """A file with fitted lengths, not yet written."""

    content: bytes
    changes: tuple[Change, ...]
    """In the order of the file; empty where all lengths agree already."""
    faults: tuple[Fault, ...]
    """The same changes as faults with edits, as `applied` takes them."""
    length: float


class _Beat(NamedTuple):
    """A length that may change."""

    span: Span
    now: float
    least: float
    most: float
    is_quiet: bool
    lead: str = ""
    """What to write before the length, where the step has none yet."""


class _Text(NamedTuple):
    """The text of a file."""

    lines: list[str]
    line_end: str


class _Stretch(NamedTuple):
    """The steps between two check-points of a section."""

    section: str
    number: int
    fixed: float
    beats: tuple[_Beat, ...]

    @property
    def now(self) -> float:
        """How long it lasts."""
        return self.fixed + sum(beat.now for beat in self.beats)

    @property
    def least(self) -> float:
        """The shortest it can be."""
        return self.fixed + sum(beat.least for beat in self.beats)

    @property
    def most(self) -> float:
        """The longest it can be."""
        return self.fixed + sum(beat.most for beat in self.beats)


def fit(content: bytes, path: str, length: float | None = None) -> Fit:
    """The file with lengths that add up; `length`, in seconds, replaces the length it promises.

    Raises:
        CannotFitError: it has other faults, or no change of lengths within the rules reaches the promise.
    """
    opened = _opened(content, path)
    promised = opened.draft.values["length"]
    wanted = promised if length is None else length
    if wanted > MOST_SECONDS:
        raise CannotFitError(f"a session lasts at most {written(MOST_SECONDS)}")
    text = _text(content)
    stretches = {name: list(_stretches(opened, name, text)) for name in opened.draft.sections}
    edits = [edit for stretch, to in _targets(stretches, wanted) for edit in _edits(stretch, to)]
    if wanted != promised:
        span = opened.draft.root.entries["length"].value.span
        edits.append((Change("length", span.line, promised, wanted), Edit(span, written(wanted))))
    edits.sort(key=lambda each: each[1].span)
    faults = [
        Fault("E305", "", edit.span, path=path, source=text.lines[edit.span.line - 1], edit=edit)
        for _, edit in edits
    ]
    fitted, _ = applied(content, faults)
    left = [fault for fault in check_bytes(fitted, path).faults if fault.id in FITTED]
    if left:
        raise CannotFitError(left[0].message)
    return Fit(fitted, tuple(change for change, _ in edits), tuple(faults), wanted)


def fitting(planned: Fit, length: float | None, content: bytes, path: str) -> Mended:
    """Fit again, for `mend_file`, and make sure that the result is as planned.

    Raises:
        CannotFitError: the file has changed since then.
    """
    found = fit(content, path, length)
    if found != planned:
        raise CannotFitError("it was saved meanwhile; run the same command again")
    return Mended(found.content, found.faults, check_bytes(found.content, path))


def _text(content: bytes) -> _Text:
    written = content.decode("utf-8")
    line_end = next((end for end in ("\r\n", "\n", "\r") if end in written), "\n")
    return _Text(unified(written).split("\n"), line_end)


def _opened(content: bytes, path: str) -> Opened:
    found = open_draft(content, path)
    if found is None:
        raise CannotFitError("it cannot be read; `ajar check` says why")
    opened, faults = found
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    other = next((fault for fault in errors if fault.id not in ABOUT_LENGTHS - {"E310"}), None)
    if other is not None:
        raise CannotFitError(f"line {other.span.line} has to be mended first: {other.message}")
    if opened.draft.is_parts_file:
        raise CannotFitError("this is a file of parts, which promises no length")
    return opened


def _stretches(opened: Opened, section: str, text: _Text) -> Iterator[_Stretch]:
    held: list[Step] = []
    number = 1
    for step in opened.draft.sections[section].steps:
        if isinstance(step, CheckIn | Notice):
            yield _stretch(opened, section, number, [(step, _beat(opened, step, text)) for step in held])
            held, number = [], number + 1
        else:
            held.append(step)
    yield _stretch(opened, section, number, [(step, _beat(opened, step, text)) for step in held])


def _stretch(
    opened: Opened, section: str, number: int, steps: Sequence[tuple[Step, _Beat | None]]
) -> _Stretch:
    fixed = sum(opened.measurer.length(step) for step, beat in steps if beat is None)
    return _Stretch(section, number, fixed, tuple(beat for _, beat in steps if beat is not None))


def _beat(opened: Opened, step: Step, text: _Text) -> _Beat | None:
    """The length of a step that may change; None for a step that has none."""
    entries = opened.draft.places[step.at].entries
    if isinstance(step, Quiet):
        least = min(step.length, LEAST_QUIET)
        return _Beat(
            entries["quiet"].value.span, step.length, least, max(step.length, LONGEST_BEAT), is_quiet=True
        )
    if not isinstance(step, Say) or step.until_ready:
        return None
    reading = (ceil(seconds_to_read(each)) for each in (step.text, *step.wordings))
    least, most = min(step.length, float(max(reading))), max(step.length, LONGEST_BEAT)
    if "for" in entries:
        return _Beat(entries["for"].value.span, step.length, least, most, is_quiet=False)
    said = entries["say"]
    if said.value.span.line != said.value.span.end_line:
        return None  # after a text of several lines, no place for a new key is certain
    line = said.key.span.line
    end = len(text.lines[line - 1]) + 1
    lead = f"{text.line_end}{' ' * (said.key.span.column - 1)}for: "
    return _Beat(Span(line, end, line, end), step.length, least, most, is_quiet=False, lead=lead)


def _targets(stretches: dict[str, list[_Stretch]], wanted: float) -> Iterator[tuple[_Stretch, float]]:
    """The new length of each stretch: twins equally long, the sum as wanted, as little change as possible."""
    tracks = [stretches[name] for name in TRACKS if name in stretches]
    pairs = [list(pair) for pair in zip(*tracks, strict=True)]
    least = [max(stretch.least for stretch in pair) for pair in pairs]
    most = [min(stretch.most for stretch in pair) for pair in pairs]
    for pair, low, high in zip(pairs, least, most, strict=True):
        if low > high:
            raise CannotFitError(_too_far_apart(pair))
    lasts = [
        min(max(*(stretch.now for stretch in pair), low), high)
        for pair, low, high in zip(pairs, least, most, strict=True)
    ]
    shared = [*stretches["landing"], *reversed(stretches["arriving"])]
    groups = [(pair, low, high) for pair, low, high in zip(pairs, least, most, strict=True)]
    rest = wanted - sum(lasts) - sum(stretch.now for stretch in shared)
    rest, lasts = _spread(rest, lasts, least, most)
    for (pair, _, _), to in zip(groups, lasts, strict=True):
        yield from ((stretch, to) for stretch in pair)
    ends = [stretch.now for stretch in shared]
    for number, stretch in enumerate(shared):
        rest, (ends[number],) = _spread(rest, [stretch.now], [stretch.least], [stretch.most])
        yield stretch, ends[number]
    if rest:
        raise CannotFitError(_out_of_reach(wanted, rest))


def _spread(
    rest: float, now: Sequence[float], least: Sequence[float], most: Sequence[float]
) -> tuple[float, list[float]]:
    """Share out seconds in proportion to the room of each length; gives the rest and the new lengths."""
    rooms = [high - at if rest > 0 else at - low for at, low, high in zip(now, least, most, strict=True)]
    given, whole = min(abs(rest), sum(rooms)), sum(rooms)
    sign = 1 if rest > 0 else -1
    if not given:
        return rest, list(now)
    cuts = [round(given * sum_ / whole) for sum_ in accumulate(rooms, initial=0.0)]
    shares = [after - before for before, after in pairwise(cuts)]
    return rest - sign * given, [at + sign * share for at, share in zip(now, shares, strict=True)]


def _edits(stretch: _Stretch, to: float) -> Iterator[tuple[Change, Edit]]:
    """The changes that make a stretch last `to` seconds: of `quiet` steps first, then of prompts."""
    rest = to - stretch.now
    for quiet in (True, False):
        beats = [beat for beat in stretch.beats if beat.is_quiet is quiet]
        now, least, most = [b.now for b in beats], [b.least for b in beats], [b.most for b in beats]
        rest, after = _spread(rest, now, least, most)
        for beat, length in zip(beats, after, strict=True):
            if length != beat.now:
                change = Change(stretch.section, beat.span.line, beat.now, length)
                yield change, Edit(beat.span, beat.lead + written(length))


def _too_far_apart(pair: Sequence[_Stretch]) -> str:
    longer, shorter = sorted(pair, key=lambda stretch: stretch.least, reverse=True)
    missing = longer.least - shorter.most
    return (
        f"segment {longer.number} of `{longer.section}` cannot be shorter than {written(longer.least)}, and "
        f"that of `{shorter.section}` no longer than {written(shorter.most)}; "
        f"add a `quiet: {written(missing)}` there"
    )


def _out_of_reach(wanted: float, rest: float) -> str:
    reached = written(wanted - rest)
    if rest > 0:
        return (
            f"with all stillness stretched it lasts {reached}; add {written(rest)} of steps, or write "
            f"`length: {reached}`"
        )
    return f"it cannot be shorter than {reached}; leave steps out, or write `length: {reached}`"
