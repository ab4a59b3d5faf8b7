"""The steps of a session as frozen values (bell, say, quiet, check-in and the others), and their enums.

Each value has its place in a file, but the place does not count when two are compared. They never change:
mypy holds every attribute final. They are written out by hand because making a dataclass takes about
a millisecond, and checking a file takes one. All durations are seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, Self, TypeAlias

from sessions.value import Kind


class Track(Kind):
    """Which kind of care a run is on."""

    DIRECT = "direct"
    """Kind words turned toward oneself."""
    INDIRECT = "indirect"
    """Senses, touch, nature, breath; no such words."""


class Tone(Kind):
    """The bells that can be rung."""

    BOWL = "bowl"
    CHIME = "chime"
    WOOD = "wood"


class Eyes(Kind):
    """How a session treats the eyes."""

    OPEN = "open"
    """Eyes stay open throughout."""
    EITHER = "either"
    """Open or lowered, the person's choice."""


class Own(Kind):
    """Which of a person's own lines may stand in a prompt, if they keep any."""

    WORDS = "words"
    """A sentence that helps them, in the place of the quoted one."""
    COMFORTS = "comforts"
    """Things that soothe them, before the author's examples."""
    CLOSING = "closing"
    """Their signs of closing, before the author's examples."""
    OPENING = "opening"
    """Their signs of opening, before the author's examples."""


class Mark(NamedTuple):
    """Where a value stands in its file; both counted from 1, columns in characters."""

    line: int
    column: int


START = Mark(1, 1)
"""The place of a value that was not read from a file."""


class _Written:
    """Something an author wrote; `at` is where."""

    __slots__ = ("at",)

    def __init__(self, at: Mark) -> None:
        self.at: Final = at

    def said(self) -> dict[str, object]:
        """Its fields by name, without its place."""
        return {name: getattr(self, name) for name in self.__slots__}

    def changed(self, **changes: Any) -> Self:
        """A copy with these fields changed, at the same place."""
        values: dict[str, Any] = {**self.said(), "at": self.at, **changes}
        return type(self)(**values)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, _Written) and other.said() == self.said()

    def __hash__(self) -> int:
        return hash((type(self), *self.said().values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.said().items())
        return f"{type(self).__name__}({values}, at={self.at!r})"


class Bell(_Written):
    """Rings; takes no time of its own."""

    __slots__ = ("strikes", "tone")

    def __init__(self, tone: Tone, strikes: int = 1, at: Mark = START) -> None:
        super().__init__(at)
        self.tone: Final = tone
        self.strikes: Final = strikes


class Say(_Written):
    """A prompt and the stillness after it."""

    __slots__ = ("bell", "guide", "length", "less", "own", "tags", "text", "until_ready", "wordings")

    def __init__(  # noqa: PLR0913  # what an author can say with a prompt
        self,
        text: str,
        length: float,
        *,
        until_ready: bool = False,
        wordings: tuple[str, ...] = (),
        bell: Tone | None = None,
        tags: tuple[str, ...] = (),
        less: str | None = None,
        guide: str | None = None,
        own: Own | None = None,
        at: Mark = START,
    ) -> None:
        super().__init__(at)
        self.text: Final = text
        self.length: Final = length
        """Seconds of prompt plus stillness; 0.0 when `until_ready`."""
        self.until_ready: Final = until_ready
        """Waits for the person instead of a duration."""
        self.wordings: Final = wordings
        """Other ways to say the same (`or`)."""
        self.bell: Final = bell
        """Rung at the onset of the prompt."""
        self.tags: Final = tags
        self.less: Final = less
        """A smaller version of the ask, shown when the person presses `l`."""
        self.guide: Final = guide
        """A note for someone who reads the session aloud."""
        self.own: Final = own
        """Which of the person's own lines may stand in it."""


class Quiet(_Written):
    """Stillness; shows nothing, or a reminder of at most six words."""

    __slots__ = ("length", "reminder")

    def __init__(self, length: float, reminder: str = "", at: Mark = START) -> None:
        super().__init__(at)
        self.length: Final = length
        self.reminder: Final = reminder


class Breathe(_Written):
    """An optional pacer, always with an alternative for people for whom breath is not neutral."""

    __slots__ = ("exhale", "inhale", "length", "or_else")

    def __init__(self, inhale: float, exhale: float, length: float, or_else: str, at: Mark = START) -> None:
        super().__init__(at)
        self.inhale: Final = inhale
        self.exhale: Final = exhale
        self.length: Final = length
        self.or_else: Final = or_else


class CheckIn(_Written):
    """Asks how it is now; waits for ever."""

    __slots__ = ("text",)

    def __init__(self, text: str, at: Mark = START) -> None:
        super().__init__(at)
        self.text: Final = text


class Notice(_Written):
    """The pause for noticing resistance: which coat it wears, then the answers of a check-in."""

    __slots__ = ("text",)

    def __init__(self, text: str, at: Mark = START) -> None:
        super().__init__(at)
        self.text: Final = text


class Option(_Written):
    """One answer of a `choose` step and what it plays."""

    __slots__ = ("steps", "text")

    def __init__(self, text: str, steps: tuple[PlainStep, ...], at: Mark = START) -> None:
        super().__init__(at)
        self.text: Final = text
        self.steps: Final = steps


class Choose(_Written):
    """Any other question; every option lasts equally long; waits for ever."""

    __slots__ = ("options", "text")

    def __init__(self, text: str, options: tuple[Option, ...], at: Mark = START) -> None:
        super().__init__(at)
        self.text: Final = text
        self.options: Final = options


class Use(_Written):
    """Plays a part and returns."""

    __slots__ = ("part", "repeat")

    def __init__(self, part: str, repeat: int = 1, at: Mark = START) -> None:
        super().__init__(at)
        self.part: Final = part
        self.repeat: Final = repeat


Timed: TypeAlias = Say | Quiet | Breathe
"""Steps with a length of their own."""
PlainStep: TypeAlias = "Say | Quiet | Bell | Breathe | Use"
"""What a part or an option may hold."""
Step: TypeAlias = "Say | Quiet | Bell | Breathe | Use | CheckIn | Notice | Choose"
"""What a section may hold."""


def steps_in(steps: Iterable[Step]) -> Iterator[Step]:
    """Each step, and after a question the steps of its options."""
    for step in steps:
        yield step
        if isinstance(step, Choose):
            for option in step.options:
                yield from option.steps
