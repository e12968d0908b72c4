"""The words: Markdown content and its data files, what they may point at, the checks on them.

The only door to ``markdown``. A text never retypes what a file of ``data/`` knows: it links by id
(``[texte](mot:jaf)``) and inserts by id (``[[chiffre:mf-2024-services]]``); what is not found is a
problem with its file and line, and stops the build.
"""
