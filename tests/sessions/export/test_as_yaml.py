"""`export --to yaml`: a session taken apart and put together again is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.check import check_file, check_text
from sessions.engine.score import lay_out
from sessions.export.as_yaml import as_yaml, parts_played
from sessions.library.bundled import SCRIPTS
from sessions.model import Session
from sessions.unsafe import find_unsafe
from sessions.written import Say
from tests.sessions.framed import framed

FILES = [
    *sorted(SCRIPTS.glob("*.session.yaml")),
    *sorted((Path(__file__).parents[1] / "good").glob("*.session.yaml")),
]


def of(text: str) -> Session:
    checked = check_text(text)
    assert checked.session is not None, checked.errors
    return checked.session


def assert_same(session: Session) -> None:
    text = as_yaml(session)
    back = of(text)
    assert back == session.changed(parts=parts_played(session))
    assert lay_out(back).length == lay_out(session).length
    assert as_yaml(back) == text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_session_comes_back(path: Path) -> None:
    session = check_file(path).session
    assert session is not None
    assert_same(session)


def test_parts_of_other_files_are_written_out(tmp_path: Path) -> None:
    (tmp_path / "parts.yaml").write_text(
        "format: 1\nparts:\n  outer:\n    - use: inner\n      repeat: 2\n  inner:\n    - quiet: 15s\n"
        "  other:\n    - quiet: 5s\n"
    )
    path = tmp_path / "x.session.yaml"
    path.write_text(framed("parts_from:\n  - parts.yaml\nindirect:\n  - use: outer"))
    session = check_file(path).session
    assert session is not None
    text = as_yaml(session)
    assert "parts_from" not in text
    assert "other" not in text
    assert_same(session)


EXAMPLES = {
    "block": "- say: |\n    Two lines,\n    or one.\n  for: 30s",
    "folded": "- say: >-\n    A text that\n    is folded.\n  for: 30s",
    "wordings": "- say: A sound.\n  for: 30s\n  or:\n    - \"Another: one\"\n    - 'It''s a third.'",
    "waiting": "- say: A hand, or none.\n  until: ready\n- quiet: 30s",
    "say": "- say: A sound.\n  bell: chime\n  tags: [touch]\n  less: Less.\n  guide: 'a # b'\n  for: 30s",
    "breathe": "- breathe: {in: 4s, out: 6s}\n  or_else: A sound.",
    "bell": '- bell: wood\n  strikes: 3\n- quiet: 30s\n  reminder: "…"',
    "choose": "- choose: Which?\n  options:\n    - text: One\n      do:\n        - use: settle\n"
    "    - text: 'no'\n      do:\n        - quiet: 30s",
    "questions": "- notice:\n- check_in: Now?\n- quiet: 30s",
    "head": "eyes: open\nlanguage: de\npace: 100\nby: 'x: y'\nlicense: CC0-1.0\nreflect:\n  - '1e3'",
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_every_key_comes_back(example: str) -> None:
    checked = check_text(framed(example))
    if checked.session is None:  # the length is not the one of the frame
        seconds = next(fault for fault in checked.errors).help.split("write `length: ")[1].split("`")[0]
        checked = check_text(framed(example).replace("length: 1m", f"length: {seconds}"))
    assert checked.session is not None, checked.errors
    assert_same(checked.session)


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and not list(find_unsafe(text))))
def test_any_text_comes_back(text: str) -> None:
    session = of(framed("- quiet: 30s"))
    said = Say(" ".join(text.split()), 15.0)
    assert_same(session.changed(arriving=(said, *session.arriving[1:])))
