"""The pages for authors: what they show is true, and what they tell to type does what they say.

`UPDATE_DOCS=1 pytest tests/sessions/test_docs.py` writes the output of the tutorial's commands anew, and
`python docs/make_reference.py` the reference; read the difference before it is kept.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from sessions.check import check_text
from sessions.reading.fields import FILE, OPTION, PACER, PARTS_FILE, STEPS
from sessions.reports.fault_pages import ELSEWHERE, PAGES
from sessions.reports.report import NO_FAULT
from tests.patience import PATIENCE
from tests.sessions.framed import framed

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
AJAR = "import sys; from tui.main import main; sys.exit(main())"
FILE_OF_TUTORIAL = "evening.session.yaml"


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(page: str, kind: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [match.group(2) for match in BLOCK.finditer(text) if match.group(1) == kind]


@pytest.mark.parametrize("name", ["keys-of-a-session.md", "faults.md"])
def test_the_reference_is_what_the_tables_say(name: str) -> None:
    made: str = reference().PAGES_BY_NAME[name]()
    assert (DOCS / name).read_text(encoding="utf-8") == made, "run: python docs/make_reference.py"


def test_every_key_and_every_id_has_a_place_in_the_reference() -> None:
    keys, faults = ((DOCS / name).read_text() for name in ("keys-of-a-session.md", "faults.md"))
    for shape in (FILE, OPTION, PACER, PARTS_FILE, *STEPS):
        for row in shape.fields:
            assert f"| `{row.name}` |" in keys
            assert row.doc in keys
    assert set(re.findall(r"^### (\w+)$", faults, re.MULTILINE)) == PAGES.keys() | ELSEWHERE.keys()


@pytest.mark.parametrize("example", blocks("keys-of-a-session.md", "yaml"))
def test_an_example_of_the_reference_has_no_error_of_its_own(example: str) -> None:
    checked = check_text(framed(example.rstrip("\n")), "x.yaml")
    if "bell: bowl\n  strikes: 2" in example:  # takes no time, so it cannot be a track of its own
        assert {fault.id for fault in checked.errors} == {"E305"}
    else:
        assert {fault.id for fault in checked.faults if fault.severity.fails} <= {"E302", "E305"}


@pytest.mark.parametrize("pattern", blocks("cookbook.md", "yaml"))
def test_a_pattern_of_the_cookbook_has_nothing_to_mend(pattern: str, tmp_path: Path) -> None:
    shared = next(block for block in blocks("cookbook.md", "yaml") if block.startswith("format: 1\nparts:"))
    (tmp_path / "senses.yaml").write_text(shared)
    text = pattern if pattern == shared else framed(pattern.rstrip("\n"))
    assert check_text(text, str(tmp_path / "x.session.yaml")).faults == ()


def test_the_cookbook_has_ten_patterns_and_one_more() -> None:
    titles = re.findall(r"^## (.*)$", (DOCS / "cookbook.md").read_text(), re.MULTILINE)
    assert [title.split(".")[0] for title in titles[:-1]] == [str(number) for number in range(1, 11)]


def walked(folder: Path) -> Iterator[str]:
    """The tutorial, with its files written and its commands run in a folder, as pieces of the same page."""
    page = TUTORIAL.read_text(encoding="utf-8")
    at = 0
    for match in BLOCK.finditer(page):
        yield page[at : match.start()]
        at = match.end()
        kind, body = match.groups()
        if kind == "yaml":
            (folder / FILE_OF_TUTORIAL).write_text(body, encoding="utf-8")
            yield match.group()
        else:
            command = body.splitlines()[0]
            yield f"```console\n{command}\n{output_of(command, folder)}```"
    yield page[at:]


def output_of(command: str, folder: Path) -> str:
    prompt, ajar, *arguments = shlex.split(command)
    assert (prompt, ajar) == ("$", "ajar")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", AJAR, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    return done.stdout.rstrip("\n") + "\n"


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    page = "".join(walked(tmp_path))
    if os.environ.get("UPDATE_DOCS"):
        TUTORIAL.write_text(page, encoding="utf-8")
    assert TUTORIAL.read_text(encoding="utf-8") == page
    checked = check_text((tmp_path / FILE_OF_TUTORIAL).read_text(), FILE_OF_TUTORIAL)
    assert checked.faults == ()
    assert checked.session is not None
    assert checked.session.direct
    assert checked.session.length == 300.0


def test_the_commands_of_the_tutorial_that_play_or_watch_exist(tmp_path: Path) -> None:
    page = TUTORIAL.read_text(encoding="utf-8")
    (rehearse,) = re.findall(r"^    (ajar rehearse .*)$", page, re.MULTILINE)
    (tmp_path / FILE_OF_TUTORIAL).write_text(blocks("tutorial.md", "yaml")[-2], encoding="utf-8")
    shown = output_of(f"$ {rehearse} --plain", tmp_path)
    assert shown.startswith("An evening window, ")
    assert "This can end here. The window stays where it is." in shown
    for command in set(re.findall(r"`ajar ([a-z]+)", page)):
        assert output_of(f"$ ajar {command} --help", tmp_path).startswith("Usage: ajar ")


@pytest.mark.parametrize(
    "name", ["tutorial.md", "cookbook.md", "keeping.md", "keys-of-a-session.md", "faults.md"]
)
def test_links_between_pages_lead_somewhere(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https:)([^)#]+)\)", text):
        assert (DOCS / target).is_file(), target


HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_session_files_and_on_nothing_else(hook: dict[str, str], tmp_path: Path) -> None:
    assert {"id", "name", "entry", "language"} <= hook.keys()
    for name in ("evenings/a-window.session.yaml", "a-window.session.yml", "shared/room.yaml"):
        assert re.search(hook["files"], name)
    assert not re.search(hook["files"], "notes.md")
    for name in ("one", "another"):
        (tmp_path / f"{name}.session.yaml").write_text(framed("by: x"))
    shown = output_of(f"$ {hook['entry']} one.session.yaml another.session.yaml", tmp_path)
    assert shown == f"2 files, {NO_FAULT}\n"
