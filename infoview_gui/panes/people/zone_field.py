"""A field for a time zone: chosen or typed, empty allowed, wrong words said beside it.

Knows no person.
"""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from infoview_gui.panes.people.saving import QuietCombo, Saver
from infoview_gui.panes.zones import zone_choices, zone_named, zone_words
from infoview_gui.widgets.labels import label, set_tone
from infoview_gui.widgets.undo_keys import forget_typing, pass_undo_on


class ZoneField(QWidget):
    """An editable list of zones with completion."""

    left = Signal()

    def __init__(self, save: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._combo = QuietCombo("Time zone", self)
        self._combo.setEditable(True)
        self._combo.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
        pass_undo_on(self._combo)
        self._problem = label("", "small", self)
        self._problem.setAccessibleName("Problem with the time zone")
        self._problem.hide()
        set_tone(self._problem, "red")
        self._fill()
        self.saver = Saver(self._on_save, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._combo)
        column.addWidget(self._problem)
        self.setFocusProxy(self._combo)
        self._combo.editTextChanged.connect(self._on_edited)
        self._combo.left.connect(self._on_left)

    def _fill(self) -> None:
        words = ["", *zone_choices()]
        self._combo.addItems(words)
        completer = QCompleter(QStringListModel(words[1:], self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._combo.setCompleter(completer)
        line = self._combo.lineEdit()
        if line is not None:
            line.setPlaceholderText("Not known")

    def show_value(self, zone: str) -> None:
        """Show what is stored, unless the user has typed something newer."""
        unsaved = self.saver.pending or (self._combo.hasFocus() and bool(self._problem.text()))
        if unsaved or zone_named(self._combo.currentText()) == zone:
            return
        blocked = self._combo.blockSignals(True)
        self._combo.setEditText(zone_words(zone))
        self._combo.blockSignals(blocked)
        self._judge()

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty when nothing is."""
        return self._problem.text()

    def _judge(self) -> str | None:
        zone = zone_named(self._combo.currentText())
        wrong = "No such time zone. Type a city, such as Berlin." if zone is None else ""
        self._problem.setText(wrong)
        self._problem.setVisible(bool(wrong))
        set_tone(self._combo, "red" if wrong else "")
        return zone

    def _on_edited(self, _text: str) -> None:
        zone = zone_named(self._combo.currentText())
        if zone is not None:
            self._judge()
        self.saver.touch()

    def _on_save(self) -> None:
        zone = self._judge()
        if zone is not None:
            self._save(zone)

    def _on_left(self) -> None:
        self.saver.flush()
        forget_typing(self._combo)
        self.left.emit()
