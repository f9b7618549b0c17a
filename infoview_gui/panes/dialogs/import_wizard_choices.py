"""The buttons under the table that say whether somebody is who they look like.

For keyboard and screen reader; the table paints the same choices in its rows.
Must not know the plan.
"""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from infoview_gui.panes.dialogs.import_wizard_model import Choice, PlanModel
from infoview_gui.panes.dialogs.import_wizard_rows import Outcome
from infoview_gui.panes.dialogs.import_wizard_table import PlanTable
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import ElidedLabel

_LONGEST = 32


class ChoiceBar(QFrame):
    """Speaks of the selected lines."""

    def __init__(
        self, theme: Theme, model: PlanModel, table: PlanTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._table = table
        self.setProperty("kind", "foot")
        self._words = ElidedLabel("", "muted")
        self.same = push_button(theme, "Same", small=True, shortcut_hint="S")
        self.other = push_button(theme, "Someone else", small=True, shortcut_hint="E")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self.same, self.other):
            button.setAutoDefault(True)
            button.setCheckable(True)
            row.addWidget(button)
        self.same.clicked.connect(self._on_same)
        self.other.clicked.connect(self._on_other)
        table.current_changed.connect(self.refresh)
        table.selectionModel().selectionChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Say whom the buttons are about now."""
        rows = self._table.asked_rows()
        self.same.setEnabled(bool(rows))
        self.other.setEnabled(bool(rows))
        like = ""
        if not rows:
            left = self._model.counts[Outcome.CHOOSE]
            self._words.setText(f"{left:,} to choose above" if left else "Everything is chosen")
        elif len(rows) == 1:
            line = self._model.row_at(rows[0])
            like = line.decision.like_name if line.decision is not None else ""
            reason = line.decision.reason if line.decision is not None else ""
            self._words.setText(f"{line.name}, line {line.line:,}: {reason}")
        else:
            self._words.setText(f"{len(rows):,} lines are selected")
        self._name_buttons(like)
        chosen = {self._model.choice(row) for row in rows}
        self.same.setChecked(chosen == {Choice.SAME})
        self.other.setChecked(chosen == {Choice.OTHER})

    def _name_buttons(self, like: str) -> None:
        short = like if len(like) <= _LONGEST else f"{like[: _LONGEST - 1]}…"
        words = f"Same as {short}" if like else "Same as they look"
        self.same.setText(f"&{words[0]}{words[1:].replace('&', '&&')}")
        self.same.setAccessibleName(f"Same as {like}" if like else words)
        self.other.setText("Someone &else")

    def _on_same(self) -> None:
        self._choose(Choice.SAME)

    def _on_other(self) -> None:
        self._choose(Choice.OTHER)

    def _choose(self, choice: Choice) -> None:
        """Choose; what is chosen already is taken back."""
        rows = self._table.asked_rows()
        chosen = {self._model.choice(row) for row in rows}
        self._table.choose(Choice.NONE if chosen == {choice} else choice)
        self.refresh()
