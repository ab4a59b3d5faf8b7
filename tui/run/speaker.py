"""The interface through which a performer has a run spoken, and a mute implementation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sessions.engine.effects import Effect
    from sessions.engine.engine import Engine
    from sessions.engine.events import Event


class Speaker(Protocol):
    """Speaks what a performer shows."""

    def show(self, effect: Effect) -> None:
        """Speak an effect that was just performed."""

    def pressed(self, event: Event) -> bool:
        """The person causes this event; whether it ends what is being said."""

    def look_ahead(self, engine: Engine) -> None:
        """Prepare what may be said next; called when the run has come to rest."""

    def read_out(self) -> bool:
        """Speak the answers to a question; False if there are none, or they have been spoken."""

    def again(self) -> bool:
        """Speak the current text again; whether anything is said."""

    def aside(self) -> None:
        """Be silent while another page is read."""

    def back(self) -> None:
        """Go on, now that the person is back."""

    def leave(self) -> None:
        """Stop speaking: the page is gone."""


class Mute:
    """A speaker that says nothing."""

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
