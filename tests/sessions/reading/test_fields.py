"""The table of keys against the steps that are made of them: what one knows, the other does."""

from __future__ import annotations

import re

from sessions import written
from sessions.reading.constructors import CONSTRUCTORS
from sessions.reading.fields import PLAIN_VERBS, STEPS


def verbs_of(union: object) -> set[str]:
    """The verbs of the steps in a union, such as `check_in` for `CheckIn`."""
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() for name in str(union).split(" | ")}


def test_each_kind_of_step_has_a_verb_with_keys_and_is_made_of_them() -> None:
    assert {shape.name for shape in STEPS} == set(CONSTRUCTORS) == verbs_of(written.Step)


def test_what_a_part_may_hold_is_said_alike_of_verbs_and_of_steps() -> None:
    assert set(PLAIN_VERBS) == verbs_of(written.PlainStep)
