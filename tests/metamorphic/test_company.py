"""What stands beside the report leaves its rows alone: unrelated paragraphs and the case of the headline."""

from __future__ import annotations

import pytest

from detente.records import Record
from tests import goldens
from tests.metamorphic.comparing import cases, read, rows

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in goldens.example_files() if path.suffix == ".txt"}
UNRELATED = (
    "The harvest of grapes was good this year, and the first barrels were opened early.",
    "A museum of clocks opened its doors after long repairs. Visitors liked the garden most.",
)
PLACES = {
    f"{name}, before paragraph {at}, {extra}": (name, at, extra)
    for name in TEXTS for at in (2, 4, -1) for extra in range(len(UNRELATED))
}  # fmt: skip
_PAIR = "'They' is read as the troops of the 'military base' once a paragraph parts it from the four states"
NOT_YET = {f"qatar-2017, before paragraph 4, {extra}": _PAIR for extra in range(2)}


def paragraphs(name: str) -> list[str]:
    """The paragraphs of an example."""
    return TEXTS[name].split("\n\n")


@pytest.mark.parametrize(("name", "at", "extra"), cases(PLACES, NOT_YET))
def test_an_unrelated_paragraph_adds_its_own_rows_at_most(name: str, at: int, extra: int) -> None:
    """Between two paragraphs of a report, a third about nothing changes no row of the report."""
    before = paragraphs(name)
    place = at % len(before)
    after = [*before[:place], UNRELATED[extra], *before[place:]]
    assert rows(read("\n\n".join(after), None)) == rows(read("\n\n".join(before), None))


HEADLINES = {
    "Minsk Rejects Demands From Warsaw": "Belarus rejected demands from Poland on Monday. “We will not open the crossing,” the Foreign Ministry in Minsk said.",
    "Kenya Warns Somalia Over Border": "Kenya warned Somalia on Friday that it would close the border if attacks went on.",
    "Tokyo Offers Seoul Talks": "Japan offered South Korea talks on the islands on Tuesday, provided that patrols stop.",
    "UN Security Council Condemns Attack": "The Security Council condemned the attack on Thursday and demanded the release of the hostages.",
    "Tehran Threatens Israel With Revenge": "Iran threatened Israel with revenge on Sunday. Israel has denied any role.",
    "NATO Sends Ships To Black Sea": "NATO has sent three ships to the Black Sea, Secretary General Jens Stoltenberg said on Wednesday.",
    "Peru And Ecuador Sign Peace Deal": "Peru and Ecuador signed a peace agreement in Brasilia on Monday.",
    "Cuba Frees American Prisoner": "Cuba freed an American prisoner on Saturday in return for three Cubans.",
    "Paris Recalls Ambassador From Ankara": "France recalled its ambassador to Turkey on Monday after an insult to its president.",
}


def below(record: Record, edge: int) -> list[str]:
    """The rows whose words stand below the headline."""
    compact = goldens.compact(record)
    starts = {
        "statements": [s.content[0].start for s in record.statements],
        "events": [e.trigger.start for e in record.events],
        "commitments": [c.act.start for c in record.commitments],
    }
    return [f"{layer}: {row}" for layer, at in starts.items() for row, start in zip(compact[layer], at, strict=True) if start >= edge]


@pytest.mark.parametrize("headline", [*HEADLINES, *TEXTS])
def test_lower_case_in_the_headline_changes_its_own_rows_at_most(headline: str) -> None:
    """What stands below is read the same under ``Tokyo Offers Talks`` and ``tokyo offers talks``."""
    text = TEXTS.get(headline) or f"{headline}\n\n{HEADLINES[headline]}"
    edge = text.index("\n\n")
    want = below(read(text), edge)
    assert want
    assert below(read(text[:edge].lower() + text[edge:]), edge) == want
