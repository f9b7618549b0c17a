"""People in and out through files."""

import gc
import json
import sys
from pathlib import Path

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.import_plan import FilePlan, Verdict
from infoview_gui.services.transfer import beside_the_window
from tests.store.conftest import contents

LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Amara,Okafor,https://www.linkedin.com/in/amara,amara@northwind.example,Northwind,Head,05 Mar 2024
Ben,Ito,https://www.linkedin.com/in/ben-ito,,Northwind Energy Ltd,Analyst,05 Mar 2024
,,,,,,05 Mar 2024
"""
VCARD = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Amara Okafor\r
N:Okafor;Amara;;;\r
EMAIL;TYPE=work:amara@northwind.example\r
TEL;TYPE=cell:+1 212 555 0142\r
X-MY-OWN;ODD=1:kept\r
NOTE:met at GridWeek\r
END:VCARD\r
"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _import(services: Services, path: Path) -> FilePlan:
    plan = services.transfer.plan(path)
    assert services.transfer.apply([plan]).result()
    return plan


def _verdicts(plan: FilePlan) -> list[str]:
    return [decision.verdict.value for decision in plan.decisions]


def test_a_preview_says_what_will_happen_and_writes_nothing(
    services: Services, tmp_path: Path
) -> None:
    plan = services.transfer.plan(_write(tmp_path, "Connections.csv", LINKEDIN))

    assert plan.format == "linkedin-csv"
    assert _verdicts(plan) == ["new", "new"]
    assert [left.line for left in plan.left_out] == [7]
    assert services.people_list.count() == 0


def test_one_undo_takes_a_whole_import_back(services: Services, tmp_path: Path) -> None:
    services.people.add(PersonDraft(name="Somebody Else", company="Northwind"))
    before = contents(services.store)

    _import(services, _write(tmp_path, "Connections.csv", LINKEDIN))
    after = contents(services.store)

    assert services.store.history.undo_label == "Import Connections.csv"
    services.store.undo()
    assert contents(services.store) == before
    services.store.redo()
    assert contents(services.store) == after


def test_importing_the_same_again_changes_nothing(services: Services, tmp_path: Path) -> None:
    path = _write(tmp_path, "Connections.csv", LINKEDIN)
    _import(services, path)
    before = contents(services.store)

    plan = _import(services, path)

    assert _verdicts(plan) == ["unchanged", "unchanged"]
    assert contents(services.store) == before


def test_the_same_address_adds_and_never_overwrites(services: Services, tmp_path: Path) -> None:
    person = services.people.add(
        PersonDraft(
            name="Amara Okafor",
            role="Chief of Grid",
            emails=(ContactPoint("AMARA@northwind.example"),),
        )
    )

    plan = _import(services, _write(tmp_path, "a.vcf", VCARD))

    assert _verdicts(plan) == ["merged"]
    detail = reading.person(person)
    assert detail is not None
    assert detail.role == "Chief of Grid"
    assert [phone.value for phone in detail.phones] == ["+1 212 555 0142"]
    assert [email.value for email in detail.emails] == ["AMARA@northwind.example"]
    assert "GridWeek" in detail.note
    kept = services.store.connection().execute("SELECT text FROM source_card").get
    assert kept == VCARD.strip()


def test_somebody_who_looks_alike_is_asked_about(services: Services, tmp_path: Path) -> None:
    services.people.add(PersonDraft(name="Joanna Wiśniewska", company="Northgate Water"))
    text = "First Name,Last Name,Company,Position\nJoanna,Wisniewska,Northgate Water,Planner\n"
    path = _write(tmp_path, "c.csv", text)

    plan = _import(services, path)

    (decision,) = plan.decisions
    assert decision.verdict is Verdict.TO_DECIDE
    assert decision.like_name == "Joanna Wiśniewska"
    assert decision.reason
    assert services.people_list.count() == 1

    decision.same_person()
    assert services.transfer.apply([plan]).result()
    (person,) = services.people_list.ids()
    assert services.people_list.rows([person])[person].role == "Planner"


def test_colleagues_who_share_a_number_in_one_file_stay_two(
    services: Services, tmp_path: Path
) -> None:
    cards = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:+1 212 555 0100\nEND:VCARD\n"
        for name in ("Ann Lee", "Bob Ray")
    )

    plan = _import(services, _write(tmp_path, "two.vcf", cards))

    assert _verdicts(plan) == ["new", "new"]


def test_a_vcard_is_kept_word_for_word_and_comes_out_whole(
    services: Services, tmp_path: Path
) -> None:
    _import(services, _write(tmp_path, "a.vcf", VCARD))
    kept = services.store.connection().execute("SELECT text FROM source_card").get
    assert kept == VCARD.strip()

    (person,) = services.people_list.ids()
    services.people.set_field(person, "role", "Head of Grid")
    out = tmp_path / "out.vcf"
    services.transfer.export(out, [person])

    text = out.read_text(encoding="utf-8")
    assert "X-MY-OWN;ODD=1:kept" in text
    assert "TITLE:Head of Grid" in text
    assert "TEL;TYPE=cell:+1 212 555 0142" in text


def test_an_export_comes_back_as_the_same_people(services: Services, tmp_path: Path) -> None:
    ben = services.people.add(
        PersonDraft(name="Ben Ito", company="=Northwind()", zone="Asia/Tokyo")
    )
    services.people.add(
        PersonDraft(
            name="Amara Okafor",
            introduced_by=ben,
            channel="introduction",
            channel_detail="at the grid forum",
            emails=(ContactPoint("a@x.example", "work", preferred=True),),
            tags=("grid", "IEEE; PES"),
            note="line one\nline two",
        )
    )
    services.people.set_stage([ben], Stage.ASKED)
    out = tmp_path / "people.csv"
    before = [reading.person(ident) for ident in services.people_list.ids()]

    assert services.transfer.export(out, services.people_list.ids()) == 2
    assert _verdicts(services.transfer.plan(out)) == ["unchanged", "unchanged"]
    services.people.delete(list(services.people_list.ids()))
    _import(services, out)

    after = [reading.person(ident) for ident in services.people_list.ids()]
    for old, new in zip(before, after, strict=True):
        assert old is not None
        assert new is not None
        for field in (
            "uid", "name", "company", "zone", "channel", "channel_detail", "emails",
            "tags", "note", "stage",
        ):  # fmt: skip
            assert getattr(new, field) == getattr(old, field), field


def test_two_long_works_that_overlap_leave_the_turns_of_threads_as_they_were() -> None:
    usual = sys.getswitchinterval()
    first, second = beside_the_window(), beside_the_window()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual
    assert gc.isenabled()


@pytest.mark.parametrize("order", [("Ben Ito", "Amara Okafor"), ("Amara Okafor", "Ben Ito")])
def test_an_introducer_may_stand_further_down_in_the_file(
    services: Services, tmp_path: Path, order: tuple[str, str]
) -> None:
    ben = services.people.add(PersonDraft(name="Ben Ito"))
    amara = services.people.add(PersonDraft(name="Amara Okafor", introduced_by=ben))
    ids = {"Ben Ito": ben, "Amara Okafor": amara}
    out = tmp_path / "people.csv"
    services.transfer.export(out, [ids[name] for name in order])
    services.people.delete([ben, amara])

    _import(services, out)

    (found,) = services.people_list.ids("amara")
    row = reading.person(found)
    assert row is not None
    assert row.introduced_by is not None
    assert row.introduced_by.name == "Ben Ito"


@pytest.mark.parametrize("name", ["out.csv", "out.vcf"])
def test_shareable_leaves_out_what_is_between_the_two_of_you(
    services: Services, tmp_path: Path, name: str
) -> None:
    person = services.people.add(PersonDraft(name="Amara Okafor", note="secret", tags=("hidden",)))
    services.people.set_stage([person], Stage.DO_NOT_CONTACT)

    services.transfer.export(tmp_path / name, [person], "shareable")

    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "Amara" in text
    assert not any(word in text for word in ("secret", "hidden", "do not contact"))


def test_an_export_that_fails_leaves_the_old_file(services: Services, tmp_path: Path) -> None:
    person = services.people.add(PersonDraft(name="Amara"))
    with pytest.raises(CannotWrite):
        services.transfer.export(tmp_path / "no folder" / "out.csv", [person])
    with pytest.raises(CannotWrite, match=r"\.csv, \.vcf or \.xlsx"):
        services.transfer.export(tmp_path / "out.doc", [person])


def test_a_file_that_cannot_be_read_says_so(services: Services, tmp_path: Path) -> None:
    plan = services.transfer.plan(tmp_path / "missing.csv")

    assert "missing.csv" in plan.error
    assert plan.decisions == []


def test_a_csv_row_is_kept_with_its_own_columns(services: Services, tmp_path: Path) -> None:
    _import(services, _write(tmp_path, "Connections.csv", LINKEDIN))

    query = "SELECT text FROM source_card ORDER BY id LIMIT 1"
    first = json.loads(str(services.store.connection().execute(query).get))
    assert first["Connected On"] == "05 Mar 2024"
