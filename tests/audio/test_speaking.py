"""The helper's voice under a fake clock: what is made, said, held and discarded, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audio.making import MAX_RENDERERS
from audio.speaking import (
    AFTER_HUSH_SECONDS,
    BELL_ALONE_SECONDS,
    MOST_WAIT_SECONDS,
    PAUSE_SECONDS,
    Outlets,
    Speaking,
)
from audio.tones import silence
from audio.voices.base import VoiceError, Wish
from audio.voices.rendering import FROZEN, PATIENCE_SECONDS, Gone, Made, Open, Part
from audio.voices.texts import sentences

A, B, C = "One here. Two here.", "Bee.", "Sea."
SECONDS = 1.0
"""Each sentence of the fake voice."""


@dataclass
class Studio:
    """A voice that takes a second for each sentence, a clock, and a note of all that happens."""

    at: float = 100.0
    slow: bool = False
    """Clips are made only when `deliver` is called."""
    heard: list[tuple[float, str]] = field(default_factory=list)
    faded: list[float] = field(default_factory=list)
    ducked: list[bool] = field(default_factory=list)
    told: list[dict[str, object]] = field(default_factory=list)
    asked: list[tuple[int, str]] = field(default_factory=list)
    started: int = 0
    closed: int = 0
    cannot_start: bool = False
    names: dict[bytes, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.voice = Speaking(
            Outlets(self.play, self.fade, self.ducked.append, self.tell, self.start, lambda: self.at)
        )
        self.voice.use(Wish())

    def start(self, _wish: Wish, _avoid: list[str]) -> Studio:
        if self.cannot_start:
            raise VoiceError("the voice could not be started")
        self.started += 1
        return self

    def ask(self, number: int, text: str) -> None:
        self.asked.append((number, text))

    def close(self) -> None:
        self.closed += 1

    def play(self, pcm: bytes) -> None:
        self.heard.append((self.at, self.names[pcm]))

    def fade(self) -> None:
        self.faded.append(self.at)

    def tell(self, **fields: object) -> None:
        self.told.append(fields)

    def deliver(self) -> None:
        """Make what was asked for last."""
        number, text = self.asked[-1]
        for sentence in sentences(text):
            pcm = silence(SECONDS) + len(self.names).to_bytes(4, "big")
            self.names[pcm] = sentence
            self.voice.heard(Part(number, pcm, "fake"))
        self.voice.heard(Made(number))

    def passes(self, seconds: float) -> None:
        """Let time pass as the helper would: a step whenever one is due."""
        end = self.at + seconds
        for _ in range(200):
            self.voice.step()
            while not self.slow and self.asked and self.voice._making.busy:
                self.deliver()
                self.voice.step()
            patience = self.voice.patience()
            if patience is None or self.at + patience > end:
                break
            self.at += max(patience, 0.001)
        else:
            raise AssertionError("it steps without end")
        self.at = end

    def say(self, *texts: str) -> None:
        self.voice.speak(texts, self.at)

    @property
    def words(self) -> list[str]:
        return [text for _, text in self.heard]


def test_a_text_is_said_at_once_sentence_by_sentence() -> None:
    studio = Studio()
    studio.say(A)
    studio.passes(5)
    assert [text for _, text in studio.heard] == ["One here.", "Two here."]
    assert studio.heard[0][0] == 100.0
    assert round(studio.heard[1][0] - studio.heard[0][0], 2) == SECONDS
    assert not studio.voice.busy


def test_what_is_made_ahead_is_said_from_memory() -> None:
    studio = Studio()
    studio.voice.ahead([B, C])
    studio.passes(1)
    assert [text for _, text in studio.asked] == [B, C]
    studio.say(B)
    studio.passes(3)
    assert studio.words == ["Bee."]
    assert len(studio.asked) == 2
    assert studio.voice.waiting == {B, C}


def test_what_is_said_now_is_made_before_what_is_made_ahead() -> None:
    studio = Studio()
    studio.voice.ahead([B])
    studio.say(C)
    studio.passes(0.1)
    assert [text for _, text in studio.asked] == [C, B]


def test_one_is_finished_and_the_next_waits_its_turn() -> None:
    studio = Studio()
    studio.say(A)
    studio.passes(0.5)
    studio.say(B)
    studio.passes(5)
    assert studio.words == ["One here.", "Two here.", "Bee."]
    assert studio.faded == []


def test_only_the_last_of_those_that_wait_is_said() -> None:
    studio = Studio()
    studio.say(A)
    studio.passes(0.5)
    studio.say(B)
    studio.say(C)
    studio.passes(5)
    assert studio.words == ["One here.", "Two here.", "Sea."]


def test_a_stillness_ends_the_wait_of_what_had_not_begun() -> None:
    studio = Studio(slow=True)
    studio.say(B)
    studio.passes(10)
    studio.say()
    studio.deliver()
    studio.passes(5)
    assert studio.words == []
    assert studio.voice.waiting == frozenset()


def test_a_slow_voice_is_late_within_its_beat() -> None:
    studio = Studio(slow=True)
    studio.say(B)
    studio.passes(10)
    studio.deliver()
    studio.passes(5)
    assert [(round(at), text) for at, text in studio.heard] == [(110, "Bee.")]


def test_a_hush_fades_and_forgets_everything() -> None:
    studio = Studio()
    studio.voice.ahead([C])
    studio.say(A)
    studio.passes(0.5)
    studio.say(B)
    studio.voice.hush()
    assert studio.faded == [100.5]
    assert studio.voice.waiting == frozenset()
    studio.passes(20)
    assert studio.words == ["One here."]


def test_a_clip_that_comes_after_a_hush_is_thrown_away() -> None:
    studio = Studio(slow=True)
    studio.say(B)
    studio.passes(0.1)
    studio.voice.hush()
    studio.deliver()
    studio.passes(5)
    assert (studio.words, studio.voice.waiting) == ([], frozenset())


def test_other_words_begin_when_those_that_were_cut_off_have_died_away() -> None:
    studio = Studio()
    studio.say(A)
    studio.passes(0.5)
    studio.voice.hush()
    studio.say(B)
    studio.passes(2)
    assert studio.heard[-1] == (100.5 + AFTER_HUSH_SECONDS, "Bee.")


def test_a_sentence_that_was_held_is_said_again_from_its_start() -> None:
    studio = Studio()
    studio.say(A)
    studio.passes(1.5)
    studio.voice.hold()
    assert len(studio.faded) == 1
    studio.passes(3600)
    assert studio.words == ["One here.", "Two here."]
    studio.voice.go_on()
    studio.passes(5)
    assert studio.words == ["One here.", "Two here.", "Two here."]


def test_what_waited_its_turn_follows_what_was_held() -> None:
    studio = Studio()
    studio.say(A)
    studio.passes(0.5)
    studio.say(B)
    studio.voice.hold()
    studio.passes(60)
    studio.voice.go_on()
    studio.passes(10)
    assert studio.words == ["One here.", "One here.", "Two here.", "Bee."]


def test_nothing_is_said_again_after_all_was_said() -> None:
    studio = Studio()
    studio.say(B)
    studio.passes(5)
    studio.voice.hold()
    studio.voice.go_on()
    studio.passes(5)
    assert studio.words == ["Bee."]
    assert studio.faded == []


def test_the_texts_of_one_utterance_have_a_pause_between_them() -> None:
    studio = Studio()
    studio.say(B, C)
    studio.passes(5)
    (first, _), (second, _) = studio.heard
    assert round(second - first, 2) == SECONDS + PAUSE_SECONDS


def test_a_bell_has_a_moment_to_itself_and_is_drawn_back_then() -> None:
    studio = Studio()
    studio.voice.bell_struck()
    studio.say(B)
    studio.passes(10)
    assert studio.heard == [(100.0 + BELL_ALONE_SECONDS, "Bee.")]
    assert studio.ducked == [True, False]


def test_words_never_wait_longer_than_two_seconds_for_bells() -> None:
    studio = Studio()
    studio.voice.ahead([B])
    studio.passes(1)
    studio.say(B)
    for _ in range(5):
        studio.voice.bell_struck()
        studio.passes(0.7)
    assert studio.heard == [(101.0 + MOST_WAIT_SECONDS, "Bee.")]


def test_a_renderer_that_stops_costs_one_text_and_another_is_started() -> None:
    studio = Studio(slow=True)
    studio.say(B)
    studio.passes(0.1)
    studio.voice.heard(Gone("the voice stopped"))
    studio.slow = False
    studio.passes(1)
    assert studio.words == []
    studio.say(C)
    studio.passes(3)
    assert studio.words == ["Sea."]
    assert (studio.started, studio.closed) == (2, 1)
    assert [told["say"] for told in studio.told] == ["mute"]


def test_a_renderer_that_says_nothing_is_given_up() -> None:
    studio = Studio(slow=True)
    studio.say(B)
    studio.passes(PATIENCE_SECONDS + 1)
    assert studio.closed == 1
    assert studio.told[-1]["reason"] == FROZEN


def test_a_machine_without_a_voice_is_asked_once() -> None:
    studio = Studio(slow=True)
    studio.say(B)
    studio.passes(0.1)
    studio.voice.heard(Gone("no voice works here", (("piper", "it is not installed"),)))
    for text in (A, B, C):
        studio.say(text)
        studio.passes(5)
    assert studio.started == 1
    assert len(studio.told) == 1
    assert studio.voice.waiting == frozenset()


def test_renderers_that_keep_dying_are_not_started_for_ever() -> None:
    studio = Studio(slow=True)
    for number in range(10):
        studio.say(f"Number {number}.")
        studio.passes(0.1)
        studio.voice.heard(Gone("the voice stopped"))
    assert studio.started == MAX_RENDERERS
    assert not studio.voice.busy


def test_a_voice_that_cannot_be_started_is_told() -> None:
    studio = Studio(cannot_start=True)
    studio.say(B)
    studio.passes(1)
    assert studio.told[0]["reason"] == "the voice could not be started"


def test_nothing_is_said_before_a_voice_was_chosen() -> None:
    studio = Studio()
    studio.voice = Speaking(
        Outlets(studio.play, studio.fade, studio.ducked.append, studio.tell, studio.start, lambda: studio.at)
    )
    studio.say(B)
    studio.voice.ahead([C])
    studio.passes(5)
    assert studio.asked == []


def test_another_voice_makes_everything_anew() -> None:
    studio = Studio()
    studio.voice.ahead([B])
    studio.passes(1)
    studio.voice.use(Wish(rate=100))
    assert (studio.started, studio.closed, studio.voice.waiting) == (2, 1, frozenset())
    studio.voice.use(Wish(rate=100))
    assert studio.started == 2


def test_which_voice_is_ready_and_who_gave_way_is_passed_on() -> None:
    studio = Studio(slow=True)
    studio.voice.heard(Open("flite", "slt", (("piper", "it is not installed"),)))
    studio.say(B)
    studio.passes(0.1)
    studio.voice.heard(Made(1, "", (("command", "it took too long"),)))
    assert [told["say"] for told in studio.told] == ["voice", "instead"]


_TEXTS = st.sampled_from((A, B, C))
_COMMANDS: st.SearchStrategy[tuple[str, list[str] | float]] = st.one_of(
    st.tuples(st.just("speak"), st.lists(_TEXTS, max_size=2)),
    st.tuples(st.just("ahead"), st.lists(_TEXTS, max_size=3)),
    st.tuples(st.sampled_from(("hush", "hold", "go_on", "bell", "gone", "deliver")), st.just([])),
    st.tuples(st.just("pass"), st.sampled_from((0.0, 0.3, 1.1, 5.0))),
)


@given(st.lists(_COMMANDS, max_size=25), st.booleans())
def test_whatever_is_asked_nothing_stays_in_memory_that_nobody_wants(
    commands: list[tuple[str, list[str] | float]],
    slow: bool,  # noqa: FBT001  # given
) -> None:
    """And no two sentences overlap, and every run comes to rest."""
    studio = Studio(slow=slow)
    wanted: set[str] = set()
    spoken: set[str] = set()
    for name, given_ in commands:
        texts = given_ if isinstance(given_, list) else []
        match name:
            case "speak":
                spoken |= set(texts)
                studio.voice.speak(texts, studio.at)
            case "ahead":
                wanted = set(texts)
                studio.voice.ahead(texts)
            case "hush":
                wanted, spoken = set(), set()
                studio.voice.hush()
                assert studio.voice.waiting == frozenset()
            case "pass":
                studio.passes(given_ if isinstance(given_, float) else 0.0)
            case "gone":
                studio.voice.heard(Gone("the voice stopped"))
            case "deliver":
                if studio.voice._making.busy:
                    studio.deliver()
            case _:
                {"hold": studio.voice.hold, "go_on": studio.voice.go_on, "bell": studio.voice.bell_struck}[
                    name
                ]()
        assert studio.voice.waiting <= wanted | spoken
    starts = [at for at, _ in studio.heard]
    for first, second in pairwise(starts):
        assert second >= first + SECONDS or any(first <= at <= second for at in studio.faded)
    studio.voice.hush()
    studio.passes(10)
    assert not studio.voice.busy
