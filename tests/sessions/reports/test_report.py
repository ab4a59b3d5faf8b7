"""The formats, the line under which the carets stand, and the command that prints them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sessions.check import Checked, check_text
from sessions.faults import Fault, Span
from sessions.library.folders import files_below
from sessions.reports.excerpt import WIDTH, excerpt
from sessions.reports.plain_path import plain_path
from sessions.reports.report import MOST_SHOWN, NO_FAULT, Format, report
from sessions.unsafe import visible
from tests.patience import PATIENCE
from tests.sessions.framed import framed
from tui import main
from tui.commands.check import command

HERE = Path(__file__).parents[1]
ROOT = HERE.parents[1]

ONE = check_text(framed("- quiet: 30"), "a,b:c%\x1b.yaml")
SHOWN = r"a,b:c%\x1b.yaml"


def lines_of(checked: Checked, style: Format) -> list[str]:
    return list(report([checked], style))


def test_the_full_format_points_at_the_place() -> None:
    assert lines_of(ONE, Format.FULL) == [
        "error[E205]: `30` has no unit",
        f"  --> {SHOWN}:12:12",
        "   |",
        "12 |   - quiet: 30",
        "   |            ^^",
        "   = help: write `30s` for seconds",
        "",
        "1 file, 1 error; `ajar fix` can mend 1",
    ]


def test_the_concise_format_is_one_line() -> None:
    assert lines_of(ONE, Format.CONCISE) == [
        f"{SHOWN}:12:12: error[E205]: `30` has no unit (write `30s` for seconds)"
    ]


def test_the_plain_format_counts_first_and_is_made_of_sentences() -> None:
    assert lines_of(ONE, Format.PLAIN) == [
        "1 file, 1 error; `ajar fix` can mend 1",
        "",
        f"In {SHOWN}:",
        "Line 12: - quiet: 30",
        "Error E205, column 12: `30` has no unit. Write `30s` for seconds.",
    ]


def test_the_plain_format_says_each_line_and_each_help_once() -> None:
    heard = lines_of(check_text(framed("direct:\n" + "  - x: y\n" * 4), "x.yaml"), Format.PLAIN)
    assert sum("is no verb" in line for line in heard) == 4
    assert sum("A step begins with" in line for line in heard) == 1
    flowing = check_text(framed("direct: [{x: y}, {x: y}, {quiet: 30}]"), "x.yaml")
    assert len(flowing.faults) > 2
    told = [line for line in lines_of(flowing, Format.PLAIN) if line.startswith("Line ")]
    assert len(told) == len({fault.span.line for fault in flowing.faults}) < len(flowing.faults)


def test_fifteen_findings_are_heard_within_two_minutes() -> None:
    words = "direct:\n" + "  - x: y\n" * 15
    heard = " ".join(lines_of(check_text(framed(words), "x.yaml"), Format.PLAIN))
    assert len(heard.split()) / 180 < 2


def test_the_github_format_escapes_what_github_reads() -> None:
    (line,) = lines_of(ONE, Format.GITHUB)
    place, text = line.rsplit("::", 1)
    assert place == r"::error file=a%2Cb%3Ac%25\x1b.yaml,line=12,endLine=12,col=12,endColumn=13,title=E205"
    assert text == "`30` has no unit%0Ahelp: write `30s` for seconds"


def test_the_json_format_holds_everything_once() -> None:
    (fault,) = json.loads("\n".join(lines_of(ONE, Format.JSON)))
    assert fault == {
        "path": "a,b:c%\x1b.yaml",
        "line": 12,
        "column": 12,
        "end_line": 12,
        "end_column": 14,
        "severity": "error",
        "id": "E205",
        "message": "`30` has no unit",
        "help": "write `30s` for seconds",
        "fix": {"line": 12, "column": 12, "end_line": 12, "end_column": 14, "text": "30s"},
    }


def test_the_json_of_good_files_is_an_empty_list() -> None:
    assert json.loads("\n".join(lines_of(check_text(framed("by: x")), Format.JSON))) == []


@pytest.mark.parametrize("style", [Format.FULL, Format.CONCISE, Format.PLAIN])
def test_fifty_faults_of_a_file_are_shown_and_the_rest_counted(style: Format) -> None:
    checked = check_text(framed("direct:\n" + "  - x: y\n" * 60), "x.yaml")
    lines = lines_of(checked, style)
    assert sum("is no verb" in line for line in lines) == MOST_SHOWN
    assert "x.yaml: and 10 more" in lines


@pytest.mark.parametrize(
    ("source", "span", "line", "carets"),
    [
        ("  - quiet: 30", (12, 14), "  - quiet: 30", "           ^^"),
        ("\ttitle: x", (2, 7), "    title: x", "    ^^^^^"),
        ("a\tb", (3, 4), "a   b", "    ^"),
        ("声: 音", (4, 5), "声: 音", "    ^^"),
        ("e\u0301\u0302: x", (6, 7), "e\u0301\u0302: x", "   ^"),
        ("a\x1b[1mb", (6, 7), "a\\x1b[1mb", "        ^"),
        ("x\u202ey", (2, 3), "x\\u202ey", " ^^^^^^"),
        ("title:", (7, 8), "title:", "      ^"),
        ("title:", (40, 41), "title:", "      ^"),
        ("", (1, 2), "", "^"),
    ],
)
def test_carets_stand_under_what_is_meant(source: str, span: tuple[int, int], line: str, carets: str) -> None:
    fault = Fault("E205", "x", Span(1, span[0], 1, span[1]), source=source)
    assert excerpt(fault) == (line, carets)


@pytest.mark.parametrize("at", [1, 50, 90, 96, 97, 150, 5000, 9990, 10_000])
@pytest.mark.parametrize("fill", ["x", "声", "\x1b"])
def test_a_long_line_is_cut_round_the_place(at: int, fill: str) -> None:
    source = fill * (at - 1) + "HERE" + fill * (10_000 - at)
    shown = excerpt(Fault("E205", "x", Span(1, at, 1, at + 4), source=source))
    wide = 2 if fill == "声" else 1
    columns = [char for char in shown.line for _ in range(wide if char == fill else 1)]
    indent = len(shown.carets) - len(shown.carets.lstrip())
    assert "".join(columns[indent : indent + 4]) == "HERE"
    assert len(columns) <= WIDTH + 2
    assert shown.carets.strip() == "^^^^"


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    fault = Fault("E205", "x", Span(1, 3, 4, 2), source="a: b c")
    assert excerpt(fault) == ("a: b c", "  ^^^^")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_the_command_ends_with_nothing_for_good_files() -> None:
    result = check(str(HERE / "good"))
    assert (result.exit_code, result.output) == (
        0,
        f"2 files, {NO_FAULT}\n",
    )


def test_the_command_ends_with_one_for_an_error() -> None:
    result = check(str(HERE / "good"), str(HERE / "bad" / "E204-no-value.yaml"), "--format", "concise")
    assert result.exit_code == 1
    assert result.output.endswith(
        "E204-no-value.yaml:15:5: error[E204]: `quiet` has no value (such as `quiet: 30s`)\n"
    )


def test_the_command_looks_below_folders_and_passes_other_files_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b/x.session.yaml", "parts.yaml", ".hidden/x.session.yaml"):
        (tmp_path / name).write_text(framed("by: x"))
    (tmp_path / "b" / "broken.session.yaml").write_text("")
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    (tmp_path / "notes.txt").write_text("format: 1\n")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [str(Path(path).relative_to(tmp_path)) for path in files_below(str(tmp_path))]
    assert found == ["parts.yaml", "b/broken.session.yaml", "b/x.session.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--format", "loud", "x.yaml"], ["--nonsense"]],
)
def test_the_command_ends_with_two_where_nothing_was_asked_for(arguments: list[str]) -> None:
    assert check(*arguments).exit_code == 2


@pytest.mark.parametrize("options", [[], ["--format", "full"]])
def test_a_folder_without_session_files_is_told(
    options: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main.run(["check", str(HERE / "bad" / "E101-a-folder.yaml"), *options]) == 2
    assert capfd.readouterr().err.startswith("ajar: there is no session file below ")


@pytest.mark.parametrize("name", ["gone.yaml", "a\x1b[2Jb.yaml", "\udcff.yaml", "/dev/zero"])
def test_the_command_says_so_when_there_is_no_such_file(name: str) -> None:
    result = check(name)
    assert result.exit_code == (1 if Path(name).exists() else 2)
    assert result.output.startswith("error[E101]: the file cannot be read: ")
    assert all(line == visible(line) for line in result.output.splitlines())


def test_the_command_loads_neither_textual_nor_sound_nor_a_parser_it_does_not_use() -> None:
    script = (
        "import sys; from tui.commands.check import command;"
        f"command([{str(HERE / 'good')!r}], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    loaded = set(done.stdout.split())
    assert "sessions.check" in loaded
    assert not loaded & {
        "textual",
        "rich",
        "miniaudio",
        "pydub",
        "jsonschema",
        "pydantic",
        "sessions.engine.engine",
    }


@pytest.mark.parametrize(
    ("file", "loaded"),
    [
        ("good/everything.session.yaml", []),
        ("bad/E201-key-of-another-step.yaml", ["key_faults"]),
    ],
)
def test_messages_about_faults_are_loaded_for_faulty_files_only(file: str, loaded: list[str]) -> None:
    script = "import sys; from sessions.check import check_file; check_file(sys.argv[1]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, str(HERE / file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    modules = done.stdout.split()
    messages = ("key_faults", "step_faults", "syntax_faults", "unsafe_faults")
    assert "sessions.reading.decode" in modules
    assert [name for name in messages if f"sessions.reading.{name}" in modules] == loaded


def test_looking_for_files_loads_no_yaml() -> None:
    script = "import sys, tui.commands.check; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert "yaml" not in done.stdout.split()


@pytest.mark.parametrize("path", ["./a/b.yaml", "a/b.yaml", "./a/./b.yaml", "a//b.yaml"])
def test_code_hosts_are_given_paths_as_they_know_them(path: str) -> None:
    checked = check_text("format: 2", path)
    (line, *_) = report([checked], Format.GITHUB)
    assert "file=a/b.yaml," in line
    (sarif,) = report([checked], Format.SARIF)
    places = [
        result["locations"][0]["physicalLocation"] for result in json.loads(sarif)["runs"][0]["results"]
    ]
    assert {place["artifactLocation"]["uri"] for place in places} == {"a/b.yaml"}


def test_a_path_out_of_the_folder_and_an_absolute_one_stay_what_they_are() -> None:
    assert [plain_path(path) for path in ("../b.yaml", "/a/b.yaml", "b.yaml", "-", "./")] == [
        *("../b.yaml", "/a/b.yaml", "b.yaml", "-"),
        "./",
    ]
