"""The words people type, for the browser: names of activities, and what everyday words mean here."""

from collections.abc import Iterator

from generator.search.asked import ACTIVITY_NAMES, ARTICLES, COMMON, LINKS, SPOKEN
from generator.search.json_files import compact_json
from generator.search.synonyms import MEANINGS

WORDS = "recherche/mots.json"


def word_files() -> Iterator[tuple[str, bytes]]:
    """The table that ``theme/static/find/words.js`` reads, all words in the form of ``search_key``."""
    yield (
        WORDS,
        compact_json(
            {
                "activites": [[name, activity.value] for name, activity in ACTIVITY_NAMES],
                "liens": LINKS,
                "articles": ARTICLES,
                "courants": COMMON,
                "paroles": SPOKEN,
                "sens": [
                    {
                        "mots": one.phrases,
                        "activite": one.activity.value if one.activity else "",
                        "explication": one.explanation,
                        "page": f"{one.page}/",
                        "titre": one.title,
                        **({"filtre": one.filter_id} if one.filter_id else {}),
                    }
                    for one in MEANINGS
                ],
            }
        ),
    )
