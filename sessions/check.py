"""A file in, a session or its faults out; the one door to reading session files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sessions.decode import Draft, Steps, decode_file
from sessions.faults import WHOLE_FILE, Fault, Faults, Severity, quoted
from sessions.files import MOST_BYTES, read_text, unified
from sessions.model import Eyes, PlainStep, Session, Track
from sessions.nodes import Sequence
from sessions.structure import check_structure
from sessions.syntax import read_tree
from sessions.unsafe import visible


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a file."""

    path: str
    session: Session | None
    """Every rule of the format holds for it; None for a faulty file and for a file of parts."""
    parts: dict[str, tuple[PlainStep, ...]] | None
    """The parts of a session or of a parts file, those of `parts_from` included; None for a faulty file."""
    faults: tuple[Fault, ...]
    """In the order of the file, errors and advice; those of files it takes parts from come last."""

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that keep it from being played."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)


def check_file(path: str | Path) -> Checked:
    """Read and check a session or parts file; never raises for anything the path may lead to."""
    name = os.fspath(path)
    faults = Faults(name, [])
    text = read_text(name, faults)
    if text is None:
        return Checked(name, None, None, faults.in_order())
    return _check(text, name, faults)


def check_text(text: str, path: str = "<text>") -> Checked:
    """Check the text of a session or parts file; `path` names it, and `parts_from` is looked up beside it."""
    faults = Faults(path, [])
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        faults.add(
            "E102", WHOLE_FILE, "the file is larger than 256 KiB", "leave out what is no part of the session"
        )
        return Checked(path, None, None, faults.in_order())
    return _check(unified(text), path, faults)


class FaultyFileError(Exception):
    """A file that had to be sound is not; the message is its first fault, on one line."""

    def __init__(self, fault: Fault) -> None:
        """Keeps the fault."""
        super().__init__(f"{visible(fault.path)}:{fault.span.line}: {fault.message}")
        self.fault = fault


def load_parts(path: str | Path) -> dict[str, tuple[PlainStep, ...]]:
    """The parts of a parts file, by name.

    Raises:
        FaultyFileError: the file cannot be read, has an error, or is a session.
    """
    checked = check_parts(path)
    if checked.parts is None:
        raise FaultyFileError(checked.errors[0])
    return checked.parts


def check_parts(path: str | Path) -> Checked:
    """Read and check a file of parts; a session file is a fault here."""
    checked = check_file(path)
    if checked.session is None or checked.parts is None:
        return checked
    fault = Fault("E317", "this is a session, not a file of parts", WHOLE_FILE, path=checked.path)
    return Checked(checked.path, None, None, (fault, *checked.faults))


def _check(text: str, path: str, faults: Faults) -> Checked:
    faults.lines = text.split("\n")
    tree = read_tree(text, faults)
    draft = decode_file(tree, faults) if tree is not None else None
    if draft is None:
        return Checked(path, None, None, faults.in_order())
    foreign = _Foreign(path, draft, faults)
    foreign.read()
    check_structure(draft, foreign.parts, faults, all_known=foreign.whole)
    found = (*faults.in_order(), *foreign.faults)
    if any(fault.severity is Severity.ERROR for fault in found):
        return Checked(path, None, None, found)
    parts = {name: steps.steps for name, steps in {**foreign.parts, **draft.parts}.items()}
    session = None if draft.is_parts_file else _session(draft, parts)
    return Checked(path, session, parts, found)


class _Foreign:
    """The parts of other files."""

    def __init__(self, path: str, draft: Draft, faults: Faults) -> None:
        self.parts: dict[str, Steps] = {}
        self.whole = True
        """Every file of `parts_from` could be read."""
        self.faults: list[Fault] = []
        self._path = path
        self._draft = draft
        self._own = faults

    def read(self) -> None:
        """Read each file of `parts_from`."""
        entry = self._draft.root.entries.get("parts_from")
        if entry is None or self._draft.is_parts_file:
            return
        names = self._draft.values.get("parts_from")
        if names is None or not isinstance(entry.value, Sequence):
            self.whole = False
            return
        for name, node in zip(names, entry.value.items, strict=True):
            self._read_one(name, node.span)

    def _read_one(self, name: str, span: Any) -> None:
        found = _beside(self._path, name)
        if found is None:
            self.whole = False
            message = f"{quoted(name)} is not in the folder of this file, or below it"
            self._own.add(
                "E316", span, message, "write a relative path without `..`, such as `care/senses.yaml`"
            )
            return
        checked = check_parts(found)
        if checked.parts is None:
            self.whole = False
            self._cannot_use(name, span, checked)
            return
        for part, steps in checked.parts.items():
            self._add(part, Steps(steps, whole=True), name, span)

    def _cannot_use(self, name: str, span: Any, checked: Checked) -> None:
        first = checked.errors[0]
        if first.span == WHOLE_FILE and first.id in {"E101", "E102", "E103", "E317"}:
            self._own.add("E317", span, f"{quoted(name)} cannot be used: {first.message}")
        else:
            self.faults.extend(checked.faults)

    def _add(self, part: str, steps: Steps, name: str, span: Any) -> None:
        if part in self._draft.parts:
            place = self._draft.part_marks[part].span
            message = f"the part {quoted(part)} is also in {quoted(name)}"
            self._own.add("E318", place, message, "give one of the two another name")
        elif part in self.parts:
            message = f"the part {quoted(part)} of {quoted(name)} is also in a file named before it"
            self._own.add("E318", span, message, "give one of the two another name")
        else:
            self.parts[part] = steps


def _beside(path: str, name: str) -> str | None:
    """The path of a parts file, if it lies in the folder of the session's file or below, links followed."""
    if "\\" in name or "\0" in name or Path(name).is_absolute() or ".." in Path(name).parts:
        return None
    try:
        folder = Path(path).resolve().parent
        inside = (folder / name).resolve().is_relative_to(folder)
    except (OSError, RuntimeError, ValueError):
        return None
    return os.path.join(os.path.dirname(path), name) if inside else None  # noqa: PTH118, PTH120  # keeps the path as the person wrote it


def _session(draft: Draft, parts: dict[str, tuple[PlainStep, ...]]) -> Session:
    values, sections = draft.values, draft.sections
    kept = {
        name: values[name]
        for name in ("about", "by", "license", "language", "pace", "reflect")
        if name in values
    }
    return Session(
        title=values["title"],
        length=values["length"],
        arriving=sections["arriving"].steps,
        direct=sections["direct"].steps if "direct" in sections else (),
        indirect=sections["indirect"].steps,
        landing=sections["landing"].steps,
        parts=parts,
        if_skipped=Track(values.get("if_skipped", Track.INDIRECT.value)),
        eyes=Eyes(values.get("eyes", Eyes.EITHER.value)),
        **kept,
    )
