"""Writes what an import plan says, in steps between which an autosave may go first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from infoview_gui.services import derived
from infoview_gui.services.import_plan import Decision, FilePlan, Verdict
from infoview_gui.services.import_rows import Employers, insert_cards, introduce, people_named
from infoview_gui.services.people import insert_reach
from infoview_gui.store.models import Activity, Person, PersonTag, SourceCard
from infoview_gui.store.store import Store

_STEP = 500
"""Cards: about 30 ms, so long may an autosave have to wait (QUALITY.md, "Speed")."""
_LAST = 1000
"""A position behind everything the person has already."""
Clock = Callable[[], int]
Progress = Callable[[int, int], None]
Work = list[tuple[FilePlan, Decision]]


def import_parts(
    store: Store, clock: Clock, plans: Sequence[FilePlan], progress: Progress, country: str = ""
) -> Iterator[Callable[[], None]]:
    """Return the transactions of an import; each tells ``progress`` cards done and in all.

    ``country`` (ISO 3166) is that of phone numbers without a prefix.
    """
    work = [
        (plan, decision)
        for plan in plans
        for decision in plan.decisions
        if decision.verdict in {Verdict.NEW, Verdict.MERGED}
    ]
    introduced: list[tuple[int, str]] = []
    employers = Employers(store.connection())
    for at in range(0, len(work), _STEP):
        step = work[at : at + _STEP]

        def part(step: Work = step, at: int = at) -> None:
            introduced.extend(_take(store, clock, step, employers, country))
            progress(at + len(step), len(work))

        yield part
    yield from _introductions(store, introduced)


def new_people(plans: Sequence[FilePlan]) -> int:
    """Return how many people an import adds."""
    return sum(decision.verdict is Verdict.NEW for plan in plans for decision in plan.decisions)


def _introductions(
    store: Store, introduced: Sequence[tuple[int, str]]
) -> Iterator[Callable[[], None]]:
    """After everybody is there: an introducer may stand further down in the file."""
    by_name: dict[str, int] = {}

    def look_up() -> None:
        by_name.update(people_named(store.connection(), {name for _ident, name in introduced}))

    def part(at: int) -> None:
        introduce(store.connection(), introduced[at : at + _STEP], by_name)

    if introduced:
        yield look_up
    for at in range(0, len(introduced), _STEP):
        yield partial(part, at)


def _take(
    store: Store, clock: Clock, step: Work, employers: Employers, country: str
) -> Iterator[tuple[int, str]]:
    fresh = [
        (decision.card, _kept_format(plan), plan.path.name)
        for plan, decision in step
        if decision.verdict is Verdict.NEW
    ]
    introduced = insert_cards(store.connection(), fresh, clock, employers, country)
    _complete([pair for pair in step if pair[1].verdict is Verdict.MERGED], clock(), country)
    return introduced


def _complete(step: Work, now: int, country: str) -> None:
    """Add to those who are known and still there; what follows is computed once for all of them."""
    wanted = {decision.like_id for _plan, decision in step}
    people = {row.id for row in Person.select(Person.id).where(Person.id << wanted)}
    left = derived.employers_of(people)
    for plan, decision in step:
        if decision.like_id in people:
            _add_to(plan, decision, decision.like_id, now, country)
    derived.refresh(people, left)


def _add_to(plan: FilePlan, decision: Decision, person_id: int, now: int, country: str) -> None:
    """Add to somebody who is known; what is known already stays as it is."""
    added = decision.additions
    person = Person.get_by_id(person_id)
    for name, value in added.fields.items():
        setattr(person, name, value)
    if added.note:
        person.note = "\n".join(filter(None, (person.note, added.note)))
    derived.spell(person)
    person.save()
    for kind, values in (
        ("email", added.emails),
        ("phone", added.phones),
        ("link", added.links),
    ):
        points = [replace(point, preferred=False) for point in values]
        insert_reach(person_id, kind, points, country, first=_LAST)
    for tag in added.tags:
        PersonTag.create(person=person_id, name=tag)
    derived.gather_reach(person_id)
    Activity.create(person=person_id, kind="completed", at=now, detail=plan.path.name)
    if decision.card.source_text:
        SourceCard.create(
            person=person_id,
            format=_kept_format(plan),
            text=decision.card.source_text,
            file_name=plan.path.name,
            imported_at=now,
        )


def _kept_format(plan: FilePlan) -> str:
    return "vcard" if plan.format == "vcard" else "csv"
