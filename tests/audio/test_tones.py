import pytest

from audio import tones
from audio.tones import RATE, TIMBRES, TONES, seconds, strike
from sessions.written import Tone
from tests.audio.listening import decibels, loudest_near, peak, samples_of, tone_at

RATIOS = {
    "bowl": (1, 2.778, 5.181, 8.163, 11.661),
    "chime": (1, 2.756, 5.423, 8.988),
    "wood": (1, 2.572, 4.644),
}
BASES = {"bowl": 220, "chime": 880, "wood": 640}
PARTIALS = [(tone, BASES[tone] * ratio) for tone, ratios in RATIOS.items() for ratio in ratios]


@pytest.mark.parametrize(("tone", "partial"), PARTIALS)
def test_each_partial_has_its_pitch(tone: str, partial: float) -> None:
    length = 0.12 if tone == "wood" else 0.4
    heard = samples_of(strike(tone))[: round(length * RATE)]
    tolerance = 0.006 if tone == "wood" else 0.003  # a tap of a sixth of a second has no sharper pitch
    assert loudest_near(heard, partial, RATE) == pytest.approx(partial, rel=tolerance)


def test_every_tone_of_a_session_has_a_timbre() -> None:
    assert set(TONES) == {tone.value for tone in Tone}


@pytest.mark.parametrize("tone", TONES)
def test_peak_is_12_db_below_full_scale(tone: str) -> None:
    assert peak(samples_of(strike(tone))) == pytest.approx(-12, abs=0.2)


@pytest.mark.parametrize(("tone", "length"), [("bowl", 14.2), ("chime", 6.2), ("wood", 0.36)])
def test_length_is_the_longest_t60_and_a_fade(tone: str, length: float) -> None:
    assert len(strike(tone)) == round(length * RATE) * 2
    assert seconds(tone) == pytest.approx(length)


@pytest.mark.parametrize("tone", TONES)
def test_it_ends_in_nothing_without_a_step(tone: str) -> None:
    samples = samples_of(strike(tone))
    last = samples[-round(0.2 * RATE) :]
    assert samples[-1] == 0
    assert peak(last[-len(last) // 10 :]) <= peak(last[: len(last) // 10])
    assert peak(last) < -55


@pytest.mark.parametrize(("tone", "attack"), [("bowl", 0.012), ("chime", 0.004), ("wood", 0.002)])
def test_the_attack_rises_from_nothing(tone: str, attack: float) -> None:
    samples = samples_of(strike(tone))
    frames = round(attack * RATE)
    assert abs(samples[0]) <= 1
    assert peak(samples[: frames // 4]) < peak(samples[frames : frames * 4]) - 12


@pytest.mark.parametrize(("tone", "mode"), [(t, i) for t in ("bowl", "chime") for i in range(2)])
def test_a_mode_is_60_db_down_after_its_t60(tone: str, mode: int) -> None:
    shape = TIMBRES[tone].modes[mode]
    frequency = TIMBRES[tone].base * shape.ratio
    samples = samples_of(strike(tone))
    # Two windows that are a whole number of beats apart, so that beating does not count as decay.
    apart = round(shape.t60 / 4 * shape.split) / shape.split if shape.split else shape.t60 / 4
    first, second = (samples[round(at * RATE) :][: RATE // 4] for at in (0.1, 0.1 + apart))
    drop = decibels(tone_at(first, frequency, RATE)) - decibels(tone_at(second, frequency, RATE))
    assert drop == pytest.approx(60 * apart / shape.t60, abs=1)


def test_a_bowl_beats() -> None:
    samples = samples_of(strike("bowl"))
    beat = 1 / 0.6
    levels = [
        tone_at(samples[round(t * RATE) :][: RATE // 5], 220, RATE) for t in (0, beat / 2 - 0.1, beat - 0.1)
    ]
    assert levels[1] < levels[2]


def test_a_strike_is_made_once() -> None:
    assert strike("wood") is strike("wood")


def test_an_unknown_tone_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        strike("xyzzy")


def test_all_tones_name_a_spacing_shorter_than_a_visit() -> None:
    assert [tones.spacing(tone) for tone in TONES] == [3.0, 1.5, 0.6]
