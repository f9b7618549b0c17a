"""The editor of a letter: marks what is to be looked at, with a card beside it, as one types.

What is to be looked at comes in as a callable. Must not know letters, rules or people.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.letter_card import TAKE_KEY, LetterCard
from infoview_gui.widgets.letter_marks import LetterMarks, Placed
from infoview_gui.widgets.letter_menu import add_own, add_spot
from infoview_gui.widgets.letter_spots import Look, Reader, Spot
from infoview_gui.widgets.letter_text import LetterText

__all__ = ["LetterEditor", "Look", "Spot"]

READ_AFTER_MS = 120
"""So long after the last key the text is read anew."""
NEXT_KEY, PREVIOUS_KEY = "F7", "Shift+F7"
_MOST_READ = 20_000
"""Characters: far more than a letter has, and read in less time than a window may stand still."""
_GAP = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MODIFIERS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)


class LetterEditor(LetterText):
    """Plain text with marked ranges.

    F7 and Shift+F7 go to the next and the previous thing to look at and open its card, as a click
    in it does; Alt+Enter takes the first wording the card offers, Tab goes to its buttons, Escape
    closes it. A place to fill in is chosen as a whole: what is typed replaces it.
    """

    looked = Signal()
    """The text was read anew: ``spots`` may be others."""
    asked = Signal(object, int)
    """A verb of this spot is wanted, by its number."""

    def __init__(
        self, theme: Theme, name: str, *, read: Reader, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._read = read
        self._marks = LetterMarks(self, theme)
        self._shown: Placed | None = None
        self._typing = False
        self._wrote = False
        self.own_menu: QMenu | None = None
        """What the menu of the text ends with."""
        self.go_round: Callable[[int], bool] | None = None
        """Asked before going on around an end: whether it went to something outside the text."""
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._reading.timeout.connect(self.read_now)
        self._card = LetterCard(theme, self)
        self._card.taken.connect(self.take)
        self._card.asked.connect(self._on_asked)
        self._card.left.connect(self._leave_card)
        self.changed.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.verticalScrollBar().valueChanged.connect(self._place_card)
        theme.changed.connect(self._on_theme)

    # -- what is to be looked at

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All ranges as they were last read."""
        return self._marks.spots

    @property
    def to_look_at(self) -> tuple[Spot, ...]:
        """Those that ask for something."""
        return tuple(spot for spot in self.spots if spot.to_look_at)

    @property
    def card(self) -> LetterCard | None:
        """The card, while it is open."""
        return self._card if self._shown is not None else None

    @property
    def typing_at(self) -> int | None:
        """Where something was typed last, in code points, while the caret is still there."""
        return self.caret() if self._wrote and self.hasFocus() else None

    def at_caret(self) -> tuple[Spot, ...]:
        """Return what stands at the caret and has verbs, the narrowest first."""
        return tuple(one.spot for one in self._marks.with_verbs(self.textCursor().position()))

    def ask(self, verb: str) -> None:
        """Want a verb of what stands at the caret."""
        self._be_up_to_date()
        spot = next((one for one in self.at_caret() if verb in one.verbs), None)
        if spot is not None:
            self.close_card()
            self.asked.emit(spot, spot.verbs.index(verb))

    def read_now(self) -> None:
        """Read the text anew, because it changed or ``read`` answers differently now."""
        self._reading.stop()
        text = self.text()
        spots = () if self.isReadOnly() else self._read(text[:_MOST_READ])
        self._marks.read(text, spots)
        shown = self._shown
        if shown is not None and shown.spot not in self.spots:
            self.close_card()
        self._marks.show()
        self._describe()
        self.looked.emit()

    def _be_up_to_date(self) -> None:
        if self._reading.isActive():
            self.read_now()

    def go_on(self, step: int = 1) -> bool:
        """Go to the next thing to look at (-1: the previous), around the ends; False for none."""
        self._be_up_to_date()
        found = self._marks.beyond(self.textCursor(), step)
        around = found is None or self._goes_round(found, step)
        if around and self.go_round is not None and self.go_round(step):
            return True
        if found is None:
            return False
        self.setFocus()
        self._choose(found)
        return True

    def _goes_round(self, found: Placed, step: int) -> bool:
        at = self.textCursor().selectionStart()
        return found.start <= at if step > 0 else found.start >= at

    def take(self, number: int = 0) -> bool:
        """Put a wording that the open card offers in its place; False where there is none."""
        shown = self._shown
        if shown is None or number >= len(shown.spot.wordings()):
            return False
        self._replace(shown, number)
        return True

    def _replace(self, one: Placed, number: int) -> None:
        self.close_card()
        self._put(QTextCursor(one.cursor), one.spot.wordings()[number])
        self._wrote = False
        self.setFocus()
        self.read_now()

    def _on_asked(self, number: int) -> None:
        shown = self._shown
        self._leave_card()
        if shown is not None:
            self.asked.emit(shown.spot, number)

    def close_card(self) -> None:
        """Close the card; the mark stays."""
        self._shown = None
        self._card.hide()

    def load(self, text: str) -> None:
        """Show another letter, the caret at its start; undo starts anew."""
        super().load(text)
        self._wrote = False
        self.close_card()
        self.read_now()

    def _on_changed(self) -> None:
        self.close_card()
        self.viewport().update()
        self._reading.start()

    def _on_theme(self) -> None:
        self._marks.show()

    def _describe(self) -> None:
        count = len(self.to_look_at)
        things = "1 thing" if count == 1 else f"{count} things"
        words = f"{things} to look at; {NEXT_KEY} goes to the next" if count else ""
        self.setAccessibleDescription(words)

    # -- places

    def _choose(self, one: Placed) -> None:
        cursor = self.textCursor()
        cursor.setPosition(one.start)
        if one.spot.look is Look.FIELD:
            cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._open_card(one)
        offer = next(iter(one.spot.wordings()), "")
        said = f"{TAKE_KEY} replaces it with: {offer}" if offer else ""
        announce(self, " ".join(part for part in (one.spot.title, one.spot.words, said) if part))

    def _on_caret_moved(self) -> None:
        """Choose a field as a whole; open the card of where the caret was put, not typed to."""
        if self._typing or self._loading:
            self._wrote = self._wrote or self._typing
            return
        self._write_no_more()
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        found = self._marks.at(cursor.position())
        inside = found is not None and found.start < cursor.position() < found.end
        if found is not None and inside and found.spot.look is Look.FIELD:
            self._choose(found)
        elif found is not None and self.hasFocus():
            self._open_card(found)
        else:
            self.close_card()

    def _write_no_more(self) -> None:
        """The caret went elsewhere: the word that was being typed is one like the others."""
        if self._wrote:
            self._wrote = False
            self._reading.start()

    # -- the card

    def _open_card(self, one: Placed) -> None:
        if not one.spot.title:
            return
        if self._shown is None or self._shown.spot != one.spot:
            self._fill_card(one.spot)
        self._shown = one
        self._card.show()
        self._card.raise_()
        self._place_card()

    def _fill_card(self, spot: Spot) -> None:
        self._card.show_spot(spot, self.viewport().width() - 2 * _GAP)
        chain = [self, *self._card.buttons]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)  # Qt puts what is new behind all the others

    def _place_card(self) -> None:
        """Put the card below its place, else above it, always inside the editor."""
        if self._shown is None:
            return
        room = self.viewport().geometry().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        first, last = self._line_at(self._shown.start), self._line_at(self._shown.end)
        self._card.setVisible(first.bottom() >= room.top() and last.top() <= room.bottom())
        self._card.place_beside(first, last, room)

    def _line_at(self, position: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        found: QRect = self.cursorRect(cursor)
        return found.translated(self.viewport().pos())

    def _leave_card(self) -> None:
        self.close_card()
        self.setFocus()

    # -- events

    def _is_own_key(self, event: QKeyEvent) -> bool:
        return super()._is_own_key(event) or self._is_spot_key(event)

    def _is_spot_key(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_F7 or _takes(event) or self._closes(event)

    def _closes(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._shown is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot, take a wording, close the card; else type."""
        modifiers = event.modifiers() & _MODIFIERS
        if event.key() == Qt.Key.Key_F7:
            self.go_on(-1 if modifiers == Qt.KeyboardModifier.ShiftModifier else 1)
        elif _takes(event):
            self.take()
        elif self._closes(event):
            self.close_card()
        else:
            self._type(event)

    def _type(self, event: QKeyEvent) -> None:
        if event.key() in _ERASE and not self.textCursor().hasSelection():
            self._choose_erased(before=event.key() == Qt.Key.Key_Backspace)
        # Arrows move the caret; what is typed moves it too, but asks for no card.
        self._typing = bool(event.text())
        try:
            super().keyPressEvent(event)
        finally:
            self._typing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Type what dead keys and input methods make, as plain keys do."""
        self._typing = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._typing = False

    def _choose_erased(self, *, before: bool) -> None:
        """Let Backspace and Delete take a field beside the caret as a whole."""
        place = self.textCursor().position()
        found = self._marks.field_beside(place, before=before)
        if found is not None:
            self.setTextCursor(QTextCursor(found.cursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card of what is clicked, once more too."""
        super().mouseReleaseEvent(event)
        self._on_caret_moved()

    def viewportEvent(self, event: QEvent) -> bool:
        """Open the card of what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._under(event.pos())
            if found is not None:
                self._open_card(found)
            return True
        return super().viewportEvent(event)

    def _under(self, point: QPoint) -> Placed | None:
        cursor = self.cursorForPosition(point)
        # Qt answers with the nearest letter, however far it is.
        near = self.cursorRect(cursor).adjusted(-12, 0, 12, 0)
        return self._marks.at(cursor.position()) if near.contains(point) else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the card, unless the focus went into it."""
        super().focusOutEvent(event)
        focused = QApplication.focusWidget()
        inside = focused is not None and self._card.isAncestorOf(focused)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._write_no_more()
        if not inside and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.close_card()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu, above it what can be done with the word, below it what the owner has."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        position = self.textCursor().position()
        if not by_key:
            position = self.cursorForPosition(event.pos()).position()
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._be_up_to_date()
        found = [] if self.isReadOnly() else self._marks.with_verbs(position)
        for one in reversed(found):  # each goes above the one before
            self.close_card()
            spot = one.spot
            add_spot(menu, spot, partial(self._replace, one), partial(self.asked.emit, spot))
        if self.own_menu is not None and not self.isReadOnly():
            add_own(menu, self.own_menu)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is under the text: grounds of fields and woven words, dots."""
        self._marks.paint(event.rect())
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card beside its place."""
        super().resizeEvent(event)
        if self._shown is not None:
            self._fill_card(self._shown.spot)
            self._place_card()


def _takes(event: QKeyEvent) -> bool:
    alone = event.modifiers() & _MODIFIERS == Qt.KeyboardModifier.AltModifier
    return event.key() in _ENTER and alone
