"""The file of one's own: whatever stands in its place costs nothing but itself; it is its owner's alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sessions.mine.model import Mine
from sessions.mine.template import TEMPLATE
from sessions.unsafe import find_unsafe
from tests.fakes.command import Ran
from tests.patience import PATIENCE
from tests.tui.test_own_files import PLACED
from tui.exits import Exit
from tui.mine_file import MineError, close_to_others, keep, let_go, load, make
from tui.own_files import MOST_SHOWN

ROOT = Path(__file__).parents[2]
DEAR = "Rosalind"
"""What no message may hold."""


@pytest.fixture
def path(home: Path) -> Path:
    return home / "config" / "ajar" / "mine.yaml"


@pytest.fixture
def there(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _ten_megabytes(path: Path) -> None:
    path.write_bytes(b"words:\n" + b"  - tea\n" * (10 * 1024 * 1024 // 8))


def _escapes(path: Path) -> None:
    path.write_text(f'words:\n  - "{DEAR} \\e[2J \\u202e"\n')


def _raw(path: Path) -> None:
    path.write_text(f"words:\n  - {DEAR} \x1b]0;{DEAR}\x07 \u202e\n")


def _laughs(path: Path) -> None:
    rows = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    path.write_text(f"a0: &a0 [{DEAR}]\n{rows}words: *a8\n")


def _flow(path: Path) -> None:
    path.write_text(f"words: {'[' * 20_000}{DEAR}")


def _a_key(path: Path) -> None:
    path.write_text(f"words:\n  - {DEAR}: x\n{DEAR}:\n  - y\n")


HOSTILE: tuple[Callable[[Path], None], ...] = (
    *PLACED,
    _ten_megabytes,
    _escapes,
    _raw,
    _laughs,
    _flow,
    _a_key,
)


@pytest.mark.parametrize("place", HOSTILE, ids=lambda place: place.__name__)
def test_whatever_stands_there_is_told_in_one_line_without_any_of_its_text(
    there: Path, place: Callable[[Path], None], ajar: Ran
) -> None:
    place(there)
    mine, said = load(there)
    if place.__name__ == "_theirs":
        assert "somebody else" in said
    assert said
    assert mine == Mine()
    assert "\n" not in said
    assert DEAR not in said
    assert len(said) < len(str(there)) + 2 * MOST_SHOWN
    code, out, err = ajar("mine")
    assert code == Exit.FAULT
    assert "inside ajar" not in err
    assert not any(find_unsafe(out + err))
    before = there.lstat()
    code, _, err = ajar("mine", "--add", "words", stdin=b"tea\n")
    assert code == Exit.FAULT
    assert there.lstat() == before
    assert len(err.splitlines()) == 1
    assert ajar("list")[0] == Exit.FINE


def test_a_path_that_no_system_takes_is_told_shortly() -> None:
    mine, said = load(Path("/tmp", "x" * 5000))  # noqa: S108  # never made
    assert mine == Mine()
    assert "the path is too long" in said
    assert len(said) < 2 * MOST_SHOWN


def test_nothing_is_there_until_something_is_kept(path: Path, home: Path) -> None:
    assert load(path) == (Mine(), "")
    assert list(home.iterdir()) == []


def test_what_is_kept_is_its_owners_alone(path: Path) -> None:
    assert keep(path, "words", "I can go slowly.") == Mine(words=("I can go slowly.",))
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert load(path) == (Mine(words=("I can go slowly.",)), "")
    assert path.read_text() == TEMPLATE.replace("words:\n", "words:\n  - I can go slowly.\n")


def test_a_file_that_others_could_open_is_closed_to_them_at_the_next_change(there: Path, ajar: Ran) -> None:
    there.write_text("words:\n  - tea\n")
    there.chmod(0o644)
    there.parent.chmod(0o755)
    assert "Others at this computer" in ajar("mine")[1]
    assert mode(there) == 0o644, "looking changes nothing"
    keep(there, "words", "toast")
    assert (mode(there), mode(there.parent)) == (0o600, 0o700)
    assert "Others at this computer" not in ajar("mine")[1]


def test_a_line_that_goes_leaves_the_rest(path: Path) -> None:
    keep(path, "people", "Sam", "Ana: 555 0100")
    assert let_go(path, "people", "Sam") == Mine(people=("Ana: 555 0100",))
    assert let_go(path, "people", "Ana: 555 0100") == Mine()
    assert path.read_text() == TEMPLATE


def test_several_lines_are_kept_together_or_not_at_all(path: Path) -> None:
    keep(path, "words", "a")
    with pytest.raises(MineError, match="are the most"):
        keep(path, "words", "b", "x" * 300)
    assert load(path)[0].words == ("a",)


def test_a_link_to_a_folder_of_dotfiles_stays_one(there: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "mine.yaml"
    real.parent.mkdir()
    real.parent.chmod(0o755)
    there.symlink_to(real)
    keep(there, "words", "tea")
    assert there.is_symlink()
    assert load(real)[0].words == ("tea",)
    assert (mode(real), mode(real.parent)) == (0o600, 0o755)
    assert [each.name for each in real.parent.iterdir()] == ["mine.yaml"]


def test_what_several_instances_keep_at_the_same_time_is_not_lost(path: Path) -> None:
    make(path)
    lines = [f"line {number}" for number in range(8)]
    threads = [threading.Thread(target=keep, args=(path, "words", line)) for line in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(load(path)[0].words) == lines
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")
def test_killed_at_200_random_moments_it_is_whole_old_or_whole_new_and_nothing_is_left(path: Path) -> None:
    make(path)
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.killing", str(path), "200"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    new, old, *names = done.stdout.split()
    assert int(new) + int(old) == 200
    assert min(int(new), int(old)) > 0, "it was killed while it wrote"
    assert names == ["mine.yaml"]


def test_making_it_leaves_what_is_there(path: Path) -> None:
    make(path)
    assert path.read_text() == TEMPLATE
    path.write_text("words: [tea]\n")
    make(path)
    assert path.read_text() == "words: [tea]\n"


def test_closing_it_to_others_needs_no_file(path: Path) -> None:
    close_to_others(path)
    assert not os.path.lexists(path)
