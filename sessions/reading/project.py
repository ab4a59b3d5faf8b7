"""The folder of a project: where a file named `.ajar.toml` lies, at a session or above it."""

from __future__ import annotations

import os

PROJECT_FILE = ".ajar.toml"


def project_folder(folder: str) -> str | None:
    """The nearest folder with a project file, from a folder upward; None where there is none."""
    while True:
        if os.path.isfile(os.path.join(folder, PROJECT_FILE)):  # noqa: PTH113, PTH118  # pathlib takes 3 ms to load
            return folder
        above = os.path.dirname(folder)  # noqa: PTH120  # same
        if above == folder:
            return None
        folder = above
