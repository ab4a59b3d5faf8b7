"""The keys of the player, and what each of them sends to the run."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from sessions.engine import events as ev
from sessions.engine.events import Event, Feeling, Way
from tui.choices import WAYS
from tui.words.own_page import KEEP_A_SIGN

KIND_WORDS = WAYS[Way.DIRECT][0]
"""The word of the key that is not mentioned to somebody who chose the senses track."""


def _key(key: str, action: str, word: str, tooltip: str, *, show: bool = False) -> Binding:
    return Binding(key, action, word, id=f"player.{word.replace(' ', '_')}", tooltip=tooltip, show=show)


KEYS: tuple[BindingType, ...] = (
    _key("space", "pause", "pause", "Stop the clock", show=True),
    _key("space", "resume", "carry on", "Start the clock again", show=True),
    _key("enter", "next", "go on", "On to the next prompt"),
    _key("escape", "sessions", "sessions", "To the list of sessions, after the landing", show=True),
    _key(
        "underscore", "keep_sign", KEEP_A_SIGN, "Keep a sign of yours, after the session on signs", show=True
    ),
    _key("g", "again", "again", "Back to what is here now; said again where words are spoken"),
    _key("escape", "aside", "to the sessions", "To the list of sessions; this one waits there"),
    _key("b", "back", "back", "Back to the prompt before"),
    _key(
        "c",
        f"report('{Feeling.CLOSING.value}')",
        "ease off",
        "I'm pulling back: fewer words, nothing asked",
        show=True,
    ),
    _key("t", f"report('{Feeling.TOO_MUCH.value}')", "too much", "It is too much"),
    _key("f", f"report('{Feeling.FAR_AWAY.value}')", "far away", "I am far away"),
    _key("z", "slip", "that was a slip", "Take back c, t or f, if it was a slip", show=True),
    _key("n", "notice", "noticing", "Look at what holds back, if anything does"),
    _key("l", "less", "less", "Ask less of me here"),
    _key("number_sign", "ask_less", "ask me less", "Fewer questions, or all of them again"),
    _key("d", "direct", KIND_WORDS, "Kind words, from here"),
    _key("p", "peek", "time", "How long it has been"),
    _key("plus,equals_sign", "pace('slower')", "slower", "Prompts stay longer"),
    _key("minus", "pace('faster')", "faster", "Prompts stay for less time"),
    _key("w", "pace('manual')", "wait for me", "Wait for Enter at each prompt, or move by itself again"),
)

_EVENTS: Mapping[str, Event] = {
    "pause": ev.Pause(),
    "resume": ev.Resume(),
    "next": ev.Next(),
    "back": ev.Back(),
    "less": ev.Less(),
    "notice": ev.Noticing(),
    "slip": ev.Pick(ev.Way.SLIP),
    "direct": ev.TakeDirect(),
}


def event_of(action: str, parameters: tuple[object, ...]) -> Event | None:
    """What an action sends to the run; None for one that sends nothing by itself."""
    if action == "report":
        return ev.Report(Feeling(str(parameters[0])))
    return _EVENTS.get(action)
