"""The part of the app that opens pages to read, on top of the current page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from sessions.mine.model import Mine
from tui.own_lines import OwnLines
from tui.quiet_app import QuietApp
from tui.screens.base import Page
from tui.setting_kinds import AUTO
from tui.words import phrases
from tui.words.seeds import Seeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.words.extras.titles import Extra


class PagesApp(QuietApp):
    """Help, keys, people to talk to, the notice, and the pages beside the sessions.

    Attributes:
        turns: the runs so far; the latest one picks the wordings.
        own: the person's own lines.
    """

    def __init__(self, turns: Seeds, own: OwnLines) -> None:
        super().__init__()
        self.turns = turns
        self.own = own

    def action_mine(self, at: str = "") -> None:
        """Open the page of the person's own lines.

        If a session waits below in which kind words are not wanted, own words are not shown either.
        """
        from tui.screens.mine import MinePage  # noqa: PLC0415  # not on the first page

        unwanted = any(page.closed or page.on_the_senses for page in self.pages())
        lists = [name for name in Mine._fields if not (unwanted and name == "words")]
        self.read(MinePage(self.own, lists=lists, at=at, fault=self.own.fault()))

    def action_help(self) -> None:
        """Open the help list."""
        from tui.screens.help_lines import help_page  # noqa: PLC0415  # not on the first page

        self.read(help_page(self.region))

    def action_keys(self) -> None:
        """Open the page of all keys."""
        from tui.screens.help import keys_page  # noqa: PLC0415  # not on the first page

        self.read(keys_page(self.BINDINGS, unnamed=self.on_the_senses))

    def action_company(self) -> None:
        """Open the page on people to talk to."""
        from tui.words.extras.titles import Extra  # noqa: PLC0415  # not on the first page

        self.open_extra(Extra.COMPANY)

    def action_notice(self) -> None:
        """Open the notice, to read it again."""
        from tui.screens.pages import notice_page  # noqa: PLC0415  # not on the first page

        self.read(notice_page(phrases.FIRST_NOTICE))

    def action_extras(self) -> None:
        """Open the list of pages beside the sessions."""
        from tui.screens.extras import ExtrasPage  # noqa: PLC0415  # not on the first page

        self.push_screen(ExtrasPage(), self.open_extra)

    def open_extra(self, what: Extra | None) -> None:
        """Open one of the pages beside the sessions."""
        from tui.screens.extras import extra_page  # noqa: PLC0415  # not on the first page
        from tui.words.extras.titles import Extra  # noqa: PLC0415  # same

        if what is Extra.MINE:
            self.action_mine()
        elif what is not None:
            self.read(extra_page(what, self.turns.current, self.own.now().people))

    def extras_commands(self) -> Iterator[SystemCommand]:
        """These pages, as the command palette lists them.

        None while a halted run lies below: nothing should ask for reflection then, and the page of that run
        already offers what looks outward (care guide rule 10).
        """
        from tui.words.extras.titles import TITLES, Extra  # noqa: PLC0415  # not on the first page

        if not any(page.halted for page in self.pages()):
            for what, title in TITLES.items():
                if what is not Extra.COMPANY:  # it is listed in any case
                    yield SystemCommand(title.label, title.hint, partial(self.open_extra, what))

    @property
    def region(self) -> str:
        """The country whose help lines come first, as the settings have it."""
        return AUTO

    @property
    def on_the_senses(self) -> bool:
        """Whether the person chose the senses track beforehand, in a run that lies below."""
        return any(page.on_the_senses for page in self.pages())

    def read(self, page: Page[None]) -> None:
        """Open a page to read, unless it is open already."""
        if page.id not in {open_page.id for open_page in self.screen_stack}:
            self.push_screen(page)

    def pages(self) -> list[Page[Any]]:
        """The open pages of ours, from the bottom up."""
        return [page for page in self.screen_stack if isinstance(page, Page)]
