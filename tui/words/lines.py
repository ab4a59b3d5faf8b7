"""The app's sentences for each effect of a run, for the screen and the plain performer alike.

Wordings come from `tui.words.phrases`; an effect's `turn` picks one, so that the same line does not come
twice in a row.
"""

from __future__ import annotations

from typing import assert_never

from sessions.durations import in_short
from sessions.engine import effects as fx
from sessions.engine.effects import Effect, Ended, Ending, MenuKind
from sessions.engine.events import HALTING, Coat, Feeling, Way
from sessions.engine.score import BeatKind
from tui.words import phrases
from tui.words.page_lines import pick
from tui.yours import on_a_page

TOO_LONG_FOR_LARGE = "Too long for large letters in this window."
PAUSED = "Paused, for as long as you like. Space goes on."
HERE_AGAIN = "Here it is again."
QUIET_HERE = "This is a quiet moment. There's nothing to read."
HEAR_IT = "Press ! to hear it."
"""Follows `g` if nothing is spoken."""
AWAY = "The computer was away for a while, and the session waited. Space goes on from here."
MANUAL = "Nothing moves by itself now. Enter goes on."


def beat_text(effect: fx.ShowBeat) -> str:
    """The text of a beat: its prompt, its reminder, its pacer in words, or its smaller version."""
    if effect.smaller and not effect.text:
        return pick(phrases.LESS_LINES, effect.turn)
    beat = effect.beat
    if beat.kind is BeatKind.BREATHE and not effect.smaller:
        pacer = f"If it suits: in for {beat.inhale:g}, out for {beat.exhale:g}, at your own pace."
        return f"{pacer} Or: {effect.text}"
    return effect.text


def for_reading_aloud(effect: fx.ShowBeat) -> str:
    """The same for somebody who reads aloud: stillness is marked, so that it is not read out."""
    return (
        f"({silence(effect.beat.length)})" if is_quiet(effect) and not effect.smaller else beat_text(effect)
    )


def silence(seconds: float) -> str:
    """About how long a silence lasts, in words."""
    return f"silence, about {in_short(seconds)}"


def is_quiet(effect: fx.ShowBeat) -> bool:
    """Whether a beat is stillness, with at most a reminder."""
    return effect.beat.kind is BeatKind.QUIET


def bell_sign(effect: fx.RingBell) -> str:
    """The sign for a bell on the screen, if it can be heard."""
    return f"♪ × {effect.strikes}" if effect.strikes > 1 else "♪"


def bell_twin(effect: fx.RingBell) -> str:
    """The visual counterpart of the bell."""
    times = f" × {effect.strikes}" if effect.strikes > 1 else ""
    return f"bell · {effect.tone.value}{times}"


def question(effect: Effect) -> str:
    """The heading of a question or menu; empty if the line before it says all."""
    match effect:
        case fx.AskCheckIn(final=True):
            return ""
        case fx.AskCheckIn():
            return effect.text or pick(phrases.CHECK_IN_QUESTIONS, effect.turn)
        case fx.AskNotice():
            return effect.text or pick(phrases.NOTICE_QUESTIONS, effect.turn)
        case fx.AskFork():
            return effect.text
        case fx.HoldStill():
            return _rest_line(effect)
        case _:
            return ""


def before_question(effect: Effect) -> str:
    """The plain line before a menu; empty if there is none."""
    return _menu_line(effect) if isinstance(effect, fx.OpenMenu) else ""


def last_question(effect: fx.AskCheckIn) -> str:
    """The quiet line on the landing page: the last question, or the reaction to its answer."""
    if effect.answered is not None:
        return pick(phrases.ANSWER_LINES[effect.answered.value], effect.turn)
    return pick(phrases.LAST_QUESTIONS, effect.turn)


def taken_in(effect: fx.TakeIn | fx.QuestionPassed) -> str:
    """The reaction to an answer, shown together with the next beat."""
    if isinstance(effect, fx.QuestionPassed):
        return phrases.QUESTION_PASSED
    pools = phrases.COAT_LINES if isinstance(effect.answer, Coat) else phrases.ANSWER_LINES
    return pick(pools[effect.answer.value], effect.turn)


def ending(effect: Ended, seed: int) -> str:
    """The line at the end, of the same kind after stopping as after landing.

    Picked by the seed of the run, not by its turns, so that the next run ends on another line whatever
    happens in it.
    """
    if effect.halted:
        return pick(phrases.HALTED_STOP_LINES, seed)
    return landed(seed) if effect.ending is Ending.LANDED else pick(phrases.STOP_LINES, seed)


def landed(seed: int) -> str:
    """The line of the landing page."""
    return pick(phrases.LANDED_LINES, seed)


def may_reflect(effect: Ended) -> bool:
    """Whether the author's questions follow: not after stopping, nor after too much or far away."""
    return effect.ending is Ending.LANDED and not effect.halted


def company(people: tuple[str, ...] = ()) -> tuple[str, ...]:
    """People to talk to, as plain lines; the person's own come first."""
    from tui.words.extras.paragraphs import company_entries  # noqa: PLC0415  # seldom needed
    from tui.words.extras.printing import lines  # noqa: PLC0415  # same

    return tuple(lines(company_entries(people), None))


def elapsed(seconds: float, length: float) -> str:
    """The elapsed time, shown on request, in whole minutes and seconds."""
    return f"{in_short(seconds)} of {in_short(length)}, without the pauses."


def pace(factor: float | None) -> str:
    """The line on a change of pace."""
    if factor is None:
        return MANUAL
    if factor == 1.0:
        return "Everything goes at its usual pace again."
    return f"Everything lasts {factor:g} times as long as usual."


def asking(*, less: bool) -> str:
    """The line on being asked less, or as before."""
    if less:
        return "Fewer questions from here. The c key works at any time."
    return "Questions are asked again."


def for_the_guide(note: str) -> str:
    """The form of a note for somebody who reads aloud."""
    return f"(for the guide: {note})"


def _rest_line(effect: fx.HoldStill) -> str:
    if effect.way is Way.ORDINARY and effect.comforts:
        return on_a_page(effect.comforts, effect.turn)
    return pick(phrases.REST_LINES[effect.way.value], effect.turn)


def _menu_line(effect: fx.OpenMenu) -> str:
    match effect.kind:
        case MenuKind.CLOSING:
            line = _closing_line(effect)
        case MenuKind.HALTED:
            line = "\n".join(phrases.HALT_LINES[_edge(effect)])
        case MenuKind.CALM:
            line = pick(phrases.CALM_LINES, effect.turn)
        case MenuKind.AFTER_FORM:
            line = pick(phrases.FORM_DONE_LINES, effect.turn)
        case _:
            assert_never(effect.kind)
    return f"{line} {phrases.SECOND_CLOSING_HELP_LINE}" if effect.mention_help else line


def _closing_line(effect: fx.OpenMenu) -> str:
    if isinstance(effect.after, Coat):
        return pick(phrases.COAT_LINES[effect.after.value], effect.turn)
    if effect.after is None:
        return phrases.BACK_AGAIN
    return phrases.BACKDRAFT if effect.backdraft else pick(phrases.CLOSING_LINES, effect.turn)


def _edge(effect: fx.OpenMenu) -> str:
    return effect.after.value if effect.after in HALTING else Feeling.TOO_MUCH.value
