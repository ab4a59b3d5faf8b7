"""The wording rules: for each id the message about a find, and what to write instead.

Ids follow the twenty lines of docs/wording.md: W601 to W620 break the line of that number, W651 to W670 may
strain it. W672 strains the line of W666; W621, W622 and W671 belong to none.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """The message and the help for a find."""

    message: str
    """One sentence in lower case; `{}` is what was found, in backticks."""
    help: str


RULES: dict[str, Rule] = {
    "W601": Rule("{} is an order", "invite: `you might`, `you could`, `if you like`"),
    "W604": Rule("{} promises what may not come", "say what may be: `something may shift, or nothing may`"),
    "W605": Rule(
        "{} vouches for a place the text cannot see", "leave that open: `if this spot is all right for now`"
    ),
    "W607": Rule("{} is a verdict", "say what was, without marks: `that took something`"),
    "W608": Rule("{} makes light of what may be hard", "leave it out"),
    "W609": Rule(
        "{} orders a feeling or a release", "leave it both ways: `shoulders can stay as they are, or drop`"
    ),
    "W611": Rule("{} asks for reasons", "ask what: `what might it be looking after?`"),
    "W612": Rule("{} blames what holds back", "call it the hesitation, the guard, the part that holds back"),
    "W613": Rule("{} explains the body", "leave the workings out: `some people find this settling`"),
    "W614": Rule("{} names a condition that nobody here can know of", "leave it out; no story is needed"),
    "W617": Rule("{} takes the breath in hand", "let it be as it is, or offer a sound"),
    "W618": Rule("{} asks for closed eyes", "eyes are free: `open or lowered, either is fine`"),
    "W619": Rule("{} pushes", "leave room and a way out: `it can stay, or wait outside`"),
    "W620": Rule("{} pulls, or preaches", "stay plain, and let it end here"),
    "W621": Rule(
        "{} names care where it goes unnamed",
        "here it is senses, touch, nature or breath; kind words are for `direct`",
    ),
    "W622": Rule(
        "{} speaks in the first person", "offer it on `direct`, in quotation marks: `“I can go slowly.”`"
    ),
    "W651": Rule(
        "{} orders the body about",
        "make it an offer, or a question: `a hand on the arm, or round a cup`",
    ),
    "W652": Rule(
        "{} asks for one thing and leaves no other",
        "name two ways: `feet, seat or hands`; or ask: `where is the chair under you?`",
    ),
    "W653": Rule("{} holds the person here", "let stopping be part of it: `stopping here would be fine`"),
    "W654": Rule("{} speaks for every person or moment", "say that it may be so, or is for some"),
    "W656": Rule("{} makes a good thing of a hard one", "say that plenty of people meet it, and no more"),
    "W657": Rule("{} gives marks", "leave the marks out"),
    "W658": Rule("{} may make little of it", "leave it out"),
    "W660": Rule("{} wants a yes or a no", "ask openly: `what might…`, `how could…`; or say `there may be…`"),
    "W662": Rule(
        "{} may blame what holds back", "call it the hesitation, the guard, the part that holds back"
    ),
    "W664": Rule("{} goes looking in the past", "leave the past out, or offer something mild"),
    "W665": Rule("{} is a clock in the voice", "leave the time out: `whenever you like`"),
    "W666": Rule("{} begins a second idea", "keep one, and give the other a step of its own"),
    "W667": Rule(
        "{} takes one body, or one room, for granted", "say it for any: `whatever meets the chair or floor`"
    ),
    "W670": Rule("{} may pull, or preach", "stay plain, and let it end here"),
    "W671": Rule("an exclamation mark raises the voice", "a full stop will do"),
    "W672": Rule("{} is no everyday word", "say it as one would at a kitchen table"),
}
"""By id."""
