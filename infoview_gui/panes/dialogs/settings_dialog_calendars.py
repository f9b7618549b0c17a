"""The calendars shown: files of other programs, each with a name, a colour and a switch.

Opens no calendar: what is wrong with one is known where it is shown, and told to this field.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_fields import SettingField
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.calendar_files import is_calendar, with_file
from infoview_gui.settings import TONES, CalendarShown
from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.buttons import push_button, tool_button
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip, set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import UndoPassing

Trouble = Callable[[str], str]
_COLOURS = ("Grey", "Green-blue", "Green", "Violet", "Blue", "Amber")
_PIXELS = 12


class _Tone(QComboBox):
    """The colours of the theme; the wheel scrolls the page."""

    def __init__(self, theme: Theme, tone: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        for words in _COLOURS:
            self.addItem(words)
        self.setAccessibleName(name)
        self.setCurrentIndex(TONES.index(tone))
        self._paint()
        theme.changed.connect(self._paint)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def tone(self) -> str:
        """Return the colour that is chosen."""
        return TONES[self.currentIndex()]

    def _paint(self) -> None:
        for index, tone in enumerate(TONES):
            self.setItemIcon(index, self._dot(tone_tokens(tone)[0]))

    def _dot(self, token: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(round(_PIXELS * ratio), round(_PIXELS * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(token))
        painter.drawEllipse(1, 1, _PIXELS - 2, _PIXELS - 2)
        painter.end()
        return QIcon(pixels)


class CalendarRow(QWidget):
    """One calendar: switch, name, colour, and below them its file or what is wrong with it."""

    changed = Signal()
    remove_requested = Signal(object)
    """This row."""

    def __init__(self, theme: Theme, one: CalendarShown, trouble: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = one.path
        title = one.title
        self.on = QCheckBox(self)
        self.on.setAccessibleName(f"Show {title}")
        self.on.setToolTip(plain_tool_tip(f"Show {title} in the calendar"))
        self.on.setChecked(one.on)
        self.name = UndoPassing(one.name, self)
        self.name.setAccessibleName(f"Name of the calendar {title}")
        self.name.setPlaceholderText(Path(one.path).stem)
        self.name.setCursorPosition(0)
        self.tone = _Tone(theme, one.tone, f"Colour of {title}", self)
        self.remove = tool_button(theme, f"Do not show {title} any more", icon="x", parent=self)
        where = ElidedLabel(trouble or one.path, "small", self)
        where.setToolTip(plain_tool_tip(trouble or one.path))
        set_tone(where, "red" if trouble else "")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        for column, part in enumerate((self.on, self.name, self.tone, self.remove)):
            grid.addWidget(part, 0, column)
        grid.addWidget(where, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.on.toggled.connect(self._on_changed)
        self.name.textEdited.connect(self._on_changed)
        self.tone.activated.connect(self._on_changed)
        self.remove.clicked.connect(self._on_remove)

    def calendar(self) -> CalendarShown:
        """Return what stands in the row."""
        name, tone = self.name.text(), self.tone.tone()
        return CalendarShown(self._path, name, tone, on=self.on.isChecked())

    def _on_changed(self, *_what: object) -> None:
        self.changed.emit()

    def _on_remove(self) -> None:
        self.remove_requested.emit(self)


class CalendarsField(SettingField):
    """All calendars that are shown, and a button for another one."""

    rows_changed = Signal()
    """There are other fields than before: the order of Tab is out of date."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget, trouble: Trouble
    ) -> None:
        super().__init__(preferences, "calendars", parent)
        self._theme, self._trouble = theme, trouble
        self.rows: list[CalendarRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add = push_button(theme, "Add a calenda&r file…", icon="plus", small=True, parent=self)
        note = (
            "Files (.ics) of other programs, shown in the calendar beside your conversations. They "
            "are read again when they change, and never written."
        )
        self.column.addWidget(wrapped_label(note, "small", self))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.problem)
        self.column.addSpacing(3)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)
        self.show_value()

    def show_value(self) -> None:
        """Show what is set."""
        for row in self.rows:
            self._take(row)
        self.rows.clear()
        for one in self._preferences.current.calendars:
            self._append(one)
        self.say("")
        self.rows_changed.emit()

    def _append(self, one: CalendarShown) -> CalendarRow:
        row = CalendarRow(self._theme, one, self._trouble(one.path), self)
        row.changed.connect(self._on_changed)
        row.remove_requested.connect(self._on_remove)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.show()
        return row

    def _take(self, row: CalendarRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _on_changed(self) -> None:
        self.offer(tuple(row.calendar() for row in self.rows))

    def _on_add(self) -> None:
        dialog = FileDialog(self, "Add a calendar file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("Calendars (*.ics *.ical *.icalendar *.vcs);;All files (*)")
        place = QStandardPaths.StandardLocation.DownloadLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place) or str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.add_files)
        dialog.open()

    def add_files(self, names: list[str]) -> None:
        """Show these files as well; what is no calendar is said and left out."""
        shown = self._preferences.current.calendars
        odd = []
        for name in names:
            path = Path(name)
            if path.is_file() and is_calendar(path):
                shown, _ = with_file(shown, path)
            else:
                odd.append(f"“{path.name}” is not a calendar file.")
        self.offer(shown)
        problem = self.problem.text()
        self.show_value()
        self.say(" ".join([*odd, problem] if problem else odd))
        if self.rows and not odd:
            self.rows[-1].name.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_remove(self, row: CalendarRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        near = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.add
        near.setFocus(Qt.FocusReason.TabFocusReason)
        self._take(row)
        self._on_changed()
        self.rows_changed.emit()
