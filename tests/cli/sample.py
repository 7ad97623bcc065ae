"""A record made by hand: a report on the Cyprus missile crisis of 1997-98, written for these tests."""

from __future__ import annotations

from detente.records import (
    Act,
    Actor,
    Coder,
    Commitment,
    Condition,
    Cue,
    Dated,
    Event,
    Furniture,
    Mention,
    Place,
    PlaceRef,
    Record,
    Report,
    Span,
    Statement,
    Time,
)
from detente.records.identify import content_id

TITLE = "Ankara warns Nicosia over missiles"
TEXT = """Ankara warns Nicosia over missiles

NICOSIA, January 10 – Turkey threatened on Friday to strike Cyprus if Russian missiles were deployed on the island. “We will do what is necessary,” a spokesman for the Turkish Foreign Ministry said, according to the Anatolia news agency.

Cypriot President Glafcos Clerides said the missiles would not be delivered for 16 months. He offered to cancel the order if Turkey agreed to demilitarise the island. Greece warned that an attack on Cyprus would lead to war.

More: Ten islands for the winter sun

The United States demanded that Cyprus not import any parts of the system before May 1 and called on both sides to hold talks. Washington sent its envoy Carey Cavanaugh to Nicosia, where he met Clerides on Sunday.

Moscow rejected the criticism. Russia will not cancel the contract, the Foreign Ministry said.

source agency-3
"""


