"""The chosen entry and the slot cursor of a week, and what a screen reader is told of them.

Must not know mouse or keys. Screen readers get one invisible button per entry, made only while a
reader listens. Interfaces of our own (``QAccessible.installFactory``) work in PySide6 but are never
freed (tried: every one of 26,000 was still alive after its widget).
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QDate,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.week_canvas import WeekCanvas
from infoview_gui.widgets.week_cards import rect_of
from infoview_gui.widgets.week_layout import Entry


class _Voice(QPushButton):
    """An entry as a screen reader sees it; its press opens the entry. Never painted or clicked."""

    spoken_to = Signal(object)

    def __init__(self, key: object, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing: the view draws the entry."""

    def _on_clicked(self) -> None:
        self.spoken_to.emit(self._key)


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
    week_requested = Signal(int)
    """-1 for the span before the one shown, 1 for the one after."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        self._voices: dict[object, _Voice] = {}
        self._choir = QWidget()
        super().__init__(theme, now=now, parent=parent)
        self._choir.setParent(self.viewport())
        self._choir.setAccessibleName(self.tr("Entries"))
        self._choir.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._choir.setUpdatesEnabled(False)
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

    def _choose(self, key: object) -> None:
        changed = key != self._chosen
        self._update_boxes(self._focus_boxes())
        self._chosen = key
        self._update_boxes(self._focus_boxes())
        if changed:
            self.chosen.emit(key)
        entry = self._entry(key)
        self._say(self._spoken(entry) if entry else self._spoken_slot())

    def _go(self, slot: datetime) -> None:
        self._update_boxes(self._focus_boxes())
        self._cursor = slot
        found = lay.under(self._entries, slot)
        keep = any(e.key == self._chosen for e in found)
        self._choose(self._chosen if keep else found[0].key if found else None)
        self._reveal()

    def _long(self, moment: datetime) -> str:
        day = QDate(moment.year, moment.month, moment.day)
        return f"{self.locale().toString(day, 'dddd d MMMM')}, {self._ink.clock(moment)}"

    def _spoken(self, entry: Entry) -> str:
        end = self._ink.clock(entry.end)
        looks = {"hatched": self.tr("proposed"), "outline": self.tr("cancelled")}
        words = (self._long(entry.start) + f"–{end}", looks.get(entry.look, ""))
        rest = entry.spoken or ", ".join(filter(None, (entry.title, entry.detail)))
        return ", ".join(filter(None, (rest, *words)))

    def _spoken_slot(self) -> str:
        return self.tr("%s, nothing planned") % self._long(self._cursor)

    def _say(self, text: str) -> None:
        self.setAccessibleDescription(text)
        if self.hasFocus():
            announce(self, text)

    def _sync_voices(self) -> None:
        self._choir.setGeometry(
            0, round(self._y(0)), self.viewport().width(), round(self._grid.height)
        )
        firsts = {p.entry.key: p for p in reversed(self._pieces)} if QAccessible.isActive() else {}
        for key in self._voices.keys() - firsts.keys():
            self._voices.pop(key).deleteLater()
        for key in [p.entry.key for p in self._pieces if p.entry.key in firsts]:
            piece = firsts[key]
            if key not in self._voices:
                self._voices[key] = _Voice(key, self._choir)
                self._voices[key].spoken_to.connect(self._on_voice)
            voice = self._voices[key]
            voice.setGeometry(rect_of(piece.box).toAlignedRect())
            voice.setAccessibleName(f"{piece.entry.title}, {self._long(piece.entry.start)}")
            voice.setAccessibleDescription(self._spoken(piece.entry))
            voice.raise_()

    def _on_voice(self, key: object) -> None:
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
