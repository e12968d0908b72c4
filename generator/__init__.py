"""The engine of the open directory of family mediation and meeting-space services."""

__version__ = "0.1.0"
