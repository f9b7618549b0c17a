"""A field that picks one person or several by typing a part of a name, by keyboard or mouse.

Reads names and adds who is new; changes nobody else.
"""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QListView, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.picker_popup import PickerDelegate, PickerModel
from infoview_gui.panes.phrases import listed
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.undo_keys import UndoPassing

_SHOWN = 50
_CROSS = 16
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PersonChip(QPushButton):
    """One person who was picked; pressing it lets go of them."""

    removed = Signal(object)

    def __init__(self, theme: Theme, person: PersonName, parent: QWidget) -> None:
        super().__init__(person.name, parent)
        self._theme = theme
        self._person_id = person.id
        self.setAutoDefault(False)
        self.setProperty("kind", "pill")  # for the height that the style sheet allows
        self.setAccessibleName(f"Remove {person.name}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        where = listed(person.name, person.role, person.company)
        self.setToolTip(plain_tool_tip(f"Remove {where}"))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the chip with its cross."""
        return chip_size(self._theme, self.text()) + QSize(_CROSS, 4)

    def minimumSizeHint(self) -> QSize:
        """Allow the name to be elided."""
        return QSize(min(80, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go with Delete and Backspace too."""
        if event.key() in _REMOVE:
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw chip, cross and ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent-soft"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        words = self.rect().adjusted(0, 0, -_CROSS, 0)
        draw_chip(painter, self._theme, words, self.text(), "acc")
        ratio = painter.device().devicePixelRatioF()
        cross = self._theme.pixmap("x", "accent", 12, ratio)
        painter.drawPixmap(self.width() - 20, (self.height() - 12) // 2, cross)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(
                rect.adjusted(1, 1, -1, -1), rect.height() / 2, rect.height() / 2
            )

    def _on_clicked(self) -> None:
        self.removed.emit(self._person_id)


class _NameLine(UndoPassing):
    """The line in which a name is looked for; it opens the list when it is clicked."""

    asked = Signal()
    emptied_further = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down; Backspace in the empty line lets go of the last person."""
        if event.key() == Qt.Key.Key_Down:
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_further.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is left, unless only its own list opened."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()


class PersonPicker(QWidget):
    """Chips of those who were picked, and the line to pick more.

    A name that is left typed and unpicked stays in the line, see ``typed``.
    """

    changed = Signal()
    """After the user picked somebody or let go; not after ``set_people``."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        *,
        several: bool,
        parent: QWidget | None = None,
        name: str = "People",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._several = several
        self._people: list[PersonName] = []
        self._excluded: frozenset[int] = frozenset()
        self._flow = FlowLayout()
        self._chips: list[PersonChip] = []
        self._line = _NameLine("", self)
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText("Name or company")
        self._model = PickerModel(self)
        self._popup = QListView()
        self._completer = self._make_completer()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._holder = QWidget(self)
        self._holder.setLayout(self._flow)
        self._holder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._holder)
        column.addWidget(self._line)
        self.setFocusProxy(self._line)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        popup = self._popup
        popup.setUniformItemSizes(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setProperty("kind", "box")
        completer.setPopup(popup)
        popup.setItemDelegate(PickerDelegate(self._theme, self._model, popup))
        popup.setAccessibleName("People found")
        completer.setWidget(self._line)
        return completer

    def _connect(self) -> None:
        # PySide's stubs do not know that a signal with several signatures is indexed.
        cast("Any", self._completer.activated)[QModelIndex].connect(self._on_activated)
        self._popup.installEventFilter(self)
        self._line.textEdited.connect(self._on_text_edited)
        self._line.asked.connect(self._look)
        self._line.emptied_further.connect(self._on_emptied_further)

    # -- what others use

    def people(self) -> list[int]:
        """Return the ids of those who are picked, in order."""
        return [person.id for person in self._people]

    def set_people(self, ids: Iterable[int | None]) -> None:
        """Show these people; those who are gone are left out. Does not send ``changed``."""
        wanted = [person_id for person_id in ids if person_id is not None]
        rows = self._services.people_list.rows(wanted)
        found = [rows[person_id] for person_id in dict.fromkeys(wanted) if person_id in rows]
        self._people = [
            PersonName(row.id, row.name, row.first_name, row.last_name, row.company, row.role)
            for row in found
        ]
        self._show_chips()

    def exclude(self, ids: Iterable[int]) -> None:
        """Do not offer these people, such as the one who is being edited."""
        self._excluded = frozenset(ids)

    def typed(self) -> str:
        """Return the name that was typed and not picked."""
        return " ".join(self._line.text().split())

    def set_typed(self, text: str) -> None:
        """Put words into the line without opening the list."""
        self._line.setText(text)

    # -- looking

    def _on_text_edited(self, _text: str) -> None:
        self._look()

    def _look(self) -> None:
        people = self._found()
        name = self.typed()
        self._model.show_people(people, name)
        if self._model.rowCount() and self._line.isVisible():
            self._completer.complete()
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._popup.hide()

    def _found(self) -> Sequence[PersonName]:
        known = self._excluded | set(self.people())
        found = self._services.people_list.names(self.typed(), _SHOWN + len(known))
        return [person for person in found if person.id not in known][:_SHOWN]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pick with Tab too while the list is open."""
        popup = self._popup
        tabbed = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        )
        if watched is popup and tabbed and self.typed() and popup.currentIndex().isValid():
            index = popup.currentIndex()
            popup.hide()
            self._on_activated(index)
            return True
        return super().eventFilter(watched, event)

    # -- picking

    def _on_activated(self, index: QModelIndex) -> None:
        person = self._model.person(index.row())
        name = self._model.new_name
        if person is None and not name:
            return
        self._pick(person or self._add(name))

    def _add(self, name: str) -> PersonName:
        person_id = self._services.people.add(PersonDraft(name=name))
        row = self._services.people_list.rows([person_id])[person_id]
        return PersonName(row.id, row.name, row.first_name, row.last_name)

    def _pick(self, person: PersonName) -> None:
        self._line.clear()
        if person.id in self.people():
            return
        self._people = [*self._people, person] if self._several else [person]
        self._show_chips()
        if not self._several:
            self._chips[0].setFocus()
        self.changed.emit()

    def _on_emptied_further(self) -> None:
        if self._people:
            self._remove(self._people[-1].id)

    def _remove(self, person_id: int) -> None:
        self._people = [person for person in self._people if person.id != person_id]
        self._show_chips()
        self._line.setFocus()
        self.changed.emit()

    def _show_chips(self) -> None:
        self._flow.clear()
        self._chips = [PersonChip(self._theme, person, self._holder) for person in self._people]
        for chip in self._chips:
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
            chip.show()
        full = bool(self._people) and not self._several
        self._holder.setVisible(bool(self._people))
        self._line.setVisible(not full)
        self.setFocusProxy(self._chips[0] if full else self._line)
        self.updateGeometry()
