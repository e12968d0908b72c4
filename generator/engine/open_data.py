"""What the exports have to say on the data page."""

from generator.exports import EXPORTS, GROUPS, Export, Release, dataset_jsonld
from generator.exports.examples import examples
from generator.exports.licence import ATTRIBUTION, LICENCE, LICENCE_NAME
from generator.exports.overview import (
    PREVIEW_COLUMNS,
    PREVIEW_ROWS,
    by_verification,
    cells_of,
    citation,
    completeness,
    preview,
)
from generator.exports.tables import PLACES, SERVICES, Table
from generator.pages.data_page import (
    CodeExample,
    Download,
    DownloadGroup,
    FieldShare,
    OpenData,
    TableShare,
)


def open_data(release: Release) -> OpenData:
    """The data page's contents; ``release`` is complete."""
    sentence, bibtex = citation(release)
    return OpenData(
        downloads=tuple(
            DownloadGroup(
                title, tuple(_download(one, release) for one in EXPORTS if one.group == group)
            )
            for group, title in GROUPS.items()
        ),
        licence_name=LICENCE_NAME,
        licence_url=LICENCE,
        attribution=ATTRIBUTION,
        verification=by_verification(release.directory),
        tables=(_share(SERVICES, release), _share(PLACES, release)),
        preview_columns=PREVIEW_COLUMNS,
        preview=preview(SERVICES, cells_of(release, SERVICES), PREVIEW_COLUMNS, PREVIEW_ROWS),
        citation=sentence,
        bibtex=bibtex,
        examples=tuple(CodeExample(*one) for one in examples(release.site_url)),
        jsonld=dataset_jsonld(release),
    )


def _download(export: Export, release: Release) -> Download:
    return Download(
        export.path,
        export.title,
        export.purpose,
        len(release.files[export.path]),
        release.sha256(export.path),
    )


def _share(table: Table, release: Release) -> TableShare:
    columns = completeness(table, cells_of(release, table))
    return TableShare(
        table.title,
        columns[0].total,
        tuple(FieldShare(one.name, one.title, one.rows, one.percent) for one in columns),
    )
