"""The kinds of input that are fuzzed: where cases come from, and what has to hold for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sessions.authoring.fix import mend
from sessions.check import check_bytes, check_text
from sessions.importing.draft import draft_of
from sessions.importing.source import UnusableError
from sessions.library.bundled import SCRIPTS
from sessions.mine.fields import MOST_CHARACTERS
from sessions.mine.template import TEMPLATE
from sessions.reading.files import MOST_BYTES
from sessions.rehearsal.playthrough import course
from sessions.repertoire import repertoire
from sessions.reports.report import Format, report
from sessions.unsafe import find_unsafe
from tests.fuzz.mutations import mutated
from tests.sessions.reading.grown import GROWN
from tui.mine_file import MineError, keep, let_go, look
from tui.mine_file import load as load_own_lines
from tui.settings import Settings as AllSettings
from tui.settings import SettingsError, load, remember, toml
from tui.terminal.keyboards import Keyboard
from tui.terminal.parsing import Parsing
from tui.words.help_lines import BUNDLED, help_lines

TESTS = Path(__file__).parents[1]
IMPORTED = TESTS / "sessions" / "importing" / "cases"
ESC = "\x1b"


class FuzzKind(NamedTuple):
    """One kind of input."""

    name: str
    what: str
    cases: Callable[[Random], Iterator[bytes]]
    """An endless iterator, or all cases there are."""
    holds: Callable[[bytes], None]
    """Raises if something is wrong."""


def _from(folder_files: Callable[[], list[Path]]) -> Callable[[Random], Iterator[bytes]]:
    def cases(chance: Random) -> Iterator[bytes]:
        seeds = [path.read_bytes() for path in folder_files()]
        yield from seeds
        while True:
            yield mutated(chance.choice(seeds), seeds, chance)

    return cases


def _sessions() -> list[Path]:
    found = [*SCRIPTS.rglob("*.yaml"), *(TESTS / "sessions" / "bad").glob("*.yaml")]
    return sorted(path for path in found if path.is_file())


def _imported() -> list[Path]:
    return sorted(path for path in IMPORTED.iterdir() if path.is_file())


def plain(text: str) -> None:
    """A text holds nothing that a terminal would obey."""
    assert not any(find_unsafe(text)), repr(text[:200])


def session_holds(content: bytes) -> None:
    """A session is read, its faults are reported, fixing ends, and a valid one can be played to its end."""
    checked = check_bytes(content, "fuzz.session.yaml")
    for line in report([checked], Format.FULL):
        plain(line)
    if checked.session is not None:
        assert course(repertoire(checked.session), None)
    elif any(fault.edit for fault in checked.faults) and len(content) < 20_000:
        mended = mend(content, "fuzz.session.yaml")
        assert len(mended.checked.faults) <= len(checked.faults) or mended.done


SMALLEST_GROWN = 8 * 1024


def grown_cases(_chance: Random) -> Iterator[bytes]:
    """Each construct in growing sizes up to the largest file, including sizes near the limit of values."""
    for make in GROWN.values():
        size = MOST_BYTES - 1000
        while size > SMALLEST_GROWN:
            yield make(size).encode()
            size = size * 3 // 4


def grown_holds(content: bytes) -> None:
    """The file is read."""
    check_text(content.decode())


def settings_cases(chance: Random) -> Iterator[bytes]:
    """Settings as they are written, and as people may write them."""
    own = b'# mine\ntheme = \'ajar-day\'  # by day\n"pace" = 1.5\nvoice_command = "say \\"\\""\n'
    seeds = [toml(AllSettings()).encode(), own]
    while True:
        yield mutated(chance.choice(seeds), [*seeds, BUNDLED.read_bytes()], chance)


def settings_hold(content: bytes) -> None:
    """The result is a one-line message, or settings that can be changed without losing any."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "settings.toml")
        path.write_bytes(content)
        try:
            before = load(path)
        except SettingsError as error:
            plain(str(error))
            return
        assert remember(path, bell=not before.bell) == load(path) == before.changed(bell=not before.bell)
        assert list(Path(folder).iterdir()) == [path]


def help_cases(chance: Random) -> Iterator[bytes]:
    """The bundled list, changed."""
    seeds = [BUNDLED.read_bytes(), BUNDLED.read_bytes()[:600]]
    while True:
        yield mutated(chance.choice(seeds), seeds, chance)


def help_holds(content: bytes) -> None:
    """There is a list to show, and at most a one-line message."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "help-lines.toml")
        path.write_bytes(content)
        lines, said = help_lines(path)
    assert lines
    plain(said)
    for line in lines:
        plain(f"{line.name}{line.region}{line.reach}{line.hours}{line.source}")


OWN_LINES = """\
# Mine
words:
  - “I'm allowed to go slowly.”
  - >
    One thing
    after the other.
