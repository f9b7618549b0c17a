"""The bar below the notes: which marks and keys there are, and whether all is saved.

What does not fit is left out, the keys first and then the words beside the marks; what
could not be saved takes the whole bar.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from infoview_gui.panes.mark_looks import MARK_LOOKS
from infoview_gui.panes.text_saver import SaveState
from infoview_gui.practice.marks import MarkKind
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.hint import Hint
from infoview_gui.widgets.labels import ElidedLabel, label, set_tone, wrapped_label

_HEIGHT, _SIDE, _GAP = 33, 20, 14
_LEGEND = {MarkKind.PERSON: "person to meet"}
_STATES = {SaveState.SAVED: "All saved", SaveState.SAVING: "Saving…"}


class HintBar(QFrame):
    """Legend of the marks at the left, keys and the state of saving at the right."""

    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "foot")
        self.setAccessibleName("Marks, keys and saving")
        self._intro = label("Start a line with", "small", self)
        self._legend_words: list[QLabel] = []
        self._with_keys = True
        self._legend_parts = {kind: self._legend_of(kind) for kind in MarkKind}
        self._legend = list(self._legend_parts.values())
        self._keys = [self._key("F6", "tick question"), self._key("F7", "mark line")]
        self._reading = ElidedLabel("", "small", self)
        self._state = label(_STATES[SaveState.SAVED], "small", self)
        self._trouble = wrapped_label("", "small", self)
        set_tone(self._trouble, "red")
        self.retry_button = push_button(
            theme, "Try again", small=True, icon="refresh-cw", parent=self
        )
        self.retry_button.clicked.connect(self.retry_requested)
        self._failed = False
        self._arrange()
        self._fit()

    @property
    def state_text(self) -> str:
        """What is said about saving."""
        return self._trouble.text() if self._failed else self._state.text()

    @property
    def reading_text(self) -> str:
        """What is said about the line with the caret, if anything."""
        return self._reading.text()

    def show_reading(self, words: str, tone: str = "") -> None:
        """Say how the line with the caret is read, in place of the legend; empty for nothing."""
        if words != self._reading.text():
            self._reading.setText(words)
            set_tone(self._reading, tone)
            self._fit()

    def show_saving(self, state: SaveState, reason: str = "") -> None:
        """Say whether all is saved; a failure says why and offers to try again."""
        self._failed = state is SaveState.FAILED
        if self._failed:
            self._trouble.setText(f"Not saved. {reason} Your text is kept here and tried again.")
        else:
            self._state.setText(_STATES[state])
        self.setMaximumHeight(3 * _HEIGHT if self._failed else _HEIGHT)
        self._fit()

    def show_marks(self, enabled: Collection[MarkKind]) -> None:
        """Name only the marks that are on."""
        for part in self._legend_parts.values():
            part.hide()
        self._legend = [self._legend_parts[kind] for kind in MarkKind if kind in enabled]
        self._fit()

    def show_keys(self, *, shown: bool) -> None:
        """Say which keys there are, or not any more: after the talk they are of no use."""
        if shown != self._with_keys:
            self._with_keys = shown
            self._fit()

    def sizeHint(self) -> QSize:
        """Return any width: parts are left out."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Allow the bar to be narrow."""
        return QSize(200, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()
        # Showing a part lays out the pane while it is being laid out: let it be done once more.
        self.updateGeometry()

    def _arrange(self) -> None:
        self.setMinimumHeight(_HEIGHT)
        self.setMaximumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 3, _SIDE, 3)
        row.setSpacing(_GAP)
        row.addWidget(self._intro)
        for part in self._legend_parts.values():
            row.addWidget(part)
        row.addWidget(self._reading)
        row.addWidget(self._trouble, 1)
        row.addStretch()
        for part in self._keys:
            row.addWidget(part)
        row.addWidget(self._state)
        row.addWidget(self.retry_button)

    def _legend_of(self, kind: MarkKind) -> QWidget:
        sign = label(kind.sign, "strong")
        set_tone(sign, MARK_LOOKS[kind][0])
        words = _LEGEND.get(kind, kind.label)
        pair = self._pair(sign, words)
        pair.setToolTip(words)
        self._legend_words += [found for found in pair.findChildren(QLabel) if found is not sign]
        return pair

    def _key(self, key: str, words: str) -> QWidget:
        return self._pair(Hint(self._theme, key), words)

    def _pair(self, first: QLabel, words: str) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(first)
        row.addWidget(label(words, "small"))
        return pair

    def _fit(self) -> None:
        self._trouble.setVisible(self._failed)
        self.retry_button.setVisible(self._failed)
        self._state.setVisible(not self._failed)
        room = self.width() - 2 * _SIDE - self._state.sizeHint().width() - _GAP
        reads = bool(self._reading.text()) and not self._failed
        self._reading.setVisible(reads)
        if reads:
            self._fit_reading(room)
            return
        for word in self._legend_words:
            word.show()
        whole = self._needs(self._legend) <= room
        for word in self._legend_words:
            word.setVisible(whole)
        for part in self._legend:
            fits = not self._failed and self._needs([part]) <= room
            part.setVisible(fits)
            room -= self._needs([part]) if fits else 0
        named = whole and bool(self._legend)
        for group, wanted in (([self._intro], named), (self._keys, whole and self._with_keys)):
            fits = wanted and not self._failed and self._needs(group) <= room
            room -= self._needs(group) if fits else 0
            for part in group:
                part.setVisible(fits)

    def _fit_reading(self, room: int) -> None:
        """Leave out the legend; the keys stay where they have room beside the reading."""
        for part in [self._intro, *self._legend_parts.values()]:
            part.hide()
        fits = self._with_keys and self._needs([self._reading, *self._keys]) <= room
        for part in self._keys:
            part.setVisible(fits)

    @staticmethod
    def _needs(parts: Sequence[QWidget]) -> int:
        return sum(part.sizeHint().width() + _GAP for part in parts)
