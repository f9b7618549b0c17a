"""Which sentences ask for a job: figures on two files of sentences, and what holds for any text."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infoview_gui import resources
from infoview_gui.practice.guard import asks, find, prepare
from infoview_gui.practice.guard import words as words_of_guard
from infoview_gui.practice.guard.reading import LANGUAGE
from infoview_gui.practice.guard.rules import DENIALS, DONE, OWN_CHOICES, RULES

KEPT_APART = Path(__file__).parent / "data" / "guard_kept_apart.tsv"
LEARNT = resources.folder() / "guard" / "sentences.tsv"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "job-asking-sentences.tsv"
GOAL = 0.95


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def figures(sentences: list[dict[str, str]]) -> tuple[float, float, list[str]]:
    """Precision, recall, and the sentences that were judged wrongly."""
    judged = [(row["label"] == "asks", asks(row["sentence"])) for row in sentences]
    right = judged.count((True, True))
    wrong = [
        row["sentence"] for row, (is_, said) in zip(sentences, judged, strict=True) if is_ != said
    ]
    marked = sum(said for _, said in judged)
    asking = sum(is_ for is_, _ in judged)
    return right / marked, right / asking, wrong


@pytest.mark.parametrize("writer", ["first", "second", "third"])
def test_sentences_kept_apart(writer: str) -> None:
    """Nothing was learnt from these and no rule was written on them."""
    sentences = [row for row in rows(KEPT_APART) if row["writer"] == writer]
    precision, recall, wrong = figures(sentences)
    print(f"guard, {writer}: {len(sentences)}, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert min(precision, recall) >= GOAL, wrong


def test_the_sentences_it_learns_from_are_labelled_right() -> None:
    """What is judged against its label by most of the others is looked at when it is added."""
    precision, recall, wrong = figures(rows(LEARNT))
    assert min(precision, recall) >= GOAL, wrong


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not here")
def test_shared_sentences() -> None:
    precision, recall, wrong = figures(rows(SHARED))
    print(f"guard, shared: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert min(precision, recall) >= GOAL, wrong


def test_nothing_kept_apart_is_learnt_from() -> None:
    learnt = {row["sentence"].casefold() for row in rows(LEARNT)}
    apart = [row["sentence"].casefold() for row in rows(KEPT_APART)]
    assert len(set(apart)) == len(apart)
    assert learnt.isdisjoint(apart)
    if SHARED.exists():
        assert learnt.isdisjoint(row["sentence"].casefold() for row in rows(SHARED))


DENIED = [
    ("I am not asking for a job.", False),
    ("I’m not here to ask you for a job, only for advice.", False),
    ("I am not asking for a job, but could you hand on my CV?", True),
    ("I am not asking for a job; could you refer me, though?", True),
    ("I don't suppose you have a job for me?", True),
    ("Couldn't you hire me?", True),
    ("Rather than ask for a job, I would like to hear your story.", False),
    ("Should I send my CV to recruiters?", False),
    ("Should I send you my CV?", True),
    ("Thank you for passing on my CV.", False),
    ("Thanks in advance for passing on my CV.", True),
]


@pytest.mark.parametrize(("sentence", "asked"), DENIED)
def test_denying_covers_its_clause_only(sentence: str, asked: bool) -> None:
    assert asks(sentence) is asked


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "`", "´", ""])
def test_any_apostrophe(apostrophe: str) -> None:
    assert asks("I'd love to work for you.".replace("'", apostrophe))
    assert not asks("I don't ask for a job.".replace("'", apostrophe))


def test_marks_only_the_sentence_that_asks() -> None:
    text = "Dear Ms. Mora,\n\nthank you, e.g. for the book. Could you hire me? Kind regards\nAda"
    assert [text[mark.start : mark.end] for mark in find(text)] == ["Could you hire me?"]


def test_a_sentence_goes_over_a_wrapped_line_and_an_abbreviation() -> None:
    text = "Hello.\nCould you ask Dr. Mora to pass\non my CV?\nThank you."
    assert [text[mark.start : mark.end] for mark in find(text)] == [
        "Could you ask Dr. Mora to pass\non my CV?"
    ]


def test_each_mark_says_why_and_offers_a_wording_that_does_not_ask() -> None:
    for rule in RULES:
        assert rule.reason.count(".") <= 2
        assert rule.reason.startswith(("This ", "A résumé "))
        assert rule.offer
        assert not asks(rule.offer)


def test_no_way_is_unreachable() -> None:
    """Fillers are left out before the search: a way with one in it is never found."""
    ways = [way for rule in RULES for way in (*rule.ways, *rule.also, *rule.unless)]
    ways += [*DENIALS, *DONE, *OWN_CHOICES, *words_of_guard.WORDS.values()]
    words = {word.strip("[],") for way in ways for part in way.split() for word in part.split("|")}
    assert words.isdisjoint(words_of_guard.FILLERS.split())
    LANGUAGE.ways(way for rule in RULES for way in (*rule.ways, *rule.also, *rule.unless))


@given(st.text())
@example("Could you hire me?" * 3)
@example("\u2028 hire me \x1f. \U0001f600 Hire me!")
@example("İ'd love to work for you")
def test_any_text(text: str) -> None:
    before = 0
    for mark in find(text):
        assert before <= mark.start < mark.end <= len(text)
        marked = text[mark.start : mark.end]
        assert marked == marked.strip()
        assert asks(marked)
        before = mark.end


PIECES = [
    "hire",
    "me",
    "I'd",
    "not",
    "asking",
    "for",
    "a job",
    "?",
    ". ",
    "\n",
    ",",
    "but",
    "Helio",
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_words(text: str) -> None:
    for mark in find(text):
        assert asks(text[mark.start : mark.end])


HOSTILE = [
    "give me ", "I would like ", "a", "'", ". ", "\n", "\n ", "!", "!?", "n't", "a.b", "' s",
    "P.S.", "you your team ", "should I ", "not at here to be ", "please, and I ", "Name ",
    ".)", "- ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_only(piece: str) -> None:
    asks("Could you help me?")  # reads the vocabulary
    text = (piece * 20_000)[:20_000] + "x"
    started = time.perf_counter()
    find(text)
    assert time.perf_counter() - started < 0.2


def test_a_thousand_different_sentences() -> None:
    prepare()
    text = "".join(f"Could you, {number}, tell me about your job? " for number in range(1000))
    started = time.perf_counter()
    assert find(text) == []
    assert time.perf_counter() - started < 10
