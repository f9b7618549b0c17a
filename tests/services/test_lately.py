"""Figures of the last days and what was learned in them: people are counted, not messages."""

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services import lately
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.people_filter import PeopleFilter
from infoview_gui.store.models import Letter, Term
from tests.services.conftest import MONDAY_2PM, Clock

DAY = 24 * 3_600_000
SINCE = MONDAY_2PM - 30 * DAY


def person(services: Services, name: str, by: int | None = None) -> int:
    return services.people.add(PersonDraft(name=name, introduced_by=by))


def write(services: Services, to: int, kind: LetterKind, at: int | None) -> None:
    services.store.change(
        "Write",
        lambda: Letter.create(
            kind=kind.value, person=to, created_at=MONDAY_2PM, changed_at=MONDAY_2PM, sent_at=at
        ),
    )


def figures(services: Services) -> dict[str, int]:
    return lately.figures(services.store.connection(), SINCE)


def test_nothing_in_a_new_book(services: Services) -> None:
    person(services, "Ben Ito")
    assert figures(services) == {"asked": 0, "answered": 0, "talked": 0, "referred": 0}
    assert lately.lessons(services.store.connection(), 8) == []


def test_asked_counts_people_once_and_neither_drafts_nor_thanks_nor_what_is_long_ago(
    services: Services,
) -> None:
    ines, rui, ben, farah = (person(services, name) for name in ("Inês", "Rui", "Ben", "Farah"))
    write(services, ines, LetterKind.FIRST, MONDAY_2PM - 9 * DAY)
    write(services, ines, LetterKind.SECOND, MONDAY_2PM)
    write(services, rui, LetterKind.FIRST, None)
    write(services, ben, LetterKind.THANKS, MONDAY_2PM)
    write(services, farah, LetterKind.FIRST, SINCE - 1)
    assert figures(services)["asked"] == 1
    services.people.set_stage([rui], Stage.ASKED)
    assert figures(services)["asked"] == 2
    found = services.people_list.ids(only=PeopleFilter(lately="asked"))
    assert list(found) == [ines, rui]
    assert list(services.people_list.ids("rui", only=PeopleFilter(lately="asked"))) == [rui]


def test_answered_talked_and_referred(services: Services, clock: Clock) -> None:
    ines = person(services, "Inês")
    services.letters.log_answer(ines, "Yes")
    draft = ConversationDraft(people=(ines,), starts_at=MONDAY_2PM)
    talk = services.conversations.schedule(draft)
    # Who answered was asked, also where nothing says so; who was asked long ago was not asked now.
    assert figures(services) == {"asked": 1, "answered": 1, "talked": 0, "referred": 0}
    write(services, ines, LetterKind.FIRST, SINCE - 1)
    assert figures(services)["asked"] == 0
    services.conversations.happened(talk, MONDAY_2PM, 15)
    person(services, "Lena", by=ines)
    assert figures(services) == {"asked": 0, "answered": 1, "talked": 1, "referred": 1}
    for name, number in figures(services).items():
        assert len(services.people_list.ids(only=PeopleFilter(lately=name))) == number
    clock.now += 31 * DAY
    later = lately.figures(services.store.connection(), clock.now - 30 * DAY)
    assert set(later.values()) == {0}


def test_a_term_is_told_once_with_how_many_said_it(services: Services) -> None:
    people = [person(services, name) for name in ("Inês", "Rui")]

    def keep() -> None:
        for number, who in enumerate(people):
            word = ("DERMS", "derms")[number]
            Term.create(term=word, meaning="steers", person=who, at=MONDAY_2PM + number)

    services.store.change("Keep", keep)
    (lesson,) = lately.lessons(services.store.connection(), 8)
    assert (lesson.kind, lesson.people) == (MarkKind.TERM, 2)
    assert lesson.text.casefold() == "derms"


def test_who_was_named_in_two_talks_is_told_once(services: Services) -> None:
    ines = person(services, "Inês")
    for day in (2, 1):
        draft = ConversationDraft(people=(ines,), starts_at=MONDAY_2PM - day * DAY)
        talk = services.conversations.schedule(draft)
        services.conversations.happened(talk, MONDAY_2PM - day * DAY, 15)
        services.notes.save(talk, "@ Lena Castellanos, regulator", (None,)).result()
        today = services.routine.later_days()["Tomorrow"]
        services.debrief.keep_all(talk, services.debrief.captured(talk, today))
    named = lately.lessons(services.store.connection(), 8)
    assert {one.text for one in named} == {"Lena Castellanos"}
