"""schema.org, for the script of a page: what search engines read.

What it cannot say is left out: no place for a hidden address, no point that is only a commune's
centre, no hours that are not the same every week.
"""

from collections.abc import Mapping
from typing import Any

from generator.directory import Directory
from generator.exports.export import Release
from generator.exports.json import dumped
from generator.exports.licence import ATTRIBUTION, KEYWORDS, LICENCE, SUMMARY
from generator.exports.places import exact_point, located
from generator.exports.schedules import DAYS, weekly
from generator.model.service import Lieu, Service
from generator.model.vocabulary import Forme, Regime, Statut

CONTEXT = "https://schema.org"
_DAY_NAMES = dict(
    zip(
        DAYS,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)
_NOT_PROFIT = {Forme.ASSOCIATION, Forme.FONDATION, Forme.UDAF, Forme.CIDFF}


def service_jsonld(service: Service, directory: Directory, site_url: str) -> str:
    """The service's JSON-LD, safe inside ``<script type="application/ld+json">``.

    ``site_url`` is absolute and has no trailing slash. A closed service has no channel.
    """
    url = f"{site_url}/services/{service.id}/"
    public = service.gestionnaire.forme is not None and service.gestionnaire.forme.is_public
    free = service.tarif is not None and service.tarif.regime is Regime.GRATUIT
    closed = service.statut is Statut.FERME
    return _script(
        {
            "@context": CONTEXT,
            "@type": "GovernmentService" if public else "Service",
            "@id": url,
            "url": url,
            "name": service.nom,
            "serviceType": service.type.label,
            "description": service.resume,
            "provider": _provider(service),
            "areaServed": _areas(service, directory),
            "offers": {"@type": "Offer", "price": 0, "priceCurrency": "EUR"} if free else None,
            "availableChannel": None if closed else _channels(service, directory),
        }
    )


def dataset_jsonld(release: Release) -> str:
    """The JSON-LD of the whole dataset, for the data page; ``release`` is complete."""
    url = release.absolute("donnees/")
    date = release.directory.date
    return _script(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "@id": url,
            "url": url,
            "name": ATTRIBUTION,
            "description": SUMMARY,
            "keywords": list(KEYWORDS),
            "inLanguage": "fr",
            "license": LICENCE,
            "isAccessibleForFree": True,
            "dateModified": date and date.isoformat(),
            "creator": {"@type": "Organization", "name": ATTRIBUTION, "url": release.absolute("")},
            "spatialCoverage": {"@type": "Country", "name": "France"},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": export.title,
                    "contentUrl": release.absolute(export.path),
                    "encodingFormat": export.media_type,
                    "contentSize": str(len(content)),
                }
                for export, content in release.made
                if export.is_data
            ],
        }
    )


def _script(thing: Mapping[str, Any]) -> str:
    """JSON in which nothing can end the script or open a comment (HTML, 4.12.1.3)."""
    text = dumped(_known(thing))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _provider(service: Service) -> dict[str, Any]:
    operator = service.gestionnaire
    kind = "Organization"
    if operator.forme is not None:
        kind = "GovernmentOrganization" if operator.forme.is_public else kind
        kind = "NGO" if operator.forme in _NOT_PROFIT else kind
    number = operator.siret and {
        "@type": "PropertyValue",
        "propertyID": "SIRET",
        "value": operator.siret,
    }
    return _known(
        {"@type": kind, "name": operator.nom, "url": operator.site_web, "identifier": number}
    )


def _areas(service: Service, directory: Directory) -> list[dict[str, Any]]:
    """The départements it says it serves, or else those where it receives."""
    said = service.zone.departements if service.zone else ()
    codes = said or sorted(directory.departements_of(service)) or (service.departement,)
    found = (directory.territory.departement(code) for code in codes)
    return [{"@type": "AdministrativeArea", "name": one.nom} for one in found if one]


def _channels(service: Service, directory: Directory) -> list[dict[str, Any]] | None:
    contact = service.contact
    phone = contact.telephone
    reached = _known(
        {
            "servicePhone": phone and {"@type": "ContactPoint", "telephone": phone.e164},
            "serviceUrl": contact.rendez_vous or service.own_site,
            "availableLanguage": list(service.langues) or None,
        }
    )
    places = (located(lieu, directory) for lieu in service.lieux if not lieu.is_hidden)
    channels = [reached] * bool(reached) + [{"serviceLocation": _place(one)} for one in places]
    return [{"@type": "ServiceChannel", **channel} for channel in channels] or None


def _place(lieu: Lieu) -> dict[str, Any]:
    point = exact_point(lieu)
    address = {
        "@type": "PostalAddress",
        "streetAddress": lieu.adresse,
        "postalCode": lieu.code_postal,
        "addressLocality": lieu.commune,
        "addressCountry": "FR",
    }
    hours = weekly(lieu.horaires) if lieu.horaires else ()
    return _known(
        {
            "@type": "Place",
            "name": lieu.nom or lieu.commune,
            "address": _known(address),
            "geo": point
            and {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]},
            "telephone": lieu.telephone and lieu.telephone.e164,
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": [_DAY_NAMES[day] for day in one.byday.split(",")],
                    "opens": one.opens,
                    "closes": one.closes,
                }
                for one in hours
            ]
            or None,
        }
    )


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
