"""Who is who: states, governments, bodies, people, and the words that refer back to them."""

from detente.resolve.actors.cast import cast_of
from detente.resolve.actors.parties import government_of, parties_of
from detente.resolve.actors.registry import organ_actor
from detente.resolve.actors.rows import mention_rows

__all__ = ["cast_of", "government_of", "mention_rows", "organ_actor", "parties_of"]
