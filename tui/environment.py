"""The environment variables that `ajar` itself looks at, and the name it is installed under."""

from __future__ import annotations

COMPLETE = "_AJAR_COMPLETE"
"""Set by the completion scripts of shells when Tab is pressed."""

TRACEBACK = "AJAR_TRACEBACK"
"""Set to anything, it lets an error inside ajar show where it came from."""

MOTION = "TEXTUAL_ANIMATIONS"
"""Set to `none`, nothing moves; the name is the one that all programs made with Textual know."""

STILL = "none"

NO_MOTION = "--no-motion"
"""The option that does the same."""

ACCESSIBLE = "ACCESSIBLE"
"""`1` asks for plain lines, `0` for drawn pages; other programs know the name too."""

DISTRIBUTION = "ajar-player"
"""What the package is called where it is installed from; `ajar` there is somebody else's."""
