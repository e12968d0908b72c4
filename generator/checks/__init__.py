"""Rules across fields and records, and the run that finds all problems of all files at once."""
