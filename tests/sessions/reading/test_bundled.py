"""A bundled file is only read when it is played; a damaged one is checked, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.check import check_file
from sessions.library.bundled import SCRIPTS

WHOLE = (SCRIPTS / "one-breath.session.yaml").read_text(encoding="utf-8")


def test_read_or_checked_a_bundled_file_gives_the_same_session() -> None:
    path = SCRIPTS / "one-breath.session.yaml"
    assert check_file(path, advised=False).session == check_file(path).session is not None


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "\x00\x01: [",
        WHOLE.replace("for: 12s", "for: 12x", 1),
        WHOLE.replace("for: 12s", "fro: 12s", 1),
        WHOLE.replace("arriving:", "arriving: [", 1),
        WHOLE.replace("Come", "C\x07ome", 1),
        WHOLE[: len(WHOLE) // 2] + "\x1b[31m",
        "format: 1\n- a list\n",
    ],
)
def test_a_damaged_bundled_file_says_what_is_wrong_with_it(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "one-breath.session.yaml"
    path.write_bytes(damaged.encode())
    read, checked = check_file(path, advised=False), check_file(path)
    assert read.session is None
    assert read.faults == checked.faults != ()
