"""The rules for `own`: where a person's own words, comforts and signs may stand.

Own words are kind words, so they stand on the direct track alone, where the engine's promises about closing
hold for them as for an author's words.
"""

from __future__ import annotations

from collections.abc import Iterable

from sessions.faults import Faults, Span
from sessions.reading.decode import Draft
from sessions.reading.fields import SECTIONS
from sessions.written import Own, Say, Step, steps_in


def check_own(draft: Draft, faults: Faults) -> None:
    """Report each `own` that stands where it cannot, or on a prompt without a place for it."""
    for name in SECTIONS:
        if name in draft.sections:
            for say in _with_own(draft.sections[name].steps):
                _check(draft, faults, say, f"`{name}`", direct=name == "direct")
    for name, part in draft.parts.items():
        for say in _with_own(part.steps):
            _misplaced(draft, faults, say, f"the part `{name}`, which any track may use")


def _with_own(steps: Iterable[Step]) -> list[Say]:
    return [step for step in steps_in(steps) if isinstance(step, Say) and step.own is not None]


def _check(draft: Draft, faults: Faults, say: Say, where: str, *, direct: bool) -> None:
    from sessions.own_places import examples, quoted_sentence  # noqa: PLC0415  # few files have the key

    if say.own is Own.WORDS and not direct:
        _misplaced(draft, faults, say, where)
        return
    place_in = quoted_sentence if say.own is Own.WORDS else examples
    for text in (say.text, *say.wordings):
        if place_in(text) is None:
            message, help_ = _NO_PLACE if say.own is Own.WORDS else _NO_EXAMPLES
            faults.add("E319", _span(draft, say), message, help_)
            return


def _misplaced(draft: Draft, faults: Faults, say: Say, where: str) -> None:
    assert say.own is not None, "only prompts with the key are looked at"  # noqa: S101
    message = f"`own: {say.own.value}` cannot stand in {where}"
    help_ = (
        "a person's own words are kind words; write the key on a prompt of `direct`"
        if say.own is Own.WORDS
        else "write the key on a prompt of `arriving`, a track or `landing`"
    )
    faults.add("E318", _span(draft, say), message, help_)


_NO_PLACE = (
    "`own: words` needs one sentence in quotation marks in each wording",
    "write one, such as `“I can go slowly.”`, or leave `own` out",
)
_NO_EXAMPLES = (
    "`own` needs one question and one sentence of examples in each wording",
    "write both, such as `What sounds nice? Tea, a blanket, a song.`, or leave `own` out",
)


def _span(draft: Draft, say: Say) -> Span:
    return draft.places[say.at].entries["own"].key.span
