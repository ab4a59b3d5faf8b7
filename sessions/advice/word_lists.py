"""The words that the wording rules look for: one plain file for each language, in `words/`.

The files are not JSON, because loading that would take a third of the time of checking one file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache, cached_property

from sessions.reading.project import OwnWords

FOLDER = os.path.join(os.path.dirname(__file__), "words")  # noqa: PTH118, PTH120  # pathlib takes 3 ms to load
_EXCEPT = "not "
_PUNCTUATION = {ord(sign): " " for sign in ".,;:!?'\"()[]<>-_/&+*#=\n\t"}
BREAK = "\0"
"""Separates texts that are searched together, so that no phrase spans two of them."""


class Listed:
    """The phrases that one rule looks for."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` are the lines of a section."""
        lines = list(lines)
        self.phrases = tuple(line for line in lines if not line.startswith(_EXCEPT))
        self._excepted = [line.removeprefix(_EXCEPT) for line in lines if line.startswith(_EXCEPT)]
        self.as_written = {phrase.lower(): phrase for phrase in self.phrases if phrase != phrase.lower()}
        """Phrases listed with capitals, by their small letters; they count only with the same capitals."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds whole words in small letters with straight apostrophes; group 1 is None for an exception."""
        wanted, excepted = (
            "|".join(_as_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True))
            for phrases in (self.phrases, self._excepted)
        )
        either = f"{excepted}|({wanted})" if excepted else f"({wanted})"
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


class Lists:
    """All words of a language."""

    def __init__(self, text: str, own: OwnWords = ()) -> None:
        """`text` is the content of a file of words; `own` adds a project's words."""
        sections = dict(_sections(text))
        for id_, phrases in own:
            if id_ in sections:
                sections[id_].extend(phrases)
        self.rules = {name: Listed(lines) for name, lines in sections.items() if name.startswith("W6")}
        self.invitations = Listed(sections.get("invitations", ()))
        self.leave_given = Listed(sections.get("leave given", ()))
        self.orders = frozenset(sections.get("orders", ()))
        self.before_orders = frozenset(sections.get("before orders", ()))
        self.told = frozenset(sections.get("told", ()))
        self.after_nouns = frozenset(sections.get("after nouns", ()))
        self.inward_verbs = frozenset(sections.get("inward verbs", ()))
        self.sentences = frozenset(sections.get("sentences", ()))
        self.others = frozenset(sections.get("others", ()))
        self.modals = frozenset(
            f"{word}{end}"
            for each in sections.get("modals", ())
            for word in (each, each.capitalize())
            for end in ("", ",")
        )
        """With small letter and capital, with and without a comma, since prompts are split at spaces only."""
        self.tails = tuple(sections.get("tails", ()))
        self.image_of = {
            word: family.partition("/")[0]
            for family in sections.get("images", ())
            for word in family.split("/")
        }
        """For each word of a stock image, the first word of its family."""
        self.bans = tuple(sections.get("bans", ()))
        self._sections = sections
        self.closed = self.rules.pop("W660", Listed(())).phrases
        """Beginnings of questions that want a yes or a no."""
        self.begin_orders = self.orders | self.before_orders
        self.openers = self.begin_orders.union(each.partition(" ")[0] for each in self.closed)
        """First words of sentences that may be orders or closed questions."""
        self._index: dict[str, list[tuple[str, frozenset[str], str]]] = {}
        """All phrases by their longest word: rule, words, and the phrase, empty for one word or a `*`."""
        for id_, listed in self.rules.items():
            for phrase in listed.phrases:
                self._add(id_, phrase.lower())

    @cached_property
    def inward(self) -> re.Pattern[str]:
        """Words for body, breath, feeling and memory."""
        return _any_of(self._sections.get("inward", ()))

    @cached_property
    def outward(self) -> re.Pattern[str]:
        """Phrases in which an inward verb turns outward."""
        return _any_of(self._sections.get("outward", ()))

    @cached_property
    def about_the_room(self) -> re.Pattern[str]:
        """Questions that ask for what can be seen or heard."""
        return _any_of(self._sections.get("about the room", ()))

    @cached_property
    def negations(self) -> re.Pattern[str]:
        """Words that negate what follows, contractions included."""
        return re.compile(rf"{_any_of(self._sections.get('negations', ())).pattern}|n't(?!\w)")

    @cached_property
    def no_negations(self) -> re.Pattern[str]:
        """Phrases in which such a word negates nothing."""
        return _any_of(self._sections.get("no negations", ()))

    @cached_property
    def conditions(self) -> re.Pattern[str]:
        """Words that make something depend on the person."""
        return _any_of(self._sections.get("conditions", ()))

    @cached_property
    def no_conditions(self) -> re.Pattern[str]:
        """Phrases in which such a word is no condition but a price."""
        return _any_of(self._sections.get("no conditions", ()))

    @cached_property
    def permissions(self) -> re.Pattern[str]:
        """Words that give permission."""
        return _any_of(self._sections.get("permissions", ()))

    @cached_property
    def asking(self) -> re.Pattern[str]:
        """Words that begin an open question."""
        return _any_of(self._sections.get("asking", ()))

    @cached_property
    def reported(self) -> re.Pattern[str]:
        """Verbs of saying and thinking."""
        return _any_of(self._sections.get("reported", ()))

    @cached_property
    def comparisons(self) -> re.Pattern[str]:
        """Words that announce a comparison."""
        return _any_of(self._sections.get("comparisons", ()))

    @cached_property
    def no_comparisons(self) -> re.Pattern[str]:
        """Phrases in which such a word wishes, measures or reports; each ends as a comparison does."""
        return _any_of(self._sections.get("no comparisons", ()))

    @cached_property
    def stock_images(self) -> re.Pattern[str]:
        """Finds a stock image tied to a feeling, the mind or the breath; its word is one of the groups."""
        within, of, being = (
            _any_of(self._sections.get(name, ())).pattern for name in ("inside", "of", "being")
        )
        image = rf"(?<!\w)({'|'.join(map(re.escape, self.image_of))})(?!\w)" if self.image_of else r"((?!))"
        behind = rf"{image} (?:{of} (?:\w+ )?)?{within}"
        before = rf"{within}(?: \w+){{0,4}}? {being} (?:\w+ )?{image}"
        return re.compile(rf"{behind}|{before}")

    def suspected(self, words: list[str]) -> dict[str, set[str]]:
        """The rules that the words of some texts may break, each with words to look for.

        A quick test that misses nothing: a text with none of the words breaks none of the rules.
        """
        known, spaced = set(words), " ".join(words)
        found: dict[str, set[str]] = {}
        for word in known.intersection(self._index):
            for id_, others, phrase in self._index[word]:
                if others <= known and phrase in spaced:
                    found.setdefault(id_, set()).add(word)
        return found

    def _add(self, id_: str, phrase: str) -> None:
        words = phrase.translate(_PUNCTUATION).split()
        spaced = "" if "*" in phrase or len(words) == 1 else " ".join(words)
        self._index.setdefault(max(reversed(words), key=len), []).append((id_, frozenset(words), spaced))


