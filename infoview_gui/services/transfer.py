"""People in and out: an import as one undo step, an export of what the filter shows."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_write import write_csv
from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.interchange.vcard_write import cards_text
from infoview_gui.services import derived
from infoview_gui.services.import_plan import Decision, FilePlan, Verdict, plan_file, plan_files
from infoview_gui.services.import_rows import insert_cards
from infoview_gui.services.known import cards_for_export
from infoview_gui.services.people import insert_reach
from infoview_gui.store.models import Activity, Person, PersonTag
from infoview_gui.store.store import Store

PRESETS = ("everything", "shareable")
FORMATS = (".csv", ".vcf")
_STEP = 500
Clock = Callable[[], int]
Progress = Callable[[int, int], None]


class Stopped(Exception):
    """The user does not want it any more."""


class Transfer:
    """The verbs for files."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plan(self, path: Path) -> FilePlan:
        """Say what importing a file would do; on any thread that may read."""
        return plan_file(path)

    def plan_all(
        self, paths: Sequence[Path], stop: Callable[[], bool] = lambda: False
    ) -> list[FilePlan]:
        """Say what importing several files together would do; on any thread that may read.

        A person who is in several of them comes once. What comes back after ``stop`` said yes is
        not to be applied.
        """
        return plan_files(paths, stop)

    def apply(
        self,
        plans: Sequence[FilePlan],
        progress: Progress = lambda _done, _total: None,
        cancelled: threading.Event | None = None,
    ) -> "Future[bool]":
        """Write what the plans say, as one undo step; what is still to decide is not written.

        ``progress`` is called on the writing thread with cards done and in all.
        """
        work = [
            (plan, decision)
            for plan in plans
            for decision in plan.decisions
            if decision.verdict in {Verdict.NEW, Verdict.MERGED}
        ]
        names = [plan.path.name for plan in plans]
        what = names[0] if len(names) == 1 else f"{len(names)} files"
        parts = self._parts(work, progress)
        return self._store.change_in_steps(f"Import {what}", parts, cancelled or threading.Event())

    def export(
        self,
        path: Path,
        ids: Sequence[int],
        preset: str = "everything",
        kind: str = "",
        stop: Callable[[], bool] = lambda: False,
    ) -> int:
        """Write people to a CSV or vCard file and return how many; raises CannotWrite.

        ``kind`` is .csv or .vcf, by default that of the path. *Shareable* leaves out notes, stages
        (with them who must not be contacted), tags, and who introduced whom. Once ``stop`` says
        yes it raises Stopped and writes nothing.
        """
        suffix = kind or path.suffix.lower()
        if suffix not in FORMATS:
            message = f"“{path.name}” should end in .csv or .vcf. Nothing was written."
            raise CannotWrite(message)
        private = preset == "everything"
        cards = []
        for card in _chosen(ids, private=private):
            cards.append(card)
            if len(cards) % _STEP == 0:
                _heed(stop)

        def write(file: BinaryIO) -> None:
            if suffix == ".csv":
                write_csv(cards, file, private=private)
            else:
                for text in cards_text(cards):
                    file.write(text.encode("utf-8", "replace"))
            _heed(stop)

        replace_file(path, write)
        return len(cards)

    def _parts(
        self, work: list[tuple[FilePlan, Decision]], progress: Progress
    ) -> Iterator[Callable[[], None]]:
        for at in range(0, len(work), _STEP):
            step = work[at : at + _STEP]

            def part(step: list[tuple[FilePlan, Decision]] = step, at: int = at) -> None:
                self._take(step)
                progress(at + len(step), len(work))

            yield part

    def _take(self, step: Sequence[tuple[FilePlan, Decision]]) -> None:
        fresh = [
            (decision.card, _kept_format(plan), plan.path.name)
            for plan, decision in step
            if decision.verdict is Verdict.NEW
        ]
        insert_cards(self._store.connection(), fresh, self._clock)
        for plan, decision in step:
            if decision.verdict is Verdict.MERGED and decision.like_id is not None:
                self._add_to(plan, decision, decision.like_id)

    def _add_to(self, plan: FilePlan, decision: Decision, person_id: int) -> None:
        added = decision.additions
        person = Person.get_or_none(Person.id == person_id)
        if person is None:
            return
        for name, value in added.fields.items():
            setattr(person, name, value)
        if added.note:
            person.note = "\n".join(filter(None, (person.note, added.note)))
        derived.spell(person)
        person.save()
        for kind, values in (
            ("email", added.emails),
            ("phone", added.phones),
            ("link", added.links),
        ):
            points = [replace(point, preferred=False) for point in values]
            insert_reach(person_id, kind, points, first=1000)
        for tag in added.tags:
            PersonTag.create(person=person_id, name=tag)
        derived.gather_reach(person_id)
        Activity.create(person=person_id, kind="completed", at=self._clock(), detail=plan.path.name)


def _kept_format(plan: FilePlan) -> str:
    return "vcard" if plan.format == "vcard" else "csv"


def _heed(stop: Callable[[], bool]) -> None:
    if stop():
        raise Stopped


def _chosen(ids: Sequence[int], *, private: bool) -> Iterator[PersonCard]:
    """Return the cards to write; the shareable ones without what is between the two of you."""
    for card in cards_for_export(ids):
        if private:
            yield card
        else:
            yield replace(card, note="", stage="", tags=(), introduced_by="", source_text="")
