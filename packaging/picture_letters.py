"""Scenes of letters: a thank-you with a sentence that asks for a job, what is owed, the dialogs."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Sequence

from picture_desk import Desk, Scene, only, settle
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.letters.times_card import TimesCard
from infoview_gui.panes.places import CALENDAR, LETTERS, PEOPLE, TODAY, Place
from infoview_gui.practice import guard
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services import letter_records
from infoview_gui.services.spelling import Dictionaries
from infoview_gui.widgets.letter_editor import LetterEditor
from infoview_gui.widgets.spelled_line import SpelledLine

_HOUR_MS = 3_600_000
_ASKS = "If there is an open position in your team, please consider me.\n\n"


def _draft(desk: Desk, kind: LetterKind, name: str) -> int:
    """Begin a letter in the pane that is shown, as its dialog does; or go on with a draft."""
    pane = _pane(desk)
    for draft in letter_records.drafts():
        if draft.kind is kind and draft.person.name == name:
            return draft.id
    person = desk.find(PEOPLE, name)
    return desk.services.letters.write(person, kind, pane.desk.writer())


def _pane(desk: Desk) -> LettersPane:
    desk.show(LETTERS)
    return only(desk.window, LettersPane, "Letters pane")


def thanks(desk: Desk) -> None:
    letter = _draft(desk, LetterKind.THANKS, "Kenji Mori")
    _draft(desk, LetterKind.FIRST, "Ana Sofia de Albuquerque e Vasconcelos")
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def thanks_asking(desk: Desk) -> None:
    guard.prepare()  # else it may still be learning when the picture is taken
    thanks(desk)
    editor = only(desk.window, LetterEditor, "Letter")
    text = editor.text()
    at = text.rstrip().rfind("\n\n") + 2
    editor.replace(at, at, _ASKS)
    editor.read_now()
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setFocus()
    editor.setTextCursor(cursor)
    settle()


class _FewWords:
    """A dictionary for the picture, whatever is installed: it lacks a few words."""

    tag = "en_GB"

    def knows(self, word: str) -> bool:
        """Whether it is none of those in the letter."""
        return word not in {"recieve", "notebok", "Infoview", "tiem"}

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what Hunspell does."""
        return ("receive", "relieve", "reverie") if word == "recieve" else ()


def spelling(desk: Desk) -> None:
    thanks(desk)
    words = "I was glad to recieve your notebok, and keep it in Infoview.\n\n"
    editor = only(desk.window, LetterEditor, "Letter")
    desk.services.spelling.use(Dictionaries(("en_GB",), (_FewWords(),)))
    at = editor.text().rstrip().rfind("\n\n") + 2
    editor.replace(at, at, words)
    only(desk.window, SpelledLine, "Subject").setText("Thank you for your tiem")
    editor.read_now()
    cursor = editor.textCursor()
    cursor.setPosition(at + words.index("recieve") + 2)
    editor.setFocus()
    editor.setTextCursor(cursor)
    settle()


def spelling_menu(desk: Desk) -> QMenu:
    """The menu of a word, as the Menu key opens it."""
    spelling(desk)
    editor = only(desk.window, LetterEditor, "Letter")
    place = editor.cursorRect().bottomLeft()
    where = editor.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, where)
    QApplication.sendEvent(editor.viewport(), event)
    settle()
    return next(one for one in editor.findChildren(QMenu) if one.isVisible())


def first(desk: Desk) -> None:
    letter = _draft(desk, LetterKind.FIRST, "Ana Sofia de Albuquerque e Vasconcelos")
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def confirmation(desk: Desk) -> None:
    """Of a call by phone whose time is agreed."""
    desk.show(LETTERS)
    letter = _draft(desk, LetterKind.CONFIRMATION, "Priya Nair")
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def note(desk: Desk) -> None:
    letter = _draft(desk, LetterKind.NOTE, "نادية حداد")
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def sent(desk: Desk) -> None:
    found = letter_records.sent("María thank-you")
    letter = found[0].id
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def owed(desk: Desk) -> None:
    desk.show(LETTERS)


def dialog(desk: Desk) -> QDialog:
    desk.show(PEOPLE, "Kenji Mori")
    desk.press("Write a letter")
    return desk.dialog()


def answer(desk: Desk) -> QDialog:
    desk.show(PEOPLE, "Kenji Mori")
    desk.press("Log an answer")
    return desk.dialog()


def times(desk: Desk) -> QDialog:
    first(desk)
    desk.press("Propose times")
    return desk.dialog(lambda one: isinstance(one, TimesCard) and bool(one.checks))


def times_held(desk: Desk) -> None:
    card = times(desk)
    if isinstance(card, TimesCard):
        card.take.click()
    settle()


def answer_times(desk: Desk) -> QDialog:
    letter = _draft(desk, LetterKind.SECOND, "Wei Chen")
    desk.window.show_place(Place(LETTERS, letter))
    settle()
    _pane(desk).actions_of_pane["answered"].trigger()
    return desk.dialog()


def faded(desk: Desk) -> None:
    """What was proposed a week ago, beside what was proposed today."""
    letter = _draft(desk, LetterKind.FIRST, "Kenji Mori")
    times = [desk.clock() + (9 * 24 + hours) * _HOUR_MS for hours in (1, 3, 5)]
    desk.services.offers.propose(letter, times, 30, "Europe/Lisbon")
    desk.services.letters.mark_sent(letter)
    desk.move_clock(desk.clock() + 8 * 24 * _HOUR_MS)
    second = _draft(desk, LetterKind.SECOND, "Wei Chen")
    desk.services.offers.propose(second, [times[0] + _HOUR_MS], 30, "Europe/Lisbon")
    desk.window.show_place(Place(CALENDAR, desk.services.offers.held_for(letter)[1].id))
    settle()


def faded_today(desk: Desk) -> None:
    faded(desk)
    desk.show(TODAY)


def templates(desk: Desk) -> QDialog:
    desk.show(LETTERS)
    desk.press("Edit templates")
    return desk.dialog()


SCENES: Sequence[Scene] = (
    Scene("letters-thanks", thanks),
    Scene("letters-asking", thanks_asking),
    Scene("letters-spelling", spelling),
    Scene("letters-spelling-menu", spelling_menu),
    Scene("letters-first", first),
    Scene("letters-note", note),
    Scene("letters-confirmation", confirmation),
    Scene("letters-sent", sent),
    Scene("letters-owed", owed),
    Scene("letters-new", dialog),
    Scene("letters-answer", answer),
    Scene("letters-answer-times", answer_times),
    Scene("letters-times", times),
    Scene("letters-times-held", times_held),
    Scene("offers-faded", faded),
    Scene("offers-faded-today", faded_today),
    Scene("letters-templates", templates),
    Scene("empty-letters", owed, empty=True),
)
