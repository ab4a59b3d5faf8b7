"""An author at a real terminal: the file is saved by an editor, and the rehearsal follows it."""

from __future__ import annotations

import shutil
from pathlib import Path

from sessions.library.bundled import SCRIPTS
from tests.e2e.pty_app import PtyApp

NEW = "Something in you may be standing at the door. You could nod to it, or not."


def replaced(file: Path, text: str) -> None:
    """Save as vim and many other editors do: rename the old file, and write a new one."""
    file.rename(file.with_suffix(".bak"))
    file.write_text(text, encoding="utf-8")


def test_a_file_saved_in_an_editor_is_followed(tmp_path: Path) -> None:
    file = tmp_path / "mine.session.yaml"
    shutil.copy(SCRIPTS / "hello-guard.session.yaml", file)
    text = file.read_text(encoding="utf-8")
    direct = text.partition("\ndirect:\n")[2]
    old, other = direct.splitlines()[0], direct.partition("    or:\n")[2].splitlines()[0]
    with PtyApp("rehearse", str(file), "--speed", "2", home=tmp_path, size=(120, 30)) as app:
        app.until("beat 1 of 3")
        app.until("×2")
        app.press("j")
        app.until("Where to?")
        app.press("3")
        app.until("direct · beat 1 of 6")
        app.press(" ")
        app.until("paused")
        replaced(file, text.replace(old, f"  - say: {NEW}").replace(f"    or:\n{other}\n", ""))
        app.until(lambda seen: "standing at the door" in seen.text)
        app.until("direct · beat 1 of 6")
        replaced(file, text.replace("direct:\n", "drect:\n", 1))
        app.until("Not playable as saved")
        assert "standing" in app.text
        file.unlink()
        app.until("the file is gone")
        file.write_text(text.replace("title: Hello, Guard", "title: Hello, Guards"), encoding="utf-8")
        app.until(lambda seen: "Not playable" not in seen.text and "gone" not in seen.text)
        app.press("yo")
        app.until("direct · beat 4 of 6")
        app.press("q")
        assert app.wait() == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.session.bak", "mine.session.yaml"]
