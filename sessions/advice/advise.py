"""All advice on a file at once: on its steps, its comments, its wording, and on the session as a whole."""

from __future__ import annotations

from sessions.advice.steps import advise_on_steps
from sessions.advice.whole import advise_on_whole
from sessions.advice.wording_places import look_at_wording
from sessions.faults import Faults
from sessions.reading.comments import Allowed, advise_on_comments
from sessions.reading.decode import Draft
from sessions.reading.included import Included
from sessions.reading.measure import Measurer


def advise(draft: Draft, included: Included, measurer: Measurer, faults: Faults, language: str) -> None:
    """Add all advice on a file whose structure is known, except what its comments keep back."""
    sound = included.whole and not faults.has_errors()
    advise_on_steps(draft, faults)
    advise_on_comments(draft, faults)
    if sound:
        advise_on_whole(draft, included.parts, measurer, faults)
    kept_back = Allowed(faults.lines)
    look_at_wording(draft, included.parts, faults, language, kept_back)
    if kept_back:
        faults.forget(kept_back.holds)
        from sessions.advice.allowances import advise_on_allowances  # noqa: PLC0415  # few files have such a comment

        all_known = included.whole and not faults.has_errors() and not faults.full
        advise_on_allowances(kept_back, faults, all_known=all_known)
