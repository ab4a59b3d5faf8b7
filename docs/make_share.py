"""Makes what an installed ajar puts below `share/`: man pages, completions, a desktop entry and its icon.

`python docs/make_share.py` writes docs/share, or another folder that is named. A test compares it with the
commands, and the wheel carries it.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click
from rich.color import Color

from tui.cli import COMMANDS, cli
from tui.commands.completion import script_for
from tui.themes import NIGHT
from tui.widgets.door import SMALL, colours

SHARE = Path(__file__).parent / "share"
COMPLETIONS = {
    "bash": "bash-completion/completions/ajar",
    "zsh": "zsh/site-functions/_ajar",
    "fish": "fish/vendor_completions.d/ajar.fish",
}
PIXEL = (2, 1)
"""How wide and how high a letter of the door is drawn: a character of a terminal is as high as two wide."""

DESKTOP = """\
[Desktop Entry]
Type=Application
Name=ajar
GenericName=Guided session player
Comment=A quiet player for guided sessions of self-compassion practice
Exec=ajar
Icon=ajar
Terminal=true
Categories=Utility;
Keywords=meditation;self-compassion;breath;rest;
"""


def files() -> dict[str, str]:
    """All files by their path below `share/`."""
    pages = {f"man/man1/{name}.1": man_page(context) for name, context in _contexts()}
    completions = {path: script_for(shell, cli) for shell, path in COMPLETIONS.items()}
    return (
        pages
        | completions
        | {
            "applications/ajar.desktop": DESKTOP,
            "icons/hicolor/scalable/apps/ajar.svg": icon(),
        }
    )


def _contexts() -> Iterator[tuple[str, click.Context]]:
    top = click.Context(cli, info_name="ajar")
    yield "ajar", top
    for name in COMMANDS:
        if command := cli.get_command(top, name):
            yield f"ajar-{name}", click.Context(command, info_name=name, parent=top)


def man_page(context: click.Context) -> str:
    """One command as a man page, in the macros of man(7)."""
    command = context.command
    name = context.command_path.replace(" ", "-")
    short = COMMANDS.get(context.info_name or "", "A quiet player for guided sessions.")
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [
        f'.TH "{name.upper()}" "1" "" "ajar" "User Commands"',
        ".SH NAME",
        rf"{_plain(name)} \- {_plain(short.rstrip('.'))}",
        ".SH SYNOPSIS",
        rf"\fB{_plain(context.command_path)}\fR {_plain(usage)}",
        ".SH DESCRIPTION",
        *_paragraphs(command.help or ""),
    ]
    options = [found for each in command.get_params(context) if (found := each.get_help_record(context))]
    if options:
        lines.append(".SH OPTIONS")
        for written, told in options:
            lines += [".TP", rf"\fB{_plain(written)}\fR", _plain(told)]
    if isinstance(command, click.Group):
        lines.append(".SH COMMANDS")
        for each, told in COMMANDS.items():
            lines += [".TP", rf"\fBajar\-{_plain(each)}(1)\fR", _plain(told)]
    if command.epilog:
        lines += [".SH NOTES", *_paragraphs(command.epilog)]
    if command is not cli:
        lines += [".SH SEE ALSO", r"\fBajar(1)\fR"]
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> list[str]:
    """Paragraphs of a docstring, without the marks by which click keeps line breaks and hides the rest."""
    told = textwrap.dedent(text).replace("\b\n", "").replace("\f", "")
    found = [_plain(" ".join(part.split())) for part in re.split(r"\n\s*\n", told) if part.strip()]
    return [line for part in found for line in (part, ".PP")][:-1]


def _plain(text: str) -> str:
    """Text without anything that troff would obey."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def icon() -> str:
    """The door, pixel by pixel, as a picture of its own."""
    rows = SMALL.splitlines()
    inks = colours(NIGHT)
    wide, high = PIXEL
    width, height = len(rows[0]) * wide, len(rows) * high * 2
    side = max(width, height) + 4
    left, top = (side - width) // 2, (side - height) // 2
    drawn = [
        f'  <rect x="{left + start * wide}" y="{top + y * high * 2}" width="{count * wide}" '
        f'height="{high * 2}" fill="{_hex(inks[letter])}"/>'
        for y, row in enumerate(rows)
        for letter, start, count in _runs(row)
        if letter != "."
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
    )
    ground = f'  <rect width="{side}" height="{side}" rx="4" fill="{NIGHT.ground}"/>'
    return "\n".join([head, "  <title>ajar</title>", ground, *drawn, "</svg>"]) + "\n"


def _hex(colour: Color) -> str:
    return colour.get_truecolor().hex


def _runs(row: str) -> Iterator[tuple[str, int, int]]:
    start = 0
    for letter, run in groupby(row):
        count = len(list(run))
        yield letter, start, count
        start += count


if __name__ == "__main__":
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARE
    for path, text in files().items():
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
