"""The bank that is shipped, and the rules for a conversation's questions."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from infoview_gui.practice.questions import (
    BankQuestion,
    Category,
    QuestionsError,
    load,
    most,
    next_question,
    starting_set,
    too_many,
)
from infoview_gui.resources import folder

PATH = folder() / "questions" / "questions.toml"


@pytest.fixture(scope="module")
def bank() -> tuple[BankQuestion, ...]:
    return load(PATH)


def test_enough_of_every_category(bank: tuple[BankQuestion, ...]) -> None:
    assert len(bank) >= 70
    per_category = Counter(question.category for question in bank)
    assert all(per_category[category] >= 8 for category in Category)
    assert len({question.text.casefold() for question in bank}) == len(bank)


def test_who_else_is_always_asked(bank: tuple[BankQuestion, ...]) -> None:
    always = [question for question in bank if question.always]
    assert always == [
        BankQuestion("Who else should I talk to?", Category.PEOPLE, must=True, always=True)
    ]


def test_questions_can_be_spoken_and_ask_for_no_job(bank: tuple[BankQuestion, ...]) -> None:
    for question in bank:
        assert question.text.endswith("?")
        assert len(question.text.split()) <= 14, question.text
        assert not re.search(r"['\"]", question.text), question.text
        asks = r"hire me|hiring me|give me|get me|job for me|apply|vacanc|résumé|refer me"
        assert not re.search(asks, question.text, re.IGNORECASE), question.text


def test_starting_set(bank: tuple[BankQuestion, ...]) -> None:
    chosen = starting_set(bank)
    assert len(chosen) == len(set(chosen)) == 7
    assert sum(question.must for question in chosen) == 3
    assert chosen[-1].always
    assert len({question.category for question in chosen}) == 7
    assert not too_many(len(chosen), 15)


def test_starting_set_of_a_small_bank() -> None:
    only = BankQuestion("Who else?", Category.PEOPLE, must=True, always=True)
    assert starting_set([only]) == (only,)
    assert starting_set([]) == ()


@dataclass(frozen=True)
class Asked:
    name: str
    must: bool
    ticked: bool


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ([], None),
        ([Asked("a", False, False), Asked("b", True, False)], "b"),
        ([Asked("a", False, False), Asked("b", True, True), Asked("c", True, False)], "c"),
        ([Asked("a", False, True), Asked("b", True, True), Asked("c", False, False)], "c"),
        ([Asked("a", True, True)], None),
    ],
)
def test_next_question(questions: list[Asked], expected: str | None) -> None:
    chosen = next_question(questions)
    assert (chosen.name if chosen else None) == expected


@pytest.mark.parametrize(
    ("minutes", "fit"), [(15, 8), (30, 16), (20, 10), (10, 5), (5, 2), (1, 1), (0, 1)]
)
def test_how_many_fit(minutes: int, fit: int) -> None:
    assert most(minutes) == fit
    assert not too_many(fit, minutes)
    assert too_many(fit + 1, minutes)


GOOD = '[[question]]\ntext = "Who else?"\ncategory = "people"\nalways = true\n'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no [[question]]"),
        ("question = 3", "no [[question]]"),
        ("question = [3]", "question 1: not a table"),
        ("not toml", "cannot be read"),
        (GOOD * 2, "exactly one"),
        (GOOD.replace("always = true", ""), "exactly one"),
        (GOOD.replace("always = true", 'always = "yes"'), "true or false"),
        (GOOD.replace("people", "weather"), "category must be one of industry"),
        (GOOD.replace("Who else?", " "), "text is missing"),
        (GOOD + "musst = true", "unknown key musst"),
    ],
)
def test_a_bad_bank_says_why(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "bank.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QuestionsError, match=re.escape(words)) as caught:
        load(path)
    assert "bank.toml" in str(caught.value)


def test_an_unreadable_bank_says_so(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("missing.toml", "binary.toml"):
        with pytest.raises(QuestionsError, match=name):
            load(tmp_path / name)


def test_always_is_a_must(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert load(path)[0].must
