"""Undo and Redo in the Edit menu while a field with undo of its own has the keyboard.

There Ctrl+Z takes back typing and not the program's last step (PRODUCT.md, "Always"), and the menu
says so. The program's own rows come back when the focus goes. Knows no pane.
"""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_Field = QLineEdit | QTextEdit | QPlainTextEdit
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class _Row:
    """A row of the menu that is either the program's or the field's."""

    def __init__(
        self, menu: QMenu, own: QAction, typing: QAction, modifiers: Qt.KeyboardModifier
    ) -> None:
        self._menu = menu
        self._own = own
        self._modifiers = modifiers
        self.typing = typing

    def follow(self, focused: QWidget | None, *, available: bool) -> None:
        """Show the row of whoever gets the key now."""
        taken = focused is not None and _takes(focused, self._modifiers)
        shown, gone = (self.typing, self._own) if taken else (self._own, self.typing)
        self.typing.setEnabled(available)
        if gone in self._menu.actions():
            self._menu.insertAction(gone, shown)
            self._menu.removeAction(gone)


class TypingSteps(QObject):
    """Puts *Undo typing* and *Redo typing* in the place of the program's rows and runs them.

    The program's actions stay with the window: their keys come when the field passes them on.
    """

    def __init__(self, window: QMainWindow, menu: QMenu, undo: QAction, redo: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._field: _Field | None = None
        self._focused: QWidget | None = None
        self._undo = _Row(menu, undo, self._action("&Undo typing", undo), _CTRL)
        self._redo = _Row(menu, redo, self._action("&Redo typing", redo), _CTRL | _SHIFT)
        self._undo.typing.triggered.connect(self._on_undo)
        self._redo.typing.triggered.connect(self._on_redo)
        menu.aboutToShow.connect(self._refresh)
        handle = window.windowHandle()
        if isinstance(handle, QWindow):
            handle.focusObjectChanged.connect(self._on_focus_changed)
        self._on_focus_changed()

    @property
    def actions(self) -> tuple[QAction, QAction]:
        """The rows of the field."""
        return self._undo.typing, self._redo.typing

    def _action(self, words: str, own: QAction) -> QAction:
        """Make a row that tells the key without taking it: the field has it."""
        key = own.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return QAction(f"{words}\t{key}", self)

    def _on_focus_changed(self, _focus: object = None) -> None:
        if not shiboken6.isValid(self._window):
            return  # it goes, and its parts lose the focus one by one
        focused = self._window.focusWidget()
        if isinstance(focused, QMenuBar):
            return  # one is about to read the menu: it speaks of where one was
        if self._field is not None and shiboken6.isValid(self._field):
            self._listen(self._field, hear=False)
        self._focused, self._field = focused, _field_of(focused)
        if self._field is not None:
            self._listen(self._field, hear=True)
        self._refresh()

    def _listen(self, field: _Field, *, hear: bool) -> None:
        signals = (
            (field.textChanged,)
            if isinstance(field, QLineEdit)
            else (field.undoAvailable, field.redoAvailable)
        )
        for signal in signals:
            if hear:
                signal.connect(self._refresh)
            else:
                signal.disconnect(self._refresh)

    def _refresh(self) -> None:
        field = self._field
        focused = self._focused if field is not None else None
        self._undo.follow(focused, available=_has(field, undo=True))
        self._redo.follow(focused, available=_has(field, undo=False))

    def _on_undo(self) -> None:
        if self._field is not None:
            self._field.undo()

    def _on_redo(self) -> None:
        if self._field is not None:
            self._field.redo()


def _field_of(focused: QWidget | None) -> _Field | None:
    """Return where one types; combo and spin boxes have the focus for their line."""
    if isinstance(focused, QComboBox | QAbstractSpinBox):
        return focused.findChild(QLineEdit)
    return focused if isinstance(focused, _Field) else None


def _takes(focused: QWidget, modifiers: Qt.KeyboardModifier) -> bool:
    """Ask a widget, as Qt does before each shortcut, whether the key is one of its own."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, modifiers)
    event.ignore()
    QCoreApplication.sendEvent(focused, event)
    return event.isAccepted()


def _has(field: _Field | None, *, undo: bool) -> bool:
    if field is None:
        return False
    steps = field if isinstance(field, QLineEdit) else field.document()
    return steps.isUndoAvailable() if undo else steps.isRedoAvailable()
