"""A field in which an employer is looked for by a part of its name and picked from a list.

Changes nothing.
"""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from infoview_gui.services.employers import Employers
from infoview_gui.services.records import EmployerName
from infoview_gui.widgets.undo_keys import UndoPassing, forget_typing

_SHOWN = 50
_POPUP = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class EmployerPicker(UndoPassing):
    """One line; Down or a click opens the list, Enter picks."""

    picked = Signal(object)
    """The EmployerName the user picked."""
    left = Signal()

    def __init__(self, employers: Employers, name: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._employers = employers
        self._found: Sequence[EmployerName] = ()
        self._excluded: int | None = None
        self.setAccessibleName(name)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(8)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._popup.setUniformItemSizes(True)
        self._popup.setProperty("kind", "box")
        self._completer.setPopup(self._popup)
        self._popup.setAccessibleName("Employers found")
        # PySide's stubs do not know that a signal with several signatures is indexed.
        cast("Any", self._completer.activated)[QModelIndex].connect(self._on_activated)
        self.textEdited.connect(self._on_edited)

    def exclude(self, employer_id: int | None) -> None:
        """Do not offer this one."""
        self._excluded = employer_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down."""
        if event.key() == Qt.Key.Key_Down:
            self._look()
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left, unless only its own list opened."""
        super().focusOutEvent(event)
        if event.reason() not in _POPUP:
            forget_typing(self)
            self.left.emit()

    def _on_edited(self, _text: str) -> None:
        self._look()

    def _look(self) -> None:
        # What is shown and not typed must not narrow the list to itself.
        text = self.text() if self.isModified() else ""
        found = self._employers.names(text, _SHOWN + 1)
        self._found = [one for one in found if one.id != self._excluded][:_SHOWN]
        self._names.setStringList([one.name for one in self._found])
        if self._found and self.isVisible():
            self._completer.complete()
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._popup.hide()

    def _on_activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            picked = self._found[index.row()]
            self.setText(picked.name)
            self.setCursorPosition(0)
            self.picked.emit(picked)
