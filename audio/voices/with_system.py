"""The system's own voice: espeak-ng, the `say` of macOS, or flite."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence

from audio.tones import RATE
from audio.voices.base import VoiceError, Wish
from audio.voices.clip import clip, gap
from audio.voices.program import heard_from, heard_in_file
from audio.voices.texts import sentences, speakable

LIMIT_SECONDS = 10.0
"""A sentence takes a fraction of a second; the rest is for a very busy machine."""

FLITE_RATE = 170
"""Words a minute at which flite speaks by default."""

FLITE_VOICES = ("slt", "rms", "awb", "kal16", "kal")
"""The clearest first; a build of flite has only some of them."""


class SystemVoice:
    """One speech program, called once for each sentence."""

    detail = ""

    def __init__(self, name: str, wish: Wish) -> None:
        self.name = name
        self._wish = wish
        self._speak: Callable[[str], bytes] = lambda _text: b""

    def open(self) -> None:
        """Find the program and a voice for the language."""
        path = shutil.which(self.name)
        if self.name == "say" and sys.platform != "darwin":
            raise VoiceError("it belongs to macOS")
        if path is None:
            raise VoiceError("it is not installed")
        self._speak, self.detail = _OPENERS[self.name](path, self._wish)

    def parts(self, text: str) -> Iterator[bytes]:
        """Sentence by sentence, so that the first can be heard while the next is made."""
        said = [speakable(sentence) for sentence in sentences(text)]
        for number, sentence in enumerate(said, 1):
            yield clip(self._speak(sentence)) + (gap() if number < len(said) else b"")


Speak = Callable[[str], bytes]


def _espeak(path: str, wish: Wish) -> tuple[Speak, str]:
    voice = wish.variant or wish.language.lower()
    argv = [path, "-b", "1", "-v", voice, "-s", str(wish.rate), "--stdin", "--stdout"]
    try:
        heard_from(argv, "a", LIMIT_SECONDS)
    except VoiceError:
        raise VoiceError(f"it has no voice called {voice}") from None
    return lambda text: heard_from(argv, text, LIMIT_SECONDS), voice


def _say(path: str, wish: Wish) -> tuple[Speak, str]:
    """`say` speaks in the language of the system, unless a voice is named."""
    named = ["-v", wish.variant] if wish.variant else []

    def argv(file: str) -> Sequence[str]:
        form = ["--file-format=WAVE", f"--data-format=LEI16@{RATE}"]
        return [path, "-r", str(wish.rate), *named, "-o", file, *form, "-f", "-"]

    return lambda text: heard_in_file(argv, text, LIMIT_SECONDS), wish.variant or "the voice of the system"


def _flite(path: str, wish: Wish) -> tuple[Speak, str]:
    if not wish.language.lower().startswith("en"):
        raise VoiceError("it speaks English alone")
    voices = flite_voices(path)
    voice = wish.variant or next((name for name in FLITE_VOICES if name in voices), "")
    if voice not in voices:
        raise VoiceError(f"it has no voice called {voice}")
    stretch = f"duration_stretch={FLITE_RATE / wish.rate:.2f}"

    def argv(file: str) -> Sequence[str]:
        return [path, "-voice", voice, "--setf", stretch, "-f", "/dev/stdin", "-o", file]

    return lambda text: heard_in_file(argv, text, LIMIT_SECONDS), voice


_OPENERS: dict[str, Callable[[str, Wish], tuple[Speak, str]]] = {
    "espeak-ng": _espeak,
    "say": _say,
    "flite": _flite,
}

SYSTEM_VOICES = tuple(_OPENERS)
"""In the order in which they are tried; `say` only on macOS, since elsewhere it is another program."""


def flite_voices(path: str) -> list[str]:
    """The voices that a flite was built with."""
    told = heard_from([path, "-lv"], "", LIMIT_SECONDS).decode(errors="replace")
    return told.partition(":")[2].split()


def variants(name: str, language: str) -> list[str]:
    """The voices that a speech program has for a language; an empty list if it does not tell."""
    path = shutil.which(name)
    if path is None or (name == "say" and sys.platform != "darwin"):
        return []
    try:
        if name == "flite":
            return flite_voices(path)
        if name == "espeak-ng":
            told = heard_from([path, f"--voices={language.lower()}"], "", LIMIT_SECONDS)
            rows = [row.split() for row in told.decode(errors="replace").splitlines()[1:]]
            return list(dict.fromkeys(row[1] for row in rows if len(row) > 1))
    except VoiceError:
        return []
    return []
