"""Which of an import's files are tables, and what their columns are taken for. Knows no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.panes.dialogs.background import Stop
from infoview_gui.panes.dialogs.import_wizard_rows import PlanRow, arranged
from infoview_gui.services.column_choices import TableColumns
from infoview_gui.services.import_plan import FilePlan
from infoview_gui.services.transfer import Transfer

_OF_OTHERS = "csv"
"""The format of a table that no program we know has written."""


@dataclass(slots=True)
class Tables:
    """The files of one import."""

    paths: Sequence[Path]
    columns: dict[Path, TableColumns] = field(default_factory=dict)
    chosen: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    """What the user said in this import."""
    waiting: list[Path] = field(default_factory=list)
    """Tables that the user has yet to explain."""
    asked: list[Path] = field(default_factory=list)
    """Tables that the user has explained, to which *Back* leads."""
    looked: bool = False

    def look(self, transfer: Transfer, stop: Stop) -> None:
        """Find the tables, and those of which only the user can say what they hold."""
        for path in [] if self.looked else self.paths:
            if stop():
                return
            try:
                found = transfer.columns(path)
            except UnreadableFile:
                found = None  # whoever reads it says why
            if found is not None:
                self.columns[path] = found
                self.waiting += [path] if found.asked else []
        self.looked = True

    def fields(self, path: Path) -> tuple[str, ...]:
        """Return what the columns of a table are taken for."""
        return self.chosen.get(path) or self.columns[path].fields

    def explain(self, path: Path, fields: tuple[str, ...]) -> None:
        """Take the user's word for the columns of a table."""
        self.chosen[path] = fields
        self.waiting.remove(path)
        if path not in self.asked:
            self.asked.append(path)

    def explainable(self, plans: Sequence[FilePlan]) -> list[Path]:
        """Return the tables whose columns the user may want to change."""
        return [
            plan.path
            for plan in plans
            if plan.path in self.columns and plan.format in {_OF_OTHERS, ""}
        ]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave: plans, unless the user must explain a table first."""

    tables: Tables
    plans: list[FilePlan] = field(default_factory=list)
    rows: list[PlanRow] = field(default_factory=list)


def read(tables: Tables, transfer: Transfer, stop: Stop) -> Read:
    """Look at the files and, as soon as all tables are explained, say what they would bring."""
    tables.look(transfer, stop)
    if stop() or tables.waiting:
        return Read(tables)
    plans = transfer.plan_all(tables.paths, stop, tables.chosen)
    return Read(tables, plans, [] if stop() else arranged(plans))
