"""The windows of people who are there twice, and of unknown columns: heard, ringed and read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.dialogs.import_wizard import ImportWizard
from infoview_gui.panes.dialogs.import_wizard_columns import FieldChoice
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.duplicates_dialog import DuplicatesDialog
from infoview_gui.panes.places import Place
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme
from infoview_gui.window import MainWindow
from tests.window.conftest import Open
from tests.window.test_every_widget import _problems

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK], ids=lambda scheme: scheme.value, autouse=True)
def scheme(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Scheme]:
    chosen: Scheme = request.param
    theme.set_scheme(chosen)
    yield chosen
    theme.set_scheme(Scheme.LIGHT)


@pytest.fixture
def ids(services: Services) -> list[int]:
    names = ("Quentin Ray", "Q. Ray", "Ray, Quentin")
    return [services.people.add(PersonDraft(name=name, company="Quartz")) for name in names]


@pytest.fixture
def window(open_window: Open, ids: list[int]) -> MainWindow:
    window, _house = open_window()
    window.show_place(Place(places.PEOPLE, ids[0]))
    return window


def people(window: MainWindow) -> PeoplePane:
    pane = window.findChild(PeoplePane)
    assert pane is not None
    return pane


def test_who_somebody_looks_like(window: MainWindow, qtbot: QtBot) -> None:
    view = people(window)._detail.view
    qtbot.waitUntil(view._suspects.isVisible)
    problems = _problems(window)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("only", [True, False], ids=["merge", "find"])
def test_people_side_by_side(
    window: MainWindow, qtbot: QtBot, ids: list[int], *, only: bool
) -> None:
    pane = people(window)
    if only:
        pane._chosen.compare(ids[:2])
    else:
        pane._actions.duplicates.trigger()
    dialog = pane.findChild(DuplicatesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.table.isVisible)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    problems = _problems(dialog)
    dialog.reject()
    assert not problems, "\n".join(problems)


def test_columns_that_nobody_knows(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "leute.csv"
    path.write_text("Wer,Wo,Was\nAnna Berg,Fjord AS,Planner\nBo Carter,Acme,Buyer\n", "utf-8")
    window.import_files([path])
    wizard = window.findChild(ImportWizard)
    assert wizard is not None
    qtbot.waitUntil(lambda: any(one.isVisible() for one in wizard.findChildren(FieldChoice)))
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    problems = _problems(wizard)
    wizard.findChildren(FieldChoice)[0].show_field("name")
    buttons = {one.accessibleName(): one for one in wizard.findChildren(QPushButton)}
    buttons["Continue"].click()
    qtbot.waitUntil(lambda: "Import 2 people" in buttons["Continue"].text())
    problems += _problems(wizard)
    wizard.reject()
    assert not problems, "\n".join(problems)
