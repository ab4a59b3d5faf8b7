"""A session brought into another form: one path of it performed and written down, or the whole as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from sessions.engine.effects import ShowBeat
from sessions.export.captions import Words, captions
from sessions.written import Track
from tui.exports.chosen_path import ChosenPath, take_of
from tui.words import lines


def _beat(effect: ShowBeat) -> str:
    """As the plain performer shows it: a reminder in parentheses, bare stillness as nothing."""
    text = lines.beat_text(effect)
    return f"({text})" if text and lines.is_quiet(effect) else text


WORDS = Words(_beat, lines.question, lines.bell_twin)


def text_of(kind: str, path: ChosenPath) -> str:
    """The text of a file of this kind.

    Raises:
        StopError: an answer does not fit where it is used.
    """
    return _TEXTS[kind](path)


def _handout(path: ChosenPath) -> str:
    from sessions.repertoire import repertoire  # noqa: PLC0415  # one of the forms is loaded
    from tui.handout.sheet import handout  # noqa: PLC0415  # same

    return handout(path.session, repertoire(path.session), senses=path.track is Track.INDIRECT)


def _json(path: ChosenPath) -> str:
    from sessions.export.compiled import compiled  # noqa: PLC0415  # same

    return json.dumps(compiled(path.session, path.track), indent=2, ensure_ascii=False) + "\n"


def _page(path: ChosenPath) -> str:
    from tui.handout.page import page  # noqa: PLC0415  # same

    return page(_handout(path), path.session)


def _yaml(path: ChosenPath) -> str:
    from sessions.export.as_yaml import as_yaml  # noqa: PLC0415  # same

    return as_yaml(path.session)


def _srt(path: ChosenPath) -> str:
    from sessions.export.subtitles import srt  # noqa: PLC0415  # same

    return srt(captions(take_of(path), WORDS))


def _vtt(path: ChosenPath) -> str:
    from sessions.export.subtitles import vtt  # noqa: PLC0415  # same

    return vtt(captions(take_of(path), WORDS), path.session.title)


def _cast(path: ChosenPath) -> str:
    from sessions.export.cast import cast  # noqa: PLC0415  # same
    from tui.exports.cast import performed  # noqa: PLC0415  # same

    seconds = take_of(path).seconds
    return "".join(f"{line}\n" for line in cast(performed(path), path.session.title, seconds))


_TEXTS: Mapping[str, Callable[[ChosenPath], str]] = {
    "md": _handout,
    "html": _page,
    "yaml": _yaml,
    "srt": _srt,
    "vtt": _vtt,
    "cast": _cast,
    "json": _json,
}
