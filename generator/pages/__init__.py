"""The pages of the directory: view models, pure functions, one Jinja environment over the theme.

Imports nothing: who needs one module does not pay for all.
"""
