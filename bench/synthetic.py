"""Synthetic records: seeded, unmistakably fictional, of the size and shape of real ones.

Real communes, and nothing else that exists: invented names, telephone numbers of the ranges Arcep
keeps for fiction, ``.example`` domains. About forty fields and fifty lines a record.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from generator.territory import Commune, Territory

SEED = 2026
PHONE_RANGES = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98")
SYLLABLES = "ba bo cha da do fa fi ga lo lu ma mi na no pa ro sa se ta to va vi za zo".split()
OVERSEAS_PLAN_APART = ("975", "977", "978", "986", "987", "988")
HOURS = (
    "Mo-Fr 09:00-12:00,14:00-17:30; PH off",
    "Tu,Th 10:00-12:30,13:30-18:00",
    "We 09:00-18:00; Sa[1,3] 10:00-17:00",
    "Fr 16:00-20:00; Sa 09:00-18:00",
)
MEDIATION = ("separation", "grands_parents", "parents_adolescents", "fratrie", "succession")
MEETING = ("separation", "grands_parents", "visite_parent", "passage_de_bras", "reprise_de_lien")


def write_records(folder: Path, territory: Territory, count: int, seed: int = SEED) -> None:
    """Write ``count`` records under ``folder`` (a ``data/services``); same seed, same bytes."""
    for path, text in records(territory, count, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def records(territory: Territory, count: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """The path under ``data/services`` and the text of each of ``count`` records."""
    chance = random.Random(seed)  # noqa: S311 (numbers to invent, not secrets)
    communes = sorted(
        (
            one
            for one in territory.communes()
            if one.codes_postaux and one.departement not in OVERSEAS_PLAN_APART
        ),
        key=lambda one: (-one.population, one.code_insee),
    )[:4000]
    weights = [commune.population for commune in communes]
    for number in range(count):
        places = chance.choices(communes, weights, k=chance.choice((1, 1, 2, 3)))
        kind = "mediation" if chance.random() < 0.65 else "espace-rencontre"
        identifier = f"{kind}-fictif-{number:05}"
        text = _record(chance, number, kind == "mediation", places)
        yield f"{places[0].departement}/{identifier}.yaml", text


def _record(chance: random.Random, number: int, mediation: bool, places: list[Commune]) -> str:  # noqa: FBT001 (two shapes of one text)
    name = _word(chance, 3) + " " + _word(chance, 4)
    site = f"https://{name.lower().replace(' ', '-')}-{number}.example"
    home = places[0]
    activity = "mediation_familiale" if mediation else "espace_de_rencontre"
    situations = chance.sample(MEDIATION if mediation else MEETING, 3)
    lines = [
        "# yaml-language-server: $schema=../../../schema/service.schema.json",
        f"type: {activity}",
        f"nom: Service fictif {name}",
        "statut: ouvert",
        "gestionnaire:",
        f"  nom: Association fictive {name}",
        "  forme: association",
        f"  site_web: {site}/",
        "resume: >-",
        f"  Ce service imaginaire de {home.nom} sert à mesurer le programme.",
        "  Il n'existe pas et ne répond à personne.",
        "description: |-",
        f"  {_sentence(chance)}",
        "",
        f"  {_sentence(chance)}",
        "situations:",
        *(f"  - {one}" for one in situations),
        "cadres:",
        "  - conventionnel",
        "  - ordonnance_jaf",
        "modes:",
        "  - presentiel",
        "langues:",
        "  - fr",
        f"  - {chance.choice(('en', 'ar', 'pt', 'fsl'))}",
        "contact:",
        f"  telephone: '{_phone(number)}'",
        f"  courriel: contact@{name.lower().replace(' ', '-')}-{number}.example",
        f"  site_web: {site}/service",
        "acces:",
        "  qui:",
        "    - parents",
        "    - grands_parents",
        "  comment:",
        "    - telephone",
        "  documents:",
        "    - une pièce d'identité",
        "tarif:",
        f"  regime: {'bareme_cnaf' if mediation else 'gratuit'}",
        "  premier_entretien_gratuit: oui",
        "zone:",
        "  departements:",
        f"    - '{home.departement}'",
        "lieux:",
    ]
    for rank, commune in enumerate(places):
        lines += _place(chance, rank, commune)
    lines += [
        "sources:",
        f"  - url: {site}/contact",
        "    consulte_le: '2026-11-02'",
        "verification:",
        "  statut: a_confirmer",
        "",
    ]
    return "\n".join(lines)


def _place(chance: random.Random, rank: int, commune: Commune) -> list[str]:
    latitude = commune.latitude + chance.uniform(-0.01, 0.01)
    longitude = commune.longitude + chance.uniform(-0.01, 0.01)
    return [
        f"  - role: {'permanence' if rank else 'siege'}",
        f"    adresse: {chance.randint(1, 99)} rue {_word(chance, 3)}",
        f"    code_postal: '{commune.codes_postaux[0]}'",
        f'    commune: "{commune.nom}"',
        f"    code_insee: '{commune.code_insee}'",
        f"    latitude: '{latitude:.5f}'",
        f"    longitude: '{longitude:.5f}'",
        "    precision: rue",
        f"    horaires: {chance.choice(HOURS)}",
        "    accessibilite:",
        "      pmr: oui",
    ]


def _phone(number: int) -> str:
    line = number % 10_000
    return f"{PHONE_RANGES[number // 10_000 % 6]} {line // 100:02} {line % 100:02}"


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=syllables)).capitalize()


def _sentence(chance: random.Random) -> str:
    words = [_word(chance, 2).lower() for _ in range(18)]
    return "Texte inventé : " + " ".join(words) + "."
