"""Hypothesis strategies for what people write into address books."""

from __future__ import annotations

from hypothesis import strategies as st

from infoview_gui.interchange.cards import ContactPoint, PersonCard

# What the border removes never reaches a writer.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
# A vCard knows one kind of line end, and readers of every program trim names.
CARD_TEXT = ANY_TEXT.map(lambda text: text.replace("\r", "").strip().strip("\ufeff"))


def _points(
    text: st.SearchStrategy[str], scheme: str = ""
) -> st.SearchStrategy[tuple[ContactPoint, ...]]:
    """Values; the scheme of a URI is not part of a number or an address."""
    values = text.filter(lambda value: value and not (scheme and value.lower().startswith(scheme)))
    point = st.builds(ContactPoint, values, text)
    marked = st.tuples(st.lists(point, max_size=3), st.integers(-1, 2))
    return marked.map(_with_one_preferred)


def _with_one_preferred(
    marked: tuple[list[ContactPoint], int],
) -> tuple[ContactPoint, ...]:
    points, chosen = marked
    return tuple(
        ContactPoint(point.value, point.label, at == chosen) for at, point in enumerate(points)
    )


def cards(text: st.SearchStrategy[str]) -> st.SearchStrategy[PersonCard]:
    """Cards with a name, any texts elsewhere."""
    return st.builds(
        PersonCard,
        first_name=text,
        last_name=text,
        name=text.filter(bool),
        company=text,
        role=text,
        emails=_points(text, "mailto:"),
        phones=_points(text, "tel:"),
        links=_points(text),
        zone=st.sampled_from(["", "Europe/Berlin", "America/New_York", "UTC"]),
        note=text,
        tags=st.lists(text.filter(bool), max_size=3, unique=True).map(tuple),
        uid=text,
    )
