"""`ajar print` and `ajar paths`: a session on paper, and every way through it."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sessions.durations import clock_face
from sessions.engine.score import Beat
from sessions.engine.state import Repertoire
from sessions.mine.model import Mine
from sessions.model import Session
from sessions.rehearsal.answers import Answers
from sessions.rehearsal.paths import paths
from sessions.repertoire import repertoire
from sessions.written import Breathe, CheckIn, Say
from tests.fakes.command import Ran
from tests.fakes.small import FORKED, NOTICING, TWO_TRACKS, WAITING
from tests.fakes.small import repertoire as small_repertoire
from tests.fakes.stage import NAMES, bundled
from tui.choices import COATS
from tui.handout.markdown import plain
from tui.handout.page import page
from tui.handout.sheet import handout
from tui.locations import mine_file
from tui.mine_file import keep


def sheet(session: Session) -> str:
    return handout(session, small_repertoire(session))


def times(text: str) -> list[str]:
    return re.findall(r"^- \*\*(\d+:\d\d)\*\*", text, re.MULTILINE)


def test_every_beat_stands_there_with_its_time() -> None:
    text = sheet(TWO_TRACKS)
    body, forms = text.split("## When someone closes")
    assert times(body) == [
        *("0:00", "0:10"),
        *("0:20", "0:40", "0:50", "0:20", "0:35", "0:50"),
        *("1:20", "1:40", "1:20", "1:50"),
        *("2:20", "2:30"),
    ]
    assert "- **0:20** (20 s) d1\n  - smaller: less of d1" in body
    assert "- **0:40** (10 s) *silence, about 10 s*\n" in body
    assert "- **1:50** (30 s) *silence, about 30 s* (i5)" in body
    assert times(forms)[:2] == ["0:00", "0:07"]


def test_both_tracks_stand_side_by_side_and_questions_between() -> None:
    headings = re.findall(r"^##? (.*)$", sheet(TWO_TRACKS), re.MULTILINE)
    assert headings == [
        "two tracks",
        "Before you begin",
        "How to stop",
        "How to read this sheet",
        "Arriving",
        "Kind words, part 1 of 2",
        "Senses, part 1 of 2",
        "Kind words, part 2 of 2",
        "Senses, part 2 of 2",
        "Landing",
        "When someone closes",
        "When it is too much, or someone is far away",
        "Help",
    ]
    assert sheet(TWO_TRACKS).count("**and now?**") == 2


UNSAID = re.compile(r"kind words|direct|warmth", re.IGNORECASE)


@pytest.mark.parametrize("session", [TWO_TRACKS, NOTICING, FORKED], ids=lambda session: session.title)
def test_the_handout_of_the_senses_names_no_other_way(session: Session) -> None:
    """What the sheet says around the prompts; those are an author's own."""
    alone = sheet(session.changed(direct=()))
    assert not UNSAID.search(alone)
    assert UNSAID.search(sheet(session))
    assert handout(session, small_repertoire(session), senses=True) == alone


def test_a_noticing_pause_names_the_coats_and_a_fork_its_branches() -> None:
    assert all(choice.label in sheet(NOTICING) for choice in COATS.values())
    text = sheet(FORKED)
    assert "- **0:30** which?" in text
    assert "  - *left*\n    - **0:30** (20 s) left 1\n    - **0:50** (20 s) left 2" in text
    assert "(until they are ready) ready?" in sheet(WAITING)


def test_notes_wordings_and_pacers_stand_below_their_prompt() -> None:
    say = Say("a", 10.0, wordings=("b",), less="c", guide="d")
    session = TWO_TRACKS.changed(arriving=(say, Breathe(4.0, 6.0, 10.0, "or a sound"), CheckIn("")))
    text = sheet(session)
    assert "(10 s) a\n  - or: b\n  - smaller: c\n  - for the guide: d\n" in text
    assert "If it suits: in for 4, out for 6. Or: or a sound" in text
    assert "**How is it now?**" in text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("<script> & [x](y) # |", r"\<script\> \& \[x\](y) \# \|"),
        ("- one", r"\- one"),
        ("1. one", r"1\. one"),
        ("two\n\nlines", "two lines"),
        ("it's 5:30 – fine…", "it's 5:30 – fine…"),
    ],
)
def test_text_is_shown_as_it_was_written(written: str, shown: str) -> None:
    assert plain(written) == shown


