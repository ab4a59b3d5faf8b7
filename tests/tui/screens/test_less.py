"""Less: on every beat that asks something, on the screen and line by line."""

from __future__ import annotations

import pytest

from sessions.engine.score import Beat, BeatKind
from sessions.engine.state import State
from sessions.written import Breathe, CheckIn, Say, Track
from tests.fakes.clock import FakeClock
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import NAMES, bundled, on_stage
from tests.fakes.typist import Typist
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance
from tui.words import phrases

PACED = TWO_TRACKS.changed(
    arriving=(Breathe(4.0, 6.0, 20.0, "or a sound"), Say("a1", 10.0), CheckIn("how is it?"))
)

MANY = 500
"""Keys or lines that end every session."""


def expected(beat: Beat) -> tuple[str, ...]:
    """What less shows: the author's smaller ask, or one of the app's own."""
    return (beat.less,) if beat.less else phrases.LESS_LINES


@pytest.mark.parametrize(("name", "track"), [("rest-or-step", Track.DIRECT), ("hello-guard", Track.INDIRECT)])
async def test_every_beat_of_a_session_can_be_less_on_the_screen(name: str, track: Track) -> None:
    """With a question of the author and without; line by line, every session is gone through below."""
    async with on_stage(size=(100, 30)) as stage:
        await stage.begin(name, track, pace=None)
        shown = 0
        for _ in range(MANY):
            if stage.state is State.ENDED or _at_the_end(stage.player):
                break
            beat = stage.player.runner.engine.run.beat
            if stage.state is not State.BEAT or beat is None:
                await stage.press("s" if stage.state is not State.FORK else "1")
                continue
            before = stage.text
            await stage.press("l")
            if beat.kind is BeatKind.QUIET:
                assert stage.text == before, "nothing is asked, so nothing can be less"
            else:
                assert any(stage.shows(line) for line in expected(beat)), beat
                shown += 1
            assert stage.player.runner.engine.run.beat == beat
            await stage.press("enter")
        else:
            raise AssertionError("this session never ends")
        assert shown >= 5


def _at_the_end(player: object) -> bool:
    run = player.runner.engine.run  # type: ignore[attr-defined]
    return run.state is State.CHECK_IN and run.bookmark is None


async def test_a_pacer_can_be_less_too() -> None:
    async with on_stage() as stage:
        await stage.begin(PACED)
        assert stage.shows("in for 4, out for 6")
        await stage.press("l")
        assert any(stage.shows(line) for line in phrases.LESS_LINES)
        assert not stage.shows("in for 4")


@pytest.mark.parametrize("word", ["l", "less"])
@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("name", NAMES)
def test_every_beat_of_a_session_can_be_less_line_by_line(name: str, track: Track, word: str) -> None:
    session = bundled(name)
    clock = FakeClock()
    out: list[str] = []
    source = _AlwaysLess(clock, word)
    run = PlainRun(Performance(session, name, track, None), PlainMeans(clock, source, out.append))
    source.run = run
    run.play()
    assert len(source.asked) >= 5
    text = "".join(out)
    assert all(any(line in text for line in expected(beat)) for beat in source.asked)
    assert all(beat.less in text for beat in source.asked if beat.less)


class _AlwaysLess(Typist):
    """Asks for less in each beat that asks something, goes on, and skips every question."""

    def __init__(self, clock: FakeClock, word: str) -> None:
        super().__init__(clock)
        self.run: PlainRun | None = None
        self.asked: list[Beat] = []
        self._word = word
        self._read = 0

    def read(self, seconds: float | None) -> str:
        """The next line."""
        assert seconds is None, "the pace is manual"
        assert self.run is not None
        self._read += 1
        assert self._read < MANY, "this session never ends"
        run = self.run._runner.engine.run
        if run.state is not State.BEAT or run.beat is None:
            return "1" if run.state is State.FORK else "skip"
        if run.beat.kind is BeatKind.QUIET or run.beat in self.asked[-1:]:
            return ""
        self.asked.append(run.beat)
        return self._word
