"""Where data, settings, caches and logs live. Creates folders only when asked to."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one installation; under ``--data-dir`` all of them lie in that folder."""

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def database(self) -> Path:
        """The one file that holds everything the user entered."""
        return self.data / "infoview.db"

    @property
    def backups(self) -> Path:
        """The folder of automatic backups."""
        return self.data / "backups"

    def make_folders(self) -> None:
        """Create the folders, readable by this user only; raises OSError."""
        for folder in (self.data, self.config, self.cache, self.log):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def find_paths(data_dir: Path | None = None) -> Paths:
    """Return the user's folders, or those below ``data_dir``."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        return Paths(data=root, config=root, cache=root / "cache", log=root / "log")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - costs start-up time when not needed

    dirs = PlatformDirs("infoview", appauthor=False)
    return Paths(
        data=dirs.user_data_path,
        config=dirs.user_config_path,
        cache=dirs.user_cache_path,
        log=dirs.user_log_path,
    )
