"""Writes wording.md from the table of wording rules.

Run it from the project folder: `python docs/make_wording.py`. A test fails while the page is behind.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from sessions.advice.wording_pages import BESIDE, LINES, WORDING  # noqa: E402  # same
from sessions.faults import Severity, severity_of  # noqa: E402  # the project folder is on the path only now

PAGE = HERE / "wording.md"
HEAD = """\
<!-- Written by docs/make_wording.py from the table of wording rules. Change the table, then run it. -->

# The wording of a session

Somebody reads these words alone, perhaps on a hard day. They can be read as an offer that is free to be
left, or as an order, a promise, a verdict. Twenty lines keep them an offer, and `ajar check` reads every
text a person reads with you: title and description, prompts and their other wordings, `less`, reminders,
questions, answers, and what is asked after the end. It looks for whole words, in small letters or capitals,
over line ends, with any apostrophe. It does not understand them: read aloud what it lets pass.

A number in **bold** is a wording error. `ajar check` fails, and whoever plays the file is told first, in a
plain notice, that its words may push. The others are advice, and worth a second look.

| line | instead of | for example | id |
| --- | --- | --- | --- |
"""
BESIDE_HEAD = """
## Beside the lines

| rule | instead of | for example | id |
| --- | --- | --- | --- |
"""
TAIL = """
`direct` is the one place where care has a name. The indirect track, arriving, landing and the questions
after the end may be read by someone who is closing, and so may every part they play. There the words
compassion, kind, love, forgive, worthy and their like are errors, and so is a beat that is tagged `direct`.

A prompt that begins with an order is found by its first word, whatever follows it. One that asks for
something and leaves nothing else is found by a verb at the beginning of a sentence, or behind `you`, where
the whole prompt holds no `might`, `could`, `may`, `can`, `or`, `if`, `perhaps` and the like. A statement
that asks for nothing needs none of them: "There is a sound nearby" is free to be left as it is.

## Where a word is meant

A comment on the line, or alone on the line above, keeps a find back, for one id or several:

```yaml
- say: The kettle may be on. You could let go of the cup, or hold it.  # allow: W609 a cup, not a feeling
  for: 15s
# allow: W657 a hand, not a mark
- say: Whatever the right of the two is doing, it can go on.
  for: 15s
```

In a text of several lines the comment stands beside the key, or above the first line of the text. Bundled
sessions have no such comment, and a contributed one gives its reason behind the id.

## Another language

The words of English are in `sessions/advice/words/en.txt`, one to a line, with a section for each rule.
Another language is one more file beside it, named by its two letters. For a session in a language without
a list nothing is said but what needs no words: an exclamation mark, a fourth sentence. A file of parts names
no language: alone it is read as English, and from a session in that session's language.
"""


def wording_page() -> str:
    """The page."""
    rows = "".join(
        row for number, line in enumerate(LINES, 1) for row in _rows(f"{number} {line[0]}", line[1])
    )
    beside = "".join(row for name, ids in BESIDE for row in _rows(name, ids))
    return f"{HEAD}{rows}{BESIDE_HEAD}{beside}{TAIL}"


def _rows(name: str, ids: tuple[str, ...]) -> Iterator[str]:
    for id_ in ids:
        _, bad, good = WORDING[id_]
        shown = f"**{id_}**" if severity_of(id_) is Severity.WORDING else id_
        yield f"| {name} | {_said(bad)} | {_said(good)} | {shown} |\n"
        name = ""


def _said(example: str) -> str:
    match = re.search(r"say: (.*)", example)
    assert match, f"{example!r} has no prompt"  # noqa: S101  # a table of our own
    return match.group(1)


if __name__ == "__main__":
    PAGE.write_text(wording_page(), encoding="utf-8")
