"""A small set of texts, and the invented services they may point at."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.rules import Context
from generator.checks.run import inspect
from generator.directory import Directory
from generator.editorial.checks import editorial_problems
from generator.problems import Problem
from generator.territory import Territory

TODAY = datetime.date(2026, 11, 23)

SOURCES = """\
sources:
  - id: page-datee
    titre: 'Association exemple, « Une page » [2024]'
    url: https://www.association.example/page
    publie_le: '2024-03-12'
    consulte_le: '2026-11-23'
  - id: texte-sans-adresse
    titre: Code civil, article 255
    consulte_le: '2026-11-23'
"""
FIGURES = """\
series:
  - id: serie-exemple
    titre: Une série
    annee: '2024'
    perimetre: les services d'exemple.
    chiffres:
      - {id: seances, mesure: Séances, valeur: '56786', source: page-datee}
      - {id: accords, mesure: Accords, valeur: '62', unite: '%', environ: oui, source: page-datee}
"""
GLOSSARY = """\
mots:
  - id: jaf
    mot: Juge aux affaires familiales
    sigle: JAF
    definition: Un juge. Lisez [la page](page:exemple).
    sources: [page-datee]
    voir: [ordonnance]
  - id: ordonnance
    mot: Ordonnance
    definition: Une décision.
    sources: [texte-sans-adresse]
"""
PUBLISHER = """\
informations:
  - {id: courriel, libelle: adresse électronique, courriel: contact@association.example}
  - {id: depot, libelle: adresse du dépôt, adresse_web: 'https://depot.example/fiches'}
  - {id: editeur, libelle: nom de l'éditeur, texte: Association exemple}
  - {id: hebergeur, libelle: nom de l'hébergeur}
"""
NUMBERS = """\
numeros:
  - numero: '3919'
    appel: '3919'
    nom: Écoute
    details: Gratuit.
    source: {titre: Une page, url: 'https://www.association.example/', consulte_le: '2026-11-23'}
"""
ORIENTATION = """\
titre: De quoi avez-vous besoin ?
resume: Quelques questions.
questions:
  - id: debut
    question: Avez-vous peur ?
    reponses:
      - {texte: Oui, vers: proteger, violence: oui}
      - {texte: Non, vers: parler}
resultats:
  - id: proteger
    titre: Vous protéger
    raison: Vous d'abord.
    numeros: oui
    portes:
      - {texte: Votre sécurité, lien: 'page:securite'}
  - id: parler
    titre: Se parler
    raison: Une médiation peut aider.
    portes:
      - {texte: Chercher, lien: 'recherche:activite=mediation_familiale'}
"""
HEADER = "Title: Exemple\nSlug: exemple\nDate: 2026-11-23\nRubrique: comprendre\nSummary: Un exemple.\n\n"


@pytest.fixture(scope="session")
def directory(project_root: Path) -> Directory:
    """The invented services of the fixtures."""
    territory = Territory.load(project_root)
    services = project_root / "tests" / "fixtures" / "fictional" / "services"
    found = inspect(services, project_root, Context(territory, TODAY, fictional=True))
    assert found.errors == ()
    return Directory(found.services, territory, TODAY)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A project of small data files and one page, all sound."""
    (tmp_path / "data").mkdir()
    for name, text in {
        "sources": SOURCES,
        "chiffres": FIGURES,
        "glossaire": GLOSSARY,
        "editeur": PUBLISHER,
        "numeros": NUMBERS,
        "orientation": ORIENTATION,
    }.items():
        (tmp_path / "data" / f"{name}.yaml").write_text(text, "utf-8")
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (tmp_path / "content" / "actualites").mkdir()
    safety = HEADER.replace("exemple", "securite")
    (pages / "securite.md").write_text(f"{safety}## Quitter vite\n\nUn bouton.\n", "utf-8")
    (pages / "exemple.md").write_text(f"{HEADER}Un texte.\n", "utf-8")
    return tmp_path


@pytest.fixture
def found(texts: Path, directory: Directory) -> Callable[..., list[Problem]]:
    """Tells the problems of the texts, once ``body`` is the body of the example page."""

    def problems(body: str = "Un texte.\n", header: str = HEADER) -> list[Problem]:
        (texts / "content" / "pages" / "exemple.md").write_text(header + body, "utf-8")
        missing = "texte-a-completer"
        return [one for one in editorial_problems(texts, directory) if one.rule != missing]

    return problems
