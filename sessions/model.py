"""A whole session as frozen values: title, length, tracks, sections; before anything is played.

A session is a tree of four lists of steps (design, format 1). These values carry no behaviour beyond small
derived facts; `sessions.engine.score` lays them out on a time axis and `sessions.engine.engine` plays them.
All durations are seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sessions.value import Value
from sessions.written import Eyes, PlainStep, Step, Track


class Session(Value):
    """One session file, checked: every rule of the format holds for these values.

    `direct` is empty for an indirect-only session; `indirect` never is.
    """

    title: str
    length: float
    """The promised length: arriving + either track + landing, in seconds."""
    arriving: tuple[Step, ...]
    direct: tuple[Step, ...]
    indirect: tuple[Step, ...]
    landing: tuple[Step, ...]
    parts: Mapping[str, tuple[PlainStep, ...]] = MappingProxyType({})
    """Parts by name, those from `parts_from` included."""
    about: str = ""
    by: str = ""
    license: str = ""
    language: str = "en"
    pace: int = 120
    """Words a minute for the reading time of a `say` without `for`."""
    if_skipped: Track = Track.INDIRECT
    eyes: Eyes = Eyes.EITHER
    reflect: tuple[str, ...] = ()
    """Up to three questions offered after landing."""
