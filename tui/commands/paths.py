"""`ajar paths`: every way through a session, with its exact length."""

from __future__ import annotations

from dataclasses import asdict

import click

from sessions.durations import in_words
from sessions.durations import written as written_length
from sessions.library.catalogue import Entry
from sessions.model import Session
from sessions.rehearsal.paths import CLOSINGS, paths
from sessions.rehearsal.written_paths import WrittenPath, written
from sessions.repertoire import repertoire
from sessions.unsafe import visible
from tui.named import SessionName, drawable_session


@click.command()
@click.argument("session", type=SessionName(), metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="For programs: lengths in seconds.")
@click.option(
    "--closings",
    type=click.IntRange(0, 3),
    default=CLOSINGS,
    show_default=True,
    help="How many times a path may say closing.",
)
def command(session: Entry, *, as_json: bool, closings: int) -> None:
    """Every path of a session with its exact length: a name from `ajar list`, or a file.

    Together the paths take every answer, at every point where it can be given; any other path is put together
    from the same pieces. What is listed can be played: ajar rehearse NAME --track TRACK --answers LIST. Short
    forms and Floor Under You stand outside the length. Where lengths do not agree, each path that misses the
    promised one says by how much.
    """
    checked = drawable_session(session)
    found = [written(path) for path in paths(repertoire(checked), closings)]
    for line in _json(session, checked, found) if as_json else _table(checked, found):
        click.echo(line)


def _table(session: Session, found: list[WrittenPath]) -> list[str]:
    rows = [
        (in_words(path.seconds), _end(path) + _missed(session, path), path.track, path.answers or "-")
        for path in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    table = [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, [*widths, 0], strict=True)) for row in rows
    ]
    return [*_summary(session, found), "", *(line.rstrip() for line in table)]


def _end(path: WrittenPath) -> str:
    return "lands" if path.landed else "stops"


def _missed(session: Session, path: WrittenPath) -> str:
    """By how much a path that lands is not as long as promised."""
    off = path.seconds - session.length
    if not path.landed or off == 0:
        return ""
    return f", {written_length(abs(off))} too {'long' if off > 0 else 'short'}"


def _summary(session: Session, found: list[WrittenPath]) -> list[str]:
    lengths = sorted({path.seconds for path in found if path.landed})
    landed = sum(path.landed for path in found)
    exact = " or ".join(in_words(length) for length in lengths)
    promised = (
        [] if lengths == [session.length] else ["The lengths do not agree; `ajar fit` can even that out."]
    )
    return [
        f"{session.title}, {in_words(session.length)}: {len(found):,} paths.",
        f"{landed:,} land, each of them after {exact}. {len(found) - landed:,} stop on the way.",
        *promised,
    ]


def _json(entry: Entry, session: Session, found: list[WrittenPath]) -> list[str]:
    import json  # noqa: PLC0415  # for programs only

    held = {
        "name": visible(entry.name),
        "title": session.title,
        "seconds": session.length,
        "paths": [asdict(path) for path in found],
    }
    return [json.dumps(held, ensure_ascii=False, indent=2)]
