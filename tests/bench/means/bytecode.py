"""Compiles bytecode before a start is measured, since an installed program has it too."""

from __future__ import annotations

import compileall
import importlib.util
from collections.abc import Iterable
from pathlib import Path

OURS = ("tui", "sessions", "audio")
LIBRARIES = ("textual", "rich", "click", "yaml")


def compiled(packages: Iterable[str] = (*OURS, *LIBRARIES)) -> str:
    """Compile what has changed; returns a warning if that is not possible, else an empty string."""
    folders = [folder for name in packages for folder in _folders(name)]
    for folder in folders:
        compileall.compile_dir(folder, quiet=2)
    bare = [path for folder in folders for path in Path(folder).rglob("*.py") if not has_bytecode(path)]
    if not bare:
        return ""
    return f"bytecode is missing, so starts look slower than they are: {bare[0]} and {len(bare) - 1} more"


def has_bytecode(module: Path) -> bool:
    """Whether there is bytecode for a module."""
    return Path(importlib.util.cache_from_source(str(module))).exists()


def _folders(package: str) -> list[str]:
    spec = importlib.util.find_spec(package)
    return list(spec.submodule_search_locations or ()) if spec else []
