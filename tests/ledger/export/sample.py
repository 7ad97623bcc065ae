"""Two small records, made by hand, with what trips exports up: formulas, tabs, quotes, markup, line ends, an astral character."""

from __future__ import annotations

from typing import Any

from detente.records import (
    Act,
    Actor,
    Coder,
    Commitment,
    Condition,
    Cue,
    Dated,
    Event,
    Mention,
    Place,
    PlaceRef,
    Record,
    Report,
    Span,
    Statement,
    Time,
)

CODER = Coder(version="1.2", model="m 1", lexicon="sha256:00")
FIRST_TEXT = (
    '=Talks 🕊 "fail"\n\nOslo shelled\nthe port of Bergen on Monday. Reykjavik & Oslo held talks. '
    "Oslo denied that it recalled its envoy. Oslo would mine the strait if the nets were cut by 5 March, Jan <Berg> said."
)
SECOND_TEXT = "Nobody knows.\r\nReykjavik recalled its envoy from Oslo."


def words(text: str, quote: str) -> dict[str, Any]:
    """Start, end and text of words of a report."""
    at = text.index(quote)
    return {"start": at, "end": at + len(quote), "text": quote}


def event(text: str, number: int, quote: str, trigger: str, **fields: Any) -> Event:
    """An event on words of a report."""
    plain = {
        "event": "ASSAULT", "mode": None, "quad": "material conflict", "score": -9.0, "cameo": "190",
        "actors": (), "recipients": (), "factuality": "occurred", "rule": "shell", "confidence": 0.9,
    }  # fmt: skip
    return Event(
        id=f"e{number}", **words(text, quote), trigger=Span(**words(text, trigger)), **{**plain, **fields}
    )


def actor(identifier: str, name: str, kind: str, country: str | None, sector: str | None, role: str | None = None) -> Actor:
    """An actor."""
    return Actor(
        id=identifier, name=name, kind=kind, country=country, sector=sector, role=role, because="named"  # type: ignore[arg-type]
    )


OSLO = actor("NOR/GOV", "=Norway", "government", "NOR", "GOV")
ICELAND = actor("ISL/GOV", "Iceland", "government", "ISL", "GOV")
BERG = actor("NOR/GOV/jan-berg", "Jan <Berg>", "person", "NOR", "GOV", "Minister")


def _events() -> tuple[Event, ...]:
    text = FIRST_TEXT
    return (
        event(
            text, 1, "Oslo shelled\nthe port of Bergen on Monday", "shelled", actors=("NOR/GOV",), recipients=("ISL/GOV",),
            mode="heavy-weapons", contexts=("military", "territory"), cameo="194",
            date=Dated(value="2021-03-01", text="Monday"), place=PlaceRef(country="NOR", name="Bergen", place="p1"),
        ),
        event(
            text, 2, "Reykjavik & Oslo held talks", "held talks", event="CONSULT", quad="verbal cooperation", score=4.0,
            cameo="046", mode="multilateral", actors=("ISL/GOV", "NOR/GOV"),
        ),
        event(
            text, 3, "it recalled its envoy", "recalled", event="SANCTION", mode="withdraw", cameo="161", score=-6.5,
            actors=("NOR/GOV",), factuality="negated", statement="s1",
        ),
        event(
            text, 4, "Oslo would mine the strait", "mine", actors=("NOR/GOV",), factuality="hypothetical", statement="s2",
        ),
    )  # fmt: skip


def _statements() -> tuple[Statement, ...]:
    text = FIRST_TEXT
    return (
        Statement(
            id="s1", speaker="NOR/GOV", speaker_span=None, cue=Cue(**words(text, "denied"), lemma="deny"), negated=True,
            content=(Span(**words(text, "it recalled its envoy")),), quotation="indirect", rule="statement/v.deny",
        ),
        Statement(
            id="s2", speaker="NOR/GOV/jan-berg", speaker_span=Span(**words(text, "Jan <Berg>")),
            cue=Cue(**words(text, "said"), lemma="say"), quotation="indirect", rule="statement/v.say",
            content=(Span(**words(text, "Oslo would mine the strait if the nets were cut by 5 March")),),
        ),
    )  # fmt: skip


def _commitment() -> Commitment:
    text = FIRST_TEXT
    return Commitment(
        id="c1", **words(text, "Oslo would mine the strait if the nets were cut by 5 March"), kind="threat", holder="NOR/GOV",
        addressees=("ISL/GOV",), act=Act(**words(text, "mine the strait"), event="e4"),
        condition=Condition(**words(text, "if the nets were cut"), connective="if", polarity="if"),
        deadline=Dated(value="2021-03-05", text="by 5 March"), statement="s2", rule="commitment/v.would",
    )  # fmt: skip


def first() -> Record:
    """A dated report with events of several factualities, a denial and a threat."""
    text = FIRST_TEXT
    mentions = [("Oslo", "NOR/GOV"), ("Reykjavik", "ISL/GOV"), ("Jan <Berg>", "NOR/GOV/jan-berg")]
    return Record(
        coder=CODER,
        report=Report(
            id="sha256:aa11", key="a.txt", title='=Talks 🕊 "fail"', published="2021-03-02", published_from="given",
            language="en", outlet="@Wire\tNorth", url="https://news.example/a", text=text,
        ),
        actors=(OSLO, ICELAND, BERG),
        mentions=tuple(
            Mention(id=f"m{n}", **words(text, quote), actor=who, form="name") for n, (quote, who) in enumerate(mentions, 1)
        ),
        places=(
            Place(id="p1", **words(text, "Bergen"), name="Bergen", country="NOR", admin1="Vestland", lat=60.39, lon=-5.32,
                  rule="place/only", because="only one"),
        ),
        times=(Time(id="t1", **words(text, "Monday"), type="DATE", value="2021-03-01"),),
        statements=_statements(),
        events=_events(),
        commitments=(_commitment(),),
    )  # fmt: skip


def second() -> Record:
    """A report without day, outlet or address; its actor 'ISL' has no row of its own."""
    text = SECOND_TEXT
    return Record(
        coder=CODER,
        report=Report(
            id="sha256:bb22", key="b.txt", title=None, published=None, published_from="unknown", language="en",
            outlet=None, url=None, text=text,
        ),
        actors=(OSLO,),
        mentions=(Mention(id="m1", **words(text, "Oslo"), actor="NOR/GOV", form="metonym"),),
        events=(
            event(text, 1, "Reykjavik recalled its envoy from Oslo", "recalled", event="SANCTION", mode="withdraw",
                  cameo="161", score=-6.5, actors=("ISL",), recipients=("NOR/GOV",)),
        ),
    )  # fmt: skip


def third() -> Record:
    """The second report, dated."""
    from dataclasses import replace

    base = second()
    return replace(base, report=replace(base.report, id="sha256:cc33", published="2021-03-04", outlet="Post"))


def records() -> list[Record]:
    """All three, in the order of a dossier."""
    return [first(), third(), second()]
