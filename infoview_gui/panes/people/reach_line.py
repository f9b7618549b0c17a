"""One e-mail address, phone number or link in the detail. Opens addresses; changes nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.people.contact_lines import IconLabel, TextButton, open_outside
from infoview_gui.panes.people.fact_parts import FactLine
from infoview_gui.panes.people.targets import shown_value, spelled, target
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip

ICONS = {"email": "mail", "phone": "phone", "link": "link"}
WORDS = {"email": "E-mail", "phone": "Phone", "link": "Link"}


class ReachLine(FactLine):
    """One e-mail address, phone number or link: opened by a click, copied with Ctrl+C."""

    copied = Signal(str)

    def __init__(
        self, theme: Theme, kind: str, reach: Reach, parent: QWidget, *, star: bool = False
    ) -> None:
        super().__init__(theme, kind, WORDS[kind].lower(), ICONS[kind], parent)
        self._value = reach.value
        self._url = target(kind, reach.value)
        row = self.row
        self.button = TextButton(theme, shown_value(kind, reach.value), "text", self)
        self.button.setAccessibleName(f"{WORDS[kind]} {reach.value}")
        self.button.setToolTip(plain_tool_tip(self._tip()))
        self.button.clicked.connect(self._on_clicked)
        row.addWidget(self.button)
        if reach.label:
            row.addWidget(ElidedLabel(reach.label, "muted", self))
        if star and reach.preferred:
            mark = IconLabel(theme, "star", self, "amber")
            mark.setAccessibleName("Preferred")
            mark.setToolTip("Preferred")
            row.addWidget(mark)
        self.finish()
        row.addStretch(1)
        self.watch(self.button)
        self._add_copy()

    def _tip(self) -> str:
        opens = f"Open {spelled(self._url)}" if self._url else self._value
        return f"{opens}\nCtrl+C copies, F2 edits"

    def _add_copy(self) -> None:
        copy = QAction("Copy", self.button)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._on_copy)
        self.button.addAction(copy)
        change = QAction("Edit", self.button)
        change.triggered.connect(self.ask)
        self.button.addAction(change)
        self.button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _on_clicked(self) -> None:
        if self._url is None:
            self._on_copy()
        else:
            open_outside(self._url)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self.copied.emit(self._value)
