"""The rail at the left that chooses what is shown. Knows words and icons, not panes."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from infoview_gui.widgets.mirror import mirrored, mirrored_corner

WIDTH = 176
FOLDED_WIDTH = 54
_ROW = 35
_ICON = 16
_LEFT = 10
_PILL_HEIGHT = 17
_RADIUS = 8


class RailButton(QPushButton):
    """One place to go to; ``count`` is what is due there."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._folded = False
        self._count = 0
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def count(self) -> int:
        """What is due; 0 shows no pill."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleDescription(f"{count} due" if count else "")
        self._show_tool_tip()
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon only, or icon and word."""
        self._folded = folded
        self._show_tool_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a row."""
        return QSize((FOLDED_WIDTH if self._folded else WIDTH) - 2 * _RADIUS - 1, _ROW)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a folded row: unfolded, it must not keep a window wide."""
        return QSize(FOLDED_WIDTH - 2 * _RADIUS - 1, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, word, number and focus ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._draw_ground(painter)
        ink = "accent" if self.isChecked() else "muted"
        left = (self.width() - _ICON) // 2 if self._folded else _LEFT
        corner = mirrored_corner(self, QPoint(left, (self.height() - _ICON) // 2), _ICON)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(corner, self._theme.pixmap(self._icon, ink, _ICON, ratio))
        if self._folded:
            self._draw_dot(painter)
        else:
            self._draw_word(painter, ink, self._draw_count(painter))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _draw_ground(self, painter: QPainter) -> None:
        token = "accent-soft" if self.isChecked() else "hover" if self.underMouse() else ""
        if token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(token))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)

    def _draw_word(self, painter: QPainter, ink: str, right: int) -> None:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium
        rect = QRect(_LEFT + _ICON + 10, 0, right - _LEFT - _ICON - 14, self.height())
        line = Line(self.text(), self._theme.font(13, weight), ink)
        draw_line(painter, self._theme, mirrored(self, rect), line)

    def _draw_count(self, painter: QPainter) -> int:
        """Draw the number's pill; return where the word must end."""
        if not self._count:
            return self.width() - _LEFT
        font = self._theme.font(11)
        text = str(self._count)
        width = max(QFontMetrics(font).horizontalAdvance(text) + 14, _PILL_HEIGHT)
        left = self.width() - _LEFT - width
        rect = QRect(left, (self.height() - _PILL_HEIGHT) // 2, width, _PILL_HEIGHT)
        rect = mirrored(self, rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface" if self.isChecked() else "sunken"))
        painter.drawRoundedRect(QRectF(rect), _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        return left

    def _draw_dot(self, painter: QPainter) -> None:
        """Say beside the bare icon that something is due; the tool tip says how much."""
        if self._count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            dot = QRect((self.width() + _ICON) // 2 - 1, 7, 6, 6)
            painter.drawEllipse(QRectF(mirrored(self, dot)))

    def _show_tool_tip(self) -> None:
        due = f" ({self._count} due)" if self._count else ""
        self.setToolTip(f"{self.text()}{due}" if self._folded else "")


class Rail(QFrame):
    """Rows of which one is chosen; up and down choose. 176 pixels wide, 54 when folded."""

    chosen = Signal(object)
    """The key of the row the user chose (not sent by ``choose``)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[object, RailButton] = {}
        self._folded = False
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setProperty("kind", "rail")
        self.setAccessibleName("Panes")
        self.setMinimumWidth(FOLDED_WIDTH)
        self.setMaximumWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_RADIUS, 10, _RADIUS, 10)
        self._column.setSpacing(2)
        self._column.addStretch()
        self._commands: list[RailButton] = []

    @property
    def folded(self) -> bool:
        """Whether only the icons are shown."""
        return self._folded

    @property
    def key(self) -> object:
        """The key of the chosen row, or None."""
        checked = self._group.checkedButton()
        return next((key for key, button in self._buttons.items() if button is checked), None)

    def add(self, key: object, icon: str, text: str) -> RailButton:
        """Add a row below the others; the first one is chosen."""
        button = RailButton(self._theme, icon, text, self)
        button.set_folded(self._folded)
        self._group.addButton(button)
        self._buttons[key] = button
        self._column.insertWidget(len(self._buttons) - 1, button)
        if len(self._buttons) == 1:
            button.setChecked(True)
        return button

    def add_command(self, icon: str, text: str) -> RailButton:
        """Add a row at the bottom that is pressed, not chosen."""
        button = RailButton(self._theme, icon, text, self)
        button.setCheckable(False)
        button.set_folded(self._folded)
        self._commands.append(button)
        self._column.addWidget(button)
        return button

    def choose(self, key: object) -> None:
        """Show that another row is chosen; KeyError if there is none."""
        self._buttons[key].setChecked(True)

    def set_count(self, key: object, count: int) -> None:
        """Show what is due in a row; 0 shows nothing."""
        self._buttons[key].set_count(count)

    def sizeHint(self) -> QSize:
        """Return the width of icons, or of icons and words."""
        return QSize(FOLDED_WIDTH if self._folded else WIDTH, super().sizeHint().height())

    def set_folded(self, folded: bool) -> None:
        """Show icons only, or icons and words."""
        self._folded = folded
        self.setMaximumWidth(FOLDED_WIDTH if folded else WIDTH)
        for button in (*self._buttons.values(), *self._commands):
            button.set_folded(folded)

    def _on_clicked(self, button: QAbstractButton) -> None:
        for key, candidate in self._buttons.items():
            if candidate is button:
                self.chosen.emit(key)
                return
