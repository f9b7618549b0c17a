"""People from files: shows what will happen before anything is written (PRODUCT.md, Data in).

Planning and writing run beside the window; closing the dialog before *Import* writes nothing.
"""

from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.panes.dialogs.background import Background
from infoview_gui.panes.dialogs.import_wizard_columns import ColumnsPage
from infoview_gui.panes.dialogs.import_wizard_files import ImportFiles
from infoview_gui.panes.dialogs.import_wizard_pages import (
    LookPage,
    MessagePage,
    WorkPage,
    done_sentences,
    done_title,
    framed,
)
from infoview_gui.panes.dialogs.import_wizard_rows import Outcome, source_words, written
from infoview_gui.panes.dialogs.import_wizard_steps import Step, WizardHead, names_of
from infoview_gui.panes.dialogs.import_wizard_tables import Read, Tables, read
from infoview_gui.panes.dialogs.import_wizard_writing import Writing
from infoview_gui.panes.phrases import people_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.import_plan import FilePlan
from infoview_gui.services.import_report import save_report
from infoview_gui.store.errors import StoreError
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import wrapped_label

_NOT_YET = "Nothing is written yet"
_UNDO = "One Ctrl+Z takes the whole import back."


class Stage(Enum):
    """How far the import is."""

    READING = auto()
    COLUMNS = auto()
    LOOK = auto()
    TROUBLE = auto()
    WRITING = auto()
    DONE = auto()