@pytest.mark.parametrize("name", NAMES)
def test_every_bundled_session_has_a_handout_with_all_it_says(name: str) -> None:
    session, rep = bundled(name), repertoire(bundled(name))
    text = handout(session, rep)
    for beat in beats(rep):
        assert all(plain(wording) in text for wording in beat.wordings)
        assert not beat.less or plain(beat.less) in text
        assert not beat.guide or f"for the guide: {plain(beat.guide)}" in text
    gates = [*rep.score.arriving, *(segment for track in rep.score.tracks.values() for segment in track)]
    assert text.count("wait for as long as it takes") >= sum(segment.gate is not None for segment in gates)
    assert times(text.split("## When someone closes")[0])[0] == "0:00"
    assert "`ajar help-lines`" in text
    assert "Stopping is on offer each time." in text


def beats(rep: Repertoire) -> list[Beat]:
    score = rep.score
    segments = (*score.arriving, *(s for track in score.tracks.values() for s in track), score.landing)
    return [item for segment in segments for item in segment.items if isinstance(item, Beat)]


def test_clock() -> None:
    assert [clock_face(seconds) for seconds in (0, 9, 75.0, 600)] == ["0:00", "0:09", "1:15", "10:00"]


def test_print_shows_or_writes_and_never_writes_over(ajar: Ran, tmp_path: Path) -> None:
    target = tmp_path / "sheet.md"
    code, out, _ = ajar("print", "one-breath")
    assert (code, out) == (0, handout(bundled("one-breath"), repertoire(bundled("one-breath"))))
    code, told, _ = ajar("print", "one-breath", "-o", str(target))
    assert code == 0
    assert str(target) in told
    assert target.read_text(encoding="utf-8") == out
    target.write_text("mine", encoding="utf-8")
    code, _, err = ajar("print", "one-breath", "-o", str(target))
    assert code == 1
    assert "is there already" in err
    assert target.read_text(encoding="utf-8") == "mine"
    assert ajar("print", "one-breath", "-o", str(target), "--force")[0] == 0
    assert target.read_text(encoding="utf-8") == out


@pytest.mark.parametrize("command", ["print", "paths"])
def test_a_session_that_is_not_there_or_broken_is_told_in_one_message(
    command: str, ajar: Ran, tmp_path: Path
) -> None:
    code, _, err = ajar(command, "one-breth")
    assert code == 2
    assert "Did you mean `one-breath`?" in err
    broken = tmp_path / "broken.session.yaml"
    broken.write_text("format: 1\n", encoding="utf-8")
    code, out, err = ajar(command, str(broken))
    assert (code, out) == (1, "")
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["print", "paths"])
def test_names_of_sessions_are_completed(command: str, ajar: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_AJAR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"ajar {command} one-")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert ajar()[1].splitlines() == ["plain,one-breath"]


def test_commands_are_completed(ajar: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_AJAR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "ajar ")
    monkeypatch.setenv("COMP_CWORD", "1")
    offered = {line.removeprefix("plain,") for line in ajar()[1].splitlines()}
    assert {"one", "company", "signs", "week", "words", "questions", "reading", "print", "paths"} <= offered


def test_paths_lists_each_path_with_its_length(ajar: Ran) -> None:
    code, out, _ = ajar("paths", "one-breath", "--closings", "0")
    title, summary, blank, *rows = out.splitlines()
    found = list(paths(repertoire(bundled("one-breath")), 0))
    assert code == 0
    assert title == f"Room for One Breath, 1 minute: {len(found)} paths."
    assert "each of them after 1 minute." in summary
    assert blank == ""
    assert len(rows) == len(found)
    assert all(
        re.match(r"(1 minute|\d+ seconds) +(lands|stops) +(ask|direct|indirect) +\S+$", row) for row in rows
    )


@pytest.mark.parametrize("name", NAMES)
def test_paths_for_programs_hold_every_path_and_its_exact_length(name: str, ajar: Ran) -> None:
    code, out, _ = ajar("paths", name, "--json", "--closings", "1")
    held = json.loads(out)
    assert code == 0
    assert (held["name"], held["seconds"]) == (name, bundled(name).length)
    assert {path["seconds"] for path in held["paths"] if path["landed"]} == {bundled(name).length}
    assert all(path["seconds"] <= held["seconds"] for path in held["paths"])
    for path in held["paths"][::50]:
        Answers(path["answers"])


def test_a_dash_is_stdout_and_no_file(ajar: Ran, here: Path) -> None:
    assert ajar("print", "one-breath", "-o", "-") == ajar("print", "one-breath")
    assert list(here.iterdir()) == []


