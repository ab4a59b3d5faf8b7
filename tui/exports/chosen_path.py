"""One path through a session, as it was chosen on the command line, and performed."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from sessions.model import Session
from sessions.rehearsal.answers import Answers, AnswersError
from sessions.rehearsal.take import Take, record
from sessions.repertoire import repertoire
from sessions.written import Track
from tui.exits import Exit, StopError


@dataclass(frozen=True, slots=True)
class ChosenPath:
    """The session and the path that is taken through it."""

    session: Session
    name: str
    track: Track | None = None
    """None is asked on the way."""
    answers: str = ""
    """A list for `sessions.rehearsal.answers`."""
    file: str = ""
    """Where the session was read."""


def take_of(path: ChosenPath) -> Take:
    """The path, performed; answers that no question came for are told on stderr.

    Raises:
        StopError: an answer is unknown or does not fit where it is used, or the path ends at once.
    """
    try:
        given = Answers(path.answers)
        take = record(repertoire(path.session), path.track, given.next_for)
    except AnswersError as error:
        raise StopError(str(error), Exit.USAGE) from None
    if given.left:
        print(f"ajar: no question came for: {', '.join(given.left)}", file=sys.stderr)
    if take.seconds == 0:
        raise StopError(
            "with these answers the session is over at once; there is nothing to write", Exit.USAGE
        )
    return take