class ImportWizard(QDialog):
    """Window-modal; Enter presses the main button, Esc cancels."""

    calendars_chosen = Signal(object)
    """Files (list of Path) that are calendars of other programs."""
    imported = Signal(object)
    """How many people were written."""
    said = Signal(str)

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._plans: list[FilePlan] = []
        self._tables = Tables(())
        self._stage = Stage.READING
        self._written: int | None = None
        self._reader = Background(services.store, self)
        self._writing = Writing(services.transfer, self)
        self._files = ImportFiles(self)
        self.setWindowTitle("Import people")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self._connect()
        self._fit()

    # -- what the window asks

    def choose(self) -> None:
        """Ask for files; without any, nothing happens."""
        self._files.choose()

    def begin(self, paths: Sequence[Path]) -> None:
        """Read files that are chosen already and show what is in them."""
        self._tables = Tables(list(paths))
        self._read()
        self.open()

    def _read(self) -> None:
        names = names_of([path.name for path in self._tables.paths])
        self._head.show_source("")
        self._work.show_work(f"Reading {names}…", "Nothing is written yet")
        self._show(Stage.READING)
        tables, transfer = self._tables, self._services.transfer
        self._reader.run(lambda stop: read(tables, transfer, stop))

    # -- building

    def _build(self) -> None:
        self._head = WizardHead(self._theme)
        self._work = WorkPage()
        self._columns = ColumnsPage(self._theme)
        self._look = LookPage(self._theme)
        self._trouble = MessagePage(self._theme)
        self._done = MessagePage(self._theme)
        self._stack = QStackedWidget()
        for page in (self._work, self._columns, self._look, self._trouble, self._done):
            self._stack.addWidget(page)
        self._hint = wrapped_label("", "muted")
        self._another = push_button(self._theme, "Another file…")
        self._back = push_button(self._theme, "Back")
        self._report = push_button(self._theme, "Save report…", icon="file-text")
        self._cancel = push_button(self._theme, "Cancel")
        self._main = push_button(self._theme, "Import", kind="primary")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._hint, 1)
        for button in self._buttons():
            # Enter presses the button that has the keyboard, else the main one.
            button.setAutoDefault(True)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(framed("foot", foot))
        self._main.setDefault(True)  # only now is it in the dialog, which must know of it

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._another, self._report, self._cancel, self._back, self._main

    def _connect(self) -> None:
        self._reader.finished.connect(self._on_read)
        self._reader.failed.connect(self._on_reading_failed)
        self._look.model.counted.connect(self._show_counts)
        self._look.columns_requested.connect(self._on_change_columns)
        self._columns.chosen_changed.connect(self._show_continue)
        self._writing.progressed.connect(self._work.show_progress)
        self._writing.ended.connect(self._on_ended)
        self._files.chosen.connect(self.begin)
        self._files.calendars_chosen.connect(self.calendars_chosen)
        self._files.none_chosen.connect(self._on_no_files)
        self._files.report_named.connect(self._on_report_named)
        self._another.clicked.connect(self.choose)
        self._back.clicked.connect(self._on_back)
        self._report.clicked.connect(self._files.name_report)
        self._cancel.clicked.connect(self.reject)
        self._main.clicked.connect(self._on_main)
        self.finished.connect(self._on_finished)

    def _fit(self) -> None:
        self.setMinimumSize(720, 480)
        self.resize(1030, 650)
        screen, window = self.screen(), self.parentWidget()
        if screen is not None:
            self.resize(self.size().boundedTo(screen.availableSize()))
        if window is not None and window.isVisible():
            self.resize(self.size().boundedTo(window.size()))

    # -- stages

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        asking = (self._cancel, self._back, self._main)
        page, step, note, buttons = {
            Stage.READING: (self._work, Step.FILE, _NOT_YET, (self._cancel,)),
            Stage.COLUMNS: (self._columns, Step.COLUMNS, _NOT_YET, asking),
            Stage.LOOK: (self._look, Step.LOOK, _NOT_YET, asking),
            Stage.TROUBLE: (
                self._trouble,
                Step.FILE,
                "Nothing was written",
                (self._cancel, self._another),
            ),
            Stage.WRITING: (self._work, Step.LOOK, "", (self._cancel,)),
            Stage.DONE: (self._done, Step.DONE, "", (self._main,)),
        }[stage]
        self._stack.setCurrentWidget(page)
        self._head.show_step(step, note)
        for button in self._buttons():
            button.setVisible(button in buttons)
        self._cancel.setEnabled(True)
        self._cancel.setText("Close" if stage is Stage.TROUBLE else "Cancel")
        self._cancel.setAccessibleName(self._cancel.text())
        self._hint.setText("")

    def _on_read(self, result: Read) -> None:
        if result.tables.waiting:
            self._ask_columns()
            return
        self._plans, rows = result.plans, result.rows
        self._head.show_source(source_words(self._plans))
        if all(plan.error for plan in self._plans):
            self._show_trouble([plan.error for plan in self._plans])
            return
        self._show(Stage.LOOK)
        changeable = bool(self._tables.explainable(self._plans))
        self._look.show_rows(rows, several_files=len(self._plans) > 1, changeable=changeable)
        self._show_counts()
        asked = self._look.model.asked_count > 0
        place = self._look.table if asked or not self._main.isEnabled() else self._main
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reading_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            self.reject()
            raise error
        self._show_trouble([str(error)], "Your people could not be read")

    def _show_trouble(self, sentences: Sequence[str], title: str = "") -> None:
        self._show(Stage.TROUBLE)
        if not title:
            one = len(sentences) == 1
            title = "This file cannot be read" if one else "None of these files can be read"
        self._trouble.show_message("circle-alert", "red", title, sentences)
        self._another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_counts(self) -> None:
        """Say on the button how many will come in, and beside it who will not."""
        counts = self._look.model.counts
        count, undecided = written(counts), counts[Outcome.CHOOSE]
        words = f"Import {people_words(count)}" if count else "Nothing to import"
        self._main.setText(words)
        self._main.setAccessibleName(words)
        self._main.setEnabled(count > 0)
        hint = _UNDO if count else "Everything in it is here already."
        if undecided:
            left = (
                "One is undecided and will not"
                if undecided == 1
                else f"{undecided:,} are undecided and will not"
            )
            hint = f"{left} be imported. {_UNDO if count else ''}".strip()
        elif not count and counts[Outcome.UNREADABLE]:
            hint = "Nothing in it can be imported."
        self._hint.setText(hint)

    # -- the columns of a table

    def _ask_columns(self) -> None:
        """Ask about the first table that the user has yet to explain."""
        path = self._tables.waiting[0]
        self._head.show_source(path.name)
        self._columns.show_columns(self._tables.columns[path], self._tables.fields(path))
        self._show(Stage.COLUMNS)
        self._main.setText("Continue")
        self._main.setAccessibleName("Continue")
        self._show_continue()
        self._columns.take_focus()

    def _show_continue(self) -> None:
        self._main.setEnabled(self._columns.is_enough)

    def _take_columns(self) -> None:
        path, fields = self._tables.waiting[0], self._columns.fields
        self._tables.explain(path, fields)
        header = self._tables.columns[path].found.header
        self._services.transfer.remember_columns(header, fields)
        if self._tables.waiting:
            self._ask_columns()
        else:
            self._read()

    def _on_change_columns(self) -> None:
        self._tables.waiting = self._tables.explainable(self._plans)
        self._ask_columns()

    def _on_back(self) -> None:
        """Go to the columns that were explained, else to the choice of files."""
        if self._stage is Stage.LOOK and self._tables.asked:
            self._tables.waiting = list(self._tables.asked)
            self._ask_columns()
        else:
            self.choose()

    # -- writing

    def _on_main(self) -> None:
        if self._stage is Stage.DONE:
            self.accept()
        elif self._stage is Stage.COLUMNS:
            self._take_columns()
        elif self._stage is Stage.LOOK:
            self._write()

    def _write(self) -> None:
        count = written(self._look.model.counts)
        self._work.show_work(f"Importing {people_words(count)}…")
        self._show(Stage.WRITING)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._writing.begin(self._plans)

    def _on_ended(self, future: "Future[bool]") -> None:
        try:
            whole = future.result()
        except StoreError as error:
            self._show_trouble([str(error)], "Nothing was imported")
            return
        except (Exception, CancelledError):
            self._show(Stage.LOOK)
            self._show_counts()
            raise
        if whole:
            self._show_done()
        else:
            self.said.emit("The import was cancelled; nothing was written.")
            super().reject()

    def _show_done(self) -> None:
        counts = self._look.model.counts
        self._show(Stage.DONE)
        self._done.show_message("circle-check", "green", done_title(counts), done_sentences(counts))
        self._main.setText("Close")
        self._main.setAccessibleName("Close")
        self._main.setEnabled(True)
        self._report.setVisible(counts[Outcome.CHOOSE] + counts[Outcome.UNREADABLE] > 0)
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
        names = names_of([plan.path.name for plan in self._plans])
        self.said.emit(f"Imported {people_words(written(counts))} from {names}.")
        self._written = written(counts)

    def reject(self) -> None:
        """Cancel: before *Import* nothing is written, during it what was written is taken back."""
        self._reader.cancel()
        if self._stage is Stage.WRITING:
            self._writing.cancel()
            self._work.show_work("Taking it back…")
            self._cancel.setEnabled(False)
            return
        super().reject()

    def _on_finished(self, _result: int) -> None:
        """Tell of the import once the dialog is away and the window can take the keyboard."""
        count, self._written = self._written, None
        if count is not None:
            self.imported.emit(count)

    # -- files

    def _on_no_files(self) -> None:
        if not self.isVisible():
            self.close()  # it was never shown, and whoever made it may count on its closing

    def _on_report_named(self, path: Path) -> None:
        try:
            save_report(path, self._plans)
        except CannotWrite as error:
            self._hint.setText(str(error))
        else:
            self._hint.setText(f"The report is saved as {path.name}.")
