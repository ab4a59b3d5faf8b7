"""Makes each step from the values of its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sessions.reading.nodes import MapNode
from sessions.reading.records import Context, Record
from sessions.text_time import reading_time
from sessions.written import (
    Bell,
    Breathe,
    CheckIn,
    Choose,
    Mark,
    Notice,
    Own,
    Quiet,
    Say,
    Step,
    Tone,
    Use,
)

Maker: TypeAlias = "Callable[[Context, Record, MapNode, Mark], Step | None]"
"""Reports keys of a step that exclude each other, and gives None then."""


def _say(context: Context, record: Record, node: MapNode, at: Mark) -> Say | None:
    get = record.values.get
    waits = get("until") == "ready"
    if waits and "for" in node.entries:
        message = "`for` and `until: ready` do not go together"
        context.faults.add("E218", node.entries["for"].key.span, message, "keep one of the two")
        return None
    text, wordings = get("say", ""), get("or", ())
    length = (
        0.0 if waits else get("for") or max(reading_time(each, context.pace) for each in (text, *wordings))
    )
    tone, own = get("bell"), get("own")
    return Say(
        text,
        length,
        until_ready=waits,
        wordings=wordings,
        bell=Tone(tone) if tone else None,
        tags=get("tags", ()),
        less=get("less"),
        guide=get("guide"),
        own=Own(own) if own else None,
        at=at,
    )


def _breathe(_context: Context, record: Record, _node: MapNode, at: Mark) -> Breathe:
    values = record.values
    inhale, exhale = values["breathe"]
    return Breathe(inhale, exhale, values.get("for") or 3 * (inhale + exhale), values["or_else"], at)


def _quiet(_context: Context, record: Record, _node: MapNode, at: Mark) -> Quiet:
    return Quiet(record.values["quiet"], record.values.get("reminder", ""), at)


def _bell(_context: Context, record: Record, _node: MapNode, at: Mark) -> Bell:
    return Bell(Tone(record.values["bell"]), record.values.get("strikes", 1), at)


def _check_in(_context: Context, record: Record, _node: MapNode, at: Mark) -> CheckIn:
    return CheckIn(record.values.get("check_in", ""), at)


def _notice(_context: Context, record: Record, _node: MapNode, at: Mark) -> Notice:
    return Notice(record.values.get("notice", ""), at)


def _choose(_context: Context, record: Record, _node: MapNode, at: Mark) -> Choose:
    return Choose(record.values["choose"], record.values["options"].steps, at)


def _use(_context: Context, record: Record, _node: MapNode, at: Mark) -> Use:
    return Use(record.values["use"], record.values.get("repeat", 1), at)


CONSTRUCTORS: dict[str, Maker] = {
    "say": _say,
    "quiet": _quiet,
    "bell": _bell,
    "breathe": _breathe,
    "check_in": _check_in,
    "notice": _notice,
    "choose": _choose,
    "use": _use,
}
"""By verb; each is called only when every required key has been read."""
