"""A round mark with the initials of a name. Knows names, not people."""

from zlib import crc32

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.stamp import draw_stamp

_TONES = ("acc", "blu", "vio", "amb")


def initials(first: str, last: str) -> str:
    """Return one or two capital letters; a question mark where there is no letter."""
    words = f"{first} {last}".split()
    words = words[:1] + words[1:][-1:]
    letters = [next((sign for sign in word if sign.isalnum()), "") for word in words]
    return "".join(letters).upper()[:2] or "?"


def avatar_tone(first: str, last: str) -> str:
    """Return the tone of a name: the same on every computer and at every start."""
    name = f"{first} {last}".strip().casefold()
    return _TONES[crc32(name.encode("utf-8")) % len(_TONES)]


def draw_avatar(painter: QPainter, theme: Theme, rect: QRect, first: str, last: str) -> None:
    """Draw the mark into the square ``rect``; for delegates too."""
    letters = initials(first, last)
    ink, ground = map(theme.colour, tone_tokens(avatar_tone(first, last)))

    def draw(inner: QPainter, place: QRect) -> None:
        inner.setPen(Qt.PenStyle.NoPen)
        inner.setBrush(ground)
        inner.drawEllipse(QRectF(place))
        inner.setPen(ink)
        inner.setFont(theme.font(place.height() * 0.345, QFont.Weight.DemiBold))
        inner.drawText(place, Qt.AlignmentFlag.AlignCenter, letters)

    draw_stamp(painter, rect, f"avatar|{letters}|{ink.rgba()}|{ground.rgba()}", draw)


def draw_icon_mark(painter: QPainter, theme: Theme, rect: QRect, icon: str) -> None:
    """Draw the mark of what is nobody's into the square ``rect``."""
    ink, ground = tone_tokens("")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(QRectF(rect))
    inset = rect.width() // 4
    theme.icon(icon, ink).paint(painter, rect.adjusted(inset, inset, -inset, -inset))


class Avatar(QWidget):
    """The mark of one name, ``diameter`` logical pixels wide."""

    def __init__(self, theme: Theme, diameter: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = ""
        self._last = ""
        self._icon = ""
        self.setFixedSize(diameter, diameter)
        theme.changed.connect(self.update)

    def show_name(self, first: str, last: str) -> None:
        """Show the initials of a name."""
        self._first = first
        self._last = last
        self._icon = ""
        self.setAccessibleName(f"{first} {last}".strip())
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show an icon, for what is nobody's; it says nothing to a screen reader."""
        self.show_name("", "")
        self._icon = icon

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        del event
        painter = QPainter(self)
        if self._icon:
            draw_icon_mark(painter, self._theme, self.rect(), self._icon)
        else:
            draw_avatar(painter, self._theme, self.rect(), self._first, self._last)
