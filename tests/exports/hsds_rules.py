"""What HSDS 3.0 asks of each object, as far as we use it, in our own words.

The specification's own schemas are under CC BY-SA and are not copied here. This table was written
by reading them (openreferral/specification, ``schema/*.json``): for each object its required keys,
and the keys it may have with the kind of their values.
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any

TEXT, NUMBER, URI, DATE, IDENTIFIER = "text", "number", "uri", "date", "uuid"

REQUIRED = {
    "service": {"id", "name", "status"},
    "organization": {"id", "name", "description"},
    "organization_identifier": {"id", "identifier_type", "identifier"},
    "service_at_location": {"id"},
    "location": {"id", "location_type"},
    "address": {
        *("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    },
    "phone": {"id", "number"},
    "schedule": {"id"},
    "service_area": {"id"},
    "language": {"id"},
    "funding": {"id"},
    "cost_option": {"id"},
    "required_document": {"id"},
    "accessibility": {"id"},
    "attribute": {"id"},
    "taxonomy_term": {"id", "name", "description"},
}

KEYS: dict[str, dict[str, Any]] = {
    "service": {
        **dict.fromkeys(
            ("name", "description", "email", "application_process", "fees_description"), TEXT
        ),
        **dict.fromkeys(("accreditations", "eligibility_description", "alert"), TEXT),
        "status": {"active", "inactive", "defunct", "temporarily closed"},
        "url": URI,
        "assured_date": DATE,
        "organization": "organization",
        "phones": ["phone"],
        "service_areas": ["service_area"],
        "service_at_locations": ["service_at_location"],
        "languages": ["language"],
        "funding": ["funding"],
        "cost_options": ["cost_option"],
        "required_documents": ["required_document"],
        "attributes": ["attribute"],
    },
    "organization": {
        "name": TEXT,
        "description": TEXT,
        "website": URI,
        "organization_identifiers": ["organization_identifier"],
    },
    "organization_identifier": {"identifier_type": TEXT, "identifier": TEXT},
    "service_at_location": {
        "phones": ["phone"],
        "schedules": ["schedule"],
        "location": "location",
    },
    "location": {
        "location_type": {"physical", "postal", "virtual"},
        **dict.fromkeys(("name", "description", "transportation"), TEXT),
        "latitude": NUMBER,
        "longitude": NUMBER,
        "addresses": ["address"],
        "accessibility": ["accessibility"],
    },
    "address": {
        **dict.fromkeys(
            ("address_1", "address_2", "city", "state_province", "postal_code", "country"), TEXT
        ),
        "address_type": {"physical", "postal", "virtual"},
    },
    "phone": dict.fromkeys(("number", "type", "description"), TEXT),
    "schedule": {
        "freq": {"WEEKLY", "MONTHLY"},
        "interval": NUMBER,
        **dict.fromkeys(("byday", "byweekno", "opens_at", "closes_at"), TEXT),
        **dict.fromkeys(("description", "notes"), TEXT),
    },
    "service_area": {"name": TEXT, "uri": URI},
    "language": {"name": TEXT, "code": TEXT},
    "funding": {"source": TEXT},
    "cost_option": {
        **dict.fromkeys(("option", "currency", "amount_description"), TEXT),
        "amount": NUMBER,
    },
    "required_document": {"document": TEXT},
    "accessibility": {"description": TEXT, "details": TEXT, "url": URI},
    "attribute": {
        **dict.fromkeys(("link_entity", "link_type"), TEXT),
        "link_id": IDENTIFIER,
        "taxonomy_term": "taxonomy_term",
    },
    "taxonomy_term": dict.fromkeys(("code", "name", "description", "taxonomy", "language"), TEXT),
}


def faults(value: Any, kind: str, where: str = "") -> Iterator[str]:
    """What is wrong with an object of that kind, with the way to it."""
    if not isinstance(value, dict):
        yield f"{where}: not an object"
        return
    for key in sorted(REQUIRED[kind] - value.keys()):
        yield f"{where}: {key} is missing"
    for key, one in value.items():
        expected = IDENTIFIER if key == "id" else KEYS[kind].get(key)
        yield from _fault(one, expected, f"{where}/{key}")


def _fault(value: Any, expected: Any, where: str) -> Iterator[str]:
    match expected:
        case None:
            yield f"{where}: unknown"
        case [item]:
            if not (isinstance(value, list) and value):
                yield f"{where}: not a list of something"
            else:
                for rank, one in enumerate(value):
                    yield from faults(one, item, f"{where}/{rank}")
        case set():
            if value not in expected:
                yield f"{where}: {value} is in no list"
        case str() if expected in KEYS:
            yield from faults(value, expected, where)
        case _:
            if not _is(value, expected):
                yield f"{where}: {value!r} is no {expected}"


def _is(value: Any, expected: str) -> bool:
    if expected == NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if not (isinstance(value, str) and value):
        return False
    match expected:
        case "uri":
            return re.match(r"https?://[^\s]+$", value) is not None
        case "date":
            return re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) is not None
        case "uuid":
            return str(uuid.UUID(value)) == value
        case _:
            return True
