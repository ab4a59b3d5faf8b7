import sys
from types import SimpleNamespace

import pytest

from audio.backends import choose as choosing
from audio.backends import with_simpleaudio
from audio.backends.base import Backend, SoundError
from audio.backends.choose import KINDS, choose
from audio.backends.silent import Silent


class Broken(Silent):
    def open(self) -> None:
        raise SoundError("it is broken")


@pytest.fixture
def only_command(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds: dict[str, type[Silent]] = {
        "simpleaudio": Broken,
        "miniaudio": Broken,
        "command": Silent,
        "silent": Silent,
    }
    monkeypatch.setattr(choosing, "KINDS", kinds)


def test_the_automatic_order() -> None:
    assert list(KINDS) == ["simpleaudio", "miniaudio", "command", "silent"]


@pytest.mark.usefixtures("only_command")
def test_the_first_that_works_is_chosen_and_the_others_have_reasons() -> None:
    tried: list[Backend] = []
    choice = choose(before_open=tried.append)
    assert choice.passed_over == (
        ("simpleaudio", "it is broken"),
        ("miniaudio", "it is broken"),
        ("silent", "not needed"),
    )
    assert choice.backend is tried[-1]
    assert len(tried) == 3


@pytest.mark.usefixtures("only_command")
def test_what_is_avoided_is_not_even_tried() -> None:
    choice = choose(avoid=["simpleaudio", "command"])
    assert dict(choice.passed_over)["command"] == "it failed a moment ago"


@pytest.mark.usefixtures("only_command")
def test_a_forced_backend_that_fails_is_not_replaced() -> None:
    with pytest.raises(SoundError, match=r"^miniaudio was asked for, but it is broken$"):
        choose("miniaudio")


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(SoundError, match=f"no backend called xyzzy; there are {', '.join(KINDS)}"):
        choose("xyzzy")


@pytest.mark.parametrize(
    ("version", "installed", "is_unsafe"),
    [
        ((3, 11), {"simpleaudio"}, False),
        ((3, 12), {"simpleaudio"}, True),
        ((3, 13), {"simpleaudio", "simpleaudio-patched"}, True),
        ((3, 13), {"simpleaudio-patched"}, False),
        ((3, 13), set(), False),
    ],
)
def test_the_release_that_crashes_is_never_loaded(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], installed: set[str], *, is_unsafe: bool
) -> None:
    monkeypatch.setattr(with_simpleaudio, "sys", SimpleNamespace(version_info=version, platform="linux"))
    monkeypatch.setattr(with_simpleaudio, "_is_installed", installed.__contains__)
    assert bool(with_simpleaudio.unsafe()) is is_unsafe
    if is_unsafe:
        with pytest.raises(SoundError, match="crashes"):
            with_simpleaudio.Simpleaudio().open()
        assert "simpleaudio" not in sys.modules
