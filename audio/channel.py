"""The two channels, bell and voice, each with a loudness of its own."""

from enum import Enum


class Channel(Enum):
    """The channel that a clip belongs to."""

    BELL = "bell"
    VOICE = "voice"
