"""Plain newswire: one event that each sentence tells."""

from __future__ import annotations

import pytest

from detente import read
from tests.coding.events.newswire import EVENTS


@pytest.mark.parametrize(("text", "event", "factuality"), EVENTS)
def test_a_plain_sentence_tells_its_event(text: str, event: str, factuality: str) -> None:
    """The PLOVER type, and whether it happened."""
    rows = read(text, published="2021-03-17", language="en").events
    assert (event, factuality) in [(row.event, row.factuality) for row in rows]
