"""What is checked of the body of a text, line by line."""

import re
from collections.abc import Iterator

from generator.characters import forbidden_in
from generator.editorial import publisher
from generator.editorial.addresses import Addresses
from generator.editorial.content import ContentFile
from generator.editorial.faults import NotFound, problem
from generator.editorial.inserts import CONTENTS, Inserts, standing_alone
from generator.editorial.library import Library
from generator.editorial.readability import advice, word_count
from generator.problems import Problem, Severity

LONGEST_WITHOUT_CONTENTS = 1200
"""Words of the longest page that has no table of contents."""

_TAG = re.compile(r"<[A-Za-z/!?]")
_VAGUE = frozenset(
    {"ici", "là", "cliquez ici", "lien", "ce lien", "ce site", "en savoir plus", "lire"}
)
_DIGITS = re.compile(r"\d")
_NOT_FIGURES = re.compile(
    r"\[\[[^\[\]]*\]\]|\]\([^()]*\)"  # inserts, addresses of links
    r"|\b(?:19|20)\d\d(?:-\d+)?\b"  # years, numbers of decrees
    r"|\b\d{1,2}(?:er)? (?=[a-zûé]+ (?:19|20)\d\d)"  # days
    r"|\b[DLR]\. ?\d+(?:-\d+)*|\barticles? \d[\d\w-]*(?:(?:,| et) \d[\d-]*)*"  # articles of law
    r"|^\s*\d+\."  # numbered lists
)


def insert_problems(file: ContentFile, library: Library) -> Iterator[Problem]:
    """Inserts that name nothing known, or a part of a page in the middle of a sentence."""
    alone = standing_alone(file.body.split("\n"))
    for mention in file.inserts():
        name = f":{mention.target}" if mention.target else ""
        around = "" if mention.line - file.first_line in alone else "…"
        try:
            Inserts(library).expand([f"{around}[[{mention.text}{name}]]"])
        except NotFound as lost:
            yield problem(file.path, mention.line, "insertion", lost.message, lost.hint)


def link_problems(file: ContentFile, addresses: Addresses) -> Iterator[Problem]:
    """Links that lead nowhere, and links out of the site whose words do not say where to."""
    for mention in file.links():
        try:
            target = addresses.resolve(mention.target)
        except NotFound as lost:
            yield problem(file.path, mention.line, "lien", lost.message, lost.hint)
            continue
        if target.leaves and mention.text.strip(" *_").lower() in _VAGUE:
            yield problem(
                file.path,
                mention.line,
                "lien-vague",
                f"le texte du lien « {mention.text} » ne dit pas où l'on va",
                "Nommez la page ou le site : ce texte est souvent lu seul.",
            )


def text_problems(file: ContentFile) -> Iterator[Problem]:
    """What a text may not hold, numbers without a source, and advice on how it reads."""
    for line, text in file.lines:
        if found := _TAG.search(text):
            yield problem(
                file.path,
                line,
                "html",
                f"« {text[found.start() : found.start() + 20]} » ressemble à une balise HTML",
                "Écrivez en Markdown ; si ce signe se lit, mettez-le entre accents graves.",
                column=found.start() + 1,
            )
        if "![" in text:
            hint = "Dites avec des mots ce que montrait l'image."
            yield problem(file.path, line, "image", "une image n'est pas permise ici", hint)
        if "[à compléter" in text:
            hint = f"Mettez-le dans {publisher.FILE}, et écrivez [[editeur:identifiant]]."
            yield problem(file.path, line, "blanc", "un blanc est écrit dans le texte", hint)
        for column, code, name in forbidden_in(text):
            found_sign = f"un caractère qu'on ne voit pas (U+{code:04X}, {name})"
            hint = "Effacez-le."
            yield problem(file.path, line, "caractere", found_sign, hint, column=column + 1)
    yield from _figure_problems(file)
    for one in advice(file):
        yield problem(file.path, one.line, "lecture", one.found, one.hint)
    words = word_count(file)
    if words > LONGEST_WITHOUT_CONTENTS and CONTENTS not in file.body:
        yield problem(
            file.path,
            file.first_line,
            "longueur",
            f"cette page compte {words} mots et n'a pas de sommaire",
            f"Écrivez {CONTENTS} seul sur une ligne, après l'introduction, ou coupez la page.",
        )


def _figure_problems(file: ContentFile) -> Iterator[Problem]:
    """Numbers without a source beside them: an error where figures are the subject, else advice."""
    severity = Severity.ERREUR if "chiffres" in file.metadata else Severity.CONSEIL
    start, kept = 0, list[str]()
    for number, line in (*file.lines, (0, "")):
        if kept and (not line.strip() or re.match(r"\s*(?:[-*+]|\d+\.|\|)\s", line)):
            text = " ".join(kept)
            if _DIGITS.search(_NOT_FIGURES.sub(" ", text)) and "source:" not in text:
                yield problem(
                    file.path,
                    start,
                    "chiffre",
                    "un nombre est écrit ici sans source à côté",
                    "Prenez-le dans data/chiffres.yaml ([[chiffre:…]]), ou citez [[source:…]].",
                    severity=severity,
                )
            kept = []
        if line.strip() and not line.startswith("#"):
            start = start if kept else number
            kept.append(line)
