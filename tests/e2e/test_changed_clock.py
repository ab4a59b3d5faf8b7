"""The wall clock is set forward and back during a session: nothing jumps, nothing waits.

The machine's own clock is not touched. A small preloaded library shifts the time of day for this one process;
the monotonic clock stays as it is, as when NTP, daylight saving time or a person sets the clock.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sessions.clock import MachineClock
from tests.e2e.pty_app import PtyApp, now
from tests.fakes.files import COUNTED
from tui.plain import performer as plain
from tui.plain.sitting import BEGIN
from tui.words import lines

SHIFT = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long shift(void) {
    long seconds = 0;
    FILE *file = fopen(getenv("SHIFT_FILE"), "r");
    if (file) { if (fscanf(file, "%ld", &seconds) != 1) seconds = 0; fclose(file); }
    return seconds;
}
int clock_gettime(clockid_t id, struct timespec *at) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int code = real(id, at);
    if (!code && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) at->tv_sec += shift();
    return code;
}
int gettimeofday(struct timeval *restrict at, void *restrict zone) {
    struct timespec exact;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &exact);
    at->tv_sec = exact.tv_sec;
    at->tv_usec = exact.tv_nsec / 1000;
    return 0;
}
time_t time(time_t *at) {
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (at) *at = exact.tv_sec;
    return exact.tv_sec;
}
"""

ROOT = Path(__file__).parents[2]
PACE = 0.5
BEAT = 5.0 * PACE
DAY = 86_400
LATE = 10.0
"""Seconds; if the wall clock mattered, a cue would come a day early or late."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="uses what Linux offers")


class WallClock:
    """The time of day for processes that are started with `env`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "shift"
        self.set(0)
        source, library = folder / "shift.c", folder / "shift.so"
        source.write_text(SHIFT, encoding="ascii")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
        self.env = {"LD_PRELOAD": str(library), "SHIFT_FILE": str(self._file)}

    def set(self, seconds: int) -> None:
        """Shift it by so many seconds from now on."""
        self._file.write_text(str(seconds), encoding="ascii")


@pytest.fixture
def wall_clock(tmp_path: Path) -> WallClock:
    if shutil.which("cc") is None:
        pytest.skip("no C compiler to build the library with")
    return WallClock(tmp_path)


@pytest.mark.parametrize("seconds", [DAY, -DAY])
def test_the_time_of_day_is_shifted_and_the_monotonic_clock_is_not(
    wall_clock: WallClock, seconds: int
) -> None:
    wall_clock.set(seconds)
    script = "import time; print(time.time(), time.monotonic())"
    told = subprocess.check_output([sys.executable, "-c", script], env=wall_clock.env, text=True).split()
    assert float(told[0]) == pytest.approx(time.time() + seconds, abs=300)  # what is shifted
    assert float(told[1]) == pytest.approx(now(), abs=300)


@pytest.mark.life_speed
@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
def test_prompts_come_when_they_are_due_whatever_the_time_of_day(
    options: tuple[str, ...], wall_clock: WallClock, tmp_path: Path
) -> None:
    file = tmp_path / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    args = ("play", str(file), "--pace", str(PACE), *options)
    with PtyApp(*args, home=tmp_path, size=(100, 40), env=wall_clock.env) as app:
        app.until(BEGIN if options else "Before you begin")
        app.press("\n" if options else "\r")
        shown = [app.until("One.")]
        for seconds, prompt in ((DAY, "Two."), (-DAY, "Three."), (0, "Four.")):
            app.pass_time(0.3)
            wall_clock.set(seconds)
            shown.append(app.until(prompt))
        assert [at - shown[0] for at in shown] == pytest.approx([0, BEAT, 2 * BEAT, 3 * BEAT], abs=LATE)
        assert plain.AWAY_LINE not in app.text
        assert lines.AWAY[:30] not in app.text
        app.press("q\n" if options else "q")
        assert app.wait() == 0


def test_a_suspended_machine_is_told_from_a_busy_one_by_its_clocks() -> None:
    """The kernel's own two clocks, an hour apart as after an hour's suspend.

    More cannot be shown here: to suspend is to stop the machine that tests, and a namespace takes its offset
    only when it is made. That the clocks drift apart under a running session is shown with a fake clock.
    """
    apart = ["unshare", "--map-root-user", "--time", "--boottime", "3600"]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("no right to make a namespace for time")
    script = "from sessions.clock import MachineClock; print(MachineClock().asleep())"
    told = subprocess.check_output([*apart, sys.executable, "-c", script], cwd=ROOT, text=True)
    assert float(told) - MachineClock().asleep() == pytest.approx(3600, abs=60)
