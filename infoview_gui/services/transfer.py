"""People in and out: an import as one undo step, an export of what the filter shows.

The work is done by modules that are imported when it begins: a start must not wait for them.
"""

import gc
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from infoview_gui.services.people import Country, nowhere
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.services.column_choices import TableColumns
    from infoview_gui.services.import_plan import FilePlan

PRESETS = ("everything", "shareable")
Clock = Callable[[], int]
Progress = Callable[[int, int], None]


_USUAL_TURN_S = sys.getswitchinterval()
_SHORT_TURN_S = 0.0005


@contextmanager
def in_short_turns() -> Iterator[None]:
    """Let other threads, and so the window, have the interpreter soon while the body works.

    A thread that wants the interpreter waits for the turn of another to end, five milliseconds
    usually, and a repaint wants it a hundred times.
    """
    sys.setswitchinterval(_SHORT_TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(_USUAL_TURN_S)  # not what it was before: two may overlap


@contextmanager
def beside_the_window() -> Iterator[None]:
    """Let a long body hold the other threads, and so the window, up as little as Python allows.

    It works in short turns. And the garbage collector would walk through the many lasting objects
    that the body makes again and again, a third of a second each, with every thread standing still.
    """
    with in_short_turns():
        gc.disable()
        try:
            yield
        finally:
            gc.freeze()
            gc.enable()


class Transfer:
    """The verbs for files."""

    def __init__(self, store: Store, clock: Clock, country: Country = nowhere) -> None:
        self._store = store
        self._clock = clock
        self._country = country

    def plan(self, path: Path) -> "FilePlan":
        """Say what importing a file would do; on any thread that may read."""
        return self.plan_all([path])[0]

    def columns(self, path: Path) -> "TableColumns | None":
        """Say what the columns of a table seem to hold; None for a file that is none.

        On any thread that may read. Raises UnreadableFile.
        """
        from infoview_gui.services.column_choices import (  # noqa: PLC0415 - late, see above
            table_columns,
        )

        with beside_the_window():
            return table_columns(path)

    def remember_columns(self, header: Sequence[str], fields: Sequence[str]) -> None:
        """Take the columns of files with this header row for these fields from now on."""
        from infoview_gui.services.column_choices import (  # noqa: PLC0415 - late, see above
            remember,
        )

        remember(self._store, header, fields)

    def plan_all(
        self,
        paths: Sequence[Path],
        stop: Callable[[], bool] = lambda: False,
        fields: "Mapping[Path, Sequence[str]] | None" = None,
    ) -> "list[FilePlan]":
        """Say what importing several files together would do; on any thread that may read.

        A person who is in several of them comes once. What comes back after ``stop`` said yes is
        not to be applied. ``fields`` says what the columns of tables hold; of others it is what
        the user said before, else the guess.
        """
        from infoview_gui.services.import_plan import plan_files  # noqa: PLC0415 - late, see above

        with beside_the_window():
            return plan_files(paths, stop, self._country(), fields or {})

    def apply(
        self,
        plans: "Sequence[FilePlan]",
        progress: Progress = lambda _done, _total: None,
        cancelled: threading.Event | None = None,
    ) -> "Future[bool]":
        """Write what the plans say, as one undo step; what is still to decide is not written.

        ``progress`` is called on the writing thread with cards done and in all.
        """
        from infoview_gui.services.import_apply import (  # noqa: PLC0415 - late, see above
            import_parts,
            new_people,
        )

        names = [plan.path.name for plan in plans]
        what = names[0] if len(names) == 1 else f"{len(names)} files"
        parts = import_parts(self._store, self._clock, plans, progress, self._country())
        return self._store.change_in_steps(
            f"Import {what}", parts, cancelled or threading.Event(), new=new_people(plans)
        )

    def export(
        self,
        path: Path,
        ids: Sequence[int],
        preset: str = "everything",
        kind: str = "",
        stop: Callable[[], bool] = lambda: False,
        *,
        columns: Collection[str] | None = None,
        dialect: str = "",
    ) -> int:
        """Write people to a CSV, vCard or Excel file and return how many; raises CannotWrite.

        ``kind`` is .csv, .vcf or .xlsx, by default that of the path. *Shareable* leaves out notes,
        stages (with them who must not be contacted), tags, who introduced whom, and what an
        imported file said beyond our fields. ``columns`` chooses among ``people_table.COLUMNS``,
        by default all. ``dialect`` is excel, programs, google or outlook for a CSV, 3.0 or 4.0 for
        vCards; empty is the first of them. Once ``stop`` says yes it raises Stopped and writes
        nothing.
        """
        from infoview_gui.interchange.people_table import COLUMNS  # noqa: PLC0415 - late, see above
        from infoview_gui.services.export_people import (  # noqa: PLC0415 - late, see above
            export_people,
        )

        with beside_the_window():
            return export_people(
                path,
                ids,
                private=preset == "everything",
                kind=kind,
                stop=stop,
                columns=COLUMNS if columns is None else columns,
                dialect=dialect,
            )
