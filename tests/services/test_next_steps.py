"""The next step kept with a person is what the facts say, after whatever is done and undone."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.paths import find_paths
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.stages import Stage
from infoview_gui.practice.workdays import midday
from infoview_gui.services import next_steps, upkeep
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_records import NETWORKING, EngagementDraft
from infoview_gui.services.learned import TaskDraft
from infoview_gui.services.opening import open_store
from infoview_gui.services.people_filter import PeopleFilter
from infoview_gui.store.store import Store
from tests.services.conftest import MONDAY_2PM, Clock
from tests.services.test_routine import WRITER

DAY = 24 * 3_600_000
FRIDAY = date(2026, 11, 27)
OLD_FILES = Path(__file__).parents[1] / "store" / "data"


def person(services: Services, name: str, company: str = "") -> int:
    return services.people.add(PersonDraft(name=name, company=company))


def send(services: Services, to: int, kind: LetterKind = LetterKind.FIRST) -> int:
    letter = services.letters.write(to, kind, WRITER)
    services.letters.mark_sent(letter)
    return letter


def step(services: Services, who: int) -> tuple[str, int | None]:
    """Return what the table has, after it was compared with what the facts say."""
    assert list(next_steps.out_of_date(services.store.connection())) == []
    row = services.people_list.rows([who])[who]
    return row.next_kind, row.next_at


NOTHING = ("", None)
WAITING = ("waiting", MONDAY_2PM)


def test_a_letter_that_asks_waits_until_it_is_answered(services: Services, clock: Clock) -> None:
    ines = person(services, "Inês Carvalho")
    letter = services.letters.write(ines, LetterKind.FIRST, WRITER)
    assert step(services, ines) == NOTHING
    services.letters.mark_sent(letter)
    assert step(services, ines) == WAITING
    clock.forward(60)
    services.letters.log_answer(ines, "Gladly")
    assert step(services, ines) == ("propose", None)
    services.store.undo()
    assert step(services, ines) == WAITING
    services.store.undo()
    assert step(services, ines) == NOTHING
    services.store.redo()
    assert step(services, ines) == WAITING


@pytest.fixture
def two(services: Services, clock: Clock) -> tuple[int, int]:
    """Inês, who was asked, and Rui at the same employer."""
    ines, rui = (person(services, name, "Northgate") for name in ("Inês Carvalho", "Rui Martins"))
    send(services, ines)
    clock.forward(60)
    return ines, rui


ENDS = {
    "answer": lambda services, rui: services.letters.log_answer(rui, "Yes"),
    "answered by hand": lambda services, rui: services.people.set_stage([rui], Stage.ANSWERED),
    "a talk agreed": lambda services, rui: services.conversations.schedule(
        ConversationDraft(people=(rui,), starts_at=MONDAY_2PM + DAY)
    ),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_it_ends_for_the_others_at_that_employer_too(
    services: Services, two: tuple[int, int], end: Callable[[Services, int], object]
) -> None:
    ines, rui = two
    end(services, rui)
    assert step(services, ines) == NOTHING
    services.store.undo()
    assert step(services, ines) == WAITING


LEAVES = {
    "another company": lambda services, rui: services.people.set_field(rui, "company", "Helio"),
    "filed elsewhere": lambda services, rui: services.employers.assign([rui], _helio(services)),
    "deleted": lambda services, rui: services.people.delete([rui]),
}


def _helio(services: Services) -> int:
    row = services.store.connection().execute("SELECT employer_id FROM person WHERE id = ?", (3,))
    return int(str(row.get))


@pytest.mark.parametrize("leave", LEAVES.values(), ids=LEAVES)
def test_an_answer_counts_at_the_employer_of_who_gave_it(
    services: Services, two: tuple[int, int], leave: Callable[[Services, int], object]
) -> None:
    ines, rui = two
    ben = person(services, "Ben Ito", "Helio")
    send(services, ben)
    asked = services.clock()
    services.letters.log_answer(rui, "Yes")
    assert (step(services, ines), step(services, ben)) == (NOTHING, ("waiting", asked))
    leave(services, rui)
    assert step(services, ines) == WAITING
    services.store.undo()
    assert step(services, ines) == NOTHING


def test_merged_employers_share_their_answers(services: Services, two: tuple[int, int]) -> None:
    ines, _rui = two
    services.letters.log_answer(person(services, "Ben Ito", "Helio"), "Yes")
    helio = _helio(services)
    (northgate,) = services.store.connection().execute(
        "SELECT employer_id FROM person WHERE id = ?", (ines,)
    )
    services.employers.merge(int(str(northgate[0])), [helio])
    assert step(services, ines) == NOTHING


def test_a_task_stands_with_whom_it_is_for(services: Services) -> None:
    ines, rui = person(services, "Inês Carvalho"), person(services, "Rui Martins")
    due = ("task", midday(FRIDAY))
    task = services.learned.add_task("Send the feeder notebook", FRIDAY, ines)
    assert step(services, ines) == due
    assert services.people_list.rows([ines])[ines].next_text == "Send the feeder notebook"
    services.learned.set_done(task, done=True)
    assert step(services, ines) == NOTHING
    services.learned.set_done(task, done=False)
    services.learned.change_task(task, TaskDraft("Send it", FRIDAY, rui))
    assert (step(services, ines), step(services, rui)) == (NOTHING, due)
    services.learned.change(MarkKind.TODO, task, due="")
    assert step(services, rui) == NOTHING
    services.store.undo()
    services.learned.delete(MarkKind.TODO, task)
    assert step(services, rui) == NOTHING
    services.store.undo()
    assert step(services, rui) == due


def test_a_task_kept_from_the_notes_stands_there_too(services: Services, clock: Clock) -> None:
    kenji = person(services, "Kenji Mori")
    talk = services.conversations.schedule(ConversationDraft(people=(kenji,)))
    services.conversations.happened(talk, clock.now, 15)
    services.conversations.waive_thanks(talk)
    services.notes.save(talk, "- send the notebook (due Friday)", (None,)).result()
    services.debrief.keep_all(talk, services.debrief.captured(talk, date(2026, 11, 23)))
    assert step(services, kenji) == ("task", midday(FRIDAY))


def test_keeping_in_touch_follows_the_last_contact(services: Services, clock: Clock) -> None:
    farah = person(services, "Farah Demir")
    services.routine.keep_in_touch(farah, Keep.MONTHLY)
    assert step(services, farah) == ("keep in touch", MONDAY_2PM + 30 * DAY)
    clock.now += 32 * DAY
    (row,) = services.agenda.due()
    assert row.due.kind is DueKind.KEEP
    services.routine.done(row)
    assert step(services, farah) == ("keep in touch", clock.now + 31 * DAY)
    met = EngagementDraft(
        title="Lunch", kind=NETWORKING, starts_at=clock.now + 5 * DAY, people=(farah,)
    )
    event = services.engagements.add(met)
    assert step(services, farah) == ("keep in touch", clock.now + 36 * DAY)
    services.engagements.delete(event)
    services.routine.keep_in_touch(farah, Keep.NEVER)
    assert step(services, farah) == NOTHING


def test_no_next_step_and_the_order(services: Services, clock: Clock) -> None:
    names = ("Ada", "Ben", "Cleo", "Dina", "Eli")
    ada, ben, cleo, dina, _eli = (person(services, name) for name in names)
    services.routine.keep_in_touch(ada, Keep.MONTHLY)
    services.learned.add_task("Send it", FRIDAY, ben)
    send(services, cleo)
    clock.forward(60)
    services.people.set_stage([dina], Stage.ANSWERED)
    listed = services.people_list

    def order(*, descending: bool) -> list[str]:
        ids = listed.ids(sort="next", descending=descending)
        rows = listed.rows(list(ids))
        return [rows[one].name for one in ids]

    assert order(descending=False) == ["Cleo", "Ben", "Ada", "Dina", "Eli"]
    assert order(descending=True) == ["Ada", "Ben", "Cleo", "Dina", "Eli"]
    only = PeopleFilter(no_next_step=True)
    assert [listed.rows([one])[one].name for one in listed.ids(only=only)] == ["Eli"]


@pytest.mark.parametrize("version", [1, 3, 5])
def test_an_older_file_is_not_called_damaged(tmp_path: Path, version: int) -> None:
    paths = find_paths(tmp_path)
    paths.make_folders()
    shutil.copy(OLD_FILES / f"version-{version}.db", paths.database)
    assert upkeep.check(paths)[1] == []
    assert upkeep.check(paths)[1] == []


def test_an_older_file_gets_its_next_steps_once(tmp_path: Path) -> None:
    path = tmp_path / "infoview.db"
    shutil.copy(OLD_FILES / "version-5.db", path)
    old = apsw.Connection(str(path))
    old.execute("UPDATE letter SET kind = 'first message'")
    old.execute("UPDATE conversation SET thanked_at = ended_at WHERE status = 'done'")
    old.close()

    store = open_store(path, tmp_path / "backups")
    try:
        rows = store.connection().execute("SELECT name, next_kind, next_at FROM person").fetchall()
        assert rows == [
            ("Amara Okafor", "task", midday(FRIDAY)),
            ("Wei Chen", "waiting", 1_790_000_200_000),
        ]
        assert store.undo() is None
    finally:
        store.close()


# -- whatever is done

WHO = st.integers(0, 3)
COMPANIES = ("Northgate", "Helio", "")


@contextmanager
def opened() -> Iterator[tuple[Services, Clock]]:
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "infoview.db")
        try:
            yield make_services(store, clock), clock
        finally:
            store.close()


def _ids(services: Services, table: str, condition: str = "1") -> list[int]:
    query = f"SELECT id FROM {table} WHERE {condition} ORDER BY id DESC"  # noqa: S608
    return [int(str(row[0])) for row in services.store.connection().execute(query)]


def _talk(services: Services, who: int, at: int) -> None:
    draft = ConversationDraft(people=(who,), starts_at=at or None)
    services.conversations.schedule(draft)


def _last_talk(services: Services, verb: str) -> None:
    for talk in _ids(services, "conversation")[:1]:
        if verb == "happened":
            services.conversations.happened(talk, services.clock(), 15)
        else:
            getattr(services.conversations, verb)(talk)


def _tick(services: Services, kinds: set[DueKind]) -> None:
    for row in [one for one in services.agenda.due() if one.due.kind in kinds][:1]:
        services.routine.done(row)


def _last_task(services: Services, verb: str, who: int) -> None:
    for task in _ids(services, "task")[:1]:
        if verb == "change":
            services.learned.change_task(task, TaskDraft("Changed", date(2026, 11, 30), who))
        elif verb == "delete":
            services.learned.delete(MarkKind.TODO, task)
        else:
            services.learned.set_done(task, done=verb == "done")


def _do(services: Services, clock: Clock, what: tuple[str, object, int]) -> None:
    verb, value, place = what
    everyone = sorted(_ids(services, "person"))
    if not everyone:  # all undone
        services.store.redo()
        return
    who = everyone[place % len(everyone)]
    other = everyone[(place + 1) % len(everyone)]
    verbs: dict[str, Callable[[], object]] = {
        "send": lambda: send(services, who, LetterKind(str(value))),
        "answer": lambda: services.letters.log_answer(who, "Yes"),
        "stage": lambda: services.people.set_stage([who, other], Stage(str(value))),
        "task": lambda: services.learned.add_task("Do", FRIDAY if value else None, who),
        "last task": lambda: _last_task(services, str(value), who),
        "plan": lambda: _talk(services, who, int(str(value))),
        "last talk": lambda: _last_talk(services, str(value)),
        "keep": lambda: services.routine.keep_in_touch(who, Keep(str(value))),
        "tick": lambda: _tick(services, set(DueKind)),
        "met": lambda: services.engagements.add(
            EngagementDraft(
                title="Meetup",
                kind=NETWORKING,
                starts_at=clock.now + int(str(value)),
                people=(who,),
            )
        ),
        "event gone": lambda: [
            services.engagements.delete(one) for one in _ids(services, "engagement")[:1]
        ],
        "company": lambda: services.people.set_field(who, "company", str(value)),
        "file": lambda: [
            services.employers.assign([who], one) for one in _ids(services, "employer")[:1]
        ],
        "merge employers": lambda: _merge_employers(services),
        "merge people": lambda: len(everyone) > 2 and services.people_merging.merge(who, [other]),
        "delete": lambda: len(everyone) > 2 and services.people.delete([who]),
        "later": lambda: clock.forward(int(str(value))),
        "undo": services.store.undo,
        "redo": services.store.redo,
    }
    verbs[verb]()


def _merge_employers(services: Services) -> None:
    into, *others = _ids(services, "employer") or [0]
    if others:
        services.employers.merge(into, others[:1])


def of(verb: str, *values: object) -> st.SearchStrategy[tuple[str, object, int]]:
    return st.tuples(st.just(verb), st.sampled_from(values or (None,)), WHO)


verbs = st.one_of(
    of("send", *LetterKind),
    of("answer"),
    of("stage", *Stage),
    of("task", True, False),
    of("last task", "change", "delete", "done", "open"),
    of("plan", 0, MONDAY_2PM + DAY, MONDAY_2PM + 9 * DAY),
    of("last talk", "happened", "cancel", "missed", "thank", "delete", "replan"),
    of("keep", *Keep),
    of("tick"),
    of("met", -3 * DAY, 3 * DAY),
    of("event gone"),
    of("company", *COMPANIES),
    of("file"),
    of("merge employers"),
    of("merge people"),
    of("delete"),
    of("later", 60, 3 * 24 * 60, 40 * 24 * 60),
    of("undo"),
    of("undo"),
    of("redo"),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(verbs, min_size=4, max_size=14))
def test_it_is_what_the_facts_say_after_anything(done: list[tuple[str, object, int]]) -> None:
    with opened() as (services, clock):
        for name, company in {"Ada": "North", "Ben": "North", "Cleo": "Helio", "Dina": ""}.items():
            person(services, name, company)
        for what in done:
            _do(services, clock, what)
            assert list(next_steps.out_of_date(services.store.connection())) == [], what
