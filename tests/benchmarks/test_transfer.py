"""People in and out in bulk, with the window open."""

import csv
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.import_plan import FilePlan
from infoview_gui.theme import Theme
from tests.benchmarks import population, table
from tests.benchmarks.conftest import Turns, ms_of

_MANY = 100_000
_AUTOSAVE_EVERY_MS = 200
_LOOK_EVERY_MS = 5
_HEAD = ("First Name", "Last Name", "Company", "Position", "Email Address")


@pytest.fixture(scope="module")
def csv_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("csv") / "people.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD)
        for ident, first, last, company in population.names(_MANY):
            writer.writerow((first, last, company, "Analyst", population.address(ident, last)))
    return path


@dataclass
class Watch:
    """Notes the longest time in which the window did nothing, and how long saving took."""

    services: Services
    talk: int
    worst: float = 0
    saves: list[float] = field(default_factory=list)
    _last: float = 0
    _saved: float = 0

    def __enter__(self) -> "Watch":
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._on_turn)
        self._last = self._saved = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()

    def _on_turn(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - _LOOK_EVERY_MS)
        if (now - self._saved) * 1000 > _AUTOSAVE_EVERY_MS:
            self._save(now)
        self._last = now

    def _save(self, now: float) -> None:
        self._saved = now
        future = self.services.notes.save(self.talk, f"typed at {now}", [])
        future.add_done_callback(
            lambda _future: self.saves.append((time.perf_counter() - now) * 1000)
        )


def settle(services: Services, feed: ChangeFeed, qtbot: QtBot) -> None:
    """Wait until the window has heard of everything."""
    heard: list[bool] = []
    services.store.flush()
    feed.deliver(lambda: heard.append(True))
    qtbot.waitUntil(lambda: bool(heard), timeout=60_000)
    QApplication.processEvents()


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> Iterator[PeoplePane]:
    pane = PeoplePane(theme, services, feed, times)
    pane.resize(1184, 800)
    pane.show()
    QTest.qWait(50)
    yield pane
    pane.close()
    pane.deleteLater()


def test_import_with_the_window_open(
    alone: Callable[..., list[float]],
    qtbot: QtBot,
    window: PeoplePane,
    services: Services,
    feed: ChangeFeed,
    csv_file: Path,
) -> None:
    partner = services.people.add(PersonDraft(name="Somebody to talk to"))
    talk = services.conversations.schedule(ConversationDraft(people=(partner,)))
    watch = Watch(services, talk)
    gaps: dict[str, float] = {}

    def read(into: "Future[list[FilePlan]]") -> None:
        with services.store.reading():
            into.set_result(services.transfer.plan_all([csv_file]))

    def bring_in() -> None:
        planned: Future[list[FilePlan]] = Future()
        threading.Thread(target=read, args=(planned,)).start()
        qtbot.waitUntil(planned.done, timeout=240_000)
        gaps["read"], watch.worst = watch.worst, 0
        written = services.transfer.apply(planned.result())
        qtbot.waitUntil(written.done, timeout=240_000)
        settle(services, feed, qtbot)
        gaps["written"], watch.worst = watch.worst, 0

    with watch:
        took = alone(bring_in)[0]
        undone = ms_of(lambda: cast("None", services.store.undo()) and None)
        settle(services, feed, qtbot)
    said = f"the whole of it {took / 1000:.1f} s"
    table.add_limit("worst gap while 100,000 are read and compared", gaps["read"], 50, beside=said)
    table.add_limit("worst gap while they are written", gaps["written"], 50)
    table.add_limit("worst autosave meanwhile", max(watch.saves), 50)
    table.add_limit("undo of that import", undone / 1000, 1.5, "s")
    assert services.people_list.count() == 1


@pytest.mark.parametrize("people", [_MANY])
def test_delete_and_undo(
    alone: Callable[..., list[float]],
    qtbot: QtBot,
    services: Services,
    feed: ChangeFeed,
    people: int,
) -> None:
    ids = list(services.people_list.ids())
    took = alone(lambda: services.people.delete(ids))[0]
    assert services.people_list.count() == 0
    back = ms_of(lambda: cast("None", services.store.undo()) and None)
    table.add_limit("delete 100,000 people", took / 1000, 1.5, "s")
    table.add_limit("undo of that", back / 1000, 1.5, "s")
    assert services.people_list.count() == people


@pytest.mark.parametrize("people", [_MANY])
def test_csv_export(
    in_turns: Turns, services: Services, database: Path, tmp_path: Path, people: int
) -> None:
    ids = services.people_list.ids()
    bare = sqlite3.connect(database)

    def export() -> None:
        services.transfer.export(tmp_path / "ours.csv", ids)

    def peer() -> None:
        with (tmp_path / "bare.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerows(bare.execute(_JOINED))

    mine, theirs = in_turns(export, peer, 3)
    bare.close()
    table.add_ratio(
        "CSV export of 100,000",
        table.median(mine), table.median(theirs), "csv.writer, bare cursor", 0.8,
    )  # fmt: skip
    with (tmp_path / "ours.csv").open(encoding="utf-8-sig") as file:
        assert sum(1 for _line in file) == people + 1


_JOINED = """
SELECT p.first_name, p.last_name, p.name, p.company, p.role, c.label, c.value, p.zone, p.channel,
       i.name, p.stage, (SELECT group_concat(name) FROM person_tag WHERE person_id = p.id),
       p.note, p.uid
FROM person p LEFT JOIN contact_point c ON c.person_id = p.id
LEFT JOIN person i ON i.id = p.introduced_by_id ORDER BY p.name_key, p.id
"""


def test_csv_import(in_turns: Turns, services: Services, csv_file: Path, tmp_path: Path) -> None:
    number = iter(range(100))

    def bring_in() -> None:
        plans = services.transfer.plan_all([csv_file])
        assert services.transfer.apply(plans).result()

    def peer() -> None:
        _bare_import(csv_file, tmp_path / f"bare-{next(number)}.db")

    mine, theirs = in_turns(bring_in, peer, 1)
    table.add_ratio(
        "CSV import of 100,000 with all indexes",
        table.median(mine), table.median(theirs), "csv.reader, executemany", 3,
    )  # fmt: skip
    assert services.people_list.count() == _MANY


def _bare_import(source: Path, target: Path) -> None:
    """The same columns into the same kind of tables, with the same indexes, nothing compared."""
    bare = sqlite3.connect(target)
    bare.execute("PRAGMA journal_mode = wal")
    bare.execute(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, first TEXT, last TEXT, company TEXT, "
        "role TEXT, email TEXT)"
    )
    with source.open(newline="", encoding="utf-8") as file, bare:
        rows = csv.reader(file)
        next(rows)
        bare.executemany(
            "INSERT INTO person (first, last, company, role, email) VALUES (?, ?, ?, ?, ?)", rows
        )
        bare.execute("CREATE INDEX by_name ON person (last, first)")
        bare.execute("CREATE INDEX by_company ON person (company, last)")
        bare.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (first, last, company, role, email, "
            "content = 'person', content_rowid = 'id', prefix = '1 2 3')"
        )
        bare.execute("INSERT INTO words (words) VALUES ('rebuild')")
    bare.close()
