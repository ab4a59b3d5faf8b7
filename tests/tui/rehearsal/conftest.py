"""What tests of the rehearsal share."""

from __future__ import annotations

import pytest

from tests.patience import PATIENCE


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file is read at the first look, on a busy machine as well."""
    monkeypatch.setattr("tui.rehearsal.saves.UNNOTICED", PATIENCE)
