"""Pages for the wording rules, and the twenty lines they belong to; docs/wording.md is made from both.

Each page is a meaning in one sentence, a step as it should not be, and the same step as it could be. The
examples are read by the checker in a test.
"""

from __future__ import annotations

LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Invite", ("W601", "W651")),
    ("Offer two ways, and neither of them", ("W652",)),
    ("Let stopping be part of the text", ("W653",)),
    ("Describe, never predict", ("W604", "W654")),
    ("Never say that it is safe", ("W605",)),
    ("Call hard moments common, without praising them", ("W656",)),
    ("No verdict, no praise", ("W607", "W657")),
    ("No word that makes it small", ("W608", "W658")),
    ("No order to feel, and none to let anything go", ("W609",)),
    ("Ask openly; no answer is owed", ("W660",)),
    ("Ask what, not why", ("W611",)),
    ("Name without blame", ("W612", "W662")),
    ("Leave the workings of the body out", ("W613",)),
    ("No diagnosis, and no past taken for granted", ("W614", "W664")),
    ("No clock in the voice", ("W665",)),
    ("One idea, in everyday words", ("W666", "W672")),
    ("Any body, any room, any breath", ("W617", "W667")),
    ("Eyes are free", ("W618",)),
    ("Room for feelings, and a way out", ("W619",)),
    ("Plain, and without pull", ("W620", "W670")),
)
"""Each line with the ids of its rules, the severest first."""

BESIDE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Care goes unnamed outside `direct`", ("W621",)),
    ("The first person: an offer, in quotation marks", ("W622",)),
    ("No raised voice", ("W671",)),
)
"""Rules that belong to no line."""


def _said(text: str) -> str:
    return f"- say: {text}\n  for: 30s"


def _direct(step: str) -> str:
    return f"direct:\n  - say: {step}\nindirect:\n  - use: settle"


WORDING: dict[str, tuple[str, str, str]] = {
    "W601": (
        "Nobody is ordered about: what is offered can be left.",
        _said("You must sit up for this, or lie down."),
        _said("You could sit up for this, or lie down."),
    ),
    "W604": (
        "A text says what may be there, and never what it will lead to.",
        _said("You will feel lighter after this."),
        _said("This may be lighter afterwards, or the same."),
    ),
    "W605": (
        "No text can see the room, so none says that it is safe.",
        _said("Nothing can happen, you are safe here."),
        _said("If this corner is all right for now, you could lean back, or not."),
    ),
    "W607": (
        "There is no way to do well or badly here, and no praise or blame for it.",
        _said("Well done for sitting so still."),
        _said("That was one way to sit."),
    ),
    "W608": (
        "A small word can make what is hard sound easy.",
        _said("It is simply a breath, or a sound."),
        _said("It is a breath, or a sound."),
    ),
    "W609": (
        "Feelings and tight places come and go in their own time; no text orders them.",
        _said("The jaw can relax, or the hands can."),
        _said("The jaw can stay tight, or hang loose."),
    ),
    "W611": (
        "A why asks for a defence; a what asks out of interest.",
        _said("Why do you wait at the door?"),
        _said("What might the waiting be good for?"),
    ),
    "W612": (
        "What holds back is named without blame.",
        _said("Something lazy may be in the way."),
        _said("A guard may be in the way."),
    ),
    "W613": (
        "A text explains no workings of the body: some people find a thing settling, and some do not.",
        _said("A long breath out may calm the vagus nerve."),
        _said("Some people like a long breath out, and some do not."),
    ),
    "W614": (
        "No illness is named, and no past is taken for granted.",
        _said("Old trauma may come up, or not."),
        _said("Old things may come up, or not. None of them is asked for."),
    ),
    "W617": (
        "Breath is not neutral for everyone, so it is never held, deepened or led.",
        _said("One deep breath could come, or none."),
        _said("A breath could come as it likes, or you could listen."),
    ),
    "W618": (
        "Nobody is asked to close their eyes.",
        _said("You could close your eyes, or lower them."),
        _said("Eyes may be open, or lowered."),
    ),
    "W619": (
        "A feeling gets room and a way out; it is not pushed aside.",
        _said("You might push through the worry."),
        _said("The worry can stay, or wait outside."),
    ),
    "W620": (
        "Nothing urges a person to come back, and nothing is sacred.",
        _said("This may go on tomorrow."),
        _said("This may end here."),
    ),
    "W621": (
        "After closing no word of care is named, so the indirect track and what both tracks share name none.",
        _said("A kind word may come, or none."),
        _said("A sound may come, or none."),
    ),
    "W622": (
        "A sentence in the first person is an offer on the direct track, and stands in quotation marks.",
        _direct("My hands may rest here, or not.\n    for: 30s"),
        _direct("You might say “I can go slowly.”\n    for: 30s\n    tags: [direct]"),
    ),
    "W651": (
        "No order is about the body; a plain invitation is about something outside.",
        _said("Rest your hands on your knees."),
        _said("Pick something soft and hold it."),
    ),
    "W652": (
        "Breath, feeling and memory are never ordered; every ask comes with an alternative.",
        _said("Feel your feet on the floor."),
        _said("Feet, seat or hands, which of them is warmest?"),
    ),
    "W653": (
        "Stopping is part of the text.",
        _said("Whatever comes, keep going."),
        _said("You could leave at any point."),
    ),
    "W654": (
        "What is true for some people at some moments is not said of everyone.",
        _said("The sea always helps."),
        _said("The sea may help, or not."),
    ),
    "W656": (
        "A hard time is common; it is no sign that something works.",
        _said("A heavy chest means it works."),
        _said("Plenty of people find it heavy here."),
    ),
    "W657": (
        "Verdicts, good ones too, turn it into a test.",
        _said("There may be a right way to sit, or several."),
        _said("There may be many ways to sit."),
    ),
    "W658": (
        "A small word may make little of what a person does.",
        _said("One breath may be the only one."),
        _said("One breath may be enough."),
    ),
    "W660": (
        "A question that wants a yes or a no can feel like a test.",
        _said("Do you like yourself today?"),
        _said("What might a friendly look be like today?"),
    ),
    "W662": (
        "What holds back is named without blame.",
        _said("The block may be somewhere in the body, or not."),
        _said("The hesitation may be somewhere in the body, or not."),
    ),
    "W664": (
        "A session does not go looking for old hurts.",
        _said("Your childhood may come to mind, or not."),
        _said("Something mild may come to mind, or nothing."),
    ),
    "W665": (
        "The pace is the person's own, so the voice has no clock in it.",
        _said("A sound may come in the next few seconds."),
        _said("A sound may come, whenever it likes."),
    ),
    "W666": (
        "A prompt holds one idea, in at most two sentences, or in three where one is quoted.",
        _said("You might hear the rain, and also look for a colour."),
        _said("You might hear the rain, or something else."),
    ),
    "W667": (
        "Bodies and rooms differ, and a text fits all of them.",
        _said("The weight is on both feet."),
        _said("Weight may be on feet, seat or back."),
    ),
    "W670": (
        "Plain words leave a person free to go.",
        _said("The journey may begin here."),
        _said("Something may begin here."),
    ),
    "W671": (
        "Nothing here is loud.",
        _said("There is a bell!"),
        _said("There is a bell."),
    ),
    "W672": (
        "No jargon: everyday words are enough.",
        _said("Your awareness may be on the rain."),
        _said("You may be hearing the rain."),
    ),
}
"""By id: meaning, bad, good."""
