"""What stands and ends, what is told of others, what is decided together: rows and their near misses."""

from __future__ import annotations

import pytest

import detente

ROWS = [
    ("Britain's commitment to the islanders is unwavering, the governor said.", "pledge", "GBR"),
    ("The American commitment to Japan remains ironclad.", "pledge", "USA"),
    ("Landing rights of Aeroflot will end on 15 September, Washington said.", "threat", "USA/GOV"),
    ("The embargo will end on Friday, Greece said.", "pledge", "GRC"),
    ("The border will remain closed, Chad said.", "threat", "TCD"),
    ("Chad announced the closure of its border.", "threat", "TCD"),
    ("The timetable could not be changed, Turkey said.", "refusal", "TUR"),
    ("There will no longer be a Nord Stream 2, the American president said.", "refusal", "USA/GOV"),
    ("Pakistan wants the refugees home by June.", "demand", "PAK"),
    ("Cuba wants the Americans out of Guantanamo.", "demand", "CUB"),
    ("Turkey expects to be compensated for lost fees.", "demand", "TUR"),
    ("Afghanistan asked that construction stop.", "demand", "AFG"),
    ("Australia will not go before the International Court of Justice.", "refusal", "AUS"),
    ("Japan is committed to the return of the islands.", "pledge", "JPN"),
    ("Japan is not committed to the return of the islands.", "refusal", "JPN"),
    ("India has decided not to attend the summit.", "refusal", "IND"),
    ("India decided against attending the summit.", "refusal", "IND"),
    ("The German parliament voted to lift the embargo.", "pledge", "DEU/LEG"),
    ("Hamas will free three hostages on Saturday, Qatar announced.", "pledge", "HAMAS"),
    ("Nigeria is to take command of the force.", "pledge", "NGA"),
    ("Washington offered a base. Manila turned it down.", "refusal", "PHL/GOV"),
    ("Guyana renounced the use of force.", "pledge", "GUY"),
    ("Iran has forsworn nuclear weapons.", "pledge", "IRN"),
    ("The two leaders promised not to attack each other's nuclear plants.", "pledge", None),
    ("Scotland demanded a say in the talks.", "demand", "GBR/GOV/scotland"),
    ("France offered to build a reactor in Egypt.", "offer", "FRA"),
]
NONE = [
    ("Landing rights of Aeroflot will not end, Washington said.", "threat"),
    ("The French commitment was never unwavering.", "pledge"),
    ("Cuba does not want the Americans out.", "demand"),
    ("Cuba denied that it wanted the Americans out.", "demand"),
    ("Turkey expects to win.", "demand"),
    ("Washington offered a base. Manila did not turn it down.", "refusal"),
    ("Washington offered a base. Would Manila turn it down?", "refusal"),
    ("Norway denied that Israel would free the prisoners.", "pledge"),
    ("Washington said it expected that Iran would return to the talks.", "pledge"),
    ("Russia said Ukraine would attack the convoy.", "pledge"),
    ("The General Assembly voted to adopt the resolution.", "pledge"),
    ("Guyana did not renounce the use of force.", "pledge"),
    ("India did not decide against attending.", "refusal"),
]
TOGETHER = [
    ("Britain and Spain will reopen the border, the two governments said in a joint statement.", {"GBR", "ESP"}),
    ("Russia and China said the United States must withdraw its troops from the island.", {"RUS", "CHN"}),
    ("North and South Korea agreed to a truce.", {"PRK", "KOR"}),
    ("France and Mali said Mali would pay the guards.", {"MLI"}),
]


@pytest.mark.parametrize(("text", "kind", "holder"), ROWS)
def test_each_construction_commits_whom_it_should(text: str, kind: str, holder: str | None) -> None:
    """One row of the kind, bound to the holder."""
    assert (kind, holder) in {(c.kind, c.holder) for c in detente.read(text, published="2019-05-06").commitments}


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_what_is_denied_asked_or_expected_commits_nobody(text: str, kind: str) -> None:
    """No row of the kind."""
    assert kind not in {c.kind for c in detente.read(text, published="2019-05-06").commitments}


@pytest.mark.parametrize(("text", "holders"), TOGETHER)
def test_what_is_said_together_binds_each(text: str, holders: set[str]) -> None:
    """A row for each of those who speak, or for the one that it is about."""
    assert {c.holder for c in detente.read(text, published="2019-05-06").commitments} == holders
