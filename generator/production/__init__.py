"""Making the files of a site: in parallel, and only those that would not come out the same."""

from generator.production.ledger import SEARCHED, Ledger, Made, MadeFile
from generator.production.produce import Former, Production, Workshop, production
from generator.production.shard import WHOLE, Shard
from generator.production.unit import Output, Unit

__all__ = [
    "SEARCHED",
    "WHOLE",
    "Former",
    "Ledger",
    "Made",
    "MadeFile",
    "Output",
    "Production",
    "Shard",
    "Unit",
    "Workshop",
    "production",
]
