"""The environment variables that `ajar` itself reads, and the name of its distribution."""

from __future__ import annotations

COMPLETE = "_AJAR_COMPLETE"
"""Set by the completion scripts of shells when Tab is pressed."""

TRACEBACK = "AJAR_TRACEBACK"
"""If set, an error inside ajar prints its traceback."""

MOTION = "TEXTUAL_ANIMATIONS"
"""If set to `none`, nothing is animated; Textual's own variable."""

STILL = "none"

NO_MOTION = "--no-motion"
"""The option that does the same."""

ACCESSIBLE = "ACCESSIBLE"
"""`1` asks for plain lines, `0` for drawn pages; other programs use this name too."""

DISTRIBUTION = "ajar-player"
"""The name on the package index, where `ajar` is somebody else's project."""
