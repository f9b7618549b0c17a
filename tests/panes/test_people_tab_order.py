"""Tab through the form of a person reaches every field, from the top down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.people.person_form import PersonForm
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme


def _stops(form: QWidget) -> list[str]:
    """The names at which Tab stops, from the first field on."""
    names: list[str] = []
    first = next(one for one in form.findChildren(QWidget) if one.accessibleName() == "First name")
    widget: QWidget = first
    while not names or widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(form):
            names.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    return names


def test_tab_reaches_what_was_added_later_where_it_stands(
    qtbot: QtBot, theme: Theme, services: Services
) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    amara = services.people.add(
        PersonDraft(
            name="Amara Okafor",
            introduced_by=ben,
            emails=(ContactPoint("a@x.example"), ContactPoint("b@x.example")),
        )
    )
    form = PersonForm(theme, services)
    qtbot.addWidget(form)
    form.show()
    person = reading.person(amara)
    assert person is not None

    form.begin(person)

    stops = _stops(form)
    wanted = [
        "First name",
        "Last name",
        "Company",
        "Change the employer",
        "Role",
        "Remove Ben Ito",
        "Tags",
        "About",
        "Done",
    ]
    places = [stops.index(name) for name in wanted]
    assert places == sorted(places)
    assert stops.index("Remove Ben Ito") < stops.index("E-mail") < stops.index("Tags")
    assert stops.count("E-mail") == 2
