"""The chosen entry and the slot cursor of a week, and what a screen reader is told of them.

Must not know mouse or keys.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QPoint,
    QRect,
    Signal,
)
from PySide6.QtWidgets import (
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.day_words import day_words
from infoview_gui.widgets.voices import Choir, Told
from infoview_gui.widgets.week_canvas import WeekCanvas
from infoview_gui.widgets.week_cards import rect_of
from infoview_gui.widgets.week_heads import DueDay
from infoview_gui.widgets.week_layout import Entry


class WeekChoice(WeekCanvas):
    """A week in which an entry or a slot is chosen."""

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
    """Key of an entry that is not movable, after somebody tried to move or stretch it."""
    delete_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    """Key or None, and the place on the screen."""
    day_requested = Signal(object)
    """A day that is to be shown by its hours."""
    agenda_requested = Signal(object)
    """A day of which it is to be listed what is planned and due."""
    week_requested = Signal(int)
    """-1 for the span before the one shown, 1 for the one after."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        self._choir = Choir("")
        self._told_due: DueDay | None = None
        super().__init__(theme, now=now, parent=parent)
        self._choir.setAccessibleName(self.tr("Entries"))
        self._choir.setParent(self.viewport())
        self._choir.pressed_for.connect(self._on_voice)
        self._choir.show()

    def _on_laid_out(self) -> None:
        self._sync_voices()

    def choose(self, key: object) -> None:
        """Choose an entry and bring it into view; None or an unknown key chooses nothing."""
        entry = self._entry(key)
        if entry and self._grid.holds(entry.start.date()):
            self._cursor = entry.start
        self._choose(key if entry else None)
        self._reveal()

    def chosen_key(self) -> object:
        """Return the key of the chosen entry, or None."""
        return self._chosen

    def cursor_slot(self) -> datetime:
        """Return the start of the slot under the cursor, for what is created by other means."""
        return self._cursor

    def go_to(self, moment: datetime) -> None:
        """Put the cursor on the slot of a moment, and choose what lies there."""
        minute = moment.hour * 60 + moment.minute
        self._go(lay.at_minute(moment.date(), minute // lay.STEP * lay.STEP))

    def _choose(self, key: object) -> None:
        changed = key != self._chosen
        self._update_boxes(self._focus_boxes())
        self._chosen = key
        self._update_boxes(self._focus_boxes())
        if changed:
            self.chosen.emit(key)
        entry = self._entry(key)
        self.say(self._with_due(self._spoken(entry) if entry else self._spoken_slot()))

    def _with_due(self, words: str) -> str:
        """Add what is due on the day of the cursor, when it has just come to that day."""
        due = self._due.days.get(self._cursor.date())
        is_new, self._told_due = due != self._told_due, due
        return f"{words}. {self.tr('Due')}: {due.sentence}" if due and is_new else words

    def _go(self, slot: datetime) -> None:
        self._update_boxes(self._focus_boxes())
        self._cursor = slot
        found = lay.under((e for e in self._entries if not e.is_bar), slot)
        keep = any(e.key == self._chosen for e in found)
        self._choose(self._chosen if keep else found[0].key if found else None)
        self._reveal()

    def _day(self, moment: datetime) -> str:
        return day_words(self.locale(), moment.date(), "dddd d MMMM")

    def _long(self, moment: datetime) -> str:
        return f"{self._day(moment)}, {self._ink.clock(moment)}"

    def _when(self, entry: Entry) -> str:
        if entry.all_day:
            return f"{self._day(entry.start)}, {self.tr('all day')}"
        return f"{self._long(entry.start)}–{self._ink.clock(entry.clock_end)}"

    def _spoken(self, entry: Entry) -> str:
        looks = {"hatched": self.tr("proposed"), "outline": self.tr("struck out")}
        rest = entry.spoken or ", ".join(filter(None, (entry.title, entry.about)))
        look = looks.get(entry.look, "")
        return ", ".join(filter(None, (rest, self._when(entry), "" if look in rest else look)))

    def _spoken_slot(self) -> str:
        return self.tr("%s, nothing planned") % self._long(self._cursor)

    def chosen_entry(self) -> Entry | None:
        """Return the chosen entry."""
        return self._entry(self._chosen)

    def say(self, text: str) -> None:
        """Tell a screen reader where the keys are."""
        self.setAccessibleDescription(text)
        if self.hasFocus():
            announce(self, text)

    def _sync_voices(self) -> None:
        self._choir.setGeometry(
            0, round(self._y(0)), self.viewport().width(), round(self._grid.height)
        )
        self._choir.tell(self._told() if Choir.is_heard() else [])

    def _told(self) -> list[Told]:
        """Return what is due, the entries of whole days, then those of the hours, each once."""
        lift = -round(self._y(0))
        due = [
            self._due_told(one, box.toAlignedRect().translated(0, lift))
            for one, box in self._due.lay_out(self._grid, self._ink)
        ]
        boxes = [
            (bar.entry, rect_of(self._whole.box(bar)).toAlignedRect().translated(0, lift))
            for bar in self._whole.bars
        ]
        boxes += [(piece.entry, rect_of(piece.box).toAlignedRect()) for piece in self._pieces]
        firsts = {entry.key: (entry, box) for entry, box in reversed(boxes)}
        shown = dict.fromkeys(entry.key for entry, _ in boxes)
        return due + [self._one_told(*firsts[key]) for key in shown]

    def _due_told(self, due: DueDay, box: QRect) -> Told:
        day = self._day(lay.at_minute(due.day, 0))
        return Told(due, box, f"{due.short}, {day}", f"{day}, {self.tr('due')}: {due.sentence}")

    def _one_told(self, entry: Entry, box: QRect) -> Told:
        when = self._day(entry.start) if entry.all_day else self._long(entry.start)
        return Told(entry.key, box, f"{entry.title}, {when}", self._spoken(entry))

    def _on_voice(self, key: object) -> None:
        if isinstance(key, DueDay):
            self.agenda_requested.emit(key.day)
            return
        self.choose(key)
        self.open_requested.emit(key)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the buttons along."""
        super().scrollContentsBy(dx, dy)
        self._choir.move(0, round(self._y(0)))

    def _open_or_create(self) -> None:
        if self._chosen is None:
            self._create()
        else:
            self.open_requested.emit(self._chosen)

    def _create(self) -> None:
        self.create_requested.emit(self._cursor, self._minutes)
