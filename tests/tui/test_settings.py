"""What is remembered: nothing by itself, whole or not at all, for its owner alone."""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path

import pytest

from tui import locations
from tui.settings import Settings, SettingsError, forget, keys, load, load_or_default, remember, toml


@pytest.fixture
def path(tmp_path: Path) -> Path:
    config = tmp_path / "fresh"
    config.mkdir()
    return config / "ajar" / "settings.toml"


def test_without_a_file_everything_but_motion_and_growing_is_off(path: Path) -> None:
    settings = load(path)
    assert settings == Settings()
    assert [name for name, value in vars(settings).items() if value is True] == ["motion", "grow"]
    assert settings.pace == 1.0


def test_reading_creates_nothing(path: Path) -> None:
    load_or_default(path)
    assert list(path.parents[1].iterdir()) == []


def test_what_is_remembered_is_read_again(path: Path) -> None:
    remember(path, bell=True, pace=2.5, theme="ajar-day")
    assert load(path) == Settings(bell=True, pace=2.5, theme="ajar-day")
    remember(path, notice_read=True)
    assert load(path) == Settings(bell=True, pace=2.5, theme="ajar-day", notice_read=True)


def test_only_the_owner_can_read_what_is_remembered(path: Path) -> None:
    remember(path, bell=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    remember(path, bell=False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_says_what_each_key_is_for() -> None:
    text = toml(Settings())
    assert tomllib.loads(text) == vars(Settings())
    assert all(key.meaning in text for key in keys().values())
    assert set(keys()) == set(vars(Settings()))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("bell = 1\n", "`bell` is true or false"),
        ("pace = 11\n", "`pace` is a number from 0.5 to 10"),
        ("pace = true\n", "`pace` is a number from 0.5 to 10"),
        ("pace = nan\n", "`pace` is a number from 0.5 to 10"),
        ('theme = "pink"\n', "`theme` is one of ajar-night, ajar-day, ajar-contrast"),
        ("sound = [1]\n", "`sound` is one of auto, miniaudio, simpleaudio, command, silent"),
        ("bel = true\n", "there is no setting `bel`; did you mean `bell`?"),
        ("bell = \n", "Invalid value (at line 1, column 8)"),
        ("\x00", "Invalid statement (at line 1, column 1)"),
    ],
)
def test_a_bad_file_is_told_in_one_line_and_kept(path: Path, text: str, reason: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    settings, said = load_or_default(path)
    assert settings == Settings()
    assert said.startswith(f"{path} is not used: {reason}. The file is kept as it is")
    assert "\n" not in said
    with pytest.raises(SettingsError, match=re.escape(reason)):
        remember(path, bell=True)
    assert path.read_text() == text


def test_a_file_that_is_no_text_and_a_folder_in_its_place_are_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe")
    assert "it is not UTF-8 text" in load_or_default(path)[1]
    path.unlink()
    path.mkdir()
    assert "this is a folder" in load_or_default(path)[1]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    path.parent.mkdir()
    path.mkdir()
    with pytest.raises(SettingsError, match="is not used"):
        remember(path, bell=True)
    path.rmdir()
    path.parent.rmdir()
    path.parent.write_text("a file where the folder would be")
    with pytest.raises(SettingsError, match="could not be written: "):
        remember(path, bell=True)
    assert [each.name for each in path.parents[1].iterdir()] == ["ajar"]


def test_a_wrong_change_is_refused_before_anything_is_written(path: Path) -> None:
    with pytest.raises(ValueError, match="`pace` is a number"):
        remember(path, pace=0.1)
    assert not path.parent.exists()


def test_forgetting_erases_the_file(path: Path) -> None:
    assert not forget(path)
    remember(path, bell=True)
    assert forget(path)
    assert not path.exists()


def test_folders_follow_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert locations.settings_file() == tmp_path / "config" / "ajar" / "settings.toml"
    assert locations.help_lines_file() == tmp_path / "config" / "ajar" / "help-lines.toml"
    assert locations.sessions_folder() == tmp_path / "data" / "ajar" / "sessions"


@pytest.mark.skipif("sys.platform != 'linux'")
def test_an_empty_or_relative_variable_counts_as_unset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere/else")
    assert locations.settings_file() == tmp_path / ".config" / "ajar" / "settings.toml"
    assert locations.sessions_folder() == tmp_path / ".local" / "share" / "ajar" / "sessions"


def test_without_a_home_nothing_is_found_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "home", homeless)
    assert load(locations.settings_file()) == Settings()
