"""Performs one path through a session, as chosen on the command line."""

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
    """A session and the path to take through it."""

    session: Session
    name: str
    track: Track | None = None
    """None to ask during the session."""
    answers: str = ""
    """A list for `sessions.rehearsal.answers`."""
    file: str = ""
    """The file that the session was read from."""


def take_of(path: ChosenPath) -> Take:
    """Perform the path; answers for which no question came are reported on stderr.

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
