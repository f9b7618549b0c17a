"""Proposed times: found, held for a letter, taken, let go.

A proposed time is a conversation with that status; ``offer_id`` is the letter that proposes it.
Each verb is one undoable change. Moments are ms since 1970 UTC.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infoview_gui.practice import offer_times
from infoview_gui.practice.letters_times import Zones
from infoview_gui.practice.questions import starting_set
from infoview_gui.practice.workdays import Workdays
from infoview_gui.services import derived, folding, reading
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft
from infoview_gui.services.free_times import busy_spans
from infoview_gui.services.records import ConversationRow
from infoview_gui.store.models import Conversation, Letter, Participant, Person
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.services.calendar_files import CalendarFiles
    from infoview_gui.services.conversations import Conversations
    from infoview_gui.services.letters import Letters

_NEXT = Conversation.sequence + 1


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an offer: which conversation it is now, and how many times were let go."""

    conversation_id: int
    let_go: int


@dataclass(frozen=True, slots=True)
class Gone:
    """How many times were let go; ``along`` is what went with them, such as "3 lines of notes"."""

    times: int
    along: str = ""


class Offers:
    """The verbs for times that are proposed."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], int],
        conversations: "Conversations",
        letters: "Letters",
        days: Callable[[], Workdays],
        files: "CalendarFiles",
    ) -> None:
        self._store = store
        self._clock = clock
        self._conversations = conversations
        self._letters = letters
        self._days = days
        self._files = files

    # -- reading

    def held_for(self, letter_id: int) -> list[ConversationRow]:
        """Return the times that a letter proposes, in order."""
        return _rows(Conversation.offer_id == letter_id)

    def open_to(self, person_id: int) -> list[ConversationRow]:
        """Return the times proposed to a person that lie ahead, those of an old offer too."""
        mine = Conversation.id << _with(person_id)
        return _rows(mine & (Conversation.starts_at > self._clock()))

    def suggested(self, letter_id: int, zones: Zones, minutes: int) -> list[int]:
        """Return free times for a letter; takes a moment where other calendars are long."""
        now = self._clock()
        self._files.look()
        mine = {row.id for row in self.held_for(letter_id)}
        busy = busy_spans(self._files, zones.here, now, mine)

        def is_free(at: int) -> bool:
            return not offer_times.taken(busy, at, minutes)

        return offer_times.suggested(self._days(), zones, now, minutes, is_free)

    # -- proposing

    def propose(self, letter_id: int, moments: Sequence[int], minutes: int, zone: str) -> None:
        """Hold these times for a letter, and no others; none lets all go.

        One that is chosen in place of another is the same conversation moved, so what was typed
        for it stays. Raises InvalidDraft for more than five.
        """
        wanted = sorted(set(moments))
        if len(wanted) > offer_times.MOST:
            message = f"{offer_times.MOST} times are the most: more is a calendar, not a question."
            raise InvalidDraft(message)
        letter = Letter.get_or_none(Letter.id == letter_id)
        if letter is None:
            return

        def work() -> None:
            held = self.held_for(letter_id)
            new = [at for at in wanted if at not in {row.starts_at for row in held}]
            spare = [row.id for row in held if row.starts_at not in wanted]
            for ident, at in zip(spare, new, strict=False):
                values = {
                    "starts_at": at, "zone": zone, "minutes": minutes, "sequence": _NEXT,
                    "created_at": self._clock(),
                }  # fmt: skip
                Conversation.update(**values).where(Conversation.id == ident).execute()
            made = new[len(spare) :]
            for at in made:
                self._hold(letter, ConversationDraft(
                    people=(letter.person_id,), starts_at=at, zone=zone, minutes=minutes,
                    status="proposed",
                ))  # fmt: skip
            self._drop(spare[len(new) :], _first_of(self.held_for(letter_id), spare[len(new) :]))
            derived.refresh([letter.person_id])

        self._store.change(f"Propose times to {_name(letter.person_id)}", work)

    def _hold(self, letter: Letter, draft: ConversationDraft) -> None:
        made = self._conversations.schedule(draft)
        Conversation.update(offer_id=letter.id).where(Conversation.id == made).execute()

    # -- what becomes of them

    def take(self, conversation_id: int) -> Taken | None:
        """Agree on a proposed time: it is planned from now on, and the others go.

        The others are those of the same offer or to the same people, and what waited for a time
        with just these people: what was typed for them goes to the one that is taken. None where
        it is not proposed any more.
        """
        row = Conversation.get_or_none(Conversation.id == conversation_id)
        if row is None or row.status != "proposed" or row.starts_at is None:
            return None

        def work() -> Taken:
            return self._take(row, row.starts_at or 0)

        return self._store.change(f"Take the time with {_names(row.id)}", work)

    def answer(
        self, person_id: int, words: str, take: int | None = None, at: int | None = None
    ) -> Taken | None:
        """Log an answer and, as one step, take a proposed time; ``at`` is another time for it.

        None where nothing is taken, also because the times are not proposed any more.
        """

        def work() -> Taken | None:
            self._letters.log_answer(person_id, words)
            offers = self.open_to(person_id)
            chosen = take if take is not None or at is None or not offers else offers[0].id
            if chosen is None:
                return None
            row = Conversation.get_or_none(Conversation.id == chosen)
            if row is None or row.status != "proposed":
                return None
            return self._take(row, row.starts_at or 0 if at is None else at)

        return self._store.change(f"Log the answer of {_name(person_id)}", work)

    def answer_none(self, person_id: int, words: str) -> Gone:
        """Log an answer and, as one step, let all times go."""

        def work() -> Gone:
            self._letters.log_answer(person_id, words)
            return self._let_go(person_id, [row.id for row in self.open_to(person_id)])

        return self._store.change(f"Log the answer of {_name(person_id)}", work)

    def let_go(self, person_id: int) -> Gone:
        """Let go of the times proposed to a person that have faded."""
        now = self._clock()
        rows = _rows(Conversation.id << _with(person_id))
        faded = [row.id for row in rows if row.has_faded(now)]
        return self._store.change(
            f"Let go of the times proposed to {_name(person_id)}",
            lambda: self._let_go(person_id, faded),
        )

    def _take(self, row: Conversation, at: int) -> Taken:
        people = derived.people_of(row.id)
        others = [one for one in _others(row, people) if one != row.id]
        proposed = [one.id for one in reading.conversation_rows(others) if one.starts_at]
        # It is agreed now, which is what the stage goes by; a calendar hears of it.
        values = {
            "status": "planned", "starts_at": at, "sequence": _NEXT, "created_at": self._clock(),
        }  # fmt: skip
        Conversation.update(**values).where(Conversation.id == row.id).execute()
        touched = {person for one in others for person in derived.people_of(one)}
        self._drop(others, row.id)
        derived.refresh({*people, *touched})
        return Taken(int(row.id), len(proposed))

    def _drop(self, ids: Sequence[int], into: int | None) -> None:
        if into is None:
            Conversation.delete().where(Conversation.id << list(ids)).execute()
        else:
            usual = {question.text for question in starting_set(self._conversations.bank)}
            folding.fold(ids, into, usual, self._clock())

    def _let_go(self, person_id: int, ids: Sequence[int]) -> Gone:
        people = {one for ident in ids for one in derived.people_of(ident)}
        along = self._conversations.goes_with(*ids)
        self._drop(ids, None)
        derived.refresh({person_id, *people})
        return Gone(len(ids), along)


def _rows(condition: object) -> list[ConversationRow]:
    """Return the proposed times that meet a condition, in order."""
    dated = (Conversation.status == "proposed") & Conversation.starts_at.is_null(False)
    found = Conversation.select(Conversation.id).where(dated & condition)
    return reading.conversation_rows([row.id for row in found])


def _with(person_id: int) -> object:
    mine = Participant.person == person_id
    return Participant.select(Participant.conversation).where(mine)


def _others(row: Conversation, people: Sequence[int]) -> list[int]:
    """Return what a taken time makes needless."""
    proposed = Conversation.status == "proposed"
    same = Conversation.id << [one for person in people for one in _ids_with(person)]
    if row.offer_id is not None:
        same |= Conversation.offer_id == row.offer_id
    found = [one.id for one in Conversation.select(Conversation.id).where(proposed & same)]
    waiting = reading.undated_conversations()
    alone = {one.id for one in waiting if {who.id for who in one.people} == set(people)}
    return sorted({*found, *alone})


def _ids_with(person_id: int) -> list[int]:
    rows = Participant.select(Participant.conversation).where(Participant.person == person_id)
    return [row.conversation_id for row in rows]


def _first_of(rows: Sequence[ConversationRow], but: Sequence[int]) -> int | None:
    return next((row.id for row in rows if row.id not in but), None)


def _names(conversation_id: int) -> str:
    return ", ".join(_name(one) for one in derived.people_of(conversation_id)) or "nobody"


def _name(person_id: int) -> str:
    return str(Person.get_by_id(person_id).name)
