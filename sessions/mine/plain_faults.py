"""Rewords faults of the session reader for a person's own file, which has no steps, parts or sessions."""

from __future__ import annotations

from typing import Final, NamedTuple

from sessions.faults import Fault

EMPTY: Final = "E104"
"""An empty file, which is no fault here."""
TOO_LARGE: Final = "E102"

_IN_QUOTES: Final = "put the whole line in double quotes"


class _Said(NamedTuple):
    """The words that replace a fault's own; an empty message keeps the fault's."""

    message: str
    help: str


_SAID: Final = {
    TOO_LARGE: _Said("", "leave out what you no longer need"),
    "E112": _Said(
        "text that begins with `&` or `*` means something else in this place",
        "a line of a list begins with a dash; text that begins like this goes in double quotes",
    ),
    "E113": _Said("text that begins with `!` means something else in this place", _IN_QUOTES),
    "E114": _Said("`<<` is no key of this file", "leave it out"),
    "E116": _Said("a line like this ends the file, and something follows", "leave the line out"),
    "E117": _Said("", _IN_QUOTES),
    "E118": _Said("a line that begins with `%` means something else here", "leave it out"),
    "E119": _Said("lists are nested too deeply", "text that holds brackets goes in double quotes"),
    "E120": _Said("", f"each list takes a few lines; {_IN_QUOTES} where it holds commas"),
    "E121": _Said("", "keys begin in the same column, and so do the dashes of one list"),
    "E124": _Said("this line is no part of the file", "leave it out"),
}


def in_own_words(fault: Fault) -> Fault:
    """The same fault in words for somebody who only wrote down a few lines."""
    said = _SAID.get(fault.id)
    if said is None:
        return fault
    return fault._replace(message=said.message or fault.message, help=said.help)
