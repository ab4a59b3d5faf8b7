"""Brings together what one run can play: the session, the four short forms, and Floor Under You."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sessions.check import check_file, load_parts
from sessions.engine.events import FORMS, Way
from sessions.engine.score import Item, lay_out, line_up, straight
from sessions.engine.state import Repertoire
from sessions.library.bundled import FLOOR, SCRIPTS
from sessions.mine.model import NOTHING_KEPT, Mine
from sessions.model import Session


def repertoire(
    session: Session, seed: int = 0, *, first_wording: bool = False, mine: Mine = NOTHING_KEPT
) -> Repertoire:
    """Everything a run of `session` can play.

    `seed` chooses among wordings, unless `first_wording` keeps the first. `mine` holds the person's own
    lines, which are put into prompts, menus and hints.
    """
    if mine:
        from sessions.mine.weaving import with_own  # noqa: PLC0415  # most people keep nothing

        session = with_own(session, mine, seed)
    return Repertoire(lay_out(session), _CARE, seed, first_wording, mine)


class _Care(Mapping[Way, tuple[Item, ...]]):
    """The short forms and Floor Under You; each is read when it is first needed."""

    def __getitem__(self, way: Way) -> tuple[Item, ...]:
        if way not in CARE:
            raise KeyError(way)
        return _floor() if way is Way.FLOOR else _form(way)

    def __iter__(self) -> Iterator[Way]:
        return iter(CARE)

    def __len__(self) -> int:
        return len(CARE)


CARE = (*FORMS, Way.FLOOR)
_CARE = _Care()


@cache
def _form(way: Way) -> tuple[Item, ...]:
    parts = load_parts(SCRIPTS / "care" / f"{way.value}.yaml", advised=False)
    return line_up(parts[way.value], parts)


@cache
def _floor() -> tuple[Item, ...]:
    session = check_file(SCRIPTS / f"{FLOOR}.session.yaml", advised=False).session
    assert session is not None, "the bundled sessions are checked before every release"  # noqa: S101
    return straight(lay_out(session))
