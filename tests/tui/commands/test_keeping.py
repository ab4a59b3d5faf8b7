"""Many sessions: what a check tells of, projects, shelves, and the configurations of docs/keeping.md, run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sessions.check import check_file
from tests.fakes.command import Ran
from tests.sessions.framed import framed
from tests.tools import pre_commit
from tui.checks.project import forget_projects
from tui.exits import Exit

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).parents[3]
CASES = Path(__file__).parent / "cases"
PAGE = (ROOT / "docs" / "keeping.md").read_text(encoding="utf-8")
ADVISED = framed("- say: There may be a sound nearby, or none.\n  for: 30s").replace(
    "Eyes open or lowered, either is fine.", "A lamp is on."
)
ORDERED = framed("- say: You must hurry now.\n  for: 30s")


@pytest.fixture(autouse=True)
def _no_project_is_remembered() -> None:
    forget_projects()


@pytest.fixture
def sessions(here: Path) -> Path:
    """A folder with one session that has advice, and one whose words give orders."""
    (here / "advised.session.yaml").write_text(ADVISED)
    (here / "ordered.session.yaml").write_text(ORDERED)
    return here


def ids(out: str) -> set[str]:
    return set(re.findall(r"\[([EW]\d{3})\]", out))


@pytest.mark.parametrize(
    ("options", "told", "code"),
    [
        ((), {"W508", "W601"}, Exit.FAULT),
        (("--select", "W5"), {"W508"}, Exit.FINE),
        (("--select", "w601"), {"W601"}, Exit.FAULT),
        (("--ignore", "W6"), {"W508"}, Exit.FINE),
        (("--ignore", "W601,W508"), set(), Exit.FINE),
        (("--ignore", "W601", "--ignore", "W508"), set(), Exit.FINE),
        (("--errors-only",), {"W601"}, Exit.FAULT),
        (("--strict", "--select", "W508"), {"W508"}, Exit.FAULT),
        (("--strict", "--ignore", "W5,W6"), set(), Exit.FINE),
    ],
)
@pytest.mark.usefixtures("sessions")
def test_what_is_told_and_what_fails(ajar: Ran, options: tuple[str, ...], told: set[str], code: Exit) -> None:
    got, out, err = ajar("check", "--format", "concise", *options, ".")
    assert (got, ids(out), err) == (code, told, "")


@pytest.mark.usefixtures("sessions")
def test_a_file_that_cannot_be_read_is_told_whatever_is_selected(ajar: Ran) -> None:
    code, out, _ = ajar("check", "--format", "concise", "--select", "W6", "missing.session.yaml")
    assert (code, ids(out)) == (Exit.USAGE, {"E101"})


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_id_that_is_none_is_told(ajar: Ran, option: str) -> None:
    code, _, err = ajar("check", option, "W508,W999", ".")
    assert code == Exit.USAGE
    assert f"no id begins with `W999` in {option}" in err


@pytest.mark.usefixtures("sessions")
def test_a_summary_has_a_line_for_each_id(ajar: Ran, here: Path) -> None:
    (here / "more.session.yaml").write_text(ADVISED)
    code, out, _ = ajar("check", "--format", "summary", ".")
    assert code == Exit.FAULT
    first, second, last = out.rstrip("\n").split("\n")
    assert first.startswith("2  W508  2 files  advice")
    assert second.startswith("1  W601  1 file   wording error")
    assert last == "3 files, 1 wording error, 2 pieces of advice"


def test_a_project_says_what_is_told(ajar: Ran, sessions: Path) -> None:
    (sessions / ".ajar.toml").write_text('[check]\nignore = ["W6"]\nstrict = true\n')
    (sessions / "below").mkdir()
    (sessions / "advised.session.yaml").rename(sessions / "below" / "advised.session.yaml")
    code, out, _ = ajar("check", "--format", "concise", "below", "ordered.session.yaml")
    assert (code, ids(out)) == (Exit.FAULT, {"W508"})
    assert ids(ajar("check", "--format", "concise", "--select", "W6", ".")[1]) == {"W601"}


def test_a_project_is_that_of_the_folder_one_is_in_now(
    ajar: Ran, sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is named from where one is, in one folder after the other."""
    (sessions / ".ajar.toml").write_text('[check]\nstrict = true\n[check.words]\nW672 = ["moonbeam"]\n')
    (sessions / "advised.session.yaml").write_text(ADVISED.replace("A lamp", "A moonbeam"))
    other = sessions.with_name("other")
    shutil.copytree(sessions, other, ignore=shutil.ignore_patterns(".*"))
    found = []
    for folder in (sessions, other):
        monkeypatch.chdir(folder)
        code, out, _ = ajar("check", "--format", "concise", "advised.session.yaml")
        found.append((code, ids(out)))
    assert found == [(Exit.FAULT, {"W508", "W672"}), (Exit.FINE, {"W508"})]


