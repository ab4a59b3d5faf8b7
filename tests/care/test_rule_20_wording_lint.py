"""Rule 20: all shipped text keeps the twenty lines; errors fail a check; what is added is told of first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sessions.advice.wording_pages import LINES, WORDING
from sessions.check import check_file
from sessions.faults import Severity, severity_of
from sessions.library.bundled import SCRIPTS
from tests.fakes.stage import DAY, READ, on_stage
from tests.patience import PATIENCE
from tests.sessions.advice.test_wording import BROKEN, finds
from tests.sessions.framed import framed
from tui.app import Opening
from tui.screens.pages import WordsPage
from tui.screens.player import PlayerPage
from tui.shelves import Shelves
from tui.words.flagged import about_words, flagged_lines

SHIPPED = sorted(SCRIPTS.rglob("*.yaml"))
ERRORS = sorted(id_ for id_ in WORDING if severity_of(id_) is Severity.WORDING)
AJAR = (sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())")


@pytest.fixture
def added(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file from outside that breaks one rule."""
    file = tmp_path / "added" / "from-outside.session.yaml"
    file.parent.mkdir()
    file.write_text(framed(WORDING[request.param][1]), encoding="utf-8")
    return file


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_file_keeps_every_line_without_an_exception(file: Path) -> None:
    assert check_file(file).faults == ()
    assert "allow:" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", BROKEN)
def test_each_line_is_seen_to_be_broken_and_to_be_kept(line: int) -> None:
    bad, good = BROKEN[line]
    assert set(finds(bad)) & set(LINES[line - 1][1])
    assert finds(good) == []


@pytest.mark.parametrize("added", ERRORS, indirect=True)
def test_every_error_of_an_added_session_is_told_and_keeps_nobody_from_playing_it(added: Path) -> None:
    checked = check_file(added)
    assert checked.session is not None
    assert checked.fails
    assert flagged_lines(checked.wording)


@pytest.mark.parametrize("added", ["W604", "W622"], indirect=True)
async def test_an_added_session_with_an_error_waits_behind_a_plain_notice(added: Path) -> None:
    async with on_stage(Opening(settings=READ, shelves=Shelves(bundled=added.parent))) as stage:
        await stage.press("1", "enter")
        assert stage.is_on(WordsPage)
        (line, *_) = flagged_lines(check_file(added).wording)
        assert stage.shows(line)
        assert not any(isinstance(page, PlayerPage) for page in stage.app.screen_stack)
        await stage.passes(DAY)
        assert stage.is_on(WordsPage)
        await stage.press("enter")
        assert stage.is_on(PlayerPage)


@pytest.mark.parametrize("added", ["W608"], indirect=True)
def test_an_error_fails_the_check_and_the_plain_way_says_so_first(added: Path) -> None:
    def ajar(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*AJAR, *args], input="", capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    assert ajar("check", str(added)).returncode == 1
    told = about_words(flagged_lines(check_file(added).wording))
    said = said_until("Eyes open or lowered", "play", "--plain", str(added))
    assert 0 < said.index(told[0]) < said.index("Eyes open or lowered")
    assert told[1] in said


def said_until(seen: str, *args: str) -> str:
    """What a run in lines says until a line holds this; the rest of the session is not waited for."""
    with subprocess.Popen([*AJAR, *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        said = ""
        for line in run.stdout:
            said += line
            if seen in line:
                break
        run.kill()
    return said
