"""The programs that ours are compared with."""

from __future__ import annotations

import sys

BARE = (sys.executable, "-c", "print('x')")
"""The baseline of everything written in Python."""

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
"""Answers each key with a byte: the time that the terminal itself takes."""

CUES_SOURCE = """
import asyncio, os, sys, tty
count, apart = int(sys.argv[1]), float(sys.argv[2])
async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    def cue(n):
        os.write(1, b"cue%03d." % n)
        if n < count:
            loop.call_at(start + (n + 1) * apart, cue, n + 1)
        else:
            done.set_result(None)
    os.write(1, b"ready")
    os.read(0, 1)
    start = loop.time()
    os.write(1, b"began %.6f." % start)
    cue(0)
    await done
tty.setraw(0)
asyncio.run(main())
"""


def bare_cues(count: int, apart: float) -> tuple[str, ...]:
    """The baseline for cues: bare asyncio, at absolute deadlines from the first key; prints when that was."""
    return (sys.executable, "-c", CUES_SOURCE, str(count), str(apart))


SECONDS_SOURCE = """
import asyncio
from textual.app import App
from textual.widgets import Static
class Seconds(App):
    def compose(self):
        yield Static("cue000.")
    def on_mount(self):
        self.loop = asyncio.get_running_loop()
        self.start, self.count = self.loop.time(), 0
        self.arm()
    def arm(self):
        self.loop.call_at(self.start + self.count + 1, self.tick)
    def tick(self):
        self.count += 1
        self.query_one(Static).update("cue%03d." % self.count)
        self.arm()
Seconds().run()
"""
SECONDS = (sys.executable, "-c", SECONDS_SOURCE)
"""A Textual program that changes one line of text each second, at absolute deadlines."""

EVENTS_SOURCE = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).iterdir():
    for event in yaml.parse(path.read_text("utf-8"), Loader=yaml.CBaseLoader):
        pass
"""


def bare_events(folder: str) -> tuple[str, ...]:
    """The baseline for a check: reads each file of a folder as bare YAML events, in one process."""
    return (sys.executable, "-c", EVENTS_SOURCE, folder)


RINGER_SOURCE = """
import time
from audio.player import Player
from textual.app import App
from textual.widgets import Static
class Ringer(App):
    BINDINGS = [("b", "ring", "ring")]
    frames = 0
    def compose(self):
        yield Static("getting ready")
    def on_mount(self):
        self.player = Player("miniaudio")
        self.player.start()
        self.player.wait_ready(20)
        self.set_interval(1 / 60, self.work)
    def work(self):
        end = time.perf_counter() + 0.012
        while time.perf_counter() < end:
            pass
        self.frames += 1
        self.query_one(Static).update("busy with frame %d" % self.frames)
    def action_ring(self):
        self.player.play("wood")
Ringer().run()
"""
RINGER = (sys.executable, "-c", RINGER_SOURCE)
"""A busy app: it draws and computes sixty times a second, and rings a bell when `b` is pressed."""
