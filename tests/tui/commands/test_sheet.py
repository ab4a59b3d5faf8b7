"""`ajar sheet`: every text once, each with its id, and what is left to record."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.voices.texts import text_id
from audio.wav import wav
from sessions.engine import events as ev
from sessions.library.bundled import SCRIPTS
from tests.audio.voices.fakes import hum
from tests.fakes.command import Ran
from tests.fakes.everywhere import NAMES, played, session
from tests.fakes.strategies import EVENTS
from tests.fakes.voice import SpokenRun
from tui.exports.recording_sheet import sheet
from tui.words import aloud

NAME = "one-breath"


@pytest.fixture
def own(here: Path) -> Path:
    """A copy of a bundled session beside which recordings may lie."""
    path = here / f"{NAME}.session.yaml"
    shutil.copy(SCRIPTS / path.name, path)
    return path


def rows(ajar: Ran, name: str) -> list[dict[str, str]]:
    code, out, err = ajar("sheet", name, "--json")
    assert (code, err) == (0, "")
    found: list[dict[str, str]] = json.loads(out)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_each_text_stands_there_once_with_its_own_id(name: str) -> None:
    texts = [text for group in sheet(session(name)) for text in group.texts]
    assert len(set(texts)) == len(texts) == len({text_id(text) for text in texts})
    assert all(text.strip() for text in texts)


@given(st.sampled_from(NAMES), st.integers(0, 9), st.lists(st.sampled_from(EVENTS[3:]), max_size=25))
@settings(max_examples=150, deadline=None)
def test_whatever_happens_in_a_run_only_what_is_on_the_sheet_is_said(
    name: str, beats: int, events: list[ev.Event]
) -> None:
    texts = {text for group in sheet(session(name)) for text in group.texts}
    run = SpokenRun(played(name))
    for _ in range(beats):
        run.to_the_next()
    for event in events:
        run.press(event)
    for effect in run.effects:
        assert set(aloud.spoken(effect)) <= texts, effect
        assert set(aloud.read_out(effect)) <= texts, effect


def test_the_sheet_is_read_by_a_person(ajar: Ran, here: Path) -> None:
    code, out, err = ajar("sheet", NAME)
    assert (code, err) == (0, "")
    first, *lines = out.splitlines()
    assert re.fullmatch(r".+: \d+ texts\. Recordings belong into .+/one-breath\.voice", first)
    assert [line for line in lines if line and not line.startswith(" ")][:3] == [
        "arriving",
        "direct",
        "indirect",
    ]
    assert all(re.fullmatch(r"  [a-z2-7]{8}  [ \d]\d s  .+", line) for line in lines if line.startswith(" "))
    assert list(here.iterdir()) == []


def test_without_recordings_everything_is_missing(ajar: Ran, own: Path) -> None:
    code, out, err = ajar("sheet", str(own), "--missing")
    assert (code, err) == (1, "")
    assert len(out.splitlines()) == len(rows(ajar, str(own)))


def test_with_all_of_them_nothing_is(ajar: Ran, own: Path) -> None:
    folder = own.with_name(f"{NAME}.voice")
    folder.mkdir()
    sound = wav(hum(0.4).tobytes())
    for row in rows(ajar, str(own)):
        (folder / f"{row['id']}.wav").write_bytes(sound)
    assert ajar("sheet", str(own), "--missing") == (0, "", "")


def test_a_changed_text_leaves_its_recording_over(ajar: Ran, own: Path) -> None:
    folder = own.with_name(f"{NAME}.voice")
    folder.mkdir()
    row = rows(ajar, str(own))[0]
    (folder / f"{row['id']}-first.wav").write_bytes(wav(hum(0.4).tobytes()))
    (folder / "notes.txt").write_text("not a recording")
    own.write_text(own.read_text().replace(row["text"][:12], "Completely o"))
    code, out, _ = ajar("sheet", str(own), "--missing")
    assert code == 1
    assert f"{row['id']}-first.wav: fits no text any more\n" in out
    assert "notes.txt" not in out


@pytest.mark.parametrize("content", [b"", b"rubbish", wav(bytes(40_000))], ids=["empty", "rubbish", "silent"])
def test_a_recording_that_cannot_be_used_is_named(ajar: Ran, own: Path, content: bytes) -> None:
    folder = own.with_name(f"{NAME}.voice")
    folder.mkdir()
    row = rows(ajar, str(own))[0]
    (folder / f"{row['id']}.wav").write_bytes(content)
    code, out, _ = ajar("sheet", str(own), "--missing")
    assert code == 1
    assert f"{row['id']}.wav: cannot be used" in out
