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

CHECK_IN: Final[str] = "Read the answers out, and wait. No reason is asked for, and skip is an answer."
COAT_NAMED: Final[str] = "The one that was named needs no comment. Read the line, then the answers."
FINAL: Final[str] = "This one may be left out. If it is answered, a nod is plenty."
NOTICE: Final[str] = "Read a few of these, or all. It can be pointed at, said, or kept private."
FORK: Final[str] = "Read the options in one and the same voice. The choice is theirs."
STILL: Final[str] = "Nothing to do here. You might stay near, and say nothing."

MENUS: Final[Mapping[MenuKind, str]] = {
    MenuKind.INDIRECT: "Say that this is common. Then few words: offer two or three of these, and wait.",
    MenuKind.RETURN: "Name staying first. The direct track is theirs to ask for, not yours to suggest.",
    MenuKind.BETWEEN: "Read these in one and the same voice. Not knowing can be met with the gentler track.",
    MenuKind.AFTER_FORM: "Leave some quiet first. Another one, going on, or stopping: all three are equal.",
    MenuKind.HALTED: "Read no further. Look round the room together, and ask who might be good to have near.",
}


_OTHERS: Final[Mapping[type[Effect], str]] = {AskNotice: NOTICE, AskFork: FORK, HoldStill: STILL}


def guide_line(effect: Effect) -> str:
    """The author's note on a beat, or the app's own line at a question; empty where there is none."""
    match effect:
        case ShowBeat():
            return effect.beat.guide or ""
        case AskCheckIn(coat=coat, final=final):
            return COAT_NAMED if coat is not None else FINAL if final else CHECK_IN
        case OpenMenu():
            return MENUS[effect.kind]
        case _:
            return _OTHERS.get(type(effect), "")
