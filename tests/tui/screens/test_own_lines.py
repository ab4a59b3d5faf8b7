"""Own lines on the screen: kept on their page, met where they belong, and in nobody's way."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste

from sessions.engine.state import State
from sessions.mine.model import Mine
from sessions.written import Track
from tests.fakes.clock import FakeClock
from tests.fakes.stage import MANY_PAGES, READ, Stage, bundled, on_stage
from tests.fakes.typist import Typist
from tui.app import Opening
from tui.locations import mine_file
from tui.mine_file import can_be_read_by_others, keep, load
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance
from tui.screens.extras import ExtrasPage
from tui.screens.landing import Landing
from tui.screens.library import Library
from tui.screens.mine import MinePage
from tui.screens.player import PlayerPage
from tui.screens.session import SessionPage
from tui.terminal.keyboards import Keyboard
from tui.widgets.choices import ChoiceList
from tui.widgets.own_field import OwnField
from tui.words import mine_file as words
from tui.words import own_page, phrases
from tui.words.extras.titles import TITLES, Extra

WORD = "Slowly is allowed."
MINE = Mine(
    ("[b]Slowly[/b] is allowed.",),
    ("the dog", "a long bath"),
    ("I tidy up",),
    ("I hum",),
    ("Ada, after six",),
)
SIZES = [(40, 12), (60, 16), (80, 24)]


@pytest.fixture
def place() -> Path:
    """Where the file would be; there is none."""
    return mine_file()


@pytest.fixture
def kept(place: Path) -> Path:
    """A file with a line or two in each list."""
    for name, lines in MINE._asdict().items():
        keep(place, name, *lines)
    return place


def opening(place: Path) -> Opening:
    return Opening(settings=READ, mine_file=place)


def is_there(path: Path) -> bool:
    return path.exists()


async def types(stage: Stage, text: str) -> None:
    await stage.press(*("space" if sign == " " else sign for sign in text))


async def begin(stage: Stage, name: str, track: Track | None = None) -> None:
    """Begin a session by its page, as a person does; own lines come with it."""
    entry = next(each for each in stage.app.opening.shelves.entries() if each.name == name)
    stage.app.post_message(Library.Opened(entry))
    await stage.settle()
    assert stage.is_on(SessionPage)
    await stage.press({Track.DIRECT: "d", Track.INDIRECT: "i", None: "a"}[track], "enter")
    assert stage.is_on(PlayerPage)


async def passed(stage: Stage) -> list[str]:
    """Everything on the screen to the end of the run, with Enter alone."""
    seen: list[str] = []
    for _ in range(MANY_PAGES):
        if not stage.is_on(PlayerPage) or stage.player.landed:
            return seen
        seen.append(stage.text)
        await stage.press("enter")
    raise AssertionError("the run does not end")


async def to_a_check_in(stage: Stage) -> None:
    for _ in range(MANY_PAGES):
        if stage.is_in(State.CHECK_IN):
            return
        await stage.press("enter")
    raise AssertionError("nothing is asked")


@pytest.mark.parametrize("way", [("underscore",), ("e", "8"), ("e", "underscore")])
async def test_the_page_is_opened_by_its_key_and_from_the_extras(place: Path, way: tuple[str, ...]) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press(*way)
        assert stage.is_on(MinePage)
        assert stage.shows(TITLES[Extra.MINE].label)
        await stage.press("escape")
        assert stage.is_on(ExtrasPage if way == ("e", "underscore") else Library)


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_is_typed_kept_and_seen(place: Path, size: tuple[int, int]) -> None:
    async with on_stage(opening(place), size=size) as stage:
        await stage.press("underscore", "1")
        assert stage.shows(own_page.TYPING)
        assert stage.shows(words.ASKS["words"])
        await types(stage, "be quick, or quiet: h?")
        await stage.press("enter")
        assert stage.shows(words.KEPT)
        assert stage.shows("be quick, or quiet: h?")
        assert load(place) == (Mine(("be quick, or quiet: h?",)), "")
        await stage.press("2")
        await types(stage, "tea")
        await stage.press("enter")
        assert load(place)[0].comforts == ("tea",)
        assert not can_be_read_by_others(place)


async def test_nothing_is_made_by_looking_or_by_an_empty_line(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "1", "enter")
        assert stage.shows(words.UNKEPT)
        await stage.press("3")
        await types(stage, "never mind")
        await stage.press("escape")
        assert stage.is_on(MinePage)
        assert not stage.app.screen.query(OwnField)
        await stage.press("escape")
        assert stage.is_on(Library)
    assert not is_there(place.parent)


async def test_a_line_that_does_not_fit_stays_to_be_changed(place: Path) -> None:
    keep(place, "words", *(f"line {number}" for number in range(50)))
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "1")
        await types(stage, "one more")
        await stage.press("enter")
        assert stage.shows("takes no more")
        assert stage.app.screen.query_one(OwnField).value == "one more"


def written(path: Path, text: str = "") -> str:
    """What is in a file, after this was written into it from outside."""
    if text:
        path.write_text(text)
    return path.read_text()


async def on_line(stage: Stage, line: str) -> None:
    """Open the page, and go down to a line."""
    await stage.press("underscore")
    for _ in range(MANY_PAGES):
        if where(stage) == line:
            return
        await stage.press("down")
    raise AssertionError(f"there is no {line}")


async def comes(stage: Stage, words: str) -> bool:
    """Whether the foot says so, which is drawn a moment after the mark has moved."""
    for _ in range(MANY_PAGES):
        if stage.shows(words):
            return True
        await stage.pilot.pause()
    return False


def where(stage: Stage) -> str:
    answers = stage.app.screen.query_one(ChoiceList)
    assert answers.highlighted is not None
    return answers.offered[answers.highlighted].label


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_a_line_is_taken_out_after_one_question(kept: Path, key: str, size: tuple[int, int]) -> None:
    async with on_stage(opening(kept), size=size) as stage:
        await on_line(stage, "the dog")
        assert await comes(stage, "take out")
        await stage.press(key, key, key)  # a key that is held down
        assert stage.shows(own_page.TAKE_IT_OUT)
        assert load(kept) == (MINE, "")
        await stage.press("enter")
        assert stage.shows(words.REMOVED)
        assert not stage.shows("the dog")
        assert load(kept) == (MINE._replace(comforts=("a long bath",)), "")
        assert where(stage) == "a long bath"  # the one below has come up
        await stage.press("enter")
        assert stage.shows("Delete takes it out")
        await stage.press(key, "enter")
        assert load(kept) == (MINE._replace(comforts=()), "")
        assert where(stage) == own_page.ADD
        await stage.press("enter")
        assert stage.shows(words.ASKS["comforts"])


@pytest.mark.parametrize("key", ["escape", "down", "up", "r", "asterisk"])
async def test_a_line_stays_when_anything_else_follows_the_question(kept: Path, key: str) -> None:
    async with on_stage(opening(kept)) as stage:
        await on_line(stage, "the dog")
        await stage.press("delete", key)
        assert stage.is_on(MinePage)
        assert not stage.shows(own_page.TAKE_IT_OUT)
        await stage.press("enter")
        if stage.app.screen.query(OwnField):
            await stage.press("escape")
        assert load(kept) == (MINE, "")


async def test_a_line_stays_when_one_is_added_instead(kept: Path) -> None:
    async with on_stage(opening(kept)) as stage:
        await on_line(stage, "the dog")
        await stage.press("delete", "2")
        await types(stage, "teaa")
        await stage.press("backspace", "enter")
        assert stage.shows(words.KEPT)
        assert load(kept)[0].comforts == (*MINE.comforts, "tea")


async def test_an_entry_that_adds_cannot_be_taken_out(kept: Path) -> None:
    async with on_stage(opening(kept)) as stage:
        await stage.press("underscore")
        assert not stage.shows("take out")
        await stage.press("delete")
        assert stage.shows(own_page.EXAMPLES["words"][:30])
        await stage.press("down")
        assert await comes(stage, "take out")


@pytest.mark.parametrize(
    ("text", "why", "way"),
    [
        ("comforts: [tea, the dog]", "brackets", own_page.IN_AN_EDITOR),
        ("comforts:\n  - tea\n", "not there any more", own_page.IN_AN_EDITOR),
        ("comforts: [", "see line 1", "`ajar mine` says how to mend it."),
    ],
)
async def test_a_line_that_cannot_be_taken_out_says_why_and_what_to_do(
    place: Path, text: str, why: str, way: str
) -> None:
    keep(place, "comforts", "tea", "the dog")
    async with on_stage(opening(place), size=(160, 30)) as stage:
        await on_line(stage, "the dog")
        written(place, text)
        await stage.press("delete", "enter")
        told = " ".join(stage.text.split())
        assert why in told
        assert way in told
        assert stage.shows("the dog") == (why == "brackets")
    assert written(place) == text


async def test_without_a_file_nothing_can_be_taken_out() -> None:
    async with on_stage() as stage:
        assert stage.app.own.let_go("words", WORD) == own_page.NOWHERE


async def test_letters_of_any_board_are_taken_as_they_are_typed(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "2")
        await types(stage, "Чай, IQ; й_1?")
        await stage.press("enter")
        assert load(place)[0].comforts == ("Чай, IQ; й_1?",)


async def test_what_is_pasted_is_one_line_of_what_can_be_seen(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "2")
        stage.app.post_message(Paste("\x1b[31m\u202etea\x07\nand more"))
        await stage.settle()
        assert stage.app.screen.query_one(OwnField).value == "[31mtea"


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
async def test_stopping_takes_one_key_while_nothing_is_typed(place: Path, key: str) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "1", key)
        assert not stage.app.is_running


@pytest.mark.parametrize("letter", ["й", "Й", ";", "/", "ض"])
async def test_a_line_may_begin_with_what_another_board_has_on_the_key_of_q(place: Path, letter: str) -> None:
    async with on_stage(opening(place)) as stage:
        stage.app.keyboard = Keyboard({";": "el_GR", "/": "he_IL"}.get(letter, ""))
        await stage.press("underscore", "1", letter)
        assert stage.app.screen.query_one(OwnField).value == letter
        await stage.press("escape", letter)
        assert not stage.app.is_running, "outside of the field it stops"


@pytest.mark.parametrize("letter", ["q", "Q", "\uff51"])
async def test_the_letter_q_itself_stops_while_nothing_is_typed(place: Path, letter: str) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "1", letter)
        assert not stage.app.is_running


async def test_the_foot_names_the_key_that_stops_while_a_line_is_typed(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "1")
        assert stage.lines()[-2].strip() == "esc back   q stop"
        await stage.press("a")
        assert stage.lines()[-2].strip() == "esc back   ctrl-q stop"
        await stage.press("backspace")
        assert stage.lines()[-2].strip() == "esc back   q stop"
        await stage.press("space", "q")
        assert stage.app.screen.query_one(OwnField).value == " q"


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_with_ctrl_it_stops_in_the_middle_of_a_line_too(place: Path, key: str) -> None:
    async with on_stage(opening(place)) as stage:
        await stage.press("underscore", "1")
        await types(stage, "a q")
        assert stage.app.screen.query_one(OwnField).value == "a q"
        await stage.press(key)
        assert not stage.app.is_running
    assert not is_there(place)


async def test_text_of_ones_own_is_shown_as_text(kept: Path) -> None:
    async with on_stage(opening(kept)) as stage:
        await stage.press("underscore")
        assert stage.shows("[b]Slowly[/b] is allowed.")


@pytest.mark.parametrize("size", SIZES)
async def test_own_comforts_stand_first_after_closing(kept: Path, size: tuple[int, int]) -> None:
    async with on_stage(opening(kept), size=size) as stage:
        await begin(stage, "hello-guard", Track.DIRECT)
        await stage.press("c")
        assert stage.labels[0] == "yours: the dog, a long bath"
        assert stage.shows("yours: the dog, a long bath")
        for label in ("carry on gently", "look at or hold", "nothing for a while", "stop", "more"):
            assert stage.shows(label)
        await stage.press("1")
        assert stage.shows("This page waits as long as you like.")
        assert stage.shows("long bath")
        await stage.press("enter")
        assert stage.is_in(State.BEAT)


async def test_own_signs_are_hints_of_a_check_in(kept: Path) -> None:
    async with on_stage(opening(kept)) as stage:
        await begin(stage, "hello-guard", Track.DIRECT)
        await to_a_check_in(stage)
        await stage.press("down")
        assert stage.shows("I hum")
        await stage.press("down", "down")
        assert stage.shows("I tidy up")


async def test_people_of_ones_own_come_first_among_people_to_talk_to(kept: Path) -> None:
    async with on_stage(opening(kept)) as stage:
        await begin(stage, "hello-guard")
        await stage.press("t", "2")
        told = stage.text
        assert told.index("Ada, after six") < told.index("Telling one person")


@pytest.mark.parametrize("key", ["c", "t", "f"])
async def test_own_words_are_not_shown_where_kind_words_are_not_wanted(kept: Path, key: str) -> None:
    async with on_stage(opening(kept)) as stage:
        await begin(stage, "hello-guard", Track.DIRECT)
        await stage.press(key, "underscore")
        assert stage.is_on(MinePage) == (key == "c")
        assert not stage.shows(words.HEADINGS["words"])
        assert not stage.shows("is allowed")


async def test_own_words_are_not_shown_to_whoever_chose_the_senses(kept: Path) -> None:
    async with on_stage(opening(kept)) as stage:
        await begin(stage, "hello-guard", Track.INDIRECT)
        await stage.press("underscore")
        assert stage.is_on(MinePage)
        assert not stage.shows(words.HEADINGS["words"])
        assert stage.shows(words.HEADINGS["comforts"])


async def test_after_the_session_on_signs_one_can_be_kept(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await begin(stage, "how-i-close", Track.DIRECT)
        await passed(stage)
        assert stage.shows(own_page.KEEP_A_SIGN)
        await stage.press("underscore")
        assert stage.is_on(MinePage)
        await stage.press("enter")
        await types(stage, "my jaw")
        await stage.press("enter")
        assert load(place)[0].closing == ("my jaw",)
        await stage.press("escape")
        assert stage.is_on(PlayerPage)
        assert stage.player.landed


async def test_after_closing_in_it_the_entry_is_there_as_well(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await begin(stage, "how-i-close", Track.DIRECT)
        await stage.press("c")
        await passed(stage)
        assert stage.is_on(Landing)
        assert stage.shows(own_page.KEEP_A_SIGN)
        await stage.press("underscore")
        assert stage.is_on(MinePage)


async def test_after_another_session_nothing_speaks_of_it(place: Path) -> None:
    async with on_stage(opening(place)) as stage:
        await begin(stage, "one-breath", Track.DIRECT)
        await passed(stage)
        assert stage.player.landed
        assert not stage.shows(own_page.KEEP_A_SIGN)


@pytest.fixture
def faulty(kept: Path) -> Path:
    """A file that cannot be read."""
    kept.write_text("words: [")
    return kept


async def test_a_faulty_file_is_told_once_and_costs_nothing_else(faulty: Path) -> None:
    async with on_stage(opening(faulty).changed(notice=load(faulty)[1]), size=(200, 40)) as stage:
        assert stage.shows("is not used: see line 1")
        await begin(stage, "one-breath", Track.DIRECT)
        assert stage.is_in(State.BEAT)
        await stage.press("c")
        assert stage.labels[0] == "carry on gently (Enter)"


async def test_the_page_says_why_it_shows_nothing_of_a_faulty_file(faulty: Path) -> None:
    async with on_stage(opening(faulty), size=(160, 30)) as stage:
        await stage.press("underscore")
        assert stage.shows("see line 1")
        await stage.press("1")
        await types(stage, "one")
        await stage.press("enter")
        assert stage.shows("stays as it is: see line 1")
    assert load(faulty)[1]


async def test_somebody_keeps_three_lines_and_meets_them_in_the_next_session(place: Path) -> None:
    """A word, a comfort and a sign, each at its moment; and no word after closing."""
    async with on_stage(opening(place), size=(100, 30)) as stage:
        await begin(stage, "hello-guard", Track.DIRECT)
        assert not any(WORD in text for text in await passed(stage))
        await stage.press("escape", "underscore")
        for number, line in (("1", WORD), ("2", "the dog"), ("3", "I tidy up")):
            await stage.press(number)
            await types(stage, line)
            await stage.press("enter")
        await stage.press("escape")
        await begin(stage, "hello-guard", Track.DIRECT)
        (met,) = {text for text in await passed(stage) if WORD in text}
        assert f"“{WORD}”" in met
        await stage.press("escape")

        await begin(stage, "hello-guard", Track.DIRECT)
        await to_a_check_in(stage)
        await stage.press("down", "down", "down")
        assert stage.shows("I tidy up")
        await stage.press("c")
        assert stage.labels[0] == "yours: the dog"
        await stage.press("enter")
        later = await passed(stage)
        assert len(later) > 2
        assert not any(WORD in text for text in later)


def sat_through(name: str, mine: Mine, *typed: str) -> str:
    """What a run says in lines; each line is typed as soon as one is waited for, and Enter after that."""
    out: list[str] = []
    clock = FakeClock()
    performance = Performance(bundled(name), name, Track.DIRECT, mine=mine)
    source = Typist(clock, *((None, line) for line in (*typed, *[""] * 9)))
    PlainRun(performance, PlainMeans(clock, source, out.append)).play()
    return "".join(out)


def test_the_same_in_plain_lines() -> None:
    mine = Mine((WORD,), ("the dog",), ("I tidy up",))
    assert f"“{WORD}”" in sat_through("hello-guard", mine)
    assert WORD not in sat_through("hello-guard", Mine())
    told = sat_through("hello-guard", mine, "", "?", "c", "1")
    assert "closing: I tidy up" in told
    closed = told.partition("yours: the dog")[2]
    assert "The dog. This page waits" in closed
    assert WORD not in closed
    assert any(line in closed for line in (*phrases.LANDED_LINES, *phrases.STOP_LINES))


def test_the_session_on_signs_ends_in_lines_with_the_way_to_keep_one() -> None:
    assert own_page.SIGN_IN_LINES in sat_through("how-i-close", Mine())
    assert own_page.SIGN_IN_LINES not in sat_through("one-breath", Mine())


@pytest.mark.parametrize("what", ["guide", "first_wording"])
def test_nothing_own_is_shown_where_words_were_prepared_or_are_read_to_others(what: str) -> None:
    performance = Performance(bundled("hello-guard"), "hello-guard", mine=MINE, **{what: True})  # type: ignore[arg-type]
    assert performance.own == Mine()
