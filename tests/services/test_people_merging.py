"""Making one person of several: what is theirs comes together, and one undo takes it apart."""

from typing import Any

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.records import PersonDetail
from infoview_gui.store.models import (
    Capture,
    Insight,
    Letter,
    Opening,
    Settled,
    SourceCard,
    Task,
    Term,
)
from infoview_gui.store.store import Store
from tests.services.conftest import Clock
from tests.store.conftest import contents


def add(services: Services, name: str, **more: Any) -> int:  # noqa: ANN401 - as a draft takes it
    return services.people.add(PersonDraft(name=name, **more))


def detail(ident: int) -> PersonDetail:
    found = reading.person(ident)
    assert found is not None
    return found


def points(*values: str) -> tuple[ContactPoint, ...]:
    return tuple(ContactPoint(value) for value in values)


@pytest.fixture
def pair(services: Services) -> tuple[int, int]:
    one = add(
        services,
        "Joanna Wiśniewska",
        company="Northgate Water",
        emails=(ContactPoint("jw@x.org", preferred=True),),
        phones=points("+48 22 123 45 67"),
        tags=("grid",),
        note="Met at GridWeek.",
    )
    other = add(
        services,
        "J. Wisniewska",
        company="Northgate",
        role="Planner",
        zone="Europe/Warsaw",
        channel="event",
        emails=(ContactPoint("JW@X.org", "work"), ContactPoint("home@x.org", preferred=True)),
        tags=("grid", "tides"),
        note="Likes tea.",
    )
    return one, other


def test_what_is_theirs_is_united_and_what_is_missing_is_filled(
    services: Services, pair: tuple[int, int]
) -> None:
    one, other = pair
    services.people_merging.merge(one, [other])
    found = detail(one)
    assert reading.person(other) is None
    assert (found.name, found.company, found.role) == (
        "Joanna Wiśniewska", "Northgate Water", "Planner",
    )  # fmt: skip
    assert (found.zone, found.zone_confirmed, found.channel) == ("Europe/Warsaw", True, "event")
    assert found.emails == (
        ContactPoint("jw@x.org", "work", preferred=True), ContactPoint("home@x.org"),
    )  # fmt: skip
    assert [phone.value for phone in found.phones] == ["+48 22 123 45 67"]
    assert found.tags == ("grid", "tides")
    assert found.note == "Met at GridWeek.\n\nLikes tea."
    assert list(services.people_list.ids("home@x")) == [one]


def test_the_user_chooses_whose_value_stays(services: Services, pair: tuple[int, int]) -> None:
    one, other = pair
    services.people_merging.merge(one, [other], {"name": other, "company": other})
    found = detail(one)
    assert (found.name, found.company) == ("J. Wisniewska", "Northgate")
    assert found.employer is not None
    assert found.employer.name == "Northgate"
    assert list(services.people_list.ids("northgate water")) == []


def test_one_undo_brings_both_back_and_redo_merges_again(
    services: Services, pair: tuple[int, int]
) -> None:
    one, other = pair
    talk = services.conversations.schedule(ConversationDraft(people=(other, one), minutes=15))
    services.person_notes.add(other, "They will move in May")
    services.people.set_stage([other], Stage.ANSWERED)
    before = contents(services.store)
    services.people_merging.merge(one, [other])
    after = contents(services.store)
    assert services.store.history.undo_label == "Merge 2 people into Joanna Wiśniewska"
    undone = services.store.undo()
    assert undone is not None
    assert undone.done
    assert contents(services.store) == before
    redone = services.store.redo()
    assert redone is not None
    assert redone.done
    assert contents(services.store) == after
    conversation = reading.conversation(talk)
    assert conversation is not None
    assert [person.id for person in conversation.people] == [one]


