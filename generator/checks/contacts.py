"""Ways to reach a service: those of the service, not of a person; safe to follow; said once."""

from collections.abc import Iterator

from generator.checks.rules import Context, Finding, Location, follows
from generator.model.domain_name import has_punycode
from generator.model.email import looks_personal
from generator.model.phone import Phone
from generator.model.service import Service
from generator.model.url import host_of, is_https
from generator.problems import Severity
from generator.rules import Rule


@follows(
    Rule(
        "courriel-personnel",
        Severity.AVERTISSEMENT,
        "Un courriel est celui du service, pas d'une personne.",
        "Une personne s'en va, change de poste, et n'a pas toujours voulu que son nom soit publié.",
        "contact:\n  courriel: mediation@association.example\n",
        "contact:\n  courriel: camille.martin@association.example\n",
    )
)
def emails_are_the_services(service: Service, context: Context) -> Iterator[Finding]:
    """No e-mail address has the shape of a person's name."""
    emails: list[tuple[Location, str | None]] = [
        (("contact", "courriel"), service.contact.courriel)
    ]
    emails += [
        (("lieux", index, "courriel"), lieu.courriel) for index, lieu in enumerate(service.lieux)
    ]
    for location, email in emails:
        if email and looks_personal(email):
            yield Finding(
                location,
                f"« {email} » semble porter le nom d'une personne",
                "Donnez l'adresse du service, par exemple « mediation@… » ; si ce n'est pas le nom "
                "d'une personne, dites-le dans « derogations ».",
            )


@follows(
    Rule(
        "telephone-portable",
        Severity.CONSEIL,
        "Un numéro de portable est celui du service, pas d'une personne.",
        "Le portable d'une personne suit la personne : la famille n'appelle plus le service.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone: '06 39 98 12 34'\n",
    )
)
def phones_are_the_services(service: Service, context: Context) -> Iterator[Finding]:
    """A mobile number is worth a second look."""
    for location, phone in _phones(service):
        if phone.is_mobile:
            yield Finding(
                location,
                f"« {phone.grouped} » est un numéro de portable",
                "Vérifiez que c'est celui du service et non d'une personne ; un numéro fixe est "
                "préférable.",
            )


@follows(
    Rule(
        "telephone-majore",
        Severity.AVERTISSEMENT,
        "Un appel au service ne coûte pas plus qu'un appel ordinaire.",
        "Les numéros en 081 et 082 se paient en plus du forfait.",
        "contact:\n  telephone: '01 99 00 12 34'\n",
        "contact:\n  telephone: '08 10 00 00 00'\n",
    )
)
def phones_cost_nothing_more(service: Service, context: Context) -> Iterator[Finding]:
    """No number costs more than an ordinary call."""
    for location, phone in _phones(service):
        if phone.is_surcharged:
            yield Finding(
                location,
                f"« {phone.grouped} » se paie en plus du forfait",
                "Cherchez un numéro ordinaire du service (01 à 05, 09 ou 080).",
            )


def _phones(service: Service) -> Iterator[tuple[Location, Phone]]:
    if service.contact.telephone:
        yield ("contact", "telephone"), service.contact.telephone
    for index, lieu in enumerate(service.lieux):
        if lieu.telephone:
            yield ("lieux", index, "telephone"), lieu.telephone


@follows(
    Rule(
        "adresse-web-non-chiffree",
        Severity.CONSEIL,
        "Une adresse web commence par https://.",
        "Sans chiffrement, le réseau par lequel on passe voit quelle page on lit.",
        "contact:\n  site_web: https://www.association.example/\n",
        "contact:\n  site_web: http://www.association.example/\n",
    )
)
def addresses_are_encrypted(service: Service, context: Context) -> Iterator[Finding]:
    """The addresses that visitors follow are encrypted."""
    for location, url in _addresses(service):
        if not is_https(url):
            yield Finding(
                location,
                "cette adresse n'est pas chiffrée",
                "Essayez la même avec https:// au début : si la page s'ouvre, gardez-la.",
            )


@follows(
    Rule(
        "adresse-web-deguisee",
        Severity.AVERTISSEMENT,
        "Le nom d'un site se lit comme il s'écrit.",
        "Un nom en « xn-- » cache des lettres accentuées ou étrangères, dont certaines imitent les "
        "nôtres : il peut mener à un faux site.",
        "contact:\n  site_web: https://www.association.example/\n",
        "contact:\n  site_web: https://www.xn--mdiation-b1a.example/\n",
    )
)
def addresses_show_their_names(service: Service, context: Context) -> Iterator[Finding]:
    """No address has an internationalised host name."""
    addresses = [*_addresses(service)]
    addresses += [(("sources", n, "url"), one.url) for n, one in enumerate(service.sources)]
    for location, url in addresses:
        if has_punycode(host_of(url)):
            yield Finding(
                location,
                f"« {host_of(url)} » cache des lettres qui ne sont pas de simples lettres de a à z",
                "Ouvrez la page, vérifiez que c'est bien le site du service, et préférez une "
                "adresse sans accent s'il en a une.",
            )


def _addresses(service: Service) -> Iterator[tuple[Location, str]]:
    """The web addresses that visitors are led to."""
    candidates: tuple[tuple[Location, str | None], ...] = (
        (("contact", "site_web"), service.contact.site_web),
        (("contact", "rendez_vous"), service.contact.rendez_vous),
        (("gestionnaire", "site_web"), service.gestionnaire.site_web),
    )
    for location, url in candidates:
        if url:
            yield location, url


@follows(
    Rule(
        "contact-repete",
        Severity.CONSEIL,
        "Un numéro, un courriel ou un site n'est écrit qu'une fois dans la fiche.",
        "Le jour où il change, on n'en corrigerait qu'un sur deux.",
        "contact:\n  telephone: '01 99 00 12 34'\nlieux:\n  - role: siege\n    commune: Rennes\n"
        "    code_insee: '35238'\n    code_postal: '35000'\n    telephone: '01 99 00 12 35'\n",
        "contact:\n  telephone: '01 99 00 12 34'\nlieux:\n  - role: siege\n    commune: Rennes\n"
        "    code_insee: '35238'\n    code_postal: '35000'\n    telephone: '01 99 00 12 34'\n",
    )
)
def contacts_are_said_once(service: Service, context: Context) -> Iterator[Finding]:
    """A place has no phone nor e-mail that is the service's; nor its organisation its site."""
    contact = service.contact
    site = service.gestionnaire.site_web
    if site and site == contact.site_web:
        yield _repeated(("gestionnaire", "site_web"), "contact.site_web")
    for index, lieu in enumerate(service.lieux):
        if lieu.telephone and lieu.telephone == contact.telephone:
            yield _repeated(("lieux", index, "telephone"), "contact.telephone")
        if lieu.courriel and lieu.courriel == contact.courriel:
            yield _repeated(("lieux", index, "courriel"), "contact.courriel")


def _repeated(location: Location, already: str) -> Finding:
    return Finding(
        location,
        f"« {already} » le donne déjà",
        "Retirez cette ligne-ci.",
        needs=(tuple(already.split(".")),),
    )


SERVICE_CHECKS = (
    emails_are_the_services,
    phones_are_the_services,
    phones_cost_nothing_more,
    addresses_are_encrypted,
    addresses_show_their_names,
    contacts_are_said_once,
)
