"""How the words of a calendar's card share its room: the name gives way, up to its first word.

Must not know where cards lie. Widths are logical pixels.
"""

from math import inf

from infoview_gui.widgets.avatar import initials
from infoview_gui.widgets.elided import Elider

DOT = " · "
_HAIR = 0.1
"""A width that was added up is not quite the one it is cut to."""
_FEWEST = 4
"""Signs of a title that still say something, the dots of what is cut off included."""


def room_of_title(
    bold: Elider, plain: Elider, title: str, lead: int, kept: str, room: float
) -> float:
    """Return how wide a title may be, so that ``kept`` stands behind it on a line of ``room``.

    The ``lead`` signs of its time and the first word of the name always stay; where after them not
    even the first word of ``kept`` has room, the title takes all.
    """
    if not kept:
        return room
    wanted = plain.cut(DOT + kept, inf)[1]
    if bold.cut(title, inf)[1] + wanted <= room:
        return room
    word = title[lead:].partition(" ")[0]
    shortest = title[: lead + len(word)]
    least = bold.cut(shortest if shortest == title else f"{shortest}…", inf)[1] + _HAIR
    first = plain.cut(DOT + kept.partition(" ")[0] + "…", inf)[1]
    return max(room - wanted, least) if least + first <= room else room


def behind(plain: Elider, kept: str, rest: str, room: float) -> str:
    """Return what stands behind a title, before it is cut to ``room``.

    The rest is left out where its beginning would cost a part of what is kept.
    """
    whole = DOT.join(part for part in (kept, rest) if part)
    if not kept or not rest or plain.cut(DOT + whole, inf)[1] <= room:
        return whole
    return whole if plain.cut(f"{DOT}{kept}…", inf)[1] <= room else kept


def letters_for(elider: Elider, title: str, room: float) -> tuple[str, float]:
    """Return the initials of a title, or the first of them, and their width; else nothing."""
    both = initials(title.partition(",")[0], "")
    for letters in (both, both[:1]):
        shown, width = elider.cut(letters, inf)
        if width <= room:
            return shown, width
    return "", 0.0


def says_enough(shown: str, title: str) -> bool:
    """Say whether a title that was cut can still be told from others."""
    return shown == title or len(shown) >= _FEWEST
