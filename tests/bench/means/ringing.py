"""Rings through a sound helper of its own, and reports what was heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from audio.player import Player
from audio.status import PlayerState
from tests.audio.pulse import PulseServer, Recorder
from tests.bench.means.listening import Ear, holes, rung
from tests.bench.means.processes import child_running, pss_mib, rss_mib
from tests.bench.means.program import now
from tests.bench.telling.taking import Samples

LISTENS = 1.5
"""Seconds of a chime that are searched for gaps; it is loud for longer than that."""


@contextmanager
def helper() -> Iterator[tuple[Player, float, float]]:
    """A player that is ready, how long its caller was blocked, and how long it took; both in milliseconds."""
    player = Player("miniaudio")
    try:
        asked = now()
        player.start()
        held = now() - asked
        status = player.wait_ready(20)
        if status.state is not PlayerState.READY:
            raise RuntimeError(status.fault or "the helper was not ready in time")
        yield player, held * 1000, (now() - asked) * 1000
    finally:
        player.close()


def one_helper(server: PulseServer, rings: int) -> Samples:
    """Measure how a helper starts, rings so often, and plays a longer tone."""
    with helper() as (player, held, ready), Recorder(server) as recorder:
        ear = Ear(recorder)
        heard = [rung(ear, lambda: player.play("wood")) for _ in range(rings)]
        broken = _holes(ear, lambda: player.play("chime"))
        child = child_running("audio.helper")
        memory: Samples = {"memory": [pss_mib(child)], "memory-whole": [rss_mib(child)]}
    return {"held": [held], "ready": [ready], "holes": [broken], **memory, **told(heard)}


def told(heard: list[float | None]) -> Samples:
    """The results for each bell."""
    return {
        "onset": [onset for onset in heard if onset is not None],
        "onset-first": [onset for onset in heard[:1] if onset is not None],
        "lost": [float(onset is None) for onset in heard],
    }


def _holes(ear: Ear, ring: Callable[[], object]) -> int:
    ear.prick_up()
    ring()
    ear.onset()
    ear.wait(LISTENS)
    return holes(ear.heard)
