"""`ajar mine` and `ajar settings --erase --all`: made, shown, changed and erased when somebody says so."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from sessions.mine.model import Mine
from sessions.mine.template import TEMPLATE
from tests.e2e.pty_app import PtyApp
from tests.fakes.command import Ran
from tui.exits import Exit
from tui.mine_file import keep, load
from tui.settings import remember


@pytest.fixture
def path(home: Path) -> Path:
    return home / "config" / "ajar" / "mine.yaml"


def test_alone_it_says_what_it_is_and_where_and_makes_nothing(ajar: Ran, path: Path, home: Path) -> None:
    code, out, err = ajar("mine")
    assert (code, err) == (Exit.FINE, "")
    assert "A few lines of your own" in out
    assert str(path) in out
    assert "--add words" in out
    assert ajar("mine", "--where")[1] == f"{path}\n"
    assert ajar("mine", "--show")[1] == ""
    assert list(home.iterdir()) == []


def test_lines_are_kept_from_stdin_and_shown_below_their_headings(ajar: Ran, path: Path) -> None:
    code, out, err = ajar("mine", "--add", "words", stdin="I can go slowly.\n\n“It’s late: rest.”\n".encode())
    assert (code, out, err) == (Exit.FINE, "", "Kept.\n")
    assert ajar("mine", "--add", "people", stdin=b"Sam: 555 0100")[0] == Exit.FINE
    shown = "Words that help\n  I can go slowly.\n  “It’s late: rest.”\n\nPeople to ring\n  Sam: 555 0100\n"
    assert ajar("mine", "--show")[1] == shown
    assert shown in ajar("mine")[1]
    assert load(path)[0].people == ("Sam: 555 0100",)


def test_nothing_typed_keeps_nothing_and_makes_no_file(ajar: Ran, home: Path) -> None:
    code, _, err = ajar("mine", "--add", "words", stdin=b"\n \n")
    assert (code, err) == (Exit.FINE, "Nothing was typed, so nothing is kept.\n")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("typed", [b"a\x1b[2J", b"\xff", "a\u202eb".encode(), b"x" * 300])
def test_what_cannot_be_kept_is_told_in_one_line(ajar: Ran, path: Path, typed: bytes) -> None:
    code, out, err = ajar("mine", "--add", "words", stdin=typed)
    assert (code, out) == (Exit.FAULT, "")
    assert len(err.splitlines()) == 1
    assert not path.exists()


def test_a_line_is_never_taken_from_the_command_where_shells_keep_it(ajar: Ran, path: Path) -> None:
    assert ajar("mine", "--add", "words", "I can go slowly.")[0] == Exit.USAGE
    assert not path.exists()


def test_at_a_terminal_it_asks_for_the_line(path: Path, home: Path) -> None:
    with PtyApp("mine", "--add", "closing", home=home) as app:
        app.until("A sign that says enough:")
        app.press("jokes\r")
        app.until("Kept.")
        assert app.wait() == 0
    assert load(path) == (Mine(closing=("jokes",)), "")


def test_a_line_is_taken_out_by_its_number(ajar: Ran, path: Path) -> None:
    keep(path, "words", "a", "b", "c")
    code, out, err = ajar("mine", "--remove", "words", stdin=b"2\n")
    assert (code, out, err) == (Exit.FINE, "", "  1  a\n  2  b\n  3  c\nIt's gone.\n")
    assert load(path)[0].words == ("a", "c")


@pytest.mark.parametrize("typed", [b"", b"0", b"4", b"b", b"-1", "²".encode(), b"9" * 5000])
def test_without_a_number_that_is_there_every_line_stays(ajar: Ran, path: Path, typed: bytes) -> None:
    keep(path, "words", "a", "b", "c")
    before = path.read_bytes()
    code, _, err = ajar("mine", "--remove", "words", stdin=typed)
    assert code == Exit.FAULT
    assert err.endswith("so everything stays\n")
    assert path.read_bytes() == before
    assert ajar("mine", "--remove", "people", stdin=b"1")[0] == Exit.FAULT


def test_at_a_terminal_it_asks_which_line_goes(path: Path, home: Path) -> None:
    keep(path, "people", "Sam", "Ana")
    with PtyApp("mine", "--remove", "people", home=home) as app:
        app.until("Which number:")
        app.press("1\r")
        app.until("It's gone.")
        assert app.wait() == 0
    assert load(path)[0].people == ("Ana",)


def editor(tmp_path: Path, does: str) -> str:
    script = tmp_path / "an editor.py"
    script.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n{does}\n")
    return f"{sys.executable} '{script}' --wait"


def test_the_editor_gets_the_file_with_its_comments(
    ajar: Ran, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does = (
        "text = path.read_text().replace('words:', 'words:\\n  - tea')\npath.unlink()\npath.write_text(text)"
    )
    monkeypatch.setenv("VISUAL", editor(tmp_path, does))
    code, out, _ = ajar("mine", "--edit")
    assert (code, out) == (Exit.FINE, "All of it can be read.\n")
    assert path.read_text() == TEMPLATE.replace("words:", "words:\n  - tea")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600, "made anew by the editor"


def test_what_is_faulty_after_editing_is_told_with_its_line(
    ajar: Ran, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor(tmp_path, "path.write_text('words:\\n  - a\\n  - b: c\\n')"))
    code, out, _ = ajar("mine", "--edit")
    assert code == Exit.FAULT
    mend = "  line 3: a colon and a space inside a line read as a key; put the whole line in double quotes"
    assert mend in out.splitlines()
    assert mend in ajar("mine")[1].splitlines()
    assert ajar("mine", "--show")[0] == Exit.FAULT
    assert path.exists()


def test_ctrl_c_in_the_editor_is_the_editors(path: Path, home: Path, tmp_path: Path) -> None:
    does = """
