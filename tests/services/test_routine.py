"""What is due, read from a real database; what is said of it is written, undone and stays."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_times import TimeWords
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.routine.warnings import WarningKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import letter_records, reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.learned import TaskDraft
from infoview_gui.services.letter_values import Writer
from infoview_gui.store.models import Insight, Letter
from tests.services.conftest import MONDAY_2PM, Clock

DAY = 24 * 3_600_000
WRITER = Writer(
    "Marta Vidal",
    "Marta",
    15,
    ZoneInfo("Europe/Berlin"),
    TimeWords(lambda day: day.strftime("%A %-d %B"), lambda at: at.strftime("%H:%M")),
)


def person(services: Services, name: str, company: str = "", by: int | None = None) -> int:
    draft = PersonDraft(name=name, company=company, introduced_by=by)
    return services.people.add(draft)


def write(services: Services, to: int, kind: LetterKind, at: int, talk: int | None = None) -> None:
    services.store.change(
        "Send",
        lambda: Letter.create(
            kind=kind.value, person=to, conversation=talk, created_at=at, changed_at=at, sent_at=at
        ),
    )


def talked(services: Services, who: int, ended: int) -> int:
    draft = ConversationDraft(people=(who,), starts_at=ended - 15 * 60_000)
    talk = services.conversations.schedule(draft)
    services.conversations.happened(talk, ended - 15 * 60_000, 15)
    return talk


def due(services: Services) -> list[DueRow]:
    return services.agenda.due()


def kinds(services: Services) -> list[DueKind]:
    return [row.due.kind for row in due(services)]


def test_nothing_is_due_in_a_new_book(services: Services) -> None:
    person(services, "Ben Ito")
    assert due(services) == []


def test_silence_calls_for_the_next_person_then_once_more_for_the_first(
    services: Services, clock: Clock
) -> None:
    ines = person(services, "Inês Carvalho", "Northgate Power")
    rui = person(services, "Rui Martins", "Northgate Power")
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - 5 * DAY)  # Wednesday
    (row,) = due(services)
    assert row.due.kind is DueKind.NEXT_PERSON
    assert row.names == "Inês Carvalho"
    assert [one.id for one in row.to] == [rui]
    assert row.employer == "Northgate Power"
    clock.now += 4 * DAY  # Friday, the seventh business day
    assert set(kinds(services)) == {DueKind.NEXT_PERSON, DueKind.SECOND}


def test_an_answer_ends_the_waiting_and_is_in_the_timeline_until_undone(
    services: Services,
) -> None:
    ines = person(services, "Inês Carvalho", "Northgate Power")
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - 5 * DAY)
    services.letters.log_answer(ines, " Yes, with pleasure ")
    assert due(services) == []
    found = [item for item in reading.timeline(ines) if item.kind == "answered"]
    assert [item.detail for item in found] == ["Yes, with pleasure"]
    services.store.undo()
    assert kinds(services) == [DueKind.NEXT_PERSON]


def test_answered_by_hand_ends_the_waiting_too(services: Services) -> None:
    ines = person(services, "Inês Carvalho", "Northgate Power")
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - 5 * DAY)
    services.people.set_stage([ines], Stage.KNOWN)
    assert kinds(services) == [DueKind.NEXT_PERSON]
    services.people.set_stage([ines], Stage.ANSWERED)
    assert due(services) == []
    services.store.undo()
    assert kinds(services) == [DueKind.NEXT_PERSON]


def test_done_and_not_now_go_and_come_back_with_undo(services: Services, clock: Clock) -> None:
    ines = person(services, "Inês Carvalho", "Northgate Power")
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - 5 * DAY)
    (row,) = due(services)
    services.routine.not_now(row, date(2026, 11, 26))
    assert due(services) == []
    clock.now += 3 * DAY
    assert kinds(services) == [DueKind.NEXT_PERSON]
    services.routine.done(due(services)[0])
    assert due(services) == []
    services.store.undo()
    assert kinds(services) == [DueKind.NEXT_PERSON]
    services.store.undo()
    clock.now -= 3 * DAY
    assert kinds(services) == [DueKind.NEXT_PERSON]


def test_thanks_name_what_can_be_mentioned_and_done_means_sent(services: Services) -> None:
    kenji = person(services, "Kenji Mori")
    talk = talked(services, kenji, MONDAY_2PM - 3_600_000)
    text = "! Forecasts are bought by traders\n- send the notebook (due Friday)\nplain"
    services.notes.save(talk, text, (None, None, None)).result()
    (row,) = due(services)
    assert (row.due.kind, row.insights, row.promises) == (DueKind.THANK, 1, 1)
    services.routine.done(row)
    assert due(services) == []
    services.store.undo()
    assert kinds(services) == [DueKind.THANK]


def test_a_task_is_ticked_changed_and_deleted(services: Services) -> None:
    task = services.learned.add_task("Send the notebook", date(2026, 11, 23))
    (row,) = due(services)
    assert (row.due.kind, row.due.text) == (DueKind.TASK, "Send the notebook")
    services.routine.done(row)
    assert due(services) == []
    services.store.undo()
    kenji = person(services, "Kenji Mori")
    services.learned.change_task(task, TaskDraft("Send it", date(2026, 11, 24), kenji))
    (row,) = due(services)
    assert (row.due.text, row.due.due_day) == ("Send it", date(2026, 11, 24))
    assert row.names == "Kenji Mori"
    with pytest.raises(InvalidDraft):
        services.learned.change_task(task, TaskDraft("  "))
    services.routine.delete_task(task)
    assert due(services) == []
    services.store.undo()
    assert kinds(services) == [DueKind.TASK]


def test_keeping_in_touch_begins_with_the_choice(services: Services, clock: Clock) -> None:
    farah = person(services, "Farah Demir")
    services.routine.keep_in_touch(farah, Keep.MONTHLY)
    assert due(services) == []
    clock.now += 31 * DAY
    assert kinds(services) == [DueKind.KEEP]
    services.store.undo()
    assert due(services) == []


def test_what_became_of_advice_is_told_a_week_later(services: Services, clock: Clock) -> None:
    farah = person(services, "Farah Demir")
    talk = talked(services, farah, MONDAY_2PM - DAY)
    services.conversations.thank(talk)
    services.store.change(
        "Keep",
        lambda: Insight.create(
            text="Read the market rules", category="advice", person=farah, conversation=talk,
            at=MONDAY_2PM,
        ),
    )  # fmt: skip
    assert due(services) == []
    clock.now += 6 * DAY
    assert kinds(services) == [DueKind.NEWS]


def test_the_introducer_hears_what_came_of_it(services: Services) -> None:
    lena = person(services, "Lena Ek")
    kenji = person(services, "Kenji Mori", by=lena)
    services.conversations.thank(talked(services, kenji, MONDAY_2PM - 5 * DAY))
    (row,) = due(services)
    assert row.due.kind is DueKind.REPORT
    assert row.names == "Lena Ek"
    assert [one.name for one in row.about] == ["Kenji Mori"]


def test_one_letter_tells_of_all_introductions_and_one_tick_settles_them(
    services: Services, clock: Clock
) -> None:
    lena = person(services, "Lena Ek")
    for days, name in ((6, "Kenji Mori"), (5, "Ben Ito"), (4, "Farah Demir")):
        talk = talked(services, person(services, name, by=lena), MONDAY_2PM - days * DAY)
        services.conversations.thank(talk)
    (row,) = due(services)
    assert [one.name for one in row.about] == ["Kenji Mori", "Ben Ito", "Farah Demir"]
    services.routine.done(row)
    assert due(services) == []
    services.store.undo()
    letter = services.letters.write(lena, LetterKind.INTRODUCER, WRITER)
    record = letter_records.letter(letter)
    assert record is not None
    told = "You sent me to Kenji Mori, Ben Ito and Farah Demir, and I have talked to each of them."
    assert told in record.body
    services.letters.mark_sent(letter)
    assert due(services) == []
    services.store.undo()
    (row,) = due(services)
    services.routine.not_now(row, date(2026, 11, 26))
    assert due(services) == []
    clock.now += 3 * DAY
    (row,) = due(services)
    assert len(row.about) == 3


def test_a_confirmation_that_was_sent_is_not_asked_for_again(services: Services) -> None:
    amara = person(services, "Amara Okafor")
    draft = ConversationDraft(people=(amara,), starts_at=MONDAY_2PM + DAY)
    talk = services.conversations.schedule(draft)
    services.store.change("Earlier", lambda: _agreed(talk, MONDAY_2PM - 7 * DAY))
    assert kinds(services) == [DueKind.CONFIRM]
    write(services, amara, LetterKind.CONFIRMATION, MONDAY_2PM, talk)
    assert due(services) == []


def _agreed(talk: int, at: int) -> None:
    from infoview_gui.store.models import Conversation  # noqa: PLC0415 - one use

    Conversation.update(created_at=at).where(Conversation.id == talk).execute()


def test_an_occupied_employer_is_warned_of_by_name(services: Services) -> None:
    ines = person(services, "Inês Carvalho", "Northgate Power")
    rui = person(services, "Rui Martins", "Northgate Power")
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - DAY)
    (warned,) = services.routine.warnings_for(rui)
    assert warned.warn.kind is WarningKind.WAITING
    assert warned.person is not None
    assert (warned.person.name, warned.employer) == ("Inês Carvalho", "Northgate Power")
    assert services.routine.warnings_for(person(services, "Somebody else")) == []


def test_not_now_offers_tomorrow_three_days_and_next_week(services: Services) -> None:
    today = date(2026, 11, 23)
    assert services.routine.later_days() == {
        "Tomorrow": today + timedelta(days=1),
        "In 3 days": today + timedelta(days=3),
        "Next week": date(2026, 11, 30),
    }


def test_a_task_for_somebody_stands_in_their_timeline_until_undone(
    services: Services, clock: Clock
) -> None:
    kenji = person(services, "Kenji Mori")

    def told() -> list[tuple[str, str, str, int | None]]:
        found = reading.timeline(kenji)
        return [(one.kind, one.detail, one.day, one.at) for one in found if "task" in one.kind]

    task = services.learned.add_task("Send the paper", date(2026, 11, 27), kenji)
    assert told() == [("task", "Send the paper", "2026-11-27", None)]
    clock.now += DAY
    services.learned.set_done(task, done=True)
    assert told() == [("task done", "Send the paper", "2026-11-27", clock.now)]
    services.store.undo()
    services.learned.change_task(task, TaskDraft("Send the paper", None, kenji))
    assert told() == [("task", "Send the paper", "", None)]
    services.store.undo()
    services.store.undo()
    assert told() == []


def test_a_new_task_is_not_put_off_because_a_deleted_one_was(services: Services) -> None:
    task = services.learned.add_task("Send the notebook", date(2026, 11, 23))
    services.routine.not_now(due(services)[0], date(2026, 12, 24))
    services.routine.delete_task(task)
    assert services.learned.add_task("Call Ben", date(2026, 11, 23)) == task
    assert [row.due.text for row in due(services)] == ["Call Ben"]
    services.store.undo()
    services.store.undo()
    assert due(services) == []


def test_times_in_an_unsent_draft_leave_somebody_the_next_person(services: Services) -> None:
    ines, lukasz = (person(services, name, "Northgate Power") for name in ("Inês", "Łukasz"))
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - 7 * DAY)
    (row,) = [one for one in due(services) if one.due.kind is DueKind.NEXT_PERSON]
    assert [one.id for one in row.to] == [lukasz]
    draft = ConversationDraft(people=(lukasz,), starts_at=MONDAY_2PM + 3 * DAY, status="proposed")
    services.conversations.schedule(draft)
    (row,) = [one for one in due(services) if one.due.kind is DueKind.NEXT_PERSON]
    assert [one.id for one in row.to] == [lukasz]
    write(services, lukasz, LetterKind.FIRST, MONDAY_2PM)
    assert not [one for one in due(services) if lukasz in [who.id for who in one.to]]


def test_undo_says_the_words_of_the_row(services: Services, clock: Clock) -> None:
    lena = person(services, "Lena Ek")
    ben = person(services, "Ben Ito", by=lena)
    services.conversations.thank(talked(services, ben, MONDAY_2PM - 4 * DAY))
    (row,) = [one for one in due(services) if one.due.kind is DueKind.REPORT]
    services.routine.not_now(row, date(2026, 12, 24))
    assert services.store.history.undo_label == "Not now: tell Lena Ek how it went with Ben Ito"
    services.store.undo()
    services.routine.done(row)
    assert services.store.history.undo_label == "Done: tell Lena Ek how it went with Ben Ito"
    services.learned.add_task("IEEE paper: read it once more, then tell Farah what is in it", None)
    (task,) = [one for one in due(services) if one.due.kind is DueKind.TASK]
    services.routine.not_now(task, date(2026, 12, 24))
    label = services.store.history.undo_label
    assert label.startswith("Not now: IEEE paper: read it once more")
    assert len(label) < 72


def test_a_task_without_a_day_is_there_until_it_is_done_or_put_off(
    services: Services, clock: Clock
) -> None:
    lena = person(services, "Lena Ek")
    services.routine.keep_in_touch(lena, Keep.MONTHLY)
    task = services.learned.add_task("Lend her the book", None, lena)
    (row,) = due(services)
    assert not row.has_day
    services.routine.not_now(row, date(2026, 11, 26))
    assert due(services) == []
    clock.now += 40 * DAY  # nor does it keep the user from being in touch
    assert kinds(services) == [DueKind.KEEP, DueKind.TASK]
    services.learned.set_done(task, done=True)
    assert kinds(services) == [DueKind.KEEP]
