"""Advice on the voice of a whole session: how much it gives, and how often it hedges (W515 to W521).

One line that says "might", or ends in "or not", is fine; a session in which every line does is a formula.
The shares are those of docs/wording.md. Each piece of advice is given once a session.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sessions.advice.images import images
from sessions.advice.senses import quotations
from sessions.advice.word_lists import Lists, lists_for
from sessions.advice.wording import order_in
from sessions.faults import Faults, Span
from sessions.reading.decode import Draft
from sessions.text_time import words_in
from sessions.written import Say

MOST_TAILS = 0.08
"""Share of prompts that end in "or not"."""
LEAST_TAILS_TOLD = 3
"""Fewer are no formula, however short the session."""
MOST_MODALS = 0.55
"""Share of prompts with "might" or a similar word."""
_FIRST_SENTENCE = re.compile(r"(?<=[.!?…])\s")
MOST_IMPERATIVES = 0.25
"""Share of prompts that begin with a plain invitation ("Have a look round")."""
ENOUGH_PROMPTS = 8
"""The least number of prompts for which a share means anything."""
LEAST_SENTENCES_TO_SAY = 2
"""Beats on a direct track that have a sentence in quotation marks."""
LONG_ENOUGH_FOR_THEM = 180.0
"""Seconds; a shorter session has hardly any direct beats."""
MOST_OF_DIRECT = 2 / 3
"""Words of the indirect track, as a share of those of the direct one: after closing, fewer words help."""
ENOUGH_WORDS = 30
"""The least words of a direct track for which that share means anything."""

IMAGES_TOLD = 3
"""Different images on one track from which advice is given: one can carry a session, a third confuses it."""
TRACKS = ("direct", "indirect")


class Prompts(NamedTuple):
    """The prompts of a session, in the order of the file."""

    says: Mapping[str, Sequence[Say]]
    """By section, with parts written out."""
    words: Mapping[str, int]
    """By section, with the longest wording of each prompt."""


def advise_on_voice(draft: Draft, prompts: Prompts, faults: Faults) -> None:
    """Check all prompts of a session without errors."""
    lists = lists_for(draft.language)
    if lists is not None:
        _shares(draft, prompts, lists, faults)
        _one_image(draft, prompts, lists, faults)
    _neighbours(draft, prompts, faults)
    if "direct" in prompts.says:
        _to_say(draft, prompts.says["direct"], faults)
        _fewer_words(draft, prompts, faults)


def _shares(draft: Draft, prompts: Prompts, lists: Lists, faults: Faults) -> None:
    says = [say for section in prompts.says.values() for say in section]
    every = [(say, text) for say in says for text in (say.text, *say.wordings)]
    tails = [number for number, (_, text) in enumerate(every) if ends_in_a_way_out(text, lists)]
    if lists.tails and len(tails) >= LEAST_TAILS_TOLD and len(tails) > MOST_TAILS * len(every):
        message = f"{len(tails)} of {len(every)} prompts end in a way out, such as `or not`"
        help_ = "say once, while arriving, that all of it can be left; then offer a real second choice"
        faults.add("W515", _place(draft, every[tails[0]][0]), message, help_)
    if len(every) < ENOUGH_PROMPTS:
        return
    modals = sum(has_modal(text, lists) for _, text in every)
    if modals > MOST_MODALS * len(every):
        message = f"{modals} of {len(every)} prompts say `might`, `may`, `can` or the like"
        help_ = "say plainly what is so: `tired is allowed`, `this chair holds you`"
        faults.add("W516", _title(draft), message, help_)
    plain = [text for _, text in every if begins_with_an_order(text, lists)]
    if len(plain) > MOST_IMPERATIVES * len(every):
        verbs = dict.fromkeys(text.partition(" ")[0].strip(",.") for text in plain)
        named = ", ".join(f"`{verb}`" for verb in verbs)
        message = f"{len(plain)} of {len(every)} prompts begin by telling the reader what to do: {named}"
        help_ = "let questions, statements and single words take turns with them"
        faults.add("W520", _title(draft), message, help_)


def _one_image(draft: Draft, prompts: Prompts, lists: Lists, faults: Faults) -> None:
    for track in TRACKS:
        seen: list[str] = []
        for say in prompts.says.get(track, ()):
            seen = list(dict.fromkeys([*seen, *images((say.text, *say.wordings), lists)]))
            if len(seen) >= IMAGES_TOLD:
                named = ", ".join(f"`{image}`" for image in seen[:IMAGES_TOLD])
                help_ = "keep the one that carries the session, and say the rest plainly"
                message = f"this is the third image on `{track}`: {named}"
                faults.add("W521", _place(draft, say), message, help_)
                return


def ends_in_a_way_out(text: str, lists: Lists) -> bool:
    """Whether a text ends in `or not`, `or none` and the like."""
    return text.rstrip(" .…!?").endswith(lists.tails)


def has_modal(text: str, lists: Lists) -> bool:
    """Whether a text has `might`, `may`, `can` or the like as a word."""
    return not lists.modals.isdisjoint(text.split())


def begins_with_an_order(text: str, lists: Lists) -> bool:
    """Whether a text begins with an invitation such as `Have a look round`; a greeting is none."""
    sentence = _FIRST_SENTENCE.split(text.lower().replace("’", "'"), maxsplit=1)[0]
    order = order_in(sentence, lists)
    return order is not None and order[0] == 0 and not lists.leave_given.pattern.search(sentence)


def _neighbours(draft: Draft, prompts: Prompts, faults: Faults) -> None:
    for says in prompts.says.values():
        before = ""
        for say in says:
            begins = " ".join(say.text.lower().split(None, 2)[:2])
            if begins == before and " " in begins:
                help_ = "begin one of them in another way: a question, a statement, the thing itself"
                message = "this prompt begins as the one before it does"
                faults.add("W519", _place(draft, say), message, help_)
                return
            before = begins


def _to_say(draft: Draft, says: Iterable[Say], faults: Faults) -> None:
    if draft.values["length"] < LONG_ENOUGH_FOR_THEM:
        return
    found = sum(any(has_sentence_to_say(text) for text in (say.text, *say.wordings)) for say in says)
    if found < LEAST_SENTENCES_TO_SAY:
        count = "one prompt" if found else "no prompt"
        message = f"{count} of `direct` holds a sentence to say"
        help_ = "offer two at least, short, in quotation marks: `“I'm allowed to go slowly.”`"
        faults.add("W517", draft.root.entries["direct"].key.span, message, help_)


def has_sentence_to_say(text: str) -> bool:
    """Whether a text has more than one word in quotation marks."""
    return any(words_in(text[start:end]) > 1 for start, end in quotations(text))


def _fewer_words(draft: Draft, prompts: Prompts, faults: Faults) -> None:
    direct, indirect = prompts.words["direct"], prompts.words["indirect"]
    if direct >= ENOUGH_WORDS and indirect > MOST_OF_DIRECT * direct:
        message = f"`indirect` has {indirect} words, `direct` {direct}"
        most = int(MOST_OF_DIRECT * direct)
        help_ = f"whoever is closing reads this track: two thirds, {most} words, are plenty"
        faults.add("W518", draft.root.entries["indirect"].key.span, message, help_)


def _place(draft: Draft, say: Say) -> Span:
    """The place of a prompt in this file."""
    node = draft.places.get(say.at)
    if node is None or "say" not in node.entries:
        return _title(draft)
    return node.entries["say"].key.span


def _title(draft: Draft) -> Span:
    return draft.root.entries["title"].key.span
