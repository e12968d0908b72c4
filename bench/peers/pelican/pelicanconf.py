"""Pelican as its documentation has it: an article a service, a tag a département."""  # noqa: INP001 (Pelican reads it by its path)

import json

SITENAME = "Annuaire"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "out"
THEME = "theme"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
READERS = {"html": None}
ARTICLE_URL = "services/{slug}/"
ARTICLE_SAVE_AS = "services/{slug}/index.html"
TAG_URL = "departements/{slug}/"
TAG_SAVE_AS = "departements/{slug}/index.html"
DIRECT_TEMPLATES = ()
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {"autoescape": True}
JINJA_FILTERS = {"fromjson": json.loads}
