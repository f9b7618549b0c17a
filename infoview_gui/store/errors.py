"""What the world can do to the database, each as an exception whose text a person can read."""


class StoreError(Exception):
    """The text says what happened, what is safe and what to do; it is shown as it is."""


class DatabaseDamaged(StoreError):
    """The file is not, or no longer, a readable database."""


class DatabaseTooNew(StoreError):
    """The file was written by a newer Infoview; it is left untouched."""


class NotOurs(StoreError):
    """The file is a database, but another program's."""


class CannotOpen(StoreError):
    """The file or its folder cannot be opened for reading and writing."""


class CannotSave(StoreError):
    """A write failed: disk full, read-only, locked. What was stored before is unchanged."""


class InUse(StoreError):
    """Another Infoview has the database open, so the file must not be replaced."""
