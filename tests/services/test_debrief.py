"""After a talk: what each line becomes, once; what is kept of it, and undo."""

from datetime import date

import pytest

from infoview_gui.practice.checklist import DEFAULTS
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.questions import Category
from infoview_gui.services import reading, revisions
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from tests.services.conftest import MONDAY_2PM, Clock

TODAY = date(2026, 11, 25)
NOTES = """Team of 14
! Regulators ask for probabilistic forecasts
~ hosting capacity: how much solar a feeder takes
@ Lena Castellanos, planning tools, Northwind
+ Northwind, planning analyst, two in January
- send the feeder notebook (due Friday)
- read the rules
"""


@pytest.fixture
def talk(services: Services) -> int:
    amara = services.people.add(PersonDraft(name="Amara Okafor", company="Northwind"))
    talk = services.conversations.schedule(ConversationDraft(people=(amara,)))
    lines = NOTES.count("\n") + 1
    moments = [MONDAY_2PM + place for place in range(lines)]
    services.notes.save(talk, NOTES, moments).result()
    return talk


def kinds(services: Services) -> dict[str, int]:
    found = services.learned.all()
    return {kind.value: sum(one.kind is kind for one in found) for kind in MarkKind}


def test_each_line_proposes_what_it_would_become(services: Services, talk: int) -> None:
    found = services.debrief.captured(talk, TODAY)
    assert [one.kind.value for one in found] == [
        *("insight", "term", "person", "opening", "todo", "todo")
    ]
    assert found[2].fields == {
        "name": "Lena Castellanos",
        "role": "planning tools",
        "company": "Northwind",
    }
    assert found[3].fields["details"] == "two in January"
    # Friday is counted from the day of the talk, Monday 23 November.
    assert found[4].fields == {"text": "send the feeder notebook", "due": "2026-11-27"}
    assert found[4].words == "Friday"
    assert found[5].fields["due"] == ""
    assert all(one.target_id is None for one in found)


def test_keep_all_is_one_step_and_does_nothing_twice(services: Services, talk: int) -> None:
    debrief = services.debrief
    assert debrief.keep_all(talk, debrief.captured(talk, TODAY)) == 6
    assert kinds(services) == {"insight": 1, "term": 1, "person": 0, "opening": 1, "todo": 2}
    (lena,) = services.people_list.ids("lena")
    detail = reading.person(lena)
    assert detail is not None
    assert detail.introduced_by is not None
    assert (detail.introduced_by.name, detail.company) == ("Amara Okafor", "Northwind")
    again = debrief.captured(talk, TODAY)
    assert all(one.target_id is not None for one in again)
    assert debrief.keep_all(talk, again) == 0
    assert services.people_list.count() == 2
    services.store.undo()
    assert (services.people_list.count(), services.learned.all()) == (1, [])
    services.store.redo()
    assert services.people_list.count() == 2


def test_one_line_is_edited_before_it_is_kept(services: Services, talk: int) -> None:
    term = services.debrief.captured(talk, TODAY)[1]
    fields = {**term.fields, "meaning": "Solar per feeder"}
    target = services.debrief.keep(talk, term, fields)
    assert services.debrief.keep(talk, term) == target
    (found,) = services.learned.all(MarkKind.TERM)
    assert (found.title, found.fields["meaning"]) == ("hosting capacity", "Solar per feeder")
    assert found.person == "Amara Okafor"
    with pytest.raises(InvalidDraft):
        services.debrief.keep(talk, services.debrief.captured(talk, TODAY)[0], {"text": " "})


def test_a_kept_line_whose_words_change_is_not_kept_again(services: Services, talk: int) -> None:
    services.debrief.keep_all(talk, services.debrief.captured(talk, TODAY))
    text = NOTES.replace("two in January", "two in February")
    moments = [MONDAY_2PM + place for place in range(text.count("\n") + 1)]
    services.notes.save(talk, text, moments).result()
    assert all(one.target_id is not None for one in services.debrief.captured(talk, TODAY))
    pasted: list[int | None] = [MONDAY_2PM] * len(moments)
    services.notes.save(talk, text.replace("two in", "three in"), pasted).result()
    unkept = [one.line for one in services.debrief.captured(talk, TODAY) if one.target_id is None]
    assert unkept == ["+ Northwind, planning analyst, three in February"]


def test_somebody_known_by_that_name_is_not_added_again(services: Services, talk: int) -> None:
    lena = services.people.add(PersonDraft(name="Lena Castellanos"))
    person = services.debrief.captured(talk, TODAY)[2]
    assert services.debrief.keep(talk, person) == lena
    detail = reading.person(lena)
    assert detail is not None
    assert detail.introduced_by is not None
    services.store.undo()
    detail = reading.person(lena)
    assert detail is not None
    assert detail.introduced_by is None


def test_an_insight_has_the_category_of_the_question_asked_before(
    services: Services, talk: int
) -> None:
    record = reading.conversation(talk)
    assert record is not None
    question = next(one for one in record.questions if one.category == "trends")
    services.talking.start(talk)
    services.conversations.tick(question.id, asked=True)
    lines = NOTES.count("\n") + 1
    services.notes.save(talk, NOTES, [MONDAY_2PM + 60_000] * lines).result()
    assert services.debrief.captured(talk, TODAY)[0].fields["category"] == "trends"


