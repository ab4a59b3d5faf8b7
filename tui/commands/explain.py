"""`ajar explain`: what an id means, with a faulty and a correct example."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from sessions.naming import nearest
from sessions.reports.fault_pages import ELSEWHERE, PAGES
from sessions.unsafe import visible

FAMILIES = {
    "E1": "Reading the file",
    "E2": "Keys and values",
    "E3": "How the parts fit together",
    "E4": "Characters that are refused",
    "W5": "Advice on time, room and ways out",
    "W6": "Advice on words",
}
"""What the first letter and digit of an id stand for."""


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
def command(ids: tuple[str, ...]) -> None:
    """Say what an ID such as E205 means, with an example; without one, list all of them."""
    names = [_known(id_) for id_ in ids]
    lines = _overview() if not names else [line for name in names for line in _page(name)]
    click.echo("\n".join(lines))


def _known(id_: str) -> str:
    name = id_.strip().upper()
    if name in PAGES or name in ELSEWHERE:
        return name
    near = nearest(name, (*PAGES, *ELSEWHERE))
    hint = f" Did you mean {near}?" if near else ""
    raise click.UsageError(f"there is no id `{visible(id_)}`.{hint} All of them: ajar explain")


def _page(id_: str) -> Iterator[str]:
    if id_ in ELSEWHERE:
        yield f"{id_}: this is told as {ELSEWHERE[id_]}."
        yield ""
        id_ = ELSEWHERE[id_]
    page = PAGES[id_]
    yield f"{id_}: {page.meaning}"
    for title, example in (("Leads to it:", page.bad), ("Reads well:", page.good)):
        yield f"\n{title}\n"
        yield textwrap.indent(example.rstrip("\n") or "(an empty file)", "    ")
    yield ""


def _overview() -> Iterator[str]:
    family = ""
    for id_ in sorted((*PAGES, *ELSEWHERE)):
        if id_[:2] != family:
            family = id_[:2]
            yield f"{FAMILIES[family]}\n" if family == "E1" else f"\n{FAMILIES[family]}\n"
        meaning = PAGES[id_].meaning if id_ in PAGES else f"Reported as {ELSEWHERE[id_]}."
        yield textwrap.fill(meaning, 96, initial_indent=f"  {id_}  ", subsequent_indent=" " * 8)
    yield "\nOne of them with its example: ajar explain E205"
