"""Parts that a session takes from other files: `parts_from`."""

from __future__ import annotations

import os
from collections.abc import Callable

from sessions.faults import WHOLE_FILE, Fault, Faults, Severity, Span
from sessions.naming import quoted
from sessions.reading.decode import Draft, Steps
from sessions.reading.nodes import ListNode
from sessions.reading.project import project_folder
from sessions.value import Value
from sessions.written import PlainStep


class Parts(Value):
    """The result of reading a file of parts."""

    steps: dict[str, tuple[PlainStep, ...]] | None
    """By name; None where the file is faulty."""
    faults: tuple[Fault, ...]


class Included:
    """The parts of other files."""

    def __init__(self, path: str, draft: Draft, faults: Faults) -> None:
        self.parts: dict[str, Steps] = {}
        self.whole = True
        """Every file of `parts_from` could be read."""
        self.paths: tuple[str, ...] = ()
        """Where these files are; those outside the folder that may be read are left out."""
        self.faults: list[Fault] = []
        self._path = path
        self._draft = draft
        self._own = faults

    def read(self, parts_of: Callable[[str], Parts]) -> None:
        """Read each file of `parts_from`; `parts_of` reads one, without following its own `parts_from`."""
        entry = self._draft.root.entries.get("parts_from")
        if entry is None or self._draft.is_parts_file:
            return
        names = self._draft.values.get("parts_from")
        if names is None or not isinstance(entry.value, ListNode):
            self.whole = False
            return
        for name, node in zip(names, entry.value.items, strict=True):
            self._read_one(name, node.span, parts_of)

    def _read_one(self, name: str, span: Span, parts_of: Callable[[str], Parts]) -> None:
        found = _path_of(self._path, name)
        if found is None:
            self.whole = False
            message = f"{quoted(name)} is not in the folder of this file, or below it"
            help_ = "write a relative path without `..`; or put a `.ajar.toml` into a folder above both"
            self._own.add("E316", span, message, help_)
            return
        self.paths += (found,)
        parts = parts_of(found)
        if parts.steps is None:
            self.whole = False
            self._cannot_use(name, span, parts)
            return
        for part, steps in parts.steps.items():
            self._add(part, Steps(steps, whole=True), name, span)
        self.faults.extend(fault for fault in parts.faults if fault.severity is Severity.WORDING)

    def _cannot_use(self, name: str, span: Span, parts: Parts) -> None:
        first = parts.faults[0]
        if first.span == WHOLE_FILE and first.id in {"E101", "E102", "E103", "E317"}:
            self._own.add("E317", span, f"{quoted(name)} cannot be used: {first.message}")
        else:
            self.faults.extend(parts.faults)

    def _add(self, part: str, steps: Steps, name: str, span: Span) -> None:
        if part in self._draft.parts:
            place = self._draft.part_marks[part].span
            message = f"the part {quoted(part)} is also in {quoted(name)}"
            self._own.add("E311", place, message, "give one of the two another name")
        elif part in self.parts:
            message = f"the part {quoted(part)} of {quoted(name)} is also in a file named before it"
            self._own.add("E311", span, message, "give one of the two another name")
        else:
            self.parts[part] = steps


def _path_of(path: str, name: str) -> str | None:
    """The path of a parts file, or None where a session may not read it; symbolic links are followed first.

    A session may read its own folder and those below it; in a project, all folders of the project.
    """
    from pathlib import Path  # noqa: PLC0415  # 3 ms that a session without parts of others does not need

    if "\\" in name or "\0" in name or Path(name).is_absolute():
        return None
    try:
        folder = Path(path).resolve().parent
        found = (folder / name).resolve()
        inside = found.is_relative_to(folder) and ".." not in Path(name).parts
        if not inside:
            root = project_folder(os.fspath(folder))
            inside = root is not None and found.is_relative_to(root)
    except (OSError, RuntimeError, ValueError):
        return None
    return os.path.join(os.path.dirname(path), name) if inside else None  # noqa: PTH118, PTH120  # keeps the path as the person wrote it
