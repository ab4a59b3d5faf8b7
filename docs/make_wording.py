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

Somebody reads these words alone, perhaps on a hard day. They can sound like an offer that is easy to leave
alone, or like an order, a promise, a verdict. Twenty lines keep them an offer, and `ajar check` reports
what breaks one of them, in every text that a person may read: title and description, prompts and their other
wordings, `less`, reminders, questions, answers, and the questions after the end. It looks for whole words, in
small letters or capitals, across line ends, with any apostrophe, and takes their context into account. It
does not understand them: read aloud what it lets pass.

An id in **bold** is a wording error: `ajar check` fails, and before the file is played a plain notice says
that its words may push. The others are advice, and worth a second look.

| line | instead of | for example | id |
| --- | --- | --- | --- |
"""
BESIDE_HEAD = """
## Beside the lines

| rule | instead of | for example | id |
| --- | --- | --- | --- |
"""
TAIL = """
Only `direct` may call care by its name. The indirect track, arriving, landing and the questions after the
end may be read by someone who is closing, and so may every part they play. There the words compassion, kind,
love, forgive, worthy and the like are errors, and so is a beat that is tagged `direct`.

## When a listed word passes

A listed word is no error where its clause negates it, permits it or makes it depend on something:

| kind | passes | stays an error |
| --- | --- | --- |
| negation | You don't have to close your eyes. | It's no test, close your eyes. |
| permission | You're allowed to let go of it. | You can stop, but you must sit up first. |
| condition | If you need to stop, you can. | When it gets late, you should stop. |
| quotation | It may say “you should be over this”. | You should be over this. |
| another sense | Right here, in the failing light. | A failure, and no light. |

A quotation may order, doubt and judge, because nobody obeys a voice that a text quotes. It may still not
promise anything, call a place safe, or name an illness. The first person is for sentences on `direct` that
one could say oneself, and those stand in quotation marks: “I can go slowly.”

A plain invitation to something outside needs no `might`: "Have a look round", "Pick something soft and hold
it". About body, breath, feeling or memory it has to be an offer or a question. It is reported if a sentence
begins with a verb, or has one after `you`, and the whole prompt has no `might`, `could`, `may`, `can`, `or`,
`if`, `perhaps` or the like. A statement asks for nothing: "There is a sound nearby."

## Over a whole session

One line that says `might` is fine. A session in which every line does sounds like a formula, so a few things
are counted over all prompts, and reported once:

- W515: at most 8 % end in a way out, such as `or not`. Permission once, while arriving, does the rest.
- W516: at most 55 % hold `may`, `might`, `can`, `could`, `perhaps` or `if`. State facts plainly.
- W517: from 3 minutes on, `direct` has at least two sentences that one can say as they stand.
- W518: `indirect` has at most two thirds of the words of `direct`.
- W519: no two prompts in a row begin alike.
- W520: at most a quarter begin with a plain invitation.
- W521: no track has three different images. Counted are comparisons (`like a cat`, `as if`, `as slow as a
  snail`) and stock images such as weather, wave or anchor where they are tied to a feeling, the mind or the
  breath. A cloud over the roof is no image. Other metaphors are yours to count.

## When you mean a word

A comment on the line, or alone on the line above, suppresses a finding, for one id or several:

```yaml
- say: The kettle may be on. You could let go of the cup, or hold it.  # allow: W609 a cup, not a feeling
  for: 15s
# allow: W657 a bell, not a mark
- say: The strong bell is the far one, and it can go on.
  for: 15s
```

In a text of several lines the comment stands beside the key, or above the first line of the text.
`# allow-file: W609 a song` suppresses an id in the whole file, wherever the comment stands. The reason after
the id is for whoever reads the file next. A comment without a reason is reported, and so is one that
suppresses nothing (W514). Bundled sessions have no such comment.

## Another language

The English words are in `sessions/advice/words/en.txt`, one to a line, with a section for each rule.
Another language is one more file beside it, named by its two letters. For a session in a language without a
list, only the rules that need no words apply: an exclamation mark, a sentence too many, two prompts that
begin alike, a track without a sentence to say. Words are counted in any script: two Chinese, Japanese or
Korean characters count as one word. A file of parts names no language: checked alone it is read as English,
and from a session in that session's language.
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
