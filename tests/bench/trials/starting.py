"""How long a page takes to become usable, and to be left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from tests.bench.means.baselines import BARE, HELLO
from tests.bench.means.homes import AJAR, home
from tests.bench.means.processes import cpu_seconds
from tests.bench.means.program import Program
from tests.bench.means.texts import first_prompts, opening_words
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking
from tui.words import lines

HELLO_WORLD = "Textual hello world"
PYTHON = "bare Python"
NONE = "start with none"
DOWN = b"\x1b[B"
SHORTEST = scan(SCRIPTS)[0]


@dataclass(frozen=True, slots=True)
class Page:
    """A page, which counts as live once it has answered a key."""

    argv: Sequence[str]
    shown: tuple[bytes, ...]
    """Texts one of which is seen first; the key is pressed then."""
    key: bytes
    answer: bytes
    """What only the key brings."""


LIBRARY = Page((AJAR,), (SHORTEST.title.encode(),), DOWN, opening_words(SHORTEST.about))
PROMPT = Page((AJAR, "play", "one-breath"), first_prompts("one-breath"), b" ", opening_words(lines.PAUSED))
SAYS_HELLO = Page(HELLO, (b"hello world",), DOWN, b"hello again")


def live(page: Page, env: Mapping[str, str]) -> Samples:
    """Milliseconds from the start until the page has answered a key, and from `q` to the end."""
    with Program(page.argv, env) as program:
        program.until(*page.shown)
        program.press(page.key)
        started = program.until(page.answer) - program.started
        program.still(0.2)
        return {"start": [started * 1000], "leave": [program.leave(b"q") * 1000]}


def computed(page: Page, env: Mapping[str, str]) -> Samples:
    """Milliseconds of CPU, of all threads, until a key was answered on the page."""
    with Program(page.argv, env) as program:
        program.until(*page.shown)
        program.press(page.key)
        program.until(page.answer)
        return {"cpu": [cpu_seconds(program.pid) * 1000]}


def python(env: Mapping[str, str]) -> Samples:
    """Milliseconds until bare Python has printed something."""
    with Program(BARE, env) as program:
        return {"start": [(program.until(b"x") - program.started) * 1000]}


def beside_hello(page: Page, taking: Taking) -> None:
    """A page of ours, compared with a Textual hello world and bare Python."""
    with home() as env:
        taking.in_turn(
            {
                OURS: lambda: live(page, env),
                HELLO_WORLD: lambda: live(SAYS_HELLO, env),
                PYTHON: lambda: python(env),
            }
        )


def computed_beside_hello(page: Page, taking: Taking) -> None:
    """The CPU of a page of ours beside that of a Textual hello world."""
    with home() as env:
        taking.in_turn({OURS: lambda: computed(page, env), HELLO_WORLD: lambda: computed(SAYS_HELLO, env)})


def many(count: int, taking: Taking) -> None:
    """The library with many sessions of one's own, compared with none."""
    with home(count) as full, home() as empty:
        taking.in_turn({OURS: lambda: live(LIBRARY, full), NONE: lambda: live(LIBRARY, empty)})


TRIALS = (
    Trial(
        "library",
        partial(beside_hello, LIBRARY),
        (
            Line("start", "start to the live library", "ms", Goal(Judge.RATIO, 1.0), (HELLO_WORLD, PYTHON)),
            Line("leave", "q in the library to the shell", "ms", Goal(Judge.WORST, 200), (HELLO_WORLD,)),
        ),
        once=1.5,
        a_round=1.5,
    ),
    Trial(
        "playing",
        partial(beside_hello, PROMPT),
        (
            Line(
                "play",
                "play: start to the live first prompt",
                "ms",
                Goal(Judge.RATIO, 1.25),
                (HELLO_WORLD, PYTHON),
                "start",
            ),
            Line(
                "stop", "q in a session to the shell", "ms", Goal(Judge.WORST, 200), (HELLO_WORLD,), "leave"
            ),
        ),
        once=2,
        a_round=2,
    ),
    Trial(
        "computing",
        partial(computed_beside_hello, PROMPT),
        (
            Line(
                "play-cpu",
                "play: CPU until the live first prompt",
                "ms",
                Goal(Judge.RATIO, 1.25),
                (HELLO_WORLD,),
                "cpu",
            ),
        ),
        once=1,
        a_round=1,
        times=4,
    ),
    Trial(
        "thousand",
        partial(many, 1_000),
        (Line("many", "start with 1,000 own sessions", "ms", Goal(Judge.RATIO, 1.3), (NONE,), "start"),),
        once=3,
        a_round=3,
    ),
    Trial(
        "ten-thousand",
        partial(many, 10_000),
        (
            Line(
                "ten-thousand",
                "start with 10,000 own sessions",
                "ms",
                Goal(Judge.RATIO, 2.5),
                (NONE,),
                "start",
            ),
        ),
        once=5,
        a_round=3,
    ),
)
