"""Checks a session file: gives the session or its faults. All other code reads session files through here."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from sessions.faults import WHOLE_FILE, Fault, Faults, Severity
from sessions.reading.decode import Draft, decode_file
from sessions.reading.files import MOST_BYTES, read_text, text_of, too_large, unified
from sessions.reading.syntax import read_bundled, read_tree
from sessions.unsafe import visible
from sessions.value import Value
from sessions.written import Eyes, PlainStep, Track

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.model import Session
    from sessions.reading.included import Included, Parts
    from sessions.reading.measure import Measurer


ABOUT_LENGTHS = frozenset({"E304", "E305", "E310", "E313"})
"""Faults in lengths: such a session cannot be played, but its timeline can be drawn."""
ENGLISH = "en"
"""The language of a file that names none."""


class Checked(Value):
    """The result of checking a file."""

    path: str
    session: Session | None
    """None for a faulty file, for a file of parts, and where only a report was wanted."""
    parts: dict[str, tuple[PlainStep, ...]] | None
    """The parts of a session or of a parts file, those of `parts_from` included; None for a faulty file."""
    faults: tuple[Fault, ...]
    """In the order of the file; errors and wording errors of files it takes parts from come last."""
    included: tuple[str, ...] = ()
    """The files it takes parts from, whether they are there or not."""

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that keep it from being played."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    @property
    def wording(self) -> tuple[Fault, ...]:
        """The faults that call for a plain notice before it is played."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.WORDING)

    @property
    def fails(self) -> bool:
        """Whether there is an error of either kind."""
        return any(fault.severity.fails for fault in self.faults)


def check_file(
    path: str | Path, *, for_report: bool = False, despite: frozenset[str] = frozenset(), advised: bool = True
) -> Checked:
    """Read and check a session or parts file; never raises for anything the path may lead to.

    Args:
        path: the file.
        for_report: only the faults are wanted: no session is made, and the code for it is not loaded.
        despite: ids of errors in spite of which a session is made.
        advised: check everything. Without it a file is only read; for the bundled ones, which tests check.
    """
    return _check_path(path, _Wanted(for_report=for_report, despite=despite, advised=advised))


def check_text(text: str, path: str = "<text>") -> Checked:
    """Check the text of a session or parts file; `path` names it, and `parts_from` is looked up beside it."""
    faults = Faults(path, [])
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        too_large(faults)
        return Checked(path, None, None, faults.in_order())
    return _check(unified(text), path, faults)


def check_bytes(content: bytes, path: str) -> Checked:
    """Check these bytes as the content of a file called `path`, which need not exist."""
    faults = Faults(path, [])
    text = text_of(content, faults)
    return Checked(path, None, None, faults.in_order()) if text is None else _check(text, path, faults)


class FaultyFileError(Exception):
    """A file that may have no fault has one; the message is the first, on one line."""

    def __init__(self, fault: Fault) -> None:
        """Keeps the fault."""
        super().__init__(f"{visible(fault.path)}:{fault.span.line}: {fault.message}")
        self.fault = fault


def load_parts(path: str | Path, *, advised: bool = True) -> dict[str, tuple[PlainStep, ...]]:
    """The parts of a parts file, by name; `advised` as for `check_file`.

    Raises:
        FaultyFileError: the file cannot be read, has an error, or is a session.
    """
    checked = _check_path(path, _Wanted(parts_in=ENGLISH, advised=advised))
    if checked.parts is None:
        raise FaultyFileError(checked.errors[0])
    return checked.parts


def check_parts(path: str | Path, language: str = ENGLISH) -> Checked:
    """Read and check a file of parts, which names no language itself; a session file is a fault here."""
    return _check_path(path, _Wanted(parts_in=language))


class _Wanted(Value):
    """What the caller expects of a file, and wants to know."""

    parts_in: str = ""
    """The language of a file that has to hold parts; empty for any session file."""
    for_report: bool = False
    despite: frozenset[str] = frozenset()
    advised: bool = True


def _check_path(path: str | Path, wanted: _Wanted) -> Checked:
    name = os.fspath(path)
    faults = Faults(name, [])
    text = read_text(name, faults)
    if text is None:
        return Checked(name, None, None, faults.in_order())
    return _check(text, name, faults, wanted)


def _check(text: str, path: str, faults: Faults, wanted: _Wanted = _Wanted()) -> Checked:  # noqa: B008  # it never changes
    if not wanted.advised and (bundled := _bundled(text, path)) is not None:
        return bundled
    opened = _open(text, path, faults, parts_in=wanted.parts_in)
    if opened is None:
        return Checked(path, None, None, faults.in_order())
    draft, included = opened.draft, opened.included
    if wanted.parts_in and not draft.is_parts_file:
        fault = Fault("E317", "this is a session, not a file of parts", WHOLE_FILE, path=path)
        return Checked(path, None, None, (fault,))
    from sessions.advice.advise import advise  # noqa: PLC0415  # a bundled session is played without

    advise(draft, included, opened.measurer, faults, opened.language)
    found = (*faults.in_order(), *included.faults)
    if any(fault.severity is Severity.ERROR and fault.id not in wanted.despite for fault in found):
        return Checked(path, None, None, found, included.paths)
    parts = {name: steps.steps for name, steps in {**included.parts, **draft.parts}.items()}
    session = None if draft.is_parts_file or wanted.for_report else _session(draft, parts)
    return Checked(path, session, parts, found, included.paths)


def _bundled(text: str, path: str) -> Checked | None:
    """The content of a bundled file, which is only read: tests and every release check it.

    None if it cannot be read, because somebody changed it: then everything is checked, to say what is wrong.
    """
    faults = Faults(path, text.split("\n"))
    tree = read_bundled(text, faults)
    draft = decode_file(tree, faults) if tree is not None else None
    if draft is None or len(faults):
        return None
    parts = {name: steps.steps for name, steps in draft.parts.items()}
    return Checked(path, None if draft.is_parts_file else _session(draft, parts), parts, ())


class Opened(Value):
    """A file as far as it could be read, and measured."""

    draft: Draft
    included: Included
    measurer: Measurer
    language: str


def open_draft(content: bytes, path: str) -> tuple[Opened, tuple[Fault, ...]] | None:
    """Open a session file to edit its text: the draft and its faults, or None where no draft can be read."""
    faults = Faults(path, [])
    text = text_of(content, faults)
    opened = None if text is None else _open(text, path, faults)
    return None if opened is None else (opened, (*faults.in_order(), *opened.included.faults))


def _open(text: str, path: str, faults: Faults, *, parts_in: str = "") -> Opened | None:
    from sessions.reading.included import Included  # noqa: PLC0415  # a bundled session is played without
    from sessions.reading.structure import check_structure  # noqa: PLC0415  # same

    faults.lines = text.split("\n")
    tree = read_tree(text, faults)
    draft = decode_file(tree, faults) if tree is not None else None
    if draft is None:
        return None
    included = Included(path, draft, faults)
    language = parts_in or draft.values.get("language", ENGLISH)
    if not parts_in:
        included.read(partial(_parts_of, language))
    measurer = check_structure(draft, included.parts, faults, all_known=included.whole)
    return Opened(draft, included, measurer, language)


def _parts_of(language: str, path: str) -> Parts:
    from sessions.reading.included import Parts  # noqa: PLC0415  # loaded already: it asks for them

    checked = check_parts(path, language)
    return Parts(checked.parts, checked.faults)


def _session(draft: Draft, parts: dict[str, tuple[PlainStep, ...]]) -> Session:
    from sessions.model import Session  # noqa: PLC0415  # 8 ms that a report does not need

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
