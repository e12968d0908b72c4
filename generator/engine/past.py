"""What the exports of a build tell of earlier editions."""

from generator.changes.edition import Edition
from generator.checks.run import PUBLISHED
from generator.exports import Past
from generator.project import Project
from generator.register import load_register


def past_of(project: Project, before: Edition | None = None) -> Past:
    """What is left of erased records, and the edition ``before`` to compare with, if one is given."""
    if project.services != project.root / PUBLISHED:  # samples, of which nothing was ever erased
        return Past(before)
    return Past(before, tuple(load_register(project.root).erasures.values()))
