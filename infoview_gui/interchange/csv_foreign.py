"""People under the exact columns of Google Contacts and of Outlook, which both import.

A column of theirs that we do not model is filled from the row the person came from, where it had
one of that name. What has no place there stands in the notes, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.csv_extras import extra_cells
from infoview_gui.interchange.people_table import OTHER, chosen_columns, only

_GOOGLE = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name",
    "Phonetic Last Name", "Name Prefix", "Name Suffix", "Nickname", "File As",
    "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
    "Photo", "Labels",
)  # fmt: skip
_GOOGLE_POINTS = (("E-mail", "emails"), ("Phone", "phones"), ("Website", "links"))
_GOOGLE_BETWEEN = " ::: "
_OUTLOOK = (
    "Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department",
    "Job Title", "Business Street", "Business Street 2", "Business Street 3", "Business City",
    "Business State", "Business Postal Code", "Business Country/Region", "Home Street",
    "Home Street 2", "Home Street 3", "Home City", "Home State", "Home Postal Code",
    "Home Country/Region", "Other Street", "Other Street 2", "Other Street 3", "Other City",
    "Other State", "Other Postal Code", "Other Country/Region", "Assistant's Phone",
    "Business Fax", "Business Phone", "Business Phone 2", "Callback", "Car Phone",
    "Company Main Phone", "Home Fax", "Home Phone", "Home Phone 2", "ISDN", "Mobile Phone",
    "Other Fax", "Other Phone", "Pager", "Primary Phone", "Radio Phone", "TTY/TDD Phone", "Telex",
    "Account", "Anniversary", "Assistant's Name", "Billing Information", "Birthday",
    "Business Address PO Box", "Categories", "Children", "Directory Server", "E-mail Address",
    "E-mail Type", "E-mail Display Name", "E-mail 2 Address", "E-mail 2 Type",
    "E-mail 2 Display Name", "E-mail 3 Address", "E-mail 3 Type", "E-mail 3 Display Name",
    "Gender", "Government ID Number", "Hobby", "Home Address PO Box", "Initials",
    "Internet Free Busy", "Keywords", "Language", "Location", "Manager's Name", "Mileage",
    "Notes", "Office Location", "Organizational ID Number", "Other Address PO Box", "Priority",
    "Private", "Profession", "Referred By", "Sensitivity", "Spouse", "User 1", "User 2", "User 3",
    "User 4", "Web Page",
)  # fmt: skip
_OUTLOOK_EMAILS = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")
_OUTLOOK_PHONES = {
    "work": ("Business Phone", "Business Phone 2", "Company Main Phone"),
    "home": ("Home Phone", "Home Phone 2"),
    "mobile": ("Mobile Phone",),
}
_OTHER_PHONES = ("Primary Phone", "Other Phone", "Callback", "Car Phone", "Radio Phone")
_STANDARD = {"home", "work", "mobile", "other", "main"}


class ForeignTable:
    """People under somebody else's columns; made by `foreign_table`."""

    def __init__(self, header: Sequence[str], found: Sequence[dict[str, str]]) -> None:
        self.header = list(header)
        self._found = found

    def rows(self) -> Iterator[list[str]]:
        """Return the cells of each person."""
        for cells in self._found:
            yield [cells.get(head, "") for head in self.header]


def foreign_table(
    dialect: str, people: Sequence[PersonCard], columns: Collection[str], *, private: bool
) -> ForeignTable:
    """Return the people as Google or Outlook (``dialect``) want them.

    ``columns`` are those of `people_table`: what is not chosen stays empty.
    """
    others = OTHER in chosen_columns(columns, private=private)
    cards = [only(card, columns, private=private) for card in people]
    extras = [
        ({"Time Zone": card.zone} if card.zone else {}) | (extra_cells(whole) if others else {})
        for card, whole in zip(cards, people, strict=True)
    ]
    if dialect == "google":
        return _google(cards, extras)
    rows = [_outlook_row(card, extra) for card, extra in zip(cards, extras, strict=True)]
    return ForeignTable(_OUTLOOK, rows)


