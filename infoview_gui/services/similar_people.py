"""Which of the people already there may be one person. Pure; decides nothing, merges nothing.

The same e-mail address, phone number or profile link, or similar names with the same employer, as
for people who come in from a file (PRODUCT.md, "Data in and out").
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.matching import (
    AlikeNames,
    EmployerKey,
    company_key,
    keys,
    words_of,
)

Pair = tuple[int, int]
_SWITCHBOARD = 3
"""More people than these with one number or address, and other names, share it as colleagues do."""
_LARGEST_GROUP = 6
_ASK_EVERY = 256
_WORDS = {"mail": "same e-mail address", "tel": "same phone number", "link": "same profile link"}


@dataclass(frozen=True, slots=True)
class Suspects:
    """People who may be one, the smallest id first, and why."""

    ids: tuple[int, ...]
    names: tuple[str, ...]
    reason: str


def never() -> bool:
    """Do not stop."""
    return False


def similar_people(
    people: Mapping[int, PersonCard],
    distinct: Collection[Pair] = (),
    country: str = "",
    employer: EmployerKey = company_key,
    stop: Callable[[], bool] = never,
) -> list[Suspects]:
    """Return who may be one person, the surest first, then by name.

    ``distinct`` are pairs, the smaller id first, that the user knows to be two. ``country`` (ISO
    3166) is that of phone numbers without a prefix. Once ``stop`` says yes the list is not whole.
    """
    reasons = dict(_sharing(people, country, stop))
    sure = set(reasons)
    for pair, reason in _alike(people, employer, stop):
        reasons.setdefault(pair, reason)
    for pair in distinct:
        reasons.pop(pair, None)
    found = [
        Suspects(ids, tuple(people[ident].name for ident in ids), reason)
        for ids, reason in _groups(reasons, distinct, sure)
    ]
    return sorted(found, key=lambda group: _order(group, sure))


def _sharing(
    people: Mapping[int, PersonCard], country: str, stop: Callable[[], bool]
) -> Iterator[tuple[Pair, str]]:
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for number, (ident, card) in enumerate(people.items()):
        if number % _ASK_EVERY == 0 and stop():
            return
        for key in keys(card, country):
            owners[key].append(ident)
    for key, mine in sorted(owners.items()):
        words = _WORDS[key.partition(":")[0]]
        for one, other in _pairs(mine):
            named = _share_a_name(people[one], people[other])
            if named or len(mine) <= _SWITCHBOARD:
                yield (one, other), words if named else f"{words}, another name"


def _pairs(idents: list[int]) -> Iterator[Pair]:
    """Yield all pairs, or of very many each one with the next."""
    ordered = sorted(idents)
    few = len(ordered) <= 4 * _LARGEST_GROUP
    yield from combinations(ordered, 2) if few else pairwise(ordered)


def _alike(
    people: Mapping[int, PersonCard], employer: EmployerKey, stop: Callable[[], bool]
) -> Iterator[tuple[Pair, str]]:
    """Yield pairs with similar names; each person is compared with those before."""
    before: AlikeNames[int] = AlikeNames(employer)
    for number, (ident, card) in enumerate(people.items()):
        if number % _ASK_EVERY == 0 and stop():
            return
        for other, reason in before.like(card):
            yield (min(ident, other), max(ident, other)), reason
        before.add(ident, card)


def _share_a_name(one: PersonCard, other: PersonCard) -> bool:
    first, second = set(words_of(one)), set(words_of(other))
    return not first or not second or bool(first & second)


def _groups(
    reasons: Mapping[Pair, str], distinct: Collection[Pair], sure: Collection[Pair]
) -> list[tuple[tuple[int, ...], str]]:
    """Join pairs to groups in which nobody is known to be another than somebody else there."""
    home: dict[int, list[int]] = {}
    said: dict[int, str] = {}
    alone: list[tuple[tuple[int, ...], str]] = []
    for pair in sorted(reasons, key=lambda pair: (pair not in sure, pair)):
        one, other = (home.get(ident, [ident]) for ident in pair)
        together = sorted({*one, *other})
        if len(together) > _LARGEST_GROUP or _any_distinct(together, distinct):
            alone.append((pair, reasons[pair]))
            continue
        for ident in together:
            home[ident] = together
        said[together[0]] = said.get(one[0]) or said.get(other[0]) or reasons[pair]
    groups = {tuple(together) for together in home.values()}
    return [(group, said[group[0]]) for group in groups] + alone


def _any_distinct(together: Iterable[int], distinct: Collection[Pair]) -> bool:
    return bool(distinct) and any(pair in distinct for pair in combinations(together, 2))


def _order(group: Suspects, sure: Collection[Pair]) -> tuple[bool, str, tuple[int, ...]]:
    doubtful = not any(pair in sure for pair in combinations(group.ids, 2))
    return doubtful, group.names[0].casefold(), group.ids
