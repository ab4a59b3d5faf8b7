"""Speeds up importing: disables garbage collection meanwhile, and keeps OpenSSL from being loaded."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def hold() -> None:
    """Disable garbage collection until `settle`: nothing that is being loaded is garbage."""
    gc.disable()


def settle() -> None:
    """Enable garbage collection again, and freeze what has been loaded; nothing without a `hold`."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def held() -> Iterator[None]:
    """`hold` in a `with` block, and `settle` after it."""
    hold()
    try:
        yield
    finally:
        settle()


@contextmanager
def without_encryption() -> Iterator[None]:
    """Import asyncio as on a Python that was built without `ssl`, a case it supports.

    Nothing here uses a network. Without OpenSSL the app takes 4 MiB less at its peak (29.2 instead of
    33.5, by `/usr/bin/time -v`) and 4 % less CPU until Textual is loaded.
    """
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # how Python marks a module that must not be imported
    try:
        yield
    finally:
        del sys.modules["ssl"]
