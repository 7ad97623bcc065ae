"""The examples: their goldens, and facts that a reader checked by hand and each must give."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from detente.records import Commitment, Event, Record, Span, Statement
from tests import goldens
from tests.metamorphic.comparing import cases as expected_to_fail

FILES = goldens.example_files()
Check = Callable[["Reading"], str | None]


def test_there_are_examples() -> None:
    """The folder is where it should be, in every input format, with a golden for each and no other."""
    assert {path.suffix for path in FILES} >= {".txt", ".html", ".jsonl", ".xml"}
    assert sorted(goldens.EXPECTED.iterdir()) == sorted(map(goldens.expected_path, FILES))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_reads_as_its_golden_says(path: Path) -> None:
    """What a person cares about is as it was; where a change is meant, ``make goldens`` writes it."""
    want = goldens.expected_path(path).read_text(encoding="utf-8").splitlines()
    lines = list(difflib.unified_diff(want, goldens.golden(path).splitlines(), "expected", "read", lineterm="", n=0))
    assert not lines, "\n".join(["if this is meant: make goldens", *lines])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_is_json(path: Path) -> None:
    """One object a report, with every layer."""
    pages = json.loads(goldens.golden(path))
    assert len(pages) == len(goldens.records_of(path))
    assert all({"furniture", "actors", "statements", "events", "commitments"} <= page.keys() for page in pages)


class Reading:
    """A record with questions about it; every answer is None, or what is wrong."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.report.text

    def at(self, words: str) -> tuple[int, int]:
        """Where words stand in the report; they must, once at least."""
        start = self.text.index(words)
        return start, start + len(words)

    def holding(self, words: str, spans: Iterable[Span]) -> bool:
        """Whether the spans together hold the most of the words, and are not far longer."""
        start, end = self.at(words)
        spans = list(spans)
        shared = sum(max(0, min(end, span.end) - max(start, span.start)) for span in spans)
        return shared > 0.7 * (end - start)


def is_one(wanted: str | None, given: str | None) -> bool:
    """Whether an actor's id is the wanted one or, for a bare state, anyone who speaks for it.

    >>> is_one("JPN", "JPN/GOV"), is_one("JPN/GOV", "JPN"), is_one("*/taro-kono", "JPN/GOV/taro-kono")
    (True, False, True)
    """
    if not wanted or not given:
        return given == wanted
    return given == wanted or given.startswith(f"{wanted}/") or (wanted[0] == "*" and given.endswith(wanted[1:]))


