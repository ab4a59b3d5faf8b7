"""Writes a session as a session file, from which the checker reads the same session again.

Parts of other files are written out, and parts that nothing plays are left out. Comments, and whether a
length was written or is a reading time, are not known here: every length is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from sessions.durations import written
from sessions.model import Session
from sessions.written import (
    Bell,
    Breathe,
    CheckIn,
    Choose,
    Eyes,
    Notice,
    PlainStep,
    Quiet,
    Say,
    Step,
    Track,
    Use,
)
from sessions.yaml_text import scalar

SECTIONS = ("arriving", "direct", "indirect", "landing")
USUAL_PACE = 120


def as_yaml(session: Session) -> str:
    """The text of a file."""
    return "".join(f"{line}\n" for line in _lines(session))


def parts_played(session: Session) -> dict[str, tuple[PlainStep, ...]]:
    """The parts that a session plays, in the order of their definition."""
    wanted = [step for name in SECTIONS for step in getattr(session, name)]
    found: set[str] = set()
    for step in wanted:  # the list grows during the loop
        if isinstance(step, Use) and step.part not in found:
            found.add(step.part)
            wanted += session.parts[step.part]
        elif isinstance(step, Choose):
            wanted += (inner for option in step.options for inner in option.steps)
    return {name: steps for name, steps in session.parts.items() if name in found}


def _lines(session: Session) -> Iterator[str]:
    yield "format: 1"
    yield f"title: {scalar(session.title)}"
    for name in ("about", "by", "license"):
        if value := getattr(session, name):
            yield f"{name}: {scalar(value)}"
    yield f"length: {written(session.length)}"
    yield from [f"language: {session.language}"] if session.language != "en" else []
    yield from [f"pace: {session.pace}"] if session.pace != USUAL_PACE else []
    yield from ["if_skipped: direct"] if session.if_skipped is Track.DIRECT else []
    yield from ["eyes: open"] if session.eyes is Eyes.OPEN else []
    if session.reflect:
        yield "reflect:"
        yield from (f"  - {scalar(question)}" for question in session.reflect)
    if parts := parts_played(session):
        yield from ("", "parts:")
        for name, steps in parts.items():
            yield f"  {name}:"
            yield from _steps(steps, 4)
    for name in SECTIONS:
        if steps := getattr(session, name):
            yield from ("", f"{name}:")
            yield from _steps(steps, 2)


def _steps(steps: Iterable[Step], indent: int) -> Iterator[str]:
    for step in steps:
        for number, line in enumerate(_step(step)):
            yield " " * indent + ("  " if number else "- ") + line


def _step(step: Step) -> Iterator[str]:
    """The lines of a step, without the dash before the first."""
    match step:
        case Say():
            yield from _say(step)
        case Quiet():
            yield f"quiet: {written(step.length)}"
            yield from _optional("reminder", step.reminder)
        case Bell():
            yield f"bell: {step.tone.value}"
            yield from [f"strikes: {step.strikes}"] if step.strikes > 1 else []
        case Breathe():
            yield f"breathe: {{in: {written(step.inhale)}, out: {written(step.exhale)}}}"
            yield f"for: {written(step.length)}"
            yield f"or_else: {scalar(step.or_else)}"
        case CheckIn() | Notice():
            key = "check_in" if isinstance(step, CheckIn) else "notice"
            yield f"{key}: {scalar(step.text)}" if step.text else f"{key}:"
        case Choose():
            yield from _choose(step)
        case Use():
            yield f"use: {step.part}"
            yield from [f"repeat: {step.repeat}"] if step.repeat > 1 else []
        case _:
            assert_never(step)


def _say(step: Say) -> Iterator[str]:
    yield f"say: {scalar(step.text)}"
    yield "until: ready" if step.until_ready else f"for: {written(step.length)}"
    if step.wordings:
        yield "or:"
        yield from (f"  - {scalar(text)}" for text in step.wordings)
    yield from [f"bell: {step.bell.value}"] if step.bell else []
    yield from [f"tags: [{', '.join(step.tags)}]"] if step.tags else []
    yield from _optional("less", step.less)
    yield from _optional("guide", step.guide)
    yield from [f"own: {step.own.value}"] if step.own else []


def _choose(step: Choose) -> Iterator[str]:
    yield f"choose: {scalar(step.text)}"
    yield "options:"
    for option in step.options:
        yield f"  - text: {scalar(option.text)}"
        yield "    do:"
        yield from _steps(option.steps, 6)


def _optional(key: str, text: str | None) -> Sequence[str]:
    return [f"{key}: {scalar(text)}"] if text else []
