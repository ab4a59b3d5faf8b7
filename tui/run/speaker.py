"""Who is told of a run as it is performed, to say it aloud: nobody, unless the person wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sessions.engine.effects import Effect
    from sessions.engine.engine import Engine
    from sessions.engine.events import Event


class Speaker(Protocol):
    """What a performer tells of a run."""

    def show(self, effect: Effect) -> None:
        """This was just performed."""

    def pressed(self, event: Event) -> bool:
        """The person is about to bring this event about; whether it ends what is being said."""

    def look_ahead(self, engine: Engine) -> None:
        """The run has come to rest here."""

    def read_out(self) -> bool:
        """The person asks for the rest of a question; False where there is none, or it has been said."""

    def again(self) -> bool:
        """The person asks for what is there now, once more; whether anything is said."""

    def aside(self) -> None:
        """Something else is being read."""

    def back(self) -> None:
        """The person is back on the page."""

    def leave(self) -> None:
        """The page is gone."""


class Mute:
    """Says nothing."""

    def show(self, effect: Effect) -> None:
        """Nothing."""

    def pressed(self, event: Event) -> bool:  # noqa: ARG002  # nothing is said
        """Nothing is said that could end."""
        return False

    def look_ahead(self, engine: Engine) -> None:
        """Nothing."""

    def read_out(self) -> bool:
        """Nothing."""
        return False

    def again(self) -> bool:
        """Nothing."""
        return False

    def aside(self) -> None:
        """Nothing."""

    def back(self) -> None:
        """Nothing."""

    def leave(self) -> None:
        """Nothing."""
