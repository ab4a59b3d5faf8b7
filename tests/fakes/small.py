"""Small sessions with short prompts: `a1` arrives, `d1` is direct, `i1` indirect, `z1` lands."""

from __future__ import annotations

from collections.abc import Mapping

from sessions.engine.events import FORMS, Way
from sessions.engine.score import Item, lay_out, line_up
from sessions.engine.state import Repertoire
from sessions.model import Session
from sessions.written import Bell, CheckIn, Choose, Mark, Notice, Option, Quiet, Say, Tone, Track

FORM_TEXTS: Mapping[Way, tuple[str, str]] = {way: (f"{way.value} 1", f"{way.value} 2") for way in FORMS}

TWO_TRACKS = Session(
    title="two tracks",
    length=160.0,
    arriving=(Bell(Tone.BOWL), Say("a1", 10.0), Say("a2", 10.0), CheckIn("how is it?")),
    direct=(
        Say("d1", 20.0, less="less of d1"),
        Quiet(10.0),
        Say("d2", 30.0),
        CheckIn("and now?"),
        Say("d3", 20.0),
        Say("d4", 40.0),
    ),
    indirect=(
        Say("i1", 15.0),
        Say("i2", 15.0),
        Say("i3", 30.0),
        CheckIn("and now?"),
        Say("i4", 30.0),
        Quiet(30.0, "i5"),
    ),
    landing=(Say("z1", 10.0), Say("z2", 10.0), Bell(Tone.BOWL, 2)),
)
"""Arriving 20 s, two segments of 60 s on each track, landing 20 s."""

INDIRECT_ONLY = TWO_TRACKS.changed(title="indirect only", direct=())

NOTICING = TWO_TRACKS.changed(
    title="with noticing",
    arriving=(Say("a1", 10.0), CheckIn("early?"), Say("a2", 10.0), Notice("anything?")),
)
"""Two gates in arriving, the second one a noticing pause."""

FORKED = TWO_TRACKS.changed(
    title="forked",
    length=100.0,
    direct=(
        Say("d1", 10.0),
        Choose(
            "which?",
            (
                Option("left", (Say("left 1", 20.0), Say("left 2", 20.0))),
                Option("right", (Say("right 1", 30.0), Bell(Tone.WOOD), Quiet(10.0, "right 2"))),
            ),
        ),
        Say("d2", 10.0),
    ),
    indirect=(
        Say("i1", 5.0),
        Choose(
            "what?",
            (
                Option("near", (Say("near 1", 25.0), Say("near 2", 15.0))),
                Option("far", (Say("far 1", 15.0), Say("far 2", 25.0))),
            ),
        ),
        Say("i2", 15.0),
    ),
)
"""One segment of 60 s on each track; a fork at 10 s on the direct one, at 5 s on the other, 40 s long."""

WAITING = TWO_TRACKS.changed(
    title="waits",
    arriving=(Say("a1", 20.0), Say("ready?", 0.0, until_ready=True), CheckIn("how is it?")),
)

WORDED = TWO_TRACKS.changed(
    title="many wordings",
    arriving=(
        *(Say(f"a{i}", 5.0, wordings=(f"a{i} or", f"a{i} else"), at=Mark(10 + i, 1)) for i in range(4)),
        CheckIn("how is it?"),
    ),
)


def form(way: Way) -> tuple[Item, ...]:
    """A short form of 12 s."""
    first, second = FORM_TEXTS[way]
    return line_up((Bell(Tone.CHIME), Say(first, 7.0), Say(second, 5.0)))


FLOOR = line_up((Say("floor 1", 9.0), Say("floor 2", 6.0)))


def repertoire(
    session: Session = TWO_TRACKS, *, seed: int = 0, if_skipped: Track | None = None
) -> Repertoire:
    """A session with small forms and a small floor."""
    if if_skipped is not None:
        session = session.changed(if_skipped=if_skipped)
    return Repertoire(lay_out(session), {way: form(way) for way in FORMS} | {Way.FLOOR: FLOOR}, seed)
