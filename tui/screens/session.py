"""The page of one session: what it is about, and what can be chosen before it begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from sessions.durations import in_short
from sessions.engine.score import lay_out
from sessions.model import Session
from sessions.written import Track
from tui.screens.base import Page
from tui.setting_kinds import PACES
from tui.settings import Settings
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading
from tui.widgets.prose import Prose
from tui.windows import MIDDLING, is_grand
from tui.words import page_lines


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One track of the session as a line of the list."""

    key: str
    label: str
    hint: str
    track: Track | None
    also: str = ""


ASK = TrackRow("a", "ask me on the way", "kind words once you say “opening”", None)
INDIRECT = TrackRow("i", "senses", "what you see, hear and hold", Track.INDIRECT)
DIRECT = TrackRow("d", "kind words", "said to yourself", Track.DIRECT)


@dataclass(frozen=True, slots=True)
class Start:
    """What was chosen on the page; sound and pace take effect at once, and are not part of it."""

    track: Track | None


class SessionPage(Page[Start | None]):
    """Choose a track, sound and pace, then begin; its result is None if the person went back."""

    TAKES_KEYS = False
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", id="session.begin", tooltip="Begin the session"),
        Binding("escape", "back", "sessions", id="session.back", tooltip="Back to the sessions"),
        Binding("up", "move(-1)", "up", id="session.up", tooltip="To the track above", show=False),
        Binding("down", "move(1)", "down", id="session.down", tooltip="To the track below", show=False),
        Binding("d", "track('d')", DIRECT.label, id="session.direct", tooltip=DIRECT.hint, show=False),
        Binding("i", "track('i')", INDIRECT.label, id="session.indirect", tooltip=INDIRECT.hint, show=False),
        Binding("a", "track('a')", "ask me", id="session.ask", tooltip=ASK.hint, show=False),
        Binding(
            "number_sign", "ask_less", "ask me less", id="session.ask_less", show=False,
            tooltip="Fewer questions, or all of them again",
        ),
        Binding("r", "bell", "bell", id="session.bell", tooltip="Bell on or off", show=False),
        Binding(
            "exclamation_mark", "aloud", "voice", id="session.voice", tooltip="Words spoken aloud, or not",
            show=False,
        ),
        Binding(
            "plus,equals_sign", "pace(1)", "slower", id="session.slower", show=False,
            tooltip="Prompts stay longer",
        ),
        Binding(
            "minus", "pace(-1)", "faster", id="session.faster", show=False,
            tooltip="Prompts stay for less time",
        ),
        Binding(
            "w", "manual", "wait for me", id="session.manual", show=False,
            tooltip="Wait for Enter at each prompt, or move by itself again",
        ),
    ]  # fmt: skip

    def __init__(
        self,
        session: Session,
        settings: Settings,
        *,
        hide_direct: bool = False,
        change: Callable[..., None] = lambda **_: None,
    ) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._tell = change
        direct = () if hide_direct or not session.direct else (DIRECT,)
        self._rows = (*((ASK,) if direct else ()), *direct, INDIRECT)

    def compose(self) -> ComposeResult:
        """Title, length and about; the tracks; sound and pace."""
        with VerticalScroll(id="stage", can_focus=False):
            yield Heading(self._session.title)
            is_short = self.app.size.height < MIDDLING
            course = (
                in_short(self._session.length) if is_short else page_lines.course(*_course(self._session))
            )
            yield Static(course, id="length", markup=False)
            yield Prose(self._session.about, id="about")
            yield ChoiceList(id="tracks")
            yield Static("", id="settings", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Mark the first track, which is *ask me on the way* if there is a choice."""
        tracks = self.query_one("#tracks", ChoiceList)
        tracks.offer(self._rows)
        tracks.can_focus = False
        tracks.highlighted = 0
        self._show_settings()

    def on_resize(self, _event: Resize) -> None:
        """Adapt the spacing of the settings."""
        self._show_settings()

    def action_begin(self) -> None:
        """Begin with what is chosen."""
        self.dismiss(Start(self._rows[self._chosen].track))

    def action_back(self) -> None:
        """Back to the library."""
        self.dismiss(None)

    def action_track(self, key: str) -> None:
        """Mark the track with this key."""
        for index, row in enumerate(self._rows):
            if row.key == key:
                self._stand_on(index)

    def action_move(self, step: int) -> None:
        """Mark the track above or below."""
        self._stand_on((self._chosen + step) % len(self._rows))

    def action_ask_less(self) -> None:
        """Fewer questions, or all of them again."""
        self._change(ask_less=not self._settings.ask_less)

    def action_bell(self) -> None:
        """Turn the bell on, and ring it once, or off."""
        self._change(bell=not self._settings.bell)

    def action_aloud(self) -> None:
        """Turn the voice on, and let it speak at once, or off."""
        self._change(aloud=not self._settings.aloud)

    def action_pace(self, step: int) -> None:
        """Change the pace by a step."""
        at = min(range(len(PACES)), key=lambda index: abs(PACES[index] - self._settings.pace))
        self._change(pace=PACES[min(len(PACES) - 1, max(0, at + step))], manual=False)

    def action_manual(self) -> None:
        """Switch between manual and timed beats."""
        self._change(manual=not self._settings.manual)

    def chosen(self, _line: Line) -> None:
        """Begin, at Enter or a click on a track."""
        self.action_begin()

    def _stand_on(self, index: int) -> None:
        tracks = self.query_one("#tracks", ChoiceList)
        tracks.highlighted = index
        tracks.scroll_visible()

    @property
    def _chosen(self) -> int:
        return self.query_one("#tracks", ChoiceList).highlighted or 0

    def take_up(self, changes: dict[str, Any]) -> None:
        """Show settings that were changed here or on the page of settings."""
        self._settings = self._settings.changed(**changes)
        self._show_settings()

    def _change(self, **changes: Any) -> None:
        self.take_up(changes)
        self._tell(**changes)
        self.query_one("#stage").scroll_end()

    def _show_settings(self) -> None:
        gap = "\n\n" if is_grand(self.app.size) else "\n"
        self.query_one("#settings", Static).update(Content(gap).join(self._setting_lines()))

    def _setting_lines(self) -> list[Content]:
        settings = self._settings
        bell = "on" if settings.bell else "off"
        return [
            _setting("#", "ask me less", "on" if settings.ask_less else "off"),
            _setting("r", "bell", bell),
            _setting("!", "spoken words", "on" if settings.aloud else "off"),
            _setting("+ -", "pace", page_lines.pace_in_short(None if settings.manual else settings.pace)),
            _setting("w", "wait for me", "on" if settings.manual else "off"),
            _setting(",", "all settings", ""),
        ]


def _setting(key: str, name: str, value: str) -> Content:
    return Content.assemble((f"{key:>4}", "bold $glow"), f"  {name:<20}", (value, "$soft"))


def _course(session: Session) -> tuple[float, float, float]:
    """The lengths of arriving, of the track and of landing, in seconds."""
    score = lay_out(session)
    arriving = sum(segment.length for segment in score.arriving)
    return arriving, score.length - arriving - score.landing.length, score.landing.length
