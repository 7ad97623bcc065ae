"""The ledger at scale: how long each question takes, how large the file is, how many rows a second go in.

``python benchmarks/ledger.py [--events 1000000] [--commitments 200000] [--db FILE|URL] [--seed 1]`` fills a ledger with
made-up rows, as settled, and asks each question of the command line many times over with filters drawn from the seed.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, insert, text

from detente.ledger.adding import (
    commitment_block,
    event_block,
    evidence_types,
    merge_commitments,
    merge_events,
)
from detente.ledger.bodies import parts_of
from detente.ledger.dossier import Dossier
from detente.ledger.engine import writing
from detente.ledger.flatten import flatten
from detente.ledger.rows import CommitmentRow, EventRow
from detente.ledger.schema import (
    Actor,
    Appearance,
    CodedCommitment,
    CodedEvent,
    Commitment,
    DayCount,
    Event,
    Family,
    Pair,
    Party,
    Reading,
    Report,
    Sentence,
    Shingle,
    Sighting,
    Sketch,
    StateChange,
    StoredRecord,
    Watch,
)
from detente.ledger.schema import Dossier as DossierRow
from detente.ledger.sentences import folded
from detente.ledger.settle.pairs import sides_of
from detente.ledger.settle.sketches import packed
from detente.ledger.store import open_ledger
from detente.ledger.watchers import ANY, FOREVER, lineage, root
from detente.series.dossier import dossier_tension
from detente.sources.duplicates import RULES

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.made_records import records

STATES = "RUS USA CHN GBR FRA DEU UKR POL TUR GRC IRN ISR IND PAK PRK KOR JPN SAU QAT EGY VEN GUY SDN SRB".split()
SECTORS = ("", "/GOV", "/MIL", "/LEG", "/OPP")
TYPES = "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
KINDS = "demand proposal offer pledge threat warning refusal red_line".split()
STANDS = ("open",) * 6 + ("met", "refused", "lapsed", "carried out")
PLACES = [f"Town {number}" for number in range(400)]
EARLY = "armistice"  # a word of the first year alone, in every fourth sentence of it
NOUNS = [f"{a}{b}" for a in "port border strait island missile convoy embassy treaty gas grain".split() for b in ("", "s", " talks", " crisis")]
FIRST = date(2014, 1, 1)
DAYS = 3650
BATCH = 5000


class Filling:
    """Rows of one dossier in portions of a few thousand reports."""

    def __init__(self, connection: Connection, seed: int) -> None:
        self.connection = connection
        self.random = Random(seed)  # noqa: S311  not for secrets
        self.dossier = self._one(DossierRow, name="scale")
        record = next(records(1, seed=1))
        flat = flatten(record)
        self.parts = parts_of(record)
        self.event, self.commitment = flat.events[0], flat.commitments[0]
        self.merged_event = asdict(merge_events([self.event])[0])
        self.told_commitment = merge_commitments([self.commitment])[0]
        self.days: Counter[tuple[str, str]] = Counter()
        self.waiting: dict[Any, list[dict[str, Any]]] = {}
        self.numbers: dict[Any, int] = {}

    def fill(self, events: int, commitments: int) -> int:
        """How many rows were written."""
        reports = max(1, events // 20)
        for number in range(reports):
            day = (FIRST + timedelta(days=number * DAYS // reports)).isoformat()
            report = self._report(number, day)
            for _ in range(events // reports):
                self._event(report, day)
            for _ in range(commitments * (number + 1) // reports - commitments * number // reports):
                self._commitment(report, day)
            if number % 250 == 249:
                self._flush()
        self._actors(reports)
        for (happened, day), count in self.days.items():
            self._put(DayCount, dossier=self.dossier, day=happened, known=day, events=count)
        self._flush()
        return sum(self.numbers.values())

    def _report(self, number: int, day: str) -> int:
        content, sighting, rows = self.parts
        no = number + 1
        self._put(Report, no=no, id=f"sha256:{number:064x}", title=f"Report {number}", published=day, outlet=f"Outlet {number % 40}", body=content)
        self._put(Sighting, dossier=self.dossier, report=no, mark=f"sha256:{number:064x}", key=f"k{number}", body=sighting)
        self._put(StoredRecord, no=no, id=f"sha256:{number:064x}", report=no, version="1", model="m", lexicon="l", body=rows)
        self._put(Reading, dossier=self.dossier, report=no, record=no, known=day, revision=1, current=True)
        self._put(Family, dossier=self.dossier, report=no, family=no, relation="original", superseded_by=None, containment=0.0)
        shingles = sorted(self.random.getrandbits(63) for _ in range(50))
        self._put(Sketch, dossier=self.dossier, report=no, made=RULES, digest=f"{number:032x}", shingles=packed(shingles))
        for shingle in shingles:
            self._put(Shingle, dossier=self.dossier, shingle=shingle, report=no)
        return no

    def _event(self, report: int, day: str) -> None:
        a, b = self._party(), self._party()
        kind, place = self.random.choice(TYPES), self.random.choice(PLACES)
        number = self.numbers.get(Event, 0)
        row, merged, words = f"ev-{number:020x}", f"E-{number:020x}", self._words(day)
        ahead = self.random.random() < 0.1
        shift = self.random.randint(1, 30) if ahead else -self.random.randint(0, 3)
        happened = (date.fromisoformat(day) + timedelta(days=shift)).isoformat()
        told = "future" if ahead else "occurred" if self.random.random() < 0.8 else "reported"
        read = replace(self.event, event=kind, actors=(a,), recipients=(b,), date=happened, place=place, factuality=told)
        block = event_block(read)
        self._coded(CodedEvent, row, report, day, words, merged=merged, block=block, day=happened, event=kind, factuality=told, statement=None, body=self._read(read))
        body = self.merged_event | {"id": merged, "members": [row], "event": kind, "actors": [a], "recipients": [b], "day": happened, "place": place, "factuality": told, "text": words, "text_row": row}
        score = self.random.randint(-9, 9)
        self._put(Event, dossier=self.dossier, id=merged, block=block, known=day, last=day, day=happened, event=kind, mode=None, quad="verbal conflict", score=score, factuality=told, place_key=folded(place), place_country=self.random.choice(STATES), reports=1, families=1, outlets=1, text=words, body=body)
        self._parties("events", merged, happened, kind, day, {"a": a, "r": b})
        if told == "occurred":
            self.days[happened, day] += 1
            for one, other, sides in sides_of({"a": [a], "r": [b]}):
                self._put(Pair, dossier=self.dossier, one=one, other=other, day=happened, row=merged, known=day, event=kind, mode=None, score=score, families=1, sides=sides, text=words)

    def _commitment(self, report: int, day: str) -> None:
        a, b = self._party(), self._party()
        kind, state = self.random.choice(KINDS), self.random.choice(STANDS)
        number = self.numbers.get(Commitment, 0)
        row, merged, words = f"co-{number:020x}", f"C-{number:020x}", self._words(day)
        deadline = (date.fromisoformat(day) + timedelta(days=self.random.randint(1, 30))).isoformat() if number % 4 == 0 else None
        place, country = self.random.choice(PLACES), self.random.choice(STATES)
        read = replace(self.commitment, kind=kind, holder=a, addressees=(b,), act=words, deadline=deadline, act_type=self.random.choice([*TYPES, None]))
        block = commitment_block(read)
        self._coded(CodedCommitment, row, report, day, words, merged=merged, block=block, kind=kind, holder=a, statement=None, body=self._read(read))
        told = replace(self.told_commitment, id=merged, members=(row,), kind=kind, holder=a, addressees=(b,), act=words, act_row=row, act_type=read.act_type, deadline=deadline, firmness=((row, "first"),))
        self._put(Commitment, dossier=self.dossier, id=merged, block=block, known=day, last=day, kind=kind, holder=a, deadline=deadline, place_key=folded(place), place_country=country, certainty="explicit", reports=1, families=1, outlets=1, body=asdict(told))
        closed = state in {"met", "carried out"}
        later = (date.fromisoformat(day) + timedelta(days=9)).isoformat()
        common = {"dossier": self.dossier, "commitment": merged, "made": day, "row": row, "rule": "made", "why": ""}
        self._put(StateChange, **common, step=0, state="open", known=day, until="~" if state == "open" else later)
        if state != "open":
            self._put(StateChange, **common, step=1, state=state, known=later, until="~")
        self._parties("commitments", merged, day, kind, day, {"h": a, "t": b})
        for kind_ in sorted({*evidence_types(told), ANY}):
            for party in sorted({root(a), root(b)}):
                self._put(Watch, dossier=self.dossier, type=kind_, root=party, commitment=merged, known=day, closed=later if closed else FOREVER)

    def _coded(self, table: Any, row: str, report: int, known: str, words: str, **more: Any) -> None:
        sentence = self.numbers.get(Sentence, 0) + 1
        self._put(Sentence, no=sentence, dossier=self.dossier, report=report, start=0, end=len(words), words=folded(words))
        self._put(table, dossier=self.dossier, id=row, report=report, known=known, local="x", start=0, end=len(words), sentence=sentence, text=words, rule="made", **more)

    def _read(self, row: EventRow | CommitmentRow) -> dict[str, Any]:
        left = {"id", "local", "report", "published", "outlet", "family", "start", "end", "text", "rule"}
        return {k: v for k, v in asdict(row).items() if k not in left}

    def _parties(self, layer: str, row: str, day: str, kind: str, known: str, parts: dict[str, str]) -> None:
        named: dict[str, str] = {}
        for part, actor in parts.items():
            for body in lineage(actor):
                named[body] = "".join(sorted({*named.get(body, ""), part}))
        for actor, held in named.items():
            self._put(Party, dossier=self.dossier, layer=layer, actor=actor, day=day, row=row, parts=held, kind=kind, known=known)

    def _actors(self, reports: int) -> None:
        body = {"aliases": [], "kind": "state", "country": None, "sector": None}
        for state in STATES:
            for sector in SECTORS:
                actor = state + sector
                self._put(Actor, dossier=self.dossier, id=actor, name=actor, kind="state", country=state, sector=None, known="2014-01-01", last="2023-12-01", spoke=None, reports=1, statements=0, body={"aliases": [], "roles": []})
                for number in self.random.sample(range(reports), min(reports, 200)):
                    day = (FIRST + timedelta(days=number * DAYS // reports)).isoformat()
                    self._put(Appearance, dossier=self.dossier, report=number + 1, actor=actor, known=day, name=actor, role=None, mentions=1, statements=0, body=body)

    def _party(self) -> str:
        return STATES[int(len(STATES) * self.random.random() ** 2)] + self.random.choice(SECTORS)

    def _words(self, day: str) -> str:
        a, b = self.random.sample(NOUNS, 2)
        early = f", of an {EARLY}" if day < "2015" and self.random.random() < 0.25 else ""
        return f"They spoke of the {a} and the {b}{early} in note {self.random.randint(1, 99999)}."

    def _put(self, table: Any, **values: Any) -> None:
        self.waiting.setdefault(table, []).append(values)
        self.numbers[table] = self.numbers.get(table, 0) + 1

    def _one(self, table: Any, **values: Any) -> int:
        return int(self.connection.execute(insert(table).values(**values)).inserted_primary_key[0])  # type: ignore[index]

    def _flush(self) -> None:
        for table in (Report, Sighting, StoredRecord, Reading, Sentence, *[t for t in self.waiting if t is not Report]):
            rows = self.waiting.pop(table, [])
            for start in range(0, len(rows), BATCH):
                self.connection.execute(insert(table), rows[start : start + BATCH])


Question = tuple[str, Callable[[], object]]


def questions(dossier: Dossier, random: Random) -> Iterator[Question]:
    """Each question of the command line with filters drawn anew, for ever."""
    while True:
        drawn = _draw(random)
        yield from _of_ledger(dossier, drawn)
        yield from _of_timeline(dossier, drawn)
        yield from _of_others(dossier, drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What one round of questions is about."""

    actor: str
    other: str
    day: str
    soon: str
    before: str
    noun: str
    rare: str
    kind: str
    type: str
    place: str
    row: str

    @property
    def pair(self) -> dict[str, str]:
        """The filters for a pair."""
        return {"actor": self.actor, "addressee": self.other}


