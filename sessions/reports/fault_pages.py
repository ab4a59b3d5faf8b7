"""A page for every id: what it means, what leads to it, and how the same thing reads when it is right.

Examples are steps (they begin with a dash) or keys of a file. `ajar explain` and the reference are made from
this table, and a test plays every example through the checker.
"""

from __future__ import annotations

from typing import NamedTuple

from sessions.advice.steps import MOST_CHARACTERS, MOST_WORDS
from sessions.advice.wording_pages import WORDING
from sessions.text_time import SAID_A_MINUTE


class FaultPage(NamedTuple):
    """The page of an id."""

    meaning: str
    """One sentence."""
    bad: str
    good: str


_THANKS = (
    "Something in you keeps watch, day and night, and hardly ever hears a word of thanks.\n"
    "    for: 15s\n"
    "  - say: Thank it now, if you like. It need not be long or well put at all."
)
_MANY_SOUNDS = (
    "Which sound is nearest, and which is behind it? "
    "Both go on without your help, by day and by night, rain or shine."
)

PAGES: dict[str, FaultPage] = {
    "E101": FaultPage(
        "There is no readable file at this path: it is missing, forbidden, a folder, a pipe or a device.",
        "ajar check evening.session.yml",
        "ajar check evening.session.yaml",
    ),
    "E102": FaultPage(
        "The file is larger than 256 KiB, while fifteen minutes of prompts take about ten.",
        "a file of 300 KiB",
        "a file of 10 KiB",
    ),
    "E103": FaultPage(
        "A session file is UTF-8 text, and this one holds bytes that are something else.",
        "a file saved as Latin-1 or UTF-16",
        "the same file saved as UTF-8",
    ),
    "E104": FaultPage(
        "There is nothing in the file but blank lines and comments.", "", "title: A sound nearby"
    ),
    "E105": FaultPage(
        "After `|` or `>` a text of several lines begins on the next line, further in.",
        "- say: | A sound nearby.\n  for: 30s",
        "- say: |\n    A sound nearby.\n  for: 30s",
    ),
    "E106": FaultPage(
        "A colon followed by a space makes a key, so a text that holds one needs quotes.",
        "- say: One thing: a sound nearby, or none.\n  for: 30s",
        '- say: "One thing: a sound nearby, or none."\n  for: 30s',
    ),
    "E107": FaultPage(
        "A quote opens and does not close, or closes before the text is over.",
        "- say: 'It's quiet, or it isn't.'\n  for: 30s",
        "- say: It's quiet, or it isn't.\n  for: 30s",
    ),
    "E108": FaultPage(
        "YAML lines are indented with spaces, and a tab looks like any number of them.",
        "-\tsay: A sound nearby, or none.",
        "- say: A sound nearby, or none.",
    ),
    "E109": FaultPage(
        "A bracket or a brace at the beginning of a value opens a list or a map, which has to be closed.",
        "- breathe: {in: 4s, out: 6s\n  or_else: Or follow a sound.",
        "- breathe: {in: 4s, out: 6s}\n  or_else: Or follow a sound.",
    ),
    "E110": FaultPage(
        "Text without quotes cannot begin with this character, because it means something else to YAML.",
        "- say: @home, or wherever this is.\n  for: 30s",
        '- say: "@home, or wherever this is."\n  for: 30s',
    ),
    "E111": FaultPage(
        "In double quotes a backslash begins an escape, and this one is not among those YAML knows.",
        '- say: "A sound \\or none."\n  for: 30s',
        "- say: A sound \\ or none.\n  for: 30s",
    ),
    "E112": FaultPage(
        "The format has no anchors and aliases: a session reads from top to bottom.",
        "- say: &sound A sound nearby, or none.\n  for: 30s\n- say: *sound\n  for: 30s",
        "- use: settle\n  repeat: 2",
    ),
    "E113": FaultPage(
        "The format has no YAML tags: every value is text, and its key says what it is for.",
        "- say: !!str 5\n  for: 30s",
        '- say: "5"\n  for: 30s',
    ),
    "E114": FaultPage(
        "The format has no merge key: everything in a step is written there.",
        "- say: A sound nearby, or none.\n  <<: {for: 30s}",
        "- say: A sound nearby, or none.\n  for: 30s",
    ),
    "E115": FaultPage(
        "A key stands twice in the same place, and only one of the two could be meant.",
        "- say: A sound nearby, or none.\n  for: 30s\n  for: 20s",
        "- say: A sound nearby, or none.\n  for: 30s",
    ),
    "E116": FaultPage(
        "A line of `---` or `...` begins another document, and a file holds one session.",
        "license: CC0-1.0\n---\ntitle: Another",
        "license: CC0-1.0",
    ),
    "E117": FaultPage(
        "A key is a plain word on one line, and this is something else.",
        "- [say]: A sound nearby, or none.",
        "- say: A sound nearby, or none.",
    ),
    "E118": FaultPage(
        "The format has no directives, which are lines that begin with `%`.",
        "%YAML 1.2\n---\n",
        "license: CC0-1.0",
    ),
    "E119": FaultPage(
        "Lists and keys are nested deeper than any session needs.",
        "- say: [[[[[[[[[[[[too deep]]]]]]]]]]]]",
        "- say: A sound nearby, or none.",
    ),
    "E120": FaultPage(
        "The file holds more texts, lists and keys than any session needs.",
        "a list of 20,000 steps",
        "a part, played by `use` with `repeat`",
    ),
    "E121": FaultPage(
        "A line begins in a column that belongs to nothing above it.",
        "- say: A sound nearby, or none.\n   for: 30s",
        "- say: A sound nearby, or none.\n  for: 30s",
    ),
    "E122": FaultPage(
        "A key, a colon and a space are expected here, or a dash and a space, and one of them is missing.",
        "- say:A sound nearby, or none.\n  for: 30s",
        "- say: A sound nearby, or none.\n  for: 30s",
    ),
    "E123": FaultPage(
        "A character looks like the one that belongs here, or cannot be seen, and is another one. "
        "Word processors, chats and web pages put them in.",
        "\u2013 quiet: 30s",
        "- quiet: 30s",
    ),
    "E124": FaultPage(
        "A chat or a message puts marks around a file that are no part of it, such as a fence of backticks, "
        "and lines before and after.",
        "```yaml\ntitle: A minute with a sound\n```",
        "title: A minute with a sound",
    ),
    "E201": FaultPage(
        "The key is not one of those that belong here.",
        "- say: A sound nearby, or none.\n  fro: 15s",
        "- say: A sound nearby, or none.\n  for: 30s",
    ),
    "E202": FaultPage(
        "A key that has to be here is missing.",
        "- breathe: {in: 4s, out: 6s}",
        "- breathe: {in: 4s, out: 6s}\n  or_else: Or follow a sound.",
    ),
    "E203": FaultPage(
        "The key takes a text, a list, or keys and values, and this is another of the three.",
        "- say: A sound nearby, or none.\n  or: Perhaps there is a sound.",
        "- say: A sound nearby, or none.\n  or:\n    - Perhaps there is a sound.",
    ),
    "E204": FaultPage("The key has no value.", "- quiet:", "- quiet: 30s"),
    "E205": FaultPage(
        "A duration is written with its units, such as `20s`, `1m30s` or `5m`.",
        "- quiet: 1:30",
        "- quiet: 1m30s",
    ),
    "E206": FaultPage(
        "The duration is shorter or longer than makes sense here.", "- quiet: 0s", "- quiet: 10s"
    ),
    "E207": FaultPage(
        "The value is not one of the words that can stand here.", "- bell: bowll", "- bell: bowl"
    ),
    "E208": FaultPage(
        "A whole number in a certain range is expected.",
        "- bell: bowl\n  strikes: 20",
        "- bell: bowl\n  strikes: 2",
    ),
    "E209": FaultPage(
        "A step has one verb; a second one begins a step of its own.",
        "- quiet: 10s\n  bell: bowl",
        "- quiet: 10s\n- bell: bowl",
    ),
    "E210": FaultPage("A list item is not a step, because it has no verb.", "- silence: 10s", "- quiet: 10s"),
    "E211": FaultPage(
        "The text is longer than its place on the screen.",
        f"title: {'A rather long title ' * 4}",
        "title: A shorter title",
    ),
    "E212": FaultPage(
        "The text stands on one line where it is shown, so it is one line here too.",
        "title: |\n  A sound\n  nearby",
        "title: A sound nearby",
    ),
    "E213": FaultPage(
        "A reminder is read at a glance, so it has six words at the most.",
        "- quiet: 30s\n  reminder: the sound may still be there or it may not",
        "- quiet: 30s\n  reminder: a sound, or none",
    ),
    "E214": FaultPage(
        "The version of the format is one that this player does not know.", "format: 2", "format: 1"
    ),
    "E215": FaultPage(
        "The language is a tag of letters, as on the web.",
        "language: English please",
        "language: en",
    ),
    "E216": FaultPage(
        "The name of a part is a single word of letters, digits, hyphens and underscores.",
        "parts:\n  settle:\n    - quiet: 30s\n  look around:\n    - quiet: 10s",
        "parts:\n  settle:\n    - quiet: 30s\n  look-around:\n    - quiet: 10s",
    ),
    "E217": FaultPage(
        "The list is longer or shorter than its place allows.",
        "reflect:\n  - One?\n  - Two?\n  - Three?\n  - Four?",
        "reflect:\n  - One?\n  - Two?\n  - Three?",
    ),
    "E218": FaultPage(
        "Two keys of the step exclude each other.",
        "- say: A sound nearby, or none.\n  for: 30s\n  until: ready",
        "- say: A sound nearby, or none.\n  until: ready",
    ),
    "E219": FaultPage(
        "An answer to a question has no word in it.",
        "- choose: How near is it?\n  options:\n    - text: 1\n      do: [quiet: 30s]\n"
        "    - text: far away\n      do: [quiet: 30s]",
        "- choose: How near is it?\n  options:\n    - text: near\n      do: [quiet: 30s]\n"
        "    - text: far away\n      do: [quiet: 30s]",
    ),
    "E301": FaultPage("A list of steps holds none.", "direct: []", "license: CC0-1.0"),
    "E302": FaultPage(
        "`arriving` ends with a check-point, so that the person is asked before anything else begins.",
        "arriving:\n  - say: Eyes open or lowered.\n    for: 15s",
        "arriving:\n  - say: Eyes open or lowered.\n    for: 15s\n  - check_in: And now?",
    ),
    "E303": FaultPage(
        "Both tracks have as many check-points, so that a person can change tracks at each of them.",
        "direct:\n  - quiet: 10s\n  - check_in: And now?\n  - quiet: 20s\nindirect:\n  - quiet: 30s",
        "direct:\n  - quiet: 10s\n  - check_in: And now?\n  - quiet: 20s\n"
        "indirect:\n  - quiet: 10s\n  - check_in: And now?\n  - quiet: 20s",
    ),
    "E304": FaultPage(
        "Between check-points both tracks last equally long, so a change of tracks keeps the length.",
        "direct:\n  - quiet: 20s\nindirect:\n  - quiet: 30s",
        "direct:\n  - quiet: 30s\nindirect:\n  - quiet: 30s",
    ),
    "E305": FaultPage(
        "Arriving, a track and landing together last as long as `length` says.",
        "length: 5m",
        "length: 1m",
    ),
    "E306": FaultPage(
        "The step cannot stand here: parts and options ask nothing, nor does landing: the player does.",
        "landing:\n  - check_in: And now?\n  - quiet: 15s",
        "landing:\n  - quiet: 15s",
    ),
    "E307": FaultPage("There is no part of this name.", "- use: setle", "- use: settle"),
    "E308": FaultPage(
        "A part plays itself, so it would never end.",
        "parts:\n  settle:\n    - quiet: 10s\n    - use: settle",
        "parts:\n  settle:\n    - quiet: 10s",
    ),
    "E309": FaultPage(
        "Parts use parts that use parts, too deep to follow.",
        "parts:\n"
        + "".join(f"  part{n}:\n    - use: part{n + 1}\n" for n in range(10))
        + "  part10:\n    - quiet: 10s\n  settle:\n    - quiet: 30s",
        "parts:\n  settle:\n    - quiet: 10s",
    ),
    "E310": FaultPage(
        "All options of a question last equally long, so that the promised length holds whatever is chosen.",
        "- choose: Eyes or hands?\n  options:\n"
        "    - text: Eyes\n      do:\n        - quiet: 20s\n"
        "    - text: Hands\n      do:\n        - quiet: 30s",
        "- choose: Eyes or hands?\n  options:\n"
        "    - text: Eyes\n      do:\n        - quiet: 30s\n"
        "    - text: Hands\n      do:\n        - quiet: 30s",
    ),
    "E311": FaultPage(
        "Two parts have the same name, here and in a file of `parts_from`, or in two of those.",
        "parts:\n  settle:\n    - quiet: 30s\n  senses:\n    - quiet: 10s\nparts_from:\n  - senses.yaml",
        "parts:\n  settle:\n    - quiet: 30s\nparts_from:\n  - senses.yaml",
    ),
    "E312": FaultPage(
        "Two bells ring at the same moment; one is enough for a boundary.",
        "- bell: bowl\n- say: A sound nearby, or none.\n  bell: chime\n  for: 30s",
        "- bell: bowl\n- say: A sound nearby, or none.\n  for: 30s",
    ),
    "E313": FaultPage(
        "A session lasts at most fifteen minutes: longer sitting alone more often goes hard.",
        "length: 20m",
        "length: 1m",
    ),
    "E314": FaultPage(
        "Skipping leads to the direct track, and the session has none.",
        "if_skipped: direct",
        "if_skipped: indirect",
    ),
    "E315": FaultPage(
        "Repeated parts come to more steps than a session can hold.",
        "parts:\n"
        "  settle:\n    - quiet: 30s\n"
        "  more:\n    - use: settle\n      repeat: 12\n"
        "  still-more:\n    - use: more\n      repeat: 12\n"
        "  most:\n    - use: still-more\n      repeat: 12\n"
        "  too-much:\n    - use: most\n      repeat: 12",
        "parts:\n  settle:\n    - quiet: 30s",
    ),
    "E316": FaultPage(
        "A file of parts lies in the folder of the session or below it; no path leads out of there.",
        "parts_from:\n  - ../senses.yaml",
        "parts_from:\n  - senses.yaml",
    ),
    "E317": FaultPage(
        "A file of parts cannot be used: it is missing, unreadable, or a session itself.",
        "parts_from:\n  - sensess.yaml",
        "parts_from:\n  - senses.yaml",
    ),
    "E318": FaultPage(
        "Own words are kind words, so `own: words` stands on `direct` alone, and no `own` stands in a part.",
        "- say: There is a sound nearby. “It goes by.”\n  for: 30s\n  own: words",
        "- say: Which sound is nearest? A clock, a road.\n  for: 30s\n  own: comforts",
    ),
    "E319": FaultPage(
        "Each wording has a place for a person's own line: one sentence in quotation marks for `words`, "
        "else one question and one sentence of examples.",
        "- say: Something warm may be near.\n  for: 30s\n  own: comforts",
        "- say: What is warm in here? A cup, a sleeve.\n  for: 30s\n  own: comforts",
    ),
    "E401": FaultPage(
        "Control characters are refused, raw or as an escape: a terminal would obey them.",
        '- say: "A \\e[7mloud\\e[0m word"\n  for: 30s',
        "- say: A quiet word\n  for: 30s",
    ),
    "E402": FaultPage(
        "Characters that reorder a line are refused: the text would not say what it shows.",
        '- say: "A \\u202edrow"\n  for: 30s',
        "- say: A word\n  for: 30s",
    ),
    "E403": FaultPage(
        "Characters that nobody can see are refused: text that looks the same would not be the same.",
        '- say: "A wo\\u200brd"\n  for: 30s',
        "- say: A word\n  for: 30s",
    ),
    "E404": FaultPage(
        "The text holds a code that stands for no character.",
        '- say: "A \\ufffe word"\n  for: 30s',
        "- say: A word\n  for: 30s",
    ),
    "E405": FaultPage(
        "More marks are piled on one letter than any language has; they would cover the lines around.",
        '- say: "A wo\\u0301\\u0302\\u0303\\u0304\\u0305rd"\n  for: 30s',
        "- say: A word\n  for: 30s",
    ),
    "W501": FaultPage(
        "A prompt stays half a second a word and 2 s more, never under 5 s, at most 12 characters a second; "
        "Chinese, Japanese and Korean are read at 4 characters a second.",
        "- say: There may be a sound nearby, and one behind it, or none at all.\n  for: 7s\n- quiet: 23s",
        "- say: There may be a sound nearby, and one behind it, or none at all.\n  for: 10s\n- quiet: 20s",
    ),
    "W502": FaultPage(
        "The indirect track is for someone who is closing; here it says what the direct one says.",
        "direct:\n  - say: Which sound is nearest?\n    for: 15s\n  - say: Something blue.\n    for: 15s\n"
        "indirect:\n  - say: Which sound is nearest?\n    for: 15s\n  - say: Something blue.\n    for: 15s",
        "direct:\n  - say: A kind word, or none.\n    for: 15s\n  - say: Tired is allowed.\n    for: 15s\n"
        "indirect:\n  - say: Which sound is nearest?\n    for: 15s\n  - say: Something blue.\n    for: 15s",
    ),
    "W503": FaultPage(
        "A session has at most fifty words a minute; stillness is the larger part of it.",
        "- say: There may be a sound nearby, and another one behind it, or else no sound at all.\n"
        "  for: 15s\n"
        "- say: Somewhere in this room is a bright colour, and a darker one next to it, or else no colour.\n"
        "  for: 15s",
        "- say: There may be a sound nearby, or none at all.\n  for: 15s\n- quiet: 15s",
    ),
    "W505": FaultPage(
        "A part of this file, or a whole file of parts, is played by no step.",
        "parts:\n  settle:\n    - quiet: 30s\n  look-around:\n    - quiet: 10s",
        "parts:\n  settle:\n    - quiet: 30s",
    ),
    "W507": FaultPage(
        "Nobody goes longer than five minutes without being asked how it is.",
        "length: 6m30s\nparts:\n  settle:\n    - quiet: 45s\nindirect:\n  - use: settle\n    repeat: 8",
        "length: 6m30s\nparts:\n  settle:\n    - quiet: 45s\nindirect:\n  - use: settle\n    repeat: 4\n"
        "  - check_in: And now?\n  - use: settle\n    repeat: 4",
    ),
    "W508": FaultPage(
        "Early on it is said that eyes can stay open, or the session keeps them open throughout.",
        "arriving:\n  - say: You may arrive as you are.\n    for: 15s\n  - check_in: And now?",
        "arriving:\n  - say: Eyes open or lowered, as you like.\n    for: 15s\n  - check_in: And now?",
    ),
    "W509": FaultPage(
        "Without quotes, a space and `#` end the text and begin a comment.",
        "- say: You might look at the door with the #1 on it.\n  for: 30s",
        '- say: "You might look at the door with the #1 on it."\n  for: 30s',
    ),
    "W510": FaultPage(
        f"A prompt has at most {MOST_WORDS} words and {MOST_CHARACTERS} characters: it is read at a glance.",
        "- say: You might look for a colour that you like, or one that you do not like, "
        "or for no colour at all, or listen for a sound a long way off.\n  for: 30s",
        "- say: You might look for a colour that you like, or for none.\n  for: 30s",
    ),
    "W511": FaultPage(
        "A beat lasts at most 45 s; longer stillness is easier in two pieces.",
        "length: 2m\nindirect:\n  - quiet: 90s",
        "length: 2m\nindirect:\n  - quiet: 45s\n  - quiet: 45s\n    reminder: still here, or elsewhere",
    ),
    "W512": FaultPage(
        "A prompt about body, breath, place or memory offers an alternative, or to do nothing.",
        "- say: A hand could rest on the chest.\n  for: 30s\n  tags: [touch]",
        "- say: A hand could rest on something warm, or stay where it is.\n  for: 30s\n  tags: [touch]",
    ),
    "W513": FaultPage(
        f"A prompt can be said aloud before the next one comes: {SAID_A_MINUTE} words a minute, unhurried.",
        "- say: There may be a sound nearby, and one behind it, or none at all.\n  for: 5s\n- quiet: 25s",
        "- say: There may be a sound nearby, and one behind it, or none at all.\n  for: 10s\n- quiet: 20s",
    ),
    "W514": FaultPage(
        "A comment that allows something says what for, and is taken out once nothing is left to allow.",
        "- say: A sound, or none.  # allow: W608 a quotation\n  for: 30s",
        "- say: The lamp is simply called Just.  # allow: W608 the name of a lamp\n  for: 30s",
    ),
    "W515": FaultPage(
        "Permission is given once; when every other prompt ends in `or not`, it turns into a formula.",
        "- say: A sound, or not.\n  for: 10s\n- say: Something blue, or none.\n  for: 10s\n"
        "- say: A cup, or nothing.\n  for: 10s",
        "- say: There is a sound.\n  for: 10s\n- say: Something blue, or green.\n  for: 10s\n"
        "- say: A cup, or nothing.\n  for: 10s",
    ),
    "W516": FaultPage(
        "Facts are stated plainly; `might` and `can` are for what a person may do or feel.",
        "- say: There may be rain.\n  for: 30s\n  or:\n    - The cup may be warm.\n"
        "    - Someone might laugh.\n"
        "    - This can wait.\n    - Tired could be allowed.\n    - It may be late.",
        "- say: There is rain.\n  for: 30s\n  or:\n    - The cup may be warm.\n"
        "    - Someone might laugh.\n"
        "    - This can wait.\n    - Tired is allowed.\n    - It is late.",
    ),
    "W517": FaultPage(
        "A direct track gives at least two sentences that one can say as they stand, in quotation marks.",
        "length: 3m\ndirect:\n  - say: Something kind could be said here.\n    for: 45s\n  - quiet: 45s\n"
        "  - use: settle\n    repeat: 2\nindirect:\n  - use: settle\n    repeat: 5",
        "length: 3m\ndirect:\n  - say: You might say “I can go slowly.”\n    for: 45s\n"
        "  - say: Or this. “Tired is allowed.”\n    for: 45s\n"
        "  - use: settle\n    repeat: 2\nindirect:\n  - use: settle\n    repeat: 5",
    ),
    "W518": FaultPage(
        "After closing, words get fewer: the indirect track has at most two thirds as many as the direct.",
        f"direct:\n  - say: {_THANKS}\n    for: 15s\nindirect:\n  - say: {_MANY_SOUNDS}\n    for: 30s",
        f"direct:\n  - say: {_THANKS}\n    for: 15s\n"
        "indirect:\n  - say: Which sound is nearest?\n    for: 30s",
    ),
    "W519": FaultPage(
        "No two prompts in a row begin alike.",
        "- say: There is a sound nearby.\n  for: 15s\n- say: There is a colour, too.\n  for: 15s",
        "- say: There is a sound nearby.\n  for: 15s\n- say: Which colour is the brightest?\n  for: 15s",
    ),
    "W520": FaultPage(
        "Plain invitations such as `have a look round` are at most a quarter of the prompts.",
        "- say: Look for something round.\n  for: 30s\n  or:\n    - Find a corner.\n"
        "    - Listen to the street.\n"
        "    - Pick a cup.\n    - There is a door.\n    - Which wall is brightest?",
        "- say: Something round is in sight.\n  for: 30s\n  or:\n    - Find a corner.\n"
        "    - The street goes by.\n"
        "    - Pick a cup.\n    - There is a door.\n    - Which wall is brightest?",
    ),
    "W521": FaultPage(
        "One image is enough for a session; a third on one track is reported (comparisons and stock images).",
        "- say: Feelings pass like weather.\n  for: 30s\n  or:\n    - A wave of sadness is here.\n"
        "    - Rest comes like a cat.",
        "- say: Feelings pass like weather.\n  for: 30s\n  or:\n    - Sadness is here, too.\n"
        "    - Is there a cloud over the roof?",
    ),
    **{id_: FaultPage(*told) for id_, told in WORDING.items()},
}

ELSEWHERE = {"W504": "E304", "W506": "E305"}
"""Ids that are never reported, and those reported instead: unequal tracks, and a length not kept."""
