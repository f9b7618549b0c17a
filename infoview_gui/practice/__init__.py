"""The method itself: pure functions of facts. No Qt, no database, no clock of its own."""