def _draw(random: Random) -> Drawn:
    actor, other = random.choice(STATES) + random.choice(SECTORS), random.choice(STATES)
    day = FIRST + timedelta(days=random.randint(300, DAYS - 1))
    return Drawn(
        actor=actor,
        other=other if other != actor[:3] else "RUS" if other != "RUS" else "USA",
        day=day.isoformat(),
        soon=(day + timedelta(days=90)).isoformat(),
        before=(day - timedelta(days=2)).isoformat(),
        noun=folded(random.choice(NOUNS)),
        rare=f"{random.randint(1, 99999)}",
        kind=random.choice(KINDS),
        type=random.choice(TYPES),
        place=random.choice(PLACES),
        row=f"E-{random.randint(0, 999):020x}",
    )



def _of_ledger(dossier: Dossier, drawn: Drawn) -> Iterator[Question]:
    yield "ledger", dossier.ledger
    yield "ledger, actor", partial(dossier.ledger, actor=drawn.actor)
    yield "ledger, actor and addressee", partial(dossier.ledger, **drawn.pair)
    yield "ledger, kind and state", partial(dossier.ledger, kind=drawn.kind, state="refused")
    yield "ledger, place", partial(dossier.ledger, place=drawn.place)
    yield "ledger, days from and to", partial(dossier.ledger, since=drawn.day, until=drawn.soon)
    yield "ledger, state as of a day", partial(dossier.ledger, state="open", as_of=drawn.day)
    yield "ledger, actor as of a day", partial(dossier.ledger, actor=drawn.actor, as_of=drawn.day)
    yield "ledger, actor, kind, state and place", partial(dossier.ledger, actor=drawn.actor, kind=drawn.kind, state="met", place=drawn.other)
    yield "ledger, a rare word", partial(dossier.ledger, text=drawn.rare)
    yield "ledger, a word in every 20th sentence", partial(dossier.ledger, text=drawn.noun)
    yield "ledger, a word in every sentence", partial(dossier.ledger, text="they spoke of")
    yield "ledger, that word, pair and kind", partial(dossier.ledger, text=drawn.noun, kind=drawn.kind, **drawn.pair)
    yield "ledger, that word as of a day", partial(dossier.ledger, text=drawn.noun, as_of=drawn.day)
    yield "ledger, a word of the first year alone", partial(dossier.ledger, text=EARLY)