class Page(HTMLParser):
    """Reads a page as a browser does, and holds that every element is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.elements: Counter[str] = Counter()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # its signature
        self.elements[tag] += 1
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_the_handout_says(name: str) -> None:
    session = bundled(name)
    markdown = handout(session, repertoire(session))
    found = Page(page(markdown, session))
    assert found.open == []
    assert words(found.text) == [*words(session.title), *words(markdown)]
    assert found.elements["h2"] == len(re.findall(r"^## ", markdown, re.MULTILINE))
    assert found.elements["li"] == len(re.findall(r"^ *- ", markdown, re.MULTILINE))


ODD = '<b> & *stars* _lines_ `ticks` [x](y) # - 1. \\\\ "q" > ~ | $'


def test_a_page_shows_odd_text_as_it_was_written() -> None:
    session = TWO_TRACKS.changed(title=ODD, landing=(Say(ODD, 20.0),), language='x" onload="y')
    found = Page(page(sheet(session), session))
    assert found.text.count(ODD) == 3
    plain_page = Page(page(sheet(session.changed(landing=(Say("z", 20.0),))), session))
    assert (found.elements["b"], found.elements["em"]) == (0, plain_page.elements["em"])
    assert 'lang="x&quot; onload=&quot;y"' in page(sheet(session), session)


def test_a_page_loads_nothing_and_is_set_for_paper() -> None:
    text = page(sheet(TWO_TRACKS), TWO_TRACKS)
    assert not re.search(r"src=|href=|url\(|@import|<script", text)
    assert "@media print" in text
    assert "@page" in text
    assert "break-inside: avoid" in text


@pytest.mark.parametrize(
    "args", [("print", "one-breath", "--to", "html"), ("export", "one-breath", "--to", "html")]
)
def test_both_commands_write_the_page(ajar: Ran, args: tuple[str, ...]) -> None:
    session = bundled("one-breath")
    wanted = page(handout(session, repertoire(session)), session)
    assert ajar(*args) == (0, wanted, "")


def test_the_name_of_a_file_says_that_it_is_a_page(ajar: Ran, tmp_path: Path) -> None:
    for name, start in (("a.html", "<!DOCTYPE html>"), ("a.md", "# ")):
        assert ajar("print", "one-breath", "-o", str(tmp_path / name))[0] == 0
        assert (tmp_path / name).read_text().startswith(start)


def test_a_session_is_exported_as_one_file_and_checks_like_the_one_it_came_from(
    ajar: Ran, tmp_path: Path
) -> None:
    assert ajar("export", "hello-guard", "-o", str(tmp_path / "x.session.yaml"))[0] == 0
    code, out, _ = ajar("check", str(tmp_path / "x.session.yaml"))
    assert code == 0
    assert out.startswith("1 file, no")
    assert ajar("export", "hello-guard", "--to", "yaml", "--track", "direct")[0] == 2


def test_print_can_hold_the_senses_alone(ajar: Ran) -> None:
    code, out, _ = ajar("print", "hello-guard", "--track", "indirect")
    assert code == 0
    assert out == handout(bundled("hello-guard"), repertoire(bundled("hello-guard")), senses=True)


OWN = Mine(("One *thing* at a time.",), ("the dog",), ("I tidy up",), ("I hum",), ("Ada, 0151 23",))


def test_own_lines_stand_on_paper_where_that_is_asked_for(ajar: Ran) -> None:
    for name, lines in OWN._asdict().items():
        keep(mine_file(), name, *lines)
    session = bundled("one-breath")
    assert ajar("print", "one-breath") == (0, handout(session, repertoire(session)), "")
    code, out, _ = ajar("print", "one-breath", "--mine")
    assert (code, out) == (0, handout(session, repertoire(session), mine=OWN))
    assert out.startswith(handout(session, repertoire(session)))
    assert all(plain(line) in out for line in ("One *thing* at a time.", "the dog", "I hum", "Ada, 0151 23"))
    senses = ajar("print", "one-breath", "--mine", "--track", "indirect")[1]
    assert "the dog" in senses
    assert "at a time" not in senses


def test_a_faulty_file_of_ones_own_is_no_part_of_a_handout(ajar: Ran) -> None:
    mine_file().parent.mkdir(parents=True)
    mine_file().write_text("words: [")
    code, out, err = ajar("print", "one-breath", "--mine")
    assert code
    assert out == ""
    assert "line 1" in err
    assert ajar("print", "one-breath")[0] == 0
