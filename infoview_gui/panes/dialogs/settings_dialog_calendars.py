"""The calendars shown: files of other programs, each with a name, a colour and a switch.

Reads no calendar: what is wrong with one is known once the calendar has shown it.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_rows import RowsField, SettingRow
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.calendar_files import CalendarFiles, is_calendar, with_file
from infoview_gui.settings import TONES, CalendarShown
from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip, set_tone
from infoview_gui.widgets.undo_keys import UndoPassing

_COLOURS = ("Grey", "Green-blue", "Green", "Violet", "Blue", "Amber")
_PIXELS = 12
_HELD_APART = (
    "Yours are shown with your own data; what you add beside the sample data goes with them."
)


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


class CalendarRow(SettingRow):
    """One calendar: switch, name, colour, and below them its file or what is wrong with it."""

    def __init__(
        self, theme: Theme, one: CalendarShown, files: CalendarFiles, parent: QWidget
    ) -> None:
        title, trouble = files.title(one), files.trouble(one.path) or files.unread(one.path)
        super().__init__(theme, f"Do not show {title} any more", parent)
        self._path = one.path
        self.on = QCheckBox(self)
        self.on.setAccessibleName(f"Show {title}")
        self.on.setToolTip(plain_tool_tip(f"Show {title} in the calendar"))
        self.on.setChecked(one.on)
        self.name = UndoPassing(one.name, self)
        self.name.setAccessibleName(f"Name of the calendar {title}")
        self.name.setPlaceholderText(files.title(replace(one, name="")))
        self.name.setCursorPosition(0)
        self.tone = _Tone(theme, one.tone, f"Colour of {title}", self)
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

    def value(self) -> CalendarShown:
        """Return what stands in the row."""
        name, tone = self.name.text(), self.tone.tone()
        return CalendarShown(self._path, name, tone, on=self.on.isChecked())

    def _on_changed(self, *_what: object) -> None:
        self.changed.emit()


class CalendarsField(RowsField[CalendarShown, CalendarRow]):
    """All calendars that are shown; another one is a file that the user chooses."""

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget, files: CalendarFiles
    ) -> None:
        note = (
            "Files (.ics) of other programs, shown in the calendar beside your conversations. They "
            "are read again when they change, and never written."
        )
        if "calendars" in preferences.held_apart:
            note += f" {_HELD_APART}"
        add = "Add a calenda&r file…"
        super().__init__(theme, preferences, "calendars", parent, note=note, add=add, gap=8)
        self._files = files
        self.show_value()

    def _made(self, value: CalendarShown) -> CalendarRow:
        return CalendarRow(self._theme, value, self._files, self)

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
