# ruff: noqa: RUF001  # strange characters are what is tested
"""Characters of pasted text where YAML needs another: named at their place, and mended by `fix`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.authoring.fix import mend
from sessions.check import check_text
from sessions.naming import one_slip
from sessions.reading.characters import COLONS, DASHES, NOTHING, SPACES
from tests.sessions.framed import framed

SESSION = """\
# A session with one of each place.
format: 1
title: A minute with a sound
length: 1m15s
language: en
if_skipped: indirect
reflect:
  - What was it like?
  - What may stay?
parts:
  settle:
    - quiet: 30s
arriving:
  - say: Eyes open or lowered, either is fine.
    for: 15s
    tags: [eyes]
  - check_in: And now?
indirect:
  - use: settle
  - breathe: {in: 4s, out: 6s}
    for: 15s
    or_else: Or follow a sound, or nothing.
landing:
  - say: |
      Is there a colour – or a shape?
      — and one more, or none.
    for: 15s
"""
STRANGE = [*DASHES[:-2], *COLONS, *SPACES]


def mended(text: str) -> str:
    """The text after `fix`; nothing may be left that fails."""
    after = mend(text.encode(), "x.yaml")
    assert [fault for fault in after.checked.faults if fault.severity.fails] == []
    return after.content.decode()


def test_the_sound_session_is_sound() -> None:
    assert [fault.id for fault in check_text(SESSION).faults if fault.severity.fails] == []


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("first_only", [True, False])
def test_a_dash_that_marks_an_item(dash: str, *, first_only: bool) -> None:
    lines = SESSION.split("\n")
    for number, line in enumerate(lines):
        if line.lstrip().startswith("- "):
            lines[number] = line.replace("- ", f"{dash} ", 1)
            if first_only and "quiet" in line:
                break
    assert mended("\n".join(lines)) == SESSION


@pytest.mark.parametrize("colon", COLONS)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_colon_behind_a_key(colon: str, gap: str) -> None:
    bad = SESSION.replace(": 15s", f"{colon}{gap}15s").replace("say: Eyes", f"say{colon}{gap}Eyes")
    assert mended(bad.replace("settle:", f"settle{colon}").replace("landing:", f"landing{colon}")) == SESSION


@pytest.mark.parametrize("space", SPACES)
def test_a_space_that_does_not_break(space: str) -> None:
    assert mended(SESSION.replace("    for:", f"  {space} for:")) == SESSION
    assert mended(SESSION.replace("- use", f"-{space}use").replace("for: 15s", f"for:{space}15s")) == SESSION
    assert mended(SESSION.replace("    for:", f"{space * 4}for:")) == SESSION
    assert mended(SESSION.replace("parts:\n", f"{space}\nparts:\n")) == SESSION.replace(
        "parts:\n", "\nparts:\n"
    )


@pytest.mark.parametrize("sign", NOTHING)
def test_a_character_that_shows_nothing(sign: str) -> None:
    assert mended(SESSION.replace("format", f"{sign}format")) == SESSION
    assert mended(SESSION.replace("for:", f"{sign}for:").replace("check_in:", f"check_in{sign}:")) == SESSION


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("for: 15s", "for: １５ｓ"),
        ("for: 15s", "for: “15s”"),
        ("length: 1m15s", "length: １m１５s"),
        ("language: en", "language: ｅｎ"),
        ("if_skipped: indirect", "if_skipped: ‘indirect’"),
        ("if_skipped", "if＿skipped"),
        ("say: Eyes", "sаy: Eyes"),  # one of them
        ("say: Eyes", "ｓａｙ: Eyes"),
        ("say: Eyes", "“say”: Eyes"),
        ("say: Eyes open or lowered, either is fine.", 'say: "Eyes open or lowered, either is fine.”'),
        ("say: Eyes open or lowered, either is fine.", "say: 'Eyes open or lowered, either is fine.’"),
        ("say: Eyes open or lowered, either is fine.", "say: ＂Eyes open or lowered, either is fine.＂"),
        ("tags: [eyes]", "tags: ［eyes］"),
        ("tags: [eyes]", "tags: 【eyes】"),
        ("{in: 4s, out: 6s}", "｛in: 4s， out: 6s｝"),
        ("{in: 4s, out: 6s}", "{in：4s，out：6s}"),
        ("say: |", "say: ｜"),
        ("# A session", "＃ A session"),
        ("- quiet: 30s", "—quiet: 30s"),
        ("check_in: And", r"check\_in: And"),
        ("if_skipped: ", r"if\_skipped: "),
        ("- quiet: 30s", "• quiet: 30s"),
        ("- quiet: 30s", "* quiet: 30s"),
        ("  - quiet: 30s", "  – quiet： ３０s"),
    ],
)  # fmt: skip
def test_other_characters_that_look_like_the_right_one(good: str, bad: str) -> None:
    assert good in SESSION
    text = SESSION.replace(good, bad, 1)
    assert {fault.id for fault in check_text(text).errors} >= {"E123"}
    quotes = {'"Eyes open or lowered, either is fine."', "'Eyes open or lowered, either is fine.'"}
    found = mended(text)
    for quoted in quotes:
        found = found.replace(quoted, quoted[1:-1])
    assert found == SESSION


@pytest.mark.parametrize("key", ["quiet", "say", "check_in", "use"])
def test_a_space_that_was_forgotten_after_a_dash(key: str) -> None:
    text = SESSION.replace(f"- {key}:", f"-{key}:")
    assert text != SESSION
    found = check_text(text).errors
    assert {(fault.id, fault.message) for fault in found} == {("E122", "a space is missing after this dash")}
    assert [fault.span.line for fault in found] == [
        number for number, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith(f"-{key}")
    ]
    assert mended(text) == SESSION


@pytest.mark.parametrize("fence", ["```", "```yaml", "~~~~ yml", "``` yaml "])
def test_a_fence_around_the_file(fence: str) -> None:
    text = f"{fence}\n{SESSION}{fence[:3]}\n"
    checked = check_text(text)
    assert [(fault.id, fault.span.line) for fault in checked.errors] == [
        ("E124", 1),
        ("E124", text.count("\n")),
    ]
    assert mended(text) == f"\n{SESSION}\n"
    assert mended(f"{fence}\n{SESSION}") == f"\n{SESSION}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sure! Here is your session:\n\n", ""),
        ("Sure: here it is.\n", "\nLet me know if you want changes.\n- Shorter?\n"),
        ("", "Have a good evening!\n"),
    ],
)
def test_what_a_chat_says_around_a_fence(before: str, after: str) -> None:
    text = f"{before}```yaml\n{SESSION}```\n{after}"
    lines = text.split("\n")
    outside = [number for number, line in enumerate(lines, 1) if line and line in before + after]
    fences = [number for number, line in enumerate(lines, 1) if line.startswith("```")]
    found = [(fault.id, fault.span.line) for fault in check_text(text).errors]
    assert found == [("E124", number) for number in sorted((*outside, *fences))]
    assert mended(text).strip() == SESSION.strip()


@pytest.mark.parametrize(
    "text",
    [
        f"{SESSION}# A fence in a comment, as in\n# ```yaml\n# ```\n",
        SESSION.replace("Is there", "```yaml and Is there"),
    ],
)
def test_a_fence_that_holds_no_session_stays(text: str) -> None:
    assert [fault for fault in check_text(text).errors if fault.id == "E124"] == []


def test_a_line_end_that_nobody_sees_goes() -> None:
    assert mended(SESSION.replace("\n", "\u2028\n")) == SESSION
    inside = SESSION.replace("Is there", "Is\u2028there")
    assert mend(inside.encode(), "x.yaml").content.decode() == inside


def test_the_marks_of_a_quoted_message() -> None:
    text = "".join(f"> {line}\n" if line else ">\n" for line in SESSION.split("\n"))
    assert mended(text).rstrip() == SESSION.rstrip()


def test_a_place_is_true_and_the_rest_is_read() -> None:
    text = SESSION.replace("  - use: settle", "  — use: setle").replace(
        "    for: 15s\n    tags", "\u00a0   for: 15s\n    tags"
    )
    lines = text.split("\n")
    found = [(fault.id, fault.span.line, fault.span.column) for fault in check_text(text).errors]
    at = lines.index("  — use: setle") + 1
    assert ("E123", lines.index("\u00a0   for: 15s") + 1, 1) in found
    assert ("E123", at, 3) in found
    assert ("E307", at, 10) in found


@pytest.mark.parametrize(
    "example",
    [
        "- say: A sound — or none.\n  for: 30s",
        "- say: “A sound.” Or none.\n  for: 30s",
        "- say: |\n    — a sound\n    – or none：x\n  for: 30s",
        "- say: >\n    • a sound, or none\n  for: 30s",
        "- say:\n    — a sound, or none\n  for: 30s",
        "- say: A\u00a0sound, or none.\n  for: 30s",
        "- say: 声：或者没有\n  for: 30s",
        "- say: It’s a sound, or none.\n  for: 30s",
        "- say: A sound, or none.  # ＃ — so：x\n  for: 30s",
        "- say: A sound\n    – or none.\n  for: 30s",
        "title: 窗边的傍晚",
        "parts:\n  сеа:\n    - quiet: 30s\nindirect:\n  - use: сеа",
        r"- say: A\_sound, or none.\n  for: 30s".replace(r"\n", "\n"),
        "about: '– and so on ”'",
        "- say: |\n    -say: a sound\n  for: 30s",
        "- say: A sound, -for all I know.\n  for: 30s",
        "- say: A sound\n    -or none.\n  for: 30s",
    ],
)
def test_text_stays_as_it_is_written(example: str) -> None:
    text = framed(example)
    assert [fault for fault in check_text(text).faults if fault.id in ("E122", "E123", "E124")] == []
    assert mend(text.encode(), "x.yaml").done == ()


def test_a_wide_space_in_front_is_named_and_left() -> None:
    text = SESSION.replace("    for: 15s\n    tags", "\u3000\u3000for: 15s\n    tags")
    (first, *_) = check_text(text).errors
    assert (first.id, first.help) == ("E123", "indent with two spaces")
    assert mend(text.encode(), "x.yaml").content.decode() == text


@given(st.data())
def test_whatever_is_pasted_comes_back(data: st.DataObject) -> None:
    lines = SESSION.split("\n")
    for number, line in enumerate(lines):
        bare = line.lstrip()
        if not bare or "Is there" in line or "and one more" in line:
            continue
        if bare.startswith("- ") and data.draw(st.booleans()):
            line = line.replace("- ", f"{data.draw(st.sampled_from(DASHES))} ", 1)  # noqa: PLW2901
        if ":" in line and not bare.startswith("#") and data.draw(st.booleans()):
            line = line.replace(":", data.draw(st.sampled_from(COLONS)), 1)  # noqa: PLW2901
        if line.startswith(" ") and data.draw(st.booleans()):
            line = data.draw(st.sampled_from(SPACES)) + line[1:]  # noqa: PLW2901
        lines[number] = line
    assert mended("\n".join(lines)) == SESSION


PIECES = st.sampled_from([*STRANGE, *NOTHING, *"\u3000 -:\n\"'#|>`abfor", "say", "quiet: 5s", "reflect:"])


@given(st.lists(PIECES, max_size=80).map("".join))
def test_any_mixture_is_read_without_a_fall_and_mended_for_good(text: str) -> None:
    for whole in (text, framed(f"- say: x\n{text}")):
        once = mend(whole.encode(), "x.yaml").content
        assert mend(once, "x.yaml").done == ()


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_slip_is_a_distance_of_one(one: str, other: str) -> None:
    shorter = {other[:at] + other[at + 1 :] for at in range(len(other))}
    longer = {other[:at] + sign + other[at:] for at in range(len(other) + 1) for sign in "abc"}
    changed = {other[:at] + sign + other[at + 1 :] for at in range(len(other)) for sign in "abc"}
    swapped = {other[:at] + other[at + 1] + other[at] + other[at + 2 :] for at in range(len(other) - 1)}
    assert one_slip(one, other) == (one in (shorter | longer | changed | swapped) - {other})
