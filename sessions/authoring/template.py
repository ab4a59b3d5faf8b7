"""Writes a session to begin with, of any length and shape: complete, commented, and without a fault.

Every prompt is short enough for the shortest beat it can get, so that the same texts serve all lengths. Sums
are exact: the remainder of a division goes to the first beats.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import count, cycle
from typing import NamedTuple

from sessions.authoring.schema import MODELINE
from sessions.durations import written

SHORTEST, LONGEST = 60, 15 * 60
"""Seconds (care guide rule 18)."""
_WITHOUT_ASKING = 300
"""The most seconds of a track's last segment and landing together (rule 5)."""
_BEAT = 45
"""Seconds; the longest beat (rule 17)."""


class Form(NamedTuple):
    """The features of a shape."""

    help: str
    segments: int
    """The least segments of each track."""
    gate: str
    """How `arriving` ends."""
    has_direct: bool = True


class Shape(Enum):
    """Which check-points and tracks a new session has."""

    TWO_STEPS = "two-steps"
    SHORT = "short"
    NOTICING = "noticing"
    INDIRECT_ONLY = "indirect-only"

    @property
    def form(self) -> Form:
        """Its features."""
        return _FORMS[self]


_ASKED = "check_in: How is it, to be here?"
_FORMS = {
    Shape.TWO_STEPS: Form("two tracks with a check-in halfway", 2, _ASKED),
    Shape.SHORT: Form("two tracks in one go, as far as the length allows", 1, _ASKED),
    Shape.NOTICING: Form(
        "two tracks, and a pause for what holds back before them",
        2,
        "notice: Is anything holding back a little?",
    ),
    Shape.INDIRECT_ONLY: Form(
        "one track of senses, hands and the room, without kind words", 2, _ASKED, has_direct=False
    ),
}

_DIRECT = (
    "'If today was a lot, you could tell yourself: “I got this far. That''s plenty.”'",
    "'Here is a sentence to borrow: “I''m allowed to do this at my own speed.”'",
    "Something in you is tired, and with good reason. A kind look in its direction is enough.",
    "'A friend who saw your week might say: “No wonder you want a rest.”'",
    "Tired is allowed here. So is grumpy, and so is having no idea.",
    "'Try it on for size: “For once I don''t have to be quick.”'",
    "Whatever carried you here has worked hard. Thank you is a good word for it.",
    "'Perhaps this one suits: “I can be a little easier on myself today.”'",
    "Nothing about you needs mending for this. You can stay exactly as you are.",
)
"""As YAML: a prompt with a colon is quoted as a whole."""
_INDIRECT = (
    "Find an edge and let your eyes follow it.",
    "Something near is cool, or soft, or rough.",
    "Which sound is the furthest away?",
    "The seat is still holding you up.",
    "One colour in the room stands out.",
    "Hands can open and close a few times, or rest.",
    "What grows near here, a plant, a tree, some moss?",
    "Pick the oldest thing in sight.",
    "The air has a temperature. Where is it coolest?",
)
_REMINDERS = ("nothing to do yet", "this can stay unsaid", "any pace will do", "looking away is fine")


_COMMENTS = """\
# A session is four lists of steps: arriving, one of two tracks, landing. Change anything; then run
#
#     ajar check FILE         look for faults; with --watch, after each save
#     ajar rehearse FILE      the whole of it in a moment; --answers closing:green tries another way
#     ajar play FILE
#
# Speak as to a friend: plainly, and without orders to body or feeling. Say once that all of it can be
# left; then trust that. A prompt has at most 26 words. Lengths are written 20s, 1m30s or 5m, and add up:"""
_TWIN = """\
  # Both tracks have as many check-ins, and each stretch lasts as long as its twin, so a person can
  # change tracks at every one of them."""


class _Lengths(NamedTuple):
    arriving: int
    segments: tuple[int, ...]
    landing: int


