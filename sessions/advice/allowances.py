"""Advice on `# allow:` comments: those that keep nothing back, and those that say no reason (W514)."""

from __future__ import annotations

from sessions.advice.wording_rules import RULES
from sessions.faults import Faults
from sessions.naming import listed, quoted
from sessions.reading.comments import Allowance, Allowed

KNOWN = frozenset({*RULES, *(f"W{number}" for number in range(501, 522))})
"""Ids that a comment may allow."""


def advise_on_allowances(allowed: Allowed, faults: Faults, *, all_known: bool) -> None:
    """Look at comments after all that was found has been kept back or not.

    `all_known` says that all advice was drawn; before, none is called unused.
    """
    for comment in allowed.comments:
        message, help_ = _flaw(comment, all_known=all_known)
        if message and not allowed.holds(comment.span.line, "W514"):
            faults.add("W514", comment.span, message, help_)


def _flaw(comment: Allowance, *, all_known: bool) -> tuple[str, str]:
    """What there is to say about a comment, and how to mend it; empty for nothing."""
    for id_ in comment.unused:
        if not id_.startswith("W"):
            return f"{quoted(id_)} is an error, and stays one", "mend it, and leave the comment out"
        if id_ not in KNOWN:
            return f"there is no advice {quoted(id_)}", "`ajar explain` lists all ids"
    unused = tuple(id_ for id_ in comment.unused if id_ != "W514")
    if all_known and unused:
        return f"{listed(unused, 'and')} would not be said here", "leave the comment out"
    if not comment.reason:
        return "this comment gives no reason", "say after the id why it is meant: `# allow: W608 a quotation`"
    return "", ""
