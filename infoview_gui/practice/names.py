"""Names of people: taken apart, put together, and the stored key by which they sort.

The key is computed without Qt, because QCollator's keys cannot be stored (ARCHITECTURE.md). Another
locale needs other keys: rebuild them all.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

_PARTICLE: Final = re.compile(
    "af|al|av|bin|da|dal|de|del|della|den|der|di|dos|du|el|ibn|la|las|le|los|ten|ter|van|vom|von|"
    "zu|zum|zur"
)
_SUFFIX: Final = re.compile(
    r"[JjSs]r\.?|II|III|IV|Esq\.?|Ph\.?D\.?|M\.?D\.?|MBA|M\.?Sc\.?|B\.?Sc\.?|DDS|CPA|CFA|PMP|LL\.?M\.?|JD|RN"
)
# Sorts after every letter that may follow in a word: "nz" before "ñ" where ñ follows n.
_AFTER: Final = 0xFFF0

# What sorts after which letter, in this order; groups joined by "=" share a place.
_TAILORING: Final = {
    "sv": "z å ä=æ ö=ø",
    "fi": "z å ä=æ ö=ø",
    "da": "z æ=ä ø=ö å=aa",
    "nb": "z æ=ä ø=ö å=aa",
    "is": "a á|d ð|e é|i í|o ó|u ú|y ý|z þ æ ö å",
    "et": "s š z ž|w õ ä ö ü",
    "es": "n ñ",
    "pl": "a ą|c ć|e ę|l ł|n ń|o ó|s ś|z ź ż",
    "cs": "c č|h ch|r ř|s š|z ž",
    "sk": "a ä|c č|h ch|o ô|s š|z ž",
    "sl": "c č ć|d đ|s š|z ž",
    "hr": "c č ć|d dž đ|l lj|n nj|s š|z ž",
    "hu": "c cs|d dz dzs|g gy|l ly|n ny|o ö=ő|s sz|t ty|u ü=ű|z zs",
    "ro": "a ă â|i î|s ș=ş|t ț=ţ",
    "lt": "c č|s š|z ž",
    "lv": "c č|g ģ|k ķ|l ļ|n ņ|s š|z ž",
    "tr": "c ç|g ğ|h ı|o ö|s ş|u ü",
    "az": "c ç|e ə|g ğ|h ı|o ö|s ş|u ü",
}
_SAME_AS: Final = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr"}
# Letters that Unicode does not take apart; without a rule of the locale they sort like these.
_PLAIN: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_DROPPED: Final = re.compile(r"['’‘ʼ`´.,]")
_BETWEEN: Final = re.compile(r"[\s\-‐‑–—_/]+")


def split_name(full: str) -> tuple[str, str]:
    """Return first and last name of a name as people write it.

    The last word is the last name, with small particles before it ("van Beethoven") and a suffix
    behind it ("Smith Jr."). "Castellanos, Lena" is turned round. A single word is a first name.
    """
    before, comma, after = (part.strip() for part in " ".join(full.split()).partition(","))
    if comma and before and after and "," not in after and not _is_suffix(after):
        return after, before
    parts = (f"{before}, {after}" if after else before or after).split()
    start = len(parts) - 1
    while start > 1 and (_is_suffix(parts[start]) or _PARTICLE.fullmatch(parts[start - 1])):
        start -= 1
    return (
        (" ".join(parts[:start]), " ".join(parts[start:])) if start > 0 else (" ".join(parts), "")
    )


def display_name(first: str, last: str) -> str:
    """Return the name as it is shown: first name, then last name."""
    return " ".join(f"{first} {last}".split())


def initials(first: str, last: str) -> str:
    """Return one letter of each name, in capitals, particles passed over; "" without letters."""
    words = last.split()
    while len(words) > 1 and _PARTICLE.fullmatch(words[0]):
        words.pop(0)
    return _initial(first) + _initial(" ".join(words))


def sort_key(name: str, locale: str = "") -> bytes:
    """Return the bytes by which a display name sorts, for a locale such as "sv", "sv_SE", "sv-SE".

    Case, marks and apostrophes do not count, hyphens are spaces; letters that the language sorts
    elsewhere (Ö in Swedish) go there. Names that differ in marks only are kept apart: plain first.
    Never raises; the key of "" is the smallest.
    """
    language = _language(locale)
    if language in ("tr", "az"):
        name = name.replace("I", "ı").replace("İ", "i")
    # Python folds İ to i and a dot; NFC brings the other letters together with their marks.
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    if not folded.isprintable():  # nearly all are, and an import makes 200,000 keys
        folded = "".join(
            c for c in folded if unicodedata.category(c) not in ("Cc", "Cf") or c.isspace()
        )
    folded = " ".join(folded.split())
    words = _BETWEEN.sub(" ", _DROPPED.sub("", folded)).strip()
    pattern, places = _rules(language)
    pieces: list[str] = []
    at = 0
    for found in pattern.finditer(words) if places else ():
        pieces += [_stripped(words[at : found.start()]), places[found[0]]]
        at = found.end()
    primary = "".join([*pieces, _stripped(words[at:])])
    secondary = unicodedata.normalize("NFC", folded)
    return f"{primary}\0{secondary}".encode("utf-8", "surrogatepass") if secondary else b""


def _is_suffix(word: str) -> bool:
    return all(_SUFFIX.fullmatch(part) for part in re.split(r"[ ,]+", word))


def _initial(name: str) -> str:
    letters = (c for c in unicodedata.normalize("NFC", name) if c.isalnum())
    return next(letters, "").upper()[:1]


@cache
def _language(locale: str) -> str:
    language = re.split(r"[-_.@]", locale.lower(), maxsplit=1)[0]
    return _SAME_AS.get(language, language)


def _stripped(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)


@cache
def _rules(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what to look for in a word, longest first, and where each of it sorts."""
    places: dict[str, str] = {}
    for chain in _TAILORING.get(language, "").split("|"):
        base, *followers = chain.split() or [""]
        for step, group in enumerate(followers, 1):
            for letter in group.split("="):
                places[letter] = base + chr(_AFTER + step)
    longest_first = sorted(places, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), places


def joined(names: Sequence[str]) -> str:
    """Return "Ben, Kenji and Amara"; of no name nothing."""
    *others, last = names or ("",)
    return f"{', '.join(others)} and {last}" if others else last
