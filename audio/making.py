"""Makes clips of texts, one at a time, and starts another renderer when one fails."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from audio.voices.base import VoiceError, Wish
from audio.voices.rendering import FROZEN, PATIENCE_SECONDS, Gone, Made, Open, Part, Report

MAX_RENDERERS = 4
"""How often a run tries to start a renderer."""


@dataclass(slots=True)
class Clip:
    """The part of a text that has been made so far."""

    parts: list[bytes] = field(default_factory=list)
    whole: bool = False


class Makes(Protocol):
    """What makes clips: a `Renderer`, or a fake one in tests."""

    def ask(self, number: int, text: str) -> None:
        """Make this text."""

    def close(self) -> None:
        """End it."""


class Making:
    """The clips that have been made, and the renderer that makes more.

    Args:
        start: starts a renderer, leaving out these voices.
        tell: sends a message to the player.
        on_mute: called when it turns out that no voice can speak here.
        now: the clock.

    Attributes:
        renderer: the renderer whose reports are to be read; None while there is none.
        mute: whether no voice can speak here, until another one is chosen.
    """

    def __init__(
        self,
        start: Callable[[Wish, list[str]], Makes],
        tell: Callable[..., None],
        on_mute: Callable[[], None],
        now: Callable[[], float],
    ) -> None:
        self._start, self._tell, self._on_mute, self._now = start, tell, on_mute, now
        self._wish: Wish | None = None
        self.renderer: Makes | None = None
        self.mute = False
        self._renderers = 0
        self._clips: dict[str, Clip] = {}
        self._asked: tuple[int, str] | None = None
        self._asked_at = 0.0
        self._number = 0

    def is_for(self, wish: Wish) -> bool:
        """Whether this voice is the one in use."""
        return wish == self._wish and not self.mute

    def use(self, wish: Wish) -> None:
        """Speak with this voice from now on, and start it at once."""
        self.end_renderer()
        self._wish, self._renderers, self.mute = wish, 0, False
        self._ready()

    @property
    def can_speak(self) -> bool:
        """Whether a voice was chosen, and has not turned out to be unable to speak."""
        return self._wish is not None and not self.mute

    @property
    def busy(self) -> bool:
        """Whether a text is being made."""
        return self._asked is not None

    @property
    def texts(self) -> frozenset[str]:
        """The texts whose clips are in memory, whole or in part."""
        return frozenset(self._clips)

    @property
    def deadline(self) -> float | None:
        """When the renderer counts as frozen; None while it has nothing to make."""
        return self._asked_at + PATIENCE_SECONDS if self._asked else None

    def clip(self, text: str) -> Clip:
        """What has been made of a text so far."""
        return self._clips.get(text, _NOTHING_YET)

    def keep_only(self, wanted: Collection[str]) -> None:
        """Discard the clips of all other texts."""
        self._clips = {text: clip for text, clip in self._clips.items() if text in wanted}

    def give_up_frozen(self) -> None:
        """Give up the renderer if it has reported nothing for too long."""
        if self._asked and self._now() - self._asked_at > PATIENCE_SECONDS:
            self._lost(FROZEN)

    def make_next(self, wanted: Iterable[str]) -> None:
        """Ask for the first of these texts that has no clip yet, unless another one is being made."""
        if self._asked is not None or not self.can_speak:
            return
        text = next((text for text in wanted if text not in self._clips), None)
        if text is None or not self._ready() or self.renderer is None:
            return
        self._number += 1
        self._asked, self._asked_at = (self._number, text), self._now()
        self._clips[text] = Clip()
        self.renderer.ask(self._number, text)

    def heard(self, report: Report) -> None:
        """Handle a report of the renderer."""
        match report:
            case Open(voice, detail, others):
                self._tell(say="voice", voice=voice, detail=detail, passed_over=others)
            case Part(number, pcm):
                if (clip := self._clip_of(number)) is not None:
                    clip.parts.append(pcm)
            case Made():
                self._made(report)
            case Gone(reason, others):
                self._lost(reason, others)

    def end_renderer(self) -> None:
        """End the renderer, if there is one."""
        renderer, self.renderer, self._asked = self.renderer, None, None
        if renderer is not None:
            renderer.close()

    def _clip_of(self, number: int) -> Clip | None:
        """The clip that a report is about; None if it is no longer wanted."""
        if self._asked is None or self._asked[0] != number:
            return None
        self._asked_at = self._now()
        return self._clips.get(self._asked[1])

    def _made(self, made: Made) -> None:
        clip = self._clip_of(made.number)
        if self._asked is not None and self._asked[0] == made.number:
            self._asked = None
        if clip is not None:
            clip.whole = True
        if made.fault:
            self._tell(say="mute", reason=made.fault, passed_over=made.gave_way)
        elif made.gave_way:
            self._tell(say="instead", passed_over=made.gave_way)

    def _lost(self, reason: str, others: tuple[tuple[str, str], ...] = ()) -> None:
        """Give up the renderer: the text it was making stays unspoken, the next one gets a new renderer."""
        text = self._asked[1] if self._asked else ""
        self.end_renderer()
        if text in self._clips:
            self._clips[text].whole = True
        if others or self._renderers >= MAX_RENDERERS:  # `others`: it reported that no voice can speak
            self.mute = True
            self._on_mute()
        self._tell(say="mute", reason=reason, passed_over=others)

    def _ready(self) -> bool:
        """Start a renderer if there is none; whether there is one then."""
        if self.renderer is not None:
            return True
        if self._wish is None or self._renderers >= MAX_RENDERERS:
            return False
        self._renderers += 1
        try:
            self.renderer = self._start(self._wish, [])
        except VoiceError as error:
            self._lost(str(error))
        return self.renderer is not None


_NOTHING_YET = Clip()
