"""A prompt spoken into a WAV file, by espeak-ng or by the `say` of macOS."""

import shutil
import subprocess
from pathlib import Path

from audio.tones import RATE

SPEAKING_RATE = 130
"""Words a minute: near the slow end of ordinary speech, and still natural in the mouth of a machine."""

PATIENCE_SECONDS = 60.0
"""A prompt takes a fraction of a second; this is for a machine that is busy with much else."""

PROGRAMS = ("espeak-ng", "say")

NO_VOICE = "no voice was found (espeak-ng, or say on macOS)"


class SpeechError(Exception):
    """A text could not be spoken; the message is one clause in plain words."""


def find_voice() -> str | None:
    """The program that would speak, or None."""
    return next((program for program in PROGRAMS if shutil.which(program)), None)


def speak(text: str, path: Path, language: str = "en") -> None:
    """Write `text`, spoken, to a WAV file.

    The text reaches the program on stdin, so that nothing in it is taken for an option.

    Args:
        text: what is said.
        path: the file to write.
        language: BCP 47; `say` speaks with the voice of the system instead.

    Raises:
        SpeechError: there is no voice, or it failed.
    """
    program = find_voice()
    if program is None:
        raise SpeechError(NO_VOICE)
    try:
        subprocess.run(
            _command(program, path, language),
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_SECONDS,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        raise SpeechError(f"{program} ended with exit code {error.returncode}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SpeechError(f"{program} did not speak") from error
    if not path.exists() or not path.stat().st_size:
        raise SpeechError(f"{program} has no voice for {language}")


def _command(program: str, path: Path, language: str) -> list[str]:
    if program == "say":
        return [program, "-r", str(SPEAKING_RATE), "-o", str(path), f"--data-format=LEI16@{RATE}", "-f", "-"]
    return [program, "-b", "1", "-v", language, "-s", str(SPEAKING_RATE), "-w", str(path), "--stdin"]
