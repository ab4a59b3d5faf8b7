"""Faults as SARIF 2.1.0, the format that code hosts and editors exchange findings in.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from sessions.check import Checked
from sessions.faults import WHOLE_FILE, Fault, Span, severity_of
from sessions.reports.fault_pages import PAGES
from sessions.reports.plain_path import plain_path

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""Bytes that stand for themselves in the path of a URI (RFC 3986, section 2.3)."""


def as_sarif(files: Iterable[Checked], version: str = "") -> dict[str, Any]:
    """One run with a rule for each id that was found; `version` is that of the program."""
    faults = [fault for checked in files for fault in checked.faults]
    rules = sorted({fault.id for fault in faults})
    driver: dict[str, Any] = {"name": "ajar", "rules": [_rule(id_) for id_ in rules]}
    if version:
        driver["version"] = version
    results = [_result(fault, rules.index(fault.id)) for fault in faults]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(id_: str) -> dict[str, Any]:
    page = PAGES[id_]
    text = f"Not: {page.bad}\nBut: {page.good}"
    markdown = f"Instead of\n\n```yaml\n{page.bad}\n```\n\nwrite\n\n```yaml\n{page.good}\n```\n"
    return {
        "id": id_,
        "shortDescription": {"text": page.meaning},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": "error" if severity_of(id_).fails else "warning"},
    }


def _result(fault: Fault, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(fault.path)}
    if fault.span != WHOLE_FILE:
        place["region"] = _region(fault.span)
    result = {
        "ruleId": fault.id,
        "ruleIndex": index,
        "level": "error" if fault.severity.fails else "warning",
        "message": {"text": fault.message + (f"\nhelp: {fault.help}" if fault.help else "")},
        "locations": [{"physicalLocation": place}],
    }
    if fault.edit is not None:
        result["fixes"] = [_fix(fault.path, fault.edit.span, fault.edit.text)]
    return result


def _fix(path: str, span: Span, text: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(span), "insertedContent": {"text": text}}
    return {"artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [replacement]}]}


def _region(span: Span) -> dict[str, int]:
    """A span as a SARIF region, which counts in the same way: from 1, with an exclusive end column."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    uri = "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"
        for byte in os.fsencode(plain_path(path.replace(os.sep, "/")))
    )
    return {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}
