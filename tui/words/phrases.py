"""The app's own sentences: everything it says to a person that no session author wrote.

The wordings of one line are in a tuple; a performer picks one by the `turn` of an effect, so that a frequent
line varies. Menus have only one wording, so that a screen in a hard moment looks the same as before. Care
guide part 3 applies to every line; none holds a direct phrase, because any of them may follow closing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FIRST_NOTICE: Final[tuple[str, ...]] = (
    "ajar shows short prompts about being on your own side, with quiet in between. It is for adults.",
    "It is not therapy, and it has not been studied.",
    "It can stir things up. Heaviness, numbness or crossness may come, or old feelings. That is common.",
    "The q key stops everything, whenever you like. Space pauses. The c key brings fewer words.",
    "It is not for use while driving, or while minding something that cannot wait.",
    "If life is very hard at present, or this has shaken you before, having company may be wiser.",
    "The h key lists people to call. ajar cannot see or call anyone.",
)
"""Paragraphs of the notice before the first session; at most 120 words in all (care guide rule 9)."""

OPENING_LINES: Final[tuple[str, ...]] = (
    "Something may come of this, or nothing much. Both are fine.",
    "This may be dull, or odd, or pleasant. You can leave whenever you like.",
    "Nobody expects a result. You're here, and that's enough to begin with.",
    "A few minutes and some words. Take what you need, and leave the rest.",
)
"""Shown before the first beat; they lower expectations."""

CHECK_IN_QUESTIONS: Final[tuple[str, ...]] = (
    "How are you now?",
    "How are you doing?",
    "How are you finding this?",
)
"""The app's own question at a check-in without a text."""

NOTICE_QUESTIONS: Final[tuple[str, ...]] = (
    "Is anything in you pushing back?",
    "Is something holding back a little?",
    "Which of these is here, if any?",
)
"""The app's own question in a noticing pause opened with `n`, or without a text."""

ANSWER_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "opening": (
        "There's room for that here.",
        "Let's stay with that for a while.",
        "It can be as big or as small as it is.",
    ),
    "between": ("In between is a good answer, too.", "It's all right not to know."),
    "closing": ("That's common, and it protects. Nothing more is asked.",),
}
"""One line that takes an answer in; the keys are the answers' names."""

COAT_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "later": (
        "Plenty of people would rather do this later. Noticing that is the practice.",
        "“Later” is common, and nothing here has a date on it.",
        "Putting things off is about as human as it gets. You noticed, and that's plenty.",
    ),
    "too_much_to_start": (
        "That's common. Room for One Breath is the smallest one here, if you ever want it.",
        "Most things look big from the doorway. You can stay in the doorway.",
        "Plenty of people stop at this step. Seeing how big it looks is enough for now.",
    ),
    "wont_work": (
        "Plenty of people doubt this. Belief isn't needed.",
        "Doubt is common, and it can stay in the room.",
        "Many people think so. You can doubt it and still sit here.",
    ),
    "slipped_my_mind": (
        "Things slip most people's minds. Nobody was counting.",
        "That's common. A full head forgets things.",
        "Forgetting is ordinary, and nothing was lost by it.",
    ),
    "dont_deserve": (
        "Plenty of people carry that sentence, and it's a heavy one.",
        "That's common, and it hurts. It can be met with patience.",
        "Many people hear that voice. You noticed it, and that's the practice.",
    ),
    "worn_out": (
        "Lots of people come here tired. Rest is a full answer.",
        "Tired is allowed, and common. Stopping here would be fine.",
        "Many people come with nothing left. Rest first; if it lasts, a doctor can help look.",
    ),
    "bored": (
        "Boredom is common here. Yawns are welcome.",
        "Lots of people get bored at this point. It may be keeping something away.",
        "That's common. Boredom can look out of the window for a while.",
    ),
    "cross": (
        "Plenty of people get cross at this. There may be a good reason.",
        "That's common, and it can be as cross as it likes.",
        "Many people get annoyed here. Nobody is going to cheer you up.",
    ),
    "uneasy": (
        "Many people get uneasy here. Unease keeps watch, and it may go on doing that.",
        "That's common. You can look at it from across the room.",
        "A lot of people tense up at this. You can keep your distance.",
    ),
    "nothing_felt": (
        "Plenty of people go blank here. Blank is fine.",
        "That's common. It can be like a thick coat on a cold day.",
        "Many people feel nothing at this point. There's nothing to fix.",
    ),
    "dont_know": (
        "Lots of people can't tell. Nobody is waiting for an answer.",
        "That's common, and it isn't easy. The question can stay open.",
        "Many would say the same. Looking was enough.",
    ),
    "nothing_pushing_back": (
        "That's common too. There's nothing to look for.",
        "Plenty of people find nothing, and that can change.",
        "That happens often. We'll leave it at that.",
    ),
}
"""One line for each coat: it calls the coat common and asks nothing. The keys are the coats' names."""

