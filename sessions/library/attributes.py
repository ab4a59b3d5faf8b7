"""Keeps what belongs to a file beside its bytes: owner, permissions, extended attributes, hard links."""

from __future__ import annotations

import contextlib
import os
import stat


class NotKeptError(Exception):
    """Replacing a file would lose something that belongs to it; the message is a clause that says what."""


def keep_attributes(path: str, descriptor: int) -> None:
    """Give a new file the attributes of the file at `path`, which it will replace.

    Raises:
        NotKeptError: it cannot have all of them.
        OSError: the attributes of the old file cannot be read.
    """
    old = os.stat(path)  # noqa: PTH116  # the path is text all along
    if old.st_nlink > 1:
        raise NotKeptError(
            f"it has {old.st_nlink} names (hard links), and only this one would be mended; "
            "`ajar fix - < FILE` prints it mended"
        )
    _keep_owner(old, descriptor)
    _keep_extended(path, descriptor)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _keep_owner(old: os.stat_result, descriptor: int) -> None:
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid) or not hasattr(os, "fchown"):
        return
    try:
        os.fchown(descriptor, old.st_uid, old.st_gid)
    except OSError:
        whose = "owner" if new.st_uid != old.st_uid else "group"
        raise NotKeptError(f"you may not give a file to its {whose}, so it would change hands") from None


def _keep_extended(path: str, descriptor: int) -> None:
    """Copy extended attributes, access lists among them; remove any that come from the new file's folder."""
    if not hasattr(os, "listxattr"):
        return
    wanted, given = _extended(path), _extended(descriptor)
    for name in given.keys() - wanted.keys():
        with contextlib.suppress(OSError):
            os.removexattr(descriptor, name)
    for name, value in wanted.items():
        if given.get(name) != value:
            try:
                os.setxattr(descriptor, name, value)
            except OSError:
                raise NotKeptError(f"its extended attribute `{name}` cannot be kept") from None


def _extended(file: str | int) -> dict[str, bytes]:
    try:
        return {name: os.getxattr(file, name) for name in os.listxattr(file)}
    except OSError:  # a file system without extended attributes
        return {}
