"""Chooses the sound backend, and says why the others were passed over."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from audio.backends.base import Backend, SoundError
from audio.backends.silent import Silent
from audio.backends.with_command import Command
from audio.backends.with_miniaudio import Miniaudio
from audio.backends.with_simpleaudio import Simpleaudio

AUTO = "auto"

KINDS: dict[str, Callable[[], Backend]] = {
    "simpleaudio": Simpleaudio,
    "miniaudio": Miniaudio,
    "command": Command,
    "silent": Silent,
}
"""In automatic order: the optional library, the one that is always installed, then programs of the system."""

NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class ChosenBackend:
    """An open backend, and what is known about the others."""

    backend: Backend
    passed_over: tuple[tuple[str, str], ...]
    """Name and reason of each backend that was not chosen."""


def choose(
    wanted: str = AUTO,
    avoid: Collection[str] = (),
    before_open: Callable[[Backend], None] = lambda _backend: None,
) -> ChosenBackend:
    """Open the wanted backend, or the first in the automatic order that works.

    Args:
        wanted: a name from `KINDS`, or `AUTO`.
        avoid: names to leave out of the automatic order.
        before_open: called with each backend's name before it is opened, since opening may never return.

    Raises:
        SoundError: the wanted backend does not work, or there is none of that name. Never for `AUTO`.
    """
    if wanted != AUTO:
        try:
            backend = _open(wanted, before_open)
        except SoundError as error:
            raise SoundError(f"{wanted} was asked for, but {error}") from error
        return ChosenBackend(backend, _others(wanted, f"{wanted} was asked for"))
    reasons: list[tuple[str, str]] = []
    for name in KINDS:
        if name in avoid:
            reasons.append((name, "it failed a moment ago"))
            continue
        try:
            backend = _open(name, before_open)
        except SoundError as error:
            reasons.append((name, str(error)))
        else:
            tried = {tried for tried, _ in reasons}
            rest = tuple(other for other in _others(name, NOT_NEEDED) if other[0] not in tried)
            return ChosenBackend(backend, (*reasons, *rest))
    raise SoundError("no backend is left")  # only when `avoid` names the silent one too


def _open(name: str, before_open: Callable[[Backend], None]) -> Backend:
    if name not in KINDS:
        raise SoundError(f"there is no backend called {name}; there are {', '.join(KINDS)}")
    backend = KINDS[name]()
    before_open(backend)
    backend.open()
    return backend


def _others(chosen: str, reason: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, reason) for name in KINDS if name != chosen)
