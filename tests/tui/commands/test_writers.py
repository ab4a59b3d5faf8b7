"""Every writer under every fault: whole or not at all, nothing left, and a second try succeeds."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fakes import breaking
from tests.sessions.framed import framed
from tui.exits import Exit
from tui.mine_file import MineError
from tui.settings import SettingsError

ROOT = Path(__file__).parents[3]
SUBTITLES = "1\n00:00:00,000 --> 00:00:05,000\nThere is a sound nearby.\n"
ATTEMPT = re.compile(r"\..+\.[0-9a-f]{16}\.ajar-new")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


class Writer(NamedTuple):
    """A command that writes."""

    args: tuple[str, ...]
    makes: tuple[str, ...]
    """The files that are there afterwards, beside those it reads."""
    reads: tuple[tuple[str, str], ...] = ()
    before: str | None = None
    """What is in the place of the first file."""


WRITERS = {
    "export": Writer(("export", "one-breath", "-o", "a.srt"), ("a.srt",)),
    "export over another": Writer(
        ("export", "one-breath", "-o", "a.json", "--force"), ("a.json",), before="old"
    ),
    "sound": Writer(("export", "one-breath", "--no-speech", "-o", "a.wav"), ("a.wav",)),
    "timeline": Writer(("timeline", "one-breath", "-o", "a.svg"), ("a.svg",)),
    "print": Writer(("print", "one-breath", "-o", "a.md"), ("a.md",)),
    "schema": Writer(("schema", "-o", "a.json"), ("a.json",)),
    "new": Writer(
        ("new", "an-hour", "--title", "x", "--length", "1m", "--shape", "short", "--into", "."),
        ("an-hour.session.yaml", "session-1.schema.json"),
    ),
    "import": Writer(
        ("import", "in.srt", "-o", "a.session.yaml"), ("a.session.yaml",), (("in.srt", SUBTITLES),)
    ),
    "fix": Writer(("fix", "a.session.yaml"), ("a.session.yaml",), before=framed("- quiet: 20")),
    "fit": Writer(("fit", "a.session.yaml", "--yes"), ("a.session.yaml",), before=framed("- quiet: 20s")),
    "mine": Writer(("keep", "mine.yaml"), ("mine.yaml",)),
    "mine with a line in it": Writer(
        ("keep", "mine.yaml"), ("mine.yaml",), before="# mine\nwords:\n  - tea # green\n"
    ),
    "settings": Writer(("remember", "settings.toml"), ("settings.toml",), before="# mine\nmotion = true\n"),
}


@pytest.fixture(params=WRITERS)
def writer(request: pytest.FixtureRequest, here: Path) -> Writer:
    """A writer, in a folder with what it needs."""
    del here
    found = WRITERS[request.param]
    prepare(found)
    return found


@pytest.fixture(params=["unnamed", "named"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Files without a name, or those under a name that nobody can guess."""
    if request.param == "named":
        monkeypatch.setattr(os, "O_TMPFILE", 0, raising=False)
    return str(request.param)


def prepare(writer: Writer) -> None:
    for path in Path().iterdir():
        path.unlink()
    for name, text in writer.reads:
        Path(name).write_text(text)
    if writer.before is not None:
        Path(writer.makes[0]).write_text(writer.before)


def held() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path().iterdir()}


def written(writer: Writer) -> tuple[int, dict[str, bytes]]:
    """How many calls a writer makes, and what is there afterwards; the folder is as before again."""
    run(writer)  # what is loaded with the first write is not counted
    prepare(writer)
    with breaking.broken(-1, breaking.interrupts) as made:
        assert breaking.write(list(writer.args)) in (Exit.FINE, Exit.FAULT)
    whole = held()
    assert whole.keys() == {*writer.makes, *(name for name, _ in writer.reads)}
    prepare(writer)
    return len(made), whole


def run(writer: Writer) -> int:
    try:
        return breaking.write(list(writer.args))
    except (SettingsError, MineError) as error:  # what the app tells in a line
        print(f"ajar: {error}", file=sys.stderr)
        return Exit.FAULT


def look_at(writer: Writer, before: dict[str, bytes], whole: dict[str, bytes]) -> bool:
    """Whether the first file is whole; each is, or is as it was, and there are no others."""
    for name, content in held().items():
        assert name in whole, "something is left"
        assert content in (before.get(name), whole[name]), name
    return held().get(writer.makes[0]) == whole[writer.makes[0]]


def try_again(writer: Writer, whole: dict[str, bytes]) -> None:
    assert run(writer) in (Exit.FINE, Exit.FAULT)
    assert held() == whole
    prepare(writer)


