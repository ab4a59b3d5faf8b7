"""Making a file: its permissions, its second try, and file systems that know less than others."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from sessions.library.atomic_write import PRIVATE, new_file, write_new


def test_a_new_file_has_the_permissions_that_were_asked_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_new(tmp_path / "usual", b"x")
        write_new(tmp_path / "private", b"x", mode=PRIVATE)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual", "private")]
    assert modes == [0o640, 0o600]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    with pytest.raises(FileExistsError):
        write_new(path, b"new")
    assert path.read_text() == "old"
    write_new(path, b"new", replace=True)
    assert path.read_text() == "new"


def test_a_link_to_nothing_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"new")
    assert not (tmp_path / "b").exists()


def test_without_hard_links_a_file_gets_its_name_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "O_TMPFILE", 0, raising=False)
    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a"
    try:
        write_new(path, b"new")
    except PermissionError:
        pytest.skip("no renameat2 here")
    assert path.read_text() == "new"
    other = tmp_path / "b"
    with pytest.raises(FileExistsError), new_file(other):
        other.write_text("mine")
    assert other.read_text() == "mine"
    assert sorted(tmp_path.iterdir()) == [path, other]


def test_what_a_killed_write_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / ".a.0123456789abcdef.ajar-new"
    at_work = tmp_path / ".a.1123456789abcdef.ajar-new"
    others = [tmp_path / name for name in (".b.0123456789abcdef.ajar-new", ".a.ajar-new", ".a.0123.swp")]
    for path in (left, at_work, *others):
        path.write_text("half")
    with at_work.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write_new(tmp_path / "a", b"whole")
    assert not left.exists()
    assert all(path.exists() for path in (at_work, *others))


def test_a_name_that_is_as_long_as_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "O_TMPFILE", 0, raising=False)
    path = tmp_path / ("ä" * 127)
    write_new(path, b"x")
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "\udcff"
    try:
        write_new(path, b"x")
    except OSError:
        pytest.skip("this system takes names that are text only")
    assert path.read_text() == "x"
