"""vCard 4.0 (RFC 6350): a service in an address book."""

from collections.abc import Iterator

from generator.exports.content_lines import encoded, escaped
from generator.exports.dates import checked_on
from generator.exports.export import Release
from generator.exports.hsds import identifier
from generator.exports.licence import ATTRIBUTION, LICENCE_NAME
from generator.exports.places import exact_point
from generator.model.phone import Phone
from generator.model.service import Lieu, Service
from generator.model.vocabulary import Statut


def vcards(service: Service, release: Release) -> Iterator[tuple[str, bytes]]:
    """The card of a service, with its path."""
    yield f"api/v1/services/{service.id}.vcf", vcard(service, release.site_url)


def vcard(service: Service, site_url: str) -> bytes:
    """The card of ``service``. A closed one says so and gives no way to reach it."""
    closed = service.statut is Statut.FERME
    page = f"{site_url}/services/{service.id}/"
    checked = checked_on(service)
    note = f"{service.resume}\n{ATTRIBUTION}, {LICENCE_NAME} : {page}"
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        f"UID:urn:uuid:{identifier(service.id)}",
        f"FN:{escaped(f'{service.nom} (fermé)' if closed else service.nom)}",
        f"ORG:{escaped(service.gestionnaire.nom)}",
        f"CATEGORIES:{escaped(service.type.label)}",
        f"NOTE:{escaped(note)}",
        f"SOURCE:{page.removesuffix('/').replace('/services/', '/api/v1/services/')}.vcf",
        f"URL:{page}",
    ]
    if checked:
        lines.append(f"REV:{checked:%Y%m%d}T000000Z")
    lines += [f"LANG:{code}" for code in service.langues]
    if not closed:
        lines += _contact(service)
    return encoded([*lines, "END:VCARD"])


def _contact(service: Service) -> Iterator[str]:
    contact = service.contact
    if contact.telephone:
        yield _telephone(contact.telephone)
    if contact.courriel:
        yield f"EMAIL;TYPE=work:{contact.courriel}"
    if service.own_site:
        yield f"URL;TYPE=work:{service.own_site}"
    for lieu in service.lieux:
        yield from _place(lieu)


def _telephone(phone: Phone) -> str:
    return f'TEL;VALUE=uri;TYPE="voice,work":tel:{phone.e164}'


def _place(lieu: Lieu) -> Iterator[str]:
    """Address and position of a place that may be shown."""
    if lieu.is_hidden or not lieu.commune:
        return
    fields = (lieu.complement, lieu.adresse, lieu.commune, "", lieu.code_postal, "France")
    extended, street, city, region, code, country = (escaped(one or "") for one in fields)
    yield f"ADR;TYPE=work:;{extended};{street};{city};{region};{code};{country}"
    if point := exact_point(lieu):
        yield f"GEO:geo:{point[0]:.5f},{point[1]:.5f}"
