"""A session's picture as SVG: it follows the reader's light or dark scheme, and has a text alternative."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sessions.durations import clock_face, in_short, in_words
from sessions.engine.score import BeatKind, GateKind
from sessions.export.timeline import GENTLE, BellMark, Block, GapMark, GateMark, Lane, Timeline
from tui.picture.text import ticks, what_differs

LEFT, RIGHT, TOP = 110.0, 30.0, 96.0
AXIS = 820.0
"""Length of the time axis, in SVG user units like all numbers here."""
LANE, GAP = 48.0, 30.0
STILL = 3.0
"""Height of bare stillness."""
FULL = 1.6 * GENTLE
"""Words a minute at which a beat is as high as its lane."""
MOST_TICKS = 12

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
STYLE = """\
.ground { fill: #fbf6ec } .ink { fill: #26211b } .soft { fill: #4d463c } .line { stroke: #a8977b }
.arriving, .landing { fill: #8a8577 } .direct { fill: #a8622a } .indirect { fill: #3f7a5c }
.gate { fill: #fbf6ec; stroke: #26211b } .noticing { fill: #26211b; stroke: #26211b } .bell { fill: #8a5a00 }
.gap { fill: none; stroke: #b3261e; stroke-dasharray: 4 3 }
text { font: 14px system-ui, sans-serif } .title { font-size: 20px; font-weight: 600 }
@media (prefers-color-scheme: dark) {
.ground { fill: #15171e } .ink { fill: #f3ebdd } .soft { fill: #beb5a6 } .line { stroke: #4d5361 }
.arriving, .landing { fill: #8d90a0 } .direct { fill: #e0a060 } .indirect { fill: #7cc29c }
.gate { fill: #15171e; stroke: #f3ebdd } .noticing { fill: #f3ebdd; stroke: #f3ebdd } .bell { fill: #f6ca80 }
}"""


def svg(picture: Timeline) -> str:
    """The picture as the text of a file; well-formed XML with a title and a description."""
    height = TOP + len(picture.lanes) * (LANE + GAP) + 30
    width = LEFT + AXIS + RIGHT
    lines = [
        f'<svg {NAMESPACE} viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="title desc">',
        f'<title id="title">{escape(picture.title)}, {in_words(picture.length)}</title>',
        f'<desc id="desc">{escape(_description(picture))}</desc>',
        f"<style>\n{STYLE}\n</style>",
        f'<rect class="ground" width="{width:g}" height="{height:g}"/>',
        _text(24, 36, f"{picture.title} · {in_short(picture.length)}", "ink title"),
        *_axis(picture, height),
    ]
    for number, lane in enumerate(picture.lanes):
        lines += _lane(lane, picture.length, TOP + number * (LANE + GAP))
    lines.append(_text(24, height - 14, _legend(picture), "soft"))
    return "\n".join((*lines, "</svg>", ""))


def _description(picture: Timeline) -> str:
    lanes = (
        f"{lane.name} from {in_short(lane.start)} to {in_short(lane.end)}, {_counted(lane)}"
        for lane in picture.lanes
    )
    return " ".join((f"Lanes on one time axis: {'; '.join(lanes)}.", *what_differs(picture)))


def _counted(lane: Lane) -> str:
    counts = ((len(lane.blocks), "beat"), (len(lane.gates), "question"), (len(lane.bells), "bell"))
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)


def _legend(picture: Timeline) -> str:
    signs = ["height: words a minute", "◇ check-in", "◆ noticing", "● bell"]
    if any(gate.kind is None for lane in picture.lanes for gate in lane.gates):
        signs.append("square: a question of the author")
    if picture.uneven:
        signs.append("dashed: missing")
    return "   ".join(signs)


def _axis(picture: Timeline, height: float) -> Iterator[str]:
    for tick in ticks(picture.length, MOST_TICKS):
        x = _x(tick, picture.length)
        yield _line(x, TOP - 22, height - 44, 0.5)
        yield _text(x, TOP - 28, clock_face(tick), "soft", anchor="middle")


def _lane(lane: Lane, length: float, top: float) -> Iterator[str]:
    base = top + LANE
    yield f'<g aria-label="{lane.name}">'
    yield _text(LEFT - 14, base - 4, lane.name, "ink", anchor="end")
    for block in lane.blocks:
        yield _block(block, lane.name, length, base)
    for gap in lane.gaps:
        yield _gap(gap, length, base)
    for gate in lane.gates:
        yield _gate(gate, length, top - 8)
    for bell in lane.bells:
        yield _bell(bell, length, top - 8)
    yield "</g>"


def _block(block: Block, name: str, length: float, base: float) -> str:
    x, end = _x(block.start, length), _x(block.start + block.length, length)
    height = max(STILL, min(LANE, LANE * block.density / FULL))
    words = block.text or ("stillness" if block.kind is BeatKind.QUIET else "")
    shape = f'x="{x + 0.5:g}" y="{base - height:g}" width="{max(1.0, end - x - 1):g}" height="{height:g}"'
    return f'<rect class="{name}" {shape} rx="1.5"><title>{_timed(block.start, words)}</title></rect>'


def _gap(gap: GapMark, length: float, base: float) -> str:
    x, end = _x(gap.start, length), _x(gap.start + gap.length, length)
    shape = f'x="{x + 0.5:g}" y="{base - LANE / 2:g}" width="{max(1.0, end - x - 1):g}" height="{LANE / 2:g}"'
    return f'<rect class="gap" {shape}><title>{_timed(gap.start, "missing")}</title></rect>'


def _gate(gate: GateMark, length: float, y: float) -> str:
    x = _x(gate.at, length)
    if gate.kind is None:
        shape, name = f"M{x - 6:g} {y - 6:g}h12v12h-12z", "gate"
    else:
        shape = f"M{x:g} {y - 8:g}l8 8l-8 8l-8 -8z"
        name = "noticing" if gate.kind is GateKind.NOTICE else "gate"
    words = gate.text or ("noticing" if gate.kind is GateKind.NOTICE else "check-in")
    shown = (
        f'<path class="{name}" d="{shape}" stroke-width="1.5"><title>{_timed(gate.at, words)}</title></path>'
    )
    return _line(x, y, y + LANE + 8, 2) + shown


def _bell(bell: BellMark, length: float, y: float) -> str:
    words = f"bell, {bell.tone.value}" + (f", {bell.strikes} strikes" if bell.strikes > 1 else "")
    return (
        f'<circle class="bell" cx="{_x(bell.at, length):g}" cy="{y:g}" r="6">'
        f"<title>{_timed(bell.at, words)}</title></circle>"
    )


def _timed(at: float, words: str) -> str:
    return escape(f"{clock_face(at)} {words}")


def _line(x: float, top: float, bottom: float, width: float) -> str:
    return f'<line class="line" x1="{x:g}" x2="{x:g}" y1="{top:g}" y2="{bottom:g}" stroke-width="{width:g}"/>'


def _text(x: float, y: float, words: str, name: str, *, anchor: str = "start") -> str:
    return f'<text class="{name}" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'


def _x(at: float, length: float) -> float:
    return round(LEFT + AXIS * at / length, 2)
