"""What is spoken of what a run shows: prompts as written, questions in a few words.

Each text is separate, so that it can be recorded and found by its own id. The answers in a list are spoken
only when `?` asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping

from sessions.engine import effects as fx
from sessions.engine.effects import Effect
from tui.choices import offer_for
from tui.words import lines, phrases

CARRY_ON = "Enter to carry on, c to ease off."
"""Names the two keys that matter at a question."""

LEAVE_IT = "Enter to leave it there."
"""Spoken at the last question, after the end."""

NUMBERS = "Press a number, or Enter to skip. The question mark key reads them out."
"""At an author's own question."""

CARRY_ON_GENTLY = "Enter to carry on gently, q to stop."

MENU_KEYS: Mapping[str, str] = {
    "halted": "q to stop, h for people to call.",
    "calm": "q to stop, h for people to call.",
}
"""What is said about a menu's keys, for menus with a sentence of their own."""

THIS_IS_HOW = "This is how the words will sound."
"""Said when the voice is switched on while nothing is shown that it could say."""

LOUDNESS = "This loud."
"""Said when the loudness of the voice is changed while it is silent."""


HELP_LINE = phrases.SECOND_CLOSING_HELP_LINE
"""On the screen it follows another line; spoken separately, it is recorded only once."""


def spoken(effect: Effect) -> tuple[str, ...]:
    """The texts that are spoken for an effect, in order; empty if none are."""
    match effect:
        case fx.ShowBeat():
            text = "" if lines.is_quiet(effect) else lines.beat_text(effect)
            return (text,) if text else ()
        case fx.TakeIn() | fx.QuestionPassed():
            return (lines.taken_in(effect),)
        case fx.AskCheckIn() | fx.AskNotice() | fx.AskFork() | fx.OpenMenu() | fx.HoldStill():
            return _asked(effect)
        case _:
            return ()


def read_out(effect: Effect | None) -> tuple[str, ...]:
    """The rest of a question, for `?`: keys and answers as separate texts, so that each is recorded once."""
    if effect is None:
        return ()
    told = (
        (f"{choice.key}.", f"{choice.label}.", *([f"{choice.hint}."] if choice.own else []))
        for choice in offer_for(effect).choices
    )
    return tuple(text for texts in told for text in texts)


def waits(effect: Effect) -> bool:
    """Whether an effect changes what is on the page."""
    return isinstance(
        effect, fx.ShowBeat | fx.AskCheckIn | fx.AskNotice | fx.AskFork | fx.OpenMenu | fx.HoldStill
    )


def _asked(effect: Effect) -> tuple[str, ...]:
    if isinstance(effect, fx.AskCheckIn) and effect.final:
        return lines.last_question(effect), LEAVE_IT
    line = lines.before_question(effect).replace(HELP_LINE, f"\n{HELP_LINE}")
    said = [text.strip() for text in (*line.splitlines(), lines.question(effect))]
    return (*(text for text in said if text), _keys(effect))


def _keys(effect: Effect) -> str:
    match effect:
        case fx.AskFork():
            return NUMBERS
        case fx.HoldStill():
            return CARRY_ON_GENTLY
        case fx.OpenMenu():
            return MENU_KEYS.get(effect.kind.value, CARRY_ON_GENTLY)
        case _:
            return CARRY_ON