comforts: [tea, "the dog, asleep"]  # both
signs:
  closing:
  - jokes   # always
  opening:
people:
  - "Sam: 555 0100"
"""


def own_line_cases(chance: Random) -> Iterator[bytes]:
    """A person's own files as ajar makes them, and as people may write them."""
    seeds = [TEMPLATE.encode(), OWN_LINES.encode()]
    while True:
        yield mutated(chance.choice(seeds), seeds, chance)


def own_lines_hold(content: bytes) -> None:
    """The result is one line and a fix for each fault; or lists to which a line can be added without loss."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "mine.yaml")
        path.write_bytes(content)
        before, said = load_own_lines(path)
        plain(said)
        for line in chain.from_iterable(before):
            plain(line)
            assert 0 < len(line) <= MOST_CHARACTERS
        for fault in look(path)[1]:
            plain(fault.message + fault.help)
            assert fault.help
            assert "session" not in fault.message + fault.help
        for name in before._fields if not said else ():
            _takes_a_line(path, name)
        assert list(Path(folder).iterdir()) == [path]


def _takes_a_line(path: Path, name: str) -> None:
    before, content = load_own_lines(path)[0], path.read_bytes()
    held = getattr(before, name)
    try:
        longer = keep(path, name, "tea: “green” #1")
    except MineError as error:
        plain(str(error))
        assert path.read_bytes() == content
        return
    assert longer == load_own_lines(path)[0] == before._replace(**{name: (*held, "tea: “green” #1")})
    with suppress(MineError):
        assert let_go(path, name, "tea: “green” #1") == before


KEYS = (
    "q",
    "h",
    "\r",
    " ",
    ESC,
    "\x03",
    "é",
    "漢",
    "\x00",
    "\x7f",
    "[",
    "O",
    "1",
    "9999999999",
    "1114112",
    "55296",
    ":",
    ";",
    "~",
    "u",
    "#",
    "*",
    "m",
    "!",
    "t",
    "I",
    "<",
    "?",
    "$",
    "y",
    " ",
    "\\",
    "]",
    "P",
    "_",
    "\x07",
    f"{ESC}[",
    f"{ESC}O",
    f"{ESC}[200~",
    f"{ESC}[201~",
    f"{ESC}[<35;10;10M",
    f"{ESC}[12;40R",
    f"{ESC}[113;;113u",
    f"{ESC}[M !!",
    f"{ESC}]11;rgb:0/0/0\x07",
    f"{ESC}P1$r0m{ESC}\\",
    f"{ESC}[48;24;80;0;0t",
    f"{ESC}[27;5;113~",
    f"{ESC}[?2026;1$y",
)


def key_cases(chance: Random) -> Iterator[bytes]:
    """What terminals send, in any order, cut anywhere; a line feed stands for a moment without input."""
    while True:
        pieces = [chance.choice(KEYS) for _ in range(chance.choice((1, 3, 10, 60)))]
        text = "".join(pieces)
        cuts = sorted(chance.randint(0, len(text)) for _ in range(chance.choice((0, 1, 4))))
        parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        yield "\n".join(parts).encode()


def keys_hold(content: bytes) -> None:
    """Nothing is raised, and Ctrl-C is heard after all of it."""
    parsing = Parsing(Keyboard(), lambda: False)
    for part in (*content.decode().split("\n"), "\x03"):
        seen = list(parsing.feed(part))
        while parsing.looks:
            seen += parsing.look(answer_due=False)
    assert any(getattr(message, "key", "") == "ctrl+c" for message in seen)


def imported_holds(content: bytes) -> None:
    """The result is a one-line reason, or a draft that can be played."""
    name = "fuzz" + (".srt", ".vtt", ".lrc", ".txt", ".json", ".md", ".html", "")[sum(content[:64]) % 8]
    try:
        draft = draft_of(content, name)
    except UnusableError as error:
        plain(str(error))
        return
    for note in draft.notes:
        plain(note)
    assert check_text(draft.text).errors == ()


KINDS = (
    FuzzKind("sessions", "session files, mutated", _from(_sessions), session_holds),
    FuzzKind("grown", "session files, one construct repeated", grown_cases, grown_holds),
    FuzzKind("settings", "settings, mutated", settings_cases, settings_hold),
    FuzzKind("help-lines", "help lists, mutated", help_cases, help_holds),
    FuzzKind("mine", "own lines, mutated", own_line_cases, own_lines_hold),
    FuzzKind("keys", "key sequences, cut anywhere", key_cases, keys_hold),
    FuzzKind("imported", "subtitles and the like, mutated", _from(_imported), imported_holds),
)
