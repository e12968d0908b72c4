"""The search of the site: its index, verified and the same bytes for the same pages."""
