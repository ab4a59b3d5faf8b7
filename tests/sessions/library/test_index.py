"""The index of a person's own sessions: trusted while files stay as they are, and never needed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.library import catalogue
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import ENDING, Entry, known_of, scan, settled
from sessions.library.index import RACY, Found, load, save
from sessions.library.stamps import Stamp

GOOD = (SCRIPTS / f"one-breath{ENDING}").read_text(encoding="utf-8")
LONG_AGO = 1_600_000_000_000_000_000
"""Nanoseconds: a day in 2020."""


def put(folder: Path, name: str, text: str, *, changed: int = LONG_AGO) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}{ENDING}"
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(changed, changed))
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Two sessions of one's own, one of them faulty."""
    put(tmp_path / "own", "mine", GOOD.replace("title: ", "title: Mine, "))
    put(tmp_path / "own", "broken", "format: 1\ntitle: Broken\nlength: soon\n")
    return tmp_path / "own"


def indexed(own: Path) -> tuple[Path, list[Entry]]:
    """The index of a folder, and what was found for it."""
    path = own.parent / "sessions.index"
    entries = [settled(entry) for entry in scan(own)]
    assert save(path, own, known_of(entries, own))
    return path, entries


def test_what_was_found_comes_back_and_no_file_is_opened_for_it(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, entries = indexed(own)
    assert [entry.fault is None for entry in entries] == [True, False]
    known = load(path, own)

    def opened(file: str) -> dict[str, str]:
        raise AssertionError(f"{file} was opened")

    monkeypatch.setattr(catalogue, "_head", opened)
    assert scan(own, known=known) == entries
    assert all(entry.looked for entry in scan(own, known=known))


def test_a_changed_file_a_new_one_and_a_missing_one_are_noticed(own: Path) -> None:
    path, _ = indexed(own)
    put(own, "mine", GOOD.replace("title: ", "title: Changed, "))
    put(own, "new", GOOD)
    (own / f"broken{ENDING}").unlink()
    found = {entry.name: entry for entry in scan(own, known=load(path, own))}
    assert set(found) == {"mine", "new"}
    assert found["mine"].title.startswith("Changed")
    assert not found["mine"].looked
    assert not found["new"].looked


def test_a_change_of_the_same_size_is_noticed_by_its_time(own: Path) -> None:
    path, _ = indexed(own)
    put(own, "mine", GOOD.replace("title: ", "title: Nine, "), changed=LONG_AGO + 1)
    (entry,) = (entry for entry in scan(own, known=load(path, own)) if entry.name == "mine")
    assert entry.title.startswith("Nine")


def test_a_file_saved_just_before_the_index_is_not_trusted(own: Path) -> None:
    path, _ = indexed(own)
    written = path.stat().st_mtime_ns
    for changed, trusted in ((written, False), (written - RACY, False), (written - RACY - 1, True)):
        put(own, "mine", GOOD, changed=changed)
        path, _ = indexed(own)
        os.utime(path, ns=(written, written))
        assert ("mine" in load(path, own)) == trusted


def test_a_file_dated_in_the_future_is_read_each_time(own: Path) -> None:
    put(own, "mine", GOOD, changed=LONG_AGO * 3)
    path, _ = indexed(own)
    assert set(load(path, own)) == {"broken"}


def test_a_session_that_takes_parts_from_another_file_is_not_kept(own: Path) -> None:
    (own / "parts.yaml").write_text("parts:\n  a:\n    - quiet: 5s\n", encoding="utf-8")
    put(own, "mine", GOOD.replace("parts:", "parts_from: [parts.yaml]\nparts:", 1))
    text = GOOD.replace("arriving:", "parts_from: [parts.yaml]\narriving:", 1)
    put(own, "borrows", text)
    path, entries = indexed(own)
    borrowing = next(entry for entry in entries if entry.name == "borrows")
    assert borrowing.looked
    assert borrowing.stamp is None
    assert "borrows" not in load(path, own)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"nonsense",
        b"\xff\xfe\x00",
        b"ajar index 1\t0\t0\t/somewhere/else\nmine\t1\t1\t1\t60.0\tMine\t\t\n",
        b"x" * 100_000,
    ],
)
def test_an_index_that_cannot_be_used_is_passed_over(own: Path, content: bytes) -> None:
    path, _ = indexed(own)
    path.write_bytes(content)
    assert load(path, own) == {}
    assert len(scan(own, known=load(path, own))) == 2


