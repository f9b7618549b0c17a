"""What this program is, which version, and where the data lie. Changes nothing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui import __version__
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel, label, wrapped_label

_WIDTH = 420
_PRIVATE = "Nothing leaves this computer unless you export it."


class AboutDialog(QDialog):
    """Window-modal; Enter and Escape close it."""

    def __init__(self, theme: Theme, database: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Infoview")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        close = push_button(theme, "Close", kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(6)
        column.addWidget(label(f"Infoview {__version__}", "h1"))
        column.addWidget(wrapped_label("For people who look for work by talking to people."))
        column.addSpacing(8)
        column.addWidget(label("Your data", "h3"))
        column.addWidget(self._path(database))
        column.addWidget(wrapped_label(_PRIVATE, "small"))
        column.addSpacing(10)
        foot = QHBoxLayout()
        foot.addWidget(label("MIT licence", "small"))
        foot.addStretch()
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(_WIDTH, self.sizeHint().height())
        close.setFocus()

    def _path(self, database: Path) -> ElidedLabel:
        """Return the place of the file; its end says more than its middle."""
        path = ElidedLabel(str(database), mode=Qt.TextElideMode.ElideMiddle)
        path.setAccessibleName(f"Your data: {database}")
        return path
