"""Measurements anyone can run again: ``make bench``."""
