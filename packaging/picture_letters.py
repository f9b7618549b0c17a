"""Scenes of letters: a thank-you with a sentence that asks for a job, what is owed, the dialogs."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Sequence

from picture_desk import Desk, Scene, only, settle
from PySide6.QtWidgets import QDialog

from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.places import LETTERS, PEOPLE, Place
from infoview_gui.practice.letters import LetterKind
from infoview_gui.widgets.letter_editor import LetterEditor

_ASKS = "If there is an open position in your team, please consider me.\n\n"


def _draft(desk: Desk, kind: LetterKind, name: str) -> int:
    """Begin a letter in the pane that is shown, as its dialog does."""
    pane = _pane(desk)
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


def first(desk: Desk) -> None:
    letter = _draft(desk, LetterKind.FIRST, "Ana Sofia de Albuquerque e Vasconcelos")
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def note(desk: Desk) -> None:
    letter = _draft(desk, LetterKind.NOTE, "نادية حداد")
    desk.window.show_place(Place(LETTERS, letter))
    settle()


def sent(desk: Desk) -> None:
    letter = _draft(desk, LetterKind.NEWS, "María Vidal")
    desk.services.letters.mark_sent(letter)
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


def templates(desk: Desk) -> QDialog:
    desk.show(LETTERS)
    desk.press("Edit templates")
    return desk.dialog()


SCENES: Sequence[Scene] = (
    Scene("letters-thanks", thanks),
    Scene("letters-asking", thanks_asking),
    Scene("letters-first", first),
    Scene("letters-note", note),
    Scene("letters-sent", sent),
    Scene("letters-owed", owed),
    Scene("letters-new", dialog),
    Scene("letters-answer", answer),
    Scene("letters-templates", templates),
    Scene("empty-letters", owed, empty=True),
)
