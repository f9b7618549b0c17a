"""A clock that a test moves."""


class SettableClock:
    """Stands still until it is told; moments are ms since 1970 UTC."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        self.now += round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
