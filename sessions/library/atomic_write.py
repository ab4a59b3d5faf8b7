"""Writes a file whole or not at all, and never over another one unless asked; every file is written here.

The content goes into a file without a name in the same folder (`O_TMPFILE`) or, where the system has none,
into one under a name that nobody can guess. It is brought to the disk, and only then gets its name, in one
step. So a full disk, an exception or the end of the process leaves nothing behind, and no symbolic link
that somebody planted there is followed. Only a kill between the two steps of replacing a file may leave a
hidden file; the next write of the same file removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator

PRIVATE = 0o600
"""Only its owner reads it."""
USUAL = 0o666
"""Minus the bits of the umask, as for any new file."""

_ENDING = ".ajar-new"
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
"""The errors of file systems without hard links."""


class Fresh:
    """A file that has no name yet."""

    def __init__(self, descriptor: int) -> None:
        """Keeps the descriptor; whoever opened it closes it."""
        self.descriptor = descriptor

    def write(self, data: bytes) -> int:
        """Write all of `data`; gives the number of bytes."""
        left = memoryview(data)
        while left:
            left = left[os.write(self.descriptor, left) :]
        return len(data)


@contextlib.contextmanager
def new_file(path: str | os.PathLike[str], *, replace: bool = False, mode: int = USUAL) -> Iterator[Fresh]:
    """A file to write to, which gets its name when the block ends without an exception.

    Args:
        path: where it will be; a symbolic link there is not followed: it counts as a file.
        replace: whether it takes the place of a file that is there.
        mode: its permissions.

    Raises:
        FileExistsError: something is there, and it may not be replaced.
        OSError: it could not be written; what was there before is there still.
    """
    path = os.fspath(path)
    folder, name = os.path.split(path)
    folder = folder or os.curdir
    if not replace and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    _sweep(folder, name)
    beside = os.path.join(folder, f".{_short(name)}.{os.urandom(8).hex()}{_ENDING}")  # noqa: PTH118  # text all along
    descriptor = -1
    try:
        descriptor, named = _open(folder, beside, mode)
        _lock(descriptor)
        yield Fresh(descriptor)
        os.fsync(descriptor)
        if replace:
            if not named:
                _link_unnamed(descriptor, beside)
            os.replace(beside, path)  # noqa: PTH105  # same
        elif named:
            _appear(beside, path)
        else:
            _link_unnamed(descriptor, path)
    finally:
        with contextlib.suppress(OSError):  # the content is on the disk by now, or is given up
            if descriptor >= 0:
                os.close(descriptor)
        _forget(beside)
    _settle(folder)


def write_new(
    path: str | os.PathLike[str], content: bytes, *, replace: bool = False, mode: int = USUAL
) -> None:
    """Write a file with this content; arguments and errors as for `new_file`."""
    with new_file(path, replace=replace, mode=mode) as file:
        file.write(content)


def _open(folder: str, beside: str, mode: int) -> tuple[int, bool]:
    """A new file in a folder, and whether it has a name."""
    flags = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    unnamed = getattr(os, "O_TMPFILE", 0)
    if unnamed and os.path.isdir("/proc/self/fd"):  # noqa: PTH112  # same
        with contextlib.suppress(OSError):  # an old kernel, or a file system without unnamed files
            return os.open(folder, flags | unnamed, mode), False
    flags |= os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    return os.open(beside, flags, mode), True


def _link_unnamed(descriptor: int, path: str) -> None:
    """Give an open file its first name, in one step that fails where the name is taken.

    The link in `/proc` has to be followed, which Python requests only if `src_dir_fd` is given as well.
    """
    os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=descriptor, follow_symlinks=True)


def _appear(source: str, path: str) -> None:
    """Give a file its second name, in one step that fails where the name is taken."""
    try:
        os.link(source, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_without_replacing(source, path, error)


def _rename_without_replacing(source: str, path: str, refused: OSError) -> None:
    """`renameat2` of Linux, for file systems without hard links such as those of memory cards."""
    import ctypes  # noqa: PLC0415  # 5 ms, and hardly ever needed

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        raise refused
    here, no_replace = -100, 1  # AT_FDCWD and RENAME_NOREPLACE of <fcntl.h> and <linux/fs.h>
    if rename(here, os.fsencode(source), here, os.fsencode(path), no_replace) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), path)


def _forget(beside: str) -> None:
    """Remove the hidden name, if there is one; even if Ctrl-C arrives while this runs."""
    try:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108  # same
    except KeyboardInterrupt:
        with contextlib.suppress(OSError):
            os.unlink(beside)  # noqa: PTH108  # same
        raise


def _settle(folder: str) -> None:
    """Bring the new name to the disk, where the system can; the content is there already."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _short(name: str) -> str:
    """The beginning of a name, so that the hidden name made from it is not too long for the file system."""
    return os.fsdecode(os.fsencode(name)[:100])


def _lock(descriptor: int) -> None:
    """Lock a file that is being written; the system releases the lock when the process ends."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl  # noqa: PLC0415  # Windows has none

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sweep(folder: str, name: str) -> None:
    """Remove the hidden file that an earlier write of the same file left behind when it was killed."""
    pattern = re.compile(rf"\.{re.escape(_short(name))}\.[0-9a-f]{{16}}{re.escape(_ENDING)}")
    with contextlib.suppress(OSError):
        for each in os.listdir(folder):  # noqa: PTH208  # same
            if each.endswith(_ENDING) and pattern.fullmatch(each):
                _take_away(os.path.join(folder, each))  # noqa: PTH118  # same


def _take_away(path: str) -> None:
    """Remove a hidden file of this user, unless another process has it locked."""
    with contextlib.suppress(OSError, ImportError):
        import fcntl  # noqa: PLC0415  # same

        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if os.fstat(descriptor).st_uid == os.geteuid():
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(path)  # noqa: PTH108  # same
        finally:
            os.close(descriptor)
