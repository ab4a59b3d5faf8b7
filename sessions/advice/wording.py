"""Finds words that may push, promise, judge or pull: pure rules over the texts a person reads (W6xx).

The rules are those of docs/wording.md. All texts of a file are searched at once: a file has a hundred short
ones, most break no rule, and a phrase costs nothing where none of the texts has its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from sessions.advice.senses import is_turned_round, quotations, stays_in_quotes
from sessions.advice.sentences import MOST_SENTENCES, sentence_too_many
from sessions.advice.word_lists import BREAK, Listed, Lists, split_words

_SENTENCE_ENDS = ".?!…:;"
_STRAIGHT = (("’", "'"), ("\u2018", "'"), ("“", '"'), ("”", '"'), ("…", "."))
"""Punctuation that is replaced by ASCII before a search, since searching ASCII text is much faster."""
_AROUND_WORDS = ".,?!…:;\"'“”()"


class TextKind(Enum):
    """What a text is for; the value is the set of rules that do not apply to it."""

    PROMPT = frozenset[str]()
    """What a person may do."""
    QUESTION = frozenset({"W651", "W652"})
    ANSWER = frozenset({"W622", "W651", "W652", "W660", "W666"})
    """The person's own voice."""
    HEAD = frozenset({"W621", "W622", "W651", "W652", "W660", "W666"})
    """Title and description: read before anything begins."""


class Text(NamedTuple):
    """A text a person reads."""

    text: str
    kind: TextKind
    shared: bool
    """It may be read after closing, so care goes unnamed."""
    direct: bool = False
    """It belongs to a beat that is flagged direct."""


class Find(NamedTuple):
    """One thing to look at again."""

    id: str
    text: int
    """The index of the text."""
    start: int
    end: int
    """In characters of the text."""


def find(texts: Sequence[Text], lists: Lists | None) -> Iterator[Find]:
    """All finds in reading order; without lists for a language, only those of rules that need none."""
    page = _Page(texts)
    for each in sorted(_every_find(page, lists), key=_place):
        if each.id not in texts[each.text].kind.value:
            yield each


def _place(each: Find) -> tuple[int, int, str]:
    return each.text, each.start, each.id


def _every_find(page: _Page, lists: Lists | None) -> Iterator[Find]:
    yield from _loud(page)
    yield from _long(page, lists)
    if lists is not None:
        for id_, words in lists.suspected(page.words).items():
            for text in page.texts_with(words):
                yield from _listed(page, lists, id_, text)
        yield from _sentences(page, lists)


