"""Open data: one module a format, pure functions of the directory, one table that lists them."""

from generator.exports.catalogue import (
    COMMON_DATA,
    DESCRIPTIONS,
    EXPORTS,
    FAMILIES,
    common_files,
    described,
    make_release,
    service_files,
)
from generator.exports.export import GROUPS, NO_PAST, Export, Family, Past, Release
from generator.exports.schema_org import dataset_jsonld, service_jsonld

__all__ = [
    "COMMON_DATA",
    "DESCRIPTIONS",
    "EXPORTS",
    "FAMILIES",
    "GROUPS",
    "NO_PAST",
    "Export",
    "Family",
    "Past",
    "Release",
    "common_files",
    "dataset_jsonld",
    "described",
    "make_release",
    "service_files",
    "service_jsonld",
]
