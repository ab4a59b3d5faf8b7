"""Rule 4: answering is optional, short and never scored; answers are words, and all look alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import pytest
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from sessions.check import check_text
from sessions.engine import effects as fx
from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, HoldStill, OpenMenu
from sessions.engine.events import FORMS, RESTS, Coat, Feeling, Report, Way, Wear
from sessions.engine.state import State
from tests.fakes.everywhere import NAMES, effects, engine_in, situations
from tests.fakes.stage import MANY_PAGES, on_stage, squeezed
from tui.choices import Choice, listed, offer_for
from tui.screens.player import PlayerPage
from tui.themes import PALETTES
from tui.words import lines

SCALE = """\
format: 1
title: A minute with a sound
length: 1m
arriving:
  - say: Eyes open or lowered, either is fine.
    for: 15s
  - check_in: And now?
indirect:
  - choose: How much of it is there?
    options:
      - text: {first}
        do: [quiet: 30s]
      - text: {second}
        do: [quiet: 30s]
landing:
  - say: Looking around, is there a colour you like?
    for: 15s
"""

MOST_WORDS = 45
RED = range(21)
"""Degrees of hue that warn."""


@pytest.mark.parametrize("name", NAMES)
def test_every_check_in_can_be_skipped_or_left_open_and_stays_unscored(name: str) -> None:
    """Neither a skip nor a "can't tell" leaves a trace in the run."""
    asked = [run for run in situations(name) if run.state is State.CHECK_IN]
    assert asked
    for run in asked:
        for feeling in (Feeling.SKIP, Feeling.BETWEEN):
            engine = engine_in(name, run)
            assert engine.handle(Report(feeling), 0.0)
            assert (engine.run.closings, engine.run.halted) == (run.closings, run.halted)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_of_an_author_can_be_skipped(name: str) -> None:
    for run in situations(name):
        if run.state is State.FORK:
            engine = engine_in(name, run)
            assert engine.handle(Report(Feeling.SKIP), 0.0)
            assert engine.run.state is not State.FORK


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_asked_offers_words(name: str) -> None:
    asked = [effect for effect in effects(name) if offer_for(effect).choices]
    assert any(isinstance(effect, AskCheckIn) for effect in asked)
    for effect in asked:
        offer = offer_for(effect)
        assert all(in_words(choice.label) for choice in offer.all)
        labels = [choice.label for choice in offer.choices]
        if isinstance(effect, AskCheckIn | AskNotice | AskFork):
            assert offer.enter is not None
            assert offer.enter.event == Report(Feeling.SKIP)
        if isinstance(effect, AskCheckIn) and effect.answered is None:
            assert any("can't tell" in label for label in labels)
        if isinstance(effect, AskNotice):
            assert "I don't know" in labels


@pytest.mark.parametrize("name", NAMES)
def test_what_is_asked_is_read_in_a_glance(name: str) -> None:
    """A question, or a page that opens after an answer, has at most 45 words with all its answers."""
    asked = [effect for effect in effects(name) if offer_for(effect).choices]
    for effect in asked:
        if not isinstance(effect, AskCheckIn | AskNotice | OpenMenu | HoldStill):
            continue
        long = {words_on(effect.changed(turn=turn), effect) for turn in range(12)}
        assert max(long) <= MOST_WORDS, effect


def words_on(effect: fx.Effect, asked: fx.Effect) -> int:
    """Words that the page of a question holds at first."""
    if isinstance(effect, AskCheckIn) and effect.final:
        said = [lines.last_question(effect)]
    else:
        said = [lines.before_question(effect), lines.question(effect)]
    offer = offer_for(asked)
    for choice in listed(offer):
        said += [choice.label, choice.hint if offer.hints else ""]
    return sum(len(text.split()) for text in said)


def in_words(label: str) -> bool:
    return any(character.isalpha() for character in label) and not any(
        character.isdigit() or ord(character) >= 0x2600 for character in label
    )


def test_all_answers_are_there_with_their_names() -> None:
    asked = offer_for(AskCheckIn("", 0)).choices
    assert {choice.event for choice in asked} == {Report(feeling) for feeling in Feeling}
    assert {choice.event for choice in offer_for(AskNotice("", 0)).all} >= {Wear(coat) for coat in Coat}


@pytest.mark.parametrize(
    ("first", "second"), [("1", "2"), ("0.5", "far away"), ("near", '"☹"'), ("'3 '", "':-)'")]
)
def test_a_session_file_cannot_ask_for_a_number_or_a_face(first: str, second: str) -> None:
    checked = check_text(SCALE.format(first=first, second=second), "scale.session.yaml")
    assert checked.session is None
    assert {fault.id for fault in checked.faults} == {"E219"}


def test_a_session_file_can_ask_for_words() -> None:
    assert check_text(SCALE.format(first="near", second="far away"), "words.session.yaml").session is not None


def test_a_check_in_in_a_file_brings_no_answers_of_its_own() -> None:
    text = SCALE.format(first="near", second="far away").replace(
        "- check_in: And now?", "- check_in: And now?\n    options: [one, two]"
    )
    assert {fault.id for fault in check_text(text, "own.session.yaml").faults} == {"E201"}


@pytest.mark.parametrize("look", sorted(PALETTES))
@pytest.mark.parametrize(
    "effect",
    [
        AskCheckIn("", 1),
        AskNotice("", 1),
        AskFork("which?", ("near", "far")),
        OpenMenu(fx.MenuKind.CLOSING, (Way.GENTLER, *RESTS, Way.STOP), 1, more=FORMS),
    ],
    ids=lambda effect: type(effect).__name__,
)
async def test_all_answers_look_alike_and_none_warns(effect: fx.Effect, look: str) -> None:
    """The style of a line's parts is the same from answer to answer, and no colour of it is a red."""
    async with on_stage(size=(100, 40)) as stage:
        stage.app.theme = look
        player = await stage.begin("one-breath")
        player._ask(effect)
        await stage.settle()
        offered = listed(offer_for(effect))
        styles = {drawn_as for choice in offered for drawn_as in styles_of(stage.strips(), choice)}
        assert len(styles) == 1
        assert not any(warns(colour) for colour, *_ in styles.pop())


