"""Bell and voice for a performer: each call returns at once, and a helper process does the work.

    performer ──play, speak…────> Player ──pipe──> helper process ──> sound server
              <──status, on_fault──       <──pipe──

Only `close` and the `wait_…` methods block, and no method raises. A thread starts the helper, on `start` or
with the first sound. When the helper fails, the fault is reported once in a run; a later bell tries again
with a new one, since headphones come back and sound servers are restarted.
"""

from collections.abc import Callable, Sequence

from audio.clock import now
from audio.helper_link import HelperLink
from audio.status import PlayerState, Status
from audio.voices.base import Wish


class Player:
    """Rings bells through a helper process.

    Args:
        backend: `auto`, `simpleaudio`, `miniaudio`, `command` or `silent`.
        on_fault: called with one plain line, at most once for each kind of fault, from the player's own
            thread; a Textual app hands over `lambda line: loop.call_soon_threadsafe(show, line)`. The
            callback must not call `close`.
    """

    def __init__(self, backend: str = "auto", on_fault: Callable[[str], None] | None = None) -> None:
        self._link = HelperLink(backend, on_fault)

    @property
    def status(self) -> Status:
        """What is known now."""
        return self._link.status

    def start(self) -> None:
        """Start a helper in the background, so that the first bell is not late."""
        self._link.start()

    def play(self, tone: str, strikes: int = 1) -> None:
        """Ring `bowl`, `chime` or `wood`; several strikes are spaced to suit the tone."""
        self._link.send(starts=True, numbered=True, do="play", tone=tone, strikes=strikes, at=now())

    def tick(self) -> None:
        """Play a soft tick of wood, which says that the text has changed."""
        self._link.send(starts=True, do="tick")

    def fade_out(self) -> None:
        """Fade everything out within a quarter of a second, and cancel what is still to come."""
        self._link.send(do="fade")

    def set_levels(self, bell: float = 1.0, voice: float = 1.0) -> None:
        """Set how loud bells and words are, as factors from 0 to 1; it takes effect at once."""
        self._link.keep("level", do="level", bell=bell, voice=voice)

    def use_voice(self, wish: Wish) -> None:
        """Speak with this voice from now on; this alone starts no helper."""
        self._link.keep("voice", do="voice", wish=wish.fields)

    def ahead(self, texts: Sequence[str]) -> None:
        """Make clips of these texts, which may be said next, and discard all other clips."""
        self._link.send(starts=True, do="ahead", texts=list(texts))

    def speak(self, texts: Sequence[str]) -> None:
        """Say these texts, one after the other, once what is being said is over.

        With no texts, the current ones are finished and nothing follows.
        """
        self._link.send(starts=bool(texts), numbered=True, do="speak", texts=list(texts), at=now())

    def sample(self, texts: Sequence[str]) -> None:
        """Say these if nothing is being said, so that a loudness can be heard."""
        self._link.send(starts=True, do="sample", texts=list(texts), at=now())

    def hush(self) -> None:
        """Fade the voice out, and discard all its texts."""
        self._link.send(do="hush")

    def hold(self) -> None:
        """Fade the voice out, and remember the sentence for `go_on`."""
        self._link.send(do="hold")

    def go_on(self) -> None:
        """Say the sentence that `hold` interrupted, from its start."""
        self._link.send(do="go_on")

    def wait_voice(self, seconds: float) -> Status:
        """Wait until it is known whether there is a voice; blocks, so for commands, not for screens."""
        self._link.wait_for(lambda: self.status.voice_known, seconds)
        return self.status

    def wait_ready(self, seconds: float) -> Status:
        """Wait until it is known whether there is sound; blocks, so for commands, not for screens."""
        self._link.wait_for(lambda: self.status.state is not PlayerState.STARTING, seconds)
        return self.status

    def wait_quiet(self, seconds: float) -> bool:
        """Wait until no sound is left to play, heard or not; blocks, so for commands, not for screens.

        Returns:
            False if the time ran out first.
        """
        waiting = (PlayerState.STARTING, PlayerState.READY)
        return self._link.wait_for(lambda: self._link.idle or self.status.state not in waiting, seconds)

    def close(self) -> None:
        """End the helper and wait for it: moments if nothing plays, under two seconds if it is frozen."""
        self._link.close()
