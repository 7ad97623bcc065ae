"""Content hashes: the same report has the same id wherever and whenever it is read."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def content_id(*parts: str | None) -> str:
    """``sha256:…`` over the parts in order; a missing part differs from an empty one.

    >>> content_id("a", None) == content_id("a", "")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"sha256:{digest.hexdigest()}"


def slug(name: str) -> str:
    """A lower-case ASCII name for an actor id; never empty.

    >>> slug("José Ramos-Horta")
    'jose-ramos-horta'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return found or "x" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
