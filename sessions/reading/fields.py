"""The one table of all keys of a session file.

It drives the decoder, the suggestions of the checker, the schema and the reference page: a key that is not
here does not exist. Defaults and examples are written as an author would write them.
"""

from __future__ import annotations

from sessions.reading.field_types import Field, FieldSet, ValueKind
from sessions.written import Eyes, Own, Tone, Track

TONES = tuple(tone.value for tone in Tone)
CARE_TAGS = ("touch", "breath", "posture", "movement", "place", "memory")
"""Beats with these need an alternative (care guide rule 13)."""
TAGS = ("direct", *CARE_TAGS, "eyes", "outward", "sound", "sight", "nature", "object")
"""`direct` carries a kind phrase, `eyes` offers open or lowered eyes, `outward` looks at the room."""

PLAIN_VERBS = ("say", "quiet", "bell", "breathe", "use")
"""What a part or an option may hold."""
CHECK_POINTS = ("check_in", "notice")
MOST_SECONDS = 15 * 60
"""The length of the longest session, and so of any step (care guide rule 18)."""
MOST_CHARACTERS = 400
"""More than this does not fit the smallest screen."""

STEPS: tuple[FieldSet, ...] = (
    FieldSet(
        "say",
        "A prompt and the stillness after it.",
        (
            Field(
                "say",
                ValueKind.TEXT,
                "What is shown, exactly as written.",
                "There is a sound nearby. You might follow it.",
                required=True,
                low=1,
                high=MOST_CHARACTERS,
            ),
            Field(
                "for",
                ValueKind.DURATION,
                "How long prompt and stillness last together.",
                "20s",
                default="reading time and 2s",
                low=1,
                high=MOST_SECONDS,
            ),
            Field(
                "until",
                ValueKind.CHOICE,
                "Waits for the person instead of a duration; takes the place of `for`.",
                "ready",
                choices=("ready",),
            ),
            Field(
                "or",
                ValueKind.TEXTS,
                "Other ways to say the same; each run picks one.",
                "- Perhaps a sound is near.",
                low=1,
                high=8,
            ),
            Field("bell", ValueKind.CHOICE, "Rings as the prompt appears.", "chime", choices=TONES),
            Field(
                "tags",
                ValueKind.WORDS,
                "What the prompt touches on.",
                "- touch",
                choices=TAGS,
                low=1,
                high=len(TAGS),
            ),
            Field(
                "less",
                ValueKind.TEXT,
                "A smaller version of the ask, shown when the person presses `l`.",
                "One sound is enough.",
                low=1,
                high=MOST_CHARACTERS,
            ),
            Field(
                "guide",
                ValueKind.TEXT,
                "A note for someone who reads the session aloud; never shown to the person.",
                "leave a long pause here",
                low=1,
                high=MOST_CHARACTERS,
            ),
            Field(
                "own",
                ValueKind.CHOICE,
                "Which of the person's own lines may stand in it, if they keep any: a sentence in place of "
                "the quoted one (on `direct` only), or things and signs before the examples of a question.",
                "words",
                choices=tuple(own.value for own in Own),
            ),
        ),
    ),
    FieldSet(
        "quiet",
        "Stillness; shows nothing, or a short reminder.",
        (
            Field("quiet", ValueKind.DURATION, "How long.", "30s", required=True, low=1, high=MOST_SECONDS),
            Field("reminder", ValueKind.REMINDER, "At most six words.", "nothing to do yet", low=1, high=60),
        ),
    ),
    FieldSet(
        "bell",
        "Rings; takes no time of its own, and is always seen as well.",
        (
            Field("bell", ValueKind.CHOICE, "The sound.", "bowl", required=True, choices=TONES),
            Field("strikes", ValueKind.NUMBER, "How many times.", "2", default="1", low=1, high=12),
        ),
    ),
    FieldSet(
        "breathe",
        "An optional pacer without holds, always with an alternative.",
        (
            Field(
                "breathe",
                ValueKind.PACER,
                "How long in and how long out.",
                "{in: 4s, out: 6s}",
                required=True,
            ),
            Field(
                "for",
                ValueKind.DURATION,
                "How long the pacer stays.",
                "40s",
                default="three breaths",
                low=1,
                high=MOST_SECONDS,
            ),
            Field(
                "or_else",
                ValueKind.TEXT,
                "What to do instead, for people for whom breath is not neutral.",
                "Or follow a sound, or nothing.",
                required=True,
                low=1,
                high=MOST_CHARACTERS,
            ),
        ),
    ),
    FieldSet(
        "check_in",
        "Asks how it is now; waits for ever. The answers are the player's own.",
        (
            Field(
                "check_in",
                ValueKind.QUESTION,
                "The question; empty for the player's own.",
                "And now?",
                high=120,
            ),
        ),
    ),
    FieldSet(
        "notice",
        "Asks which coat resistance wears, if any, then how it is now; waits for ever.",
        (
            Field(
                "notice",
                ValueKind.QUESTION,
                "The question; empty for the player's own.",
                "Is anything in you holding back a little?",
                high=120,
            ),
        ),
    ),
    FieldSet(
        "choose",
        "Any other question; waits for ever. Every option lasts equally long; a skip plays the first.",
        (
            Field(
                "choose", ValueKind.LINE, "The question.", "Eyes or hands?", required=True, low=1, high=120
            ),
            Field(
                "options",
                ValueKind.OPTIONS,
                "Two to five answers and what they play.",
                "",
                required=True,
                low=2,
                high=5,
            ),
        ),
    ),
    FieldSet(
        "use",
        "Plays a part and returns.",
        (
            Field("use", ValueKind.NAME, "The part.", "settle", required=True),
            Field("repeat", ValueKind.NUMBER, "How many times.", "2", default="1", low=1, high=12),
        ),
    ),
)
VERBS = {shape.name: shape for shape in STEPS}
"""The steps by their verb."""

