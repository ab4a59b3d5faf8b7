"""Rule 19: no network, no account, no trace; what is remembered can be shown and erased by one command."""

from __future__ import annotations

import ast
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sessions.mine.fields import KEYS, SIGNS
from sessions.mine.model import Mine
from sessions.reading.field_types import ValueKind
from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp
from tests.patience import PATIENCE
from tui.mine_file import load as load_own_lines
from tui.settings import Settings

ROOT = Path(__file__).parents[2]
AJAR = str(Path(sys.executable).with_name("ajar"))

NETWORK = frozenset(
    {
        *("socket", "socketserver", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp"),
        *(
            "ftplib",
            "smtplib",
            "imaplib",
            "poplib",
            "telnetlib",
            "xmlrpc",
            "webbrowser",
            "websockets",
            "grpc",
        ),
    }
)
COUNTING = (
    "streak",
    "remind_",
    "remind_me",
    "analytics",
    "telemetry",
    "tracker",
    "badge",
    "crontab",
    "score_of",
)
"""Names that code for counting a person or calling them back would have."""

DENIED = """
import os, socket
with open(os.environ["NET_LOG"], "a"): pass
def refuse(self, *args, **kwargs):
    if self.family not in (socket.AF_UNIX,):
        with open(os.environ["NET_LOG"], "a") as log: log.write(f"{self.family} {args}\\n")
        raise OSError("the network is denied")
socket.socket.connect = socket.socket.connect_ex = socket.socket.bind = socket.socket.sendto = refuse
def no_lookup(*args, **kwargs):
    with open(os.environ["NET_LOG"], "a") as log: log.write(f"lookup {args}\\n")
    raise OSError("the network is denied")
socket.getaddrinfo = socket.create_connection = no_lookup
"""
"""Put before every module of a process: a network that refuses, and notes who asked."""


def sources() -> Iterator[Path]:
    for package in ("tui", "sessions", "audio"):
        yield from sorted((ROOT / package).rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
        elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
            yield from (_text(arg).partition(".")[0] for arg in node.args)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_no_module_imports_anything_that_reaches_out() -> None:
    found = [(path.name, name) for path in sources() for name in imported(_tree(path)) if name in NETWORK]
    assert found == []


def test_the_scan_would_find_it() -> None:
    lines = ("import os, urllib.request", "from http.client import X", "importlib.import_module('ssl')")
    assert NETWORK & set(imported(ast.parse("\n".join(lines)))) == {"urllib", "http", "ssl"}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_nothing_counts_a_person_or_calls_them_back() -> None:
    names = {name.lower() for path in sources() for name in named(_tree(path))}
    assert len(names) > 500
    assert [name for name in names for word in COUNTING if word in name] == []


def named(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                yield node.name
            case ast.Name() | ast.Attribute():
                yield _name(node)


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


STEPS = (
    *(("1", "ask me on the way"), ("\r", "Before you begin"), ("\r", "space pause"), ("n", "worn out")),
    *(("5", "space pause"), ("c", "something ordinary"), ("0", "something green"), ("7", "space pause")),
    *(("h", "emergency number"), ("\x1b", "Paused"), ("c", "something ordinary"), ("q", "")),
)
"""Each key with what is seen after it."""


def sit(home: Path, **env: str) -> None:
    """A default run through the screens: notice, session, closing, a form, help, and out."""
    with PtyApp(home=home, env=env) as app:
        app.until("just begin")
        for key, seen in STEPS:
            app.press(key)
            if seen:
                app.until(seen)
        assert app.wait() == 0


def test_a_default_run_leaves_the_file_tree_as_it_was(home: Path) -> None:
    before, checkout = sorted(home.rglob("*")), files_below(ROOT / "sessions" / "scripts")
    sit(home)
    assert sorted(home.rglob("*")) == before
    assert files_below(ROOT / "sessions" / "scripts") == checkout


@pytest.mark.parametrize("args", [("play", "one-breath"), ("play", "one-breath", "--bell")], ids=["", "bell"])
def test_a_plain_run_and_the_commands_leave_it_as_well(args: tuple[str, ...], home: Path) -> None:
    with PtyApp(*args, "--plain", home=home) as app:
        app.until("Enter begins")
        app.press("\n")
        app.until(begun)
        app.press("c\n")
        app.until("something ordinary")
        app.press("q\n")
        app.wait()
    for command in (["list"], ["help-lines"], ["settings"], ["one"], ["week"], ["words"], ["doctor"]):
        run([AJAR, *command], _env(home))
    assert [path for path in home.rglob("*") if path.is_file()] == []


def _env(home: Path, **more: str) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    return {**kept, **folders, "HOME": str(home), **more}


def run(command: list[str], env: dict[str, str]) -> str:
    """What a command prints; it has to end well."""
    return subprocess.run(
        command, env=env, check=True, capture_output=True, text=True, timeout=PATIENCE
    ).stdout


def test_with_the_network_denied_everything_works_and_nobody_asks(home: Path, tmp_path: Path) -> None:
    denied, log = tmp_path / "denied", tmp_path / "net.log"
    denied.mkdir()
    (denied / "sitecustomize.py").write_text(DENIED, encoding="utf-8")
    env = {"PYTHONPATH": f"{denied}{os.pathsep}{ROOT}", "NET_LOG": str(log)}
    sit(home, **env)
    spoken = ["export", "one-breath", "-o", str(tmp_path / "spoken.wav")]
    for command in (["list"], ["help-lines"], ["doctor"], ["play", "one-breath", "--help"], spoken):
        run([AJAR, *command], _env(home, **env))
    assert log.exists(), "the network was not denied at all"
    assert log.read_text(encoding="utf-8") == ""


@pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode != 0,
    reason="needs a network namespace of its own",
)
def test_without_any_network_device_the_help_list_is_there(home: Path) -> None:
    assert "findahelpline.com" in run(["unshare", "-rn", AJAR, "help-lines"], _env(home))


def test_what_is_remembered_is_owner_only_shown_and_erased_by_one_command_each(home: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", home=home) as app:
        app.until("Enter begins")
        app.press("k\n")
        app.until(begun)
        app.press("q\n")
        app.wait()
    (file,) = (path for path in home.rglob("*") if path.is_file())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    shown, erased = (
        subprocess.run(
            [AJAR, *command], env=_env(home), check=True, capture_output=True, text=True, timeout=PATIENCE
        )
        for command in (["settings"], ["settings", "--erase"])
    )
    assert "notice_read = true" in shown.stdout
    assert str(file) in erased.stdout
    assert not file.exists()


OWN = {
    "words": "Zarquon, I can go slowly.",
    "comforts": "Zarquon tea",
    "closing": "Zarquon jokes",
    "opening": "Zarquon hums",
    "people": "Zarquon: 555 0100",
}
"""A line for each list of one's own; its first word stands nowhere else."""
DEAR = "Zarquon"
TITLES = re.compile(rb"\x1b\](?:[0-2l]|1337|777|9);?([^\x07\x1b]*)(?:\x07|\x1b\\)|\x1bk([^\x1b]*)\x1b\\")
"""What names a window or a tab, or shows a note outside of it (OSC 0, 1, 2, 9, 777; `screen`)."""


def with_all_on(home: Path) -> tuple[Path, Path]:
    """A home in which all is kept that can be: settings and own lines."""
    for name, line in OWN.items():
        subprocess.run(
            [AJAR, "mine", "--add", name], env=_env(home), check=True, input=line.encode(), timeout=PATIENCE
        )
    with PtyApp("play", "one-breath", "--plain", home=home) as app:
        app.until("Enter begins")
        app.press("k\n")
        app.until(begun)
        app.press("q\n")
        app.wait()
    return home / "config" / "ajar" / "settings.toml", home / "config" / "ajar" / "mine.yaml"


def sit_with_own(home: Path, **env: str) -> bytes:
    """A session up to the page of closing, on which a comfort of one's own stands first; gives every byte."""
    with PtyApp(home=home, env=env) as app:
        app.until("just begin")
        for key, seen in (("1", "ask me on the way"), ("\r", "space pause"), ("c", f"yours: {DEAR}")):
            app.press(key)
            app.until(seen)
        app.press("q")
        assert app.wait() == 0
        return app.raw


def test_with_everything_on_these_files_are_there_and_after_erasing_all_none(home: Path) -> None:
    files = with_all_on(home)
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    sit_with_own(home)
    assert sorted(path for path in home.rglob("*") if path.is_file()) == sorted(files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before, (
        "a run counted something"
    )
    run([AJAR, "settings", "--erase", "--all", "--yes"], _env(home))
    assert [path for path in home.rglob("*") if path.is_file() or path.name == "ajar"] == []


def test_no_line_of_ones_own_is_in_a_title_a_log_or_what_is_made_for_others(
    home: Path, tmp_path: Path
) -> None:
    with_all_on(home)
    log = tmp_path / "textual.log"
    env = {"TEXTUAL_LOG": str(log), "TEXTUAL": "debug"}
    raw = sit_with_own(home, **env)
    assert DEAR.encode() not in b"".join(b"".join(found) for found in TITLES.findall(raw))
    for made in (
        ("export", "one-breath", "--to", "json", "-o", "-"),
        ("export", "one-breath", "--to", "srt", "-o", "-"),
        ("print", "one-breath"),
        ("paths", "one-breath"),
        ("timeline", "one-breath"),
        ("sheet", "one-breath"),
        ("check", str(ROOT / "sessions" / "scripts" / "one-breath.session.yaml")),
        ("settings",),
        ("doctor",),
        ("list",),
    ):
        assert DEAR not in run([AJAR, *made], _env(home)), made
    assert not log.exists() or DEAR not in log.read_text(encoding="utf-8")
    assert DEAR in run([AJAR, "mine"], _env(home)), "the search would find it"


def test_a_faulty_file_of_ones_own_tells_nobody_what_is_in_it(home: Path) -> None:
    path = home / "config" / "ajar" / "mine.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"words:\n  - {DEAR}: a\n{DEAR}:\n  - {DEAR}\n", encoding="utf-8")
    with PtyApp("play", "one-breath", "--plain", home=home) as app:
        app.until("Enter begins")
        app.press("q\n")
        app.wait()
    assert DEAR.encode() not in app.raw
    mine, said = load_own_lines(path)
    assert not mine
    assert said
    assert DEAR not in said


def test_own_lines_have_no_place_for_a_count_a_date_or_a_mark() -> None:
    kinds = {row.kind for shape in (KEYS, SIGNS) for row in shape.fields}
    assert kinds == {ValueKind.TEXTS, ValueKind.PARTS}, "lists of lines, and the two of signs"
    assert {*KEYS.names, *SIGNS.names} == {*Mine._fields, "signs"}
    telling = ("date", "day", "time", "count", "last", "score", "mood", "session")
    assert not [key for key in (*KEYS.names, *SIGNS.names) for word in telling if word in key]


def test_nothing_that_is_said_of_a_person_can_be_remembered() -> None:
    telling = ("answer", "feel", "count", "last", "days", "closing", "coat", "session")
    assert not [key for key in Settings.__match_args__ for word in telling if word in key]
