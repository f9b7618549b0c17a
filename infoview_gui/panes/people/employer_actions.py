"""The verbs for employers as actions, for the menu and the keys. Must not know what they do."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.people.employer_words import MOTIVATION

_KEYS = {
    "0": Qt.Key.Key_0,
    "1": Qt.Key.Key_1,
    "2": Qt.Key.Key_2,
    "3": Qt.Key.Key_3,
    "A": Qt.Key.Key_A,
    "P": Qt.Key.Key_P,
    "M": Qt.Key.Key_M,
    "F2": Qt.Key.Key_F2,
}


class EmployerActions(QObject):
    """Actions only; single letters and digits work in the list of employers alone.

    These are no shortcuts, which would be heard in every open menu too: the list listens to them.
    """

    motivation_chosen = Signal(object)  # int

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.keys: dict[int, QAction] = {}
        self.grouped = self._make(pane, "Group by employer", "Ctrl+Shift+G", within)
        self.grouped.setCheckable(True)
        self.similar = self._make(pane, "Find similar employers…", "Ctrl+Shift+M", within)
        self.motivations = [
            self._plain(f"Motivation: {words.lower()}", str(number))
            for number, words in enumerate(MOTIVATION)
        ]
        for number, action in enumerate(self.motivations):
            action.setData(number)
            action.triggered.connect(self._on_motivation)
        self.advocacy = self._plain("Advocacy: yes or no", "A")
        self.posting = self._plain("Posting: next step", "P")
        self.rename = self._plain("Rename employer", "F2")
        self.merge = self._plain("Merge employer with…", "M")
        self.menu = QMenu("Employer", pane)
        self.menu.addActions(self.of_employer())

    def of_employer(self) -> list[QAction]:
        """Return what can be done with one employer."""
        line = QAction(self)
        line.setSeparator(True)
        return [*self.motivations, self.advocacy, self.posting, line, self.rename, self.merge]

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return [self.grouped, self.menu.menuAction(), self.similar]

    def enable(self, *, on_employer: bool) -> None:
        """Allow what makes sense where an employer is current."""
        self.menu.menuAction().setEnabled(on_employer)
        for action in self.of_employer():
            action.setEnabled(on_employer)

    def _make(self, place: QWidget, text: str, keys: str, context: Qt.ShortcutContext) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(context)
        place.addAction(action)
        return action

    def _plain(self, text: str, keys: str) -> QAction:
        action = QAction(f"{text}\t{keys}", self)
        self.keys[_KEYS[keys]] = action
        return action

    def _on_motivation(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.motivation_chosen.emit(action.data())