def outline(title: str, length: int, shape: Shape = Shape.TWO_STEPS) -> str:
    """The text of a session file.

    Args:
        title: what the library shows; one line without refused characters.
        length: seconds, from `SHORTEST` to `LONGEST`.
        shape: its check-points and tracks.
    """
    form, lengths = shape.form, _lengths(length, shape.form)
    lines = [*_head(title, length, form, lengths), *_arriving(form, lengths.arriving)]
    if form.has_direct:
        lines += [
            "",
            "# The direct track: kind words, and sentences in quotation marks that one can say to oneself.",
            "# With `own: words` below one, a sentence that the person keeps may take its place.",
            "direct:",
        ]
        lines += _track(lengths.segments, _DIRECT, twin=True)
    lines += [
        "",
        "# The indirect track: senses, hands, the room, something green. No words of kindness here.",
    ]
    lines += ["indirect:", *_track(lengths.segments, _INDIRECT), *_landing(lengths.landing)]
    return "\n".join(lines) + "\n"


def _lengths(length: int, form: Form) -> _Lengths:
    """A fifth of the time for arriving and for landing, 15 s to a minute; the rest is the track."""
    around = min(60, max(15, length // 5))
    track = length - 2 * around
    number = max(min(form.segments, track // 15), -(-track // (_WITHOUT_ASKING - around)))
    return _Lengths(around, _shared_out(track, number), around)


def _shared_out(seconds: int, number: int) -> tuple[int, ...]:
    each, over = divmod(seconds, number)
    return tuple(each + (at < over) for at in range(number))


def _head(title: str, length: int, form: Form, lengths: _Lengths) -> Iterator[str]:
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    track = f"{written(sum(lengths.segments))} on {'either track' if form.has_direct else 'the track'}"
    sums = f"# arriving {written(lengths.arriving)}, {track}, landing {written(lengths.landing)}."
    yield from (MODELINE, *_COMMENTS.splitlines(), sums)
    yield "format: 1"
    yield f'title: "{quoted}"'
    yield "about: A little time with one small thing. You can stop at any moment."
    yield f"length: {written(length)}"
    yield "language: en"
    if form.has_direct:
        yield "# Where the run goes when a check-in is skipped: direct or indirect."
        yield "if_skipped: indirect"


def _arriving(form: Form, seconds: int) -> Iterator[str]:
    tracks = "both tracks" if form.has_direct else "every way through"
    yield ""
    yield f"# Shared by {tracks}. It ends with a question, so that nobody meets what follows unasked."
    yield "arriving:"
    yield "  - bell: bowl"
    if seconds < 30:
        yield from _say("Come in as you are, eyes open or lowered.", seconds)
    else:
        yield from _say("Come in as you are. All of this can be changed, left out or stopped.", 15)
        yield "    # Other ways to say the same; one of them is chosen each time."
        yield "    or:"
        yield "      - However the day has been, there is room for it. You can leave out whatever you like."
        rest = seconds - 30
        yield from _say("Eyes open or lowered, whichever suits.", 15 if rest >= 5 else 15 + rest)
        yield "    # A smaller ask, for the key l. Without it, ajar has one of its own."
        yield "    less: Any way of being here is fine."
        if rest >= 5:
            yield "  # Stillness. A reminder has at most six words, and may be left out."
            yield f"  - quiet: {written(rest)}"
            yield f"    reminder: {_REMINDERS[0]}"
    yield f"  - {form.gate}"


def _track(segments: tuple[int, ...], texts: tuple[str, ...], *, twin: bool = False) -> Iterator[str]:
    """Prompts and stillness in turn, with a check-in between segments."""
    prompts, still = cycle(texts), count(1)
    for number, seconds in enumerate(segments):
        if number == 1 and twin:
            yield from _TWIN.splitlines()
        if number:
            yield "  - check_in: And now?"
        for at, beat in enumerate(_shared_out(seconds, -(-seconds // _BEAT))):
            if at % 2 == 0:
                yield from _say(next(prompts), beat)
            else:
                yield f"  - quiet: {written(beat)}"
                reminder = next(still)
                if reminder < len(_REMINDERS):
                    yield f"    reminder: {_REMINDERS[reminder]}"


def _landing(seconds: int) -> Iterator[str]:
    yield ""
    yield "# Shared again. It looks outward, and counts nothing."
    yield "landing:"
    first, *rest = _shared_out(seconds, 1 if seconds < 30 else 2)
    yield from _say("Have a look round. Which colour do you like best?", first)
    for beat in rest:
        yield from _say("That's all of it. Keep what was good, and leave the rest here.", beat)
    yield "  - bell: bowl"
    yield "    strikes: 2"


def _say(text: str, seconds: int) -> Iterator[str]:
    yield f"  - say: {text}"
    yield f"    for: {written(seconds)}"
