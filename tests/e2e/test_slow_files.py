"""With files in the session folder that take long to read, the app still opens and ends at once."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.pty_app import PtyApp
from tests.sessions.reading.grown import GROWN

WORST = ("full, with a long text and a slip", "full, with blank lines and a slip")
FILES = 40
"""About twenty seconds of reading on an idle machine."""


def test_the_library_is_left_while_files_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "ajar" / "sessions"
    folder.mkdir(parents=True)
    for name in WORST:
        text = GROWN[name](255_000)
        for number in range(FILES // len(WORST)):
            (folder / f"{name[11:15].strip()}-{number}.session.yaml").write_text(text, encoding="utf-8")
    with PtyApp(home=tmp_path) as app:
        app.until("A minute with a sound", 60.0)
        app.press("q")
        assert app.wait(60.0) == 0
        assert "Traceback" not in app.text
