"""What the app says during a run, picked for each effect: for the screen and the plain performer alike.

Wordings come from `tui.words.phrases`; an effect's `turn` picks one, so that the same line does not come
twice running.
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
"""After `g`, where nothing is spoken."""
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


def for_reading_aloud(effect: fx.ShowBeat) -> str:
    """The same for somebody who reads aloud: stillness is marked as such, and never looks like a line."""
    return (
        f"({silence(effect.beat.length)})" if is_quiet(effect) and not effect.smaller else beat_text(effect)
    )


def silence(seconds: float) -> str:
    """How long a silence lasts, about."""
    return f"silence, about {in_short(seconds)}"


def is_quiet(effect: fx.ShowBeat) -> bool:
    """Whether a beat is stillness with at most a reminder."""
    return effect.beat.kind is BeatKind.QUIET


def bell_sign(effect: fx.RingBell) -> str:
    """A bell on the screen, where it can be heard."""
    return f"♪ × {effect.strikes}" if effect.strikes > 1 else "♪"


def bell_twin(effect: fx.RingBell) -> str:
    """The bell, for the eyes."""
    times = f" × {effect.strikes}" if effect.strikes > 1 else ""
    return f"bell · {effect.tone.value}{times}"


def question(effect: Effect) -> str:
    """What a question or menu asks, as its heading; empty where the line before it says all."""
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
    """The plain line that comes before a menu; empty where there is none."""
    return _menu_line(effect) if isinstance(effect, fx.OpenMenu) else ""


def last_question(effect: fx.AskCheckIn) -> str:
    """The quiet line on the landing page: the last question, or what takes its answer in."""
    if effect.answered is not None:
        return pick(phrases.ANSWER_LINES[effect.answered.value], effect.turn)
    return pick(phrases.LAST_QUESTIONS, effect.turn)


def taken_in(effect: fx.TakeIn | fx.QuestionPassed) -> str:
    """The line that is shown together with the next beat."""
    if isinstance(effect, fx.QuestionPassed):
        return phrases.QUESTION_PASSED
    pools = phrases.COAT_LINES if isinstance(effect.answer, Coat) else phrases.ANSWER_LINES
    return pick(pools[effect.answer.value], effect.turn)


def ending(effect: Ended, seed: int) -> str:
    """The line at the end; stopping and landing get the same kind.

    By the seed of the run, and not by how much was said in it: so that the next run, whatever it went
    through, ends on another line.
    """
    if effect.halted:
        return pick(phrases.HALTED_STOP_LINES, seed)
    return landed(seed) if effect.ending is Ending.LANDED else pick(phrases.STOP_LINES, seed)


def landed(seed: int) -> str:
    """The line of the landing page."""
    return pick(phrases.LANDED_LINES, seed)


def may_reflect(effect: Ended) -> bool:
    """Whether an author's questions follow the end: not after a stop, nor after too much or far away."""
    return effect.ending is Ending.LANDED and not effect.halted


def company(people: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Who there may be to talk to, as plain lines; the person's own come first."""
    from tui.words.extras.paragraphs import company_entries  # noqa: PLC0415  # seldom needed
    from tui.words.extras.printing import lines  # noqa: PLC0415  # same

    return tuple(lines(company_entries(people), None))


def elapsed(seconds: float, length: float) -> str:
    """How long it has been, on request, in whole minutes and seconds."""
    return f"{in_short(seconds)} of {in_short(length)}, without the pauses."


def pace(factor: float | None) -> str:
    """What a change of pace means."""
    if factor is None:
        return MANUAL
    if factor == 1.0:
        return "Everything goes at its usual pace again."
    return f"Everything lasts {factor:g} times as long as usual."


def asking(*, less: bool) -> str:
    """What a change of asking means."""
    if less:
        return "Fewer questions from here. The c key works at any time."
    return "Questions are asked again."


def for_the_guide(note: str) -> str:
    """A note for somebody who reads aloud."""
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
