"""What a text asks for in the terminal: a commune, a département, a région, or words to look for.

The rules are those of the browser (``theme/static/find/intent.js``), which also completes names
that are typed in part; a test holds one to the other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.vocabulary import Activite
from generator.search.asked import ARTICLES, COMMON, LINKS, asked
from generator.search.everyday import meaning_of
from generator.search.large import large_first, nearly
from generator.search.meaning import Meaning
from generator.search.spelling import spelt
from generator.territory import Commune, Departement, Region, Territory
from generator.territory.names import search_key, without_article

_ENDS_WITH_NUMBER = re.compile(r"(.*[^\W\d].*) (\d{2,3}|2[ab])")
_AROUND = frozenset((*LINKS, *ARTICLES))


@dataclass(frozen=True, slots=True)
class Intent:
    """Where to look: around the first of ``communes``, in the whole of ``area``, or by words.

    With an ``area``, ``communes`` are its namesakes; with neither, the text is ``words``, in the form of
    ``search_key``, ``corrected`` the same as the table spells them if it spells them otherwise, and
    ``likely`` are the large communes that these may mean, but for one mistake; words that the number of a département followed (« udaf 33 ») are to be looked for ``within`` it.
    ``activity`` is the one that the text asks for beside a place, if it does; ``meaning`` is what
    everyday words say, around a place (« divorce Rennes ») or alone.
    """

    communes: tuple[Commune, ...] = ()
    area: Departement | Region | None = None
    activity: Activite | None = None
    meaning: Meaning | None = None
    words: str = ""
    corrected: str = ""
    within: Departement | None = None
    likely: tuple[Commune, ...] = ()

    @property
    def is_somewhere(self) -> bool:
        """Whether the text leads to a place."""
        return bool(self.communes or self.area)


def intent_of(text: str, territory: Territory) -> Intent:
    """What ``text`` asks for: ``« médiation dans le Rhône »``, mediations of one département.

    A text that leads to no place is read again as the table spells its words; a place alone, which
    was not typed, is not gone to.
    """
    found = _intent_in(text, territory)
    corrected = "" if found.is_somewhere else spelt(text)
    if corrected in ("", search_key(text)):
        return found
    meant = _intent_in(corrected, territory)
    is_alone = meant.is_somewhere and not (meant.activity or meant.meaning)
    if is_alone:
        return found
    return replace(meant, words=found.words, corrected=meant.words, within=found.within)


def _intent_in(text: str, territory: Territory) -> Intent:
    """The same for a text whose words are spelt as they are in the table."""
    wanted = asked(text)
    meaning = meaning_of(text)
    is_answered = meaning is not None and not meaning.is_about_services
    # A page answers, not a service (danger above all): « ma médiatrice me touche » names no Touche.
    names = [
        one
        for one in (wanted.named if wanted.activity else (text,))
        if not is_answered or meaning_of(one) is meaning
    ]
    found = _first_place(names, territory)
    if found.is_somewhere:
        return replace(found, activity=wanted.activity)
    if meaning and meaning.is_about_services:
        found = _first_place(wanted.bare, territory)
        if found.is_somewhere:
            return replace(found, activity=wanted.activity or meaning.activity, meaning=meaning)
    # Beside such an answer, no other name than the one that was typed.
    (*_, left) = (text, *wanted.named, *wanted.bare)
    likely = () if is_answered else nearly(left, territory)
    words, within = search_key(text), None
    numbered = _ENDS_WITH_NUMBER.fullmatch(words)
    if numbered and not meaning and (within := territory.departement_named(numbered[2])):
        words = numbered[1]
        if _AROUND.issuperset(words.split()):
            return Intent(area=within)  # « j'habite dans le 33 »
    return Intent(meaning=meaning, words=words, within=within, likely=likely)


def _first_place(names: Iterable[str], territory: Territory) -> Intent:
    """What the first of ``names`` names that is a whole one, and no word of the field."""
    for name in names:
        found = _place(name, territory)
        if found.is_somewhere and not _is_other_than_place(name, is_exact=bool(found.communes)):
            return found
    return Intent()


def _place(name: str, territory: Territory) -> Intent:
    """The communes, the département or the région of that whole name."""
    communes = (
        large_first(name, territory.find(name), territory)
        or _without_article(name, territory)
        or _in_departement(name, territory)
    )
    departement = territory.departement_named(name)
    is_its_town = departement and communes and communes[0].departement == departement.code  # Paris
    area = None if is_its_town else departement or territory.region_named(name)
    return Intent(communes, area)


def _without_article(name: str, territory: Territory) -> tuple[Commune, ...]:
    """The communes of a name to which an article was given that it has not: ``« au Rennes »``."""
    bare = without_article(search_key(name))
    return tuple(
        one for one in territory.find(bare) if without_article(search_key(one.nom)) == bare
    )


def _in_departement(name: str, territory: Territory) -> tuple[Commune, ...]:
    """The communes of a name that its département follows: ``« Saint-Denis (93) »``, as we write it."""
    commune, _, last = search_key(name).rpartition(" ")
    departement = territory.departement_named(last)
    return tuple(
        one
        for one in territory.find(commune)
        if departement and one.departement == departement.code
    )


def _is_other_than_place(text: str, *, is_exact: bool) -> bool:
    """Whether a word of the field or of everyday life comes first, as in ``words.js``."""
    key = without_article(search_key(text))
    meaning = meaning_of(text)
    is_said = meaning and (not is_exact or key in meaning.phrases)
    return bool(is_said) or key in COMMON
