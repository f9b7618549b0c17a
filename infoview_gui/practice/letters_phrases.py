"""What words of a letter say, as far as its hints need to know. English; knows no letter."""

import re
from typing import Final

_NEAR: Final = r"(?:(?!\b(?:and|but|because|would|could|may|hope|want|whether|if)\b)[^.?!;]){0,80}?"
"""The rest of the same clause: behind "and" it speaks of something else."""
_THINGS: Final = (
    r"(?:profile|website|site|page|blog|newsletter|column|articles?|posts?|papers?|books?|thesis"
    r"|report|talks?|lectures?|speech|podcast|interview|panel|session|video|course|class|team"
    r"|association|keynote)"
)
_SAYS: Final = (
    r"(?:sa(?:id|ys)|tells?|told|thinks?|thought|speaks?|spoke|talks?|talked|wrote|writes|believes?"
    r"|prais(?:es?|ed)|knows?|knew|sends?|sent)"
)
_NOTICED: Final = (
    r"(?:saw|seen|see|read|heard|hear|watched|noticed|found|learn(?:ed|t)|listened|follow(?:ed)?"
    r"|enjoyed|liked|loved|attended|remember)"
)
_NOBODY: Final = (
    r"(?:We|They|He|She|It|You|People|Everyone|Everybody|Someone|Somebody|Nobody|This|That|What"
    r"|Which|Who|There|These|Those|My|Your|Our|Many|Some|Most|All)"
)
_WAYS: Final = (
    # Somebody sent the writer, or speaks of the reader.
    r"(?:suggest(?:s|ed)?|recommend(?:s|ed)?|mention(?:s|ed)?|introduc(?:es|ed)|introduction)\b",
    r"(?:(?:told|sent|pointed|referred) me|gave me your|referred by)\b",
    rf"(?-i:(?!{_NOBODY}\b)[^\W\d_a-z][\w’'-]+) {_SAYS}\b{_NEAR}\byou(?:r|rs)?\b",
    # The two have something in common.
    r"(?:know each other|mutual|in common|both of us|(?:we|us) both|we (?:are|were) both)\b",
    r"(?:members?|fellow|alum(?:n[aiu]s?|n[ai])|colleagues?|classmates?|neighbou?rs?|friends?)\b",
    rf"(?:we|our|you|your)\b{_NEAR}\b(?:same|together)\b",
    rf"(?:worked|studied|grew up|taught)\b{_NEAR}\b(?:with|under|for|at|where) you(?:r|rs)?\b",
    rf"(?:we|you and I)\b{_NEAR}\b(?:met|spoke|sat|shared|worked|studied)\b",
    r"(?:met you|meeting you|seeing you|hearing you)\b",
    # The writer has come across the reader.
    rf"(?:I|I['’]ve)(?: \w+)?? {_NOTICED}\b{_NEAR}\byou(?:r|rs)?\b",
    r"(?:came across|following|followed|thanks to) you(?:r|rs)?\b",
    rf"your (?:[\w’'-]+ ){{0,3}}{_THINGS}\b",
    r"you(?: \w+)?? (?:spoke|talked|wrote|presented|gave|taught|said|published|posted|chaired)\b",
)
_CONNECTED: Final = re.compile(rf"(?i)\b(?:{'|'.join(_WAYS)})")
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
