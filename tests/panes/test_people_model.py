"""The item model of the People table: ids of one query, rows in pages, notices."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.people_model import PAGE, PeopleModel
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.people_list import PeopleList
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.store.store import Store
from tests.panes.settable_clock import SettableClock

HOUR = 3_600_000


@dataclass
class Three:
    ada: int
    bo: int
    cy: int


@pytest.fixture
def three(services: Services) -> Three:
    add = services.people.add
    return Three(
        ada=add(PersonDraft(name="Ada Zorn", company="Beta", role="Chief")),
        bo=add(PersonDraft(name="Bo Young", company="Alpha", channel="social")),
        cy=add(PersonDraft(name="Cy Xu", company="Gamma", channel_detail="Career fair")),
    )


@pytest.fixture
def model(services: Services, times: LocalTime, qtbot: QtBot) -> PeopleModel:
    model = PeopleModel(services.people_list, times, None)  # type: ignore[arg-type]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def words(model: PeopleModel, row: int, column: Column) -> object:
    return model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def test_everyone_is_there_by_name(model: PeopleModel, three: Three) -> None:
    assert model.requery()
    assert [words(model, row, Column.NAME) for row in range(model.rowCount())] == [
        "Ada Zorn",
        "Bo Young",
        "Cy Xu",
    ]


def test_cells_say_what_is_painted(
    model: PeopleModel, three: Three, services: Services, clock: SettableClock
) -> None:
    services.people.introduce(three.ada, three.cy)
    at = clock.now + 5 * HOUR
    services.conversations.schedule(ConversationDraft(people=(three.ada,), starts_at=at))
    model.requery()
    assert [words(model, 0, column) for column in Column][:6] == [
        "Ada Zorn",
        "Beta, Chief",
        "Scheduled",
        "Cy Xu",
        "Conversation today 15:00",
        "",
    ]
    assert words(model, 1, Column.CHANNEL) == "Social networking tool"
    assert words(model, 2, Column.CHANNEL) == "Career fair"
    assert words(model, 2, Column.NEXT) == ""


@pytest.mark.parametrize(
    ("column", "descending", "names"),
    [
        (Column.NAME, False, "Ada Bo Cy"),
        (Column.NAME, True, "Cy Bo Ada"),
        (Column.COMPANY, False, "Bo Ada Cy"),
        (Column.STAGE, False, "Ada Cy Bo"),
        (Column.STAGE, True, "Bo Cy Ada"),
    ],
)
def test_every_column_sorts(
    model: PeopleModel,
    three: Three,
    services: Services,
    column: Column,
    descending: bool,
    names: str,
) -> None:
    services.people.set_stage([three.bo], Stage.ASKED)
    model.query("", column, descending=descending)
    shown = [str(words(model, row, Column.NAME)).split()[0] for row in range(3)]
    assert " ".join(shown) == names


def test_those_with_a_next_step_come_first_either_way(
    model: PeopleModel, three: Three, services: Services, clock: SettableClock
) -> None:
    for person, hours in ((three.bo, 30), (three.cy, 3)):
        at = clock.now + hours * HOUR
        services.conversations.schedule(ConversationDraft(people=(person,), starts_at=at))
    model.query("", Column.NEXT, descending=False)
    assert list(model.ids) == [three.cy, three.bo, three.ada]
    model.query("", Column.NEXT, descending=True)
    assert list(model.ids) == [three.bo, three.cy, three.ada]


def test_filter_finds_beginnings_of_words(model: PeopleModel, three: Three) -> None:
    model.query("alp", Column.NAME, descending=False)
    assert list(model.ids) == [three.bo]
    model.query('"(*^', Column.NAME, descending=False)
    assert list(model.ids) == []


def test_asking_again_without_a_change_resets_nothing(
    model: PeopleModel, three: Three, qtbot: QtBot
) -> None:
    model.requery()
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.requery()


def test_changed_rows_are_fetched_anew(
    model: PeopleModel, three: Three, services: Services, store: Store, qtbot: QtBot
) -> None:
    model.requery()
    assert words(model, 0, Column.COMPANY) == "Beta, Chief"
    services.people.set_field(three.ada, "company", "Delta")
    with qtbot.waitSignal(model.dataChanged):
        model.forget_rows(Changes({"person": frozenset({three.ada})}, Origin.COMMAND))
    assert words(model, 0, Column.COMPANY) == "Delta, Chief"


def test_person_deleted_elsewhere_reads_as_nothing(
    model: PeopleModel, three: Three, services: Services
) -> None:
    model.requery()
    services.people.delete([three.ada])
    model.forget_rows(Changes({"person": frozenset({three.ada})}, Origin.ELSEWHERE))
    assert words(model, 0, Column.NAME) == ""
    assert model.person_at(0) is None


class Counting(PeopleList):
    """Counts the pages that are asked for."""

    fetched = 0

    def rows(self, ids):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN201
        self.fetched += 1
        return super().rows(ids)


def test_only_painted_pages_are_fetched_and_few_are_kept(
    services: Services, store: Store, times: LocalTime, qtbot: QtBot
) -> None:
    def work() -> None:
        for number in range(PAGE * 16):
            services.people.add(PersonDraft(name=f"Person {number:05}"))

    store.change("Add many", work)
    people = Counting(store, services.clock)
    model = PeopleModel(people, times, None)  # type: ignore[arg-type]
    model.requery()
    assert people.fetched == 0
    words(model, 0, Column.NAME)
    words(model, PAGE - 1, Column.NEXT)
    assert people.fetched == 1
    for page in range(16):
        words(model, page * PAGE, Column.NAME)
    assert people.fetched == 16
    words(model, 15 * PAGE, Column.NAME)
    assert people.fetched == 16
    words(model, 0, Column.NAME)
    assert people.fetched == 17
