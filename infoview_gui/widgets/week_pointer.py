"""What the mouse does in a week: choose, create, move, resize, zoom, tool tips.

Must not know keys.
"""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QToolTip,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.week_canvas import HEADER
from infoview_gui.widgets.week_choice import WeekChoice
from infoview_gui.widgets.week_layout import Drag, Entry, Piece, Span, later

_EDGE = 28
_CTRL = Qt.KeyboardModifier.ControlModifier


class WeekPointer(WeekChoice):
    """A week that can be used by mouse."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, now=now, parent=parent)
        self._fixed_at: QPoint | None = None
        self._whole_held: tuple[Entry, date, int] | None = None
        """What is dragged along the strip of whole days, from which day, by how many days."""
        self._edge_timer = QTimer(self, interval=30)
        self._edge_timer.timeout.connect(self._on_edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the entry or the slot, and get ready for a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().y() < HEADER:
            self._press_head(event.position())
            return
        self._drop_drag()
        if event.position().y() < self._head:
            self._grab_whole(event.position())
            return
        piece = self._point_at(event.position())
        drag = self._drag_from(event.position(), piece)
        self._held = (drag, event.position().toPoint()) if drag else None
        fixed = piece is not None and drag is None
        self._fixed_at = event.position().toPoint() if fixed else None

    def _press_head(self, at: QPointF) -> None:
        """Ask for the list of what is due, or for the day by its hours."""
        due, day = self._due.at(at, self._grid, self._ink), self._head_at(at)
        if due is not None:
            self.agenda_requested.emit(due.day)
        elif day is not None and self._grid.days > 1:
            self.day_requested.emit(day)

    def _head_at(self, at: QPointF) -> date | None:
        """Return the day whose name lies at a point."""
        beside = at.x() - self._grid.left
        held = at.y() < HEADER and 0 <= beside < self._grid.width
        return self._grid.day_at(at.x()) if held else None

    def _point_at_whole(self, at: QPointF) -> bool:
        """Choose the entry of a whole day under the pointer; say whether there is one."""
        entry = self._whole.at(at.x(), at.y())
        if entry is not None:
            self._choose(entry.key)
        return entry is not None

    def _grab_whole(self, at: QPointF) -> None:
        entry = self._whole.at(at.x(), at.y()) if self._point_at_whole(at) else None
        if entry is not None and entry.movable:
            self._whole_held = entry, self._grid.day_at(at.x()), 0
        elif entry is not None:
            self._fixed_at = at.toPoint()

    def _drag_whole(self, at: QPointF) -> None:
        """Show the entry of whole days where it would lie."""
        if self._whole_held is None:
            return
        entry, day, by = self._whole_held
        wanted = (self._grid.day_at(at.x()) - day).days
        if wanted != by:
            self._whole_held = entry, day, wanted
            moved = later(entry, wanted)
            self._lay_whole([moved if one.key == entry.key else one for one in self._entries])

    def _point_at(self, at: QPointF) -> Piece | None:
        piece = self._piece_at(at)
        self._update_boxes(self._focus_boxes())
        if piece and piece.begins:
            self._cursor = piece.entry.start
        else:
            self._cursor = self._slot_at(at)
        self._choose(piece.entry.key if piece else None)
        return piece

    def _drag_from(self, at: QPointF, piece: Piece | None) -> Drag | None:
        day, minute = self._grid.day_at(at.x()), self._grid.minute_at(at.y() - self._y(0))
        if piece is None:
            return Drag("create", day, minute, Span(self._cursor, self._minutes))
        if not piece.entry.movable:
            return None
        span = Span(piece.entry.start, piece.entry.minutes)
        if self._grips(piece, at):
            return Drag("resize", day, minute, span, piece.entry.key)
        return Drag("move", day, minute, span, piece.entry.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the drag, or show by the cursor what a drag would do here."""
        self._pointer = event.position()
        self._fine = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._fixed_at is not None and _is_drag(event.position().toPoint() - self._fixed_at):
            self._fixed_at = None
            self.refused.emit(self._chosen)
        if self._whole_held is not None:
            self._drag_whole(event.position())
            return
        if not self._held:
            self._show_shape()
            return
        if self._ghost or _is_drag(event.position().toPoint() - self._held[1]):
            self._drag_on()
            self._edge_timer.start()

    def _show_shape(self) -> None:
        piece = self._piece_at(self._pointer)
        shape = Qt.CursorShape.ArrowCursor
        if piece and self._grips(piece, self._pointer):
            shape = Qt.CursorShape.SizeVerCursor
        elif self._opens(self._pointer):
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _opens(self, at: QPointF) -> bool:
        """Say whether a press on the head at a point shows something."""
        several = self._grid.days > 1 and self._head_at(at) is not None
        return several or self._due.at(at, self._grid, self._ink) is not None

    def _drag_on(self) -> None:
        if not self._held:
            return
        day = self._grid.day_at(self._pointer.x())
        minute = self._grid.minute_at(self._pointer.y() - self._y(0))
        step = lay.FINE_STEP if self._fine else lay.STEP
        ghost = self._held[0].to(day, minute, step, self._grid)
        if ghost != self._ghost:
            self._update_ghost()
            self._ghost = ghost
            self._update_ghost()

    def _update_ghost(self) -> None:
        if self._ghost:
            boxes = self._grid.boxes(self._ghost.start, self._ghost.minutes)
            flag = self._ink.line + 4  # their time may stand below
            self._update_boxes([box._replace(height=box.height + flag) for box in boxes])
        if self._held and self._held[0].key is not None:
            self._update_boxes([p.box for p in self._pieces if p.entry.key == self._held[0].key])

    def _on_edge(self) -> None:
        above = self._head + _EDGE - self._pointer.y()
        below = self._pointer.y() - (self.viewport().height() - _EDGE)
        by = min(below, 40) if below > 0 else -min(above, 40) if above > 0 else 0
        if by and self._ghost:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(by / 2))
            self._drag_on()

    def carry(self, title: str, minutes: int, at: QPoint | None) -> datetime | None:
        """Show where something from elsewhere would lie; return its start, None off the hours.

        ``at`` is a place on the screen; None takes the picture away.
        """
        self._drop_drag()
        spot = QPointF(self.viewport().mapFromGlobal(at)) if at is not None else QPointF(-1, -1)
        if not self.viewport().rect().contains(spot.toPoint()) or spot.y() < self._head:
            return None
        start = self._slot_at(spot)
        self._carried = title
        drag = Drag("create", start.date(), 0, Span(start, minutes))
        self._held, self._ghost = (drag, spot.toPoint()), Span(start, minutes)
        self._update_ghost()
        return start

    def _drop_drag(self) -> None:
        self._update_ghost()
        self._carried = ""
        self._told_time = (None, "")
        self._held = self._ghost = None
        self._edge_timer.stop()
        if self._whole_held is not None:
            self._whole_held = None
            self._lay_whole(self._entries)

    @property
    def _drags(self) -> bool:
        return self._held is not None or self._whole_held is not None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag by asking for what it showed."""
        self._fixed_at = None
        if event.button() == Qt.MouseButton.LeftButton and self._whole_held is not None:
            (entry, _, by) = self._whole_held
            self._drop_drag()
            if by:
                self.move_requested.emit(entry.key, later(entry, by).start)
            return
        if event.button() != Qt.MouseButton.LeftButton or not self._held:
            return
        (drag, _), ghost = self._held, self._ghost
        self._drop_drag()
        if ghost is None or (drag.kind != "create" and ghost == drag.span):
            return
        if drag.kind == "create":
            self.create_requested.emit(ghost.start, ghost.minutes)
        elif drag.kind == "move":
            self.move_requested.emit(drag.key, ghost.start)
        else:
            self.resize_requested.emit(drag.key, ghost.minutes)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry, or create one in the slot."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().y() >= self._head:
            self._point_at(event.position())
            self._open_or_create()
        elif self._point_at_whole(event.position()):
            self._open_or_create()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer; the keys ask through the key table."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self._drop_drag()
            self._point_at(QPointF(event.pos()))
            self.menu_requested.emit(self._chosen, event.globalPos())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & _CTRL:
            self._zoom(1.15 ** (event.angleDelta().y() / 120), event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _zoom(self, factor: float, about_y: float | None = None) -> None:
        self.set_hour_height(round(self._grid.hour_height * factor), about_y)

    def tip_at(self, point: QPoint) -> str:
        """Return all about the entry at a point of the viewport; empty where there is none."""
        if point.y() < HEADER:
            return plain_tool_tip(self._head_words(point))
        piece = self._piece_at(QPointF(point))
        entry = piece.entry if piece else self._whole.at(point.x(), point.y())
        if entry is None:
            return ""
        when = (
            self.tr("all day") if entry.all_day else self._ink.clocks(entry.start, entry.clock_end)
        )
        lines = (when, entry.title, entry.about)
        return plain_tool_tip("\n".join(line for line in lines if line))

    def _head_words(self, point: QPoint) -> str:
        """Return what is due on the day at a point of the head, or whose hours are below."""
        day = self._head_at(QPointF(point))
        if day is not None:
            return self._due.days[day].sentence if day in self._due.days else ""
        if self._second is None:
            return ""
        middle = (self.viewport().width() - self._grid.width) / 2
        beside = self.viewport().width() - point.x() if self._grid.mirrored else point.x()
        return self._second.title if beside < middle else self._second.home

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole of an elided entry in its tool tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        text = "" if self._held else self.tip_at(event.pos())
        QToolTip.showText(event.globalPos(), text, self.viewport())
        return True


def _is_drag(way: QPoint) -> bool:
    return way.manhattanLength() >= QApplication.startDragDistance()
