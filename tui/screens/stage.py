"""The stage of a player: prompts, questions, and the pages after closing or too much; how large they are."""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Center, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Effect
from tui.run.performance import Performance
from tui.screens.base import STAGE, Page
from tui.widgets.company import Company
from tui.widgets.foot import Foot
from tui.widgets.prompt import AIRY_FROM, MEASURE, MEASURE_ASKED, MEASURE_BELOW, Prompt, room_below
from tui.windows import ROOM_FOR_COMPANY, ROOMY, TALL, has_room_for_letters, is_grand
from tui.words import lines, page_lines

if TYPE_CHECKING:
    from tui.widgets.answers import Answers

ROWS_AROUND, ROWS_FOR_GUIDE = 8, 4
"""Rows that large letters leave free: for the foot, the bell and a line, and for a guide's note."""

ROWS_WITHOUT_HELP, IN_A_SHORT_WINDOW, MARGINS = 16, 10, 4
"""Rows of the page after far away besides help lines, in a tall or short window; columns of margin."""

ROWS_OF_A_LINE = 5
"""Rows of what is shown with the answers in normal letters: a line, a few help lines."""

FEW_LINES = 6
"""The most help lines on that page, unless the window is tall: dense text is not read."""

FADE_SECONDS, FADE_STEPS = 1.2, 12


def in_steps(share: float) -> float:
    """The opacity of a prompt that fades in, from 0 to 1, for the share of the time that has passed.

    Textual redraws sixty times a second; in ten steps, a fade looks the same and costs a fifth.
    """
    return floor(share * FADE_STEPS) / FADE_STEPS


