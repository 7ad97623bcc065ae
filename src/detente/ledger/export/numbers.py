"""Whole numbers and UUIDs in the place of ids, the same for the same id."""

from __future__ import annotations

import hashlib
from uuid import NAMESPACE_URL, UUID, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "urn:detente:export:1")
_BITS = 53  # so that a reader who takes it for a float loses nothing


def number_of(identifier: str) -> int:
    """A whole number from 0 to 2^53 - 1 for an id: its hash.

    >>> number_of("ev-1") == number_of("ev-1") < 2**53
    True
    """
    digest = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8]) >> (64 - _BITS)


def uuid_of(*parts: str) -> UUID:
    """A UUID (version 5) for the parts, in detente's own namespace.

    >>> uuid_of("note", "a").version
    5
    """
    name = "\x1f".join(parts)
    return uuid5(NAMESPACE, name.encode("utf-8", "replace").decode("utf-8"))
