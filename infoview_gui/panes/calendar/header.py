"""The strip above the days: where one is in the year, in which view, a new conversation.

Asks through signals; knows no conversation.
"""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from infoview_gui.panes.calendar.span import WHOLE_WEEK, View, WeekSpan, title_of
from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, rename, set_button_icon, tool_button
from infoview_gui.widgets.labels import ElidedLabel, label, plain_tool_tip
from infoview_gui.widgets.segmented import Segmented

_VIEWS = tuple(View)
_NAMES = ("Day", "5 days", "Week", "Month", "Agenda")
_TURNED = {View.DAY: "day", View.MONTH: "month", View.AGENDA: "four weeks"}
_SHORTER = (
    ("New conversation", True, True),
    ("New", True, True),
    ("New", False, True),
    ("", False, True),
    ("New", False, False),
    ("", False, False),
)
"""From wide to narrow: the words of the button, whether zone and views stand there."""
_TITLE, _LEAST = 226, 480
"""Room for “23–27 November 2026”; the least of the whole strip."""


class CalendarHeader(QFrame):
    """Today, back and forth, the days shown, the views, New conversation."""

    today_requested = Signal()
    turn_requested = Signal(int)
    """-1 for the days before those shown, 1 for those after."""
    view_requested = Signal(object)
    new_requested = Signal()
    side_requested = Signal()
    calendars_requested = Signal()
    """Which calendars of other programs are shown is to be chosen."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._times = theme, times
        self._span: WeekSpan | None = None
        self.setProperty("kind", "strip")
        self.setFixedHeight(57)
        self._make_parts()
        self._arrange()
        self._connect()

    def show_span(self, view: View, span: WeekSpan) -> None:
        """Name the days that are shown, and how."""
        self._span = span
        weekend = view is View.WORK_WEEK and span.days == WHOLE_WEEK
        index = _VIEWS.index(View.WEEK if weekend else view)
        self._views.choose(index)
        self._view.setText(_NAMES[index])
        self._view.setAccessibleName(f"Days shown: {_NAMES[index]}")
        step = _TURNED.get(view, "week")
        rename(self._back, f"Previous {step}")
        rename(self._forth, f"Next {step}")
        self._name_days()

    def show_side(self, *, shown: bool) -> None:
        """Say what the button of the left column would do."""
        rename(self._side, "Hide the month" if shown else "Show the month and who waits for a time")

    def minimumSizeHint(self) -> QSize:
        """Allow the short words of ``set_room``."""
        return QSize(_LEAST, self.height())

    def set_room(self, width: int) -> None:
        """Show shorter words where the calendar is narrow; ``width`` in pixels.

        Whichever days are shown, so that nothing jumps from week to week.
        """
        for words, zone, views in _SHORTER:
            self._zone.setVisible(zone)
            self._views.setVisible(views)
            self._view.setVisible(not views)
            self._new.setText(words)
            set_button_icon(self._theme, self._new, "calendar-plus")
            self._row.invalidate()  # while the pane is being shown, nobody else would
            others = self._row.minimumSize().width() - self._title.minimumSizeHint().width()
            if width - others >= _TITLE:
                break
        self._row.activate()
        self._name_days()

    def _name_days(self) -> None:
        if self._span is None:
            return
        whole = title_of(self._span, self._times.locale)
        self._title.setText(self._fitting(self._span))
        self._title.setAccessibleName(whole)
        self._title.setToolTip(plain_tool_tip(f"{whole}, {self._zone.text()}"))

    def _show_zone(self) -> None:
        self._zone.setText(f"{city(self._times.zone_name)} time")
        self._zone.setToolTip("All times here are those of this place (Settings, Times).")

    def _on_zone_changed(self) -> None:
        self._show_zone()
        self._name_days()

    def _fitting(self, span: WeekSpan) -> str:
        """Return the longest name of the days for which there is room; the year goes last."""
        locale = self._times.locale
        names = [title_of(span, locale), title_of(span, locale, month="MMM")]
        if span.first.year == self._times.today().year:
            names.append(title_of(span, locale, month="MMM", year=""))
        metrics, room = self._title.fontMetrics(), self._title.contentsRect().width()
        return next((one for one in names if metrics.horizontalAdvance(one) <= room), names[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the days as the room allows."""
        super().resizeEvent(event)
        self._row.activate()
        self._name_days()

    def _make_parts(self) -> None:
        self._side = tool_button(self._theme, "Hide the month", icon="panel-left", parent=self)
        self._today = push_button(self._theme, "Today", small=True, parent=self)
        self._today.setToolTip("Today (Ctrl+T)")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icons = ("chevron-right", "chevron-left") if mirrored else ("chevron-left", "chevron-right")
        self._back = tool_button(self._theme, "Previous week", icon=icons[0], parent=self)
        self._forth = tool_button(self._theme, "Next week", icon=icons[1], parent=self)
        self._title = ElidedLabel("", "h1", self)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._zone = label("", "muted", self)
        self._show_zone()
        self._views = Segmented(self._theme, _NAMES, self, name="Days shown")
        self._view = push_button(self._theme, _NAMES[0], small=True, parent=self)
        self._view.hide()
        menu = QMenu(self._view)
        for index, name in enumerate(_NAMES):
            menu.addAction(name, partial(self._on_view, index))
        self._view.setMenu(menu)
        self.calendars = tool_button(
            self._theme, "Other calendars", icon="calendar-days", parent=self
        )
        self._new = push_button(
            self._theme, "New conversation", icon="calendar-plus", kind="primary", parent=self
        )
        self._new.setAccessibleName("New conversation")
        self._new.setToolTip("New conversation in the chosen slot (Insert)")

    def _arrange(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 18, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addSpacing(8)
        row.addWidget(self._today)
        row.addSpacing(6)
        row.addWidget(self._back)
        row.addWidget(self._forth)
        row.addSpacing(6)
        row.addWidget(self._title, 1)
        row.addSpacing(10)
        row.addWidget(self._zone)
        row.addSpacing(10)
        row.addWidget(self.calendars)
        row.addSpacing(6)
        row.addWidget(self._views)
        row.addWidget(self._view)
        row.addSpacing(10)
        row.addWidget(self._new)

    def _connect(self) -> None:
        self._side.clicked.connect(self._on_side)
        self._today.clicked.connect(self._on_today)
        self._back.clicked.connect(self._on_back)
        self._forth.clicked.connect(self._on_forth)
        self._views.chosen.connect(self._on_view)
        self._new.clicked.connect(self._on_new)
        self.calendars.clicked.connect(self.calendars_requested)
        self._times.changed.connect(self._on_zone_changed)

    def _on_side(self) -> None:
        self.side_requested.emit()

    def _on_today(self) -> None:
        self.today_requested.emit()

    def _on_back(self) -> None:
        self.turn_requested.emit(-1)

    def _on_forth(self) -> None:
        self.turn_requested.emit(1)

    def _on_view(self, index: int) -> None:
        self.view_requested.emit(_VIEWS[index])

    def _on_new(self) -> None:
        self.new_requested.emit()