def test_a_project_has_words_of_its_own(ajar: Ran, sessions: Path) -> None:
    assert ids(ajar("check", "--format", "concise", "--select", "W6", "advised.session.yaml")[1]) == set()
    (sessions / ".ajar.toml").write_text('[check.words]\nW672 = ["a lamp", "moonbeam"]\n')
    forget_projects()
    _, out, _ = ajar("check", "--format", "concise", "--select", "W6", "advised.session.yaml")
    assert ids(out) == {"W672"}
    assert "`A lamp`" in out


def test_words_of_a_project_with_a_fault_take_nothing_back(ajar: Ran, sessions: Path) -> None:
    (sessions / ".ajar.toml").write_text('[check.words]\nW601 = ["not you must"]\n')
    assert [fault.id for fault in check_file(sessions / "ordered.session.yaml").wording] == ["W601"]
    assert ajar("check", ".")[0] == Exit.USAGE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[check]\nignor = []", "`check` has no key `ignor`; did you mean `ignore`?"),
        ("[check]\nignore = 'W5'", '`ignore` is a list of ids, such as ["W508"]'),
        ("[check]\nignore = ['W999']", "no id begins with `W999` in `ignore`"),
        ("[check]\nstrict = 1", "`strict` is true or false"),
        ("check = 1", "`check` is a table; begin it with a line `[check]`"),
        ("[check", "cannot be read: "),
        ("[check]\nwords = ['lamp']", "`words` is a table of ids; begin it with a line `[check.words]`"),
        ("[check.words]\nW508 = ['lamp']", "`W508` is no wording rule, such as W608"),
        ("[check.words]\nW999 = ['lamp']", "`W999` is no wording rule, such as W608"),
        ("[check.words]\nW672 = 'lamp'", '`W672` is a list of words, such as ["merely"]'),
        ("[check.words]\nW601 = ['not must']", 'none begins with "not"'),
        ("[check.words]\nW601 = ['...']", '`W601` is a list of words, such as ["merely"]'),
    ],
)
def test_a_project_file_with_a_fault_is_one_line(ajar: Ran, sessions: Path, text: str, message: str) -> None:
    (sessions / ".ajar.toml").write_text(text)
    code, out, err = ajar("check", ".")
    assert (code, out) == (Exit.USAGE, "")
    assert message in err
    assert err.count("\n") == 1


def test_an_empty_project_file_will_do(ajar: Ran, sessions: Path) -> None:
    (sessions / ".ajar.toml").write_text("")
    assert ajar("check", "advised.session.yaml")[0] == Exit.FINE


def test_parts_of_a_project_are_shared(ajar: Ran, here: Path) -> None:
    shutil.copytree(CASES / "shared-parts", here / "all")
    code, out, _ = ajar("check", "--format", "concise", "all/a/up.session.yaml")
    assert (code, "E316" in ids(out)) == (Exit.FAULT, True)
    assert "put a `.ajar.toml` into a folder above both" in out
    (here / "all" / ".ajar.toml").write_text("")
    assert not {id_ for id_ in ids(ajar("check", "--format", "concise", "all")[1]) if id_.startswith("E")}


@pytest.mark.parametrize("name", ["../../out.yaml", "../link.yaml", "/etc/passwd"])
def test_no_part_comes_from_outside_a_project(ajar: Ran, here: Path, name: str) -> None:
    (here / "out.yaml").write_text("format: 1\nparts:\n  rest:\n    - quiet: 30s\n")
    (here / "in" / "a").mkdir(parents=True)
    (here / "in" / ".ajar.toml").write_text("")
    (here / "in" / "link.yaml").symlink_to(here / "out.yaml")
    text = framed(f"parts_from:\n  - {name}\nindirect:\n  - use: rest")
    (here / "in" / "a" / "x.session.yaml").write_text(text)
    assert ids(ajar("check", "--format", "concise", "in/a/x.session.yaml")[1]) == {"E316"}


