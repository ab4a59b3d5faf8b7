"""`ajar timeline` in all its forms, and the picture on the page of a session."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sessions.check import check_file
from sessions.export.timeline import Timeline, timeline
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.model import Session
from sessions.written import CheckIn, Choose, Option, Quiet, Say, Step
from tests.fakes.command import Ran
from tests.fakes.small import FORKED, TWO_TRACKS, WAITING
from tests.tools import mermaid_parser
from tui.exits import Exit
from tui.picture.mermaid import mermaid
from tui.picture.svg import svg
from tui.picture.text import LEVELS, NARROWEST, drawn, level, told

CASES = Path(__file__).parent / "cases"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _eighty_columns(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("COLUMNS", "80")


def bundled(name: str) -> Session:
    session = check_file(SCRIPTS / f"{name}.session.yaml").session
    assert session is not None
    return session


NAMES = [entry.name for entry in scan(SCRIPTS)]


def test_the_picture_is_what_is_played() -> None:
    rows = drawn(timeline(TWO_TRACKS), 80)
    assert "\n".join(rows).startswith("two tracks, 2 min 40 s\n\n          0:00")
    by_lane = {row.split(" ")[0]: row for row in rows if row[:1].isalpha()}
    width = 69
    assert by_lane["arriving"].index("▂") == 10
    assert len(by_lane["arriving"]) == 10 + round(20 / 160 * width)
    assert by_lane["direct"].index("▂") == by_lane["indirect"].index("▂") == len(by_lane["arriving"])
    assert len(by_lane["direct"]) == len(by_lane["indirect"]) == by_lane["landing"].index("▂")
    assert "▁" in by_lane["direct"]
    gates = [row.index("◇") for row in rows if "◇" in row and "check-in" not in row]
    assert gates == [10 + round(at / 160 * width) for at in (20, 80, 80)]


@pytest.mark.parametrize("columns", [10, NARROWEST, 80, 120])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_it_may_be(name: str, columns: int) -> None:
    picture = timeline(bundled(name))
    rows = drawn(picture, columns)
    assert max(map(len, rows[2:-2])) <= max(columns, NARROWEST)
    assert any("•" in row for row in rows[2:-2]) == any(lane.bells for lane in picture.lanes)
    (axis,) = [row for row in rows if "0:00" in row]
    numbers = re.findall(r"\d+:\d\d", axis)
    assert len(numbers) == len(set(numbers)) >= 3


def test_the_end_of_the_axis_is_named_where_it_is_round() -> None:
    axis = drawn(timeline(bundled("hello-guard")), 80)[2]
    assert axis.endswith("5:00")
    assert len(axis) <= 80


def test_a_question_of_the_author_is_in_picture_and_legend() -> None:
    rows = drawn(timeline(FORKED), 80)
    assert "? question" in rows[-1]
    assert any("?" in row for row in rows[2:-1])
    assert "?" not in drawn(timeline(TWO_TRACKS), 80)[-1]


@pytest.mark.parametrize(
    ("density", "sign"), [(0.0, "▁"), (0.1, "▂"), (10.0, "▂"), (10.1, "▃"), (50.0, "▆"), (300.0, "█")]
)
def test_each_step_stands_for_ten_words_a_minute(density: float, sign: str) -> None:
    assert level(density) == sign


def test_told_in_words_nothing_is_drawn() -> None:
    arriving = (*TWO_TRACKS.arriving[:2], Quiet(10.0, "here"), CheckIn(""))
    lines = list(told(timeline(FORKED.changed(arriving=arriving))))
    text = "\n".join(lines)
    assert not set(text) & set(LEVELS + "◇◆•│─")
    assert "Arriving, from 0 s to 20 s." in lines
    assert lines.index("0 s: bell, bowl.") < lines.index("0 s: prompt, 1 word, 10 s: a1")
    assert "10 s: stillness, 10 s, with the reminder `here`." in lines
    assert "20 s: check-in." in lines
    assert "30 s: question: which? Options: left; right." in lines


def test_a_beat_that_waits_is_told_as_one() -> None:
    assert "20 s: prompt, 1 word, until the person goes on: ready?" in list(told(timeline(WAITING)))


@pytest.mark.parametrize("name", NAMES)
def test_the_svg_is_well_formed_and_holds_everything(name: str) -> None:
    picture = timeline(bundled(name))
    root = ET.fromstring(svg(picture))  # noqa: S314  # our own text
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    texts = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert [text.get("id") for text in texts if text is not None] == named
    assert all(text is not None and text.text for text in texts)
    groups = root.findall(f"{SVG}g")
    assert [group.get("aria-label") for group in groups] == [lane.name for lane in picture.lanes]
    for group, lane in zip(groups, picture.lanes, strict=True):
        assert len(group.findall(f"{SVG}rect")) == len(lane.blocks)
        assert len(group.findall(f"{SVG}path")) == len(lane.gates)
        assert len(group.findall(f"{SVG}circle")) == len(lane.bells)


def test_the_svg_keeps_its_shapes_inside() -> None:
    root = ET.fromstring(svg(timeline(bundled("staying-nearby"))))  # noqa: S314  # our own text
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    for rect in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.get(key, "0")) for key in ("x", "y", "width", "height"))
        assert 0 <= x <= x + w <= width
        assert 0 <= y <= y + h <= height


def test_the_svg_is_light_or_dark_and_takes_any_text() -> None:
    hostile = TWO_TRACKS.changed(title='<script>&"]]>', landing=(Say("a < b & c > d", 20.0),))
    text = svg(timeline(hostile))
    root = ET.fromstring(text)  # noqa: S314  # our own text
    assert "prefers-color-scheme: dark" in text
    assert root.find(f".//{SVG}script") is None
    words = [node.text for node in root.iter() if node.text]
    assert any('<script>&"]]>' in word for word in words)
    assert any("a < b & c > d" in word for word in words)


ROW = re.compile(r"    [^:;#,]+ :(?:(?:crit|done|milestone), )*(\d+), (\d+)")
"""A task as Mermaid's grammar for gantt charts takes it: a name, tags, a start and an end in milliseconds."""


