"""What an installed ajar puts below `share/`: true to the commands, and read by the programs it is for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SHARE = ROOT / "docs" / "share"


def files_in(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in files}


def test_every_file_is_what_the_commands_say_today(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "docs/make_share.py", str(tmp_path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, timeout=60,
    )  # fmt: skip
    assert files_in(SHARE) == files_in(tmp_path), "python docs/make_share.py writes them anew"


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here to read the pages")
def test_man_reads_every_page_without_a_complaint() -> None:
    for page in sorted((SHARE / "man/man1").iterdir()):
        done = subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", str(page)],
            env={**os.environ, "MANPAGER": "cat", "MANWIDTH": "80"},
            capture_output=True, text=True, check=True, timeout=30,
        )  # fmt: skip
        assert done.stderr == "", page.name
        assert "SYNOPSIS" in done.stdout


TYPED = {
    "bash": (
        "source {file}; COMP_WORDS=(ajar play one); COMP_CWORD=2; "
        '_ajar_completion ajar; echo "${{COMPREPLY[@]}}"'
    ),
    "fish": "source {file}; complete -C 'ajar play one'",
    "zsh": "source {file}; echo ${{+functions[compdef]}} ${{_comps[ajar]}}",
}
EXPECTED = {"bash": "one-breath", "fish": "one-breath", "zsh": "1 _ajar_completion"}


@pytest.mark.parametrize("shell", sorted(TYPED))
def test_a_real_shell_completes_names_of_sessions(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    name = {"bash": "bash-completion/completions/ajar", "fish": "fish/vendor_completions.d/ajar.fish"}
    file = SHARE / name.get(shell, "zsh/site-functions/_ajar")
    plain = {"bash": ["--norc", "--noprofile"], "fish": ["--no-config"], "zsh": ["-f"]}[shell]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, *plain, "-c", TYPED[shell].format(file=file)],
        env={**os.environ, "PATH": path, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert EXPECTED[shell] in done.stdout
    assert "command not found" not in done.stderr


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="no desktop-file-utils here")
def test_the_desktop_entry_is_valid() -> None:
    entry = SHARE / "applications" / "ajar.desktop"
    done = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
