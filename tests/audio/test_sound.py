"""Bells on a real sound server: what arrives, and what happens when the server does not behave.

Tolerances: pitch to 0.3 %, since nothing between the tone and the ear may change it; level to 1 dB, since the
server converts the rate; time hardly at all, since the machine may be busy: `make bench` measures that.
"""

import importlib.util
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pytest

from audio.backends.with_simpleaudio import unsafe
from audio.player import Player
from audio.status import PlayerState
from tests.audio.listening import FULL_SCALE, decibels, loudest_near, onsets, peak, tone_at
from tests.audio.pulse import RATE, PulseServer, Recorder
from tests.patience import AT_ONCE, PATIENCE, eventually, took

Start = Callable[..., Player]

pytestmark = pytest.mark.sound

QUIET = -60.0
"""dB under which nothing counts as heard."""

STRIKES = 4
"""A busy machine tears gaps into a tone; of so many strikes one is whole."""

BOWL = (220.0, 220 * 2.778, 220 * 5.181)
IN_TUNE = pytest.approx(BOWL, rel=0.003)


def simpleaudio_missing() -> str:
    if importlib.util.find_spec("simpleaudio") is None:
        return "simpleaudio is not installed here"
    return unsafe()


AVAILABLE = ["miniaudio", "command"] + ([] if simpleaudio_missing() else ["simpleaudio"])
every_backend = pytest.mark.parametrize(
    "backend",
    [
        "miniaudio",
        "command",
        pytest.param(
            "simpleaudio",
            marks=pytest.mark.skipif(bool(simpleaudio_missing()), reason=simpleaudio_missing()),
        ),
    ],
)


@pytest.fixture
def recorder(well_server: PulseServer) -> Iterator[Recorder]:
    with Recorder(well_server) as recorder:
        yield recorder


def ready(player: Player) -> Player:
    player.start()
    status = player.wait_ready(PATIENCE)
    assert status.state is PlayerState.READY, status
    return player


def heard_since(recorder: Recorder, start: float) -> bool:
    """Whether anything has sounded after `start` seconds of the recording."""
    return peak(recorder.samples[round(start * RATE) :]) > QUIET


def states_of(bells: list[Player]) -> set[PlayerState]:
    return {bell.status.state for bell in bells}


def ring_in_mid_bell(bells: list[Player], server: PulseServer) -> None:
    """Ring until the server plays a stream for each; a bowl lasts fourteen seconds."""
    for bell in bells:
        bell.play("bowl")
    assert eventually(lambda: server.streams() >= len(bells))


def rung(bell: Player, recorder: Recorder) -> int:
    """Ring a bowl until it is heard; gives the place in the recording before it.

    On a busy machine it may be asked for in vain: a bell is left out where it would come two seconds late.
    """
    start = len(recorder.samples)
    for _ in range(STRIKES):
        bell.play("bowl")
        if eventually(lambda: heard_since(recorder, start / RATE), PATIENCE / STRIKES):
            return start
    raise AssertionError("no bell is heard")


