"""Plain newswire: who is committed to what, and on what condition."""

from __future__ import annotations

import pytest

from detente import read
from tests.coding.commitments.newswire import COMMITMENTS, NONE


@pytest.mark.parametrize(("text", "kind", "country", "condition"), COMMITMENTS)
def test_a_plain_sentence_commits_whom_it_should(text: str, kind: str, country: str, condition: str) -> None:
    """A row of the kind, bound to the state or to nobody named, on the condition or on none."""
    rows = read(text, published="2021-03-17", language="en").commitments
    found = [(r.kind, (r.holder or "").split("/")[0].strip("-"), r.condition.text if r.condition else "") for r in rows]
    assert (kind, country, condition) in found


@pytest.mark.parametrize("text", NONE)
def test_what_binds_nobody_makes_no_row(text: str) -> None:
    """Arrangements, forecasts, weather, history: nobody is bound or asked."""
    assert read(text, published="2021-03-17", language="en").commitments == ()
