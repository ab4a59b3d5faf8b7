"""The project folder: the nearest one with a file named `.ajar.toml`, from a session's folder upward."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from sessions.reading.files import read_bytes

PROJECT_FILE = ".ajar.toml"
MOST_BYTES = 64 * 1024

OwnWords: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""A project's words: the id of a wording rule, and the phrases it looks for in addition."""

_RULE = re.compile(r"W6\d\d")


def project_folder(folder: str) -> str | None:
    """The nearest folder with a project file, from a folder upward; None where there is none."""
    while True:
        if os.path.isfile(os.path.join(folder, PROJECT_FILE)):  # noqa: PTH113, PTH118  # pathlib takes 3 ms to load
            return folder
        above = os.path.dirname(folder)  # noqa: PTH120  # same
        if above == folder:
            return None
        folder = above


def own_words(path: str) -> OwnWords:
    """The words that the project of a file adds; none where its project file has a fault.

    `ajar check` reports that fault.
    """
    return _words_in(folder_of(path))


def folder_of(path: str) -> str:
    """The folder of a file, from the root on: what is remembered of it holds wherever one is."""
    folder = os.path.dirname(path)  # noqa: PTH120  # pathlib takes 3 ms to load
    try:
        return os.path.join(os.getcwd(), folder)  # noqa: PTH109, PTH118  # same
    except OSError:  # the folder one is in was taken away
        return folder


def forget_words() -> None:
    """Read project files again the next time, since they may have changed."""
    _words_in.cache_clear()


@cache
def _words_in(folder: str) -> OwnWords:
    try:
        found = project_folder(os.path.realpath(folder or os.curdir))
        if found is None:
            return ()
        content = read_bytes(os.path.join(found, PROJECT_FILE), MOST_BYTES)  # noqa: PTH118  # same
        import tomllib  # noqa: PLC0415  # few files lie in a project

        table = tomllib.loads(content.decode("utf-8"))
    except (OSError, ValueError, RecursionError):  # the last where brackets nest too deep
        return ()
    return words_of(table.get("check"))


def words_of(check: Any) -> OwnWords:
    """The well-formed entries under `words` in the table of a project's checks."""
    words = check.get("words") if isinstance(check, dict) else None
    return tuple(_well_formed(words)) if isinstance(words, dict) else ()


def _well_formed(words: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for id_, phrases in words.items():
        if is_rule(id_) and isinstance(phrases, list) and all(map(is_phrase, phrases)):
            yield id_, tuple(phrases)


def is_rule(id_: str) -> bool:
    """Whether an id can be that of a wording rule."""
    return bool(_RULE.fullmatch(id_))


def is_phrase(text: object) -> bool:
    """Whether a text is a word or a few, on one line; a leading `not` would make it an exception."""
    return isinstance(text, str) and bool(re.fullmatch(r"(?!not )[^\n]*[^\W_][^\n]*", text))
