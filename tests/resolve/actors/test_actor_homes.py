"""Whose minister, spokesman, adviser or officer somebody is, where the words beside the name leave it open."""

from __future__ import annotations

import pytest

from detente import read

SPEAKERS = [
    ("Peru's army left the post. General Roe said his men would wait.", "PER/MIL/roe"),
    ("QUITO, May 2 - Ecuador was calm.\n\nPeru was not.\n\nEconomy Minister Juan Sample promised money.", "ECU/GOV/juan-sample"),
    ("In Vienna, Dr. Sample assured the envoy that nothing would be done.", "AUT/---/sample"),
    ("For Peru, Jane Roe proposed a corridor to the sea.", "PER/---/jane-roe"),
    ("The South's defence minister, Kim Sample, said loudspeakers would be used. South Korea mourned and North Korea denied it.", "KOR/GOV/kim-sample"),
    ("Chile is angry. Its foreign minister, Señor Sample, told the Senate that he would resign.", "CHL/GOV/sample"),
    ('"We will wait," an adviser to President Isaias Afewerki said.', "ERI/GOV"),
    ("An aide to Chancellor Angela Merkel said the pipeline would be built.", "DEU/GOV"),
    ("A European commissioner, Pierre Sample, promised help.", "EU/COMMISSION/pierre-sample"),
    ("Burundi closed its border with Rwanda. The interior minister, Jean Sample, said it would stay shut until Kigali gave in.", "BDI/GOV/jean-sample"),
    ("The American delegate spoke. Her counterpart from the Russian Federation rejected the text.", "RUS/GOV"),
    ("Britain sent ships. The foreign minister, Jean Sample, asked Britain for help.", "---/GOV/jean-sample"),
    ("In Vienna, Jane Roe said that the price of bread would rise.", "---/---/jane-roe"),
]
BRIEFING = "DEPARTMENT PRESS BRIEFING\nWashington, August 11, 2023\n\nSPOKESPERSON: Good afternoon. We call on Iran to free them.\n\nQUESTION: Will Iran answer?\n\nSPOKESPERSON: We will not wait."


def test_ec_is_the_european_community() -> None:
    """'The EC' of the years before the Union is a body by its letters."""
    assert "EEC" in {m.actor for m in read("Ministers of the EC flew to Belgrade.", published="1991-07-02").mentions}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_report_tells_whose_official_speaks(text: str, speaker: str) -> None:
    """The sentence before, the dateline, the town of the speech or the person advised give the state."""
    assert speaker in {statement.speaker for statement in read(text, published="2015-03-17").statements}


def test_the_spokesperson_of_a_transcript_speaks_for_the_state_of_its_heading() -> None:
    """'SPOKESPERSON:' and the 'we' that follows are the host's; who asks the questions is nobody."""
    record = read(BRIEFING, published="2023-08-11")
    assert {m.actor for m in record.mentions if m.text.lower() in {"spokesperson", "we"}} == {"USA/GOV"}
    assert {c.holder for c in record.commitments} == {"USA/GOV"}
