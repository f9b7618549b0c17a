"""The Letters pane, from what is owed to the letter in the (test) mail program and its answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.dialogs.answer_dialog import AnswerDialog
from infoview_gui.panes.dialogs.letter_dialog import LetterDialog
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.letters.templates_dialog import TemplatesDialog
from infoview_gui.panes.letters.writing import writer_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.wording import timeline_entries
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.text_saver import DELAY_MS
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services import letter_records, reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_editor import Look
from tests.panes.settable_clock import SettableClock
from tests.theme.look import dressed

HOUR = 3_600_000


class MailProgram(QObject):
    """Takes what is opened, in place of a program of the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded().data()).decode("ascii"))


class Room:
    """A pane, and what stands around it."""

    def __init__(
        self, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
    ) -> None:
        self.theme, self.services, self.feed, self.times = theme, services, feed, times
        self.qtbot = qtbot
        self.preferences = Preferences()
        self.preferences.change(name="Marta Vidal", signature="Marta")
        self.preferences.flush()

    def person(self, name: str = "Amara Okafor", address: str = "amara@x.example") -> int:
        emails = (ContactPoint(address),) if address else ()
        return self.services.people.add(
            PersonDraft(name=name, company="Northwind", emails=emails, channel="event")
        )

    def talk(self, person: int, notes: str = "! forecasts are bought by traders") -> int:
        now = self.services.clock()
        draft = ConversationDraft(people=(person,), starts_at=now - 3 * HOUR, goal="How they plan")
        talk = self.services.conversations.schedule(draft)
        self.services.conversations.happened(talk, now - 3 * HOUR, 18)
        self.services.notes.save(talk, notes, [None] * (notes.count("\n") + 1)).result()
        return talk

    def draft(self, person: int, kind: LetterKind = LetterKind.NEWS) -> int:
        writer = writer_of(self.preferences, self.times)
        return self.services.letters.write(person, kind, writer)

    def pane(self, width: int = 1100, height: int = 720) -> LettersPane:
        pane = LettersPane(
            self.theme, self.services, self.feed, self.times, preferences=self.preferences
        )
        self.qtbot.addWidget(pane)
        pane.resize(width, height)
        with self.qtbot.waitExposed(pane):
            pane.show()
        pane.activateWindow()
        return pane

    def stored(self, letter: int) -> LetterRecord:
        found = letter_records.letter(letter)
        assert found is not None
        return found

    def settle(self) -> None:
        """Wait until all notices of the store were heard."""
        heard: list[bool] = []
        self.services.store.flush()
        self.feed.deliver(lambda: heard.append(True))
        self.qtbot.waitUntil(lambda: bool(heard))


@pytest.fixture
def room(
    theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
) -> Room:
    return Room(theme, services, feed, times, qtbot)


@pytest.fixture
def mail() -> Iterator[MailProgram]:
    program = MailProgram()
    for scheme in ("mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, program, "take")
    yield program
    for scheme in ("mailto", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def _shown(pane: LettersPane) -> int:
    found = pane.shown_id
    assert found is not None
    return found


def _rows(pane: LettersPane) -> list[str]:
    model = pane.list.model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row).data(role)) for row in range(model.rowCount())]


def test_from_a_talk_to_a_thank_you_sent_undone_and_redone(
    room: Room, mail: MailProgram, store: Store
) -> None:
    person = room.person()
    talk = room.talk(person)
    pane = room.pane()
    assert _rows(pane)[0] == "To write"
    assert "Amara Okafor" in _rows(pane)[1]
    room.qtbot.waitUntil(lambda: pane.due_count() == 1)

    QTest.keyClick(pane.list.view, Qt.Key.Key_Return)  # to the button that begins it
    QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Return)
    letter = _shown(pane)
    text = pane.desk.editor.text()
    assert "forecasts are bought by traders" in text
    assert text.rstrip().endswith("Marta")
    assert pane.desk.head.due.text() == "send within 21 h"
    assert any(spot.look is Look.WOVEN for spot in pane.desk.editor.spots)

    pane.actions_of_pane["open_mail"].trigger()
    (link,) = mail.opened
    assert link.startswith("mailto:amara@x.example?subject=")
    assert "forecasts%20are%20bought" in link
    assert link.count("@") == 1
    assert pane.desk.ask.isVisible()
    assert not room.stored(letter).is_sent  # only asked

    pane.desk.ask.buttons[0].click()
    room.settle()
    assert room.stored(letter).is_sent
    assert pane.desk.editor.isReadOnly()
    room.qtbot.waitUntil(lambda: pane.due_count() == 0)
    record = reading.conversation(talk)
    assert record is not None
    assert record.thanked_at is not None
    titles = [one.title for one in timeline_entries(reading.timeline(person), room.times, "")]
    assert "You wrote: Thank-you" in titles

    store.undo()
    room.settle()
    assert not room.stored(letter).is_sent
    assert not pane.desk.editor.isReadOnly()
    room.qtbot.waitUntil(lambda: pane.due_count() == 1)
    store.redo()
    room.settle()
    assert room.stored(letter).is_sent
    assert pane.desk.editor.isReadOnly()