def test_both_endings_are_sessions_everywhere(ajar: Ran, here: Path, home: Path) -> None:
    folder = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share")) / "ajar" / "sessions"
    folder.mkdir(parents=True)
    (folder / "evening").mkdir()
    (folder / "evening" / "rain.session.yml").write_text(framed("- quiet: 30s"))
    (folder / "snow.session.yml").write_text(framed("- quiet: 30s"))
    listed = {row["name"]: row for row in json.loads(ajar("list", "--json")[1])}
    assert listed["evening/rain"]["shelf"] == "evening"
    assert listed["snow"]["shelf"] == ""
    for name in ("evening/rain", "snow"):
        assert ajar("timeline", name)[0] == Exit.FINE
    assert ajar("new", "x.session.yml", "--title", "X", "--length", "5m")[0] == Exit.FINE
    (here / "broken.session.yml").write_text("- [")
    assert ids(ajar("check", "--format", "concise", ".")[1]) >= {"E109"}


def block(comment: str) -> str:
    """The block of the page that begins with a comment."""
    blocks: list[str] = re.findall(r"```\w+\n(.*?)```", PAGE, re.DOTALL)
    return next(text for text in blocks if text.startswith(f"# {comment}"))


def environment() -> dict[str, str]:
    """As in a shell where `ajar` is installed."""
    beside = os.path.dirname(sys.executable)  # noqa: PTH120  # it goes into a path of folders
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "AJAR"))}
    return clean | {"PATH": f"{beside}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


def repository(here: Path) -> None:
    """A repository with a session, a file of parts, and YAML that is neither."""
    (here / "evening.session.yml").write_text(
        framed("parts_from:\n  - parts/room.yaml\nindirect:\n  - use: room")
    )
    (here / "parts").mkdir()
    (here / "parts" / "room.yaml").write_text("format: 1\nparts:\n  room:\n    - quiet: 30\n")
    (here / "other.yaml").write_text("a: [1, 2]\n")
    for args in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *args], cwd=here, check=True, env=environment())


def test_the_hooks_of_the_page_mend_and_check_sessions_and_parts(here: Path) -> None:
    command = pre_commit()
    repository(here)
    (here / ".pre-commit-config.yaml").write_text(block(".pre-commit-config.yaml"))
    env = environment() | {"PRE_COMMIT_HOME": str(here / ".cache")}
    run = [*command, "run", "--all-files", "--color", "never"]
    first = subprocess.run(run, cwd=here, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert "parts/room.yaml:4:14: mended E205: `30` is now `30s`" in first.stdout, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    second = subprocess.run(run, cwd=here, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert second.returncode == 0, second.stdout
    assert second.stdout.count("Passed") == 2


def test_the_workflow_of_the_page_runs(here: Path) -> None:
    repository(here)
    (here / "parts" / "room.yaml").write_text("format: 1\nparts:\n  room:\n    - quiet: 30s\n")
    workflow: dict[str, Any] = yaml.safe_load(block(".github/workflows/sessions.yml"))
    steps = workflow["jobs"]["check"]["steps"]
    commands = {step["name"]: step["run"] for step in steps if "run" in step}
    assert commands.pop("Install ajar") == 'python -m pip install "${AJAR:-ajar}"'
    for text, code in ((None, 0), (ORDERED, 1)):
        if text:
            (here / "ordered.session.yaml").write_text(text)
        codes = {
            name: subprocess.run(
                ["bash", "-e", "-c", run],
                cwd=here,
                env=environment(),
                check=False,
                timeout=120,
                stdout=subprocess.DEVNULL,
            ).returncode
            for name, run in commands.items()
        }
        assert codes == {"Check sessions": code, "List what there is by id": 0}


def test_the_project_file_of_the_page_is_sound(ajar: Ran, sessions: Path) -> None:
    (sessions / ".ajar.toml").write_text(block(".ajar.toml"))
    assert ids(ajar("check", "--format", "concise", ".")[1]) == {"W601"}
    (sessions / ".ajar.toml").write_text(
        re.sub(r"^# (?=\w+[-\w]* = )", "", block(".ajar.toml"), flags=re.MULTILINE)
    )
    assert ajar("check", "--format", "concise", ".")[0] == Exit.FAULT


@pytest.mark.usefixtures("sessions")
def test_the_commands_of_the_page_are_understood(ajar: Ran, here: Path) -> None:
    (here / "sessions").mkdir()
    (here / "sessions" / "x.session.yaml").write_text(ADVISED)
    for line in re.findall(r"^    ajar (.*?)(?:\s+#.*)?$", PAGE, re.MULTILINE):
        assert ajar(*line.split())[0] in (Exit.FINE, Exit.FAULT)
