"""``infoview-gui guard`` as a script sees it: a line for each sentence, 3 when there are any."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from infoview_gui.__main__ import main

LETTER = (
    "Dear Ms. Mora,\r\n\r\nthank you for your time, e.g. for the book.\r\n"
    "I am not asking for a job. Could you\r\npass on my CV?\r\n\r\nPlease hire me!\r\n"
)
Capture = pytest.CaptureFixture[str]


def _letter(folder: Path, text: str | bytes = LETTER) -> Path:
    path = folder / "letter.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_each_sentence_has_a_line_with_its_number_and_the_reason(
    tmp_path: Path, capsys: Capture
) -> None:
    assert main(["guard", str(_letter(tmp_path))]) == 3
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("4: “Could you pass on my CV?” A résumé makes it an application.")
    assert second.startswith("7: “Please hire me!” This asks them to take you on.")


def test_nothing_marked_says_nothing(tmp_path: Path, capsys: Capture) -> None:
    assert main(["guard", str(_letter(tmp_path, "What do you like about your work?"))]) == 0
    assert main(["guard", str(_letter(tmp_path, ""))]) == 0
    assert capsys.readouterr() == ("", "")


def test_json(tmp_path: Path, capsys: Capture) -> None:
    assert main(["guard", "--json", str(_letter(tmp_path))]) == 3
    found = json.loads(capsys.readouterr().out)["marked"]
    assert [(one["line"], one["sentence"]) for one in found] == [
        (4, "Could you pass on my CV?"),
        (7, "Please hire me!"),
    ]
    assert all(one["reason"] and one["offer"] for one in found)
    assert main(["guard", "--json", str(_letter(tmp_path, "Hello."))]) == 0
    assert json.loads(capsys.readouterr().out) == {"marked": []}


@pytest.mark.parametrize("words", [[], ["-"]])
def test_standard_input(words: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
    assert main(["guard", *words]) == 3
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding(tmp_path: Path, capsys: Capture, encoding: str) -> None:
    text = "Grüße aus Köln.\nI’ve attached my résumé.".encode(encoding)
    assert main(["guard", str(_letter(tmp_path, text))]) == 3
    assert "2: “I’ve attached my résumé.”" in capsys.readouterr().out


def test_trouble_is_a_sentence(tmp_path: Path, capsys: Capture) -> None:
    for path in (tmp_path / "missing.txt", tmp_path, _letter(tmp_path, b"%PDF-1.7 hire me")):
        assert main(["guard", str(path)]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert "cannot be read: " in err


def test_in_a_pipe_without_a_database(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "infoview_gui", "--data-dir", str(tmp_path / "data"), "guard"]
    done = subprocess.run(program, input=LETTER.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (3, b"")
    assert not (tmp_path / "data").exists()
