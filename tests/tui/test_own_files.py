"""Own files of settings and help lines, whatever stands in their place: one line, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.command import Ran
from tests.patience import PATIENCE
from tui.checks.project import forget_projects
from tui.own_files import MOST_BYTES, MOST_SHOWN
from tui.settings import Settings, load, load_or_default, remember
from tui.words.help_lines import BUNDLED, help_lines
from tui.words.help_lines import load as load_list

ROOT = Path(__file__).parents[2]

OWN = """\
# Mine, with care.
theme = 'ajar-day'   # for the balcony
\t"pace"\t= 2.0# slow

  # not yet: bell = true
motion = true
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ajar"
    folder.mkdir()
    return folder / "settings.toml"


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _large(path: Path) -> None:
    path.write_text("#" * (MOST_BYTES + 1))


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)


def _brackets(path: Path) -> None:
    path.write_text("a = " + "[" * 20_000)


def _tables(path: Path) -> None:
    path.write_text("a = " + "{a = " * 10_000)


def _dots(path: Path) -> None:
    path.write_text(".".join("a" * 30_000) + " = 1")


def _headers(path: Path) -> None:
    path.write_text("[" + ".".join("a" * 30_000) + "]")


def _long_key(path: Path) -> None:
    path.write_text("k" * 60_000 + " = 1")


def _bytes(path: Path) -> None:
    path.write_bytes(b"\xff\xfe")


def _digits(path: Path) -> None:
    path.write_text("line = " + "9" * 60_000)


def _theirs(path: Path) -> None:
    path.write_text("")
    if os.geteuid() != 0:
        pytest.skip("needs a file of somebody else")
    os.chown(path, 12345, 12345)


PLACED: dict[Callable[[Path], None], str] = {
    os.mkfifo: "this is not a regular file",
    os.mkdir: "this is a folder",
    _zero: "this is not a regular file",
    _loop: "its links lead round in a circle",
    _large: "it is larger than 64 KiB",
    _sparse: "it is larger than 64 KiB",
    _brackets: "its brackets are nested too deeply",
    _tables: "its brackets are nested too deeply",
    _dots: "line 1 holds more than 100 dots; shorten it",
    _headers: "line 1 holds more than 100 dots; shorten it",
    _long_key: "",
    _bytes: "it is not UTF-8 text",
    _digits: "",
    _theirs: "it belongs to somebody else",
}


@pytest.mark.parametrize("place", PLACED, ids=lambda place: place.__name__)
def test_whatever_stands_in_the_place_of_a_file_is_told_in_one_line(
    path: Path, place: Callable[[Path], None]
) -> None:
    place(path)
    settings, said = load_or_default(path)
    assert settings == Settings()
    assert said.startswith(f"{path} is not used: ")
    assert PLACED[place] in said
    assert "\n" not in said
    assert len(said) < len(str(path)) + 2 * MOST_SHOWN
    lines, told = help_lines(path)
    assert lines == load_list(BUNDLED)
    assert told.endswith("The bundled list stands in.")
    assert "\n" not in told


def test_a_path_that_no_system_takes_is_told_shortly() -> None:
    path = Path("/tmp", "x" * 5000)  # noqa: S108  # never made
    settings, said = load_or_default(path)
    assert settings == Settings()
    assert "the path is too long" in said
    assert len(said) < 2 * MOST_SHOWN


@pytest.mark.parametrize("folder", ["\udcff", "x" * 5000, "a\x1b[2Jb"])
@pytest.mark.parametrize(
    "command",
    [
        *(["list"], ["settings"], ["settings", "--erase"], ["settings", "--erase", "--all", "--yes"]),
        *(["help-lines"], ["help-lines", "--where"], ["doctor"]),
        *(["mine"], ["mine", "--where"], ["mine", "--erase"], ["mine", "--add", "words"]),
    ],
)
def test_an_odd_folder_of_settings_stops_no_command(tmp_path: Path, folder: str, command: list[str]) -> None:
    odd = os.path.join(tmp_path, folder)  # noqa: PTH118  # text all along
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())", *command],
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": odd, "XDG_DATA_HOME": odd},
        input=b"tea",
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode in (0, 1), done.stderr
    assert b"inside ajar" not in done.stderr
    assert b"\x1b[2J" not in done.stdout + done.stderr
    if command[0] in ("list", "help-lines"):
        assert done.returncode == 0


def test_writing_keeps_comments_and_the_order_of_lines(path: Path) -> None:
    path.write_text(OWN)
    remember(path, theme="ajar-night", pace=1.5)
    assert path.read_text() == OWN.replace("'ajar-day'", '"ajar-night"').replace("2.0#", "1.5#")
    remember(path, bell=True)
    assert path.read_text().endswith(
        "motion = true\n\n# Whether bells can be heard: true or false.\nbell = true\n"
    )
    assert load(path) == Settings(pace=1.5, motion=True, bell=True)


@pytest.mark.parametrize(
    "text",
    [
        'theme = """\najar-day"""\n',
        "theme = '''ajar-day'''\n",
        'voice_command = "a \\" theme = 1 \\\\"\ntheme = "ajar-day"\n',
        '"th\\u0065me" = "ajar-day"\n',
        "motion=true\r\ntheme='ajar-day'\r\n",
        "motion = true",
        "",
        "\ufefftheme = 'ajar-day'\n",
    ],
)
def test_however_a_file_is_written_the_change_holds(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    before = load(path)
    assert remember(path, theme="ajar-contrast", voice_command='say "\\"') == load(path)
    assert load(path) == before.changed(theme="ajar-contrast", voice_command='say "\\"')


def test_a_link_to_a_folder_of_dotfiles_stays_one(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "ajar.toml"
    real.parent.mkdir()
    real.write_text(OWN)
    path.symlink_to(real)
    remember(path, bell=True)
    assert path.is_symlink()
    assert load(real).bell
    assert [each.name for each in real.parent.iterdir()] == ["ajar.toml"]


def test_a_link_to_a_file_that_is_not_there_yet_is_followed(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "dotfiles" / "ajar.toml")
    remember(path, bell=True)
    assert load(tmp_path / "dotfiles" / "ajar.toml").bell


def test_what_another_instance_remembers_at_the_same_time_is_not_lost(path: Path) -> None:
    keys = ("bell", "motion", "large", "manual", "bell_indirect", "notice_read", "aloud", "tick")
    threads = [threading.Thread(target=lambda key=key: remember(path, **{key: True})) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = tomllib.loads(path.read_text())
    assert all(held[key] for key in keys)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_instance_that_was_stopped_in_the_middle_is_not_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl  # noqa: PLC0415  # beside its only use

    monkeypatch.setattr("tui.own_files.PATIENCE", 0.0)
    held = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        remember(path, bell=True)
    finally:
        os.close(held)
    assert load(path).bell


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("check = " + "[" * 20_000, "its brackets are nested too deeply"),
        ("#" * (MOST_BYTES + 1), "it is larger than 64 kib"),
    ],
)
def test_a_project_file_is_read_within_the_same_bounds(ajar: Ran, here: Path, text: str, reason: str) -> None:
    (here / ".ajar.toml").write_text(text)
    (here / "x.session.yaml").write_text("format: 1\n")
    forget_projects()  # another test in this process may have been in another folder
    code, out, err = ajar("check", "x.session.yaml")
    assert (code, out) == (2, "")
    assert f".ajar.toml: cannot be read: {reason}" in err
    assert len(err.splitlines()) == 1