def test_the_count_is_of_what_today_has_due_and_drafts_change_nothing(
    room: Room, clock: SettableClock
) -> None:
    person = room.person()
    room.talk(person)
    room.draft(room.person("Wei Chen"))
    pane = room.pane()
    room.qtbot.waitUntil(lambda: pane.due_count() == 1)
    room.draft(person, LetterKind.THANKS)
    room.draft(room.person("Ben Ito"), LetterKind.FIRST)
    room.settle()
    assert pane.due_count() == 1
    asked = room.draft(room.person("Pia Ohm"), LetterKind.FIRST)
    room.services.letters.mark_sent(asked)
    clock.now += 14 * 24 * HOUR
    room.draft(room.person("Noor"))
    written = [row for row in room.services.agenda.due() if row.has_day and row.due.letter]
    room.qtbot.waitUntil(lambda: pane.due_count() == len(written))
    assert len(written) > 1


def test_what_is_typed_is_on_disk_within_a_second(room: Room, qtbot: QtBot) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.load("")
    pane.desk.editor.setFocus()
    QTest.keyClicks(pane.desk.editor, "It worked.")
    assert DELAY_MS < 1000
    qtbot.waitUntil(lambda: room.stored(letter).body == "It worked.", timeout=1500)


def test_what_is_typed_is_saved_when_another_letter_is_shown(room: Room) -> None:
    first, second = room.draft(room.person()), room.draft(room.person("Ben Carter"))
    pane = room.pane()
    pane.show_item(first)
    QTest.keyClicks(pane.desk.editor, "Hurray ")
    pane.show_item(second)
    room.settle()
    assert room.stored(first).body.startswith("Hurray ")
    assert not room.stored(second).body.startswith("Hurray ")


def test_a_missing_value_is_asked_for_and_never_sent(room: Room, mail: MailProgram) -> None:
    letter = room.draft(room.person(), LetterKind.FIRST)
    pane = room.pane()
    pane.show_item(letter)
    pane.actions_of_pane["open_mail"].trigger()
    assert not mail.opened
    assert pane.desk.editor.textCursor().selectedText().startswith("‹")


def test_times_planned_later_are_offered_for_the_gap(room: Room, clock: SettableClock) -> None:
    person = room.person()
    letter = room.draft(person, LetterKind.FIRST)
    pane = room.pane()
    pane.show_item(letter)
    at = clock.now + 24 * HOUR
    room.services.conversations.schedule(
        ConversationDraft(people=(person,), starts_at=at, status="proposed")
    )
    room.settle()
    offers = [offer for spot in pane.desk.editor.spots for offer in spot.offers]
    assert any("Wednesday 25 November" in offer for offer in offers)


def test_with_places_to_fill_in_it_is_not_marked_as_sent(room: Room) -> None:
    letter = room.draft(room.person(), LetterKind.FIRST)
    pane = room.pane()
    pane.show_item(letter)
    pane.verbs.mark_sent()

    found = letter_records.letter(letter)
    assert found is not None
    assert not found.is_sent


def test_a_sentence_that_asks_for_a_job_is_marked_and_counted(room: Room) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.load("Dear Amara,\n\nPlease give me a job in your team.\n\nMarta")
    assert pane.desk.editor.to_look_at[0].look is Look.WRONG
    assert pane.desk.foot.things.isVisible()
    assert "look at" in pane.desk.foot.things.text()
    assert pane.desk.foot.count.text() == "10 words"


