"""E-mail addresses of services, in ASCII, and those that look like a person's."""

import re

from email_validator import EmailNotValidError, validate_email

from generator.model.domain_name import is_public_host
from generator.model.refused import Refused, quoted

# No local part begins with a sign that a spreadsheet takes for a formula.
_FIRST_CHARACTER = re.compile(r"[A-Za-z0-9_]")
# Counted, since a run of blanks may be long.
_SPELLED_OUT = re.compile(r"[\s\[(]{0,3}\b(?:at|arobase|chez)\b[\s\])]{0,3}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9_][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9.-]{3,255}")
_MAX_ADDRESS = 254
_TELLING_WORD = 4
_READ_FOR_HINT = 500
_NAME = re.compile(r"([a-z]+(?:-[a-z]+)?)[._]([a-z]+(?:-[a-z]+)*)")
# How the words of services begin.
_SERVICE_STEM = re.compile(
    r"""
    (?: accueil | accompagn | action | admin | adoption | aid(?:e|ant) | animation | antenne | asso
      | atelier | autonomie | bureau | centre | cidff | comptab | conseil | consult | contact
      | coordination | couple | courrier | dialogue | direct(?:ion|eur|rice) | ecole | ecoute
      | enfan | entraide | equipe | espace | etudes | famil | federation | femmes | fondation
      | formation | foyer | gestion | groupe | info | insertion | jeune | juridique | justice
      | liens? \b | lieux? \b | local | logement | maison | mairie | mediat | mission | parent
      | permanence | planning | pole \b | point | presiden | prevention | protection | quartier
      | relais | relation | rencontre | rdv | reseau | responsable | ressource | sauvegarde
      | secretari | sejour | service | siege | social | soci(?:aux|ete) | solidarite | soutien
      | standard | territoire | tribunal | udaf | union | victim | ville | violence | visite )
    """,
    re.VERBOSE,
)
_SERVICE_WORDS = frozenset(
    (
        "caf",
        "com",
        "er",
        "erp",
        "est",
        "la",
        "le",
        "les",
        "mjc",
        "msa",
        "nord",
        "ouest",
        "rh",
        "sud",
    )
)


def parse_email(text: str) -> str:
    """The e-mail address, its domain in lower case, as plain ASCII.

    Quoted local parts, comments, IP addresses, display names and accents are refused. Whether the
    address answers is not asked: nothing of a build goes to the network. Raises ``Refused``
    (``courriel``).
    """
    address = _accepted(text)
    if address is None:
        raise Refused("courriel", f"{quoted(text)} n'est pas une adresse de courriel", _hint(text))
    return address


def domain_of(email: str) -> str:
    """The domain of a parsed address."""
    return email.rpartition("@")[2]


def looks_personal(email: str) -> bool:
    """True when the part before ``@`` has the shape of a person's name, ``prenom.nom``.

    Two words parted by a dot or an underscore, none of which is a word that services use, nor part
    of the domain's own name (``smo.sud@``, ``mediation.familiale@``, ``udaf.rhone@udaf69…`` are
    not names).
    """
    local, _, domain = email.lower().rpartition("@")
    match = _NAME.fullmatch(local)
    if not match:
        return False
    return not any(
        part in _SERVICE_WORDS
        or any(_SERVICE_STEM.match(word) or _is_in(word, domain) for word in part.split("-"))
        for part in match.groups()
    )


def _is_in(word: str, domain: str) -> bool:
    """True when the word is part of the domain; shorter ones would be there by chance."""
    return len(word) >= _TELLING_WORD and word in domain


def _accepted(text: str) -> str | None:
    """The address in its normal form, or None when it is not one."""
    address = text.strip(" ")
    if len(address) > _MAX_ADDRESS or not address.isascii() or not _FIRST_CHARACTER.match(address):
        return None
    try:
        valid = validate_email(
            address,
            check_deliverability=False,
            allow_smtputf8=False,
            allow_quoted_local=False,
            strict=True,
        )
    except EmailNotValidError:
        return None
    if not is_public_host(valid.ascii_domain):
        return None
    return f"{valid.local_part}@{valid.ascii_domain}"


def _hint(text: str) -> str:
    found = _ADDRESS.findall(text[:_READ_FOR_HINT])
    if len(found) > 1:
        return "Gardez une seule adresse par champ"
    spelled = _SPELLED_OUT.sub("@", text[:_READ_FOR_HINT])
    for candidate in (*found, spelled):
        if mended := _accepted(candidate):
            return f"Écrivez l'adresse seule, {quoted(mended)}, si c'est bien elle"
    return (
        f"Écrivez une adresse sans accent ni espace, comme {quoted('contact@association.example')}"
    )
