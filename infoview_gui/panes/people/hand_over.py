"""The chosen people as other programs take them: copied, or dragged out of the list.

A card tells others who somebody is, never what the user noted about them.
"""

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from infoview_gui.panes.phrases import people_words
from infoview_gui.panes.save_as import file_name

MOST = 2000
"""More people are exported, not copied: the clipboard is no place for a whole address book."""
VCARD = "text/vcard"


class TooMany(Exception):
    """More than can be handed over; the text says what to do instead."""


class HandOver:
    """Makes what is handed over; keeps the file that was dragged last until the next one."""

    def __init__(self) -> None:
        self._forget: weakref.finalize[..., HandOver] | None = None

    def rows(self, ids: Sequence[int]) -> QMimeData:
        """Return people as rows with tabs, as a table and as vCards. Raises TooMany."""
        from infoview_gui.services import copied_people  # noqa: PLC0415 - when first used

        made = _cards(ids)
        made.setText(copied_people.rows_as_tsv(ids))
        made.setHtml(copied_people.rows_as_html(ids))
        return made

    def cards(self, ids: Sequence[int], name: str) -> QMimeData:
        """Return people as vCards, in a file too; ``name`` is that of a single one.

        Raises TooMany.
        """
        made = _cards(ids)
        text = bytes(made.data(VCARD).data())
        made.setText(text.decode("utf-8"))
        title = name if len(ids) == 1 else people_words(len(ids))
        made.setUrls([QUrl.fromLocalFile(str(self._write(title, text)))])
        return made

    def _write(self, title: str, text: bytes) -> Path:
        if self._forget is not None:
            self._forget()
        folder = Path(tempfile.mkdtemp(prefix="infoview-"))
        self._forget = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        path = folder / file_name("contact", title, None, ".vcf")
        path.write_bytes(text)
        return path


def _cards(ids: Sequence[int]) -> QMimeData:
    from infoview_gui.services import copied_people  # noqa: PLC0415 - when first used

    if len(ids) > MOST:
        message = f"{people_words(len(ids))} are too many to hand over; export them to a file."
        raise TooMany(message)
    made = QMimeData()
    made.setData(VCARD, copied_people.vcards_of(ids).encode("utf-8"))
    return made
