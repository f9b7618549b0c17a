"""Files in and out. Knows nothing of the database, the window or the network."""
