"""A session to begin with, of any length and shape: whole, commented, and without a fault.

Every prompt is short enough for the fastest place it can come to stand in, so that no length needs a text of
its own. Sums are exact: what a division leaves over goes to the first beats.
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
"""Seconds of a segment with landing after it, at the most (rule 5)."""
_BEAT = 45
"""Seconds; the longest (rule 17)."""


class Form(NamedTuple):
    """What sets a shape apart."""

    help: str
    segments: int
    """Of each track, at the least."""
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
        """What sets it apart."""
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
    "You might wish yourself something small and good, or wait.",
    "A friend might have a word for you. You could borrow it.",
    "Something in you may be tired. It could be greeted, or left.",
    "You might thank whatever carried you here, or leave that out.",
    "One kind word might be enough. Your own words, or none.",
    "Whatever is hard may have company here, if that is welcome.",
    "You could offer yourself what you might offer a guest.",
    "A gentle tone might turn up, or a plain one.",
    "Something here may be fine as it is. You could say so.",
)
_INDIRECT = (
    "Somewhere near there is an edge. Your eyes might follow it.",
    "Hands could hold something cool or warm, or stay empty.",
    "There may be a sound far off, or one close by.",
    "Something holds your weight. You might lean a little, or not.",
    "A colour may stand out somewhere, or the light on it.",
    "Fingers could open and close a few times, or rest.",
    "There may be something green near, or a patch of sky.",
    "You might look at something old, or at something new.",
    "The air has a temperature. You might meet it, or not.",
)
_REMINDERS = ("nothing to do yet", "this can stay unsaid", "any pace will do", "looking away is fine")


_COMMENTS = """\
# A session is four lists of steps: arriving, one of two tracks, landing. Change anything; then run
#
#     ajar check FILE         what there is to mend, if anything; --watch looks at each save
#     ajar rehearse FILE      the whole of it in a moment; --answers closing:green tries another way
#     ajar play FILE
#
# Invite, and leave a way out: "you might", "or neither". A prompt has at most 20 words. Lengths are
# written 20s, 1m30s or 5m, and add up:"""
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
        lines += ["", "# The direct track: kind words turned toward oneself, always as an offer.", "direct:"]
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
        yield from _say("You may come in as you are, eyes open or lowered.", seconds)
    else:
        yield from _say("You may come in as you are, or stay near the door.", 15)
        yield "    # Other ways to say the same; one of them is chosen each time."
        yield "    or:"
        yield "      - However the day has been, you may sit down with it."
        rest = seconds - 30
        yield from _say("Eyes may be open or lowered, whichever suits.", 15 if rest >= 5 else 15 + rest)
        yield "    # A smaller ask, for the key l. Without it, ajar has one of its own."
        yield "    less: Any way of being here will do."
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
    yield from _say("Looking around, you might find a colour, or a plain wall.", first)
    for beat in rest:
        yield from _say("This can end here. You may leave these minutes as they are.", beat)
    yield "  - bell: bowl"
    yield "    strikes: 2"


def _say(text: str, seconds: int) -> Iterator[str]:
    yield f"  - say: {text}"
    yield f"    for: {written(seconds)}"
