"""Puts an example of a fault page into the smallest whole session."""

from __future__ import annotations

import re

FRAME = {
    "format": "format: 1\n",
    "title": "title: A minute with a sound\n",
    "length": "length: 1m\n",
    "parts": "parts:\n  settle:\n    - quiet: 30s\n",
    "arriving": "arriving:\n"
    "  - say: Eyes open or lowered, either is fine.\n    for: 15s\n"
    "  - check_in: And now?\n",
    "indirect": "indirect:\n  - use: settle\n",
    "landing": "landing:\n  - say: Looking around, is there a colour you like?\n    for: 15s\n",
}


def framed(example: str) -> str:
    """A session that holds the example; steps stand in `indirect`."""
    if example.startswith(("-", "\u2013")):
        steps = "".join(f"  {line}\n" for line in example.split("\n"))
        return framed(f"indirect:\n{steps}")
    keys = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    blocks = {key: block for key, block in FRAME.items() if key not in keys}
    if "settle" not in example + blocks.get("indirect", ""):
        blocks.pop("parts", None)
    rest = "".join(blocks.values())
    example = example.rstrip("\n") + "\n"
    if example.startswith("```"):
        fence, *inner, end = example.rstrip("\n").split("\n")
        return "\n".join([fence, *inner, rest + end + "\n"])
    if example.startswith("%"):
        return example + rest
    return rest + example if example.strip() else ""
