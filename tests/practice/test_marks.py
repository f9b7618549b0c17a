"""Which lines are captured, as what, and which part is painted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.marks import ALL_MARKS, MarkKind, counts, parse, utf16_span

CAPTURED = [
    # line, kind, head, then subject | role | detail | due
    ("! Regulators ask: why?", "insight", "!", "Regulators ask: why?|||"),
    ("~ hosting capacity: how much", "term", "~ hosting capacity", "hosting capacity||how much|"),
    ("~ DERMS:", "term", "~ DERMS", "DERMS|||"),
    ("~ feeder : a line", "term", "~ feeder", "feeder||a line|"),
    ("~ ratio 3:1: good", "term", "~ ratio 3:1", "ratio 3:1||good|"),
    ("~ at https://x.example: it", "term", "~ at https://x.example", "at https://x.example||it|"),
    ("@ Lena Mora, runs tools, well", "person", "@ Lena Mora", "Lena Mora||runs tools, well|"),
    ("@ Łukasz", "person", "@ Łukasz", "Łukasz|||"),
    ("@ 山田太郎，部長", "person", "@ 山田太郎", "山田太郎||部長|"),
    ("+ Nord, planner, two, now", "opening", "+ Nord, planner", "Nord|planner|two, now|"),
    ("+ Nord, planner ", "opening", "+ Nord, planner", "Nord|planner||"),
    ("+ Nord", "opening", "+ Nord", "Nord|||"),
    ("- send the notebook (due Friday)", "todo", "- ", "send the notebook|||Friday"),
    ("- send it by Friday", "todo", "- ", "send it|||Friday"),
    ("- send it by next week.", "todo", "- ", "send it|||next week"),
    ("- send it by 2026-11-27", "todo", "- ", "send it|||2026-11-27"),
    ("- send it by 27 Nov", "todo", "- ", "send it|||27 Nov"),
    ("- call back in two weeks", "todo", "- ", "call back|||in two weeks"),
    ("- write, by 3 Dec", "todo", "- ", "write|||3 Dec"),
    ("- send it (by the end of the month)", "todo", "- ", "send it|||the end of the month"),
    ("- send it (due when I can)", "todo", "- ", "send it|||when I can"),
    ("- read it in May", "todo", "- ", "read it in May|||"),
    ("- in two weeks", "todo", "- ", "in two weeks|||"),
    ("- send it by email", "todo", "- ", "send it by email|||"),
    ("- by Friday", "todo", "- ", "by Friday|||"),
]


@pytest.mark.parametrize(("line", "kind", "head", "parts"), CAPTURED)
def test_captured(line: str, kind: str, head: str, parts: str) -> None:
    mark = parse(line)
    assert mark is not None
    assert (mark.kind, line[mark.head_start : mark.head_end]) == (kind, head)
    assert [mark.subject, mark.role, mark.detail, mark.due] == parts.split("|")
    assert mark.text == line[2:].rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "!",
        "! ",
        "Team of 14",
        "~ 40 people",
        "~ 40 people: few",
        "~ about forty people",
        "~ about 9:30",
        "~ see https://x.example",
        "+ 5 %",
        "* bullet",
        "  - indented",
        " ! indented",
        "!no space",
        "!  two spaces",
        "- 3 places",
        "-- dash",
        "! \u201cquoted\u201d",
        "-\u00a0no plain space",
        "\t- tab",
    ],
)
def test_plain(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_can_be_switched_off(kind: MarkKind) -> None:
    line = f"{kind.sign} Word: more"
    assert parse(line) is not None
    assert parse(line, ALL_MARKS - {kind}) is None
    assert parse(line, frozenset({kind})) is not None


def test_counts_name_every_kind() -> None:
    lines = ["! One", "plain", "! Two", "- Three", "~ 40 people"]
    expected = {"insight": 2, "term": 0, "person": 0, "opening": 0, "todo": 1}
    assert counts(lines) == expected
    assert counts(lines, ALL_MARKS - {MarkKind.INSIGHT})[MarkKind.INSIGHT] == 0


def test_labels() -> None:
    assert [kind.label for kind in MarkKind] == ["insight", "term", "person", "opening", "to do"]


def test_offsets_in_utf16() -> None:
    line = "@ Zoë 🙂 Lee, 🙂"
    mark = parse(line)
    assert mark is not None
    assert (mark.head_start, mark.head_end) == (0, 11)
    assert utf16_span(line, mark.head_start, mark.head_end) == (0, 12)


@given(st.sampled_from("!~@+- x"), st.sampled_from([" ", "  ", "\t", ""]), st.text(max_size=40))
def test_any_line_is_read(sign: str, space: str, rest: str) -> None:
    line = sign + space + rest
    mark = parse(line)
    if mark is None:
        return
    assert line[1] == " "
    assert line[2].isalpha()
    assert 0 == mark.head_start < mark.head_end <= len(line)
    assert mark.subject


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_utf16_is_how_qt_counts(before: str, inside: str, after: str) -> None:
    line = before + inside + after
    start, end = utf16_span(line, len(before), len(before) + len(inside))
    encoded = line.encode("utf-16-le", "surrogatepass")
    assert encoded[2 * start : 2 * end] == inside.encode("utf-16-le", "surrogatepass")
