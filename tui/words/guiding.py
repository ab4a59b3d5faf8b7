"""Notes for somebody who guides others: what to do when the app asks a question. Shown only with `--guide`.

They are for the guide, but hold no direct phrase, since the others may see the screen too.
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
"""Silences are rounded to multiples of this, in seconds."""

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
    """The author's note on a beat, or the app's own note at a question; empty if there is none."""
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
    """A note on the silence after a prompt, or on a reminder, which is not to be read aloud."""
    beat = effect.beat
    if beat.kind is BeatKind.QUIET:
        return f"on the page in a session without a guide: {effect.text}" if effect.text else ""
    left = beat.length - len(effect.text.split()) * SECONDS_A_WORD
    rounded = round(left / STEP) * STEP
    return f"then {silence(rounded)}" if rounded >= STEP and not effect.smaller else ""