@pytest.mark.parametrize("name", NAMES)
def test_the_chart_has_the_shape_of_a_gantt_chart(name: str) -> None:
    picture = timeline(bundled(name))
    head, title, dates, axis, *rows = mermaid(picture).splitlines()
    assert (head, dates, axis) == ("gantt", "    dateFormat x", "    axisFormat %M:%S")
    assert title.startswith("    title ")
    sections = [row.split()[1] for row in rows if row.startswith("    section ")]
    assert sections == [lane.name for lane in picture.lanes]
    tasks = [ROW.fullmatch(row) for row in rows if not row.startswith("    section ")]
    assert len(tasks) == sum(len(each.blocks) + len(each.gates) + len(each.bells) for each in picture.lanes)
    moments = [(int(task[1]), int(task[2])) for task in tasks if task]
    assert len(moments) == len(tasks)
    assert all(start <= end <= picture.length * 1000 for start, end in moments)
    assert max(end for _, end in moments) == picture.length * 1000


def test_a_name_that_would_end_a_task_is_made_harmless() -> None:
    rows = mermaid(timeline(TWO_TRACKS.changed(landing=(Say("at 5:00; #1, {so}", 20.0),)))).splitlines()
    assert rows[-1] == "    “at 5 00 1 so” :140000, 160000"


KEYWORDS = re.findall(
    r"\w+",
    "click section title gantt done crit active milestone vert dateFormat axisFormat tickInterval "
    "todayMarker weekday weekend excludes includes inclusiveEndDates topAxis displayMode accTitle accDescr "
    "end call href",
)
"""What begins a statement of a chart, or could."""


