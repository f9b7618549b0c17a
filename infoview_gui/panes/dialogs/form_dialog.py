"""The frame of a dialog around a form: its title, Cancel, and a button that keeps what is typed.

Knows nothing of what is asked.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label


class FormDialog(QDialog):
    """Opens window-modal; Enter keeps, Esc cancels. Those who inherit hold a form."""

    said = Signal(str)

    def __init__(self, theme: Theme, width: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme, self._width = theme, width
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(width)
        self._title = label("", "h1", self)
        self._column = QVBoxLayout(self)

    def hold(self, form: QWidget, head: QLayout | None = None) -> None:
        """Put a form between title and buttons, with a line above it if there is one."""
        column = self._column
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(4)
        column.addWidget(self._title)
        if head is not None:
            column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(form)
        column.addSpacing(8)
        column.addStretch()
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._cancel = push_button(self._theme, "Cancel", parent=self)
        self._save = push_button(self._theme, "Save", kind="primary", parent=self)
        self._save.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        return row

    def keep(self) -> None:
        """Take what is typed; to be said by those who inherit."""
        self.accept()

    def call(self, title: str, save: str = "Save") -> None:
        """Name what is asked and the button that keeps it."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._save.setText(save)
        self._save.setAccessibleName(save)
        self.adjustSize()

    def sizeHint(self) -> QSize:
        """Ask for what the fields need, at the usual width."""
        width = max(self._width, self.minimumSizeHint().width())
        return QSize(width, self._column.totalHeightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Grow with lines that appear; never shrink while somebody is in it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._column.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))
        return done
