"""``python -m generator`` is the ``annuaire`` command."""

import sys

from generator.cli import main

sys.exit(main())