def test_a_write_that_fails_leaves_what_was_there_and_can_be_tried_again(
    writer: Writer, system: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = held()
    calls, whole = written(writer)
    assert calls >= 4, system
    for at in range(calls):
        capsys.readouterr()
        with breaking.broken(at, breaking.fails(ERRORS[at % len(ERRORS)])) as made:
            code = run(writer)
        out, err = capsys.readouterr()
        assert "something went wrong inside" not in err, (made, err)
        if made[at] == "unlink":  # a system that cannot erase a file keeps it, until the next write
            assert all(name in whole or ATTEMPT.fullmatch(name) for name in held())
            prepare(writer)
            continue
        if look_at(writer, before, whole):
            prepare(writer)
            continue
        assert code == Exit.FAULT, made
        assert "error[E" in out or err.splitlines()[-1].startswith("ajar: "), (made, out, err)
        try_again(writer, whole)


def test_a_write_that_is_interrupted_leaves_what_was_there(writer: Writer, system: str) -> None:
    before = held()
    calls, whole = written(writer)
    assert calls >= 4, system
    for at in range(calls):
        with breaking.broken(at, breaking.interrupts), contextlib.suppress(KeyboardInterrupt):
            assert breaking.write(list(writer.args)) in (Exit.FINE, Exit.INTERRUPTED)
        if look_at(writer, before, whole):
            prepare(writer)
        else:
            try_again(writer, whole)


@pytest.mark.parametrize(
    "name", ["export", "export over another", "fix", "fit", "settings", "mine with a line in it", "new"]
)
def test_a_process_that_is_killed_leaves_nothing_that_the_next_one_does_not_take_away(
    name: str, here: Path
) -> None:
    writer = WRITERS[name]
    prepare(writer)
    before = held()
    calls, whole = written(writer)
    killer = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.breaking", *writer.args],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=here,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with killer:
        assert killer.stdin is not None
        assert killer.stdout is not None
        killed = 0
        for _ in killer.stdout:
            killed += 1
            left = held().keys() - whole.keys()
            assert all(ATTEMPT.fullmatch(each) for each in left)
            assert not left or writer.before is not None, "only between the two steps of replacing"
            if held().get(writer.makes[0]) in (None, before.get(writer.makes[0])):
                run(writer)
                assert held() == whole
            prepare(writer)
            killer.stdin.write("\n")
            killer.stdin.flush()
    assert killed >= calls, "a process of its own loads its word lists as well"


def test_a_file_that_appears_meanwhile_is_kept(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        (here / "a.wav").write_text("mine")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        assert breaking.write(["export", "one-breath", "--no-speech", "-o", "a.wav"]) == Exit.FAULT
    assert "a.wav is there already" in capsys.readouterr().err
    assert held() == {"a.wav": b"mine"}


def test_no_planted_link_is_followed(here: Path, system: str, tmp_path: Path) -> None:
    del system
    victim = tmp_path / "victim"
    victim.write_text("dear")
    for name in (
        ".a.wav.part",
        ".a.srt.part",
        f".a.srt.{os.getpid()}.part",
        "b.srt",
        "session-1.schema.json",
    ):
        (here / name).symlink_to(victim)
    assert breaking.write(["export", "one-breath", "--no-speech", "-o", "a.wav"]) == Exit.FINE
    assert breaking.write(["export", "one-breath", "-o", "a.srt"]) == Exit.FINE
    assert breaking.write(["export", "one-breath", "-o", "b.srt"]) == Exit.FAULT
    assert breaking.write(["export", "one-breath", "-o", "b.srt", "--force"]) == Exit.FINE
    assert breaking.write(list(WRITERS["new"].args)) == Exit.FINE
    assert victim.read_text() == "dear"
    assert not (here / "b.srt").is_symlink()


WRITES = re.compile(r"\.write_(text|bytes)\(|O_CREAT|mkstemp|NamedTemporary|\bopen\([^)]*[\"'][wax]b?[\"']")
ALLOWED = {
    "sessions/library/atomic_write.py": "the one way",
    "audio/backends/file_program.py": "a bell in a folder of its own, for a player that takes files only",
    "audio/encoding.py": "what ffmpeg is told, in a folder of its own; and tests of sounds",
    "audio/wav.py": "into memory",
    "tui/terminal/standard_output.py": "into nothing",
}


def test_there_is_one_way_to_make_a_file() -> None:
    found = {
        str(path.relative_to(ROOT))
        for room in ("sessions", "audio", "tui")
        for path in (ROOT / room).rglob("*.py")
        if WRITES.search(path.read_text(encoding="utf-8"))
    }
    assert found <= ALLOWED.keys(), "write with sessions.library.atomic_write"
