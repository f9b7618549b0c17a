"""The name beside the table may take two lines; only then it is cut."""

import pytest
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme


@pytest.mark.parametrize(
    ("name", "lines", "cut"),
    [
        ("Bo Li", 1, False),
        ("Maximiliane Oberhuber", 2, False),
        ("Maximiliane Anastasia Featherstonehaugh-Cholmondeley Oberhuber", 2, True),
        ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle", 2, True),
    ],
)
def test_name_wraps_before_it_is_cut(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    name: str,
    lines: int,
    cut: bool,
) -> None:
    services.people.add(PersonDraft(name=name))
    pane = PeoplePane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(824, 610)
    pane.show()
    label = pane._detail.view._heading._name
    qtbot.waitUntil(lambda: len(label.lines()) == lines)
    qtbot.waitUntil(lambda: label.height() >= lines * label.fontMetrics().lineSpacing())
    assert label.lines()[-1].endswith("…") is cut
    assert label.toolTip() == (name if cut else "")
    if not cut:
        assert " ".join(label.lines()) == name
