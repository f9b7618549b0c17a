"""One file of people into another, without a database."""

from dataclasses import dataclass
from pathlib import Path

from infoview_gui.interchange.cards import LeftOut
from infoview_gui.interchange.csv_extras import extra_cells
from infoview_gui.interchange.reading import read_people
from infoview_gui.services.export_people import shared, write_people


@dataclass(frozen=True)
class Converted:
    """What came of it."""

    count: int
    left_out: tuple[LeftOut, ...]
    columns_lost: tuple[str, ...] = ()
    """Filled columns of a table that are no field of ours: a vCard has no place for them."""


def convert(source: Path, target: Path, *, preset: str = "everything", form: str = "") -> Converted:
    """Write the people of a file in the format that the other's name says.

    ``preset`` and ``form`` (the dialect) are those of ``Transfer.export``. Raises UnreadableFile
    and CannotWrite; nothing is written then.
    """
    reading = read_people(source)
    private = preset == "everything"
    people = shared(reading.cards, private=private)
    count = write_people(target, people, private=private, dialect=form)
    lost = reading.cards if target.suffix.lower() == ".vcf" else ()
    columns = dict.fromkeys(name for card in lost for name in extra_cells(card))
    return Converted(count, tuple(reading.left_out), tuple(columns))
