"""What all tests share: an empty home, and property tests with the same examples on every machine."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from sessions.library.bundled import SCRIPTS

# A shell that starts the tests in the background makes them, and what they start, ignore Ctrl-C and Ctrl-\.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGQUIT, signal.SIG_DFL)
# `nohup` makes children ignore SIGHUP; restore the default, as in an ordinary terminal.
signal.signal(signal.SIGHUP, signal.SIG_DFL)

BYTECODE = Path(__file__).parents[1] / ".pytest_cache" / "bytecode"

# Where no bytecode may be written beside the sources, each of the hundreds of programs that tests start would
# compile the player again, and each worker the tests.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(BYTECODE)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

MOST_WORKERS = 8
"""Each takes up to 400 MB."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than there are cores, since some tests wait for a terminal, a sound or a process.

    None for one core, or where single files are named: starting takes longer.
    """
    files = all(Path(arg.partition("::")[0]).is_file() for arg in config.args)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 0 if files or cores == 1 else min(cores + 1, MOST_WORKERS)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object | None:
    """How tests are handed to the workers, unless the command line says otherwise."""
    from tests.handing_out import ByGroupOrFile  # noqa: PLC0415  # only with workers

    return ByGroupOrFile(config, log) if config.getvalue("dist") == "loadgroup" else None


BUNDLED = frozenset(path.name.partition(".")[0] for path in SCRIPTS.glob("*.session.yaml"))


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Groups for the workers, see `group_of`; what takes long begins early, so that no worker ends alone."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None and (group := group_of(item)):
            item.add_marker(pytest.mark.xdist_group(group))
    if hasattr(config, "workerinput"):
        items.sort(key=turn_of)


COMPUTING = (
    "care/",
    "tui/screens/",
    "tui/rehearsal/",
    "test_invariants",
    "test_growth",
    "test_paths",
    "test_writers",
)
WAITING = ("e2e/", "audio/", "tui/commands/", "test_processes")
LONG = (COMPUTING, WAITING)
"""Files of five seconds and more, or their folders: those that compute, and those that wait for a process."""


def turn_of(item: pytest.Item) -> int:
    """Sounds first, which take longest and need little of a processor, and beside them what computes.

    What waits comes once all workers are free to make use of that.
    """
    if item.get_closest_marker("sound"):
        return 0
    if item.get_closest_marker("xdist_group"):
        return 1
    turns = (turn for turn, names in enumerate(LONG, 2) if any(name in item.nodeid for name in names))
    return next(turns, 2 + len(LONG))


def pytest_collection_finish() -> None:
    """Freeze the collected tests, which live as long as their worker, to make garbage collection cheaper."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Look for garbage now, so that the five times pytest looks after this have nothing to go through."""
    for _ in range(5):
        if not gc.collect():
            break
    gc.freeze()


def group_of(item: pytest.Item) -> str:
    """The group of a test: all tests of a group run in one worker.

    One group for tests of sound, so that no two listen at once, and one for each bundled session, so that its
    situations are walked only once.
    """
    if item.get_closest_marker("sound"):
        return "sound"
    name = item.callspec.params.get("name") if hasattr(item, "callspec") else None
    return name if isinstance(name, str) and name in BUNDLED else ""


# Most objects live as long as their worker, or are freed by reference counting: collect less often.
gc.set_threshold(100_000, 20, 20)

settings.register_profile(
    "ajar",
    derandomize=True,  # the same examples on every machine and in every run
    database=None,
    deadline=None,  # a shared build machine may stall; speed has tests of its own
    max_examples=60,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],  # explaining a failure takes minutes here
    suppress_health_check=[HealthCheck.too_slow],  # building a whole session is slow on purpose
)
settings.load_profile("ajar")


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn motion off, here and in programs that a test starts, unless the test is about motion."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, into which the app writes whatever it writes."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    return place
