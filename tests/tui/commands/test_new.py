"""`ajar new`: what it asks, what it takes, and what it leaves alone."""

from __future__ import annotations

import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sessions.authoring.schema import MODELINE, NAME, schema_text
from sessions.authoring.template import Shape
from sessions.check import check_file
from sessions.model import Session
from sessions.reports.report import NO_FAULT
from sessions.written import Notice
from tests.fakes.command import Ran
from tests.patience import PATIENCE
from tui.exits import Exit

ROOT = Path(__file__).parents[3]


def session_at(path: Path) -> Session:
    checked = check_file(path)
    assert checked.faults == ()
    assert checked.session is not None
    return checked.session


def test_flags_take_the_place_of_questions(ajar: Ran, tmp_path: Path) -> None:
    flags = ("--title", 'A "quiet" hour', "--length", "7m30s", "--shape", "noticing", "--into", str(tmp_path))
    code, out, _ = ajar("new", "mine", *flags)
    path = tmp_path / "mine.session.yaml"
    assert (code, out) == (Exit.FINE, f"{path}\n")
    session = session_at(path)
    assert (session.title, session.length) == ('A "quiet" hour', 450.0)
    assert isinstance(session.arriving[-1], Notice)


def test_a_title_alone_gives_the_name(ajar: Ran, home: Path) -> None:
    code, out, _ = ajar("new", "--title", "It’s Evening, Again")
    assert code == Exit.FINE
    assert Path(out.strip()) == home / "data" / "ajar" / "sessions" / "its-evening-again.session.yaml"


@pytest.mark.parametrize("shape", [shape.value for shape in Shape])
@pytest.mark.parametrize("length", ["1m", "5m", "15m"])
def test_what_it_writes_can_be_rehearsed(ajar: Ran, tmp_path: Path, shape: str, length: str) -> None:
    path = tmp_path / "mine.session.yaml"
    assert ajar("new", str(path), "--length", length, "--shape", shape)[0] == Exit.FINE
    assert ajar("check", str(path)) == (Exit.FINE, f"1 file, {NO_FAULT}\n", "")
    assert ajar("rehearse", str(path), "--plain")[0] == Exit.FINE


def test_a_path_says_where_it_goes(ajar: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "below").mkdir()
    assert ajar("new", "mine.session.yaml")[1] == "mine.session.yaml\n"
    code, out, err = ajar("new", "below/mine.session.yaml")
    assert (code, out) == (Exit.FINE, "below/mine.session.yaml\n")
    assert "ajar play below/mine.session.yaml" in err
    session_at(tmp_path / "below" / "mine.session.yaml")


def test_the_schema_comes_along(ajar: Ran, tmp_path: Path) -> None:
    ajar("new", "mine", "--into", str(tmp_path))
    assert (tmp_path / "mine.session.yaml").read_text().startswith(f"{MODELINE}\n")
    assert (tmp_path / NAME).read_text() == schema_text()
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    assert NAME not in ajar("new", "another", "--into", str(tmp_path))[2]


def test_another_schema_stays_and_is_told(ajar: Ran, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\xff an older one")
    code, _, err = ajar("new", "mine", "--into", str(tmp_path))
    assert code == Exit.FINE
    assert (
        f"{tmp_path / NAME} is there already, differs, and stays as it is. "
        f"A fresh one: ajar schema --force -o {tmp_path / NAME}\n" in err
    )
    assert (tmp_path / NAME).read_bytes() == b"\xff an older one"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "Missing argument '[NAME|FILE]'."),
        (("--title", "声"), "a name has small letters, digits and single hyphens, such as a-quiet-hour"),
        (("mine", "--length", "5"), "`5` is no length; write `5s` for seconds or `5m` for minutes"),
        (("mine", "--length", "soon"), "`soon` is no length; write it such as `5m` or `7m30s`"),
        (("mine", "--length", "16m"), "a session lasts from 1m to 15m"),
        (("mine", "--length", "59s"), "a session lasts from 1m to 15m"),
        (("mine", "--title", "x" * 61), "a title is one line of up to 60 characters"),
        (("mine", "--title", "\x1b[2J"), "a title is one line of up to 60 characters"),
        (("mine", "--title", " "), "a title is one line of up to 60 characters"),
        (("mine", "--shape", "long"), "'long' is not one of"),
        (("gone/mine.session.yaml",), "there is no folder gone"),
        (("./mine.yaml",), "a path ends in .session.yaml, such as mine.yaml.session.yaml"),
        (("./A B.session.yaml",), "such as a-b"),
    ],
)
def test_what_it_cannot_use_is_told(ajar: Ran, home: Path, args: tuple[str, ...], told: str) -> None:
    code, out, err = ajar("new", *args)
    assert (code, out) == (Exit.USAGE, "")
    assert told in err
    assert not (home / "data").exists()


def asked(home: Path, answers: str, *args: str) -> tuple[int, str]:
    """Run it on a terminal where somebody types; gives the exit code and what the screen got."""
    script = "import sys; from tui.main import main; sys.exit(main())"
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", script, "new", *args],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home)},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    os.write(master, answers.encode())
    seen = b""
    try:
        while block := os.read(master, 4096):
            seen += block
    except OSError:  # the process has gone
        pass
    os.close(master)
    return process.wait(timeout=PATIENCE), seen.decode()


def test_on_a_terminal_it_asks_for_what_is_not_given(home: Path) -> None:
    code, seen = asked(home, "An evening\nten\n16m\n10m\n9\n4\n")
    path = home / "data" / "ajar" / "sessions" / "an-evening.session.yaml"
    assert code == Exit.FINE, seen
    session = session_at(path)
    assert (session.title, session.length, session.direct) == ("An evening", 600.0, ())
    assert "`ten` is no length" in seen
    assert "a session lasts from 1m to 15m" in seen
    assert str(path) in seen


def test_on_a_terminal_enter_takes_what_is_offered(home: Path) -> None:
    code, seen = asked(home, "\n\n\n", "a-quiet-hour")
    assert code == Exit.FINE, seen
    session = session_at(home / "data" / "ajar" / "sessions" / "a-quiet-hour.session.yaml")
    assert (session.title, session.length) == ("A quiet hour", 300.0)
    assert session.direct


def test_on_a_terminal_it_asks_nothing_that_was_given(home: Path) -> None:
    code, seen = asked(home, "", "mine", "--title", "Mine", "--length", "1m", "--shape", "short")
    assert code == Exit.FINE
    assert "Length" not in seen
    assert session_at(home / "data" / "ajar" / "sessions" / "mine.session.yaml").length == 60.0


def test_ctrl_d_at_a_question_writes_nothing(home: Path) -> None:
    code, _ = asked(home, "\x04")
    assert code == Exit.INTERRUPTED
    assert not (home / "data").exists()
