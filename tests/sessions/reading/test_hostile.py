"""Files that are meant to do harm, or are no files at all: one clear fault, soon, in little memory."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sessions.check import check_file, check_text
from sessions.reading.files import MOST_BYTES
from tests.patience import PATIENCE
from tests.sessions.framed import framed

ROOT = Path(__file__).parents[3]
SOON = 2.0
"""Seconds of this process alone, however busy the machine is; an honest file takes a thousandth of them."""

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
PARTS_BOMB = (
    "parts:\n"
    + "".join(f"  p{n}:\n    - use: p{n + 1}\n    - use: p{n + 1}\n" for n in range(1500))
    + "  p1500:\n    - quiet: 1s\n  settle:\n    - use: p0"
)

TEXTS = {
    "brackets": ("[" * 25_000, {"E119"}),
    "braces": ("{" * 25_000, {"E117", "E119"}),
    "dashes": ("- " * 25_000, {"E119"}),
    "question marks": ("? " * 25_000, {"E117", "E119"}),
    "keys in keys": ("".join(f"{' ' * n}a:\n" for n in range(400)), {"E119"}),
    "alias bomb": (BOMB, {"E112", "E201", "E202"}),
    "parts bomb": (framed(PARTS_BOMB), {"E309"}),
    "one byte too many": ("#" * (MOST_BYTES + 1), {"E102"}),
    "wide characters too many": ("€" * (MOST_BYTES // 3 + 1), {"E102"}),
    "too many nodes": (framed("reflect: [" + "x, " * 20_000 + "]"), {"E120"}),
    "too many nodes in lines": (framed("reflect:\n" + "  - x\n" * 20_000), {"E120"}),
    "escapes": ("\x1b" * MOST_BYTES, {"E203", "E401"}),
    "escapes in lines": ("\x1b\n" * (MOST_BYTES // 2), {"E401"}),
    "escapes in turns": ("\x1b\u202e" * (MOST_BYTES // 4), {"E401", "E402"}),
    "tabs": ("\t\n" * (MOST_BYTES // 2), {"E104"}),
    "tabs with text": ("\tx\n" * (MOST_BYTES // 3), {"E108"}),
    "colons": (": " * (MOST_BYTES // 2), None),
    "one long line": (framed("title: " + "x" * (MOST_BYTES - 1000)), {"E211"}),
    "one long key": (framed("x" * 5000 + ": y"), None),
    "one long number": (framed("pace: " + "9" * 100_000), {"E208"}),
    "one long duration": (framed("length: " + "9" * 100_000 + "s"), {"E205"}),
    "a quote without end": (framed('title: "' + "x" * 200_000), {"E107"}),
    "faulty steps": (framed("direct:\n" + "  - x: y\n" * 6000), {"E210"}),
    "unknown keys": (framed("\n".join(f"k{n}: x" for n in range(9000))), {"E201"}),
    "line breaks": ("\r" * MOST_BYTES, {"E104"}),
    "backslashes": (framed('title: "' + "\\e" * 100_000 + '"'), {"E401"}),
    "comments": ("# x\n" * (MOST_BYTES // 4), {"E104"}),
    "documents": ("---\n" * (MOST_BYTES // 4), {"E116"}),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_gets_its_faults_soon(name: str) -> None:
    text, ids = TEXTS[name]
    started = time.process_time()
    checked = check_text(text, "x.yaml")
    assert time.process_time() - started < SOON
    assert checked.session is None
    assert checked.faults
    assert ids is None or {fault.id for fault in checked.faults} == ids


def test_hostile_texts_leave_the_interpreter_alive_and_small() -> None:
    script = textwrap.dedent("""
        import resource
        from sessions.check import check_text
        from tests.sessions.reading.test_hostile import TEXTS
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for text, _ in TEXTS.values():
            check_text(text)
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 64, "MiB"


def _folder(path: Path) -> None:
    path.mkdir()


