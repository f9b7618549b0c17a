"""What is due, as a table: facts, a day, rows."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from infoview_gui.practice.follow_ups import Status, Talk
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.routine.due import outlook
from infoview_gui.practice.routine.facts import Advice, Facts, Keep, Settled, TaskFacts
from infoview_gui.practice.routine.rows import Action, DueKind, Level
from infoview_gui.practice.routine.settled import later_days
from infoview_gui.practice.stages import Stage
from infoview_gui.practice.workdays import Workdays
from tests.practice.routine.book import (
    BEN,
    DAYS,
    FARAH,
    INES,
    KENJI,
    LENA,
    NADIA,
    NORTHGATE,
    PEOPLE,
    RUI,
    answered,
    at,
    held,
    on,
    planned,
    replace,
    said,
    sent,
    spoke,
    with_person,
)

ASKED = sent("first", INES, "2026-11-18 16:00", 1)  # a Wednesday
NEXT = "next person: Inês → Lena, Rui, Kenji (soon)"
SECOND = "second: Inês (soon)"
HOUR = 3_600_000


def facts(*messages: object, **more: object) -> Facts:
    return Facts(**{"people": PEOPLE, "messages": messages, **more})  # type: ignore[arg-type]


SILENCES = [
    ("not yet", [ASKED], "2026-11-20", []),
    ("the third business day", [ASKED], "2026-11-23 00:00", [NEXT]),
    ("the seventh", [ASKED], "2026-11-27 00:00", [NEXT, SECOND]),
    ("the day before the seventh", [ASKED], "2026-11-26 23:59", [NEXT]),
    ("days later", [ASKED], "2027-01-15", [NEXT, SECOND]),
    ("the second was sent", [ASKED, sent("second", INES, "2026-11-27")], "2026-12-01", []),
    (
        "the second was not answered either",
        [ASKED, sent("second", INES, "2026-11-27")],
        "2026-12-02",
        [NEXT],
    ),
    (
        "the next person was asked",
        [ASKED, sent("first", LENA, "2026-11-23")],
        "2026-11-25",
        [],
    ),
    (
        "nor do they answer",
        [ASKED, sent("first", LENA, "2026-11-23")],
        "2026-11-26",
        ["next person: Lena → Rui, Kenji (soon)"],
    ),
    (
        "only the first is reminded",
        [ASKED, sent("first", LENA, "2026-11-23")],
        "2026-12-18",
        ["next person: Lena → Rui, Kenji (soon)", SECOND],
    ),
    (
        "nobody is left",
        [
            ASKED,
            *(sent("first", who, "2026-11-23 09:00") for who in (LENA, RUI)),
            sent("first", KENJI, "2026-11-23"),
        ],
        "2026-11-26",
        ["next person: Kenji → nobody (soon)"],
    ),
    (
        "a note counts as a first message",
        [replace(ASKED, kind=LetterKind.NOTE)],
        "2026-11-23",
        [NEXT],
    ),
    (
        "a message and a note are two",
        [ASKED, sent("note", INES, "2026-11-19")],
        "2026-11-30",
        [NEXT],
    ),
    ("sent on a Saturday", [sent("first", INES, "2026-11-21")], "2026-11-24", []),
    ("sent on a Saturday, Wednesday", [sent("first", INES, "2026-11-21")], "2026-11-25", [NEXT]),
    # Tuesday 8 December is a holiday.
    ("over a holiday", [sent("first", INES, "2026-12-04")], "2026-12-09", []),
    ("over a holiday, then", [sent("first", INES, "2026-12-04")], "2026-12-10", [NEXT]),
    ("over the change of clocks", [sent("first", INES, "2026-10-23")], "2026-10-28 00:00", [NEXT]),
    ("over a leap day", [sent("first", INES, "2028-02-25")], "2028-03-01 00:00", [NEXT]),
    ("before it", [sent("first", INES, "2028-02-25")], "2028-02-29 23:59", []),
    ("without an employer", [sent("first", FARAH, "2026-11-18")], "2026-11-25", []),
    (
        "without an employer, the second",
        [sent("first", FARAH, "2026-11-18")],
        "2026-11-27",
        ["second: Farah (soon)"],
    ),
    ("thanks wait for nothing", [sent("thanks", INES, "2026-11-18")], "2026-12-18", []),
    (
        "an introduction is asked of a friend",
        [sent("introduction", BEN, "2026-11-18")],
        "2026-12-18",
        [],
    ),
]


@pytest.mark.parametrize(
    ("messages", "day", "rows"), [case[1:] for case in SILENCES], ids=[case[0] for case in SILENCES]
)
def test_silence(messages: list[object], day: str, rows: list[str]) -> None:
    assert said(on(day, facts(*messages))) == rows


LATE = "2026-12-15"
ENDINGS = [
    ("answered", {"contacts": (answered(INES, "2026-11-19"),)}),
    ("answered by a colleague", {"contacts": (answered(NADIA, "2026-11-20"),)}),
    ("a conversation is planned", {"talks": (planned(1, INES, "2027-02-01 10:00"),)}),
    ("planned with a colleague", {"talks": (planned(1, KENJI, "2027-02-01 10:00"),)}),
    ("planned without a time", {"talks": (Talk(1, (INES,), None, 15, Status.PLANNED),)}),
    (
        "talked since",
        {"talks": (held(1, INES, "2026-11-20 10:00", thanked="2026-11-20"),)},
    ),
    ("put off by her", {"people": with_person(INES, stage=Stage.NOT_NOW)}),
    ("not to be contacted", {"people": with_person(INES, stage=Stage.DO_NOT_CONTACT)}),
]


@pytest.mark.parametrize("more", [case[1] for case in ENDINGS], ids=[case[0] for case in ENDINGS])
def test_the_waiting_ends(more: dict[str, object]) -> None:
    assert said(on(LATE, facts(ASKED))) == [NEXT, SECOND]
    assert said(on(LATE, facts(ASKED, **more))) == []


@pytest.mark.parametrize(
    "more",
    [
        {"contacts": (answered(INES, "2026-11-17"),)},
        {"contacts": (answered(BEN, "2026-11-19"),)},
        {"contacts": (spoke(INES, "2026-11-19"),)},
        {"talks": (replace(planned(1, INES, "2026-11-25 10:00"), status=Status.CANCELLED),)},
        {"talks": (replace(planned(1, INES, "2026-11-25 10:00"), status=Status.PROPOSED),)},
        {"talks": (held(1, INES, "2026-11-17 10:00", thanked="2026-11-17"),)},
    ],
)
def test_the_waiting_goes_on(more: dict[str, object]) -> None:
    assert said(on(LATE, facts(ASKED, **more))) == [NEXT, SECOND]


def test_a_new_round_begins_after_an_answer() -> None:
    again = sent("first", KENJI, "2026-12-01")
    rows = on("2026-12-11", facts(ASKED, again, contacts=(answered(INES, "2026-11-25"),)))
    assert said(rows) == ["next person: Kenji → Lena, Rui (soon)", "second: Kenji (soon)"]


def test_the_facts_behind_a_silence() -> None:
    row = on("2026-11-23", facts(ASKED))[0]
    assert (row.since, row.business_days, row.employer_id) == (ASKED.at, 3, NORTHGATE)
    assert (row.due_day, row.due_at) == (date(2026, 11, 23), at("2026-11-23 00:00"))
    assert (row.action, row.letter) == (Action.WRITE, LetterKind.FIRST)
    alone = facts(ASKED, people=PEOPLE[:1])
    assert on("2026-11-23", alone)[0].action is Action.ADD_PERSON


def test_who_is_next_is_ranked() -> None:
    people = with_person(KENJI, introduced_by=RUI)
    assert on("2026-11-23", facts(ASKED, people=people))[0].write_to == (LENA, KENJI, RUI)


def test_the_day_is_that_of_the_zone() -> None:
    """Late on Wednesday in California is Thursday in Vienna, where it is due a day later."""
    california = ZoneInfo("America/Los_Angeles")
    asked = replace(ASKED, at=at("2026-11-18 22:00", california))
    now = at("2026-11-23 09:00", california)
    there = [
        row.kind for row in outlook(facts(asked), now, Workdays(california)) if row.due_at <= now
    ]
    assert there == [DueKind.NEXT_PERSON]
    assert on("2026-11-23 18:00", facts(asked)) == []


def test_a_weekend_on_friday_and_saturday() -> None:
    days = Workdays(ZoneInfo("Asia/Riyadh"), weekend=frozenset({4, 5}))
    assert said(on("2026-11-22", facts(ASKED), days)) == []
    assert said(on("2026-11-23", facts(ASKED), days)) == [NEXT]


# -- thanks

DONE = held(2, INES, "2026-11-27 16:00")  # a Friday
END = at("2026-11-27 16:15")


@pytest.mark.parametrize(
    ("hours", "level"),
    [
        (0, Level.SOON),
        (23.99, Level.SOON),
        (24, Level.OVERDUE),
        (47.99, Level.OVERDUE),
        (48, Level.ESCALATED),
        (2000, Level.ESCALATED),
    ],
)
def test_thank_within_a_day_weekends_included(hours: float, level: Level) -> None:
    rows = outlook(facts(talks=(DONE,)), END + round(hours * HOUR), DAYS)
    assert [(row.kind, row.due_at, row.level) for row in rows] == [
        (DueKind.THANK, END + 24 * HOUR, level)
    ]


TWO = replace(DONE, person_ids=(INES, KENJI))


@pytest.mark.parametrize(
    ("talk", "messages", "rows"),
    [
        (replace(DONE, thanked_at=END + 1), [], []),
        (replace(DONE, thanks_waived_at=END + 1), [], []),
        (replace(DONE, starts_at=None, ended_at=None), [], []),
        (replace(DONE, status=Status.MISSED), [], []),
        (replace(DONE, status=Status.CANCELLED), [], []),
        (replace(DONE, status=Status.RUNNING, ended_at=None), [], []),
        (replace(DONE, status=Status.PROPOSED, ended_at=None), [], []),
        (replace(DONE, ended_at=None), [], ["thank: Inês (soon)"]),
        (DONE, [sent("thanks", INES, "2026-11-27 17:00")], []),
        (DONE, [sent("thanks", INES, "2026-11-27 10:00")], ["thank: Inês (soon)"]),
        (TWO, [], ["thank: Inês, Kenji (soon)"]),
        (TWO, [sent("thanks", INES, "2026-11-27 17:00")], ["thank: Kenji (soon)"]),
        (replace(DONE, person_ids=(NADIA,)), [], []),
        (replace(DONE, person_ids=(NADIA, INES)), [], ["thank: Inês (soon)"]),
    ],
)
def test_who_is_thanked(talk: Talk, messages: list[object], rows: list[str]) -> None:
    assert said(on("2026-11-27 18:00", facts(*messages, talks=(talk,)))) == rows


# -- around a conversation


def test_not_started_by_its_end_asks_what_became_of_it() -> None:
    known = facts(talks=(planned(1, INES, "2026-11-23 14:30", agreed="2026-11-23"),))
    assert on("2026-11-23 14:44", known) == []
    assert said(on("2026-11-23 14:45", known)) == ["finish: Inês → nobody (overdue)"]


@pytest.mark.parametrize(
    ("talk", "day", "rows"),
    [
        ("2026-11-26 10:00", "2026-11-24 23:59", []),
        ("2026-11-26 10:00", "2026-11-25 00:00", ["confirm: Inês (soon)"]),
        ("2026-11-26 10:00", "2026-11-26 09:59", ["confirm: Inês (overdue)"]),
        ("2026-11-26 10:00", "2026-11-26 10:00", []),
        ("2026-11-30 10:00", "2026-11-26 23:59", []),
        ("2026-11-30 10:00", "2026-11-27 00:00", ["confirm: Inês (soon)"]),  # a Monday: on Friday
        ("2026-11-30 10:00", "2026-11-29", ["confirm: Inês (soon)"]),
        ("2026-12-09 10:00", "2026-12-07 00:00", ["confirm: Inês (soon)"]),  # over a holiday
    ],
)
def test_confirm_the_day_before(talk: str, day: str, rows: list[str]) -> None:
    assert said(on(day, facts(talks=(planned(1, INES, talk),)))) == rows


def test_confirmed_or_just_agreed_needs_no_confirmation() -> None:
    talk = planned(1, INES, "2026-11-26 10:00")
    for settled in (
        replace(talk, confirmed_at=at("2026-11-24")),
        replace(talk, agreed_at=at("2026-11-25 09:00")),
        replace(talk, person_ids=(NADIA,)),
    ):
        assert on("2026-11-25", facts(talks=(settled,))) == []


def test_a_confirmation_of_an_earlier_time_does_not_count() -> None:
    moved = planned(1, INES, "2026-12-03 10:00")
    moved = replace(moved, confirmed_at=at("2026-11-25"))
    assert said(on("2026-12-02", facts(talks=(moved,)))) == ["confirm: Inês (soon)"]


def test_a_conversation_that_was_moved_is_confirmed_anew() -> None:
    talk = planned(1, INES, "2026-11-26 10:00")
    row = on("2026-11-25", facts(talks=(talk,)))[0]
    done = Settled(*row.key, done_at=at("2026-11-25"))
    moved = replace(talk, starts_at=at("2026-11-27 10:00"))
    assert on("2026-11-25 13:00", facts(talks=(talk,), settled=(done,))) == []
    assert said(on("2026-11-26", facts(talks=(moved,), settled=(done,)))) == [
        "confirm: Inês (soon)"
    ]


INTRODUCED = held(3, LENA, "2026-11-20 10:00", thanked="2026-11-20")


@pytest.mark.parametrize(
    ("more", "day", "rows"),
    [
        ({}, "2026-11-20", ["report: Ben (later)"]),
        ({}, "2026-11-23", ["report: Ben (soon)"]),
        ({"messages": (sent("report", BEN, "2026-11-20 17:00"),)}, "2026-11-23", []),
        ({"messages": (sent("report", BEN, "2026-11-19"),)}, "2026-11-23", ["report: Ben (soon)"]),
        (
            {"messages": (replace(sent("report", BEN, "2026-11-20 17:00"), about_id=KENJI),)},
            "2026-11-23",
            ["report: Ben (soon)"],
        ),
        ({"people": with_person(BEN, stage=Stage.DO_NOT_CONTACT)}, "2026-11-23", []),
        ({"talks": (replace(INTRODUCED, status=Status.MISSED),)}, "2026-11-23", []),
    ],
)
def test_the_introducer_is_told(more: dict[str, object], day: str, rows: list[str]) -> None:
    known = facts(**{"talks": (INTRODUCED,), **more})
    assert said(on(day, known)) == rows
    assert all(row.about_ids == (LENA,) for row in on(day, known))


def test_an_introducer_who_was_there_needs_no_news_of_it() -> None:
    together = replace(INTRODUCED, person_ids=(LENA, BEN))
    assert on("2026-11-23", facts(talks=(together,))) == []


# -- one letter to one person

TWO_KNOWN_BY_BEN = tuple(
    replace(one, introduced_by=BEN) if one.id == KENJI else one for one in PEOPLE
)
SECOND_INTRODUCED = held(4, KENJI, "2026-11-18 10:00", thanked="2026-11-18")
BOTH = facts(people=TWO_KNOWN_BY_BEN, talks=(INTRODUCED, SECOND_INTRODUCED))


def test_who_made_several_introductions_is_told_of_all_at_once() -> None:
    (row,) = on("2026-11-23", BOTH)
    assert said([row]) == ["report: Ben (soon)"]
    assert row.about_ids == (KENJI, LENA)  # in the order in which one talked with them
    assert row.due_day == date(2026, 11, 19)
    told = sent("report", BEN, "2026-11-23")  # about nobody by name: about all
    assert on("2026-11-24", replace(BOTH, messages=(told,))) == []
    of_one = replace(told, about_id=KENJI)
    (rest,) = on("2026-11-24", replace(BOTH, messages=(of_one,)))
    assert rest.about_ids == (LENA,)


def test_what_is_told_together_is_settled_together() -> None:
    (row,) = on("2026-11-23", BOTH)
    done = tuple(Settled(*key, done_at=at("2026-11-23")) for key in row.keys)
    assert len(done) == 2
    assert on("2026-11-24", replace(BOTH, settled=done)) == []
    of_one = replace(BOTH, settled=done[:1])
    assert [one.about_ids for one in on("2026-11-24", of_one)] == [(LENA,)]
    later = tuple(Settled(*key, until=date(2026, 11, 30)) for key in row.keys)
    put_off = replace(BOTH, settled=later)
    assert on("2026-11-29", put_off) == []
    assert [one.about_ids for one in on("2026-11-30", put_off)] == [(KENJI, LENA)]


def test_advice_and_introductions_are_one_row_and_one_letter() -> None:
    advice = Advice(7, BEN, at("2026-11-10 11:00"))
    known = replace(BOTH, advice=(advice,))
    (row,) = on("2026-11-23", known)
    assert (row.kind, row.about_ids, row.with_advice) == (DueKind.REPORT, (KENJI, LENA), True)
    assert row.letter is LetterKind.INTRODUCER
    told = sent("report", BEN, "2026-11-23")
    assert on("2026-11-24", replace(known, messages=(told,))) == []
    too_early = replace(advice, at=at("2026-11-20 11:00"))
    fresh = replace(BOTH, advice=(too_early,), messages=(told,))
    assert said(on("2026-11-27", fresh)) == ["news: Ben (soon)"]


@pytest.mark.parametrize(
    ("day", "rows"),
    [("2026-12-23", ["report: Ben (soon)"]), ("2026-12-24", []), ("2027-11-23", [])],
)
def test_news_that_was_not_given_within_a_month_is_let_go(day: str, rows: list[str]) -> None:
    """Due on 23 November; who opens an old database is not met with years of it."""
    assert said(on(day, facts(talks=(INTRODUCED,)))) == rows


def test_old_advice_is_let_go_and_the_new_is_not() -> None:
    old, new = Advice(7, FARAH, at("2026-10-01")), Advice(8, FARAH, at("2026-11-10"))
    (row,) = on("2026-11-23", facts(advice=(old, new)))
    assert row.key == (DueKind.NEWS, 8, 0)
    assert on("2026-11-23", facts(advice=(old,))) == []
    (row,) = on("2026-11-23", facts(advice=(old, new)))
    done = Settled(*row.key, done_at=at("2026-11-23"))
    assert on("2026-11-24", facts(advice=(old, new), settled=(done,))) == []


def test_what_was_put_off_comes_back_on_its_day_however_old() -> None:
    known = facts(talks=(INTRODUCED,))
    (row,) = on("2026-12-20", known)
    later = replace(known, settled=(Settled(*row.key, until=date(2027, 1, 11)),))
    assert on("2027-01-10", later) == []
    assert said(on("2027-01-11", later)) == ["report: Ben (soon)"]


# -- promises, advice, keeping in touch


@pytest.mark.parametrize(
    ("day", "rows"),
    [
        ("2026-11-23", []),
        ("2026-11-24", ["task: Inês (later)"]),
        ("2026-11-27", ["task: Inês (soon)"]),
        ("2026-11-28", ["task: Inês (overdue)"]),
    ],
)
def test_a_promise_by_its_day(day: str, rows: list[str]) -> None:
    promise = TaskFacts(5, "send the notebook", date(2026, 11, 27), INES)
    assert said(on(day, facts(tasks=(promise,)))) == rows
    assert on(day, facts(tasks=(replace(promise, done_at=at("2026-11-23")),))) == []
    some_day = on(day, facts(tasks=(replace(promise, due=None),)))
    assert said(some_day) == ["task: Inês → nobody (some day)"]


def test_what_a_task_offers() -> None:
    task = TaskFacts(5, "read the report", date(2026, 11, 27))
    (row,) = on("2026-11-27", facts(tasks=(task,)))
    assert (row.action, row.text, row.letter) == (Action.DONE, "read the report", None)
    (row,) = on("2026-11-27", facts(tasks=(replace(task, person_id=NADIA),)))
    assert (row.action, row.write_to) == (Action.DONE, ())


ADVICE = Advice(7, FARAH, at("2026-11-17 11:00"))


@pytest.mark.parametrize(
    ("more", "day", "rows"),
    [
        ({}, "2026-11-20", []),
        ({}, "2026-11-21", ["news: Farah (later)"]),
        ({}, "2026-11-24", ["news: Farah (soon)"]),
        ({"advice": (replace(ADVICE, told_at=at("2026-11-20")),)}, "2026-11-24", []),
        ({"messages": (sent("news", FARAH, "2026-11-20"),)}, "2026-11-24", []),
        ({"talks": (held(9, FARAH, "2026-11-20 10:00", thanked="2026-11-20"),)}, "2026-11-24", []),
        ({"advice": (ADVICE, replace(ADVICE, id=8))}, "2026-11-24", ["news: Farah (soon)"]),
        ({"advice": (replace(ADVICE, person_id=NADIA),)}, "2026-11-24", []),
    ],
)
def test_what_became_of_the_advice(more: dict[str, object], day: str, rows: list[str]) -> None:
    assert said(on(day, facts(**{"advice": (ADVICE,), **more}))) == rows


@pytest.mark.parametrize(
    ("keep", "contact", "due_day"),
    [
        (Keep.MONTHLY, "2026-10-23", "2026-11-23"),
        (Keep.MONTHLY, "2027-01-31", "2027-02-28"),
        (Keep.MONTHLY, "2028-01-31", "2028-02-29"),
        (Keep.QUARTERLY, "2026-08-31", "2026-11-30"),
        (Keep.THREE_TIMES_A_YEAR, "2026-10-31", "2027-02-28"),
    ],
)
def test_keeping_in_touch_is_counted_from_the_last_contact(
    keep: Keep, contact: str, due_day: str
) -> None:
    people = with_person(FARAH, keep=keep)
    known = facts(people=people, contacts=(spoke(FARAH, contact),))
    (row,) = outlook(known, at(contact), DAYS)
    assert (row.kind, row.due_day.isoformat()) == (DueKind.KEEP, due_day)
    assert said(on(due_day, known)) == ["keep in touch: Farah (soon)"]


FRIEND = with_person(FARAH, keep=Keep.MONTHLY, keep_since=at("2026-09-01"))


@pytest.mark.parametrize(
    "more",
    [
        {"messages": (sent("news", FARAH, "2026-11-02"),)},
        {"contacts": (spoke(FARAH, "2026-11-02"),)},
        {"contacts": (answered(FARAH, "2026-11-02"),)},
        {"talks": (held(1, FARAH, "2026-11-02 10:00", thanked="2026-11-02"),)},
        {"talks": (planned(1, FARAH, "2026-12-20 10:00"),)},
        {"people": with_person(FARAH, keep=Keep.MONTHLY)},  # no contact, no choice: never
        {"people": with_person(FARAH, keep_since=at("2026-09-01"))},
        {"messages": (sent("first", FARAH, "2026-09-02"), sent("second", FARAH, "2026-09-15"))},
        {"advice": (replace(ADVICE, at=at("2026-11-22")),)},  # a letter to her is on its way
    ],
)
def test_any_contact_resets_it_and_one_letter_is_enough(more: dict[str, object]) -> None:
    assert said(on("2026-11-23", facts(people=FRIEND))) == ["keep in touch: Farah (soon)"]
    assert said(on("2026-11-23", facts(**{"people": FRIEND, **more}))) == []


# -- done and not now


def test_done_and_put_off() -> None:
    known = facts(ASKED)
    (row,) = on("2026-11-23", known)
    gone = replace(known, settled=(Settled(*row.key, done_at=at("2026-11-23")),))
    assert said(on("2026-12-23", gone)) == [SECOND]
    later = replace(known, settled=(Settled(*row.key, until=date(2026, 11, 26)),))
    assert on("2026-11-25 23:59", later) == []
    (again,) = on("2026-11-26 00:00", later)
    assert (again.due_day, again.level) == (date(2026, 11, 26), Level.SOON)


def test_kept_in_touch_by_telephone_comes_back_after_a_month() -> None:
    known = facts(people=FRIEND)
    (row,) = on("2026-11-23", known)
    ticked = replace(known, settled=(Settled(*row.key, done_at=at("2026-11-23")),))
    assert on("2026-11-24", ticked) == []
    assert said(on("2026-12-23", ticked)) == ["keep in touch: Farah (soon)"]


def test_a_late_letter_that_was_put_off_is_as_late_as_it_is() -> None:
    known = facts(talks=(DONE,))
    (row,) = on("2026-11-27 17:00", known)
    later = replace(known, settled=(Settled(*row.key, until=date(2026, 11, 30)),))
    assert on("2026-11-29", later) == []
    assert said(on("2026-11-30", later)) == ["thank: Inês (escalated)"]


def test_the_days_that_not_now_offers() -> None:
    wednesday, sunday = date(2026, 11, 25), date(2026, 11, 29)
    monday = date(2026, 11, 23)
    assert later_days(monday, DAYS) == {
        "Tomorrow": date(2026, 11, 24),
        "In 3 days": date(2026, 11, 26),
        "Next week": date(2026, 11, 30),
    }
    # In three days it is Saturday: the next business day is that of next week.
    assert later_days(wednesday, DAYS) == {
        "Tomorrow": date(2026, 11, 26),
        "Next week": date(2026, 11, 30),
    }
    # Tuesday 8 December is a holiday.
    assert later_days(date(2026, 12, 5), DAYS)["In 4 days"] == date(2026, 12, 9)
    assert later_days(sunday, DAYS)["Next week"] == date(2026, 11, 30)
    riyadh = Workdays(weekend=frozenset({4, 5}))
    assert later_days(wednesday, riyadh)["Next week"] == sunday


def test_the_order_is_that_of_the_picture() -> None:
    """Monday 23 November, as design/01-today.png has it: Kenji and Rui work elsewhere."""
    places = {KENJI: 8, RUI: 9}
    people = tuple(replace(one, employer_id=places.get(one.id, one.employer_id)) for one in PEOPLE)
    known = facts(
        ASKED,
        sent("first", RUI, "2026-11-12", 2),
        people=people,
        talks=(held(4, KENJI, "2026-11-23 10:00"),),
        advice=(replace(ADVICE, at=at("2026-11-19")),),
        settled=(Settled(DueKind.NEXT_PERSON, 2, 0, done_at=at("2026-11-17")),),
    )
    assert said(on("2026-11-23 13:48", known)) == [
        "thank: Kenji (soon)",
        "next person: Inês → Lena (soon)",
        "second: Rui (soon)",
        "news: Farah (later)",
    ]
