"""Decides whether its context reverses a listed word: negation, permission, condition, quotation, report.

Only the word's own clause counts, so "there is nothing to fix, relax" stays an order. Clauses are cut by the
rules of English. Other senses of a word ("right here") are listed as exceptions of its rule.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sessions.advice.word_lists import Lists
from sessions.quotations import QUOTATION

_FAR = 8
"""The most words between a negation and what it negates; further off, it belongs to something else."""
_NEAR = 6
"""The most words between a condition or a permission and what depends on it."""
_ALWAYS_TOLD = frozenset({"W621", "W622", "W667", "W671", "W672"})
"""Rules that no context reverses: care where it goes unnamed, voice, kinds of words and bodies."""
_IN_QUOTES_TOO = frozenset({"W604", "W605", "W613", "W614", "W617", "W618", "W621", "W671"})
"""Rules that hold within quotations too: a quoted sentence may order, doubt or judge, but not promise,
vouch for or explain anything."""
_NOT_IF = frozenset({"W611", "W613", "W614", "W620", "W664", "W666", "W672"})
"""Rules that a condition does not reverse, since they forbid even naming something."""
_DEMANDS = frozenset({"W601"})

_SINGLE = r"(?<!\w)['\u2018](?=\w)(?:[^'\u2018\u2019]|(?<=\w)['\u2019](?=\w))*['\u2019](?!\w)"


_GOES_ON = r"(?:[\w']+\s+){0,2}n?or\b"
_LED_IN = r"(?:(?:and|or|so|now|please|just|simply|then)\s+)*"
_INVERTED = r"\s+(?!be\b|have\b|not\b)\w+\s+\w+"
"""After `should`: "should anything come up"."""
_NOTHING_ASKED = r"\s+\w+\s+(?:is\s+)?nothing\b"
"""After `have to`: "you have to do nothing"."""


@cache
def _quote(*, single: bool) -> re.Pattern[str]:
    """A quotation, in the marks of any language."""
    return re.compile(f"{QUOTATION}|{_SINGLE}" if single else QUOTATION)


@cache
def _opens_single() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s(—–-])['\u2018]\w")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(
        r"[.?!…:;,()“”\"—–](?!\w)\s*|[“\"(—–]"
        r"|\b(?:but|because|yet|then|so)\s+"
        r"|\b(?:and|or)\s+(?=(?:you|it|this|that|there|they|we|i|he|she)\b)"
    )


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.?!…]+[\"”’)]*\s+")


def quotations(text: str) -> list[tuple[int, int]]:
    """The quotations of a text, marks included: start and end of each."""
    single = _opens_single().search(text) is not None  # most apostrophes open nothing
    return [match.span() for match in _quote(single=single).finditer(text)]


class _Spot(NamedTuple):
    """A find and its context, in small letters."""

    sentence: str
    """The words before it in the same sentence."""
    clause: str
    """The words before it in the same clause."""
    found: str
    rest: str
    """The rest of the text after it."""


def is_turned_round(id_: str, low: str, start: int, end: int, lists: Lists) -> bool:
    """Whether the context of a find, in a text in small letters, reverses it or leaves it open."""
    if id_ in _ALWAYS_TOLD:
        return False
    spot = _spot(low, start, end)
    if id_ == "W605":  # no text may vouch for safety, but "whether it is safe" leaves it to the reader
        return _is_near(lists.conditions, spot.clause, 0)
    if _is_negated(spot.clause, lists) or (id_ in _DEMANDS and _is_no_demand(spot, lists)):
        return True
    return id_ not in _NOT_IF and (
        _is_near(lists.conditions, lists.no_conditions.sub("", spot.clause))
        or _is_near(lists.permissions, spot.clause)
    )


def stays_in_quotes(id_: str) -> bool:
    """Whether a rule holds for a sentence that is quoted, too."""
    return id_ in _IN_QUOTES_TOO


def _spot(low: str, start: int, end: int) -> _Spot:
    sentence = low[max((match.end() for match in _sentence_end().finditer(low, 0, start)), default=0) : start]
    at = 0
    for mark in reversed(list(_clause().finditer(sentence))):
        between = sentence[mark.end() :]
        if mark.group().startswith(",") and (
            re.match(_GOES_ON, between) or (not between and _in_a_row(low, end))
        ):
            continue  # one more item of a list
        at = mark.end()
        break
    return _Spot(sentence, sentence[at:], low[start:end], low[end:])


def _in_a_row(low: str, end: int) -> bool:
    """Whether `or` follows: "nothing to mend, heal or change"."""
    return re.match(r",?\s+n?or\b", low[end:]) is not None


def _is_negated(clause: str, lists: Lists) -> bool:
    if not clause:
        return False
    told = clause[_led_in(clause) :]
    for ban in lists.bans:
        if told.startswith(f"{ban} "):
            return False
    if lists.no_negations.search(clause):
        clause = lists.no_negations.sub("", clause)
    negations = [match.end() for match in lists.negations.finditer(clause)]
    return bool(negations) and len(clause[negations[-1] :].split()) <= _FAR


def _led_in(clause: str) -> int:
    match = re.match(_LED_IN, clause)
    return match.end() if match else 0


def _is_near(wanted: re.Pattern[str], clause: str, far: int = _NEAR, readers: int = 1) -> bool:
    """Whether one of these stands at most `far` words before, with `you` at most `readers` times between."""
    found = [match.end() for match in wanted.finditer(clause)]
    if not found:
        return False
    words = clause[found[-1] :].split()
    return len(words) <= far and words.count("you") <= readers


def _is_no_demand(spot: _Spot, lists: Lists) -> bool:
    """Whether a demand is none: an open question, what somebody thinks, or `should anything come up`."""
    closing = re.search(r"[.?!…]", spot.rest)
    asks = closing is not None and closing.group() == "?"
    if (asks and lists.asking.match(spot.sentence)) or _is_near(lists.asking, spot.clause, 3):
        return True
    if spot.found == "should" and not asks and not spot.clause[_led_in(spot.clause) :].strip():
        return re.match(_INVERTED, spot.rest) is not None
    words = spot.clause.split()
    if words and words[-1] in lists.others:
        return True
    return re.match(_NOTHING_ASKED, spot.rest) is not None or _is_near(lists.reported, spot.clause, 4, 2)
