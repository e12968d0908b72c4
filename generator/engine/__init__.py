"""The only door to Pelican: its plugin, and a run of it for ``annuaire build``."""
