"""The next step that is kept with each person: written anew in the transaction of its facts.

What it is ``practice.routine.standing`` says. An answer, or a talk that is agreed, ends the waiting
of everybody at that employer, so whoever waits there is written anew as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import apsw

from infoview_gui.practice import follow_ups
from infoview_gui.practice.follow_ups import NextStep
from infoview_gui.practice.routine.ledger import Records
from infoview_gui.practice.routine.standing import next_steps
from infoview_gui.practice.stages import Stage
from infoview_gui.services.routine_facts import asked_at, facts_about, read_facts

_KEEP = """
UPDATE person SET next_kind = ?2, next_at = ?3
WHERE id = ?1 AND (next_kind <> ?2 OR next_at IS NOT ?3)
"""
_KEPT = "SELECT id, stage, next_kind, next_at FROM person"
Kept = tuple[str, int | None]
NOTHING: Kept = ("", None)


def refresh(
    connection: apsw.Connection, person_ids: Iterable[int], employers: Iterable[int] = ()
) -> None:
    """Write it anew for these people and for who waits for an answer at their employers.

    ``employers`` are those whose people are others than before. Within a change; stages are up to
    date.
    """
    these, others = set(person_ids), set(employers)
    if not these and not others:
        return
    asked = asked_at(connection, these, others)
    facts = facts_about(connection, these | asked.keys(), set(asked.values()))
    found = next_steps(Records(facts))
    ids = found.keys() & (these | asked.keys())
    _write(connection, {one: kept(found[one]) for one in ids})


def refresh_all(connection: apsw.Connection) -> None:
    """Write it anew for everybody for whom it is not what the facts say; 100,000 take a second."""
    _write(connection, dict(out_of_date(connection)))


def out_of_date(connection: apsw.Connection) -> Iterator[tuple[int, Kept]]:
    """Yield for whom what is kept is not what the facts say, and what should be."""
    found = next_steps(Records(read_facts(connection)))
    plain = {stage.value: kept(follow_ups.next_step((), stage)) for stage in Stage}
    rows: list[tuple[Any, ...]] = connection.execute(_KEPT).fetchall()
    for ident, stage, kind, at in rows:
        right = kept(found[ident]) if ident in found else plain.get(stage, NOTHING)
        if (kind, at) != right:
            yield ident, right


def kept(step: NextStep | None) -> Kept:
    """Return a next step as the columns hold it."""
    return NOTHING if step is None else (step.kind.value, step.at)


def _write(connection: apsw.Connection, steps: Mapping[int, Kept]) -> None:
    connection.executemany(_KEEP, [(one, *step) for one, step in steps.items()])
