"""Writes keys-of-a-session.md and faults.md from the tables in `sessions`.

Run it from the project folder: `python docs/make_reference.py`. A test fails while the pages are behind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from sessions.durations import written  # noqa: E402  # the project folder is on the path only now
from sessions.reading.field_types import Field, FieldSet, ValueKind  # noqa: E402  # same
from sessions.reading.fields import (  # noqa: E402  # same
    CARE_TAGS,
    FILE,
    MOST_CHARACTERS,
    MOST_SECONDS,
    OPTION,
    PACER,
    PARTS_FILE,
    STEPS,
    TAGS,
)
from sessions.reports.fault_pages import ELSEWHERE, PAGES  # noqa: E402  # same
from tui.commands.explain import FAMILIES  # noqa: E402  # same

KEYS = """\
<!-- Written by docs/make_reference.py from the table of fields. Change the table, then run the script. -->

# The keys of a session

A session is a YAML file whose name ends in `.session.yaml`. Every value is text, whatever it looks like.
Durations are written `20s`, `1m30s` or `5m`. `ajar check FILE` reads a file with you, and `ajar schema` gives
the same table to an editor. [tutorial.md](tutorial.md) begins from nothing.

## The file
"""
FAULTS = """\
<!-- Written by docs/make_reference.py from the fault pages. Change those, then run the script. -->

# What `ajar check` can say

Ids that begin with E are errors: the session cannot be played until they are mended. W501 to W521 and those
from W651 on are advice. Those from W601 to W649 are errors of wording: `check` fails, and the session can be
played all the same, after a notice. A comment on the same line or on the one above suppresses advice and
errors of wording: `# allow: W511 the reason`. `# allow-file: W511 the reason` does so for the whole file. A
comment that suppresses nothing, or gives no reason, is reported as W514.

`ajar explain ID` shows the same page in a terminal, and `ajar fix` mends the faults that can be mended in one
way only.
"""
PARTS = """
## Files of parts

Parts that several sessions share live in a file of their own, named under `parts_from`. It holds no session.
"""
TAGGED = f"""
## Tags

`tags` says what a prompt touches on: {", ".join(f"`{tag}`" for tag in TAGS)}.
`direct` has a kind phrase, `eyes` offers open or lowered eyes, `outward` looks at the room. A prompt with
{", ".join(f"`{tag}`" for tag in CARE_TAGS[:-1])} or `{CARE_TAGS[-1]}`
has to offer an alternative, or to do nothing.
"""


def keys_page() -> str:
    """The reference of all keys."""
    lines = [
        KEYS,
        *_table(FILE),
        "\n## Steps\n",
        "One verb for each item of a list; the other keys stand below it.\n",
    ]
    for shape in STEPS:
        lines += [f"\n### `{shape.name}`\n", f"{shape.doc}\n", *_example(shape), *_table(shape)]
        if shape.name == "breathe":
            lines += ["\nThe two lengths:\n", *_table(PACER)]
        if shape.name == "choose":
            lines += ["\nAn option:\n", *_table(OPTION)]
    return "\n".join([*lines, TAGGED, PARTS, *_table(PARTS_FILE)]) + "\n"


def faults_page() -> str:
    """Every id with its meaning and two examples."""
    lines, family = [FAULTS], ""
    for id_ in sorted((*PAGES, *ELSEWHERE)):
        if id_[:2] != family:
            family = id_[:2]
            lines.append(f"\n## {FAMILIES[family]}")
        lines.append(f"\n### {id_}\n")
        lines += (
            [f"Reported as [{ELSEWHERE[id_]}](#{ELSEWHERE[id_].lower()})."]
            if id_ in ELSEWHERE
            else _page(id_)
        )
    return "\n".join(lines) + "\n"


def _page(id_: str) -> Iterator[str]:
    page = PAGES[id_]
    yield page.meaning
    for title, example in (("Leads to it", page.bad), ("Reads well", page.good)):
        shown = example.rstrip("\n") or "# an empty file"
        yield f"\n{title}:\n\n```yaml\n{shown}\n```"


def _example(shape: FieldSet) -> Iterator[str]:
    yield "```yaml"
    rows = [row for row in shape.fields if row.name not in ("until", "own")]
    for row in rows:
        begin = "- " if row.name == shape.name else "  "
        if row.kind is ValueKind.OPTIONS:
            yield "  options:"
            for text in ("Eyes", "Hands"):
                yield f"    - text: {text}\n      do:\n        - quiet: 30s"
        elif row.example.startswith("- "):
            yield f"{begin}{row.name}:\n    {row.example}"
        else:
            yield f"{begin}{row.name}: {row.example}"
    yield "```\n"


def _table(shape: FieldSet) -> Iterator[str]:
    yield "| key | value | what it is for | if left out |"
    yield "| --- | --- | --- | --- |"
    for row in shape.fields:
        yield f"| `{row.name}` | {_value(row)} | {row.doc} | {_left_out(row)} |"


def _left_out(row: Field) -> str:
    if row.required:
        return "it has to be there"
    plain = row.kind in (ValueKind.DURATION, ValueKind.TEXT)
    return (row.default if plain else f"`{row.default}`") if row.default else ""


def _value(row: Field) -> str:
    kind = row.kind
    if kind in (ValueKind.CHOICE, ValueKind.FORMAT):
        return ", ".join(f"`{choice}`" for choice in row.choices)
    if kind is ValueKind.DURATION:
        return f"duration, {written(row.low)} to {written(min(row.high, MOST_SECONDS))}"
    if kind is ValueKind.NUMBER:
        return f"{row.low} to {row.high}"
    if kind in (ValueKind.TEXTS, ValueKind.PATHS, ValueKind.OPTIONS):
        each = f", up to {MOST_CHARACTERS} characters each" if kind is ValueKind.TEXTS else ""
        return f"{kind.value}, {row.low} to {row.high}{each}"
    if kind in (ValueKind.LINE, ValueKind.TEXT, ValueKind.QUESTION, ValueKind.REMINDER):
        return f"{kind.value}, up to {row.high} characters"
    return kind.value


PAGES_BY_NAME = {"keys-of-a-session.md": keys_page, "faults.md": faults_page}

if __name__ == "__main__":
    for name, page in PAGES_BY_NAME.items():
        (HERE / name).write_text(page(), encoding="utf-8")
