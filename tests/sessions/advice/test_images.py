"""Images: comparisons that say so, and stock images of the inside; things that are only there are none."""

from __future__ import annotations

import pytest

from sessions.advice.figures import figures
from sessions.advice.images import images
from sessions.advice.word_lists import lists_for
from sessions.check import check_text
from tests.sessions.framed import framed


def found(*texts: str) -> list[str]:
    lists = lists_for("en")
    assert lists is not None
    return images(texts, lists)


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("Feelings come and go like weather.", "weather"),
        ("A wave of sadness might come.", "wave"),
        ("Your breath is an anchor.", "anchor"),
        ("Your shoulders wait like a tired dog.", "tired dog"),
        ("Get up as slowly as a cat.", "cat"),
        ("Sit as though a train were late.", "a train"),
        ("What is the weather in you?", "weather"),
        ("Kindness stays, like a slow river.", "river"),
    ],
)
def test_an_image_is_found(text: str, image: str) -> None:
    assert found(text) == [image]


@pytest.mark.parametrize(
    "text",
    [
        "Is there a cloud over the roof?",
        "The lamp is on, and the door is shut.",
        "Would you like a cup of tea?",
        "\u201cI\u2019d like a chair by the river.\u201d",
        "A sofa is as good as a chair.",
        "You look as if you've been busy.",
        "Mind the doorway, and feel the mountain air.",
        "Breath comes and goes. A tree stands outside.",
        "What feels like a good place?",
        "Something like a blanket, perhaps.",
    ],
)
def test_what_is_only_there_is_no_image(text: str) -> None:
    assert found(text) == []


def test_an_image_that_is_kept_counts_once() -> None:
    assert found("Feelings pass like clouds.", "What is the weather in you?", "Grief is like the sky.") == [
        "weather"
    ]


TWO = "- say: Feelings pass like weather.\n  for: 15s\n  or:\n    - A wave of sadness is here.\n"


@pytest.mark.parametrize(("third", "told"), [("Rest comes like a cat.", 1), ("A cat sleeps by the lamp.", 0)])
def test_the_third_on_a_track_is_told_and_counted(third: str, told: int) -> None:
    checked = check_text(framed(f"{TWO}- say: {third}\n  for: 15s"), "x.yaml")
    assert [fault.id for fault in checked.faults if fault.id == "W521"] == ["W521"] * told
    assert checked.session is not None
    assert f"{2 + told} images on a track" in figures(checked.session)


def test_it_can_be_kept_back() -> None:
    third = "- say: Rest comes like a cat.\n  for: 15s"
    held = f"{TWO}{third}".replace("a cat.", "a cat.  # allow: W521 a poem")
    assert {fault.id for fault in check_text(framed(held)).faults}.isdisjoint({"W521", "W514"})


def test_of_another_language_none_is_told() -> None:
    text = framed(f"language: de\nindirect:\n{_indented(TWO)}  - say: Like a cat.\n    for: 15s\n")
    assert "W521" not in {fault.id for fault in check_text(text, "x.yaml").faults}


def _indented(steps: str) -> str:
    return "".join(f"  {line}\n" for line in steps.splitlines())
