"""What is typed and what is found: tables of what a person would expect."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.finding_days import read_days
from infoview_gui.services.finding_words import excerpt, lines_holding, spans, tidy
from infoview_gui.services.found import Found, FoundKind
from tests.services.conftest import Clock

ZONE = ZoneInfo("Europe/Berlin")
NOTES = """Team of 14, half came from weather science
! Regulators ask for probabilistic forecasts
~ hosting capacity: how much solar a feeder takes
Größe der Flotte: vierzig Züge
- send her the feeder notebook (due Friday)"""


def _at(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@dataclass
class Desk:
    services: Services
    people: dict[str, int]
    talk: int
    other: int

    def found(self, text: str, kind: FoundKind) -> list[Found]:
        groups = self.services.finding.find(text, ZONE)
        return [item for group in groups if group.kind is kind for item in group.items]

    def titles(self, text: str, kind: FoundKind) -> list[str]:
        return [item.title for item in self.found(text, kind)]


@pytest.fixture
def desk(services: Services) -> Desk:
    add = services.people.add
    people = {
        name: add(PersonDraft(name=name, company=company, role=role))
        for name, company, role in (
            ("Amara Okafor", "Northwind Energy", "Head of Grid Analytics"),
            ("Zoë Müller-Großmann", "Alpine Rail", "Timetable planner"),
            ("Ben Carter", "Northwind Energy", "Engineer"),
            ("Benedikta Amarant", "Harbour Trust", ""),
            ("田中太郎", "日本鉄道", ""),
            ("April Jones", "", ""),
        )
    }
    schedule = services.conversations.schedule
    talk = schedule(
        ConversationDraft(
            people=(people["Amara Okafor"],),
            starts_at=_at("2026-11-12 14:30"),
            goal="Is grid forecasting hiring?",
        )
    )
    other = schedule(
        ConversationDraft(
            people=(people["Zoë Müller-Großmann"],), starts_at=_at("2026-11-23 09:00")
        )
    )
    services.notes.save(talk, NOTES, [1] * 5).result()
    services.notes.index().result()
    services.person_notes.add(people["Ben Carter"], "Plays chess\nKnows the feeder people")
    services.finding.prepare()
    return Desk(services, people, talk, other)


@pytest.mark.parametrize(
    ("typed", "kind", "titles"),
    [
        ("am", FoundKind.PERSON, ["Amara Okafor", "Benedikta Amarant"]),
        ("amara", FoundKind.PERSON, ["Amara Okafor", "Benedikta Amarant"]),
        ("okafor am", FoundKind.PERSON, ["Amara Okafor"]),
        ("MULLER", FoundKind.PERSON, ["Zoë Müller-Großmann"]),
        ("zoe", FoundKind.PERSON, ["Zoë Müller-Großmann"]),
        ("田中", FoundKind.PERSON, ["田中太郎"]),
        ("太郎", FoundKind.PERSON, ["田中太郎"]),
        ("northwind", FoundKind.EMPLOYER, ["Northwind Energy"]),
        ("energy", FoundKind.EMPLOYER, ["Northwind Energy"]),
        ("okaf", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("forecasting", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("12 nov", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("nov 12", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("2026-11-12", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("12.11.", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("amara 12 nov", FoundKind.CONVERSATION, ["Amara Okafor"]),
        ("zoe 12 nov", FoundKind.CONVERSATION, []),
        ("today", FoundKind.CONVERSATION, ["Zoë Müller-Großmann"]),
        ("november", FoundKind.CONVERSATION, ["Amara Okafor", "Zoë Müller-Großmann"]),
        ("probab", FoundKind.LINE, ["! Regulators ask for probabilistic forecasts"]),
        ("forecasts regulators", FoundKind.LINE, ["! Regulators ask for probabilistic forecasts"]),
        ("große", FoundKind.LINE, ["Größe der Flotte: vierzig Züge"]),
        ("größ", FoundKind.LINE, ["Größe der Flotte: vierzig Züge"]),
        ("zuge", FoundKind.LINE, ["Größe der Flotte: vierzig Züge"]),
        ("robabil", FoundKind.LINE, []),
        ("hosting", FoundKind.TERM, ["hosting capacity: how much solar a feeder takes"]),
        ("solar", FoundKind.TERM, ["hosting capacity: how much solar a feeder takes"]),
        ("hosting", FoundKind.LINE, []),
        ("chess", FoundKind.ABOUT, ["Plays chess"]),
        ("FEEDER", FoundKind.ABOUT, ["Knows the feeder people"]),
        ("", FoundKind.PERSON, []),
        ("   ", FoundKind.PERSON, []),
        ('" OR *', FoundKind.PERSON, []),
    ],
)
def test_what_is_typed_is_found(desk: Desk, typed: str, kind: FoundKind, titles: list[str]) -> None:
    assert desk.titles(typed, kind) == titles


def test_a_line_knows_its_place(desk: Desk) -> None:
    (line,) = desk.found("notebook", FoundKind.LINE)
    (term,) = desk.found("hosting", FoundKind.TERM)
    (about,) = desk.found("chess", FoundKind.ABOUT)

    assert (line.id, line.line, line.detail) == (desk.talk, 4, "Amara Okafor")
    assert (term.id, term.line, term.at) == (desk.talk, 2, _at("2026-11-12 14:30"))
    assert (about.id, about.detail) == (desk.people["Ben Carter"], "Ben Carter")


def test_whom_one_talks_to_comes_before_whom_one_imported(desk: Desk) -> None:
    for number in range(9):
        desk.services.people.add(PersonDraft(name=f"Ben Aaron{number}"))
    desk.services.people.set_stage([desk.people["Ben Carter"]], Stage.ANSWERED)

    found = desk.services.finding.find("ben", ZONE)[0]

    assert found.items[0].title == "Ben Carter"
    assert len(found.items) == 6
    assert found.more
    every = desk.services.finding.find_kind(FoundKind.PERSON, "ben", ZONE, 50)
    assert len(every.items) == 11
    assert not every.more


def test_the_best_group_comes_first(desk: Desk) -> None:
    kinds = [group.kind for group in desk.services.finding.find("hosting", ZONE)]
    assert kinds[0] is FoundKind.TERM
    kinds = [group.kind for group in desk.services.finding.find("northwind", ZONE)]
    assert kinds[0] is FoundKind.EMPLOYER


def test_words_that_are_gone_are_not_found(desk: Desk, clock: Clock) -> None:
    clock.forward(1)
    desk.services.notes.save(desk.talk, "Something else", [1]).result()
    assert desk.titles("regulators", FoundKind.LINE) == []

    desk.services.notes.index().result()
    assert desk.titles("something", FoundKind.LINE) == ["Something else"]


def test_what_was_found_can_be_recalled_until_it_is_gone(desk: Desk) -> None:
    amara, recall = desk.people["Amara Okafor"], desk.services.finding.recall
    person, talk = recall(FoundKind.PERSON, amara), recall(FoundKind.CONVERSATION, desk.talk)
    assert person is not None
    assert person.title == "Amara Okafor"
    assert talk is not None
    assert talk.detail == "Is grid forecasting hiring?"

    desk.services.people.delete([amara])

    assert recall(FoundKind.PERSON, amara) is None


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("12 nov", date(2026, 11, 12), ""),
        ("12 November 2025", date(2025, 11, 12), ""),
        ("talk with zoe nov 12", date(2026, 11, 12), "talk with zoe"),
        ("3/2", date(2026, 2, 3), ""),
        ("yesterday", date(2026, 11, 23), ""),
        ("friday", date(2026, 11, 27), ""),
        ("feb", date(2026, 2, 1), ""),
    ],
)
def test_days(text: str, first: date, rest: str) -> None:
    days, words = read_days(text, date(2026, 11, 24))
    assert days[0][0] == first
    assert words == rest


@pytest.mark.parametrize("text", ["maria", "mayer", "99.99.", "decker 5", "", "ſun", "1 ſep"])
def test_no_days(text: str) -> None:
    assert read_days(text, date(2026, 11, 24)) == ([], text)


@pytest.mark.parametrize(
    ("text", "wanted", "held"),
    [
        ("Team of 14", ["team"], ["Team"]),
        ("Größe der Flotte", ["grosse"], ["Größe"]),
        ("a\U0001f600 solar feeder", ["solar", "fee"], ["solar", "fee"]),
        ("unsolar", ["solar"], []),
        ("x", [], []),
    ],
)
def test_where_words_stand(text: str, wanted: list[str], held: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, wanted)] == held


def test_a_long_line_is_shown_around_the_word() -> None:
    line = "words " * 100 + "needle at the end"
    shown = excerpt(line, ["needle"])
    assert shown.startswith("…")
    assert shown.index("needle") < 60


def test_lines_hold_all_words_or_one_holds_some() -> None:
    text = "alpha\nbeta\nalpha beta\nbetaalpha"
    assert lines_holding(text, ["alpha", "beta"], 5) == [(2, "alpha beta")]
    assert lines_holding(text, ["alpha", "gamma"], 5) == [(0, "alpha")]
    assert lines_holding(text, [], 5) == []


ANY_TEXT = st.text(st.characters(codec=None), max_size=80)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=ANY_TEXT)
def test_no_text_raises(desk: Desk, text: str) -> None:
    for group in desk.services.finding.find(text, ZONE):
        assert group.items
        for item in group.items:
            assert all(0 <= start < end for start, end in spans(item.title, tidy(text).split()))


def test_every_naughty_name_is_found_again(services: Services) -> None:
    names = [
        "O'Brien; DROP TABLE person", '"quoted" name', "100% _sure_", "back\\slash", "(paren",
        "NEAR(a b)", "col: umn", "-minus", "^caret", "*star", "ﬁne ligature", "Ω≈ç√∫", "İstanbul",
        "\u202eright to left", "Ｆｕｌｌwidth", "👩‍💻 coder", "ﷺ", "Ĳssel", "ẞharp",
    ]  # fmt: skip
    for name in names:
        services.people.add(PersonDraft(name=name))
    for name in names:
        groups = services.finding.find(name, ZONE, most=30)
        found = [item.title for group in groups for item in group.items]
        assert name in found, name


def test_a_database_without_anything_finds_nothing(services: Services, tmp_path: Path) -> None:
    services.finding.prepare()
    assert services.finding.find("anything", ZONE) == []


def test_tasks_are_found_by_their_words_and_whom_they_are_for(desk: Desk) -> None:
    learned, amara = desk.services.learned, desk.people["Amara Okafor"]
    book = learned.add_task("Send the feeder notebook", None, amara)
    learned.add_task("Buy 100% recycled paper", date(2026, 11, 30))
    done = learned.add_task("Send a card", date(2026, 11, 20))
    learned.set_done(done, done=True)
    assert desk.titles("feeder note", FoundKind.TASK) == ["Send the feeder notebook"]
    assert desk.titles("okafor", FoundKind.TASK) == ["Send the feeder notebook"]
    assert desk.titles("send", FoundKind.TASK) == ["Send the feeder notebook", "Send a card"]
    assert desk.titles("100%", FoundKind.TASK) == ["Buy 100% recycled paper"]
    assert desk.titles("%", FoundKind.TASK) == []
    (first, last) = desk.found("send", FoundKind.TASK)
    assert (first.id, first.day, first.detail) == (book, None, "for Amara Okafor")
    assert (last.day, last.detail) == (date(2026, 11, 20), "done")
    assert desk.services.finding.recall(FoundKind.TASK, book) == first
    learned.delete(MarkKind.TODO, book)
    assert desk.services.finding.recall(FoundKind.TASK, book) is None