def _of_timeline(dossier: Dossier, drawn: Drawn) -> Iterator[Question]:
    yield "timeline", dossier.timeline
    yield "timeline, actor", partial(dossier.timeline, actor=drawn.actor)
    yield "timeline, pair", partial(dossier.timeline, **drawn.pair)
    yield "timeline, pair and type", partial(dossier.timeline, kind=drawn.type, **drawn.pair)
    yield "timeline, type and place", partial(dossier.timeline, kind=drawn.type, place=drawn.place)
    yield "timeline, actor, from and to", partial(dossier.timeline, actor=drawn.actor, since=drawn.day, until=drawn.soon)
    yield "timeline, as of a day", partial(dossier.timeline, as_of=drawn.day)
    yield "timeline, actor as of a day", partial(dossier.timeline, actor=drawn.actor, as_of=drawn.day)
    yield "timeline, factuality and country", partial(dossier.timeline, factuality="future", place=drawn.other)
    yield "timeline, a rare word", partial(dossier.timeline, text=drawn.rare)
    yield "timeline, a word in every 20th sentence", partial(dossier.timeline, text=drawn.noun)
    yield "timeline, a word in every sentence", partial(dossier.timeline, text="they spoke of")
    yield "timeline, that word, pair and type", partial(dossier.timeline, text=drawn.noun, kind=drawn.type, **drawn.pair)
    yield "timeline, that word as of a day", partial(dossier.timeline, text=drawn.noun, as_of=drawn.day)
    yield "timeline, a word of the first year alone", partial(dossier.timeline, text=EARLY)


