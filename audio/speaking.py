"""Speaks texts: when each is due, one after the other, and never once they must not be said any more.

It has no thread and never blocks: the helper calls `step` once `patience` has passed, and `heard` for each
report of the renderer. Every text that could still be spoken is in `waiting`; tests compare it with what was
requested. `Making` makes the clips, first that of the text that is spoken next, so that no time goes into
texts that are no longer wanted.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from audio.clock import now
from audio.making import Clip, Makes, Making
from audio.tones import FRAME_BYTES, RATE
from audio.voices.base import Wish
from audio.voices.rendering import Renderer, Report

BELL_ALONE_SECONDS = 1.6
"""How long a bell is heard before words are spoken over it."""

MOST_WAIT_SECONDS = 2.0
"""The longest that words wait for a bell, counted from the request to say them."""

AFTER_HUSH_SECONDS = 0.2
"""After this, words that were cut off have faded out, and others may begin."""

PAUSE_SECONDS = 0.5
"""Silence between two texts of one utterance, such as a question and its keys."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Texts that are said one after the other, and the position in them."""

    texts: tuple[str, ...]
    asked_at: float
    text: int = 0
    part: int = 0

    @property
    def current(self) -> str:
        """The text that is being said."""
        return self.texts[self.text]

    @property
    def begun(self) -> bool:
        """Whether any of it has been played."""
        return (self.text, self.part) != (0, 0)


@dataclass(frozen=True, slots=True)
class Outlets:
    """The functions through which `Speaking` acts; tests pass their own."""

    play: Callable[[bytes], None]
    """Play a part now."""
    fade: Callable[[], None]
    """Fade the voice out."""
    duck: Callable[[bool], None]
    """Duck the bell, or bring it back."""
    tell: Callable[..., None]
    """Send a message to the player."""
    start: Callable[[Wish, list[str]], Makes] = Renderer
    """Start a renderer, leaving out these voices."""
    now: Callable[[], float] = now


