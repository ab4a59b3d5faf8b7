"""A session's picture in the terminal: drawn with block characters, or in words for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.durations import clock_face, in_short, in_words
from sessions.engine.score import BeatKind, GateKind
from sessions.export.timeline import BellMark, Block, GateMark, Lane, Timeline
from sessions.naming import quoted

NARROWEST = 60
"""The least width of a picture, in columns."""
LABEL = 10
"""Columns for the names at the left."""
LEVELS = "▁▂▃▄▅▆▇█"
"""The lowest for stillness, then one level for every ten words a minute or part of ten."""
STEP = 10.0
GATES = {GateKind.CHECK_IN: "◇", GateKind.NOTICE: "◆", None: "?"}
"""The signs of the care guide, and one for an author's own question."""
BELL = "•"
LEGEND = f"{LEVELS[0]} stillness  {LEVELS[3]} 30 words a minute  ◇ check-in  ◆ noticing  {BELL} bell"
QUESTION_LEGEND = "  ? question"
MISSING = "×"
"""Marks time that a track lacks."""
MISSING_LEGEND = f"  {MISSING} missing"
TICKS = (5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0)
"""Seconds between two marks of the axis; the first that leaves room for the numbers is used."""
TICK_ROOM = 12
"""The least distance between two numbers, in columns."""


def drawn(picture: Timeline, columns: int) -> list[str]:
    """The picture, `columns` wide: the title, the lanes on one time axis, and a legend."""
    asks = any(gate.kind is None for lane in picture.lanes for gate in lane.gates)
    return [
        f"{picture.title}, {in_short(picture.length)}",
        "",
        *lanes_drawn(picture, columns),
        "",
        LEGEND + (QUESTION_LEGEND if asks else "") + (MISSING_LEGEND if picture.uneven else ""),
        *([] if picture.sound else ["", *what_differs(picture)]),
    ]


def what_differs(picture: Timeline) -> Iterator[str]:
    """A line for each length that is wrong; none for a valid session."""
    for number, direct, indirect in picture.uneven:
        yield f"Segment {number} lasts {in_short(direct)} in direct, and {in_short(indirect)} in indirect."
    if picture.promised != picture.length:
        promised, real = in_short(picture.promised), in_short(picture.length)
        longest = ", on the longer track" if picture.uneven else ""
        yield f"The length says {promised}; the steps last {real}{longest}. `ajar fit` can even that out."
    elif picture.uneven:
        yield "`ajar fit` can even that out."


def lanes_drawn(picture: Timeline, columns: int) -> list[str]:
    """The axis and the lanes, each with a line of signs above it if it has any."""
    width = max(NARROWEST, columns) - LABEL - 1
    axis = f"{'':{LABEL}}{_axis(picture.length, width)}"
    rows = [row for lane in picture.lanes for row in _lane(lane, picture.length, width)]
    return [row.rstrip() for row in (axis, *rows)]


def told(picture: Timeline) -> Iterator[str]:
    """The same in words, one fact per line, without a drawing."""
    yield f"{picture.title}, {in_words(picture.length)}."
    for lane in picture.lanes:
        yield ""
        yield f"{lane.name.capitalize()}, from {in_short(lane.start)} to {in_short(lane.end)}."
        # At the same time, a bell comes before its beat, and a question after the beat it follows.
        marks = [*((b.at, 1, _bell(b)) for b in lane.bells), *((g.at, 0, _gate(g)) for g in lane.gates)]
        beats = [
            *((block.start, 2, _beat(block)) for block in lane.blocks),
            *((gap.start, -1, f"missing, {in_short(gap.length)}.") for gap in lane.gaps),
        ]
        for at, _, words in sorted((*marks, *beats), key=lambda entry: entry[:2]):
            yield f"{in_short(at)}: {words}"
    if not picture.sound:
        yield from ("", *what_differs(picture))


def ticks(length: float, room: float) -> tuple[float, ...]:
    """Round times for an axis that has room for `room` numbers."""
    step = next((tick for tick in TICKS if length / tick <= room), TICKS[-1])
    return tuple(number * step for number in range(int(length / step) + 1))


def _axis(length: float, width: int) -> str:
    """The axis with times at round intervals; a number that would stick out at the end is moved left."""
    cells = [" "] * (width + 1)
    free = 0
    for tick in ticks(length, width / TICK_ROOM):
        text = clock_face(tick)
        at = min(_column(tick, length, width), width + 1 - len(text))
        if at >= free:
            cells[at : at + len(text)] = text
            free = at + len(text) + 1
    return "".join(cells)


def _lane(lane: Lane, length: float, width: int) -> Iterator[str]:
    signs = [" "] * (width + 1)
    for bell in lane.bells:
        signs[_column(bell.at, length, width)] = BELL
    for gate in lane.gates:
        signs[_column(gate.at, length, width)] = GATES[gate.kind]
    if lane.bells or lane.gates:
        yield f"{'':{LABEL}}{''.join(signs)}"
    cells = (_cell(lane, column * length / width, (column + 1) * length / width) for column in range(width))
    yield f"{lane.name:<{LABEL}}{''.join(cells)}"


def _cell(lane: Lane, start: float, end: float) -> str:
    middle = (start + end) / 2
    if not lane.start <= middle < lane.end:
        return " "
    if any(gap.start <= middle < gap.start + gap.length for gap in lane.gaps):
        return MISSING
    density = lane.density_at(start, end)
    return " " if density is None else level(density)


def level(density: float) -> str:
    """The block character for so many words a minute."""
    steps = 0 if density <= 0 else 1 + int((density - 0.001) / STEP)
    return LEVELS[min(len(LEVELS) - 1, steps)]


def _column(at: float, length: float, width: int) -> int:
    return min(width, round(at * width / length))


def _beat(block: Block) -> str:
    if block.kind is BeatKind.QUIET:
        reminder = f", with the reminder {quoted(block.text)}" if block.text else ""
        return f"stillness, {in_short(block.length)}{reminder}."
    name = "breath, or" if block.kind is BeatKind.BREATHE else "prompt,"
    lasts = "until the person goes on" if block.waits else in_short(block.length)
    return f"{name} {_words(block.words)}, {lasts}: {block.text}"


def _words(number: int) -> str:
    return "1 word" if number == 1 else f"{number} words"


def _bell(bell: BellMark) -> str:
    times = f", {bell.strikes} strikes" if bell.strikes > 1 else ""
    return f"bell, {bell.tone.value}{times}."


def _gate(gate: GateMark) -> str:
    if gate.options:
        return f"question: {gate.text} Options: {'; '.join(gate.options)}."
    name = "noticing pause" if gate.kind is GateKind.NOTICE else "check-in"
    return f"{name}{f': {gate.text}' if gate.text else '.'}"
