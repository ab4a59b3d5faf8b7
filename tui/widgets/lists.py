"""The lists on a page, for what need not know how they are made: a page without any loads nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.widgets.choices import ChoiceList


def lists_on(page: Screen[Any]) -> list[ChoiceList]:
    """All lists of answers, shown or not, in the order of the page."""
    if not page.query("ChoiceList"):
        return []
    from tui.widgets.choices import ChoiceList  # noqa: PLC0415  # it is loaded: there is one

    return list(page.query(ChoiceList))