def test_of_a_damaged_index_the_sound_lines_are_used(own: Path) -> None:
    path, _ = indexed(own)
    text = path.read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    path.write_text(
        "\n".join([head, "half a li", lines[0].replace("\t", "\tx", 1), "", *lines]), encoding="utf-8"
    )
    assert set(load(path, own)) == {"mine", "broken"}


def test_text_that_a_terminal_would_obey_is_not_taken_from_an_index(own: Path) -> None:
    path, _ = indexed(own)
    path.write_text(path.read_text(encoding="utf-8").replace("Mine", "Mi\x1b[2Jne"), encoding="utf-8")
    assert set(load(path, own)) == {"broken"}


def test_another_version_of_the_code_looks_again(own: Path) -> None:
    path, _ = indexed(own)
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    name, newest, size, folder = head.split("\t")
    for other in ((name, str(int(newest) + 1), size, folder), (name, newest, str(int(size) + 1), folder)):
        path.write_text("\t".join(other) + "\n" + rest, encoding="utf-8")
        assert load(path, own) == {}


def test_another_file_of_the_same_size_and_time_is_noticed(
    own: Path,
) -> None:
    path, _ = indexed(own)
    other = put(own, "other", GOOD.replace("title: ", "title: Nine, "))
    other.replace(own / f"mine{ENDING}")
    (entry,) = (entry for entry in scan(own, known=load(path, own)) if entry.name == "mine")
    assert entry.title.startswith("Nine")


def test_where_nothing_can_be_written_nothing_happens(own: Path) -> None:
    blocked = own / "a-file"
    blocked.write_text("in the way")
    assert not save(blocked / "sessions.index", own, {})
    folder = own.parent / "sessions.index"
    folder.mkdir()
    assert not save(folder, own, {})
    assert load(folder, own) == {}
    assert [entry.name for entry in own.parent.iterdir() if entry.name.startswith(".")] == []


def test_names_that_would_break_a_line_are_left_out(own: Path) -> None:
    path = own.parent / "sessions.index"
    found = Found("title", 60.0, "", "")
    assert save(path, own, dict.fromkeys(("a\tb", "c\nd", "e"), (Stamp(1, 1, 1), found)))
    assert set(load(path, own)) == {"e"}
    assert save(path, own, {"sur\udce4": (Stamp(1, 1, 1), found), "f": (Stamp(1, 1, 1), found)})
    assert set(load(path, own)) == {"f"}


def test_only_its_owner_can_read_it(own: Path) -> None:
    path, _ = indexed(own)
    assert path.stat().st_mode & 0o777 == 0o600


WRITER = """
import sys
from pathlib import Path
from sessions.library.index import Found, save
from sessions.library.stamps import Stamp
path, who = Path(sys.argv[1]), sys.argv[2]
known = {f"{who}-{at}": (Stamp(at, 1, 1), Found(who * 50, 60.0, "", "")) for at in range(300)}
for _ in range(60):
    assert save(path, path.parent, known)
"""


def test_two_that_write_at_once_leave_one_whole_index(tmp_path: Path) -> None:
    path = tmp_path / "sessions.index"
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [subprocess.Popen([*command, who], cwd=Path(__file__).parents[3]) for who in "ab"]
    seen = []
    while any(writer.poll() is None for writer in writers):
        seen.append(load(path, tmp_path))
    assert [writer.returncode for writer in writers] == [0, 0]
    for known in filter(None, [*seen, load(path, tmp_path)]):
        assert len(known) == 300
        assert len({name[0] for name in known}) == 1, "half of one and half of the other"
    assert len(list(tmp_path.iterdir())) == 1


TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)


@given(
    st.dictionaries(
        TEXTS.filter(bool),
        st.tuples(
            st.builds(Stamp, st.integers(0, 10**18), st.integers(0, LONG_AGO), st.integers(0, 10**7)),
            st.builds(Found, TEXTS, st.none() | st.floats(1, 900), TEXTS, TEXTS),
        ),
    )
)
def test_whatever_is_kept_comes_back(known: dict[str, tuple[Stamp, Found]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sessions.index"
        assert save(path, Path(folder), known)
        assert load(path, Path(folder)) == known
