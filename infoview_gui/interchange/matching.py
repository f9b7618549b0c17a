"""Which incoming cards are people who are known already (PRODUCT.md, Data in and out).

Same e-mail address, phone number or profile link: the same person. Similar names with the same
employer: a question for the user, with the reason. Pure; knows nothing of the database.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.interchange.company_names import company_key, plain_words
from infoview_gui.interchange.name_words import name_words, written_words
from infoview_gui.interchange.nicknames import same_first_name

__all__ = [
    "AlikeNames",
    "EmployerKey",
    "SharedKeys",
    "company_key",
    "email_key",
    "keys",
    "link_key",
    "phone_key",
    "shown_name",
    "similar",
    "words_of",
]

_PLAIN_INTERNATIONAL = re.compile(r"\+[0-9 ().\-/\u00a0\u2010-\u2015]+")
_NO_DIGITS = re.compile(r"[^0-9]+")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*:/*")
_FEWEST_DIGITS = 7
_MOST_DIGITS = 15
_LEAST_LIKENESS = 88
"""Of 100, by rapidfuzz; under it, typing errors and different names are not told apart."""
_LARGEST_BLOCK = 200

Ident = TypeVar("Ident", bound=Hashable)
EmployerKey = Callable[[str], str]
"""Gives two spellings of one employer the same key; nothing for no employer."""


class Named(Protocol):
    """What similarity looks at; a `PersonCard` has it."""

    @property
    def name(self) -> str: ...
    @property
    def first_name(self) -> str: ...
    @property
    def last_name(self) -> str: ...
    @property
    def company(self) -> str: ...
    @property
    def role(self) -> str: ...


class Reachable(Named, Protocol):
    """What sameness looks at as well."""

    @property
    def emails(self) -> tuple[ContactPoint, ...]: ...
    @property
    def phones(self) -> tuple[ContactPoint, ...]: ...
    @property
    def links(self) -> tuple[ContactPoint, ...]: ...


def keys(card: Reachable, region: str = "") -> frozenset[str]:
    """Return what identifies a person: addresses, numbers and profiles in one spelling.

    `region` is the country (ISO 3166, such as "DE") whose numbers need no prefix.
    """
    found = {email_key(point.value) for point in card.emails}
    found.update(phone_key(point.value, region) for point in card.phones)
    found.update(link_key(point.value) for point in card.links)
    found.discard("")
    return frozenset(found)


def email_key(address: str) -> str:
    """Return the address in small letters, or nothing if it is none."""
    text = address.strip().strip("<>").casefold()
    return f"mail:{text}" if "@" in text else ""


def phone_key(number: str, region: str = "") -> str:
    """Return the number as E.164; one that cannot be understood as its digits, from 7 on."""
    text = number.strip()
    if _PLAIN_INTERNATIONAL.fullmatch(text):
        # Nearly all numbers: 100 times faster than taking them apart. "(0)" is not dialled.
        digits = _NO_DIGITS.sub("", text.replace("(0)", ""))
        return f"tel:+{digits}" if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS else ""
    digits = _NO_DIGITS.sub("", text)
    if len(digits) < _FEWEST_DIGITS or len(text) > 100:
        return ""
    return _parsed_phone(text, region) or f"tel:{digits}"


@lru_cache(maxsize=4096)
def _parsed_phone(text: str, region: str) -> str:
    import phonenumbers  # noqa: PLC0415 - late: 60 ms that a start does not need

    if text.startswith("00"):
        text = "+" + text[2:]
    if not region and not text.startswith("+"):
        return ""
    try:
        parsed = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        return ""
    parsed.extension = None
    return f"tel:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}"


def link_key(link: str) -> str:
    """Return a profile link without scheme, www, trailing slash and query, in small letters.

    A link to a site alone is a company's page, which many share: it identifies nobody.
    """
    text = _SCHEME.sub("", link.strip().lower())
    text = text.partition("?")[0].partition("#")[0].rstrip("/").removeprefix("www.")
    host, slash, path = text.partition("/")
    if host.endswith(".linkedin.com"):
        host = "linkedin.com"  # de.linkedin.com and www.linkedin.com are one profile
    return f"link:{host}/{path}" if slash and path and "." in host else ""


def similar(one: Named, other: Named, employer: EmployerKey = company_key) -> str | None:
    """Return why two may be one person, as a clause for the user, or None.

    Names are compared when the employer is the same. Without an employer on either side only the
    very same name counts. ``employer`` tells which companies are one.
    """
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return None
    here, there = employer(one.company), employer(other.company)
    if here and there:
        reason = _names_alike(first, second, one, other) if here == there else ""
        return f"{reason}, {_same_place(one, other)}" if reason else None
    whole = len(first) > 1 and sorted(first) == sorted(second)
    reason = _whole_names_alike(first, second, one, other) if whole else ""
    return f"{reason}; the employer is not known for both" if reason else None


def shown_name(person: Named) -> str:
    """Return both parts of a name, or the whole one where the parts are not known."""
    return f"{person.first_name} {person.last_name}".strip() or person.name


def words_of(person: Named) -> list[str]:
    """Return the words of a person's name as they are compared."""
    return name_words(shown_name(person))


