"""A quiet bar under the strip that says what the user is reminded of, until they close it.

Its words follow the clock. It never takes the keyboard: its buttons can be reached with Tab, and a
click leaves the focus where it is (PRODUCT.md, "The conversation"). Quiet while one is held.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.panes.places import Place
from infoview_gui.panes.ticker import MINUTE_MS, Ticker
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow
from infoview_gui.services.running import running
from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel
from infoview_gui.window.reminders import AHEAD_MS, Reminder, due_now

_ICON = 16


class ReminderBar(QFrame):
    """Hidden while there is nothing to remind of."""

    place_requested = Signal(object)
    left = Signal()
    """The bar went while its button had the keyboard."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._times = times
        self._told = Reminder()
        self.setProperty("kind", "notice")
        self._picture = QLabel(self)
        self._title = ElidedLabel("", "strong", self)
        self._rest = ElidedLabel("", "", self)
        self._open = self._button("Open", "plain")
        self._close = self._button("Close", "ghost")
        self.open_action = QAction("Open the reminder", self)
        self.close_action = QAction("Close the reminder", self)
        self._arrange()
        for one, does in ((self._open, self._on_open), (self._close, self.dismiss)):
            one.clicked.connect(does)
        self.open_action.triggered.connect(self._on_open)
        self.close_action.triggered.connect(self.dismiss)
        self._ticker = Ticker(services.clock, MINUTE_MS, self)
        self._ticker.ticked.connect(self.refresh)
        feed.changed.connect(self.refresh)
        theme.changed.connect(self._draw)
        self._draw()
        self.refresh()

    def tell(self, told: Reminder) -> None:
        """Show a reminder beside what is still shown."""
        talks = {row.id: row for row in (*self._told.talks, *told.talks)}
        self._told = Reminder(tuple(talks.values()), told.due or self._told.due)
        self.refresh()
        announce(self, self.accessibleName())

    def refresh(self) -> None:
        """Say how it stands now; what was settled, moved or is over goes."""
        now = self._services.clock()
        self._told = told = Reminder(self._still_ahead(now), self._still_due())
        lines = told.lines(self._times)
        if lines:
            self._title.setText(lines[0])
            self._rest.setText(dotted(*lines[1:]))
            self.setAccessibleName(". ".join(lines))
        self._ticker.aim(now - now % MINUTE_MS + MINUTE_MS if lines else None)
        self._show(shown=bool(lines) and running(self._services.store) is None)

    def dismiss(self) -> None:
        """Take it away."""
        self._told = Reminder()
        self.refresh()

    def stop(self) -> None:
        """Follow the clock no more."""
        self._ticker.aim(None)

    def _still_ahead(self, now: int) -> tuple[ConversationRow, ...]:
        ids = [row.id for row in self._told.talks]
        rows = reading.conversation_rows(ids) if ids else ()
        return tuple(row for row in rows if row.status == "planned" and _is_near(row, now))

    def _still_due(self) -> tuple[DueRow, ...]:
        return due_now(self._services) if self._told.due else ()

    def _show(self, *, shown: bool) -> None:
        had = not shown and any(one.hasFocus() for one in (self._open, self._close))
        self.setVisible(shown)
        for action in (self.open_action, self.close_action):
            action.setEnabled(shown)
        if had:
            self.left.emit()

    def _on_open(self) -> None:
        """Lead to the conversation that is next, else to what is due."""
        first = next(iter(self._told.talks), None)
        place = Place(places.TODAY) if first is None else Place(places.INTERVIEWS, first.id)
        self.dismiss()
        self.place_requested.emit(place)

    def _button(self, words: str, kind: str) -> QPushButton:
        button = push_button(self._theme, words, kind=kind, small=True, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._title)
        row.addWidget(self._rest, 1)
        row.addWidget(self._open)
        row.addWidget(self._close)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap("bell", "accent", _ICON, ratio))


def _is_near(row: ConversationRow, now: int) -> bool:
    """Say whether a conversation is soon, or should be held now."""
    at = row.starts_at or 0
    return now < at + row.minutes * MINUTE_MS and at <= now + AHEAD_MS
