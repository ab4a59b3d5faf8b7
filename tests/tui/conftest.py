"""Every test of a screen has a home of its own, and colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.bells import Recorded


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; settings, data and the rest would go below it."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    return place


@pytest.fixture
def players(monkeypatch: pytest.MonkeyPatch) -> list[Recorded]:
    """Every player of bells that was made, none of which rings."""
    made: list[Recorded] = []

    def make(backend: str, on_fault: Callable[[str], None]) -> Recorded:
        made.append(Recorded(backend, on_fault))
        return made[-1]

    monkeypatch.setattr("audio.player.Player", make)
    return made
