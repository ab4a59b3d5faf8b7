"""What comes of an imported file, in a form that a test can read at a glance."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sessions.check import check_text
from sessions.importing.draft import Wishes, draft_of
from sessions.model import Session
from sessions.written import Quiet, Say, Step

CASES = Path(__file__).parent / "cases"


class Drafted(NamedTuple):
    """A draft, checked: it has advice at most."""

    text: str
    notes: tuple[str, ...]
    session: Session

    @property
    def said(self) -> list[tuple[float, str]]:
        """What is said on the way through the direct track, and the second at which it begins."""
        now, said = 0.0, []
        for step in (
            *self.session.arriving,
            *(self.session.direct or self.session.indirect),
            *self.session.landing,
        ):
            if isinstance(step, Say):
                said.append((now, step.text))
            if isinstance(step, Say | Quiet):
                now += step.length
        return said

    @property
    def comments(self) -> list[str]:
        """The comments of the draft."""
        return [line.strip() for line in self.text.split("\n") if line.strip().startswith("#")]


def drafted(content: str | bytes, name: str = "words.txt", wishes: Wishes | None = None) -> Drafted:
    """The draft of a file; a fault in it fails the test."""
    made = draft_of(content if isinstance(content, bytes) else content.encode(), name, wishes)
    checked = check_text(made.text)
    assert [fault for fault in checked.faults if fault.severity.fails] == []
    assert checked.session is not None
    return Drafted(made.text, made.notes, checked.session)


def drafted_case(name: str) -> Drafted:
    """The draft of a file in `cases`."""
    return drafted((CASES / name).read_bytes(), name)


def texts(steps: tuple[Step, ...]) -> list[str]:
    """What is said in some steps."""
    return [step.text for step in steps if isinstance(step, Say)]
