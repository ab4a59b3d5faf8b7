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
over line ends, with any apostrophe, and at what stands around them. It does not understand them: read aloud
what it lets pass.

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

## What turns a word round

A listed word is left alone where the clause it stands in turns it round:

| kind | passes | stays an error |
| --- | --- | --- |
| negation | You don't have to close your eyes. | It's no test, close your eyes. |
| permission | You're allowed to let go of it. | You can stop, but you must sit up first. |
| condition | If you need to stop, you can. | When it gets late, you should stop. |
| quotation | It may say “you should be over this”. | You should be over this. |
| another sense | Right here, in the failing light. | A failure, and no light. |

A quotation may order, doubt and judge, because nobody does as a voice in a text says. It still promises
nothing, vouches for no place and names no illness. The first person is for sentences on `direct` that one
could say oneself, and those stand in quotation marks: “I can go slowly.”

A plain invitation that points outward needs no `might`: "Have a look round", "Pick something soft and hold
it". Toward body, breath, feeling or memory it is an offer or a question, and is found by a verb at the
beginning of a sentence, or behind `you`, where the whole prompt holds no `might`, `could`, `may`, `can`,
`or`, `if`, `perhaps` and the like. A statement asks for nothing: "There is a sound nearby."

## Over a whole session

One line that says `might` is fine. A session in which every line does sounds like a formula, so a few things
are counted over all prompts, and told once:

- W515: at most 8 % end in a way out, such as `or not`. Permission once, while arriving, does the rest.
- W516: at most 55 % hold `may`, `might`, `can`, `could`, `perhaps` or `if`. What is so is said plainly.
- W517: from 3 minutes on, `direct` holds two sentences at least that one can say as they stand.
- W518: `indirect` has at most two thirds of the words of `direct`.
- W519: no two prompts in a row begin alike.
- W520: at most a quarter begin with a plain invitation.
- W521: no track has three different images. Seen are comparisons that say so (`like a cat`, `as if`,
  `as slow as a snail`) and stock images such as weather, wave or anchor where they are tied to a feeling, the
  mind or the breath. A cloud over the roof is no image. Metaphors of other kinds are yours to count.

## Where a word is meant

A comment on the line, or alone on the line above, keeps a find back, for one id or several:

```yaml
- say: The kettle may be on. You could let go of the cup, or hold it.  # allow: W609 a cup, not a feeling
  for: 15s
# allow: W657 a bell, not a mark
- say: The strong bell is the far one, and it can go on.
  for: 15s
```

In a text of several lines the comment stands beside the key, or above the first line of the text.
`# allow-file: W609 a song` keeps an id back in the whole file, wherever it stands. The reason
behind the id is for whoever reads the file next; a comment without one is told, and so is one that keeps
nothing back (W514). Bundled sessions have no such comment.

## Another language

The words of English are in `sessions/advice/words/en.txt`, one to a line, with a section for each rule.
Another language is one more file beside it, named by its two letters. For a session in a language without
a list nothing is said but what needs no words: an exclamation mark, a sentence too many, two prompts that
begin alike, a track without a sentence to say. Words are counted in any script: two Chinese, Japanese or
Korean characters are as long as one word. A file of parts names
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