def _google(cards: Sequence[PersonCard], extras: Sequence[dict[str, str]]) -> ForeignTable:
    header = list(_GOOGLE)
    for name, field in _GOOGLE_POINTS:
        most = max((len(getattr(card, field)) for card in cards), default=0)
        for number in range(1, most + 1):
            header += [f"{name} {number} - Label", f"{name} {number} - Value"]
    rows = [_google_row(card) for card in cards]
    for row, extra in zip(rows, extras, strict=True):
        _add_google_extras(row, extra)
    # Addresses, relations and fields of one's own are columns as many as are needed.
    others = dict.fromkeys(head for row in rows for head in row if head not in set(header))
    return ForeignTable([*header, *others], rows)


def _google_row(card: PersonCard) -> dict[str, str]:
    first = card.first_name or ("" if card.last_name else card.name)
    row = {
        "First Name": first,
        "Last Name": card.last_name,
        "Organization Name": card.company,
        "Organization Title": card.role,
        "Notes": card.note,
        "Labels": _GOOGLE_BETWEEN.join([*card.tags, "* myContacts"]),
    }
    for name, field in _GOOGLE_POINTS:
        for number, point in enumerate(getattr(card, field), 1):
            row[f"{name} {number} - Label"] = _google_label(point)
            row[f"{name} {number} - Value"] = point.value
    return row


def _google_label(point: ContactPoint) -> str:
    label = point.label.capitalize() if point.label in _STANDARD else point.label
    return f"* {label}" if point.preferred else label


def _add_google_extras(row: dict[str, str], extra: dict[str, str]) -> None:
    number = 0
    for head, cell in extra.items():
        if head in _GOOGLE or head.startswith(("Address ", "Relation ", "Event ", "Custom Field ")):
            row.setdefault(head, cell)
            continue
        number += 1
        while f"Custom Field {number} - Value" in extra:
            number += 1
        row[f"Custom Field {number} - Label"] = head
        row[f"Custom Field {number} - Value"] = cell


def _outlook_row(card: PersonCard, extra: dict[str, str]) -> dict[str, str]:
    row = {head: cell for head, cell in extra.items() if head in _OUTLOOK}
    row |= {
        "First Name": card.first_name or ("" if card.last_name else card.name),
        "Last Name": card.last_name,
        "Company": card.company,
        "Job Title": card.role,
        "Categories": ";".join(card.tags),
        "Referred By": card.introduced_by,
    }
    left = [
        *_put_emails(row, card),
        *_put_phones(row, card.phones),
        *(f"Web page: {point.value}" for point in card.links[1:]),
        *(f"{head}: {cell}" for head, cell in extra.items() if head not in _OUTLOOK),
    ]
    row["Web Page"] = card.links[0].value if card.links else ""
    row["Notes"] = "\n".join(part for part in (card.note, *left) if part)
    return row


def _put_emails(row: dict[str, str], card: PersonCard) -> list[str]:
    points = sorted(card.emails, key=lambda point: not point.preferred)
    for name, point in zip(_OUTLOOK_EMAILS, points, strict=False):
        row[name] = point.value
        row[name.replace("Address", "Type")] = "SMTP"
        row[name.replace("Address", "Display Name")] = card.name
    return [f"E-mail: {point.value}" for point in points[len(_OUTLOOK_EMAILS) :]]


def _put_phones(row: dict[str, str], phones: Sequence[ContactPoint]) -> list[str]:
    left: list[str] = []
    for point in phones:
        places = (*_OUTLOOK_PHONES.get(point.label, ()), *_OTHER_PHONES)
        free = next((place for place in places if not row.get(place)), "")
        if free:
            row[free] = point.value
        else:
            left.append(f"Phone: {point.value}")
    return left
