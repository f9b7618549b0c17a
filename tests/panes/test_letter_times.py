"""Times in a letter: looked for, typed, held, changed, and where they come to stand in the text."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.interchange.mail_link import mail_link
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.letters.out import _mail
from infoview_gui.panes.letters.times_card import TimesCard
from infoview_gui.panes.letters.writing import writer_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services import letter_records
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme

GAP = "‹when you could talk›"
HOUR = 3_600_000


class Writing:
    """A draft in the pane, and the hands to write it."""

    def __init__(
        self, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
    ) -> None:
        self.services, self.times, self.qtbot, self.feed = services, times, qtbot, feed
        self.preferences = Preferences()
        self.preferences.change(name="Marta Vidal", signature="Marta")
        self.preferences.flush()
        emails = (ContactPoint("wei@x.example", "", True), ContactPoint("wei@home.example"))
        draft = PersonDraft(
            first_name="Wei", last_name="Chen", zone="America/New_York", emails=emails
        )
        self.person = services.people.add(draft)
        self.pane = LettersPane(theme, services, feed, times, preferences=self.preferences)
        qtbot.addWidget(self.pane)
        self.pane.resize(1100, 720)
        with qtbot.waitExposed(self.pane):
            self.pane.show()
        self.letter = self.begin(LetterKind.FIRST)

    def begin(self, kind: LetterKind) -> int:
        writer = writer_of(self.preferences, self.times)
        letter = self.services.letters.write(self.person, kind, writer)
        self.settle()
        self.pane.show_item(letter)
        return letter

    def settle(self) -> None:
        heard: list[bool] = []
        self.services.store.flush()
        self.feed.deliver(lambda: heard.append(True))
        self.qtbot.waitUntil(lambda: bool(heard))

    def text(self) -> str:
        return self.pane.desk.editor.text()

    def card(self) -> TimesCard:
        """Ask for times by the menu's action, and wait until free ones are found."""
        self.pane.actions_of_pane["times"].trigger()
        (card,) = (one for one in self.pane.findChildren(TimesCard) if one.isVisible())
        self.qtbot.waitUntil(lambda: "Looking" not in card._about.text())
        return card

    def held(self) -> list[int]:
        return [row.starts_at or 0 for row in self.services.offers.held_for(self.letter)]


@pytest.fixture
def writing(
    theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
) -> Iterator[Writing]:
    made = Writing(theme, services, feed, times, qtbot)
    yield made
    made.pane.leave()


def _hours(moments: list[int], zone: str) -> list[int]:
    return [datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).hour for at in moments]


def test_three_free_times_come_into_the_letter_and_the_calendar_with_two_keys(
    writing: Writing,
) -> None:
    assert GAP in writing.text()
    card = writing.card()
    assert len(card.chosen()) == 3
    assert all(9 <= hour < 17 for hour in _hours(card.chosen(), "America/New_York"))
    chosen = card.chosen()
    QTest.keyClick(card.take, Qt.Key.Key_Return)
    assert writing.held() == chosen
    assert GAP not in writing.text()
    assert writing.text().count(" in New York)") == 3
    for at in chosen:
        assert writing.times.time_text(at) in writing.text()
    writing.settle()
    assert writing.pane.desk.head.propose.text() == "Change times…"
    for at in chosen:
        assert writing.times.date_text(at) in writing.pane.desk.head.times.text()


def test_the_place_that_asks_for_times_offers_to_propose_some(writing: Writing) -> None:
    editor = writing.pane.desk.editor
    editor.read_now()
    spot = next(one for one in editor.spots if one.verbs)
    assert editor.text()[spot.start : spot.end] == GAP
    editor.asked.emit(spot, 0)
    assert writing.pane.findChild(TimesCard) is not None


def test_a_typed_time_is_read_back_before_it_is_taken(writing: Writing) -> None:
    card = writing.card()
    for check in card.checks.values():
        check.setChecked(False)
    assert not card.take.isEnabled()
    card.own.line.setFocus()
    QTest.keyClicks(card.own.line, "fri 15:45")
    assert card.own.reading.text().startswith("Friday 27 November, 15:45")
    assert "09:45 in New York" in card.own.reading.text()
    assert card.chosen() == []
    QTest.keyClick(card.own.line, Qt.Key.Key_Return)
    assert card.isVisible()
    assert card.own.line.text() == ""
    (typed,) = card.chosen()
    QTest.keyClick(card.take, Qt.Key.Key_Return)
    assert writing.held() == [typed]
    assert "Friday 27 November 15:45 in Berlin (09:45 in New York)" in writing.text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("gibberish", "No time can be read"),
        ("friday", "at what time?"),
        ("today 9:00", "is past"),
        ("wed 15:00", "At the same time: Ana"),
        ("wed 9:30", "That is early for them"),
    ],
)
def test_what_speaks_against_a_typed_time_is_said(writing: Writing, words: str, said: str) -> None:
    ana = writing.services.people.add(PersonDraft(name="Ana"))
    wed = writing.times.clock() + 29 * HOUR  # Wednesday, 15:00 in Berlin
    writing.services.conversations.schedule(ConversationDraft(people=(ana,), starts_at=wed))
    card = writing.card()
    card.own.line.setText(words)
    assert said in card.own.reading.text()


