"""Lines for somebody who guides others: what to do where the app asks a question. Shown with `--guide` alone.

They are for the guide's eyes and still hold no direct phrase: the screen may be seen by both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    HoldStill,
    MenuKind,
    OpenMenu,
    ShowBeat,
)
from sessions.engine.score import BeatKind
from tui.words.lines import silence

SECONDS_A_WORD: Final[float] = 0.6
"""Reading aloud, slowly: a hundred words a minute."""

STEP: Final[float] = 5.0
"""Seconds a silence is rounded to."""

CHECK_IN: Final[str] = "In three words: more, less, or stop? Then wait. No reason is asked for."
"""More is opening or in between, less is closing."""
FINAL: Final[str] = "This one may be left out. If it is answered, a nod is plenty."
NOTICE: Final[str] = "Read a few of these, or all. It can be pointed at, said, or kept private."
FORK: Final[str] = "Read the options in one and the same voice. The choice is theirs."
STILL: Final[str] = "Nothing to do here. You might stay near, and say nothing."

MENUS: Final[Mapping[MenuKind, str]] = {
    MenuKind.CLOSING: "Say that this is common. Then few words: carry on quietly, or one of these, or stop?",
    MenuKind.AFTER_FORM: "Leave some quiet first. Carrying on and stopping are equal.",
    MenuKind.HALTED: "Read no further. Look round together, and ask who might be good to have near.",
    MenuKind.CALM: "Stay near. Nothing here has to be decided quickly.",
}

_OTHERS: Final[Mapping[type[Effect], str]] = {AskNotice: NOTICE, AskFork: FORK, HoldStill: STILL}


def guide_line(effect: Effect) -> str:
    """The author's note on a beat, or the app's own line at a question; empty where there is none."""
    match effect:
        case ShowBeat():
            return "; ".join(filter(None, (effect.beat.guide, _silence(effect))))
        case AskCheckIn(final=final):
            return FINAL if final else CHECK_IN
        case OpenMenu():
            return MENUS[effect.kind]
        case _:
            return _OTHERS.get(type(effect), "")


def _silence(effect: ShowBeat) -> str:
    """The silence after a prompt, or the reminder that stands in one for the eyes alone."""
    beat = effect.beat
    if beat.kind is BeatKind.QUIET:
        return f"on the page in a session without a guide: {effect.text}" if effect.text else ""
    left = beat.length - len(effect.text.split()) * SECONDS_A_WORD
    rounded = round(left / STEP) * STEP
    return f"then {silence(rounded)}" if rounded >= STEP and not effect.smaller else ""
