"""Writes beats as lines of a session file."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.durations import written
from sessions.importing.beats import DraftBeat
from sessions.written import Bell, Say
from sessions.yaml_text import scalar


def beat_lines(beat: DraftBeat) -> Iterator[str]:
    """The items of a list of steps; a kind one is tagged `direct`."""
    yield from (f"  # {no_order(remark)}" for remark in beat.remarks)
    for bell in beat.bells:
        yield from _bell_lines(bell)
    length = written(beat.step.length)
    if isinstance(beat.step, Say):
        yield f"  - say: {scalar(beat.step.text)}"
        yield f"    for: {length}"
        if beat.kind:
            yield "    tags: [direct]"
    else:
        yield f"  - quiet: {length}"
        if beat.step.reminder:
            yield f"    reminder: {scalar(beat.step.reminder)}"


def no_order(remark: str) -> str:
    """A remark changed so that the checker does not read it as a comment such as `# allow: W601`."""
    return remark.replace("allow:", "allow :")


def _bell_lines(bell: Bell) -> Iterator[str]:
    yield f"  - bell: {bell.tone.value}"
    if bell.strikes > 1:
        yield f"    strikes: {bell.strikes}"
