"""What an import would do, decided before anything is written. Reads, never writes.

Same e-mail, phone or profile link: the same person, who is added to but never overwritten. Similar
names with the same employer are a question for the user (PRODUCT.md, Data in and out).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path

from infoview_gui.interchange.cards import ContactPoint, LeftOut, PersonCard, UnreadableFile
from infoview_gui.interchange.matching import (
    AlikeNames,
    SharedKeys,
    email_key,
    keys,
    link_key,
    phone_key,
    words_of,
)
from infoview_gui.interchange.reading import read_people
from infoview_gui.services.column_choices import chosen_before
from infoview_gui.services.employer_keys import employer_keys
from infoview_gui.services.known import stored_people
from infoview_gui.store.binding import DATABASE

_ASK_EVERY = 256
_FILLABLE = ("first_name", "last_name", "company", "role", "zone", "channel")
_WORDS = {
    "first_name": "first name",
    "last_name": "last name",
    "role": "position",
    "zone": "time zone",
    "channel": "way of finding",
}
_POINTS = (("e-mail address", "emails"), ("phone number", "phones"), ("link", "links"))
_MOST_KEPT = 2
"""More of what is kept is not said: what is added matters."""
_UNSAID = "channel_detail"


class Verdict(StrEnum):
    """What becomes of a card."""

    NEW = "new"
    MERGED = "merged"
    UNCHANGED = "unchanged"
    TO_DECIDE = "to decide"


@dataclass(slots=True)
class Additions:
    """What a card adds to somebody who is known already."""

    fields: dict[str, str] = field(default_factory=dict)
    emails: tuple[ContactPoint, ...] = ()
    phones: tuple[ContactPoint, ...] = ()
    links: tuple[ContactPoint, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    kept: tuple[str, ...] = ()
    """Words for what we know and the card does not, or otherwise."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(
            self.fields or self.emails or self.phones or self.links or self.tags or self.note
        )

    def words(self) -> str:
        """Return "position, e-mail address"."""
        names = [_WORDS.get(name, name) for name in self.fields if name != _UNSAID]
        names += [word for word, kind in _POINTS if getattr(self, kind)]
        names += ["tag"] if self.tags else []
        names += ["note"] if self.note else []
        return ", ".join(names)


@dataclass(slots=True)
class Decision:
    """One card and what becomes of it; the user may change ``verdict`` of one *to decide*."""

    card: PersonCard
    verdict: Verdict
    like_id: int | None = None
    like_name: str = ""
    reason: str = ""
    additions: Additions = field(default_factory=Additions)

    def same_person(self) -> None:
        """The user says it is the one it looks like."""
        self.verdict = Verdict.MERGED if self.additions else Verdict.UNCHANGED

    def someone_else(self) -> None:
        """The user says it is another person."""
        self.verdict = Verdict.NEW

    def undecided(self) -> None:
        """The user takes the choice back."""
        self.verdict = Verdict.TO_DECIDE


@dataclass(slots=True)
class FilePlan:
    """What one file would bring; ``error`` is a sentence when it cannot be read."""

    path: Path
    format: str = ""
    decisions: list[Decision] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    error: str = ""

    def count(self, verdict: Verdict) -> int:
        """Return how many cards have this verdict."""
        return sum(decision.verdict is verdict for decision in self.decisions)


def plan_files(
    paths: Sequence[Path],
    stop: Callable[[], bool] = lambda: False,
    country: str = "",
    fields: Mapping[Path, Sequence[str]] | None = None,
) -> list[FilePlan]:
    """Read files and decide about each card; a person who is in several of them comes once.

    ``stop`` is asked now and then; once it says yes, what comes back is not whole and not to be
    used. ``country`` (ISO 3166) is that of phone numbers without a prefix. ``fields`` says what the
    columns of tables hold; of others it is what the user said before, else the guess.
    """
    planner, chosen = _planner(country), fields or {}
    plans = []
    for path in paths:
        plan = FilePlan(path)
        plans.append(plan)
        try:
            reading = read_people(path, chosen.get(path) or chosen_before(path))
        except UnreadableFile as error:
            plan.error = str(error)
            continue
        plan.format = reading.format
        plan.left_out = list(reading.left_out)
        planner.file_name = path.name
        for number, card in enumerate(reading.cards):
            if number % _ASK_EVERY == 0 and stop():
                return plans
            plan.decisions.append(planner.decide(card))
    return plans


def _planner(country: str) -> "_Planner":
    planner = _Planner(stored_people(), country)
    planner.learn_all()
    return planner


