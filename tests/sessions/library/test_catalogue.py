"""Sessions listed by the first bytes of their files, found by name, looked through on demand."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import (
    ENDING,
    HEAD_BYTES,
    UnknownSessionError,
    find,
    read_entry,
    scan,
    settled,
)


def put(folder: Path, name: str, text: str) -> str:
    path = folder / f"{name}{ENDING}"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob(f"*{ENDING}")), ids=lambda path: path.stem)
def test_the_head_of_a_bundled_session_says_what_the_whole_file_says(path: Path) -> None:
    entry = read_entry(str(path))
    assert entry.bundled
    assert entry.length is not None
    assert entry.about
    assert settled(entry) == entry


def test_the_shortest_comes_first_then_the_alphabet() -> None:
    entries = scan(SCRIPTS)
    assert entries[0].name == "one-breath"
    assert [(e.length, e.name) for e in entries] == sorted((e.length or 0, e.name) for e in entries)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("title: Two words # a remark\n", "Two words"),
        ("# first\n\n---\ntitle:   Two words  \n", "Two words"),
        ('title: "Say: what\'s here"\n', "Say: what's here"),
        ("title: 'It is \"here\"'\n", 'It is "here"'),
        ("\ufefftitle: Grüße\r\n", "Grüße"),
        ("title: One#two\n", "One#two"),
    ],
)
def test_titles_in_plain_sight_are_read(tmp_path: Path, head: str, title: str) -> None:
    assert read_entry(put(tmp_path, "mine", f"{head}length: 5m\n\n")).title == title


@pytest.mark.parametrize(
    "head",
    [
        "title: >-\n  folded\n",
        "title: goes\n  on\n",
        "title: &a anchored\n",
        'title: "an \\x41 escape"\n',
        "title: [a, list]\n",
        "title: a: b\n",
        "title: pull \u202e back\n",
        "title:\n",
        "",
        "  title: deeper\n",
        f"#{'x' * HEAD_BYTES}\ntitle: too far down\n",
    ],
)
def test_a_title_that_is_not_in_plain_sight_is_left_to_the_parser(tmp_path: Path, head: str) -> None:
    assert read_entry(put(tmp_path, "mine", head)).title == "mine"


def test_a_session_of_ones_own_replaces_its_bundled_namesake(tmp_path: Path) -> None:
    put(tmp_path, "one-breath", "title: My own\nlength: 2m\n\n")
    entries = {entry.name: entry for entry in scan(SCRIPTS, tmp_path)}
    assert len(entries) == len(scan(SCRIPTS))
    assert entries["one-breath"].title == "My own"
    assert not entries["one-breath"].bundled
    assert find("one-breath", SCRIPTS, tmp_path) == entries["one-breath"]


def test_a_faulty_file_is_listed_last_and_tells_its_first_fault(tmp_path: Path) -> None:
    put(tmp_path, "broken", "format: 1\ntitel: Broken\n")
    entry = scan(SCRIPTS, tmp_path)[-1]
    assert (entry.name, entry.title, entry.length, entry.fault) == ("broken", "broken", None, None)
    fault = settled(entry).fault
    assert fault is not None
    assert fault.startswith("line 1: ") or "`titel`" in fault


def test_a_head_that_looks_fine_does_not_hide_a_fault_further_down(tmp_path: Path) -> None:
    entry = read_entry(put(tmp_path, "half", "format: 1\ntitle: Half\nlength: 5m\narriving: 7\n"))
    assert (entry.title, entry.length) == ("Half", 300.0)
    assert settled(entry).fault is not None


def test_names_are_made_safe_where_they_stand_for_a_title(tmp_path: Path) -> None:
    assert read_entry(put(tmp_path, "a\x1b[2Jb", "")).title == "a\\x1b[2Jb"


def test_what_is_no_regular_file_neither_hangs_nor_raises(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"pipe{ENDING}")
    (tmp_path / f"folder{ENDING}").mkdir()
    (tmp_path / f"gone{ENDING}").symlink_to(tmp_path / "nowhere")
    entries = scan(tmp_path)
    assert [entry.name for entry in entries] == ["folder", "gone", "pipe"]
    assert all(settled(entry).fault for entry in entries)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path / "nowhere") == []


def test_hidden_and_other_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".draft", "title: x\n")
    (tmp_path / "notes.yaml").write_text("title: x\n")
    assert scan(tmp_path) == []


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    assert find(str(path)).path == path
    assert find("gone.yaml").path == Path("gone.yaml")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("helo-guard", "there is no session called `helo-guard`. Did you mean `hello-guard`?"),
        ("xyzzy", "there is no session called `xyzzy`. `ajar list` shows what there is."),
        ("\x1b]0;x\x07", "there is no session called `\\x1b]0;x\\x07`."),
        ("", "there is no session called ``."),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_one(wanted: str, message: str) -> None:
    with pytest.raises(UnknownSessionError, match="^" + re.escape(message)):
        find(wanted, SCRIPTS)
