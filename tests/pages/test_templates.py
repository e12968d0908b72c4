"""What the theme's templates may not do."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parent.parent.parent / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
SCRIPTS = sorted((THEME / "static").rglob("*.js"))

FORBIDDEN = {
    "text printed as markup": r"(?<!article\.content)(?<!page\.content)\s*\|\s*safe\b",
    "autoescape turned off": r"autoescape\s+false",
    "an attribute without quotation marks": r"<[a-z][^>]*\s[a-z-]+=(?!\")",
    "an event handler": r"<[^>]*\son[a-z]+\s*=",
    # The policy allows one style sheet by its digest, and none other.
    "an inline style": r"<[^>]*\sstyle\s*=|<style\b(?!>\{\{ site\.service_style \}\}</style>)",
    "an inline script": r'<script(?![^>]*\s(?:src=|type="application/ld\+json">))',
    "a javascript: address": r"javascript:",
}
"""Patterns looked for in a template whose quoted values are emptied (but for the last rule)."""
MARKUP_IN_SCRIPTS = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
STORAGE = r"localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|caches\."


def found(rule: str, template: str) -> list[str]:
    bare = template if ":" in rule else re.sub(r'(?<!\stype)="[^"]*"', '=""', template)
    return re.findall(FORBIDDEN[rule], bare)


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(THEME).as_posix() for path in paths]


@pytest.mark.parametrize("rule", FORBIDDEN)
@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_template_has_none_of(path: Path, rule: str) -> None:
    assert found(rule, path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_link_that_leaves_the_site_sends_no_referrer(path: Path) -> None:
    """Links to the site go through ``site.``; tel:, mailto:, sms: and geo: go to no site."""
    stays = r'href="(?:#|mailto:|tel:|sms:|\{\{ site\.(?:to|asset|absolute)|\{\{ [a-z.]+\.(?:href|geo) \}\})'
    links = re.findall(r"<a\b[^>]*>", path.read_text("utf-8"))
    leaving = [link for link in links if not re.search(stays, link)]
    assert [link for link in leaving if "noreferrer" not in link] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=names(SCRIPTS))
def test_a_script_builds_no_markup_from_text_and_keeps_nothing(path: Path) -> None:
    assert re.findall(f"{MARKUP_IN_SCRIPTS}|{STORAGE}", path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("rule", "template"),
    [
        ("text printed as markup", "{{ service.name|safe }}"),
        ("text printed as markup", "{{ page.title | safe }}"),
        ("an attribute without quotation marks", "<a class=x>"),
        ("an attribute without quotation marks", "<input value={{ q }}>"),
        ("an event handler", '<a href="x" onclick="y()">'),
        ("an inline style", '<p style="color: red">'),
        ("an inline script", "<script>alert(1)</script>"),
        ("an inline script", '<script type="module">alert(1)</script>'),
    ],
)
def test_the_rules_see_what_they_forbid(rule: str, template: str) -> None:
    assert found(rule, template) != []