CLOSING_LINES: Final[tuple[str, ...]] = (
    "Pulling back is common, and it protects. Fewer words now, no more questions.",
    "Plenty of people close here. It protects. Fewer words now, no more questions.",
    "Closing is common; it looks after something. Fewer words, no more questions.",
)
"""After closing: it is common, it protects, and what follows. Only what is certain may be promised here."""

BACKDRAFT: Final[str] = (
    "Pulling back is common, and it protects. It's called backdraft: open a shut room, and air rushes in."
)
"""After the first closing of a run: what it is called, with its picture."""

SECOND_CLOSING_HELP_LINE: Final[str] = "The h key lists people to call."
"""Added when closing comes again in the same run (care guide rule 11)."""

HALT_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "too_much": (
        "Everything has stopped.",
        "You can leave it here.",
        "People can help more than a screen.",
        "What can you see from where you are?",
    ),
    "far_away": (
        "Everything has stopped.",
        "You can leave it here.",
        "Somebody to talk to may help.",
        "What can you see from here?",
    ),
}
"""Lines shown together after too much or far away, in this order: stop, then people, then what is here."""

CALM_LINES: Final[tuple[str, ...]] = (
    "There's nothing more to do. You can stay here as long as you like.",
    "Here you are. There's no hurry.",
)
"""After Floor Under You, or something green in its place: nothing alarming is said again."""

BACK_AGAIN: Final[str] = "Here you are again. There's no hurry."
"""On the closing page, if *that was a slip* led back to it."""

HELP_INTRO: Final[tuple[str, ...]] = (
    "If anyone is in danger now, the local emergency number comes first.",
    "You can call these people, or write to them. Numbers change; each shows when it was last read.",
    "ajar cannot see or call anyone, and cannot say what they will do.",
)
"""Lines shown together above the help list."""

REST_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "nothing": (
        "Nothing for a while. This page waits as long as you like.",
        "Nothing to do, and nothing to read. There's no end to it until you want one.",
        "A bit of nothing, for as long as you like.",
    ),
    "hold": (
        "Is there something soft near you, or cool, or heavy? You could hold it for a while.",
        "Pick one thing you can see. Your eyes can walk slowly round its edge.",
        "A cup, a sleeve, a stone, a key: whatever fits your hand can stay there.",
    ),
    "ordinary": (
        "Tea, if there's a kettle. A blanket. Music. A message to a friend. This page waits.",
        "A glass of water, a window, a pet to stroke. Take the nearest one, if you like.",
        "You could step outside for a minute, or run a bath. This page will still be here.",
    ),
}
"""The untimed pages, by what was picked."""

FORM_DONE_LINES: Final[tuple[str, ...]] = (
    "That's the end of this one. You can stay a while.",
    "This one ends here. There's no hurry.",
    "That was a short one. What comes next can wait.",
)
"""After a short form, above the menu."""

LESS_LINES: Final[tuple[str, ...]] = (
    "Nothing is asked here now.",
    "This one can go by without you.",
    "You can sit this one out.",
    "Half of that would do, and so would none.",
    "You could do nothing here, and that's enough.",
)
"""The smaller version of a prompt, if the author wrote none."""

LAST_QUESTIONS: Final[tuple[str, ...]] = (
    "How are you now, if you'd like to say?",
    "One more, only if you like: how are you now?",
    "How are you, at the end? You can say nothing.",
)
"""The last question: one quiet line on the landing page."""

QUESTION_PASSED: Final[str] = "One question left out, as you asked. The c key works at any time."
"""When a check-point is passed over, for somebody who asked to be asked less."""

LANDED_LINES: Final[tuple[str, ...]] = (
    "This time was for you. Take care.",
    "You took some time for this. There's no rush now.",
    "This is the end. You can stay a while, or go.",
    "Here it ends. May the next hour be easy on you.",
    "That's all for now. The door stays ajar.",
)
"""When the last beat has passed; at most 12 words."""

STOP_LINES: Final[tuple[str, ...]] = (
    "We'll stop here. Take care.",
    "That's enough for now. Take the next bit slowly.",
    "It stops here. You can stay a while, or go.",
    "Stopping here is fine. May the next hour be easy on you.",
    "That's all for now. The door stays ajar.",
)
"""After `q`: plain, no praise and no regret, at most 12 words (care guide rule 1)."""

HALTED_STOP_LINES: Final[tuple[str, ...]] = (
    "May this ease soon. `ajar help-lines` lists people to call.",
    "Be near somebody, if you can. `ajar help-lines` lists people to call.",
)
"""After too much or far away: people, help and a wish, and nothing final; at most 12 words."""