class Finder:
    """Spans of a text by their words, so that no offset is written by hand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: str, after: str = "") -> tuple[int, int]:
        """Offsets of the first such words after other words."""
        start = self.text.index(words, self.text.index(after) if after else 0)
        return start, start + len(words)

    def span(self, words: str, after: str = "") -> Span:
        """The span itself."""
        start, end = self.at(words, after)
        return Span(start=start, end=end, text=words)

    def keys(self, words: str, after: str = "") -> dict[str, object]:
        """``start``, ``end`` and ``text`` for a row."""
        start, end = self.at(words, after)
        return {"start": start, "end": end, "text": words}


def sample() -> Record:
    """The record of the report above."""
    find = Finder(TEXT)
    return Record(
        coder=Coder(version="0.1.0", model="en_core_web_sm 3.8.0", lexicon="sha256:" + "0" * 64),
        report=Report(
            id=content_id(TEXT, TITLE), key="cyprus.txt", title=TITLE, published="1997-01-10", published_from="given",
            language="en", outlet="The Island Record", url=None, text=TEXT,
        ),
        furniture=(
            Furniture(id="f1", **find.keys("More: Ten islands for the winter sun"), reason="teaser", rule="furniture/more"),
            Furniture(id="f2", **find.keys("source agency-3"), reason="source-line", rule="furniture/source"),
        ),
        actors=_actors(),
        mentions=_mentions(find),
        places=(
            Place(id="p1", **find.keys("Nicosia", "envoy"), name="Nicosia", country="CYP", lat=35.17, lon=33.36, rule="gazetteer", because="capital of Cyprus, which the report is about"),
        ),
        times=(
            Time(id="t1", **find.keys("Friday"), type="DATE", value="1997-01-10", anchor="published", role="event", rule="weekday"),
            Time(id="t2", **find.keys("May 1"), type="DATE", value="1997-05-01", anchor="published", role="deadline", rule="month-day"),
            Time(id="t3", **find.keys("Sunday"), type="DATE", value="1997-01-05", anchor="published", role="event", rule="weekday"),
            Time(id="t4", **find.keys("16 months"), type="DURATION", value="P16M", role="duration", rule="duration"),
        ),
        statements=_statements(find),
        events=_events(find),
        commitments=_commitments(find),
    )  # fmt: skip


def _actors() -> tuple[Actor, ...]:
    return (
        Actor(id="TUR", name="Turkey", aliases=("Ankara",), kind="state", country="TUR", because="state by name"),
        Actor(id="TUR/GOV/foreign-ministry", name="Turkish Foreign Ministry", kind="government", country="TUR", sector="GOV", role="spokesman", because="'Turkish' + organ 'Foreign Ministry'"),
        Actor(id="MED/anatolia", name="Anatolia", kind="media", country="TUR", sector="MED", because="outlet by name"),
        Actor(id="CYP", name="Cyprus", aliases=("Nicosia",), kind="state", country="CYP", because="state by name"),
        Actor(id="CYP/GOV/glafcos-clerides", name="Glafcos Clerides", aliases=("Clerides",), kind="person", country="CYP", sector="GOV", role="President", because="title 'President' + 'Cypriot'"),
        Actor(id="GRC", name="Greece", kind="state", country="GRC", because="state by name"),
        Actor(id="USA", name="United States", aliases=("Washington",), kind="state", country="USA", because="state by name"),
        Actor(id="USA/GOV/carey-cavanaugh", name="Carey Cavanaugh", kind="person", country="USA", sector="GOV", role="envoy", because="possessive 'its' of Washington + 'envoy'"),
        Actor(id="RUS", name="Russia", aliases=("Moscow",), kind="state", country="RUS", because="state by name"),
    )  # fmt: skip


def _mentions(find: Finder) -> tuple[Mention, ...]:
    rows = [
        ("Ankara", "", "TUR", "metonym"), ("Nicosia", "", "CYP", "metonym"), ("Turkey", "", "TUR", "name"), ("Cyprus", "", "CYP", "name"),
        ("Russian", "", "RUS", "demonym"), ("We", "", "TUR/GOV/foreign-ministry", "pronoun"),
        ("a spokesman for the Turkish Foreign Ministry", "", "TUR/GOV/foreign-ministry", "nominal"),
        ("the Anatolia news agency", "", "MED/anatolia", "name"),
        ("Cypriot President Glafcos Clerides", "", "CYP/GOV/glafcos-clerides", "name"), ("He", "", "CYP/GOV/glafcos-clerides", "pronoun"),
        ("Turkey", "offered", "TUR", "name"), ("Greece", "", "GRC", "name"), ("Cyprus", "attack on", "CYP", "name"),
        ("The United States", "", "USA", "name"), ("Cyprus", "demanded", "CYP", "name"), ("Washington", "", "USA", "metonym"),
        ("Carey Cavanaugh", "", "USA/GOV/carey-cavanaugh", "name"), ("he", "re he", "USA/GOV/carey-cavanaugh", "pronoun"),
        ("Clerides", "where", "CYP/GOV/glafcos-clerides", "name"), ("Moscow", "", "RUS", "metonym"), ("Russia", "Moscow", "RUS", "name"),
    ]  # fmt: skip
    return tuple(
        Mention(id=f"m{i}", **find.keys(words, after), actor=actor, form=form, rule=form)
        for i, (words, after, actor, form) in enumerate(rows, start=1)
    )


def _statements(find: Finder) -> tuple[Statement, ...]:
    def cue(words: str, lemma: str, after: str) -> Cue:
        return Cue(**find.keys(words, after), lemma=lemma)

    return (
        Statement(id="s1", speaker="TUR", speaker_span=find.span("Turkey"), cue=cue("threatened", "threaten", ""), content=(find.span("to strike Cyprus if Russian missiles were deployed on the island"),), quotation="indirect", time=Dated(value="1997-01-10", text="on Friday", time="t1"), rule="cue/before", because="'threatened' + infinitive"),
        Statement(id="s2", speaker="TUR/GOV/foreign-ministry", speaker_span=find.span("a spokesman for the Turkish Foreign Ministry"), medium="MED/anatolia", cue=cue("said", "say", "necessary"), content=(find.span("We will do what is necessary"),), quotation="direct", rule="cue/inverted", because="quotation marks before 'said'; 'according to' names the medium"),
        Statement(id="s3", speaker="CYP/GOV/glafcos-clerides", speaker_span=find.span("Cypriot President Glafcos Clerides"), cue=cue("said", "say", "Clerides"), content=(find.span("the missiles would not be delivered for 16 months"),), quotation="indirect", rule="cue/before", because="'said' + clause"),
        Statement(id="s4", speaker="CYP/GOV/glafcos-clerides", speaker_span=find.span("He"), cue=cue("offered", "offer", ""), content=(find.span("to cancel the order if Turkey agreed to demilitarise the island"),), quotation="indirect", rule="cue/before", because="'offered' + infinitive"),
        Statement(id="s5", speaker="GRC", speaker_span=find.span("Greece"), cue=cue("warned", "warn", "Greece"), content=(find.span("an attack on Cyprus would lead to war"),), quotation="indirect", rule="cue/before", because="'warned that'"),
        Statement(id="s6", speaker="USA", speaker_span=find.span("The United States"), cue=cue("demanded", "demand", ""), content=(find.span("Cyprus not import any parts of the system before May 1"),), quotation="indirect", addressees=("CYP",), rule="cue/before", because="'demanded that'"),
        Statement(id="s7", speaker="RUS", speaker_span=find.span("the Foreign Ministry", "contract"), cue=cue("said", "say", "contract"), content=(find.span("Russia will not cancel the contract"),), quotation="indirect", rule="cue/after", because="'said' after the clause"),
    )  # fmt: skip


def _events(find: Finder) -> tuple[Event, ...]:
    def event(id_: str, words: str, trigger: str, code: str, factuality: str, **rest: object) -> Event:
        given: dict[str, object] = {"mode": None, "quad": "verbal conflict", "score": -5.0, "cameo": "130", "actors": (), "recipients": (), "confidence": 0.8, **rest}
        return Event(id=id_, **find.keys(words), trigger=find.span(trigger, words), event=code, factuality=factuality, **given)  # fmt: skip

    return (
        event("e1", "Turkey threatened on Friday to strike Cyprus if Russian missiles were deployed on the island", "threatened", "THREATEN", "occurred", actors=("TUR",), recipients=("CYP",), score=-7.0, cameo="138", date=Dated(value="1997-01-10", text="on Friday", time="t1"), rule="threaten/to", contexts=("military",), because="'threaten' governs 'strike'"),
        event("e2", "strike Cyprus", "strike", "ASSAULT", "hypothetical", actors=("TUR",), recipients=("CYP",), quad="material conflict", score=-9.5, cameo="190", mode="aerial", statement="s1", rule="strike/object", because="under 'threatened to'"),
        event("e3", "Russian missiles were deployed on the island", "deployed", "MOBILIZE", "hypothetical", actors=("CYP",), quad="material conflict", score=-6.0, cameo="150", mode="weapons", statement="s1", rule="deploy/weapons", because="in an 'if' clause"),
        event("e4", "cancel the order", "cancel", "CONCEDE", "hypothetical", actors=("CYP",), recipients=("TUR",), quad="verbal cooperation", score=5.0, cameo="080", statement="s4", rule="cancel/order", because="under 'offered to'"),
        event("e5", "an attack on Cyprus", "attack", "ASSAULT", "hypothetical", recipients=("CYP",), quad="material conflict", score=-9.5, cameo="190", statement="s5", rule="attack/noun", because="subject of 'would lead to'"),
        event("e6", "Washington sent its envoy Carey Cavanaugh to Nicosia", "sent", "CONSULT", "occurred", actors=("USA",), recipients=("CYP",), quad="verbal cooperation", score=3.0, cameo="040", mode="visit", place=PlaceRef(country="CYP", name="Nicosia", place="p1"), rule="send/envoy", because="'send' + 'envoy'", contexts=("diplomatic",)),
        event("e7", "he met Clerides on Sunday", "met", "CONSULT", "occurred", actors=("USA/GOV/carey-cavanaugh", "CYP/GOV/glafcos-clerides"), quad="verbal cooperation", score=4.0, cameo="040", mode="visit", date=Dated(value="1997-01-05", text="on Sunday", time="t3"), place=PlaceRef(country="CYP", name="Nicosia", place="p1"), rule="meet/person", because="'meet' with two people"),
        event("e8", "Moscow rejected the criticism", "rejected", "REJECT", "occurred", actors=("RUS",), score=-4.0, cameo="120", rule="reject/object", because="'reject' + noun"),
        event("e9", "Russia will not cancel the contract", "cancel", "CONCEDE", "negated", actors=("RUS",), quad="verbal cooperation", score=5.0, cameo="080", statement="s7", rule="cancel/order", because="'not' before 'cancel'"),
    )  # fmt: skip


def _commitments(find: Finder) -> tuple[Commitment, ...]:
    return (
        Commitment(id="c1", **find.keys("Turkey threatened on Friday to strike Cyprus if Russian missiles were deployed on the island"), kind="threat", holder="TUR", addressees=("CYP",), act=Act(**find.keys("strike Cyprus"), event="e2"), condition=Condition(**find.keys("if Russian missiles were deployed on the island"), connective="if", polarity="if", event="e3"), statement="s1", rule="threaten/to", because="'threatened to' + unwelcome act"),
        Commitment(id="c2", **find.keys("We will do what is necessary"), kind="threat", holder="TUR", addressees=("CYP",), act=Act(**find.keys("do what is necessary")), certainty="hedged", statement="s2", rule="will/necessary", because="'will' + 'what is necessary', after a threat"),
        Commitment(id="c3", **find.keys("He offered to cancel the order if Turkey agreed to demilitarise the island"), kind="offer", holder="CYP", addressees=("TUR",), act=Act(**find.keys("cancel the order"), event="e4"), condition=Condition(**find.keys("if Turkey agreed to demilitarise the island"), connective="if", polarity="if"), statement="s4", rule="offer/to", because="'offered to'; Clerides speaks for Cyprus"),
        Commitment(id="c4", **find.keys("an attack on Cyprus would lead to war"), kind="warning", holder="GRC", act=Act(**find.keys("lead to war")), condition=Condition(**find.keys("an attack on Cyprus"), connective="would lead to", polarity="if", event="e5"), statement="s5", rule="warn/subject-condition", because="'warned'; the subject is the condition"),
        Commitment(id="c5", **find.keys("The United States demanded that Cyprus not import any parts of the system before May 1"), kind="demand", holder="USA", addressees=("CYP",), act=Act(**find.keys("not import any parts of the system")), deadline=Dated(value="1997-05-01", text="before May 1", time="t2"), statement="s6", rule="demand/that", because="'demanded that'"),
        Commitment(id="c6", **find.keys("called on both sides to hold talks"), kind="demand", holder="USA", addressees=("TUR", "CYP"), act=Act(**find.keys("hold talks")), rule="call/on", because="'called on … to'"),
        Commitment(id="c7", **find.keys("Russia will not cancel the contract"), kind="refusal", holder="RUS", act=Act(**find.keys("cancel the contract"), event="e9"), statement="s7", rule="will/not", because="'will not' in the holder's own words"),
    )  # fmt: skip
