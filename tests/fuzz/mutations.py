"""Mutates bytes: cuts, repeats, swaps and splices them, and inserts what parsers stumble over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

MOST_BYTES = 300 * 1024

PIECES = (
    b"\n",
    b"\r",
    b"\t",
    b" ",
    b"  - ",
    b": ",
    b":",
    b"#",
    b" #",
    b"'",
    b'"',
    b"\\",
    b"[",
    b"]",
    b"{",
    b"}",
    b"|",
    b">",
    b"&a ",
    b"*a",
    b"!a ",
    b"? ",
    b"- ",
    b"---\n",
    b"...\n",
    b"%",
    b"@",
    b"`",
    b"<<: ",
    b"~",
    b"null",
    b"0",
    b"-1",
    b"1e9",
    b"\x00",
    b"\x1b",
    b"\x1b[",
    b"\x1b[200~",
    b"\x7f",
    b"\xc2\x9b",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x8f\xbf\xbf",
    b"\xcc\x81" * 9,
    b"\xf0\x9f\x98\x80",
    b"\xe6\xbc\xa2",
    b"99999999999999999999",
    b"00:00:00,000 --> 99:99:99,999\n",
    b"[00:99.99]",
    b"<b>",
    b"</",
    b"&#0;",
    b"&amp",
    b"{\\an8}",
)


def mutated(seed: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """The bytes with a few changes; parts of `others` are spliced in."""
    content = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12))):
        chance.choice(CHANGES)(content, others, chance)
    return bytes(content[:MOST_BYTES])


def _place(content: bytearray, chance: Random) -> int:
    return chance.randint(0, len(content))


def _insert(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    at = _place(content, chance)
    content[at:at] = chance.choice(PIECES)


def _many(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    at = _place(content, chance)
    content[at:at] = chance.choice(PIECES) * chance.choice((2, 10, 100, 2000))


def _cut(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    at = _place(content, chance)
    del content[at : at + chance.choice((1, 1, 4, 40, 400))]


def _flip(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    if content:
        content[chance.randrange(len(content))] = chance.randrange(256)


def _again(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    """One line or a few, repeated once or many times."""
    lines = bytes(content).split(b"\n")
    at = chance.randrange(len(lines))
    some = lines[at : at + chance.choice((1, 2, 6))]
    content[:] = b"\n".join([*lines[:at], *some * chance.choice((2, 3, 30)), *lines[at:]])


def _swap(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    lines = bytes(content).split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    content[:] = b"\n".join(lines)


def _indent(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    lines = bytes(content).split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.choice((1, 2, 4)) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    content[:] = b"\n".join(lines)


def _splice(content: bytearray, others: Sequence[bytes], chance: Random) -> None:
    other = chance.choice(others)
    start = chance.randint(0, len(other))
    at = _place(content, chance)
    content[at:at] = other[start : start + chance.choice((8, 80, 800))]


def _end(content: bytearray, _others: Sequence[bytes], chance: Random) -> None:
    del content[_place(content, chance) :]


CHANGES: tuple[Callable[[bytearray, Sequence[bytes], Random], None], ...] = (
    _insert, _insert, _many, _cut, _flip, _again, _swap, _indent, _splice, _end,
)  # fmt: skip
