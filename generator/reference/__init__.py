"""Builds ``data/reference`` from the official division of France and GeoNames.

Used by maintainers once a year; nothing else imports it. ``annuaire reference`` and
``python -m generator.reference`` call ``build_reference``.
"""

from generator.reference.build import Report, build_reference

__all__ = ["Report", "build_reference"]
