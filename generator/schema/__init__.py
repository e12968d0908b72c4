"""What the model says of the fields, for others: the schema of editors, the data dictionary."""

from generator.schema.dictionary import to_dictionary
from generator.schema.editor import to_schema

__all__ = ["to_dictionary", "to_schema"]
