"""What words of a letter say, as far as its hints need to know. English; knows no letter."""

import re
from typing import Final

_CONNECTED: Final = re.compile(
    r"(?i)\b(?:suggest(?:s|ed)?|recommend(?:s|ed)?|mention(?:s|ed)?|introduc(?:e|es|ed|tion)"
    r"|told me|sent me|point(?:s|ed) me|gave me your|refer(?:s|red)|met|know each other|both"
    r"|members?|same|fellow|alum(?:n[aiu]s?|n[ai])|colleagues?|classmates?|neighbou?rs?|friends?"
    r"|mutual|in common|profile|website|site|page|article|post|paper|book|talk|lecture|podcast"
    r"|interview|panel|conference|fair|event|meetup|webinar|association|heard you|saw you"
    r"|read your|came across|found your|follow(?:ed|ing)? your|worked (?:with|at)|studied)\b"
)
_MINUTES: Final = re.compile(r"(?i)\bminutes?\b|\bhalf an hour\b|\bquarter of an hour\b")
_TIMES: Final = re.compile(
    r"(?i)\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bnoon\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_YOU: Final = re.compile(r"(?i)\b(?:you|your|yours|yourself)\b")
_THEIR_WORDS: Final = re.compile(
    r"(?i)\byou (?:said|told|explained|mentioned|described|pointed|showed|suggested|advised"
    r"|recommended)\b"
    r"|\byour (?:advice|point|view|remark|example|story|suggestion|explanation|answer)\b"
)


def connection(words: str) -> bool:
    """Whether they speak of how the writer came to the reader."""
    return _CONNECTED.search(words) is not None


def minutes(words: str) -> bool:
    """Whether they name a short time."""
    return _MINUTES.search(words) is not None


def times(words: str) -> bool:
    """Whether they name a day of the week or a time of day."""
    return _TIMES.search(words) is not None


def you(words: str) -> bool:
    """Whether they speak to the reader."""
    return _YOU.search(words) is not None


def their_words(words: str) -> bool:
    """Whether they come back to something that the reader said."""
    return _THEIR_WORDS.search(words) is not None
