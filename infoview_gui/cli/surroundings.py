"""What commands work with: the folders, the settings and the open database."""

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from infoview_gui.paths import find_paths
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.opening import open_store
from infoview_gui.services.settings_file import FILE_NAME, SettingsFile
from infoview_gui.settings import Settings, country_of_locale


@contextmanager
def services_of(arguments: argparse.Namespace) -> Iterator[Services]:
    """Open the database for the body."""
    paths = find_paths(arguments.data_dir)
    paths.make_folders()
    store = open_store(paths.database, paths.backups)
    try:
        with store.guarded():
            yield make_services(store, country=country_of(settings_of(arguments)))
    finally:
        store.close()


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return what is set in the window; a damaged file is left for it to speak of."""
    return settings_file(arguments).load().settings


def settings_file(arguments: argparse.Namespace) -> SettingsFile:
    """Return the file of what is set."""
    return SettingsFile(find_paths(arguments.data_dir).config / FILE_NAME)


def country_of(settings: Settings) -> Callable[[], str]:
    """Return what says the country of the user."""
    locale = next((os.environ[n] for n in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(n)), "")
    country = settings.country or country_of_locale(locale)
    return lambda: country
