"""What stands where nothing is yet: an icon, a title, a sentence and what to do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label, wrapped_label

_ICON = 32
_TEXT_WIDTH = 420
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """Centred in the room it is given."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._picture = QLabel(self)
        self._title = label(title, "h2")
        self._text = wrapped_label(text, "muted")
        self._text.setAlignment(_CENTRE)
        self._text.setFixedWidth(_TEXT_WIDTH)
        self._fit()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self.setAccessibleName(title)
        self._arrange()
        self._draw_picture()
        theme.changed.connect(self._draw_picture)

    def show_text(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self._fit()

    def add_button(self, button: QPushButton) -> None:
        """Offer one more thing to do, at the right of the others."""
        self._buttons.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the text in the font it is shown in."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the text its height; the layout would compute it for the width of the whole room."""
        self._text.ensurePolished()
        self._text.setFixedHeight(max(0, self._text.heightForWidth(_TEXT_WIDTH)))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._picture, self._title, self._text):
            column.addWidget(part, alignment=_CENTRE)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._buttons)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)

    def _draw_picture(self) -> None:
        icon = self._theme.icon(self._icon, "control")
        self._picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