def end_of(samples: "array[int]") -> float:
    """How loud the last hundredth of a second is before silence, in dB beside the loudest."""
    last = max(i for i, sample in enumerate(samples) if abs(sample) > FULL_SCALE * 10 ** (QUIET / 20))
    return peak(samples[last - RATE // 100 : last]) - peak(samples)


def wait_for_seconds(recorder: Recorder, seconds: float) -> None:
    until = recorder.seconds + seconds
    assert eventually(lambda: recorder.seconds >= until)


@every_backend
def test_a_bell_arrives_at_its_pitch_and_level(backend: str, player: Start, recorder: Recorder) -> None:
    bell = ready(player(backend))
    assert bell.status.backend == backend
    assert peak(recorder.samples) < QUIET
    for _ in range(STRIKES):
        samples = struck(bell, recorder)
        if pitches(samples) == IN_TUNE:
            break
    assert pitches(samples) == IN_TUNE
    assert peak(samples) == pytest.approx(-12, abs=1)


def struck(bell: Player, recorder: Recorder) -> "array[int]":
    """The first half second of a bowl, in silence before and after."""
    start = rung(bell, recorder)
    wait_for_seconds(recorder, 0.5)
    samples = recorder.samples[start:]
    bell.fade_out()
    assert eventually(lambda: peak(recorder.samples[-RATE // 10 :]) < QUIET)
    return samples


def pitches(samples: "array[int]") -> list[float]:
    """The loudest pitches near those of a bowl, in the quarter of a second after it is struck."""
    first = round(next(iter(onsets(samples, RATE, QUIET, 60)), 0) * RATE)
    heard = samples[first : first + round(0.25 * RATE)]
    return [loudest_near(heard, pitch, RATE) for pitch in BOWL] if heard else []


@every_backend
def test_two_bells_in_overlap_are_both_heard(backend: str, player: Start, recorder: Recorder) -> None:
    bell = ready(player(backend))
    rung(bell, recorder)
    before = recorder.seconds
    bell.play("chime")
    alone = recorder.samples[: round(before * RATE)]
    assert eventually(lambda: sounds(recorder, 880, -30))
    assert eventually(lambda: sounds(recorder, 220, -40))  # where its beat is at its weakest
    assert decibels(tone_at(alone, 880, RATE)) < QUIET


def sounds(recorder: Recorder, frequency: float, level: float) -> bool:
    """Whether a tone has been louder than `level` (dB) in the last third of a second."""
    return decibels(tone_at(recorder.samples[-RATE // 3 :], frequency, RATE)) > level


@every_backend
def test_strikes_are_spaced(backend: str, player: Start, recorder: Recorder) -> None:
    bell = ready(player(backend))
    bell.play("wood", strikes=2)
    assert bell.wait_quiet(PATIENCE)
    wait_for_seconds(recorder, 0.2)
    found = onsets(recorder.samples, RATE, -30, 0.3)
    gaps = [later - sooner for sooner, later in pairwise(found)]
    assert gaps == pytest.approx([0.6], abs=2)


@every_backend
def test_a_fade_is_soft_and_then_silent(backend: str, player: Start, recorder: Recorder) -> None:
    bell = ready(player(backend))
    for _ in range(STRIKES):
        start = rung(bell, recorder)
        wait_for_seconds(recorder, 0.3)
        bell.fade_out()
        assert eventually(lambda: peak(recorder.samples[-RATE // 10 :]) < QUIET)
        end = end_of(recorder.samples[start:])
        if end < -12:
            break
    assert end < -12


@every_backend
def test_a_bell_cut_off_by_leaving_is_faded(backend: str, player: Start, recorder: Recorder) -> None:
    for _ in range(STRIKES):
        bell = ready(player(backend))
        start = rung(bell, recorder)
        wait_for_seconds(recorder, 0.3)
        assert took(bell.close) < AT_ONCE
        wait_for_seconds(recorder, 0.3)
        end = end_of(recorder.samples[start:])
        if end < -9:
            break
    assert end < -9


def test_a_server_killed_in_mid_bell_is_one_line_each(
    player: Start, server: PulseServer, capfd: pytest.CaptureFixture[str]
) -> None:
    told: dict[str, list[str]] = {backend: [] for backend in AVAILABLE}
    bells = [ready(player(backend, told[backend].append)) for backend in AVAILABLE]
    ring_in_mid_bell(bells, server)
    server.kill()
    assert max(took(partial(bell.play, "bowl")) for bell in bells) < AT_ONCE
    assert eventually(lambda: states_of(bells) == {PlayerState.FAULT})
    for bell in bells:
        bell.play("wood")
    assert {bell.wait_ready(PATIENCE).state for bell in bells} == {PlayerState.FAULT}
    assert all(len(lines) == 1 and "\n" not in lines[0] for lines in told.values()), told
    server.start()
    with Recorder(server) as recorder:  # the next bell finds a server that has come back
        bells[0].play("wood")
        assert eventually(lambda: heard_since(recorder, 0))
    assert max(took(bell.close) for bell in bells) < AT_ONCE
    assert capfd.readouterr() == ("", "")


def test_a_server_frozen_in_mid_bell_is_one_line_each(
    player: Start, server: PulseServer, capfd: pytest.CaptureFixture[str]
) -> None:
    told: dict[str, list[str]] = {backend: [] for backend in AVAILABLE}
    bells = [ready(player(backend, told[backend].append)) for backend in AVAILABLE]
    ring_in_mid_bell(bells, server)
    server.freeze()
    for bell in bells:
        assert took(partial(bell.play, "bowl")) < AT_ONCE
        assert took(bell.fade_out) < AT_ONCE
        assert took(partial(bell.play, "bowl", strikes=2)) < AT_ONCE
    told["late"] = []
    late = player("miniaudio", told["late"].append)  # this one meets a server that is frozen already
    assert took(partial(late.play, "bowl")) < AT_ONCE
    bells.append(late)
    assert eventually(lambda: states_of(bells) == {PlayerState.FAULT})
    assert late.status.fault == "the sound server does not answer"
    assert max(took(bell.close) for bell in bells) < AT_ONCE
    assert all(len(lines) == 1 and "\n" not in lines[0] for lines in told.values()), told
    assert capfd.readouterr() == ("", "")


def test_leaving_a_frozen_server_is_quick(player: Start, server: PulseServer) -> None:
    bells = [ready(player(backend)) for backend in AVAILABLE]
    ring_in_mid_bell(bells, server)
    server.freeze()
    for bell in bells:
        bell.play("bowl")
    assert max(took(bell.close) for bell in bells) < AT_ONCE


def test_leaving_while_a_frozen_server_is_asked(player: Start, server: PulseServer) -> None:
    server.freeze()
    bell = player()
    bell.play("bowl")
    assert eventually(lambda: bell.status.backend)
    assert took(bell.close) < AT_ONCE


def test_a_rested_device_starts_again(player: Start, recorder: Recorder) -> None:
    bell = ready(player("miniaudio"))
    bell.play("wood")
    assert bell.wait_quiet(PATIENCE)
    wait_for_seconds(recorder, 0.3)
    between = recorder.seconds
    bell.play("wood")
    assert eventually(lambda: heard_since(recorder, between))
