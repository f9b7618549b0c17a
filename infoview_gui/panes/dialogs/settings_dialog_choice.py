"""A setting that is one of many, such as a time zone: chosen from a list or typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from infoview_gui.panes.dialogs.settings_dialog_fields import SettingField
from infoview_gui.panes.preferences import Preferences
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.leaving import is_left
from infoview_gui.widgets.undo_keys import pass_undo_on


class ChoiceField(SettingField):
    """One of many, chosen or typed; ``usual`` are the words for nothing set.

    ``named`` returns the value for typed words, or None; ``worded`` the words for a value.
    """

    def __init__(
        self,
        preferences: Preferences,
        setting: str,
        title: str,
        usual: str,
        choices: Sequence[str],
        named: Callable[[str], str | None],
        worded: Callable[[str], str],
        unknown: str,
        parent: QWidget,
        note: str = "",
    ) -> None:
        super().__init__(preferences, setting, parent)
        self._usual, self._named, self._worded, self._unknown = usual, named, worded, unknown
        self.combo = _StillCombo(self)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        fixed = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.combo.setSizeAdjustPolicy(fixed)
        self.combo.setMinimumContentsLength(14)
        self.combo.setMaxVisibleItems(12)
        self.combo.addItems([usual, *choices])
        completer = QCompleter(QStringListModel([usual, *choices], self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("kind", "box")  # it has an edge then
        self.combo.setCompleter(completer)
        pass_undo_on(self.combo)
        self.titled(title, self.combo, note)
        self.show_value()
        self.combo.editTextChanged.connect(self._on_edited)
        self.combo.left.connect(self.finish)

    def show_value(self) -> None:
        """Show what is set."""
        value = str(self.value)
        blocked = self.combo.blockSignals(True)
        self.combo.setEditText(self._worded(value) if value else self._usual)
        line = self.combo.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        self.combo.blockSignals(blocked)
        self.combo.setToolTip(plain_tool_tip(self.combo.currentText()))
        self.say("")

    def finish(self) -> None:
        """Say what is wrong with what was typed, or show in full what was meant."""
        if self._typed() is None:
            self.say(self._unknown)
        elif not self.problem.text():
            self.show_value()

    def _typed(self) -> str | None:
        text = " ".join(self.combo.currentText().split())
        return "" if text == self._usual else self._named(text)

    def _on_edited(self, _text: str) -> None:
        typed = self._typed()
        if typed is not None:
            self.offer(typed)
        else:
            self.offered.emit()


class _StillCombo(QComboBox):
    """The wheel scrolls the page, not the choice."""

    left = Signal()
    """The field was left, or Enter pressed in it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell, unless only its list opened or another window came."""
        super().focusOutEvent(event)
        if is_left(event):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell on Enter."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()
