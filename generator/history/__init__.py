"""Editions of the data: of the work tree, of a revision that git knows, of a published file."""

from generator.history.editions import edition_of, open_edition

__all__ = ["edition_of", "open_edition"]
