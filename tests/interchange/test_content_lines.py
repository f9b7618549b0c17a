from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.content_lines import (
    ContentLine,
    fold,
    format_line,
    parameters,
    physical_lines,
    read_lines,
    split_line,
)

NAME = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,12}", fullmatch=True)
VALUE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), max_size=300)
PARAMS = st.lists(st.from_regex(r"X-[a-z]{1,6}=(?:[a-z]{0,6}|\"[a-z:;,]{0,9}\")", fullmatch=True))


def read(text: str) -> list[ContentLine | tuple[int, str]]:
    return list(read_lines(physical_lines(text)))


@given(st.sampled_from(["", "item1", "A"]), NAME, PARAMS.map(";".join), VALUE)
def test_a_written_line_reads_back_equal(group: str, name: str, params: str, value: str) -> None:
    (line,) = read(fold(format_line(group, name, params, value)))
    assert isinstance(line, ContentLine)
    assert line[:4] == (group, name, params, value)


@given(st.lists(st.tuples(NAME, VALUE), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_the_sources_together_are_the_text(pairs: list[tuple[str, str]], end: str) -> None:
    text = end.join(fold(f"{name}:{value}").replace("\r\n", end) for name, value in pairs)
    lines = [line for line in read(text) if isinstance(line, ContentLine)]
    assert "\n".join(line.source for line in lines) == text


@given(VALUE)
def test_no_physical_line_is_longer_than_75_octets(value: str) -> None:
    folded = fold("NOTE:" + value)
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == "NOTE:" + value


def test_group_case_and_parameters_are_kept_as_written() -> None:
    (line,) = read('Item1.Tel;Type="home,cell";X-Foo=Bar:+1 2')
    assert isinstance(line, ContentLine)
    assert (line.group, line.name, line.key) == ("Item1", "Tel", "TEL")
    assert line.parameters() == [("TYPE", ["home,cell"]), ("X-FOO", ["Bar"])]


def test_bare_words_of_2_1_get_the_name_they_lack() -> None:
    assert parameters("HOME;QUOTED-PRINTABLE;CHARSET=UTF-8") == [
        ("TYPE", ["HOME"]),
        ("ENCODING", ["QUOTED-PRINTABLE"]),
        ("CHARSET", ["UTF-8"]),
    ]


def test_a_soft_break_joins_only_quoted_printable() -> None:
    text = "NOTE;ENCODING=QUOTED-PRINTABLE:one =\r\n two\r\nURL:http://x/?a=\r\nTEL:1"
    values = [line.value for line in read(text) if isinstance(line, ContentLine)]
    assert values == ["one  two", "http://x/?a=", "1"]


def test_a_soft_break_does_not_swallow_the_end_of_the_card() -> None:
    first = read("FN;ENCODING=QUOTED-PRINTABLE:Jo=\r\nEND:VCARD\r\n")[0]
    assert isinstance(first, ContentLine)
    assert first.value == "Jo"


def test_base64_without_indentation_ends_at_the_next_property() -> None:
    text = "PHOTO;BASE64:\n  AAAA\nBBBB\n\nTEL:1"
    values = [line.value for line in read(text) if isinstance(line, ContentLine)]
    assert values == ["AAAABBBB", "1"]


def test_a_line_without_a_colon_is_reported_with_its_number() -> None:
    assert read("FN:A\nnonsense\nTEL:1")[1] == (1, "nonsense")


@pytest.mark.parametrize("line", [":x", ";;;", "", "two words:x", ":::"])
def test_what_is_no_property(line: str) -> None:
    assert split_line(line) is None


def test_a_colon_in_quotes_does_not_end_the_parameters() -> None:
    assert split_line('ADR;LABEL="a: b":c') == ("", "ADR", 'LABEL="a: b"', "c")


def test_an_unclosed_quote_costs_nothing_but_the_quote() -> None:
    assert split_line('TEL;TYPE="a:1') == ("", "TEL", 'TYPE="a', "1")


def test_many_folds_take_no_more_than_linear_work() -> None:
    text = "NOTE:" + "yy\r\n " * 200_000
    (line,) = read(text)
    assert isinstance(line, ContentLine)
    assert re.fullmatch("y{400000}", line.value)
