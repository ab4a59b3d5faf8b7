"""Reads which checks a project selects: the table `check` of its `.ajar.toml`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from sessions.naming import nearest
from sessions.reading.project import PROJECT_FILE, folder_of, forget_words, is_phrase, is_rule, project_folder
from sessions.reports.selection import Selection, no_id
from sessions.unsafe import visible
from tui.checks.check_input import SHOWN_STDIN
from tui.exits import Exit, StopError
from tui.own_files import UnusableError, table_of, text_in

LISTS = ("select", "ignore")
SWITCHES = ("errors-only", "strict")
WORDS = "words"
KEYS = (*LISTS, *SWITCHES, WORDS)


def selection_for(path: str) -> Selection:
    """What the project of a file selects; the defaults where it has no project file.

    Raises:
        StopError: the project file has a fault.
    """
    return _selection_in(folder_of("" if path == SHOWN_STDIN else path))


@cache
def _selection_in(folder: str) -> Selection:
    try:
        found = project_folder(os.path.realpath(folder or os.curdir))
    except (OSError, ValueError):  # an impossible path, which the check itself reports
        return Selection()
    return Selection() if found is None else _read(os.path.join(found, PROJECT_FILE))  # noqa: PTH118  # same


def forget_projects() -> None:
    """Forget the project files that were read, since they may have been saved since."""
    forget_words()
    _selection_in.cache_clear()
    _read.cache_clear()


@cache
def _read(path: str) -> Selection:
    try:
        table = table_of(text_in(path, own=False) or "").get("check", {})
    except UnusableError as error:
        raise _fault(path, f"cannot be read: {str(error).lower()}") from None
    if not isinstance(table, dict):
        raise _fault(path, "`check` is a table; begin it with a line `[check]`")
    return _selection(path, table)


def _selection(path: str, table: Mapping[str, Any]) -> Selection:
    for key, value in table.items():
        if key not in KEYS:
            near = nearest(key, KEYS)
            guess = f"; did you mean `{near}`?" if near else f"; there are {', '.join(KEYS)}"
            raise _fault(path, f"`check` has no key `{visible(key)}`{guess}")
        if key in SWITCHES and not isinstance(value, bool):
            raise _fault(path, f"`{key}` is true or false")
        if key in LISTS:
            _look_at_ids(path, key, value)
        if key == WORDS:
            _look_at_words(path, value)
    return Selection(
        tuple(table.get("select", ())),
        tuple(table.get("ignore", ())),
        table.get("errors-only", False),
        table.get("strict", False),
    )


def _look_at_ids(path: str, key: str, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise _fault(path, f'`{key}` is a list of ids, such as ["W508"]')
    for each in value:
        if no_id(each):
            raise _fault(path, f"no id begins with `{visible(each)}` in `{key}`")


def _look_at_words(path: str, value: object) -> None:
    if not isinstance(value, dict):
        raise _fault(path, "`words` is a table of ids; begin it with a line `[check.words]`")
    for id_, phrases in value.items():
        if not is_rule(id_) or no_id(id_):
            raise _fault(path, f"`{visible(id_)}` is no wording rule, such as W608")
        if not isinstance(phrases, list) or not all(map(is_phrase, phrases)):
            raise _fault(path, f'`{id_}` is a list of words, such as ["merely"]; none begins with "not"')


def _fault(path: str, message: str) -> StopError:
    return StopError(f"{visible(path)}: {message}", Exit.USAGE)
