"""What the columns of a table mean to the user, remembered by header row."""

from pathlib import Path

from infoview_gui.services.bundle import Services
from infoview_gui.store.models import ColumnChoice

STRANGE = "Wer,Wo\nAnna Berg,Fjord AS\n"


def table(folder: Path, text: str = STRANGE) -> Path:
    path = folder / "leute.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_unknown_columns_are_asked_about_until_they_are_remembered(
    services: Services, tmp_path: Path
) -> None:
    path = table(tmp_path)
    found = services.transfer.columns(path)
    assert found is not None
    assert found.asked
    services.transfer.remember_columns(found.found.header, ("name", "company"))
    again = services.transfer.columns(path)
    assert again is not None
    assert not again.asked
    assert again.fields == ("name", "company")
    first = again.first_person(again.fields)
    assert first is not None
    assert (first.name, first.company) == ("Anna Berg", "Fjord AS")


def test_what_is_said_now_goes_before_what_was_said_once(
    services: Services, tmp_path: Path
) -> None:
    path = table(tmp_path)
    services.transfer.remember_columns(("Wer", "Wo"), ("name", "company"))
    (plan,) = services.transfer.plan_all([path])
    assert [one.card.company for one in plan.decisions] == ["Fjord AS"]
    (plan,) = services.transfer.plan_all([path], fields={path: ("name", "note")})
    assert [(one.card.company, one.card.note) for one in plan.decisions] == [("", "Fjord AS")]


def test_a_choice_that_makes_no_sense_is_passed_over(services: Services, tmp_path: Path) -> None:
    path = table(tmp_path)
    row = {"header": '["Wer", "Wo"]', "fields": '["name"]'}
    services.store.change("Break", lambda: ColumnChoice.insert(row).execute())
    found = services.transfer.columns(path)
    assert found is not None
    assert found.asked


def test_a_table_without_headers_is_not_remembered(services: Services) -> None:
    services.transfer.remember_columns(("Column 1", "Column 2"), ("name", "company"))
    assert ColumnChoice.select().count() == 0


def test_cards_are_no_table(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n", encoding="utf-8")
    assert services.transfer.columns(path) is None
