"""Templates of letters: read, written, restored, and filled without a gap and without a trap."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from infoview_gui import resources
from infoview_gui.practice.letters import FIELDS, LEAST, LetterKind
from infoview_gui.practice.letters_count import length
from infoview_gui.practice.letters_hints import Letter, hints
from infoview_gui.practice.letters_merge import fill, gaps, needs
from infoview_gui.practice.letters_templates import (
    Template,
    TemplateError,
    load,
    offered,
    parse,
    written,
)

SHIPPED = load(resources.folder() / "templates")
SAMPLES = {one.name: one.sample for one in FIELDS.values()}
EVERY = pytest.mark.parametrize("template", SHIPPED, ids=lambda one: one.key)
VALUE = st.text(min_size=1, max_size=60).filter(str.strip)


def letter(body: str, **values: str) -> str:
    template = Template("own", "Own", LetterKind.FIRST, "", "", body)
    return fill(template, {name.replace("_", " "): value for name, value in values.items()}).text


# -- those shipped


def test_every_kind_has_several_tones() -> None:
    for kind in LetterKind:
        tones = [one.tone for one in SHIPPED if one.kind is kind]
        assert len(set(tones)) == len(tones) >= 2


def test_keys_and_names_are_told_apart() -> None:
    assert len({one.key for one in SHIPPED}) == len({one.name for one in SHIPPED}) == len(SHIPPED)


@EVERY
def test_it_is_filled_without_gaps_from_the_least_that_is_known(template: Template) -> None:
    least = {name: SAMPLES[name] for name in LEAST[template.kind]}
    filled = fill(template, least)
    assert needs(template) <= LEAST[template.kind]
    assert filled.complete
    assert not filled.unknown
    for words in (filled.subject, filled.text):
        assert not any(odd in words for odd in ("[[", "]]", "{", "}", "‹", "  ", " ,", " .", ".."))
    assert "\n\n\n" not in filled.text
    assert filled.text == filled.text.strip()


@EVERY
def test_with_nothing_known_each_thing_needed_is_asked_for(template: Template) -> None:
    filled = fill(template, {})
    asked = {gap.asks for gap in gaps(filled.text) + gaps(filled.subject)}
    assert asked == {FIELDS[name].gap for name in needs(template)}


@EVERY
@pytest.mark.parametrize("whole", [True, False])
def test_it_keeps_the_rules_of_the_practice(template: Template, whole: bool) -> None:
    known = FIELDS if whole else LEAST[template.kind]
    filled = fill(template, {name: SAMPLES[name] for name in known})
    found = hints(Letter(template.kind, filled.text, filled.subject, SAMPLES["signature"]))
    assert not found


@EVERY
def test_it_is_within_its_budget_with_long_values(template: Template) -> None:
    long = SAMPLES | {
        "connection": "Alexandrina Castellanos suggested that I write to you.",
        "first name": "Maximiliana",
        "times": "Tuesday 24 November 15:00 in Berlin (09:00 in New York), "
        "Wednesday 25 November 10:00 in Berlin (04:00 in New York) "
        "or Friday 27 November 16:30 in Berlin (10:30 in New York)",
    }
    text = fill(template, long).text
    assert not length(template.kind, text, long["signature"]).over


def test_the_short_note_suits_a_free_account() -> None:
    short = next(one for one in SHIPPED if one.kind is LetterKind.NOTE and one.tone == "short")
    assert len(fill(short, SAMPLES).text) <= 200


@EVERY
def test_it_survives_being_edited_as_text(template: Template) -> None:
    assert parse(template.key, written(template)) == template


# -- filling


def test_values_fallbacks_and_what_is_left_out() -> None:
    body = "Dear {first name|there},\n\n[[{introducer} sent me.]] Would {minutes} minutes do?"
    assert letter(body, minutes="ten") == "Dear there,\n\nWould ten minutes do?"
    assert (
        letter(body, first_name="Amara", introducer="Lena", minutes="ten")
        == "Dear Amara,\n\nLena sent me. Would ten minutes do?"
    )


def test_what_is_missing_is_a_place_to_fill_in() -> None:
    text = letter("Would {minutes} minutes do?")
    assert text == "Would ‹how many› minutes do?"
    (gap,) = gaps(text)
    assert text[gap.start : gap.end] == "‹how many›"
    assert gap.asks == "how many"


def test_what_earlier_drafts_ask_for_is_still_missing() -> None:
    (gap,) = gaps("Here it is: ‹what became of it›.")
    assert gap.asks == "what became of it"


@pytest.mark.parametrize(
    ("body", "values", "text"),
    [
        ("One [[{goal}]] two", {}, "One two"),
        ("One[[ {goal}]].", {}, "One."),
        ("One. [[{goal}]]", {}, "One."),
        ("[[{goal} ]]two", {}, "two"),
        ("[[{goal}.]] [[{news}.]]\n\nEnd", {}, "End"),
        ("Top\n\n[[{goal}.]]\n\nEnd", {}, "Top\n\nEnd"),
        ("Top\n[[{goal}.]]\nEnd", {}, "Top\nEnd"),
        ("[[{goal}.]] [[{news}.]]", {"news": "B"}, "B."),
        ("[[{goal}.]] [[{news}.]]", {"goal": "A"}, "A."),
        ("It is: {goal}. So", {"goal": "why?"}, "It is: why? So"),
        ("It is: {goal}. So", {"goal": "Inc."}, "It is: Inc. So"),
        ("[[{goal}||{news}]]!", {"goal": "A", "news": "B"}, "A!"),
        ("[[{goal}||{news}]]!", {"news": "B"}, "B!"),
        ("[[{goal}||Hello ]]{name}", {"name": "C"}, "Hello C"),
        ("[[{goal}||{news}||so]]!", {}, "so!"),
        ("[[{goal}||{minutes}]]!", {}, "‹how many›!"),
        ("One [[{goal}||]] two", {}, "One two"),
        ("{company|}x", {}, "x"),
        ("{First  Name}!", {"first name": "A"}, "A!"),
        ("{nonsense} {0} { } {}", {}, "{nonsense} {0} { } {}"),
        ("[[ {goal}", {"goal": "A"}, "[[ A"),
        ("{signature}", {"signature": "Marta\nVidal"}, "Marta\nVidal"),
    ],
)
def test_seams(body: str, values: dict[str, str], text: str) -> None:
    assert letter(body, **values) == text


def test_fields_nobody_knows_are_named_once() -> None:
    template = Template("own", "Own", LetterKind.FIRST, "", "{nonsense}", "{nonsense} {goal} {x}")
    assert fill(template, {}).unknown == ("nonsense", "x")


def test_a_subject_is_one_line() -> None:
    template = Template("own", "Own", LetterKind.FIRST, "", "To {name}", "x")
    assert fill(template, {"name": "A\r\nBcc: b\u2028c"}).subject == "To A Bcc: b c"


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), VALUE))
def test_no_value_is_lost_and_none_is_expanded(values: dict[str, str]) -> None:
    body = "".join(f"\n<{number}|{{{name}|no}}>" for number, name in enumerate(FIELDS))
    text = letter(body, **values)
    expected = (values.get(name, "no").strip() for name in FIELDS)
    assert text == "".join(f"\n<{number}|{value}>" for number, value in enumerate(expected))


@given(VALUE, st.sampled_from(["{signature}", "[[", "]]", "[[{goal}]]", "{first name|x}", "‹›"]))
def test_a_field_inside_a_value_is_only_text(value: str, trap: str) -> None:
    value = f"{value.strip()}{trap}"
    for body in ("{name} and {signature}", "[[{name} and {signature}]]"):
        assert letter(body, name=value, signature="Marta") == f"{value} and Marta"


@given(st.text(alphabet="[]{}| \nabgol.,‹›"), st.dictionaries(st.sampled_from(["goal"]), VALUE))
def test_any_template_is_filled(body: str, values: dict[str, str]) -> None:
    text = letter(body, **values)
    assert len(text) <= len(body) + body.count("{goal") * 90


# -- the user's own


def test_a_changed_template_is_offered_and_restored_by_taking_the_text_away() -> None:
    first = SHIPPED[0]
    own = {first.key: written(first).replace("Dear", "Good day")}
    (changed,) = (one for one in offered(SHIPPED, own) if one.template.key == first.key)
    assert changed.changed
    assert "Good day" in changed.template.body
    assert changed.shipped == first
    (restored,) = (one for one in offered(SHIPPED, {}) if one.template.key == first.key)
    assert not restored.changed
    assert restored.template == first


def test_an_own_template_stands_with_its_kind() -> None:
    own = {"mine": "name: Mine\nkind: news\n\nHello"}
    kinds = [one.template.kind for one in offered(SHIPPED, own)]
    assert kinds == sorted(kinds, key=list(LetterKind).index)
    (mine,) = (one for one in offered(SHIPPED, own) if one.own)
    assert mine.template.name == "Mine"
    assert not mine.changed


def test_a_text_that_cannot_be_read_leaves_what_was_shipped() -> None:
    first = SHIPPED[0]
    (found,) = (
        one for one in offered(SHIPPED, {first.key: "rubbish"}) if one.template.key == first.key
    )
    assert found.template == first
    assert found.changed
    assert "rubbish" in found.trouble


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is none of name:"),
        ("name: A\nkind: news", "no letter"),
        ("name: A\nkind: poem\n\nHello", "must name one of first message"),
        ("kind: news\n\nHello", "needs a line “name: …”"),
        ("name: A\nkind: news\ncolour: red\n\nHello", "colour"),
        ("name: A\nkind: news\n\n" + "x" * 20_001, "longer than"),
    ],
)
def test_what_is_wrong_is_said(text: str, says: str) -> None:
    with pytest.raises(TemplateError, match=says):
        parse("own", text)


def test_other_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        b"\xef\xbb\xbfName: A\r\nKIND: News\r\n\r\nHello\r\n\r\nYou\r\n"
    )
    (found,) = load(tmp_path)
    assert (found.key, found.name, found.kind, found.body) == ("a", "A", "news", "Hello\n\nYou")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match=r"bad\.txt"):
        load(tmp_path)


@given(st.text(max_size=200), st.text(max_size=40), st.sampled_from(LetterKind))
def test_what_is_written_is_read_again(body: str, name: str, kind: LetterKind) -> None:
    name, body = " ".join(name.split()), body.strip("\n")
    assume(name and body.strip() and not set(body) & set("\r\u2028\u2029"))
    template = Template("own", name, kind, "warm", "Hello", body)
    assert parse("own", written(template)) == template
