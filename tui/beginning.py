"""Begins the session that was asked for on the command line."""

from __future__ import annotations

from typing import Any

from sessions.model import Session
from sessions.value import Value
from sessions.written import Track
from tui.ambient import seed_now
from tui.exits import Exit, StopError
from tui.locations import mine_file, settings_file
from tui.mine_file import load
from tui.run.performance import Performance, recordings_beside
from tui.settings import Settings, load_or_default

MANUAL = "manual"
FIRST = "first"


class Wishes(Value):
    """Options of `ajar play`; None takes the value from the settings."""

    track: str = "ask"
    bell: bool | None = None
    bell_indirect: bool | None = None
    pace: float | str | None = None
    """A factor, or `manual`."""
    ask_less: bool | None = None
    wording: str = "turns"
    """`first`, or `turns` to alternate the wordings of a prompt."""
    plain: bool = False
    width: int | None = None
    """Columns of a line; None is the terminal's."""
    guide: bool = False
    """Somebody reads aloud to others: notes are shown, beats are manual, letters are large."""
    large: bool | None = None
    aloud: bool | None = None
    voice: str | None = None
    rate: int | None = None


def begin(session: Session, name: str, wishes: Wishes, flagged: tuple[str, ...] = (), path: str = "") -> int:
    """Play a session in lines or on the screen; returns the exit code.

    `flagged`: lines of the session that push, promise or judge. Recordings are looked for beside `path`.

    Raises:
        StopError: the direct track was asked for, and the session has none.
    """
    remembered, fault = load_or_default(settings_file())
    mine, own_fault = load(mine_file())
    settings = wished(remembered, wishes)
    pace = None if settings.manual else settings.pace
    track = track_of(session, wishes.track)
    performance = Performance(
        session,
        name,
        track,
        pace,
        seed_now(),
        ask_less=settings.ask_less,
        first_wording=wishes.wording == FIRST,
        guide=wishes.guide,
        flagged=flagged,
        recordings=recordings_beside(path) if path else "",
        mine=mine,
    )
    if wishes.plain:
        from tui.plain.sitting import Place, sit  # noqa: PLC0415  # one of the two ways is loaded

        sit(performance, settings, "\n".join(filter(None, (fault, own_fault))), Place(width=wishes.width))
        return Exit.FINE
    from tui.start import open_app  # noqa: PLC0415  # same

    return open_app(settings, " ".join(filter(None, (fault, own_fault))), performance)


def wished(settings: Settings, wishes: Wishes) -> Settings:
    """The settings, with the options of the command line put over them."""
    changes: dict[str, Any] = {
        key: value
        for key, value in (
            ("bell", wishes.bell),
            ("bell_indirect", wishes.bell_indirect),
            ("ask_less", wishes.ask_less),
            ("aloud", _aloud(wishes)),
            ("voice", wishes.voice),
            ("voice_rate", wishes.rate),
            ("large", wishes.guide or None if wishes.large is None else wishes.large),
            ("grow", wishes.large),
        )
        if value is not None
    }
    if wishes.pace == MANUAL or (wishes.guide and wishes.pace is None):
        changes["manual"] = True
    elif wishes.pace is not None:
        changes |= {"manual": False, "pace": wishes.pace}
    return settings.changed(**changes)


def _aloud(wishes: Wishes) -> bool | None:
    """In plain lines nothing is spoken unless an option asks for it: a screen reader speaks already."""
    return bool(wishes.aloud) if wishes.plain else wishes.aloud


def track_of(session: Session, asked: str) -> Track | None:
    """The track that was asked for; None to ask during the session.

    Raises:
        StopError: the session has no direct track.
    """
    if asked == "ask":
        return None
    track = Track(asked)
    if track is Track.DIRECT and not session.direct:
        raise StopError("this session has no direct track; leave `--track direct` out", Exit.USAGE)
    return track
