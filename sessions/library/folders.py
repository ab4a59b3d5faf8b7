"""Finding the session and parts files below a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from sessions.library.catalogue import ENDINGS
from sessions.reading.files import UnreadableError, read_bytes

_HEAD_BYTES = 4096
_FORMAT_KEY = re.compile(rb"^format[ ]*:", re.MULTILINE)


def files_below(folder: str) -> Iterator[str]:
    """Every session file, and every other YAML file with a `format` key, in the order of names.

    Hidden folders and links to folders are passed over.
    """
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(here, name)  # noqa: PTH118  # keeps the path as the person wrote it
            if is_session_file(path):
                yield path


def is_session_file(path: str) -> bool:
    """Whether a file is called like a session, or is YAML with a `format` key, as parts are."""
    return path.endswith(ENDINGS) or (path.endswith((".yaml", ".yml")) and _has_format(path))


def _has_format(path: str) -> bool:
    try:
        return _FORMAT_KEY.search(read_bytes(path, _HEAD_BYTES)) is not None
    except UnreadableError:
        return False
