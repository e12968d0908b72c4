"""What the exports have to say on the data page."""

from generator.exports import EXPORTS, Release, dataset_jsonld
from generator.exports.examples import examples
from generator.exports.licence import ATTRIBUTION, LICENCE, LICENCE_NAME
from generator.exports.overview import (
    PREVIEW_COLUMNS,
    PREVIEW_ROWS,
    by_verification,
    citation,
    completeness,
    preview,
)
from generator.exports.tables import Table
from generator.pages.data_page import CodeExample, Download, FieldShare, OpenData, TableShare


def open_data(release: Release) -> OpenData:
    """The data page's contents; ``release`` is complete."""
    sentence, bibtex = citation(release)
    return OpenData(
        downloads=tuple(
            Download(
                one.path,
                one.title,
                one.purpose,
                len(release.files[one.path]),
                release.sha256(one.path),
            )
            for one in EXPORTS
        ),
        licence_name=LICENCE_NAME,
        licence_url=LICENCE,
        attribution=ATTRIBUTION,
        verification=by_verification(release.directory),
        tables=tuple(_share(one) for one in (release.services, release.places)),
        preview_columns=PREVIEW_COLUMNS,
        preview=preview(release.services, PREVIEW_COLUMNS, PREVIEW_ROWS),
        citation=sentence,
        bibtex=bibtex,
        examples=tuple(CodeExample(*one) for one in examples(release.site_url)),
        jsonld=dataset_jsonld(release),
    )


def _share(table: Table) -> TableShare:
    return TableShare(
        table.title,
        len(table.rows),
        tuple(
            FieldShare(one.name, one.title, one.rows, one.percent) for one in completeness(table)
        ),
    )
