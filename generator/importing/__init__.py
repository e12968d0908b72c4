"""Records from somebody else's file: read, completed from the territory, planned, then written."""