Drawn: TypeAlias = tuple[Color, Color, bool | None, bool | None, bool | None]


def drawn(style: Style | None) -> Drawn:
    """Ink, ground, and three ways to stand out."""
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return ink, ground, style.bold, style.reverse, style.underline


def styles_of(strips: list[Strip], choice: Choice) -> Iterator[tuple[Drawn, Drawn]]:
    """How the key and the label of an answer are drawn."""
    before = None
    for segment in (segment for strip in strips for segment in strip if segment.text.strip()):
        if squeezed(segment.text) == squeezed(choice.label) and before is not None:
            assert before.text.strip() == choice.key
            yield drawn(before.style), drawn(segment.style)
            return
        before = segment
    raise AssertionError(f"{choice.label} is not on the screen")


def warns(colour: Color) -> bool:
    hue, saturation, _ = colour.hsl
    return round(hue * 360) in RED and saturation > 0.5


@pytest.mark.parametrize("name", NAMES)
async def test_asked_less_only_the_question_before_direct_care_is_put(name: str) -> None:
    async with on_stage() as stage:
        await stage.begin(name)
        await stage.press("#")
        asked = 0
        for _ in range(MANY_PAGES):
            if not stage.is_on(PlayerPage):
                break
            asked += stage.state is not State.BEAT
            await stage.press("enter" if stage.state is State.BEAT else "o")
        assert not stage.is_on(PlayerPage)
        assert asked == 1


async def test_asking_less_has_a_setting_a_key_and_an_entry() -> None:
    async with on_stage() as stage:
        await stage.press("1")
        assert stage.shows("ask me less")
        await stage.press("#", "enter")
        assert stage.app.settings.ask_less
        assert stage.player.runner.engine.run.ask_less
        await stage.press("#")
        assert not stage.player.runner.engine.run.ask_less
