"""Proposed times: held for a letter, moved, taken, let go; and everything back with one undo."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_times import TimeWords, Zones
from infoview_gui.practice.offers import WEEK_MS
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import letter_values, reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.services.engagement_records import EngagementDraft
from infoview_gui.services.letter_values import About, Writer
from infoview_gui.services.notes import load_notes
from infoview_gui.settings import CalendarShown
from infoview_gui.store.models import Conversation
from tests.services.conftest import MINUTE, Clock

HOUR = 60 * MINUTE
DAY = 24 * HOUR
BERLIN = "Europe/Berlin"


def _writer() -> Writer:
    words = TimeWords(lambda day: day.strftime("%A %-d %B"), lambda at: at.strftime("%H:%M"))
    return Writer("Marta Vidal", "Marta", 15, ZoneInfo(BERLIN), words)


def _wei(services: Services) -> int:
    return services.people.add(PersonDraft(name="Wei Chen", zone="America/New_York"))


def _letter(services: Services, person: int, kind: LetterKind = LetterKind.FIRST) -> int:
    return services.letters.write(person, kind, _writer())


def _propose(services: Services, letter: int, *moments: int) -> list[int]:
    services.offers.propose(letter, moments, 15, BERLIN)
    return [row.id for row in services.offers.held_for(letter)]


def _times(services: Services, letter: int) -> list[int | None]:
    return [row.starts_at for row in services.offers.held_for(letter)]


def _status(conversation: int) -> str:
    found = reading.conversation(conversation)
    return "gone" if found is None else found.status


def _stage(person: int) -> Stage:
    found = reading.person(person)
    assert found is not None
    return found.stage


def test_times_are_held_at_once_and_come_and_go_with_one_undo(
    services: Services, clock: Clock
) -> None:
    person = _wei(services)
    letter = _letter(services, person)
    tue, wed = clock.now + DAY, clock.now + 2 * DAY
    _propose(services, letter, wed, tue)
    assert _times(services, letter) == [tue, wed]
    assert services.store.history.undo_label == "Propose times to Wei Chen"
    row = reading.conversations_between(tue, tue + 1)[0]
    assert (row.title, row.status, row.minutes, row.zone) == ("Wei Chen", "proposed", 15, BERLIN)
    services.store.undo()
    assert _times(services, letter) == []
    services.store.redo()
    assert _times(services, letter) == [tue, wed]


def test_another_choice_moves_what_is_held_and_keeps_what_was_typed(
    services: Services, clock: Clock
) -> None:
    letter = _letter(services, _wei(services))
    one, two, three = (clock.now + n * DAY for n in (1, 2, 3))
    first, second = _propose(services, letter, one, two)
    services.notes.save(second, "ask about tariffs", [None]).result()
    assert sorted(_propose(services, letter, one, three)) == [first, second]
    assert load_notes(second).text == "ask about tariffs"
    _propose(services, letter, one)  # what was typed for the one that goes stays with the other
    assert load_notes(first).text == "ask about tariffs"


def test_six_times_are_too_many(services: Services, clock: Clock) -> None:
    letter = _letter(services, _wei(services))
    with pytest.raises(InvalidDraft):
        _propose(services, letter, *(clock.now + n * HOUR for n in range(1, 7)))


def test_a_draft_takes_its_times_along_and_brings_them_back(
    services: Services, clock: Clock
) -> None:
    letter = _letter(services, _wei(services))
    held = _propose(services, letter, clock.now + DAY)
    services.letters.delete(letter)
    assert _status(held[0]) == "gone"
    services.store.undo()
    assert [row.id for row in services.offers.held_for(letter)] == held


def test_taking_one_plans_it_and_the_others_go_in_one_step(
    services: Services, clock: Clock
) -> None:
    person = _wei(services)
    letter = _letter(services, person)
    one, two = _propose(services, letter, clock.now + DAY, clock.now + 2 * DAY)
    clock.forward(5)
    services.letters.mark_sent(letter)
    assert _stage(person) is Stage.ASKED
    clock.forward(60)
    before = Conversation.get_by_id(one).sequence
    taken = services.offers.take(one)
    assert taken is not None
    assert (taken.conversation_id, taken.let_go) == (one, 1)
    assert (_status(one), _status(two)) == ("planned", "gone")
    assert Conversation.get_by_id(one).sequence == before + 1
    assert _stage(person) is Stage.SCHEDULED
    services.store.undo()
    assert (_status(one), _status(two)) == ("proposed", "proposed")
    assert _stage(person) is Stage.ASKED
    services.store.redo()
    assert (_status(one), _status(two)) == ("planned", "gone")


def test_nothing_typed_is_lost(services: Services, clock: Clock) -> None:
    person = _wei(services)
    letter = _letter(services, person)
    one, two = _propose(services, letter, clock.now + DAY, clock.now + 2 * DAY)
    services.notes.save(one, "kept", [None]).result()
    services.notes.save(two, "line 1\nline 2", [None, 5]).result()
    services.conversations.change(two, goal="How they plan")
    services.conversations.change(two, link="https://meet.example/wei", way="link")
    services.conversations.add_question(two, "Who buys forecasts?")
    services.checklists.add(two, "Bring the notebook")
    services.offers.take(one)
    notes = load_notes(one)
    assert (notes.text, notes.moments) == ("kept\nline 1\nline 2", (None, None, 5))
    talk = reading.conversation(one)
    assert talk is not None
    assert (talk.goal, talk.link) == ("How they plan", "https://meet.example/wei")
    texts = [question.text for question in talk.questions]
    assert texts.count("Who buys forecasts?") == 1
    assert len(texts) == len(set(texts))
    assert talk.questions[-1].always
    points = [point.text for point in services.checklists.points(one)]
    assert "Bring the notebook" in points
    services.store.undo()
    assert load_notes(two).text == "line 1\nline 2"
    assert load_notes(one).text == "kept"


def test_who_waits_for_a_time_waits_no_longer(services: Services, clock: Clock) -> None:
    person = _wei(services)
    waiting = services.conversations.schedule(ConversationDraft(people=(person,), goal="tariffs"))
    other = services.people.add(PersonDraft(name="Ben"))
    both = services.conversations.schedule(ConversationDraft(people=(person, other)))
    one = _propose(services, _letter(services, person), clock.now + DAY)[0]
    taken = services.offers.take(one)
    assert taken is not None
    assert taken.let_go == 0
    assert [row.id for row in reading.undated_conversations()] == [both]
    assert _status(waiting) == "gone"
    talk = reading.conversation(one)
    assert talk is not None
    assert talk.goal == "tariffs"


def test_what_is_planned_is_not_taken_again(services: Services, clock: Clock) -> None:
    one = _propose(services, _letter(services, _wei(services)), clock.now + DAY)[0]
    services.offers.take(one)
    assert services.offers.take(one) is None
    assert services.offers.take(4711) is None


def test_an_answer_takes_a_time_in_the_same_step(services: Services, clock: Clock) -> None:
    person = _wei(services)
    letter = _letter(services, person)
    one, two = _propose(services, letter, clock.now + DAY, clock.now + 2 * DAY)
    clock.forward(1)
    services.letters.mark_sent(letter)
    clock.forward(1)
    services.offers.answer(person, "Gladly", take=two)
    assert (_status(one), _status(two)) == ("gone", "planned")
    assert _stage(person) is Stage.SCHEDULED
    services.store.undo()
    assert (_status(one), _status(two), _stage(person)) == ("proposed", "proposed", Stage.ASKED)

    other = clock.now + 5 * DAY
    services.offers.answer(person, "Rather Saturday", at=other)
    row = reading.conversation(one)
    assert row is not None
    assert (row.status, row.starts_at, _status(two)) == ("planned", other, "gone")
    services.store.undo()

    assert services.offers.answer_none(person, "None of them").times == 2
    assert (_status(one), _status(two), _stage(person)) == ("gone", "gone", Stage.ANSWERED)
    services.store.undo()
    assert services.offers.answer(person, "Later") is None
    assert (_status(one), _status(two)) == ("proposed", "proposed")


def test_after_a_week_they_hold_nothing_and_today_offers_to_let_go(
    services: Services, clock: Clock
) -> None:
    person = _wei(services)
    letter = _letter(services, person)
    far = clock.now + 20 * DAY
    held = _propose(services, letter, far)
    clock.forward(60)
    services.letters.mark_sent(letter)

    def due() -> list[DueKind]:
        return [row.due.kind for row in services.agenda.due() if row.due.kind is DueKind.OFFER]

    clock.now += WEEK_MS - 1
    assert reading.clashes(far, 15, now=clock.now)
    assert letter_values.proposed(person, clock.now)
    assert due() == []
    clock.now += 1
    assert reading.clashes(far, 15, now=clock.now) == []
    assert letter_values.proposed(person, clock.now) == []
    assert due() == [DueKind.OFFER]
    row = next(one for one in services.agenda.due() if one.due.kind is DueKind.OFFER)
    services.routine.done(row)
    assert services.store.history.undo_label == "Let go of the times proposed to Wei Chen"
    assert (_status(held[0]), due()) == ("gone", [])
    services.store.undo()
    assert (_status(held[0]), due()) == ("proposed", [DueKind.OFFER])


def test_a_proposed_time_is_no_planned_conversation(services: Services, clock: Clock) -> None:
    """An employer is occupied by what is planned there, not by what is only proposed."""
    wei = services.people.add(PersonDraft(name="Wei Chen", company="Northwind"))
    ana = services.people.add(PersonDraft(name="Ana", company="Northwind"))
    one = _propose(services, _letter(services, wei), clock.now + DAY)[0]
    assert services.routine.warnings_for(ana) == []
    services.offers.take(one)
    assert [one.warn.kind.name for one in services.routine.warnings_for(ana)] == ["PLANNED"]


def test_suggestions_leave_out_what_is_planned(services: Services, clock: Clock) -> None:
    person = _wei(services)
    letter = _letter(services, person)
    zones = Zones(ZoneInfo(BERLIN), ZoneInfo("America/New_York"))
    found = services.offers.suggested(letter, zones, 15)
    services.conversations.schedule(ConversationDraft(people=(person,), starts_at=found[0]))
    assert found[0] not in services.offers.suggested(letter, zones, 15)
    # What this letter holds is free for it.
    _propose(services, letter, found[1])
    assert found[1] in services.offers.suggested(letter, zones, 15)


def test_a_new_letter_names_the_times_that_are_held(services: Services, clock: Clock) -> None:
    person = _wei(services)
    _propose(services, _letter(services, person), clock.now + DAY)
    about = About(LetterKind.SECOND, person)
    values = letter_values.values(about, _writer(), clock.now)
    assert values["times"] == "Tuesday 24 November 15:00 in Berlin (09:00 in New York)"


def test_what_is_agreed_in_the_dialog_counts_from_now(services: Services, clock: Clock) -> None:
    """A time proposed before the letter was sent is agreed after it: they are scheduled."""
    person = _wei(services)
    letter = _letter(services, person)
    at = clock.now + DAY
    one = _propose(services, letter, at)[0]
    clock.forward(5)
    services.letters.mark_sent(letter)
    clock.forward(5)
    services.conversations.revise(one, ConversationDraft(people=(person,), starts_at=at))
    assert _stage(person) is Stage.SCHEDULED


def test_suggestions_leave_out_appointments_of_hours_and_of_days(
    services: Services, clock: Clock
) -> None:
    letter = _letter(services, _wei(services))
    zones = Zones(ZoneInfo(BERLIN), ZoneInfo("America/New_York"))
    found = services.offers.suggested(letter, zones, 15)
    services.engagements.add(EngagementDraft(title="Dentist", starts_at=found[0] - HOUR))
    day = datetime.fromtimestamp(found[-1] / 1000, ZoneInfo(BERLIN)).date()
    services.engagements.add(EngagementDraft(title="Fair", first_day=day, days=1))
    left = services.offers.suggested(letter, zones, 15)
    assert not [at for at in left if found[0] - HOUR - 15 * MINUTE < at < found[0]]
    assert day not in {datetime.fromtimestamp(at / 1000, ZoneInfo(BERLIN)).date() for at in left}


def test_suggestions_leave_out_what_another_calendar_holds(
    services: Services, tmp_path: Path
) -> None:
    letter = _letter(services, _wei(services))
    zones = Zones(ZoneInfo(BERLIN))
    first = services.offers.suggested(letter, zones, 15)[0]
    begin = f"{datetime.fromtimestamp(first / 1000, UTC):%Y%m%dT%H%M%SZ}"
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", f"DTSTART:{begin}",
             "DURATION:PT30M", "SUMMARY:Choir", "END:VEVENT", "END:VCALENDAR", "")  # fmt: skip
    file = tmp_path / "own.ics"
    file.write_text("\r\n".join(lines), "utf-8")
    services.calendar_files.show([CalendarShown(str(file))])
    assert first not in services.offers.suggested(letter, zones, 15)
