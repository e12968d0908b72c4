"""Publish a site whole or not at all (docs/decisions/0003-publish-whole-or-not-at-all.md)."""

from generator.publishing.faults import BuildInProgressError, PublicationError
from generator.publishing.manifest import Entry, Manifest, scan
from generator.publishing.publication import Draft, Publication, publication
from generator.publishing.releases import read_manifest

__all__ = [
    "BuildInProgressError",
    "Draft",
    "Entry",
    "Manifest",
    "Publication",
    "PublicationError",
    "publication",
    "read_manifest",
    "scan",
]
