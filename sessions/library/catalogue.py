"""Lists the sessions of the bundled folder and a person's own, and finds one by name or path.

To be fast, a listing reads only the first bytes of each file, without a YAML parser: a title and a length
that stand there as plain values are enough. Where they do not, and for every session of a person's own,
`settled` checks the whole file later. So a library shows `scan(...)` at once, and settles the entries that
are not `looked` into when it has time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sessions.durations import seconds_in
from sessions.library.bundled import SCRIPTS
from sessions.unsafe import find_unsafe, is_plain, visible

if TYPE_CHECKING:
    from sessions.check import Checked

ENDING = ".session.yaml"
"""The ending of session files that ajar writes."""
ENDINGS = (ENDING, ".session.yml")
"""The endings of session files; of two files with the same name, the one with the first ending is taken."""

MOST_DEEP = 4
"""How many levels of folders below the library's are searched."""

HEAD_BYTES = 2048
"""How much of a file a listing reads: the keys at the top and a few lines of comment."""

KEYS = frozenset({"title", "about", "length"})

# No regular expressions here: compiling a few takes as long as reading all heads of the bundled folder.
NOT_PLAIN_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""Characters with which no plain YAML scalar begins."""


class UnknownSessionError(Exception):
    """There is no such session; the message names the nearest one."""


class Entry(NamedTuple):
    """One line of the library."""

    name: str
    """The file's name without its ending; what `ajar play` takes. Not safe to print."""
    file: str
    """Its path, as text: making ten thousand `Path` objects takes as long as a start."""
    title: str
    """Safe to print; the name, if the head of the file shows no title."""
    length: float | None
    """Seconds; None if the head of the file shows no length."""
    about: str = ""
    """Safe to print; empty if the head of the file does not show it on one line."""
    bundled: bool = False
    fault: str | None = None
    """The first fault, on one line that is safe to print; known once the whole file was checked."""
    looked: bool = False
    """The whole file was checked, not only its head; true of every bundled session."""
    shelf: str = ""
    """The folder it lies in, below that of the library, with `/` between folders; empty for none. Not safe to
    print."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.file)


def scan(*folders: Path) -> list[Entry]:
    """The sessions in these folders and below, in order; a later one replaces an earlier one with its name.

    Args:
        folders: where to look; the bundled ones first.
    """
    return in_order(
        {entry.name: entry for folder in folders for entry in _in_folder(os.fspath(folder))}.values()
    )


def find(wanted: str, *folders: Path) -> Entry:
    """The session with this name or path; names are looked up in the last folder first.

    Raises:
        UnknownSessionError: there is none.
    """
    path = Path(wanted)
    if path.suffix not in (".yaml", ".yml") and not path.is_absolute() and ".." not in path.parts:
        shelf = "" if path.parent == Path() else path.parent.as_posix()
        for folder in reversed(folders):
            for ending in ENDINGS:
                inside = folder / f"{wanted}{ending}"
                if os.path.lexists(inside):
                    return read_entry(os.fspath(inside), shelf)
    by_path = path.parent != Path() or path.suffix in (".yaml", ".yml")
    if by_path or os.path.isfile(wanted):  # noqa: PTH113  # a name may be too long for a path
        return read_entry(wanted)
    raise UnknownSessionError(_unknown(wanted, folders))


def read_entry(file: str, shelf: str = "") -> Entry:
    """What the head of a file on a shelf shows; never raises."""
    name = os.path.basename(file)  # noqa: PTH119  # no path is needed
    name = name.removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])
    head = _head(file)
    length = seconds_in(head.get("length", ""))
    title = head.get("title") or visible(name)
    bundled = os.path.dirname(file) == os.fspath(SCRIPTS)  # noqa: PTH120  # no path is needed
    name = f"{shelf}/{name}" if shelf else name
    about = head.get("about", "")
    return Entry(name, file, title, length or None, about, bundled, looked=bundled, shelf=shelf)


def settled(entry: Entry) -> Entry:
    """The entry after a check of its whole file: title, length and about, or the first fault.

    Takes about a millisecond, and the first time as long as PyYAML takes to load.
    """
    from sessions.check import check_file  # noqa: PLC0415  # a listing of bundled sessions needs no parser

    return as_checked(entry, check_file(entry.file))


def as_checked(entry: Entry, checked: Checked) -> Entry:
    """The entry with the results of a check of its file."""
    entry = entry._replace(looked=True)
    session = checked.session
    if session is not None:
        return entry._replace(title=session.title, length=session.length, about=session.about, fault=None)
    if not checked.errors:
        return entry._replace(fault="this is a file of parts, not a session")
    first = checked.errors[0]
    return entry._replace(fault=f"line {first.span.line}: {first.message}")


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By shelf, length and name; entries without a shelf come first, those without a length last."""
    return sorted(entries, key=_rank)


def _rank(entry: Entry) -> tuple[str, float, str]:
    return (entry.shelf, entry.length or float("inf"), entry.name)


def _in_folder(folder: str, shelf: str = "", deep: int = 0) -> Iterator[Entry]:
    """The sessions of a folder, then those of the folders in it, except hidden ones and symbolic links."""
    inside = f"{folder}{os.sep}"
    names: list[str] = []
    below: list[str] = []
    try:
        with os.scandir(folder) as found:
            for each in found:
                if each.name.startswith("."):
                    continue
                if each.name.endswith(ENDINGS):
                    names.append(each.name)
                elif deep < MOST_DEEP and each.is_dir(follow_symlinks=False):
                    below.append(each.name)
    except OSError:  # no such folder yet, or none that may be read
        return
    for ending in reversed(ENDINGS):  # the first ending comes last, since the last of two equal names is kept
        for name in names:
            if name.endswith(ending):
                yield read_entry(inside + name, shelf)
    for name in below:
        yield from _in_folder(inside + name, f"{shelf}/{name}" if shelf else name, deep + 1)


def _head(file: str) -> dict[str, str]:
    """The plain values at the top level of a file's first bytes."""
    try:
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return {}
    try:
        text = os.read(descriptor, HEAD_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return {}
    finally:
        os.close(descriptor)
    return dict(_values(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")))


def _values(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line, following in pairwise([*lines, " the last line may be cut off"]):
        key, colon, rest = line.partition(": ")
        if colon and key in KEYS and not following.startswith((" ", "\t")):
            value = _scalar(rest.strip())
            if value and (is_plain(value) or not any(find_unsafe(value))):
                yield key, value


def _scalar(written: str) -> str:
    """The text of a plain scalar, or of a quoted one without escapes; empty for anything else."""
    if written[:1] not in NOT_PLAIN_FIRST:
        plain = written.partition(" #")[0].rstrip()
        return "" if ": " in plain or plain.endswith(":") else plain
    quote, inner = written[:1], written[1:-1]
    if quote in ("'", '"') and written.endswith(quote) and quote not in inner and "\\" not in inner:
        return inner
    return ""


def _unknown(wanted: str, folders: Sequence[Path]) -> str:
    from sessions.naming import nearest  # noqa: PLC0415  # only where something went wrong

    known = [entry.name for entry in scan(*folders)]
    near = nearest(wanted, known)
    guess = f" Did you mean `{visible(near)}`?" if near else ""
    return f"there is no session called `{visible(wanted)}`.{guess} `ajar list` shows what there is."
