"""What the organs of a one-party state demand and threaten binds their state; a free press and a mere report bind nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente import read

SPOKEN = [
    ("Egypt rejected the note. Radio Cairo announced that the strait would stay closed to Israeli ships.", "1967-05-24", {"EGY"}),
    ("China reinforced the frontier. The People's Daily warned that China would not stand idly by.", "1962-10-01", {"CHN"}),
    ("The Soviet Union was angry. Pravda demanded that Belgrade recall its ambassador.", "1949-08-20", {"SUN"}),
    ("The Soviet Union was pleased. Tass said that American troops had left Lebanon.", "1958-10-01", set()),
    ("The United States was neutral. The New York Times demanded that Finland be sent arms.", "1939-12-10", set()),
]


@pytest.mark.parametrize(("text", "day", "holders"), SPOKEN)
def test_the_organs_of_a_one_party_state_speak_for_it(text: str, day: str, holders: set[str]) -> None:
    """Pravda and Radio Cairo do; The New York Times does not; what Tass reports is no promise."""
    found = {c.holder for c in read(text, published=day).commitments if c.kind != "refusal" or "note" not in c.act.text}
    assert {(holder or "").partition("/")[0] for holder in found} == holders


def test_a_user_s_table_tells_who_speaks_for_whom(tmp_path: Path) -> None:
    """The column ``speaks_for`` of a table of one's own is read; without it nobody is bound."""
    text = "Fiji was angry. Radio Coral warned that Fiji would close the strait."
    row = "radio-coral,Radio Coral,,FJI,broadcaster"
    (tmp_path / "outlets.csv").write_text(f"id,name,aliases,country,kind,speaks_for\n{row},FJI\n", encoding="utf-8")
    assert {c.holder for c in read(text, published="1979-05-01", resources=[tmp_path]).commitments} == {"FJI"}
