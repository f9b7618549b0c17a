"""What a person can do, one verb each. The only way from the window to the store."""
