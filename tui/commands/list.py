"""`ajar list`: the sessions there are."""

from __future__ import annotations

import click

from sessions.durations import in_words
from sessions.library.catalogue import Entry
from sessions.unsafe import visible
from tui.locations import sessions_folder
from tui.shelves import Shelves


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: one list, lengths in seconds.")
def command(*, as_json: bool) -> None:
    """The sessions there are, the shortest first: number, name, length, title, and what happens in each.

    Sessions in folders are listed folder by folder. `ajar play` takes a number, a name or a title.

    Where a session of your own cannot be played, the reason stands in place of its title.
    """
    entries = Shelves(own=sessions_folder()).entries()
    if not all(entry.looked for entry in entries):
        from tui.checks.many import looked_into  # noqa: PLC0415  # not for the bundled ones

        entries = looked_into(entries)
    for line in _json(entries) if as_json else _table(entries):
        click.echo(line)


def _table(entries: list[Entry]) -> list[str]:
    rows = [(visible(entry.name), _length(entry), _title(entry), entry.about) for entry in entries]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    digits = len(str(len(rows)))
    lines: list[str] = []
    for number, (name, length, title, about) in enumerate(rows, 1):
        lines.append(f"{number:>{digits}}  {name:<{widths[0]}}  {length:<{widths[1]}}  {title}")
        lines += [f"{' ' * digits}    {about}"] if about else []
    return lines


def _length(entry: Entry) -> str:
    return in_words(entry.length) if entry.length and not entry.fault else "-"


def _title(entry: Entry) -> str:
    return f"cannot be played yet: {entry.fault}" if entry.fault else entry.title


def _json(entries: list[Entry]) -> list[str]:
    import json  # noqa: PLC0415  # for programs only

    rows = [
        {
            "name": entry.name,
            "path": entry.file,
            "title": entry.title,
            "length": entry.length,
            "about": entry.about,
            "bundled": entry.bundled,
            "shelf": entry.shelf,
            "fault": entry.fault,
        }
        for entry in entries
    ]
    return [json.dumps(rows, ensure_ascii=False, indent=2)]
