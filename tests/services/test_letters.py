"""Letters: begun from what is known, saved as typed, sent, answered, taken back."""

from zoneinfo import ZoneInfo

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_times import TimeWords
from infoview_gui.practice.stages import Stage
from infoview_gui.services import letter_records, reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.services.letter_values import Writer
from infoview_gui.services.letters import Text
from infoview_gui.services.records import TimelineItem
from infoview_gui.store.models import Conversation
from tests.services.conftest import MINUTE, Clock

HOUR = 60 * MINUTE


def _writer() -> Writer:
    words = TimeWords(lambda day: day.strftime("%A %-d %B"), lambda at: at.strftime("%H:%M"))
    return Writer("Marta Vidal", "Marta", 15, ZoneInfo("Europe/Berlin"), words)


def _amara(services: Services) -> int:
    lena = services.people.add(PersonDraft(name="Lena Ek"))
    return services.people.add(
        PersonDraft(
            first_name="Amara",
            last_name="Okafor",
            company="Northwind",
            zone="America/New_York",
            introduced_by=lena,
            emails=(ContactPoint("old@x.example"), ContactPoint("amara@x.example", "", True)),
        )
    )


def _talked(services: Services, clock: Clock, person: int) -> int:
    """A talk of 18 minutes that ended just now, five of them given beyond the agreed ones."""
    talk = services.conversations.schedule(ConversationDraft(people=(person,), starts_at=clock.now))
    services.talking.start(talk)
    clock.forward(14)
    services.talking.they_went_on(talk)
    clock.forward(4)
    services.talking.end(talk)
    lines = "! forecasts are bought by traders\n@ Lena Castellanos, planning tools\nplain"
    services.notes.save(talk, f"{lines}\n- send the notebook (due Friday)", [1] * 4).result()
    return talk


def _letter(letter: int) -> LetterRecord:
    found = letter_records.letter(letter)
    assert found is not None
    return found


def _timeline(person: int, kind: str) -> list[TimelineItem]:
    return [item for item in reading.timeline(person) if item.kind == kind]


def _stage(person: int) -> Stage:
    found = reading.person(person)
    assert found is not None
    return found.stage


def test_a_thank_you_begins_with_what_was_said_and_given(services: Services, clock: Clock) -> None:
    person = _amara(services)
    talk = _talked(services, clock, person)

    letter = _letter(services.letters.write(person, LetterKind.THANKS, _writer()))
    assert letter.conversation_id == talk
    assert letter.address == "amara@x.example"
    for words in (
        "Amara",
        "three minutes",
        "fifteen",
        "this afternoon",
        "forecasts are bought by traders",
        "Lena Castellanos",
        "notebook",
        "Marta",
    ):
        assert words in letter.body
    assert "‹" not in letter.body
    assert services.store.history.undo_label == "Write to Amara Okafor: Thank-you"


def test_the_draft_of_a_report_is_about_the_same_people(services: Services, clock: Clock) -> None:
    lena, amara, kenji = (services.people.add(PersonDraft(name=n)) for n in ("Lena", "A", "K"))
    report = LetterKind.INTRODUCER
    about_amara = services.letters.write(lena, report, _writer(), about_id=amara)
    assert letter_records.draft_of(lena, report, about_id=amara) == about_amara
    assert letter_records.draft_of(lena, report) is None
    assert letter_records.draft_of(lena, report, about_id=kenji) is None
    assert letter_records.draft_of(amara, report, about_id=amara) is None
    clock.forward(1)
    about_all = services.letters.write(lena, report, _writer())
    assert letter_records.draft_of(lena, report) == about_all
    assert letter_records.draft_of(lena, report, about_id=amara) == about_amara
    services.letters.mark_sent(about_amara)
    assert letter_records.draft_of(lena, report, about_id=amara) is None


def test_the_draft_of_a_thank_you_is_for_the_same_talk(services: Services, clock: Clock) -> None:
    person = _amara(services)
    first = _talked(services, clock, person)
    clock.forward(60)
    second = _talked(services, clock, person)
    thanks = LetterKind.THANKS
    letter = services.letters.write(person, thanks, _writer(), conversation_id=first)
    assert letter_records.draft_of(person, thanks, conversation_id=first) == letter
    assert letter_records.draft_of(person, thanks, conversation_id=second) is None
    assert letter_records.draft_of(person, thanks) == letter


def test_a_first_message_names_the_introducer_and_times_in_both_zones(
    services: Services, clock: Clock
) -> None:
    person = _amara(services)
    offer = services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=clock.now + 24 * HOUR, status="proposed")
    )
    letter = services.letters.write(person, LetterKind.FIRST, _writer())
    body = _letter(letter).body
    assert "Lena Ek suggested that I write to you." in body
    assert "Tuesday 24 November 15:00 in Berlin (09:00 in New York)" in body

    services.letters.mark_sent(letter)
    assert Conversation.get_by_id(offer).offer_id == letter
    again = services.letters.write(person, LetterKind.SECOND, _writer())
    assert "Tuesday 24 November" in _letter(again).body  # it is still held for them


