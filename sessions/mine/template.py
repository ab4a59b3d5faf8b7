"""A person's own file before anything is in it, written so that it can be filled in without ajar."""

from __future__ import annotations

from typing import Final

TEMPLATE: Final = """\
# Mine. A few lines of my own, for quiet moments. This file stays on this computer, and I can erase it.
#
# Each line begins with a dash. Put it in double quotes if it holds a colon (:) or a number sign (#):
#   - Tea in the blue cup
#   - "Sam, after six: 555 0100"
# Any list can stay empty.

# Sentences that help, the way I'd say them to myself.
words:

# Things that soothe, such as tea, the dog, a song.
comforts:

# How I notice that I've had enough (closing), and that I'd like a little more (opening).
signs:
  closing:
  opening:

# People I could ring or write to.
people:
"""
