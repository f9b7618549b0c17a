"""One question in the list: ticked, edited with an eye on asking for a job, dragged elsewhere.

Must not write anything: it tells what the user wants.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from infoview_gui.panes.dialogs.bank_offer import OfferLine
from infoview_gui.panes.phrases import capital, dotted, listed
from infoview_gui.practice.questions import Category
from infoview_gui.services.records import QuestionRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.check_row import CheckRow
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.row_text import RowWords

ASKS = "Asks for a job: F2 offers another wording"


def category_label(category: str) -> str:
    """Return the word for a category: "Advice"; empty for a question of one's own without."""
    return Category(category).label if category in set(Category) else category.capitalize()


class QuestionRow(CheckRow):
    """A check row that knows its question's id."""

    drag_wanted = Signal()

    def __init__(self, theme: Theme, question_id: int, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.question_id = question_id
        self.offer: OfferLine | None = None
        self._offer_theme = theme
        self._pressed_at: QPoint | None = None

    def show_question(
        self,
        question: QuestionRecord,
        *,
        following: bool,
        closing: bool,
        before: str = "",
        asks: bool = False,
    ) -> None:
        """Show a question; ``following`` is the next one, ``closing`` while the end is near.

        ``before`` says who answered it in another conversation; ``asks`` that it asks for a job.
        """
        asked = question.asked_at is not None
        caption, tone = _caption(question, following=following, closing=closing)
        if asks and not asked:
            caption, tone = dotted(caption, ASKS), "amber"
        must = "always ask" if question.always else "must ask" if question.must else ""
        chip = dotted(must, "asked before" if before else "")
        # A pill of the ground's own colour would not be seen on it.
        must_tone = "" if following and closing else "amb"
        words = RowWords(
            text=question.text,
            strong=not asked and (following or question.must),
            struck=asked,
            chip="" if asked else chip,
            chip_tone="vio" if question.always else must_tone if question.must else "",
            caption=caption,
            caption_tone=tone,
        )
        ground = ("amber" if closing else "accent") if following else ""
        name = listed(question.text, must, before)
        self.show_row(words, checked=asked, name=name, ground=ground, striped=following and closing)
        self.setToolTip(plain_tool_tip(capital(before)))

    def begin_editing(self) -> None:
        """Edit the words in place; what asks for a job is said below them."""
        super().begin_editing()
        if self.field is not None and self.offer is None:
            self.offer = OfferLine(self._offer_theme, self.field, self)
            self.offer.left.connect(self._on_editing_finished)
            self._column.addWidget(self.offer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag where the mouse went far enough."""
        start = self._pressed_at
        if start is None or self.field is not None:
            return
        way = event.position().toPoint() - start
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.drag_wanted.emit()

    def _on_editing_finished(self) -> None:
        # The keyboard may have gone to the offer below: then the words are still being edited.
        if self.offer is None or not self.offer.button.hasFocus():
            super()._on_editing_finished()

    def _end_editing(self) -> None:
        offer, self.offer = self.offer, None
        if offer is not None:
            offer.blockSignals(True)
            offer.hide()
            offer.deleteLater()
        super()._end_editing()


def _caption(question: QuestionRecord, *, following: bool, closing: bool) -> tuple[str, str]:
    if not following:
        return "", "muted"
    first = "Ask before you close" if closing else "Next"
    return dotted(first, category_label(question.category)), "amber" if closing else "muted"
