"""The title of a page: a row in bold, or, in a grand window, large letters."""

from __future__ import annotations

from textual.app import App, RenderResult
from textual.content import Content
from textual.widget import Widget

from tui.quiet_app import QuietApp
from tui.windows import grows, is_grand


def in_large(text: str, columns: int, app: App[object]) -> tuple[str, ...]:
    """One line of large letters, flush left; empty if there is no room for it, or it is not wanted."""
    if not (is_grand(app.size) and grows(app)):
        return ()
    from tui.large.lettering import LINES, large  # noqa: PLC0415  # the letters are loaded only when used

    narrow = isinstance(app, QuietApp) and app.has_quadrants
    rows = large(text, columns, LINES, narrow=narrow)
    if rows is None:
        return ()
    left = min((len(row) - len(row.lstrip()) for row in rows if row.strip()), default=0)
    return tuple(row[left:].rstrip() for row in rows)


class Heading(Widget):
    """Shows one line as it is written; never markup."""

    DEFAULT_CSS = "Heading { width: 100%; height: auto; }"

    def __init__(self, text: str, *, id: str = "title") -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.text = text

    def render(self) -> RenderResult:
        """The line in normal or large letters."""
        return Content(
            "\n".join(in_large(self.text, self.content_size.width or self.app.size.width, self.app))
            or self.text
        )
