"""What `ajar check` prints: the same faults for a person, a screen reader, an editor or a machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any

from sessions.check import Checked
from sessions.faults import WHOLE_FILE, Fault, Severity
from sessions.reports.plain_path import plain_path
from sessions.unsafe import visible

MOST_SHOWN = 50
"""Faults of one file that are shown; the rest are counted."""


class Format(Enum):
    """How faults are printed."""

    FULL = "full"
    """With the line as written and carets under the place."""
    CONCISE = "concise"
    """One line for each fault, for editors and `grep`."""
    JSON = "json"
    """One list, for programs."""
    GITHUB = "github"
    """Annotations of a workflow run."""
    SARIF = "sarif"
    """The exchange format of code hosts and editors."""
    PLAIN = "plain"
    """Sentences without drawing, for screen readers: the count first, then line by line."""
    SUMMARY = "summary"
    """One line for each id, with how often and in how many files."""


FOR_MACHINES = (Format.JSON, Format.SARIF)


def report(files: Iterable[Checked], style: Format) -> Iterator[str]:
    """The lines of a report, without line ends; safe to print."""
    if style in FOR_MACHINES:
        yield _for_machines(files, style)
        return
    if style is Format.SUMMARY:
        yield from _told_by_id(files)
        return
    if style is Format.PLAIN:
        yield from _told_by_ear(files)
        return
    show, count, fixable, found = _SHOW[style], 0, 0, dict.fromkeys(Severity, 0)
    for checked in files:
        count += 1
        for fault in checked.faults:
            found[fault.severity] += 1
            fixable += fault.edit is not None
        for fault in checked.faults[:MOST_SHOWN]:
            yield from show(fault)
        more = len(checked.faults) - MOST_SHOWN
        if more > 0 and style is not Format.GITHUB:
            yield f"{visible(checked.path)}: and {more} more"
    if style is Format.FULL:
        yield _summary(count, found, fixable)


def _told_by_id(files: Iterable[Checked]) -> Iterator[str]:
    from sessions.reports.by_id import by_id  # noqa: PLC0415  # it brings the pages of all ids along

    held = list(files)
    yield from by_id(held)
    yield _summary(len(held), _severities(held))


def _told_by_ear(files: Iterable[Checked]) -> Iterator[str]:
    from sessions.reports.by_ear import by_ear  # noqa: PLC0415  # a sound file needs none

    held = list(files)
    fixable = sum(fault.edit is not None for checked in held for fault in checked.faults)
    yield _summary(len(held), _severities(held), fixable)
    yield from by_ear(held, MOST_SHOWN)


def _severities(files: Iterable[Checked]) -> dict[Severity, int]:
    found = dict.fromkeys(Severity, 0)
    for checked in files:
        for fault in checked.faults:
            found[fault.severity] += 1
    return found


def _for_machines(files: Iterable[Checked], style: Format) -> str:
    import json  # noqa: PLC0415  # 5 ms that the other formats do not need

    if style is Format.JSON:
        return json.dumps([_as_dict(fault) for checked in files for fault in checked.faults], indent=2)
    from sessions.reports.sarif import as_sarif  # noqa: PLC0415  # it brings the pages of all ids along

    return json.dumps(as_sarif(files, _version()), indent=2)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  # slow, and seldom asked

    try:
        return version("ajar-player")
    except PackageNotFoundError:
        return ""


def _summary(files: int, found: dict[Severity, int], fixable: int = 0) -> str:
    counts = [_count(number, *_COUNTED[severity]) for severity, number in found.items() if number]
    can_mend = f"; `ajar fix` can mend {fixable:,}" if fixable else ""
    return f"{_count(files, 'file', 'files')}, {', '.join(counts) or NO_FAULT}{can_mend}"


NO_FAULT = "no fault found; what the words do to somebody was not judged"


_COUNTED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WORDING: ("wording error", "wording errors"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _full(fault: Fault) -> Iterator[str]:
    from sessions.reports.excerpt import excerpt  # noqa: PLC0415  # a sound file needs none

    yield f"{fault.severity.value}[{fault.id}]: {fault.message}"
    if fault.span == WHOLE_FILE:
        yield f" --> {visible(fault.path)}"
        margin = " "
    else:
        line, carets = excerpt(fault)
        number = str(fault.span.line)
        margin = " " * len(number)
        yield f"{margin}--> {_where(fault)}"
        yield f"{margin} |"
        yield f"{number} | {line}"
        yield f"{margin} | {carets}"
    if fault.help:
        yield f"{margin} = help: {fault.help}"
    yield ""


def _concise(fault: Fault) -> Iterator[str]:
    help_ = f" ({fault.help})" if fault.help else ""
    yield f"{_where(fault)}: {fault.severity.value}[{fault.id}]: {fault.message}{help_}"


def _github(fault: Fault) -> Iterator[str]:
    kind = "error" if fault.severity.fails else "warning"
    span = fault.span
    places = {"file": visible(plain_path(fault.path)), "line": span.line, "endLine": span.end_line}
    if span.end_line == span.line:
        places |= {"col": span.column, "endColumn": max(span.column, span.end_column - 1)}
    places["title"] = fault.id
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    text = fault.message + (f"\nhelp: {fault.help}" if fault.help else "")
    yield f"::{kind} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _where(fault: Fault) -> str:
    return f"{visible(fault.path)}:{fault.span.line}:{fault.span.column}"


def _as_dict(fault: Fault) -> dict[str, Any]:
    line, column, end_line, end_column = fault.span
    return {
        "path": fault.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "severity": fault.severity.value,
        "id": fault.id,
        "message": fault.message,
        "help": fault.help,
        "fix": {**fault.edit.span._asdict(), "text": fault.edit.text} if fault.edit else None,
    }


_SHOW: dict[Format, Callable[[Fault], Iterator[str]]] = {
    Format.FULL: _full,
    Format.CONCISE: _concise,
    Format.GITHUB: _github,
}
