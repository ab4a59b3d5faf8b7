"""`check`, `fix`, `explain` and `schema` as they are typed: stdin, many files, watching, exit codes."""

from __future__ import annotations

import fcntl
import json
import multiprocessing
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sessions.advice.figures import ADVISED
from sessions.authoring.schema import schema_text
from sessions.library.bundled import SCRIPTS
from sessions.reports.fault_pages import ELSEWHERE, PAGES
from sessions.reports.report import NO_FAULT
from tests.fakes.command import Ran
from tests.patience import PATIENCE
from tests.sessions.framed import framed
from tui.checks import all_cores, watching
from tui.checks import many as checking_many
from tui.checks.check_input import check_one
from tui.checks.checking import Order
from tui.checks.many import checked_many
from tui.commands.explain import FAMILIES
from tui.exits import Exit

ROOT = Path(__file__).parents[3]
CAN = ", 1 error; `ajar fix` can mend 1"
GOOD, BAD = framed("by: x"), framed("- quiet: 30")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.session.yaml").write_text(BAD)
    (tmp_path / "good.session.yaml").write_text(GOOD)
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--format", "full"]])
def test_with_and_without_options_the_same_is_said(ajar: Ran, folder: Path, options: list[str]) -> None:
    code, out, err = ajar("check", str(folder), *options)
    assert (code, err) == (Exit.FAULT, "")
    assert "error[E205]: `30` has no unit" in out
    assert out.endswith("2 files, 1 error; `ajar fix` can mend 1\n")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (GOOD.encode(), Exit.FINE, f"1 file, {NO_FAULT}\n"),
        (BAD.encode(), Exit.FAULT, "--> <stdin>:12:12\n"),
        (b"\xff\xfe", Exit.FAULT, "the file is saved as UTF-16"),
        (b"x" * 300_000, Exit.FAULT, "the file is larger than 256 KiB"),
    ],
)
def test_a_hyphen_reads_stdin(ajar: Ran, text: bytes, code: Exit, told: str) -> None:
    got, out, err = ajar("check", "-", stdin=text)
    assert (got, err) == (code, "")
    assert told in out


def test_fix_mends_tells_and_checks_again(ajar: Ran, folder: Path) -> None:
    path = folder / "bad.session.yaml"
    code, out, err = ajar("fix", str(folder))
    assert (code, out) == (Exit.FINE, f"2 files, {NO_FAULT}\n")
    assert err == f"{path}:12:12: mended E205: `30` is now `30s`\n"
    assert path.read_text() == framed("- quiet: 30s")
    assert ajar("check", "--fix", str(folder)) == (Exit.FINE, f"2 files, {NO_FAULT}\n", "")


def test_fix_says_what_it_took_away(ajar: Ran, tmp_path: Path) -> None:
    path = tmp_path / "x.session.yaml"
    path.write_text(framed("- say: A so\u00adund.\n  for: 30s"))
    assert ajar("fix", str(path))[2] == (
        f"{path}:12:14: mended E403: `\\xad` is a character that nobody can see; it is gone\n"
    )


def test_fix_as_a_filter(ajar: Ran) -> None:
    code, out, err = ajar("fix", "-", stdin=BAD.replace("\n", "\r\n").encode())
    assert code == Exit.FINE
    assert out == framed("- quiet: 30s").replace("\n", "\r\n")
    assert err == f"<stdin>:12:12: mended E205: `30` is now `30s`\n1 file, {NO_FAULT}\n"


def test_fix_leaves_what_it_cannot_read_or_write(
    ajar: Ran, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ajar("fix", str(folder / "gone.yaml"))[0] == Exit.FAULT
    path = folder / "bad.session.yaml"

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    code, out, err = ajar("fix", str(path))
    assert (code, out) == (Exit.FAULT, "")
    assert err == f"ajar: {path} could not be written: permission denied\n"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("check", "--watch", "--fix", "x.yaml"), "--watch stands alone: --fix would change"),
        (("check", "--watch", "-"), "--watch stands alone: stdin is read once"),
        (("explain", "E999"), "there is no id `E999`."),
        (("explain", "\x1b[2J"), "there is no id `\\x1b[2J`."),
    ],
)
def test_what_does_not_go_together_is_told(ajar: Ran, args: tuple[str, ...], told: str) -> None:
    code, out, err = ajar(*args)
    assert (code, out) == (Exit.USAGE, "")
    assert told in err


