"""Words, names and frames as data: CSV and TOML tables with their sources and licences.

:class:`Lexicon` is what the rest of the house uses; :mod:`detente.resources.load` reads the tables.
"""

from detente.resources.lexicon import Lexicon, lexicon
from detente.resources.load import describe, fingerprint

__all__ = ["Lexicon", "describe", "fingerprint", "lexicon"]
