"""The relevance gate: which reports may hold an international dispute, told from their words alone.

Parsing is what costs. A report passes when it names two or more states or bodies, or one of them
often, and uses enough words of disputes (class ``dispute`` of ``classes.toml``). It is built to let
through, not to keep out: a report wrongly passed over is lost, one wrongly read costs a second.
Off by default; what it passes over is always listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.records import Report
from detente.resources import Lexicon
from detente.sources.failure import Failure

PASSED_OVER = "not-relevant"
PARTIES = 2  # distinct states or bodies
WORDS = 5  # distinct words of disputes, of a report with so many parties
WORDS_ALONE = 8  # of a report with one party
BRIEF = 20  # words: a report of a sentence or two has room for one word of disputes in so many
DENSITY = 0.012  # words of disputes over words: a long report on something else holds a few by chance
_LETTERS = bytes(c if chr(c).isalpha() and c < 128 else 32 for c in range(256))
_SHORT = re.compile(r"\b[A-Z]{2,6}\b")  # US and WHO, not us and who
_ENDINGS = ("", "s", "es", "ed", "d", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """Whether a report passes the gate, and the sentence that says why."""

    passed: bool
    because: str


class Gate:
    """The gate for one lexicon: names of parties and words of disputes, looked up as sets."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = _forms(lexicon.classes.get("dispute", frozenset()))
        self.short, self.single, self.phrases = _parties(lexicon)

    def judge(self, text: str) -> Relevance:
        """Whether the text may hold an international dispute; time is linear in its length."""
        words = _words(text)
        counts = Counter(words)
        disputing = counts.keys() & self.words.keys()
        used = {self.words[word] for word in disputing}
        often = sum(counts[word] for word in disputing)
        parties = self._parties_of(counts, words) | {self.short[s] for s in set(_SHORT.findall(text)) & self.short.keys()}
        dense = often >= DENSITY * len(words)
        wanted = WORDS if len(parties) >= PARTIES else WORDS_ALONE
        enough = len(used) >= min(wanted, 1 + len(words) // BRIEF)
        shown = ", ".join(sorted(used)[:4]) or "none"
        because = (
            f"names {len(parties)} states or bodies and uses {len(used)} words of disputes ({shown}) in {len(words)} words"
        )
        return Relevance(passed=bool(parties) and dense and enough, because=because)

    def _parties_of(self, counts: Counter[bytes], words: list[bytes]) -> set[str]:
        found = {self.single[word] for word in counts.keys() & self.single.keys()}
        starts = counts.keys() & self.phrases.keys()
        if starts:
            joined = b" ".join((b"", *words, b""))
            found |= {party for start in starts for last, phrase, party in self.phrases[start] if last in counts and phrase in joined}
        return found


def gated(reports: Iterable[Report | Failure], lexicon: Lexicon) -> Iterator[Report | Failure]:
    """The same reports, in order, each that the gate passes over as a failure of code ``not-relevant``."""
    gate = Gate(lexicon)
    for report in reports:
        if isinstance(report, Failure):
            yield report
            continue
        relevance = gate.judge(report.text)
        message = f"passed over by --gate: {relevance.because}"
        yield report if relevance.passed else Failure(where=report.key, code=PASSED_OVER, message=message)


def _words(text: str) -> list[bytes]:
    """Runs of plain letters in lower case; as bytes, which are cut and counted several times as fast."""
    return text.lower().encode("ascii", "replace").translate(_LETTERS).split()


def _forms(lemmas: Iterable[str]) -> dict[bytes, str]:
    """Each lemma's regular forms: 'seize, seizes, seized, seizing', 'ally, allies, allied'."""
    forms: dict[bytes, str] = {}
    for lemma in lemmas:
        stems = {lemma, lemma.removesuffix("e"), lemma + lemma[-1]}
        if lemma.endswith("y"):
            stems.add(lemma[:-1] + "i")
        for form in (stem + ending for stem in stems for ending in _ENDINGS):
            forms.setdefault(form.encode(), lemma)
    for lemma in lemmas:
        forms[lemma.encode()] = lemma
    return forms


def _parties(lexicon: Lexicon) -> tuple[dict[str, str], dict[bytes, str], dict[bytes, list[tuple[bytes, bytes, str]]]]:
    """Names in capitals, of one word, and of several by their first word, each with what it names."""
    short: dict[str, str] = {}
    single: dict[bytes, str] = {}
    phrases: dict[bytes, list[tuple[bytes, bytes, str]]] = {}
    for name, party in _names(lexicon):
        words = _words(name)
        if _SHORT.fullmatch(name):
            short.setdefault(name, party)
        elif len(words) == 1 and len(words[0]) > 2:
            single.setdefault(words[0], party)
        elif len(words) > 1:
            phrases.setdefault(words[0], []).append((words[-1], b" ".join((b"", *words, b"")), party))
    return short, single, phrases


def _names(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for state in lexicon.states:
        for name in (state.name, *state.names, *state.adjectives, *state.people, state.capital, *state.capitals):
            yield name, state.code
    for row in lexicon.metonyms:
        for phrase in row.phrase.split("|"):
            yield phrase, row.country or row.body or phrase
    for body in lexicon.bodies:
        if body.kind != "company":
            for name in (body.name, *body.aliases):
                yield name, body.id