class _Page:
    """All texts joined into one, in small letters, with every character at the same index as before."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        whole = BREAK.join(text.text for text in texts)
        low = whole.lower()
        if len(low) != len(whole):
            low = "".join(small if len(small := char.lower()) == 1 else char for char in whole)
        self.whole = whole
        for curly, straight in _STRAIGHT:
            low = low.replace(curly, straight)
        self.low = low
        self.starts = [0, *accumulate(len(text.text) + 1 for text in texts)]
        self._quotations: dict[int, list[tuple[int, int]]] = {}
        self.sentences = self.low.replace("\n", " ")
        """The same, with a break instead of the space after each sentence."""
        for end in _SENTENCE_ENDS:
            self.sentences = self.sentences.replace(f"{end} ", end + BREAK)

    def find(self, id_: str, start: int, end: int) -> Find:
        """The find at a place of the joined text."""
        text = bisect_right(self.starts, start) - 1
        first = self.starts[text]
        return Find(id_, text, start - first, end - first)

    def texts_with(self, words: set[str]) -> list[int]:
        """The texts with one of these words in them."""
        found: set[int] = set()
        for word in words:
            at = -1
            for _ in range(self.words.count(word)):
                at = self.words.index(word, at + 1)
                found.add(bisect_right(self._breaks, at))
        return sorted(found)

    @cached_property
    def words(self) -> list[str]:
        """The words of all texts, with a break between two texts."""
        return split_words(self.low)

    @cached_property
    def _breaks(self) -> list[int]:
        return [at for at, word in enumerate(self.words) if word == BREAK]

    def quoted(self, text: int, start: int, end: int) -> bool:
        """Whether a stretch of one of the texts is inside a quotation."""
        if text not in self._quotations:
            self._quotations[text] = quotations(self.texts[text].text)
        return any(first <= start and end <= last for first, last in self._quotations[text])

    def is_quotation(self, text: int) -> bool:
        """Whether one of the texts is nothing but quotations."""
        whole = self.texts[text].text
        return all(
            any(first <= at < last for first, last in self._quotations[text])
            for at, char in enumerate(whole)
            if char.isalnum()
        )

    def part(self, text: int) -> str:
        """One of the texts in small letters."""
        return self.low[self.starts[text] : self.starts[text + 1] - 1]


def _loud(page: _Page) -> Iterator[Find]:
    if "!" in page.low:
        for number, text in enumerate(page.texts):
            at = text.text.find("!")
            if at >= 0:
                yield Find("W671", number, at, at + 1)


def _long(page: _Page, lists: Lists | None) -> Iterator[Find]:
    wide = any(end in page.low for end in "。？！")  # noqa: RUF001  # the full stops of other scripts
    for number, (start, end) in enumerate(pairwise(page.starts)):
        if wide or _stops(page.low, start, end - 1) > MOST_SENTENCES:
            found = sentence_too_many(page.texts[number].text, lists)
            if found is not None:
                yield Find("W666", number, *found)


def _stops(low: str, start: int, end: int) -> int:
    return low.count(".", start, end) + low.count("?", start, end) + low.count("!", start, end)


def _listed(page: _Page, lists: Lists, id_: str, text: int) -> Iterator[Find]:
    listed = lists.rules[id_]
    if not _counts(page, lists, id_, text):
        return
    for match in listed.pattern.finditer(page.low, page.starts[text], page.starts[text + 1] - 1):
        if match.group(1) is None or not _as_listed(page, listed, match):
            continue
        each = page.find(id_, *match.span())
        if not _passes(page, lists, each):
            yield each
            if id_ == "W622":
                return  # a text in a forbidden voice is reported once


def _passes(page: _Page, lists: Lists, each: Find) -> bool:
    """Whether the context of a find makes it acceptable."""
    if page.quoted(each.text, each.start, each.end):
        if each.id == "W622":
            return not page.texts[each.text].shared
        if not stays_in_quotes(each.id) and _is_reported(page, lists, each.text):
            return True
    return is_turned_round(each.id, page.part(each.text), each.start, each.end, lists)


def _is_reported(page: _Page, lists: Lists, text: int) -> bool:
    """Whether a quotation reports what somebody says; one that is the whole text, said to `you`, does not."""
    if not page.is_quotation(text):
        return True
    voice = lists.rules.get("W622")
    return voice is not None and any(
        match.group(1) and _as_listed(page, voice, match)
        for match in voice.pattern.finditer(page.low, page.starts[text], page.starts[text + 1] - 1)
    )


def _as_listed(page: _Page, listed: Listed, match: re.Match[str]) -> bool:
    """Whether a phrase that is listed with capitals has the same capitals in the text."""
    wanted = listed.as_written.get(match.group(1))
    return wanted is None or page.whole[match.start() : match.end()].replace("’", "'") == wanted


def _counts(page: _Page, lists: Lists, id_: str, number: int) -> bool:
    """Whether a rule applies to a text at all."""
    text = page.texts[number]
    match id_:
        case "W621":
            return text.shared
        case "W667":
            return not _invites(page, lists, number)
        case _:
            return True


def _invites(page: _Page, lists: Lists, text: int) -> bool:
    return lists.invitations.pattern.search(page.part(text)) is not None


def _sentences(page: _Page, lists: Lists) -> Iterator[Find]:
    """Finds sentences that tell the reader what to do, or ask for a yes or a no."""
    start, openers, told = 0, lists.openers, lists.told
    for sentence in page.sentences.split(BREAK):
        first, _, rest = sentence.partition(" ")
        if first in told:
            if rest.partition(" ")[0].strip(_AROUND_WORDS) in lists.begin_orders:
                yield from _look_at(page, lists, sentence, start)
        elif (first if first.isalpha() else first.strip(_AROUND_WORDS)) in openers:
            yield from _look_at(page, lists, sentence, start)
        start += len(sentence) + 1


def _look_at(page: _Page, lists: Lists, sentence: str, start: int) -> Iterator[Find]:
    if "?" in sentence[-3:]:
        for question in lists.closed:
            if sentence.startswith(f"{question} ") and not lists.about_the_room.search(sentence):
                each = page.find("W660", start, start + len(question))
                if not page.quoted(each.text, each.start, each.end):
                    yield each
                return
    order = order_in(sentence, lists)
    if order is None or not _turns_inward(sentence, order, lists):
        return
    first, last, told = order
    feels = told or sentence[first:last] in lists.inward_verbs
    each = page.find("W652" if feels else "W651", start + first, start + last)
    if not _invites(page, lists, each.text) and not page.quoted(each.text, each.start, each.end):
        yield each


def _turns_inward(sentence: str, order: tuple[int, int, bool], lists: Lists) -> bool:
    """Whether an order is about body, breath, feeling or memory; any other is a plain invitation."""
    first, last, _ = order
    if lists.outward.match(sentence, first):
        return False
    return sentence[first:last] in lists.inward_verbs or lists.inward.search(sentence, first) is not None


def order_in(sentence: str, lists: Lists) -> tuple[int, int, bool] | None:
    """Start and end of the verb of an order, and whether `you` comes before it; None if there is no order."""
    words, told = re.finditer(r"\w[\w'-]*", sentence), False
    for match in words:
        word = match.group()
        if word in lists.told and not told:
            told = True
        elif word not in lists.before_orders:
            break
    else:
        return None
    if word not in lists.orders:
        return None
    following = next(words, None)
    if following and following.group() in lists.after_nouns and not told:
        return None
    return (*match.span(), told)
