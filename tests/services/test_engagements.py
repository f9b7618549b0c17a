"""Appointments and networking events: each verb, its undo, and what follows for those met there."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.practice.routine.ledger import NEVER, Ledger
from infoview_gui.practice.workdays import Workdays
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft, PersonDraft
from infoview_gui.services.engagement_reading import (
    Stretch,
    all_engagement_ids,
    days_engaged,
    engagement,
    engagements_between,
)
from infoview_gui.services.engagement_records import APPOINTMENT, NETWORKING, EngagementDraft
from infoview_gui.services.found import FoundKind
from infoview_gui.services.routine_facts import read_facts
from infoview_gui.settings import CalendarShown
from infoview_gui.store.models import Attendance, Engagement
from tests.services.conftest import MONDAY_2PM, Clock

HOUR = 3_600_000
LUNCH = MONDAY_2PM - 26 * HOUR


def lunch(*people: int, names: tuple[str, ...] = (), **more: object) -> EngagementDraft:
    return EngagementDraft(
        title="Lunch, IEEE PES chapter",
        kind=NETWORKING,
        starts_at=LUNCH,
        zone="Europe/Lisbon",
        people=people,
        names=names,
        **more,  # type: ignore[arg-type]
    )


def fair(first: date, days: int = 1) -> EngagementDraft:
    return EngagementDraft(title="Fair", kind=NETWORKING, first_day=first, days=days)


def met(engagement_id: int) -> list[str]:
    row = engagement(engagement_id)
    assert row is not None
    return [person.name for person in row.people]


def between(first: date, days: int) -> Stretch:
    """Days in UTC."""
    start = datetime.combine(first, datetime.min.time(), UTC)
    end = start + timedelta(days=days)
    moments = (round(at.timestamp() * 1000) for at in (start, end))
    return Stretch(*moments, first, first + timedelta(days=days))


def test_what_is_typed_is_kept_and_taken_back(services: Services) -> None:
    made = services.engagements.add(lunch(place=" Harbour club ", note="badge"))
    row = engagement(made)
    assert row is not None
    assert (row.title, row.kind, row.starts_at) == ("Lunch, IEEE PES chapter", NETWORKING, LUNCH)
    assert (row.zone, row.minutes, row.place, row.note) == (
        *("Europe/Lisbon", 60, "Harbour club", "badge"),
    )
    assert services.store.history.undo_label == (
        "Add the networking event “Lunch, IEEE PES chapter”"
    )
    services.store.undo()
    assert engagement(made) is None
    services.store.redo()
    assert engagement(made) == row


@pytest.mark.parametrize(
    "draft",
    [
        EngagementDraft(title="  ", starts_at=LUNCH),
        EngagementDraft(title="Dentist"),
        EngagementDraft(title="Dentist", starts_at=LUNCH, minutes=0),
    ],
)
def test_what_cannot_be_in_a_calendar_is_refused(
    services: Services, draft: EngagementDraft
) -> None:
    with pytest.raises(InvalidDraft):
        services.engagements.add(draft)
    assert all_engagement_ids() == []


def test_moving_and_stretching_are_steps_of_their_own_and_are_counted(services: Services) -> None:
    made = services.engagements.add(lunch())
    services.engagements.move(made, LUNCH + HOUR)
    services.engagements.stretch(made, minutes=90)
    row = engagement(made)
    assert row is not None
    assert (row.starts_at, row.minutes, row.sequence) == (LUNCH + HOUR, 90, 2)
    services.store.undo()
    services.store.undo()
    row = engagement(made)
    assert row is not None
    assert (row.starts_at, row.minutes, row.sequence) == (LUNCH, 60, 0)


def test_whole_days_move_by_days_and_have_no_time(services: Services) -> None:
    made = services.engagements.add(fair(date(2026, 11, 27), 3))
    services.engagements.move(made, date(2026, 12, 1))
    services.engagements.stretch(made, days=2)
    row = engagement(made)
    assert row is not None
    assert (row.starts_at, row.first_day, row.days) == (None, date(2026, 12, 1), 2)


def test_five_names_become_people_in_one_step(services: Services) -> None:
    made = services.engagements.add(lunch())
    names = ("Ana Lopes", "Bo Ek", "Cy Du", "Di Wu", "Ed Ng")
    services.engagements.revise(made, lunch(names=(*names, " ana  lopes ")))
    assert met(made) == ["ana lopes", "Bo Ek", "Cy Du", "Di Wu", "Ed Ng"]
    row = engagement(made)
    assert row is not None
    person = reading.person(row.people[1].id)
    assert person is not None
    assert (person.channel, person.channel_detail) == ("event", "Lunch, IEEE PES chapter")
    assert services.store.history.undo_label.startswith("Add people met at the networking event")
    services.store.undo()
    assert met(made) == []
    assert services.people_list.count() == 0


def test_how_somebody_was_found_is_said_only_where_nothing_was(services: Services) -> None:
    new = services.people.add(PersonDraft(name="Ana Lopes"))
    known = services.people.add(PersonDraft(name="Bo Ek", channel="friends"))
    fair_one = services.people.add(PersonDraft(name="Cy Du", channel="event"))
    other = services.people.add(
        PersonDraft(name="Di Wu", channel="event", channel_detail="Career fair")
    )
    services.engagements.add(lunch(new, known, fair_one, other))
    found = [reading.person(one) for one in (new, known, fair_one, other)]
    said = [(one.channel, one.channel_detail) for one in found if one is not None]
    title = "Lunch, IEEE PES chapter"
    assert said == [("event", title), ("friends", ""), ("event", title), ("event", "Career fair")]


def test_an_appointment_holds_nobody(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    made = services.engagements.add(lunch(person))
    row = engagement(made)
    assert row is not None
    services.engagements.revise(
        made, EngagementDraft(title="Dentist", kind=APPOINTMENT, starts_at=LUNCH, people=(person,))
    )
    assert met(made) == []
    services.store.undo()
    assert met(made) == ["Ana Lopes"]


def test_meeting_somebody_is_a_contact_and_stands_in_the_timeline(
    services: Services, clock: Clock
) -> None:
    clock.now = LUNCH - 30 * 24 * HOUR
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    clock.now = MONDAY_2PM
    made = services.engagements.add(lunch(person))
    items = [item for item in reading.timeline(person) if item.kind == "met"]
    assert [(item.at, item.detail, item.engagement_id) for item in items] == [
        (LUNCH, "Lunch, IEEE PES chapter", made)
    ]
    assert services.people_list.rows([person])[person].last_at == LUNCH
    contacts = [(one.person_id, one.at) for one in read_facts(services.store.connection()).contacts]
    assert contacts == [(person, LUNCH)]
    services.engagements.delete(made)
    assert services.people_list.rows([person])[person].last_at == LUNCH - 30 * 24 * HOUR


def test_people_who_go_leave_the_event_and_come_back_with_undo(services: Services) -> None:
    people = [services.people.add(PersonDraft(name=name)) for name in ("Ana Lopes", "Bo Ek")]
    made = services.engagements.add(lunch(*people))
    services.people.delete([people[0]])
    assert met(made) == ["Bo Ek"]
    services.store.undo()
    assert met(made) == ["Ana Lopes", "Bo Ek"]


def test_a_merge_moves_them_also_where_both_were_met(services: Services) -> None:
    ana, anna, bo = (
        services.people.add(PersonDraft(name=name)) for name in ("Ana Lopes", "Anna Lopes", "Bo Ek")
    )
    both = services.engagements.add(lunch(anna, bo, ana))
    one = services.engagements.add(lunch(anna))
    services.people_merging.merge(ana, [anna])
    assert (met(both), met(one)) == (["Ana Lopes", "Bo Ek"], ["Ana Lopes"])
    services.store.undo()
    assert met(both) == ["Anna Lopes", "Bo Ek", "Ana Lopes"]


def test_deleting_the_event_takes_no_person_along(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    made = services.engagements.add(lunch(person))
    services.engagements.delete(made)
    assert (engagement(made), Attendance.select().count()) == (None, 0)
    assert reading.person(person) is not None
    services.store.undo()
    assert met(made) == ["Ana Lopes"]


def test_search_finds_title_and_place(services: Services) -> None:
    made = services.engagements.add(lunch(place="Harbour club"))
    for typed in ("lunch", "ieee lunch", "harb"):
        groups = services.finding.find(typed, ZoneInfo("UTC"))
        found = [(one.kind, one.id) for group in groups for one in group.items]
        assert (FoundKind.ENGAGEMENT, made) in found, typed
    kinds = [group.kind for group in services.finding.find("100%", ZoneInfo("UTC"))]
    assert FoundKind.ENGAGEMENT not in kinds
    recalled = services.finding.recall(FoundKind.ENGAGEMENT, made)
    assert recalled is not None
    assert recalled.title == "Lunch, IEEE PES chapter"


# -- reading a span

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("hours", "minutes", "shown"),
    [
        (-1, 60, False),  # ends as the day begins
        (-1, 61, True),
        (-50, 60 * 60, True),  # two days long and still on
        (0, 15, True),
        (23, 60, True),
        (24, 60, False),
    ],
)
def test_what_reaches_into_a_day_is_read(
    services: Services, hours: int, minutes: int, shown: bool
) -> None:
    stretch = between(DAY, 1)
    draft = EngagementDraft(title="Course", starts_at=stretch.start + hours * HOUR, minutes=minutes)
    made = services.engagements.add(draft)
    assert [row.id for row in engagements_between(stretch)] == ([made] if shown else [])


@pytest.mark.parametrize(
    ("first", "days", "places"),
    [
        (-3, 3, set()),
        (-3, 4, {0}),
        (-1, 9, {0, 1, 2, 3, 4, 5, 6}),
        (2, 2, {2, 3}),
        (6, 5, {6}),
        (7, 1, set()),
    ],
)
def test_whole_days_lie_on_their_days(
    services: Services, first: int, days: int, places: set[int]
) -> None:
    services.engagements.add(fair(DAY + timedelta(days=first), days))
    week = between(DAY, 7)
    edges = [week.start + n * 24 * HOUR for n in range(8)]
    assert days_engaged(edges, DAY, [NETWORKING]) == places
    assert days_engaged(edges, DAY, [APPOINTMENT]) == set()
    assert len(engagements_between(week)) == bool(places)


def test_only_the_kinds_that_are_asked_for_are_read(services: Services) -> None:
    event = services.engagements.add(lunch())
    other = services.engagements.add(EngagementDraft(title="Dentist", starts_at=LUNCH))
    stretch = between(date(2026, 11, 20), 7)
    read = {
        kinds: {row.id for row in engagements_between(stretch, kinds)}
        for kinds in ((NETWORKING,), (APPOINTMENT,), (NETWORKING, APPOINTMENT), ())
    }
    assert list(read.values()) == [{event}, {other}, {event, other}, set()]


def test_a_day_that_makes_no_sense_is_left_out(services: Services) -> None:
    made = services.engagements.add(fair(DAY))
    services.store.save(
        lambda: Engagement.update(first_day="soon").where(Engagement.id == made).execute()
    ).result()
    assert engagement(made) is None
    assert engagements_between(between(DAY, 400)) == []


SPANS = st.tuples(st.integers(-100, 100), st.integers(1, 80))
_TOGETHER = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@_TOGETHER
@given(entry=SPANS, span=SPANS)
def test_whole_days_touch_a_span_as_intervals_do(
    services: Services, entry: tuple[int, int], span: tuple[int, int]
) -> None:
    """Over months and the turn of a year, whatever else is there."""
    first, asked = (date(2026, 12, 20) + timedelta(days=one[0]) for one in (entry, span))
    made = services.engagements.add(fair(first, entry[1]))
    end, over = asked + timedelta(days=span[1]), first + timedelta(days=entry[1])
    read = {row.id for row in engagements_between(between(asked, span[1]))}
    assert (made in read) is (first < end and over > asked)


@_TOGETHER
@given(entry=SPANS, span=st.tuples(st.integers(-4, 4), st.integers(1, 3)))
def test_times_touch_a_span_as_intervals_do(
    services: Services, entry: tuple[int, int], span: tuple[int, int]
) -> None:
    """Hours and minutes of an entry against whole days; it may be longer than what is asked for."""
    stretch = between(DAY + timedelta(days=span[0]), span[1])
    start, minutes = between(DAY, 1).start + entry[0] * HOUR, entry[1] * 61
    made = services.engagements.add(
        EngagementDraft(title="Course", starts_at=start, minutes=minutes)
    )
    read = {row.id for row in engagements_between(stretch)}
    assert (made in read) is (start < stretch.end and start + minutes * 60_000 > stretch.start)


# -- out into a calendar file


def test_everything_goes_out_and_what_is_shared_says_less(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    ids = [
        services.engagements.add(lunch(person, place="Harbour club", note="badge")),
        services.engagements.add(
            EngagementDraft(title="Dentist", starts_at=LUNCH, place="Rua 12", note="tooth")
        ),
        services.engagements.add(fair(date(2026, 12, 30), 3)),
    ]
    folder = services.store.path.parent
    texts = {}
    for preset in ("everything", "shareable"):
        path = folder / f"{preset}.ics"
        written = services.conversation_export.write(path, [], "Europe/Lisbon", preset, ids)
        assert (written.count, written.engagements) == (0, 3)
        texts[preset] = path.read_text(encoding="utf-8").replace("\r\n ", "")
    everything, shareable = texts.values()
    for words in ("Lunch\\, IEEE PES chapter", "Harbour club", "VALUE=DATE:20261230", "20270102"):
        assert words in everything
        assert words in shareable
    for words in ("badge", "Met: Ana Lopes", "Dentist", "Rua 12", "tooth"):
        assert words in everything
        assert words not in shareable
    assert "SUMMARY:Busy" in shareable


def test_what_is_ones_own_and_comes_back_in_a_file_is_not_shown_twice(
    services: Services, tmp_path: Path
) -> None:
    made = services.engagements.add(lunch())
    path = tmp_path / "own.ics"
    services.conversation_export.write(path, [], "UTC", "everything", [made])
    services.calendar_files.show([CalendarShown(str(path))])
    services.calendar_files.look()
    assert services.calendar_files.between(LUNCH - HOUR, LUNCH + 2 * HOUR, "UTC") == []
    services.engagements.delete(made)
    (shown,) = services.calendar_files.between(LUNCH - HOUR, LUNCH + 2 * HOUR, "UTC")
    assert shown.title == "Lunch, IEEE PES chapter"


def test_who_will_be_met_has_not_been_met_yet(services: Services, clock: Clock) -> None:
    """Keeping in touch counts from the last contact: an event ahead is none."""
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    services.engagements.add(lunch(person))

    def last_contact(now: int) -> int:
        facts = read_facts(services.store.connection(), person)
        return Ledger(facts, now, Workdays()).last_contact(person)

    assert last_contact(LUNCH - 1) == NEVER
    assert last_contact(clock.now) == LUNCH