def watched(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str], *acts: Callable[[], object]
) -> list[str]:
    """Reports of a watch during which something happens at each look; Ctrl-C comes after the last."""
    waiting = iter(acts)

    def wait(seconds: float) -> None:
        assert seconds == watching.POLL
        act = next(waiting, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    with pytest.raises(KeyboardInterrupt):
        watching.watch(Order(names), wait)
    return capsys.readouterr().out.split("\n\n")


def nothing() -> None:
    pass


def last_lines(reports: str) -> list[str]:
    return [
        line for line in reports.splitlines() if line.startswith(("1 file", "2 files", "3 files", "ajar:"))
    ]


def test_a_watch_sees_a_save_in_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "bad.session.yaml"
    out = watched((str(path),), capsys, nothing, lambda: path.write_text(GOOD), nothing, nothing)
    assert last_lines("\n".join(out)) == ["1 file, 1 error; `ajar fix` can mend 1", f"1 file, {NO_FAULT}"]


def test_a_watch_survives_an_editor_that_replaces_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, fresh = folder / "bad.session.yaml", folder / "bad.session.yaml~"

    def put_another_there() -> None:
        fresh.write_text(GOOD)
        stamp = path.stat()
        os.utime(fresh, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        fresh.replace(path)

    out = watched((str(path),), capsys, put_another_there, nothing, nothing)
    assert last_lines("\n".join(out)) == ["1 file, 1 error; `ajar fix` can mend 1", f"1 file, {NO_FAULT}"]


def test_a_watch_waits_out_a_save_in_several_steps(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "bad.session.yaml"
    steps = (path.unlink, lambda: path.write_text(""), lambda: path.write_text(GOOD), nothing, nothing)
    assert last_lines("\n".join(watched((str(path),), capsys, *steps))) == [
        "1 file, 1 error; `ajar fix` can mend 1",
        f"1 file, {NO_FAULT}",
    ]


def test_a_watch_of_a_folder_sees_files_come_and_go(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = folder / "new.session.yaml"

    def empty() -> None:
        for path in folder.glob("*.yaml"):
            path.unlink()

    out = watched(
        (str(folder),),
        capsys,
        lambda: new.write_text(GOOD),
        nothing,
        empty,
        nothing,
        lambda: new.write_text(GOOD),
        nothing,
    )
    lines = last_lines("\n".join(out))
    assert [lines[0], lines[1], lines[3]] == [
        f"2 files{CAN}",
        f"3 files{CAN}",
        f"1 file, {NO_FAULT}",
    ]
    assert lines[2].startswith("ajar: there is no session file below ")


def test_a_watch_looks_at_files_of_parts_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts, path = tmp_path / "parts.yaml", tmp_path / "x.session.yaml"
    parts.write_text("format: 1\nparts:\n  rest:\n    - quiet: 30\n")
    path.write_text(framed("parts_from:\n  - parts.yaml\nindirect:\n  - use: rest"))
    mend = "format: 1\nparts:\n  rest:\n    - quiet: 30s\n"
    out = watched((str(path),), capsys, lambda: parts.write_text(mend), nothing, nothing)
    assert last_lines("\n".join(out)) == ["1 file, 1 error; `ajar fix` can mend 1", f"1 file, {NO_FAULT}"]


def test_a_watch_ends_with_ctrl_c(folder: Path) -> None:
    script = "import sys; from tui.main import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "check", "--watch", str(folder / "good.session.yaml")]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == f"1 file, {NO_FAULT}\n"
    assert process.stderr.readline() == "Waiting for a file to be saved; Ctrl-C ends this.\n"
    process.send_signal(signal.SIGINT)
    assert (*process.communicate(timeout=PATIENCE), process.returncode) == ("", "\n", Exit.INTERRUPTED)


def read_all(descriptor: int) -> bytes:
    held = b""
    try:
        while block := os.read(descriptor, 4096):
            held += block
    except OSError:  # the other end is closed
        pass
    return held


def test_a_watch_clears_a_terminal_and_nothing_else(folder: Path) -> None:
    script = (
        "from tui.checks import watching; from tui.checks.checking import Order\n"
        f"watching.watch(Order(({str(folder / 'good.session.yaml')!r},)), lambda _: exit(0))"
    )
    master, slave = pty.openpty()
    command = [sys.executable, "-c", script]
    environment = {**os.environ, "TERM": "xterm-256color"}
    subprocess.run(
        command,
        cwd=ROOT,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        check=True,
        timeout=PATIENCE,
    )
    os.close(slave)
    assert read_all(master).startswith(watching.CLEAR.encode() + b"1 file")
    os.close(master)
    piped = subprocess.run(
        command, cwd=ROOT, capture_output=True, env=environment, check=True, timeout=PATIENCE
    )
    assert b"\x1b" not in piped.stdout + piped.stderr


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(checking_many, "WORTH_ALL_CORES", 40)
    monkeypatch.setattr(checking_many, "_cores", lambda: 2)
    paths = []
    for number in range(80):
        path = tmp_path / f"{number:02}.session.yaml"
        path.write_text(BAD if number % 7 == 0 else GOOD)
        paths.append(str(path))
    return paths


def test_on_all_cores_the_same_is_said_in_the_same_order(many: list[str]) -> None:
    far = [(each.path, [fault.id for fault in each.faults]) for each in checked_many(many)]
    near = [(each.path, [fault.id for fault in each.faults]) for each in map(check_one, many)]
    assert far == near
    assert sum(bool(ids) for _, ids in far) == 12


def test_a_reader_who_has_seen_enough_ends_all_of_it(many: list[str]) -> None:
    found = checked_many(many)
    assert next(found).path == many[0]
    found.close()
    assert multiprocessing.active_children() == []


def test_no_more_is_under_way_than_a_few_handfuls(many: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_cores, "AT_ONCE", 2)
    handed: list[int] = []

    class Watched(ProcessPoolExecutor):
        def submit(self, *args: Any, **more: Any) -> Any:
            handed.append(len(args[2]))
            return super().submit(*args, **more)

    monkeypatch.setattr(all_cores, "ProcessPoolExecutor", Watched)
    for number, _ in enumerate(checked_many(many)):
        assert sum(handed) <= number + 2 * (all_cores.AHEAD * 2 + 1)
    assert sum(handed) == len(many)


def end_this_process(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_is_told_in_one_line(
    ajar: Ran, many: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.checks.many.check_file", end_this_process)
    code, out, err = ajar("check", *many)
    assert (code, out) == (Exit.BROKEN, "")
    assert err == (
        "ajar: a process that was checking files has been ended, perhaps for want of memory; "
        "fewer files at a time may do\n"
    )
    assert multiprocessing.active_children() == []


IMPATIENT = """
import sys, time
from tui import main
from tui.checks import many
many._cores = lambda: 2
check_file = many.check_file
def slowly(*args, **more):
    time.sleep(0.01)
    return check_file(*args, **more)
many.check_file = slowly
sys.exit(main.main())
"""
"""`ajar` where each file takes longer, so that the bar moves."""


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    for number in range(checking_many.WORTH_ALL_CORES + 50):
        (tmp_path / f"{number:03}.session.yaml").write_text(GOOD)
    return tmp_path


def on_terminal(
    folder: Path, encoding: str = "utf-8", term: str = "xterm"
) -> tuple[int, subprocess.Popen[str]]:
    """The far end of a terminal that shows stderr, and the program, in a process group of its own."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    command = [sys.executable, "-c", IMPATIENT, "check", str(folder)]
    environment = {**os.environ, "TERM": term, "PYTHONIOENCODING": encoding}
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=slave,
        text=True,
        start_new_session=True,
    )
    os.close(slave)
    return master, process


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_real_run_shows_how_far_it_is(crowd: Path, encoding: str) -> None:
    master, process = on_terminal(crowd, encoding)
    shown = read_all(master).decode()
    os.close(master)
    assert process.communicate(timeout=PATIENCE)[0] == f"300 files, {NO_FAULT}\n"
    read = [int(number) for number in re.findall(r"(\d+)/300", shown)]
    assert len(read) > 2
    assert read == sorted(read)
    assert read[-1] == 300


def test_a_dumb_terminal_is_shown_no_bar(crowd: Path) -> None:
    master, process = on_terminal(crowd, term="dumb")
    assert read_all(master) == b""
    os.close(master)
    assert process.communicate(timeout=PATIENCE)[0] == f"300 files, {NO_FAULT}\n"


def test_ctrl_c_ends_all_of_it_at_once(crowd: Path) -> None:
    master, process = on_terminal(crowd)
    shown = b""
    while b"/300" not in shown:
        shown += os.read(master, 4096)
    os.killpg(process.pid, signal.SIGINT)
    shown += read_all(master)
    os.close(master)
    assert process.communicate(timeout=PATIENCE)[0] == ""
    assert process.returncode == Exit.INTERRUPTED
    assert b"Traceback" not in shown
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_explain_without_an_id_lists_all_of_them(ajar: Ran) -> None:
    code, out, err = ajar("explain")
    assert (code, err) == (Exit.FINE, "")
    listed = {line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2] in "EW"}
    assert listed == PAGES.keys() | ELSEWHERE.keys()
    assert {id_[:2] for id_ in PAGES} <= FAMILIES.keys()


@pytest.mark.parametrize("id_", [*PAGES, *ELSEWHERE])
def test_every_id_has_its_meaning_and_two_examples(ajar: Ran, id_: str) -> None:
    code, out, err = ajar("explain", id_.lower())
    page = PAGES[ELSEWHERE.get(id_, id_)]
    assert (code, err) == (Exit.FINE, "")
    assert out.startswith(f"{id_}: ")
    assert page.meaning in out
    bad, good = out.split("Leads to it:")[1].split("Reads well:")
    assert "".join(page.bad.split()) in "".join(bad.split()) or not page.bad
    assert "".join(page.good.split()) in "".join(good.split())


def test_the_schema_goes_to_stdout_or_to_a_file(ajar: Ran, tmp_path: Path) -> None:
    code, out, err = ajar("schema")
    assert (code, err) == (Exit.FINE, "")
    assert out == schema_text()
    assert json.loads(out)["$schema"] == "http://json-schema.org/draft-07/schema#"
    path = tmp_path / "session.json"
    assert ajar("schema", "-o", str(path)) == (Exit.FINE, f"{path}\n", "")
    assert path.read_text() == out
    code, _, err = ajar("schema", "-o", str(path))
    assert (code, err) == (
        Exit.FAULT,
        f"ajar: {path} is there already, and stays as it is; --force replaces it\n",
    )
    assert ajar("schema", "-o", str(path), "--force") == (Exit.FINE, f"{path}\n", "")
    assert ajar("schema", "-o", "-") == (Exit.FINE, out, "")
    code, _, err = ajar("schema", "-o", str(tmp_path / "gone" / "x.json"))
    assert code == Exit.FAULT
    assert err.endswith("could not be written: no such file or directory\n")


@pytest.mark.parametrize("text", ["broken: [\n", "a: [", "a:\n  - b: {\n\n", "["])
def test_a_bracket_that_stays_open_is_shown_where_it_opens(ajar: Ran, tmp_path: Path, text: str) -> None:
    path = tmp_path / "open.session.yaml"
    path.write_text(text, encoding="utf-8")
    code, out, _ = ajar("check", str(path))
    assert code == Exit.FAULT
    assert f"the `{text.strip()[-1]}` that opens here is never closed" in out


def test_the_code_says_that_no_file_was_found(ajar: Ran, tmp_path: Path) -> None:
    path = tmp_path / "there.session.yaml"
    path.write_text("[", encoding="utf-8")
    gone = str(tmp_path / "gone.yaml")
    assert ajar("check", gone)[0] == Exit.USAGE
    assert ajar("check", gone, str(path))[0] == Exit.FAULT


def test_the_command_has_a_line_for_each_file_and_says_what_is_advised(ajar: Ran, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.session.yaml", tmp_path / "bad.session.yaml"
    good.write_text((SCRIPTS / "when-its-hard.session.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    bad.write_text("format: 1\n", encoding="utf-8")
    code, out, _ = ajar("check", "--stats", str(good), str(bad))
    assert code == Exit.FAULT
    first, second, last = out.splitlines()
    assert "with may, can or the like" in first
    assert "no figures" in second
    assert last == ADVISED
    assert ajar("check", "--stats", "--fix", str(good))[0] == Exit.USAGE
