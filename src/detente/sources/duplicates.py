"""Near copies: which reports are wire copies, reprints or updates of one another, so that they count once.

Reports are taken in their order, and each is compared with those before it only. Words go in overlapping
threes (shingles, Broder 1997, 'On the resemblance and containment of documents', definition of containment);
a fixed share of their hashes is kept, so that containment can be told from what two reports share
(FracMinHash, Irber et al. 2022). Shingles that several unlike reports use are a form letter's, and do not
count. What then looks alike is aligned word by word (:mod:`detente.sources.particulars`): where names, numbers
and dates stand one for the other, it is the same form filled in anew, not the same report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from detente.sources.particulars import Alignment, aligned
from detente.sources.tokens import Words, words_of

Relation = Literal["original", "copy", "update", "reprint"]

RULES = "1"  # another name whenever the same reports may be placed otherwise: ledgers place them anew then
SHINGLE = 3  # words: short enough to outlive a misread letter every dozen words
SHARE = 4  # one shingle hash in four is kept
FORM = 5  # families that may share a shingle; one that more use belongs to a form, or to everybody
ALIKE = 0.45  # containment of the shorter in the longer from which two reports are compared word by word
KIN = 0.15  # containment with the first of a family, however like a later, shorter member is
NEEDED = 6  # kept hashes below which a report says too little to be compared but letter by letter
MEMBERS = 8  # reports of a family that a new one is compared with, the latest first
MOST = 0.6  # of the earlier text, in order, from which a later one by the same hand replaces it
IDENTICAL = 0.9  # of both texts: from here on a copy, below it cut or enlarged
_UPDATED = re.compile(r"\b(?:updat\w+|correct(?:s|ed|ion)|clarif\w+|adds? details|recasts?|rewrites)\b", re.IGNORECASE)
_WIRE = re.compile(r"\b(Reuters|AFP|AP|Associated Press|DPA|TASS|Interfax|Xinhua|Kyodo|Yonhap|Anadolu|UPI|EFE|ANSA)\b")
_MASK = 0xFFFFFFFFFFFFFFFF


class Source(Protocol):
    """What a report must tell to be placed."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def published(self) -> str | None:
        """Its day."""

    @property
    def outlet(self) -> str | None:
        """Who printed it."""

    @property
    def title(self) -> str | None:
        """Its title."""

    @property
    def text(self) -> str:
        """Its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a report belongs: the first report of its family, and what it is to the one it is nearest to.

    ``containment`` is the share of the shorter text's counted shingles that the longer has, from 0 to 1;
    ``superseded_by`` the id of a later version by the same outlet or wire.
    """

    family: str
    relation: Relation = "original"
    superseded_by: str | None = None
    containment: float = 0.0


@dataclass(slots=True)
class Known:
    """A report that was placed, with the hashes it is found by; ``number`` and ``family`` are those of the index."""

    source: Source
    number: int
    family: int
    sketch: frozenset[int]
    relation: Relation = "original"
    containment: float = 0.0
    superseded_by: str | None = None


@dataclass(slots=True)
class Index:
    """Reports by number, families by number, and which families use a shingle."""

    known: list[Known] = field(default_factory=list)
    families: list[list[int]] = field(default_factory=list)
    users: dict[int, tuple[int, ...]] = field(default_factory=dict)
    forms: set[int] = field(default_factory=set)
    exact: dict[bytes, int] = field(default_factory=dict)
    first_users: list[tuple[int, str]] = field(default_factory=list)  # shingles that a report brought to its family

    def placed(self, report: Known) -> Placed:
        """Where a report belongs, by the ids of reports."""
        head = self.known[self.families[report.family][0]]
        return Placed(
            family=head.source.id,
            relation=report.relation,
            superseded_by=report.superseded_by,
            containment=report.containment,
        )

    def add(self, report: Known) -> None:
        """Remember a report, so that later ones are compared with it."""
        self.known.append(report)
        if report.family == len(self.families):
            self.families.append([])
        self.families[report.family].append(report.number)
        for shingle in report.sketch:
            users = self.users.get(shingle, ())
            if report.family in users or shingle in self.forms:
                continue
            self.first_users.append((shingle, report.source.id))
            if len(users) == FORM:
                self.forms.add(shingle)
                del self.users[shingle]
            else:
                self.users[shingle] = (*users, report.family)


def place(sources: Iterable[Source]) -> dict[str, Placed]:
    """Each report's family, by id, in the order given.

    Args:
        sources: reports in canonical order: by day, then id. A report is compared with earlier ones only, so
            that the family of a report never changes with what comes later; ``superseded_by`` may.
    """
    index = Index()
    for source in sources:
        place_one(index, source, *sketched(source))
    return {report.source.id: index.placed(report) for report in index.known}