def test_the_timeline_the_talks_and_the_stage_follow(services: Services, clock: Clock) -> None:
    one, other, third = (add(services, name) for name in ("Ben Ito", "B. Ito", "Ann Lee"))
    clock.forward(5)
    services.people.set_stage([one], Stage.ASKED)
    clock.forward(5)
    services.person_notes.add(other, "They will move in May")
    services.people.set_stage([other], Stage.ANSWERED)
    talk = services.conversations.schedule(ConversationDraft(people=(third, other), minutes=15))
    services.people_merging.merge(one, [other])
    kinds = [item.kind for item in reading.timeline(one)]
    assert sorted(kinds) == ["added", "added", "note", "planned", "stage", "stage"]
    found = reading.conversation(talk)
    assert found is not None
    assert [person.name for person in found.people] == ["Ann Lee", "Ben Ito"]
    assert detail(one).stage is Stage.SCHEDULED


def test_introductions_follow_in_both_directions(services: Services) -> None:
    ann = add(services, "Ann Lee")
    one = add(services, "Ben Ito")
    other = add(services, "B. Ito", introduced_by=ann, channel="introduction")
    friend = add(services, "Cy Fox", introduced_by=other)
    services.people_merging.merge(one, [other])
    found = detail(one)
    assert found.introduced_by is not None
    assert found.introduced_by.id == ann
    assert [person.id for person in found.introduced] == [friend]


def test_nobody_becomes_their_own_introducer(services: Services) -> None:
    one = add(services, "Ben Ito")
    other = add(services, "B. Ito", introduced_by=one)
    services.people_merging.merge(one, [other])
    assert detail(one).introduced_by is None
    services.store.undo()
    services.people_merging.merge(other, [one])
    assert detail(other).introduced_by is None


def test_letters_the_vcards_and_what_was_kept_from_notes_follow(services: Services) -> None:
    one, other = add(services, "Ben Ito"), add(services, "B. Ito")
    talk = services.conversations.schedule(ConversationDraft(people=(other,), minutes=15))

    def keep() -> None:
        Insight.create(text="Half from science", person=other, at=1)
        Term.create(term="LMP", person=other, at=1)
        Opening.create(company="Acme", person=other, at=1)
        Task.create(text="Send the paper", person=other, at=1)
        Capture.create(conversation=talk, line="@ B. Ito", kind="person", target_id=other)
        SourceCard.create(person=other, format="vcard", text="BEGIN:VCARD", imported_at=1)
        Letter.create(kind="first", person=other, about=other, created_at=1, changed_at=1)

    services.store.change("Keep", keep)
    services.people_merging.merge(one, [other])
    for model in (Insight, Term, Opening, Task, SourceCard, Letter):
        assert [row.person_id for row in model.select()] == [one]
    assert Letter.get().about_id == one
    assert Capture.get().target_id == one


def test_what_was_said_of_today_follows(services: Services) -> None:
    lena, again = add(services, "Lena Ek"), add(services, "L. Ek")
    ben = add(services, "Ben Ito", introduced_by=again)
    services.routine.keep_in_touch(again, Keep.MONTHLY)
    rows = [
        {"kind": "keep in touch", "subject_id": again, "cycle": 7, "done_at": 1, "until": None},
        {
            "kind": "report",
            "subject_id": ben,
            "cycle": again,
            "done_at": None,
            "until": "2026-12-01",
        },
        {"kind": "report", "subject_id": ben, "cycle": lena, "done_at": 5, "until": None},
        {"kind": "task", "subject_id": again, "cycle": 0, "done_at": 1, "until": None},
    ]
    services.store.change("Settle", lambda: Settled.insert_many(rows).execute())
    services.people_merging.merge(lena, [again])
    found = {(row.kind, row.subject_id, row.cycle, row.done_at) for row in Settled.select()}
    assert found == {
        ("keep in touch", lena, 7, 1),
        ("report", ben, lena, 5),
        ("task", again, 0, 1),  # its subject is a task, whoever has the same number
    }
    assert detail(lena).keep == Keep.MONTHLY.value
    services.store.undo()
    assert Settled.select().count() == 4
    assert detail(lena).keep == ""


