"""The step in which the user says what the columns of a table are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.import_wizard import ImportWizard
from infoview_gui.panes.dialogs.import_wizard_columns import FieldChoice, FirstPerson
from infoview_gui.panes.dialogs.import_wizard_model import Column
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.theme import Theme
from tests.panes.test_import_wizard import LINKEDIN, Wizard

STRANGE = "Wer,Wo,Was,Notiz\nAnna Berg,Fjord AS,Planner,met at GridWeek\nBo Carter,Acme,Buyer,\n"


class Asking(Wizard):
    """A wizard that may ask about columns."""

    def begin(self, *paths: Path) -> None:
        self.dialog.begin(paths)
        self.qtbot.waitUntil(lambda: not self.sees("Reading"))

    @property
    def choices(self) -> list[FieldChoice]:
        return [one for one in self.dialog.findChildren(FieldChoice) if one.isVisible()]

    @property
    def first_person(self) -> str:
        return self.dialog.findChild(FirstPerson).words()

    def choose(self, *fields: str) -> None:
        for choice, field in zip(self.choices, fields, strict=True):
            choice.show_field(field)

    def go_on(self) -> None:
        self.button("Continue").click()
        self.qtbot.waitUntil(lambda: not self.sees("Reading"))


@pytest.fixture
def wizard(qtbot: QtBot, theme: Theme, services: Services) -> Iterator[Asking]:
    dialog = ImportWizard(theme, services)
    qtbot.addWidget(dialog)
    yield Asking(qtbot, dialog)
    dialog.reject()
    services.store.flush()


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    path = tmp_path / "leute.csv"
    path.write_text(STRANGE, encoding="utf-8")
    return path


def test_a_table_nobody_knows_is_asked_about(wizard: Asking, strange: Path) -> None:
    wizard.begin(strange)
    assert wizard.sees("What are the columns of “leute.csv”?")
    assert wizard.sees("Wer")
    assert wizard.sees("Anna Berg  ·  Bo Carter")
    assert [one.field() for one in wizard.choices][:2] == ["", ""]
    assert not wizard.button("Continue").isEnabled()
    assert wizard.sees("Say which column holds the name")


def test_the_first_person_follows_each_choice(wizard: Asking, strange: Path) -> None:
    wizard.begin(strange)
    assert wizard.first_person == "Nobody yet"
    wizard.choose("name", "company", "", "note")
    assert wizard.first_person == "Anna Berg\nFjord AS\nmet at GridWeek"
    wizard.choose("name", "company", "role", "note")
    assert wizard.first_person == "Anna Berg\nFjord AS\nPlanner\nmet at GridWeek"


def test_keys_choose_and_enter_goes_on(wizard: Asking, strange: Path) -> None:
    wizard.begin(strange)
    wizard.qtbot.waitActive(wizard.dialog)
    assert wizard.dialog.focusWidget() is wizard.choices[0]
    QTest.keyClicks(wizard.dialog.focusWidget(), "Full")
    assert wizard.choices[0].field() == "name"
    wizard.key(Qt.Key.Key_Tab)
    assert wizard.dialog.focusWidget() is wizard.choices[1]
    wizard.key(Qt.Key.Key_Return)
    wizard.qtbot.waitUntil(lambda: wizard.sees("2 new"))
    assert wizard.cells(Column.NAME) == ["Anna Berg", "Bo Carter"]


def test_what_was_chosen_is_imported(wizard: Asking, strange: Path, services: Services) -> None:
    wizard.begin(strange)
    wizard.choose("name", "company", "role", "note")
    wizard.go_on()
    wizard.button("Import 2 people").click()
    wizard.qtbot.waitUntil(lambda: wizard.sees("2 people imported"))
    (anna, _bo) = services.people_list.ids()
    row = services.people_list.rows([anna])[anna]
    assert (row.name, row.company, row.role) == ("Anna Berg", "Fjord AS", "Planner")


def test_the_choice_is_remembered_and_can_be_changed(
    wizard: Asking, strange: Path, tmp_path: Path, services: Services
) -> None:
    wizard.begin(strange)
    wizard.choose("name", "company", "", "")
    wizard.go_on()
    again = tmp_path / "mehr.csv"
    again.write_text("Wer,Wo,Was,Notiz\nCy Fox,Mills,Miller,\n", encoding="utf-8")
    wizard.begin(again)
    assert wizard.cells(Column.NAME) == ["Cy Fox"]
    assert wizard.cells(Column.COMPANY) == ["Mills"]
    wizard.button("Change what the columns are").click()
    assert [one.field() for one in wizard.choices] == ["name", "company", "", ""]
    wizard.choose("name", "company", "role", "")
    wizard.go_on()
    assert wizard.cells(Column.COMPANY) == ["Mills, Miller"]
    assert services.store.undo() is None  # it is no step of its own


def test_the_choice_holds_without_a_window_and_after_a_restart(
    wizard: Asking, strange: Path, services: Services
) -> None:
    wizard.begin(strange)
    wizard.choose("name", "company", "role", "")
    wizard.go_on()
    plan = make_services(services.store).transfer.plan(strange)
    assert [decision.card.role for decision in plan.decisions] == ["Planner", "Buyer"]


def test_back_leads_to_the_columns(wizard: Asking, strange: Path) -> None:
    wizard.begin(strange)
    wizard.choose("name", "", "", "")
    wizard.go_on()
    wizard.button("Back").click()
    assert [one.field() for one in wizard.choices] == ["name", "", "", ""]
    wizard.choose("name", "company", "", "")
    wizard.go_on()
    assert wizard.cells(Column.COMPANY)[0] == "Fjord AS"


def test_several_tables_are_asked_about_one_after_the_other(
    wizard: Asking, strange: Path, tmp_path: Path
) -> None:
    other = tmp_path / "noch.csv"
    other.write_text("Person,Ort\nDi Orr,Oslo\nEd Poe,Ulm\n", encoding="utf-8")
    known = tmp_path / "Connections.csv"
    known.write_text(LINKEDIN, encoding="utf-8")
    wizard.begin(strange, known, other)
    wizard.choose("name", "", "", "")
    wizard.button("Continue").click()
    assert wizard.sees("What are the columns of “noch.csv”?")
    wizard.choose("name", "")
    wizard.go_on()
    assert set(wizard.cells(Column.NAME)) >= {"Anna Berg", "Di Orr", "Siobhán Lynch"}


def test_a_file_that_is_known_asks_nothing(wizard: Asking, tmp_path: Path) -> None:
    known = tmp_path / "Connections.csv"
    known.write_text(LINKEDIN, encoding="utf-8")
    wizard.begin(known)
    assert wizard.comes_to_say("3 new")
    names = [one.text() for one in wizard.dialog.findChildren(QLabel)]
    assert "Columns" in names  # the step, passed


def test_headers_are_shown_as_they_are(wizard: Asking, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Wo,<b>Wer</b>\nOslo,<i>Anna</i>\nUlm,Bo\n", encoding="utf-8")
    wizard.begin(path)
    assert wizard.sees("<b>Wer</b>")
    for one in wizard.dialog.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText or not one.text()
