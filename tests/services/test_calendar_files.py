"""Conversations out as calendar files, other calendars in; what a calendar hears of a move."""

from pathlib import Path

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.interchange.ical_read import read_calendar
from infoview_gui.interchange.ical_write import Mailbox
from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_files import (
    CalendarFiles,
    add_calendar,
    is_calendar,
    with_file,
)
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.settings_file import SettingsFile
from infoview_gui.settings import CalendarShown
from infoview_gui.store.models import Conversation
from tests.services.conftest import MINUTE, Clock

CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261125T120000Z\nEND:VEVENT\nEND:VCALENDAR\n"
ME = Mailbox("Jo Doe", "jo@example.org")


@pytest.fixture
def talk(services: Services, clock: Clock) -> int:
    person = services.people.add(
        PersonDraft(name="Amara Okafor", emails=(ContactPoint("amara@example.org"),))
    )
    draft = ConversationDraft(
        people=(person,), starts_at=clock.now, zone="Europe/Lisbon", goal="my secret goal"
    )
    made = services.conversations.schedule(draft)
    services.notes.save(made, "a private note", [None]).result()
    return made


def sequence(talk: int) -> int:
    return int(Conversation.get_by_id(talk).sequence)


def test_a_move_and_a_cancellation_count_on_and_undo_takes_them_back(
    services: Services, clock: Clock, talk: int
) -> None:
    assert sequence(talk) == 0

    services.conversations.change(talk, starts_at=clock.now + MINUTE)
    assert sequence(talk) == 1
    services.conversations.change(talk, minutes=20)
    assert sequence(talk) == 2
    services.conversations.cancel(talk)
    assert sequence(talk) == 3
    services.conversations.replan(talk)
    assert sequence(talk) == 4

    for expected in (3, 2, 1, 0):
        services.store.undo()
        assert sequence(talk) == expected
    services.store.redo()
    assert sequence(talk) == 1


def test_what_no_calendar_cares_about_does_not_count(
    services: Services, clock: Clock, talk: int
) -> None:
    services.conversations.change(talk, goal="another")
    person = Conversation.get_by_id(talk).participants[0].person_id
    same = ConversationDraft(people=(person,), starts_at=clock.now, zone="Europe/Lisbon", goal="x")
    services.conversations.revise(talk, same)
    assert sequence(talk) == 0

    same.starts_at = clock.now + MINUTE
    services.conversations.revise(talk, same)
    assert sequence(talk) == 1


def test_the_file_is_read_back_and_keeps_its_uid(
    services: Services, talk: int, tmp_path: Path
) -> None:
    path = tmp_path / "out.ics"

    first = services.conversation_export.write(path, [talk])
    (event,) = read_calendar(path).events
    services.conversations.cancel(talk)
    services.conversation_export.write(path, [talk])
    (again,) = read_calendar(path).events

    assert first.count == 1
    assert event.uid == again.uid == Conversation.get_by_id(talk).uid
    assert (event.status, again.status) == ("CONFIRMED", "CANCELLED")
    assert (event.sequence, again.sequence) == (0, 1)


def test_private_words_go_only_into_everything(services: Services, talk: int) -> None:
    everything = services.conversation_export.text([talk], preset="everything")
    shareable = services.conversation_export.text([talk], preset="shareable")
    invitation = services.conversation_export.invitation(talk, "", ME)

    assert invitation is not None
    for words in ("a private note", "my secret goal"):
        assert words in everything
        assert words not in shareable
        assert words not in invitation.text


def test_what_has_no_time_is_left_out_and_counted(
    services: Services, talk: int, tmp_path: Path
) -> None:
    person = services.people.add(PersonDraft(name="Kenji Mori"))
    undated = services.conversations.schedule(ConversationDraft(people=(person,)))
    path = tmp_path / "out.ics"

    written = services.conversation_export.write(path, [talk, undated])
    assert (written.count, written.undated) == (1, 1)
    with pytest.raises(CannotWrite):
        services.conversation_export.write(tmp_path / "none.ics", [undated])
    assert services.conversation_export.invitation(undated, "", ME) is None


def test_an_invitation_asks_those_with_an_address(services: Services, talk: int) -> None:
    invitation = services.conversation_export.invitation(talk, "", ME)

    assert invitation is not None
    text = invitation.text.replace("\r\n ", "")
    assert "METHOD:REQUEST" in text
    assert 'ORGANIZER;CN="Jo Doe":mailto:jo@example.org' in text
    assert "mailto:amara@example.org" in text
    assert (invitation.asked, invitation.can_answer) == (1, True)


def test_without_an_own_address_it_only_tells(services: Services, talk: int) -> None:
    invitation = services.conversation_export.invitation(talk, "", Mailbox("Jo Doe", ""))

    assert invitation is not None
    assert "METHOD:PUBLISH" in invitation.text
    assert "ATTENDEE" not in invitation.text
    assert not invitation.can_answer


def test_what_was_called_off_is_called_off_in_the_invitation(services: Services, talk: int) -> None:
    services.conversations.cancel(talk)

    invitation = services.conversation_export.invitation(talk, "", ME)
    assert invitation is not None
    assert "METHOD:CANCEL" in invitation.text


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.ics", "anything", True),
        ("x.ICS", "", True),
        ("x.txt", CALENDAR, True),
        ("x", "\ufeffbegin:vcalendar\r\n", True),
        ("x.csv", "Name\n", False),
        ("x.vcf", "BEGIN:VCARD\n", False),
    ],
)
def test_calendars_are_known_by_name_or_by_content(
    tmp_path: Path, name: str, content: str, expected: bool
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    assert is_calendar(path) is expected


def test_a_calendar_has_its_own_name_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "basic.ics"
    head = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Nadia\\, family\r\n"
    long = "X-NOTE:ö\r\n" * 3000
    path.write_text(f"{head}{long}END:VCALENDAR\r\n", encoding="utf-8", newline="")
    files = CalendarFiles()
    assert files.title(CalendarShown(str(path))) == "Nadia, family"
    assert files.title(CalendarShown(str(path), "Us")) == "Us"
    assert files.title(CalendarShown(str(tmp_path / "none.ics"))) == "none"
    assert files.title(CalendarShown(str(tmp_path))) == tmp_path.name


def test_a_file_is_shown_once_and_switched_on_again(tmp_path: Path) -> None:
    one = CalendarShown(str(tmp_path / "x.ics"), "Work", "vio", on=False)

    shown, entry = with_file((one,), tmp_path / "." / "x.ics")

    assert shown == (entry,)
    assert entry == CalendarShown(one.path, "Work", "vio", on=True)


def test_adding_one_without_a_window_keeps_it_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "x.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    file = SettingsFile(tmp_path / "settings.toml")

    state = add_calendar(file, path)
    broken = add_calendar(file, tmp_path / "none.ics")

    assert (state.events, state.trouble) == (1, "")
    assert broken.trouble
    assert file.load().settings.calendars == (CalendarShown(str(path)),)
