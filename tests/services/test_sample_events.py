"""The events of the sample: one behind at which two people were met, one ahead, an appointment."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from infoview_gui.services import reading, sample
from infoview_gui.services.bundle import make_services
from infoview_gui.services.engagement_reading import all_engagement_ids, engagements
from infoview_gui.services.engagement_records import APPOINTMENT, NETWORKING
from infoview_gui.services.sample_events import read_events
from infoview_gui.store.store import Store


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 28), date(2027, 1, 4)])
def test_two_were_met_at_lunch_and_something_is_ahead(tmp_path: Path, day: date) -> None:
    now = round(datetime(day.year, day.month, day.day, 13, 48, tzinfo=UTC).timestamp() * 1000)
    store = Store(tmp_path / "sample.db")
    try:
        services = make_services(store, lambda: now)
        sample.fill(services, day, "Europe/Lisbon")
        rows = engagements(all_engagement_ids())
        assert [row.kind for row in rows] == [NETWORKING, NETWORKING, APPOINTMENT]
        behind, ahead, own = rows
        assert [person.name for person in behind.people] == ["Anders Berg", "Håkon Strøm"]
        assert behind.ends_at < now < (ahead.starts_at or 0) < (own.starts_at or 0)
        for person in behind.people:
            kinds = [item.kind for item in reading.timeline(person.id)]
            assert "met" in kinds
    finally:
        store.close()


def test_an_unknown_key_is_a_bug_in_the_file(tmp_path: Path) -> None:
    text = '[[event]]\nkind = "networking"\ntitle = "x"\nday = 1\ntime = "9:00"\nwhere = "?"\n'
    (tmp_path / "events.toml").write_text(text, "utf-8")
    with pytest.raises(TypeError):
        read_events(tmp_path)
