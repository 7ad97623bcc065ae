"""Place names and where they are."""

from detente.resolve.places.resolve import places_of

__all__ = ["places_of"]
