"""The words of a person's name as they are compared. Pure.

Unlike in a company's key, letters that Unicode does not take apart (Ł, Ø, ı) and the German way of
writing umlauts without dots count as their plain letters: whoever asks is a person who decides.
"""

from __future__ import annotations

import re

from infoview_gui.interchange.company_names import plain_words

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_WORDS = re.compile(r"\w+")


def name_words(name: str) -> list[str]:
    """Return the words of a name without case, accents and points; "J.R." is two."""
    text = plain_words(name.replace(".", " "))
    if not text.isascii():
        text = text.translate(_LETTERS)
    if "e" in text:
        for written, plain in _UMLAUTS:
            text = text.replace(written, plain)
    return text.split()


def written_words(name: str) -> list[str]:
    """Return the words of a name with their accents, without case and punctuation."""
    return _WORDS.findall(name.casefold())
