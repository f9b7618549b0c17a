from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from infoview_gui.interchange.safe_write import CannotWrite, replace_file


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _write_new(out: BinaryIO) -> None:
    out.write(b"new")


def _fail_late(out: BinaryIO) -> None:
    out.write(b"half")
    raise OSError(28, "No space left on device")


def test_the_file_is_replaced_and_private(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    replace_file(path, _write_new)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.csv"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(CannotWrite, match="no space left"):
        replace_file(path, _fail_late)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.csv"]


def test_any_other_error_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken(out: BinaryIO) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        replace_file(tmp_path / "a.csv", broken)
    assert names(tmp_path) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    with pytest.raises(CannotWrite, match="link"):
        replace_file(link, _write_new)
    assert target.read_bytes() == b"old"
    assert link.is_symlink()


@pytest.mark.parametrize("path", ["/dev/full", "/", "/nowhere/at/all/a.csv"])
def test_what_is_no_place_for_a_file(path: str) -> None:
    with pytest.raises(CannotWrite):
        replace_file(Path(path), _write_new)
