"""When what a record says was last seen to be true."""

import datetime

from generator.model.service import Service


def checked_on(service: Service) -> datetime.date | None:
    """The latest day the service was verified or one of its sources read."""
    days = (service.verification.le, *(source.consulte_le for source in service.sources))
    return max((day for day in days if day), default=None)