def _of_others(dossier: Dossier, drawn: Drawn) -> Iterator[Question]:
    yield "actors", dossier.actors
    yield "changes of three days", partial(dossier.changes, drawn.before, drawn.day)
    yield "show", partial(dossier.show, drawn.row)
    yield "tension of a pair over ten years", partial(dossier_tension, dossier, "RUS", "USA")
    yield "tension of two bodies over ten years", partial(dossier_tension, dossier, "RUS/GOV", "USA/MIL")
    yield "tension of a pair as of a day", partial(dossier_tension, dossier, drawn.actor[:3], drawn.other, as_of=drawn.day)


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description="the ledger at scale")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--commitments", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--db")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = asked.db or str(Path(folder) / "scale.db")
        with open_ledger(db, create=True) as ledger:
            if "scale" not in ledger.dossiers():
                began = time.perf_counter()
                with writing(ledger.engine) as connection:
                    rows = Filling(connection, asked.seed).fill(asked.events, asked.commitments)
                    connection.execute(text("ANALYZE"))
                took = time.perf_counter() - began
                print(f"{rows:,} rows of all tables in {took:.0f} s: {rows / took:,.0f} a second")
            if Path(db).exists():
                print(f"size on disk: {Path(db).stat().st_size / 1e6:,.0f} MB")
            _ask(ledger.dossier("scale"), asked.rounds, asked.seed)


def _ask(dossier: Dossier, rounds: int, seed: int) -> None:
    """Ask every question so many times and print how long it took by the clock and by the processor."""
    times: dict[str, list[tuple[float, float]]] = {}
    for name, question in questions(dossier, Random(seed)):  # noqa: S311  not for secrets
        if len(times.get(name, ())) == rounds:
            break
        clock, processor = time.perf_counter(), time.process_time()
        question()
        took = (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000
        times.setdefault(name, []).append(took)
    print("| question | median ms | 95th percentile ms | 95th percentile ms of CPU |\n|---|--:|--:|--:|")
    for name, all_ in times.items():
        clocks, processors = (sorted(column) for column in zip(*all_, strict=True))
        last = math.ceil(len(all_) * 0.95) - 1
        print(f"| {name} | {statistics.median(clocks):.0f} | {clocks[last]:.0f} | {processors[last]:.0f} |")


if __name__ == "__main__":
    main()
