"""Lines of the detail that lead somewhere: addresses, numbers, links, other people.

Opens addresses; must not know the panes.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from infoview_gui.panes.phrases import listed
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.labels import plain_tool_tip

_ICON = 16


class TextButton(QPushButton):
    """Words that can be clicked: elided, underlined under the pointer, ringed with the focus."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        token: str,
        parent: QWidget,
        *,
        strong: bool = False,
        inset: int = 4,
    ) -> None:
        super().__init__(text, parent)
        self._inset = inset
        self._theme = theme
        self._token = token
        self._weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self.setAutoDefault(False)
        self.setProperty("kind", "link")  # for the height that the style sheet allows
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the words and the ring."""
        metrics = QFontMetrics(self._theme.font(13, self._weight))
        return QSize(metrics.horizontalAdvance(self.words()) + 2 * self._inset + 1, 22)

    def words(self) -> str:
        """Return what is to be read: ampersands mark no key here."""
        return self.text().replace("&&", "&")

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        return QSize(min(60, self.sizeHint().width()), 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        painter = QPainter(self)
        font = self._theme.font(13, self._weight)
        font.setUnderline(self.underMouse() and self.isEnabled())
        room = self.rect().adjusted(self._inset, 0, -self._inset, 0)
        draw_line(painter, self._theme, room, Line(self.words(), font, self._token))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class PersonButton(TextButton):
    """The name of a person; a click goes there."""

    person_chosen = Signal(object)

    def __init__(self, theme: Theme, person: PersonName, parent: QWidget) -> None:
        super().__init__(theme, person.name, "accent", parent, strong=True)
        self._person_id = person.id
        self.setAccessibleName(person.name)
        where = listed(person.name, person.role, person.company)
        self.setToolTip(plain_tool_tip(where))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.person_chosen.emit(self._person_id)


class IconLabel(QLabel):
    """A small icon that follows the theme."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget, token: str = "text") -> None:  # noqa: S107 - a colour token
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = token
        self.setFixedSize(_ICON, 22)
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(self._theme.pixmap(self._icon, self._token, _ICON, ratio))


def open_outside(url: QUrl) -> None:
    """Hand an address to the program that the desktop has for it."""
    QDesktopServices.openUrl(url)
