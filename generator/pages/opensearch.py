"""The description by which a browser offers this site's search in its own box."""

from xml.sax.saxutils import escape, quoteattr

from generator.pages.site import Site

OPENSEARCH_PATH = "opensearch.xml"
_SHORT_NAME = "Annuaire famille"
"""Sixteen characters, which OpenSearch 1.1 allows at most."""


def opensearch(site: Site) -> bytes:
    """The description (OpenSearch 1.1). The words go after ``#``: they do not reach the server."""
    template = site.absolute("recherche/") + "#texte={searchTerms}"
    icon = site.absolute(site.assets["icon.svg"])
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(_SHORT_NAME)}</ShortName>",
        f"<Description>{escape(site.name)}</Description>",
        "<InputEncoding>UTF-8</InputEncoding>",
        "<Language>fr</Language>",
        f'<Image type="image/svg+xml">{escape(icon)}</Image>',
        f'<Url type="text/html" template={quoteattr(template)}/>',
        "</OpenSearchDescription>",
        "",
    ]
    return "\n".join(lines).encode()
