"""The sample: believable on whichever day it is opened, consistent, nothing to undo."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui import resources
from infoview_gui.paths import find_paths
from infoview_gui.practice import countdown, guard, letters_thanks, marks
from infoview_gui.practice.countdown import Phase, line_phase
from infoview_gui.practice.letters import ASKING, LetterKind
from infoview_gui.practice.letters_count import length
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.routine.rows import DueKind, Level
from infoview_gui.practice.stages import Stage
from infoview_gui.services import lately, letter_records, letter_values, reading, sample, upkeep
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.notes import load_notes
from infoview_gui.services.records import ConversationRecord, PersonDetail
from infoview_gui.services.sample_book import clock_ms, read_book
from infoview_gui.services.sample_days import SampleDays
from infoview_gui.store.models import Activity, Conversation, Employer, Letter, Person
from infoview_gui.store.store import Store

LISBON = "Europe/Lisbon"
MINUTE = 60_000
MONDAY = datetime(2026, 11, 23, 13, 48, tzinfo=ZoneInfo(LISBON))


@dataclass
class Opened:
    """The sample as it is after it was opened at a moment."""

    services: Services
    now: int
    folder: Path

    @property
    def talks(self) -> list[ConversationRecord]:
        found = (reading.conversation(ident) for ident in reading.all_conversation_ids())
        return [talk for talk in found if talk is not None]

    @property
    def people(self) -> list[PersonDetail]:
        found = (reading.person(row.id) for row in Person.select())
        return [person for person in found if person is not None]

    def talk(self, name: str) -> ConversationRecord:
        return next(talk for talk in self.talks if name in talk.title)

    def person(self, name: str) -> PersonDetail:
        return next(person for person in self.people if person.name == name)


Open = Callable[..., Opened]


@pytest.fixture
def open_sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    stores: list[Store] = []

    def open_it(at: datetime = MONDAY) -> Opened:
        for store in stores:
            store.close()
        folder = tmp_path_factory.mktemp("sample")
        now = round(at.timestamp() * 1000)
        store = Store(folder / "infoview.db")
        stores.append(store)
        services = make_services(store, lambda: now)
        sample.fill(services, at.date(), str(at.tzinfo))
        return Opened(services, now, folder)

    yield open_it
    for store in stores:
        store.close()


def test_it_holds_a_whole_search(open_sample: Open) -> None:
    opened = open_sample()
    people, talks = opened.people, opened.talks

    assert (len(people), len(talks)) == (40, 15)
    assert {person.channel for person in people} == set(CHANNELS)
    # Who is thanked and nothing newer: the stages between are there, too.
    assert {person.stage for person in people} == set(Stage)
    assert len({person.zone for person in people}) >= 5
    assert {person.zone_confirmed for person in people} == {True, False}
    assert {talk.way for talk in talks} >= {"link", "phone", "place"}
    assert {talk.status for talk in talks} == {"done", "planned", "proposed"}
    assert any(len(talk.people) > 1 for talk in talks)
    assert all(load_notes(talk.id).text for talk in talks)
    assert all(talk.goal and talk.questions[-1].always for talk in talks)


def test_names_are_of_many_scripts_and_lengths(open_sample: Open) -> None:
    names = [person.name for person in open_sample().people]

    for script in ("[а-яё]", "[\u0600-\u06ff]", "[\u4e00-\u9fff]", "[α-ω]", "[łżąþðéõøå]"):
        assert any(re.search(script, name, re.IGNORECASE) for name in names), script
    assert max(map(len, names)) > 30


def test_several_people_share_an_employer_and_some_are_spelled_alike(open_sample: Open) -> None:
    open_sample()
    shared = {row.name: row.people.count() for row in Employer.select()}

    assert shared["Northwind Energy"] >= 4
    assert sum(count > 1 for count in shared.values()) >= 4
    assert {"Northwind Energy", "North Wind Energy", "Northwind Iberia"} <= set(shared)
    assert shared["Northgate Power"] == 2  # one of them writes it with Ltd
    ranked = Employer.get(Employer.name == "Northwind Energy")
    assert (ranked.motivation, ranked.advocacy, ranked.posting) == (3, True, 3)
    ranks = [row for row in Employer.select() if row.posting]
    assert len(ranks) == len(read_book(resources.folder() / "sample").employers)


def test_addresses_and_numbers_belong_to_nobody(open_sample: Open) -> None:
    people = open_sample().people
    emails = [reach.value for person in people for reach in person.emails]
    phones = [reach.value for person in people for reach in person.phones]
    fiction = (
        r"\+1 \d{3} 555 01\d\d|\+44 20 7946 0\d{3}|\+44 7700 900\d{3}|\+44 1632 960\d{3}"
        r"|\+33 1 99 00 \d\d \d\d|\+33 6 39 98 \d\d \d\d|\+353 20 91\d \d{4}"
        r"|\+49 30 23125 \d{3}|\+46 8 465 004 \d\d"
    )

    assert len(emails) > 30
    assert all(re.search(r"\.example(\.org)?$", value) for value in emails)
    assert len(phones) > 8
    assert [value for value in phones if not re.fullmatch(fiction, value)] == []
    assert any(len(person.emails) > 1 for person in people)
    assert any(len(person.phones) > 1 for person in people)
    assert any(len(person.links) > 1 for person in people)


def test_one_led_to_the_next(open_sample: Open) -> None:
    opened = open_sample()
    chain = ["Amara Okafor", "Ben Ito", "Sara Lund"]

    for name, introducer in pairwise(chain):
        by = opened.person(name).introduced_by
        assert by is not None
        assert by.name == introducer
    assert len(opened.person("Farah Demir").introduced) >= 3
    for person in opened.people:
        assert (person.channel == "introduction") == (person.introduced_by is not None)


_OF_TALKS = (DueKind.THANK, DueKind.FINISH)


def test_today_has_something_of_everything(open_sample: Open) -> None:
    opened = open_sample()
    due = [row for row in opened.services.agenda.due() if row.due.kind in _OF_TALKS]
    found = {(row.due.kind, row.due.level): row.names for row in due}

    assert found == {
        (DueKind.THANK, Level.ESCALATED): "Giulia Conti",
        (DueKind.FINISH, Level.OVERDUE): "Олена Коваленко",
        (DueKind.THANK, Level.SOON): "Kenji Mori",
    }
    coming = opened.services.agenda.next_conversation()
    assert coming is not None
    assert coming.title == "Amara Okafor"
    assert coming.starts_at == opened.now + 42 * MINUTE
    assert [row.title for row in reading.undated_conversations()] == ["Joanna Wiśniewska"]


def test_the_week_is_that_of_the_pictures(open_sample: Open) -> None:
    opened = open_sample()
    times = {
        talk.title: datetime.fromtimestamp(talk.starts_at / 1000, UTC).strftime("%a %H:%M")
        for talk in opened.talks
        if talk.starts_at is not None and abs(talk.starts_at - opened.now) < 5 * 24 * 3_600_000
    }

    assert times["Kenji Mori"] == "Mon 10:00"
    assert times["Amara Okafor"] == "Mon 14:30"
    assert times["Anders Berg"] == "Tue 09:00"
    assert times["Priya Nair"] == "Tue 17:15"
    assert times["Júlia Silva"] == "Thu 11:00"
    assert times["Wei Chen"] == "Fri 15:30"


def test_everything_that_is_captured_is_there(open_sample: Open) -> None:
    talks = open_sample().talks
    lines = [line for talk in talks for line in load_notes(talk.id).text.split("\n")]
    counts = marks.counts(lines)

    assert all(counts[kind] >= 5 for kind in MarkKind), counts
    found = [mark for line in lines if (mark := marks.parse(line)) is not None]
    assert all(mark.due for mark in found if mark.kind is MarkKind.TODO)
    assert all(mark.detail and mark.role for mark in found if mark.kind is MarkKind.OPENING)
    begun = [line for line in lines if line[:1] in marks.SIGNS.values()]
    assert len(begun) == len(found)


def test_clocks_are_whole(open_sample: Open) -> None:
    opened = open_sample()
    done = [talk for talk in opened.talks if talk.status == "done"]

    assert len(done) == 7
    for talk in done:
        clock = countdown.state(talk.events, talk.minutes, opened.now)
        assert clock.phase is Phase.ENDED
        assert clock.ended_at == talk.ended_at
        assert [event.at for event in talk.events] == sorted(event.at for event in talk.events)
        assert abs((talk.starts_at or 0) - talk.events[0].at) < 2 * MINUTE
    given = [countdown.state(t.events, t.minutes, opened.now).given_minutes for t in done]
    assert sorted(given, reverse=True)[:2] == [10, 5]
    assert sum(talk.thanked_at is not None for talk in done) >= 4
    assert not any(talk.events for talk in opened.talks if talk.status != "done")


def test_lines_and_questions_are_where_they_belong(open_sample: Open) -> None:
    opened = open_sample()
    book = read_book(resources.folder() / "sample")
    for talk in opened.talks:
        written = next(one for one in book.talks if one.people[0] == talk.people[0].name)
        moments = load_notes(talk.id).moments
        assert list(moments) == sorted(at for at in moments if at is not None)
        assert len(moments) == len(written.lines)
        for line, at in zip(written.lines, moments, strict=True):
            assert at is not None
            assert at <= opened.now
            phase = line_phase(talk.events, at)
            assert phase == (line.stamp if line.after_ms is None else "during")
        for question in talk.questions:
            if question.asked_at is not None:
                assert line_phase(talk.events, question.asked_at) == "during"


def test_letters_are_those_of_a_search_in_progress(open_sample: Open) -> None:
    opened = open_sample()
    sent = [letter_records.letter(row.id) for row in letter_records.sent()]
    drafts = letter_records.drafts()
    found = {letter.kind for letter in sent if letter is not None}

    assert found >= {
        *(LetterKind.FIRST, LetterKind.NOTE, LetterKind.SECOND),
        *(LetterKind.CONFIRMATION, LetterKind.THANKS, LetterKind.INTRODUCTION),
    }
    assert {(row.kind, row.person.name) for row in drafts} == {
        (LetterKind.THANKS, "Kenji Mori"),
        (LetterKind.FIRST, "Adaeze Bello"),
    }
    assert [one.person.name for one in letter_records.owed()] == ["Giulia Conti"]
    answers = [one for one in Activity.select() if one.kind == "answered"]
    assert len(answers) >= 5
    assert all(one.detail for one in answers)
    for letter in sent:
        assert letter is not None
        if letter.kind is LetterKind.THANKS:
            talk = reading.conversation(letter.conversation_id or 0)
            assert talk is not None
            assert talk.thanked_at == letter.sent_at
    assert max(letter.changed_at for letter in Letter.select()) <= opened.now


def test_letters_keep_the_rules_they_are_written_by(open_sample: Open) -> None:
    open_sample()
    for row in Letter.select():
        kind, text = LetterKind(row.kind), str(row.body)
        assert not guard.asks(text), text
        assert kind not in ASKING or "?" in text, text
        assert length(kind, text, "Marta").over == 0, text
        assert bool(row.subject) == kind.has_subject
        assert "{" not in text
        assert text.rstrip().endswith("Marta"), text


def test_the_thank_you_that_is_being_written_weaves_in_what_was_said(open_sample: Open) -> None:
    opened = open_sample()
    talk = opened.talk("Kenji Mori")
    (draft,) = [row for row in letter_records.drafts() if row.kind is LetterKind.THANKS]
    letter = letter_records.letter(draft.id)
    assert letter is not None
    assert letter.conversation_id == talk.id
    kinds = {
        chip.kind
        for chip in letter_values.chips(talk.id)
        if letters_thanks.woven(chip, letter.body)
    }
    assert kinds == {MarkKind.INSIGHT, MarkKind.TODO, MarkKind.PERSON}


def test_today_knows_whom_to_write_to(open_sample: Open) -> None:
    opened = open_sample()
    found = {(row.due.kind, row.names) for row in opened.services.agenda.due()}

    assert found >= {
        (DueKind.NEXT_PERSON, "Inês Carvalho"),
        (DueKind.SECOND, "Rui Martins"),
        (DueKind.CONFIRM, "Priya Nair"),
        (DueKind.REPORT, "Sara Lund"),
        (DueKind.NEWS, "Farah Demir"),
        (DueKind.KEEP, "Ricardo Nunes"),
    }
    assert len(found) == len(opened.services.agenda.due())
    kept = {person.keep for person in opened.people}
    assert kept >= {Keep.MONTHLY.value, Keep.QUARTERLY.value, Keep.THREE_TIMES_A_YEAR.value}


@pytest.mark.parametrize("day", range(23, 30))
def test_the_figures_make_sense_on_every_day_of_the_week(open_sample: Open, day: int) -> None:
    opened = open_sample(datetime(2026, 11, day, 9, 5, tzinfo=ZoneInfo(LISBON)))
    since = opened.now - 30 * 24 * 60 * MINUTE
    found = lately.figures(opened.services.store.connection(), since)

    assert found["asked"] >= found["answered"] >= found["talked"] >= 5
    assert found["referred"] >= 5


def test_there_is_nothing_to_undo(open_sample: Open) -> None:
    opened = open_sample()

    assert opened.services.store.history.undo_label == ""
    assert opened.services.store.undo() is None


def test_check_finds_nothing_and_search_finds_people(open_sample: Open) -> None:
    opened = open_sample()
    listed = opened.services.people_list
    assert len(listed.ids("north")) >= 15
    assert len(listed.ids("joanna wisn")) == 1
    assert len(listed.ids("коваленко")) == 1

    opened.services.store.close()
    _counts, problems = upkeep.check(find_paths(opened.folder))
    assert problems == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    day=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    minute=st.integers(0, 24 * 60 - 1),
    zone=st.sampled_from(
        [LISBON, "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"]
    ),
)
def test_it_is_believable_whenever_it_is_opened(
    open_sample: Open, day: date, minute: int, zone: str
) -> None:
    at = datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=ZoneInfo(zone))
    opened = open_sample(at)

    due = [row for row in opened.services.agenda.due() if row.due.kind in _OF_TALKS]
    levels = {row.names: row.due.level for row in due}
    assert set(levels) == {"Giulia Conti", "Олена Коваленко", "Kenji Mori"}
    assert levels["Giulia Conti"] is Level.ESCALATED
    coming = opened.services.agenda.next_conversation()
    assert coming is not None
    assert coming.title == "Amara Okafor"
    for talk in opened.talks:
        assert _is_plausible(talk, opened.now, ZoneInfo(zone)), talk.title
    assert max(row.at for row in Activity.select()) <= opened.now
    assert max(row.created_at for row in Conversation.select()) <= opened.now


def _is_plausible(talk: ConversationRecord, now: int, zone: ZoneInfo) -> bool:
    if talk.starts_at is None:
        return talk.status == "proposed"
    local = datetime.fromtimestamp(talk.starts_at / 1000, zone)
    is_over = talk.status == "done" or "Коваленко" in talk.title
    moments = [talk.ended_at, talk.thanked_at, talk.thanks_waived_at]
    return (
        local.weekday() < 5
        and 7 <= local.hour < 20
        and (talk.starts_at < now) == is_over
        and all(at <= now for at in moments if at is not None)
    )


@pytest.mark.parametrize(
    ("now", "soon"),
    [
        ("2026-11-23 13:48", "2026-11-23 14:30"),
        ("2026-11-23 13:50", "2026-11-23 14:30"),
        ("2026-11-23 06:10", "2026-11-23 08:30"),
        ("2026-11-23 22:00", "2026-11-24 08:30"),
        ("2026-11-27 23:59", "2026-11-30 08:30"),
        ("2026-11-28 12:00", "2026-11-30 08:30"),
        ("2026-11-29 12:00", "2026-11-30 08:30"),
    ],
)
def test_the_next_conversation_is_soon(now: str, soon: str) -> None:
    zone = ZoneInfo(LISBON)
    at = datetime.fromisoformat(now).replace(tzinfo=zone)
    days = SampleDays(at.date(), LISBON, round(at.timestamp() * 1000))

    found = datetime.fromtimestamp(days.soon() / 1000, zone)

    assert found == datetime.fromisoformat(soon).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("day", "found"), [(0, "2026-11-27"), (-1, "2026-11-26"), (-5, "2026-11-20")]
)
def test_from_a_weekend_the_past_begins_on_friday(day: int, found: str) -> None:
    saturday = datetime(2026, 11, 28, 12, tzinfo=UTC)
    days = SampleDays(saturday.date(), "UTC", round(saturday.timestamp() * 1000))

    assert datetime.fromtimestamp(days.past(day, "09:00") / 1000, UTC).date().isoformat() == found
    ahead = datetime.fromtimestamp(days.ahead(1, "09:00") / 1000, UTC).date()
    assert ahead == saturday.date() + timedelta(days=3)


@pytest.mark.parametrize("text", ["", "4", "4:1", "four:10", "-1:00"])
def test_minutes_are_minutes_and_seconds(text: str) -> None:
    with pytest.raises(ValueError, match="minutes"):
        clock_ms(text)
