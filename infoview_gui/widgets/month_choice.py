"""The chosen entry and the day under the cursor of a month, the keys, and what is said of them.

Must not know the mouse. The keys are listed at ``MonthView``. Asks; changes no entry.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.day_words import day_words
from infoview_gui.widgets.entry_steps import EntrySteps
from infoview_gui.widgets.month_canvas import MonthCanvas
from infoview_gui.widgets.month_layout import WEEK, MonthCell, on_day
from infoview_gui.widgets.own_keys import act, action_of, claim
from infoview_gui.widgets.voices import Choir, Told
from infoview_gui.widgets.week_layout import Entry

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
USUAL_START = 9 * 60
"""The minute of the day at which something new on a day begins."""


class MonthChoice(MonthCanvas):
    """A month in which a day and maybe an entry is chosen, by keys."""

    create_requested = Signal(object, int)
    """Start (datetime) and minutes of a new entry."""
    open_requested = Signal(object)
    chosen = Signal(object)
    """Key of the entry that is now chosen, or None."""
    move_requested = Signal(object, object)
    """Key and new start (datetime)."""
    resize_requested = Signal(object, int)
    """Key and new minutes."""
    refused = Signal(object)
    """Key of an entry that is not movable, after somebody tried to move it."""
    delete_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    """Key or None, and the place on the screen."""
    day_requested = Signal(object)
    """A day (date) of which all is to be shown."""
    month_requested = Signal(object)
    """The first day (date) of another month, which the cursor has come to."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, now=now, parent=parent)
        self._minutes = lay.STEP
        self.steps = EntrySteps(self, days_up=WEEK)
        self._keys = self._key_table()
        self._choir = Choir(self.tr("Days and entries"))
        self._choir.setParent(self)
        self._choir.pressed_for.connect(self._on_voice)
        self._choir.show()

    # -- what is chosen

    def choose(self, key: object) -> None:
        """Choose an entry of the days shown and go to its day; None chooses nothing."""
        entry = self._entry(key)
        if entry is not None and self._grid.holds(entry.start.date()):
            self._set_cursor(entry.start.date())
        self._choose(key if entry else None)

    def chosen_key(self) -> object:
        """Return the key of the chosen entry, or None."""
        return self._chosen

    def cursor_day(self) -> date:
        """Return the day under the cursor."""
        return self._cursor

    def cursor_slot(self) -> datetime:
        """Return when something new on that day would begin: at the hour usual for it."""
        return lay.at_minute(self._cursor, USUAL_START)

    def _entry(self, key: object) -> Entry | None:
        if key is None:
            return None
        of_cells = (line.entry for cell in self._cells for line in cell.lines)
        found = next((entry for entry in of_cells if entry.key == key), None)
        if found is not None:
            return found
        hidden = (e for cell in self._cells if cell.more for e in on_day(self._days, cell.day))
        return next((entry for entry in hidden if entry.key == key), None)

    def _choose(self, key: object) -> None:
        changed = key != self._chosen
        self._chosen = key
        self._repaint_cursor()
        if changed:
            self.chosen.emit(key)
        entry = self._entry(key)
        self.say(self._spoken(entry) if entry else self.day_words(self._cursor))

    def _set_cursor(self, day: date) -> None:
        self._repaint_cursor()
        self._cursor = day
        self._repaint_cursor()

    def _repaint_cursor(self) -> None:
        if self._grid.holds(self._cursor):
            self.update(self._area(self._grid.index(self._cursor)))

    def go(self, day: date) -> None:
        """Put the cursor on a day; another month is asked for when the day is not in this one."""
        if (day.year, day.month) != (self._month.year, self._month.month):
            self._set_cursor(day)
            self._choose(None)
            self.month_requested.emit(day.replace(day=1))
            return
        self._set_cursor(day)
        self._choose(None)

    def go_to(self, moment: datetime) -> None:
        """Put the cursor on the day of a moment."""
        self.go(moment.date())

    # -- what is said

    def day_words(self, day: date) -> str:
        """Return a day, what lies on it and what is due, as they are said."""
        words = [day_words(self.locale(), day, "dddd d MMMM")]
        words += [self.tr("today")] if day == self._now().date() else []
        entries = on_day(self._days, day)
        words.append(_counted(len(entries)) if entries else self.tr("nothing planned"))
        words += [self._days.due(day)] if self._days.due(day) else []
        return ", ".join(words)

    def _spoken(self, entry: Entry) -> str:
        looks = {"hatched": self.tr("proposed"), "outline": self.tr("struck out")}
        rest = entry.spoken or ", ".join(filter(None, (entry.title, entry.about)))
        look = looks.get(entry.look, "")
        return ", ".join(filter(None, (rest, self._when(entry), "" if look in rest else look)))

    def _when(self, entry: Entry) -> str:
        day = day_words(self.locale(), entry.start.date(), "dddd d MMMM")
        if entry.all_day:
            return f"{day}, {self.tr('all day')}"
        return f"{day}, {self._ink.clock(entry.start)}–{self._ink.clock(entry.clock_end)}"

    def chosen_entry(self) -> Entry | None:
        """Return the chosen entry."""
        return self._entry(self._chosen)

    def say(self, text: str) -> None:
        """Tell a screen reader where the keys are."""
        self.setAccessibleDescription(text)
        if self.hasFocus():
            announce(self, text)

    def _on_laid_out(self) -> None:
        self._choir.setGeometry(self.rect())
        if Choir.is_heard() or self._choir.voices:
            self._choir.tell(self._told() if Choir.is_heard() else [])

    def _told(self) -> list[Told]:
        told: list[Told] = []
        seen: set[object] = set()
        for index, cell in enumerate(self._cells):
            words = self.day_words(cell.day)
            told.append(Told(cell.day, self._area(index), words, self.tr("Shows the day")))
            told += self._told_lines(index, cell, seen)
        return told

    def _told_lines(self, index: int, cell: MonthCell, seen: set[object]) -> list[Told]:
        told = []
        for line in cell.lines:
            if line.entry.key not in seen:
                seen.add(line.entry.key)
                box = self._grid.line_box(index, line)
                area = QPoint(round(box.left), round(box.top))
                rect = self._area(index)
                rect.setTopLeft(area)
                rect.setHeight(round(box.height))
                words = self._spoken(line.entry)
                told.append(Told((line.entry.key,), rect, line.entry.title, words))
        return told

    def _on_voice(self, key: object) -> None:
        if isinstance(key, date):
            self.day_requested.emit(key)
        elif isinstance(key, tuple):
            self.choose(key[0])
            self.open_requested.emit(key[0])

    # -- keys

    def _key_table(self) -> dict[int, Callable[[], object]]:
        k = Qt.Key
        rows: list[tuple[Qt.KeyboardModifier, Qt.Key, Callable[[], object]]] = [
            (_PLAIN, k.Key_Up, partial(self._step, -WEEK)),
            (_PLAIN, k.Key_Down, partial(self._step, WEEK)),
            (_PLAIN, k.Key_Left, partial(self._step_towards, -1)),
            (_PLAIN, k.Key_Right, partial(self._step_towards, 1)),
            (_PLAIN, k.Key_Home, partial(self._to_edge, last=False)),
            (_PLAIN, k.Key_End, partial(self._to_edge, last=True)),
            (_PLAIN, k.Key_PageUp, partial(self.turn, -1)),
            (_PLAIN, k.Key_PageDown, partial(self.turn, 1)),
            (_PLAIN, k.Key_T, self._to_today),
            (_PLAIN, k.Key_J, partial(self._jump, 1)),
            (_PLAIN, k.Key_K, partial(self._jump, -1)),
            (_SHIFT, k.Key_Right, partial(self._jump_towards, 1)),
            (_SHIFT, k.Key_Left, partial(self._jump_towards, -1)),
            (_PLAIN, k.Key_Return, self._open_or_create),
            (_PLAIN, k.Key_Enter, self._open_or_create),
            (_PLAIN, k.Key_Space, self._show_day),
            (_PLAIN, k.Key_Insert, self._create),
            (_PLAIN, k.Key_N, self._create),
            (_PLAIN, k.Key_Delete, self._delete),
            (_PLAIN, k.Key_Menu, self._menu),
            (_SHIFT, k.Key_F10, self._menu),
            (_CTRL, k.Key_Up, self.steps.earlier),
            (_CTRL, k.Key_Down, self.steps.later),
            (_CTRL, k.Key_Left, self.steps.day_back),
            (_CTRL, k.Key_Right, self.steps.day_on),
            (_SHIFT, k.Key_Up, self.steps.shorter),
            (_SHIFT, k.Key_Down, self.steps.longer),
        ]
        return {key.value | modifiers.value: act for modifiers, key, act in rows}

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.key() == Qt.Key.Key_Escape and self._ghost:
            return self._drop_drag
        return action_of(self._keys, event)

    def _drop_drag(self) -> None:
        """Give up what the mouse began."""

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts do."""
        return claim(event, self._action) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the class says about keys."""
        act(event, self._action)

    def towards(self, sign: int) -> int:
        """Return the days that a key to the left or right leads on."""
        return -sign if self._grid.mirrored else sign

    def _step(self, days: int) -> None:
        self.go(self._cursor + timedelta(days=days))

    def _step_towards(self, sign: int) -> None:
        self._step(self.towards(sign))

    def _to_edge(self, *, last: bool) -> None:
        place = self._grid.index(self._cursor) % WEEK
        self._step(WEEK - 1 - place if last else -place)

    def _to_today(self) -> None:
        self.go(self._now().date())

    def turn(self, months: int) -> None:
        """Go to the same day of another month, or to its last day."""
        self.go(months_on(self._cursor, months))

    def _jump(self, sign: int) -> None:
        """Choose the entry after or before the chosen one, on this day or the next that has one."""
        entries = on_day(self._days, self._cursor)
        place = next((i for i, e in enumerate(entries) if e.key == self._chosen), None)
        at = (0 if sign > 0 else -1) if place is None else place + sign
        if place is None and entries and sign > 0:
            self._choose(entries[0].key)
        elif place is not None and 0 <= at < len(entries):
            self._choose(entries[at].key)
        else:
            self._jump_days(sign)

    def _jump_days(self, sign: int) -> None:
        day = self._cursor + timedelta(days=sign)
        while self._grid.holds(day):
            begun = [e for e in on_day(self._days, day) if e.start.date() == day]
            if begun:
                self._set_cursor(day)
                self._choose(begun[0 if sign > 0 else -1].key)
                return
            day += timedelta(days=sign)

    def _jump_towards(self, sign: int) -> None:
        self._jump(self.towards(sign))

    def _open_or_create(self) -> None:
        if self._chosen is None:
            self._create()
        else:
            self.open_requested.emit(self._chosen)

    def _create(self) -> None:
        self.create_requested.emit(self.cursor_slot(), self._minutes)

    def _show_day(self) -> None:
        self.day_requested.emit(self._cursor)

    def _delete(self) -> None:
        if self._chosen is not None:
            self.delete_requested.emit(self._chosen)

    def _menu(self) -> None:
        boxes = self._focus_boxes()
        if boxes:
            at = QPoint(round(boxes[0].left) + 8, round(boxes[0].bottom))
            self.menu_requested.emit(self._chosen, self.mapToGlobal(at))


def months_on(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _counted(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
