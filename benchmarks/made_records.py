"""Records of a made-up crisis, from a seed: reports of which some repeat, update or contradict others.

The texts are written by templates and coded by construction, so that no parser is needed: the tests of the
ledger, the kill test and the benchmark of the ledger all draw from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from detente.records import (
    Act,
    Actor,
    Coder,
    Commitment,
    Condition,
    Dated,
    Event,
    Mention,
    PlaceRef,
    Record,
    Report,
    Span,
    Statement,
)
from detente.records.identify import content_id

FIRST_DAY = date(2031, 3, 1)
STATES = {"RUS": "Russia", "USA": "the United States", "CHN": "China", "TUR": "Turkey", "GRC": "Greece", "IRN": "Iran"}
VOICES = {code: f"{code}/GOV/{name}" for code, name in zip(STATES, "orlov avery chen demir pappas rahimi".split(), strict=True)}
OUTLETS = (None, "Example Wire", "Example Herald", "Example Post", "Example Times")
PLACES = (("Vienna", "AUT"), ("Geneva", "CHE"), ("Oslo", "NOR"), ("Nicosia", "CYP"))
DEEDS = (
    ("CONSULT", "verbal cooperation", 4.0, "{a} held talks with {b} in {place}"),
    ("ASSAULT", "material conflict", -9.0, "Forces of {a} shelled positions of {b} near {place}"),
    ("RETREAT", "material cooperation", 7.0, "{a} withdrew its troops from the border of {b} near {place}"),
    ("SANCTION", "material conflict", -5.0, "{a} imposed sanctions on {b} in {place}"),
)
KINDS = (
    ("demand", "{a} demanded that {b} {act}", "withdraw its ships by {deadline}"),
    ("threat", "{a} threatened {b}: it would {act}", "close the strait if talks failed"),
    ("offer", "{a} offered {b} to {act}", "resume talks"),
    ("refusal", "{a} told {b} it would not {act}", "accept the terms"),
)


def records(count: int, *, seed: int = 1, version: str = "0.1.0", days: int = 14) -> Iterator[Record]:
    """Records of reports on successive days; every fifth report copies an earlier one under another outlet."""
    random = Random(seed)  # noqa: S311  not for secrets
    made: list[_Report] = []
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * days // count)
        if made and random.random() < 0.2:
            yield random.choice(made).record(f"Example Copy {number}", version)
            continue
        made.append(_Report(random, day, number))
        yield made[-1].record(random.choice(OUTLETS), version)


class _Report:
    """One report in the making: its text grows, and its rows cite it."""

    def __init__(self, random: Random, day: date, number: int) -> None:
        self.random = random
        self.day = day
        self.number = number
        self.text = f"Crisis, report {number}\n\n"
        self.seen: dict[str, None] = {}
        self.mentions: list[Mention] = []
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.commitments: list[Commitment] = []
        for _ in range(random.randint(1, 3)):
            self._deed()
            self._word()

    def record(self, outlet: str | None, version: str) -> Record:
        """The record of the report as an outlet prints it."""
        title = f"Crisis, report {self.number}"
        published = None if self.number % 29 == 28 else self.day.isoformat()
        return Record(
            coder=Coder(version=version, model="made", lexicon="sha256:made"),
            report=Report(
                id=content_id(self.text, title, outlet, published),
                key=f"made-{self.number}",
                title=title,
                published=published,
                published_from="given" if published else "unknown",
                language="en",
                outlet=outlet,
                url=None,
                text=self.text,
                format="jsonl",
            ),
            actors=tuple(_actor(each) for each in self.seen),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            events=tuple(self.events),
            commitments=tuple(self.commitments),
        )

    def _deed(self) -> None:
        (a, b), (place, country) = self._pair(), self.random.choice(PLACES)
        kind, quad, score, words = self.random.choice(DEEDS)
        day = self.day - timedelta(days=self.random.randint(0, 2))
        self._event(kind, quad, score, words.format(a=STATES[a], b=STATES[b], place=place), (a, b), day, (place, country))

    def _event(
        self, kind: str, quad: str, score: float, words: str, parties: tuple[str, str], day: date, place: tuple[str, str]
    ) -> None:
        span = self._say(f"{words} on {day:%d %B}.", parties)
        first = words.split(maxsplit=1)[0]
        trigger = Span(start=span.start, end=span.start + len(first), text=self.text[span.start : span.start + len(first)])
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                start=span.start,
                end=span.end,
                text=span.text,
                trigger=trigger,
                event=kind,
                mode=None,
                quad=quad,
                score=score,
                cameo="040",
                actors=parties[:1],
                recipients=parties[1:],
                date=Dated(value=day.isoformat()),
                place=PlaceRef(country=place[1], name=place[0]),
                factuality="occurred",
                rule=f"made/{kind.lower()}",
                confidence=0.9,
            )
        )

    def _word(self) -> None:
        (a, b), (kind, frame, act) = self._pair(), self.random.choice(KINDS)
        deadline = FIRST_DAY + timedelta(days=self.random.randint(0, 20))
        act = act.format(deadline=f"{deadline:%d %B}")
        span = self._say(frame.format(a=STATES[a], b=STATES[b], act=act) + ".", (a, b))
        at = span.start + span.text.index(act)
        said = f"s{len(self.statements) + 1}"
        self.seen.setdefault(VOICES[a])
        self.statements.append(
            Statement(
                id=said, speaker=VOICES[a], speaker_span=None, cue=None, content=(span,), quotation="indirect", addressees=(b,)
            )
        )
        self.commitments.append(
            Commitment(
                id=f"c{len(self.commitments) + 1}",
                start=span.start,
                end=span.end,
                text=span.text,
                kind=kind,  # type: ignore[arg-type]
                holder=a,
                addressees=(b,),
                act=Act(start=at, end=at + len(act), text=act),
                condition=self._condition(act, at),
                deadline=Dated(value=deadline.isoformat()) if kind == "demand" else None,
                statement=said,
                rule=f"made/{kind}",
            )
        )

    def _condition(self, act: str, at: int) -> Condition | None:
        if " if " not in act:
            return None
        start = at + act.index("if ")
        text = act[act.index("if ") :]
        return Condition(start=start, end=start + len(text), text=text, connective="if", polarity="if")

    def _say(self, sentence: str, parties: tuple[str, str]) -> Span:
        start = len(self.text)
        self.text += sentence + "\n\n"
        for each in parties:
            at = start + sentence.index(STATES[each])
            self.seen.setdefault(each)
            name = f"m{len(self.mentions) + 1}"
            end = at + len(STATES[each])
            self.mentions.append(Mention(id=name, start=at, end=end, text=STATES[each], actor=each, form="name"))
        return Span(start=start, end=start + len(sentence), text=sentence)

    def _pair(self) -> tuple[str, str]:
        a, b = self.random.sample(sorted(STATES), 2)
        return a, b


def _actor(actor: str) -> Actor:
    country = actor.split("/", maxsplit=1)[0]
    if actor in STATES:
        return Actor(id=actor, name=STATES[actor].removeprefix("the "), kind="state", country=country, because="made")
    name = actor.rsplit("/", maxsplit=1)[-1].title()
    return Actor(
        id=actor, name=name, kind="person", country=country, sector="GOV", role="Foreign Minister", because="made"
    )
