"""Faults for steps without one clear verb, or in the wrong list; imported for faulty files only."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.faults import Edit, Faults, Span
from sessions.naming import listed, quoted
from sessions.reading.field_types import FieldSet
from sessions.reading.fields import STEPS, VERBS
from sessions.reading.nodes import MapNode, Node, Scalar
from sessions.reading.records import Context
from sessions.reading.values import wrong_kind


def not_a_step(context: Context, node: Node) -> None:
    """Report text, or a list, where a step belongs."""
    if isinstance(node, Scalar):
        verb, _, rest = node.text.strip().partition(" ")
        known = verb in VERBS
        help_ = f"put a colon after the verb: `- {verb}: …`" if known else "to show it, write `- say: …`"
        first = Span(node.line, node.column, node.line, node.column + len(verb))
        edit = Edit(first, f"{verb}:") if known and rest and node.plain else None
        context.faults.add("E210", node.span, "this is text, not a step", help_, edit)
    else:
        wrong_kind(context, "a step", "keys and values", node, "begin it with a verb: `- say: …`")


def two_verbs(faults: Faults, node: MapNode, verbs: Sequence[str]) -> None:
    """Report a step with more than one verb."""
    first, second, *_ = verbs
    message = f"this step has two verbs, `{first}` and `{second}`"
    help_ = f"begin a step of its own with a dash: `- {second}: …`"
    faults.add("E209", node.entries[second].key.span, message, help_)


def no_verb(faults: Faults, node: MapNode, *, before: bool) -> None:
    """Report a step without a verb; `before` says that another step stands before it in the list."""
    names = list(node.entries)
    if node.lossy:
        return
    if not names:
        faults.add("E210", node.span, "this step is empty", "write `- say: …`, or leave it out")
        return
    keys_of_steps = {key for shape in STEPS for key in shape.names}
    key = node.entries[names[0]].key
    meant = _MEANT.get(names[0].lower()) or faults.guesses.nearest(names[0], tuple(VERBS))
    if meant:
        help_ = f"did you mean `{meant}`?"
    elif names[0] in keys_of_steps and before:
        help_ = "to belong to the step above, it stands without a dash, in the column of that step's verb"
    else:
        help_ = f"a step begins with {listed(tuple(VERBS))}"
    sure = faults.guesses.only_nearest(names[0], tuple(VERBS))
    fits = sure and {name.lower() for name in names[1:]} <= VERBS[sure].keys - {sure}
    edit = Edit(key.span, sure) if fits else None
    faults.add("E210", key.span, f"{quoted(names[0])} is no verb", help_, edit)


_MEANT = {
    "text": "say",
    "prompt": "say",
    "silence": "quiet",
    "wait": "quiet",
    "pause": "quiet",
    "rest": "quiet",
    "gong": "bell",
    "ring": "bell",
    "breath": "breathe",
    "checkin": "check_in",
    "check-in": "check_in",
    "check": "check_in",
    "ask": "choose",
    "question": "choose",
    "play": "use",
    "part": "use",
    "include": "use",
}
"""Verbs that other formats use."""


def out_of_place(faults: Faults, place: str, shape: FieldSet, key: Scalar, allowed: tuple[str, ...]) -> None:
    """Report a step that is not allowed in its list."""
    help_ = f"only {listed(allowed, 'and')} can stand there"
    if place == "`landing`":
        help_ = "the player asks once more after the end by itself; leave it out"
    faults.add("E306", key.span, f"`{shape.name}` cannot stand in {place}", help_)
