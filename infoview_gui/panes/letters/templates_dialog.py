"""The templates of letters: read, changed, added, restored.

What is typed is checked before it is kept.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.practice.letters import FIELDS
from infoview_gui.practice.letters_templates import Offered, written
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, set_kind
from infoview_gui.widgets.labels import label, set_tone, wrapped_label

_KEY = Qt.ItemDataRole.UserRole
_NEW = "name: My template\nkind: first message\ntone: own\nsubject: \n\nDear {first name},\n"


class TemplatesDialog(QDialog):
    """Window-modal; each change is kept with *Keep*, and can be undone like any other."""

    said = Signal(str)

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._templates = services.letter_templates
        self._offered: dict[str, Offered] = {}
        self._shown = ""
        self._given_up: str | None = None
        self.setWindowTitle("Templates of letters")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 580)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Templates")
        self.list.setProperty("kind", "box")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editor = QPlainTextEdit(self)
        self.editor.setAccessibleName("Text of the template")
        self.editor.setTabChangesFocus(True)
        self.problem = wrapped_label("", "small", self)
        set_tone(self.problem, "red")
        self.problem.hide()
        self.add = push_button(theme, "Add a template", icon="plus", parent=self)
        self.restore = push_button(theme, "Restore", icon="rotate-ccw", parent=self)
        self.keep = push_button(theme, "Keep", kind="primary", parent=self)
        self.close_button = push_button(theme, "Close", parent=self)
        self._arrange()
        self._connect()
        self.list.ensurePolished()  # a screen reader asks for the rows before they are shown
        self._fill()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _fill(self) -> None:
        """Show the list as it is stored, the same template chosen."""
        self._offered = {one.template.key: one for one in self._templates.offered()}
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for key, one in self._offered.items():
            item = QListWidgetItem(_words(one))
            item.setData(_KEY, key)
            self.list.addItem(item)
            if key == self._shown:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)

    def _show(self, key: str) -> None:
        one = self._offered.get(key)
        self._shown = key if one is not None else ""
        self._say("" if one is None else one.trouble)
        self.editor.setPlainText("" if one is None else written(one.template))
        self._enable()

    def _enable(self) -> None:
        one = self._offered.get(self._shown)
        self.restore.setEnabled(one is not None and (one.changed or one.own))
        own = one is not None and one.own
        words = "Delete" if own else "Restore"
        self.restore.setText(words)
        self.restore.setAccessibleName(words)
        set_kind(self._theme, self.restore, "plain", "trash-2" if own else "rotate-ccw")
        stored = "" if one is None else written(one.template)
        self.keep.setEnabled(self.editor.toPlainText() != stored)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if not self._keep_typed():
            QTimer.singleShot(0, self, self._go_back)  # a press still selects after this
        elif item is not None:
            self._show(str(item.data(_KEY)))

    def _go_back(self) -> None:
        """Choose the template that is in the field again."""
        blocked = self.list.blockSignals(True)
        for item in map(self.list.item, range(self.list.count())):
            if item.data(_KEY) == self._shown:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)

    def _keep_typed(self) -> bool:
        """Keep what was typed; what cannot be read stays in the field with the reason."""
        if not self.keep.isEnabled() or not self._shown:
            return True
        try:
            self._templates.change(self._shown, self.editor.toPlainText())
        except InvalidDraft as error:
            self._say(str(error))
            self.said.emit(f"The template was left as it was. {error}")
            return False
        self._reword()
        self._say("")
        return True

    def _reword(self) -> None:
        """Say anew which are changed; the items stay, since one of them may be on its way."""
        self._offered = {one.template.key: one for one in self._templates.offered()}
        for item in map(self.list.item, range(self.list.count())):
            item.setText(_words(self._offered[item.data(_KEY)]))

    def _on_keep(self) -> None:
        if self._keep_typed():
            self._show(self._shown)
            self.said.emit("The template is kept.")

    def _on_add(self) -> None:
        if not self._keep_typed():
            return
        self._shown = self._templates.add(_NEW)
        self._fill()
        self._show(self._shown)
        self.editor.setFocus()

    def _on_restore(self) -> None:
        self._templates.restore(self._shown)
        gone = self._offered[self._shown].own
        self._fill()
        if gone:
            self.list.setCurrentRow(0)
            item = self.list.currentItem()
            self._show("" if item is None else str(item.data(_KEY)))
        else:
            self._show(self._shown)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current)
        self.editor.textChanged.connect(self._enable)
        self.keep.clicked.connect(self._on_keep)
        self.add.clicked.connect(self._on_add)
        self.restore.clicked.connect(self._on_restore)
        self.close_button.clicked.connect(self.reject)

    def reject(self) -> None:
        """Keep what was typed, by whichever way one leaves; what cannot be read is asked about."""
        typed = self.editor.toPlainText()
        if self._keep_typed() or typed == self._given_up:
            super().reject()
            return
        self._given_up = typed
        self._say(f"{self.problem.text()} Close once more to leave the template as it was.")

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        side.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        names = ", ".join(f"{{{name}}}" for name in FIELDS)
        words = (
            f"Fields: {names}. {{first name|there}} says what to write when nothing is known. "
            "What stands between [[ and ]] is left out when a field in it is missing; "
            "[[this||that]] writes that in its place."
        )
        main = QVBoxLayout()
        main.setSpacing(8)
        main.addWidget(self.editor, 1)
        main.addWidget(self.problem)
        main.addWidget(wrapped_label(words, "small", self))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.restore)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.keep)
        main.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(side, 2)
        row.addLayout(main, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label("Templates of letters", "h1", self))
        column.addLayout(row, 1)


def _words(one: Offered) -> str:
    template = one.template
    name = f"{template.kind.label}: {template.tone or template.name}"
    if one.own:
        return f"{template.kind.label}: {template.name}"
    return f"{name} (changed)" if one.changed else name