def test_what_is_not_known_is_asked_for(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Madonna"))
    body = _letter(services.letters.write(person, LetterKind.FIRST, _writer())).body
    assert "‹how you came to write to them›" in body
    assert "‹when you could talk›" in body


def test_braces_in_a_name_stay_as_they_are(services: Services) -> None:
    person = services.people.add(PersonDraft(first_name="{signature}", last_name="[[{x}]]"))
    body = _letter(services.letters.write(person, LetterKind.FIRST, _writer())).body
    assert "{signature}" in body


def test_typing_is_saved_without_a_step(services: Services) -> None:
    letter = services.letters.write(_amara(services), LetterKind.NEWS, _writer())
    before = services.store.history.undo_label
    services.letters.save(letter, Text("News", "Dear Amara,\nit worked.", "news-2-short")).result()
    record = _letter(letter)
    assert (record.subject, record.body) == ("News", "Dear Amara,\nit worked.")
    assert services.store.history.undo_label == before


def test_sent_it_moves_the_stage_and_is_read_only_and_comes_back(
    services: Services, clock: Clock
) -> None:
    person = _amara(services)
    letter = services.letters.write(person, LetterKind.FIRST, _writer())
    clock.forward(5)
    services.letters.mark_sent(letter)
    assert _stage(person) is Stage.ASKED
    assert _letter(letter).sent_at == clock.now
    assert [item.letter_id for item in _timeline(person, "letter")] == [letter]

    services.letters.save(letter, Text("Other", "other")).result()
    assert _letter(letter).body != "other"
    with pytest.raises(InvalidDraft):
        services.letters.delete(letter)

    services.store.undo()
    assert _stage(person) is Stage.KNOWN
    assert not _letter(letter).is_sent
    services.store.redo()
    assert _stage(person) is Stage.ASKED


def test_a_thank_you_that_was_sent_is_thanks(services: Services, clock: Clock) -> None:
    person = _amara(services)
    talk = _talked(services, clock, person)
    assert [one.person.id for one in letter_records.owed()] == [person]
    letter = services.letters.write(person, LetterKind.THANKS, _writer())
    assert not letter_records.owed()
    services.letters.mark_sent(letter)

    record = reading.conversation(talk)
    assert record is not None
    assert record.thanked_at == clock.now
    assert _stage(person) is Stage.THANKED
    assert not _timeline(person, "thanked")  # the letter says it
    assert len(_timeline(person, "letter")) == 1


def test_an_answer_is_logged_with_its_words(services: Services, clock: Clock) -> None:
    person = _amara(services)
    services.letters.mark_sent(services.letters.write(person, LetterKind.FIRST, _writer()))
    clock.forward(60)
    services.letters.log_answer(person, "Gladly,\n next week")
    assert _stage(person) is Stage.ANSWERED
    assert [item.detail for item in _timeline(person, "answered")] == ["Gladly, next week"]
    assert services.store.history.undo_label == "Log the answer of Amara Okafor"
    services.store.undo()
    assert _stage(person) is Stage.ASKED


def test_a_draft_is_deleted_and_comes_back_as_typed(services: Services) -> None:
    letter = services.letters.write(_amara(services), LetterKind.NEWS, _writer())
    services.letters.save(letter, Text("News", "typed")).result()
    services.letters.delete(letter)
    assert letter_records.letter(letter) is None
    services.store.undo()
    assert _letter(letter).body == "typed"


def test_a_letter_is_used_again(services: Services) -> None:
    letter = services.letters.write(_amara(services), LetterKind.NEWS, _writer())
    services.letters.save(letter, Text("News", "typed")).result()
    services.letters.mark_sent(letter)
    again = services.letters.use_again(letter)
    assert again is not None
    record = _letter(again)
    assert (record.body, record.kind, record.is_sent) == ("typed", LetterKind.NEWS, False)


def test_letters_are_found_by_name_and_words(services: Services) -> None:
    letter = services.letters.write(_amara(services), LetterKind.NEWS, _writer())
    services.letters.save(letter, Text("News", "x" * 1000 + " Übergabe")).result()
    assert [row.id for row in letter_records.drafts("okafor übergabe")] == [letter]
    assert not letter_records.drafts("okafor nothing")
    assert not letter_records.sent()


def test_templates_are_changed_added_and_restored(services: Services) -> None:
    templates = services.letter_templates
    usual = templates.of(LetterKind.NEWS)[0]
    text = "name: Mine\nkind: news\ntone: dry\nsubject: News\n\nHi {first name}."
    templates.change(usual.key, text)
    assert templates.of(LetterKind.NEWS)[0].body == "Hi {first name}."
    own = templates.add(text)
    assert templates.get(own) is not None
    with pytest.raises(InvalidDraft):
        templates.add("no head")
    templates.restore(usual.key)
    assert templates.of(LetterKind.NEWS)[0] == usual
    templates.restore(own)
    assert templates.get(own) is None
    services.store.undo()
    assert templates.get(own) is not None
