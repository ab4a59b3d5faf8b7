"""The app's own lines: everything it says to a person that no session author wrote.

Wordings of one line stand side by side in a tuple; a performer picks one by the `turn` of an effect, so that
a line met often is not the same each time. Menus have one wording each, so that a screen met in a hard
moment is the screen that was there before. Care guide part 3 applies to every line; none holds a direct
phrase, because any of them may follow closing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FIRST_NOTICE: Final[tuple[str, ...]] = (
    "ajar shows short prompts about being on your own side, with quiet in between. It is for adults.",
    "It is not therapy, and it has not been studied.",
    "Warmth can stir things up. Heaviness, numbness or crossness may come, or old feelings. That is common.",
    "The q key stops everything, whenever you like. Space pauses. The c key ends the warm words.",
    "It is not for use while driving, or while minding something that cannot wait.",
    "If life is very hard at present, or warmth has shaken you before, having company may be wiser.",
    "The h key shows where help is. ajar cannot see or call anyone.",
)
"""Paragraphs of the notice before the first session; at most 120 words in all (care guide rule 9)."""

OPENING_LINES: Final[tuple[str, ...]] = (
    "Something may come of this, or nothing much. Both are fine.",
    "This may be dull, or odd, or pleasant. You can leave whenever you like.",
    "No result is expected here. You may sit at the edge of it.",
    "It is a few minutes and some words. You can take as few of them as you like.",
)
"""Shown before the first beat; they lower expectations."""

CHECK_IN_QUESTIONS: Final[tuple[str, ...]] = (
    "How is it now?",
    "And how is it here?",
    "How is it, at this point?",
)
"""The app's own question at a check-in without a text, and after `n`."""

NOTICE_QUESTIONS: Final[tuple[str, ...]] = (
    "Is anything in you pushing back? Which of these might it look like?",
    "Is something holding back a little? It may wear one of these coats, or none.",
    "Might there be some pushing back? Which of these could it be?",
)
"""The app's own question in a noticing pause opened with `n`, or without a text."""

COAT_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "later": (
        "Many people would say later. The Smallest Yes is there for such days, or nothing is.",
        "Putting things off is common. Nothing in here has a date on it.",
        "Later is a common coat. It may be holding something at arm's length.",
        "Plenty of people leave it for another day. Leaving it is allowed.",
    ),
    "too_much_to_start": (
        "Lots of things look too big from outside. Room for One Breath is the smallest one here, if ever.",
        "Plenty of people stand in front of this and see a wall. One may stand there.",
        "That is common. A single breath could be a size, and so could none.",
        "Many people find the first step too steep. Staying at the foot of it is allowed.",
    ),
    "wont_work": (
        "Plenty of people doubt this. Belief is no part of it.",
        "Doubt is common, and it can stay. Nothing here depends on belief.",
        "Many people doubt it. Being bad at warmth is nobody's fault, and belief may stay at home.",
        "It may do nothing, as many would say. Nothing is expected to come of it.",
    ),
    "slipped_my_mind": (
        "Things slip most people's minds. Nobody here was counting.",
        "Forgetting is common, and nothing was lost by it.",
        "Many people forget this. It may be a mind with enough on it.",
        "It goes out of most heads. It may turn up again, or not.",
    ),
    "worn_out": (
        "Many people are. Resting is a full answer, and tiredness that lasts deserves a doctor's ear.",
        "Worn out is common, and rest is answer enough. If it lasts, a doctor could hear of it.",
        "Lots of people come tired, and resting may be all of it. Long tiredness is for a doctor's ear.",
        "Many people come with nothing left. Rest is plenty. Lasting tiredness is for a doctor's ear.",
    ),
    "bored": (
        "Boredom is common here. It may be keeping something off, or it may be plain boredom.",
        "Lots of people get bored at this point. Yawns are welcome.",
        "Boredom comes to many. It can sit here with its arms folded.",
        "Boredom is common in here. It can look out of the window.",
    ),
    "cross": (
        "Crossness is common here. It can stay, or wait outside.",
        "Plenty of people get cross at this. There may be good reason for it.",
        "Many people are cross by now. It can be as cross as it is.",
        "A lot of people bristle at this. It can bristle.",
    ),
    "uneasy": (
        "Unease is common around here. It may be keeping watch.",
        "Many people get uneasy at this. It may be looking after something.",
        "A lot of people meet unease here. It can keep its distance, and so can you.",
        "Unease comes to many. It may know something, or it may not.",
    ),
    "nothing_felt": (
        "Plenty of people go blank here. Blank is a way of being here too.",
        "Nothing is what many people find. It can stay nothing.",
        "That is common. It may be a thick coat for a cold day.",
        "A blank is common. It can stay as blank as it likes.",
    ),
    "dont_know": (
        "Not knowing is common, and nobody is waiting for an answer.",
        "Lots of people cannot tell. It can stay unclear.",
        "Many would say the same. A question can stay open.",
        "It is often like that. It may come clear, or it may not.",
    ),
    "nothing_pushing_back": (
        "That is common too. There is nothing to look for.",
        "Often nothing pushes. It may change later, or not.",
        "Quite a few people would say so. It can be left at that.",
        "That happens too, for plenty of people. It can stay so.",
    ),
}
"""One line for each coat: it calls the coat common and asks nothing. The keys are the coats' names."""

