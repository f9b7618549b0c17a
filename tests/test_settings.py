"""The settings as value and file: nothing is lost, nothing foreign harmed, no garbage fatal."""

import stat
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import astuple
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.interchange.toml_write import toml_text
from infoview_gui.practice.marks import MarkKind, enabled_marks
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.settings import (
    MARKS,
    RULES,
    THEMES,
    Holiday,
    Settings,
    checked,
    country_of_locale,
    read,
    written,
)

_TEXT = st.text(max_size=40)
_DAYS = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)
_HOLIDAYS = st.lists(st.builds(lambda days, words: Holiday(*days, words), _DAYS, _TEXT), max_size=4)
SETTINGS = st.builds(
    Settings,
    name=_TEXT,
    city=_TEXT,
    zone=st.sampled_from(["", *sorted(available_timezones())[::40]]),
    country=st.sampled_from(["", "DE", "PT", "GB"]),
    holidays=_HOLIDAYS.map(lambda days: tuple(sorted(days, key=astuple))),
    default_minutes=st.integers(5, 180),
    marks_off=st.frozensets(st.sampled_from(MARKS)),
    theme=st.sampled_from(THEMES),
    daily_backups=st.booleans(),
    backup_folder=st.sampled_from(["", "/", '/mnt/a "b" \\ c/d\'e', "/Ünïcode/\t\n"]),
)
_LEAVES = st.one_of(
    st.text(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC)),
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)
_FILES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


@given(st.dictionaries(st.text(), _VALUES, max_size=5))
def test_toml_comes_back_as_it_was(values: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(values)) == values


@given(SETTINGS)
def test_settings_come_back_as_they_were(chosen: Settings) -> None:
    values = {name: written(chosen, name) for name in RULES}
    text = toml_text({name: value for name, value in values.items() if value is not None})
    assert read(tomllib.loads(text)) == (chosen, {})


@_FILES
@given(before=SETTINGS, after=SETTINGS, strange=st.dictionaries(st.text(), _VALUES, max_size=3))
def test_a_file_holds_what_was_saved_last_and_what_it_does_not_know(
    tmp_path: Path, before: Settings, after: Settings, strange: dict[str, object]
) -> None:
    strange = {key: value for key, value in strange.items() if key not in RULES}
    path = tmp_path / FILE_NAME
    path.write_text(toml_text(strange), encoding="utf-8")
    SettingsFile(path).save(before, RULES)
    SettingsFile(path).save(after, RULES)

    loaded = SettingsFile(path).load()
    assert (loaded.settings, loaded.wrong, loaded.damaged) == (after, {}, "")
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {key: value for key, value in kept.items() if key not in RULES} == strange


@_FILES
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_garbage_never_stops_a_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    loaded = SettingsFile(path).load()
    assert isinstance(loaded.settings, Settings)
    assert path.read_bytes() == content


@given(st.dictionaries(st.sampled_from(sorted(RULES)), _VALUES))
def test_a_value_without_sense_is_as_by_default_and_named(values: dict[str, Any]) -> None:
    chosen, wrong = read(values)
    for name in RULES:
        if name in wrong:
            assert wrong[name].endswith(".")
            assert getattr(chosen, name) == getattr(Settings(), name)
    assert wrong.keys() <= values.keys()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", 7),
        ("name", "x" * 2001),
        ("zone", "Atlantis/Port"),
        ("zone", "../../etc/passwd"),
        ("zone", "Europe"),
        ("country", "Germany"),
        ("country", "de"),
        ("spelling", "English"),
        ("spelling", "../de_DE"),
        ("default_minutes", 4),
        ("default_minutes", 181),
        ("default_minutes", True),
        ("default_minutes", 15.0),
        ("default_minutes", "15"),
        ("marks_off", "todo"),
        ("marks_off", ["todo", "smile"]),
        ("marks_off", [["todo"]]),
        ("theme", "sepia"),
        ("theme", ["dark"]),
        ("daily_backups", 1),
        ("backup_folder", "here"),
        ("backup_folder", "/a\0b"),
        ("holidays", date(2026, 12, 24)),
        ("holidays", [date(2026, 12, 24)]),
        ("holidays", [{"last": date(2026, 12, 24)}]),
        ("holidays", [{"first": datetime(2026, 12, 24, 8, 0, tzinfo=UTC)}]),
        ("holidays", [{"first": date(2026, 12, 24), "last": date(2026, 12, 23)}]),
        ("holidays", [{"first": date(2026, 12, 24), "words": 1}]),
    ],
)
def test_what_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        checked(name, value)


