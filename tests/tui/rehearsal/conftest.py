"""What tests of the rehearsal share."""

from __future__ import annotations

import pytest

from tests.patience import PATIENCE


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make sure that a small file is read at the first poll, even on a busy machine."""
    monkeypatch.setattr("tui.rehearsal.saves.UNNOTICED", PATIENCE)
