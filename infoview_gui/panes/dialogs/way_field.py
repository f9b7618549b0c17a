"""How people talk: a call link, a phone number or a place; each keeps its text while another shows.

Knows what fits into the field, not who talks.
"""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.planning import CALL, PHONE, PLACE
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label, set_tone
from infoview_gui.widgets.segmented import Segmented
from infoview_gui.widgets.undo_keys import UndoPassing

_WAYS = (CALL, PHONE, PLACE)
_NAMES = ("Call link", "Phone", "Place")
_FIELDS = ("Call link", "Phone number", "Place")
_EXAMPLES = ("https://…", "+44 20 7946 0000", "Where you meet")


@dataclass(frozen=True, slots=True)
class Way:
    """What is stored: the way, the link of a call, and the place or the phone number."""

    way: str = ""
    link: str = ""
    place: str = ""


class WayField(QWidget):
    """Three words to choose from, and the field that fits."""

    changed = Signal()
    way_chosen = Signal(str)
    """``link``, ``phone`` or ``place``, after the user chose it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Segmented(theme, _NAMES, self, name="Way")
        self._lines = {way: UndoPassing("", self) for way in _WAYS}
        self._problem = label("", "small", self)
        self._problem.setObjectName("Problem with the call link")
        set_tone(self._problem, "red")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._choice)
        texts = zip(self._lines.values(), _FIELDS, _EXAMPLES, strict=True)
        for line, name, example in texts:
            line.setAccessibleName(name)
            line.setPlaceholderText(example)
            line.textChanged.connect(self._on_text_changed)
            column.addWidget(line)
        column.addWidget(self._problem)
        self._choice.chosen.connect(self._on_chosen)
        self._show_line()

    def way(self) -> Way:
        """Return what would be stored; a way without its text is no way yet, save the phone."""
        kind, text = self._kind(), self._text(self._kind())
        if kind == CALL:
            link = planning.completed_link(text)
            return Way(CALL, link=link) if link else Way()
        if kind == PLACE and not text:
            return Way()
        return Way(kind, place=text)

    def show_way(self, way: Way) -> None:
        """Show what is stored."""
        kind = way.way if way.way in _WAYS else (PLACE if way.place and not way.link else CALL)
        for line in self._lines.values():
            line.clear()
        self._lines[kind].setText(way.link if kind == CALL else way.place)
        self._lines[kind].setCursorPosition(0)  # of a long one the beginning is seen
        self._choice.choose(_WAYS.index(kind))
        self._show_line()
        self.say("")

    def texts(self) -> tuple[str, dict[str, str]]:
        """Return the way that shows and all three texts, as typed."""
        return self._kind(), {way: line.text() for way, line in self._lines.items()}

    def show_texts(self, kind: str, texts: dict[str, str]) -> None:
        """Show what ``texts`` returned."""
        self._choice.choose(_WAYS.index(kind))
        for way, line in self._lines.items():
            line.setText(texts.get(way, ""))
            line.setCursorPosition(0)
        self._show_line()
        self.say("")

    def fill_phone(self, number: str, before: str) -> None:
        """Offer a number, unless somebody typed another one than ``before``."""
        if self._text(PHONE) in {"", before}:
            self._lines[PHONE].setText(number)

    def check(self) -> bool:
        """Say beside the field what is wrong with it; True when all is well."""
        way = self.way()
        problem = planning.link_problem(way.link) if way.link else ""
        self.say(problem)
        if problem:
            self._lines[CALL].setFocus()
        return not problem

    def say(self, problem: str) -> None:
        """Show a problem with the link, or none."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        set_tone(self._lines[CALL], "red" if problem else "")

    def _kind(self) -> str:
        return _WAYS[self._choice.index]

    def _text(self, kind: str) -> str:
        return " ".join(self._lines[kind].text().split())

    def _show_line(self) -> None:
        for way, line in self._lines.items():
            line.setVisible(way == self._kind())

    def _on_chosen(self, index: int) -> None:
        self._show_line()
        self.say("")
        self.way_chosen.emit(_WAYS[index])
        self.changed.emit()

    def _on_text_changed(self, _text: str) -> None:
        if self._problem.isVisibleTo(self):
            self.say("")
        self.changed.emit()
