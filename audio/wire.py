"""What the player and its helper say to each other: one JSON object a line, in both directions.

To the helper; end of file asks it to leave:

    {"do": "play", "tone": "bowl", "strikes": 2, "at": 12.5, "id": 1}     `at`: when it was asked for
    {"do": "tick"}                                       a soft wood tone: the words have changed
    {"do": "fade"}                                       everything, the voice too
    {"do": "level", "bell": 0.5, "voice": 1.0}           how loud each is, from 0 to 1
    {"do": "voice", "wish": {…}}                         speak with this voice, see `audio.voices.base.Wish`
    {"do": "ahead", "texts": ["…"]}                      make these, in this order, and forget all others
    {"do": "speak", "texts": ["…"], "at": 12.5, "id": 2}     say these, one by one; none: say nothing new
    {"do": "sample", "texts": ["…"], "at": 12.5}         say these if nothing is being said
    {"do": "hush"}                                       fade the voice, forget all that it might have said
    {"do": "hold"}                                       fade the voice, keep the sentence
    {"do": "go_on"}                                      say that sentence from its start

From the helper:

    {"say": "trying", "backend": "miniaudio"}
    {"say": "ready", "backend": "miniaudio", "detail": "ALSA", "passed_over": [["command", "not needed"]]}
    {"say": "quiet", "id": 1}             nothing sounds or is due any more after the play or speak of this id
    {"say": "voice", "voice": "espeak-ng", "detail": "en", "passed_over": […]}     a voice is ready
    {"say": "instead", "passed_over": [["command", "…"]]}     a voice has failed, and the next has taken over
    {"say": "mute", "reason": "…"}        a text stays unspoken; bells ring on
    {"say": "fault", "reason": "…"}       the last thing it says
"""

import json
from typing import Any


def line(**fields: Any) -> bytes:
    """One message, ready to be written."""
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode(errors="replace") + b"\n"


def message(text: bytes) -> dict[str, Any]:
    """One message that was read; an empty one where the line is no message."""
    try:
        fields = json.loads(text)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
