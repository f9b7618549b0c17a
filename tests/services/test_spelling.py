"""Spelling in letters: what is marked, names that are stored, own words, several dictionaries."""

from pathlib import Path

import pytest

from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.employers import Employers
from infoview_gui.services.own_words import OwnWords
from infoview_gui.services.spelling import Checked, Spelling
from tests.spellers import FewWords, Shelf, english, german

LETTER, OTHER = 7, 8


def _spelling(
    services: Services, folder: Path, *spellers: FewWords, chosen: str = "", language: str = "en-GB"
) -> Spelling:
    made = Spelling(services.store, OwnWords(folder / "words.txt"), lambda: Shelf(*spellers))
    made.use(made.open(chosen, [language]))
    return made


@pytest.fixture
def spelling(services: Services, tmp_path: Path) -> Spelling:
    return _spelling(services, tmp_path, english())


def _marked(checked: Checked) -> list[str]:
    return [one.text for one in checked.misspelt]


def _check(spelling: Spelling, text: str, letter: int = LETTER) -> list[str]:
    return _marked(spelling.check(text, letter))


def test_words_that_are_in_no_dictionary_are_marked_where_they_stand(spelling: Spelling) -> None:
    text = "I was glda to recieve it.\nThank you, 🎉 zzz"
    checked = spelling.check(text, LETTER)
    assert _marked(checked) == ["glda", "recieve", "zzz"]
    assert [text[one.start : one.end] for one in checked.misspelt] == _marked(checked)
    assert checked.tag == "en_GB"
    assert spelling.suggest("recieve", checked.tag) == ("receive", "relieve")


def test_of_a_hyphenated_word_the_wrong_part_is_marked(spelling: Spelling) -> None:
    assert _check(spelling, "this is long-thier and well-known work, please") == ["thier", "known"]
    assert _check(spelling, "an a-glad, x-thier and a-b") == ["an", "thier"]


def test_the_word_that_is_being_typed_is_not_marked(spelling: Spelling) -> None:
    text = "I was glda to reci"
    assert _marked(spelling.check(text, LETTER, typing_at=len(text))) == ["glda"]
    assert _marked(spelling.check(text, LETTER, typing_at=8)) == ["reci"]


def test_names_of_stored_people_and_companies_are_right(
    services: Services, spelling: Spelling
) -> None:
    text = "Thank you, Amara. Okafor’s work with Northwind and Zünd is good, Okaforr!"
    everything = ["Amara", "Okafor’s", "Northwind", "Zünd", "Okaforr"]
    assert _check(spelling, text) == everything
    services.people.add(PersonDraft(name="Amara Okafor", company="Northwind AG"))
    Employers(services.store, services.clock)  # companies are added with their people
    services.people.add(PersonDraft(name="Jo", company="Zünd Systems"))
    assert _check(spelling, text) == everything  # as it was looked up
    spelling.forget_names()
    assert _check(spelling, text) == ["Okaforr"]


def test_the_writers_own_name_is_right(spelling: Spelling) -> None:
    checked = spelling.check("Regards\nMarta Kovač", LETTER, own=["Marta Kovač"])
    assert _marked(checked) == []


def test_an_added_word_is_right_everywhere_and_after_a_restart_until_it_is_removed(
    services: Services, spelling: Spelling, tmp_path: Path
) -> None:
    text = "Keep it in infoview. Infoview’s good."
    spelling.add("infoview")
    assert _check(spelling, text) == []
    assert [one.text for one in spelling.check(text, OTHER).added] == ["infoview", "Infoview’s"]
    again = _spelling(services, tmp_path, english())
    assert _check(again, text) == []
    again.remove("Infoview’s")
    assert _check(again, text) == ["infoview", "Infoview’s"]
    assert (tmp_path / "words.txt").read_text("utf-8") == ""