def _nothing(_path: Path) -> None:
    pass


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _full(path: Path) -> None:
    path.symlink_to("/dev/tty")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_nothing, "there is no such file"),
        (_folder, "this is a folder"),
        (os.mkfifo, "this is not a regular file"),
        (_zero, "this is not a regular file"),
        (_full, ""),
        (_loop, "its links lead round in a circle"),
        (_dangling, "there is no such file"),
    ],
)
def test_what_is_no_file_is_said_to_be_none(tmp_path: Path, make: Callable[[Path], None], words: str) -> None:
    path = tmp_path / "x.session.yaml"
    make(path)
    started = time.process_time()
    (fault,) = check_file(path).faults
    assert time.process_time() - started < SOON
    assert fault.id == "E101"
    assert words in fault.message


@pytest.mark.parametrize("path", ["a\0b", "a" * 5000, "", "a/" * 3000, "x.yaml/y", "\udcff", "\x1b[2J"])
def test_a_path_that_is_none_is_said_to_be_none(path: str) -> None:
    (fault,) = check_file(path).faults
    assert fault.id == "E101"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(framed("license: x"))
    path.chmod(0)
    (fault,) = check_file(path).faults
    assert fault.message == "the file cannot be read: this file may not be read by you"


def test_a_file_without_a_size_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    started = time.process_time()
    (fault,) = check_file(path).faults
    assert time.process_time() - started < SOON
    assert fault.id == "E102"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"title: caf\xe9\n", 1, 11),
        ("title: café\r\nby: ".encode() + b"\xff", 2, 5),
        (b"\xed\xa0\x80", 1, 1),
        (b"\xef\xbb\xbfa\xff", 1, 2),
        (b"\xff\xfea\0", 1, 1),
        (b"\xfe\xff\0a", 1, 1),
    ],
)
def test_bytes_that_are_no_utf8_are_pointed_at(
    tmp_path: Path, content: bytes, line: int, column: int
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    (fault,) = check_file(path).faults
    assert (fault.id, fault.span.line, fault.span.column) == ("E103", line, column)


@pytest.fixture
def two_folders(tmp_path: Path) -> Path:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "senses.yaml").write_text("format: 1\nparts:\n  senses:\n    - quiet: 10s\n")
    (inside / "link.yaml").symlink_to(outside / "senses.yaml")
    (inside / "linked").symlink_to(outside)
    os.mkfifo(inside / "fifo.yaml")
    (inside / "care").mkdir()
    (inside / "care" / "touch.yaml").write_text("format: 1\nparts:\n  touch:\n    - quiet: 30s\n")
    return inside


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("../outside/senses.yaml", ["E316"]),
        ("care/../../outside/senses.yaml", ["E316"]),
        ("link.yaml", ["E316"]),
        ("linked/senses.yaml", ["E316"]),
        ("/etc/passwd", ["E316"]),
        ("..\\outside\\senses.yaml", ["E316"]),
        ('"a\\0b"', ["E401"]),
        ("~/senses.yaml", ["E317"]),
        ("fifo.yaml", ["E317"]),
        ("care", ["E317"]),
        ("x.session.yaml", ["E305"]),
        ("gone.yaml", ["E317"]),
        ("care/touch.yaml", []),
    ],
)
def test_parts_come_from_the_same_folder_or_below(two_folders: Path, name: str, ids: list[str]) -> None:
    path = two_folders / "x.session.yaml"
    path.write_text(framed(f"parts_from:\n  - {name}\nindirect:\n  - use: touch\nlength: 1m"))
    started = time.process_time()
    checked = check_file(path)
    assert time.process_time() - started < SOON
    found = [fault.id for fault in checked.faults]
    assert found == ids or name == "x.session.yaml"
    assert (checked.session is not None) == (not ids)


def test_a_session_that_takes_parts_from_itself_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "x.session.yaml"
    path.write_text(framed("parts_from:\n  - x.session.yaml"))
    assert {fault.id for fault in check_file(path).faults} == {"E317"}
