"""The command line, in this process: what each command prints, and how it exits."""

from __future__ import annotations

import json
import re
import stat
import time
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sessions.authoring.template import outline
from sessions.check import check_file
from sessions.engine.events import Coat, Feeling, Way
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.library.of_the_day import of_the_day
from sessions.written import Tone
from tests.fakes.command import Ran
from tests.patience import PATIENCE
from tui import main
from tui.choices import COATS, FEELINGS, WAYS
from tui.cli import COMMANDS, cli
from tui.exits import Exit, StopError
from tui.words import phrases
from tui.words.help_lines import PROVENANCE


@pytest.fixture
def own(home: Path) -> Path:
    folder = home / "data" / "ajar" / "sessions"
    folder.mkdir(parents=True)
    return folder


def test_every_command_in_the_overview_can_be_asked_for_help() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(cli, [name, "--help"])
        assert result.exit_code == 0, name
        assert f"Usage: cli {name} " in result.output


def test_every_option_has_a_help_text() -> None:
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        options = [each for each in command.params if isinstance(each, click.Option)]
        assert [option.name for option in options if not option.help] == []


def test_the_overview_lists_commands_without_loading_them(ajar: Ran) -> None:
    code, out, _ = ajar("--help")
    assert code == Exit.FINE
    assert all(
        re.search(rf"^  {name} +{re.escape(text)}$", out, re.MULTILINE) for name, text in COMMANDS.items()
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("lst",), "there is no command `lst`. Did you mean `list`?"),
        (("xyzzy",), "there is no command `xyzzy`.\n"),
        (("hello-guard",), "`hello-guard` is a session. To play it: ajar play hello-guard"),
        (("play", "helo-guard"), "there is no session called `helo-guard`. Did you mean `hello-guard`?"),
        (("play", "s"), "several sessions begin with `s`: say-whats-here, "),
        (("play", "17"), "there is no session called `17`"),
        (("help", "xyzzy"), "there is no command of this name"),
        (("play", "one-breath", "--pace", "11"), "a pace is a number from 0.5 to 10, or `manual`"),
        (("play", "one-breath", "--tracks", "direct"), "Did you mean '--track'?"),
        (("rehearse", "one-breath", "--speed", "0"), "a speed is a number from 0.1 to 10000, or `max`"),
        (("bell", "xyzzy"), f"'xyzzy' is not one of {', '.join(repr(tone.value) for tone in Tone)}"),
        (("\x1b[2J",), "there is no command `\\x1b[2J`."),
    ],
)
def test_what_is_not_understood_is_told_and_exits_with_2(
    ajar: Ran, args: tuple[str, ...], message: str
) -> None:
    code, out, err = ajar(*args)
    assert (code, out) == (Exit.USAGE, "")
    assert message in err


def test_version(ajar: Ran) -> None:
    code, out, _ = ajar("--version")
    assert code == Exit.FINE
    assert out.startswith("ajar")


def test_list_has_a_line_for_each_session(ajar: Ran) -> None:
    code, out, err = ajar("list")
    assert (code, err) == (Exit.FINE, "")
    lines = out.splitlines()
    assert re.fullmatch(r" 1  one-breath +1 minute +Room for One Breath", lines[0])
    entries = scan(SCRIPTS)
    assert [line.split()[:2] for line in lines[::2]] == [[str(n), e.name] for n, e in enumerate(entries, 1)]
    assert [line.strip() for line in lines[1::2]] == [entry.about for entry in entries]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("3", "An Ordinary Kindness"),
        ("Good Company", "Good Company"),
        ("good", "Good Company"),
        ("GOOD", "Good Company"),
    ],
)
def test_a_session_is_known_by_number_title_and_beginning(ajar: Ran, typed: str, title: str) -> None:
    code, out, _ = ajar("print", typed)
    assert code == Exit.FINE
    assert title in out.splitlines()[0]


def test_help_is_a_word_as_well(ajar: Ran) -> None:
    assert ajar("help") == ajar("--help")
    assert ajar("help", "play") == ajar("play", "--help")