class _Planner:
    """Decides card by card; cards of the same import that are one person become one."""

    def __init__(self, people: dict[int, PersonCard], country: str) -> None:
        self._country = country
        self._people = people
        self._by_uid = {card.uid: ident for ident, card in people.items()}
        self._known: SharedKeys[int] = SharedKeys()
        self._names: AlikeNames[int] = AlikeNames(employer_keys(DATABASE.connection()))
        self._in_file: SharedKeys[int] = SharedKeys()
        self._earlier: list[tuple[PersonCard, str]] = []
        self.file_name = ""

    def learn_all(self) -> None:
        """Make everyone who is stored known."""
        for ident, card in self._people.items():
            self._known.add(ident, keys(card, self._country))
            self._names.add(ident, card)

    def decide(self, card: PersonCard) -> Decision:
        """Return what becomes of a card."""
        if card.uid in self._by_uid:
            return self._same(card, self._by_uid[card.uid])
        identifying = keys(card, self._country)
        found = self._known.same(identifying)
        if len(found) > 1:
            names = " and ".join(self._people[ident].name for ident in found)
            return self._ask(card, found[0], f"shares something with {names}")
        if found:
            return self._shared(card, found[0])
        return self._by_name(card, identifying)

    def _shared(self, card: PersonCard, ident: int) -> Decision:
        if _share_a_name(card, self._people[ident]):
            return self._same(card, ident)
        return self._ask(card, ident, "the same address or number, another name")

    def _by_name(self, card: PersonCard, identifying: frozenset[str]) -> Decision:
        for ident, reason in self._names.like(card):
            known = self._people[ident]
            additions = additions_to(known, card, self._country)
            if not additions and _same_words(known, card):
                return Decision(card, Verdict.UNCHANGED, ident, known.name)
            return self._ask(card, ident, reason)
        return self._new(card, identifying)

    def _new(self, card: PersonCard, identifying: frozenset[str]) -> Decision:
        """New to us, unless the same person came before: then that one grows."""
        for place in self._in_file.same(identifying):
            earlier, file_name = self._earlier[place]
            if _same_words(earlier, card):
                _grow(earlier, card, self._country)
                where = "" if file_name == self.file_name else f" of {file_name}"
                reason = f"the same person as in line {earlier.line}{where}"
                return Decision(card, Verdict.UNCHANGED, None, earlier.name, reason)
        self._in_file.add(len(self._earlier), identifying)
        self._earlier.append((card, self.file_name))
        return Decision(card, Verdict.NEW)

    def _same(self, card: PersonCard, ident: int) -> Decision:
        known = self._people[ident]
        additions = additions_to(known, card, self._country)
        if not additions:
            return Decision(card, Verdict.UNCHANGED, ident, known.name)
        _grow(known, card, self._country)
        reason = f"Adds {additions.words()}"
        return Decision(card, Verdict.MERGED, ident, known.name, reason, additions)

    def _ask(self, card: PersonCard, ident: int, reason: str) -> Decision:
        known = self._people[ident]
        additions = additions_to(known, card, self._country)
        return Decision(card, Verdict.TO_DECIDE, ident, known.name, reason, additions)


def additions_to(known: PersonCard, card: PersonCard, country: str = "") -> Additions:
    """Return what a card knows that we do not; what we know is kept as it is.

    ``country`` (ISO 3166) is that of phone numbers without a prefix.
    """
    fields = {
        name: getattr(card, name)
        for name in _FILLABLE
        if getattr(card, name) and not getattr(known, name)
    }
    if card.channel_detail and "channel" in fields:
        fields["channel_detail"] = card.channel_detail  # says more about a channel, never alone
    if known.first_name or known.last_name:
        fields.pop("first_name", None)
        fields.pop("last_name", None)
    return Additions(
        fields=fields,
        emails=_fresh(known.emails, card.emails, email_key),
        phones=_fresh(known.phones, card.phones, partial(phone_key, region=country)),
        links=_fresh(known.links, card.links, link_key),
        tags=tuple(tag for tag in card.tags if tag not in known.tags),
        note=card.note if card.note.strip() and card.note.strip() not in known.note else "",
        kept=tuple(islice(_kept(known, card), _MOST_KEPT)),
    )


def _kept(known: PersonCard, card: PersonCard) -> Iterator[str]:
    for name in ("company", "role", "zone"):
        if getattr(known, name) and getattr(known, name) != getattr(card, name):
            yield _WORDS.get(name, name)
    for word, kind in _POINTS:
        if getattr(known, kind) and not getattr(card, kind):
            yield word
    if known.note.strip() and known.note.strip() != card.note.strip():
        yield "notes"


def _fresh(
    known: Iterable[ContactPoint], new: Iterable[ContactPoint], key: Callable[[str], str]
) -> tuple[ContactPoint, ...]:
    have = {key(point.value) or point.value.strip().casefold() for point in known}
    return tuple(
        point for point in new if (key(point.value) or point.value.strip().casefold()) not in have
    )


def _grow(known: PersonCard, card: PersonCard, country: str) -> None:
    """Let the later cards of the import see what this one adds."""
    additions = additions_to(known, card, country)
    for name, value in additions.fields.items():
        setattr(known, name, value)
    known.emails += additions.emails
    known.phones += additions.phones
    known.links += additions.links
    known.tags += additions.tags
    known.note = "\n".join(filter(None, (known.note, additions.note)))


def _share_a_name(one: PersonCard, other: PersonCard) -> bool:
    """Whether two cards have a word of the name in common, or one has no name."""
    first, second = _name_words(one), _name_words(other)
    return not first or not second or bool(first & second)


def _same_words(one: PersonCard, other: PersonCard) -> bool:
    return _name_words(one) == _name_words(other)


def _name_words(card: PersonCard) -> set[str]:
    return set(words_of(card))
