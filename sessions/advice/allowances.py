"""Advice on `# allow:` comments: those that keep nothing back, and those that give no reason (W514)."""

from __future__ import annotations

from sessions.advice.wording_rules import RULES
from sessions.faults import Faults
from sessions.naming import listed, quoted
from sessions.reading.comments import Allowance, Allowed

KNOWN = frozenset({*RULES, *(f"W{number}" for number in range(501, 522))})
"""Ids that a comment may allow."""


def advise_on_allowances(allowed: Allowed, faults: Faults, *, all_known: bool) -> None:
    """Check the comments, once it is known what each has kept back.

    `all_known`: all advice was looked for. Otherwise no comment is reported as unused.
    """
    for comment in allowed.comments:
        message, help_ = _flaw(comment, all_known=all_known)
        if message and not allowed.holds(comment.span.line, "W514"):
            faults.add("W514", comment.span, message, help_)


def _flaw(comment: Allowance, *, all_known: bool) -> tuple[str, str]:
    """The message and help for a comment; empty where nothing is wrong with it."""
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
