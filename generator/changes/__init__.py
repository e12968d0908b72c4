"""What changed between two editions of the data: a pure comparison of what was published."""

from generator.changes.changes import Change, Changes, FieldChange, Kind
from generator.changes.compare import compare
from generator.changes.edition import Document, Edition

__all__ = ["Change", "Changes", "Document", "Edition", "FieldChange", "Kind", "compare"]
