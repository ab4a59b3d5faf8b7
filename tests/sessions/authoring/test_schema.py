"""The schema against files: with check-jsonschema, and with the server that editors use."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sessions.authoring.schema import MODELINE, NAME, schema, schema_text
from sessions.authoring.template import Shape, outline
from sessions.library.bundled import SCRIPTS
from sessions.library.folders import files_below
from sessions.reading.fields import FILE, OPTION, PACER, PARTS_FILE, STEPS
from sessions.written import Tone
from tests import tools
from tests.patience import PATIENCE
from tests.sessions.editor import Editor

HERE = Path(__file__).parents[1]
GOOD = [*files_below(str(SCRIPTS)), *files_below(str(HERE / "good"))]

NOT_FOR_THE_TOOL = {"E101-a-folder", "E111-beyond-unicode", "E404-lone-surrogate"}
"""check-jsonschema itself gives up on these."""
BEYOND_A_SCHEMA = {
    # how YAML was written, which no schema gets to see
    "E103-utf-16",
    "E112-anchor-and-alias",
    "E113-tag",
    "E114-merge-key",
    "E118-directive",
    # what depends on another place of the file, on a sum, on an order, or on another file
    "E303-check-points-differ",
    "E304-segments-differ",
    "E305-length-missed",
    "E307-unknown-part",
    "E308-part-plays-itself",
    "E308-parts-in-a-ring",
    "E309-parts-too-deep",
    "E310-options-differ",
    "E311-part-named-twice",
    "E312-bell-at-both-ends",
    "E312-repeated-part",
    "E312-two-bells",
    "E315-too-many-steps",
    "E317-a-session-for-parts",
    "E317-no-such-parts-file",
    "E318-own-in-a-part",
    "E318-own-words-on-the-senses",
    "E319-no-examples",
    # what a pattern could say, in a way that nobody could read
    "E219-numbers-for-answers",
    "E313-twenty-minutes",
    "E403-joiner-in-latin",
    "E405-piled-marks-written-out",
    "E405-piled",
}


@pytest.fixture(scope="module")
def schema_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / NAME
    path.write_text(schema_text(), encoding="utf-8")
    return path


def run_tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)


def faulty_by_schema(schema_file: Path, files: list[str]) -> dict[str, list[str]]:
    """What the tool says of each file it does not accept."""
    done = run_tool("--schemafile", str(schema_file), "--output-format", "json", *files)
    report = json.loads(done.stdout)
    found: dict[str, list[str]] = {}
    for error in (*report.get("errors", []), *report.get("parse_errors", [])):
        found.setdefault(error["filename"], []).append(error["message"])
    return found


def test_the_schema_is_a_schema(schema_file: Path) -> None:
    done = run_tool("--check-metaschema", str(schema_file))
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_sound_file_fits(schema_file: Path, tmp_path: Path) -> None:
    files = []
    for number, path in enumerate(GOOD):
        # Text that YAML itself takes for nothing has to be quoted to fit a schema.
        text = Path(path).read_text(encoding="utf-8").replace("less: ~\n", 'less: "~"\n')
        files.append(str(tmp_path / f"{number}-{Path(path).name}"))
        Path(files[-1]).write_text(text, encoding="utf-8")
    for shape in Shape:
        files.append(str(tmp_path / f"{shape.value}.session.yaml"))
        Path(files[-1]).write_text(outline("A title", 300, shape), encoding="utf-8")
    assert len(files) > 20
    assert faulty_by_schema(schema_file, files) == {}


def test_every_bad_sample_that_a_schema_can_tell_does_not_fit(schema_file: Path) -> None:
    samples = {path.stem: str(path) for path in (HERE / "bad").glob("E*.yaml")}
    looked_at = [path for stem, path in samples.items() if stem not in NOT_FOR_THE_TOOL]
    found = {Path(path).stem for path in faulty_by_schema(schema_file, looked_at)}
    assert samples.keys() - NOT_FOR_THE_TOOL - found == BEYOND_A_SCHEMA


def test_advice_is_left_to_the_checker(schema_file: Path) -> None:
    assert faulty_by_schema(schema_file, [str(path) for path in (HERE / "bad").glob("W*.yaml")]) == {}


def test_the_schema_says_where_and_what(schema_file: Path) -> None:
    path = HERE / "bad" / "E205-clock-time.yaml"
    done = run_tool("--schemafile", str(schema_file), str(path))
    assert "$.indirect[0].quiet: '1:30' does not match" in done.stdout


def objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


def test_every_key_of_the_table_is_in_the_schema_with_its_text() -> None:
    described = {
        (name, value.get("description", "").split(".")[0])
        for each in objects(schema())
        for name, value in each.get("properties", {}).items()
    }
    for shape in (FILE, PARTS_FILE, OPTION, PACER, *STEPS):
        for row in shape.fields:
            assert (row.name, row.doc.split(".")[0]) in described


class Page:
    """A session file in an editor, by the words that stand in it."""

    def __init__(self, editor: Editor, path: Path, text: str) -> None:
        self._editor, self._path, self._lines = editor, path, text.split("\n")
        self.marked = editor.open(path, text)

    def offered(self, line: int, column: int) -> set[str]:
        return self._editor.complete(self._path, line, column)

    def said_of(self, word: str) -> str:
        line = next(number for number, text in enumerate(self._lines) if word in text)
        return self._editor.hover(self._path, line, self._lines[line].index(word) + 1)

    def marks(self) -> list[tuple[str, str]]:
        """Each mark: the text of the line from there on, and what is said."""
        return [
            (
                self._lines[mark["range"]["start"]["line"]][mark["range"]["start"]["character"] :],
                mark["message"],
            )
            for mark in self.marked
        ]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    command = tools.language_server()
    folder = tmp_path_factory.mktemp("sessions")
    (folder / NAME).write_text(schema_text(), encoding="utf-8")
    with Editor(command, folder) as running:
        yield running


SOUND = f"{MODELINE}\n" + (SCRIPTS / "hello-guard.session.yaml").read_text(encoding="utf-8")


def page(editor: Editor, name: str, text: str) -> Page:
    return Page(editor, editor.folder / f"{name}.session.yaml", text)


def test_an_editor_marks_nothing_in_a_sound_session(editor: Editor) -> None:
    assert page(editor, "sound", SOUND).marks() == []


DURATION = "durations look like `20s`, `1m30s` or `5m`"
TONES = [tone.value for tone in Tone]
NO_TONE = f"Value is not accepted. Valid values: {', '.join(json.dumps(tone) for tone in TONES)}."
NOT_ASKED = "`arriving` ends with a check-point, such as `- check_in: And now?`"


@pytest.mark.parametrize(
    ("slip", "marked", "message"),
    [
        (("    for: 15s", "    for: 1:30"), "1:30", DURATION),
        (("length: 5m", "length: 5"), "5", DURATION),
        (("    for: 15s", "    fro: 15s"), "fro: 15s", "Property fro is not allowed."),
        (("bell: bowl", "bell: xyzzy"), "xyzzy", NO_TONE),
        (("- bell: bowl", "- ball: bowl"), "ball: bowl", "a step here begins with `say`, `quiet`, "),
        (("  - notice:", "  - say:"), "", NOT_ASKED),
    ],
)
def test_an_editor_marks_a_slip_at_its_place(
    editor: Editor, slip: tuple[str, str], marked: str, message: str
) -> None:
    text = SOUND.replace(*slip, 1)
    assert text != SOUND
    marks = page(editor, f"slip-{len(text)}-{len(message)}", text).marks()
    assert any(place.startswith(marked) and said.startswith(message) for place, said in marks), marks


@pytest.mark.parametrize(
    ("name", "text", "place", "offered"),
    [
        ("top", "", (1, 0), {row.name for row in FILE.fields}),
        ("verbs", "arriving:\n  - ", (2, 4), {shape.name for shape in STEPS}),
        ("landing", "landing:\n  - ", (2, 4), {"say", "quiet", "bell", "breathe", "choose", "use"}),
        ("keys", "arriving:\n  - say: x\n    ", (3, 4), STEPS[0].keys - {"say"}),
        ("tones", "arriving:\n  - bell: ", (2, 10), set(TONES)),
        ("tracks", "if_skipped: ", (1, 12), {"direct", "indirect"}),
    ],
)
def test_an_editor_offers_what_can_stand_there(
    editor: Editor, name: str, text: str, place: tuple[int, int], offered: set[str]
) -> None:
    found = page(editor, f"offer-{name}", f"{MODELINE}\n{text}\n").offered(*place)
    assert found - {"session"} == offered


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("for: 15s", "How long prompt and stillness last together."),
        ("notice:", "The question; empty for the player's own."),
        ("if_skipped:", "The track that follows when a check-in is skipped. Without it: indirect."),
    ],
)
def test_an_editor_says_what_a_key_is_for(editor: Editor, word: str, said: str) -> None:
    assert said in page(editor, f"hover-{word[:2]}", SOUND).said_of(word)