def test_a_holiday_of_one_day_needs_that_day_only() -> None:
    chosen, wrong = read({"holidays": [{"first": date(2026, 12, 24)}]})
    assert not wrong
    (holiday,) = chosen.holidays
    days = [date(2026, 12, 23) + timedelta(days=n) for n in range(3)]
    assert [holiday.holds(day) for day in days] == [False, True, False]


def test_the_names_of_the_marks_are_those_of_the_practice() -> None:
    assert set(MARKS) == {kind.value for kind in MarkKind}
    assert enabled_marks(frozenset({"todo"})) == frozenset(MarkKind) - {MarkKind.TODO}


@pytest.mark.parametrize(
    ("locale", "country"),
    [("de_DE.UTF-8", "DE"), ("pt-BR", "BR"), ("zh_Hant_TW@x", "TW"), ("C.UTF-8", ""), ("en", "")],
)
def test_the_country_of_a_locale(locale: str, country: str) -> None:
    assert country_of_locale(locale) == country


def test_without_a_file_all_is_as_by_default_and_nothing_is_made(file: Path) -> None:
    loaded = SettingsFile(file).load()
    assert (loaded.settings, loaded.wrong, loaded.damaged) == (Settings(), {}, "")
    assert not file.exists()


def test_only_what_differs_is_in_the_file_which_others_cannot_read(file: Path) -> None:
    kept = SettingsFile(file)
    kept.save(Settings(name="Nadia", theme="dark"), {"name", "theme", "city"})
    assert _values(file) == {"name": "Nadia", "theme": "dark"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    kept.save(Settings(name="Nadia"), {"theme"})
    assert _values(file) == {"name": "Nadia"}


def test_what_was_written_by_hand_meanwhile_stays(file: Path) -> None:
    kept = SettingsFile(file)
    kept.save(Settings(name="Nadia"), {"name"})
    file.write_text('name = "Nadia"\ncity = "Kraków"\n[future]\nx = 1\n', encoding="utf-8")
    kept.save(Settings(name="Nadia", theme="dark"), {"theme"})
    assert _values(file) == {
        "name": "Nadia",
        "city": "Kraków",
        "theme": "dark",
        "future": {"x": 1},
    }


def test_damaged_files_are_set_aside_each_under_a_name_of_its_own(file: Path) -> None:
    kept = SettingsFile(file)
    names = ("settings.toml.bad", "settings.toml.bad-2", "settings.toml.bad-3")
    for number, name in enumerate(names):
        file.write_text(f"what {number}", encoding="utf-8")
        assert kept.load().damaged
        assert kept.set_aside() == file.with_name(name)
    assert not file.exists()
    assert [file.with_name(name).read_text(encoding="utf-8") for name in names] == [
        "what 0",
        "what 1",
        "what 2",
    ]


def test_a_sound_file_is_never_set_aside(file: Path) -> None:
    file.write_text("theme = 'dark'", encoding="utf-8")
    assert SettingsFile(file).set_aside() is None
    assert file.exists()


def test_saving_over_a_damaged_file_sets_it_aside(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    SettingsFile(file).save(Settings(city="Porto"), {"city"})
    assert _values(file) == {"city": "Porto"}
    assert file.with_name("settings.toml.bad").read_bytes() == b"\xff\xfe"


@pytest.mark.parametrize("content", [b"x = " + b"[" * 100_000, b"#" * 1_000_001, b"x = 1\nx = 2"])
def test_what_would_choke_a_reader_is_damaged(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert SettingsFile(file).load().damaged


def test_a_folder_in_its_place_is_set_aside_too(file: Path) -> None:
    file.mkdir()
    kept = SettingsFile(file)
    assert kept.load().damaged
    assert kept.set_aside() == file.with_name("settings.toml.bad")
    kept.save(Settings(name="Nadia"), {"name"})
    assert _values(file) == {"name": "Nadia"}


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(CannotWrite, match=r"settings\.toml"):
        SettingsFile(blocked / FILE_NAME).save(Settings(name="Nadia"), {"name"})


def test_a_start_without_settings_loads_no_reader(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert SettingsFile(file).load().settings == Settings()
    file.touch()
    with pytest.raises(ImportError):
        SettingsFile(file).load()


def test_toml_holds_no_none() -> None:
    with pytest.raises(TypeError):
        toml_text({"a": None})


def test_times_are_written_too() -> None:
    assert tomllib.loads(toml_text({"at": time(8, 30)})) == {"at": time(8, 30)}


def _values(path: Path) -> Mapping[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
