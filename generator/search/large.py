"""The large communes that a name may stand for: who types « Aix » seldom means Aix, in Corrèze.

The rules are those of ``theme/static/find/communes.js``.
"""

from generator.search.communes import POPULOUS
from generator.territory import Commune, Territory
from generator.territory.names import is_one_edit, search_key, without_article

_FORGIVEN_FROM = 4
"""Letters: shorter texts are near to everything."""


def large_first(
    text: str, communes: tuple[Commune, ...], territory: Territory
) -> tuple[Commune, ...]:
    """``communes``, found by ``text``, after the large ones that it begins, when none bears it today.

    ``"Boulogne"`` is Boulogne-Billancourt sooner than what took in a village of that name.
    """
    bare = _bare(text)
    if not communes or any(_bare(one.nom) == bare for one in communes):
        return communes
    return tuple(dict.fromkeys((*_begun_by(bare, territory), *communes)))


def large_of(commune: Commune, territory: Territory) -> tuple[Commune, ...]:
    """The large communes that the name of ``commune`` begins, most populous first; none if it is large."""
    if commune in territory.most_populous(POPULOUS):
        return ()
    return _begun_by(_bare(commune.nom), territory)


def nearly(text: str, territory: Territory) -> tuple[Commune, ...]:
    """Those whose whole name ``text`` is, but for one mistake: Rennes, of ``"renes"``."""
    key = search_key(text)
    if len(key) < _FORGIVEN_FROM:
        return ()
    return tuple(
        one for one in territory.most_populous(POPULOUS) if is_one_edit(key, search_key(one.nom))
    )


def _begun_by(bare: str, territory: Territory) -> tuple[Commune, ...]:
    return tuple(
        one for one in territory.most_populous(POPULOUS) if _bare(one.nom).startswith(f"{bare} ")
    )


def _bare(name: str) -> str:
    return without_article(search_key(name))
