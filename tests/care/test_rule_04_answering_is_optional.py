"""Rule 4: every check-in can be skipped or left at "can't tell"; answers are words, and all look alike."""

from __future__ import annotations

from typing import TypeAlias

import pytest
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from sessions.check import check_text
from sessions.engine import effects as fx
from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, OpenMenu
from sessions.engine.events import Coat, Feeling, Report, Wear
from sessions.engine.state import State
from tests.fakes.everywhere import NAMES, engine_in, moves, situations
from tests.fakes.stage import on_stage, squeezed
from tui import choices
from tui.choices import Choice
from tui.themes import PALETTES

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
def test_everything_that_is_asked_offers_words(name: str) -> None:
    asked = {effect for move in moves(name) for effect in move.effects if choices.choices_for(effect)}
    assert any(isinstance(effect, AskCheckIn) for effect in asked)
    for effect in asked:
        offered = choices.choices_for(effect)
        assert all(in_words(choice.label) for choice in offered)
        labels = [choice.label for choice in offered]
        if isinstance(effect, AskCheckIn | AskNotice):
            assert "skip" in labels
        if isinstance(effect, AskCheckIn):
            assert any("can't tell" in label for label in labels)
        if isinstance(effect, AskNotice):
            assert "I don't know" in labels
        assert any(choice.label == "stop" for choice in offered)


def in_words(label: str) -> bool:
    return any(character.isalpha() for character in label) and not any(
        character.isdigit() or ord(character) >= 0x2600 for character in label
    )


def test_all_answers_are_there_with_their_names() -> None:
    assert {choice.event for choice in choices.check_in_choices()} >= {Report(feeling) for feeling in Feeling}
    assert {choice.event for choice in choices.notice_choices()} >= {Wear(coat) for coat in Coat}


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
        OpenMenu(fx.MenuKind.INDIRECT, tuple(choices.WAYS), 1),
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
        offered = choices.choices_for(effect)
        styles = {styles_of(stage.strips(), choice) for choice in offered}
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


def styles_of(strips: list[Strip], choice: Choice) -> tuple[Drawn, Drawn]:
    """How the key and the label of an answer are drawn."""
    for strip in strips:
        if squeezed(strip.text).startswith(f"{choice.key} {choice.label}"):
            key, label, *_ = (segment for segment in strip if segment.text.strip())
            return drawn(key.style), drawn(label.style)
    raise AssertionError(f"{choice.label} is not on the screen")


def warns(colour: Color) -> bool:
    hue, saturation, _ = colour.hsl
    return round(hue * 360) in RED and saturation > 0.5
