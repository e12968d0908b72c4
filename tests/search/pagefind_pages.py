"""Small sites to be indexed: fictional words, drawn from a seed."""

import random
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from pagefind_bin import get_executable

WORDS = (
    "médiation familiale espace rencontre parent enfant juge séparation conflit accueil gratuit "
    "téléphone association préfecture écoute dialogue cœur œuvre été à côté Lyon Nantes"
).split()


def pages(count: int, *, seed: int = 1) -> dict[str, str]:
    """``count`` pages with filters and metadata, by path."""
    draw = random.Random(seed)  # noqa: S311 - sample text, not a secret
    site = {}
    for number in range(count):
        words = " ".join(draw.choices(WORDS, k=draw.randint(5, 60)))
        site[f"services/service-{number}/index.html"] = (
            '<!doctype html><html lang="fr"><head><title>Service</title></head><body>'
            "<nav>sommaire</nav><main data-pagefind-body>"
            f"<h1>Service {number} de {draw.choice(WORDS)}</h1>"
            f'<p data-pagefind-filter="departement">{draw.randint(1, 95)}</p>'
            f'<p data-pagefind-filter="activite">{draw.choice(("médiation", "rencontre"))}</p>'
            f'<p data-pagefind-filter="langue">{draw.choice(("fr", "en", "fsl"))}</p>'
            f'<p data-pagefind-meta="commune">{draw.choice(WORDS)}</p>'
            f"<p>{words} numéro{number}</p></main></body></html>"
        )
    return site


def write_site(folder: Path, site: Mapping[str, str], order: Iterable[str] | None = None) -> Path:
    """Write the pages, in this order of creation; return the folder."""
    for path in order or site:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(site[path], encoding="utf-8")
    return folder


def run_pagefind(site: Path, output: Path, **environment: str) -> Path:
    """Run Pagefind alone, as it comes; return its output folder."""
    subprocess.run(
        [
            str(get_executable()),
            *("--site", str(site), "--output-path", str(output)),
            *("--force-language", "fr", "--silent"),
        ],
        env=environment,
        check=True,
    )
    return output


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