def test_f7_goes_on_from_wherever_the_keyboard_is_in_the_letter(room: Room) -> None:
    pane = room.pane()
    pane.show_item(room.draft(room.person()))
    pane.desk.editor.load("Dear Amara,\n\nPlease give me a job in your team.\n\nMarta")
    pane.desk.foot.things.setFocus()
    QTest.keyClick(pane.desk.foot.things, Qt.Key.Key_F7)
    assert pane.desk.editor.hasFocus()
    assert pane.desk.editor.textCursor().blockNumber() == 2


def test_a_long_letter_is_opened_as_a_file(room: Room, mail: MailProgram, tmp_path: Path) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.load("Dear Amara,\n\n" + "A long story. " * 200)
    pane.actions_of_pane["open_mail"].trigger()
    (link,) = mail.opened
    path = Path(QUrl(link).toLocalFile())
    assert path.suffix == ".eml"
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert path.read_bytes().count(b"\r\nTo: ") == 1


def test_without_an_address_it_says_so_and_what_to_do(room: Room, mail: MailProgram) -> None:
    letter = room.draft(room.person(address=""))
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.load("Dear Amara, it worked.")
    pane.actions_of_pane["open_mail"].trigger()
    assert not mail.opened
    assert "no e-mail address" in pane.desk.ask.words.text()
    assert [button.text() for button in pane.desk.ask.buttons] == ["Copy it", "Add an address"]


