"""The picture of a session on its page: what comes when, on both tracks."""

from __future__ import annotations

from textual.widgets import Static

from sessions.export.timeline import timeline
from sessions.model import Session
from tui.picture.text import lanes_drawn

COLUMNS = 72
"""As wide as the rest of the page."""
ROOM = (76, 36)
"""Columns and rows of a window from which there is room for it."""


class Lanes(Static):
    """Arriving, the tracks and landing on one time axis; no key is needed."""

    def __init__(self, session: Session) -> None:
        super().__init__("\n".join(lanes_drawn(timeline(session), COLUMNS)), markup=False)
