"""`ajar fit`: both tracks as long as promised, within the rules, or one sentence that says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.authoring.fit import CannotFitError, fit
from sessions.check import check_text
from tests.sessions.framed import framed

SESSION = """\
format: 1
title: An evening
length: 3m  # as promised
arriving:
  - say: Eyes open or lowered, either is fine.
    for: 15s
  - check_in: And now?
direct:
  - say: You might be kind to yourself.
    for: 20s
    tags: [direct]
  - quiet: 20s   # room
  - check_in: And now?
  - quiet: 30s
indirect:
  - say: There may be a sound nearby, or none.
    for: 15s
  - quiet: 10s
    reminder: a sound, or none
  - check_in: And now?
  - quiet: 20s
  - quiet: 20s
landing:
  - say: Looking around, is there a colour you like?
    for: 15s
"""


def fitted(text: str, length: float | None = None) -> str:
    """The text afterwards; no fault may be left that fails."""
    found = fit(text.encode(), "x.yaml", length)
    assert [fault for fault in check_text(found.content.decode()).faults if fault.severity.fails] == []
    return found.content.decode()


def refusal(text: str, length: float | None = None) -> str:
    with pytest.raises(CannotFitError) as refused:
        fit(text.encode(), "x.yaml", length)
    return str(refused.value)


def test_stillness_is_stretched_and_nothing_else_changes() -> None:
    after = fitted(SESSION.replace("length: 3m", "length: 2m"))
    before = SESSION.replace("length: 3m", "length: 2m").split("\n")
    changed = [(old, new) for old, new in zip(before, after.split("\n"), strict=True) if old != new]
    assert all("quiet" in old or "for" in old for old, _ in changed)
    assert "  # room" in after
    assert "reminder: a sound, or none" in after
    assert check_text(after).faults == ()


def test_no_beat_leaves_the_rules() -> None:
    ids = {fault.id for fault in check_text(fitted(SESSION)).faults}
    assert not ids & {"W501", "W511", "W513"}


def test_what_agrees_already_stays() -> None:
    text = framed("- quiet: 30s")
    found = fit(text.encode(), "x.yaml")
    assert (found.content, found.changes) == (text.encode(), ())


def test_another_length_is_promised_as_well() -> None:
    text = fitted(framed("- quiet: 30s"), 70.0)
    assert "length: 1m10s\n" in text
    assert "- quiet: 40s" in text


def test_uneven_tracks_grow_before_they_shrink() -> None:
    text = framed("direct:\n  - quiet: 20s\nindirect:\n  - quiet: 30s")
    assert fitted(text) == text.replace("quiet: 20s", "quiet: 30s")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_prompt_without_a_length_gets_one(end: str) -> None:
    text = framed("- say: A sound, or none.  # soft\n  tags: [eyes]\n- quiet: 5s\n- use: settle").replace(
        "\n", end
    )
    after = fit(text.replace("length: 1m", "length: 2m").encode(), "x.yaml").content.decode()
    assert f"  - say: A sound, or none.  # soft{end}    for: 15s{end}    tags: [eyes]{end}" in after
    assert check_text(after).errors == ()


def test_a_prompt_of_several_lines_without_a_length_stays() -> None:
    text = framed("- say: |\n    A sound,\n    or none.\n- quiet: 20s")
    assert "|\n      A sound,\n      or none.\n  - quiet: 25s" in fitted(text)


def test_a_line_end_and_a_mark_stay() -> None:
    text = "\ufeff" + framed("- quiet: 20s").replace("\n", "\r\n")
    assert fit(text.encode(), "x.yaml").content.decode() == text.replace("20s", "30s")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            framed("length: 5m\nindirect:\n  - quiet: 30s"),
            "with all stillness stretched it lasts 2m15s; add 2m45s of steps, or write `length: 2m15s`",
        ),
        (
            framed("length: 10s\nindirect:\n  - quiet: 30s"),
            "it cannot be shorter than 17s; leave steps out, or write `length: 17s`",
        ),
        (
            framed(
                "direct:\n  - quiet: 40s\n  - quiet: 40s\n  - use: settle\n  - use: settle\n"
                "indirect:\n  - quiet: 30s"
            ),
            (
                "segment 1 of `direct` cannot be shorter than 1m10s, and that of `indirect` no longer "
                "than 45s; add a `quiet: 25s` there"
            ),
        ),
        (framed("- quite: 30s"), "line 12 has to be mended first: `quite` is no verb"),
        ("format: 1\nparts:\n  a:\n    - quiet: 5s\n", "this is a file of parts, which promises no length"),
        ("- [", "it cannot be read; `ajar check` says why"),
    ],
)
def test_what_no_stretching_can_reach_is_said(text: str, message: str) -> None:
    assert refusal(text) == message


def test_a_session_lasts_fifteen_minutes_at_most() -> None:
    assert refusal(framed("- quiet: 30s"), 1000.0) == "a session lasts at most 15m"


LENGTHS = st.lists(st.integers(1, 45), min_size=1, max_size=4)


@given(st.lists(st.tuples(LENGTHS, LENGTHS), min_size=1, max_size=4), st.integers(30, 900))
def test_any_session_fits_or_says_why(segments: list[tuple[list[int], list[int]]], length: int) -> None:
    tracks = ["", ""]
    for number, pair in enumerate(segments):
        for track, quiets in enumerate(pair):
            tracks[track] += "  - check_in:\n" * bool(number) + "".join(f"  - quiet: {n}s\n" for n in quiets)
    text = framed(f"length: {length}s\ndirect:\n{tracks[0]}indirect:\n{tracks[1]}")
    try:
        found = fit(text.encode(), "x.yaml")
    except CannotFitError as refused:
        assert "length: " in str(refused) or "add a `quiet" in str(refused)  # noqa: PT017  # what it is for
        return
    checked = check_text(found.content.decode())
    assert checked.errors == ()
    assert "W511" not in {fault.id for fault in checked.faults}
    assert checked.session is not None
    assert checked.session.length == length
