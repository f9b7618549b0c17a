"""The prep sheet on paper: what is to be read before a talk."""

from PySide6.QtWidgets import QWidget

from infoview_gui.pages.paper import paper_of
from infoview_gui.pages.prep_sheet import PrepSheetPage
from infoview_gui.panes.interviews.prep_preview import SheetPreview
from infoview_gui.panes.interviews.prep_words import prep_page
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.save_as import file_name
from infoview_gui.panes.sheet_dialog import SheetDialog, SheetWords
from infoview_gui.services.prep import PrepSheet
from infoview_gui.theme import Theme


class PrepDialog(SheetDialog):
    """One page, however much there is to say."""

    def __init__(
        self, theme: Theme, sheet: PrepSheet, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        at = sheet.record.starts_at
        day = None if at is None else times.local(at).date()
        page = PrepSheetPage(theme, prep_page(sheet, times), paper_of(times.locale))
        preview = SheetPreview(theme)
        preview.show_sheet(page)
        title = f"Prep sheet: {sheet.record.title}"
        name = file_name("prep", page.title, day, ".pdf")
        super().__init__(theme, page, preview, SheetWords(title, "prep sheet", name), parent)