OPTION = FieldSet(
    "option",
    "One answer of a `choose` step.",
    (
        Field("text", ValueKind.LINE, "The answer, as shown.", "Eyes", required=True, low=1, high=80),
        Field("do", ValueKind.PLAIN_STEPS, "What it plays.", "", required=True),
    ),
    label="the option",
)

PACER = FieldSet(
    "pacer",
    "The two lengths of a breath; there are no holds.",
    (
        Field("in", ValueKind.DURATION, "Breathing in.", "4s", required=True, low=1, high=20),
        Field("out", ValueKind.DURATION, "Breathing out.", "6s", required=True, low=1, high=20),
    ),
    label="the pacer",
)

_FORMAT = Field("format", ValueKind.FORMAT, "The version of this format.", "1", required=True, choices=("1",))
_PARTS = Field("parts", ValueKind.PARTS, "Steps with a name, played by `use`.", "", low=1)

FILE = FieldSet(
    "session",
    "A session file.",
    (
        _FORMAT,
        Field(
            "title",
            ValueKind.LINE,
            "What the library shows.",
            "A hand on the door",
            required=True,
            low=1,
            high=60,
        ),
        Field(
            "about",
            ValueKind.TEXT,
            "What it asks for, shown before the start.",
            "Five minutes with a sound.",
            low=1,
            high=600,
        ),
        Field(
            "length",
            ValueKind.DURATION,
            "How long a run lasts, on either track: arriving, track and landing.",
            "5m",
            required=True,
            low=10,
            high=99 * 60,
        ),
        Field("by", ValueKind.LINE, "Who wrote it.", "A friend", low=1, high=120),
        Field("license", ValueKind.LINE, "How it may be shared.", "CC0-1.0", low=1, high=120),
        Field("language", ValueKind.LANGUAGE, "The language of the prompts.", "en", default="en"),
        Field(
            "pace",
            ValueKind.NUMBER,
            "Words a minute for the reading time.",
            "100",
            default="120",
            low=80,
            high=250,
        ),
        Field(
            "if_skipped",
            ValueKind.CHOICE,
            "The track that follows when a check-in is skipped.",
            "direct",
            default="indirect",
            choices=tuple(track.value for track in Track),
        ),
        Field(
            "eyes",
            ValueKind.CHOICE,
            "Whether eyes stay open throughout.",
            "open",
            default="either",
            choices=tuple(eyes.value for eyes in Eyes),
        ),
        Field(
            "reflect",
            ValueKind.TEXTS,
            "Questions offered after landing, never required.",
            "- What was it like?",
            low=1,
            high=3,
        ),
        _PARTS,
        Field(
            "parts_from",
            ValueKind.PATHS,
            "Files with more parts, in the same folder or below; in a project, anywhere in it.",
            "- shared/care.yaml",
            low=1,
            high=8,
        ),
        Field(
            "arriving",
            ValueKind.STEPS,
            "The beginning, on both tracks; ends with a check-point.",
            "",
            required=True,
        ),
        Field("direct", ValueKind.STEPS, "The track with kind words; may be left out.", ""),
        Field(
            "indirect", ValueKind.STEPS, "The track of senses, touch, nature and breath.", "", required=True
        ),
        Field("landing", ValueKind.STEPS, "The end, on both tracks.", "", required=True),
    ),
    label="the session",
)
SECTIONS = ("arriving", "direct", "indirect", "landing")
KEYS = frozenset(name for shape in (*STEPS, OPTION, PACER, FILE) for name in shape.keys)
"""Every key there is, wherever it belongs."""

PARTS_FILE = FieldSet(
    "parts file",
    "A file with parts for other files.",
    (
        _FORMAT,
        Field(
            "parts",
            ValueKind.PARTS,
            _PARTS.doc,
            "",
            required=True,
            low=1,
        ),
    ),
    label="the file",
)
