"""The part of pydub that is used here, imported without its warnings.

pydub warns when ffmpeg is missing, which `audio.mixdown` reports itself, and about escapes and a module that
newer Pythons deprecate, which a user can do nothing about.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment"]
