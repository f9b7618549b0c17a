"""What holds for any facts, and for a user who follows the routine day by day."""

from collections import Counter
from datetime import UTC, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_gui.practice.correspondence import Contact, Message
from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.due import due, outlook
from infoview_gui.practice.routine.facts import Advice, Facts, Keep, PersonFacts, Settled, TaskFacts
from infoview_gui.practice.routine.rows import Action, Due, DueKind, Key, Level
from infoview_gui.practice.routine.warnings import WarningKind, warnings
from infoview_gui.practice.stages import Stage
from infoview_gui.practice.workdays import Workdays
from tests.practice.routine.book import replace

DAY = 86_400_000
START = 1_795_000_000_000  # November 2026
DAYS = Workdays(UTC, lambda day: day.day == 8)
PEOPLE = range(1, 8)

moments = st.integers(START - 60 * DAY, START)
days = st.dates(DAYS.day(START) - timedelta(60), DAYS.day(START) + timedelta(10))
someone = st.sampled_from(PEOPLE)
person_lists = st.tuples(
    *(
        st.builds(
            PersonFacts,
            st.just(ident),
            st.sampled_from([None, 1, 1, 2]),
            st.sampled_from([Stage.KNOWN, Stage.KNOWN, *Stage]),
            st.sampled_from(["", "friends", "website"]),
            st.none() | someone,
            st.sampled_from(Keep),
            st.none() | moments,
        )
        for ident in PEOPLE
    )
)
talks = st.builds(
    Talk,
    st.integers(1, 10**6),
    st.lists(someone, max_size=2, unique=True).map(tuple),
    st.none() | st.integers(START - 60 * DAY, START + 10 * DAY),
    st.integers(0, 60),
    st.sampled_from(Status),
    st.none() | moments,
    st.none() | moments,
    st.none() | moments,
    st.none() | moments,
    st.none() | moments,
)


def listed(
    items: st.SearchStrategy[object], size: int = 5
) -> st.SearchStrategy[tuple[object, ...]]:
    """Several of them, each with a number of its own where it has one."""

    def key(one: object) -> object:
        return getattr(one, "id", getattr(one, "conversation_id", id(one)))

    return st.lists(items, max_size=size, unique_by=key).map(tuple)


numbers = st.integers(1, 10**6)
messages = st.builds(Message, numbers, someone, st.sampled_from(LetterKind), moments)
any_facts = st.builds(
    Facts,
    person_lists,
    listed(talks, 4),
    listed(messages, 8),
    listed(st.builds(Contact, someone, moments, st.booleans())),
    listed(st.builds(TaskFacts, numbers, st.just("x"), days, st.none() | someone)),
    listed(st.builds(Advice, numbers, someone, moments, st.none() | moments)),
)
later = st.integers(START, START + 40 * DAY)


@given(any_facts, later)
def test_nothing_is_due_twice(facts: Facts, now: int) -> None:
    rows = outlook(facts, now, DAYS)
    assert not [
        key for key, count in Counter(key for row in rows for key in row.keys).items() if count > 1
    ]
    kept = [row.person_ids for row in rows if row.kind is DueKind.KEEP]
    written = {one for row in rows if row.kind is not DueKind.KEEP for one in row.write_to}
    assert not written.intersection(one for people in kept for one in people)
    told = Counter(
        row.person_ids
        for row in due(facts, now, DAYS)
        if row.kind in (DueKind.REPORT, DueKind.NEWS)
    )
    assert not told or max(told.values()) == 1


@given(any_facts, later, st.data())
def test_nothing_is_due_after_it_is_done_or_before_its_day(
    facts: Facts, now: int, data: st.DataObject
) -> None:
    rows = due(facts, now, DAYS)
    for row in rows:
        assert row.level is not Level.LATER or row.due_day > DAYS.day(now)
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    done = replace(facts, settled=tuple(Settled(*key, done_at=now) for key in row.keys))
    for after in (now, now + DAY, now + 300 * DAY):
        assert _keys(outlook(done, after, DAYS)).isdisjoint(row.keys)
    until = DAYS.day(now) + timedelta(data.draw(st.integers(1, 20)))
    put_off = replace(facts, settled=tuple(Settled(*key, until=until) for key in row.keys))
    assert _keys(due(put_off, DAYS.begin(until) - 1, DAYS)).isdisjoint(row.keys)
    back = _keys(due(put_off, DAYS.begin(until), DAYS)).intersection(row.keys)
    usual = _keys(due(facts, DAYS.begin(until), DAYS)).intersection(row.keys)
    # What would have been let go by then comes back all the same: the user named the day.
    fades = row.kind in (DueKind.REPORT, DueKind.NEWS)
    assert back >= usual if fades else back == usual


def _keys(rows: list[Due]) -> set[Key]:
    return {key for row in rows for key in row.keys}


@given(any_facts, later)
def test_nobody_is_proposed_who_must_not_be(facts: Facts, now: int) -> None:
    stages = {person.id: person.stage for person in facts.people}
    messaged = {message.person_id for message in facts.messages}
    for row in outlook(facts, now, DAYS):
        assert all(stages[one] is not Stage.DO_NOT_CONTACT for one in row.write_to)
        assert not row.write_to or row.action is Action.WRITE
        if row.kind is DueKind.NEXT_PERSON:
            assert messaged.isdisjoint(row.write_to)
            assert {stages[one] for one in row.write_to} <= {Stage.KNOWN}
        for one in row.write_to if row.kind in (DueKind.NEXT_PERSON, DueKind.SECOND) else ():
            found = warnings(facts, one, LetterKind.SECOND, max(now, row.due_at), DAYS)
            assert not found


@given(any_facts, later, someone)
def test_an_answer_ends_the_waiting_at_that_employer(facts: Facts, now: int, who: int) -> None:
    answered = replace(facts, contacts=(*facts.contacts, Contact(who, now, is_answer=True)))
    employers = {person.id: person.employer_id for person in facts.people}
    for row in outlook(answered, now + 30 * DAY, DAYS):
        if row.kind in (DueKind.NEXT_PERSON, DueKind.SECOND):
            assert who not in row.person_ids
            assert row.employer_id is None or row.employer_id != employers[who]


@settings(max_examples=50)
@given(person_lists, st.lists(st.booleans(), min_size=80, max_size=80))
def test_who_follows_the_routine_never_writes_a_third_time(
    people: tuple[PersonFacts, ...], willing: list[bool]
) -> None:
    """The user writes whatever is proposed, on the days on which they look; nobody answers."""
    facts = Facts(people=people, messages=(Message(1, 1, LetterKind.FIRST, START),))
    for day, looks in enumerate(willing):
        now = START + day * DAY
        for row in due(facts, now, DAYS) if looks else ():
            if row.letter is None:
                continue
            message = Message(len(facts.messages) + 1, row.write_to[0], row.letter, now)
            found = warnings(facts, row.write_to[0], row.letter, now, DAYS)
            assert {one.kind for one in found} <= {WarningKind.WAITING, WarningKind.PLANNED}
            facts = replace(facts, messages=(*facts.messages, message))
    asked = Counter(one.person_id for one in facts.messages if one.kind.asks)
    assert max(asked.values()) <= 2
    seconds = Counter(
        person.employer_id or -person.id
        for one in facts.messages
        for person in people
        if one.kind is LetterKind.SECOND and person.id == one.person_id
    )
    assert all(count == 1 for count in seconds.values())
