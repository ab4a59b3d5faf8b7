"""Home folders for measured programs: empty, or with many sessions."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sessions.library.bundled import SCRIPTS

AJAR = str(Path(sys.executable).with_name("ajar"))
MODEL = SCRIPTS / "when-its-hard.session.yaml"


@contextlib.contextmanager
def home(own_sessions: int = 0, *, motion: bool = False) -> Iterator[dict[str, str]]:
    """The environment variables of a fresh home in which the notice has been read."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        settings = root / "config" / "ajar" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"notice_read = true\nmotion = {str(motion).lower()}\n", encoding="utf-8")
        write_sessions(root / "data" / "ajar" / "sessions", own_sessions)
        yield {
            "HOME": folder,
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_DATA_HOME": f"{folder}/data",
            "XDG_CACHE_HOME": f"{folder}/cache",
            "XDG_STATE_HOME": f"{folder}/state",
        }


def write_sessions(folder: Path, count: int) -> None:
    """Write sessions with different titles."""
    folder.mkdir(parents=True, exist_ok=True)
    text = MODEL.read_text(encoding="utf-8")
    for number in range(count):
        own = text.replace("title: ", f"title: Number {number}, ", 1)
        (folder / f"own-{number:05}.session.yaml").write_text(own, encoding="utf-8")


def cues_session(count: int) -> str:
    """A session of `count` one-second prompts, `cue001.` and so on, on the indirect track."""
    beats = "".join(f"  - say: cue{number:03}.\n    for: 1s\n" for number in range(count + 1))
    return (
        f"format: 1\ntitle: cues\nlength: {(count + 3) // 60}m{(count + 3) % 60}s\n"
        "arriving:\n  - say: first\n    for: 1s\n  - check_in: now\n"
        f"indirect:\n{beats}landing:\n  - say: last\n    for: 1s\n"
    )
