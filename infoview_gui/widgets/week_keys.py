"""What the keyboard does in a week. The keys are listed at ``WeekView``. Asks; changes no entry."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import (
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.entry_steps import EntrySteps
from infoview_gui.widgets.own_keys import act, action_of, claim
from infoview_gui.widgets.week_canvas import USUAL_ZOOM
from infoview_gui.widgets.week_cards import rect_of
from infoview_gui.widgets.week_pointer import WeekPointer

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class WeekKeys(WeekPointer):
    """A week that can be used by keys."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, now=now, parent=parent)
        self.steps = EntrySteps(self)
        self._keys = self._key_table()

    def _key_table(self) -> dict[int, Callable[[], object]]:
        k, both = Qt.Key, _CTRL | _SHIFT
        rows: list[tuple[Qt.KeyboardModifier, Qt.Key, Callable[[], object]]] = [
            (_PLAIN, k.Key_Up, partial(self._step_minutes, -lay.STEP)),
            (_PLAIN, k.Key_Down, partial(self._step_minutes, lay.STEP)),
            (_PLAIN, k.Key_Left, partial(self._step_day, -1)),
            (_PLAIN, k.Key_Right, partial(self._step_day, 1)),
            (_PLAIN, k.Key_Home, partial(self._jump_in_day, 0)),
            (_PLAIN, k.Key_End, partial(self._jump_in_day, -1)),
            (_PLAIN, k.Key_J, partial(self._jump, 1)),
            (_PLAIN, k.Key_K, partial(self._jump, -1)),
            (_SHIFT, k.Key_Right, partial(self._jump_towards, 1)),
            (_SHIFT, k.Key_Left, partial(self._jump_towards, -1)),
            (_PLAIN, k.Key_PageUp, partial(self.week_requested.emit, -1)),
            (_PLAIN, k.Key_PageDown, partial(self.week_requested.emit, 1)),
            (_PLAIN, k.Key_Return, self._open_or_create),
            (_PLAIN, k.Key_Enter, self._open_or_create),
            (_PLAIN, k.Key_Insert, self._create),
            (_PLAIN, k.Key_N, self._create),
            (_PLAIN, k.Key_Delete, self._delete),
            (_PLAIN, k.Key_Space, self._show_day),
            (_PLAIN, k.Key_Menu, self._menu),
            (_SHIFT, k.Key_F10, self._menu),
            (_CTRL, k.Key_Up, self.steps.earlier),
            (_CTRL, k.Key_Down, self.steps.later),
            (_CTRL, k.Key_Left, self.steps.day_back),
            (_CTRL, k.Key_Right, self.steps.day_on),
            (_SHIFT, k.Key_Up, self.steps.shorter),
            (_SHIFT, k.Key_Down, self.steps.longer),
            *((m, key, partial(self._zoom, 1.15))
              for m in (_CTRL, both) for key in (k.Key_Plus, k.Key_Equal)),
            (_CTRL, k.Key_Minus, partial(self._zoom, 1 / 1.15)),
            (_CTRL, k.Key_0, partial(self.set_hour_height, USUAL_ZOOM)),
            (_ALT, k.Key_Up, partial(self.scroll_hours, -1)),
            (_ALT, k.Key_Down, partial(self.scroll_hours, 1)),
        ]  # fmt: skip
        return {key.value | modifiers.value: act for modifiers, key, act in rows}

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.key() == Qt.Key.Key_Escape and self._drags:
            return self._drop_drag
        return action_of(self._keys, event)

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts do."""
        return claim(event, self._action) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the class says about keys."""
        act(event, self._action)

    def _step_minutes(self, minutes: int) -> None:
        minute = self._cursor.hour * 60 + self._cursor.minute
        minute = (minute + minutes) // lay.STEP * lay.STEP if minutes > 0 else (
            -(-(minute + minutes) // lay.STEP) * lay.STEP)  # fmt: skip
        minute = min(max(minute, 0), lay.DAY_MINUTES - lay.STEP)
        self._go(lay.at_minute(self._cursor.date(), minute))

    def towards(self, sign: int) -> int:
        """Return the days that a key to the left or right leads on."""
        return -sign if self._grid.mirrored else sign

    def _step_day(self, sign: int) -> None:
        days = self.towards(sign)
        target, first = self._cursor + timedelta(days=days), self._grid.first_day
        if not self._grid.holds(target.date()):
            self.week_requested.emit(days)
            if self._grid.first_day == first:
                return
            column = 0 if days > 0 else self._grid.days - 1
            day = self._grid.first_day + timedelta(days=column)
            target = datetime.combine(day, target.time())
        self._go(target)

    def scroll_hours(self, hours: int) -> None:
        """Scroll without moving the cursor."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(hours * self._grid.hour_height))

    def _jump(self, sign: int) -> None:
        found = lay.beside(self._shown(), self._chosen, self._cursor, forward=sign > 0)
        if found:
            self.choose(found.key)

    def _jump_towards(self, sign: int) -> None:
        self._jump(self.towards(sign))

    def _jump_in_day(self, place: int) -> None:
        day = self._cursor.date()
        found = sorted((e for e in self._entries if e.start.date() == day), key=lay.in_order)
        if found:
            self.choose(found[place].key)

    def _show_day(self) -> None:
        """Ask for the day under the cursor by its hours; of a single day for what is due."""
        day = self._cursor.date()
        if self._grid.days > 1:
            self.day_requested.emit(day)
        elif day in self._due.days:
            self.agenda_requested.emit(day)

    def _delete(self) -> None:
        if self._chosen is not None:
            self.delete_requested.emit(self._chosen)

    def _menu(self) -> None:
        boxes = self._focus_boxes()
        place = rect_of(boxes[0]).bottomLeft() if boxes else QPointF()
        y = min(max(self._y(place.y()), self._head), self.viewport().height() - 1)
        at = QPoint(round(place.x()) + 8, round(y))
        self.menu_requested.emit(self._chosen, self.viewport().mapToGlobal(at))