def test_another_choice_replaces_the_sentence_where_it_stands(writing: Writing) -> None:
    card = writing.card()
    first = card.chosen()
    card._on_take()
    before = writing.text()
    card = writing.card()
    assert card.chosen() == first
    card.checks[first[0]].setChecked(False)
    card._on_take()
    assert writing.held() == first[1:]
    assert writing.text() != before
    assert writing.text().count(" in New York)") == 2
    # Nothing but the times is another: what stands before and behind them is the same.
    assert writing.text().split(" suit you")[1] == before.split(" suit you")[1]


def test_times_of_a_reworded_sentence_come_to_the_caret(writing: Writing) -> None:
    writing.card()._on_take()
    editor = writing.pane.desk.editor
    editor.replace_all("Dear Wei,\n\nOne of these days? \n\nMarta")
    at = editor.text().index("? ") + 2
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    card = writing.card()
    card.checks[card.chosen()[0]].setChecked(False)
    card._on_take()
    assert writing.text().startswith("Dear Wei,\n\nOne of these days? ")
    assert writing.text()[at:].count(" in New York)") == 2


def test_no_time_any_more_leaves_the_place_that_asks(writing: Writing) -> None:
    writing.card()._on_take()
    card = writing.card()
    for check in card.checks.values():
        check.setChecked(False)
    assert card.take.text() == "Propose no time"
    card._on_take()
    assert writing.held() == []
    assert GAP in writing.text()


def test_more_than_five_are_not_taken(writing: Writing) -> None:
    card = writing.card()
    for check in card.checks.values():
        check.setChecked(True)
    assert len(card.checks) > 5
    assert not card.take.isEnabled()
    assert "5 times at most" in card.own.reading.text()


def test_undo_of_the_program_lets_the_times_go(writing: Writing) -> None:
    writing.card()._on_take()
    writing.services.store.undo()
    writing.settle()
    assert writing.held() == []
    assert writing.pane.desk.head.times.text() == "None proposed yet"


def test_only_letters_that_ask_propose_times(writing: Writing) -> None:
    action = writing.pane.actions_of_pane["times"]
    assert action.isEnabled()
    writing.begin(LetterKind.NEWS)
    assert not action.isEnabled()
    assert not writing.pane.desk.head.propose.isVisible()
    writing.begin(LetterKind.CONFIRMATION)
    assert action.isEnabled()


def test_one_of_several_addresses_is_chosen_and_kept(writing: Writing) -> None:
    head, desk = writing.pane.desk.head, writing.pane.desk
    assert "wei@x.example" in head.to.text()
    assert head.address.isVisible()
    rows = [one for one in desk.addresses.actions() if one.isVisible()]
    assert [one.text() for one in rows] == ["wei@x.example", "wei@home.example"]
    rows[1].trigger()
    writing.settle()
    assert "wei@home.example" in head.to.text()
    record = letter_records.letter(writing.letter)
    assert record is not None
    assert record.address == "wei@home.example"
    other = writing.begin(LetterKind.SECOND)
    found = letter_records.letter(other)
    assert found is not None
    assert found.address == "wei@x.example"
    writing.services.letters.mark_sent(writing.letter)
    sent = letter_records.letter(writing.letter)
    assert sent is not None
    assert sent.address == "wei@home.example"


def test_a_draft_in_which_nothing_was_typed_is_undone(writing: Writing) -> None:
    letter = writing.begin(LetterKind.NEWS)
    writing.services.store.undo()
    writing.settle()
    assert letter_records.letter(letter) is None
    assert writing.pane.shown_id == writing.letter


def test_a_draft_that_is_left_empty_goes_and_comes_back(writing: Writing) -> None:
    letter = writing.begin(LetterKind.NEWS)
    desk = writing.pane.desk
    desk.editor.replace_all("")
    desk.head.subject.setText("")
    desk.saver.touch()
    writing.pane.show_item(writing.letter)
    writing.settle()
    assert letter_records.letter(letter) is None
    assert writing.pane.shown_id == writing.letter
    writing.services.store.undo()
    assert letter_records.letter(letter) is not None


def test_the_address_that_was_chosen_is_the_one_that_is_opened(writing: Writing) -> None:
    writing.services.letters.send_to(writing.letter, "wei@home.example")
    writing.settle()
    letter = writing.pane.desk.outgoing
    assert letter is not None
    link = mail_link(_mail(letter))
    assert link is not None
    assert link.startswith("mailto:wei@home.example?")
    assert link.count("@") == 1


def test_times_of_an_earlier_letter_are_named_while_they_are_held(writing: Writing) -> None:
    writing.card()._on_take()
    writing.settle()
    writing.services.letters.mark_sent(writing.letter)
    writing.begin(LetterKind.SECOND)
    head = writing.pane.desk.head
    assert head.times.text().startswith("Still held: Wed 25 Nov")
    assert head.propose.text() == "Propose times…"


def test_a_deleted_draft_says_that_its_times_went_too(writing: Writing) -> None:
    said: list[str] = []
    writing.pane.said.connect(said.append)
    writing.card()._on_take()
    writing.settle()
    writing.pane.actions_of_pane["delete"].trigger()
    told = "Deleted the letter to Wei Chen and the times it proposed. Ctrl+Z brings it back."
    assert said[-1] == told
    assert writing.held() == []