def test_somebody_filed_by_hand_stays_there(services: Services) -> None:
    one = add(services, "Ben Ito")
    other = add(services, "B. Ito", company="Acme Labs")
    add(services, "Ann Lee", company="Acme")
    acme = services.employers.names("acme")[0]
    services.employers.assign([other], acme.id)
    services.people_merging.merge(one, [other])
    assert services.employers.is_by_hand(one)
    found = detail(one)
    assert found.employer is not None
    assert (found.company, found.employer.name) == ("Acme Labs", "Acme")


def test_three_become_one(services: Services) -> None:
    ids = [add(services, name) for name in ("Ben Ito", "B. Ito", "Benjamin Ito")]
    services.people_merging.merge(ids[1], [ids[0], ids[2]], {"name": ids[2]})
    assert list(services.people_list.ids()) == [ids[1]]
    assert detail(ids[1]).name == "Benjamin Ito"


def test_those_who_are_two_are_not_found_again(services: Services) -> None:
    one = add(services, "Ben Ito", company="Acme")
    other = add(services, "B. Ito", company="Acme")
    assert [found.ids for found in services.people_merging.similar()] == [(one, other)]
    assert [found.id for found in services.people_merging.similar_to(one)] == [other]
    services.people_merging.keep_apart([other, one])
    assert services.people_merging.similar() == []
    assert services.people_merging.similar_to(other) == []
    services.store.undo()
    assert len(services.people_merging.similar()) == 1


def test_whoever_stays_is_still_another_than_those_apart(services: Services) -> None:
    one, other, third = (
        add(services, name, company="Acme") for name in ("Ben Ito", "B. Ito", "Bea Ito")
    )
    services.people_merging.keep_apart([other, third])
    services.people_merging.merge(one, [other])
    assert services.people_merging.similar() == []


def test_who_looks_like_the_person_shown(services: Services) -> None:
    shown = add(services, "Benjamin Ito", company="Acme", phones=points("030 1234567"))
    add(services, "Ann Lee", company="Acme")
    add(services, "Ben Ito", company="Mills")
    alike = add(services, "Ito, Ben", company="Acme Inc")
    number = add(services, "Office of B. Ito", phones=points("+49 30 1234567"))
    same_name = add(services, "Benjamin Ito")
    german = make_services(services.store, services.clock, lambda: "DE")
    found = {one.id for one in german.people_merging.similar_to(shown)}
    assert found == {alike, number, same_name}


def test_a_switchboard_makes_nobody_look_like_somebody(services: Services) -> None:
    names = ("Ann Lee", "Bob Ray", "Cy Fox", "Di Orr")
    ids = [add(services, name, phones=points("+49 30 1234567")) for name in names]
    assert services.people_merging.similar_to(ids[0]) == []


def test_a_number_is_stored_with_the_country(services: Services) -> None:
    german = make_services(services.store, services.clock, lambda: "DE")
    one = german.people.add(PersonDraft(name="Ben Ito", phones=points("030 1234567")))
    other = german.people.add(PersonDraft(name="Ben", phones=points("+49 30 1234567")))
    assert [found.id for found in german.people_merging.similar_to(other)] == [one]
    german.people_merging.merge(one, [other])
    assert len(detail(one).phones) == 1


def test_merged_companies_are_one_employer(services: Services) -> None:
    one = add(services, "Ben Ito", company="Apex")
    other = add(services, "B. Ito", company="Acme")
    apex, acme = (services.employers.names(name)[0].id for name in ("apex", "acme"))
    services.employers.merge(acme, [apex])
    assert [found.ids for found in services.people_merging.similar()] == [(one, other)]


def test_it_can_be_asked_beside_the_window(services: Services) -> None:
    store: Store = services.store
    add(services, "Ben Ito", company="Acme")
    with store.reading():
        assert services.people_merging.similar() == []
