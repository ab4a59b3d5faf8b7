"""The part of pydub that is used here, imported without its warnings.

It warns when ffmpeg is missing, which `audio.mixdown` says in its own words, and of escapes and a module that
newer Pythons frown upon, which no person who sits can change.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment"]