class Speaking:
    """The voice of one helper."""

    def __init__(self, outlets: Outlets) -> None:
        self._out = outlets
        self._making = Making(outlets.start, outlets.tell, self._forget, outlets.now)
        self._ahead: tuple[str, ...] = ()
        self._current: Utterance | None = None
        self._next: Utterance | None = None
        self._held: Utterance | None = None
        self._sounds_until = 0.0
        self._free_at = 0.0
        self._bell_until = 0.0
        self._ducked = False

    # Commands of the player.

    def use(self, wish: Wish) -> None:
        """Speak with this voice from now on, and start it at once."""
        if not self._making.is_for(wish):
            self.hush()
            self._making.use(wish)

    def ahead(self, texts: Iterable[str]) -> None:
        """Make these texts, in this order, and discard all others that are not being said."""
        self._ahead = tuple(texts)
        self._tidy()

    def speak(self, texts: Iterable[str], asked_at: float) -> None:
        """Say these texts as soon as the current ones are over; they replace any others that waited."""
        said = tuple(text for text in texts if text.strip())
        self._next = Utterance(said, asked_at) if said and self._making.can_speak else None
        self._held = None
        if self._current is not None and not self._current.begun:
            self._current = None
        self._tidy()

    def hush(self) -> None:
        """Fade out, and discard all texts."""
        self.hold()
        self._held = self._next = None
        self._ahead = ()
        self._tidy()

    def hold(self) -> None:
        """Fade out, and remember the sentence for `go_on`."""
        if self._sounds_until > self._out.now():
            self._out.fade()
            self._free_at = self._out.now() + AFTER_HUSH_SECONDS
            if self._current is not None:
                self._current = _sentence_again(self._current)
        self._sounds_until = 0.0
        if self._current is not None:
            self._held, self._current = self._current, None
        elif self._next is not None:
            self._held, self._next = self._next, None
        self._draw_bell_back(back=False)

    def go_on(self) -> None:
        """Say the interrupted sentence from its start, and then what came after it."""
        if self._held is not None:
            self._current, self._held = replace(self._held, asked_at=self._out.now()), None

    def bell_struck(self) -> None:
        """Note that a bell has begun; words give it a moment."""
        self._bell_until = self._out.now() + BELL_ALONE_SECONDS

    # State.

    @property
    def waiting(self) -> frozenset[str]:
        """Every text that is in memory or could still be said."""
        utterances = (self._current, self._next, self._held)
        said = {text for one in utterances if one is not None for text in one.texts}
        return frozenset(said | set(self._ahead) | self._making.texts)

    @property
    def busy(self) -> bool:
        """Whether something is being said, or is about to be."""
        return self._current is not None or self._next is not None or self._sounds_until > self._out.now()

    @property
    def renderer(self) -> Makes | None:
        """The renderer whose reports are to be read."""
        return self._making.renderer

    def patience(self) -> float | None:
        """Seconds until `step` has something to do; None if it must wait for a report or a command."""
        at = self._out.now()
        frozen_at = self._making.deadline
        waits = [] if frozen_at is None else [frozen_at - at]
        if self._sounds_until > at:
            waits.append(self._sounds_until - at)
        elif self._part_at_hand() is not None:
            waits.append(self._may_begin_at() - at)
        return max(0.0, min(waits)) if waits else None

    # Progress.

    def step(self) -> None:
        """Do what is due now."""
        at = self._out.now()
        self._making.give_up_frozen()
        if self._sounds_until <= at and self._held is None:
            self._go_along(at)
        self._making.make_next(self._wanted())

    def heard(self, report: Report) -> None:
        """Handle a report of the renderer."""
        self._making.heard(report)

    def close(self) -> None:
        """Discard everything, and end the renderer."""
        self.hush()
        self._making.end_renderer()

    def _go_along(self, at: float) -> None:
        """Go on to the next part or text, now that nothing is being played."""
        if self._current is None:
            self._current, self._next = self._next, None
        if self._current is None:
            self._draw_bell_back(back=False)
            return
        pcm = self._part_at_hand()
        if pcm is not None:
            if at >= self._may_begin_at():
                self._say(pcm, at)
        elif self._clip().whole:
            self._turn_to_next_text(at)

    def _say(self, pcm: bytes, at: float) -> None:
        assert self._current is not None, "there is a part of it"  # noqa: S101
        self._draw_bell_back(back=True)
        self._out.play(pcm)
        self._sounds_until = at + len(pcm) / FRAME_BYTES / RATE
        self._current = replace(self._current, part=self._current.part + 1)

    def _turn_to_next_text(self, at: float) -> None:
        assert self._current is not None, "its text is whole"  # noqa: S101
        if self._current.text + 1 < len(self._current.texts):
            self._current = replace(self._current, text=self._current.text + 1, part=0)
            self._free_at = at + PAUSE_SECONDS
        else:
            self._current = None
            self._tidy()
            self._go_along(at)

    def _may_begin_at(self) -> float:
        """When the next part may begin: after a fade-out, and not in the first moment of a bell."""
        if self._current is None or self._current.begun:
            return self._free_at
        most = self._current.asked_at + MOST_WAIT_SECONDS
        return max(self._free_at, min(self._bell_until, most))

    def _part_at_hand(self) -> bytes | None:
        if self._current is None:
            return None
        parts = self._clip().parts
        return parts[self._current.part] if self._current.part < len(parts) else None

    def _clip(self) -> Clip:
        assert self._current is not None, "asked for a clip of nothing"  # noqa: S101
        return self._making.clip(self._current.current)

    def _draw_bell_back(self, *, back: bool) -> None:
        if back is not self._ducked:
            self._ducked = back
            self._out.duck(back)

    def _wanted(self) -> list[str]:
        """The texts that have to be made, in the order in which they are needed."""
        texts: list[str] = []
        for utterance in (self._current, self._held, self._next):
            texts += utterance.texts[utterance.text :] if utterance else ()
        return list(dict.fromkeys([*texts, *self._ahead]))

    def _tidy(self) -> None:
        """Discard the clips of texts that are no longer wanted."""
        self._making.keep_only(set(self._wanted()))

    def _forget(self) -> None:
        """Drop all texts, since no voice can speak here."""
        self._current = self._next = self._held = None
        self._ahead = ()
        self._tidy()


def _sentence_again(utterance: Utterance) -> Utterance:
    """The utterance, set back to the start of the sentence that was being said."""
    return replace(utterance, part=max(0, utterance.part - 1))