def charts() -> list[Timeline]:
    """Charts in which prompts, titles and questions begin like statements; and those of all sessions."""
    texts = [text for word in KEYWORDS for text in (word, f"{word} me", f"{word.title()}: x, y")]
    odd = [
        "%% a comment",
        "%%{init: x}%%",
        '::: ### --- `x` "q"',
        "…",
        ";",
        "a;b",
        "a\\nb",
        "#",
        "—",
        "声或者",
    ]
    steps = [Say(text, 10.0) for text in (*texts, *odd)]
    gates = [CheckIn(word) for word in ("click", "section two", "")]
    question = Choose("title: x", (Option("click", (Quiet(5.0),)),))
    indirect: tuple[Step, ...] = (*steps, *gates, question, Quiet(10.0, "click me"))
    session = TWO_TRACKS.changed(title="section %% title; click", direct=(), indirect=indirect)
    uneven = TWO_TRACKS.changed(direct=(*TWO_TRACKS.direct, Quiet(20.0)))
    kept = [check_file(path).session for path in sorted(CASES.glob("mermaid-*.yaml"))]
    assert len(kept) == 2
    return [timeline(each) for each in (session, uneven, *filter(None, kept), *map(bundled, NAMES))]


def test_mermaid_itself_finds_every_task() -> None:
    pictures = charts()
    asked = json.dumps([mermaid(each) for each in pictures])
    ran = subprocess.run(
        mermaid_parser(), input=asked, capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.stderr == ""
    for picture, found in zip(pictures, json.loads(ran.stdout), strict=True):
        beats = [(lane.name, block.start) for lane in picture.lanes for block in lane.blocks]
        gaps = [(lane.name, gap.start) for lane in picture.lanes for gap in lane.gaps]
        wanted = [(name, round(start * 1000)) for name, start in (*beats, *gaps)]
        assert Counter((section, start) for section, _, start, _ in found["tasks"]) >= Counter(wanted)
        marks = sum(len(lane.gates) + len(lane.bells) for lane in picture.lanes)
        assert len(found["tasks"]) == len(wanted) + marks
        assert all(task for _, task, _, _ in found["tasks"])


def test_text_comes_to_stdout_by_itself(ajar: Ran) -> None:
    code, out, err = ajar("timeline", "one-breath")
    assert (code, err) == (Exit.FINE, "")
    assert out.startswith("Room for One Breath, 1 min\n\n          0:00")
    assert ajar("timeline", "one-breath", "--to", "text")[1] == out
    assert ajar("timeline", "one-breath", "--plain")[1].startswith("Room for One Breath, 1 minute.\n")
    assert ajar("timeline", "one-breath", "--to", "svg", "-o", "-")[1].startswith("<svg ")
    assert ajar("timeline", "one-breath", "--to", "mermaid")[1].startswith("gantt\n")


@pytest.mark.parametrize(
    ("name", "start"), [("a.svg", "<svg "), ("a.mmd", "gantt\n"), ("a.txt", "Room for One Breath, 1 min\n")]
)
def test_the_ending_of_a_file_says_what_it_holds(ajar: Ran, home: Path, name: str, start: str) -> None:
    assert ajar("timeline", "one-breath", "-o", name) == (Exit.FINE, f"{name}\n", "")
    assert (home / name).read_text(encoding="utf-8").startswith(start)
    code, out, err = ajar("timeline", "one-breath", "-o", name)
    assert (code, out) == (Exit.FAULT, "")
    assert "is there already" in err
    assert ajar("timeline", "one-breath", "-o", name, "--force")[0] == Exit.FINE


def test_words_and_a_drawing_exclude_each_other(ajar: Ran) -> None:
    code, _, err = ajar("timeline", "one-breath", "--plain", "--to", "svg")
    assert code == Exit.USAGE
    assert "leave one of the two out" in err


def test_a_faulty_file_is_told_and_nothing_written(ajar: Ran, home: Path) -> None:
    (home / "mine.session.yaml").write_text("format: 1\n", encoding="utf-8")
    code, out, err = ajar("timeline", "./mine.session.yaml", "-o", "mine.svg")
    assert (code, out) == (Exit.FAULT, "")
    assert "E2" in err
    assert not (home / "mine.svg").exists()