def test_what_was_kept_is_searched_edited_deleted_and_undone(services: Services, talk: int) -> None:
    services.debrief.keep_all(talk, services.debrief.captured(talk, TODAY))
    learned = services.learned
    (opening,) = learned.all(text="northwind analyst")
    learned.change(opening.kind, opening.id, role="grid planner")
    assert learned.all(MarkKind.OPENING)[0].fields["role"] == "grid planner"
    learned.delete(opening.kind, opening.id)
    assert learned.all(MarkKind.OPENING) == []
    unkept = [one.kind for one in services.debrief.captured(talk, TODAY) if one.target_id is None]
    assert unkept == [MarkKind.OPENING]
    services.store.undo()
    assert learned.all(MarkKind.OPENING)[0].fields["role"] == "grid planner"
    task = learned.add_task("Call Ben", date(2026, 12, 1))
    learned.set_done(task, done=True)
    assert learned.all(text="call ben")[0].done_at is not None
    with pytest.raises(InvalidDraft):
        learned.change(MarkKind.TODO, task, text=" ")


def test_rating_and_reflections_are_kept(services: Services, talk: int) -> None:
    services.debrief.rate(talk, 4)
    services.debrief.reflect(talk, "learned", "Explaining is the bottleneck")
    found = services.debrief.reflection(talk)
    assert (found.usefulness, found.learned) == (4, "Explaining is the bottleneck")
    services.store.undo()
    services.store.undo()
    assert services.debrief.reflection(talk).usefulness is None
    for wrong in (0, 6):
        with pytest.raises(InvalidDraft):
            services.debrief.rate(talk, wrong)


def test_the_checklist_begins_with_the_usual_points_and_is_edited(
    services: Services, talk: int
) -> None:
    lists = services.checklists
    assert [point.text for point in lists.points(talk)] == list(DEFAULTS)
    lists.tick(talk, 0, done=True)
    lists.add(talk, "Water")
    lists.move(talk, len(DEFAULTS), 0)
    points = lists.points(talk)
    assert (points[0].text, points[1].done_at) == ("Water", MONDAY_2PM)
    lists.remove(talk, 1)
    lists.keep_as_default(talk)
    assert lists.defaults() == ("Water", *DEFAULTS[1:])
    assert lists.points(talk)[0].done_at is None
    services.store.undo()
    assert lists.defaults() == DEFAULTS


def test_revisions_are_at_most_ten_minutes_apart(
    services: Services, talk: int, clock: Clock
) -> None:
    for minute in range(25):
        clock.forward(1)
        services.notes.save(talk, f"{NOTES}{minute}", []).result()
    found = [revision.at for revision in revisions.revisions(talk)]
    assert len(found) == 3
    clock.forward(1)
    services.notes.save(talk, "", []).result()
    assert revisions.revisions(talk)[0].notes.text == f"{NOTES}24"


def test_own_questions_join_the_bank_and_know_when_they_were_asked(
    services: Services, talk: int, clock: Clock
) -> None:
    bank = services.question_bank
    own = bank.add(" What surprised  you? ", Category.ADVICE)
    assert bank.entries()[0].question.text == "What surprised you?"
    for text in ("", "What surprised you?", bank.entries()[3].question.text):
        with pytest.raises(InvalidDraft):
            bank.add(text, Category.ADVICE)
    question = services.conversations.add_question(talk, "What surprised you?", "advice")
    services.conversations.tick(question, asked=True)
    entry = bank.entries(talk)[0]
    assert (entry.own_id, entry.asked, entry.answered_by) == (own, 1, "")
    colleague = services.people.add(PersonDraft(name="Lena", company="Northwind GmbH"))
    other = services.conversations.schedule(ConversationDraft(people=(colleague,)))
    assert bank.entries(other)[0].answered_by == "employer"
    (amara,) = services.people_list.ids("amara")
    third = services.conversations.schedule(ConversationDraft(people=(amara,)))
    assert bank.entries(third)[0].answered_by == "person"
    bank.remove(own)
    services.store.undo()
    bank.change(own, "What surprised you most?", Category.TRENDS)
    assert bank.entries()[0].question.category is Category.TRENDS


def test_what_was_edited_is_shown_and_a_person_deleted_is_not_kept(
    services: Services, talk: int
) -> None:
    debrief = services.debrief
    debrief.keep_all(talk, debrief.captured(talk, TODAY))
    (term,) = services.learned.all(MarkKind.TERM)
    services.learned.change(MarkKind.TERM, term.id, meaning="room for solar")
    (lena,) = [one for one in debrief.captured(talk, TODAY) if one.kind is MarkKind.PERSON]
    assert lena.target_id is not None
    services.people.delete([lena.target_id])
    again = services.people.add(PersonDraft(name="Somebody Else"))
    assert again == lena.target_id  # SQLite gives the id anew
    shown = {one.kind: one for one in debrief.captured(talk, TODAY)}
    assert shown[MarkKind.TERM].fields["meaning"] == "room for solar"
    assert shown[MarkKind.PERSON].target_id is None
    assert debrief.keep(talk, shown[MarkKind.PERSON]) != again


def test_what_is_stored_becomes_a_version_before_another_is_restored(
    services: Services, talk: int
) -> None:
    for _ in range(2):
        services.notes.keep_version(talk).result()
    assert [one.notes.text for one in revisions.revisions(talk)] == [NOTES]
