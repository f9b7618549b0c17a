"""Which names of employers look alike. Pure; decides nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

_ALIKE = 90
_SHORTEST = 4
_LARGEST_BLOCK = 200
"""More names than these with one beginning share a common word, such as "University"."""


def similar_pairs(keys: Mapping[int, str]) -> list[tuple[int, int]]:
    """Return pairs of ids, the smaller first, whose keys look alike, in the order of the keys.

    Alike are names of which one begins with all the words of the other ("northwind", "northwind
    energy"), and names that differ in a letter or in blanks.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when asked for

    found: set[tuple[int, int]] = set()
    for block in _blocks(keys):
        for one, other in combinations(block, 2):
            first, second = keys[one], keys[other]
            solid, other_solid = first.replace(" ", ""), second.replace(" ", "")
            if _begins(first, second) or fuzz.ratio(solid, other_solid) >= _ALIKE:
                found.add((min(one, other), max(one, other)))
    return sorted(found, key=lambda pair: (keys[pair[0]], pair))


def key_ends(key: str) -> tuple[str, str]:
    """Return how a key begins and ends without its blanks; similar names share one of the two."""
    solid = key.replace(" ", "")
    return solid[:_SHORTEST], solid[-_SHORTEST:]


def _blocks(keys: Mapping[int, str]) -> Iterator[list[int]]:
    """Yield ids whose keys begin alike or end alike; comparing all with all would take hours."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for ident, key in keys.items():
        begin, end = key_ends(key)
        if len(begin) >= _SHORTEST:
            blocks["^" + begin].append(ident)
            blocks[end + "$"].append(ident)
    yield from (block for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK)


def _begins(first: str, second: str) -> bool:
    one, other = first.split(), second.split()
    shorter, longer = sorted((one, other), key=len)
    return len("".join(shorter)) >= _SHORTEST and longer[: len(shorter)] == shorter
