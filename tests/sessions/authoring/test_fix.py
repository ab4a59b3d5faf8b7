"""What `ajar fix` mends, what it leaves, and that every other byte stays."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.authoring.fix import mend, mend_file
from sessions.check import check_text
from sessions.library.attributes import NotKeptError
from tests.sessions.framed import framed

PARTS = "parts:\n  settle:\n    - quiet: 30s\n"
BAD = sorted((Path(__file__).parents[1] / "bad").glob("[EW]*.yaml"))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("- say: A sound.\n  fro: 30s", "- say: A sound.\n  for: 30s"),
        ("- say: A sound.\n  duration: 30s", "- say: A sound.\n  for: 30s"),
        ('- say: A sound.\n  "fro": 30s', "- say: A sound.\n  for: 30s"),
        ("- quiet: 20", "- quiet: 20s"),
        ('- quiet: "20"', "- quiet: 20s"),
        ("- quiet: 1:30", "- quiet: 1m30s"),
        ("- quiet: 1 min 30 sec", "- quiet: 1m30s"),
        ("- quiet: 0.5 minutes", "- quiet: 30s"),
        ("- bell: bowll", "- bell: bowl"),
        ("- quiet 30s", "- quiet: 30s"),
        ("- say A sound.\n- quiet: 30s", "- say: A sound.\n- quiet: 30s"),
        ("if_skiped: indirect", "if_skipped: indirect"),
        ("- say: A sound.\n  seconds: 0:30", "- say: A sound.\n  for: 30s"),
        ("- quite: 30s", "- quiet: 30s"),
        ("- Say: A sound.\n  For: 30s", "- say: A sound.\n  for: 30s"),
        ("- Bell: Bowl\n- quiet: 30s", "- bell: bowl\n- quiet: 30s"),
        ("If_skipped: Indirect", "if_skipped: indirect"),
        ("- check-in: And now?", "- check_in: And now?"),
        (f"{PARTS}indirect:\n  - use: setle", f"{PARTS}indirect:\n  - use: settle"),
        ("- say:A sound.\n  for: 30s", "- say: A sound.\n  for: 30s"),
        ("- say: One thing: a sound.\n  for: 30s", '- say: "One thing: a sound."\n  for: 30s'),
        ("- say: @home, or not.\n  for: 30s", '- say: "@home, or not."\n  for: 30s'),
        ("- say: 'It's quiet.'\n  for: 30s", '- say: "It\'s quiet."\n  for: 30s'),
        ("- say: A\tsound.\n  for: 30s", "- say: A sound.\n  for: 30s"),
        ("- say: A so\u00adund.\u200b\n  for: 30s", "- say: A sound.\n  for: 30s"),
        ("- say: A hand, or none.\n  tags: touch, eyes", "- say: A hand, or none.\n  tags: [touch, eyes]"),
        ("- say: A sound.  # soft\n  fro:   20 # short", "- say: A sound.  # soft\n  for:   20s # short"),
        ("if_skipped: indirct", "if_skipped: indirect"),
        ("author: A friend", "by: A friend"),
        ("lenght: 1:00\nlicense: CC0-1.0", "length: 1m\nlicense: CC0-1.0"),
    ],
)  # fmt: skip
def test_a_slip_is_mended(bad: str, good: str) -> None:
    frame, wanted = framed(bad), framed(good)
    if bad.startswith("lenght"):
        frame = frame.replace("length: 1m\n", "")
    assert mend(frame.encode(), "x.yaml").content.decode() == wanted


@pytest.mark.parametrize(
    "example",
    [
        "- quiet: 5",  # seconds or minutes
        "- quiet: 99:00",  # longer than anything here
        "- say: A sound.\n  of: 30s",  # `for` or `or`
        "- say: A sound.\n  fro: 20s\n  for: 30s",  # there is one already
        "- say: A sound.\n  foor: 20s\n  fro: 30s",  # the second of two that mean the same
        "- quiet",  # nothing to stand behind the colon
        "- silence: 30s",  # a guess, though a good one
        "- quite: 30s\n  strikes: 2",  # no step with these keys
        "if_skip: indirect",  # three letters away
        "lenging:\n  - quiet: 30s",  # two letters away
        "- bell: bwlo",  # two swaps away
        "- bell: xyzzy",
        "- say: One thing: a sound,\n    or none.\n  for: 30s",  # goes on in the next line
        '- say: One thing: "a sound".\n  for: 30s',
        "- say: 'It's quiet,\n    or not.'\n  for: 30s",
        "- say: A \u2028sound.\n  for: 30s",
        "- say: A \u202esound.\n  for: 30s",
        "-\tsay: A sound.\n  for: 30s",
        "- say: A hand, or none.\n  for: 30s\n  tags: touch and go",
        "length: 5m",  # the promise or the steps
    ],
)
def test_what_could_be_meant_otherwise_is_left(example: str) -> None:
    frame = framed(example)
    after = mend(frame.encode(), "x.yaml")
    if "foor" in example:
        assert after.content.decode() == frame.replace("foor", "for")
    else:
        assert (after.content.decode(), after.done) == (frame, ())
    assert after.checked.errors


def test_one_slip_that_hides_others_is_not_the_last_to_be_mended() -> None:
    text = framed("- say:A sound.\n  for: 15s\n- say: Two: sounds.\n  fro: 15")
    after = mend(text.replace("15\n", "0:15\n").encode(), "x.yaml")
    assert after.checked.faults == ()
    assert [fault.id for fault in after.done] == ["E122", "E106", "E201", "E205"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(end: str, mark: str) -> None:
    bad = mark + framed("- say: Ein Geräusch.  # 声\n  fro: 30").replace("\n", end)
    good = mark + framed("- say: Ein Geräusch.  # 声\n  for: 30s").replace("\n", end)
    assert mend(bad.encode(), "x.yaml").content == good.encode()


def test_a_slip_in_the_first_line_behind_a_byte_order_mark() -> None:
    text = "\ufeff" + framed("by: x").replace("format:", "fromat:")
    assert mend(text.encode(), "x.yaml").content.decode() == text.replace("fromat", "format")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\xffx", b"a" * 300_000, b"- [", b"\0"])
def test_what_cannot_be_read_stays(content: bytes) -> None:
    after = mend(content, "x.yaml")
    assert (after.content, after.done) == (content, ())
    assert after.checked.errors


@given(st.text("ab: -\n'\"[{#\t\u200b20s", max_size=60))
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mend(framed(f"- say: {text}").encode(), "x.yaml").content
    assert mend(once, "x.yaml").done == ()


def test_two_edits_never_undo_each_other() -> None:
    text = framed("parts:\n  settl５e:\n    - quiet: 30s\nindirect:\n  - use: settle")  # noqa: RUF001  # a wide digit
    after = mend(text.encode(), "x.yaml")
    assert len(after.done) <= 1
    assert mend(after.content, "x.yaml").done == ()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_no_edit_makes_a_bad_sample_worse(path: Path) -> None:
    if not path.is_file():
        return
    content = path.read_bytes()
    after = mend(content, str(path))
    ids = [fault.id for fault in after.checked.faults]
    assert path.stem[:4] not in ids if after.done else after.content == content
    assert not after.done or {id_ for id_ in ids if id_.startswith("E")} <= {"E305"}


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode(tmp_path: Path) -> None:
    path, link = tmp_path / "x.session.yaml", tmp_path / "link.yaml"
    path.write_text(framed("- quiet: 30"))
    path.chmod(0o640)
    link.symlink_to(path)
    before = path.stat().st_ino
    after = mend_file(str(link))
    assert after is not None
    assert len(after.done) == 1
    assert path.read_text() == framed("- quiet: 30s")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.stat().st_ino != before
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.yaml", "x.session.yaml"]


def test_a_file_with_nothing_to_mend_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "x.session.yaml"
    path.write_text(framed("- silence: 30s"))
    before = path.stat()
    after = mend_file(str(path))
    assert after is not None
    assert after.done == ()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_cannot_be_replaced_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.session.yaml"
    path.write_text(framed("- quiet: 30"))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        mend_file(str(path))
    assert path.read_text() == framed("- quiet: 30")
    assert list(tmp_path.iterdir()) == [path]


def test_parts_of_another_file_are_not_mended_along(tmp_path: Path) -> None:
    parts = tmp_path / "parts.yaml"
    parts.write_text("format: 1\nparts:\n  rest:\n    - quiet: 30\n")
    path = tmp_path / "x.session.yaml"
    path.write_text(framed("parts_from:\n  - parts.yaml\nindirect:\n  - use: rest"))
    after = mend_file(str(path))
    assert after is not None
    assert (after.done, [fault.path for fault in after.checked.faults]) == ((), [str(parts)])
    assert mend_file(str(parts)) is not None
    after = mend_file(str(path))
    assert after is not None
    assert after.checked.faults == ()


def test_every_edit_stands_on_its_own_line() -> None:
    for path in BAD:
        if path.is_file():
            for fault in check_text(path.read_bytes().decode("utf-8", "replace"), str(path)).faults:
                assert fault.edit is None or (
                    fault.edit.span.line == fault.edit.span.end_line and "\n" not in fault.edit.text
                )


def slip(path: Path) -> Path:
    path.write_text(framed("- quiet: 20"), encoding="utf-8")
    return path


def test_permissions_and_extended_attributes_stay(tmp_path: Path) -> None:
    path = slip(tmp_path / "x.yaml")
    path.chmod(0o640)
    try:
        os.setxattr(path, "user.note", b"dear")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")
    assert mend_file(str(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.getxattr(path, "user.note") == b"dear"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_root_leaves_a_file_with_its_owner(tmp_path: Path) -> None:
    path = slip(tmp_path / "x.yaml")
    os.chown(path, 12345, 23456)
    path.chmod(0o4640)
    assert mend_file(str(path))
    seen = path.stat()
    assert (seen.st_uid, seen.st_gid, stat.S_IMODE(seen.st_mode)) == (12345, 23456, 0o4640)


def test_an_owner_that_cannot_be_kept_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = slip(tmp_path / "x.yaml")
    if os.geteuid() == 0:
        os.chown(path, 12345, 23456)
    else:
        pytest.skip("needs a file of somebody else")

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", refuse)
    before = path.read_bytes()
    with pytest.raises(NotKeptError, match="you may not give a file to its owner"):
        mend_file(str(path))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_with_two_names_stays_as_it_is(tmp_path: Path) -> None:
    path = slip(tmp_path / "x.yaml")
    other = tmp_path / "y.yaml"
    other.hardlink_to(path)
    with pytest.raises(NotKeptError, match=r"it has 2 names \(hard links\)"):
        mend_file(str(path))
    assert path.samefile(other)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = slip(tmp_path / "x.yaml")
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert mend_file(str(link))
    assert link.is_symlink()
    assert "quiet: 20s" in path.read_text(encoding="utf-8")


def test_a_file_that_is_saved_meanwhile_stays_as_it_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = slip(tmp_path / "x.yaml")

    def keep(*_: object) -> None:
        path.write_text("format: 1\n")

    monkeypatch.setattr("sessions.authoring.fix.keep_attributes", keep)
    with pytest.raises(NotKeptError, match="it was saved while it was looked at"):
        mend_file(str(path))
    assert path.read_text() == "format: 1\n"


def test_a_large_file_with_many_slips_is_read_a_few_times_only() -> None:
    text = framed("direct:\n" + "  - say: One: two\n" * 200 + "# x\n" * 60_000)
    mended = mend(text.encode(), "x.yaml")
    assert 10 < len(mended.done) < 30
    assert any(fault.id == "E106" for fault in mended.checked.faults)
