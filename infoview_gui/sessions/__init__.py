"""What stands around a window: opening and closing it on a database, faults, the daily backup."""