CLOSING_LINES: Final[tuple[str, ...]] = (
    "This is common, and nobody's fault. Something may be guarding you. Fewer words from here.",
    "Many people pull back at such a point. A guard may be doing its work. The words get fewer.",
    "That happens often, and no one is at fault. A door may close for good reason. Fewer words now.",
    "Neither you nor these minutes are to blame. Doors close to protect, and often do. It gets quieter here.",
    "Plenty of people meet this, and nobody caused it. It may be shelter of a sort. Fewer words from here.",
    "Closing is ordinary, and not a fault in anyone. It may be protecting something. Fewer words follow.",
)
"""The line after closing: common, nobody's fault, a way of protecting, and fewer words from here."""

SECOND_CLOSING_HELP_LINE: Final[str] = "If some company would be good, the h key lists people to reach."
"""Added when closing comes again in the same run (care guide rule 11)."""

HALT_LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "too_much": (
        "All of this has stopped.",
        "You can leave it here.",
        "A person may be better company than a screen.",
        "There is a floor here. There are walls. There may be a door.",
    ),
    "far_away": (
        "All of this has stopped.",
        "You can leave it here.",
        "Someone near, or on the phone, may be good to have.",
        "There is a floor. There are walls. Things here have colours.",
    ),
}
"""Lines shown together, in this order, after too much or far away: stop first, then people, then the room."""

MENU_LINES: Final[Mapping[str, str]] = {
    "indirect": "Any of these may do, or none of them.",
    "return": "You could stay with this, or stop, or go back to the words.",
    "between": "A bit of both, or hard to tell. Any of these may do.",
    "after_form": "You might stay with another, or go on quietly, or stop. The words are there as well.",
    "halted_too_much": "You can stop. Or one of these.",
    "halted_far_away": "You can stop. Or one of these.",
    "company": (
        "It may be good to have a person near. A friend, a neighbour, someone at home. "
        "A doctor, a group that meets, or someone who guides people through such things. "
        "You could tell them that it is hard at the moment, and leave it there. "
        "They may have no answer, and still be company."
    ),
}
"""One line above each menu; `company` is a short paragraph about who there may be to talk to."""

HELP_INTRO: Final[tuple[str, ...]] = (
    "If anyone is in danger now, the local emergency number comes first.",
    "These are people who can be reached. Numbers change, and each has the date it was last read.",
    "ajar cannot see or call anyone, and cannot say what they will do.",
)
"""Lines shown together above the help list."""

REST_LINES: Final[tuple[str, ...]] = (
    "Nothing for a while. This page waits as long as you like.",
    "There is nothing here for now. It can last as long as it lasts.",
    "A while of nothing. You may come back to it, or leave.",
)
"""The page of "nothing for a while"."""

FORM_DONE_LINES: Final[tuple[str, ...]] = (
    "That is all of this one. You may stay a while.",
    "This one ends here. There is no hurry to choose.",
    "That was a short one. What is next can wait.",
)
"""After a short form, above the menu."""

LESS_LINES: Final[tuple[str, ...]] = (
    "Nothing is asked here now.",
    "This one can go by without you.",
    "You may sit this one out.",
    "Half of that might do, or none of it.",
    "You could do nothing here, and be here all the same.",
)
"""A smaller ask, where an author wrote none."""

FINAL_CHECK_IN: Final[tuple[str, ...]] = (
    "How is it, at the end? You may skip this one.",
    "One last question, if you like. How is it now?",
    "And after all that, how is it? No answer is owed.",
)
"""The last question, after landing."""

LANDED_LINES: Final[tuple[str, ...]] = (
    "That is the end of it. What comes next is yours.",
    "It ends here. You may go on as you please.",
    "This is over now. There is a room around you.",
    "That was the end. You may stay a while, or go.",
    "It has ended. There may be a window to look at.",
)
"""When the last beat has passed; at most 12 words."""

STOP_LINES: Final[tuple[str, ...]] = (
    "It stops here. What comes next is yours.",
    "This has ended. You may go on as you please.",
    "That is all of it. There is a room around you.",
    "It is over now. You may stay where you are, or go.",
    "This ends here. There may be something plain to look at.",
)
"""After `q`: plain, no praise and no regret, at most 12 words (care guide rule 1)."""
