"""The words around a session, for the screen and the plain performer alike.

Wordings come from `tui.words.phrases`; an effect's `turn` picks one, so that the same line does not come
twice running.
"""

from __future__ import annotations

from sessions.engine import effects as fx
from sessions.engine.effects import Effect, Ended, Ending, MenuKind
from sessions.engine.events import Feeling
from sessions.engine.score import BeatKind
from tui.words import phrases
from tui.words.page_lines import clock, pick

PAUSED = "Paused, for as long as you like. Space goes on."
AWAY = "The computer was away for a while, and the session waited. Space goes on from here."
MANUAL = "Nothing moves by itself now. Enter goes on."


def beat_text(effect: fx.ShowBeat) -> str:
    """What a beat says: its prompt, its reminder, its pacer in words, or a smaller ask."""
    if effect.smaller and not effect.text:
        return pick(phrases.LESS_LINES, effect.turn)
    beat = effect.beat
    if beat.kind is BeatKind.BREATHE and not effect.smaller:
        pacer = f"If it suits: in for {beat.inhale:g}, out for {beat.exhale:g}, at your own pace."
        return f"{pacer} Or: {effect.text}"
    return effect.text


def is_quiet(effect: fx.ShowBeat) -> bool:
    """Whether a beat is stillness with at most a reminder."""
    return effect.beat.kind is BeatKind.QUIET


def bell_twin(effect: fx.RingBell) -> str:
    """The bell, for the eyes."""
    times = f" × {effect.strikes}" if effect.strikes > 1 else ""
    return f"bell · {effect.tone.value}{times}"


def question(effect: Effect) -> str:
    """What a question or menu asks, as its heading; empty where the line before it says all."""
    match effect:
        case fx.AskCheckIn(final=True):
            return pick(phrases.FINAL_CHECK_IN, effect.turn)
        case fx.AskCheckIn():
            return effect.text or pick(phrases.CHECK_IN_QUESTIONS, effect.turn)
        case fx.AskNotice():
            return effect.text or pick(phrases.NOTICE_QUESTIONS, effect.turn)
        case fx.AskFork():
            return effect.text
        case fx.HoldStill():
            return pick(phrases.REST_LINES, effect.turn)
        case _:
            return ""


def before_question(effect: Effect) -> str:
    """The plain line that comes before a question or menu; empty where there is none."""
    match effect:
        case fx.AskCheckIn(coat=coat) if coat is not None:
            return pick(phrases.COAT_LINES[coat.value], effect.turn)
        case fx.OpenMenu():
            return _menu_line(effect)
        case _:
            return ""


def ending(effect: Ended, seed: int) -> str:
    """The line at the end; stopping and landing get the same kind.

    By the seed of the run, and not by how much was said in it: so that the next run, whatever it went
    through, ends on another line.
    """
    pool = phrases.LANDED_LINES if effect.ending is Ending.LANDED else phrases.STOP_LINES
    return pick(pool, seed)


def may_reflect(effect: Ended) -> bool:
    """Whether an author's questions follow the end: not after a stop, nor after too much or far away."""
    return effect.ending is Ending.LANDED and not effect.halted


def company() -> str:
    """Who there may be to talk to."""
    return phrases.MENU_LINES["company"]


def elapsed(seconds: float, length: float) -> str:
    """How long it has been, on request, in whole minutes and seconds."""
    return f"{clock(seconds)} of {clock(length)}, without the pauses."


def pace(factor: float | None) -> str:
    """What a change of pace means."""
    if factor is None:
        return MANUAL
    if factor == 1.0:
        return "The pace is as it was written."
    return f"Everything lasts {factor:g} times as long as written."


def for_the_guide(note: str) -> str:
    """A note for somebody who reads aloud."""
    return f"(for the guide: {note})"


def _menu_line(effect: fx.OpenMenu) -> str:
    match effect.kind:
        case MenuKind.INDIRECT if effect.after is Feeling.CLOSING:
            line = pick(phrases.CLOSING_LINES, effect.turn)
        case MenuKind.HALTED:
            edge = (effect.after or Feeling.TOO_MUCH).value
            line = "\n".join((*phrases.HALT_LINES[edge], phrases.MENU_LINES[f"halted_{edge}"]))
        case MenuKind.AFTER_FORM:
            line = pick(phrases.FORM_DONE_LINES, effect.turn)
        case _:
            line = phrases.MENU_LINES[effect.kind.value]
    return f"{line} {phrases.SECOND_CLOSING_HELP_LINE}" if effect.mention_help else line