def test_play_without_a_name_begins_the_session_of_the_day(
    ajar: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []

    def begin(_session: object, name: str, *_: object) -> int:
        begun.append(name)
        return Exit.FINE

    monkeypatch.setattr("tui.beginning.begin", begin)
    monkeypatch.setattr("tui.ambient.today", lambda: date.fromordinal(740_000))
    assert ajar("play", "--plain")[0] == Exit.FINE
    assert begun == [of_the_day(scan(SCRIPTS), 740_000).name]


def test_list_shows_ones_own_sessions_and_their_first_fault(ajar: Ran, own: Path) -> None:
    (own / "mine.session.yaml").write_text("format: 1\ntitle: Mine\nlength: 5m\narriving: 7\n")
    _, out, _ = ajar("list")
    assert re.search(r"^ *\d+  mine +- +cannot be played yet: line \d", out, re.MULTILINE)


def test_list_for_programs(ajar: Ran, own: Path) -> None:
    (own / "mine.session.yaml").write_text("")
    rows = {row["name"]: row for row in json.loads(ajar("list", "--json")[1])}
    assert rows["one-breath"]["length"] == 60.0
    assert rows["one-breath"]["bundled"]
    assert rows["mine"]["path"] == str(own / "mine.session.yaml")
    assert rows["mine"]["fault"]


def test_a_rehearsal_of_five_minutes_is_over_at_once(ajar: Ran) -> None:
    ajar("rehearse", "one-breath", "--plain")
    before = time.perf_counter()
    code, out, _ = ajar("rehearse", "hello-guard", "--plain", "--answers", "later,closing:green,skip")
    assert time.perf_counter() - before < PATIENCE
    assert code == Exit.FINE
    said = [line for line in out.splitlines() if line.startswith("Your answer: ")]
    assert [line.partition(": ")[2] for line in said] == [
        COATS[Coat.LATER].label,
        FEELINGS[Feeling.CLOSING].label,
        WAYS[Way.NATURE][0],
        WAYS[Way.GENTLER][0],
    ]
    assert any(line in out for line in phrases.LANDED_LINES)


@pytest.mark.parametrize("name", [entry.name for entry in scan(SCRIPTS)])
@pytest.mark.parametrize(
    ("answers", "ending"),
    [
        ("", phrases.LANDED_LINES),
        ("closing:touch:gentler", phrases.LANDED_LINES),
        ("opening,between", phrases.LANDED_LINES),
        ("too-much:company:floor", phrases.HALTED_STOP_LINES),
        ("stop", phrases.STOP_LINES),
    ],
)
def test_every_bundled_session_can_be_rehearsed(
    ajar: Ran, name: str, answers: str, ending: tuple[str, ...]
) -> None:
    code, out, _ = ajar("rehearse", name, "--plain", "--answers", answers)
    assert code == Exit.FINE
    assert any(line in out for line in ending)


def test_a_rehearsal_at_a_speed_takes_its_part_of_the_time(ajar: Ran) -> None:
    before = time.perf_counter()
    ajar("rehearse", "one-breath", "--plain", "--speed", "200")
    assert 0.3 <= time.perf_counter() - before < 30.0


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("opning", "ajar: answer 1: `opning` is no answer; did you mean `opening`?"),
        (
            "green",
            "ajar: answer 1, `green`, does not fit the question “",
        ),
        ("opening:green", "ajar: answer 1, `opening:green`: nothing was asked for `green`"),
    ],
)
def test_a_rehearsal_says_which_answer_does_not_fit(ajar: Ran, answers: str, message: str) -> None:
    code, _, err = ajar("rehearse", "one-breath", "--plain", "--answers", answers)
    assert code == Exit.USAGE
    assert err.startswith(message)


def test_a_rehearsal_names_answers_that_no_question_came_for(ajar: Ran) -> None:
    code, _, err = ajar("rehearse", "one-breath", "--plain", "--answers", "skip,skip,opening,closing:green")
    assert code == Exit.FINE
    assert err == "ajar: no question came for: opening, closing:green\n"


def test_a_faulty_session_is_told_with_its_place_and_exits_with_1(ajar: Ran, tmp_path: Path) -> None:
    path = tmp_path / "bad.session.yaml"
    path.write_text("format: 1\ntitel: Bad\n")
    for command in ("play", "rehearse"):
        code, out, err = ajar(command, str(path))
        assert (code, out) == (Exit.FAULT, "")
        assert f"{path}:2:1" in err
        assert err.endswith("ajar: this session cannot be played until that is mended\n")


def test_a_missing_file_and_a_file_of_parts_are_told(ajar: Ran, tmp_path: Path) -> None:
    code, _, err = ajar("play", str(tmp_path / "gone.session.yaml"))
    assert code == Exit.FAULT
    assert "there is no such file" in err
    code, _, err = ajar("play", str(SCRIPTS / "care" / "senses.yaml"))
    assert code == Exit.FAULT
    assert "this is a file of parts" in err


def test_a_session_without_a_direct_track_says_so(ajar: Ran, tmp_path: Path) -> None:
    text = outline("Two tracks", 300).replace("if_skipped: indirect\n", "")
    path = tmp_path / "indirect.session.yaml"
    path.write_text(re.sub(r"(?ms)^direct:.*?(?=^indirect:)", "", text), encoding="utf-8")
    assert check_file(path).session is not None
    code, _, err = ajar("rehearse", str(path), "--plain", "--track", "direct")
    assert code == Exit.USAGE
    assert err == "ajar: this session has no direct track; leave `--track direct` out\n"


def test_new_writes_a_session_that_passes_and_can_be_played_by_name(ajar: Ran, home: Path) -> None:
    code, out, err = ajar("new", "a-quiet-hour")
    path = Path(out.strip())
    assert code == Exit.FINE
    assert path == home / "data" / "ajar" / "sessions" / "a-quiet-hour.session.yaml"
    assert "ajar play a-quiet-hour" in err
    checked = check_file(path)
    assert checked.faults == ()
    assert checked.session is not None
    assert (checked.session.title, checked.session.length) == ("A quiet hour", 300.0)
    assert checked.session.direct
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ajar("rehearse", "a-quiet-hour", "--plain")[0] == Exit.FINE


