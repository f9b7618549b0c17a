"""The command line as a script sees it: exit status, JSON, one sentence instead of a traceback."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infoview_gui import __version__
from infoview_gui.__main__ import main
from infoview_gui.paths import find_paths
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.store.lock import Lock
from infoview_gui.store.store import Store
from tests.services.conftest import MINUTE, Clock

GOOD = (
    "First Name,Last Name,E-mail Address,Company,Job Title\nAmara,Okafor,a@x.example,North,Head\n"
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> tuple[int, str, str]:
        status = main(["--data-dir", str(data), *map(str, words)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _imported(run: Run, *files: Path) -> tuple[int, list[dict[str, Any]]]:
    status, out, _ = run("import", *files, "--json")
    return status, json.loads(out)["files"]


def _talk(data: Path) -> None:
    """A conversation of six minutes with a pause, notes before, during and after."""
    clock = Clock()
    store = Store(data / "infoview.db")
    services: Services = make_services(store, clock)
    person = services.people.add(PersonDraft(name="Amara Okafor", company="Northwind"))
    talk = services.conversations.schedule(
        ConversationDraft(
            people=(person,),
            starts_at=clock.now,
            zone="America/New_York",
            link="https://meet.example/x",
            goal="what a newcomer needs",
        )
    )
    prep = clock.now - MINUTE
    services.talking.start(talk)
    clock.forward(1)
    first = clock.now
    services.talking.pause(talk)
    clock.forward(10)
    services.talking.resume(talk)
    clock.forward(1)
    second = clock.now
    services.talking.end(talk)
    clock.forward(1)
    text = "prepared\nTeam of 14\n! Regulators ask\nafterwards"
    services.notes.save(talk, text, [prep, first, second - 1, clock.now]).result()
    services.conversations.thank(talk)
    store.close()


def test_all_taken_is_0(run: Run, tmp_path: Path) -> None:
    status, (report,) = _imported(run, _file(tmp_path, "a.csv", GOOD))

    assert status == 0
    assert (report["read"], report["new"], report["error"]) == (1, 1, None)
    assert set(report) == {
        "path", "format", "read", "new", "merged", "unchanged", "to_decide", "left_out", "error",
    }  # fmt: skip


def test_something_left_out_is_3_and_says_which_line(run: Run, tmp_path: Path) -> None:
    status, (report,) = _imported(run, _file(tmp_path, "a.csv", GOOD + ",,,,\n"))

    assert status == 3
    assert [left["line"] for left in report["left_out"]] == [3]


def test_one_of_several_unreadable_is_3_and_all_is_1(run: Run, tmp_path: Path) -> None:
    good, missing = _file(tmp_path, "a.csv", GOOD), tmp_path / "missing.csv"

    status, reports = _imported(run, good, missing)
    assert status == 3
    assert "missing.csv" in reports[1]["error"]

    status, _ = _imported(run, missing)
    assert status == 1
    status, out, err = run("import", missing)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_one_to_decide_is_3_and_not_written(run: Run, tmp_path: Path) -> None:
    _imported(run, _file(tmp_path, "a.csv", GOOD))
    alike = GOOD.replace("a@x.example", "").replace("Amara", "A.")

    status, (report,) = _imported(run, _file(tmp_path, "b.csv", alike))

    assert status == 3
    (doubt,) = report["to_decide"]
    assert doubt["like"] == "Amara Okafor"
    assert (doubt["line"], bool(doubt["reason"])) == (2, True)
    assert len(json.loads(run("people", "--json")[1])) == 1


def test_people_have_every_promised_key(run: Run, tmp_path: Path) -> None:
    _imported(run, _file(tmp_path, "a.csv", GOOD))

    (person,) = json.loads(run("people", "--json")[1])

    assert list(person) == [
        "id", "name", "first_name", "last_name", "company", "role", "emails", "phones", "links",
        "zone", "channel", "introduced_by", "stage", "tags", "note",
    ]  # fmt: skip
    assert person["emails"] == [{"value": "a@x.example", "label": None, "preferred": False}]
    assert person["zone"] is None


def test_conversations_tell_lines_and_events_in_talk_time(run: Run, data: Path) -> None:
    _talk(data)

    (talk,) = json.loads(run("conversations", "--json")[1])

    assert list(talk) == [
        "id", "people", "starts_at", "zone", "minutes", "status", "place", "link", "goal",
        "questions", "thanked_at", "note", "lines", "events",
    ]  # fmt: skip
    assert talk["starts_at"] == "2026-11-23T09:00:00-05:00"
    assert (talk["people"], talk["status"], talk["place"]) == (["Amara Okafor"], "done", None)
    assert [(line["phase"], line["elapsed_s"], line["mark"]) for line in talk["lines"]] == [
        ("prep", None, None),
        ("during", 60, None),
        ("during", 119, "!"),
        ("after", None, None),
    ]
    assert [event["kind"] for event in talk["events"]] == ["started", "paused", "resumed", "closed"]
    assert talk["questions"][0]["asked_s"] is None
    assert talk["thanked_at"].endswith("-05:00")


def test_an_export_takes_a_filter_and_a_preset(run: Run, tmp_path: Path) -> None:
    more = GOOD + "Ben,Ito,b@x.example,South,Analyst\n"
    _imported(run, _file(tmp_path, "a.csv", more))
    out = tmp_path / "out.vcf"

    status, said, _ = run("export", out, "--filter", "south", "--preset", "shareable")

    assert status == 0
    assert "1 person" in said
    assert "FN:Ben Ito" in out.read_text(encoding="utf-8")
    assert run("export", tmp_path / "out.doc")[0] == 1


def test_backup_and_restore_bring_back_exactly_what_was(
    run: Run, tmp_path: Path, data: Path
) -> None:
    _imported(run, _file(tmp_path, "a.csv", GOOD))
    before = run("people", "--json")[1]
    assert run("backup", tmp_path / "b.db")[0] == 0
    _imported(run, _file(tmp_path, "b.csv", GOOD.replace("Amara", "Ben").replace("a@", "b@")))

    status, said, _ = run("restore", tmp_path / "b.db")

    assert (status, "1 person" in said) == (0, True)
    assert run("people", "--json")[1] == before
    assert len(list((data / "backups").glob("before-restore-*.db"))) == 1
    assert run("check")[:1] == (0,)


def test_restoring_is_refused_while_a_window_is_open(run: Run, tmp_path: Path, data: Path) -> None:
    run("people")
    run("backup", tmp_path / "b.db")
    window = Lock(data)
    window.take()

    status, _, err = run("restore", tmp_path / "b.db")

    window.release()
    assert status == 1
    assert "open" in err


@pytest.mark.parametrize("content", [b"junk", b"SQLite format 3\0" + b"\xff" * 5000])
@pytest.mark.parametrize("command", ["people", "conversations", "check", "export", "import"])
def test_a_damaged_database_is_one_sentence_and_stays_as_it_is(
    run: Run, tmp_path: Path, data: Path, command: str, content: bytes
) -> None:
    data.mkdir()
    (data / "infoview.db").write_bytes(content)
    words = {"export": [tmp_path / "o.csv"], "import": [_file(tmp_path, "a.csv", GOOD)]}

    status, out, err = run(command, *words.get(command, []))

    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert (data / "infoview.db").read_bytes() == content


def test_checking_says_when_a_cached_stage_is_wrong(run: Run, tmp_path: Path, data: Path) -> None:
    _imported(run, _file(tmp_path, "a.csv", GOOD))
    assert run("check")[0] == 0
    store = Store(data / "infoview.db")
    store.change("Break", lambda: store.connection().execute("UPDATE person SET stage = 'asked'"))
    store.close()

    status, _, err = run("check")

    assert status == 1
    assert "person 1" in err


@pytest.mark.parametrize("words", [["--version"], ["import", "--help"], ["--help"]])
def test_help_and_version_are_words_on_stdout(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "infoview-gui" in out
    if words == ["--version"]:
        assert __version__ in out


def test_a_word_that_is_neither_command_nor_file_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bogus"])

    assert ended.value.code == 2
    assert "neither a command nor a file" in capsys.readouterr().err


def test_a_file_that_is_no_backup_is_not_restored(run: Run, tmp_path: Path) -> None:
    run("people")
    (tmp_path / "junk.db").write_bytes(b"junk")

    status, _, err = run("restore", tmp_path / "junk.db")

    assert (status, err.count("\n")) == (1, 1)
    assert "no backup" in err


def test_nothing_of_qt_is_loaded_without_a_window(tmp_path: Path) -> None:
    program = (
        "import sys; from infoview_gui.__main__ import main; "
        f"main(['--data-dir', {str(tmp_path)!r}, 'people', '--json']); "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, b"[]")


def test_without_a_display_the_window_says_so_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    done = subprocess.run(
        [sys.executable, "-m", "infoview_gui", "--data-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 1
    assert "needs a screen" in done.stderr
    assert "Traceback" not in done.stderr


def _calendar(folder: Path) -> Path:
    return _file(
        folder,
        "home.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Dentist\nDTSTART:20261125T120000Z\nEND:VEVENT\n"
        "BEGIN:VEVENT\nSUMMARY:No time\nEND:VEVENT\nEND:VCALENDAR\n",
    )


def test_a_calendar_is_shown_beside_ours_and_adds_nobody(
    run: Run, data: Path, tmp_path: Path
) -> None:
    status, files = _imported(run, _calendar(tmp_path))

    assert status == 3
    assert files[0]["format"] == "icalendar"
    assert files[0]["events"] == 1
    assert files[0]["left_out"] == [{"line": 6, "reason": "it has no time"}]
    assert json.loads(run("people", "--json")[1]) == []
    shown = SettingsFile(find_paths(data).config / FILE_NAME).load().settings.calendars
    assert [one.path for one in shown] == [str(tmp_path / "home.ics")]


def test_a_calendar_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    status, _, err = run("import", tmp_path / "none.ics")

    assert status == 1
    assert err.count("\n") == 1
    assert "none.ics" in err


def test_conversations_are_exported_as_a_calendar_and_the_filter_is_respected(
    run: Run, data: Path, tmp_path: Path
) -> None:
    _talk(data)
    out = tmp_path / "out.ics"

    assert run("export", out, "--preset", "shareable")[0] == 0
    text = out.read_text(encoding="utf-8")
    assert "SUMMARY:Conversation with Amara Okafor" in text
    assert "what a newcomer needs" not in text
    assert run("export", out, "--filter", "amara")[0] == 0
    assert "what a newcomer needs" in out.read_text(encoding="utf-8")
    status, _, err = run("export", out, "--filter", "nobody of this name")
    assert status == 1
    assert "Nothing was written" in err
