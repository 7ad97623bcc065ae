"""Offer, pledge, threat or refusal: what the act and its condition make of a speaker's own future."""

from __future__ import annotations

import pytest

from detente import read

SHADES = [
    ("Poland said no force would be used against the strikers in Gdansk.", "pledge"),
    ("Ottawa said that existing contracts would not be touched.", "pledge"),
    ("Kuwait will not be bullied, its foreign minister said.", "refusal"),
    ("Spain said every truck from Gibraltar would be searched.", "threat"),
    ("Iran said it would use only peaceful means in the dispute with Iraq.", "pledge"),
    ("Vietnam said it would use every means to defend its waters.", "threat"),
    ("Ghana would gladly put its good offices at the disposal of both sides, its foreign minister said.", "offer"),
    ("India said it would fight if it had to.", "threat"),
    ("India said it would send a hospital ship if it was asked to.", "offer"),
    ("Egypt would resume the flights as soon as the airport was safe, its foreign minister said.", "pledge"),
    ("Egypt would resume the flights only when the airport was safe, its foreign minister said.", "offer"),
    ("Egypt would resume the flights if the airport was safe, its foreign minister said.", "offer"),
]


@pytest.mark.parametrize(("text", "kind"), SHADES)
def test_an_act_and_its_condition_say_what_is_meant(text: str, kind: str) -> None:
    """One row, of that kind."""
    assert [c.kind for c in read(text, published="2020-05-04").commitments] == [kind]
