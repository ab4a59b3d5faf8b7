"""What the app says by itself, gathered from the constants of its modules."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sessions.value import Value

MODULES = (
    "tui.words.extras.one",
    "tui.words.extras.questions",
    "tui.words.extras.books",
    "tui.words.extras.week",
    "tui.words.extras.glossary",
    "tui.choices",
    "tui.words.extras.titles",
    "tui.words.lines",
    "tui.words.page_lines",
    "tui.plain.performer",
    "tui.plain.library",
    "tui.plain.preferred",
    "tui.plain.session_page",
    "tui.plain.sitting",
    "tui.plain.stage",
    "tui.plain.typed",
)
"""Where sentences for a person are kept, beside `tui.words.phrases`."""

PAGES = (
    "tui.app.AjarApp",
    "tui.screens.landing.Landing",
    "tui.screens.player.PlayerPage",
    "tui.screens.pages.NoticePage",
    "tui.screens.pages.TextPage",
    "tui.screens.session.SessionPage",
)
"""Where keys have their meanings."""


def told(constants: Mapping[str, Any]) -> Iterator[str]:
    """Every text in the constants of a module, however deep; names and signs left out."""
    for name, value in constants.items():
        if name.isupper() or name.lstrip("_").isupper():
            yield from (text for text in texts_in(value) if " " in text)


def texts_in(value: Any) -> Iterator[str]:
    """The texts a value holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in texts_in(inner))
    elif isinstance(value, tuple | list | frozenset | set):
        yield from (text for inner in value for text in texts_in(inner))
    elif isinstance(value, Value):
        yield from texts_in(vars(value))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for field in fields(value) for text in texts_in(getattr(value, field.name)))


@cache
def app_texts() -> Mapping[str, tuple[str, ...]]:
    """By place, what is said outside the pool of phrases."""
    found = {name: tuple(told(vars(importlib.import_module(name)))) for name in MODULES}
    for page in PAGES:
        module, _, owner = page.rpartition(".")
        bindings = getattr(importlib.import_module(module), owner).BINDINGS
        found[page] = tuple(text for each in bindings for text in (each.tooltip, each.description) if text)
    return {place: texts for place, texts in found.items() if texts}
