import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.store.models import Letter
from tests.services.conftest import MONDAY_2PM, Clock


def _names(services: Services, text: str = "", sort: str = "name") -> list[str]:
    ids = services.people_list.ids(text, sort)
    rows = services.people_list.rows(ids)
    return [rows[ident].name for ident in ids]


def test_a_name_is_enough(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Amara Okafor"))

    detail = reading.person(person)
    assert detail is not None
    assert (detail.first_name, detail.last_name, detail.stage) == ("Amara", "Okafor", Stage.KNOWN)
    assert [item.kind for item in reading.timeline(person)] == ["added"]


@pytest.mark.parametrize("draft", [PersonDraft(), PersonDraft(name="  "), PersonDraft(role="CTO")])
def test_without_anything_to_name_nobody_is_added(services: Services, draft: PersonDraft) -> None:
    with pytest.raises(InvalidDraft):
        services.people.add(draft)
    assert services.people_list.count() == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("oka", ["Amara Okafor"]),
        ("OKAFOR ama", ["Amara Okafor"]),
        ("northwind", ["Amara Okafor", "Łukasz Nowak"]),
        ("nowak", ["Łukasz Nowak"]),
        ("amara@north", ["Amara Okafor"]),
        ("feeders", ["Łukasz Nowak"]),
        ("C++", ["Łukasz Nowak"]),
        ("O'Brien", ["Siobhán O'Brien"]),
        ("siobhan", ["Siobhán O'Brien"]),
        ("田中", ["田中太郎"]),
        ("太郎", ["田中太郎"]),
        ("%", []),
        ('" OR "', []),
        ("zzz", []),
    ],
)
def test_typing_filters_by_the_words_of_a_person(
    services: Services, typed: str, found: list[str]
) -> None:
    add = services.people.add
    mail = (ContactPoint("amara@northwind.example"),)
    add(PersonDraft(name="Amara Okafor", company="Northwind Energy", emails=mail))
    add(PersonDraft(name="Łukasz Nowak", company="Northwind", role="C++", tags=("feeders",)))
    add(PersonDraft(name="Siobhán O'Brien"))
    add(PersonDraft(name="田中太郎"))

    assert _names(services, typed) == found


def test_sorting_follows_the_alphabet_and_not_the_bytes(services: Services) -> None:
    for name in ("Zoe", "élise", "Anna", "Östen", "anders"):
        services.people.add(PersonDraft(name=name))

    assert _names(services) == ["anders", "Anna", "élise", "Östen", "Zoe"]


def test_each_field_is_an_undo_step_of_its_own(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Amara"))
    services.people.set_field(person, "role", "Head")
    services.people.set_field(person, "role", "Head of Grid")
    services.people.set_field(person, "company", "Northwind")

    services.store.undo()
    services.store.undo()

    detail = reading.person(person)
    assert detail is not None
    assert (detail.role, detail.company) == ("", "")


def test_introductions_are_seen_from_both_sides(services: Services) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    amara = services.people.add(PersonDraft(name="Amara Okafor", introduced_by=ben))

    introduced, introducer = reading.person(amara), reading.person(ben)

    assert introduced is not None
    assert introducer is not None
    assert introduced.introduced_by is not None
    assert introduced.introduced_by.name == "Ben Ito"
    assert [person.name for person in introducer.introduced] == ["Amara Okafor"]
    with pytest.raises(InvalidDraft):
        services.people.introduce(amara, amara)


def test_deleting_takes_the_conversations_that_were_with_nobody_else(services: Services) -> None:
    amara = services.people.add(PersonDraft(name="Amara"))
    ben = services.people.add(PersonDraft(name="Ben"))
    alone = services.conversations.schedule(ConversationDraft(people=(amara,)))
    both = services.conversations.schedule(ConversationDraft(people=(amara, ben)))
    services.notes.save(alone, "what she said", [MONDAY_2PM]).result()
    assert services.people.goes_with([amara]) == "1 conversation with notes"
    letters = [
        {"kind": "news", "person": amara, "created_at": 1, "changed_at": 1},
        {"kind": "thank-you", "person": amara, "created_at": 1, "changed_at": 1},
    ]
    services.store.change("Write", lambda: Letter.insert_many(letters).execute())
    assert services.people.goes_with([amara]) == "1 conversation with notes and 2 letters"
    assert services.people.goes_with([ben]) == ""

    services.people.delete([amara])

    assert reading.all_conversation_ids() == [both]
    record = reading.conversation(both)
    assert record is not None
    assert record.title == "Ben"
    services.store.undo()
    assert services.notes.load(alone).text == "what she said"
    assert _names(services) == ["Amara", "Ben"]


def test_a_stage_set_by_hand_holds_until_something_newer(services: Services, clock: Clock) -> None:
    person = services.people.add(PersonDraft(name="Amara"))
    services.people.set_stage([person], Stage.NOT_NOW)
    assert services.people_list.rows([person])[person].stage is Stage.NOT_NOW

    clock.forward(1)
    talk = services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=clock.now + 3_600_000)
    )
    assert services.people_list.rows([person])[person].stage is Stage.SCHEDULED

    services.conversations.cancel(talk)
    assert services.people_list.rows([person])[person].stage is Stage.NOT_NOW


def test_people_who_write_one_company_differently_share_the_employer(services: Services) -> None:
    for name, company in (("A", "Northwind Energy"), ("B", "northwind energy, Inc."), ("C", "X")):
        services.people.add(PersonDraft(name=name, company=company))

    query = "SELECT name FROM employer ORDER BY id"
    assert [row[0] for row in services.store.connection().execute(query)] == [
        "Northwind Energy",
        "X",
    ]
