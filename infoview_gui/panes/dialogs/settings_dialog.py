"""The settings: what is chosen holds at once; *Undo changes* brings back what held before.

A new setting is one line in `_sections`. Knows no pane: who follows a setting hears of it from
`Preferences`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_calendars import CalendarsField
from infoview_gui.panes.dialogs.settings_dialog_choice import ChoiceField
from infoview_gui.panes.dialogs.settings_dialog_days import DaysOffField
from infoview_gui.panes.dialogs.settings_dialog_fields import (
    NumberField,
    OneOfField,
    SettingField,
    SomeOfField,
    SwitchField,
    WordsField,
)
from infoview_gui.panes.dialogs.settings_dialog_folder import FolderField
from infoview_gui.panes.dialogs.settings_dialog_spelling import spelling_field
from infoview_gui.panes.local_time import LocalTime, city, system_zone
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.zones import zone_choices, zone_named, zone_words
from infoview_gui.services.calendar_files import CalendarFiles
from infoview_gui.settings import (
    CHARACTERS,
    LEAST_MINUTES,
    MOST_MINUTES,
    RULES,
    WORDS,
    country_of_locale,
)
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.tab_order import order_tabs

_WIDTH, _HEIGHT = 600, 640
_NOT_BACKED_UP = (
    "A backup holds all your data. What you set here and the words you added to the dictionary "
    "(words.txt, beside your data) are files of their own: copy them yourself."
)
_THEMES = (("system", "As th&e system"), ("light", "&Light"), ("dark", "Dar&k"))
_MARKS = (
    ("insight", "&Insight", "! what you learned"),
    ("term", "&Term", "~ term: its meaning"),
    ("person", "&Person to meet", "@ name, what they do"),
    ("opening", "Openin&g", "+ company, role, details"),
    ("todo", "To &do", "- what, by Friday"),
)


class SettingsDialog(QDialog):
    """Opens window-modal; Esc closes it and keeps what was chosen."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        times: LocalTime,
        parent: QWidget | None = None,
        *,
        calendar_files: CalendarFiles | None = None,
        dictionaries: Sequence[str] = (),
    ) -> None:
        """``calendar_files`` knows names of calendars and what is wrong with them.

        ``dictionaries`` are the languages in which spelling can be checked, such as "en_GB".
        """
        super().__init__(parent)
        self._dictionaries = dictionaries
        self._calendar_files = calendar_files or CalendarFiles()
        self._theme, self._preferences, self._times = theme, preferences, times
        self._before = preferences.current
        self.setWindowTitle("Settings")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.fields: list[SettingField] = []
        self._page = QWidget(self)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(22, 16, 22, 18)
        self._column.setSpacing(10)
        self._sections()
        self._column.addStretch()
        self.undo = push_button(theme, "&Undo changes", icon="undo-2", parent=self)
        self.close_button = push_button(theme, "Clo&se", kind="primary", parent=self)
        self._arrange()
        self._connect()
        self._enable()
        self.resize(self.sizeHint())  # Qt itself would give it two thirds of the screen at most

    def sizeHint(self) -> QSize:
        """Ask for the usual size, or what the screen has."""
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().size() if screen is not None else QSize(_WIDTH, _HEIGHT)
        return QSize(_WIDTH, _HEIGHT).boundedTo(room - QSize(40, 60))

    def minimumSizeHint(self) -> QSize:
        """Allow a small window: the page scrolls."""
        return QSize(400, 260)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first field."""
        super().showEvent(event)
        if not event.spontaneous():
            self.windowHandle().focusObjectChanged.connect(self._on_focused)
            self._begin()

    def done(self, result: int) -> None:
        """Take what is typed last, write everything and close."""
        for field in self.fields:
            field.finish()
        self._preferences.flush()
        super().done(result)

    # -- building

    def _sections(self) -> None:
        """Everything that can be set, from top to bottom."""
        theme, made, page = self._theme, self._preferences, self._page
        self._heading("You")
        self._beside(
            WordsField(made, "name", "&Name", page), WordsField(made, "city", "Cit&y", page)
        )
        note = "Whom people answer when you invite them to a conversation."
        self._below(WordsField(made, "email", "Your o&wn e-mail", page, whole=True, note=note))
        self._beside(self._zone(), self._country())
        self._heading("Conversations")
        limits = (LEAST_MINUTES, MOST_MINUTES)
        title = "&Minutes of a new conversation"
        self._below(NumberField(made, "default_minutes", title, limits, page))
        note = "A line that begins so is captured. Without the tick it is plain text."
        self._below(SomeOfField(made, "marks_off", "Marks in the notes", _MARKS, page, note))
        self._letters()
        self._heading("Calendars shown")
        self.calendars = CalendarsField(theme, made, page, self._calendar_files)
        self._below(self.calendars)
        self._heading("Days off")
        self.days = DaysOffField(theme, made, self._times, page)
        self._below(self.days)
        self._heading("Reminders")
        words = "Remind me of the ne&xt conversation and of what is due"
        self._below(SwitchField(made, "reminders", words, page))
        self._heading("Look")
        self._below(OneOfField(made, "theme", "Theme", _THEMES, page))
        self._heading("Backups")
        self._below(SwitchField(made, "daily_backups", "Make a &backup every day", page))
        title = "&Folder for backups"
        usual, note = "Beside your data", _NOT_BACKED_UP
        self._below(FolderField(theme, made, "backup_folder", title, usual, page, note))

    def _letters(self) -> None:
        """What letters end with, and how long they may be."""
        made, page = self._preferences, self._page
        self._heading("Letters")
        note = "Stands below your letters. Without one it is your name."
        self._below(WordsField(made, "signature", "Signature of e&very letter", page, note=note))
        self._below(spelling_field(made, self._dictionaries, page))
        title = "Words of a first message, at most"
        self._below(NumberField(made, "first_words", title, WORDS, page, unit="words"))
        title, note = "Characters of a LinkedIn note, at most", "200 on free accounts."
        self._below(
            NumberField(
                made, "note_characters", title, CHARACTERS, page, unit="characters", note=note
            )
        )

    def _zone(self) -> ChoiceField:
        return ChoiceField(
            self._preferences,
            "zone",
            "Time &zone",
            f"As the computer: {city(system_zone())}",
            zone_choices(),
            zone_named,
            zone_words,
            "No such time zone. Type a city, such as Berlin.",
            self._page,
            "All times in the program are shown in it.",
        )

    def _country(self) -> ChoiceField:
        names = country_names()
        codes = {name.casefold(): code for code, name in names.items()}
        codes |= {code.casefold(): code for code in names}
        usual = country_of_locale(QLocale().name())
        return ChoiceField(
            self._preferences,
            "country",
            "C&ountry",
            f"As the system: {names.get(usual, 'not known')}",
            sorted(names.values()),
            lambda text: codes.get(text.casefold()) if text else "",
            lambda code: names.get(code, code),
            "No such country. Choose one from the list.",
            self._page,
            "Its public holidays do not count as business days. "
            "Phone numbers without a country code belong there.",
        )

    def _heading(self, words: str) -> None:
        if self.fields:
            line = QFrame(self._page)
            line.setProperty("kind", "line")
            self._column.addSpacing(4)
            self._column.addWidget(line)
        self._column.addWidget(label(words, "h2", self._page))

    def _below(self, field: SettingField) -> None:
        self._column.addWidget(field)
        self.fields.append(field)

    def _beside(self, *fields: SettingField) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self.fields.append(field)
        self._column.addLayout(row)

    def _arrange(self) -> None:
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setProperty("kind", "clear")
        head = QFrame(self)
        head.setProperty("kind", "strip")
        title = QHBoxLayout(head)
        title.setContentsMargins(22, 14, 22, 12)
        title.addWidget(label("Settings", "h1", head))
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(22, 12, 22, 12)
        row.setSpacing(10)
        row.addWidget(label("Every change holds at once.", "small", foot))
        row.addStretch()
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(scroll, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        for field in self.fields:
            field.offered.connect(self._enable)
        self.days.rows_changed.connect(self._on_rows)
        self.calendars.rows_changed.connect(self._on_rows)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.accept)
        order_tabs(self)

    def _on_focused(self, focused: QObject | None) -> None:
        """Scroll to it: Qt does so for Tab, not for letters with Alt nor for our own choice."""
        if isinstance(focused, QWidget) and self._page.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)

    def _on_rows(self) -> None:
        order_tabs(self)

    def _on_undo(self) -> None:
        """Bring back what held when the dialog was opened, and drop what is typed."""
        self._preferences.change(**{name: getattr(self._before, name) for name in RULES})
        for field in self.fields:
            field.show_value()
        self._begin()
        self._enable()

    def _begin(self) -> None:
        target = self.fields[0].target
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.verticalScrollBar().setValue(0)

    def _enable(self) -> None:
        changed = self._preferences.current != self._before
        wrong = any(field.problem.text() for field in self.fields)
        self.undo.setEnabled(changed or wrong)


def country_names() -> dict[str, str]:
    """Return the English names of all countries by their two letters (ISO 3166)."""
    names: dict[str, str] = {}
    for country in QLocale.Country:
        code = QLocale.territoryToCode(country)
        if len(code) == 2 and code.isalpha():
            names[code] = QLocale.territoryToString(country)
    return names