@pytest.mark.parametrize("name", ["no", "2026", "1e3"])
def test_new_takes_any_word_for_a_title(ajar: Ran, tmp_path: Path, name: str) -> None:
    ajar("new", name, "--into", str(tmp_path))
    assert check_file(tmp_path / f"{name}.session.yaml").faults == ()


def test_new_never_overwrites(ajar: Ran, tmp_path: Path) -> None:
    path = tmp_path / "mine.session.yaml"
    path.write_text("dear words")
    code, out, err = ajar("new", "mine", "--into", str(tmp_path))
    assert (code, out) == (Exit.FAULT, "")
    assert err == f"ajar: {path} is there already, and stays as it is\n"
    assert path.read_text() == "dear words"


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("../up", "up"),
        ("A Quiet Hour", "a-quiet-hour"),
        ("it's-here", "its-here"),
        ("-", "a-quiet-hour"),
        ("a--b", "a-b"),
        ("x" * 61, "x" * 60),
        ("\x1b[2J", "2j"),
    ],
)
def test_new_says_what_a_name_looks_like(ajar: Ran, tmp_path: Path, name: str, example: str) -> None:
    code, out, err = ajar("new", "--into", str(tmp_path), "--", name)
    assert (code, out) == (Exit.USAGE, "")
    assert f"such as {example}\n" in err
    assert list(tmp_path.glob("*.yaml")) == []


def test_new_keeps_away_from_bundled_names(ajar: Ran, tmp_path: Path) -> None:
    code, _, err = ajar("new", "one-breath", "--into", str(tmp_path))
    assert code == Exit.USAGE
    assert "one-breath is one of the bundled sessions" in err


def test_new_says_when_it_cannot_write(ajar: Ran, home: Path) -> None:
    (home / "data").write_text("a file where a folder would be")
    code, out, err = ajar("new", "mine")
    assert (code, out) == (Exit.FAULT, "")
    assert err.endswith("mine.session.yaml could not be written: not a directory\n")
    (home / "data").unlink()
    (home / "data" / "ajar").mkdir(parents=True)
    (home / "data" / "ajar" / "sessions").write_text("another")
    assert "could not be written: file exists" in ajar("new", "mine")[2]


def test_help_lines_come_with_their_introduction(ajar: Ran) -> None:
    code, out, _ = ajar("help-lines")
    assert code == Exit.FINE
    assert out.startswith(phrases.HELP_INTRO[0])
    assert "findahelpline.com" in out
    assert out.splitlines()[-1] == PROVENANCE


def test_help_lines_say_where_a_list_of_ones_own_goes(ajar: Ran, home: Path) -> None:
    path = home / "config" / "ajar" / "help-lines.toml"
    assert ajar("help-lines", "--where")[1] == f"{path}\n"
    path.parent.mkdir(parents=True)
    path.write_text("nothing here")
    assert f"{path} is not used: " in ajar("help-lines")[1]


def test_settings_are_shown_and_erased(ajar: Ran, home: Path) -> None:
    path = home / "config" / "ajar" / "settings.toml"
    assert "nothing is remembered" in ajar("settings")[1]
    assert not path.exists()
    path.parent.mkdir(parents=True)
    path.write_text("bell = true\n")
    assert "bell = true" in ajar("settings")[1]
    assert ajar("settings", "--erase")[1] == f"Erased: {path}\n"
    assert not path.exists()
    assert ajar("settings", "--erase")[1] == "There was nothing to erase.\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(ajar: Ran, shell: str) -> None:
    code, out, _ = ajar("completion", shell)
    assert code == Exit.FINE
    assert "_AJAR_COMPLETE" in out


def test_names_of_sessions_are_completed(ajar: Ran, monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    (own / "one-more.session.yaml").write_text("")
    monkeypatch.setenv("_AJAR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "ajar play one-")
    monkeypatch.setenv("COMP_CWORD", "2")
    _, out, _ = ajar()
    assert out.splitlines() == ["plain,one-breath", "plain,one-more"]


def test_an_error_of_our_own_is_one_honest_message(ajar: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        raise LookupError("a\nb")

    monkeypatch.setattr(main, "_command", broken)
    code, out, err = ajar("list")
    assert (code, out) == (Exit.BROKEN, "")
    assert re.match(
        r"ajar: something went wrong inside ajar, at test_commands\.py, line \d+: LookupError: a b\n", err
    )
    assert "Traceback" not in err
    monkeypatch.setenv("AJAR_TRACEBACK", "1")
    with pytest.raises(LookupError):
        main.run(["list"])


def test_an_interrupted_command_exits_with_130(ajar: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_command", interrupted)
    assert ajar("list")[0] == Exit.INTERRUPTED


def test_a_stop_carries_its_code() -> None:
    assert StopError("so").code is Exit.FAULT
    assert StopError("so", Exit.USAGE).code is Exit.USAGE
