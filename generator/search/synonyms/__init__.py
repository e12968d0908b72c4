"""The words people come with, and what they are looking for: the door to the right service.

Nobody in a separation types « espace de rencontre ». Each line leads from everyday words to an
activity, with one sentence that says why, and to the page that says more. The browser gets the same
table (``words.py``), read by ``theme/static/find/words.js``.
"""

from generator.search.meaning import Meaning
from generator.search.synonyms.danger import DANGER
from generator.search.synonyms.practical import PRACTICAL
from generator.search.synonyms.situations import SITUATIONS

MEANINGS: tuple[Meaning, ...] = (*DANGER, *SITUATIONS, *PRACTICAL)
"""From the most urgent to the most general: the first that fits is the one shown."""
