"""The current answers: a list or a block of words, and the hint of the marked one."""

from __future__ import annotations

from textual import on
from textual.containers import Center, Vertical

from tui.choices import Offer, listed
from tui.widgets.choices import ChoiceList
from tui.widgets.prompt import MEASURE_BELOW, Prompt
from tui.widgets.word_block import WordBlock

ROWS_OF_HINT = 3
"""An empty row, the hint, and a row in case it wraps."""


class Answers(Vertical):
    """Shows an offer as a list or a block; that posts the message when an answer is taken."""

    DEFAULT_CSS = "Answers { height: auto; display: none; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._offer = Offer()

    def fill(self) -> None:
        """Mount the list, the block and the hint; only one of the first two is visible.

        They are mounted at once instead of being composed, since a key typed ahead may be an answer.
        """
        lists = Center(id="lists")
        self.mount(lists, Prompt(id="hint", measure=MEASURE_BELOW))
        lists.mount(ChoiceList(id="answers"), WordBlock(id="block"))

    @property
    def rows(self) -> int:
        """Rows of all the answers, and of the hint of one of them."""
        shown = next((answers for answers in self.query(ChoiceList) if answers.display), None)
        return shown.virtual_size.height + ROWS_OF_HINT if shown is not None else 0

    def offer(self, offer: Offer) -> None:
        """Show these answers, none of them marked."""
        self._offer = offer
        self._list(more=False)

    def show_more(self) -> None:
        """List the rest of the answers too."""
        self._list(more=True)

    def clear(self) -> None:
        """Show no answers."""
        self._offer = Offer()
        for answers in self.query(ChoiceList):
            answers.offer(())
        self._hint("")

    def stand_on_none(self) -> None:
        """Remove the mark, so that the cursor is on the question."""
        for answers in self.query(ChoiceList):
            answers.highlighted = None
        self._hint("")

    @on(ChoiceList.Stood)
    def _stood_on(self, message: ChoiceList.Stood) -> None:
        """Show the hint of the marked answer, if the list shows no hints."""
        message.stop()
        if not self._offer.hints and message.index < len(self._offer.choices):
            self._hint(self._offer.choices[message.index].hint)

    def _list(self, *, more: bool) -> None:
        offer = self._offer
        block, answers = self.query_one("#block", WordBlock), self.query_one("#answers", ChoiceList)
        shown, hidden = (block, answers) if offer.block else (answers, block)
        hidden.display, shown.display = False, True
        hidden.offer(())
        rest = () if more else offer.more
        shown.offer(listed(offer, more=more), unlisted=rest, enter=offer.enter, hints=offer.hints)
        self._hint("")
        shown.focus()

    def _hint(self, text: str) -> None:
        hint = self.query_one("#hint", Prompt)
        hint.text = text
        hint.display = bool(text)