def all_of(wanted: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether the given ids are the wanted ones, no more and no fewer."""
    return len(wanted) == len(given) and all(any(is_one(w, g) for g in given) for w in wanted)


def best(rows: list[tuple[object, list[str]]], what: str, there: object) -> str | None:
    """None where one row has nothing wrong, else what is wrong with the best."""
    if not rows:
        return f"no {what}; there: {there}"
    row, wrong = min(rows, key=lambda pair: len(pair[1]))
    return f"{what}: {'; '.join(wrong)}; the row: {row}" if wrong else None


def said(words: str, by: str | None, *, quotation: str | None = None, medium: str | None = None) -> Check:
    """A statement with this content, speaker, kind of quotation and medium."""

    def wrong(row: Statement) -> list[str]:
        found = [] if is_one(by, row.speaker) else [f"said by {row.speaker}, not {by}"]
        found += [f"quotation {row.quotation}"] if quotation and row.quotation not in quotation.split("|") else []
        return found + ([f"medium {row.medium}"] if medium and not is_one(medium, row.medium) else [])

    def check(reading: Reading) -> str | None:
        rows = [s for s in reading.record.statements if reading.holding(words, s.content)]
        return best([(s, wrong(s)) for s in rows], f"statement {words!r}", [s.content[0].text for s in reading.record.statements])

    return check


def done(
    words: str, kind: str, factuality: str, *, by: tuple[str, ...] | None = None, to: tuple[str, ...] | None = None, on: str | None = None
) -> Check:  # fmt: skip
    """An event whose trigger overlaps these words, of this type and factuality, parties and date."""

    def wrong(row: Event) -> list[str]:
        found = [] if row.factuality in factuality.split("|") else [row.factuality]
        found += [] if by is None or all_of(by, row.actors) else [f"actors {row.actors}"]
        found += [] if to is None or all_of(to, row.recipients) else [f"recipients {row.recipients}"]
        return found + ([] if on is None or (row.date and row.date.value == on) else [f"date {row.date}"])

    def check(reading: Reading) -> str | None:
        start, end = reading.at(words)
        near = [e for e in reading.record.events if e.trigger.start < end and start < e.trigger.end]
        rows = [e for e in near if e.event in kind.split("|")]
        return best([(e, wrong(e)) for e in rows], f"event {words!r}", [(e.event, e.trigger.text) for e in near])

    return check


def bound(
    words: str, kind: str, holder: str, *, to: tuple[str, ...] | None = None, condition: str | None = None,
    polarity: str = "if", certainty: str | None = None,
) -> Check:  # fmt: skip
    """A commitment with this act, kind, holder, addressees, condition and certainty."""

    def wrong(reading: Reading, row: Commitment) -> list[str]:
        found = [] if is_one(holder, row.holder) else [f"holder {row.holder}"]
        found += [] if to is None or all_of(to, row.addressees) else [f"addressees {row.addressees}"]
        found += [row.certainty] if certainty and row.certainty != certainty else []
        if condition is None:
            return found
        if row.condition is None or not reading.holding(condition, [row.condition]):
            return [*found, f"condition {row.condition}"]
        return found + ([] if row.condition.polarity == polarity else [row.condition.polarity])

    def check(reading: Reading) -> str | None:
        near = [c for c in reading.record.commitments if reading.holding(words, [c.act])]
        rows = [c for c in near if c.kind in kind.split("|")]
        there = [(c.kind, c.act.text) for c in near or reading.record.commitments]
        return best([(c, wrong(reading, c)) for c in rows], f"{kind} {words!r}", there)

    return check


def left_out(*lines: str) -> Check:
    """Exactly these lines are furniture."""
    return lambda reading: None if (found := [f.text for f in reading.record.furniture]) == list(lines) else f"furniture {found}"


def published(day: str | None, source: str, outlet: str | None = None) -> Check:
    """The day, where it comes from, and the outlet."""

    def check(reading: Reading) -> str | None:
        report = reading.record.report
        found = (report.published, report.published_from, report.outlet)
        return None if found == (day, source, outlet) else f"published {found}"

    return check


def named(words: str, actor: str) -> Check:
    """These words, where they first stand as a mention, are this actor."""

    def check(reading: Reading) -> str | None:
        found = [m.actor for m in reading.record.mentions if m.text.endswith(words)]
        return None if actor in found[:1] else f"{words!r} is {found}"

    return check


def timed(words: str, value: str) -> Check:
    """These words are a time of this value."""

    def check(reading: Reading) -> str | None:
        found = [t.value for t in reading.record.times if t.text == words]
        return None if value in found else f"{words!r} is {found}; there: {[t.text for t in reading.record.times]}"

    return check


def never(kind: str, factuality: str) -> Check:
    """No event of this type has this factuality."""

    def check(reading: Reading) -> str | None:
        rows = [e for e in reading.record.events if e.event in kind.split("|") and e.factuality == factuality]
        return f"coded {[(e.event, e.trigger.text) for e in rows]}" if rows else None

    return check


def unsaid(*words: str) -> Check:
    """These words stand nowhere in the text that was read."""

    def check(reading: Reading) -> str | None:
        found = [w for w in words if w in reading.text]
        return f"in the text: {found}" if found else None

    return check


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader of an example knows: the example, the fact, and which report in it."""

    example: str
    says: str
    check: Check
    report: int = 0

    @property
    def name(self) -> str:
        """What names it in the list of tests."""
        return f"{self.example.split('.')[0]}: {self.says}"


KOREA, QATAR, FALKLANDS = "korea-2017.txt", "qatar-2017.txt", "falklands-1982.txt"
KASHMIR, AEGEAN, ESSEQUIBO = "kashmir-2019.html", "aegean-2020.xml", "essequibo-2023.jsonl"

FACTS = (
    Fact(KOREA, "the dateline gives the day", published("2017-08-10", "dateline")),
    Fact(KOREA, "the lines of the site are left out", left_out(
        "Sign up for our daily briefing", "Read more: What we know about the island of Guam", "© Example Wire")),
    Fact(KOREA, "North Korea threatens to fire missiles", bound("to fire four missiles into the waters off Guam", "threat", "PRK")),
    Fact(KOREA, "no missile was fired", done("fire four missiles", "MOBILIZE|ASSAULT|THREATEN", "hypothetical|future")),
    Fact(KOREA, "nobody attacked anybody", never("ASSAULT", "occurred")),
    Fact(KOREA, "Seoul offers talks, provided that tests halt", bound(
        "resume talks on reunions of divided families", "offer", "KOR", condition="the North halts its missile tests")),
    Fact(KOREA, "Beijing proposes a suspension in return for a halt to exercises", bound(
        "the North suspend its nuclear and missile tests", "proposal", "CHN",
        condition="in return for a halt to large-scale exercises by the United States and South Korea")),
    Fact(KOREA, "Tokyo leaves an interception open, should its survival be threatened", bound(
        "intercepting a missile bound for Guam", "threat", "JPN", condition="should it threaten Japan's survival", certainty="hedged")),
    Fact(KOREA, "Japan threatens nobody's survival", done("threaten Japan's survival", "THREATEN|ASSAULT", "hypothetical")),
    Fact(KOREA, "sanctions were adopted on the Saturday before", done(
        "adopted new sanctions", "SANCTION", "occurred", by=("UN/SC",), to=("PRK",), on="2017-08-05")),
    Fact(KOREA, "Washington rejected the proposal in July", done("rejected that proposal", "REJECT", "occurred", by=("USA",), on="2017-07")),
    Fact(KOREA, "the general's words come by way of the agency", said(
        "a load of nonsense", "*/kim-rak-gyom", quotation="mixed", medium="PRK/MED/kcna")),
    Fact(KOREA, "the commander is North Korea's", said("the plan would be ready by mid-August", "PRK")),
    Fact(KOREA, "the Blue House speaks for Seoul", said("The door to dialogue remains open", "KOR", quotation="direct")),
    Fact(KOREA, "Trump threatens, should the North go on", bound(
        "North Korean threats would be met with “fire and fury”", "threat|warning", "USA", condition="if they continued")),
    Fact(KOREA, "Seoul's military threatens an answer", bound(
        "the North would face a strong and firm response", "threat|warning", "KOR", condition="if it went ahead")),
    Fact(KOREA, "Tokyo refuses to put up with it", bound("never tolerate such provocations", "refusal", "JPN")),
    Fact(KOREA, "the armistice is long past", done("armistice", "RETREAT|AGREE|CONSULT", "historical", on="1953-07")),

    Fact(QATAR, "the dateline gives the day", published("2017-07-02", "dateline")),
    Fact(QATAR, "the lines of the site are left out", left_out(
        "Share on Facebook", "Share on Twitter", "Related: Timeline of the Gulf crisis", "Comments (27)")),
    Fact(QATAR, "Qatar refuses the demands", bound("accept demands that infringe its sovereignty", "refusal", "QAT")),
    Fact(QATAR, "its foreign minister says so", said(
        "Qatar will not accept demands that infringe its sovereignty", "QAT/GOV/mohammed-bin-abdulrahman-al-thani")),
    Fact(QATAR, "four states cut ties on 5 June", done(
        "cut diplomatic and transport ties", "SANCTION", "occurred", by=("SAU", "ARE", "BHR", "EGY"), to=("QAT",), on="2017-06-05")),
    Fact(QATAR, "the four want a broadcaster closed", bound("close the broadcaster Al Jazeera", "demand", "SAU", to=("QAT",))),
    Fact(QATAR, "nobody has reduced relations with Iran", done("reduce its relations", "SANCTION|RETREAT", "hypothetical")),
    Fact(QATAR, "new sanctions may follow unless Doha gives in", bound(
        "new sanctions could follow", "threat|warning", "ARE", condition="unless Doha gave in", polarity="unless", certainty="hedged")),
    Fact(QATAR, "the ambassador's words come by way of the Guardian", said(
        "new sanctions could follow unless Doha gave in", "ARE", medium="GBR/MED/guardian")),
    Fact(QATAR, "Erdogan refuses to withdraw", bound("a withdrawal of Turkish troops", "refusal", "TUR")),
    Fact(QATAR, "no Turkish troops withdraw", done("withdrawal of Turkish troops", "RETREAT", "negated|hypothetical", by=("TUR",))),
    Fact(QATAR, "Iran offers ports and airspace", bound("to let Qatar use its ports and airspace", "offer", "IRN", to=("QAT",))),
    Fact(QATAR, "Kuwait mediates", done("mediating in the dispute", "CONSULT", "occurred", by=("KWT",))),
    Fact(QATAR, "Berlin warns of a war that it does not wage", bound("lead to a war", "warning", "DEU", certainty="hedged")),
    Fact(QATAR, "the Qatari minister is the foreign minister", said(
        "We are ready to engage in a dialogue, given the right conditions", "QAT/GOV/mohammed-bin-abdulrahman-al-thani", quotation="direct")),
    Fact(QATAR, "Doha offers a dialogue on a condition", bound("engage in a dialogue", "offer", "QAT", condition="given the right conditions")),
    Fact(QATAR, "nobody attacked anybody", never("ASSAULT", "occurred")),

    Fact(FALKLANDS, "a dateline without a year gives no day", published(None, "unknown")),
    Fact(FALKLANDS, "weekdays stay open without a day", timed("Friday", "XXXX-WXX-5")),
    Fact(FALKLANDS, "the lines of the site are left out", left_out("---", "Advertisement")),
    Fact(FALKLANDS, "London demands a withdrawal", bound("Argentina withdraw its troops from the islands", "demand", "GBR", to=("ARG",))),
    Fact(FALKLANDS, "London threatens ships", bound("treat any Argentine ship found within 200 miles of the islands as hostile", "threat", "GBR")),
    Fact(FALKLANDS, "Argentina offers to pull back if the fleet turns", bound(
        "to pull back its forces", "offer", "ARG", condition="if the British fleet turned around")),
    Fact(FALKLANDS, "soldiers were flown in", done("soldiers had been flown to Port Stanley", "MOBILIZE|ASSAULT", "occurred")),
    Fact(FALKLANDS, "sovereignty is not on offer", bound("sovereignty over the islands", "refusal|red_line", "ARG")),
    Fact(FALKLANDS, "the Security Council demands a withdrawal", bound(
        "an immediate withdrawal of all Argentine forces", "demand", "UN/SC", to=("ARG",))),
    Fact(FALKLANDS, "the Community threatens a ban unless the forces leave", bound(
        "ban all imports from Argentina", "threat", "EEC", to=("ARG",), condition="its forces leave", polarity="unless")),
    Fact(FALKLANDS, "its ban is still to come", done("ban all imports", "SANCTION", "future|hypothetical", by=("EEC",), to=("ARG",))),
    Fact(FALKLANDS, "Galtieri threatens to answer an attack", bound("answer an attack with force", "threat", "ARG", condition="an attack")),
    Fact(FALKLANDS, "the BBC quotes Telam", said("4,000 soldiers had been flown to Port Stanley", "ARG/MED/telam", medium="GBR/MED/bbc")),
    Fact(FALKLANDS, "the officer threatens to fight back", bound("we will fight", "threat", "ARG", condition="if they come")),
    Fact(FALKLANDS, "Argentina invaded", done("invaded the islands", "ASSAULT", "occurred", by=("ARG",), on="XXXX-04-02")),
    Fact(FALKLANDS, "nobody has opened fire", done("open fire", "ASSAULT", "negated|hypothetical")),
    Fact(FALKLANDS, "the Soviet Union is itself", named("Soviet Union", "SUN")),

    Fact(KASHMIR, "the page gives day and outlet", published("2019-02-28", "metadata", "The Example Courier")),
    Fact(KASHMIR, "scripts and menus are not read", unsaid("Pakistan attacked", "tracker", "Sport", "Ten recipes", "All rights reserved")),
    Fact(KASHMIR, "the pilot is to be freed on Friday", done(
        "will release a captured Indian pilot", "RETREAT", "future", by=("PAK",), on="2019-03-01")),
    Fact(KASHMIR, "freeing him is a pledge", bound("Pakistan will release a captured Indian pilot on Friday", "pledge", "PAK")),
    Fact(KASHMIR, "the two shot down each other's aircraft the day before", done(
        "shot down each other's aircraft", "ASSAULT", "occurred", by=("PAK", "IND"), on="2019-02-27")),
    Fact(KASHMIR, "Khan threatens to strike back if attacked again", bound(
        "Pakistan would be forced to retaliate", "threat|warning", "PAK", to=("IND",), condition="if India attacked again")),
    Fact(KASHMIR, "no second attack has happened", done("attacked again", "ASSAULT", "hypothetical", by=("IND",))),
    Fact(KASHMIR, "the call that Khan tried was the day before", timed("Wednesday", "2019-02-27")),
    Fact(KASHMIR, "India demands the pilot's return of Pakistan", bound("the immediate and safe return of the pilot", "demand", "IND", to=("PAK",))),
    Fact(KASHMIR, "no talks until Islamabad acts", bound(
        "no talks", "refusal|red_line|demand", "IND", condition="until Islamabad took credible action", polarity="until")),
    Fact(KASHMIR, "India bombed a camp on Tuesday", done("bombed", "ASSAULT", "occurred", by=("IND",), on="2019-02-26")),
    Fact(KASHMIR, "Pakistan denies that anyone was killed", done("killed in the raid", "ASSAULT", "negated")),
    Fact(KASHMIR, "Islamabad offers the pilot for de-escalation", bound(
        "to hand over the pilot", "offer", "PAK", condition="if that led to de-escalation")),
    Fact(KASHMIR, "Washington asks both for restraint", bound("avoid further military action", "demand", "USA", to=("PAK", "IND"))),
    Fact(KASHMIR, "Russia offers to mediate between India and Pakistan", bound(
        "to mediate between the two neighbours", "offer", "RUS", to=("PAK", "IND"))),
    Fact(KASHMIR, "the suicide attack was on 14 February", done("a suicide attack", "ASSAULT", "occurred", on="2019-02-14")),
    Fact(KASHMIR, "Kumar speaks for India", said("there could be no talks until Islamabad took credible action", "IND/GOV")),

    Fact(AEGEAN, "the feed gives day and outlet", published("2020-10-12", "metadata", "Example Gazette - Europe")),
    Fact(AEGEAN, "Turkey announces the ship's return", said("the survey ship Oruc Reis would return to the waters", "TUR")),
    Fact(AEGEAN, "a ship is no person", lambda reading: next(
        (f"{a.id} {a.kind}" for a in reading.record.actors if "Oruc" in a.name and a.kind == "person"), None)),
    Fact(AEGEAN, "Greece demands the withdrawal of the ship", bound("Ankara withdraw the ship", "demand", "GRC", to=("TUR",))),
    Fact(AEGEAN, "the ship has not withdrawn", done("withdraw the ship", "RETREAT", "hypothetical", by=("TUR",))),
    Fact(AEGEAN, "Athens refuses talks as long as the ship stays", bound(
        "There would be no talks", "refusal", "GRC", condition="as long as the vessel stayed in the area")),
    Fact(AEGEAN, "Berlin demands that the window not be closed", bound("not to close the window for dialogue", "demand", "DEU", to=("TUR",))),
    Fact(AEGEAN, "Monday is the day of the report", timed("Monday", "2020-10-12")),
    Fact(AEGEAN, "the second report has its own day", published("2020-10-02", "metadata", "Example Gazette - Europe"), 1),
    Fact(AEGEAN, "the Union threatens sanctions over drilling", bound(
        "it would face sanctions", "threat|warning", "EU", to=("TUR",), condition="if it continued to drill in waters claimed by Cyprus"), 1),
    Fact(AEGEAN, "it did so on Friday", done("warned Turkey", "THREATEN", "occurred", by=("EU",), to=("TUR",), on="2020-10-02"), 1),
    Fact(AEGEAN, "no sanctions are imposed yet", never("SANCTION", "occurred"), 1),
    Fact(AEGEAN, "it offers trade, should Turkey stop", bound(
        "closer trade ties", "offer", "EU", to=("TUR",), condition="should it stop"), 1),

    Fact(ESSEQUIBO, "the line gives day and outlet", published("2023-12-04", "given", "Example Wire")),
    Fact(ESSEQUIBO, "the vote was on Sunday", timed("Sunday", "2023-12-03")),
    Fact(ESSEQUIBO, "Ali accuses Venezuela", done("accused Venezuela", "ACCUSE", "occurred", by=("GUY",), to=("VEN",))),
    Fact(ESSEQUIBO, "the court ordered Caracas on the Friday before", done(
        "ordered Caracas", "REQUEST", "occurred", by=("ICJ",), to=("VEN",), on="2023-12-01")),
    Fact(ESSEQUIBO, "the court's order is a demand", bound(
        "refrain from any action that would change the situation on the ground", "demand", "ICJ", to=("VEN",))),
    Fact(ESSEQUIBO, "companies are told to leave", bound("three months to leave", "demand", "VEN"), 1),
    Fact(ESSEQUIBO, "the army is on alert", done("put on full alert", "MOBILIZE", "occurred", by=("GUY",)), 1),
    Fact(ESSEQUIBO, "Ali says so", said("Guyana's army has been put on full alert", "GUY/GOV/irfaan-ali"), 1),
    Fact(ESSEQUIBO, "Guyana will go to the Council if Venezuela proceeds", bound(
        "Guyana will take the matter to the Security Council", "threat|pledge|warning", "GUY", condition="If Venezuela proceeds"), 1),
    Fact(ESSEQUIBO, "Brazil moved armour to its border", done("sent armoured vehicles", "MOBILIZE", "occurred", by=("BRA",)), 1),
    Fact(ESSEQUIBO, "the two agreed not to use force on Thursday", done(
        "agreed on Thursday", "AGREE", "occurred", by=("GUY", "VEN"), on="2023-12-14"), 2),
    Fact(ESSEQUIBO, "not to use force is a pledge of both", bound("not to threaten or use force against each other", "pledge", "GUY"), 2),
    Fact(ESSEQUIBO, "the presidents met", done("met", "CONSULT", "occurred", by=("VEN", "GUY"), to=()), 2),
    Fact(ESSEQUIBO, "they will meet again", done("will meet again", "CONSULT", "future", by=("VEN", "GUY")), 2),
    Fact(ESSEQUIBO, "Guyana refuses to negotiate", bound("Guyana would not negotiate over its border", "refusal", "GUY"), 2),
)  # fmt: skip

NOT_YET = {  # facts that are read wrongly so far, and how
    "korea-2017: North Korea threatens to fire missiles": "'drawing up a plan to' makes no commitment; only the headline's strike does",
    "qatar-2017: four states cut ties on 5 June": "of four coordinated subjects the first only; no recipient; no year for want of a day",
    "qatar-2017: the four want a broadcaster closed": "'want Qatar to close' makes no demand",
    "qatar-2017: Doha offers a dialogue on a condition": "'given the right conditions' is not taken for a condition",
    "falklands-1982: London threatens ships": "'would treat any ship as hostile' makes no threat",
    "falklands-1982: soldiers were flown in": "'soldiers had been flown' is read as their release",
    "falklands-1982: the Community threatens a ban unless the forces leave": "'will ban all imports unless' makes no threat",
    "falklands-1982: Galtieri threatens to answer an attack": "'answer an attack' gives no condition",
    "falklands-1982: the officer threatens to fight back": "'we will fight' is read as an offer",
    "falklands-1982: nobody has opened fire": "'not be the first to open fire' is coded as occurred",
    "kashmir-2019: the two shot down each other's aircraft the day before": "'a day after' gives the event no date",
    "kashmir-2019: India demands the pilot's return of Pakistan": "the demand has no addressee",
    "kashmir-2019: India bombed a camp on Tuesday": "the date goes to 'what it called', not to the bombing",
    "aegean-2020: it offers trade, should Turkey stop": "the first object 'Ankara' is no addressee",
    "essequibo-2023: companies are told to leave": "'gave companies three months to leave' makes no demand",
    "essequibo-2023: Brazil moved armour to its border": "sending armour to one's own border is read as aid",
}


@pytest.mark.parametrize("fact", expected_to_fail({fact.name: fact for fact in FACTS}, NOT_YET))
def test_an_example_gives_the_facts_that_a_reader_finds(fact: Fact) -> None:
    """Each fact was read off the report by hand, whatever the golden says."""
    records = goldens.records_of(goldens.EXAMPLES / fact.example)
    wrong = fact.check(Reading(records[fact.report]))
    assert wrong is None, wrong


def test_each_example_has_facts() -> None:
    """About eight a file, at least."""
    assert all(sum(fact.example == path.name for fact in FACTS) >= 8 for path in FILES)
