"""Sorts beats by the checker's verdict: allowed anywhere, only on the direct track, or kept as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sessions.importing.beats import DraftBeat
from sessions.importing.judging import Place, Verdict, judge
from sessions.importing.ledger import Ledger, Thing
from sessions.written import Quiet, Say

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"'”’»)])\s+|(?<=[。？！])")  # noqa: RUF001  # other scripts
_MARKS = '“”"'


def sorted_out(beats: Iterable[DraftBeat], language: str, ledger: Ledger) -> Iterator[DraftBeat]:
    """The same beats; a sentence that is allowed nowhere becomes a comment, and stillness takes its time."""
    beats = list(beats)
    whole = judge(_texts(beats), language)
    failing = [text for text, verdict in whole.items() if verdict.place is Place.NOWHERE]
    parts = {text: _sentences(text) for text in failing}
    verdicts = whole | judge(
        [text for some in parts.values() for sentence in some for text in (sentence, _quoted(sentence))]
        + [_quoted(text) for text in failing],
        language,
    )
    sorted_ = [_sorted(beat, parts, verdicts, ledger) for beat in beats]
    # Sentences that pass one by one may not pass together.
    again = judge(_texts(sorted_), language)
    for beat, before in zip(sorted_, beats, strict=True):
        verdict = again.get(beat.words)
        if verdict is None or verdict.place is not Place.NOWHERE:
            yield replace(beat, kind=beat.kind or (verdict is not None and verdict.names_care))
        else:
            ledger.note(Thing.WORDING, beat.line)
            remarks = (*before.remarks, f"todo: word this anew; {verdict.reason}:", before.words)
            yield replace(_saying(before, ""), kind=True, remarks=remarks)


def _sorted(
    beat: DraftBeat, parts: Mapping[str, Sequence[str]], verdicts: Mapping[str, Verdict], ledger: Ledger
) -> DraftBeat:
    text = beat.words
    if not text or verdicts[text].place is not Place.NOWHERE:
        return replace(beat, kind=bool(text) and verdicts[text].names_care)
    return _mended(beat, text, parts[text], verdicts, ledger)


def _texts(beats: Sequence[DraftBeat]) -> list[str]:
    return [beat.words for beat in beats if beat.words]


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_ENDS.split(text) if sentence.strip()]


def _quoted(text: str) -> str:
    """The text in quotation marks, as something to say to oneself; words up to a colon stay outside."""
    head, colon, words = text.strip(_MARKS).rpartition(": ")
    bare = words.strip(_MARKS)
    return f"{head}{colon}“{bare}”"


def _mended(
    beat: DraftBeat, text: str, sentences: Sequence[str], verdicts: Mapping[str, Verdict], ledger: Ledger
) -> DraftBeat:
    said = isinstance(beat.step, Say)
    if said and verdicts[_quoted(text)].place is not Place.NOWHERE:
        ledger.note(Thing.QUOTED, beat.line)
        return replace(_saying(beat, _quoted(text)), kind=True)
    kept, comments, kind = [], [], False
    for sentence in sentences:
        if verdicts[sentence].place is not Place.NOWHERE:
            kept.append(sentence)
            kind |= verdicts[sentence].names_care
        elif said and verdicts[_quoted(sentence)].place is not Place.NOWHERE:
            ledger.note(Thing.QUOTED, beat.line)
            kept.append(_quoted(sentence))
            kind = True
        else:
            ledger.note(Thing.WORDING, beat.line)
            kind |= verdicts[sentence].names_care
            comments += [f"todo: word this anew; {verdicts[sentence].reason}:", sentence]
    if not kept and not comments:
        comments = [f"todo: word this anew; {verdicts[text].reason}:", text]
    return replace(_saying(beat, " ".join(kept)), kind=kind, remarks=(*beat.remarks, *comments))


def _saying(beat: DraftBeat, text: str) -> DraftBeat:
    """A beat of the same length with other words, or without any."""
    length = beat.step.length
    if not text:
        return replace(beat, step=Quiet(length))
    return replace(beat, step=Say(text, length) if isinstance(beat.step, Say) else Quiet(length, text))
