"""Each test of care has an empty home of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_home(home: object) -> None:
    """No test reads the settings of whoever runs it."""
