"""The step in which the user says what the columns of a table are. Shows; remembers nothing.

Beside the columns stands the first person as the file would bring them, with every choice anew.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.columns import FIELDS
from infoview_gui.services.column_choices import NAMING, TableColumns
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.labels import ElidedLabel, label, plain_tool_tip, wrapped_label

_COMBO = 190
_PREVIEW = 300
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldChoice(QComboBox):
    """One column's field; the wheel scrolls the page, Enter goes on."""

    def __init__(self, header: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(_COMBO)
        self.setMaxVisibleItems(len(FIELDS))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"What {header} is")
        self.setAccessibleDescription(f"Column {header}")  # on Linux the name is what is chosen
        for key, words in FIELDS.items():
            self.addItem(words, key)

    def field(self) -> str:
        """Return the key that is chosen."""
        return str(self.currentData())

    def show_field(self, key: str) -> None:
        """Choose a key."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the main button."""
        if event.key() in _ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)


class FirstPerson(QFrame):
    """The first person of the file as they would come in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFixedWidth(_PREVIEW)
        self._name = ElidedLabel("", "h2", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._shown: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label("The first person", "h3", self))
        column.addWidget(self._name)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_card(self, card: PersonCard | None) -> None:
        """Show somebody else, or that nobody comes out."""
        for widget in self._shown:
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        name = "" if card is None else card.name or f"{card.first_name} {card.last_name}".strip()
        self._name.setText(name or ("Nobody yet" if card is None else "No name"))
        for title, words in [] if card is None else _facts(card):
            self._add(title, words)

    def words(self) -> str:
        """Return everything that is said."""
        parts = [part for line in self._shown for part in line.findChildren(ElidedLabel)]
        return "\n".join([self._name.text(), *(part.text() for part in parts)])

    def _add(self, title: str, words: str) -> None:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(title, "small", line))
        column.addWidget(ElidedLabel(words, "", line))
        self._lines.addWidget(line)
        self._shown.append(line)


class ColumnsPage(QFrame):
    """Each column with its header, examples and a choice."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "side")
        self._columns: TableColumns | None = None
        self._choices: list[FieldChoice] = []
        self._words = wrapped_label("", "", self)
        self._problem = Chip(theme, "", "amb", self, icon="triangle-alert")
        self.preview = FirstPerson(self)
        self._room = QScrollArea(self)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self._room, 1)
        both.addWidget(self.preview, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 0)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self._problem)
        column.addLayout(both, 1)

    def show_columns(self, columns: TableColumns, fields: Sequence[str]) -> None:
        """Show the columns of a file with these fields."""
        self._columns = columns
        name = columns.path.name
        self._words.setText(
            f"What are the columns of “{name}”? Files with the same headers are read the same "
            "way from now on."
        )
        page = QFrame()
        page.setProperty("kind", "side")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 14)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self._choices = []
        found = zip(columns.found.header, columns.found.examples, fields, strict=True)
        for row, (header, examples, field) in enumerate(found):
            self._add_row(grid, row, header, examples, field)
        grid.setRowStretch(len(self._choices), 1)
        self._room.setWidget(page)
        self._show_chosen()

    def _add_row(
        self, grid: QGridLayout, row: int, header: str, examples: Sequence[str], field: str
    ) -> None:
        title = ElidedLabel(header, "strong", self)
        shown = ElidedLabel("  ·  ".join(examples) or "empty", "muted", self)
        if examples:
            shown.setToolTip(plain_tool_tip("\n".join(examples)))
        choice = FieldChoice(header, self)
        choice.show_field(field)
        title.setBuddy(choice)
        for at, part in enumerate((title, shown, choice)):
            grid.addWidget(part, row, at)
        choice.currentIndexChanged.connect(self._on_chosen)
        self._choices.append(choice)

    @property
    def fields(self) -> tuple[str, ...]:
        """What is chosen for each column."""
        return tuple(choice.field() for choice in self._choices)

    @property
    def is_enough(self) -> bool:
        """Whether anybody could come out of the file."""
        return bool(NAMING & set(self.fields))

    def take_focus(self) -> None:
        """Give the keyboard to the first column that nobody could guess."""
        unknown = (choice for choice in self._choices if not choice.field())
        target = next(unknown, self._choices[0] if self._choices else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._room.ensureWidgetVisible(target)

    def _on_chosen(self) -> None:
        self._show_chosen()
        self.chosen_changed.emit()

    def _show_chosen(self) -> None:
        if self._columns is None:
            return
        card = self._columns.first_person(self.fields) if self.is_enough else None
        self.preview.show_card(card)
        words = "Say which column holds the name or the e-mail address."
        self._problem.show_chip(words, "amb", "triangle-alert")
        self._problem.setVisible(not self.is_enough)


def _facts(card: PersonCard) -> list[tuple[str, str]]:
    facts = [
        ("Company", card.company),
        ("Role", card.role),
        ("E-mail", _values(card.emails)),
        ("Phone", _values(card.phones)),
        ("Link", _values(card.links)),
        ("Found through", card.channel_detail or CHANNELS.get(card.channel, card.channel)),
        ("Time zone", card.zone),
        ("Tags", ", ".join(card.tags)),
        ("Note", card.note),
    ]
    return [(title, words) for title, words in facts if words.strip()]


def _values(points: Sequence[ContactPoint]) -> str:
    return ", ".join(point.value for point in points)
