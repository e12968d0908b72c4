"""Pelican's settings: ``pelican content`` gives the site, ``annuaire build`` publishes it.

Each setting that closes a door says which (docs/architecture.md, "Hostile input").
"""

import os

from generator.pages.render import JINJA_OPTIONS, TEMPLATE_FILTERS

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITENAME = "Annuaire de la médiation familiale et des espaces de rencontre"
SITEURL = os.environ.get("SITEURL", "http://127.0.0.1:8000")

# Dates and language: nothing depends on the machine's locale or time zone.
DEFAULT_LANG = "fr"
LOCALE = ["C.UTF-8", "C"]
TIMEZONE = "Europe/Paris"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"

# Pages and news are Markdown written by maintainers; records come through our plugin.
# An explicit list of plugins: unset, any installed package would activate itself.
PLUGINS = ["generator.engine.plugin"]
PAGE_PATHS = ["pages"]
ARTICLE_PATHS = ["actualites"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_URL = "actualites/{slug}/"
ARTICLE_SAVE_AS = "actualites/{slug}/index.html"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "Actualités"
FORMATTED_FIELDS: list[str] = []  # a summary is text, in lists as in feeds

# Only what the theme has a template for is written.
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
TAG_SAVE_AS = TAGS_SAVE_AS = ""
ARCHIVES_SAVE_AS = YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
DEFAULT_PAGINATION = False

# One feed, of the news.
FEED_ALL_ATOM = "actualites/atom.xml"
FEED_DOMAIN = SITEURL
FEED_ALL_RSS = CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None
TAG_FEED_ATOM = TAG_FEED_RSS = None

# Doors of Pelican that would publish files of the building machine or contributed markup:
# link expansion (`{attach}/etc/passwd`), readers other than Markdown, copied folders, pickles.
INTRASITE_LINK_REGEX = r"(?!)(?P<what>)"
READERS = {"html": None, "htm": None, "rst": None}
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
LOAD_CONTENT_CACHE = False
CACHE_CONTENT = False
OUTPUT_SOURCES = False
SLUGIFY_SOURCE = "basename"
PATH_METADATA = ""
FILENAME_METADATA = r"(?P<slug>[a-z0-9-]+)"

# What Markdown may do is set by the plugin (generator/editorial/markup.py).
TYPOGRIFY = False

JINJA_ENVIRONMENT = dict(JINJA_OPTIONS)
JINJA_FILTERS = TEMPLATE_FILTERS
