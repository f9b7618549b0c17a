"""What a thank-you is begun from: insights, promises and people named, each with its own clause.

Rule (PRODUCT.md): a thank-you is specific: something they said and how it will be used; minutes
given beyond the agreed ones are thanked for. Which of it a letter holds already is read from its
text, so no edit can break it. Knows no database and no window.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import Final

from infoview_gui.practice.letters_times import number_word
from infoview_gui.practice.marks import Mark, MarkKind

Span = tuple[int, int]

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SAID: Final = (
    "I keep coming back to what you said: {}",
    "This was new to me: {}",
    "I will also remember this: {}",
)
_TO_THEM: Final = re.compile(
    r"(?i)(send|give|show|tell|e-?mail|mail|forward|let|lend|bring|invite|write|call|ring|pay"
    r"|introduce|keep|thank|meet|remind) (?:him|her|them)\b"
)
_TO_DO: Final = re.compile(
    r"(?i)(?:send|give|show|tell|e-?mail|mail|forward|let|lend|bring|invite|write|call|ring|pay"
    r"|introduce|keep|thank|meet|remind|read|ask|look|share|check|find|try|visit|talk|speak|come"
    r"|report|follow|join|get|go|watch|learn|contact|prepare|draft|return|register|apply)\b"
)
_THANK_THEM: Final = re.compile(r"(?i)thank (?:him|her|them|you)\b[\s:,–—-]*")
_TODAY: Final = re.compile(r"(?i)(?:by )?(?:today|tonight|tomorrow)\b")
_TURN: Final = re.compile(r"[:;]| [–—-] ")
_WHEN: Final = re.compile(
    r"(?i)(?:by|on|in|within|before|until|this|next|today|tonight|tomorrow)\b"
)
_MOST_SAID, _MOST_OWN = 4_000, 60
"""Words of a letter and of a line that are compared; nobody writes longer ones."""
_SMALL_WORDS: Final = (
    "a about after all also am an and any are as ask asked at back be because been before but"
    " by call can could day did do does for from gave get give given go had has have"
    " he her him his how i"
    " if in into is it its just know let like look made make many me mentioned minutes more"
    " most much my new no not now of on one or our out over people promised read really said"
    " say see send sent she should so some something talk talked tell than thank thanks that"
    " the their them then there these they thing things think this those time to today told"
    " too up us use very want was way we week were what when where which who why will with"
    " work would write year you your"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Chip:
    """Something from the notes to be woven in: ``words`` name it, ``clause`` is a sentence."""

    kind: MarkKind
    words: str
    clause: str


@dataclass(frozen=True, slots=True)
class Seed:
    """The values that chips give to a template, by the names of its fields."""

    insights: str
    promises: str
    people: str

    def values(self) -> dict[str, str]:
        """Return them as ``letters_merge.fill`` takes them."""
        return {
            "insights": self.insights,
            "promises": self.promises,
            "people named": self.people,
        }


def chips(captured: Iterable[Mark]) -> tuple[Chip, ...]:
    """Return what the captured lines offer, in their order; terms and openings are not for it."""
    turns = count()
    found: dict[tuple[MarkKind, str], Chip] = {}
    for mark in captured:
        subject = " ".join(mark.subject.split())
        if subject and mark.kind in (MarkKind.INSIGHT, MarkKind.TODO, MarkKind.PERSON):
            key = (mark.kind, subject.casefold())
            if key not in found:
                found[key] = Chip(mark.kind, subject, _clause(mark.kind, subject, mark.due, turns))
    return tuple(chip for chip in found.values() if chip.clause)


def seed(found: Sequence[Chip], most_insights: int = 2) -> Seed:
    """Return the clauses with which a letter begins: not every insight, every promise and name."""

    def joined(kind: MarkKind, most: int | None = None) -> str:
        return " ".join([chip.clause for chip in found if chip.kind is kind][:most])

    return Seed(
        joined(MarkKind.INSIGHT, most_insights), joined(MarkKind.TODO), joined(MarkKind.PERSON)
    )


def extra_minutes(agreed: int, given: int) -> str:
    """Return "three minutes" for what was given beyond the agreed ones; "" for nothing.

    ``given`` are whole minutes of talk that the other person chose.
    """
    more = max(0, given - agreed)
    return f"{number_word(more)} {'minute' if more == 1 else 'minutes'}" if more else ""


def woven(chip: Chip, text: str) -> Span | None:
    """Return where the letter speaks of it: the longest run of words that both have, else None.

    Two telling words in a row are enough, or the one word where there is only one; a person is
    found by the whole name, the last name, or the first name outside the greeting.
    """
    if chip.kind is MarkKind.PERSON:
        return _named(chip.words, text)
    said, own = _words(text, _MOST_SAID), _words(chip.words, _MOST_OWN)
    least = min(2, sum(word not in _SMALL for word, _ in own))
    return _longest_run(own, said, least) if least else None


def _clause(kind: MarkKind, subject: str, due: str, turns: Iterator[int]) -> str:
    if kind is MarkKind.INSIGHT:
        return _sentence(_SAID[next(turns) % len(_SAID)].replace("{}", subject))
    if kind is MarkKind.PERSON:
        return f"I will write to {subject} this week and say that you sent me."
    return _promise(subject, due)


def _promise(subject: str, due: str) -> str:
    thanked = _THANK_THEM.match(subject)
    if thanked is not None:
        return _thanked(subject[thanked.end() :])
    words = _TO_THEM.sub(lambda found: f"{found[1]} you", subject, count=1)
    # "Tomorrow" was said on the day of the talk; when the letter is read it is another day.
    due = "" if _TODAY.match(due) else due
    until = f" {due}" if _WHEN.match(due) else f" by {due}" if due else ""
    words = _until(words.rstrip("."), until)
    if not _TO_DO.match(words):
        return _sentence(f"I have not forgotten what I promised: {words}")
    return _sentence(f"As promised, I will {words[:1].lower()}{words[1:]}")


def _thanked(what: str) -> str:
    """The letter itself keeps a promise to thank; "" where nothing else was promised."""
    if re.match(r"(?i)for\b", what):
        return _sentence(f"Thank you {what}")
    return _sentence(f"{what[:1].upper()}{what[1:]}") if what else ""


def _until(words: str, until: str) -> str:
    """Say by when before a colon or a dash: what stands behind it tells of the thing."""
    turn = _TURN.search(words)
    at = len(words) if turn is None else turn.start()
    return f"{words[:at]}{until}{words[at:]}"


def _sentence(words: str) -> str:
    words = words.rstrip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _words(text: str, most: int) -> list[tuple[str, Span]]:
    found = islice(_WORD.finditer(text), most)
    return [(one[0].casefold().replace("’", "'").rstrip("."), one.span()) for one in found]


def _longest_run(
    own: Sequence[tuple[str, Span]], said: Sequence[tuple[str, Span]], least: int
) -> Span | None:
    """Return the span in ``said`` of the common run with the most telling words.

    A run begins and ends with a telling word. Its time is the product of both lengths at most.
    """
    places: dict[str, list[int]] = {}
    for place, (word, _) in enumerate(said):
        places.setdefault(word, []).append(place)
    best, most = None, least - 1
    running: dict[int, tuple[int, int]] = {}
    for word, _ in own:
        tells = word not in _SMALL
        grown: dict[int, tuple[int, int]] = {}
        for place in places.get(word, ()):
            telling, first = running.get(place - 1, (0, place))
            if tells or telling:
                grown[place] = (telling + tells, first)
            if tells and telling + 1 > most:
                most, best = telling + 1, (said[first][1][0], said[place][1][1])
        running = grown
    return best


def _named(name: str, text: str) -> Span | None:
    parts = name.split()
    greeting = len(text.partition("\n")[0]) if "\n" in text else 0
    found = _whole(name, text, 0) or _whole(parts[-1], text, 0 if len(parts) > 1 else greeting)
    return found or _whole(parts[0], text, greeting)


def _whole(name: str, text: str, start: int) -> Span | None:
    pattern = r"\s+".join(re.escape(part) for part in name.split())
    found = re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, start)
    return None if found is None else found.span()
