"""What speaks against a message, as a table."""

import pytest

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.facts import Facts
from infoview_gui.practice.routine.warnings import WarningKind, warnings
from tests.practice.routine.book import (
    BEN,
    DAYS,
    FARAH,
    INES,
    KENJI,
    NADIA,
    NORTHGATE,
    PEOPLE,
    RUI,
    answered,
    at,
    held,
    planned,
    replace,
    sent,
)

ASKED = sent("first", INES, "2026-11-18 16:00")
SECOND = sent("second", INES, "2026-11-27")
FIRST = LetterKind.FIRST
CASES = [
    ("nothing speaks against it", {}, KENJI, FIRST, "2026-11-18", []),
    ("an answer may come", {}, KENJI, FIRST, "2026-11-20", [WarningKind.WAITING]),
    ("also for a note", {}, KENJI, LetterKind.NOTE, "2026-11-20", [WarningKind.WAITING]),
    ("until the third business day", {}, KENJI, FIRST, "2026-11-22 23:59", [WarningKind.WAITING]),
    ("not any more", {}, KENJI, FIRST, "2026-11-23 00:00", []),
    ("another employer", {}, BEN, FIRST, "2026-11-20", []),
    ("no employer", {}, FARAH, FIRST, "2026-11-20", []),
    ("she herself", {}, INES, LetterKind.SECOND, "2026-11-20", [WarningKind.WAITING]),
    ("thanks are always right", {}, KENJI, LetterKind.THANKS, "2026-11-20", []),
    ("news too", {}, KENJI, LetterKind.NEWS, "2026-11-20", []),
    ("answered", {"contacts": (answered(INES, "2026-11-19"),)}, KENJI, FIRST, "2026-11-20", []),
    (
        "a conversation is planned",
        {"talks": (planned(4, RUI, "2026-12-01 10:00"),), "messages": ()},
        KENJI,
        FIRST,
        "2026-11-20",
        [WarningKind.PLANNED],
    ),
    (
        "planned with that person",
        {"talks": (planned(4, KENJI, "2026-12-01 10:00"),), "messages": ()},
        KENJI,
        FIRST,
        "2026-11-20",
        [],
    ),
    (
        "it took place",
        {"talks": (held(4, RUI, "2026-11-19 10:00"),)},
        KENJI,
        FIRST,
        "2026-11-20",
        [],
    ),
    (
        "the routine proposes it although Kenji was asked yesterday",
        {"messages": (ASKED, sent("first", KENJI, "2026-11-26"))},
        INES,
        LetterKind.SECOND,
        "2026-11-27",
        [],
    ),
    (
        "but not yet",
        {"messages": (ASKED, sent("first", KENJI, "2026-11-25"))},
        INES,
        LetterKind.SECOND,
        "2026-11-26",
        [WarningKind.WAITING],
    ),
    (
        "a third message",
        {"messages": (ASKED, SECOND)},
        INES,
        LetterKind.SECOND,
        "2026-12-20",
        [WarningKind.THIRD_MESSAGE],
    ),
    (
        "a third after an answer is a first",
        {"messages": (ASKED, SECOND), "contacts": (answered(INES, "2026-12-01"),)},
        INES,
        FIRST,
        "2026-12-20",
        [],
    ),
    ("no contact wanted", {}, NADIA, FIRST, "2026-12-20", [WarningKind.DO_NOT_CONTACT]),
    ("not even thanks", {}, NADIA, LetterKind.THANKS, "2026-12-20", [WarningKind.DO_NOT_CONTACT]),
]


@pytest.mark.parametrize(
    ("more", "person_id", "kind", "day", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_warnings(
    more: dict[str, object],
    person_id: int,
    kind: LetterKind,
    day: str,
    expected: list[WarningKind],
) -> None:
    known = Facts(**{"people": PEOPLE, "messages": (ASKED,), **more})  # type: ignore[arg-type]
    if day == "2026-11-18":
        known = replace(known, messages=())
    found = warnings(known, person_id, kind, at(day), DAYS)
    assert [one.kind for one in found] == expected


def test_a_warning_says_who_and_until_when() -> None:
    known = Facts(people=PEOPLE, messages=(ASKED,))
    (found,) = warnings(known, KENJI, FIRST, at("2026-11-20"), DAYS)
    assert (found.person_id, found.at, found.employer_id) == (INES, ASKED.at, NORTHGATE)
    assert found.until == at("2026-11-23 00:00")
    known = Facts(people=PEOPLE, talks=(planned(4, RUI, "2026-12-01 10:00"),))
    (found,) = warnings(known, KENJI, FIRST, at("2026-11-20"), DAYS)
    assert (found.person_id, found.at) == (RUI, at("2026-12-01 10:00"))
    assert (found.conversation_id, found.employer_id) == (4, NORTHGATE)
