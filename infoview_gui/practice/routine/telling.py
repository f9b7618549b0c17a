"""News for those who helped: what became of their advice, and of whom they introduced.

Rules (PRODUCT.md): a week later what became of the advice; tell the introducer what came of the
introduction. Everything there is to tell one person goes into one letter, so it is one row.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from infoview_gui.practice.follow_ups import Talk
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.facts import Advice, Facts
from infoview_gui.practice.routine.ledger import Ledger
from infoview_gui.practice.routine.rows import SHOWN_AHEAD, Action, Due, DueKind, Level
from infoview_gui.practice.routine.settled import is_done
from infoview_gui.practice.workdays import Workdays

REPORT_AFTER_BUSINESS_DAYS: Final = 1
PROGRESS_AFTER: Final = timedelta(days=7)
FADES_AFTER: Final = timedelta(days=30)
"""News that nobody gave within a month of its day is let go.

By then they have forgotten the advice, and to stay in touch is what a letter is for: that has rows
of its own. Without an end every talk that was ever held would come up at once in a database that is
older than these rows.
"""
_TELLING: Final = frozenset({DueKind.REPORT, DueKind.NEWS})


def reports(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each introduction of which the introducer does not know what came."""
    for person_id, person in ledger.people.items():
        introducer = person.introduced_by
        ended = _first_end(ledger.held_with(person_id))
        if introducer is None or introducer == person_id or ended is None:
            continue
        if not ledger.may_write(introducer) or _told_of(ledger, introducer, person_id, ended):
            continue
        day = ledger.days.after(ledger.days.day(ended), REPORT_AFTER_BUSINESS_DAYS)
        row = _row(ledger, DueKind.REPORT, person_id, introducer, day, ended)
        yield row._replace(cycle=introducer, about_ids=(person_id,))


def progress(ledger: Ledger) -> Iterator[Due]:
    """Return a row for each piece of advice whose giver has not heard what came of it."""
    settled: set[int] = set()
    for one in sorted(ledger.facts.advice, key=lambda advice: (advice.at, advice.id), reverse=True):
        # Who was told of a piece was told of what they had said before.
        if is_done(ledger.said.get((DueKind.NEWS, one.id, 0), ())):
            settled.add(one.person_id)
        day = ledger.days.day(one.at) + PROGRESS_AFTER
        known = one.person_id in settled or _knows(ledger, one, day)
        if not known and ledger.may_write(one.person_id):
            yield _row(ledger, DueKind.NEWS, one.id, one.person_id, day, one.at)


def untold_of(facts: Facts, introducer: int, now: int) -> tuple[int, ...]:
    """Return of whom an introducer has not heard what came of it, in the order of the talks.

    What was ticked off, put off or let go is left out.
    """
    ledger = Ledger(facts, now, Workdays())
    found = [row for row in reports(ledger) if row.person_ids == (introducer,)]
    found = [row for row in found if not _is_settled(ledger, row)]
    found = [row for row in found if not has_faded(row, ledger.today)]
    return tuple(row.subject_id for row in sorted(found, key=lambda row: (row.since, row.key)))


def _is_settled(ledger: Ledger, row: Due) -> bool:
    said = ledger.said.get(row.key, ())
    waits = any(one.until is not None and one.until > ledger.today for one in said)
    return is_done(said) or waits


def has_faded(row: Due, today: date) -> bool:
    """Say whether it is too late for a row; one that was put off has its new day."""
    return row.kind in _TELLING and today - row.due_day > FADES_AFTER


def together(rows: Sequence[Due], today: date) -> list[Due]:
    """Return the rows with one for each person to tell: what is shown now, else what is due then.

    Whoever waits for a day until which they were put off waits alone.
    """
    letters: dict[object, list[Due]] = {}
    for row in rows:
        letters.setdefault(_letter_of(row, today), []).append(row)
    return [_joined(found) for found in letters.values()]


def _letter_of(row: Due, today: date) -> object:
    if row.kind not in _TELLING:
        return row.key
    waits = row.not_before is not None and today < row.not_before
    return row.person_ids, waits, max(row.due_day, today + SHOWN_AHEAD)


def _joined(rows: list[Due]) -> Due:
    """Return one row for several; the introductions come first, the oldest before the others."""
    first, *others = sorted(rows, key=lambda row: (row.kind is DueKind.NEWS, row.since, row.key))
    if not others:
        return first
    earliest = min(rows, key=lambda row: row.due_day)
    return first._replace(
        due_day=earliest.due_day,
        due_at=earliest.due_at,
        about_ids=tuple(one for row in (first, *others) for one in row.about_ids),
        also=tuple(row.key for row in others),
    )


def _row(
    ledger: Ledger, kind: DueKind, subject_id: int, person_id: int, day: date, since: int
) -> Due:
    to = (person_id,)
    return Due(
        kind,
        subject_id,
        to,
        ledger.days.begin(day),
        day,
        Level.SOON,
        Action.WRITE,
        write_to=to,
        since=since,
    )


def _told_of(ledger: Ledger, introducer: int, person_id: int, ended: int) -> bool:
    told = ledger.told(introducer, LetterKind.INTRODUCER, ended)
    # One who was there, or whom one has met since, knows.
    spoke = any((talk.over_at or 0) >= ended for talk in ledger.held_with(introducer))
    return spoke or any(one.about_id in (None, person_id) for one in told)


def _knows(ledger: Ledger, advice: Advice, day: date) -> bool:
    """Say whether who gave advice has heard what came of it, which was due on a day."""
    who = advice.person_id
    news = ledger.told(who, LetterKind.NEWS, advice.at)
    with_others = ledger.told(who, LetterKind.INTRODUCER, ledger.days.begin(day))
    spoke = any((talk.starts_at or 0) > advice.at for talk in ledger.held_with(who))
    return advice.told_at is not None or bool(news) or bool(with_others) or spoke


def _first_end(talks: list[Talk]) -> int | None:
    return min((talk.over_at for talk in talks if talk.over_at is not None), default=None)
