"""Characters of pasted text that look like another character, or are invisible."""

from __future__ import annotations

DASHES = (
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2022\u00b7\u25aa\u25cf\u25e6"
    "\u2023\ufe58\ufe63\uff0d\u30fc*+"
)
"""Marks that begin a list item in pasted text, instead of a hyphen; `*` and `+` come from Markdown."""
COLONS = "\uff1a\ufe55\u2236\ua789\ufe13\u02d0\u0589\u02f8\u05c3\u205a\u1804"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
WIDE_SPACE = "\u3000"
"""As wide as two characters, so the indentation of a line that begins with it is uncertain."""
NOTHING = "\u200c\u200d\u200e\u200f\u061c\ufe0e\ufe0f"
"""Invisible marks of direction, joiners and variation selectors; some scripts need them within text."""
OPENING = "\u201c\u201e\u201f\u00ab\uff02\u2018\u201a\u201b\u2033\u2036"
CLOSING = "\u201d\u201c\u00bb\uff02\u2019\u2018\u2033\u2036"
DOUBLE_ENDS = "\u201d\u201c\u201f\uff02\u2033"
SINGLE_ENDS = "\u2019\u2018\u201b\u2032"
WIDE_QUOTE = "\uff02"
BLOCK_MARKS = {"\uff5c": "|", "\u2502": "|", "\u00a6": "|", "\uff1e": ">", "\u203a": ">"}
SIGNS = "\uff03\ufe5f"
MARKS = str.maketrans(
    {
        **dict.fromkeys("\u3010\uff3b\u3014", "["),
        **dict.fromkeys("\u3011\uff3d\u3015", "]"),
        "\uff5b": "{",
        "\uff5d": "}",
        **dict.fromkeys("\uff0c\u3001", ","),
        **dict.fromkeys(COLONS, ":"),
    }
)
LETTERS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb\u0501\u03bf\u03b1\u03bd\u03b9\u0131\u2010\u2011\u2013\u2014",
    "aeopcyxisjhdoavii----",
)
"""Cyrillic and Greek letters that look exactly like Latin ones, and dashes within a key."""
