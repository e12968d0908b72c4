"""``python -m generator`` is the ``annuaire`` command."""

import sys

from generator.cli import command

sys.exit(command())
