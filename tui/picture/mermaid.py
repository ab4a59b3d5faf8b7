"""A session's picture as a Mermaid gantt chart, for pages that draw those."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sessions.durations import in_short
from sessions.engine.score import BeatKind, GateKind
from sessions.export.timeline import BellMark, Block, GapMark, GateMark, Lane, Timeline

MOST = 48
"""The most characters of a name; longer ones would overflow the chart."""
_NO_NAME = re.compile(r"[:;#,%<>{}\[\]\"`\\]+")
"""Characters that end a name in a chart, or have a special meaning there."""


def mermaid(picture: Timeline) -> str:
    """The chart as the text of a file."""
    head = (
        "gantt",
        f"    title {_name(picture.title)}, {in_short(picture.length)}",
        "    dateFormat x",  # milliseconds; with `X` (seconds), Mermaid reads starts and ends differently
        "    axisFormat %M:%S",
    )
    rows = (row for lane in picture.lanes for row in _section(lane))
    return "\n".join((*head, *rows, ""))


def _section(lane: Lane) -> Iterator[str]:
    yield f"    section {lane.name}"
    entries = [
        *((bell.at, 1, _bell(bell)) for bell in lane.bells),
        *((gate.at, 0, _gate(gate)) for gate in lane.gates),
        *((block.start, 2, _block(block)) for block in lane.blocks),
        *((gap.start, 3, _gap(gap)) for gap in lane.gaps),
    ]
    for _, _, row in sorted(entries, key=lambda entry: entry[:2]):
        yield f"    {row}"


def _block(block: Block) -> str:
    name = _said(block.text) or ("stillness" if block.kind is BeatKind.QUIET else "prompt")
    return f"{name} :{_state(block)}{_moment(block.start)}, {_moment(block.start + block.length)}"


def _gap(gap: GapMark) -> str:
    return f"missing :crit, {_moment(gap.start)}, {_moment(gap.start + gap.length)}"


def _state(block: Block) -> str:
    return "done, " if block.kind is BeatKind.QUIET else ""


def _gate(gate: GateMark) -> str:
    kind = {GateKind.CHECK_IN: "check-in", GateKind.NOTICE: "noticing", None: "question"}[gate.kind]
    words = f"{kind} {_name(gate.text)}".rstrip()
    return f"{words} :milestone, {_moment(gate.at)}, {_moment(gate.at)}"


def _bell(bell: BellMark) -> str:
    strikes = f" {bell.strikes} times" if bell.strikes > 1 else ""
    return f"bell {bell.tone.value}{strikes} :crit, milestone, {_moment(bell.at)}, {_moment(bell.at)}"


def _moment(seconds: float) -> str:
    return str(round(seconds * 1000))


def _said(text: str) -> str:
    """A prompt in quotation marks: a line that begins with `click` or `section` would not be a task."""
    name = _name(text)
    return f"“{name}”" if name else ""


def _name(text: str) -> str:
    plain = " ".join(_NO_NAME.sub(" ", text).split())
    return plain if len(plain) <= MOST else f"{plain[: MOST - 1].rstrip()}…"
