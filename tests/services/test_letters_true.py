"""What a letter claims has happened: nothing that did not, whatever is known of the person."""

from zoneinfo import ZoneInfo

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_merge import fill
from infoview_gui.practice.letters_times import TimeWords
from infoview_gui.services import letter_records
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.letter_values import About, Writer, values
from infoview_gui.store.models import Insight
from tests.services.conftest import MINUTE, Clock

DAY = 24 * 60 * MINUTE
K = LetterKind


def _writer() -> Writer:
    words = TimeWords(lambda day: day.strftime("%A %-d %B"), lambda at: at.strftime("%H:%M"))
    return Writer("Marta Vidal", "Marta", 15, ZoneInfo("Europe/Berlin"), words)


def _texts(services: Services, about: About) -> list[str]:
    """Return what every template of the kind makes of it, subject and all."""
    known = values(about, _writer(), services.clock())
    filled = [fill(one, known) for one in services.letter_templates.of(about.kind)]
    return [f"{one.subject}\n{one.text}" for one in filled]


def _talk(services: Services, clock: Clock, person: int, notes: str = "") -> int:
    talk = services.conversations.schedule(ConversationDraft(people=(person,), starts_at=clock.now))
    services.talking.start(talk)
    clock.forward(15)
    services.talking.end(talk)
    if notes:
        services.notes.save(talk, notes, [1] * len(notes.split("\n"))).result()
    return talk


def _last(services: Services, kind: LetterKind, person: int, about: int | None = None) -> list[str]:
    """Return the texts of a letter begun as the program begins one."""
    letter = services.letters.write(person, kind, _writer(), about_id=about)
    record = letter_records.letter(letter)
    assert record is not None
    return _texts(services, About(kind, person, record.conversation_id, about))


@pytest.mark.parametrize("kind", [K.INTRODUCTION, K.NEWS, K.INTRODUCER, K.THANKS, K.CONFIRMATION])
def test_somebody_never_talked_to_is_not_told_of_a_talk(
    services: Services, kind: LetterKind
) -> None:
    ricardo = services.people.add(PersonDraft(name="Ricardo Sol"))
    lena = services.people.add(PersonDraft(name="Lena Ek", company="Northwind"))
    for text in _last(services, kind, ricardo, lena):
        for claim in ("we talked", "When we", "named someone", "advice:", "advised me"):
            assert claim not in text


def test_an_introduction_names_the_talk_in_which_they_were_named(
    services: Services, clock: Clock
) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    lena = services.people.add(PersonDraft(name="Lena Ek", introduced_by=ben))
    other = services.people.add(PersonDraft(name="Pia Ohm", introduced_by=ben))
    _talk(services, clock, ben, "@ Lena Ek, planning tools")
    clock.forward(2 * 24 * 60)
    _talk(services, clock, ben)
    for text in _last(services, K.INTRODUCTION, ben, lena):
        assert "When we talked on Monday 23 November you named someone" in text
    for text in _last(services, K.INTRODUCTION, ben, other):
        assert "When we talked" not in text


def test_news_speaks_of_advice_only_where_some_was_given(services: Services, clock: Clock) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    talk = _talk(services, clock, ben)
    clock.forward(7 * 24 * 60)
    for text in _last(services, K.NEWS, ben):
        assert "we talked on Monday 23 November" in text.replace("We", "we")
        assert "advi" not in text
    read, at = "Read the market rules first", services.clock()
    given = {"category": "advice", "person": ben, "conversation": talk, "at": at}
    services.store.change("Advice", lambda: Insight.create(text=read, **given))
    for text in _last(services, K.NEWS, ben):
        assert f": {read}. " in text
        assert "on Monday 23 November" in text


def test_the_introducer_hears_of_one_or_of_several(services: Services, clock: Clock) -> None:
    sara = services.people.add(PersonDraft(name="Sara Lund"))
    ben, lena = (
        services.people.add(PersonDraft(name=name, introduced_by=sara)) for name in ("Ben", "Lena")
    )
    talk = _talk(services, clock, ben)
    clock.forward(24 * 60)
    for text in _last(services, K.INTRODUCER, sara, ben):
        assert "we talked yesterday" in text
    _talk(services, clock, lena)
    clock.forward(2 * 24 * 60)
    for text in _texts(services, About(K.INTRODUCER, sara)):
        assert "Ben and Lena" in text
        assert "I have talked to both" in text
        assert "That talk" not in text
    assert talk


def test_a_call_by_phone_is_confirmed_with_who_calls_and_no_seeing(
    services: Services, clock: Clock
) -> None:
    number = ContactPoint("+44 20 7946 0018", "", True)
    ben = services.people.add(PersonDraft(name="Ben", zone="Europe/London", phones=(number,)))
    draft = ConversationDraft(people=(ben,), starts_at=clock.now + 3 * DAY, way="phone")
    services.conversations.schedule(draft)
    for text in _last(services, K.CONFIRMATION, ben):
        assert "on Thursday 26 November, at 15:00 in Berlin (14:00 in London)" in text
        assert "I will call you at +44 20 7946 0018." in text
        assert "Where" not in text
        assert "See you" not in text


def test_what_was_wanted_of_a_past_talk_is_not_wanted_of_the_next_person(
    services: Services, clock: Clock
) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    lena = services.people.add(PersonDraft(name="Lena Ek"))
    draft = ConversationDraft(people=(ben,), starts_at=clock.now, goal="How is wind sold?")
    talk = services.conversations.schedule(draft)
    services.talking.start(talk)
    clock.forward(15)
    services.talking.end(talk)
    assert not any("wind" in text for text in _last(services, K.INTRODUCTION, ben, lena))
