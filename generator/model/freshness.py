"""How long what a record says can be trusted: the ages at which the site and the checks speak up."""

import datetime
from typing import Final

from dateutil.relativedelta import relativedelta

STALE_AFTER_MONTHS: Final = 12
"""A verification older than this is shown as old."""
EXPIRED_AFTER_MONTHS: Final = 24
"""A record verified longer ago than this leaves search results and lists; its page stays."""
WAIT_STALE_AFTER_MONTHS: Final = 6
"""A waiting time read longer ago than this says nothing of today's."""


def is_older(day: datetime.date, months: int, today: datetime.date) -> bool:
    """True when ``day`` is more than ``months`` calendar months before ``today``."""
    return day < today - relativedelta(months=months)
