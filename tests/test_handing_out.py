"""How tests are handed to the workers: a group stays together."""

from __future__ import annotations

import pytest

from tests.handing_out import ByGroupOrFile


@pytest.mark.parametrize("name", ["one-breath"])
def test_what_is_asked_of_one_session_is_known_as_a_group_before_it_is_handed_out(
    name: str, request: pytest.FixtureRequest
) -> None:
    assert request.node.nodeid.endswith(f"@{name}") is hasattr(request.config, "workerinput")


@pytest.mark.parametrize(
    ("test", "unit"),
    [
        ("tests/a.py::test_b", "tests/a.py"),
        ("tests/a.py::test_b[c@d]", "tests/a.py"),
        ("tests/a.py::TestB::test_c", "tests/a.py"),
        ("tests/a.py::test_b[one-breath]@one-breath", "one-breath"),
    ],
)
def test_a_worker_takes_a_group_or_a_file(test: str, unit: str) -> None:
    scheduler = object.__new__(ByGroupOrFile)  # one that is made asks for workers
    assert scheduler._split_scope(test) == unit
