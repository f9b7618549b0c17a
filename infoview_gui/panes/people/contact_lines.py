"""Lines of the detail that lead somewhere: addresses, numbers, links, other people.

Opens addresses; must not know the panes.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.people.targets import shown_value, spelled, target
from infoview_gui.panes.phrases import listed
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip

_ICON = 16
ICONS = {"email": "mail", "phone": "phone", "link": "link"}
WORDS = {"email": "E-mail", "phone": "Phone", "link": "Link"}


class TextButton(QPushButton):
    """Words that can be clicked: elided, underlined under the pointer, ringed with the focus."""

    def __init__(
        self, theme: Theme, text: str, token: str, parent: QWidget, *, strong: bool = False
    ) -> None:
        super().__init__(text, parent)
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
        return QSize(metrics.horizontalAdvance(self.text()) + 9, 22)

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        return QSize(min(60, self.sizeHint().width()), 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        painter = QPainter(self)
        font = self._theme.font(13, self._weight)
        font.setUnderline(self.underMouse() and self.isEnabled())
        room = self.rect().adjusted(4, 0, -4, 0)
        draw_line(painter, self._theme, room, Line(self.text(), font, self._token))
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


class ReachLine(QWidget):
    """One e-mail address, phone number or link: opened by a click, copied with Ctrl+C."""

    copied = Signal(str)

    def __init__(
        self, theme: Theme, kind: str, reach: Reach, parent: QWidget, *, star: bool = False
    ) -> None:
        super().__init__(parent)
        self._value = reach.value
        self._url = target(kind, reach.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, ICONS[kind], self))
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
        row.addStretch(1)
        self._add_copy()

    def _tip(self) -> str:
        opens = f"Open {spelled(self._url)}" if self._url else self._value
        return f"{opens}\nCtrl+C copies"

    def _add_copy(self) -> None:
        copy = QAction("Copy", self.button)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._on_copy)
        self.button.addAction(copy)
        self.button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _on_clicked(self) -> None:
        if self._url is None:
            self._on_copy()
        else:
            open_outside(self._url)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value)
        self.copied.emit(self._value)


def open_outside(url: QUrl) -> None:
    """Hand an address to the program that the desktop has for it."""
    QDesktopServices.openUrl(url)
