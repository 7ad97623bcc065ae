"""All tables together, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from detente.errors import ResourceError
from detente.resources import rows
from detente.resources.load import classes, fingerprint, furniture_patterns, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every table in use, the user's rows before the package's, and the hash of it all."""

    states: tuple[rows.State, ...]
    metonyms: tuple[rows.Metonym, ...]
    organs: tuple[rows.Organ, ...]
    bodies: tuple[rows.Body, ...]
    outlets: tuple[rows.Outlet, ...]
    regions: tuple[rows.Region, ...]
    titles: tuple[rows.Title, ...]
    offices: tuple[rows.Holder, ...]
    cues: tuple[rows.CueRow, ...]
    connectives: tuple[rows.Connective, ...]
    deadlines: tuple[rows.DeadlineWord, ...]
    modals: tuple[rows.Modal, ...]
    negation: tuple[rows.Negation, ...]
    frames: tuple[rows.Frame, ...]
    embedders: tuple[rows.Embedder, ...]
    commitments: tuple[rows.Committing, ...]
    acts: tuple[rows.ActClass, ...]
    scores: tuple[rows.Score, ...]
    pseudo: tuple[rows.Pseudo, ...]
    classes: dict[str, frozenset[str]]
    furniture: tuple[rows.FurniturePattern, ...]
    fingerprint: str

    def __hash__(self) -> int:
        """By content, so that indexes built from a lexicon can be cached beside it."""
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        """By content, told by its hash: comparing the tables would cost more than the caches save."""
        return isinstance(other, Lexicon) and self.fingerprint == other.fingerprint


@lru_cache(maxsize=4)
def lexicon(extra: tuple[Path, ...] = ()) -> Lexicon:
    """The tables of the package and of the user's folders.

    Raises:
        ResourceError: a folder does not exist or a row is broken.
    """
    for place in extra:
        if not place.is_dir():
            raise ResourceError("no such folder; --resources takes a folder of tables", where=str(place))
    names = [name for name in Lexicon.__dataclass_fields__ if name not in {"classes", "furniture", "fingerprint"}]
    return Lexicon(
        **{name: table(name, extra) for name in names},
        classes=classes(extra),
        furniture=furniture_patterns(extra),
        fingerprint=fingerprint(extra),
    )
