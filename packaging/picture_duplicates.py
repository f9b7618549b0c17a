"""Scenes of people who are there twice."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Sequence

from picture_desk import Desk, Scene, button, settle, until
from picture_long_names import COMPANY, NAME, ROLE
from PySide6.QtWidgets import QDialog, QLabel, QTableView

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.duplicates_tables import SuspectsTable
from infoview_gui.panes.places import PEOPLE
from infoview_gui.services.drafts import PersonDraft


def _points(*values: str) -> tuple[ContactPoint, ...]:
    return tuple(ContactPoint(value) for value in values)


def _twice(desk: Desk) -> None:
    """Let some be there a second time, as after imports from several places."""
    add = desk.services.people.add
    add(
        PersonDraft(
            name="B. Ito",
            company="Cascadia Grid Institute",
            role="Dispatcher",
            emails=_points("ben.ito@home.example", "b.ito@northwind.example"),
            channel="social",
            channel_detail="LinkedIn",
            tags=("tokyo",),
            note="From the phone.",
        )
    )
    add(PersonDraft(name="Wisniewska, Joanna", company="Northgate Water", role="Network planner"))
    add(PersonDraft(name="Joanna Wiśniewska", company="Northgate Water", role="Planner"))
    for more in ("", "Dr. "):
        link = _points("https://www.linkedin.com/in/maria-magdalena-charlotte")
        add(PersonDraft(name=f"{more}{NAME}", company=COMPANY, role=ROLE, links=link))
    for name in ("Yusuf Aydın", "Y. Aydin", "Yusuf AYDIN"):
        add(PersonDraft(name=name, company="North Anatolia Grid", role="Dispatcher"))
    settle()


def _found(dialog: QDialog) -> bool:
    tables = dialog.findChildren(QTableView)
    return bool(tables) and all(table.isVisible() for table in tables)


def duplicates(desk: Desk) -> QDialog:
    _twice(desk)
    desk.show(PEOPLE, "Ben Ito")
    desk.press("Find duplicates")
    return _at(desk.dialog(_found), "Ben Ito")


def _at(dialog: QDialog, name: str) -> QDialog:
    """Go to the group with this name."""
    table = dialog.findChild(SuspectsTable)
    model = table.model()
    for row in range(model.rowCount()):
        if name in str(model.index(row, 0).data()):
            table.setCurrentIndex(model.index(row, 0))
    settle()
    return dialog


def duplicates_three(desk: Desk) -> QDialog:
    return _at(duplicates(desk), "Aydın")


def duplicates_long(desk: Desk) -> QDialog:
    return _at(duplicates(desk), NAME)


def no_duplicates(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.press("Find duplicates")
    words = "No duplicates"
    return desk.dialog(
        lambda dialog: any(
            one.text() == words and one.isVisible() for one in dialog.findChildren(QLabel)
        )
    )


def looks_like(desk: Desk) -> None:
    _twice(desk)
    desk.show(PEOPLE, "B. Ito")
    pane = desk.window.findChild(PeoplePane)
    until(
        lambda: any(one.text().startswith("Looks like") for one in pane.findChildren(QLabel)),
        "the line that says who it may be",
    )


def merge(desk: Desk) -> QDialog:
    looks_like(desk)
    button(desk.window, "Compare").click()
    return desk.dialog()


SCENES: Sequence[Scene] = (
    Scene("duplicates", duplicates),
    Scene("duplicates-three", duplicates_three),
    Scene("duplicates-long", duplicates_long),
    Scene("duplicates-none", no_duplicates),
    Scene("duplicates-line", looks_like),
    Scene("duplicates-merge", merge),
)
