"""The SQLite file: models, migrations, the writing thread, undo, search, backups."""
