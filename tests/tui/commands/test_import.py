"""`ajar import`: a draft beside the person who asked for it, or one line that says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.check import check_file
from tests.fakes.command import Ran
from tui.exits import Exit

pytestmark = pytest.mark.usefixtures("here")

WORDS = "You might sit down.\n\n\nThere may be a sound.\n\nThis can end here.\n"


def test_a_draft_can_be_checked_rehearsed_and_played_at_once(ajar: Ran, here: Path) -> None:
    (here / "A quiet word.en.txt").write_text(WORDS)
    code, out, err = ajar("import", "A quiet word.en.txt")
    assert (code, out) == (0, "a-quiet-word.session.yaml\n")
    assert err == (
        "Look for `# todo` in it. Then:\n"
        "  ajar check a-quiet-word.session.yaml\n  ajar rehearse a-quiet-word.session.yaml\n"
    )
    checked = check_file(here / "a-quiet-word.session.yaml")
    assert checked.session is not None
    assert (checked.session.title, checked.session.length) == ("A quiet word", 45)
    assert ajar("check", "a-quiet-word.session.yaml")[0] == 0
    _, out, _ = ajar("rehearse", "a-quiet-word.session.yaml", "--track", "direct", "--plain")
    assert all(line in out for line in WORDS.split("\n"))


def test_what_was_exported_comes_back_with_its_length(ajar: Ran) -> None:
    ajar("export", "hello-guard", "-o", "guard.srt")
    assert ajar("import", "guard.srt")[0] == 0
    checked = check_file("guard.session.yaml")
    assert checked.session is not None
    assert checked.session.length == 300
    assert not checked.fails
    _, exported, _ = ajar("export", "guard.session.yaml", "--to", "srt", "--track", "direct")
    kept = [line for line in Path("guard.srt").read_text().split("\n") if "[check-point" not in line]
    assert [line for line in exported.split("\n") if "[check-point" not in line] == kept


def test_a_draft_can_go_to_stdout_or_where_one_says(ajar: Ran, here: Path) -> None:
    (here / "a.txt").write_text(WORDS)
    code, out, err = ajar("import", "a.txt", "-o", "-", "--track", "indirect")
    assert (code, err) == (0, "")
    assert "direct:" not in out.replace("indirect:", "")
    assert ajar("import", "a.txt", "-o", "b.session.yaml", "--track", "indirect")[1] == "b.session.yaml\n"
    assert (here / "b.session.yaml").read_text() == out


def test_what_was_left_out_is_told(ajar: Ran, here: Path) -> None:
    (here / "a.txt").write_text(f"\x1b{WORDS}")
    assert (
        ajar("import", "a.txt", "-o", "-")[2]
        == "ajar: left out: 1 character that no session may hold (line 1).\n"
    )


def test_a_file_that_is_there_is_never_replaced(ajar: Ran, here: Path) -> None:
    (here / "a.txt").write_text(WORDS)
    (here / "a.session.yaml").write_text("dear words")
    for args in (("import", "a.txt"), ("import", "a.txt", "-o", "a.txt")):
        code, out, err = ajar(*args)
        assert (code, out) == (Exit.FAULT, "")
        assert err.endswith(" is there already, and stays as it is\n")
    assert (here / "a.session.yaml").read_text() == "dear words"
    assert (here / "a.txt").read_text() == WORDS


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "ajar: a.txt cannot be read: there is no such file\n"),
        (b"", "ajar: a.txt: there are no words in it\n"),
        (b"\0\1\xe9", "ajar: a.txt: this is not text\n"),
        (b"a" * 8_400_000, "ajar: a.txt is larger than 8 MiB, more than the captions of a long day\n"),
        (
            b"[pause 20 min]\nEnd.",
            "ajar: a.txt: it lasts 20m5s, and a session at most 15m; choose a part with --from",
        ),
    ],
    ids=["missing", "empty", "no text", "large", "long"],
)
def test_what_cannot_be_used_is_told_in_one_line(
    ajar: Ran, here: Path, content: bytes | None, message: str
) -> None:
    if content is not None:
        (here / "a.txt").write_bytes(content)
    code, out, err = ajar("import", "a.txt")
    assert (code, out) == (Exit.FAULT, "")
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert not list(here.glob("*.yaml"))


@pytest.mark.parametrize(
    "name", ["a.srt", "a.vtt", "a.lrc", "a.json", "a.csv", "a.ass", "a.ttml", "a.md", "a.html"]
)
@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_words_whatever_it_is_called(
    ajar: Ran, here: Path, name: str, content: bytes
) -> None:
    (here / name).write_bytes(content)
    assert ajar("import", name) == (Exit.FAULT, "", f"ajar: {name}: there are no words in it\n")


def test_a_folder_and_a_hostile_name_are_told(ajar: Ran, here: Path) -> None:
    assert ajar("import", str(here))[2].endswith("cannot be read: this is a folder\n")
    (here / "\x1b[2J.txt").write_text(WORDS)
    code, out, err = ajar("import", "\x1b[2J.txt")
    assert (code, out) == (0, "2j.session.yaml\n")
    assert "\x1b" not in err + (here / "2j.session.yaml").read_text()


def test_stdin_is_a_file_as_well(ajar: Ran, here: Path) -> None:
    code, out, _ = ajar("import", "-", "-o", "a.session.yaml", stdin=b"A wall.\n\nA door.\n\nEnd.\n")
    assert (code, out) == (0, "a.session.yaml\n")
    assert "A door." in (here / "a.session.yaml").read_text()


@pytest.mark.parametrize(("start", "end"), [("10m", "12m"), ("10:00", "12:00"), ("0:10:00", "720s")])
def test_a_part_of_a_long_file(ajar: Ran, here: Path, start: str, end: str) -> None:
    (here / "a.lrc").write_text("".join(f"[{n}:00.00]Line {n}.\n" for n in range(60)))
    code, out, err = ajar("import", "a.lrc", "-o", "-", "--from", start, "--to", end)
    assert code == 0
    assert "Line 10." in out
    assert "Line 12." not in out
    assert err == "ajar: left out: 58 passages outside `--from` and `--to` (first in line 1).\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--from", "soon"), "soon is no time; write `90s`, `1m30s` or `1:30`"),
        (("--from", "2m", "--to", "1m"), "`--to` has to come after `--from`"),
        (("--from", "90m"), "there are no words between `--from` and `--to`"),
    ],
)
def test_a_part_that_is_none(ajar: Ran, here: Path, args: tuple[str, ...], message: str) -> None:
    (here / "a.txt").write_text(WORDS)
    code, out, err = ajar("import", "a.txt", "-o", "-", *args)
    assert code != 0
    assert (out, err.count("Traceback")) == ("", 0)
    assert message in err
