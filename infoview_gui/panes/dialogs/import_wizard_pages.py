"""The pages of the import wizard: work, look, trouble, done. Each shows; none reads or writes."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.import_wizard_choices import ChoiceBar
from infoview_gui.panes.dialogs.import_wizard_model import PlanModel
from infoview_gui.panes.dialogs.import_wizard_rows import (
    Outcome,
    PlanRow,
    count_words,
    written,
)
from infoview_gui.panes.dialogs.import_wizard_table import PlanTable
from infoview_gui.panes.phrases import people_words
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import label, wrapped_label

_TEXT_WIDTH = 520
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class WorkPage(QFrame):
    """Reading or writing is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side")
        self._words = label("", "h2")
        self._words.setAlignment(_CENTRE)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(360)
        self._bar.setAccessibleName("Progress")
        self._note = label("", "muted")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self._words, self._bar, self._note):
            column.addWidget(part, alignment=_CENTRE)
        column.addStretch(3)

    def show_work(self, words: str, note: str = "") -> None:
        """Say what is done; how far it is nobody knows yet."""
        self._words.setText(words)
        self._note.setText(note)
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._note.setText(f"{done:,} of {total:,}")


class MessagePage(QFrame):
    """A picture, a title and sentences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "side")
        self._icon, self._token = "info", "muted"
        self._picture = QLabel()
        self._title = label("", "h2")
        self._text = wrapped_label("", "muted")
        self._text.setAlignment(_CENTRE)
        room = QWidget()
        room.setFixedWidth(_TEXT_WIDTH)
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._picture, self._title, room):
            column.addWidget(part, alignment=_CENTRE)
        column.addStretch(3)
        theme.changed.connect(self._draw)

    def show_message(self, icon: str, token: str, title: str, sentences: Sequence[str]) -> None:
        """Say what happened; each sentence on a line of its own."""
        self._icon, self._token = icon, token
        self._title.setText(title)
        self._text.setText("\n".join(sentences))
        self.setAccessibleName(title)
        self._draw()

    def words(self) -> str:
        """Return title and sentences."""
        return f"{self._title.text()}\n{self._text.text()}"

    def _draw(self) -> None:
        icon = self._theme.icon(self._icon, self._token)
        self._picture.setPixmap(icon.pixmap(QSize(32, 32), self.devicePixelRatioF()))


class LookPage(QWidget):
    """What will happen: counts, table, and the buttons that choose."""

    columns_requested = Signal()
    """The user wants to say what the columns are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = PlanModel(self)
        self.table = PlanTable(theme, self.model)
        self.choices = ChoiceBar(theme, self.model, self.table)
        chips = QFrame()
        chips.setProperty("kind", "side")
        self._chips = FlowLayout(gap=8)
        self._chips.setContentsMargins(20, 12, 20, 8)
        self._columns = push_button(theme, "Columns…", kind="link", parent=chips)
        self._columns.setAccessibleName("Change what the columns are")
        self._columns.clicked.connect(self.columns_requested)
        head = QHBoxLayout(chips)
        head.setContentsMargins(0, 0, 20, 0)
        head.addLayout(self._chips, 1)
        head.addWidget(self._columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(chips)
        column.addWidget(self.table, 1)
        column.addWidget(self.choices)
        self.model.counted.connect(self._show_counts)

    def show_rows(
        self, rows: Sequence[PlanRow], *, several_files: bool, changeable: bool = False
    ) -> None:
        """Show the lines; ``changeable`` offers to say what the columns are."""
        self._columns.setVisible(changeable)
        self.model.show_rows(rows, several_files=several_files)
        self.table.lay_out(several_files=several_files)
        self.choices.setVisible(self.model.asked_count > 0)
        self.choices.refresh()
        self._show_counts()

    def _show_counts(self) -> None:
        self._chips.clear()
        for words in count_words(self.model.counts):
            self._chips.addWidget(Chip(self._theme, words.text, words.tone))


def done_sentences(counts: Counter[Outcome]) -> list[str]:
    """Say what came of an import, and what did not come in."""
    parts = []
    if counts[Outcome.NEW]:
        parts.append(f"{counts[Outcome.NEW]:,} new")
    if counts[Outcome.ADDED_TO]:
        parts.append(f"{counts[Outcome.ADDED_TO]:,} added to")
    if counts[Outcome.SAME]:
        parts.append(f"{counts[Outcome.SAME]:,} the same already")
    sentences = [", ".join(parts) + "."] if parts else []
    undecided, unreadable = counts[Outcome.CHOOSE], counts[Outcome.UNREADABLE]
    if undecided:
        be = "was" if undecided == 1 else "were"
        sentences.append(f"{people_words(undecided)} {be} left undecided and not imported.")
    if unreadable:
        lines = "line was" if unreadable == 1 else "lines were"
        sentences.append(f"{unreadable:,} {lines} left out.")
    sentences.append("One Ctrl+Z takes the whole import back.")
    return sentences


def done_title(counts: Counter[Outcome]) -> str:
    """Return "510 people imported"."""
    return f"{people_words(written(counts))} imported"


def framed(kind: str, layout: QHBoxLayout | QVBoxLayout) -> QFrame:
    """Return a strip or foot with this layout."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    layout.setContentsMargins(20, 14, 20, 14)
    frame.setLayout(layout)
    return frame
