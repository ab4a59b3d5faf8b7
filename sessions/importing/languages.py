"""Finds the language of imported words: the one their file names, or one known by script or common words."""

from __future__ import annotations

import re

ENGLISH = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("fa", re.compile(r"[\u067e\u0686\u0698\u06af]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("uk", re.compile(r"[\u0456\u0457\u0454\u0491\u0406\u0407\u0404]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
)
"""A language for each script; one that is known by a few letters comes before the one it resembles."""
_A_FEW_LETTERS = {"ja": 0.1, "fa": 0.01, "uk": 0.02}
"""The least share of these letters in a text."""
_COMMON = {
    "en": "the and you your a of to it is that this in may might can with or be for",
    "de": "und die der das du dein ist nicht ein eine es zu mit wie auch sich dich auf oder kann",
    "fr": "et le la les vous est pas une un de des que ce votre dans avec ou pour qui",
    "es": "y el la los que de un una es no tu en con por para su puedes o como lo",
    "it": "e il la che di un una non è per con come puoi tuo i le del o si in",
    "pt": "e o a que de um uma não é para com como seu sua os as em você ou pode",
    "nl": "en de het een je is niet van dat met op te zijn ook of kan voor hoe aan als",
}
_NAMES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "dutch": "nl"}
"""The names that speech recognisers write."""
_ENOUGH_WORDS = 12
_ENOUGH_DIFFERENT = 4


def language_of(said: str, text: str) -> tuple[str, bool]:
    """A language tag, and whether it is a guess; English if nothing shows the language."""
    named = _NAMES.get(said.lower(), said).replace("_", "-")
    if _TAG.fullmatch(named):
        return named.lower() if len(named) <= 3 else named, False
    letters = sum(map(str.isalpha, text)) or 1
    for tag, script in _SCRIPTS:
        share = len(script.findall(text)) / letters
        if share > _A_FEW_LETTERS.get(tag, 0.4):
            return tag, True
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < _ENOUGH_WORDS:
        return ENGLISH, False
    counts = {tag: sum(map(words.count, common.split())) for tag, common in _COMMON.items()}
    best = max(counts, key=counts.__getitem__)
    different = len(set(words) & set(_COMMON[best].split()))
    clear = different >= _ENOUGH_DIFFERENT and counts[best] > 1.5 * counts[ENGLISH]
    return (best, True) if clear and counts[best] * 10 > len(words) else (ENGLISH, False)
