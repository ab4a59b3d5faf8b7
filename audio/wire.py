"""What the player and its helper say to each other: one JSON object a line, in both directions.

To the helper; end of file asks it to leave:

    {"do": "play", "tone": "bowl", "strikes": 2, "at": 12.5, "id": 1}     `at`: when it was asked for
    {"do": "fade"}

From the helper:

    {"say": "trying", "backend": "miniaudio"}
    {"say": "ready", "backend": "miniaudio", "detail": "ALSA", "passed_over": [["command", "not needed"]]}
    {"say": "quiet", "id": 1}             nothing sounds or is due any more after the play of this id
    {"say": "fault", "reason": "…"}       the last thing it says
"""

import json
from typing import Any


def line(**fields: Any) -> bytes:
    """One message, ready to be written."""
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def message(text: bytes) -> dict[str, Any]:
    """One message that was read; an empty one where the line is no message."""
    try:
        fields = json.loads(text)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
