"""The protocol between the player and its helper: one JSON object a line, in both directions.

To the helper; end of file asks it to leave:

    {"do": "play", "tone": "bowl", "strikes": 2, "at": 12.5, "id": 1}     `at`: when it was requested
    {"do": "tick"}                                       a soft wood tone: the text has changed
    {"do": "fade"}                                       everything, the voice too
    {"do": "level", "bell": 0.5, "voice": 1.0}           how loud each is, from 0 to 1
    {"do": "voice", "wish": {…}}                         speak with this voice, see `audio.voices.base.Wish`
    {"do": "ahead", "texts": ["…"]}                      make these, in this order, and forget all others
    {"do": "speak", "texts": ["…"], "at": 12.5, "id": 2}     say these in turn; []: finish, then silence
    {"do": "sample", "texts": ["…"], "at": 12.5}         say these if nothing is being said
    {"do": "hush"}                                       fade the voice, forget all its texts
    {"do": "hold"}                                       fade the voice, remember the sentence
    {"do": "go_on"}                                      say that sentence from its start

From the helper:

    {"say": "trying", "backend": "miniaudio"}
    {"say": "ready", "backend": "miniaudio", "detail": "ALSA", "passed_over": [["command", "not needed"]]}
    {"say": "quiet", "id": 1}             the play or speak of this id is over, and nothing else is due
    {"say": "voice", "voice": "espeak-ng", "detail": "en", "passed_over": […]}     a voice is ready
    {"say": "instead", "passed_over": [["command", "…"]]}     a voice failed, and the next one took over
    {"say": "mute", "reason": "…"}        a text cannot be spoken; bells go on
    {"say": "fault", "reason": "…"}       the last thing it says
"""

import json
from typing import Any


def line(**fields: Any) -> bytes:
    """One message as a line to write."""
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode(errors="replace") + b"\n"


def message(text: bytes) -> dict[str, Any]:
    """The message in a line that was read; empty if the line holds none."""
    try:
        fields = json.loads(text)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