def test_own_words_are_written_whole_and_what_is_strange_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"caf\xe9\r\n\r\nGr\xc3\xb6\xc3\x9fe\n")
    words = OwnWords(path)
    words.add("pitch")
    assert path.read_bytes() == b"caf\xe9\nGr\xc3\xb6\xc3\x9fe\npitch\n"
    assert words.hold("Größe")
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_says_so_and_changes_nothing(
    services: Services, tmp_path: Path
) -> None:
    spelling = _spelling(services, tmp_path / "gone", english())
    with pytest.raises(CannotWrite, match=r"words\.txt"):
        spelling.add("infoview")
    assert _check(spelling, "infoview") == ["infoview"]


def test_a_word_is_ignored_in_one_letter_until_it_is_minded(spelling: Spelling) -> None:
    spelling.ignore("glda", LETTER)
    checked = spelling.check("glda", LETTER)
    assert (_marked(checked), [one.text for one in checked.ignored]) == ([], ["glda"])
    assert _check(spelling, "glda", OTHER) == ["glda"]
    spelling.mind("glda", LETTER)
    assert _check(spelling, "glda") == ["glda"]


GERMAN_LETTER = "Wir danken und danek Ihnen für das und die; der Brief ist von Ihnen, danke"
ENGLISH_LETTER = "Thank you for this talk, I was glda to know about the work that you keep"


@pytest.mark.parametrize("language", ["de-DE", "en-US"])
def test_the_letter_chooses_between_the_users_language_and_english(
    services: Services, tmp_path: Path, language: str
) -> None:
    spelling = _spelling(services, tmp_path, english(), german(), language=language)
    checked = spelling.check(ENGLISH_LETTER, LETTER)
    assert (checked.tag, _marked(checked)) == ("en_GB", ["glda"])
    checked = spelling.check(GERMAN_LETTER, LETTER)
    if language == "de-DE":
        assert (checked.tag, _marked(checked)) == ("de_DE", ["danken", "danek"])
    else:
        assert checked.foreign
        assert _marked(checked) == []


def test_a_dictionary_that_is_set_is_the_only_one(services: Services, tmp_path: Path) -> None:
    spelling = _spelling(services, tmp_path, english(), german(), chosen="de_DE")
    assert _check(spelling, "glad und danek") == ["glad", "danek"]


@pytest.mark.parametrize("chosen", ["none", "fi_FI"])
def test_with_none_or_one_that_is_gone_nothing_is_marked(
    services: Services, tmp_path: Path, chosen: str
) -> None:
    spelling = _spelling(services, tmp_path, english(), chosen=chosen)
    assert spelling.check("glda", LETTER) == Checked()
    assert spelling.installed() == ("en_GB",)


def test_without_any_library_nothing_is_marked(services: Services) -> None:
    spelling = services.spelling  # as the program makes it; tests hide the library
    spelling.use(spelling.open("", ["en-GB"]))
    assert spelling.installed() == ()
    assert spelling.check("glda", LETTER) == Checked()


def test_a_word_is_looked_up_once(services: Services, tmp_path: Path) -> None:
    book = english()
    spelling = _spelling(services, tmp_path, book)
    spelling.check("thank you and zzz", LETTER)
    before = len(book.asked)
    spelling.check("thank you and zzz and them", LETTER)
    assert book.asked[before:] == ["them"]


def test_of_a_letter_only_changed_lines_are_read(services: Services, tmp_path: Path) -> None:
    lines = [f"this is the letter zz{'abcdefgh'[number]}" for number in range(8)]
    book = english()
    spelling = _spelling(services, tmp_path, book)
    spelling.check("\n".join(lines), LETTER)
    before = len(book.asked)
    lines.insert(3, "and yyy")
    checked = spelling.check("\n".join(lines), LETTER)
    assert book.asked[before:] == ["and", "yyy"]
    text = "\n".join(lines)
    assert [text[one.start : one.end] for one in checked.misspelt] == _marked(checked)
    assert _marked(checked)[3:5] == ["yyy", "zzd"]
