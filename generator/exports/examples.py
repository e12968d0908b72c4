"""Reading the data in five lines: the examples of the data page, which the tests run on built files."""

from typing import NamedTuple


class Example(NamedTuple):
    """A way to begin: its language, and the code."""

    language: str
    code: str


def examples(base: str) -> tuple[Example, ...]:
    """The examples, reading from ``base``: an address or a folder, without a trailing slash."""
    return (
        Example(
            "Python",
            f"""\
import json, urllib.request
with urllib.request.urlopen("{base}/donnees/services.json") as answer:
    services = json.load(answer)["services"]
remote = [one["nom"] for one in services if "visio" in one.get("modes", [])]
print(len(services), "services, dont", len(remote), "en visio")""",
        ),
        Example(
            "R",
            f"""\
address <- "{base}/donnees/services.csv"
services <- read.csv(address, colClasses = "character", encoding = "UTF-8")
open <- subset(services, statut == "ouvert")
table(open$departement, open$type)""",
        ),
        Example(
            "SQL (DuckDB)",
            f"""\
SELECT departement, type, count(*) AS services
FROM read_csv('{base}/donnees/services.csv', all_varchar = true)
WHERE statut = 'ouvert'
GROUP BY departement, type
ORDER BY services DESC, departement, type;""",  # noqa: S608 (shown to people, with our own address)
        ),
        Example(
            "Shell",
            f"""\
curl -fsSO {base}/donnees/services.ndjson
grep -c '"statut":"ouvert"' services.ndjson""",
        ),
    )
