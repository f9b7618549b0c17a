"""Times that were proposed and are to be let go: for whom, from when on, and only once."""

import pytest

from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.routine.due import due
from infoview_gui.practice.routine.facts import Facts, Settled
from infoview_gui.practice.routine.rows import Due, DueKind
from tests.practice.routine.book import BEN, DAYS, INES, KENJI, PEOPLE, at


def _proposed(ident: int, person: int, when: str, offered: str) -> Talk:
    return Talk(ident, (person,), at(when), 15, Status.PROPOSED, offered_at=at(offered))


def _rows(talks: tuple[Talk, ...], now: str, settled: tuple[Settled, ...] = ()) -> list[Due]:
    found = due(Facts(people=PEOPLE, talks=talks, settled=settled), at(now), DAYS)
    return [row for row in found if row.kind is DueKind.OFFER]


FAR = _proposed(1, INES, "2026-12-15 10:00", "2026-11-23 10:00")
NEAR = _proposed(2, INES, "2026-11-25 10:00", "2026-11-23 10:00")


@pytest.mark.parametrize(
    ("talks", "now", "people"),
    [
        ((FAR,), "2026-11-30 09:59", []),
        ((FAR,), "2026-11-30 10:00", [INES]),
        ((NEAR,), "2026-11-25 09:59", []),
        ((NEAR,), "2026-11-25 10:00", [INES]),
        ((FAR, NEAR), "2026-11-30 10:00", [INES]),  # one row for all that were proposed to her
        ((FAR, _proposed(3, BEN, "2026-11-26 10:00", "2026-11-25")), "2026-12-01", [INES, BEN]),
        ((FAR, _proposed(3, KENJI, "2026-12-16 10:00", "2026-11-30")), "2026-12-01", [INES]),
    ],
)
def test_who_has_times_to_be_let_go(talks: tuple[Talk, ...], now: str, people: list[int]) -> None:
    assert sorted(row.person_ids[0] for row in _rows(talks, now)) == sorted(people)


def test_once_for_each_offer() -> None:
    row = _rows((FAR,), "2026-11-30 10:00")[0]
    said = Settled(row.kind, row.subject_id, row.cycle, done_at=at("2026-11-30 11:00"))
    assert _rows((FAR,), "2026-12-01", (said,)) == []
    later = _proposed(4, INES, "2026-12-20 10:00", "2026-12-02 10:00")
    assert len(_rows((FAR, later), "2026-12-09 10:00", (said,))) == 1
