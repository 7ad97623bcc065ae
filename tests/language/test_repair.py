"""Trees that the parser breaks, mended."""

from __future__ import annotations

import pytest

from detente import read


@pytest.mark.parametrize(
    ("text", "kind", "act"),
    [
        ("Copenhagen would not, the Danish minister said, bring the fugitives home.", "refusal", "bring the fugitives home"),
        ("Brazil would, the Brazilian minister added, send its own observers.", "pledge", "send its own observers"),
        ("Washington must, the Iranian president told the assembly, lift the sanctions first.", "demand", "lift the sanctions first"),
        ("Russia will, Mr Lavrov told reporters, never accept a fence along the river.", "refusal", "never accept a fence along the river"),
    ],
)
def test_a_tag_in_commas_parts_no_modal_from_its_verb(text: str, kind: str, act: str) -> None:
    """'would not, he said, …': modal, negation and subject belong to the verb behind the tag."""
    rows = read(text, published="2021-03-17", language="en").commitments
    assert [(row.kind, row.act.text) for row in rows] == [(kind, act)]


@pytest.mark.parametrize("when", ["by the end of March", "by noon", "by Friday"])
def test_no_time_does_what_is_told(when: str) -> None:
    """'was told to leave by noon': the time is no agent, and the demand has a maker who is left out."""
    rows = read(f"Belgrade was told to hand over the general {when}.", published="2021-03-17", language="en").commitments
    assert [(row.kind, row.holder, row.addressees) for row in rows] == [("demand", None, ("SRB/GOV",))]
