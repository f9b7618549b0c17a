"""How long a letter is, and what is worth looking at in it."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.letters import Budgets, LetterKind
from infoview_gui.practice.letters_connection import Source, connection
from infoview_gui.practice.letters_count import characters_in, length, without_signature, words_in
from infoview_gui.practice.letters_hints import Hint, HintKind, Letter, hints
from infoview_gui.practice.letters_thanks import chips
from infoview_gui.practice.letters_times import (
    TimeWords,
    Zones,
    agreed_time,
    in_a_sentence,
    in_lines,
    number_word,
    offered_time,
)
from infoview_gui.practice.marks import parse

FIRST = """Dear Amara,

Lena Ek suggested that I write to you. Would you give me fifteen minutes to ask how you see your \
field?

Would Tuesday 24 November 15:00 suit you?

With thanks,
Marta"""
K, H = LetterKind, HintKind


def found(text: str, kind: LetterKind = K.FIRST, **more: object) -> list[Hint]:
    return hints(Letter(kind, text, "Hello", "Marta", **more))  # type: ignore[arg-type]


def kinds(text: str, kind: LetterKind = K.FIRST, **more: object) -> set[HintKind]:
    return {hint.kind for hint in found(text, kind, **more)}


# -- counting


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("Would you have 15 minutes?", 5),
        ("well-known — don't…\n\n- 3 %", 3),
        ("🎉 Grüße", 1),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words_in(text) == count


@pytest.mark.parametrize("text", ["{" * 200_000, "‹" * 200_000, "\n" * 20_000, "a_" * 100_000])
def test_a_wall_of_signs_is_counted_in_no_time(text: str) -> None:
    assert words_in(text) <= 1
    hints(Letter(K.THANKS, text[:20_000], text))


def test_characters_are_counted_as_web_sites_do() -> None:
    assert characters_in(" a\r\nb🎉 ") == 5


def test_the_signature_does_not_count() -> None:
    assert without_signature("Thank you,\nMarta Vidal\n", "Marta Vidal") == "Thank you,"
    assert without_signature("To Marta Vidal and you", "Marta Vidal") == "To Marta Vidal and you"
    assert without_signature("SuperMarta", "Marta") == "SuperMarta"
    assert length(K.FIRST, "Thank you,\nMarta Vidal", "Marta Vidal").words == 2


def test_each_kind_has_its_budget() -> None:
    words = "word " * 101
    assert length(K.FIRST, words).over == 1
    assert length(K.FIRST, words + "\nMarta", "Marta").over == 1
    assert length(K.THANKS, words).over == 0
    assert length(K.NOTE, "x" * 301).over == 1
    free = Budgets(note_characters=200)
    assert length(K.NOTE, "x" * 201, "", free).over == 1
    assert length(K.FIRST, words, "", Budgets(first_words=120)).over == 0


def test_what_is_said_of_the_length() -> None:
    assert length(K.FIRST, "one two").said == "2 of 100 words"
    assert length(K.NOTE, "one two").said == "7 of 300 characters"
    assert length(K.THANKS, "one").said == "1 word"


# -- hints


def test_a_letter_by_the_rules_has_none() -> None:
    assert not found(FIRST)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Lena Ek suggested that I write to you", "I am very eager to learn", H.CONNECTION),
        ("fifteen minutes", "a moment", H.MINUTES),
        ("Tuesday 24 November 15:00", "some time soon", H.TIMES),
        ("Dear Amara", "Dear ‹their first name›", H.MISSING),
        ("Lena Ek", "{referrer}", H.UNKNOWN),
        ("With thanks", "Please hire me.\n\nWith thanks", H.JOB),
        ("With thanks", "I talk. " * 100 + "\n\nWith thanks", H.LONG),
        ("With thanks", "I like it. I am keen. I study. I hope. I wait.\n\nWith", H.ABOUT_THEM),
    ],
)
def test_one_thing_wrong_is_one_hint(old: str, new: str, kind: HintKind) -> None:
    text = FIRST.replace(old, new)
    assert kind in kinds(text)
    assert kinds(text) <= {kind, H.ABOUT_THEM}


def test_a_request_without_a_question() -> None:
    assert kinds(FIRST.replace("?", ".")) == {H.QUESTION}


def test_every_hint_says_why_and_what_to_do() -> None:
    text = "Please hire me. I want a job. My résumé: {x} ‹how many› " + "word " * 400
    for kind in LetterKind:
        for hint in found(text, kind):
            assert hint.title
            assert hint.why.endswith(".")
            assert hint.do.endswith(".")


def test_asking_for_a_job_is_marked_where_it_stands_with_another_wording() -> None:
    text = FIRST.replace("With thanks", "Please hire me.\n\nWith thanks")
    (hint,) = found(text)
    assert text[hint.start : hint.end] == "Please hire me."
    assert hint.offer


@pytest.mark.parametrize(
    "opening",
    [
        "Ben Ito said that you know the field best.",
        "Ben Ito says I should write to you.",
        "My aunt Sara speaks highly of you.",
        "Lena told me that you moved to grids.",
        "Lena Ek thinks you are the person to ask.",
        "Élodie wrote that you would know.",
        "Ben mentioned you when we talked.",
        "Your name was recommended to me by Pia.",
        "A friend of mine works in your team.",
        "I saw that you moved from wind to grids.",
        "I read your article on tariffs.",
        "I recently read what you wrote about feeders.",
        "I heard you speak in Porto.",
        "I watched your lecture twice.",
        "I noticed that you lead the lab in Delft.",
        "I have followed your work for a year.",
        "I came across your profile on LinkedIn.",
        "I came across your name on the website of Northwind.",
        "We met at the wind fair in May.",
        "We are both members of the IEEE.",
        "Both of us studied in Delft.",
        "We both began in wind.",
        "We went to the same school.",
        "Your talk in Porto changed how I see grids.",
        "Your recent post on heat pumps made me think.",
        "You spoke at the conference in Ghent.",
        "It was good meeting you on Tuesday.",
        "Seven years ago we shared an office.",
    ],
)
def test_what_links_the_writer_to_the_reader(opening: str) -> None:
    text = FIRST.replace("Lena Ek suggested that I write to you.", opening)
    assert H.CONNECTION not in kinds(text)


@pytest.mark.parametrize(
    "opening",
    [
        "I am very eager to learn.",
        "I am an engineer with ten years of experience.",
        "My name is Marta and I live in Lisbon.",
        "Could we talk?",
        "I read a lot and would like to ask you something.",
        "I heard that the field is growing, and you may know why.",
        "People say you are busy.",
        "They told everybody to write.",
        "Both wind and solar interest me.",
        "I studied physics and would value your view.",
        "I am looking for an interview.",
        "There is a talk I would like to have.",
        "The website of the event is down.",
        "I think your field is the future.",
        "Would you have some time for me?",
    ],
)
def test_what_links_nobody(opening: str) -> None:
    text = FIRST.replace("Lena Ek suggested that I write to you.", opening)
    assert H.CONNECTION in kinds(text)


def test_their_name_is_connection_enough() -> None:
    text = FIRST.replace("Lena Ek suggested that I write to you", "Northwind builds what I study")
    assert H.CONNECTION in kinds(text)
    assert not kinds(text, names=["Northwind"])


@pytest.mark.parametrize("kind", [K.THANKS, K.NEWS, K.CONFIRMATION, K.INTRODUCER])
def test_letters_that_ask_for_no_talk_need_neither_minutes_nor_questions(kind: LetterKind) -> None:
    text = "Dear Amara,\n\nWhat you told me was new.\n\nMarta"
    assert not kinds(text, kind)


def test_a_thank_you_names_something_they_said() -> None:
    text = "Dear Amara,\n\nThank you for a pleasant talk.\n\nMarta"
    assert kinds(text, K.THANKS) == {H.THEIR_WORDS}
    mark = parse("! pleasant talk")
    assert mark is not None
    assert not kinds(text, K.THANKS, chips=chips([mark]))
    assert not kinds(text.replace("a pleasant talk", "what you said"), K.THANKS)


@pytest.mark.parametrize("word", ["résumé", "resume", "CV", "C.V."])
def test_a_thank_you_carries_no_resume(word: str) -> None:
    text = f"What you said helped. I attach my {word}, as a start."
    (hint,) = found(text, K.THANKS)
    assert "résumé" in hint.why or "CV" in hint.why
    assert not found(f"What you said helped. I rewrote my {word} as you advised.", K.THANKS)


def test_no_subject_yet() -> None:
    (hint,) = hints(Letter(K.FIRST, FIRST, " ", "Marta"))
    assert hint.kind is H.SUBJECT
    assert not hints(Letter(K.NOTE, FIRST, "", "Marta", budgets=Budgets(note_characters=999)))


def test_a_gap_in_the_subject_is_a_hint_without_a_place() -> None:
    (hint,) = hints(Letter(K.FIRST, FIRST, "For ‹how many› minutes", "Marta"))
    assert hint.kind is H.MISSING
    assert hint.start is None


@given(st.text(), st.sampled_from(LetterKind))
def test_any_text_can_be_looked_at(text: str, kind: LetterKind) -> None:
    for hint in hints(Letter(kind, text)):
        if hint.start is not None:
            assert hint.end is not None
            assert 0 <= hint.start < hint.end <= len(text)


# -- connection, times, numbers


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (Source("introduction", "Lena Ek"), "Lena Ek suggested that I write to you."),
        (Source("friends", "Lena Ek"), "Lena Ek suggested that I write to you."),
        (
            Source("website", company="Northwind"),
            "I came across your name on the website of Northwind.",
        ),
        (Source("event", detail="the Grid Fair"), "We met at the Grid Fair."),
        (Source("association", detail="IEEE"), "We are both members of IEEE."),
        (Source("social", detail="LinkedIn"), "I came across your profile on LinkedIn."),
        (Source("event"), ""),
        (Source("friends"), ""),
        (Source("something else"), ""),
    ],
)
def test_the_first_sentence(source: Source, sentence: str) -> None:
    assert connection(source) == sentence


WORDS = TimeWords(
    day=lambda day: f"{day:%A} {day.day} {day:%B}", clock=lambda at: at.strftime("%H:%M")
)
BERLIN, NEW_YORK, TOKYO = (
    ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Tokyo")
)
AT = 1_795_528_800_000  # Tuesday 24 November 2026, 14:00 UTC


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (None, "Tuesday 24 November 15:00"),
        (BERLIN, "Tuesday 24 November 15:00"),
        (ZoneInfo("Europe/Paris"), "Tuesday 24 November 15:00"),
        (NEW_YORK, "Tuesday 24 November 15:00 in Berlin (09:00 in New York)"),
        (TOKYO, "Tuesday 24 November 15:00 in Berlin (23:00 in Tokyo)"),
        (
            ZoneInfo("Pacific/Auckland"),
            "Tuesday 24 November 15:00 in Berlin (Wednesday 25 November 03:00 in Auckland)",
        ),
    ],
)
def test_a_time_in_both_zones(there: ZoneInfo | None, said: str) -> None:
    assert offered_time(AT, Zones(BERLIN, there), WORDS) == said


def test_an_agreed_time_is_said_as_a_sentence_says_it() -> None:
    said = agreed_time(AT, Zones(BERLIN, NEW_YORK), WORDS)
    assert said == "Tuesday 24 November, at 15:00 in Berlin (09:00 in New York)"
    assert agreed_time(AT, Zones(BERLIN, BERLIN), WORDS) == "Tuesday 24 November, at 15:00"


def test_a_zone_that_is_no_city_is_named_as_it_is() -> None:
    said = offered_time(AT, Zones(ZoneInfo("UTC"), NEW_YORK), WORDS)
    assert said == "Tuesday 24 November 14:00 UTC (09:00 in New York)"


def test_the_weeks_in_which_only_one_of_both_has_changed_its_clocks() -> None:
    march_16 = 1_773_669_600_000  # 2026, 14:00 UTC: New York is on summer time, Berlin is not
    said = offered_time(march_16, Zones(BERLIN, NEW_YORK), WORDS)
    assert said == "Monday 16 March 15:00 in Berlin (10:00 in New York)"


def test_an_hour_that_comes_twice_says_which_one_it_is() -> None:
    first = 1_792_888_200_000  # 25 October 2026, 00:30 UTC
    assert offered_time(first, Zones(BERLIN), WORDS) == "Sunday 25 October 02:30 CEST"
    assert offered_time(first + 3_600_000, Zones(BERLIN), WORDS) == "Sunday 25 October 02:30 CET"


def test_several_times_in_their_order() -> None:
    words = TimeWords(day=lambda day: f"{day:%a}", clock=lambda at: at.strftime("%H:%M"))
    day = 86_400_000
    moments = [AT + 2 * day, AT, AT + day, AT]
    zones = Zones(BERLIN)
    assert in_a_sentence(moments, zones, words) == "Tue 15:00, Wed 15:00 or Thu 15:00"
    assert in_a_sentence(moments[:2], zones, words) == "Tue 15:00 or Thu 15:00"
    assert in_a_sentence([AT], zones, words) == "Tue 15:00"
    assert in_a_sentence([], zones, words) == ""
    assert in_lines(moments[:2], zones, words) == "– Tue 15:00\n– Thu 15:00"


def test_formatters_are_handed_local_days_and_times() -> None:
    seen: list[date | time] = []

    def day(value: date) -> str:
        seen.append(value)
        return "d"

    def clock(value: time) -> str:
        seen.append(value)
        return "t"

    offered_time(AT, Zones(TOKYO), TimeWords(day, clock))
    assert seen == [date(2026, 11, 24), time(23, 0)]


@pytest.mark.parametrize(
    ("number", "word"), [(1, "one"), (15, "fifteen"), (20, "twenty"), (25, "25"), (90, "90")]
)
def test_small_numbers_are_words(number: int, word: str) -> None:
    assert number_word(number) == word
