"""Languages by their codes, in words. Knows no dictionary."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QLocale


def language_names(tags: Iterable[str]) -> dict[str, str]:
    """Return "English (United Kingdom)" for "en_GB"; those called alike get their codes too."""
    found = {tag: _name(tag) for tag in tags}
    times = Counter(found.values())
    return {tag: f"{name}, {tag}" if times[name] > 1 else name for tag, name in found.items()}


def _name(tag: str) -> str:
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    language = QLocale.languageToString(locale.language())
    has_country = len(tag.replace("-", "_").split("_")) > 1
    country = QLocale.territoryToString(locale.territory())
    return f"{language} ({country})" if has_country else language