def sketched(source: Source) -> tuple[bytes, frozenset[int]]:
    """The digest of a text's words, and the kept hashes of its shingles."""
    words = words_of(source.text)
    digest = blake2b(" ".join(words.words).encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return digest if words.words else b"", sketch_of(words)


def place_one(index: Index, source: Source, digest: bytes, sketch: frozenset[int]) -> None:
    """Place a report, and remember it for those that come after.

    Args:
        index: of the reports before it.
        source: the report.
        digest: of its words, empty where it has none.
        sketch: the kept hashes of its shingles.
    """
    report = Known(source, len(index.known), len(index.families), sketch)
    twin = index.exact.setdefault(digest, report.number) if digest else report.number
    if twin != report.number:
        _join(report, index.known[twin], 1.0, "copy")
    elif found := _nearest(index, report):
        head, containment, likeness = found
        _join(report, head, containment, _relation(report, head, likeness))
        if report.relation == "update":
            _supersede(index, report, head)
    index.add(report)


def _join(report: Known, other: Known, containment: float, relation: Relation) -> None:
    report.family, report.containment, report.relation = other.family, containment, relation


def sketch_of(words: Words) -> frozenset[int]:
    """The kept hashes of a text's shingles; of a text of fewer words than a shingle, none."""
    if len(words.words) < SHINGLE:
        return frozenset()
    mixed = _mixed(words.hashes())
    return frozenset(mixed[mixed % np.uint64(SHARE) == 0].tolist())


def _mixed(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hashes of overlapping threes of word hashes, shape (words - 2,); overflow wraps, as it should."""
    made = keys[:-2] * np.uint64(0x9E3779B97F4A7C15) + keys[1:-1]
    made = (made ^ (made >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9) + keys[2:]
    made = (made ^ (made >> np.uint64(32))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = made ^ (made >> np.uint64(31))
    return mixed


def _nearest(index: Index, report: Known) -> tuple[Known, float, Alignment] | None:
    """The earlier report that this one is a version of, with the containment and the alignment."""
    best: tuple[Known, float, Alignment] | None = None
    counted = report.sketch - index.forms
    for family in _candidates(index, report.sketch):
        members = index.families[family]
        if _containment(index, report, index.known[members[0]], counted)[0] < KIN:
            continue
        for number in reversed(members[:1] + members[1:][-MEMBERS:]):
            other = index.known[number]
            containment, is_form = _containment(index, report, other, counted)
            if containment < ALIKE or (best and containment <= best[1]):
                continue
            likeness = aligned(other.source.text, report.source.text)
            is_marked = _is_marked(report.source) and _same_outlet(report, other)
            if likeness.is_version and not likeness.is_filled_anew(is_form=is_form, is_marked=is_marked):
                best = other, containment, likeness
    return best


def _candidates(index: Index, sketch: frozenset[int]) -> list[int]:
    """Families that share enough shingles with a report, most first, at most three."""
    users = index.users
    shared = Counter(chain.from_iterable([users[shingle] for shingle in sketch if shingle in users]))
    ordered = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return [family for family, count in ordered[:3] if count >= 2]


def _containment(index: Index, report: Known, other: Known, mine: frozenset[int]) -> tuple[float, bool]:
    """The share of the smaller sketch that the larger has, and whether hardly anything but a form is left of it.

    ``mine`` is the report's sketch without the shingles of forms.
    """
    yours = other.sketch - index.forms
    smaller = min(len(mine), len(yours))
    if smaller >= NEEDED:
        return len(mine & yours) / smaller, False
    smaller = min(len(report.sketch), len(other.sketch))
    return (len(report.sketch & other.sketch) / smaller if smaller >= NEEDED else 0.0), True


def _relation(report: Known, other: Known, likeness: Alignment) -> Relation:
    """What the later report is to the earlier: newer words of the same hand, the same words, or a part."""
    grew = likeness.kept_of_both < IDENTICAL and likeness.kept_of_first == likeness.kept_of_shorter
    is_revised = grew or likeness.replaced > 0 or _is_marked(report.source)
    if is_revised and likeness.kept_of_first >= MOST and _same_outlet(report, other):
        return "update"
    return "copy" if likeness.kept_of_both >= IDENTICAL else "reprint"


def _supersede(index: Index, report: Known, other: Known) -> None:
    """Say of each earlier version by the same hand that this one replaces it."""
    for number in index.families[other.family]:
        earlier = index.known[number]
        if earlier.superseded_by is None and _same_outlet(report, earlier):
            earlier.superseded_by = report.source.id


def _is_marked(source: Source) -> bool:
    return bool(_UPDATED.search(f"{source.title or ''} {source.text[:200]}"))


def _same_outlet(one: Known, other: Known) -> bool:
    """Whether one house made both: the outlet is the same, or the wire that both name at the top."""
    if one.source.outlet and other.source.outlet and one.source.outlet.casefold() == other.source.outlet.casefold():
        return True
    wires = [_WIRE.search(each.source.text[:200]) for each in (one, other)]
    return all(wires) and len({found.group(1) for found in wires if found}) == 1
