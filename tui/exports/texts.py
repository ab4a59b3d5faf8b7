"""The text and data formats of `ajar export`: one path, performed and written down, or the whole as data.

`FORMATS` lists them all. The command line needs only their names, so each format imports what it needs when
it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sessions.engine.effects import ShowBeat
    from sessions.export.captions import Caption
    from tui.exports.chosen_path import ChosenPath


class TextFormat(NamedTuple):
    """A text format of a session."""

    write: Callable[[ChosenPath], str]
    """Returns the whole text; raises `StopError` if an answer does not fit its question."""
    whole: bool = False
    """It holds all paths, so no answers are needed."""
    both_tracks: bool = False
    """It holds both tracks, so none has to be chosen."""


def _handout(path: ChosenPath) -> str:
    from sessions.repertoire import repertoire  # noqa: PLC0415  # only the format that is needed
    from sessions.written import Track  # noqa: PLC0415  # same
    from tui.handout.sheet import handout  # noqa: PLC0415  # same

    return handout(path.session, repertoire(path.session), senses=path.track is Track.INDIRECT)


def _json(path: ChosenPath) -> str:
    import json  # noqa: PLC0415  # same

    from sessions.export.compiled import compiled  # noqa: PLC0415  # same

    return json.dumps(compiled(path.session, path.track), indent=2, ensure_ascii=False) + "\n"


def _page(path: ChosenPath) -> str:
    from tui.handout.page import page  # noqa: PLC0415  # same

    return page(_handout(path), path.session)


def _yaml(path: ChosenPath) -> str:
    from sessions.export.as_yaml import as_yaml  # noqa: PLC0415  # same

    return as_yaml(path.session)


def _captions(path: ChosenPath) -> tuple[Caption, ...]:
    from sessions.export.captions import Words, captions  # noqa: PLC0415  # same
    from tui.exports.chosen_path import take_of  # noqa: PLC0415  # same
    from tui.words import lines  # noqa: PLC0415  # same

    def beat(effect: ShowBeat) -> str:
        """A beat as the plain performer shows it: reminders in parentheses, nothing for stillness."""
        text = lines.beat_text(effect)
        return f"({text})" if text and lines.is_quiet(effect) else text

    return captions(take_of(path), Words(beat, lines.question, lines.bell_twin))


def _srt(path: ChosenPath) -> str:
    from sessions.export.subtitles import srt  # noqa: PLC0415  # same

    return srt(_captions(path))


def _vtt(path: ChosenPath) -> str:
    from sessions.export.subtitles import vtt  # noqa: PLC0415  # same

    return vtt(_captions(path), path.session.title)


def _cast(path: ChosenPath) -> str:
    from sessions.export.cast import cast  # noqa: PLC0415  # same
    from tui.exports.cast import performed  # noqa: PLC0415  # same
    from tui.exports.chosen_path import take_of  # noqa: PLC0415  # same

    seconds = take_of(path).seconds
    return "".join(f"{line}\n" for line in cast(performed(path), path.session.title, seconds))


FORMATS: Mapping[str, TextFormat] = {
    "md": TextFormat(_handout, whole=True, both_tracks=True),
    "html": TextFormat(_page, whole=True, both_tracks=True),
    "yaml": TextFormat(_yaml, whole=True, both_tracks=True),
    "srt": TextFormat(_srt),
    "vtt": TextFormat(_vtt),
    "cast": TextFormat(_cast),
    "json": TextFormat(_json, whole=True),
}
"""The formats by the ending of their files."""