import signal
signal.signal(signal.SIGINT, lambda *_: path.write_text("words: [tea]"))
print("editing", flush=True)
input()
"""
    with PtyApp("mine", "--edit", home=home, env={"VISUAL": editor(tmp_path, does)}) as app:
        app.until("editing")
        app.press("\x03")
        app.press("\r")
        app.until("All of it can be read.")
        assert app.wait() == 0
    assert load(path)[0].words == ("tea",)


@pytest.mark.parametrize("named", ["no-such-editor -w", "'", '"unclosed'])
def test_an_editor_that_is_not_there_is_named(
    ajar: Ran, home: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    del home
    monkeypatch.setenv("VISUAL", named)
    code, _, err = ajar("mine", "--edit")
    assert code == Exit.FAULT
    assert err.startswith(f"ajar: {named.split(maxsplit=1)[0]} could not be started: ")


def test_without_any_editor_it_says_where_the_file_is(
    ajar: Ran, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    code, _, err = ajar("mine", "--edit")
    assert code == Exit.FAULT
    assert str(path) in err


def test_erasing_asks_and_leaves_no_empty_folder(ajar: Ran, path: Path, home: Path) -> None:
    keep(path, "words", "tea")
    code, _, err = ajar("mine", "--erase")
    assert code == Exit.FAULT
    assert "--yes erases this." in err
    for answer, left in (("n\r", True), ("y\r", False)):
        with PtyApp("mine", "--erase", home=home) as app:
            app.until("It can't be brought back.")
            app.press(answer)
            app.wait()
        assert path.parent.exists() == left
    assert ajar("mine", "--erase")[1] == "There was nothing to erase.\n"


def test_what_editors_and_a_broken_write_left_goes_with_it(ajar: Ran, path: Path) -> None:
    keep(path, "words", "tea")
    left = ("mine.yaml~", ".mine.yaml.swp", "#mine.yaml#", f".mine.yaml.{'0f' * 8}.ajar-new", "mine.yaml.bak")
    for name in left:
        (path.parent / name).write_text("tea")
    (path.parent / "settings.toml").write_text("")
    assert ajar("mine", "--erase", "--yes")[0] == Exit.FINE
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_a_link_is_erased_with_what_it_leads_to(ajar: Ran, path: Path, tmp_path: Path) -> None:
    real = tmp_path / "mine of old.yaml"
    path.parent.mkdir(parents=True)
    path.symlink_to(real)
    keep(path, "words", "tea")
    code, out, _ = ajar("mine", "--erase", "--yes")
    assert code == Exit.FINE
    assert str(real) in out
    assert not real.exists()
    assert not path.is_symlink()


def test_erasing_all_takes_settings_and_own_lines_and_leaves_what_people_wrote(ajar: Ran, path: Path) -> None:
    keep(path, "words", "tea")
    remember(path.with_name("settings.toml"), bell=True)
    own = path.with_name("help-lines.toml")
    own.write_text("")
    assert ajar("settings", "--erase", "--all")[0] == Exit.FAULT, "nobody there to ask"
    assert path.exists()
    assert ajar("settings", "--erase", "--all", "--yes")[0] == Exit.FINE
    assert list(path.parent.iterdir()) == [own]
    own.unlink()
    assert ajar("settings", "--erase", "--all")[1] == "There was nothing to erase.\n"
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "args",
    [
        ("mine", "--add", "words", "--erase"),
        ("settings", "--all"),
        ("mine", "--add", "x"),
        ("mine", "--add", "words", "--remove", "words"),
    ],
)
def test_two_things_at_a_time_and_unknown_ones_are_refused(
    ajar: Ran, path: Path, args: tuple[str, ...]
) -> None:
    assert ajar(*args)[0] == Exit.USAGE
    assert not path.exists()