def _same_place(one: Named, other: Named) -> str:
    role = plain_words(one.role)
    also = role and role == plain_words(other.role)
    return "same employer and role" if also else "same employer"


def _names_alike(first: list[str], second: list[str], one: Named, other: Named) -> str:
    whole = _whole_names_alike(first, second, one, other)
    if whole or len(first) < 2 or len(second) < 2:
        return whole
    reason = _in_order(first, second)
    if not reason:
        reason = _in_order(_turned(first), second) or _in_order(first, _turned(second))
        reason = f"{reason}, in another order" if reason else ""
    return reason or _one_holds_the_other(first, second)


def _turned(words: list[str]) -> list[str]:
    """Return the words of a name whose last name came first."""
    return [*words[1:], words[0]]


def _whole_names_alike(first: list[str], second: list[str], one: Named, other: Named) -> str:
    if first == second:
        accents = written_words(shown_name(one)) != written_words(shown_name(other))
        return "same name without accents" if accents else "same name"
    return "same names in another order" if sorted(first) == sorted(second) else ""


def _in_order(first: list[str], second: list[str]) -> str:
    if first[-1] == second[-1]:
        return _first_names_alike(first[0], second[0])
    if first[0] == second[0] and _likeness(first[-1], second[-1]) >= _LEAST_LIKENESS:
        return "same first name and a last name that differs by a letter or two"
    return ""


def _one_holds_the_other(first: list[str], second: list[str]) -> str:
    shorter, longer = sorted((first, second), key=len)
    return "one name is a part of the other" if set(shorter) <= set(longer) else ""


def _first_names_alike(one: str, other: str) -> str:
    if one == other:
        return "same first and last name"
    if one[0] == other[0] and min(len(one), len(other)) == 1:
        return "same initial and last name"
    if same_first_name(one, other):
        return "same last name and a short form of the first"
    if _likeness(one, other) >= _LEAST_LIKENESS:
        return "same last name and a first name that differs by a letter or two"
    return ""


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: only candidates of one block need it

    return fuzz.ratio(one, other)


class SharedKeys(Generic[Ident]):
    """Who has which address, number or profile."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[Ident]] = {}
        self._place: dict[Ident, int] = {}

    def add(self, ident: Ident, keys_of_person: Iterable[str]) -> None:
        """Remember what identifies a person; a second time adds to the first."""
        self._place.setdefault(ident, len(self._place))
        for key in keys_of_person:
            _append(self._by_key, key, ident)

    def same(self, keys_of_card: Iterable[str]) -> list[Ident]:
        """Return those who share any of these keys, the first added first."""
        found = {ident for key in keys_of_card for ident in self._by_key.get(key, ())}
        return sorted(found, key=self._place.__getitem__) if len(found) > 1 else list(found)


class AlikeNames(Generic[Ident]):
    """People to compare by name, found by blocks so that no card is compared with everyone."""

    def __init__(self, employer: EmployerKey = company_key) -> None:
        self._employer = employer
        self._by_block: dict[str, list[Ident]] = {}
        self._people: dict[Ident, Named] = {}

    def add(self, ident: Ident, person: Named) -> None:
        """Make a person known; a second time adds what is new about them."""
        self._people[ident] = person
        for block in _blocks(person, self._employer):
            _append(self._by_block, block, ident)

    def like(self, card: Named) -> list[tuple[Ident, str]]:
        """Return those who may be the same person, each with the reason."""
        found: dict[Ident, str] = {}
        for block in _blocks(card, self._employer) if self._people else ():
            for ident in self._by_block.get(block, ())[:_LARGEST_BLOCK]:
                if ident not in found:
                    found[ident] = similar(card, self._people[ident], self._employer) or ""
        return [(ident, reason) for ident, reason in found.items() if reason]


def _append(index: dict[str, list[Ident]], key: str, ident: Ident) -> None:
    known = index.setdefault(key, [])
    if not known or known[-1] != ident:
        known.append(ident)


def _blocks(person: Named, employer: EmployerKey) -> Iterator[str]:
    """Yield what two similar people share: a word of the name at one employer, or all words."""
    words = words_of(person)
    company = employer(person.company)
    if company:
        yield from (f"{company}\0{word}" for word in dict.fromkeys(words) if len(word) > 1)
    if len(words) > 1:
        yield "\0".join(sorted(words))