class StagePage(Page[None]):
    """Shows the effects of a run; the player decides which, and when."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = STAGE
    # If a hidden list of answers had the focus, it would swallow Enter.
    AUTO_FOCUS = ""

    def __init__(
        self,
        performance: Performance,
        region: Callable[[], str | None],
        *,
        large: Callable[[], bool],
        grows: Callable[[], bool],
        others: Callable[[], tuple[str, ...]],
    ) -> None:
        """`region` returns the country of the help lines; `large`, `grows`, `others`: as for the player."""
        super().__init__()
        self.performance = performance
        self._region = region
        self._large = large
        self._grows = grows
        self._others = others
        self._taken_in = ""
        self._rung = ""
        self._answers: Answers | None = None
        self.landed = False
        """Whether the landing page was shown, so that no other has to follow."""

    def compose(self) -> ComposeResult:
        """The stage, and the foot."""
        yield from self.stage()
        yield Company()
        yield Foot()

    def stage(self) -> ComposeResult:
        """The part of the page in which the session is performed."""
        with VerticalScroll(id="stage", can_focus=False):
            yield Prompt(id="line", measure=MEASURE_BELOW)
            yield Prompt(id="prompt")
            yield Prompt(id="note", measure=MEASURE_BELOW)
            if self.performance.guide:
                yield Prompt(id="guide", measure=MEASURE_BELOW)

    def _the_answers(self) -> Answers:
        """The answers, and what stands above and below them; mounted with the first question."""
        if self._answers is not None:
            return self._answers
        from tui.widgets.answers import Answers  # noqa: PLC0415  # a first prompt asks nothing

        self._answers = answers = Answers(id="answers-box")
        below, beside = Prompt(id="below", measure=MEASURE_BELOW), Center(id="beside-answers")
        self.query_one("#stage").mount(below, answers, beside)
        answers.fill()
        beside.mount(Static(id="help-lines", markup=False))
        for added in (below, answers, beside):
            for widget in added.walk_children(with_self=True):
                # Textual handles a widget's requests after its next message; a hidden one would get none.
                widget.call_later(widget.check_idle)
        return answers

    def on_resize(self, _event: Resize) -> None:
        """Adapt the door and the size of letters to the window."""
        self.enlarge()

    def _show(self, text: str, *, quiet: bool) -> None:
        self._set_stage(asking=False)
        self._line(self._taken_in)
        self._taken_in = ""
        prompt = self.query_one("#prompt", Prompt)
        prompt.text = text
        prompt.airy = True
        prompt.measure = MEASURE
        self.enlarge()
        prompt.display = True
        prompt.set_class(quiet, "-quiet")
        self._come_in()

    def _come_in(self) -> None:
        """Fade the prompt and the light in, or show them at once if motion is off."""
        styles = self.query_one("#prompt", Prompt).styles
        moves = self.app.animation_level != "none"
        styles.opacity = 0.0 if moves else 1.0
        if moves:
            styles.animate("opacity", 1.0, duration=FADE_SECONDS, easing=in_steps)
        self._light()

    def _light(self) -> None:
        """Let the light in the door swell, unless motion is off."""
        if self.app.animation_level != "none":
            for company in self.query(Company):
                company.swell()

    def _ask(self, effect: Effect) -> None:
        self._the_answers()
        self._set_stage(asking=True)
        self._head(lines.question(effect))
        self._line(lines.before_question(effect))
        self._note_for_guide(effect)
        self._help_lines(effect)
        self._offer(effect)
        self.enlarge()

    def _land(self, effect: fx.AskCheckIn) -> None:
        """Show the landing page, with the last question as one quiet line."""
        self.landed = True
        self._the_answers()
        self._set_stage(asking=True)
        self._head(lines.landed(self.performance.seed))
        below = self.query_one("#below", Prompt)
        below.text = "\n".join(self._beside_landing(lines.last_question(effect)))
        below.display = True
        self._note_for_guide(effect)
        self._offer(effect)
        self.enlarge()

    def _offer(self, effect: Effect) -> None:
        from tui.choices import offer_for  # noqa: PLC0415  # a first prompt asks nothing

        self._the_answers().offer(offer_for(effect, guide=self.performance.guide))

    def _beside_landing(self, question: str) -> list[str]:
        reflect = self.performance.session.reflect
        others = self._others() if self.app.size.height >= AIRY_FROM else ()
        said = [*page_lines.to_keep(reflect), ""] if reflect else []
        return [
            *said,
            *([page_lines.also_here(others, room_below(self.app)), ""] if others else []),
            question,
        ]

    def _head(self, text: str) -> None:
        prompt = self.query_one("#prompt", Prompt)
        prompt.text = text
        prompt.airy = False
        prompt.measure = MEASURE_ASKED
        prompt.display = bool(text)

    def _help_lines(self, effect: Effect) -> None:
        """Show as much of the help list as there is room for, on the page after far away."""
        far_away = isinstance(effect, fx.OpenMenu) and effect.after is ev.Feeling.FAR_AWAY
        place = self.query_one("#help-lines", Static)
        place.display = far_away
        if far_away:
            from tui.words.help_in_short import GAP, help_in_short, in_table  # noqa: PLC0415  # prompts do not need it

            rows, columns = self._room_for_help()
            few = help_in_short(rows, columns, region=self._region())
            table = in_table(few, columns)
            rows_of_it = [Content.assemble((line.name, "$soft"), " " * GAP, line.reach) for line in table]
            place.update(Content("\n").join(rows_of_it or [Content(str(line)) for line in few]))

    def _room_for_help(self) -> tuple[int, int]:
        """Rows and columns for help lines; in a short window, only a guide's note is kept besides them."""
        columns, rows = self.app.size
        short = (self.has_class("-short") or self.has_class("-tiny-height")) and not self.performance.guide
        if short:
            return rows - IN_A_SHORT_WINDOW, columns
        most = FEW_LINES if rows < TALL else rows
        return min(most, rows - ROWS_WITHOUT_HELP), columns - MARGINS

    def _set_stage(self, *, asking: bool) -> None:
        self._bell_sign()
        self.set_class(asking, "-asking")
        self._line("")
        self._note("")
        self.query("#below, #help-lines").set(display=False)
        self.query_one("#prompt", Prompt).remove_class("-quiet")
        self._keep_company()
        if not asking:
            self.set_focus(None)
            if self._answers is not None:
                self._answers.clear()

    def _bell_sign(self) -> None:
        rung, self._rung = self._rung, ""
        if rung and not self.query("#twin"):
            self.query_one("#stage").mount(Static(id="twin", markup=False), before="#line")
        for twin in self.query("#twin").results(Static):
            twin.update(rung)
            twin.display = bool(rung)

    def _keep_company(self) -> int:
        """Show the door if there is room; returns the rows it takes."""
        rows, taken = self.app.size.height, 0
        for company in self.query(Company):
            least = ROOMY if self.has_class("-asking") else ROOM_FOR_COMPANY
            company.display = rows >= least and not self.performance.guide
            taken += company.display * company.height_in(rows)
        return taken

    def tell(self, line: str) -> bool:
        """Show a line below the prompt until the next one comes; a toast could cover the words."""
        self._note(line)
        return True

    def move(self, *, moving: bool) -> None:
        """Start or stop the light in the door; a prompt that is fading in is shown at once."""
        if not moving:
            for company in self.query(Company):
                company.rest()

    def enlarge(self) -> None:
        """Set the prompt in large or normal letters; the answers to a question get their rows first."""
        asking = self.has_class("-asking")
        prompt, line = self.query_one("#prompt", Prompt), self.query_one("#line", Prompt)
        guide = ROWS_FOR_GUIDE if self.performance.guide else 0
        spare = ROWS_AROUND + self._keep_company() + guide + (self._rows_of_answers() if asking else 0)
        grown = self._grows() and has_room_for_letters(self.app.size)
        for text in (prompt, line):
            text.spare = spare
        prompt.enlarged = self._large() or grown
        line.enlarged = prompt.enlarged and asking and not prompt.text and is_grand(self.app.size)
        if self._large() and prompt.text and not asking and not prompt.fits_large:
            self._note(lines.TOO_LONG_FOR_LARGE)

    def _rows_of_answers(self) -> int:
        """Rows of the answers, and of the lines shown with them."""
        beside = [self.query_one(place) for place in ("#line", "#below", "#help-lines")]
        lines_beside = sum(ROWS_OF_A_LINE for each in beside if each.display)
        return self._the_answers().rows + lines_beside

    def _note_for_guide(self, effect: Effect) -> None:
        if not self.performance.guide:
            return
        from tui.words.guiding import guide_line  # noqa: PLC0415  # few sit with a guide

        text = guide_line(effect)
        guide = self.query_one("#guide", Prompt)
        guide.text = lines.for_the_guide(text) if text else ""
        guide.display = bool(text)

    def _line(self, text: str) -> None:
        line = self.query_one("#line", Prompt)
        line.text = text
        line.display = bool(text)

    def _note(self, text: str) -> None:
        note = self.query_one("#note", Prompt)
        note.text = text
        note.display = bool(text)
