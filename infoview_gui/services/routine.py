"""The follow-up engine over the database: what is due, what was done about it, what to mind.

The rules are in ``practice.routine``; here they are fed, and what the user says is written.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

import apsw

from infoview_gui.practice import marks
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.routine import due as engine
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.routine.rows import Due, DueKind
from infoview_gui.practice.routine.settled import later_days
from infoview_gui.practice.routine.warnings import Warn, warnings
from infoview_gui.practice.workdays import Workdays, no_holiday
from infoview_gui.services import derived, reading
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.due_title import due_label
from infoview_gui.services.records import ConversationRow, PersonName
from infoview_gui.services.routine_facts import read_facts
from infoview_gui.store.models import Person, Settled
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.services.conversations import Conversations
    from infoview_gui.services.learned import Learned
    from infoview_gui.services.offers import Gone, Offers

MOST_NAMED: Final = 8
"""So many of those who could be asked next are named."""
_NAMES = """
SELECT id, name, first_name, last_name, company, role, zone FROM person
WHERE id IN (SELECT value FROM json_each(?))
"""
_EMPLOYERS = "SELECT id, name FROM employer WHERE id IN (SELECT value FROM json_each(?))"
_NOTES = """
SELECT conversation_id, text FROM note WHERE conversation_id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class Warned:
    """A reason not to write now, with the names it needs."""

    warn: Warn
    person: PersonName | None
    employer: str = ""


class Routine:
    """Reads what is due; writes what was done and put off."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], int],
        days: Callable[[], Workdays],
        conversations: Callable[[], "Conversations"],
        learned: Callable[[], "Learned"],
        offers: Callable[[], "Offers"],
    ) -> None:
        self._store = store
        self._clock = clock
        self._days = days
        self._conversations = conversations
        self._learned = learned
        self._offers = offers

    # -- reading

    def due(self, *, holidays: bool = True) -> list[DueRow]:
        """Return what is due now, the most pressing first.

        Without ``holidays`` only weekends are left out, which needs no calendar of a country: for
        the first picture of a start.
        """
        return self._rows(engine.due, holidays=holidays)

    def outlook(self) -> list[DueRow]:
        """Return what is due now or later, if nothing happens until then."""
        return self._rows(engine.outlook)

    def later_days(self) -> dict[str, date]:
        """Return the days that *not now* offers, by their words."""
        days = self._days()
        return later_days(days.day(self._clock()), days)

    def warnings_for(self, person_id: int, kind: LetterKind = LetterKind.FIRST) -> list[Warned]:
        """Return what speaks against a message of that kind to that person, the worst first."""
        connection = self._store.connection()
        facts = read_facts(connection, person_id)
        found = warnings(facts, person_id, kind, self._clock(), self._days())
        people = names(connection, (one.person_id for one in found))
        employers = _employers(connection, (one.employer_id for one in found))
        return [
            Warned(one, people.get(one.person_id), employers.get(one.employer_id or 0, ""))
            for one in found
        ]

    def _rows(
        self,
        rule: Callable[..., list[Due]],
        *,
        holidays: bool = True,
    ) -> list[DueRow]:
        connection = self._store.connection()
        days = self._days()
        if not holidays:
            days = replace(days, is_holiday=no_holiday)
        return _worded(connection, rule(read_facts(connection), self._clock(), days))

    # -- what the user says of a row

    def done(self, row: DueRow) -> "Gone | None":
        """It is done; a task is ticked, thanks count as sent, old offers are let go: returned."""
        due = row.due
        if due.kind is DueKind.THANK and due.conversation_id is not None:
            self._conversations().thank(due.conversation_id)
        elif due.kind is DueKind.TASK:
            self._learned().set_done(due.subject_id, done=True)
        elif due.kind is DueKind.OFFER:
            return self._offers().let_go(due.subject_id)
        else:
            self._settle(due, f"Done: {due_label(row)}", done_at=self._clock())
        return None

    def not_now(self, row: DueRow, until: date) -> None:
        """Leave it alone until a day."""
        self._settle(row.due, f"Not now: {due_label(row)}", until=until.isoformat())

    def keep_in_touch(self, person_id: int, keep: Keep) -> None:
        """Choose how often to be in touch with a person, counted from the last contact."""
        name = Person.get_by_id(person_id).name
        mine = Person.id == person_id

        def work() -> None:
            Person.update(keep_in_touch=keep.value, keep_since=self._clock()).where(mine).execute()
            derived.refresh_steps([person_id])

        self._store.change(f"Keep in touch with {name}: {keep.value}", work)

    def delete_task(self, task_id: int) -> None:
        """Delete a task."""
        self._learned().delete(MarkKind.TODO, task_id)

    def _settle(self, due: Due, label: str, **values: object) -> None:
        rows = [
            {"kind": kind.value, "subject_id": subject, "cycle": cycle, **values}
            for kind, subject, cycle in due.keys
        ]

        def work() -> None:
            Settled.insert_many(rows).on_conflict_replace().execute()
            # Being in touch by telephone is said by ticking it off.
            kept = [subject for kind, subject, _ in due.keys if kind is DueKind.KEEP]
            derived.refresh_steps(kept)

        self._store.change(label, work)


def names(connection: apsw.Connection, ids: Iterable[int]) -> Mapping[int, PersonName]:
    """Return the names of people by id."""
    found = connection.execute(_NAMES, (json.dumps(list(dict.fromkeys(ids))),))
    return {int(row[0]): PersonName(*row) for row in found}


def _employers(connection: apsw.Connection, ids: Iterable[int | None]) -> Mapping[int, str]:
    wanted = json.dumps([one for one in ids if one is not None])
    return {int(row[0]): str(row[1]) for row in connection.execute(_EMPLOYERS, (wanted,))}


def _worded(connection: apsw.Connection, rows: list[Due]) -> list[DueRow]:
    people = names(connection, (one for row in rows for one in _shown_people(row)))
    employers = _employers(connection, (row.employer_id for row in rows))
    talks = _talks(rows)
    counts = _lines(connection, [row for row in rows if row.kind is DueKind.THANK])
    found: list[DueRow] = []
    for row in rows:
        insights, promises = counts.get(row.conversation_id or 0, (0, 0))
        found.append(
            DueRow(
                row,
                tuple(people[one] for one in row.person_ids if one in people),
                tuple(people[one] for one in row.write_to[:MOST_NAMED] if one in people),
                talks.get(row.conversation_id or 0),
                tuple(people[one] for one in row.about_ids if one in people),
                employers.get(row.employer_id or 0, ""),
                insights,
                promises,
            )
        )
    return found


def _shown_people(row: Due) -> tuple[int, ...]:
    return (*row.person_ids, *row.write_to[:MOST_NAMED], *row.about_ids)


def _talks(rows: list[Due]) -> dict[int, ConversationRow]:
    ids = list(dict.fromkeys(row.conversation_id for row in rows if row.conversation_id))
    return {row.id: row for row in reading.conversation_rows(ids)} if ids else {}


def _lines(connection: apsw.Connection, rows: list[Due]) -> dict[int, tuple[int, int]]:
    """Return how many insights and promises the notes of these conversations hold."""
    ids = json.dumps([row.conversation_id for row in rows])
    found: dict[int, tuple[int, int]] = {}
    for conversation_id, text in connection.execute(_NOTES, (ids,)):
        counts = marks.counts(str(text).split("\n"))
        found[int(str(conversation_id))] = counts[MarkKind.INSIGHT], counts[MarkKind.TODO]
    return found
