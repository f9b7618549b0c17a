"""The command line heeds what is set in the window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from infoview_gui.__main__ import main
from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.services.bundle import make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.settings_file import FILE_NAME
from infoview_gui.store.store import Store

Run = Callable[..., str]
CSV = "First Name,Last Name,Mobile Phone\nAmara,Okafor,030 9012345\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store(folder / "infoview.db")
    services = make_services(store, lambda: 1_800_000_000_000)
    phones = (ContactPoint("+49 30 9012345"),)
    person = services.people.add(PersonDraft(name="Amara Okafor", phones=phones))
    talk = services.conversations.schedule(ConversationDraft(people=(person,)))
    services.notes.save(talk, "! good\n- send", [1, 2]).result()
    store.close()
    return folder


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> str:
        main(["--data-dir", str(data), *map(str, words)])
        return capsys.readouterr().out

    return run


def _import(run: Run, tmp_path: Path) -> dict[str, object]:
    file = tmp_path / "people.csv"
    file.write_text(CSV, encoding="utf-8")
    (report,) = json.loads(run("import", file, "--json"))["files"]
    assert isinstance(report, dict)
    return report


def test_a_number_without_its_country_belongs_to_the_one_that_is_set(
    run: Run, data: Path, tmp_path: Path
) -> None:
    (data / FILE_NAME).write_text('country = "DE"\n', encoding="utf-8")
    assert _import(run, tmp_path)["unchanged"] == 1


def test_else_to_that_of_the_locale(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert _import(run, tmp_path)["unchanged"] == 1


def test_and_without_both_it_is_not_known(run: Run, tmp_path: Path) -> None:
    assert _import(run, tmp_path)["unchanged"] == 0


def test_a_mark_that_is_off_is_none(run: Run, data: Path) -> None:
    (data / FILE_NAME).write_text('marks_off = ["todo"]\n', encoding="utf-8")
    (talk,) = json.loads(run("conversations", "--json"))
    assert [line["mark"] for line in talk["lines"]] == ["!", None]


def test_a_damaged_file_is_left_for_the_window_to_speak_of(run: Run, data: Path) -> None:
    (data / FILE_NAME).write_text("no = = toml", encoding="utf-8")
    (talk,) = json.loads(run("conversations", "--json"))
    assert [line["mark"] for line in talk["lines"]] == ["!", "-"]
    assert (data / FILE_NAME).read_text(encoding="utf-8") == "no = = toml"
