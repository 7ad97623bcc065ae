"""One name, one place in a report."""

from __future__ import annotations

from detente import read


def test_a_doubtful_name_is_where_it_was_before() -> None:
    """'Nyanza' beside Kenya is in Kenya, and stays there where nothing beside it tells."""
    text = "Kenya sent doctors to Nyanza. Britain and France protested to Brazil. A camp in Nyanza was closed."
    record = read(text, published="2012-05-02", language="en")
    assert [p.country for p in record.places if p.text == "Nyanza"] == ["KEN", "KEN"]
