"""Session files in which one construct is repeated up to a given size; most of them are faulty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from tests.sessions.framed import framed

Make = Callable[[int], str]
"""Takes a size in bytes, and gives a text of about that size."""

FRAME_BYTES = len(framed("license: x"))


def repeated(piece: Callable[[int], str], size: int) -> str:
    """As many pieces as fit."""
    return "".join(_pieces(piece, size))


def _pieces(piece: Callable[[int], str], size: int) -> Iterator[str]:
    room = size - FRAME_BYTES
    for number in count():
        text = piece(number)
        room -= len(text.encode())
        if room < 0:
            return
        yield text


def _lines(head: str, piece: Callable[[int], str]) -> Make:
    return lambda size: framed(head + repeated(piece, size))


def _inside(before: str, piece: Callable[[int], str], after: str) -> Make:
    return lambda size: framed(before + repeated(piece, size) + after)


def near_parts(size: int) -> str:
    """Half of the file names parts, the other half uses names that are almost theirs."""
    parts = repeated(lambda n: f"  part-with-a-long-name-{n:05}:\n    - quiet: 1s\n", size // 2)
    uses = repeated(lambda n: f"  - use: part-with-a-long-name-{n:05}x\n", size // 2)
    return framed(f"parts:\n{parts}indirect:\n{uses}")


def parts_in_a_row(size: int) -> str:
    """Each part uses the next one."""
    rows = repeated(lambda n: f"  p{n}:\n    - use: p{n + 1}\n", size)
    last = rows.count("- use")
    return framed(f"parts:\n{rows}  p{last}:\n    - quiet: 1s\n  settle:\n    - use: p0")


def late_escapes(size: int) -> str:
    """A text with many harmless escapes, behind which refused ones stand in turns."""
    return framed('title: "' + "\\\\" * (size // 4) + "\\e\\u202e" * (size // 32) + '"')


def wide_steps(size: int) -> str:
    """One step with many keys, its verb behind all others."""
    keys = repeated(lambda n: f"    k{n}: x\n", size)
    return framed(f"direct:\n  - a: b\n{keys}    say: x")


def full_and_faulty(rest: str, end: str) -> Make:
    """As many values as a file may hold, then a rest, then a slip that only the slower parser explains."""

    def make(size: int) -> str:
        steps = repeated(lambda _: "  - bell: bowl\n", min(size // 2, 90_000))
        left = size - len(steps.encode()) - FRAME_BYTES
        return framed(f"direct:\n{steps}{rest * (left // len(rest.encode()))}\n{end}")

    return make


GROWN: dict[str, Make] = {
    "full, with comments and a slip": full_and_faulty("# x\n", "  - say: a: b"),
    "full, with a long text and a slip": full_and_faulty("x ", '  - say: "a'),
    "full, with blank lines and a slip": full_and_faulty("\n", "  - say: 'a"),
    "full, with a block and a slip": lambda size: full_and_faulty("      x\n", "  - say: a: b")(size).replace(
        "  - bell: bowl\n      x", "  - say: |\n      x", 1
    ),
    "near parts": near_parts,
    "near keys": _lines("", lambda n: f"lengtk{n}: x\n"),
    "near keys of steps": _lines("direct:\n", lambda n: f"  - say: x\n    foor{n}: 5s\n"),
    "near verbs": _lines("direct:\n", lambda _: "  - sayy: y\n"),
    "near words": _lines("direct:\n", lambda _: "  - bell: bowk\n"),
    "near tags": _lines(
        "direct:\n", lambda _: "  - say: A sound.\n    tags: [touhc, breth, postrue, memmory]\n"
    ),
    "near durations": _lines("direct:\n", lambda _: "  - quiet: 5 sek\n"),
    "prompts": _lines("direct:\n", lambda n: f"  - say: There may be sound {n}.\n    until: ready\n"),
    "wordings": _lines(
        "direct:\n", lambda n: "  - say: x\n    or:\n" + "".join(f"      - y {n} {m}\n" for m in range(8))
    ),
    "questions": _lines("direct:\n", lambda n: f"  - check_in: Question {n}?\n"),
    "choices": _lines(
        "direct:\n",
        lambda n: (
            f"  - choose: Which {n}?\n    options:\n"
            + "".join(f"      - text: a{m}\n        do:\n          - quiet: {m + 1}s\n" for m in range(5))
        ),
    ),
    "bells": _lines("direct:\n", lambda _: "  - bell: bowl\n"),
    "uses": _lines("direct:\n", lambda _: "  - use: settle\n    repeat: 12\n"),
    "unused parts": _lines("parts:\n", lambda n: f"  p{n}:\n    - quiet: 1s\n"),
    "parts in a row": parts_in_a_row,
    "parts that play themselves": _lines("parts:\n", lambda n: f"  p{n}:\n    - use: p{n}\n"),
    "wide steps": wide_steps,
    "repeated keys": _lines("", lambda _: "title: x\n"),
    "keys of keys": _lines("", lambda n: f"? [a, b{n}]\n: x\n"),
    "one line of items": _inside("reflect: [", lambda n: f"x{n}, ", "y]  # allow: W509 a\n"),
    "one line of quoted items": _inside("reflect: [", lambda n: f'"x{n}", ', "y] #a\n"),
    "one line of lists": _inside("reflect: [", lambda _: "[x], ", "y]"),
    "one line of maps": _inside("reflect: [", lambda n: f"{{a{n}: b}}, ", "y] #a"),
    "anchors on one line": _inside("reflect: [", lambda n: f"&a{n} x, ", "y]"),
    "anchors": _lines("reflect:\n", lambda n: f"  - &a{n} x\n"),
    "aliases on one line": _inside("reflect: [&a x, ", lambda _: "*a, ", "y]"),
    "tags on one line": _inside("reflect: [", lambda _: "!a x, ", "y]"),
    "escapes": _inside('title: "', lambda _: "\\e", '"'),
    "escapes in turns": _inside('title: "', lambda _: "\\e\\u202e", '"'),
    "late escapes": late_escapes,
    "escapes on lines": _inside('title: "', lambda _: "\\e\\\n  a", '"'),
    "raw escapes": _lines("", lambda _: "\x1b\u202e\n"),
    "raw escapes on one line": _inside("title: ", lambda _: "\x1b\u202e", ""),
    "tabs": _lines("", lambda _: "a\tb\n"),
    "tabs on one line": _inside("title: ", lambda _: "a\t", ""),
    "tabs of indentation": _lines("direct:\n", lambda _: "\t- a\n"),
    "blank lines": _lines("", lambda _: "\n"),
    "comments": _lines("", lambda n: f"# a {n}\n"),
    "comments beside": _lines("direct:\n", lambda n: f"  - say: a {n} #1\n"),
    "allows": _lines("", lambda _: "# allow: W501, W502, W503 x\n"),
    "hashes": _inside("title: x ", lambda _: "# ", ""),
    "allows on one line": _inside("title: x ", lambda _: "# allow: W50x ", ""),
    "ids on one line": _inside("title: x # allow: ", lambda _: "W501 , ", "x"),
    "blocks": _lines("direct:\n", lambda n: f"  - say: |\n      line {n}\n      and more\n"),
    "one block": _lines("about: |\n", lambda n: f"  line {n}\n"),
    "folded text": _lines("about: >-\n", lambda n: f"  line {n}\n\n"),
    "plain text on many lines": _lines("about: a\n", lambda n: f"  line {n}\n"),
    "quoted text on many lines": lambda size: framed(
        'about: "a\n' + repeated(lambda n: f"  line {n}\n", size) + '  "'
    ),
    "orders": _lines("direct:\n", lambda n: f"  - say: You must hear sound {n}, you must stay.\n"),
    "orders on many lines": _lines(
        "direct:\n", lambda n: f"  - say: >\n      You must hear {n},\n      and you must stay.\n"
    ),
    "orders that are allowed": _lines(
        "direct:\n", lambda n: f"  - say: You must hear {n}!  # allow: W651, W652, W671\n"
    ),
    "long sentences": _lines("direct:\n", lambda _: f"  - say: {'a. ' * 120}\n"),
    "long blanks": _lines("direct:\n", lambda _: f'  - say: "a.{" " * 180}b.{" " * 180}c"\n'),
    "quotes": _lines("direct:\n", lambda _: f"  - say: “{'a' * 180}\n"),
    "a colon at the end": lambda size: framed(
        "direct:\n" + repeated(lambda n: f"  - say: a {n}\n", size) + "  - say: a: b: c\n"
    ),
    "a quote at the end": lambda size: framed(
        "direct:\n" + repeated(lambda n: f"  - say: a {n}\n", size) + '  - say: "a\n'
    ),
    "nothing but a quote": _inside('title: "', lambda _: "x ", ""),
    "nothing but a single quote": _inside("title: '", lambda _: "x\n  ", ""),
    "a bracket at the end": _inside("title: [", lambda _: "x, ", ""),
    "colons": lambda size: ": " * (size // 2),
    "dashes": lambda size: "- " * (size // 2),
    "dashes on lines": lambda size: "-\n" * (size // 2),
    "brackets": lambda size: "[" * size,
    "braces": lambda size: "{" * size,
    "brackets and braces": lambda size: "[{" * (size // 2),
    "question marks": lambda size: "? " * (size // 2),
    "bars": lambda size: "|\n" * (size // 2),
    "backslashes": lambda size: "\\" * size,
    "ampersands": lambda size: "&" * size,
    "one long word": lambda size: "x" * size,
    "keys in keys": lambda size: "".join(f"{' ' * n}a:\n" for n in range(int((2 * size) ** 0.5) - 3)),
    "lists in lists": lambda size: "".join(f"{' ' * n}-\n" for n in range(int((2 * size) ** 0.5) - 3)),
    "what a chat says around a fence": lambda size: (
        "a\n" * (size // 4) + f"```\n{framed('')}```\n" + "a\n" * (size // 4)
    ),
    "one long key": _inside("", lambda _: "x", ": y"),
    "one long number": _inside("pace: ", lambda _: "9", ""),
    "one long duration": _inside("length: ", lambda _: "9", "s"),
    "one long name": _inside("direct:\n  - use: ", lambda _: "a", ""),
    "line ends of other systems": lambda size: framed(repeated(lambda _: "\r", size)),
    "line separators": lambda size: framed("title: a" + repeated(lambda _: "\u2028", size)),
    "marks on one letter": lambda size: framed("title: a" + repeated(lambda _: "\u0301", size)),
    "joiners": lambda size: framed("title: a" + repeated(lambda _: "\u200d", size)),
    "wide letters": lambda size: framed("title: a" + repeated(lambda _: "漢", size)),
    "documents": lambda size: "---\n" * (size // 4),
    "ends of documents": lambda size: "...\n" * (size // 4),
    "directives": lambda size: "%a b\n" * (size // 5),
    "merges": _lines("", lambda _: "<<: x\n"),
    "texts that are no steps": _lines("direct:\n", lambda n: f"  - say a {n}\n"),
    "empty steps": _lines("direct:\n", lambda _: "  - {}\n"),
    "lists that are no steps": _lines("direct:\n", lambda _: "  - []\n"),
    "two verbs": _lines("direct:\n", lambda _: "  - say: x\n    quiet: 5s\n"),
    "names of parts": _lines("parts:\n", lambda n: f"  p.{n}:\n    - quiet: 1s\n"),
    "empty values": _lines("direct:\n", lambda _: "  - say:\n"),
    "missing options": _lines("direct:\n", lambda n: f"  - choose: a{n}\n"),
    "pacers": _lines("direct:\n", lambda _: "  - breathe: {inn: 4s, oud: 6s}\n    or_else: Or a sound.\n"),
    "files of parts": _lines("parts_from:\n", lambda n: f"  - gone{n}.yaml\n"),
    "languages": _inside("language: en", lambda _: "-aa", ""),
}
