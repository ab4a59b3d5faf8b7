"""The environment of a measured program: a user's, with nothing of a developer's."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NoReturn

KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "USER", "LOGNAME", "SHELL", "TMPDIR", "LD_LIBRARY_PATH")
"""The variables that are passed on. Those of Python, Textual and `make` would change what is measured."""


def surroundings(env: Mapping[str, str], outer: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The whole environment of a program, with what its home adds."""
    kept = {key: outer[key] for key in KEPT if key in outer}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env}


def become(argv: Sequence[str], env: Mapping[str, str]) -> NoReturn:
    """Turn a fork of the bench into a program; if that fails, the fork ends."""
    try:
        os.chdir(env["HOME"])
        os.execvpe(argv[0], list(argv), surroundings(env))  # noqa: S606  # no shell is wanted
    finally:
        os._exit(127)
