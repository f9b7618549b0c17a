"""The templates of letters: those shipped, the user's own, and what they made of a shipped one."""

from functools import cached_property

from infoview_gui import resources
from infoview_gui.practice import letters_templates
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_merge import fill
from infoview_gui.practice.letters_templates import Offered, Template, TemplateError
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.store.models import OwnTemplate
from infoview_gui.store.store import Store

_OWN = "own-"


class LetterTemplates:
    """The verbs for templates; each change is one undoable step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _shipped(self) -> tuple[Template, ...]:
        return letters_templates.load(resources.folder() / "templates")

    def offered(self) -> tuple[Offered, ...]:
        """Return all templates, by kind."""
        own = {row.key: row.text for row in OwnTemplate.select().order_by(OwnTemplate.key)}
        return letters_templates.offered(self._shipped, own)

    def of(self, kind: LetterKind) -> list[Template]:
        """Return the templates of a kind that can be read; the first is the usual one."""
        return [
            one.template
            for one in self.offered()
            if one.template.kind is kind and one.template.body
        ]

    def get(self, key: str) -> Template | None:
        """Return a template, None when it is gone or cannot be read."""
        found = (one.template for one in self.offered() if one.template.key == key)
        return next((one for one in found if one.body), None)

    def add(self, text: str) -> str:
        """Keep a new template and return its key; raises InvalidDraft where it cannot be read."""
        numbers = [
            int(row.key.removeprefix(_OWN))
            for row in OwnTemplate.select()
            if row.key.removeprefix(_OWN).isdecimal()
        ]
        key = f"{_OWN}{max(numbers, default=0) + 1}"
        template = _read(key, text)
        self._store.change(
            f"Add the template “{_short(template.name)}”",
            lambda: OwnTemplate.create(key=key, text=text),
        )
        return key

    def change(self, key: str, text: str) -> None:
        """Give a template another text; raises InvalidDraft where it cannot be read."""
        template = _read(key, text)

        def work() -> None:
            shipped = next((one for one in self._shipped if one.key == key), None)
            OwnTemplate.delete().where(OwnTemplate.key == key).execute()
            if template != shipped:
                OwnTemplate.create(key=key, text=text)

        self._store.change(f"Change the template “{_short(template.name)}”", work)

    def restore(self, key: str) -> None:
        """Take up the text that was shipped again; one of the user's own is deleted."""
        found = next((one for one in self.offered() if one.template.key == key), None)
        if found is None:
            return
        verb = "Delete" if found.own else "Restore"
        self._store.change(
            f"{verb} the template “{_short(found.template.name)}”",
            lambda: OwnTemplate.delete().where(OwnTemplate.key == key).execute(),
        )


def _read(key: str, text: str) -> Template:
    try:
        template = letters_templates.parse(key, text)
    except TemplateError as error:
        raise InvalidDraft(str(error)) from error
    unknown = fill(template, {}).unknown
    if unknown:
        message = f"“{{{_short(unknown[0])}}}” is none of the fields that can be filled in."
        raise InvalidDraft(message)
    return template


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"
