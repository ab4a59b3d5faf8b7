"""The process that makes clips, so that the work of a voice neither interrupts a bell nor delays it.

`python -m audio.voices.renderer` reads JSON lines on stdin and answers on stdout:

    {"wish": {…}, "avoid": ["command"]}         the first line: what is wanted, see `audio.voices.base.Wish`
    {"id": 1, "text": "…"}                      make this

    {"say": "open", "voice": "espeak-ng", "detail": "en", "passed_over": [["piper", "it is not installed"]]}
    {"say": "part", "id": 1, "voice": "espeak-ng", "bytes": 40960}     and so many bytes of PCM after the line
    {"say": "made", "id": 1, "passed_over": [["command", "…"]]}        no more parts; voices that failed
    {"say": "cannot", "id": 1, "reason": "…"}                          it stays unspoken
    {"say": "closed", "reason": "…"}                                   no voice can speak; the last message

It exits when stdin ends, even in the middle of a text, and ends the programs it started. Texts and clips are
kept in memory only, never in the arguments of a program, where other users could read them.
"""

import contextlib
import os
import queue
import signal
import sys
import threading
from typing import Any

from audio.voices.base import VoiceError, wish_of
from audio.voices.choose import Voices
from audio.voices.program import end_all
from audio.wire import line, message

POLITENESS = 5
"""How much this process raises its nice value once the first words are made."""


def main() -> None:
    """Serve until stdin ends."""
    answers = _be_quiet()
    waiting: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(waiting,), daemon=True).start()
    first = waiting.get()
    voices = Voices(wish_of(first.get("wish")), [str(name) for name in first.get("avoid", ())])
    try:
        name, detail = voices.open()
    except VoiceError as error:
        _tell(answers, line(say="closed", reason=str(error), passed_over=voices.passed_over))
        os._exit(0)  # the other thread waits on stdin, and an ending interpreter would wait for it
    others = [*voices.passed_over, *voices.not_needed]
    _tell(answers, line(say="open", voice=name, detail=detail, passed_over=others))
    polite = False
    while True:
        match waiting.get():
            case {"id": int(number), "text": str(text)}:
                _make(voices, number, text, answers)
                if not polite:
                    _step_back()
                    polite = True


def _make(voices: Voices, number: int, text: str, answers: int) -> None:
    before = len(voices.passed_over)
    try:
        for said in voices.parts(text):
            head = line(say="part", id=number, voice=said.voice, bytes=len(said.pcm))
            _tell(answers, head + said.pcm)
    except VoiceError as error:
        _tell(
            answers, line(say="cannot", id=number, reason=str(error), passed_over=voices.passed_over[before:])
        )
    else:
        _tell(answers, line(say="made", id=number, passed_over=voices.passed_over[before:]))


def _listen(waiting: "queue.SimpleQueue[dict[str, Any]]") -> None:
    """A thread that reads requests, and notices at once when the other end has closed."""
    for text in sys.stdin.buffer:
        waiting.put(message(text))
    end_all()
    os._exit(0)  # the main thread may be waiting for a voice, or be inside a library


def _tell(answers: int, said: bytes) -> None:
    try:
        while said:
            said = said[os.write(answers, said) :]
    except OSError:
        end_all()
        os._exit(0)  # nobody reads the answers


def _be_quiet() -> int:
    """Discard what libraries print; returns a private file descriptor for the original stdout."""
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    for number in (signal.SIGINT, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    return answers


def _step_back() -> None:
    """Lower this process's priority: what is made from now on is needed a beat later."""
    with contextlib.suppress(OSError):
        os.nice(POLITENESS)


if __name__ == "__main__":
    main()
