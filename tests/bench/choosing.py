"""Selects the figures that were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from tests.bench.telling.line import Trial


class UnknownFigureError(Exception):
    """There is no such figure; the message is one line that names a near one, or says how to see all."""


def chosen(trials: Sequence[Trial], names: Sequence[str]) -> list[Trial]:
    """The trials that measure these lines, reduced to them; all trials if no line is named.

    A name is that of a line, or of a trial, meaning all its lines.

    Raises:
        UnknownFigureError: a name is neither.
    """
    known = [name for trial in trials for name in (trial.name, *(line.name for line in trial.lines))]
    for name in names:
        if name not in known:
            raise UnknownFigureError(_unknown(name, known))
    narrowed = (_narrowed(trial, names) for trial in trials)
    return [trial for trial in narrowed if trial.lines]


def listed(trials: Sequence[Trial]) -> str:
    """A list of all trials and their lines."""
    return "\n".join(f"{trial.name:20} {' '.join(line.name for line in trial.lines)}" for trial in trials)


def _narrowed(trial: Trial, names: Sequence[str]) -> Trial:
    if not names or (trial.name in names and not _is_line_of(trial, trial.name)):
        return trial
    return replace(trial, lines=tuple(line for line in trial.lines if line.name in names))


def _is_line_of(trial: Trial, name: str) -> bool:
    return any(line.name == name for line in trial.lines)


def _unknown(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"there is no figure `{name}`" + (f"; did you mean `{near[0]}`?" if near else "; --list shows all")
