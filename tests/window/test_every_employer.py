"""The list of employers, the facts and notes while they are edited: heard, ringed and read."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.employer_merge import EmployerMergeDialog
from infoview_gui.panes.people.employer_similar import SimilarDialog
from infoview_gui.panes.people.fact_editor import NAMES
from infoview_gui.panes.places import Place
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme
from infoview_gui.window import MainWindow
from tests import looking
from tests.window.conftest import Open
from tests.window.test_every_widget import _problems

# What the offscreen platform says about lists that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK], ids=lambda scheme: scheme.value, autouse=True)
def scheme(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Scheme]:
    chosen: Scheme = request.param
    theme.set_scheme(chosen)
    yield chosen
    theme.set_scheme(Scheme.LIGHT)


@pytest.fixture
def window(open_window: Open, services: Services) -> MainWindow:
    window, house = open_window()
    for name in ("Quartz", "Quartz Energy"):
        services.people.add(PersonDraft(name=f"{name} Person", company=name))
    window.show_place(Place(places.PEOPLE, house.people[0]))
    return window


def people(window: MainWindow) -> PeoplePane:
    pane = window.findChild(PeoplePane)
    assert pane is not None
    return pane


def test_the_list_and_an_employer(window: MainWindow, qtbot: QtBot, services: Services) -> None:
    pane = people(window)
    pane._grouped.turn(True)
    quartz = services.employers.names("quartz")[0]
    qtbot.waitUntil(lambda: pane._grouped.model.row_of(-quartz.id) is not None)
    pane._grouped.show_employer(quartz.id)
    qtbot.waitUntil(lambda: bool(pane._detail.employer._offered))
    problems = _problems(window)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("fact", list(NAMES))
def test_a_fact_while_it_is_edited(window: MainWindow, fact: str) -> None:
    view = people(window)._detail.view
    view.fact_requested.emit(fact)
    looking.settle()
    stops = looking.tab_stops(view)
    assert view._editor is not None
    assert any(view._editor.isAncestorOf(stop) for stop in stops)
    assert all(looking.spoken_name(stop) for stop in stops)


def test_the_dialogs(window: MainWindow, qtbot: QtBot, services: Services) -> None:
    pane = people(window)
    quartz = services.employers.names("quartz")[0]
    pane._grouped.show_employer(quartz.id)
    pane._grouped.actions.similar.trigger()
    similar = pane.findChild(SimilarDialog)
    assert similar is not None
    qtbot.waitUntil(lambda: similar._pairs.rowCount() > 0)
    similar.activateWindow()
    qtbot.waitUntil(similar.isActiveWindow)
    problems = _problems(similar)
    similar.reject()
    pane._grouped._on_merge_with(services.employers.names("quartz")[1])
    merge = pane.findChild(EmployerMergeDialog)
    assert merge is not None
    merge.activateWindow()
    qtbot.waitUntil(merge.isActiveWindow)
    problems += _problems(merge)
    merge.reject()
    assert not problems, "\n".join(problems)
