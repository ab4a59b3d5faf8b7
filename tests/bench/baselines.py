"""The programs that ours are measured beside."""

from __future__ import annotations

import sys

BARE = (sys.executable, "-c", "print('x')")
"""The floor of everything written in Python."""

HELLO_SOURCE = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    BINDINGS = [("q", "quit", "quit"), ("down", "answer", "answer")]
    def compose(self):
        yield Static("hello world")
    def action_answer(self):
        self.query_one(Static).update("hello again")
Hello().run()
"""
HELLO = (sys.executable, "-c", HELLO_SOURCE)
"""The smallest useful Textual program: one line of text, and a key that changes it."""

ECHO_SOURCE = """
import os, tty
tty.setraw(0)
os.write(1, b"ready")
while (key := os.read(0, 16)) != b"q":
    os.write(1, b"x")
"""
ECHO = (sys.executable, "-c", ECHO_SOURCE)
"""Answers each key with a byte: what the terminal itself takes."""

CUES_SOURCE = """
import asyncio, os
async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    done = loop.create_future()
    def cue(n):
        os.write(1, b"cue%03d." % n)
        if n < 200:
            loop.call_at(start + (n + 1) * 0.5, cue, n + 1)
        else:
            done.set_result(None)
    cue(0)
    await done
asyncio.run(main())
"""
CUES = (sys.executable, "-c", CUES_SOURCE)
"""Bare asyncio writing 200 cues at absolute deadlines: the floor for a cue."""
