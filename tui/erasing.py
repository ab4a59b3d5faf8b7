"""Erases our own files, with backups and temporary files beside them, and the folder if it is empty then."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sessions.system_errors import reason_of
from tui.own_files import shown
from tui.words.erasing import ERASE, WITHOUT_ASKING


class EraseError(Exception):
    """Something could not be erased; the message says what and why, safe to print."""


def there_of(path: Path) -> tuple[Path, ...]:
    """All that exists of a file: itself, a link's target, and what editors and writers left beside it."""
    real = Path(os.path.realpath(path))
    found = [place for place in (path, real) if os.path.lexists(place) and (place == path or place.is_file())]
    for place in (path, real):
        found += _left_in(place.parent, place.name)
    return tuple(dict.fromkeys(found))


def may_erase(found: Iterable[Path]) -> bool:
    """List what would be erased and ask; whether the person agrees."""
    import click  # noqa: PLC0415  # the pages do not need it

    for each in found:
        click.echo(f"  {shown(each)}", err=True)
    if sys.stdin is None or not sys.stdin.isatty():
        click.echo(WITHOUT_ASKING, err=True)
        return False
    return click.confirm(ERASE, err=True)


def erase(paths: Iterable[Path]) -> None:
    """Erase files.

    Raises:
        EraseError: a file could not be erased.
    """
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise EraseError(f"{shown(path)} could not be erased: {reason_of(error)}") from None


def _left_in(folder: Path, name: str) -> list[Path]:
    plain = re.escape(name)
    left = re.compile(
        rf"{plain}(?:~|\.bak|\.orig|\.swp)|\.{plain}\.(?:sw[a-p]|un~|[0-9a-f]{{16}}\.ajar-new)|\.?#{plain}#?"
    )
    with suppress(OSError, ValueError):
        return sorted(folder / each for each in os.listdir(folder) if left.fullmatch(each))  # noqa: PTH208  # only the names are needed
    return []
