"""The keys, as a page to read."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content

from tui.screens.help_lines import HelpPage
from tui.screens.library import Library
from tui.screens.pages import TextPage
from tui.screens.player import PlayerPage
from tui.screens.player_keys import KIND_WORDS
from tui.screens.session import SessionPage


def keys_page(anywhere: Iterable[object], *, unnamed: bool = False) -> TextPage:
    """Every key, by what it does.

    Args:
        anywhere: the bindings of the app itself.
        unnamed: the way with kind words goes unnamed, for whoever is on the way of the senses.
    """
    groups = (
        ("anywhere", anywhere),
        ("in a session", PlayerPage.BINDINGS),
        ("before a session", SessionPage.BINDINGS),
        ("among the sessions", Library.BINDINGS),
        ("among the help lines", HelpPage.BINDINGS),
    )
    body = [_group(name, bindings, unnamed=unnamed) for name, bindings in groups]
    return TextPage("Keys", Content("\n\n").join(body), id="keys")


def _group(name: str, bindings: Iterable[object], *, unnamed: bool) -> Content:
    lines = [Content.styled(name, "$soft")]
    for binding in bindings:
        if isinstance(binding, Binding) and not (unnamed and _names_kind_words(binding)):
            keys = " ".join(_key(key) for key in binding.key.split(","))
            lines.append(Content.assemble((f"{keys:>12}", "bold $glow"), f"   {binding.tooltip}"))
    return Content("\n").join(lines)


def _key(key: str) -> str:
    names = {
        "question_mark": "?",
        "exclamation_mark": "!",
        "asterisk": "*",
        "number_sign": "#",
        "slash": "/",
        "plus": "+",
        "equals_sign": "=",
        "minus": "-",
        "comma": ",",
        "full_stop": ".",
        "less_than_sign": "<",
        "greater_than_sign": ">",
        "left_parenthesis": "(",
        "right_parenthesis": ")",
        "semicolon": ";",
        "colon": ":",
        "ctrl+c": "ctrl-c",
        "ctrl+z": "ctrl-z",
    }
    return names.get(key, key)


def _names_kind_words(binding: Binding) -> bool:
    return KIND_WORDS in f"{binding.description} {binding.tooltip}".lower()
