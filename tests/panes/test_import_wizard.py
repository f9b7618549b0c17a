"""The import wizard: what it shows before anything is written, and what then happens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.dialogs.import_wizard import ImportWizard
from infoview_gui.panes.dialogs.import_wizard_model import Choice, Column, PlanModel
from infoview_gui.panes.dialogs.import_wizard_rows import arranged
from infoview_gui.panes.dialogs.import_wizard_table import PlanTable
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PREAMBLE = 'Notes:\n"Some addresses are missing."\n\n' + HEADER
LINKEDIN = (
    PREAMBLE
    + "Siobhán,Lynch,https://www.linkedin.com/in/sl,,Northwind Energy,Economist,01 Jan 2024\n"
    "Joanna,Wisniewska,https://www.linkedin.com/in/jw,,Northgate Water,Planner,01 Jan 2024\n"
    "Rui,Martins,https://www.linkedin.com/in/rui,rui@x.org,Northwind Energy,Engineer,01 Jan 2024\n"
    ",,,,,,01 Jan 2024\n"
)


class Wizard:
    """A wizard on the screen and what a person does with it."""

    def __init__(self, qtbot: QtBot, dialog: ImportWizard) -> None:
        self.qtbot = qtbot
        self.dialog = dialog
        self.table = dialog.findChild(PlanTable)
        self.imported: list[int] = []
        self.said: list[str] = []
        dialog.imported.connect(self.imported.append)
        dialog.said.connect(self.said.append)

    def read(self, *paths: Path) -> None:
        self.dialog.begin(paths)
        self.qtbot.waitUntil(lambda: not self.sees("Reading"))

    def sees(self, words: str) -> bool:
        texts = [one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible()]
        return any(words in text for text in texts)

    def comes_to_say(self, words: str) -> bool:
        """Whether it is seen, now or when Qt has shown what was just added."""
        self.qtbot.waitUntil(lambda: self.sees(words))
        return True

    def button(self, begin: str) -> QPushButton:
        found = (
            one
            for one in self.dialog.findChildren(QPushButton)
            if one.isVisible() and one.accessibleName().startswith(begin)
        )
        return next(found)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.dialog.focusWidget() or self.dialog, key)

    def cells(self, column: Column) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def wizard(qtbot: QtBot, theme: Theme, services: Services) -> Iterator[Wizard]:
    dialog = ImportWizard(theme, services)
    qtbot.addWidget(dialog)
    yield Wizard(qtbot, dialog)
    dialog.reject()
    services.store.flush()


@pytest.fixture
def linkedin(tmp_path: Path) -> Path:
    path = tmp_path / "Connections.csv"
    path.write_text(LINKEDIN, encoding="utf-8")
    return path


@pytest.fixture
def known(services: Services) -> None:
    joanna = PersonDraft(first_name="Joanna", last_name="Wiśniewska", company="Northgate Water")
    services.people.add(joanna)
    points = (ContactPoint("rui@x.org"),)
    services.people.add(PersonDraft(first_name="Rui", last_name="Martins", emails=points))


def test_a_workbook_is_not_called_a_csv(wizard: Wizard, tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Full Name", "E-mail"])
        sheet.write_row(1, 0, ["Ann Lee", "ann@x.example"])
    wizard.read(path)
    assert wizard.sees("XLSX people.xlsx")


def test_nothing_is_written_before_import_is_pressed(
    wizard: Wizard, linkedin: Path, known: None, services: Services
) -> None:
    wizard.read(linkedin)
    assert wizard.sees("LinkedIn Connections.csv · recognised")
    assert wizard.sees("Nothing is written yet")
    for words in ("1 new", "1 adds something", "1 looks like someone", "1 line can’t be read"):
        assert wizard.comes_to_say(words)
    assert services.people_list.count() == 2
    wizard.key(Qt.Key.Key_Escape)
    assert not wizard.dialog.isVisible()
    assert services.people_list.count() == 2
    assert services.store.undo() is not None
    assert services.people_list.count() == 1


def test_doubtful_and_unreadable_come_first(wizard: Wizard, linkedin: Path, known: None) -> None:
    wizard.read(linkedin)
    assert wizard.cells(Column.NAME)[0] == "Joanna Wisniewska"
    assert wizard.cells(Column.MARK) == ["choose", "left out", "adds something", "new"]
    assert wizard.cells(Column.LINE) == ["6", "8", "7", "5"]
    assert wizard.cells(Column.WHAT)[3] == "New · found through LinkedIn"
    assert wizard.cells(Column.WHAT)[2].startswith("Adds company, position")


def test_undecided_people_are_not_imported_and_it_says_so(
    wizard: Wizard, linkedin: Path, known: None, services: Services
) -> None:
    wizard.read(linkedin)
    assert wizard.sees("One is undecided and will not be imported.")
    wizard.button("Import 2 people").click()
    wizard.qtbot.waitUntil(lambda: wizard.sees("2 people imported"))
    assert wizard.sees("1 person was left undecided and not imported.")
    assert wizard.sees("1 line was left out.")
    assert wizard.sees("One Ctrl+Z takes the whole import back.")
    assert services.people_list.count() == 3
    assert wizard.imported == []  # told when the dialog is away
    assert wizard.said == ["Imported 2 people from Connections.csv."]
    wizard.button("Close").click()
    assert wizard.imported == [2]
    assert not wizard.dialog.isVisible()
    services.store.undo()
    assert services.people_list.count() == 2


@pytest.mark.parametrize(("key", "people"), [(Qt.Key.Key_S, 3), (Qt.Key.Key_E, 4)])
def test_one_letter_decides_and_enter_imports(
    wizard: Wizard, linkedin: Path, known: None, services: Services, key: Qt.Key, people: int
) -> None:
    wizard.read(linkedin)
    wizard.qtbot.waitActive(wizard.dialog)
    wizard.key(key)
    assert wizard.sees("One Ctrl+Z takes the whole import back.")
    assert not wizard.sees("undecided")
    wizard.key(Qt.Key.Key_Return)
    wizard.qtbot.waitUntil(lambda: wizard.sees("3 people imported"))
    assert services.people_list.count() == people


def test_the_buttons_under_the_table_decide_and_take_back(
    wizard: Wizard, linkedin: Path, known: None
) -> None:
    wizard.read(linkedin)
    wizard.button("Same as Joanna Wiśniewska").click()
    assert wizard.button("Import").accessibleName() == "Import 3 people"
    assert wizard.cells(Column.WHAT)[0].startswith("Adds ")
    wizard.button("Someone else").click()
    assert wizard.cells(Column.WHAT)[0].startswith("New")
    wizard.button("Someone else").click()
    assert wizard.button("Import").accessibleName() == "Import 2 people"


def test_a_click_in_the_row_decides(wizard: Wizard, linkedin: Path, known: None) -> None:
    wizard.read(linkedin)
    cell = wizard.table.visualRect(wizard.table.model().index(0, Column.WHAT))
    place = cell.topLeft() + QPoint(20, 45)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(wizard.table.viewport(), left, pos=place)
    assert wizard.button("Import").accessibleName() == "Import 3 people"
    QTest.mouseClick(wizard.table.viewport(), left, pos=place)
    assert wizard.button("Import").accessibleName() == "Import 2 people"


def test_the_choices_of_a_row_begin_where_reading_begins(
    wizard: Wizard, linkedin: Path, known: None
) -> None:
    wizard.dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    wizard.read(linkedin)
    cell = wizard.table.visualRect(wizard.table.model().index(0, Column.WHAT))
    place = cell.topRight() + QPoint(-20, 45)
    QTest.mouseClick(wizard.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wizard.cells(Column.WHAT)[0].startswith("Adds ")


def test_enter_on_cancel_cancels(wizard: Wizard, linkedin: Path, services: Services) -> None:
    wizard.read(linkedin)
    wizard.qtbot.waitActive(wizard.dialog)
    wizard.button("Cancel").setFocus()
    wizard.key(Qt.Key.Key_Return)
    assert not wizard.dialog.isVisible()
    assert services.people_list.count() == 0


def test_somebody_in_two_files_comes_once(
    wizard: Wizard, linkedin: Path, tmp_path: Path, services: Services
) -> None:
    second = tmp_path / "friends.vcf"
    second.write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rui Martins\r\nN:Martins;Rui;;;\r\n"
        "EMAIL:rui@x.org\r\nTEL:+351211234567\r\nEND:VCARD\r\n",
        encoding="utf-8",
    )
    wizard.read(linkedin, second)
    assert wizard.sees("2 files")
    assert "The same person as in line 7 of Connections.csv" in wizard.cells(Column.WHAT)
    wizard.button("Import 3 people").click()
    wizard.qtbot.waitUntil(lambda: wizard.sees("3 people imported"))
    assert services.people_list.count() == 3
    assert len(services.people_list.ids("Martins")) == 1
    services.store.undo()
    assert services.people_list.count() == 0


def test_the_same_file_again_brings_nothing(
    wizard: Wizard, linkedin: Path, services: Services
) -> None:
    services.transfer.apply([services.transfer.plan(linkedin)]).result()
    wizard.read(linkedin)
    assert wizard.comes_to_say("3 the same already")
    assert not wizard.button("Nothing to import").isEnabled()


def test_an_unreadable_file_says_why_and_offers_another(
    wizard: Wizard, tmp_path: Path, linkedin: Path
) -> None:
    picture = tmp_path / "me.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    wizard.read(picture)
    assert wizard.sees("This file cannot be read")
    assert wizard.sees("“me.png” is a picture")
    wizard.button("Another file…").click()
    dialog = wizard.dialog.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(linkedin)])
    dialog.close()
    wizard.qtbot.waitUntil(lambda: wizard.sees("3 new"))


def test_one_unreadable_file_of_two_is_a_line_in_the_table(
    wizard: Wizard, tmp_path: Path, linkedin: Path
) -> None:
    wizard.read(tmp_path / "gone.csv", linkedin)
    assert wizard.cells(Column.COMPANY)[0] == "“gone.csv” does not exist; check the name."
    assert wizard.cells(Column.LINE)[0] == "gone.csv"


def test_choosing_no_file_opens_and_leaves_nothing(
    qtbot: QtBot, theme: Theme, services: Services
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportWizard(theme, services, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.choose()
    chooser = window.findChild(QFileDialog)
    assert chooser is not None
    with qtbot.waitSignal(dialog.destroyed):
        chooser.reject()
    assert window.findChild(ImportWizard) is None


def test_cancel_while_writing_takes_everything_back(
    wizard: Wizard, tmp_path: Path, services: Services
) -> None:
    many = tmp_path / "many.csv"
    lines = (f"Ann{n},Bee{n},,ann{n}@x.org,Co,Eng,01 Jan 2024\n" for n in range(3000))
    many.write_text(PREAMBLE + "".join(lines), encoding="utf-8")
    wizard.dialog.begin([many])
    wizard.qtbot.waitUntil(lambda: wizard.sees("3,000 new"), timeout=20_000)
    wizard.button("Import 3,000 people").click()
    wizard.button("Cancel").click()
    wizard.qtbot.waitUntil(lambda: not wizard.dialog.isVisible(), timeout=20_000)
    assert wizard.said == ["The import was cancelled; nothing was written."]
    assert services.people_list.count() == 0
    assert wizard.imported == []


def test_cancel_while_reading_leaves_at_once(
    wizard: Wizard, linkedin: Path, services: Services
) -> None:
    wizard.dialog.begin([linkedin])
    wizard.key(Qt.Key.Key_Escape)
    assert not wizard.dialog.isVisible()
    wizard.qtbot.wait(100)
    assert not wizard.dialog.isVisible()
    assert services.people_list.count() == 0


def test_the_report_holds_what_was_left_out(
    wizard: Wizard, linkedin: Path, known: None, tmp_path: Path
) -> None:
    wizard.read(linkedin)
    wizard.button("Import").click()
    wizard.qtbot.waitUntil(lambda: wizard.sees("2 people imported"))
    wizard.button("Save report…").click()
    dialog = wizard.dialog.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "report.txt"))
    dialog.close()
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "Connections.csv" in text
    assert "line 8, left out" in text
    assert "line 6, not decided, Joanna Wisniewska: like Joanna Wiśniewska" in text
    assert wizard.sees("The report is saved as report.txt.")


def test_markup_in_a_file_is_shown_as_it_is(wizard: Wizard, tmp_path: Path) -> None:
    path = tmp_path / "<b>.csv"
    path.write_text(PREAMBLE + "<b>Bo</b>,<img src=/x>,,bo@x.org,<i>Co</i>,,\n", encoding="utf-8")
    wizard.read(path)
    assert wizard.cells(Column.NAME) == ["<b>Bo</b> <img src=/x>"]
    for one in wizard.dialog.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText or not one.text()


def test_the_model_keeps_its_promises(
    qtbot: QtBot, wizard: Wizard, linkedin: Path, known: None, services: Services
) -> None:
    model = PlanModel(wizard.dialog)
    fails = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(model, fails, wizard.dialog)
    plans = services.transfer.plan_all([linkedin])
    model.show_rows(arranged(plans), several_files=False)
    assert model.rowCount() == 4
    model.choose([0, 1, 2], Choice.SAME)
    assert model.choice(0) is Choice.SAME
    assert model.next_undecided(-1) is None
    model.choose([0], Choice.NONE)
    assert model.next_undecided(3) == 0


def test_many_doubtful_lines_can_be_decided_together(
    wizard: Wizard, tmp_path: Path, services: Services, store: Store
) -> None:
    def add() -> None:
        for n in range(40):
            draft = PersonDraft(first_name="Jörg", last_name=f"Weiß{n:02}", company="Co")
            services.people.add(draft)

    store.change("Add", add)
    path = tmp_path / "many.csv"
    lines = (f"Joerg,Weiss{n:02},,j{n}@x.org,Co,Eng,\n" for n in range(40))
    path.write_text(PREAMBLE + "".join(lines), encoding="utf-8")
    wizard.read(path)
    asked = wizard.cells(Column.MARK).count("choose")
    assert asked > 0
    wizard.table.selectAll()
    wizard.button("Someone else").click()
    assert wizard.cells(Column.MARK).count("choose") == 0
    assert wizard.button("Import").accessibleName() == "Import 40 people"


def test_home_and_end_go_to_the_first_and_last_line(
    wizard: Wizard, linkedin: Path, known: None
) -> None:
    wizard.read(linkedin)
    table = wizard.dialog.findChild(PlanTable)
    assert table is not None
    wizard.qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == table.model().rowCount() - 1
    wizard.qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0
