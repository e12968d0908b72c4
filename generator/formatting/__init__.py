"""The one form of a record: order of keys, quotation marks, wrapping, spacing. Comments are kept."""

from generator.formatting.canonical import FormattingError, format_record, write_record

__all__ = ["FormattingError", "format_record", "write_record"]