def test_it_is_copied(room: Room) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.load("Dear Amara, it worked.")
    pane.actions_of_pane["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "Dear Amara, it worked."


def test_it_is_saved_as_pdf_and_as_e_mail_file(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.load("Dear Amara, it worked.")
    for name, begin in (("pdf", b"%PDF"), ("eml", b"X-Unsent: 1")):
        path = tmp_path / f"letter.{name}"
        monkeypatch.setattr(
            QFileDialog, "open", lambda dialog, path=path: dialog.fileSelected.emit(str(path))
        )
        pane.actions_of_pane[name].trigger()
        assert path.read_bytes().startswith(begin)


def test_another_template_can_be_taken_back_in_the_text(room: Room) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    before = pane.desk.editor.text()
    other = room.services.letter_templates.of(LetterKind.NEWS)[1]
    pane.desk.use_template(other.key)
    assert pane.desk.editor.text() != before
    assert other.tone in pane.desk.head.template.text()
    pane.desk.editor.undo()
    assert pane.desk.editor.text() == before


def test_a_chip_is_woven_in_and_goes(room: Room) -> None:
    person = room.person()
    room.talk(person, "! one thing about tariffs\n! second about weather\n! third about grids")
    letter = room.draft(person, LetterKind.THANKS)
    pane = room.pane()
    pane.show_item(letter)
    (button,) = pane.desk.bar.buttons  # a letter begins with two of them
    assert "third about grids" in button.accessibleName()
    button.click()
    assert "third about grids" in pane.desk.editor.text()
    assert pane.desk.editor.text().rstrip().endswith("Marta")
    assert not pane.desk.bar.isVisible()


def test_a_deleted_draft_is_gone_and_comes_back_shown(room: Room, store: Store) -> None:
    letter = room.draft(room.person())
    pane = room.pane()
    pane.show_item(letter)
    QTest.keyClicks(pane.desk.editor, "Typed ")
    pane.actions_of_pane["delete"].trigger()
    room.settle()
    assert pane.shown_id is None
    assert letter_records.letter(letter) is None
    store.undo()
    room.settle()
    assert pane.shown_id == letter
    assert pane.desk.editor.text().startswith("Typed ")


def test_sent_letters_are_read_and_used_again(room: Room) -> None:
    letter = room.draft(room.person())
    room.services.letters.mark_sent(letter)
    pane = room.pane()
    pane.show_item(letter)
    assert pane.desk.editor.isReadOnly()
    assert pane.desk.foot.again.isVisible()
    assert not pane.desk.foot.mail.isVisible()
    pane.actions_of_pane["use_again"].trigger()
    assert _shown(pane) != letter
    assert not pane.desk.editor.isReadOnly()


def test_letters_are_found_and_grouped_by_person(room: Room) -> None:
    room.draft(room.person())
    room.draft(room.person("Ben Carter"))
    pane = room.pane()
    pane.list.search.setText("carter")
    assert _rows(pane)[0] == "Drafts"
    assert len(_rows(pane)) == 2
    pane.list.search.setText("nobody of that name")
    assert _rows(pane) == []
    assert pane.list.none.isVisible()
    pane.list.search.clear()
    pane.list.order.choose(1)
    pane.list.arranged.emit()
    assert {"Ben Carter", "Amara Okafor"} <= set(_rows(pane))


def test_the_letter_is_there_after_a_restart(room: Room) -> None:
    first, second = room.draft(room.person()), room.draft(room.person("Ben Carter"))
    pane = room.pane()
    pane.show_item(first)
    state = pane.save_state()
    pane.close()
    assert second
    again = room.pane()
    again.restore_state(state)
    assert again.shown_id == first
    again.restore_state({"letter": "x", "splitter": [1], "by_person": 7})
    assert again.shown_id == first


def test_a_new_letter_is_begun_in_the_dialog(room: Room, qtbot: QtBot) -> None:
    person = room.person()
    room.talk(person)
    dialog = LetterDialog(room.theme, room.services, room.times, room.preferences)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.ask(person)
    assert dialog.chosen is LetterKind.THANKS  # they talked
    with qtbot.waitSignal(dialog.written) as begun:
        QTest.keyClick(dialog.kind, Qt.Key.Key_Return)
    assert begun.args is not None
    assert room.stored(begun.args[0]).person.id == person


def test_a_name_typed_into_the_dialog_takes_the_place_of_who_is_proposed(
    room: Room, qtbot: QtBot
) -> None:
    kenji, nikhil = room.person("Kenji Mori"), room.person("Nikhil Rao")
    dialog = LetterDialog(room.theme, room.services, room.times, room.preferences)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.ask(kenji)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    for sign in "Nikhil":
        QTest.keyClicks(dialog.focusWidget(), sign)
    assert dialog.to.people() == []
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.to.people() == [nikhil]
    with qtbot.waitSignal(dialog.written) as begun:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert begun.args is not None
    assert room.stored(begun.args[0]).person.id == nikhil


def test_the_dialog_warns_of_what_speaks_against_it(room: Room, qtbot: QtBot) -> None:
    amara, ben = room.person(), room.person("Ben Carter")
    room.services.letters.mark_sent(room.draft(amara, LetterKind.FIRST))
    dialog = LetterDialog(room.theme, room.services, room.times, room.preferences)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.ask(ben)
    assert "Northwind is occupied: Amara Okafor was asked today" in dialog.warning.text()
    assert dialog.warning.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData(LetterKind.NEWS.value))
    assert not dialog.warning.isVisible()  # news asks for nothing


def test_an_answer_is_logged_with_enter(room: Room, qtbot: QtBot) -> None:
    person = room.person()
    dialog = AnswerDialog(room.theme, room.services, room.times, person)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClicks(dialog.line, "Gladly <b>soon</b>")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    entries = timeline_entries(reading.timeline(person), room.times, "")
    assert entries[0].title == "They answered"
    assert entries[0].detail.startswith("Gladly <b>soon</b>")


@pytest.fixture
def templates(room: Room, qtbot: QtBot) -> TemplatesDialog:
    dialog = TemplatesDialog(room.theme, room.services)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def kept(room: Room) -> str:
    """The first template as it is kept."""
    return room.services.letter_templates.offered()[0].template.body


def test_escape_keeps_what_was_typed_in_a_template(room: Room, templates: TemplatesDialog) -> None:
    templates.editor.setPlainText(f"{templates.editor.toPlainText()}\nP.S. Greetings")
    QTest.keyClick(templates.editor, Qt.Key.Key_Escape)
    assert not templates.isVisible()
    assert kept(room).endswith("P.S. Greetings")


def test_a_template_that_cannot_be_read_is_given_up_only_the_second_time(
    room: Room, templates: TemplatesDialog
) -> None:
    before = kept(room)
    templates.editor.setPlainText("no head at all")
    QTest.keyClick(templates.editor, Qt.Key.Key_Escape)
    assert templates.isVisible()
    assert templates.problem.isVisible()
    QTest.keyClick(templates.editor, Qt.Key.Key_Escape)
    assert not templates.isVisible()
    assert kept(room) == before


def test_going_to_another_template_keeps_what_was_typed(
    room: Room, templates: TemplatesDialog
) -> None:
    templates.editor.setPlainText(f"{templates.editor.toPlainText()}\nP.S. Greetings")
    templates.list.setCurrentRow(2)
    assert kept(room).endswith("P.S. Greetings")
    assert templates.list.currentRow() == 2
    assert "formal" in templates.editor.toPlainText()


def test_one_does_not_leave_a_template_that_cannot_be_read(
    qtbot: QtBot, templates: TemplatesDialog
) -> None:
    templates.editor.setPlainText("no head at all")
    there = templates.list.visualItemRect(templates.list.item(2)).center()
    QTest.mouseClick(templates.list.viewport(), Qt.MouseButton.LeftButton, pos=there)
    qtbot.waitUntil(lambda: templates.list.currentRow() == 0)
    assert [item.text() for item in templates.list.selectedItems()] == ["First message: warm"]
    assert templates.editor.toPlainText() == "no head at all"
    assert templates.problem.isVisible()
    templates.add.click()
    assert templates.editor.toPlainText() == "no head at all"


def test_the_rows_of_the_templates_do_not_cover_each_other(room: Room, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with dressed(application) as theme:
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
        dialog = TemplatesDialog(theme, room.services, window)
        # A screen reader asks before the dialog is shown, and Qt keeps what it measured then.
        before = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(3)]
        dialog.open()
        wanted = dialog.list.sizeHintForRow(1)
        assert wanted > dialog.list.fontMetrics().height() + 8
        assert [row.height() for row in before] == [wanted] * 3
        dialog.close()


def test_a_field_that_nobody_knows_is_not_kept(room: Room, templates: TemplatesDialog) -> None:
    before = kept(room)
    templates.editor.setPlainText(f"{templates.editor.toPlainText()}\nP.S. {{foo}}")
    QTest.keyClick(templates.editor, Qt.Key.Key_Escape)
    assert templates.isVisible()
    assert "{foo}" in templates.problem.text()
    assert kept(room) == before


def test_what_is_deleted_and_what_is_restored_have_their_own_signs(
    templates: TemplatesDialog,
) -> None:
    def sign() -> QImage:
        return templates.restore.icon().pixmap(16).toImage()

    restoring = sign()
    templates.add.click()
    assert templates.restore.text() == "Delete"
    assert sign() != restoring


def test_a_confirmation_shows_the_time_that_is_agreed(room: Room) -> None:
    person = room.services.people.add(PersonDraft(name="Wei Chen", zone="America/New_York"))
    tomorrow = room.services.clock() + 24 * HOUR
    draft = ConversationDraft(people=(person,), starts_at=tomorrow, way="phone")
    room.services.conversations.schedule(draft)
    pane = room.pane()
    pane.show_item(room.draft(person, LetterKind.CONFIRMATION))
    head = pane.desk.head
    assert "in New York" in head.times.text()
    assert room.times.time_text(tomorrow) in head.times.text()
    assert not head.propose.isVisible()
    assert pane.actions_of_pane["times"].isEnabled()  # another time may be proposed all the same


def test_what_was_opened_is_said_where_it_is_not_elided(room: Room) -> None:
    letter = room.draft(room.person())
    room.services.letters.opened(letter)
    pane = room.pane()
    assert "News · opened · " in _rows(pane)[1]


def test_templates_are_changed_and_restored(room: Room, qtbot: QtBot) -> None:
    dialog = TemplatesDialog(room.theme, room.services)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    usual = dialog.editor.toPlainText()
    dialog.editor.setPlainText("no head at all")
    dialog.keep.click()
    assert dialog.problem.isVisible()
    dialog.editor.setPlainText(f"{usual}\nP.S. {{first name}}")
    dialog.keep.click()
    assert not dialog.problem.isVisible()
    assert dialog.restore.isEnabled()
    dialog.restore.click()
    assert dialog.editor.toPlainText() == usual