@cache
def lists_for(language: str, own: OwnWords = ()) -> Lists | None:
    """The words of a language by its tag, such as `en` or `pt-BR`; None where none are listed.

    `own` are a project's words, added to those of a rule.
    """
    name = language.lower().partition("-")[0]
    if not name.isascii() or not name.isalpha():
        return None
    try:
        with open(os.path.join(FOLDER, f"{name}.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123  # same
            return Lists(file.read(), own)
    except FileNotFoundError:
        return None


def split_words(text: str) -> list[str]:
    """The words of a text in small letters, with each `BREAK` as a word of its own."""
    if text.isascii():
        return text.replace(BREAK, " \0 ").translate(_PUNCTUATION).split()
    return re.findall(r"[^\W_]+|\0", text)


def _as_pattern(phrase: str) -> str:
    """The regular expression of a phrase: `*` is any word, `a/b` either of two."""
    return r"\s+".join(
        r"\w+" if word == "*" else _either(word) if "/" in word else re.escape(word)
        for word in phrase.lower().split()
    )


def _either(words: str) -> str:
    return f"(?:{'|'.join(map(re.escape, words.split('/')))})"


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these as whole words; finds nothing where there are none."""
    wanted = "|".join(_as_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{wanted})(?!\w)" if wanted else r"(?!)")


def _sections(text: str) -> Iterable[tuple[str, list[str]]]:
    lines: list[str] = []
    for line in text.splitlines():
        line = line.strip()  # noqa: PLW2901  # the line without its indentation is the line
        if line.startswith("["):
            lines = []
            yield line.strip("[]"), lines
        elif line and not line.startswith("#"):
            lines.append(line)
