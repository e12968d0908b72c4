"""Failures that are expected: each has an exit code and one clear French line.

A bug is never one of these; it keeps its traceback. This module imports nothing of the project.
"""


class AnnuaireError(Exception):
    """A failure the user can understand and mend; ``str()`` is the French line to show."""

    exit_code = 1


class UsageError(AnnuaireError):
    """The command was called wrongly."""

    exit_code = 2
