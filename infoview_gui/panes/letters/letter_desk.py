"""One letter at the right of the pane: written, looked at, saved as it is typed.

Knows one letter at a time; which one, and what becomes of it, is for the pane.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.guard_learning import GuardLearning
from infoview_gui.panes.letters.ask_bar import AskBar
from infoview_gui.panes.letters.left_alone import LeftAlone
from infoview_gui.panes.letters.letter_foot import LetterFoot
from infoview_gui.panes.letters.letter_head import LetterHead
from infoview_gui.panes.letters.looking import Looked, look, spots
from infoview_gui.panes.letters.out import Outgoing
from infoview_gui.panes.letters.rows_menu import Row, RowsMenu
from infoview_gui.panes.letters.sections import due_of
from infoview_gui.panes.letters.spelling_desk import SpellingDesk
from infoview_gui.panes.letters.times_desk import TimesDesk, may_propose
from infoview_gui.panes.letters.weave_bar import WeaveBar
from infoview_gui.panes.letters.writing import writer_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.text_saver import TextSaver
from infoview_gui.practice.letters_hints import Hint, Letter
from infoview_gui.practice.letters_thanks import Chip
from infoview_gui.practice.letters_weaving import weave
from infoview_gui.practice.spelling import Word
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.services.letter_values import Writer
from infoview_gui.services.letters import Text
from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_editor import NEXT_KEY, LetterEditor, Spot
from infoview_gui.widgets.line_text import utf16_offset
from infoview_gui.widgets.tab_order import order_tabs


class LetterDesk(QWidget):
    """Head, chips to weave in, editor, question, foot."""

    said = Signal(str)
    person_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._times = times
        self._preferences = preferences
        self._record: LetterRecord | None = None
        self._template = ""
        self._chips: tuple[Chip, ...] = ()
        self._names: tuple[str, ...] = ()
        self._known: dict[str, str] = {}
        self.looked = Looked()
        languages = times.locale.uiLanguages()
        self.spelling = SpellingDesk(
            services.spelling, services.store, preferences, languages, self
        )
        self._guard = GuardLearning(self)
        self.left_alone = LeftAlone(self)
        self._beyond = 0
        self.templates = RowsMenu("Template", self)
        self.addresses = RowsMenu("Send to", self)
        self.weaving = RowsMenu("Weave in from the notes", self)
        self.things = RowsMenu("Things to look at", self)
        self.next_thing = QAction("Next thing to look at", self)
        self.next_thing.setShortcut(NEXT_KEY)
        self.next_thing.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.next_thing)
        self.next_thing.triggered.connect(self._on_next)
        self.things.addAction(self.next_thing)
        self.things.addAction(self.left_alone.action)
        self.head = LetterHead(theme, self.templates, self.addresses, self)
        self.bar = WeaveBar(theme, self.weaving, self)
        self.editor = LetterEditor(theme, "Letter", read=self._read, parent=self)
        self.editor.own_menu = self.spelling.menu
        self.editor.go_round = self._go_beyond
        self.times = TimesDesk(theme, services, times, preferences, self.writer, self.editor)
        self.ask = AskBar(theme, self)
        self.foot = LetterFoot(theme, self.things, self)
        self.saver = TextSaver(services.letters.save, self._text, self)
        self._arrange()
        self._connect()

    # -- what the pane uses

    @property
    def outgoing(self) -> Outgoing | None:
        """The letter as it stands on the screen."""
        return None if self._record is None else Outgoing(self._record, self._text())

    def show_letter(self, record: LetterRecord | None) -> None:
        """Show a letter; what is typed in the one before is saved."""
        same = self._record is not None and record is not None and record.id == self._record.id
        if same and record is not None:
            self._show_same(record)
            return
        waiting = self.saver.open(None if record is None else record.id)
        self._record = record
        self.ask.close_bar()
        if record is None:
            return
        text = waiting or Text(record.subject, record.body, record.template)
        self._template = text.template
        self._learn(record)
        if not record.is_sent:
            self.spelling.begin(record.id)
            self.left_alone.begin(record.id)
        self.head.forget_typing()
        self._show_head(text.subject)
        self.editor.setReadOnly(record.is_sent)
        self.editor.load(text.body)
        self.foot.show_letter(record)
        order_tabs(self)

    def follow(self, record: LetterRecord) -> None:
        """Read anew what is known of the person and the talk."""
        self._record = record
        self._learn(record)
        self._show_head(self.head.subject.text())
        self.foot.show_letter(record)
        self.editor.read_now()

    def show_times(self) -> None:
        """Say anew what depends on the time now."""
        record = self._record
        if record is not None:
            talk = record.conversation_id
            found = None if talk is None else reading.conversation(talk)
            self.head.show_due(due_of(record, found, self._times))

    def use_template(self, key: str) -> None:
        """Begin the letter anew from another template; Ctrl+Z in the text takes it back."""
        record = self._record
        if record is None or record.is_sent:
            return
        filled = self._services.letters.filled(record, key, self.writer())
        if filled is None:
            self.said.emit("This template is gone, or cannot be read.")
            return
        self._template = key
        self.head.subject.setText(filled.subject)
        self.editor.replace_all(filled.text)
        self.saver.touch()
        self._show_head(filled.subject)
        self.editor.read_now()
        self.editor.setFocus()

    def weave(self, chip: Chip) -> None:
        """Put a sentence from the notes where the caret is, else before the closing."""
        if self._record is None or self._record.is_sent:
            return
        caret = self.editor.caret() if self.editor.hasFocus() else None
        place = weave(self.editor.text(), chip.clause, caret)
        self.editor.replace(place.at, place.at, place.words)
        self.editor.read_now()
        self.said.emit(f"Put in: {chip.words}")

    def complete(self) -> bool:
        """Whether nothing is left to fill in; else go there."""
        self.editor.read_now()
        if not self.looked.missing:
            return True
        gap = next((hint for hint in self.looked.hints if hint.title.startswith("Missing")), None)
        if gap is not None:
            self._on_hint(gap)
            self.said.emit(f"{gap.title}. {gap.do}")
        return False

    # -- showing

    def _show_same(self, record: LetterRecord) -> None:
        before = self._record
        sent_turned = before is not None and before.is_sent != record.is_sent
        self.follow(record)
        elsewhere = self.saver.is_untouched and self._text() != _text_of(record)
        if sent_turned or elsewhere:
            self._template = record.template
            self.head.subject.setText(record.subject)
            self.editor.setReadOnly(record.is_sent)
            self.editor.load(record.body)
        if sent_turned:
            self.ask.close_bar()
            order_tabs(self)

    def _learn(self, record: LetterRecord) -> None:
        letters, writer = self._services.letters, self.writer()
        self._chips = letters.chips(record, writer)
        self._names = letters.names(record)
        self._known = letters.values(record, writer)
        self._services.spelling.forget_names()
        self.times.show_letter(record, self._known)

    def _show_head(self, subject: str) -> None:
        record = self._record
        if record is None:
            return
        found = self._services.letter_templates.get(self._template)
        tone = "" if found is None else found.tone or found.name
        self.head.show_letter(record, subject, tone)
        self._fill_templates(record)
        self._fill_addresses(record)
        proposed, earlier = self.times.proposed(), self.times.earlier()
        agreed = self.times.agreed()
        self.head.show_times(proposed, earlier, agreed, shown=may_propose(record))
        self.show_times()

    def _fill_templates(self, record: LetterRecord) -> None:
        found = () if record.is_sent else self._services.letter_templates.of(record.kind)
        self.templates.show_rows(
            [Row(one.name, one.key, one.key == self._template) for one in found]
        )
        self.templates.menuAction().setEnabled(bool(found))

    def _fill_addresses(self, record: LetterRecord) -> None:
        several = record.kind.has_subject and not record.is_sent and len(record.addresses) > 1
        found = record.addresses if several else ()
        self.addresses.show_rows([Row(one, one, one == record.address) for one in found])
        self.addresses.menuAction().setEnabled(several)

    def _on_address(self, address: str) -> None:
        record = self._record
        if record is not None and address != record.address:
            self._services.letters.send_to(record.id, address)
            self.said.emit(f"This letter goes to {address}. Ctrl+Z takes it back.")

    # -- reading

    def _read(self, text: str) -> Sequence[Spot]:
        """Look at the text; called by the editor in a pause."""
        record = self._record
        if record is None or record.is_sent:
            return ()
        letter = self._letter(record, text)
        checked = self.spelling.check(text, self.editor.typing_at)
        self.spelling.show_checked(checked)
        subject = self.spelling.check(self.head.subject.text(), None)
        self.head.subject.mark(list(self.spelling.spots(subject)))
        looked = look(letter, checked.misspelt, guarded=self._guard.is_done())
        self.looked, let_be = self.left_alone.without(looked)
        found = self.times.with_verb(spots(letter, self.looked, self._known), text)
        return [*self.left_alone.with_verb(found), *let_be, *self.spelling.spots(checked)]

    def _letter(self, record: LetterRecord, text: str) -> Letter:
        writer = self.writer()
        return Letter(
            record.kind,
            text,
            self.head.subject.text(),
            writer.signature or writer.name,
            self._names,
            self._chips,
            writer.budgets,
        )

    def _on_looked(self) -> None:
        record = self._record
        if record is None:
            return
        if record.is_sent:
            letter = self._letter(record, self.editor.text())
            self.looked = Looked(length=look(letter, guarded=False).length)
        self.foot.show_looked(self.looked, sent=record.is_sent)
        self.bar.show_chips(() if record.is_sent else self._chips, self.looked.woven)
        self.next_thing.setEnabled(bool(self.editor.to_look_at or self._placeless()))
        self.things.menuAction().setEnabled(not record.is_sent)
        self.spelling.menu.menuAction().setEnabled(not record.is_sent)
        self._on_caret()

    def _on_caret(self) -> None:
        found = self.editor.at_caret()
        self.spelling.show_verbs(found)
        self.left_alone.show_verb(found)
        self._beyond = 0
        self.foot.show_thing("")

    def _on_asked(self, spot: Spot, verb: int) -> None:
        """Do with a word, or with the place for times, what its card or its menu offers."""
        if self.times.owns(spot):
            self.times.ask()
            return
        word, chosen = self.editor.text()[spot.start : spot.end], spot.verbs[verb]
        if self.left_alone.owns(chosen):
            self.left_alone.carry_out(chosen, spot, word)
        else:
            self.spelling.carry_out(chosen, word)

    def _on_asked_of_subject(self, spot: Spot, verb: int) -> None:
        word = self.head.subject.text()[spot.start : spot.end]
        self.spelling.carry_out(spot.verbs[verb], word)

    def _on_hint(self, hint: Hint | Word) -> None:
        if hint.start is not None:
            self._go_to(hint.start)
        elif isinstance(hint, Word) or "subject" in f"{hint.title} {hint.do}":
            self.head.subject.setFocus()
        else:
            self.editor.setFocus()
        if isinstance(hint, Hint) and hint.start is None:
            self.foot.show_thing(f"{hint.title}. {hint.why} {hint.do}")

    def _go_to(self, start: int) -> None:
        """Put the caret before a place, and go on to it."""
        cursor = self.editor.textCursor()
        cursor.setPosition(max(0, utf16_offset(self.editor.text(), start) - 1))
        self.editor.setTextCursor(cursor)
        self.editor.go_on()

    def _placeless(self) -> list[Hint]:
        return [hint for hint in self.looked.hints if hint.start is None]

    def _go_beyond(self, step: int) -> bool:
        """Go through what has no place in the text, behind all that has one."""
        found = self._placeless()[::step]
        if self._beyond >= len(found):
            self._beyond = 0
            self.foot.show_thing("")
            if not found or self.editor.to_look_at:
                return False
        self.editor.close_card()
        self._on_hint(found[self._beyond])
        self._beyond += 1
        return True

    def _on_next(self) -> None:
        if not self.editor.go_on():
            self.said.emit("Nothing is left to look at.")

    # -- typing

    def _text(self) -> Text:
        return Text(self.head.subject.text(), self.editor.text(), self._template)

    def writer(self) -> Writer:
        """Return the user as the writer, as it is set now."""
        return writer_of(self._preferences, self._times)

    def _on_subject(self) -> None:
        self.saver.touch()
        self.editor.read_now()

    def _connect(self) -> None:
        self.editor.changed.connect(self.saver.touch)
        self.editor.looked.connect(self._on_looked)
        self.head.subject_typed.connect(self._on_subject)
        self.head.person_requested.connect(self.person_requested)
        self.bar.wanted.connect(self.weave)
        self.weaving.picked.connect(self.weave)
        self.templates.picked.connect(self.use_template)
        self.things.picked.connect(self._on_hint)
        self.editor.asked.connect(self._on_asked)
        self.head.subject.asked.connect(self._on_asked_of_subject)
        self.head.times_requested.connect(self.times.ask)
        self.times.said.connect(self.said)
        self.addresses.picked.connect(self._on_address)
        self.editor.cursorPositionChanged.connect(self._on_caret)
        self.spelling.asked.connect(self.editor.ask)
        self.spelling.said.connect(self.said)
        self.spelling.changed.connect(self.editor.read_now)
        self.left_alone.asked.connect(self.editor.ask)
        self.left_alone.said.connect(self.said)
        self.left_alone.changed.connect(self.editor.read_now)
        self._guard.done.connect(self.editor.read_now)
        self._theme.changed.connect(self.update)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.ask)
        column.addWidget(self.foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("surface"))


def _text_of(record: LetterRecord) -> Text:
    return Text(record.subject, record.body, record.template)
