"""Paints a week of entries on a grid of hours and says what lies where.

Must not know mouse, keys or screen readers: the classes built on it do.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import (
    QDate,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.month_cards import MonthInk
from infoview_gui.widgets.week_cards import Card, rect_of
from infoview_gui.widgets.week_heads import DueMarks, hours_width, paint_name
from infoview_gui.widgets.week_layout import Box, Drag, Entry, Grid, Piece, Span
from infoview_gui.widgets.week_margins import (
    Band,
    SecondHours,
    WholeDays,
    paint_bands,
    paint_second_hours,
)

HEADER, GUTTER = 44, 60
LEAST_ZOOM, USUAL_ZOOM, MOST_ZOOM = 24, 72, 160
_GRIP = 6


class WeekCanvas(QAbstractScrollArea):
    """A scrolled grid of days and hours with its entries, cursor, ghost and now line."""

    hour_height_changed = Signal(int)
    """Pixels of an hour, after the user zoomed."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._ink = MonthInk(theme, self.locale(), mirrored=mirrored)
        self._painted_now = now()
        today = self._painted_now.date()
        self._grid = Grid(today - timedelta(days=today.weekday()), 5, hour_height=USUAL_ZOOM)
        self._entries: tuple[Entry, ...] = ()
        self._by_key: dict[object, Entry] = {}
        self._timed: list[Entry] = []
        self._pieces: list[Piece] = []
        self._whole = WholeDays(HEADER)
        self._bands: tuple[Band, ...] = ()
        self._second: SecondHours | None = None
        self._due = DueMarks()
        self._cursor = lay.at_minute(
            today if self._grid.holds(today) else self._grid.first_day, 540
        )
        self._chosen: object = None
        self._minutes = lay.STEP
        self._held: tuple[Drag, QPoint] | None = None
        self._ghost: Span | None = None
        self._their_time: Callable[[object, datetime], str] = _nothing
        self._told_time: tuple[object, str] = (None, "")
        self._carried = ""
        self._pointer = QPointF()
        self._fine = False
        self._first_minute: int | None = 8 * 60
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Week"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._minute_timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._minute_timer.timeout.connect(self._on_minute)
        self._theme.changed.connect(self._on_theme_changed)
        self._rebuild()

    def _on_theme_changed(self) -> None:
        self._ink.forget_colours()
        self._lay_whole(self._entries)

    def _lay_whole(self, entries: Sequence[Entry]) -> None:
        """Lay the strip of whole days out for these."""
        self._whole.lay_out(entries, self._grid, round(self._ink.line) + 4.0)
        self.viewport().update()

    @property
    def _head(self) -> int:
        """Where the hours begin: below the names of the days and the strip of whole days."""
        return HEADER + round(self._whole.height)

    def _on_laid_out(self) -> None:
        """Do what must follow a new layout."""

    def hour_height(self) -> int:
        """Return the pixels of an hour."""
        return int(self._grid.hour_height)

    def set_hour_height(self, pixels: int, about_y: float | None = None) -> None:
        """Zoom to 24 to 160 pixels an hour; what lies at viewport ``about_y`` stays there."""
        pixels = min(max(pixels, LEAST_ZOOM), MOST_ZOOM)
        if pixels == self._grid.hour_height:
            return
        middle = (self._head + self.viewport().height()) / 2 if about_y is None else about_y
        kept = (self.verticalScrollBar().value() + middle - self._head) / self._grid.hour_height
        self._grid = replace(self._grid, hour_height=float(pixels))
        self._rebuild()
        if self._first_minute is None:
            self.verticalScrollBar().setValue(round(kept * pixels - middle + self._head))
        self.hour_height_changed.emit(pixels)

    def _entry(self, key: object) -> Entry | None:
        return None if key is None else self._by_key.get(key)

    def band_at(self, moment: datetime) -> Band | None:
        """Return the change of the clocks in which a wall time lies."""
        return next((band for band in self._bands if band.holds(moment)), None)

    def _shown(self) -> list[Entry]:
        return [e for e in self._entries if self._grid.holds(e.start.date())]

    def _rebuild(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(self._ink.plain)
        gutter = max(GUTTER, round(metrics.horizontalAdvance(self._ink.hour(22))) + 16)
        if self._second:
            gutter = 2 * hours_width(self._second, self._ink, gutter)
        self._grid = replace(
            self._grid, left=0.0 if mirrored else float(gutter), mirrored=mirrored,
            width=max(self._grid.days, self.viewport().width() - gutter),
            least_height=round(self._ink.line) + 3.0,
        )  # fmt: skip
        self._whole.lay_out(self._entries, self._grid, round(self._ink.line) + 4.0)
        self._pieces = self._grid.place(self._timed)
        self._ink.cards.clear()
        room = max(1, self.viewport().height() - self._head)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._grid.height) + 1 - room))
        bar.setPageStep(room)
        bar.setSingleStep(max(8, round(self._grid.hour_height / 4)))
        self._place_first()
        self._on_laid_out()
        self.viewport().update()

    def _place_first(self) -> None:
        if self._first_minute is not None and self.verticalScrollBar().maximum() > 0:
            self.verticalScrollBar().setValue(round(self._grid.y_of(self._first_minute)))
            self._first_minute = None if self.isVisible() else self._first_minute

    def _y(self, y: float) -> float:
        return y + self._head - self.verticalScrollBar().value()

    def _piece_at(self, at: QPointF) -> Piece | None:
        y = at.y() - self._y(0)
        hits = (p for p in self._pieces if p.box.contains(at.x(), y))
        return next(hits, None) if at.y() >= self._head else None

    def _slot_at(self, at: QPointF) -> datetime:
        return self._grid.slot_at(at.x(), at.y() - self._y(0))

    def _grips(self, piece: Piece, at: QPointF) -> bool:
        reach = min(_GRIP, piece.box.height / 3)
        below = piece.box.bottom - (at.y() - self._y(0))
        return piece.entry.movable and piece.ends and below <= reach

    def _update_boxes(self, boxes: Sequence[Box]) -> None:
        offset = QPointF(0, self._y(0))
        if self._whole.bars:
            self.viewport().update(0, HEADER, self.viewport().width(), self._head - HEADER)
        for box in boxes:
            area = rect_of(box).translated(offset).adjusted(-12, -12, 12, 12)
            self.viewport().update(area.toAlignedRect())

    def _focus_boxes(self) -> list[Box]:
        """Return where the ring lies among the hours; that of a whole day lies above them."""
        if self._whole.boxes_of(self._chosen):
            return []
        boxes = [p.box for p in self._pieces if p.entry.key == self._chosen]
        if self._chosen is None or not boxes:
            boxes = self._grid.boxes(self._cursor, lay.STEP)
        return boxes

    def _reveal(self) -> None:
        boxes = self._focus_boxes()
        if not boxes:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height() - self._head
        if boxes[0].top < bar.value() or boxes[0].height > room:
            bar.setValue(int(boxes[0].top) - 8)
        elif boxes[0].bottom > bar.value() + room:
            bar.setValue(int(boxes[0].bottom) + 8 - room)

    def _on_minute(self) -> None:
        moment = self._now()
        left = 60_000 - moment.second * 1000 - moment.microsecond // 1000
        self._minute_timer.start(left + 20)
        if moment.date() != self._painted_now.date():
            self.viewport().update()
        for line in (self._painted_now, moment):
            self._update_boxes(self._grid.boxes(line, 1))
        self._painted_now = moment

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Repaint: headings and hours stay where they are."""
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for a comfortable five days."""
        return QSize(900, 700)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the event's area and nothing else."""
        painter = QPainter(self.viewport())
        area = QRectF(event.rect())
        painter.fillRect(area, self._theme.colour("surface"))
        self._paint_headings(painter)
        painter.setClipRect(
            area.intersected(QRectF(self.viewport().rect()).adjusted(0, self._head, 0, 0))
        )
        painter.translate(0, self._y(0))
        visible = area.translated(0, -self._y(0))
        self._paint_lines(painter, visible)
        if self._bands:
            paint_bands(painter, self._grid, self._bands, self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen is None:  # below what lies in the slot, which is not what is chosen
            self._paint_focus(painter)
        self._paint_cards(painter, visible)
        if self._chosen is not None:
            self._paint_focus(painter)
        self._paint_ghost(painter)
        self._paint_now(painter)
        painter.resetTransform()
        painter.setClipRect(area)
        self._paint_hours(painter)

    def _today_column(self) -> tuple[float, float] | None:
        today = self._now().date()
        held = self._grid.holds(today)
        return self._grid.column((today - self._grid.first_day).days) if held else None

    def _paint_headings(self, painter: QPainter) -> None:
        today = (self._now().date() - self._grid.first_day).days
        for index in range(self._grid.days):
            left, width = self._grid.column(index)
            box = QRectF(left, 0, width, HEADER)
            if index == today:
                painter.fillRect(box, self._tint())
            day = self._grid.first_day + timedelta(days=index)
            name = self.locale().toString(QDate(day.year, day.month, day.day), "ddd d")
            hidden = self._whole.hidden(index)
            name += f" +{hidden}" if hidden else ""
            painter.setFont(self._ink.head_bold if index == today else self._ink.head)
            painter.setPen(self._theme.colour("accent" if index == today else "text"))
            painter.drawText(box.adjusted(0, 0, 0, -6), Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(self._theme.colour("border"))
            edge = left + width - 1 if self._grid.mirrored else left
            painter.drawLine(QPointF(edge, 0), QPointF(edge, self._head))
        self._due.paint(painter, self._grid, self._ink)
        if self._whole.bars:
            self._whole.paint(painter, self._ink)
            self._paint_ring(painter, self._whole.boxes_of(self._chosen))

    def _paint_ring(self, painter: QPainter, boxes: Sequence[Box]) -> None:
        focused = self.hasFocus()
        colour = self._theme.colour("focus" if focused else "control")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2 if focused else 1))
        for box in boxes:
            painter.drawRoundedRect(rect_of(box).adjusted(1, 0, -1, -2), 4, 4)

    def _tint(self) -> QColor:
        colour = QColor(self._theme.colour("accent-soft"))
        colour.setAlphaF(0.4)
        return colour

    def _paint_lines(self, painter: QPainter, visible: QRectF) -> None:
        today = self._today_column()
        if today:
            box = QRectF(today[0], 0, today[1], self._grid.height)
            painter.fillRect(box.intersected(visible), self._tint())
        painter.setPen(self._theme.colour("border"))
        right = self._grid.left + self._grid.width
        for hour in range(25):
            y = round(self._grid.y_of(hour * 60))
            if visible.top() - 1 <= y <= visible.bottom() + 1:
                painter.drawLine(QPointF(self._grid.left, y), QPointF(right, y))
        for index in range(self._grid.days):
            left, width = self._grid.column(index)
            edge = left + width - 1 if self._grid.mirrored else left
            painter.drawLine(QPointF(edge, visible.top()), QPointF(edge, visible.bottom()))

    def _paint_cards(self, painter: QPainter, visible: QRectF) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        lifted = self._held[0].key if self._held and self._ghost else None
        shown: list[Card] = []
        lifts: list[Card] = []
        top, bottom, left, right = visible.top(), visible.bottom(), visible.left(), visible.right()
        for index, piece in enumerate(self._pieces):
            box = piece.box
            if box.bottom < top - 2 or box.top > bottom or box.right < left or box.left > right:
                continue
            lift = lifted is not None and piece.entry.key == lifted
            (lifts if lift else shown).append(self._ink.card(index, piece, self._grid.mirrored))
        self._ink.draw(painter, shown, rounded=True)
        painter.setOpacity(0.4)
        self._ink.draw(painter, lifts, rounded=True)
        painter.setOpacity(1.0)

    def _paint_focus(self, painter: QPainter) -> None:
        if self._ghost:
            return
        focused = self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(self._theme.colour("focus" if focused else "control"), 2 if focused else 1)
        )
        for box in self._focus_boxes():
            if self._chosen is not None or focused or self._held:
                painter.drawRoundedRect(rect_of(box).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_ghost(self, painter: QPainter) -> None:
        if not self._ghost or not self._held:
            return
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("accent-soft"))
        entry = self._entry(self._held[0].key)
        title = entry.title if entry else self._carried or self.tr("New")
        for box in self._grid.boxes(self._ghost.start, self._ghost.minutes):
            area = rect_of(box).adjusted(4, 0.5, -6, -2)
            painter.drawRoundedRect(area, 4, 4)
            band = self.band_at(self._ghost.start)
            text = f"{self._ink.span(self._ghost)} {title}"
            text = f"{self._ink.clock(self._ghost.start)}: {band.words}" if band else text
            text = QFontMetricsF(self._ink.bold).elidedText(
                text, Qt.TextElideMode.ElideRight, area.width() - 14
            )
            painter.setFont(self._ink.bold)
            line = QRectF(area.left() + 7, area.top(), area.width() - 14, self._ink.line + 2)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(line, flags | Qt.TextFlag.TextSingleLine, text)
            self._paint_their_time(painter, area, line)

    def _paint_their_time(self, painter: QPainter, area: QRectF, line: QRectF) -> None:
        """Write below the first line of what is dragged, or under it, what the time is there."""
        if not (words := self.their_time()):
            return
        below = line.translated(0, self._ink.line)
        if below.bottom() > area.bottom():
            flag = QRectF(area.left(), area.bottom() + 2, area.width(), self._ink.line + 4)
            painter.drawRoundedRect(flag, 4, 4)
            below.moveTop(flag.top() + 1)
        painter.setFont(self._ink.plain)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        shown = QFontMetricsF(self._ink.plain).elidedText(
            words, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, flags | Qt.TextFlag.TextSingleLine, shown)

    def their_time(self) -> str:
        """Return what the time would be for the other person of what is dragged; else nothing."""
        if not self._ghost or not self._held:
            return ""
        asked = self._held[0].key, self._ghost.start
        if self._told_time[0] != asked:
            self._told_time = asked, self._their_time(*asked)
        return self._told_time[1]

    def _paint_now(self, painter: QPainter) -> None:
        today = self._today_column()
        if not today:
            return
        moment = self._now()
        y = self._grid.y_of(moment.hour * 60 + moment.minute)
        red = self._theme.colour("red")
        painter.fillRect(QRectF(today[0], round(y) - 1, today[1], 2), red)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        start = today[0] + today[1] if self._grid.mirrored else today[0]
        painter.drawEllipse(QPointF(start, round(y)), 5, 5)

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        mirrored = self._grid.mirrored
        left = self._grid.width if mirrored else 0
        gutter = self.viewport().width() - self._grid.width
        painter.setFont(self._ink.plain)
        painter.setPen(self._theme.colour("muted"))
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        half = self._ink.line / 2
        every = 1 if self._grid.hour_height > 2 * half + 6 else 2
        for hour in range(0, 24, every):
            y = self._y(round(self._grid.y_of(hour * 60)))
            if self._head - half <= y <= self.viewport().height() + half:
                box = QRectF(left + 8, y - half, gutter - 17, 2 * half)
                painter.drawText(box, flags, self._ink.hour(hour))
        self._paint_second(painter, left, gutter, every)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(
            QPointF(self._grid.left, self._head),
            QPointF(self._grid.left + self._grid.width, self._head),
        )

    def _paint_second(self, painter: QPainter, left: float, gutter: float, every: int) -> None:
        """Draw the other place's hours at the outer edge, under its name."""
        if self._second is None:
            return
        outer = left + gutter / 2 if self._grid.mirrored else left
        room = QRectF(outer, 0, gutter / 2, HEADER)
        places = [self._y(round(self._grid.y_of(hour * 60))) for hour in range(24)]
        shown = [
            y if y >= self._head - 8 and hour % every == 0 else -1.0
            for hour, y in enumerate(places)
        ]
        paint_second_hours(painter, room, self._second, self._ink, shown)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_name(painter, room.adjusted(4, 0, -4, 0), self._second.title, self._ink, middle)
        mirrored = self._grid.mirrored
        near = QRectF(left if mirrored else left + gutter / 2, 0, gutter / 2, HEADER)
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        side |= Qt.AlignmentFlag.AlignAbsolute
        near = near.adjusted(9, 0, -1, 0) if mirrored else near.adjusted(1, 0, -9, 0)
        paint_name(painter, near, self._second.home, self._ink, side)


def _nothing(_key: object, _start: datetime) -> str:
    return ""
