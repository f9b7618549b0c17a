"""What a prep sheet says, in words and parts. Pure; knows no widgets."""

from collections.abc import Iterator, Sequence

from infoview_gui.pages.prep_sheet import Item, Part, PrepPage
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.panes.planning import way_words
from infoview_gui.services.prep import Earlier, PrepSheet, Sitter
from infoview_gui.services.records import ConversationRecord


def prep_page(sheet: PrepSheet, times: LocalTime) -> PrepPage:
    """Return the parts of a sheet; parts without lines are left out when it is written."""
    asked = tuple(
        Item(one.text, tick=one.asked_at is not None, strong=one.must) for one in sheet.questions
    )
    seen_to = tuple(Item(one.text, tick=one.done_at is not None) for one in sheet.checklist)
    return PrepPage(
        title=sheet.record.title,
        facts=tuple(facts(sheet.record, times)),
        across=(
            Part("What you want from this talk", _said(sheet.goal)),
            Part("Opening sentence", _said(sheet.opener)),
        ),
        left=(
            Part("Who, and why them", tuple(_who(sheet.sitters))),
            Part("Earlier with them", tuple(_lines(sheet.with_them, times))),
            Part("Earlier with their employer", tuple(_lines(sheet.with_employer, times))),
            Part("Terms of their field", tuple(Item(text, lead) for lead, text in _terms(sheet))),
        ),
        right=(Part("Questions", asked), Part("Checklist", seen_to)),
    )


def facts(record: ConversationRecord, times: LocalTime) -> Iterator[str]:
    """Yield when and how long, and how one will talk; dates with their year, as on paper."""
    zone = record.people[0].zone if record.people else ""
    yield dotted(full_date(record.starts_at, zone, times), f"{record.minutes} min")
    way = way_words(record.way, record.link, record.place)
    target = record.place if record.way == "place" or not record.link else record.link
    if way or target:
        yield dotted(way, "" if target == way else target)


def full_date(at: int | None, zone: str, times: LocalTime) -> str:
    """Return "Tuesday 24 November 2026, 14:30 here, 08:30 in New York", or "No time yet"."""
    if at is None:
        return "No time yet"
    day = times.day_words(times.local(at).date(), "dddd d MMMM yyyy")
    return f"{day}, {times.both_text(at, zone)}"


def _said(text: str) -> tuple[Item, ...]:
    return (Item(text),) if text.strip() else ()


def _who(sitters: Sequence[Sitter]) -> Iterator[Item]:
    for one in sitters:
        yield Item(listed(one.role, one.company), lead=one.name)
        if one.introduced_by:
            said = f": {one.said}" if one.said else ""
            yield Item(f"Introduced by {one.introduced_by}{said}")
        elif one.found_through:
            yield Item(f"Found through {one.found_through}")
        if one.about.strip():
            yield Item(one.about)


def _lines(earlier: Sequence[Earlier], times: LocalTime) -> Iterator[Item]:
    for talk in earlier:
        when = "" if talk.at is None else times.date_text(talk.at)
        yield Item(when, lead=talk.title)
        yield from (Item(line) for line in talk.lines)


def _terms(sheet: PrepSheet) -> Iterator[tuple[str, str]]:
    for term, meaning in sheet.terms:
        yield (f"{term}:", meaning) if meaning else (term, "")
