"""The log says where the program failed and never what its user wrote."""

import platform
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui import logs
from infoview_gui.logs import Log

NAME = "Amara Okafor"


def _raise_about(name: str) -> None:
    raise ValueError(f"cannot store {name}")


def _caught(name: str) -> BaseException:
    try:
        try:
            _raise_about(name)
        except ValueError as error:
            note = f"Notes about {name}"
            raise KeyError(note) from error
    except KeyError as error:
        error.add_note(name)
        return error


def test_a_trace_says_where_but_not_what() -> None:
    text = logs.trace(_caught(NAME))

    assert "Amara" not in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert re.search(r"tests\.test_logs, line \d+, in _raise_about", text)
    assert text.index("ValueError") < text.index("KeyError")  # the cause first
    assert str(Path(__file__).parent) not in text  # a path holds the user's name


@given(st.text(min_size=3, alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9000)))
def test_no_text_of_an_error_is_in_its_trace(name: str) -> None:
    assert name not in logs.trace(_caught(name))


def test_an_error_within_itself_ends() -> None:
    one, two = ValueError(NAME), KeyError(NAME)
    one.__context__, two.__context__ = two, one

    assert logs.trace(one).count("Error") == 2


def test_a_deep_recursion_is_cut() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()

    lines = logs.trace(caught.value).splitlines()
    assert len(lines) < 60
    assert any("more" in line for line in lines)


def test_a_group_names_what_is_in_it() -> None:
    group = ExceptionGroup(NAME, [ValueError(NAME), OSError(NAME)])

    assert logs.trace(group).endswith("ExceptionGroup of ValueError, OSError")


@pytest.mark.parametrize(
    "message",
    [
        'QIODevice::write (QFile, "/home/amara/Amara Okafor.csv"): device not open',
        "Cannot open file '/home/amara/x.png', because: No such file",
        "libpng: bad /home/amara/Pictures/face.png",
        "QString::arg: Argument missing: Amara, Okafor",
        "C:\\Users\\Amara\\infoview.db is locked",
    ],
)
def test_messages_of_qt_lose_names_of_files(message: str) -> None:
    assert "amara" not in logs.without_private(message).lower()


def test_messages_of_qt_keep_what_helps() -> None:
    said = "QPainter::begin: Paint device returned engine == 0, type: 2\n"
    assert logs.without_private(said) == said.strip()


def test_only_the_user_can_read_the_log(tmp_path: Path) -> None:
    log = Log(tmp_path / "new" / "log")
    log.write("Infoview started")
    log.close()

    assert "Infoview started" in log.path.read_text("utf-8")
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_nothing_is_opened_before_there_is_something_to_write(tmp_path: Path) -> None:
    Log(tmp_path / "log").close()

    assert not (tmp_path / "log").exists()


def test_old_entries_give_way(tmp_path: Path) -> None:
    log = Log(tmp_path)
    for number in range(1000):
        log.write(f"{number} " + "x" * 1000)
    log.close()

    files = list(tmp_path.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= logs.MOST_BYTES for file in files)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert "999 " in log.path.read_text("utf-8")


def test_a_log_that_cannot_be_written_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file in the way")
    Log(tmp_path / "log").write("started")
    (tmp_path / logs.NAME).symlink_to(tmp_path / "elsewhere")
    log = Log(tmp_path)
    log.write("started")
    log.close()

    assert not (tmp_path / "elsewhere").exists()  # no link is followed
    assert capsys.readouterr() == ("", "")


def test_versions_name_no_machine() -> None:
    found = logs.versions(Qt="6.8")
    assert found["Qt"] == "6.8"
    assert platform.node() not in found.values()
